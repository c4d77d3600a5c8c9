package page

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

var update = flag.Bool("update", false, "write the golden files anew")

func words(x, y geom.Length, s string) Text {
	t := Text{Face: fonts.SerifRegular, Size: 10 * geom.Pt, Fill: Color{R: 0x1b}, Origin: geom.Point{X: x, Y: y}, Source: s}
	var glyphs []Glyph
	for i := range s {
		glyphs = append(glyphs, Glyph{ID: fonts.GlyphID(s[i]), Advance: 5500, Start: int32(i), End: int32(i + 1)})
	}
	t.Words = One(s, glyphs)
	return t
}

// sample is a sound document with something of everything in it.
func sample() *Document {
	hyphen := words(65_500, 100_000, "-")
	hyphen.Actual, hyphen.HasActual = "\u00ad", true
	hyphen.Stretch, hyphen.Lang = 950, "en"
	tint := Color{R: 0xee, G: 0xf3, B: 0xf4}
	rule := Stroke{Color: tint, Width: 500, Dash: []geom.Length{2000, 1000}, Round: true}
	box := geom.Rect{X: 10_000, Y: 20_000, W: 50_000, H: 40_000}
	first := Page{Size: geom.Size{W: 200_000, H: 300_000}, Label: "i", Content: []Content{
		{Artifact: Background, Items: []Item{Shape{Path: geom.Rectangle(geom.Rect{X: -9000, Y: -9000, W: 218_000, H: 318_000}), Fill: &tint, EvenOdd: true}}},
		{Mark: 70, Items: []Item{words(10_000, 100_000, "kommune"), hyphen}},
		{Mark: 71, Items: []Item{words(10_000, 114_000, "se her")}},
		{Artifact: Layout, Items: []Item{Shape{Path: geom.Line(geom.Point{Y: 10_500}, geom.Point{X: 200_000, Y: 10_500}), Stroke: &rule}}},
		{Mark: 12, Items: []Item{
			Picture{Image: 0, Box: box, Clip: geom.Rect{X: 15_000, Y: 20_000, W: 40_000, H: 40_000}, Round: true},
			Group{Offset: geom.Point{X: 100_000, Y: 50_000}, Items: []Item{Shape{Path: geom.Ellipse(geom.Rect{W: 20_000, H: 10_000}), Fill: &tint}, words(0, 5000, "12")}},
		}},
	}, Links: []Link{{ID: 9, URI: "https://kl.dk", Contents: "Gå til kl.dk", Area: []geom.Rect{{X: 10_000, Y: 105_000, W: 33_000, H: 14_000}}}}}
	second := Page{Size: geom.Size{W: 200_000, H: 300_000}, Label: "1", Content: []Content{
		{Mark: 70, Items: []Item{words(10_000, 50_000, "fortsat ")}},
		{Artifact: Footer, Items: []Item{words(10_000, 290_000, "1")}},
	}, Links: []Link{{ID: 4, Dest: "kap", Contents: "kapitlet", Area: []geom.Rect{{X: 1, Y: 1, W: 10, H: 10}, {X: 1, Y: 20, W: 10, H: 10}}}}}
	link := func(l LinkID, kids ...Kid) *Elem { return &Elem{Role: RoleLink, Kids: append(kids, LinkRef(l))} }
	return &Document{
		Meta:    Meta{Title: "Beretning \"2024\"", Author: "KL", Keywords: []string{"kommuner", "æ"}, Lang: "da-DK", Date: "2025-02-27"},
		Pages:   []Page{first, second},
		Images:  []Image{{Name: "a.jpg", Width: 4, Height: 3, JPEG: []byte{1, 2}}, {Name: "b.png", Width: 1, Height: 1, Pix: []byte{1, 2, 3}}},
		Outline: []Bookmark{{Title: "Kapitel", Dest: "kap", Kids: []Bookmark{{Title: "Afsnit", Dest: "afs"}}}},
		Dests:   []Dest{{ID: "kap", Page: 0, Y: 90_000}, {ID: "afs", Page: 1}},
		Labels:  []LabelRange{{First: 0, Style: LabelRoman, Start: 1}, {First: 1, Style: LabelDecimal, Prefix: "A-", Start: 1}},
		Root: &Elem{Role: RoleDocument, Attr: Attr{Lang: "da-DK"}, Kids: []Kid{
			&Elem{Role: RoleP, Kids: []Kid{Mark(70), link(9, Mark(71)), link(4)}},
			&Elem{Role: RoleTH, Attr: Attr{ID: "h1", Scope: "Column", ColSpan: 2, RowSpan: 3}},
			&Elem{Role: RoleTD, Attr: Attr{Headers: []string{"h1"}}},
			&Elem{Role: RoleL, Attr: Attr{Numbering: "Disc"}},
			&Elem{Role: RoleSpan, Attr: Attr{Title: "t", Actual: "læs", Expansion: "Kommunernes Landsforening"}},
			&Elem{Role: RoleFigure, Attr: Attr{Alt: "et billede", Placement: "Block", BBox: box, BBoxOnPage: 0}, Kids: []Kid{Mark(12)}},
		}},
	}
}

