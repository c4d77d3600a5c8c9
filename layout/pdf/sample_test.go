package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// a4 is the page size of the samples.
var a4 = geom.Size{W: geom.MM(210), H: geom.MM(297)}

// maker makes a document by hand.
type maker struct {
	t   testing.TB
	lib *fonts.Library
	doc *page.Document
	ids page.MarkID
}

func newMaker(t testing.TB) *maker {
	return &maker{t: t, lib: fonts.Embedded(), doc: &page.Document{
		Meta: page.Meta{
			Title: "Prøve på en beretning", Author: "KL", Subject: "En <prøve> & mere", Keywords: []string{"KL", "år"},
			Lang: "da-DK", Date: "2025-02-27",
		},
		Root: &page.Elem{Role: page.RoleDocument, Attr: page.Attr{Lang: "da-DK"}},
	}}
}

func (m *maker) face(id fonts.ID) *fonts.Face {
	m.t.Helper()
	f, err := m.lib.Face(id)
	if err != nil {
		m.t.Fatal(err)
	}
	return f
}

// text sets text with its baseline at x, y points.
func (m *maker) text(id fonts.ID, feat fonts.Feature, size, x, y int64, s string) page.Text {
	m.t.Helper()
	t, missing := page.Set(m.face(id), feat, geom.Points(size), page.Color{R: 20, G: 30, B: 60}, at(x, y), s)
	if len(missing) > 0 {
		m.t.Fatalf("%s lacks %q", id, missing)
	}
	return t
}

func at(x, y int64) geom.Point { return geom.Point{X: geom.Points(x), Y: geom.Points(y)} }

func box(x, y, w, h int64) geom.Rect {
	return geom.Rect{X: geom.Points(x), Y: geom.Points(y), W: geom.Points(w), H: geom.Points(h)}
}

// mark puts items on a page under a new mark.
func (m *maker) mark(pg *page.Page, items ...page.Item) page.Mark {
	m.ids++
	pg.Content = append(pg.Content, page.Content{Mark: m.ids, Items: items})
	return page.Mark(m.ids)
}

func el(role page.Role, kids ...page.Kid) *page.Elem { return &page.Elem{Role: role, Kids: kids} }

func with(e *page.Elem, a page.Attr) *page.Elem {
	e.Attr = a
	return e
}

// sample returns a document with some of everything.
func sample(t testing.TB) *page.Document {
	m := newMaker(t)
	one, two := &page.Page{Size: a4, Label: "i"}, &page.Page{Size: a4, Label: "1"}
	m.doc.Images = []page.Image{photo(t), {Name: "square.png", Width: 2, Height: 2, Pix: []byte{255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9}}}

	one.Content = append(one.Content, page.Content{Artifact: page.Background, Items: []page.Item{tint(box(0, 0, 596, 842), 250)}})
	m.header(one)
	h := m.mark(one, m.text(fonts.SerifDisplay, 0, 28, 60, 120, "Affaldet sorteres – på ny"))
	p1 := m.paragraph(one)
	link, second := m.mark(one, m.text(fonts.SansRegular, 0, 10, 60, 240, "Læs mere på kl.dk,")), m.mark(one, m.text(fonts.SansRegular, 0, 10, 60, 254, "og se side 1"))
	one.Links = []page.Link{
		{ID: 1, Area: []geom.Rect{box(60, 230, 90, 12), box(60, 244, 40, 12)}, URI: "https://www.kl.dk/å", Contents: "KL’s hjemmeside"},
		{ID: 2, Area: []geom.Rect{box(110, 244, 30, 12)}, Dest: "tabel", Contents: "Gå til tabellen"},
	}
	fig := m.figure(one)
	m.doc.Root.Kids = []page.Kid{
		with(el(page.RoleSect,
			with(el(page.RoleH1, h), page.Attr{ID: "kap-affald", Title: "Affaldet"}),
			p1,
			el(page.RoleP, with(el(page.RoleLink, link, page.LinkRef(1)), page.Attr{Alt: "KL’s hjemmeside"}), el(page.RoleLink, second, page.LinkRef(2))),
			fig,
		), page.Attr{Title: "Kapitel"}),
	}
	// The paragraph goes on over the page.
	m.header(two)
	two.Content = append(two.Content, page.Content{Mark: page.MarkID(p1.Kids[0].(page.Mark)), Items: []page.Item{
		m.text(fonts.SerifRegular, 0, 10, 60, 80, "over på næste side."),
	}})
	m.doc.Root.Kids = append(m.doc.Root.Kids, m.table(two), m.list(two), m.aside(two))
	m.doc.Pages = []page.Page{*one, *two}
	m.doc.Dests = []page.Dest{{ID: "tabel", Page: 1, Y: geom.Points(90)}, {ID: "affald", Page: 0, Y: geom.Points(90)}}
	m.doc.Outline = []page.Bookmark{{Title: "Affaldet – på ny", Dest: "affald", Kids: []page.Bookmark{{Title: "Tabel", Dest: "tabel"}}}, {Title: "Igen (tabel)", Dest: "tabel"}}
	m.doc.Labels = []page.LabelRange{{First: 0, Style: page.LabelRoman}, {First: 1, Style: page.LabelDecimal, Start: 1}}
	return m.doc
}

