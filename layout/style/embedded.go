package style

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
)

// embedded returns an embedded theme, the standard one where there is none of
// the name. Each says everything.
func embedded(name string) content.Theme {
	if name == content.LyngTheme {
		return lyng()
	}
	return standard()
}

// standard is petrol on white: serif text on two thirds of the text area, some 70
// characters, and a side column on the third at the fore-edge, on a grid of 14 pt.
func standard() content.Theme {
	return content.Theme{
		Base:       content.StandardTheme,
		Paper:      is(content.Paper{Width: mm(210), Height: mm(297)}),
		Inner:      is(mm(18)),
		Outer:      is(mm(16)),
		Top:        is(pt(78)),
		Bottom:     is(mm(27)),
		Grid:       is(pt(14)),
		BodySize:   is(pt(10)),
		Scale:      is(1200),
		Alignment:  is(content.Justified),
		Paragraphs: is(content.Spaced),
		Side:       is(third(mm(176), pt(20))),
		SidePlace:  is(content.AtForeEdge),
		Gutter:     is(pt(20)),
		Ink:        is(rgb(0x1B222B)),
		Muted:      is(rgb(0x555F6B)),
		Rule:       is(rgb(0x9AA5AE)),
		Tint:       is(rgb(0xEEF3F4)),
		Cover:      is(rgb(0x0B3C49)),
		Accents:    each(0x0B5563 /* petrol */, 0x8A2F3C /* claret */, 0x2F5D3A /* moss */, 0x344585 /* indigo */, 0x8A4B0F /* amber brown */, 0x6B2E6B /* plum */),
		Chart:      each(0x0B3C49, 0x3E8E9B, 0x8A2F3C, 0xE0A458, 0x5B6B7A, 0xB7D3D6),
		Text:       is(content.Family{Embedded: content.SerifFamily}),
		Headings:   is(content.Family{Embedded: content.SansFamily}),
		Display:    is(content.Family{Embedded: content.SerifFamily}),
		Opener:     is(content.BarOpener),
		CoverStyle: is(content.TracksCover),
	}
}

// lyng is heather: sans throughout, ragged, on a grid of 13.5 pt; a wide margin
// and the side column at the spine, chapters that begin with a band of colour.
func lyng() content.Theme {
	return content.Theme{
		Base:       content.LyngTheme,
		Paper:      is(content.Paper{Width: mm(210), Height: mm(297)}),
		Inner:      is(mm(24)),
		Outer:      is(mm(18)),
		Top:        is(mm(34)),
		Bottom:     is(mm(26)),
		Grid:       is(pt(13) + 500),
		BodySize:   is(pt(9) + 500),
		Scale:      is(1200),
		Alignment:  is(content.Ragged),
		Paragraphs: is(content.Spaced),
		Side:       is(third(mm(168), mm(7))),
		SidePlace:  is(content.AtSpine),
		Gutter:     is(mm(7)),
		Ink:        is(rgb(0x2A2024)),
		Muted:      is(rgb(0x6A5A60)),
		Rule:       is(rgb(0xB3A39C)),
		Tint:       is(rgb(0xF7F0E8)),
		Cover:      is(rgb(0x5A1F3D)),
		Accents:    each(0x7A2750 /* heather */, 0x3F5B2B /* juniper */, 0x9A3B1E /* rust */, 0x2C4A63 /* dusk */, 0x70500F /* broom */, 0x4E3A7A /* bilberry */),
		Chart:      each(0x5A1F3D, 0xC98BA8, 0x3F5B2B, 0xDDA63A, 0x7A4A2A, 0xE8CFC0),
		Text:       is(content.Family{Embedded: content.SansFamily}),
		Headings:   is(content.Family{Embedded: content.SansFamily}),
		Display:    is(content.Family{Embedded: content.SansFamily}),
		Opener:     is(content.BandOpener),
		CoverStyle: is(content.HillsCover),
	}
}

// is says a value, nowhere in particular.
func is[T any](v T) content.Setting[T] { return content.Said(v, diag.Pos{}) }

// third is the width of one of three columns of a text area, gutters between them.
func third(text, gutter content.Length) content.Length { return (text - 2*gutter) / 3 }

func mm(n int64) content.Length { return content.Length(geom.MM(n)) }

func pt(n int64) content.Length { return content.Length(geom.Points(n)) }

// rgb is a colour from its hexadecimal number.
func rgb(n uint32) content.Color {
	return content.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}

func each(colors ...uint32) []content.Setting[content.Color] {
	var out []content.Setting[content.Color]
	for _, c := range colors {
		out = append(out, is(rgb(c)))
	}
	return out
}