func dump(t *testing.T, d *Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDump(t *testing.T) {
	const golden = "testdata/sample.txt"
	got := dump(t, sample())
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the dump is\n%s\nwanted\n%s", got, want)
	}
}

func TestDumpDoesNotShowHowMarksAreCounted(t *testing.T) {
	d := sample()
	renumber := func(m MarkID) MarkID {
		if m == 0 {
			return 0
		}
		return 1000 - m
	}
	for _, p := range d.Pages {
		for i := range p.Content {
			p.Content[i].Mark = renumber(p.Content[i].Mark)
		}
		for i := range p.Links {
			p.Links[i].ID += 50
		}
	}
	var walk func(e *Elem)
	walk = func(e *Elem) {
		for i, k := range e.Kids {
			switch k := k.(type) {
			case *Elem:
				walk(k)
			case Mark:
				e.Kids[i] = Mark(renumber(MarkID(k)))
			case LinkRef:
				e.Kids[i] = k + 50
			}
		}
	}
	walk(d.Root)
	if dump(t, d) != dump(t, sample()) {
		t.Error("other ids make another dump")
	}
}

// TestDumpShowsEveryChange changes one thing at a time.
func TestDumpShowsEveryChange(t *testing.T) {
	sound := dump(t, sample())
	for name, change := range map[string]func(*Document){
		"glyph": func(d *Document) { d.Pages[0].Content[1].Items[0].(Text).Words[0].Glyphs[0].ID++ },
		"advance": func(d *Document) {
			g := d.Pages[0].Content[1].Items[0].(Text).Words[0].Glyphs
			g[0].Advance++
			g[1].Advance--
		},
		"shift": func(d *Document) { d.Pages[0].Content[1].Items[0].(Text).Words[0].Glyphs[0].DY++ },
		"pixel": func(d *Document) { d.Images[1].Pix[0]++ },
		"path":  func(d *Document) { d.Pages[0].Content[0].Items[0].(Shape).Path[2].P[0].X++ },
		"place": func(d *Document) { d.Pages[1] = Page{Content: []Content{d.Pages[1].Content[0].Move(geom.Point{X: 1})}} },
		"attr":  func(d *Document) { d.Root.Attr.Alt = "x" },
		"order": func(d *Document) { k := d.Root.Kids; k[0], k[1] = k[1], k[0] },
		"dest":  func(d *Document) { d.Dests[1].Y++ },
	} {
		d := sample()
		if change(d); dump(t, d) == sound {
			t.Errorf("%s: the dump is the same", name)
		}
	}
}

type badWriter struct{}

var errFull = errors.New("full")

func (badWriter) Write([]byte) (int, error) { return 0, errFull }

