package pdf

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// hollow is a document whose pages show nothing.
func hollow(doc *page.Document) *page.Document {
	out := *doc
	out.Pages = slices.Clone(doc.Pages)
	for i := range out.Pages {
		out.Pages[i].Content = slices.Clone(out.Pages[i].Content)
		for k := range out.Pages[i].Content {
			out.Pages[i].Content[k].Items = nil
		}
	}
	return &out
}

// TestDrawnInParts draws documents in parts of several sizes, before they are
// finished; the file is that of the whole, for no page shows what was drawn before it.
func TestDrawnInParts(t *testing.T) {
	long := book(t, 50)
	long.Front = 3
	for name, doc := range map[string]*page.Document{"sample": sample(t), "long": long} {
		var whole bytes.Buffer
		if err := Write(&whole, doc, fonts.Embedded(), Options{}); err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{1, 7, len(doc.Pages)} {
			d := Begin(fonts.Embedded())
			for _, span := range [][2]int{{doc.Front, len(doc.Pages)}, {0, doc.Front}} {
				for from := span[0]; from < span[1]; from += size {
					if err := d.Add(from, doc.Pages[from:min(from+size, span[1])], doc.Images, doc.Root); err != nil {
						t.Fatal(err)
					}
				}
			}
			d.Close()
			var out bytes.Buffer
			if err := d.Write(&out, hollow(doc), Options{}); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), whole.Bytes()) {
				t.Errorf("%s: drawn in parts of %d pages the file is another", name, size)
			}
		}
	}
}

// TestPagesAreDrawnOnce refuses a document with a page that was not drawn, or twice.
func TestPagesAreDrawnOnce(t *testing.T) {
	doc := book(t, 3)
	for want, spans := range map[string][][2]int{"page 2 was not drawn": {{0, 1}, {2, 3}}, "page 2 was drawn twice": {{0, 2}, {1, 3}}} {
		d := Begin(fonts.Embedded())
		for _, s := range spans {
			if err := d.Add(s[0], doc.Pages[s[0]:s[1]], nil, doc.Root); err != nil {
				t.Fatal(err)
			}
		}
		d.Close()
		if err := d.Write(io.Discard, doc, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, wanted %q", err, want)
		}
	}
}

// TestFirstReadingHolds has a glyph stand for two texts: it reads as the first, and
// the second says itself what it is; all spaces read as a space.
func TestFirstReadingHolds(t *testing.T) {
	f := &face{Face: mustFace(t), upem: 1000}
	f.use(5, "1")
	f.use(5, "¹")
	f.use(6, "\u00A0")
	f.use(6, " ")
	if f.glyph[5].text != "1" || f.glyph[6].text != " " {
		t.Errorf("read as %q and %q", f.glyph[5].text, f.glyph[6].text)
	}
	one := page.Text{Source: "¹", Words: page.One("¹", []page.Glyph{{ID: 5, End: 2}})}
	if f.reads(&one) {
		t.Error("a text that reads as another says nothing")
	}
}

func mustFace(t *testing.T) *fonts.Face {
	t.Helper()
	f, err := fonts.Embedded().Face(fonts.SansRegular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
