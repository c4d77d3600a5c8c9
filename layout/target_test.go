package layout_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
)

// TestReferences lays out a chapter that tells the pages of what comes long after
// it: the numbers are those printed on the pages, and links lead there.
func TestReferences(t *testing.T) {
	line := 0
	at := func(anchor string) content.At {
		line++
		return content.At{Pos: diag.Pos{File: "chapters/a.yaml", Line: line, Column: 5}, Anchor: anchor}
	}
	cell := func(s string) content.Inlines { return content.Inlines{content.Text(s)} }
	filler := func() content.Block {
		return content.Paragraph{At: at(""), Body: cell(strings.Repeat("Kommunerne har i årets løb gjort mere end de fleste ventede. ", 200))}
	}
	refer := func(id string) content.Inlines {
		return content.Inlines{content.Text("Se "), content.Link{To: id, Body: cell("stedet " + id)}, content.Text(" på side "), content.Emph{Body: content.Inlines{content.PageNumber{To: id}}}, content.Text(".")}
	}
	table := content.Table{At: at("tabel"), Title: "Tabellen", Columns: []content.Column{{Title: "A"}}, Rows: [][]content.Inlines{{cell("1")}}}
	rep := &content.Report{
		Title: "Beretning", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{
			{Pos: diag.Pos{File: "chapters/a.yaml", Line: 1, Column: 1}, ID: "a", Title: "A", Blocks: []content.Block{
				content.Paragraph{At: at(""), Body: refer("tabel")}, content.Paragraph{At: at(""), Body: refer("b.afsnit")}, content.Paragraph{At: at(""), Body: refer("b")},
				filler(), table, filler(),
			}},
			{Pos: diag.Pos{File: "chapters/b.yaml", Line: 1, Column: 1}, ID: "b", Title: "B", Blocks: []content.Block{
				filler(), content.Section{At: at(""), ID: "b.afsnit", Title: "Afsnittet"}, content.Paragraph{At: at(""), Body: refer("a")},
			}},
		},
	}
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(problems.Sorted(), err)
	}
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	on := map[page.DestID]string{}
	for _, d := range doc.Dests {
		on[d.ID] = doc.Pages[d.Page].Label
	}
	for id, dest := range map[string]page.DestID{"tabel": "sted-tabel", "b.afsnit": "afsnit-b.afsnit", "b": "kapitel-b", "a": "kapitel-a"} {
		if on[dest] == "" {
			t.Fatalf("%s is nowhere", dest)
		}
		said, leads := false, false
		for _, p := range doc.Pages {
			text, _ := textOn(p)
			said = said || strings.Contains(strings.ReplaceAll(text, "\n", ""), "stedet "+id+" på side "+on[dest]+".")
			for _, l := range p.Links {
				leads = leads || l.Dest == dest && strings.Contains(l.Contents, "stedet "+id)
			}
		}
		if !said || !leads {
			t.Errorf("%s on page %s: said %t, leads there %t", id, on[dest], said, leads)
		}
	}
	if on["sted-tabel"] == on["kapitel-a"] {
		t.Error("the table is not on a later page")
	}
}
