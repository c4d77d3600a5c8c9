// Package fonts holds the embedded faces: their metrics, coverage and shaping.
package fonts

// ID names a face by its PostScript name, such as "SourceSerif4-Regular".
type ID string

// GlyphID is a glyph's index in its face.
type GlyphID uint16

// The embedded faces.
const (
	SerifRegular        ID = "SourceSerif4-Regular"
	SerifItalic         ID = "SourceSerif4-It"
	SerifSemibold       ID = "SourceSerif4-Semibold"
	SerifSemiboldItalic ID = "SourceSerif4-SemiboldIt"
	SerifDisplay        ID = "SourceSerif4Display-Semibold"
	SansRegular         ID = "SourceSans3-Regular"
	SansItalic          ID = "SourceSans3-It"
	SansSemibold        ID = "SourceSans3-Semibold"
	SansBold            ID = "SourceSans3-Bold"
)

// Feature is a set of OpenType features asked for beyond the face's defaults
// (kerning and standard ligatures, which are always on).
type Feature uint8

// The features.
const (
	Tabular     Feature = 1 << iota // tnum, lnum: figures of one width
	SmallCaps                       // smcp, c2sc
	NoLigatures                     // liga off
	Superior                        // sups: raised figures, where the face has them
)

// Glyph is one shaped glyph. Lengths are in font units.
type Glyph struct {
	ID         GlyphID
	Advance    int32 // kerning included
	DX, DY     int32 // shift from the origin, y upwards
	Start, End int32 // bytes of the shaped text it stands for; Start == End where an earlier glyph of the cluster has them
}

// Run is shaped text. It is shared by all who asked for it: do not change it.
type Run struct {
	Glyphs  []Glyph
	Width   int32  // sum of the advances, in font units
	Missing []rune // characters the face has no glyph for
}

// Metrics are a face's measures in font units, y upwards.
type Metrics struct {
	UnitsPerEm                   int
	Ascent, Descent              int // Descent is negative
	CapHeight, XHeight           int
	BBox                         [4]int // xMin, yMin, xMax, yMax
	ItalicAngle                  int    // in thousandths of a degree, negative to the right
	UnderlinePos, UnderlineThick int
	Weight                       int // OS/2 weight class, such as 400
	Serif, Italic, Fixed         bool
}
