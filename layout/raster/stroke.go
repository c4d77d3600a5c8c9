package raster

import (
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// stroke adds the area a line drawn along the subpath covers (ISO 32000-1, 8.4.3 and
// 8.5.3.2): butt caps and mitred joins with a limit of 10, or round ones. A line
// without width is a pixel wide.
func (o *outline) stroke(s subpath, k page.Stroke) {
	p := pen{o: o, half: int64(k.Width) / 2, round: k.Round}
	if k.Width <= 0 {
		p.half = unit / 2
	}
	s.points = distinct(s.points)
	if n := len(s.points); s.closed && n > 1 && s.points[0] == s.points[n-1] {
		s.points = s.points[:n-1]
	}
	for _, part := range dashes(s, k.Dash) {
		p.draw(part)
	}
}

// distinct leaves out points that are where the one before is.
func distinct(points []geom.Point) []geom.Point {
	out := points[:1:1]
	for _, p := range points[1:] {
		if p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

// pen draws lines of one width.
type pen struct {
	o     *outline
	half  int64
	round bool
}

func (p pen) draw(s subpath) {
	n := len(s.points)
	if n == 1 {
		if p.round {
			p.dot(s.points[0])
		}
		return
	}
	lines := n - 1
	if s.closed {
		lines = n
	}
	for i := range lines {
		a, b := s.points[i], s.points[(i+1)%n]
		m := p.normal(a, b)
		p.o.polygon([]geom.Point{add(a, m, 1), add(b, m, 1), add(b, m, -1), add(a, m, -1)})
		if i+1 < lines || s.closed {
			p.join(b, m, p.normal(b, s.points[(i+2)%n]))
		}
	}
	if p.round && !s.closed {
		p.dot(s.points[0])
		p.dot(s.points[n-1])
	}
}

// normal is half the width, at a right angle to the line from a to b.
func (p pen) normal(a, b geom.Point) geom.Point {
	dx, dy := int64(b.X-a.X), int64(b.Y-a.Y)
	length := max(root((dx*dx+dy*dy)<<12), 1) // in 64ths
	return geom.Point{X: geom.Length(geom.DivRound(-dy*p.half<<6, length)), Y: geom.Length(geom.DivRound(dx*p.half<<6, length))}
}

func add(p, d geom.Point, sign geom.Length) geom.Point {
	return geom.Point{X: p.X + sign*d.X, Y: p.Y + sign*d.Y}
}

// join fills the corner between lines with the normals m and n.
func (p pen) join(at, m, n geom.Point) {
	if p.round {
		p.dot(at)
		return
	}
	sign := geom.Length(-1)
	if m.X*n.Y < m.Y*n.X {
		sign = 1
	}
	corner := []geom.Point{at, add(at, m, sign), add(at, n, sign)}
	// The tip is (m+n)·h²/(h²+m·n); the limit of 10 is where h²+m·n is h²/50.
	h2, dot := p.half*p.half, int64(m.X*n.X+m.Y*n.Y)
	if d := h2 + dot; d*50 >= h2 && d > 0 {
		tip := geom.Point{X: (m.X + n.X).Scale(h2, d), Y: (m.Y + n.Y).Scale(h2, d)}
		corner = []geom.Point{at, add(at, m, sign), add(at, tip, sign), add(at, n, sign)}
	}
	p.o.polygon(corner)
}

// dot adds a round end or corner.
func (p pen) dot(at geom.Point) {
	h := geom.Length(p.half)
	for _, s := range flatten(geom.Ellipse(geom.Rect{X: at.X - h, Y: at.Y - h, W: 2 * h, H: 2 * h}), geom.Point{}) {
		p.o.polygon(s.points)
	}
}

// dashes cuts a subpath by a pattern of lengths on and off, begun at its start.
// A pattern that has no length is none.
func dashes(s subpath, pattern []geom.Length) []subpath {
	var sum geom.Length
	for _, l := range pattern {
		if l < 0 {
			return []subpath{s}
		}
		sum += l
	}
	if sum <= 0 {
		return []subpath{s}
	}
	d := dasher{pattern: pattern, left: int64(pattern[0]), on: true, open: []geom.Point{s.points[0]}}
	for i := range s.points[1:] {
		d.line(s.points[i], s.points[i+1])
	}
	if n := len(s.points); s.closed && n > 1 {
		d.line(s.points[n-1], s.points[0])
	}
	d.lift()
	return d.out
}

// dasher follows a line and its pattern.
type dasher struct {
	pattern []geom.Length
	next    int   // the entry of the pattern at hand
	left    int64 // of it
	on      bool
	open    []geom.Point
	out     []subpath
}

func (d *dasher) line(a, b geom.Point) {
	dx, dy := int64(b.X-a.X), int64(b.Y-a.Y)
	length := root(dx*dx + dy*dy)
	for done := int64(0); length-done > d.left; {
		done += d.left
		at := geom.Point{X: a.X + geom.Length(geom.DivRound(dx*done, length)), Y: a.Y + geom.Length(geom.DivRound(dy*done, length))}
		if d.on {
			d.open = append(d.open, at)
		}
		d.lift()
		d.next = (d.next + 1) % len(d.pattern)
		d.on = !d.on
		if d.left = int64(d.pattern[d.next]); d.on {
			d.open = []geom.Point{at}
		}
		if length-done <= d.left {
			d.left -= length - done
			d.end(b)
			return
		}
	}
	d.left -= length
	d.end(b)
}

func (d *dasher) end(p geom.Point) {
	if d.on {
		d.open = append(d.open, p)
	}
}

// lift ends the dash at hand.
func (d *dasher) lift() {
	if d.on && len(d.open) > 0 {
		d.out = append(d.out, subpath{points: distinct(d.open)})
	}
	d.open = nil
}
