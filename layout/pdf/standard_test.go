package pdf

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// sources are two attachments, not in the order of their names.
func sources() []Attachment {
	return []Attachment{
		{Name: "report.yaml", MIME: "application/yaml", Relationship: Source, Data: []byte("title: T\n")},
		{Name: "chapters/første (1).yaml", Description: "Et kapitel", MIME: "application/yaml", Relationship: Data, Date: "2024-12-31"},
	}
}

// optionsFor returns options that the standard takes.
func optionsFor(s Standard) Options {
	opt := Options{Producer: "kl-print test", Standard: s}
	if s.Attaches() {
		opt.Attachments = sources()
	}
	return opt
}

// every returns the standards there are.
func every() []Standard { return []Standard{None, A2aUA1, A3a, A4f, UA2} }

// only returns the one object whose dictionary holds all of what is wanted.
func only(t *testing.T, objects map[int]object, want ...string) object {
	t.Helper()
	var found []object
	for _, o := range objects {
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(o.dict, w) }) {
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d objects hold %q", len(found), want)
	}
	return found[0]
}

// Each file says the version and the standards it is written to, and nothing of
// the others.
func TestStandardsSayWhatTheyAre(t *testing.T) {
	for s, want := range map[Standard]struct {
		version string
		info    bool
		says    []string
	}{
		None:   {"1.7", true, nil},
		A2aUA1: {"1.7", true, []string{"<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "pdfaExtension:schemas"}},
		A3a:    {"1.7", true, []string{"<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "pdfaExtension:schemas"}},
		A4f:    {"2.0", false, []string{"<pdfaid:part>4<", "<pdfaid:rev>2020<", "<pdfaid:conformance>F<", "<pdfuaid:part>2<", "<pdfuaid:rev>2024<"}},
		UA2:    {"2.0", false, []string{"<pdfuaid:part>2<", "<pdfuaid:rev>2024<"}},
	} {
		file := write(t, sample(t), optionsFor(s))
		if !bytes.HasPrefix(file, []byte("%PDF-"+want.version+"\n%\xE2\xE3\xCF\xD3\n")) {
			t.Errorf("%s: begins with %q", s, file[:16])
		}
		if got := regexp.MustCompile(`/Type/XRef[^>]*/Info`).Match(file); got != want.info {
			t.Errorf("%s: an Info dictionary: %t, want %t", s, got, want.info)
		}
		packet := string(only(t, parse(t, file), "/Type/Metadata").stream)
		said := regexp.MustCompile(`<(pdfaid|pdfuaid):\w+>[^<]*<|<pdfaExtension:schemas>`).FindAllString(packet, -1)
		if len(said) != len(want.says) {
			t.Errorf("%s: says %q, want %q", s, said, want.says)
		}
		for _, w := range want.says {
			if !strings.Contains(packet, w) {
				t.Errorf("%s: does not say %s", s, w)
			}
		}
	}
}

// The same document gives the same bytes to every standard, in whatever order
// its attachments come.
func TestSameBytesForEachStandard(t *testing.T) {
	for _, s := range every() {
		opt := optionsFor(s)
		first := write(t, sample(t), opt)
		slices.Reverse(opt.Attachments)
		if !bytes.Equal(first, write(t, sample(t), opt)) {
			t.Errorf("%s: other bytes the second time", s)
		}
	}
}

// What is attached is there whole, with its type, dates, size and checksum, by
// name and as belonging to the document.
func TestAttachments(t *testing.T) {
	for _, s := range []Standard{A3a, A4f} {
		objects := parse(t, write(t, sample(t), optionsFor(s)))
		for _, a := range sources() {
			var sum, text writer
			md := md5.Sum(a.Data)
			sum.bytes(string(md[:]))
			text.text(a.Name)
			spec := only(t, objects, "/Type/Filespec", "/F"+string(text.b), "/UF"+string(text.b), "/AFRelationship/"+string(a.Relationship), "/Desc")
			n := regexp.MustCompile(`/EF<</F (\d+) 0 R/UF (\d+) 0 R>>`).FindStringSubmatch(spec.dict)
			if n == nil || n[1] != n[2] {
				t.Fatalf("%s: no file in %s", s, spec.dict)
			}
			var number int
			fmt.Sscan(n[1], &number)
			file := objects[number]
			date := a.dated(page.Meta{Date: "2025-02-27"})
			for _, w := range []string{"/Type/EmbeddedFile", "/Subtype/application#2Fyaml", fmt.Sprintf("/Size %d", len(a.Data)),
				"/CheckSum" + string(sum.b), "/ModDate(D:" + strings.ReplaceAll(date, "-", "") + "000000Z)"} {
				if !strings.Contains(file.dict, w) {
					t.Errorf("%s: %s has no %s in %s", s, a.Name, w, file.dict)
				}
			}
			if !bytes.Equal(file.stream, a.Data) {
				t.Errorf("%s: %s holds %q, want %q", s, a.Name, file.stream, a.Data)
			}
		}
		catalog := only(t, objects, "/Type/Catalog")
		if !regexp.MustCompile(`/EmbeddedFiles \d+ 0 R>>/AF\[\d+ 0 R \d+ 0 R\]`).MatchString(catalog.dict) {
			t.Errorf("%s: the catalog has no attachments: %s", s, catalog.dict)
		}
		if names := only(t, objects, "/Names[(chapters/", "(report.yaml)"); strings.Index(names.dict, "chapters") > strings.Index(names.dict, "report") {
			t.Errorf("%s: the names are not in order: %s", s, names.dict)
		}
	}
}

// What a standard forbids is refused, with the reason.
func TestRefusedCombinations(t *testing.T) {
	change := func(f func(a *Attachment)) []Attachment {
		all := sources()
		f(&all[0])
		return all
	}
	for _, c := range []struct {
		want string
		opt  Options
	}{
		{"PDF/A-2 takes only PDF/A files", Options{Standard: A2aUA1, Attachments: sources()}},
		{"without attachments, and there are 2", Options{Attachments: sources()}},
		{"without attachments, and there are 2", Options{Standard: UA2, Attachments: sources()}},
		{"ask for an attachment", Options{Standard: A4f}},
		{"unknown standard 99", Options{Standard: 99}},
		{"has no name", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.Name = "" })}},
		{"is there twice", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.Name = sources()[1].Name })}},
		{"no MIME type", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.MIME = "yaml" })}},
		{"no MIME type", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.MIME = "text/plain; charset=utf-8" })}},
		{"unknown relationship", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.Relationship = "source" })}},
		{"not year-month-day", Options{Standard: A3a, Attachments: change(func(a *Attachment) { a.Date = "i går" })}},
	} {
		if err := Write(io.Discard, sample(t), fonts.Embedded(), c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got the error %v, want …%s…", err, c.want)
		}
	}
	for _, s := range every()[1:] {
		doc := sample(t)
		doc.Meta.Lang = ""
		if err := Write(io.Discard, doc, fonts.Embedded(), optionsFor(s)); err == nil || !strings.Contains(err.Error(), "a language") {
			t.Errorf("%s: got the error %v without a language", s, err)
		}
	}
}

