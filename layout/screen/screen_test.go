package screen_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/screen"
)

var update = flag.Bool("update", false, "write the golden files anew")

// names calls fonts by their faces, and images by their number.
func names() screen.Names {
	return screen.Names{Font: func(id fonts.ID) string { return "f-" + string(id) }, Image: func(i int) string { return fmt.Sprintf("/image/%d?a=1&b=2", i) }}
}

// proof lays an edition out.
func proof(t testing.TB, dir string) *layout.Proof {
	t.Helper()
	files := edition2024.Files()
	if dir != "" {
		files = os.DirFS(dir)
	}
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	p, _, err := layout.NewPress(fonts.Embedded()).Proof(context.Background(), rep)
	if err != nil || p == nil {
		t.Fatal("no proof", err)
	}
	return p
}

// sample is a page with one of everything that can be drawn.
func sample(t *testing.T) (*page.Document, *fonts.Library) {
	t.Helper()
	lib := fonts.Embedded()
	face, err := lib.Face(fonts.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	ink, red := page.Color{R: 0x11, G: 0x22, B: 0x33}, page.Color{R: 0xFF}
	set := func(x, y geom.Length, s string) page.Text {
		text, missing := page.Set(face, 0, 10*geom.Pt, ink, geom.Point{X: x, Y: y}, s)
		if len(missing) > 0 && s != "word\x01" {
			t.Fatal(missing)
		}
		return text
	}
	stretched := set(10*geom.Pt, 40*geom.Pt, "af fi ")
	stretched.Stretch = 1010
	broken := set(50*geom.Pt, 40*geom.Pt, "-")
	broken.Actual, broken.HasActual = "\u00ad", true
	foreign := set(0, 12*geom.Pt, "word\x01")
	foreign.Lang = "en"
	doc := &page.Document{
		Root: &page.Elem{Role: page.RoleDocument, Kids: []page.Kid{&page.Elem{Role: page.RoleFigure, Attr: page.Attr{Alt: `Et "billede" & mere`}, Kids: []page.Kid{page.Mark(3)}}}},
		Pages: []page.Page{{Size: geom.Size{W: 100 * geom.Pt, H: 80 * geom.Pt}, Content: []page.Content{
			{Artifact: page.Header, Items: []page.Item{set(10*geom.Pt, 10*geom.Pt, "Hoved")}},
			{Artifact: page.Layout, Items: []page.Item{
				page.Shape{Path: geom.Rectangle(geom.Rect{X: 1500, Y: 20 * geom.Pt, W: 90 * geom.Pt, H: 10 * geom.Pt}), Fill: &red, EvenOdd: true},
				page.Shape{Path: geom.Ellipse(geom.Rect{W: geom.Pt, H: geom.Pt}), Stroke: &page.Stroke{Color: ink, Width: 500, Dash: []geom.Length{1000, 2000}, Round: true}},
			}},
			{Mark: 1, Items: []page.Item{set(10*geom.Pt, 20*geom.Pt, `Tal < 3 & "ø" > `), stretched, broken}},
			{Mark: 2, Items: []page.Item{page.Group{Offset: geom.Point{X: 10 * geom.Pt, Y: 40 * geom.Pt}, Items: []page.Item{foreign}}}},
			{Mark: 3, Items: []page.Item{page.Picture{Box: geom.Rect{W: 20 * geom.Pt, H: 20 * geom.Pt}, Clip: geom.Rect{W: 10 * geom.Pt, H: 10 * geom.Pt}, Round: true}}},
			{Artifact: page.Layout, Items: []page.Item{page.Picture{Box: geom.Rect{Y: -500, W: 20 * geom.Pt, H: 20 * geom.Pt}}}},
		}}},
	}
	return doc, lib
}

func TestGolden(t *testing.T) {
	doc, _ := sample(t)
	p := screen.New(doc, names())
	got := append(p.Page(0, screen.Full), p.Page(0, screen.Small)...)
	got = bytes.ReplaceAll(got, []byte("><"), []byte(">\n<"))
	const golden = "testdata/sample.golden.svg"
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Error(d)
	}
}

// parsed is what a reader of the SVG finds: the visible glyphs and the words.
type parsed struct{ glyphs, words string }

