package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// factual is a report with a fact of the figure beside a paragraph, in a theme
// whose side column is so wide.
func factual(figure string, side geom.Length) *content.Report {
	at := content.At{Pos: diag.Pos{File: "chapters/f.yaml", Line: 3, Column: 5}}
	text := content.Inlines{content.Text(strings.Repeat("Kommunerne har i året løst opgaven sammen med staten. ", 4))}
	rep := &content.Report{
		Title: "Fakta", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "f", Title: "Fakta", Blocks: []content.Block{
			content.Fact{At: at, Figure: figure, Caption: content.Inlines{content.Text("af de ældre")}}, content.Paragraph{Body: text},
		}}},
	}
	rep.Theme.Side = content.Said(content.Length(side), diag.Pos{File: "theme.yaml", Line: 1, Column: 1})
	rep.Theme.Scale = content.Said(1300, diag.Pos{File: "theme.yaml", Line: 2, Column: 1})
	return rep
}

// figureLines are the lines of a figure in the chapter, after cover and contents.
func figureLines(doc *page.Document, figure string) (lines []setLine) {
	want := strings.ReplaceAll(figure, "\u00a0", " ")
	for _, l := range setLines(doc) {
		text := strings.TrimSpace(strings.ReplaceAll(l.text, "\u00a0", " "))
		if l.page > 1 && text != "" && strings.Contains(want, text) {
			lines = append(lines, l)
		}
	}
	return lines
}

// TestFiguresFitTheSideColumn sets figures of all lengths in narrow side columns:
// none is wider than it, and where one has to be small that is told at the fact.
func TestFiguresFitTheSideColumn(t *testing.T) {
	small := map[string]bool{}
	for _, figure := range []string{"98", "91,5 pct.", "3,2 mia. kr.", "−1.234.567,89 kr.", "12.345.678.901.234 mio. kr.", "Halvfemsindstyve"} {
		for _, mm := range []int64{25, 36, 45} {
			rep := factual(figure, geom.MM(mm))
			th, _, _ := layout.Look(rep, fonts.Embedded())
			doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
			if err != nil || doc == nil {
				t.Fatal(err, problems.Sorted())
			}
			lines := figureLines(doc, figure)
			if len(lines) == 0 {
				t.Errorf("%s at %d mm is not there", figure, mm)
			}
			for _, l := range lines {
				if l.box.W > th.Side {
					t.Errorf("%s at %d mm: the line %q is %s wide, the column %s", figure, mm, l.text, l.box.W, th.Side)
				}
			}
			for _, d := range problems.Sorted() {
				switch d.Message.Code {
				case "wide-figure":
					small[fmt.Sprintf("%s %d", figure, mm)] = true
					if d.Pos.Line != 3 || d.Pos.File != "chapters/f.yaml" {
						t.Errorf("%s is told at %v", figure, d.Pos)
					}
				case "overfull-line":
					t.Errorf("%s at %d mm: %s", figure, mm, d.Text(diag.English))
				}
			}
		}
	}
	if !small["12.345.678.901.234 mio. kr. 25"] || small["3,2 mia. kr. 36"] || small["98 25"] {
		t.Errorf("told to be too small: %v", small)
	}
}

// TestAUnitStandsBelowItsFigure sets a figure that fits a narrow column only with
// its unit on a line of its own: both are read as one text.
func TestAUnitStandsBelowItsFigure(t *testing.T) {
	rep := factual("3,2 mia. kr.", geom.MM(25))
	lines := figureLines(made(t, rep), "3,2 mia. kr.")
	if len(lines) != 2 || lines[0].text != "3,2 " || strings.ReplaceAll(lines[1].text, "\u00a0", " ") != "mia. kr." {
		t.Errorf("%v", lines)
	}
}

// TestFactsInTheTextStayWithIt breaks chapters of facts in the text at every
// height: the line after a fact is on the fact's page.
func TestFactsInTheTextStayWithIt(t *testing.T) {
	body := content.Inlines{content.Text(strings.Repeat("Kommunerne har i året løst opgaven sammen med staten. ", 5))}
	for before := range 14 {
		rep := factual("98", 0)
		blocks := []content.Block{content.Paragraph{Body: content.Inlines{content.Text(strings.Repeat("Ord i en linje. ", 6*(before+1)))}}}
		for range 12 {
			blocks = append(blocks, rep.Chapters[0].Blocks[0], content.Paragraph{Body: body})
		}
		rep.Chapters[0].Blocks = blocks
		lines := setLines(made(t, rep))
		for i, l := range lines {
			if strings.TrimSpace(l.text) == "af de ældre" && i+1 < len(lines) && lines[i+1].page != l.page {
				t.Errorf("%d: a fact ends page %d, and its text begins the next", before, l.page+1)
			}
		}
	}
}
