package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	keep   = flag.String("keep", "", "also write the sample to this file")
)

// The objects of the sample are those of testdata/sample.golden. What depends
// on how the fonts are subset or data is packed is left out of it.
func TestSample(t *testing.T) {
	file := write(t, sample(t), Options{Producer: "kl-print test", Standard: A2aUA1})
	if *keep != "" {
		if err := os.WriteFile(*keep, file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "sample.golden", dump(parse(t, file)))
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s:%d: got\n%s\nwant\n%s\n(go test -update writes it anew)", path, i+1, at0(b, i), at0(a, i))
		}
	}
}

func at0(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "the end"
}

// dump lists the objects in the order of their numbers, with the streams that
// are text.
func dump(objects map[int]object) string {
	var b strings.Builder
	var numbers []int
	for n := range objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		o := objects[n]
		fmt.Fprintf(&b, "%d: %s\n", n, o.dict)
		if o.stream != nil && !strings.Contains(o.dict, "/Image") && !strings.Contains(o.dict, "/Length1") && !strings.Contains(o.dict, "/N ") && !strings.Contains(o.dict, "XRef") {
			fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(strings.TrimSpace(string(o.stream)), "\n", "\n\t"))
		}
	}
	s := regexp.MustCompile(`/(Length1?|N \d+/First) \d+`).ReplaceAllString(b.String(), "/$1 …")
	s = regexp.MustCompile(`/[A-Z]{6}\+`).ReplaceAllString(s, "/SUBSET+")
	s = regexp.MustCompile(`/ID\[<.*?>\]`).ReplaceAllString(s, "/ID[…]")
	return regexp.MustCompile(`/I[0-9a-f]{40}`).ReplaceAllString(s, "/IMAGE")
}

// The same document gives the same bytes, on one core and on several, and
// whatever was written before.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for name, doc := range map[string]*page.Document{"sample": sample(t), "book": book(t, 200)} {
		var first []byte
		for _, procs := range []int{1, 2, 7, 1} {
			runtime.GOMAXPROCS(procs)
			got := write(t, doc, Options{Producer: "kl-print"})
			if first == nil {
				first = got
			}
			if !bytes.Equal(got, first) {
				t.Errorf("%s: other bytes on %d cores", name, procs)
			}
		}
	}
}

// The identifier tells files apart that differ in the least.
func TestFileIdentifier(t *testing.T) {
	id := func(doc *page.Document) string {
		return regexp.MustCompile(`/ID\[.*?\]`).FindString(string(write(t, doc, Options{})))
	}
	other := sample(t)
	other.Meta.Title += "."
	if a, b := id(sample(t)), id(other); a == "" || a == b {
		t.Errorf("identifiers %s and %s", a, b)
	}
}

