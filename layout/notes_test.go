package layout_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// sentence makes n words.
func sentence(r *rand.Rand, n int) string {
	words := strings.Fields("kommunerne velfærd økonomi aftalen er og i for der en stærk udvikling af børn unge ældre klimatilpasning beskæftigelse samarbejde kontingentindtægter")
	out := make([]string, n)
	for i := range out {
		out[i] = words[r.IntN(len(words))]
	}
	return strings.Join(out, " ")
}

// notedChapter makes a chapter of text, lists, boxes and facts with footnotes in
// them, and returns how many.
func notedChapter(r *rand.Rand) (yaml []byte, notes int) {
	var b bytes.Buffer
	b.WriteString("title: Noter\nblocks:\n")
	for range 12 {
		indent := "      "
		switch r.IntN(6) {
		case 0:
			b.WriteString("  - fact: {figure: \"98\", caption: kommuner}\n  - text: |\n")
		case 1:
			b.WriteString("  - box:\n      title: Boks\n      text: |\n")
			indent = "        "
		case 2:
			b.WriteString("  - lead: |\n")
		case 3:
			b.WriteString("  - note: |\n")
		default:
			b.WriteString("  - text: |\n")
		}
		var texts []string
		for range 1 + r.IntN(4) {
			texts = append(texts, sentence(r, 5+r.IntN(60)))
			if r.IntN(3) > 0 {
				notes++
				texts[len(texts)-1] += fmt.Sprintf("[^%d] %s", notes, sentence(r, r.IntN(40)))
				texts = append(texts, fmt.Sprintf("[^%d]: Se [%s](https://www.kl.dk). %s", notes, sentence(r, 3), sentence(r, r.IntN(60))))
			}
		}
		b.WriteString(indent + strings.Join(texts, "\n\n"+indent) + "\n")
	}
	return b.Bytes(), notes
}

// notedEdition is an edition of two chapters.
func notedEdition(a, b []byte) fstest.MapFS {
	return fstest.MapFS{
		"report.yaml":     {Data: []byte("title: Noter\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-02-27\nchapters: [a, b]\n")},
		"chapters/a.yaml": {Data: a},
		"chapters/b.yaml": {Data: b},
	}
}

// TestFootnotesStandAtTheFoot lays out random chapters.
func TestFootnotesStandAtTheFoot(t *testing.T) {
	total, turns := 0, 0
	for seed := range uint64(16) {
		r := rand.New(rand.NewPCG(seed, 5))
		a, n := notedChapter(r)
		b, m := notedChapter(r)
		doc := compile(t, load(t, notedEdition(a, b)))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		for _, fault := range doc.Check() {
			t.Fatalf("seed %d: %s", seed, fault)
		}
		links := linksOf(doc)
		for ch, notes := range map[string]int{"a": n, "b": m} {
			for i := range notes {
				checkNote(t, doc, links, fmt.Sprintf("%s-%d", ch, i+1), i+1)
			}
		}
		if found := noteElems(doc); len(found) != n+m {
			t.Fatalf("seed %d: %d of %d notes", seed, len(found), n+m)
		}
		checkFeet(t, doc)
		turns += checkTurns(t, doc)
		total += n + m
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if total < 300 || turns < 30 {
		t.Errorf("%d footnotes were laid out, and %d pages turned", total, turns)
	}
}

// checkTurns fails where a page is turned in the middle of a word: where the
// lowest text of a recto that goes on, footnotes aside, ends with a hyphen. It
// returns how many pages are turned.
func checkTurns(t *testing.T, doc *page.Document) (turned int) {
	t.Helper()
	notes := noteMarks(doc)
	for i, p := range doc.Pages {
		var low page.Text
		for _, c := range p.Content {
			for _, it := range c.Items {
				text, ok := it.(page.Text)
				if ok && c.Mark != 0 && !slices.Contains(notes, c.Mark) && text.Origin.Y >= low.Origin.Y {
					low = text
				}
			}
		}
		if i%2 == 0 {
			turned++
			if low.Actual == "\u00ad" {
				t.Errorf("page %d is turned in the middle of a word", i+1)
			}
		}
	}
	return turned
}

// noteMarks returns the marks in footnotes.
func noteMarks(doc *page.Document) (out []page.MarkID) {
	walk(doc.Root, func(e *page.Elem) {
		if e.Role == page.RoleNote {
			out = append(out, marks(e)...)
		}
	})
	return out
}

// linksOf returns the links into the document by where they lead.
func linksOf(doc *page.Document) map[page.DestID]page.Link {
	out := map[page.DestID]page.Link{}
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			out[l.Dest] = l
		}
	}
	return out
}

// checkNote fails unless a note and its mark are on one page and lead to each
// other.
func checkNote(t *testing.T, doc *page.Document, links map[page.DestID]page.Link, id string, number int) {
	t.Helper()
	there, back := page.DestID("note-"+id), page.DestID("notetegn-"+id)
	if pageOf(t, doc, there) != pageOf(t, doc, back) {
		t.Errorf("note %s is on page %d, its mark on page %d", id, pageOf(t, doc, there)+1, pageOf(t, doc, back)+1)
	}
	if got, want := links[there].Contents, fmt.Sprintf("Fodnote %d", number); got != want {
		t.Errorf("the mark of note %s is told as %q", id, got)
	}
	if got := links[back].Contents; got != "Tilbage til teksten" {
		t.Errorf("the way back from note %s is told as %q", id, got)
	}
}

