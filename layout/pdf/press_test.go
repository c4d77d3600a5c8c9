package pdf

import (
	"bytes"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// again is a document with other content on a page, which change changes.
func again(doc *page.Document, at int, change func(t *page.Text)) *page.Document {
	out := *doc
	out.Pages = slices.Clone(doc.Pages)
	content := slices.Clone(doc.Pages[at].Content)
	for i := range content {
		content[i].Items = slices.Clone(content[i].Items)
		for k, it := range content[i].Items {
			if t, is := it.(page.Text); is {
				change(&t)
				content[i].Items[k] = t
			}
		}
	}
	out.Pages[at].Content = content
	return &out
}

// TestAPressWritesWhatWriteDoes writes documents one after another that differ in a page:
// each file is the one Write makes, and pages are taken from the document before where,
// and only where, they are drawn as they were.
func TestAPressWritesWhatWriteDoes(t *testing.T) {
	long, pictures := book(t, 20), sample(t)
	moved := again(long, 3, func(t *page.Text) { t.Origin.Y += 1000 })
	other := again(moved, 0, func(t *page.Text) { // another face comes first
		if t.Face == fonts.SansBold {
			t.Face = fonts.SansRegular
		}
	})
	read := again(other, 0, func(t *page.Text) { // the first glyph is read as something else
		w := *t.Words[0].Word
		w.Source = "q" + w.Source[1:]
		t.Words = append([]page.Piece{{Word: &w, Extra: t.Words[0].Extra}}, t.Words[1:]...)
		t.Source = "q" + t.Source[1:]
	})
	var p Press
	lib := fonts.Embedded()
	for _, step := range []struct {
		name   string
		doc    *page.Document
		reused int
	}{
		{"first", long, 0}, {"the same", long, 20}, {"a page moved", moved, 19}, {"other faces", other, 0},
		{"read as another", read, 0}, {"the same again", read, 20}, {"another", pictures, 0}, {"with pictures", pictures, 1},
	} {
		plan, err := newPlan(step.doc)
		if err != nil {
			t.Fatal(err)
		}
		d := Begin(lib)
		if _, err := d.all(plan, &p); err != nil {
			t.Fatal(err)
		}
		d.Close()
		d.wait()
		reused := 0
		for _, part := range d.parts {
			if part.taken {
				reused += len(part.streams)
			}
		}
		if reused != step.reused {
			t.Errorf("%s: %d pages were taken from the document before, not %d", step.name, reused, step.reused)
		}
		var want, got bytes.Buffer
		if err := Write(&want, step.doc, lib, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := p.Write(&got, step.doc, lib, Options{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: the file is another", step.name)
		}
	}
}