func parse(t testing.TB, svg []byte) parsed {
	t.Helper()
	var out parsed
	var open []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			class := ""
			for _, a := range tok.Attr {
				if a.Name.Local == "class" {
					class = a.Value
				}
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" {
					t.Fatalf("an attribute %s, which the policy of the page refuses", a.Name.Local)
				}
			}
			open = append(open, class)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if slices.Contains(open, "ink") {
				out.glyphs += string(tok)
			} else if slices.Contains(open, "words") {
				out.words += string(tok)
			}
		}
	}
}

// shown is the text of a page that is no decoration, in reading order, and how many glyphs there are.
func shown(p *page.Page) (words string, glyphs int) {
	var walk func(items []page.Item, real bool)
	walk = func(items []page.Item, real bool) {
		for _, it := range items {
			switch it := it.(type) {
			case page.Text:
				glyphs += it.Len()
				if real && it.HasActual {
					words += it.Actual
				} else if real {
					words += it.Source
				}
			case page.Group:
				walk(it.Items, real)
			}
		}
	}
	for _, c := range p.Content {
		walk(c.Items, c.Mark != 0)
	}
	return words, glyphs
}

// TestTextIsThePages holds the text of every page, and the number of its glyphs,
// against the page model's.
func TestTextIsThePages(t *testing.T) {
	for _, dir := range []string{"", "../testdata/every"} {
		p := proof(t, dir)
		svg := screen.New(p.Document, names())
		for i := range p.Document.Pages {
			got := parse(t, svg.Page(i, screen.Full))
			words, glyphs := shown(&p.Document.Pages[i])
			if got.words != words {
				t.Errorf("page %d reads %q, wanted %q", i+1, got.words, words)
			}
			if n := len([]rune(got.glyphs)); n != glyphs {
				t.Errorf("page %d has %d glyphs, wanted %d", i+1, n, glyphs)
			}
			small := parse(t, svg.Page(i, screen.Small))
			if small.glyphs != got.glyphs || small.words != "" {
				t.Errorf("the small page %d has other glyphs, or words", i+1)
			}
		}
	}
}

// TestSameBytes draws an edition twice, whose chapters are composed side by side.
func TestSameBytes(t *testing.T) {
	a, b := proof(t, ""), proof(t, "")
	one, two := screen.New(a.Document, names()), screen.New(b.Document, names())
	for i := range a.Document.Pages {
		if !bytes.Equal(one.Page(i, screen.Full), two.Page(i, screen.Full)) {
			t.Errorf("page %d differs from one time to the next", i+1)
		}
	}
}

func TestFind(t *testing.T) {
	p := proof(t, "../testdata/every")
	x := screen.NewIndex(p.Document, p.Library, p.Places)
	for _, c := range []struct {
		text string
		hits int // at least
	}{{"kommunernes velfærdsydelser", 1}, {"LINK TIL KL.DK", 1}, {"3,2 mia. kr. brydes", 1}, {"indkomstoverførsler og kontingentindtægter", 1}, {"findes ikke her", 0}, {" ", 0}, {"", 0}} {
		hits := x.Find(c.text, 100)
		if len(hits) < c.hits || c.hits == 0 && len(hits) > 0 {
			t.Errorf("%q is found %d times", c.text, len(hits))
		}
		for _, h := range hits {
			if len(h.Boxes) == 0 || !strings.EqualFold(h.Text[h.From:h.To], c.text) {
				t.Errorf("%q is found as %q at %v", c.text, h.Text[h.From:h.To], h.Boxes)
			}
			paper := geom.Rect{W: p.Document.Pages[h.Page].Size.W, H: p.Document.Pages[h.Page].Size.H}
			for _, b := range h.Boxes {
				if b.W <= 0 || b.H <= 0 || !b.Overlaps(paper) {
					t.Errorf("%q is at %v, on paper of %v", c.text, b, paper)
				}
			}
		}
	}
	if n := len(x.Find("e", 7)); n != 7 {
		t.Errorf("%d hits, wanted 7 at the most", n)
	}
}

// TestFindIsExact looks for a word in the sample, and holds its box against the
// glyphs.
func TestFindIsExact(t *testing.T) {
	doc, lib := sample(t)
	hits := screen.NewIndex(doc, lib, nil).Find("3 &", 10)
	if len(hits) != 1 || len(hits[0].Boxes) != 1 {
		t.Fatalf("found %v", hits)
	}
	text := doc.Pages[0].Content[2].Items[0].(page.Text)
	from, to := text.Origin.X, text.Origin.X
	for _, g := range text.Glyphs() {
		if int(g.End) <= strings.Index(text.Source, "3") {
			from += g.Advance.Length()
		}
		if int(g.End) <= strings.Index(text.Source, "&")+1 {
			to += g.Advance.Length()
		}
	}
	if b := hits[0].Boxes[0]; b.X != from || b.Right() != to || b.Y >= text.Origin.Y || b.Bottom() <= text.Origin.Y {
		t.Errorf("found at %v, wanted from %v to %v about %v", b, from, to, text.Origin.Y)
	}
}

