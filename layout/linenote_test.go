package layout_test

import (
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/page"
)

// TestLineNotesLeadToTheirNotes has the number in a statement's notes column lead
// to the section that is the note.
func TestLineNotesLeadToTheirNotes(t *testing.T) {
	chapter := "title: Regnskab\nblocks:\n  - statement: resultat\n  - section: \"Note 1: Kontingent\"\n  - text: Otte kommuner betaler.\n"
	rep := themed(t, every(), "base: standard\n", "chapters/tal.yaml", chapter)
	doc := made(t, rep)
	sound(t, "notes", doc)
	var to []page.DestID
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			if strings.TrimSpace(l.Contents) != "" && strings.HasPrefix(string(l.Dest), "afsnit-tal.note-1") && strings.HasSuffix(l.Contents, " 1") {
				to = append(to, l.Dest)
			}
		}
	}
	if len(to) != 1 {
		t.Errorf("%d links lead from the statement to its note", len(to))
	}
}
