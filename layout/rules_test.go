package layout_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// setLine is a line of text as it stands on a page.
type setLine struct {
	page int
	mark page.MarkID
	box  geom.Rect
	text string
}

// setLines returns every line of real text, in reading order.
func setLines(doc *page.Document) []setLine {
	var out []setLine
	for i, p := range doc.Pages {
		for _, c := range p.Content {
			if c.Mark == 0 {
				continue
			}
			for _, it := range c.Items {
				t, ok := it.(page.Text)
				if !ok || strings.TrimSpace(t.Source) == "" {
					continue
				}
				w := t.Width()
				if n := len(t.Words); strings.HasSuffix(t.Source, " ") {
					w -= t.Words[n-1].Width(t.Stretch)
				}
				box := geom.Rect{X: t.Origin.X, Y: t.Origin.Y - t.Size*7/10, W: w, H: t.Size * 9 / 10}
				out = append(out, setLine{i, c.Mark, box, t.Source})
			}
		}
	}
	return out
}

func TestNoTextOverlaps(t *testing.T) {
	for name, doc := range map[string]*page.Document{"edition": edition(t), "every": everyBlock(t)} {
		lines := setLines(doc)
		for i, a := range lines {
			for _, b := range lines[i+1:] {
				if b.page != a.page {
					break
				}
				if a.box.Overlaps(b.box) {
					t.Errorf("%s, page %d: %q lies over %q", name, a.page+1, a.text, b.text)
				}
			}
		}
	}
}

func TestTextStaysInItsArea(t *testing.T) {
	doc := edition(t)
	th := style.Standard()
	for _, l := range setLines(doc) {
		text, _, _ := th.Columns(l.page%2 == 0)
		left, right := text-5*geom.Pt/2, text+th.TextWidth()+5*geom.Pt/2 // quotation marks and hyphens hang out
		if l.box.X < left || l.box.Right() > right || l.box.Bottom() > geom.MM(297)-geom.MM(15) {
			t.Errorf("page %d: %q stands at %s, %s and is %s wide", l.page+1, l.text, l.box.X, l.box.Y, l.box.W)
		}
	}
}

// walk calls f for every element.
func walk(e *page.Elem, f func(*page.Elem)) {
	f(e)
	for _, k := range e.Kids {
		if kid, ok := k.(*page.Elem); ok {
			walk(kid, f)
		}
	}
}

// marks returns the marks an element and those within it hold.
func marks(e *page.Elem) []page.MarkID {
	var out []page.MarkID
	walk(e, func(e *page.Elem) {
		for _, k := range e.Kids {
			if m, ok := k.(page.Mark); ok {
				out = append(out, page.MarkID(m))
			}
		}
	})
	return out
}

// rows returns how many lines of the marks are on each page.
func rows(lines []setLine, of []page.MarkID) map[int]int {
	bases := map[int][]geom.Length{}
	for _, l := range lines {
		if slices.Contains(of, l.mark) && !slices.Contains(bases[l.page], l.box.Y) {
			bases[l.page] = append(bases[l.page], l.box.Y)
		}
	}
	out := map[int]int{}
	for p, b := range bases {
		out[p] = len(b)
	}
	return out
}

func TestNoWidowsOrOrphans(t *testing.T) {
	doc := edition(t)
	lines := setLines(doc)
	parted := 0
	walk(doc.Root, func(e *page.Elem) {
		if e.Role != page.RoleP {
			return
		}
		on := rows(lines, marks(e))
		if len(on) < 2 {
			return
		}
		parted++
		for p, n := range on {
			if n < 2 {
				t.Errorf("page %d has a single line of a paragraph that goes over pages %v", p+1, on)
			}
		}
	})
	if parted == 0 {
		t.Error("no paragraph goes over a page, so nothing was tested")
	}
}

func TestHeadingsStayWithWhatFollows(t *testing.T) {
	doc := edition(t)
	lines := setLines(doc)
	walk(doc.Root, func(e *page.Elem) {
		if e.Role != page.RoleH3 && e.Role != page.RoleH4 && e.Role != page.RoleH5 {
			return
		}
		of := marks(e)
		last := slices.IndexFunc(lines, func(l setLine) bool { return slices.Contains(of, l.mark) })
		for last+1 < len(lines) && slices.Contains(of, lines[last+1].mark) {
			last++
		}
		after := 0
		for _, l := range lines[last+1:] {
			if l.page == lines[last].page && l.box.Y > lines[last].box.Y {
				after++
			}
		}
		if after < 2 {
			t.Errorf("page %d: the heading %q has %d lines after it", lines[last].page+1, lines[last].text, after)
		}
	})
}

