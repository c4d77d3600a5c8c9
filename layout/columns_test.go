package layout_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// spot is where an entry of a list stands.
type spot struct {
	page   int
	column geom.Length // its left edge
	top    geom.Length
	text   string
}

// spots returns where the entries of the lists in an element stand, in the order
// of the tree. An entry that is parted fails.
func spots(t *testing.T, doc *page.Document, in *page.Elem) []spot {
	t.Helper()
	lines := setLines(doc)
	var out []spot
	walk(in, func(e *page.Elem) {
		if e.Role != page.RoleLBody {
			return
		}
		of := marks(e)
		var s spot
		for _, l := range lines {
			if !slices.Contains(of, l.mark) {
				continue
			}
			if s.text == "" {
				s = spot{l.page, l.box.X, l.box.Y, l.text}
			}
			if l.page != s.page || l.box.Y < s.top || l.box.X < s.column {
				t.Errorf("page %d: the entry %q is parted before %q", s.page+1, s.text, l.text)
			}
			s.text += l.text
		}
		out = append(out, s)
	})
	return out
}

// perPage returns how far down the lists of each page go, by column.
func perPage(t *testing.T, list []spot) map[int]map[geom.Length]geom.Length {
	t.Helper()
	less := func(a, b spot) int {
		return cmp.Or(a.page-b.page, cmp.Compare(a.column, b.column), cmp.Compare(a.top, b.top))
	}
	if !slices.IsSortedFunc(list, less) {
		t.Error("entries are not in the order they are read in: down, then across")
	}
	out := map[int]map[geom.Length]geom.Length{}
	for _, s := range list {
		if out[s.page] == nil {
			out[s.page] = map[geom.Length]geom.Length{}
		}
		out[s.page][s.column] = s.top
	}
	return out
}

// committees is a report with one roster of groups of members.
func committees(groups, members int) *content.Report {
	var roster content.Roster
	for g := range groups {
		group := &content.Group{Name: fmt.Sprintf("Udvalg %d", g+1)}
		for m := range members + g%3 {
			p := &content.Person{Name: fmt.Sprintf("Person %d %c", g+1, 'A'+m), Office: "Borgmester", Party: "V", Municipality: "Kalundborg"}
			if (g+m)%4 == 0 {
				p.Office = "Beskæftigelses- og integrationsborgmester samt formand"
			}
			group.Members = append(group.Members, content.Member{Person: p})
		}
		roster.Groups = append(roster.Groups, group)
	}
	return &content.Report{
		Title: "Udvalg", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "u", Title: "Udvalg", Blocks: []content.Block{roster}}},
	}
}

// TestRostersStandInColumns sets rosters of one page and of several: entries in
// the order of the edition, none parted, columns full on every page but the last
// and even there.
func TestRostersStandInColumns(t *testing.T) {
	th := style.Standard()
	for _, c := range []struct{ groups, members, pages int }{{1, 2, 1}, {2, 9, 1}, {5, 3, 1}, {12, 9, 3}, {40, 9, 7}} {
		doc := compile(t, committees(c.groups, c.members))
		list := spots(t, doc, doc.Root)
		want := 0
		for g := range c.groups {
			for m := range c.members + g%3 {
				if name := fmt.Sprintf("Person %d %c", g+1, 'A'+m); !strings.Contains(plain(list[want].text), name) {
					t.Fatalf("%d groups: entry %d is %q, wanted %q", c.groups, want, list[want].text, name)
				}
				want++
			}
		}
		pages := perPage(t, list)
		last := list[len(list)-1].page
		if len(pages) != c.pages {
			t.Errorf("%d groups take %d pages", c.groups, len(pages))
		}
		const slack = 11 // rows: a committee is not parted for less
		for p, columns := range pages {
			var feet []geom.Length
			for _, y := range columns {
				feet = append(feet, y)
			}
			switch {
			case len(columns) != 2 && c.groups > 1:
				t.Errorf("%d groups: page %d has %d columns", c.groups, p+1, len(columns))
			case p == last && slices.Max(feet)-slices.Min(feet) > slack*th.Grid:
				t.Errorf("%d groups: the columns of the last page end at %v", c.groups, feet)
			case p < last && slices.Min(feet) < th.Top+th.Height()-slack*th.Grid:
				t.Errorf("%d groups: page %d has columns that end at %v", c.groups, p+1, feet)
			}
		}
		for _, fault := range doc.Check() {
			t.Error(fault)
		}
	}
}

// TestTheEditionsRostersStandInColumns holds the same of the embedded edition.
func TestTheEditionsRostersStandInColumns(t *testing.T) {
	doc := edition(t)
	entries := 0
	for _, sect := range doc.Root.Kids {
		sect := sect.(*page.Elem)
		walk(sect, func(e *page.Elem) {
			if e.Role == page.RoleSect && strings.HasPrefix(newTree(doc).read(e.Kids[0].(*page.Elem)), "Udvalg") && e != sect {
				list := spots(t, doc, e)
				entries += len(list)
				perPage(t, list)
			}
		})
	}
	if entries != 81 {
		t.Errorf("%d members were found", entries)
	}
}

// TestLongLinkListsStandInColumns has links of one line and of several.
func TestLongLinkListsStandInColumns(t *testing.T) {
	links := content.Links{Title: "Læs mere"}
	for i := range 9 {
		links.Items = append(links.Items, content.LinkItem{
			Text: fmt.Sprintf("Udspil %d %s", i+1, strings.Repeat("om velfærd i kommunerne ", i%3)), URL: fmt.Sprintf("https://www.kl.dk/%d", i+1),
		})
	}
	rep := committees(0, 0)
	rep.Chapters[0].Blocks = []content.Block{content.Paragraph{Body: content.Inlines{content.Text("Tekst.")}}, links}
	doc := compile(t, rep)
	list := spots(t, doc, doc.Root)
	for p, columns := range perPage(t, list) {
		if len(columns) != 2 {
			t.Errorf("page %d has %d columns", p+1, len(columns))
		}
	}
	for i, s := range list {
		if !strings.HasPrefix(s.text, fmt.Sprintf("Udspil %d", i+1)) {
			t.Errorf("entry %d is %q", i+1, s.text)
		}
	}
	if tops := []geom.Length{list[0].top, list[5].top}; tops[0] != tops[1] && list[4].top != tops[0] {
		t.Errorf("the columns begin at %v", tops)
	}
}
