package raster

import (
	"math/big"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

// Curves are drawn as lines that are off by a sixtieth of a pixel at most.
const tolerance = unit / 60

// root returns the integer square root of n ≥ 0.
func root(n int64) int64 { return new(big.Int).Sqrt(big.NewInt(n)).Int64() }

// steps returns how many lines a curve needs whose second difference is d, with
// an error of d·num/den by the square of their number.
func steps(d geom.Length, num, den int64) int64 {
	return min(root(int64(d)*num/(den*tolerance))+1, 128)
}

// bend is the larger part of a − 2b + c.
func bend(a, b, c geom.Point) geom.Length {
	x, y := a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y
	return max(x, -x, y, -y)
}

// cubic calls to with the ends of the lines that make the curve.
func cubic(a, b, c, d geom.Point, to func(geom.Point)) {
	n := steps(max(bend(a, b, c), bend(b, c, d)), 3, 4)
	at := func(a, b, c, d geom.Length, t int64) geom.Length {
		u := n - t
		sum := int64(a)*u*u*u + 3*int64(b)*u*u*t + 3*int64(c)*u*t*t + int64(d)*t*t*t
		return geom.Length(geom.DivRound(sum, n*n*n))
	}
	for t := int64(1); t <= n; t++ {
		to(geom.Point{X: at(a.X, b.X, c.X, d.X, t), Y: at(a.Y, b.Y, c.Y, d.Y, t)})
	}
}

// quadratic is cubic for one control point.
func quadratic(a, b, c geom.Point, to func(geom.Point)) {
	n := steps(bend(a, b, c), 1, 4)
	at := func(a, b, c geom.Length, t int64) geom.Length {
		u := n - t
		return geom.Length(geom.DivRound(int64(a)*u*u+2*int64(b)*u*t+int64(c)*t*t, n*n))
	}
	for t := int64(1); t <= n; t++ {
		to(geom.Point{X: at(a.X, b.X, c.X, t), Y: at(a.Y, b.Y, c.Y, t)})
	}
}

// subpath is a path's part drawn without lifting the pen.
type subpath struct {
	points []geom.Point
	closed bool
}

// flatten returns the subpaths as lines, moved by offset.
func flatten(p geom.Path, offset geom.Point) []subpath {
	var out []subpath
	var cur subpath
	end := func() {
		if len(cur.points) > 0 {
			out = append(out, cur)
		}
	}
	to := func(p geom.Point) { cur.points = append(cur.points, p) }
	for _, s := range p {
		for i := range s.P {
			s.P[i] = within(s.P[i].Add(offset))
		}
		if s.Op != geom.MoveTo && s.Op != geom.Close && len(cur.points) == 0 {
			to(s.P[0]) // a path that does not begin with a move
		}
		switch s.Op {
		case geom.MoveTo:
			end()
			cur = subpath{points: []geom.Point{s.P[0]}}
		case geom.LineTo:
			to(s.P[0])
		case geom.CubicTo:
			cubic(cur.points[len(cur.points)-1], s.P[0], s.P[1], s.P[2], to)
		case geom.Close:
			if len(cur.points) > 0 {
				cur.closed = true
				end()
				cur = subpath{points: []geom.Point{cur.points[0]}}
			}
		}
	}
	if len(cur.points) > 1 {
		end()
	}
	return out
}

func within(p geom.Point) geom.Point {
	return geom.Point{X: geom.Length(limit(p.X)), Y: geom.Length(limit(p.Y))}
}

// fill adds the area of a subpath.
func (o *outline) fill(s subpath) {
	for i, a := range s.points {
		o.line(a, s.points[(i+1)%len(s.points)])
	}
}

// contour adds a glyph's contour, its points put in their place by at.
func (o *outline) contour(c fonts.Contour, at func(fonts.OutlinePoint) geom.Point) {
	if len(c) < 2 {
		return
	}
	middle := func(a, b geom.Point) geom.Point { return geom.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2} }
	n := len(c)
	start, first := at(c[0]), 0
	if !c[0].On {
		if start = at(c[n-1]); !c[n-1].On {
			start = middle(start, at(c[0]))
		}
		first = -1
	}
	cur := start
	to := func(p geom.Point) { o.line(cur, p); cur = p }
	for i := first + 1; i < n; i++ {
		p := at(c[i])
		if c[i].On {
			to(p)
			continue
		}
		end := start
		if i+1 < n {
			if end = at(c[i+1]); c[i+1].On {
				i++
			} else {
				end = middle(p, end)
			}
		}
		quadratic(cur, p, end, to)
	}
	to(start)
}
