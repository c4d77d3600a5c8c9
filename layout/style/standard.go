package style

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// half is half a point.
const half = geom.Pt / 2

// Standard returns the theme an edition has unless it brings its own: A4, a main
// column of some 68 characters and a side column at the fore-edge, all on a
// grid of 14 pt. Sizes follow a scale of about 1.2 from a body of 10 pt.
func Standard() *Theme {
	t := &Theme{
		Paper:  geom.Size{W: geom.MM(210), H: geom.MM(297)},
		Inner:  geom.MM(22),
		Outer:  geom.MM(20),
		Top:    geom.Points(78),
		Grid:   geom.Points(14),
		Rows:   49,
		Gutter: geom.Points(24),
		Side:   geom.Points(126),

		HeadBaseline:  geom.Points(46),
		FolioBaseline: geom.Points(803),

		Ink:        page.Color{R: 0x1B, G: 0x22, B: 0x2B},
		Muted:      page.Color{R: 0x55, G: 0x5F, B: 0x6B},
		Rule:       page.Color{R: 0x9A, G: 0xA5, B: 0xAE},
		Tint:       page.Color{R: 0xEE, G: 0xF3, B: 0xF4},
		Paperwhite: page.Color{R: 0xFF, G: 0xFF, B: 0xFF},
		Accents: []page.Color{
			{R: 0x0B, G: 0x55, B: 0x63}, // petrol
			{R: 0x8A, G: 0x2F, B: 0x3C}, // claret
			{R: 0x2F, G: 0x5D, B: 0x3A}, // moss
			{R: 0x34, G: 0x45, B: 0x85}, // indigo
			{R: 0x8A, G: 0x4B, B: 0x0F}, // amber brown
			{R: 0x6B, G: 0x2E, B: 0x6B}, // plum
		},
		ChartColors: []page.Color{
			{R: 0x0B, G: 0x3C, B: 0x49},
			{R: 0x3E, G: 0x8E, B: 0x9B},
			{R: 0x8A, G: 0x2F, B: 0x3C},
			{R: 0xE0, G: 0xA4, B: 0x58},
			{R: 0x5B, G: 0x6B, B: 0x7A},
			{R: 0xB7, G: 0xD3, B: 0xD6},
		},
	}
	t.Type = standardType(t)
	return t
}

// serif and sans are the two families.
func serif() Faces {
	return Faces{fonts.SerifRegular, fonts.SerifItalic, fonts.SerifSemibold, fonts.SerifSemiboldItalic}
}

func sans() Faces {
	return Faces{fonts.SansRegular, fonts.SansItalic, fonts.SansSemibold, fonts.SansSemibold}
}

func one(id fonts.ID) Faces { return Faces{id, id, id, id} }

func standardType(t *Theme) Type {
	g := t.Grid
	ink, muted := t.Ink, t.Muted
	small := func(size, leading geom.Length, c page.Color) Text {
		return Text{Faces: sans(), Size: size, Leading: leading, Color: c, Align: Left}
	}
	bold := func(size, leading geom.Length, c page.Color) Text {
		return Text{Faces: one(fonts.SansSemibold), Size: size, Leading: leading, Color: c, Align: Left}
	}
	display := func(size, leading geom.Length) Text {
		return Text{Faces: one(fonts.SerifDisplay), Size: size, Leading: leading, Color: ink, Align: Left}
	}
	hyphenated := func(s Text) Text { s.Hyphenate = true; return s }
	whole := func(s Text) Text { s.Whole = true; return s }
	figures := func(s Text) Text { s.Features = fonts.Tabular; s.Align = Right; return s }
	return Type{
		Body:         Text{Faces: serif(), Size: geom.Points(10), Leading: g, Color: ink, Hyphenate: true},
		Lead:         Text{Faces: Faces{fonts.SerifItalic, fonts.SerifRegular, fonts.SerifSemiboldItalic, fonts.SerifSemiboldItalic}, Size: geom.Points(12), Leading: g + g/4, Color: ink, Align: Left},
		Note:         Text{Faces: serif(), Size: geom.Points(9) + half, Leading: geom.Points(13), Color: muted, Align: Left, Hyphenate: true},
		Quote:        Text{Faces: Faces{fonts.SerifItalic, fonts.SerifRegular, fonts.SerifSemiboldItalic, fonts.SerifSemiboldItalic}, Size: geom.Points(14), Leading: g + g/2, Color: ink, Align: Left},
		ChapterTitle: bold(geom.Points(12), g, muted),
		Headline:     display(geom.Points(25), 2*g),
		SectionTitle: display(geom.Points(20), g+g/2+2*geom.Pt),
		Heading:      bold(geom.Points(11)+half, g, ink),
		Label:        bold(geom.Points(8)+half, g-2*geom.Pt, muted),
		Caption:      small(geom.Points(9), geom.Points(12), ink),
		Credit:       small(geom.Points(8), geom.Points(10), muted),
		FactFigure:   display(geom.Points(26), geom.Points(28)),
		FactCaption:  hyphenated(small(geom.Points(9), geom.Points(12), ink)),
		BoxTitle:     bold(geom.Points(11), g, ink),
		BoxBody:      Text{Faces: sans(), Size: geom.Points(9) + half, Leading: g, Color: ink, Align: Left, Hyphenate: true},
		TableHead:    bold(geom.Points(8)+half, g, muted),
		TableCell:    small(geom.Points(9)+half, g, ink),
		TableBold:    bold(geom.Points(9)+half, g, ink),
		Figures:      figures(small(geom.Points(9)+half, g, ink)),
		FiguresBold:  figures(bold(geom.Points(9)+half, g, ink)),
		ContentsOne:  bold(geom.Points(11), g+g/2, ink),
		ContentsTwo:  small(geom.Points(10), g+2*geom.Pt, ink),
		Running:      small(geom.Points(8)+half, geom.Points(10), muted),
		Folio:        bold(geom.Points(9), geom.Points(10), ink),
		Name:         whole(bold(geom.Points(9), geom.Points(11)+half, ink)),
		Office:       whole(small(geom.Points(9), geom.Points(11)+half, ink)),
		Signer:       whole(bold(geom.Points(9)+half, g, ink)),
		Initials:     bold(geom.Points(20), geom.Points(24), muted),
		CoverTitle:   Text{Faces: one(fonts.SerifDisplay), Size: geom.Points(44), Leading: geom.Points(48), Color: t.Paperwhite, Align: Left},
		CoverYear:    Text{Faces: one(fonts.SansBold), Size: geom.Points(120), Leading: geom.Points(120), Color: t.Paperwhite, Align: Left},
		CoverLine:    Text{Faces: sans(), Size: geom.Points(16), Leading: geom.Points(22), Color: t.Paperwhite, Align: Left},
	}
}
