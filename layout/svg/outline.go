package svg

import (
	"math"

	"github.com/kl-print/kl-print/layout/geom"
)

// outline is a path in user units while it is being made.
type outline struct {
	segs  []segment
	cur   vec  // where the pen is
	start vec  // where the subpath began
	moved bool // a MoveTo is due before the next segment
}

type segment struct {
	op geom.Op
	p  [3]vec
}

// move begins a subpath. Nothing is written before something is drawn, since
// a MoveTo alone has no ink.
func (o *outline) move(to vec) { o.cur, o.start, o.moved = to, to, true }

func (o *outline) line(to vec) { o.draw(to, segment{op: geom.LineTo, p: [3]vec{to}}) }

func (o *outline) cubic(a, b, to vec) {
	o.draw(to, segment{op: geom.CubicTo, p: [3]vec{a, b, to}})
}

// quad draws a quadratic curve as the cubic that is the same curve.
func (o *outline) quad(c, to vec) {
	third := func(end vec) vec { return end.add(c.sub(end).mul(2.0 / 3)) }
	o.cubic(third(o.cur), third(to), to)
}

// close ends the subpath. The next one begins where this one did unless it is
// moved.
func (o *outline) close() {
	o.draw(o.start, segment{op: geom.Close})
	o.moved = true
}

func (o *outline) draw(to vec, s segment) {
	if o.moved {
		o.segs = append(o.segs, segment{op: geom.MoveTo, p: [3]vec{o.cur}})
		o.moved = false
	}
	o.segs = append(o.segs, s)
	o.cur = to
}

// arc is the elliptical arc of the path command A.
type arc struct {
	rx, ry       float64
	degrees      float64 // of the ellipse's x axis
	large, sweep bool
}

// arc draws an elliptical arc to a point, as cubic curves that each span 90°
// at the most and leave the ellipse by less than 0.03 % of its radius.
//
// The centre is found as in SVG 1.1, appendix F.6.5, with the corrections of
// F.6.6: an arc without radius or length is a line, and radii too small to reach are
// enlarged until they do.
func (o *outline) arc(a arc, to vec) {
	from := o.cur
	if from == to {
		return
	}
	rx, ry := math.Abs(a.rx), math.Abs(a.ry)
	const tiny = 1e-6 // far below a thousandth of a point
	if rx < tiny || ry < tiny {
		o.line(to)
		return
	}
	cos, sin := turn(a.degrees)
	axes := matrix{x: vec{cos, sin}, y: vec{-sin, cos}}
	half := from.sub(to).mul(0.5)
	p := half.along(vec{cos, -sin}, vec{sin, cos}) // half, seen from the ellipse's axes
	p = vec{p.x / rx, p.y / ry}                    // on the unit circle
	reach := p.x*p.x + p.y*p.y
	if reach < tiny*tiny*tiny { // no length to speak of
		o.line(to)
		return
	}
	if reach > 1 {
		k := math.Sqrt(reach)
		rx, ry, p, reach = rx*k, ry*k, p.mul(1/k), 1
	}
	k := math.Sqrt(max(0, 1/reach-1))
	if a.large == a.sweep {
		k = -k
	}
	c := vec{k * p.y, -k * p.x}
	first, last := p.sub(c), p.mul(-1).sub(c)
	m := translation(from.add(to).mul(0.5)).then(axes).then(matrix{x: vec{rx, 0}, y: vec{0, ry}}).then(translation(c))
	o.sweep(m, math.Atan2(first.y, first.x), math.Atan2(last.y, last.x), a.sweep, to)
}

// sweep draws the arc of the unit circle from one angle to another, as m
// places it, ending at to.
func (o *outline) sweep(m matrix, from, until float64, clockwise bool, to vec) {
	span := until - from
	if clockwise && span < 0 {
		span += 2 * math.Pi
	}
	if !clockwise && span > 0 {
		span -= 2 * math.Pi
	}
	n := min(4, max(1, int(math.Ceil(math.Abs(span)/(math.Pi/2)-1e-9))))
	step := span / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		s0, c0 := math.Sincos(from + float64(i)*step)
		s1, c1 := math.Sincos(from + float64(i+1)*step)
		end := m.apply(vec{c1, s1})
		if i == n-1 {
			end = to
		}
		o.cubic(m.apply(vec{c0 - k*s0, s0 + k*c0}), m.apply(vec{c1 + k*s1, s1 - k*c1}), end)
	}
}

// path returns the outline as m places it.
func (o *outline) path(m matrix) (geom.Path, error) {
	path := make(geom.Path, len(o.segs))
	for i, s := range o.segs {
		path[i].Op = s.op
		for j, p := range s.p[:points(s.op)] {
			p = m.apply(p)
			x, err := length(p.x)
			if err != nil {
				return nil, err
			}
			y, err := length(p.y)
			if err != nil {
				return nil, err
			}
			path[i].P[j] = geom.Point{X: x, Y: y}
		}
	}
	return path, nil
}

// ends reports whether some subpath is open, so that line caps show.
func (o *outline) ends() bool {
	for i, s := range o.segs {
		last := i+1 == len(o.segs) || o.segs[i+1].op == geom.MoveTo
		if last && s.op != geom.Close {
			return true
		}
	}
	return false
}

// corners reports whether some subpath has more than one segment, so that line
// joins may show.
func (o *outline) corners() bool {
	for i := 2; i < len(o.segs); i++ {
		if o.segs[i].op != geom.MoveTo && o.segs[i-1].op != geom.MoveTo {
			return true
		}
	}
	return false
}