// Each of these breaks a rule of the page model; the error names what is wrong.
func TestErrors(t *testing.T) {
	first := func(d *page.Document, role page.Role) *page.Elem { return find(d.Root, role) }
	text := func(d *page.Document, change func(*page.Text)) {
		c := &d.Pages[0].Content[4]
		it := c.Items[0].(page.Text)
		it.Words = page.One(it.Source, it.Glyphs())
		change(&it)
		c.Items = []page.Item{it}
	}
	for _, c := range []struct {
		want  string
		spoil func(d *page.Document)
	}{
		{"no pages", func(d *page.Document) { d.Pages = nil }},
		{"page 2: no size", func(d *page.Document) { d.Pages[1].Size = geom.Size{} }},
		{"no structure tree", func(d *page.Document) { d.Root = nil }},
		{"page 1: no element holds mark 1", func(d *page.Document) { first(d, page.RoleH1).Kids = nil }},
		{"mark 1 is held twice, in a H1", func(d *page.Document) { h := first(d, page.RoleH1); h.Kids = append(h.Kids, page.Mark(1)) }},
		{"mark 99 is on no page, in a H1", func(d *page.Document) { h := first(d, page.RoleH1); h.Kids = append(h.Kids, page.Mark(99)) }},
		{"mark 1 is an artifact too", func(d *page.Document) { d.Pages[0].Content[4].Artifact = page.Header }},
		{"has no mark and is no artifact", func(d *page.Document) { d.Pages[0].Content[4].Mark = 0 }},
		{"unknown kind of artifact 77", func(d *page.Document) { d.Pages[0].Content[0].Artifact = 77 }},
		{"no element holds link 1", func(d *page.Document) { l := first(d, page.RoleLink); l.Kids = l.Kids[:1] }},
		{"link 9 is on no page", func(d *page.Document) { l := first(d, page.RoleLink); l.Kids = append(l.Kids, page.LinkRef(9)) }},
		{"link 1 is held twice", func(d *page.Document) { l := first(d, page.RoleLink); l.Kids = append(l.Kids, page.LinkRef(1)) }},
		{"link 2 is there twice", func(d *page.Document) { d.Pages[0].Links[0].ID = 2 }},
		{"link 1 has no area", func(d *page.Document) { d.Pages[0].Links[0].Area = nil }},
		{"link 2 must have either", func(d *page.Document) { d.Pages[0].Links[1].URI = "https://kl.dk" }},
		{`link 2 goes to "nowhere"`, func(d *page.Document) { d.Pages[0].Links[1].Dest = "nowhere" }},
		{`the bookmark "Tabel" goes to "x"`, func(d *page.Document) { d.Outline[0].Kids[0].Dest = "x" }},
		{`destination "tabel" is there twice`, func(d *page.Document) { d.Dests[1].ID = "tabel" }},
		{`destination "tabel" is on page 3 of 2`, func(d *page.Document) { d.Dests[0].Page = 2 }},
		{"twice, or none, in a Sect", func(d *page.Document) { s := first(d, page.RoleSect); s.Kids = append(s.Kids, s) }},
		{"twice, or none", func(d *page.Document) { d.Root.Kids = append(d.Root.Kids, (*page.Elem)(nil)) }},
		{"no known kind", func(d *page.Document) { d.Root.Kids = append(d.Root.Kids, nil) }},
		{`unknown structure type "H9"`, func(d *page.Document) { first(d, page.RoleH1).Role = "H9" }},
		{`two elements have the id "h1"`, func(d *page.Document) { first(d, page.RoleH1).Attr.ID = "h1" }},
		{`the header "zz"`, func(d *page.Document) { first(d, page.RoleTD).Attr.Headers = []string{"zz"} }},
		{"the box of a Figure is on page 8 of 2", func(d *page.Document) { first(d, page.RoleFigure).Attr.BBoxOnPage = 7 }},
		{"page labels from page 2", func(d *page.Document) { d.Labels = d.Labels[1:] }},
		{"page labels from page 1", func(d *page.Document) { d.Labels[1].First = 0 }},
		{`date "27.2.2025"`, func(d *page.Document) { d.Meta.Date = "27.2.2025" }},
		{"ask for a title", func(d *page.Document) { d.Meta.Title = "" }},
		{"image 5 of 2", func(d *page.Document) { put(d, page.Picture{Image: 5}) }},
		{"image square.png: 11 bytes", func(d *page.Document) { d.Images[1].Pix = d.Images[1].Pix[1:] }},
		{"image photo.jpg", func(d *page.Document) { d.Images[0].JPEG = []byte("no") }},
		{"no known kind", func(d *page.Document) { put(d, nil) }},
		{"does not begin with a move", func(d *page.Document) { put(d, page.Shape{Path: geom.Path{{Op: geom.Close}}}) }},
		{"no-such-face", func(d *page.Document) { text(d, func(t *page.Text) { t.Face = "no-such-face" }) }},
		{"has no size", func(d *page.Document) { text(d, func(t *page.Text) { t.Size = 0 }) }},
		{"a glyph for its bytes 3 to 2", func(d *page.Document) {
			text(d, func(t *page.Text) { t.Words[0].Glyphs[1].Start, t.Words[0].Glyphs[1].End = 3, 2 })
		}},
		{"not that of its words", func(d *page.Document) { text(d, func(t *page.Text) { t.Source += "x" }) }},
		{"lacks: \"A\"", func(d *page.Document) { text(d, func(t *page.Text) { t.Words[0].Glyphs[0].ID = 0 }) }},
		{"face SourceSerif4Display-Semibold", func(d *page.Document) { text(d, func(t *page.Text) { t.Words[0].Glyphs[0].ID = 65000 }) }},
	} {
		doc := sample(t)
		c.spoil(doc)
		err := Write(io.Discard, doc, fonts.Embedded(), Options{Standard: A2aUA1})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got the error %v, want …%s…", err, c.want)
		}
	}
}

