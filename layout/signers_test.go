package layout_test

import (
	"context"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// signing is a chapter of signatures.
const signing = `title: Underskrifter
blocks:
  - text: Det er vores opfattelse.
  - signatures:
      place: Aalborg
      date: 2025-01-31
      SIGNED
      parties:
        - title: Rådet
          people: [{person: anna-aaby, role: Formand for rådet og alle dets udvalg}, bo-bech, {person: carl-c-carlsen, role: Direktør}, anna-aaby]
`

// linesAbove counts the names that a thin line stands close above.
func linesAbove(doc *page.Document, names ...string) (n int) {
	for _, l := range setLines(doc) {
		for _, name := range names {
			if strings.TrimSpace(plain(l.text)) == name && ruled(doc.Pages[l.page], l.box) {
				n++
			}
		}
	}
	return n
}

// ruled reports a thin area close above a line of text, with its left edge.
func ruled(p page.Page, box geom.Rect) bool {
	for _, c := range p.Content {
		for _, it := range c.Items {
			s, is := it.(page.Shape)
			if !is || s.Fill == nil || len(s.Path) < 3 {
				continue
			}
			from, to := s.Path[0].P[0], s.Path[2].P[0]
			if from.X == box.X && to.Y-from.Y < geom.Pt && to.X-from.X > 60*geom.Pt && from.Y < box.Y && from.Y > box.Y-8*geom.Pt {
				return true
			}
		}
	}
	return false
}

// TestSignersHaveALine sets a statement to be signed, and one that has been.
func TestSignersHaveALine(t *testing.T) {
	for signed, want := range map[string]int{"signed: false": 4, "signed: true": 0} {
		for _, theme := range []string{"base: standard\n", "paper: A5\ncolumns: {side: 0}\n"} {
			chapter := strings.Replace(signing, "SIGNED", signed, 1)
			doc := made(t, themed(t, every(), theme, "chapters/mennesker.yaml", chapter))
			sound(t, theme, doc)
			if got := linesAbove(doc, "Anna Åby", "Bo Bech", "Carl C. Carlsen"); got != want {
				t.Errorf("%s, %s: %d lines to sign on, want %d", theme, signed, got, want)
			}
		}
	}
}

// TestARingWithoutRoomBecomesBars sets a ring on a page too narrow for it: the
// book is made, and the chart's own place is told.
func TestARingWithoutRoomBecomesBars(t *testing.T) {
	rep := themed(t, every(), "paper: {width: 90 mm, height: 160 mm}\nmargins: {inner: 12 mm, outer: 10 mm}\ncolumns: {side: 0}\n")
	_, told := compileTold(t, rep)
	for _, d := range told {
		if d.Message.Code == "ring-as-bars" {
			if d.Pos.File != "chapters/tal.yaml" || d.Pos.Line != 4 {
				t.Errorf("it is told at %v", d.Pos)
			}
			return
		}
	}
	t.Error("it is not told")
}

// compileTold lays a report out, and gives what is told.
func compileTold(t *testing.T, rep *content.Report) (*page.Document, []diag.Diagnostic) {
	t.Helper()
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	return doc, problems.Sorted()
}
