package layout

import (
	"strconv"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// folio is a page's number as printed.
func folio(n int) string { return strconv.Itoa(n) }

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
