package layout_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// edges are the left edges of the lines with these texts, and the pages they are
// on.
func edges(doc *page.Document, texts ...string) (xs []geom.Length, pages []int) {
	for _, l := range setLines(doc) {
		if slices.Contains(texts, strings.TrimSpace(plain(l.text))) {
			xs, pages = append(xs, l.box.X), append(pages, l.page)
		}
	}
	return xs, pages
}

// TestPeopleStandOnTheColumns has those who sign, and the board's pictures,
// begin at the edges of the text's own columns.
func TestPeopleStandOnTheColumns(t *testing.T) {
	doc := edition(t)
	th := style.Standard()
	third := th.Cell(th.TextWidth(), 3) + th.Gutter
	xs, pages := edges(doc, "Helle Frederiksen", "Christina Krzyrosiak Hansen", "Lars Weiss")
	signed := pages[len(pages)-1]
	var at []geom.Length
	for i, p := range pages {
		if p == signed {
			at = append(at, xs[i])
		}
	}
	text, main, _ := th.Columns(signed%2 == 0)
	if want := []geom.Length{text, text + third, text + 2*third}; !slices.Equal(at, want) {
		t.Errorf("the signers stand at %v, want %v", at, want)
	}
	if signed%2 == 0 || main-(text+third) > 5 || main-(text+third) < -5 {
		t.Errorf("page %d: the text stands at %s, the second signer at %s", signed+1, main, text+third)
	}
	rings := map[geom.Length]int{}
	walk(doc.Root, func(e *page.Elem) {
		if e.Role == page.RoleFigure && e.Attr.BBox.W > 60*geom.Pt && e.Attr.BBox.W < 63*geom.Pt {
			rings[e.Attr.BBox.X-geom.Pt/2]++
		}
	})
	left, _, _ := th.Columns(true)
	if len(rings) != 3 || rings[left] != 6 || rings[left+third] != 6 || rings[left+2*third] != 5 {
		t.Errorf("the board's pictures stand at %v", rings)
	}
}

// TestListsAreRagged has the entries of a list keep their natural spaces in
// justified text, and the paragraph beside it fill its lines.
func TestListsAreRagged(t *testing.T) {
	words := content.Inlines{content.Text(strings.Repeat("Kommunerne har i årets løb forhandlet budgetoverholdelse og beskæftigelsesindsatser på plads. ", 4))}
	rep := &content.Report{
		Title: "Lister", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "l", Title: "Lister", Blocks: []content.Block{
			content.Paragraph{Body: words}, content.List{Items: []content.ListItem{{Body: words}, {Body: words}}},
		}}},
	}
	doc, _ := compileTold(t, rep)
	th := style.Standard()
	ends := map[bool]int{} // of the list's lines: at the column's edge or not
	whole := 0
	for _, l := range setLines(doc) {
		if l.page < 2 || !strings.Contains(l.text, " ") {
			continue
		}
		_, main, _ := th.Columns(l.page%2 == 0)
		full := l.box.Right() > main+th.Main()-4*geom.Pt // but for a hyphen
		switch {
		case l.box.X > main+10*geom.Pt:
			ends[full]++
		case full:
			whole++
		}
	}
	if whole < 5 || ends[false] < 8 || ends[true] > 2 {
		t.Errorf("%d lines of the paragraph are full; of the list's %d are and %d are not", whole, ends[true], ends[false])
	}
}

// TestTheCoverIsOneDrawing has the lines of the front go on over the spine: each
// stands as high at the front's left edge as at the back's right edge.
func TestTheCoverIsOneDrawing(t *testing.T) {
	for _, theme := range []string{"base: standard\n", "base: lyng\n"} {
		doc := made(t, themed(t, every(), theme))
		front, back := doc.Pages[0], doc.Pages[len(doc.Pages)-1]
		w := front.Size.W
		drawn := shapesOf(front)
		n := 0
		for _, s := range shapesOf(back) {
			turned := page.Shape{Path: s.Path.Mirror(w), Fill: s.Fill, Stroke: s.Stroke}
			if slices.ContainsFunc(drawn, func(f page.Shape) bool { return slices.Equal(f.Path, turned.Path) }) {
				n++
			}
		}
		if all := len(shapesOf(back)); n < 6 || n < all-1 {
			t.Errorf("%s%d of the %d shapes on the back are the front's", theme, n, all)
		}
	}
}

// shapesOf are the shapes on a page.
func shapesOf(p page.Page) (out []page.Shape) {
	for _, c := range p.Content {
		for _, it := range c.Items {
			if s, is := it.(page.Shape); is {
				out = append(out, s)
			}
		}
	}
	return out
}
