// Package style is the look of a book: its type, colours, grid and page
// geometry. It is pure data.
package style

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Align is how the lines of a paragraph stand in their measure.
type Align uint8

// The alignments.
const (
	Justify Align = iota
	Left
	Right
	Centre
)

// Faces are the four faces of a style: where a style has no italic or bold of
// its own, the field repeats Regular.
type Faces struct{ Regular, Italic, Bold, BoldItalic fonts.ID }

// Text is how a paragraph is set.
type Text struct {
	Faces     Faces
	Size      geom.Length // of the em
	Leading   geom.Length // from baseline to baseline
	Color     page.Color
	Align     Align
	Indent    geom.Length // of the first line, where the text begins at the left
	Features  fonts.Feature
	Hyphenate bool
	Whole     bool // words do not part even at hyphens that are written, as in names
}

// Theme is everything about a book's look.
type Theme struct {
	Paper  geom.Size
	Bleed  geom.Length // how far what goes to the paper's edge goes over it
	Inner  geom.Length // margin at the spine
	Outer  geom.Length // margin at the fore-edge
	Top    geom.Length // to the first line's grid row
	Grid   geom.Length // the baseline grid; body leading
	Rows   int         // grid rows of the text area
	Gutter geom.Length // between columns: the main and the side column, people, rosters
	Side   geom.Length // width of the side column; 0: there is none
	Indent geom.Length // of a paragraph that follows another; 0: a blank line parts them
	SideIn bool        // the side column is at the spine, not at the fore-edge

	HeadBaseline  geom.Length // of the running head, from the top of the paper
	FolioBaseline geom.Length // of the folio, from the top of the paper

	Ink, Muted, Rule, Tint, Paperwhite page.Color
	Accents                            []page.Color // one a chapter, in turn; AA on white
	ChartColors                        []page.Color
	Cover, CoverText                   page.Color // the ground of the covers, and text on it

	Sender   string // who publishes, as on the covers; empty: as in the report
	Opener   content.Opener
	CoverArt content.CoverStyle
	Picture  content.Setting[content.CoverImage] // in the place of the cover's drawing

	Type Type
}

// Type is the styles by what they are for.
type Type struct {
	Body, Lead, Note, Quote      Text
	ChapterTitle, Headline       Text
	SectionTitle, Heading, Label Text
	Caption, Credit              Text
	FactFigure, FactCaption      Text
	BoxTitle, BoxBody            Text
	TableHead, TableCell         Text
	TableBold, Figures           Text
	FiguresBold                  Text
	ContentsOne, ContentsTwo     Text
	Running, Folio               Text
	Name, Office, Signer         Text
	Initials                     Text
	CoverTitle                   Text
	CoverLine, CoverSmall        Text
}

// TextWidth is the width of both columns and the gutter.
func (t *Theme) TextWidth() geom.Length { return t.Paper.W - t.Inner - t.Outer }

// Main is the width of the main column.
func (t *Theme) Main() geom.Length {
	if t.Side == 0 {
		return t.TextWidth()
	}
	return t.TextWidth() - t.Gutter - t.Side
}

// Cell returns the width of each of n columns that part a width, a gutter
// between them. Where the side column is a third of the text area, as in the
// embedded themes, thirds of the text area begin where the main column and its
// halves do: one grid of columns for text, people and signatures.
func (t *Theme) Cell(width geom.Length, n int) geom.Length {
	return (width - t.Gutter*geom.Length(n-1)) / geom.Length(n)
}

// Height is the height of the text area.
func (t *Theme) Height() geom.Length { return t.Grid * geom.Length(t.Rows) }

// Columns returns the left edges of the text area, the main and the side column
// on a recto or a verso.
func (t *Theme) Columns(recto bool) (text, main, side geom.Length) {
	text = t.Outer
	if recto {
		text = t.Inner
	}
	if t.Side == 0 || recto != t.SideIn {
		return text, text, text + t.Main() + t.Gutter
	}
	return text, text + t.Side + t.Gutter, text
}

// Accent returns the accent of the n-th chapter, from 0.
func (t *Theme) Accent(n int) page.Color { return t.Accents[n%len(t.Accents)] }

// On returns the colour of text on a ground: white where that can be read (WCAG
// 2.2, level AA), else white or the ink, whichever has more contrast.
func (t *Theme) On(ground page.Color) page.Color {
	const enough = 4500
	if white := page.Contrast(t.Paperwhite, ground); white >= enough || white >= page.Contrast(t.Ink, ground) {
		return t.Paperwhite
	}
	return t.Ink
}

// Sheet is the paper with the bleed around it.
func (t *Theme) Sheet() geom.Rect {
	return geom.Rect{X: -t.Bleed, Y: -t.Bleed, W: t.Paper.W + 2*t.Bleed, H: t.Paper.H + 2*t.Bleed}
}

// Chart returns the n-th of the charts' colours, from 0.
func (t *Theme) Chart(n int) page.Color { return t.ChartColors[n%len(t.ChartColors)] }

// Snap returns the smallest multiple of the grid that holds h.
func (t *Theme) Snap(h geom.Length) geom.Length {
	return (h + t.Grid - 1) / t.Grid * t.Grid
}
