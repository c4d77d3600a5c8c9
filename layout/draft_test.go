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

// draftOf lays out a chapter of long paragraphs with remarks.
func draftOf(t *testing.T, language string, remarks ...layout.Remark) *page.Document {
	t.Helper()
	para := func(line int, text string) content.Block {
		return content.Paragraph{At: content.At{Pos: diag.Pos{File: "chapters/a.yaml", Line: line, Column: 5}}, Body: content.Inlines{content.Text(text)}}
	}
	filler := strings.Repeat("Kommunerne har i årets løb gjort mere end de fleste ventede. ", 60)
	rep := &content.Report{
		Title: "Beretning", Year: 2024, Publisher: "KL", Language: language, Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{Pos: diag.Pos{File: "chapters/a.yaml", Line: 1, Column: 1}, ID: "a", Title: "A", Blocks: []content.Block{
			para(4, "Først siger vi sandheden. "+filler+"Så kommer en løgn her."), para(90, filler+filler+"En løgn er her, og en løgn er der."),
		}}},
	}
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{Draft: &layout.Draft{Remarks: remarks}})
	if err != nil || doc == nil {
		t.Fatal(problems.Sorted(), err)
	}
	return doc
}

func remark(line int, found string) layout.Remark {
	return layout.Remark{At: diag.Pos{File: "chapters/a.yaml", Line: line, Column: 9}, Found: found, Code: "løgn", Text: "det passer ikke"}
}

// textOn is the text of a page, as it is drawn, and where each piece stands.
func textOn(p page.Page) (all string, at map[string]page.Text) {
	at = map[string]page.Text{}
	for _, c := range p.Content {
		for _, it := range c.Items {
			if t, is := it.(page.Text); is {
				all += t.Source + "\n"
				at[t.Source] = t
			}
		}
	}
	return all, at
}

// TestDraftMarks has each remark marked at the height of its words, on their page,
// also where the words come again, and one whose words are not found where its
// block begins.
func TestDraftMarks(t *testing.T) {
	doc := draftOf(t, "da", remark(4, "sandheden"), remark(5, "løgn"), remark(91, "løgn"), remark(92, "er der"), remark(93, "nowhere"))
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	seen := 0
	for _, p := range doc.Pages {
		_, at := textOn(p)
		for label, words := range map[string]string{"1": "sandheden", "2": "løgn her", "3, 4": "En løgn er her"} {
			mark, is := at[label]
			if !is {
				continue
			}
			for text, line := range at {
				if strings.Contains(text, words) {
					seen++
					if off := mark.Origin.Y - line.Origin.Y; off < -6000 || off > 6000 {
						t.Errorf("the mark %s stands %s from its line", label, off)
					}
				}
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d of the marks are on the pages of their words", seen)
	}
	list, _ := textOn(doc.Pages[len(doc.Pages)-1])
	if !strings.Contains(list, "KLADDE: 5 fund") || strings.Count(list, "det passer ikke") != 5 {
		t.Errorf("the list is\n%s", list)
	}
}

// TestDraftWord has the word of the language on every page, as text and as an
// outline across it, and leaves a report without remarks its pages.
func TestDraftWord(t *testing.T) {
	for language, word := range map[string]string{"da": "KLADDE", "en": "DRAFT", "de": "ENTWURF", "sv": "UTKAST", "kl": "KLADDE"} {
		doc := draftOf(t, language)
		for i, p := range doc.Pages {
			if text, _ := textOn(p); !strings.Contains(text, word) {
				t.Errorf("%s: page %d lacks %s", language, i+1, word)
			}
			last := p.Content[len(p.Content)-1]
			outline, is := last.Items[0].(page.Shape)
			if !is || outline.Fill != nil || len(outline.Path) < 30 || last.Artifact == page.NotArtifact {
				t.Errorf("%s: page %d has no outline of the word", language, i+1)
			}
		}
		if !strings.HasPrefix(doc.Meta.Title, word+": ") {
			t.Errorf("the title is %q", doc.Meta.Title)
		}
	}
}

// TestDraftWithThousands gives marks there is no room for one number, and a list
// of many pages.
func TestDraftWithThousands(t *testing.T) {
	var remarks []layout.Remark
	for i := range 2000 {
		remarks = append(remarks, remark(4+i%90, "løgn"))
	}
	doc := draftOf(t, "da", remarks...)
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	if text, _ := textOn(doc.Pages[len(doc.Pages)-1]); !strings.Contains(text, "2000") {
		t.Error("the last remark is not listed")
	}
}
