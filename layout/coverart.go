package layout

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// coverArt is the ground of the cover and what is drawn on it.
func (a *assembler) coverArt() []page.Item {
	switch a.theme.CoverArt {
	case content.HillsCover:
		return append([]page.Item{a.ground()}, a.hills()...)
	case content.PlainCover:
		return []page.Item{a.ground()}
	}
	return append([]page.Item{a.ground()}, a.tracks()...)
}

// ground is the colour of the covers over the whole page.
func (a *assembler) ground() page.Item {
	return filled(geom.Rect{W: a.theme.Paper.W, H: a.theme.Paper.H}, a.theme.Cover)
}

// tracks is how many lines the drawing has: one for each municipality.
const tracks = 98

// tracks draws lines spread along the foot, gathered to a few points' width
// where they run out at the right.
func (a *assembler) tracks() []page.Item {
	w, h := a.theme.Paper.W, a.theme.Paper.H
	var out []page.Item
	for i := range geom.Length(tracks) {
		spread := i*w*16/10/(tracks-1) - w*3/10
		from := geom.Point{X: spread, Y: h}
		to := geom.Point{X: w, Y: h*46/100 + (tracks-i)*3*geom.Pt/2}
		path := geom.Path{
			{Op: geom.MoveTo, P: [3]geom.Point{from}},
			{Op: geom.CubicTo, P: [3]geom.Point{
				{X: spread + (w/2-spread)/4, Y: h * 74 / 100},
				{X: w * 45 / 100, Y: to.Y + h*4/100},
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

// hill is the outline of one hill in hundredths of the page: where it stands at
// the left and right edge, and the two control points between them.
type hill struct{ left, rise, fall, right geom.Length }

// hills draws hills behind each other below a low sun, the nearest the darkest.
func (a *assembler) hills() []page.Item {
	th := a.theme
	w, h := th.Paper.W, th.Paper.H
	sun := geom.Rect{X: w * 62 / 100, Y: h * 50 / 100, W: w * 22 / 100, H: w * 22 / 100}
	gold := th.Chart(3)
	out := []page.Item{page.Shape{Path: geom.Ellipse(sun), Fill: &gold}}
	all := []hill{{62, 52, 66, 58}, {67, 72, 52, 68}, {70, 60, 84, 72}, {80, 86, 68, 74}, {82, 76, 94, 84}, {93, 98, 84, 91}}
	for i, l := range all {
		n := geom.Length(len(all))
		c := mix(th.Cover, th.Chart(1), int(100*(n-geom.Length(i)))/int(n))
		out = append(out, page.Shape{Fill: &c, Path: geom.Path{
			{Op: geom.MoveTo, P: [3]geom.Point{{X: 0, Y: h * l.left / 100}}},
			{Op: geom.CubicTo, P: [3]geom.Point{
				{X: w / 3, Y: h * l.rise / 100}, {X: w * 2 / 3, Y: h * l.fall / 100}, {X: w, Y: h * l.right / 100},
			}},
			{Op: geom.LineTo, P: [3]geom.Point{{X: w, Y: h}}},
			{Op: geom.LineTo, P: [3]geom.Point{{X: 0, Y: h}}},
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