// TestFindAt finds words in one block that stand in others too.
func TestFindAt(t *testing.T) {
	p := proof(t, "../testdata/every")
	x := screen.NewIndex(p.Document, p.Library, p.Places)
	var lead, text diag.Pos
	for _, pos := range p.Places {
		if pos.File == "chapters/tekst.yaml" && pos.Line == 5 {
			lead = pos
		}
		if pos.File == "chapters/tekst.yaml" && pos.Line == 15 {
			text = pos
		}
	}
	in, is := x.FindAt(lead, "er", 0)
	other, also := x.FindAt(text, "er", 0)
	if !is || !also || len(in.Boxes) != 1 || len(other.Boxes) != 1 || in.Boxes[0] == other.Boxes[0] {
		t.Errorf("found %v and %v", in.Boxes, other.Boxes)
	}
	whole, is := x.FindAt(lead, "står her ikke", 0)
	if !is || len(whole.Boxes) < 2 {
		t.Errorf("the whole lead is %v", whole.Boxes)
	}
	if _, is := x.FindAt(diag.Pos{File: "chapters/tekst.yaml", Line: 9999}, "er", 0); is {
		t.Error("something is found where nothing was written")
	}
}

// TestBlocks holds that the blocks of a page lie on it, that each real content is
// in one, and that a block keeps its key where its place changes and its text does not.
func TestBlocks(t *testing.T) {
	p := proof(t, "")
	keys := map[uint64]bool{}
	for i := range p.Document.Pages {
		pg := &p.Document.Pages[i]
		paper := geom.Rect{W: pg.Size.W, H: pg.Size.H}
		for _, b := range screen.Blocks(pg, p.Places, p.Library) {
			if b.Pos.File == "" || !b.Box.Overlaps(paper) {
				t.Errorf("page %d: the block %v lies at %v", i+1, b.Pos, b.Box)
			}
			keys[b.Key] = true
		}
	}
	moved := map[page.MarkID]diag.Pos{}
	for m, pos := range p.Places {
		pos.Line += 7
		moved[m] = pos
	}
	for i := range p.Document.Pages {
		for _, b := range screen.Blocks(&p.Document.Pages[i], moved, p.Library) {
			if !keys[b.Key] {
				t.Errorf("page %d: %v has another key", i+1, b.Pos)
			}
		}
	}
}

// FuzzText puts any text on a page: what comes of it is well-formed and reads as it.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Hej", "<&>\"'", "\x00\xff", "a\u00adb", "]]>", "\ufffe\U0010ffff"} {
		f.Add(s)
	}
	lib := fonts.Embedded()
	face, err := lib.Face(fonts.SansRegular)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, _ := page.Set(face, 0, geom.Points(9), page.Color{}, geom.Point{X: 1, Y: 2}, s)
		doc := &page.Document{Pages: []page.Page{{Content: []page.Content{{Mark: 1, Items: []page.Item{text}}}}}}
		got := parse(t, screen.New(doc, names()).Page(0, screen.Full))
		want := strings.Map(func(r rune) rune {
			switch {
			case r == '\t' || r == '\n' || r == '\r':
				return ' '
			case r < ' ' || r == 0xFFFE || r == 0xFFFF:
				return 0xFFFD
			}
			return r
		}, s)
		if got.words != want {
			t.Errorf("%q reads %q", s, got.words)
		}
		for _, h := range screen.NewIndex(doc, lib, nil).Find(s, 3) {
			if h.From < 0 || h.To > len(h.Text) || h.From >= h.To {
				t.Errorf("%q is found at %d to %d of %q", s, h.From, h.To, h.Text)
			}
		}
	})
}

func BenchmarkPages(b *testing.B) {
	p := proof(b, "")
	svg := screen.New(p.Document, names())
	for b.Loop() {
		for i := range p.Document.Pages {
			svg.Page(i, screen.Full)
		}
	}
}