// noteElems returns the notes of the structure tree, each seen to come right
// after what holds its mark, or after another such note, and to begin with its
// number.
func noteElems(doc *page.Document) []*page.Elem {
	var out []*page.Elem
	links := map[page.LinkID]page.DestID{}
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			links[l.ID] = l.Dest
		}
	}
	walk(doc.Root, func(parent *page.Elem) {
		for i, k := range parent.Kids {
			e, ok := k.(*page.Elem)
			if !ok || e.Role != page.RoleNote {
				continue
			}
			before := i - 1
			for before > 0 && isNote(parent.Kids[before]) {
				before--
			}
			held := parent
			if p, ok := parent.Kids[before].(*page.Elem); ok && p.Role == page.RoleP {
				held = p
			}
			if label, ok := e.Kids[0].(*page.Elem); ok && label.Role == page.RoleLbl && leadsTo(held, links, page.DestID(e.Attr.ID)) {
				out = append(out, e)
			}
		}
	})
	return out
}

func isNote(k page.Kid) bool {
	e, ok := k.(*page.Elem)
	return ok && e.Role == page.RoleNote
}

// leadsTo reports whether an element has the link of a mark: in a Reference.
func leadsTo(e *page.Elem, links map[page.LinkID]page.DestID, to page.DestID) bool {
	found := false
	walk(e, func(ref *page.Elem) {
		if ref.Role != page.RoleReference {
			return
		}
		for _, k := range ref.Kids[0].(*page.Elem).Kids {
			if l, ok := k.(page.LinkRef); ok && links[page.LinkID(l)] == to {
				found = true
			}
		}
	})
	return found
}

// checkFeet fails unless each page's footnotes are below its text in the same
// column, in order, and nothing lies over anything.
func checkFeet(t *testing.T, doc *page.Document) {
	t.Helper()
	lines := setLines(doc)
	of := noteMarks(doc)
	feet := map[int]geom.Length{} // the top of each page's first footnote
	for i, l := range lines {
		for _, o := range lines[i+1:] {
			if o.page == l.page && o.box.Overlaps(l.box) {
				t.Errorf("page %d: %q lies over %q", l.page+1, l.text, o.text)
			}
		}
		if top, ok := feet[l.page]; slices.Contains(of, l.mark) && (!ok || l.box.Y < top) {
			feet[l.page] = l.box.Y
		}
	}
	for _, l := range lines {
		foot, ok := feet[l.page]
		if ok && !slices.Contains(of, l.mark) && l.box.W > 0 && l.box.Bottom() > foot && l.text != "98" && strings.TrimSpace(l.text) != "kommuner" {
			t.Errorf("page %d: %q stands at %s, the footnotes begin at %s", l.page+1, l.text, l.box.Y, foot)
		}
	}
}

func TestAFootnoteTooLongIsTold(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	chapter := "title: A\nblocks:\n  - text: |\n      Ord.[^1]\n\n      [^1]: " + sentence(r, 700) + "\n"
	rep, _ := source.Load(notedEdition([]byte(chapter), []byte("title: B\nblocks:\n  - text: Ord.\n")))
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if doc != nil || err != nil {
		t.Fatal("a document, or", err)
	}
	told := problems.Sorted()[0]
	if problems.Len() != 1 || told.Message.Code != "note-too-long" || told.Text(diag.Danish) != "chapters/a.yaml:6:7: fejl: fodnoten fylder mere end en halv side: skriv noget af den i teksten" {
		t.Error(told.Text(diag.Danish))
	}
}

// TestReferencesToFootnotes: a footnote is led to by its id, and its number and page
// are set where they are asked for.
func TestReferencesToFootnotes(t *testing.T) {
	a := "title: A\nblocks:\n  - text: |\n      Se [note {{ note: b^lån }} på side {{ side: b^lån }}](#b^lån), og {{ note: ^egen }} her[^egen].\n\n      [^egen]: Egen note.\n"
	b := "title: B\nblocks:\n  - text: |\n      Ord[^1] og ord[^2].\n\n      [^1]: En.\n\n      [^2]: To.\n  - page-break: true\n  - text: |\n      Ord[^lån].\n\n      [^lån]: Om lån.\n"
	doc := compile(t, load(t, notedEdition([]byte(a), []byte(b))))
	for _, fault := range doc.Check() {
		t.Error(fault)
	}
	at := slices.IndexFunc(doc.Dests, func(d page.Dest) bool { return d.ID == "note-b^lån" })
	if at < 0 {
		t.Fatal("the footnote is no destination")
	}
	to := doc.Dests[at]
	foot := doc.Dests[slices.IndexFunc(doc.Dests, func(d page.Dest) bool { return d.ID == "note-b-3" })]
	if to.Page != foot.Page || to.Y != foot.Y {
		t.Errorf("%+v is not at %+v", to, foot)
	}
	want := fmt.Sprintf("Se note 3 på side %d , og 1 her", to.Page+1) // the link is a text of its own
	found, leads := false, false
	for i := range doc.Pages {
		text, _ := textOn(doc.Pages[i])
		found = found || strings.Contains(strings.Join(strings.Fields(text), " "), want)
		leads = leads || slices.ContainsFunc(doc.Pages[i].Links, func(l page.Link) bool { return l.Dest == to.ID })
	}
	if !found || !leads {
		t.Errorf("%q: %v; a link: %v", want, found, leads)
	}
}
