package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
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

// TestFactsMoveOnWhereTheColumnIsFull sets more facts than the side column of
// the text's pages holds: each is there once, none lies over anything, and those
// without room beside the text stand in it.
func TestFactsMoveOnWhereTheColumnIsFull(t *testing.T) {
	const facts = 34
	doc := compile(t, crowded(facts))
	th := style.Standard()
	seen, beside := map[string]int{}, 0
	lines := setLines(doc)
	for i, l := range lines {
		if strings.HasPrefix(l.text, "fakta ") {
			seen[strings.TrimSpace(strings.ReplaceAll(l.text, "\u00a0", " "))]++
			_, _, side := th.Columns((l.page+1)%2 == 1)
			if l.box.X == side {
				beside++
			}
		}
		for _, o := range lines[i+1:] {
			if o.page == l.page && o.box.Overlaps(l.box) {
				t.Errorf("page %d: %q lies over %q", l.page+1, o.text, l.text)
			}
		}
	}
	for i := range facts {
		if n := seen[fmt.Sprintf("fakta %d", i+1)]; n != 1 {
			t.Errorf("fact %d is there %d times", i+1, n)
		}
	}
	if beside == 0 || beside == facts {
		t.Errorf("%d of %d facts stand beside the text", beside, facts)
	}
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	if len(doc.Pages) > 20 {
		t.Errorf("%d pages", len(doc.Pages))
	}
}
