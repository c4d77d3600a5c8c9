// Package page is the model of a finished document: pages of positioned items,
// the structure tree, links, outline and metadata. It is pure data with nothing
// of any file format in it; it can be dumped as text, drawn or written as PDF.
//
// What a page shows and what the structure tree says are kept apart and joined
// by ids: a Content carries a MarkID, and an Elem names the marks it holds.
package page

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

// Document is a finished document. It is not changed once made.
type Document struct {
	Meta    Meta
	Pages   []Page
	Front   int        // how many of the first pages are made last: the cover, and the contents with the numbers of the others
	Images  []Image    // what Picture items show, by index
	Root    *Elem      // the structure tree; its role is Document
	Outline []Bookmark // the reader's navigation tree, in order
	Dests   []Dest     // where links and bookmarks go; Dest.ID is unique
	Labels  []LabelRange
}

// Meta is what the document says of itself.
type Meta struct {
	Title, Author, Subject string
	Keywords               []string
	Lang                   string // BCP 47, such as "da-DK"
	Date                   string // ISO 8601 date, such as "2025-02-27"; never the clock
}

// Page is one printed side.
type Page struct {
	Size    geom.Size   // as it is cut
	Bleed   geom.Length // how much larger it is printed on every side, to be cut off
	Label   string      // as printed in the folio; may be empty
	Content []Content   // in painting order; the structure tree has the reading order
	Links   []Link
}

// MarkID names one run of content for the structure tree. It is unique in the
// document; 0 is no mark.
type MarkID int

// Artifact says what kind of decoration a content is (ISO 32000-1, 14.8.2.2).
type Artifact uint8

// The kinds of artifact. NotArtifact is real content and has a MarkID.
const (
	NotArtifact Artifact = iota
	Header               // a running head
	Footer               // a folio
	Layout               // rules, tints and other decoration
	Background           // what lies under a whole page
)

// Content is a run of items that belong to one structure element or are an
// artifact: exactly one of Mark and Artifact is set.
type Content struct {
	Mark     MarkID
	Artifact Artifact
	Items    []Item
}

// Item is something drawn: Text, Shape, Picture or Group.
type Item interface{ item() }

// Color is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// Text is a run of glyphs of one face, size and colour on one baseline.
type Text struct {
	Face   fonts.ID
	Size   geom.Length // of the em
	Fill   Color
	Origin geom.Point // where the first glyph stands on the baseline
	Words  []Piece
	Source string // the text the glyphs stand for, word spaces included
	// Stretch is the width of the letters in thousandths of their own; 0 and
	// 1000 are as drawn. The glyphs of Words are as drawn.
	Stretch int
	// Actual replaces Source for a reader where HasActual is set: the hyphen
	// at a line's end stands for U+00AD.
	Actual    string
	HasActual bool
	Lang      string // BCP 47, where it differs from what is around it
}

// Glyph is one glyph of a Word.
type Glyph struct {
	ID      fonts.GlyphID
	Advance geom.Small // to the next glyph's origin: kerning and gaps included
	DX, DY  geom.Small // the glyph's own shift from its origin, y downwards
	// Start and End are the bytes of the Source the glyph stands for. A glyph
	// that shares its cluster with an earlier one has Start == End.
	Start, End int32
}

// Shape is a path, filled, stroked or both.
type Shape struct {
	Path    geom.Path
	Fill    *Color
	EvenOdd bool
	Stroke  *Stroke
}

// Stroke is how a line is drawn.
type Stroke struct {
	Color Color
	Width geom.Length
	Dash  []geom.Length // on and off in turn; empty is solid
	Round bool          // round caps and joins
}

// Picture places Document.Images[Image] in Box, cut off at Clip where that has
// an area.
type Picture struct {
	Image int
	Box   geom.Rect
	Clip  geom.Rect
	// Round cuts the picture to the ellipse inscribed in Clip.
	Round bool
}

// Group is several items moved together by Offset.
type Group struct {
	Offset geom.Point
	Items  []Item
}

func (Text) item()    {}
func (Shape) item()   {}
func (Picture) item() {}
func (Group) item()   {}

// Image is a bitmap, decoded from its file and made harmless: eight bits a
// channel, upright, RGB or grey. JPEG data is kept as it is where that holds.
type Image struct {
	Name          string // the file it came from, for messages
	Width, Height int    // in pixels
	JPEG          []byte // a baseline JPEG, or nil
	Pix           []byte // RGB, 3 bytes a pixel, row by row, where JPEG is nil
}

// Link is an active area of a page. It has a URI or a Dest.
type Link struct {
	ID       LinkID
	Area     []geom.Rect // one rectangle a line
	URI      string
	Dest     DestID
	Contents string // what the link is, in words, for a screen reader
}

// LinkID names a link for the structure tree; unique in the document, from 1.
type LinkID int

// DestID names a destination, such as "kap-klima".
type DestID string

// Dest is a place in the document.
type Dest struct {
	ID   DestID
	Page int // index into Pages
	Y    geom.Length
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Dest  DestID
	Kids  []Bookmark
}

// LabelRange gives the pages from index First on the labels a viewer shows.
type LabelRange struct {
	First  int
	Style  LabelStyle
	Prefix string
	Start  int // the number of the first page, from 1
}

// LabelStyle is how page labels count (ISO 32000-1, 12.4.2).
type LabelStyle uint8

// The label styles.
const (
	LabelNone    LabelStyle = iota // the prefix alone
	LabelDecimal                   // 1, 2, 3
	LabelRoman                     // i, ii, iii
)
