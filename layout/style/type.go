package style

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// parts is how many parts of the grid leadings are counted in.
const parts = 28

// The least leadings, in hundredths of the size: lines of text, and of display
// sizes.
const (
	leastText    = 110
	leastDisplay = 105
)

// setter makes the styles of one theme.
type setter struct {
	Families
	scale      Scale
	grid       geom.Length
	measure    geom.Length // of the text area
	ink, muted page.Color
}

// leading is so many parts of the grid, by quarters of it more where a size
// needs that.
func (s setter) leading(in int, size geom.Length, least int64) geom.Length {
	return s.atLeast(s.grid.Scale(int64(in), parts), size.Scale(least, 100))
}

// atLeast adds quarters of the grid until a leading is enough.
func (s setter) atLeast(leading, least geom.Length) geom.Length {
	for leading < least {
		leading += s.grid / 4
	}
	return leading
}

// one is a face in all four places.
func one(id fonts.ID) Faces { return Faces{id, id, id, id} }

func (f Family) faces() Faces { return Faces{f.Regular, f.Italic, f.Bold, f.BoldItalic} }

// slanted is the family with its italic as the face to begin with.
func (f Family) slanted() Faces { return Faces{f.Italic, f.Regular, f.BoldItalic, f.BoldItalic} }

// text is the voice of running text, so many quarter steps from the body and so
// many parts of the grid apart.
func (s setter) text(f Faces, quarters, in int) Text {
	size := s.scale.Size(quarters)
	return Text{Faces: f, Size: size, Leading: s.leading(in, size, leastText), Color: s.ink, Align: Left}
}

// small is the voice of headings, tables and captions, not bold.
func (s setter) small(quarters, in int) Text { return s.text(s.Headings.faces(), quarters, in) }

// bold is the same voice, bold.
func (s setter) bold(quarters, in int) Text { return s.text(one(s.Headings.Bold), quarters, in) }

// display is the voice of headlines.
func (s setter) display(quarters, in int) Text {
	size := s.scale.Size(quarters)
	return Text{Faces: one(s.Display.Display), Size: size, Leading: s.leading(in, size, leastDisplay), Color: s.ink, Align: Left}
}

// twoLines is a style no larger than two lines of the grid, which is what it
// stands on.
func (s setter) twoLines(t Text) Text {
	t.Size = min(t.Size, 2*s.grid)
	t.Leading = s.leading(2*parts, t.Size, leastDisplay)
	return t
}

// holdsWord is a style small enough for a word such as Indholdsfortegnelse, which
// is eleven ems in a wide face.
func (s setter) holdsWord(t Text) Text {
	t.Size = min(t.Size, s.measure/11/half*half)
	return t
}

// sized is a style in a size that the theme says, its lines as far apart as the
// size asks for, by quarters of the grid.
func (s setter) sized(t Text, said content.Setting[content.Length]) Text {
	if !said.Said {
		return t
	}
	size := geom.Length(said.Value)
	t.Leading = s.atLeast(s.grid, t.Leading.Scale(int64(size), int64(t.Size)))
	t.Size = size
	return t
}

// back is a style that stands back.
func (s setter) back(t Text) Text { t.Color = s.muted; return t }

func hyphenated(t Text) Text { t.Hyphenate = true; return t }

func whole(t Text) Text { t.Whole = true; return t }

func figures(t Text) Text { t.Features, t.Align = fonts.Tabular, Right; return t }

// typeOf makes the styles: sizes by quarter steps of the scale, leadings by
// parts of the grid.
func typeOf(t content.Theme, th *Theme, f Families) Type {
	s := setter{
		Families: f, scale: NewScale(geom.Length(t.BodySize.Value), t.Scale.Value),
		grid: th.Grid, measure: th.TextWidth(), ink: th.Ink, muted: th.Muted,
	}
	body := hyphenated(s.text(f.Text.faces(), 0, 28))
	body.Leading = th.Grid
	if t.Alignment.Value == content.Justified {
		body.Align = Justify
	}
	boxBody := hyphenated(s.small(-1, 28))
	boxBody.Leading = th.Grid // its lines are strips, as the body's are
	return Type{
		Body:         body,
		Lead:         s.sized(s.text(f.Text.slanted(), 4, 35), t.Lead),
		Note:         s.back(hyphenated(s.text(f.Text.faces(), -1, 26))),
		Quote:        s.text(f.Text.slanted(), 7, 42),
		ChapterTitle: s.back(s.bold(4, 28)),
		Headline:     s.holdsWord(s.sized(s.display(20, 56), t.Headline)),
		SectionTitle: s.holdsWord(s.display(15, 46)),
		Heading:      s.bold(3, 28),
		Label:        s.back(s.bold(-4, 24)),
		Caption:      s.small(-2, 24),
		Credit:       s.back(s.small(-5, 20)),
		FactFigure:   s.twoLines(s.sized(s.display(21, 56), t.Fact)),
		FactCaption:  hyphenated(s.small(-2, 24)),
		BoxTitle:     s.bold(2, 28),
		BoxBody:      boxBody,
		TableHead:    s.back(s.bold(-4, 28)),
		TableCell:    s.small(-1, 28),
		TableBold:    s.bold(-1, 28),
		Figures:      figures(s.small(-1, 28)),
		FiguresBold:  figures(s.bold(-1, 28)),
		ContentsOne:  s.bold(3, 38),
		ContentsTwo:  s.small(0, 30),
		Running:      s.back(s.small(-4, 20)),
		Folio:        s.bold(-2, 20),
		Name:         whole(s.bold(-2, 23)),
		Office:       whole(s.small(-2, 23)),
		Signer:       whole(s.bold(-1, 28)),
		Initials:     s.back(s.bold(15, 48)),
		CoverTitle:   onCover(s.display(36, 110), th),
		CoverLine:    onCover(s.small(10, 44), th),
		CoverSmall:   onCover(s.small(2, 30), th),
	}
}

// onCover is a style on the cover. It is made for paper of the standard
// width, and smaller on a narrower one.
func onCover(t Text, th *Theme) Text {
	most := geom.MM(210)
	w := min(th.Paper.W, most)
	t.Color = th.CoverText
	t.Leading = t.Leading.Scale(int64(w), int64(most))
	t.Size = fit(t.Size.Scale(int64(w), int64(most)))
	return t
}
