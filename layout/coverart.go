package layout

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// artTop is where the cover's drawing begins, if its text lets it.
func (a *assembler) artTop() geom.Length {
	h := a.theme.Paper.H
	if a.theme.Picture.Said {
		return h * 42 / 100
	}
	switch a.theme.CoverArt {
	case content.HillsCover:
		return h * 50 / 100
	case content.PlainCover:
		return h
	}
	return h * 46 / 100
}

// leastArt is how much of the paper's height a drawing needs, in hundredths.
const leastArt = 20

// coverArt is the ground of the cover and what is drawn on it from top down,
// nothing where little is left.
func (a *assembler) coverArt(top geom.Length) []page.Item {
	ground := a.ground()
	if (a.theme.Paper.H-top)*100 < a.theme.Paper.H*leastArt {
		return []page.Item{ground}
	}
	if said := a.theme.Picture; said.Said {
		box := a.theme.Sheet()
		box.Y, box.H = top, box.Bottom()-top
		if pic, ok := a.kit.Filling(said.Value.File, said.Value.Focus, box, said.Pos); ok {
			return []page.Item{ground, pic}
		}
		return []page.Item{ground}
	}
	out := []page.Item{ground}
	switch a.theme.CoverArt {
	case content.PlainCover:
		return out
	case content.HillsCover:
		return append(append(out, a.sun(top)), a.hills(top, false)...)
	}
	return append(out, a.tracks(top)...)
}

// backArt is the ground of the back cover, and what goes on over the spine of the
// drawing on the front, which begins at top: the cover opened flat is one drawing.
// Of a picture nothing does.
func (a *assembler) backArt(top geom.Length) []page.Item {
	out := []page.Item{a.ground()}
	if a.theme.Picture.Said || (a.theme.Paper.H-top)*100 < a.theme.Paper.H*leastArt {
		return out
	}
	switch a.theme.CoverArt {
	case content.PlainCover:
		return out
	case content.HillsCover:
		return append(out, a.hills(top, true)...)
	}
	w := a.theme.Paper.W
	for _, item := range a.tracks(top) {
		if s, ok := item.(page.Shape); ok && s.Path[0].P[0].X < 0 {
			s.Path = s.Path.Move(geom.Point{X: w})
			out = append(out, s)
		}
	}
	return out
}

// ground is the colour of the covers over the whole sheet.
func (a *assembler) ground() page.Item { return filled(a.theme.Sheet(), a.theme.Cover) }

// tracks is how many lines the drawing has: one for each municipality.
const tracks = 98

// tracks draws lines spread along the foot, gathered to a third of the drawing's
// height where they run out at the right.
func (a *assembler) tracks(top geom.Length) []page.Item {
	sheet := a.theme.Sheet()
	w, right, foot := a.theme.Paper.W, sheet.Right(), sheet.Bottom()
	span := a.theme.Paper.H - top
	var out []page.Item
	for i := range geom.Length(tracks) {
		spread := i*w*16/10/(tracks-1) - w*3/10
		to := geom.Point{X: right, Y: top + (tracks-i)*span/3/tracks}
		path := geom.Path{
			{Op: geom.MoveTo, P: [3]geom.Point{{X: spread, Y: foot}}},
			{Op: geom.CubicTo, P: [3]geom.Point{
				{X: spread + (w/2-spread)/4, Y: top + span*52/100},
				{X: w * 45 / 100, Y: to.Y + span*7/100},
				to,
			}},
		}
		out = append(out, page.Shape{Path: path, Stroke: a.track(int(i))})
	}
	return out
}

// track is how the i-th line is drawn: one in the light accent, the others in
// tints of the ground.
func (a *assembler) track(i int) *page.Stroke {
	const marked = 61
	th := a.theme
	switch {
	case i == marked:
		return &page.Stroke{Color: th.Chart(3), Width: 2 * geom.Pt}
	case i%7 == 0:
		return &page.Stroke{Color: th.Chart(5), Width: 3 * geom.Pt / 5}
	}
	return &page.Stroke{Color: th.Chart(1), Width: 3 * geom.Pt / 5}
}

// hill is the outline of one hill in hundredths of the drawing's height: where it
// stands at the left and right edge, and the two control points between them.
type hill struct{ left, rise, fall, right geom.Length }

// sun draws a low sun.
func (a *assembler) sun(top geom.Length) page.Item {
	th := a.theme
	w := th.Paper.W
	side := min(w*22/100, (th.Paper.H-top)*32/100)
	gold := th.Chart(3)
	return page.Shape{Path: geom.Ellipse(geom.Rect{X: w * 62 / 100, Y: top, W: side, H: side}), Fill: &gold}
}

// hills draws hills behind each other, the nearest the darkest. On the back they
// go on from the front's left edge, without a bend, and end as high as at its right.
func (a *assembler) hills(top geom.Length, back bool) []page.Item {
	th := a.theme
	sheet := th.Sheet()
	w, span := th.Paper.W, th.Paper.H-top
	var out []page.Item
	all := []hill{{24, 4, 32, 16}, {34, 44, 4, 36}, {40, 20, 68, 44}, {60, 72, 36, 48}, {64, 52, 88, 68}, {86, 96, 68, 82}}
	for i, l := range all {
		if back {
			l = hill{left: l.right, rise: l.fall, fall: 2*l.left - l.rise, right: l.left}
		}
		n := geom.Length(len(all))
		c := mix(th.Cover, th.Chart(1), int(100*(n-geom.Length(i)))/int(n))
		at := func(x, share geom.Length) geom.Point { return geom.Point{X: x, Y: top + span*share/100} }
		out = append(out, page.Shape{Fill: &c, Path: geom.Path{
			{Op: geom.MoveTo, P: [3]geom.Point{at(sheet.X, l.left)}},
			{Op: geom.CubicTo, P: [3]geom.Point{at(w/3, l.rise), at(w*2/3, l.fall), at(sheet.Right(), l.right)}},
			{Op: geom.LineTo, P: [3]geom.Point{{X: sheet.Right(), Y: sheet.Bottom()}}},
			{Op: geom.LineTo, P: [3]geom.Point{{X: sheet.X, Y: sheet.Bottom()}}},
			{Op: geom.Close},
		}})
	}
	return out
}

// mix is so many hundredths of the second colour in the first.
func mix(a, b page.Color, of int) page.Color {
	blend := func(x, y uint8) uint8 {
		return uint8(geom.DivRound(int64(x)*int64(100-of)+int64(y)*int64(of), 100))
	}
	return page.Color{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B)}
}
