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

// TestTheCoverIsOneDrawing has the front's lines go on over the spine as they are,
// and its hills from the height and in the direction they come to it.
func TestTheCoverIsOneDrawing(t *testing.T) {
	doc := made(t, themed(t, every(), "base: standard\n"))
	front, back := shapesOf(doc.Pages[0]), shapesOf(doc.Pages[len(doc.Pages)-1])
	over := 0
	for _, s := range back {
		moved := s.Path.Move(geom.Point{X: -doc.Pages[0].Size.W})
		if slices.ContainsFunc(front, func(f page.Shape) bool { return slices.Equal(f.Path, moved) }) {
			over++
		}
	}
	if over < 10 || over != len(back)-1 { // the ground is the other
		t.Errorf("%d of the %d shapes on the back are the front's", over, len(back))
	}
	doc = made(t, themed(t, every(), "base: lyng\n"))
	front, back = shapesOf(doc.Pages[0]), shapesOf(doc.Pages[len(doc.Pages)-1])
	front = front[len(front)-6:]
	for i, s := range back[len(back)-6:] {
		from, to := front[i].Path, s.Path
		turn := (from[1].P[0].Y - from[0].P[0].Y) - (to[1].P[2].Y - to[1].P[1].Y)
		if from[0].P[0].Y != to[1].P[2].Y || turn < -2 || turn > 2 { // but for rounding
			t.Errorf("hill %d bends at the spine: %v, %v", i, to[:2], from[:2])
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

// TestTitlesAreEven breaks a title of two lines near its middle.
func TestTitlesAreEven(t *testing.T) {
	const title = "Klimaarbejdet rykker gennem fællesskab, dialog og vigtige projekter"
	rep := &content.Report{
		Title: "Titler", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "t", Title: "Klima", Headline: title, Blocks: []content.Block{content.Paragraph{Body: content.Inlines{content.Text("Ord.")}}}}},
	}
	doc, _ := compileTold(t, rep)
	var widths []geom.Length
	for _, l := range setLines(doc) {
		if l.page == 2 && strings.Contains(title, strings.TrimSpace(l.text)) && l.text != "Ord." && l.text != "Klima" {
			widths = append(widths, l.box.W)
		}
	}
	if len(widths) != 2 || widths[1]*3 < widths[0]*2 {
		t.Errorf("the title's lines are %v wide", widths)
	}
}

// TestAColonStaysWithItsList turns no page between a paragraph that ends on a
// colon and the list it leads to, wherever on the page that falls.
func TestAColonStaysWithItsList(t *testing.T) {
	line := content.Paragraph{Body: content.Inlines{content.Text("En linje.")}}
	colon := content.Paragraph{Body: content.Inlines{content.Text("Vi har tre mål:")}}
	list := content.List{Items: []content.ListItem{{Body: content.Inlines{content.Text("Ro")}}, {Body: content.Inlines{content.Text("Renlighed")}}, {Body: content.Inlines{content.Text("Regelmæssighed")}}}}
	for before := 12; before < 26; before++ {
		ch := content.Chapter{ID: "k", Title: "Kolon"}
		for range before {
			ch.Blocks = append(ch.Blocks, line)
		}
		ch.Blocks = append(ch.Blocks, colon, list, line, line)
		doc, _ := compileTold(t, &content.Report{
			Title: "Kolon", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{}, Chapters: []content.Chapter{ch},
		})
		_, on := edges(doc, "Vi har tre mål:", "Ro")
		if len(on) != 2 || on[0] != on[1] {
			t.Errorf("after %d lines the colon and the list are on the pages %v", before, on)
		}
	}
}