// put adds an item to a content that is there.
func put(d *page.Document, it page.Item) {
	c := &d.Pages[0].Content[4]
	c.Items = append(slices.Clone(c.Items), it)
}

// find returns the first element with the role, in reading order.
func find(e *page.Elem, role page.Role) *page.Elem {
	if e.Role == role {
		return e
	}
	for _, k := range e.Kids {
		if kid, ok := k.(*page.Elem); ok {
			if found := find(kid, role); found != nil {
				return found
			}
		}
	}
	return nil
}

// Metadata may be empty where nothing is claimed.
func TestBareDocument(t *testing.T) {
	doc := &page.Document{Pages: []page.Page{{Size: a4}}, Root: el(page.RoleDocument)}
	file := write(t, doc, Options{})
	objects := dump(parse(t, file))
	for _, absent := range []string{"/Outlines", "/Names", "/IDTree", "/PageLabels", "pdfaid", "/CreationDate", "/Lang"} {
		if strings.Contains(objects, absent) {
			t.Errorf("a bare document has %s", absent)
		}
	}
}

// Two images that are the same become one object.
func TestSameImageTwice(t *testing.T) {
	doc := sample(t)
	doc.Images = append(doc.Images, doc.Images[1])
	put(doc, page.Picture{Image: 2, Box: box(1, 1, 9, 9)})
	n := 0
	for _, o := range parse(t, write(t, doc, Options{})) {
		if strings.Contains(o.dict, "/Subtype/Image") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d images, want 2", n)
	}
}

// A page with bleed lies on a larger sheet: the boxes say so, and what is drawn,
// links and destinations move with the page.
func TestBleed(t *testing.T) {
	plain := sample(t)
	bled := sample(t)
	for i := range bled.Pages {
		bled.Pages[i].Bleed = 9 * geom.Pt
	}
	before, after := parse(t, write(t, plain, Options{})), parse(t, write(t, bled, Options{}))
	rect := regexp.MustCompile(`/Rect\[([\d.]+) ([\d.]+) `)
	xyz := regexp.MustCompile(`/XYZ null ([\d.]+) null`)
	pages, moved := 0, 0
	for n, o := range after {
		if strings.Contains(o.dict, "/Type/Page/") {
			pages++
			for _, want := range []string{"/MediaBox[0 0 613.276 859.89]", "/BleedBox[0 0 613.276 859.89]", "/TrimBox[9 9 604.276 850.89]"} {
				if !strings.Contains(o.dict, want) {
					t.Errorf("no %s in %s", want, o.dict)
				}
			}
		}
		for _, form := range []*regexp.Regexp{rect, xyz} {
			now, then := form.FindStringSubmatch(o.dict), form.FindStringSubmatch(before[n].dict)
			if now == nil || then == nil {
				continue
			}
			for i := 1; i < len(now); i++ {
				var a, b float64
				fmt.Sscan(now[i], &a)
				fmt.Sscan(then[i], &b)
				if moved++; a-b < 8.999 || a-b > 9.001 {
					t.Errorf("%s became %s", then[0], now[0])
				}
			}
		}
	}
	if pages != len(bled.Pages) || moved < 3 {
		t.Errorf("%d pages, %d places", pages, moved)
	}
}
