// Package geom holds lengths and the shapes made of them.
//
// Every coordinate in the house is an integer, so that a layout is the same on
// every processor and a dump of it is exact. The origin is the top left corner
// of a page; x grows to the right and y downwards.
package geom

import (
	"math"
	"strconv"
)

// Length is a distance in thousandths of a point (1 pt = 1/72 inch).
type Length int64

// The units lengths are written in.
const (
	Milli Length = 1       // a thousandth of a point
	Pt    Length = 1000    // a DTP point, 1/72 inch
	Inch  Length = 72 * Pt // 72 points
)

// MM returns n millimetres, rounded to the nearest thousandth of a point.
func MM(n int64) Length { return MicroMetres(n * 1000) }

// MicroMetres returns n thousandths of a millimetre, rounded to the nearest
// thousandth of a point.
func MicroMetres(n int64) Length { return Length(DivRound(n*72*1000, 25400)) }

// Points returns n points.
func Points(n int64) Length { return Length(n) * Pt }

// String writes the length in points without trailing zeros: 10500 is "10.5".
func (l Length) String() string {
	sign, v := "", uint64(l)
	if l < 0 {
		sign, v = "-", -v
	}
	s := sign + strconv.FormatUint(v/1000, 10)
	if frac := v % 1000; frac != 0 {
		t := strconv.FormatUint(frac+1000, 10)[1:]
		for t[len(t)-1] == '0' {
			t = t[:len(t)-1]
		}
		s += "." + t
	}
	return s
}

// Scale returns l·num/den, rounded to the nearest, halves away from zero.
func (l Length) Scale(num, den int64) Length { return Length(DivRound(int64(l)*num, den)) }

// DivRound divides a by b, b > 0, rounded to the nearest integer, halves away
// from zero. It is the one rounding rule of the layout.
func DivRound(a, b int64) int64 {
	q, r := a/b, a%b
	switch {
	case r > 0 && r >= b-r:
		return q + 1
	case r < 0 && -r >= b+r:
		return q - 1
	}
	return q
}

// Small is a Length within ±2,147 pt, in half the room: a page has thousands of
// glyphs, and each has three.
type Small int32

// Bound returns the length as a Small, or the nearest there is.
func (l Length) Bound() Small { return Small(min(max(l, math.MinInt32), math.MaxInt32)) }

// Length returns the same distance as a Length.
func (s Small) Length() Length { return Length(s) }

// Point is a place on a page or in a drawing.
type Point struct{ X, Y Length }

// Add returns p moved by d.
func (p Point) Add(d Point) Point { return Point{p.X + d.X, p.Y + d.Y} }

// Size is a width and a height.
type Size struct{ W, H Length }

// Rect is an axis-parallel rectangle: its top left corner and its size.
type Rect struct{ X, Y, W, H Length }

// Right returns the x of the right edge.
func (r Rect) Right() Length { return r.X + r.W }

// Bottom returns the y of the lower edge.
func (r Rect) Bottom() Length { return r.Y + r.H }

// Move returns the rectangle moved by d.
func (r Rect) Move(d Point) Rect { r.X += d.X; r.Y += d.Y; return r }

// Overlaps reports whether the two rectangles share an area. One without an area
// shares none.
func (r Rect) Overlaps(o Rect) bool {
	return max(r.X, o.X) < min(r.Right(), o.Right()) && max(r.Y, o.Y) < min(r.Bottom(), o.Bottom())
}

// Op is the kind of a path segment.
type Op uint8

// The path operators; each takes the number of points given.
const (
	MoveTo  Op = iota // one point: begin a subpath
	LineTo            // one point
	CubicTo           // three points: two controls and the end
	Close             // none: a line back to where the subpath began
)

// Points returns how many points the operator takes.
func (o Op) Points() int {
	switch o {
	case MoveTo, LineTo:
		return 1
	case CubicTo:
		return 3
	}
	return 0
}

// Segment is one step of a path. P holds as many points as Op takes.
type Segment struct {
	Op Op
	P  [3]Point
}

// Path is an outline: subpaths that each begin with a MoveTo.
type Path []Segment

// Move returns a copy of the path moved by d.
func (p Path) Move(d Point) Path {
	out := make(Path, len(p))
	for i, s := range p {
		for j := range s.Op.Points() {
			s.P[j] = s.P[j].Add(d)
		}
		out[i] = s
	}
	return out
}

// Rectangle returns the outline of r, clockwise from its top left corner.
func Rectangle(r Rect) Path {
	return Path{
		{Op: MoveTo, P: [3]Point{{r.X, r.Y}}},
		{Op: LineTo, P: [3]Point{{r.Right(), r.Y}}},
		{Op: LineTo, P: [3]Point{{r.Right(), r.Bottom()}}},
		{Op: LineTo, P: [3]Point{{r.X, r.Bottom()}}},
		{Op: Close},
	}
}

// Line returns a straight line from a to b.
func Line(a, b Point) Path {
	return Path{{Op: MoveTo, P: [3]Point{a}}, {Op: LineTo, P: [3]Point{b}}}
}

// Ellipse returns the ellipse inscribed in r as four cubic curves. The control
// points stand at 0.5522847 of each radius, which is off by less than 0.03 % of
// it (the usual constant 4/3·(√2−1)).
func Ellipse(r Rect) Path {
	cx, cy := r.X+r.W/2, r.Y+r.H/2
	rx, ry := r.W/2, r.H/2
	kx, ky := rx.Scale(5522847, 10000000), ry.Scale(5522847, 10000000)
	curve := func(a, b, c Point) Segment { return Segment{Op: CubicTo, P: [3]Point{a, b, c}} }
	return Path{
		{Op: MoveTo, P: [3]Point{{cx + rx, cy}}},
		curve(Point{cx + rx, cy + ky}, Point{cx + kx, cy + ry}, Point{cx, cy + ry}),
		curve(Point{cx - kx, cy + ry}, Point{cx - rx, cy + ky}, Point{cx - rx, cy}),
		curve(Point{cx - rx, cy - ky}, Point{cx - kx, cy - ry}, Point{cx, cy - ry}),
		curve(Point{cx + kx, cy - ry}, Point{cx + rx, cy - ky}, Point{cx + rx, cy}),
		{Op: Close},
	}
}