// referring is a document with a table of contents and a footnote.
func referring(t *testing.T) *page.Document {
	m := newMaker(t)
	pg := &page.Page{Size: a4}
	say := func(y int64, s string) page.Mark {
		return m.mark(pg, m.text(fonts.SansRegular, 0, 10, 60, y, s))
	}
	link := func(id page.LinkID, to page.DestID, y int64) *page.Elem {
		pg.Links = append(pg.Links, page.Link{ID: id, Area: []geom.Rect{box(60, y-10, 20, 12)}, Dest: to, Contents: "Gå til"})
		return el(page.RoleLink, say(y, "1"), page.LinkRef(id))
	}
	m.doc.Root.Kids = []page.Kid{
		el(page.RoleTOC, el(page.RoleTOCI, el(page.RoleReference, link(1, "a", 60)))),
		with(el(page.RoleH1, say(100, "Affald")), page.Attr{Title: "maal"}),
		el(page.RoleP, say(120, "Tekst"), link(2, "note", 120)),
		with(el(page.RoleNote, el(page.RoleLbl, link(3, "b", 700)), say(710, "Se her")), page.Attr{ID: "note"}),
	}
	m.doc.Pages = []page.Page{*pg}
	m.doc.Dests = []page.Dest{{ID: "a", Y: geom.Points(80)}, {ID: "b", Y: geom.Points(110)}, {ID: "note", Y: geom.Points(690)}}
	return m.doc
}

// In PDF 2.0 every element has its namespace, notes and entries of the contents
// refer to what they are about, and destinations are places in the structure.
func TestStructureOfPDF2(t *testing.T) {
	objects := parse(t, write(t, referring(t), Options{Standard: UA2}))
	number := func(want ...string) int {
		o := only(t, objects, want...)
		for n := range objects {
			if objects[n].dict == o.dict {
				return n
			}
		}
		return 0
	}
	old, current := number("/Type/Namespace", "(http://iso.org/pdf/ssn)"), number("/Type/Namespace", "(http://iso.org/pdf2/ssn)")
	for _, o := range objects {
		if !strings.Contains(o.dict, "/Type/StructElem") {
			continue
		}
		ns := current
		if regexp.MustCompile(`/S/(TOC|TOCI|Reference)/`).MatchString(o.dict) {
			ns = old
		}
		if !strings.Contains(o.dict, fmt.Sprintf("/NS %d 0 R", ns)) {
			t.Errorf("not in the namespace %d: %s", ns, o.dict)
		}
	}
	heading, note := number("/S/H1"), number("/S/FENote", "/O/FENote/NoteType/Footnote")
	cite := number("/S/Link", fmt.Sprintf("/Ref[%d 0 R]", note))
	only(t, objects, "/S/TOCI", fmt.Sprintf("/Ref[%d 0 R]", heading))
	only(t, objects, "/S/FENote", fmt.Sprintf("/Ref[%d 0 R]", cite))
	only(t, objects, "/StructTreeRoot", fmt.Sprintf("/Namespaces[%d 0 R %d 0 R]", old, current))
	dests := only(t, objects, "/Names[(a)").dict
	for _, w := range []string{fmt.Sprintf("(a)[%d 0 R/XYZ null", heading), fmt.Sprintf("(note)[%d 0 R/XYZ null", note)} {
		if !strings.Contains(dests, w) {
			t.Errorf("no %s in %s", w, dests)
		}
	}
}