// TestContentsAreTrue reads the printed contents and follows each entry.
func TestContentsAreTrue(t *testing.T) {
	doc := edition(t)
	lines := setLines(doc)
	entries := 0
	walk(doc.Root, func(e *page.Elem) {
		if e.Role != page.RoleTOCI {
			return
		}
		entries++
		of := marks(e)
		var texts []string
		for _, l := range lines {
			if slices.Contains(of, l.mark) {
				texts = append(texts, strings.TrimSpace(l.text))
			}
		}
		title, number := strings.Join(texts[:len(texts)-1], " "), texts[len(texts)-1]
		dest := destOf(t, doc, e)
		if want := strconv.Itoa(dest.Page + 1); number != want {
			t.Errorf("%s is on page %s, and the contents say %s", title, want, number)
		}
		found := slices.ContainsFunc(lines, func(l setLine) bool {
			return l.page == dest.Page && strings.HasPrefix(title, strings.TrimSpace(l.text))
		})
		if !found {
			t.Errorf("page %s does not say %q", number, title)
		}
	})
	if entries < 25 {
		t.Errorf("the contents have %d entries", entries)
	}
}

// destOf follows the link of an entry.
func destOf(t *testing.T, doc *page.Document, toci *page.Elem) page.Dest {
	t.Helper()
	var id page.LinkID
	walk(toci, func(e *page.Elem) {
		for _, k := range e.Kids {
			if l, ok := k.(page.LinkRef); ok {
				id = page.LinkID(l)
			}
		}
	})
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			if l.ID != id {
				continue
			}
			for _, d := range doc.Dests {
				if d.ID == l.Dest {
					return d
				}
			}
		}
	}
	t.Fatalf("link %d leads nowhere", id)
	return page.Dest{}
}

// TestFiguresShareAnEdge finds the figures of a statement's columns and sees
// that each column ends on one line.
func TestFiguresShareAnEdge(t *testing.T) {
	doc := edition(t)
	lines := setLines(doc)
	tables := 0
	walk(doc.Root, func(e *page.Elem) {
		if e.Role != page.RoleTable || len(e.Kids) < 2 { // a chart's has rows alone
			return
		}
		edges := map[int]map[geom.Length]bool{}
		walk(e, func(tr *page.Elem) {
			if tr.Role != page.RoleTR || len(tr.Kids) != 3 {
				return
			}
			for i, k := range tr.Kids[1:] {
				cell := k.(*page.Elem)
				of := marks(cell)
				for _, l := range lines {
					if cell.Role == page.RoleTD && slices.Contains(of, l.mark) {
						if edges[i] == nil {
							edges[i] = map[geom.Length]bool{}
						}
						edges[i][l.box.Right()] = true
					}
				}
			}
		})
		if len(edges) == 0 {
			return
		}
		tables++
		for i, e := range edges {
			if len(e) != 1 {
				t.Errorf("figure column %d has its right edge at %v", i+1, e)
			}
		}
	})
	if tables != 3 {
		t.Errorf("%d statements were found", tables)
	}
}

// TestBodyLinesStandOnOneGrid finds the running text of all pages on the same
// baselines.
func TestBodyLinesStandOnOneGrid(t *testing.T) {
	th := style.Standard()
	lines := 0
	for i, p := range edition(t).Pages {
		for _, c := range p.Content {
			for _, it := range c.Items {
				text, ok := it.(page.Text)
				if !ok || text.Face != th.Type.Body.Faces.Regular || text.Size != th.Type.Body.Size {
					continue
				}
				lines++
				if off := (text.Origin.Y - th.Top) % th.Grid; off != firstBase(th) {
					t.Errorf("page %d: %q stands %s from the grid", i+1, text.Source, off)
				}
			}
		}
	}
	if lines < 400 {
		t.Errorf("only %d lines of running text were found", lines)
	}
}

// firstBase is how far below a row of the grid the baseline of running text is.
func firstBase(th *style.Theme) geom.Length {
	face, err := fonts.Embedded().Face(th.Type.Body.Faces.Regular)
	if err != nil {
		return 0
	}
	m := face.Metrics()
	up := th.Type.Body.Size.Scale(int64(m.Ascent), int64(m.UnitsPerEm))
	down := th.Type.Body.Size.Scale(int64(-m.Descent), int64(m.UnitsPerEm))
	return (th.Type.Body.Leading-up-down)/2 + up
}

// TestNoPageIsLeftEmpty finds a third of every page filled, unless what follows
// begins a page by itself.
func TestNoPageIsLeftEmpty(t *testing.T) {
	doc := edition(t)
	th := style.Standard()
	begins := map[int]bool{1: true, len(doc.Pages) - 1: true, len(doc.Pages): true} // after the covers
	for _, d := range doc.Dests {
		if d.Y == th.Top {
			begins[d.Page] = true
		}
	}
	lowest := map[int]geom.Length{}
	for _, l := range setLines(doc) {
		lowest[l.page] = max(lowest[l.page], l.box.Bottom())
	}
	for i := range doc.Pages {
		if !begins[i+1] && lowest[i] < th.Top+th.Height()/3 {
			t.Errorf("page %d ends at %s pt", i+1, lowest[i])
		}
	}
}
