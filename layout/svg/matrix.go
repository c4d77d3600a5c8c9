package svg

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
)

// vec is a point or a distance in user units.
type vec struct{ x, y float64 }

func (v vec) add(w vec) vec       { return vec{v.x + w.x, v.y + w.y} }
func (v vec) sub(w vec) vec       { return vec{v.x - w.x, v.y - w.y} }
func (v vec) mul(k float64) vec   { return vec{v.x * k, v.y * k} }
func (v vec) along(x, y vec) vec  { return x.mul(v.x).add(y.mul(v.y)) }
func (v vec) mirror(axis vec) vec { return axis.mul(2).sub(v) }

// matrix is an affine transform: x and y are where the unit vectors go and o
// is where the origin goes.
type matrix struct{ x, y, o vec }

func identity() matrix { return matrix{x: vec{1, 0}, y: vec{0, 1}} }

func translation(d vec) matrix { return matrix{x: vec{1, 0}, y: vec{0, 1}, o: d} }

func (m matrix) apply(v vec) vec { return v.along(m.x, m.y).add(m.o) }

// then returns the transform that does inner first and m after it.
func (m matrix) then(inner matrix) matrix {
	return matrix{x: inner.x.along(m.x, m.y), y: inner.y.along(m.x, m.y), o: m.apply(inner.o)}
}

// scale returns how much the transform enlarges a stroke. It is not ok where
// that differs with the direction.
func (m matrix) scale() (k float64, ok bool) {
	k = math.Hypot(m.x.x, m.x.y)
	other := math.Hypot(m.y.x, m.y.y)
	skew := m.x.x*m.y.x + m.x.y*m.y.y
	const slack = 1e-6
	return k, math.Abs(k-other) <= slack*k && math.Abs(skew) <= slack*k*k
}

// turn returns the cosine and sine of an angle in degrees, exact at right
// angles.
func turn(degrees float64) (cos, sin float64) {
	switch math.Mod(math.Mod(degrees, 360)+360, 360) {
	case 0:
		return 1, 0
	case 90:
		return 0, 1
	case 180:
		return -1, 0
	case 270:
		return 0, -1
	}
	sin, cos = math.Sincos(degrees * math.Pi / 180)
	return cos, sin
}

// transform reads a transform list (SVG 1.1, 7.6).
func transform(s string) (matrix, error) {
	m := identity()
	rest := strings.TrimSpace(s)
	for rest != "" {
		name, after, ok := strings.Cut(rest, "(")
		inside, tail, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, fmt.Errorf("transform %.40q has no parentheses", rest)
		}
		one, err := operation(strings.TrimSpace(name), inside)
		if err != nil {
			return m, err
		}
		m = m.then(one)
		c := scanner{s: tail}
		if c.separator() && c.done() {
			return m, errors.New("a transform is expected after the last comma")
		}
		rest = c.s[c.i:]
	}
	return m, nil
}

// operation makes the matrix of one function of a transform list.
func operation(name, inside string) (matrix, error) {
	counts := map[string][]int{"matrix": {6}, "translate": {1, 2}, "scale": {1, 2}, "rotate": {1, 3}, "skewX": {1}, "skewY": {1}}
	count, known := counts[name]
	if !known {
		return matrix{}, fmt.Errorf("transform %.20q is not supported", name)
	}
	a, err := numbers(inside)
	if err != nil {
		return matrix{}, fmt.Errorf("transform %s: %w", name, err)
	}
	if !slices.Contains(count, len(a)) {
		return matrix{}, fmt.Errorf("transform %s has %d numbers", name, len(a))
	}
	return function(name, a), nil
}

// function makes the matrix of a function whose arguments have been counted.
func function(name string, a []float64) matrix {
	tan := func(degrees float64) float64 { cos, sin := turn(degrees); return sin / cos }
	switch name {
	case "matrix":
		return matrix{vec{a[0], a[1]}, vec{a[2], a[3]}, vec{a[4], a[5]}}
	case "translate":
		return translation(vec{a[0], second(a, 0)})
	case "scale":
		return matrix{x: vec{a[0], 0}, y: vec{0, second(a, a[0])}}
	case "rotate":
		return rotation(a)
	case "skewX":
		return matrix{x: vec{1, 0}, y: vec{tan(a[0]), 1}}
	}
	return matrix{x: vec{1, tan(a[0])}, y: vec{0, 1}} // skewY
}

// second returns the second of one or two arguments.
func second(a []float64, otherwise float64) float64 {
	if len(a) > 1 {
		return a[1]
	}
	return otherwise
}

// rotation turns by a[0] degrees, about the point a[1], a[2] where given.
func rotation(a []float64) matrix {
	cos, sin := turn(a[0])
	m := matrix{x: vec{cos, sin}, y: vec{-sin, cos}}
	if len(a) == 1 {
		return m
	}
	centre := vec{a[1], a[2]}
	return translation(centre).then(m).then(translation(centre.mul(-1)))
}

// maxLength bounds every coordinate of a finished drawing, in points.
const maxLength = 1e5

var errTooLarge = errors.New("a coordinate is too large")

// length rounds user units to a Length. It rounds to a billionth of a unit
// first: the last bits of a float, which differ between processors that fuse
// multiply and add and those that don't, then can't tip a coordinate that is
// a tie, such as 0.0005.
func length(v float64) (geom.Length, error) {
	if !(math.Abs(v) <= maxLength) {
		return 0, errTooLarge
	}
	return geom.Length(geom.DivRound(int64(math.Round(v*1e9)), 1e6)), nil
}
