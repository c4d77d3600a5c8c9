package content

import "github.com/kl-print/kl-print/content/diag"

// The embedded themes, by name.
const (
	StandardTheme = "standard"
	LyngTheme     = "lyng"
)

// Themes lists the embedded themes, the one an edition has unless it says
// otherwise first.
func Themes() []string { return []string{StandardTheme, LyngTheme} }

// The embedded families of faces, by name.
const (
	SerifFamily = "source-serif"
	SansFamily  = "source-sans"
)

// Families lists the embedded families of faces.
func Families() []string { return []string{SerifFamily, SansFamily} }

// Theme is what an edition says of its look. The zero Theme says nothing: all
// is as the base has it.
type Theme struct {
	Pos  diag.Pos // where the theme begins; zero where the edition has none
	Base string   // the embedded theme that holds where this one is silent; empty: StandardTheme
	Name string   // the sender as on the covers; empty: the report's publisher

	Paper      Setting[Paper]
	Bleed      Setting[Length] // what goes over the paper's edge, to be cut off; unsaid: nothing
	Inner      Setting[Length] // margin at the spine
	Outer      Setting[Length] // margin at the fore-edge
	Top        Setting[Length]
	Bottom     Setting[Length]
	Grid       Setting[Length] // the baseline grid, which is the body's leading
	BodySize   Setting[Length]
	Scale      Setting[int] // ratio of the type scale, in thousandths
	Alignment  Setting[Alignment]
	Paragraphs Setting[Paragraphs]
	Side       Setting[Length] // width of the side column; 0: there is none
	SidePlace  Setting[SidePlace]
	Gutter     Setting[Length]  // between main and side column
	Ink        Setting[Color]   // of text
	Muted      Setting[Color]   // of text that stands back
	Rule       Setting[Color]   // of thin rules
	Tint       Setting[Color]   // behind boxes
	Cover      Setting[Color]   // the ground of both covers
	CoverText  Setting[Color]   // of text on them; unsaid: white or the ink, whichever can be read
	Accents    []Setting[Color] // one a chapter, in turn
	Chart      []Setting[Color] // a chart's parts, in turn; the cover's drawing too
	Text       Setting[Family]  // running text
	Headings   Setting[Family]  // headings, tables, captions and all that is small
	Display    Setting[Family]  // headlines, large figures, the cover
	Opener     Setting[Opener]
	CoverStyle Setting[CoverStyle]
	CoverImage Setting[CoverImage] // a picture in the place of the drawing
	Lead       Setting[Length]     // sizes of type that are not as the scale has them: of leads,
	Fact       Setting[Length]     // facts' figures
	Headline   Setting[Length]     // and chapters' headlines
	Logo       Setting[Logo]
}

// Setting is something a theme says, and where. The zero Setting says nothing.
type Setting[T any] struct {
	Said  bool
	Value T
	Pos   diag.Pos // zero in an embedded theme
}

// Said returns a setting that says v at a place.
func Said[T any](v T, at diag.Pos) Setting[T] { return Setting[T]{Said: true, Value: v, Pos: at} }

// Or returns the setting, or the other where it says nothing.
func (s Setting[T]) Or(other Setting[T]) Setting[T] {
	if s.Said {
		return s
	}
	return other
}

// Length is a distance in thousandths of a point.
type Length int64

// Paper is the size of a page.
type Paper struct{ Width, Height Length }

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// Family is four faces: an embedded family by name, or font files of the
// edition. Of the files Regular alone is sure to be there.
type Family struct {
	Embedded                          string
	Regular, Italic, Bold, BoldItalic Setting[string]
}

// Alignment is how running text ends its lines.
type Alignment uint8

// The alignments.
const (
	Justified Alignment = iota
	Ragged
)

// Paragraphs is how running text shows where a paragraph begins.
type Paragraphs uint8

// The ways: a blank line above each, or an indent where one follows another.
const (
	Spaced Paragraphs = iota
	Indented
)

// SidePlace is where the side column stands.
type SidePlace uint8

// The places of the side column.
const (
	AtForeEdge SidePlace = iota
	AtSpine
)

// Opener is how a chapter's first page begins.
type Opener uint8

// The openers.
const (
	BarOpener  Opener = iota // a short bar above the title
	BandOpener               // the head of the page in the accent, edge to edge
)

// CoverImage is a picture on the cover: a file of the edition, and what of it is
// to stay in view.
type CoverImage struct {
	File  string
	Focus Focus
}

// CoverStyle is what is drawn on the cover.
type CoverStyle uint8

// The drawings of the cover.
const (
	TracksCover CoverStyle = iota // lines that gather
	HillsCover                    // hills behind each other
	PlainCover                    // the ground alone
)

// Logo is the sender's mark: an SVG, PNG or JPEG file of the edition, and what
// it says in words.
type Logo struct{ File, Alt string }
