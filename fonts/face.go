package fonts

import (
	"sync"

	"github.com/go-text/typesetting/font"

	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

// Face is one font file, parsed. It is safe for concurrent use.
type Face struct {
	id      ID
	data    []byte
	file    *sfnt.File
	metrics Metrics
	font    *font.Font
	shapers shaperPool
	runs    *runCache
	pairs   [features]sharedPairs
}

// features is how many sets of features there are.
const features = int(Superior) << 1

// sharedPairs are the pairs of a set of features, once they are asked for.
type sharedPairs struct {
	once sync.Once
	*pairs
}

// pairsOf returns the pairs of a set of features.
func (f *Face) pairsOf(feat Feature) *pairs {
	p := &f.pairs[int(feat)%features]
	p.once.Do(func() { p.pairs = newPairs(f, feat) })
	return p.pairs
}

func openFace(data []byte) (*Face, error) {
	file, err := sfnt.Open(data)
	if err != nil {
		return nil, err
	}
	parsed, err := parse(file)
	if err != nil {
		return nil, err
	}
	f := &Face{data: data, file: file, font: parsed, runs: newRunCache()}
	f.metrics = readMetrics(file, f.glyph)
	return f, nil
}

// ID returns the face's name.
func (f *Face) ID() ID { return f.id }

// Metrics returns the face's measures.
func (f *Face) Metrics() Metrics { return f.metrics }

// UnitsPerEm returns how many font units the em has.
func (f *Face) UnitsPerEm() int { return f.metrics.UnitsPerEm }

// Has reports whether the face has a glyph for r. Shape can also set characters
// the face lacks: composed from others (a letter and its accent), and spaces
// and joiners it makes itself.
func (f *Face) Has(r rune) bool { return f.glyph(r) != 0 }

// Nominal returns the glyph of a character that stands alone, 0 where the face
// has none.
func (f *Face) Nominal(r rune) GlyphID { return f.glyph(r) }

// Advance returns a glyph's own width in font units (hmtx).
func (f *Face) Advance(g GlyphID) int {
	advance, _ := f.file.HMetric(int(g))
	return advance
}

// NumGlyphs returns how many glyphs the face has; their ids are below it.
func (f *Face) NumGlyphs() int { return f.file.NumGlyphs }

// Data returns the font file. It must not be changed.
func (f *Face) Data() []byte { return f.data }

// glyph returns a character's own glyph, 0 where the face has none.
func (f *Face) glyph(r rune) GlyphID {
	g, ok := f.font.Cmap.Lookup(r)
	if !ok || int(g) >= f.file.NumGlyphs {
		return 0
	}
	return GlyphID(g)
}
