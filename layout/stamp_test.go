package layout_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// dumped is a document as text.
func dumped(t *testing.T, doc *page.Document) string {
	t.Helper()
	var b strings.Builder
	if err := page.Dump(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// said is the text of a page's contents, one on a line.
func said(p page.Page, kind page.Artifact) (out []string) {
	for _, c := range p.Content {
		if c.Artifact != kind {
			continue
		}
		text := ""
		for _, i := range c.Items {
			if t, ok := i.(page.Text); ok {
				text += t.Source
			}
		}
		out = append(out, text)
	}
	return out
}

// TestStamp has the copies differ from the document in the name and the number
// alone, which are on every page but the back, and are the same made twice, side
// by side.
func TestStamp(t *testing.T) {
	rep := load(t, edition2024.Files())
	doc := compile(t, rep)
	before := dumped(t, doc)
	s := layout.NewStamper(doc, rep, fonts.Embedded(), layout.Options{})
	var all [4]string
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() {
			copied, missing, err := s.Stamp("Åse Ærø", []string{"17", "B-2"}[i%2])
			if err != nil || len(missing) > 0 {
				t.Errorf("%v, %q is missing", err, missing)
				return
			}
			all[i] = dumped(t, copied)
		})
	}
	group.Wait()
	if all[0] != all[2] || all[1] != all[3] || all[0] == all[1] {
		t.Error("a copy made twice differs, or two copies do not")
	}
	if dumped(t, doc) != before {
		t.Error("the document is changed")
	}
	copied, _, _ := s.Stamp("Åse Ærø", "17")
	if faults := copied.Check(); len(faults) > 0 {
		t.Error(faults)
	}
	real := said(copied.Pages[0], page.NotArtifact)
	if n := len(real); real[n-2] != "Åse Ærø" || real[n-1] != "Eksemplar 17" {
		t.Errorf("the cover says %q", real)
	}
	last := len(copied.Pages) - 1
	for i, p := range copied.Pages {
		foot := strings.Join(said(p, page.Footer), "|")
		if has := strings.HasSuffix(foot, "Eksemplar 17 · Åse Ærø"); has != (i > 0 && i < last) {
			t.Errorf("page %d has %q at its foot", i+1, foot)
		}
	}
}

// TestStampTakesAnyName has long names go on, and those that can't be written
// told.
func TestStampTakesAnyName(t *testing.T) {
	rep := load(t, edition2024.Files())
	s := layout.NewStamper(compile(t, rep), rep, fonts.Embedded(), layout.Options{})
	long := strings.Repeat("Anne-Marie ", 7) + "Ib"
	copied, missing, err := s.Stamp(long, "1")
	if err != nil || len(missing) > 0 {
		t.Fatalf("%v, %q", err, missing)
	}
	if foot := said(copied.Pages[3], page.Footer); foot[len(foot)-1] != "Eksemplar 1" && !strings.HasSuffix(foot[len(foot)-1], long) {
		t.Errorf("at the foot: %q", foot)
	}
	for _, c := range copied.Pages[0].Content {
		for _, item := range c.Items {
			if text, ok := item.(page.Text); ok && text.Origin.X+text.Width() > copied.Pages[0].Size.W-10*geom.Pt {
				t.Errorf("%q runs off the cover", text.Source)
			}
		}
	}
	if _, missing, _ := s.Stamp("漢字", "2"); string(missing) != "漢字" {
		t.Errorf("%q is missing", string(missing))
	}
}
