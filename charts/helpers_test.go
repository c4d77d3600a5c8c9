package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// house returns a style such as the report's.
func house() Style {
	return Style{
		Library:   fonts.Embedded(),
		LabelFace: fonts.SansRegular, ValueFace: fonts.SansSemibold, TotalFace: fonts.SansSemibold,
		LabelSize: 9 * geom.Pt, ValueSize: 9 * geom.Pt, TotalSize: 15 * geom.Pt,
		Ink: page.Color{R: 0x1a, G: 0x24, B: 0x2b}, Muted: page.Color{R: 0x5a, G: 0x66, B: 0x6e},
		Palette: DefaultPalette(), Rule: page.Color{R: 0x8a, G: 0x96, B: 0x9c},
	}
}

// financing and costs are those of the accounts for 2024, in kroner.
func financing() Ring {
	return Ring{
		Parts: []Part{
			{"Kontingent fra kommunerne", 251671892, "251,7 mio. kr.", "50,7 pct."},
			{"Indtægter fra aktiviteter og projekter", 188902543, "188,9 mio. kr.", "38,1 pct."},
			{"Finansielle indtægter", 14938473, "14,9 mio. kr.", "3,0 pct."},
			{"Øvrige indtægter", 40645095, "40,6 mio. kr.", "8,2 pct."},
		},
		Total: Label{"496,2 mio. kr.", "Indtægter og finansielle poster i alt"},
	}
}

func costs() Ring {
	return Ring{
		Parts: []Part{
			{"Personaleomkostninger", 297721021, "297,7 mio. kr.", "63,3 pct."},
			{"Eksterne omkostninger til projekter", 66790926, "66,8 mio. kr.", "14,2 pct."},
			{"Administration", 34270239, "34,3 mio. kr.", "7,3 pct."},
			{"Møder, konferencer og rejser", 71435358, "71,4 mio. kr.", "15,2 pct."},
			{"Afskrivninger", 61900, "0,1 mio. kr.", "0,0 pct."},
		},
		Total: Label{"470,3 mio. kr.", "Omkostninger i alt"},
	}
}

// randomParts returns one to twelve parts, some of zero, most of very
// different sizes, with one to nine words each.
func randomParts(rng *rand.Rand) []Part {
	stock := strings.Fields("drift og rejser til møder for kommuner administration i alt øvrige poster analyse kurser")
	parts := make([]Part, 1+rng.IntN(12))
	for i := range parts {
		p := &parts[i]
		for range 1 + rng.IntN(9) {
			p.Label += " " + stock[rng.IntN(len(stock))]
		}
		if rng.IntN(6) > 0 {
			p.Amount = rng.Int64N(1 << (1 + rng.IntN(40)))
		}
		p.Value = fmt.Sprintf("%d kr.", p.Amount)
		if rng.IntN(4) > 0 {
			p.Share = "12,3 pct."
		}
	}
	parts[rng.IntN(len(parts))].Amount++
	return parts
}

// texts returns all texts of a drawing.
func texts(d Drawing) []page.Text {
	var out []page.Text
	for _, w := range append(d.Parts, d.Total) {
		out = append(append(append(out, w.Label...), w.Value...), w.Share...)
	}
	return out
}

// textBoxes returns the rectangles from ascender to descender of the texts,
// without the space a line ends with.
func textBoxes(d Drawing) []geom.Rect {
	var out []geom.Rect
	for _, t := range texts(d) {
		w, up := t.Width(), t.Size.Scale(3, 4)
		if strings.HasSuffix(t.Source, " ") {
			w -= t.Words[len(t.Words)-1].Width(t.Stretch)
		}
		out = append(out, geom.Rect{X: t.Origin.X, Y: t.Origin.Y - up, W: w, H: up + t.Size.Scale(1, 5)})
	}
	return out
}

// said joins the lines of a text.
func said(texts []page.Text) string {
	var s string
	for _, t := range texts {
		s += t.Source
	}
	return s
}

// segment is a straight line of a leader.
type segment struct{ a, b geom.Point }

// leaderSegments returns the straight lines of the shapes stroked in rule.
func leaderSegments(items []page.Item, rule page.Color) [][]segment {
	var out [][]segment
	for _, it := range items {
		s, ok := it.(page.Shape)
		if !ok || s.Stroke == nil || s.Stroke.Color != rule {
			continue
		}
		var segs []segment
		for i := 1; i < len(s.Path); i++ {
			segs = append(segs, segment{s.Path[i-1].P[0], s.Path[i].P[0]})
		}
		out = append(out, segs)
	}
	return out
}

// crosses reports whether two segments cross in a point inside both.
func (s segment) crosses(o segment) bool {
	return side(s, o.a)*side(s, o.b) < 0 && side(o, s.a)*side(o, s.b) < 0
}

// side returns on which side of the line through s the point lies.
func side(s segment, p geom.Point) int {
	v := (s.b.X-s.a.X)*(p.Y-s.a.Y) - (s.b.Y-s.a.Y)*(p.X-s.a.X)
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// enters reports whether the segment goes through the rectangle.
func (s segment) enters(r geom.Rect) bool {
	in := func(p geom.Point) bool { return p.X > r.X && p.X < r.Right() && p.Y > r.Y && p.Y < r.Bottom() }
	tl, br := geom.Point{X: r.X, Y: r.Y}, geom.Point{X: r.Right(), Y: r.Bottom()}
	tr, bl := geom.Point{X: br.X, Y: tl.Y}, geom.Point{X: tl.X, Y: br.Y}
	return in(s.a) || in(s.b) || s.crosses(segment{tl, br}) || s.crosses(segment{tr, bl})
}

// distance returns how near the segment comes to a point.
func (s segment) distance(p geom.Point) float64 {
	dx, dy := float64(s.b.X-s.a.X), float64(s.b.Y-s.a.Y)
	px, py := float64(p.X-s.a.X), float64(p.Y-s.a.Y)
	t := 0.0
	if d := dx*dx + dy*dy; d > 0 {
		t = math.Max(0, math.Min(1, (px*dx+py*dy)/d))
	}
	return math.Hypot(px-t*dx, py-t*dy)
}

// flatten returns the points of a path with 64 to a curve, subpath by subpath.
func flatten(path geom.Path) [][]geom.Point {
	var out [][]geom.Point
	for _, s := range path {
		last := len(out) - 1
		switch s.Op {
		case geom.MoveTo:
			out = append(out, []geom.Point{s.P[0]})
		case geom.LineTo:
			out[last] = append(out[last], s.P[0])
		case geom.CubicTo:
			from := out[last][len(out[last])-1]
			for i := 1; i <= 64; i++ {
				out[last] = append(out[last], curvePoint(from, s.P, float64(i)/64))
			}
		}
	}
	return out
}

func curvePoint(a geom.Point, p [3]geom.Point, t float64) geom.Point {
	u := 1 - t
	mix := func(a, b, c, d geom.Length) geom.Length {
		return round(u*u*u*float64(a) + 3*u*u*t*float64(b) + 3*u*t*t*float64(c) + t*t*t*float64(d))
	}
	return geom.Point{X: mix(a.X, p[0].X, p[1].X, p[2].X), Y: mix(a.Y, p[0].Y, p[1].Y, p[2].Y)}
}

// area returns the area of a polygon, without its sign.
func area(points []geom.Point) float64 {
	var twice float64
	for i, p := range points {
		q := points[(i+1)%len(points)]
		twice += float64(p.X)*float64(q.Y) - float64(q.X)*float64(p.Y)
	}
	return math.Abs(twice / 2)
}
