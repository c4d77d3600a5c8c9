package layout

import (
	"strconv"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// folio is a page's number as printed.
func folio(n int) string { return strconv.Itoa(n) }

// part is what the heads of pages tell of the part of the book they are in.
type part struct {
	running string // the chapter's title; empty in the contents
	accent  page.Color
	tab     int // the chapter's place in the book, from 0, or noTab
}

// noTab is the place of what is no chapter.
const noTab = -1

// head is what stands above the text area: a running head, which a part's first
// page has none of, or what the theme has chapters begin with.
func (a *assembler) head(f frame, of part, opener bool) ([]page.Content, error) {
	band := a.theme.Opener == content.BandOpener
	switch {
	case opener && band:
		return a.band(f, of)
	case opener:
		return nil, nil
	}
	head, err := a.runningHead(f, of.running)
	if !band || of.tab == noTab {
		return []page.Content{head}, err
	}
	return []page.Content{a.tab(f, of), head}, err
}

// barHeight is the height of the bar a part's first strip begins with.
const barHeight = 5 * geom.Pt

// band is the head of a part's first page in its accent, edge to edge, down to
// the foot of the bar it begins with, and the report's title on it.
func (a *assembler) band(f frame, of part) ([]page.Content, error) {
	th := a.theme
	box := th.Sheet()
	box.H = th.Bleed + th.Top + barHeight
	st := th.Type.Running
	st.Color = th.On(of.accent)
	t, err := a.outer(f, a.report.Title, st, th.HeadBaseline)
	return []page.Content{
		{Artifact: page.Layout, Items: []page.Item{filled(box, of.accent)}},
		{Artifact: page.Header, Items: []page.Item{t}},
	}, err
}

// The tab at the fore-edge.
const (
	tabWidth = 14 * geom.Pt
	tabRows  = 3 // of the grid
)

// tab is a chapter's mark at the fore-edge, each below the one before it.
func (a *assembler) tab(f frame, of part) page.Content {
	th := a.theme
	places := max(1, th.Rows/tabRows)
	box := geom.Rect{X: -th.Bleed, W: tabWidth + th.Bleed, H: tabRows * th.Grid, Y: th.Top + geom.Length(of.tab%places*tabRows)*th.Grid}
	if f.recto {
		box.X = th.Paper.W - tabWidth
	}
	return page.Content{Artifact: page.Layout, Items: []page.Item{filled(box, of.accent)}}
}

// filled is a rectangle of one colour.
func filled(r geom.Rect, c page.Color) page.Shape {
	return page.Shape{Path: geom.Rectangle(r), Fill: &c}
}

// runningHead is the report's title on a verso, the chapter's on a recto, at the
// fore-edge.
func (a *assembler) runningHead(f frame, chapter string) (page.Content, error) {
	text := a.report.Title
	if f.recto && chapter != "" {
		text = chapter
	}
	t, err := a.outer(f, text, a.theme.Type.Running, a.theme.HeadBaseline)
	return page.Content{Artifact: page.Header, Items: []page.Item{t}}, err
}

// folio is the page's number at the fore-edge.
func (a *assembler) folio(f frame) (page.Content, error) {
	t, err := a.outer(f, folio(f.number), a.theme.Type.Folio, a.theme.FolioBaseline)
	return page.Content{Artifact: page.Footer, Items: []page.Item{t}}, err
}

// outer sets a line at the fore-edge side of the text area.
func (a *assembler) outer(f frame, text string, st style.Text, base geom.Length) (page.Text, error) {
	t, err := a.line(text, st)
	t.Origin = geom.Point{X: a.theme.Outer, Y: base}
	if f.recto {
		t.Origin.X = a.theme.Paper.W - a.theme.Outer - t.Width()
	}
	return t, err
}

// line sets one line in a style's own face.
func (a *assembler) line(text string, st style.Text) (page.Text, error) {
	st.Align = style.Left
	p, err := a.kit.Setter.Plain(text, st, a.theme.TextWidth())
	if err != nil || len(p.Lines) == 0 || len(p.Lines[0].Segments) == 0 {
		return page.Text{}, err
	}
	return p.Lines[0].Segments[0].Items[0], nil
}
