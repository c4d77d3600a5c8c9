package style

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// half is half a point.
const half = geom.Pt / 2

// Complete fills in what a theme does not say from its base. Lengths across the
// page follow the paper's width and those down it its height, and the grid
// follows the body size: what fits the base's page fits another.
func Complete(t content.Theme) content.Theme {
	b := embedded(t.Base)
	paper := t.Paper.Or(b.Paper).Value
	across := func(own, base content.Setting[content.Length]) content.Setting[content.Length] {
		return own.Or(is(inProportion(base.Value, paper.Width, b.Paper.Value.Width)))
	}
	down := func(own, base content.Setting[content.Length]) content.Setting[content.Length] {
		return own.Or(is(inProportion(base.Value, paper.Height, b.Paper.Value.Height)))
	}
	out := t
	out.Base = b.Base
	out.Paper = t.Paper.Or(b.Paper)
	out.Inner, out.Outer = across(t.Inner, b.Inner), across(t.Outer, b.Outer)
	out.Top, out.Bottom = down(t.Top, b.Top), down(t.Bottom, b.Bottom)
	out.Side, out.Gutter = across(t.Side, b.Side), across(t.Gutter, b.Gutter)
	out.BodySize = t.BodySize.Or(b.BodySize)
	out.Grid = t.Grid.Or(is(gridFor(out.BodySize.Value, b)))
	out.Scale, out.Alignment, out.SidePlace = t.Scale.Or(b.Scale), t.Alignment.Or(b.Alignment), t.SidePlace.Or(b.SidePlace)
	out.Paragraphs = t.Paragraphs.Or(b.Paragraphs)
	out.Ink, out.Muted, out.Rule = t.Ink.Or(b.Ink), t.Muted.Or(b.Muted), t.Rule.Or(b.Rule)
	out.Tint, out.Cover = t.Tint.Or(b.Tint), t.Cover.Or(b.Cover)
	if len(t.Accents) == 0 {
		out.Accents = b.Accents
	}
	if len(t.Chart) == 0 {
		out.Chart = b.Chart
	}
	out.Text, out.Headings, out.Display = t.Text.Or(b.Text), t.Headings.Or(b.Headings), t.Display.Or(b.Display)
	out.Opener, out.CoverStyle = t.Opener.Or(b.Opener), t.CoverStyle.Or(b.CoverStyle)
	return out
}

func inProportion(l, num, den content.Length) content.Length {
	return content.Length(geom.Length(l).Scale(int64(num), int64(den)))
}

// gridFor is the grid of a body size, to half a point, as airy as the base's.
func gridFor(body content.Length, b content.Theme) content.Length {
	if body == b.BodySize.Value {
		return b.Grid.Value
	}
	g := inProportion(b.Grid.Value, body, b.BodySize.Value)
	return content.Length(geom.DivRound(int64(g), int64(half))) * content.Length(half)
}

// Family is a theme's family of faces, each there.
type Family struct {
	Regular, Italic, Bold, BoldItalic fonts.ID
	Display                           fonts.ID // for large sizes
}

// Embedded returns an embedded family, the serif where there is none of the
// name.
func Embedded(name string) Family {
	if name == content.SansFamily {
		return Family{fonts.SansRegular, fonts.SansItalic, fonts.SansSemibold, fonts.SansSemibold, fonts.SansBold}
	}
	return Family{fonts.SerifRegular, fonts.SerifItalic, fonts.SerifSemibold, fonts.SerifSemiboldItalic, fonts.SerifDisplay}
}

// Families are the faces of a theme's three voices.
type Families struct{ Text, Headings, Display Family }

// New makes the look a complete theme describes. Everything is derived from the
// grid, the body size and the ratio of the scale, so that another size is still
// on the grid.
func New(t content.Theme, f Families) *Theme {
	th := &Theme{
		Paper:    geom.Size{W: geom.Length(t.Paper.Value.Width), H: geom.Length(t.Paper.Value.Height)},
		Inner:    geom.Length(t.Inner.Value),
		Outer:    geom.Length(t.Outer.Value),
		Top:      geom.Length(t.Top.Value),
		Grid:     geom.Length(t.Grid.Value),
		Gutter:   geom.Length(t.Gutter.Value),
		Side:     geom.Length(t.Side.Value),
		SideIn:   t.SidePlace.Value == content.AtSpine,
		Sender:   t.Name,
		Opener:   t.Opener.Value,
		CoverArt: t.CoverStyle.Value,
		Picture:  t.CoverImage,

		Ink:         page.Color(t.Ink.Value),
		Muted:       page.Color(t.Muted.Value),
		Rule:        page.Color(t.Rule.Value),
		Tint:        page.Color(t.Tint.Value),
		Paperwhite:  page.Color{R: 0xFF, G: 0xFF, B: 0xFF},
		Cover:       page.Color(t.Cover.Value),
		Accents:     colors(t.Accents),
		ChartColors: colors(t.Chart),
	}
	if t.Paragraphs.Value == content.Indented {
		th.Indent = th.Grid
	}
	th.Bleed = geom.Length(t.Bleed.Value)
	th.CoverText = th.On(th.Cover)
	if t.CoverText.Said {
		th.CoverText = page.Color(t.CoverText.Value)
	}
	th.Rows = int(max(0, th.Paper.H-th.Top-geom.Length(t.Bottom.Value)) / th.Grid)
	th.HeadBaseline = toPoint(th.Top.Scale(7, 12))
	foot := th.Top + th.Height()
	th.FolioBaseline = toPoint(foot + (th.Paper.H-foot)/2)
	th.Type = typeOf(t, th, f)
	return th
}

// Standard returns the look of an edition that says nothing of it.
func Standard() *Theme { return embeddedLook(content.StandardTheme) }

// embeddedLook returns the look of an embedded theme.
func embeddedLook(name string) *Theme {
	t := embedded(name)
	return New(t, Families{Embedded(t.Text.Value.Embedded), Embedded(t.Headings.Value.Embedded), Embedded(t.Display.Value.Embedded)})
}

func colors(said []content.Setting[content.Color]) []page.Color {
	out := make([]page.Color, len(said))
	for i, c := range said {
		out[i] = page.Color(c.Value)
	}
	return out
}

// toPoint rounds a length to whole points.
func toPoint(l geom.Length) geom.Length {
	return geom.Length(geom.DivRound(int64(l), int64(geom.Pt))) * geom.Pt
}