func TestDumpReportsWhatTheWriterSays(t *testing.T) {
	if err := Dump(badWriter{}, sample()); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

func TestDumpAndCheckTakeAnyDocument(t *testing.T) {
	loop := &Elem{Role: RoleDocument}
	loop.Kids = []Kid{loop, (*Elem)(nil), nil, Mark(0)}
	for _, d := range []*Document{
		{},
		{Root: loop},
		{Pages: []Page{{Content: []Content{{}, {Mark: 1, Artifact: 77, Items: []Item{nil, Group{}, Shape{}, Picture{Image: -1}, Text{Words: One("", []Glyph{{Start: 5, End: 2}})}, Shape{Path: geom.Path{{Op: 99}}}}}}, Links: []Link{{}}}}},
	} {
		dump(t, d)
		if len(d.Check()) == 0 {
			t.Errorf("nothing is wrong with %+v", d)
		}
	}
}

func TestMoveCopies(t *testing.T) {
	d := geom.Point{X: 3, Y: -2}
	path := geom.Line(geom.Point{X: 1, Y: 1}, geom.Point{X: 2, Y: 2})
	c := Content{Mark: 5, Items: []Item{
		words(10, 20, "a"), Shape{Path: path}, Picture{Box: geom.Rect{X: 1, W: 2, H: 2}, Clip: geom.Rect{X: 1, Y: 1, W: 1, H: 1}},
		Group{Offset: geom.Point{X: 7}, Items: []Item{words(1, 1, "b")}},
	}}
	moved := c.Move(d)
	if moved.Mark != 5 || moved.Items[0].(Text).Origin != (geom.Point{X: 13, Y: 18}) ||
		moved.Items[1].(Shape).Path[1].P[0] != (geom.Point{X: 5, Y: 0}) ||
		moved.Items[2].(Picture).Box != (geom.Rect{X: 4, Y: -2, W: 2, H: 2}) || moved.Items[2].(Picture).Clip != (geom.Rect{X: 4, Y: -1, W: 1, H: 1}) ||
		moved.Items[3].(Group).Offset != (geom.Point{X: 10, Y: -2}) || moved.Items[3].(Group).Items[0].(Text).Origin != (geom.Point{X: 1, Y: 1}) {
		t.Errorf("%+v", moved)
	}
	if path[0].P[0] != (geom.Point{X: 1, Y: 1}) || c.Items[0].(Text).Origin.X != 10 {
		t.Error("the original has moved")
	}
	if back := moved.Move(geom.Point{X: -3, Y: 2}); !reflect.DeepEqual(back.Items[0], c.Items[0]) {
		t.Errorf("%+v, moved back %+v", c, back)
	}
	if MoveItem(nil, d) != nil {
		t.Error("nothing became something")
	}
}

func TestASoundDocumentHasNothingWrongWithIt(t *testing.T) {
	if found := sample().Check(); len(found) > 0 {
		t.Errorf("%q", found)
	}
}

func TestCheckFinds(t *testing.T) {
	for _, c := range []struct {
		want   string
		change func(*Document)
	}{
		{"holds mark 12 0 times", func(d *Document) { d.Root.Kids = d.Root.Kids[:5] }},
		{"holds mark 70 2 times", func(d *Document) { d.Root.Kids = append(d.Root.Kids, Mark(70)) }},
		{"holds mark 99, which is on no page", func(d *Document) { d.Root.Kids = append(d.Root.Kids, Mark(99)) }},
		{"holds link 9 2 times", func(d *Document) { d.Root.Kids = append(d.Root.Kids, LinkRef(9)) }},
		{"holds link 8, which is on no page", func(d *Document) { d.Root.Kids = append(d.Root.Kids, LinkRef(8)) }},
		{"holds link 30 0 times", func(d *Document) { l := d.Pages[0].Links[0]; l.ID = 30; d.Pages[0].Links = append(d.Pages[0].Links, l) }},
		{"link 9 has no id of its own", func(d *Document) { d.Pages[1].Links[0].ID = 9 }},
		{"leads to \"hen\", which is nowhere", func(d *Document) { d.Pages[1].Links[0].Dest = "hen" }},
		{"should have one of them", func(d *Document) { d.Pages[1].Links[0].URI = "https://kl.dk" }},
		{"has no area", func(d *Document) { d.Pages[1].Links[0].Area = nil }},
		{"is not within the page", func(d *Document) { d.Pages[1].Links[0].Area[0].X = 199_995 }},
		{"bookmark \"Afsnit\" leads to \"\"", func(d *Document) { d.Outline[0].Kids[0].Dest = "" }},
		{"two destinations have the id \"kap\"", func(d *Document) { d.Dests[1].ID = "kap" }},
		{"is on page 2 of 2", func(d *Document) { d.Dests[1].Page = 2 }},
		{"a content has mark 3 and artifact 2", func(d *Document) { d.Pages[1].Content[1].Mark = 3 }},
		{"a content has mark 0 and artifact 0", func(d *Document) { d.Pages[1].Content[1].Artifact = NotArtifact }},
		{"the text \"fortsat \" of mark 70", func(d *Document) { d.Pages[1].Content[0] = d.Pages[1].Content[0].Move(geom.Point{X: 151_501}) }},
		{"a shape of an artifact", func(d *Document) { d.Pages[0].Content[0] = d.Pages[0].Content[0].Move(geom.Point{X: 300_000}) }},
		{"a group of mark 12", func(d *Document) {
			d.Pages[0].Content[4].Items[1] = MoveItem(d.Pages[0].Content[4].Items[1], geom.Point{X: 80_001})
		}},
		{"shows image 0 of 0", func(d *Document) { d.Images = nil }},
		{"there is no structure tree", func(d *Document) { d.Root = nil }},
		{"the root of the structure tree is a Part", func(d *Document) { d.Root.Role = RolePart }},
		{"a P is in the structure tree twice", func(d *Document) { d.Root.Kids = append(d.Root.Kids, d.Root.Kids[0]) }},
		{"two elements have the id \"h1\"", func(d *Document) { d.Root.Attr.ID = "h1" }},
		{"names the header \"h2\"", func(d *Document) { d.Root.Kids[2].(*Elem).Attr.Headers[0] = "h2" }},
		{"has its box on page 2 of 2", func(d *Document) { d.Root.Kids[5].(*Elem).Attr.BBoxOnPage = 2 }},
	} {
		d := sample()
		c.change(d)
		found := strings.Join(d.Check(), "\n")
		if !strings.Contains(found, c.want) {
			t.Errorf("wanted %q among\n%s", c.want, found)
		}
	}
	hanging := sample()
	hanging.Pages[1].Content[0] = hanging.Pages[1].Content[0].Move(geom.Point{X: 151_500})
	if found := hanging.Check(); len(found) > 0 {
		t.Errorf("a gap may hang out: %q", found)
	}
}

func TestSetAndAppend(t *testing.T) {
	face, err := fonts.Embedded().Face(fonts.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	at := geom.Point{X: 5, Y: 6}
	whole, missing := Set(face, 0, 10*geom.Pt, Color{}, at, "en to 漢")
	if string(missing) != "漢" || whole.Origin != at || whole.Source != "en to 漢" {
		t.Errorf("%+v, missing %q", whole, string(missing))
	}
	parts, _ := Set(face, 0, 10*geom.Pt, Color{}, at, "en ")
	parts.Append(face, 0, "to")
	missing = parts.Append(face, 0, " 漢")
	if string(missing) != "漢" || !reflect.DeepEqual(parts.Glyphs(), whole.Glyphs()) || parts.Source != whole.Source || !parts.Whole() {
		t.Errorf("%+v\nin parts, in one\n%+v", parts, whole)
	}
	if empty, _ := Set(face, 0, 10*geom.Pt, Color{}, at, ""); empty.Width() != 0 || empty.Len() != 0 {
		t.Errorf("nothing is %+v", empty)
	}
}
