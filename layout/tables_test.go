package layout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/page"
)

// longTable is a report with one table of many rows.
func longTable(rows int) *content.Report {
	table := content.Table{Title: "Lang tabel", Columns: []content.Column{{Title: "Kommune"}, {Title: "Beløb", Align: content.Right}}}
	for i := range rows {
		table.Rows = append(table.Rows, []content.Inlines{{content.Text(fmt.Sprintf("Kommune %d", i+1))}, {content.Text(fmt.Sprint(i * 1000))}})
	}
	return &content.Report{
		Title: "Tabeller", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "t", Title: "Tal", Blocks: []content.Block{table}}},
	}
}

// TestATableThatGoesOnRepeatsItsHead sets a table over several pages: each has
// the head above its rows, as decoration but for the first, and every row once.
func TestATableThatGoesOnRepeatsItsHead(t *testing.T) {
	const rows = 150
	doc := compile(t, longTable(rows))
	pages, real, seen := 0, 0, 0
	for _, p := range doc.Pages {
		heads, cells := 0, 0
		for _, c := range p.Content {
			for _, it := range c.Items {
				text, ok := it.(page.Text)
				switch {
				case !ok:
				case strings.TrimSpace(text.Source) == "Kommune" && c.Artifact != page.Header:
					heads++
					if c.Mark != 0 {
						real++
					}
				case strings.HasPrefix(text.Source, "Kommune "):
					cells++
				}
			}
		}
		seen += cells
		if cells > 0 {
			pages++
			if heads != 1 {
				t.Errorf("page %s has %d rows and %d heads", p.Label, cells, heads)
			}
		}
		if cells == 1 {
			t.Errorf("page %s has a single row", p.Label)
		}
	}
	if pages < 3 || real != 1 || seen != rows {
		t.Errorf("%d pages, %d heads in the structure, %d rows of %d", pages, real, seen, rows)
	}
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
}
