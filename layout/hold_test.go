package layout_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
)

// TestFaultsStandAtTheirBlocks plants faults the rules of accessibility know, and
// has each told at the place its block was written, not its chapter's.
func TestFaultsStandAtTheirBlocks(t *testing.T) {
	at := func(line int) content.At {
		return content.At{Pos: diag.Pos{File: "chapters/a.yaml", Line: line, Column: 5}}
	}
	link := func(text string) content.Inlines {
		return content.Inlines{content.Text("Teksten "), content.Link{URL: "https://www.kl.dk", Body: content.Inlines{content.Text(text)}}}
	}
	cell := func(s string) content.Inlines { return content.Inlines{content.Text(s)} }
	table := content.Table{At: at(9), Title: "Uden hoved", Columns: make([]content.Column, 2), Rows: [][]content.Inlines{{cell("a"), cell("b")}}}
	rep := &content.Report{
		Title: "Beretning", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{Pos: diag.Pos{File: "chapters/a.yaml", Line: 1, Column: 1}, ID: "a", Title: "A", Blocks: []content.Block{
			content.Paragraph{At: at(4), Body: link("KL's beretning")},
			content.Paragraph{At: at(6), Body: link("her")},
			table,
			content.Section{At: at(12), ID: "s", Title: "Et afsnit"},
			content.Paragraph{At: at(14), Body: link("Læs mere")},
		}}},
	}
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc != nil {
		t.Fatalf("a document with faults is made: %v, %v", doc != nil, err)
	}
	var got []string
	for _, d := range problems.Sorted() {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", d.Pos.File, d.Pos.Line, d.Pos.Column, d.Message.Code))
	}
	want := []string{"chapters/a.yaml:6:5 ua-link-vague", "chapters/a.yaml:9:5 ua-headers", "chapters/a.yaml:14:5 ua-link-vague"}
	if !slices.Equal(got, want) {
		t.Errorf("told of %v, wanted %v", got, want)
	}
}