func photo(t testing.TB) page.Image {
	img := image.NewRGBA(image.Rect(0, 0, 16, 12))
	for i := range 16 * 12 {
		img.Set(i%16, i/16, color.RGBA{uint8(i), uint8(2 * i), 120, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return page.Image{Name: "photo.jpg", Width: 16, Height: 12, JPEG: b.Bytes()}
}

func tint(r geom.Rect, grey uint8) page.Shape {
	return page.Shape{Path: geom.Rectangle(r), Fill: &page.Color{R: grey, G: grey, B: grey}}
}

func (m *maker) header(pg *page.Page) {
	rule := page.Shape{Path: geom.Line(at(60, 50), at(535, 50)), Stroke: &page.Stroke{Width: 500, Dash: []geom.Length{1000, 2000}, Round: true}}
	pg.Content = append(pg.Content,
		page.Content{Artifact: page.Header, Items: []page.Item{m.text(fonts.SansSemibold, fonts.SmallCaps, 8, 60, 44, "Beretning")}},
		page.Content{Artifact: page.Layout, Items: []page.Item{rule}},
		page.Content{Artifact: page.Footer, Items: []page.Item{m.text(fonts.SansRegular, fonts.Tabular, 8, 60, 800, pg.Label)}})
}

// paragraph sets lines with a word gap, a hyphen, small caps, a foreign word and a
// squeezed line.
func (m *maker) paragraph(pg *page.Page) *page.Elem {
	wide := m.text(fonts.SerifRegular, 0, 10, 60, 160, "Ordene står langt fra hinanden, office og 1.234,50 kr. i vel")
	for i, g := range wide.Words[0].Glyphs {
		if wide.Source[g.Start:g.End] == " " {
			wide.Words[0].Glyphs[i].Advance += 1234
		}
	}
	hyphen := m.text(fonts.SerifRegular, 0, 10, 0, 160, "-")
	hyphen.Origin.X = wide.Origin.X + wide.Width()
	hyphen.Actual, hyphen.HasActual = "\u00AD", true
	narrow := m.text(fonts.SerifRegular, 0, 10, 60, 174, "færd, og CO₂ måles i små skridt")
	narrow.Stretch = 985
	foreign := m.text(fonts.SerifItalic, 0, 10, 60, 188, "well-being")
	foreign.Lang = "en"
	caps := m.text(fonts.SerifRegular, fonts.SmallCaps, 10, 120, 188, "Kommunernes Landsforening")
	raised := m.text(fonts.SerifRegular, 0, 10, 300, 188, "m2 og")
	raised.Words[0].Glyphs[1].DY = -3500
	return el(page.RoleP, m.mark(pg, wide, hyphen, narrow, foreign, caps, raised))
}

func (m *maker) figure(pg *page.Page) *page.Elem {
	area := box(60, 300, 200, 150)
	mk := m.mark(pg,
		page.Picture{Image: 0, Box: area},
		page.Group{Offset: at(260, 0), Items: []page.Item{page.Picture{Image: 1, Box: box(60, 300, 150, 150), Clip: box(80, 320, 100, 100), Round: true}}},
		page.Shape{Path: geom.Ellipse(box(60, 470, 80, 40)), Fill: &page.Color{R: 200}, Stroke: &page.Stroke{Width: 1500}},
	)
	cap := m.mark(pg, m.text(fonts.SansItalic, 0, 9, 60, 540, "Foto: en prøve"))
	return with(el(page.RoleFigure, mk, el(page.RoleCaption, cap)), page.Attr{Alt: "Et billede (af farver)", Placement: "Block", BBox: area})
}

func (m *maker) table(pg *page.Page) *page.Elem {
	cell := func(x, y int64, s string) page.Mark {
		return m.mark(pg, m.text(fonts.SansRegular, fonts.Tabular, 9, x, y, s))
	}
	return el(page.RoleTable,
		el(page.RoleTHead, el(page.RoleTR,
			with(el(page.RoleTH, cell(60, 120, "Post")), page.Attr{ID: "h1", Scope: "Column"}),
			with(el(page.RoleTH, cell(200, 120, "2024")), page.Attr{ID: "h2", Scope: "Column"}),
			with(el(page.RoleTH, cell(300, 120, "2023")), page.Attr{Scope: "Column"}),
		)),
		el(page.RoleTBody, el(page.RoleTR,
			with(el(page.RoleTH, cell(60, 134, "Kontingent")), page.Attr{ID: "r1", Scope: "Row"}),
			with(el(page.RoleTD, cell(200, 134, "251.671.892")), page.Attr{Headers: []string{"h2", "r1"}, ColSpan: 2}),
		)),
	)
}

func (m *maker) list(pg *page.Page) *page.Elem {
	item := func(y int64, s string) *page.Elem {
		return el(page.RoleLI,
			el(page.RoleLbl, m.mark(pg, m.text(fonts.SerifRegular, 0, 10, 60, y, "•"))),
			el(page.RoleLBody, el(page.RoleP, m.mark(pg, m.text(fonts.SerifRegular, 0, 10, 72, y, s)))))
	}
	return with(el(page.RoleL, item(180, "Første punkt"), item(194, "Andet punkt")), page.Attr{Numbering: "Disc"})
}

func (m *maker) aside(pg *page.Page) *page.Elem {
	pg.Content = append(pg.Content, page.Content{Artifact: page.Layout, Items: []page.Item{tint(box(60, 220, 300, 60), 235)}})
	p := el(page.RoleP, m.mark(pg, m.text(fonts.SansBold, 0, 10, 70, 240, "9/10 af alle")))
	note := el(page.RoleNote, el(page.RoleP, m.mark(pg, m.text(fonts.SansRegular, 0, 8, 70, 260, "Se KL’s regnskab"))))
	return with(el(page.RoleAside, p, note), page.Attr{Placement: "Block"})
}

// write returns the finished file.
func write(t testing.TB, doc *page.Document, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, fonts.Embedded(), opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
