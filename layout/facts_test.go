package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// crowded is a report whose one chapter has many facts and little text, the
// last three of them beside the same short paragraph.
func crowded(facts int) *content.Report {
	text := content.Inlines{content.Text(strings.Repeat("Kommunerne har i året løst opgaven sammen med staten. ", 3))}
	caption := content.Inlines{content.Text(strings.Repeat("kommuner er med i ordningen, ", 5))}
	var blocks []content.Block
	for i := range facts {
		blocks = append(blocks, content.Fact{At: content.At{Pos: diag.Pos{File: "chapters/f.yaml", Line: i + 1, Column: 1}}, Figure: fmt.Sprintf("fakta %d", i+1), Caption: caption})
		if i%9 == 8 {
			blocks = append(blocks, content.Paragraph{Body: text})
		}
	}
	blocks = append(blocks, content.Paragraph{Body: text})
	return &content.Report{
		Title: "Fakta", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "f", Title: "Fakta", Blocks: blocks}},
	}
}

// factLines returns the lines that begin facts, by number, and fails where one
// lies over anything else or is not there once.
func factLines(t *testing.T, doc *page.Document, facts int) []setLine {
	t.Helper()
	out := make([]setLine, facts)
	seen := map[string]int{}
	lines := setLines(doc)
	for i, l := range lines {
		var n int
		if _, err := fmt.Sscanf(strings.ReplaceAll(l.text, "\u00a0", " "), "fakta %d", &n); err == nil {
			out[n-1] = l
			seen[fmt.Sprint(n)]++
		}
		for _, o := range lines[i+1:] {
			if o.page == l.page && o.box.Overlaps(l.box) {
				t.Errorf("page %d: %q lies over %q", l.page+1, o.text, l.text)
			}
		}
		if foot := style.Standard().Top + style.Standard().Height(); l.box.Bottom() > foot+style.Standard().Grid {
			t.Errorf("page %d: %q stands in the margin", l.page+1, l.text)
		}
	}
	for i := range facts {
		if n := seen[fmt.Sprint(i+1)]; n != 1 {
			t.Errorf("fact %d is there %d times", i+1, n)
		}
	}
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	return out
}

// isBeside reports whether a line stands in the side column.
func isBeside(l setLine) bool {
	_, _, side := style.Standard().Columns((l.page+1)%2 == 1)
	return l.box.X == side
}

// TestFactsMoveOnWhereTheColumnIsFull sets more facts than the side column of
// the chapter's pages holds: those without room stand in the text.
func TestFactsMoveOnWhereTheColumnIsFull(t *testing.T) {
	const facts = 34
	doc := compile(t, crowded(facts))
	beside := 0
	for _, l := range factLines(t, doc, facts) {
		if isBeside(l) {
			beside++
		}
	}
	if beside < facts/3 || beside == facts {
		t.Errorf("%d of %d facts stand beside the text", beside, facts)
	}
	if len(doc.Pages) > 20 {
		t.Errorf("%d pages", len(doc.Pages))
	}
}

// TestFactsGoOnOnTheNextPage has a chapter long enough for all facts: those that
// have no room beside their text stand on the page after, in order, and are read
// where they were written.
func TestFactsGoOnOnTheNextPage(t *testing.T) {
	const facts = 14
	rep := crowded(facts)
	text := content.Paragraph{Body: content.Inlines{content.Text(strings.Repeat("Kommunerne har i året løst opgaven sammen med staten. ", 12))}}
	for range 12 {
		rep.Chapters[0].Blocks = append(rep.Chapters[0].Blocks, text)
	}
	doc := compile(t, rep)
	list := factLines(t, doc, facts)
	for i, l := range list {
		if !isBeside(l) {
			t.Errorf("fact %d stands in the text", i+1)
		}
		if i > 0 && (l.page < list[i-1].page || l.page == list[i-1].page && l.box.Y <= list[i-1].box.Y) {
			t.Errorf("fact %d stands before the one before it", i+1)
		}
	}
	if first, last := list[0].page, list[facts-1].page; first == last || last > first+2 {
		t.Errorf("the facts stand on pages %d to %d", first+1, last+1)
	}
	n := 0
	for _, e := range newTree(doc).all(page.RoleAside) {
		if got, want := newTree(doc).read(e.Kids[0].(*page.Elem)), fmt.Sprintf("fakta %d", n+1); got != want {
			t.Errorf("the tree has %q, wanted %q", got, want)
		}
		n++
	}
	if n != facts {
		t.Errorf("the tree has %d facts", n)
	}
}
