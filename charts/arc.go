package charts

import (
	"math"

	"github.com/kl-print/kl-print/layout/geom"
)

// round is the one way from trigonometry to a position: to the nearest
// thousandth of a point, halves away from zero, as geom.DivRound.
func round(v float64) geom.Length { return geom.Length(math.Round(v)) }

// polar returns the point of the circle round the origin with that radius at
// angle radians clockwise from twelve o'clock. The conversions keep a processor
// that can from fusing the product with what it is added to.
func polar(radius, angle float64) (x, y float64) {
	return float64(radius * math.Sin(angle)), -float64(radius * math.Cos(angle))
}

// at is polar, rounded.
func at(radius, angle float64) geom.Point {
	x, y := polar(radius, angle)
	return geom.Point{X: round(x), Y: round(y)}
}

// maxCurve is the largest angle one cubic curve stands for. With the control
// points at 4/3·tan(φ/4) of the radius along the tangents, the curve is off the
// circle by 2.7e-4 of the radius at a quarter turn and, as the error falls with
// the sixth power of the angle, by 4.2e-6 at an eighth: 0.4 thousandths of a
// point at 100 pt (M. Goldapp, Approximation of circular arcs by cubic
// polynomials, Computer Aided Geometric Design 8, 1991, 227-238).
const maxCurve = turn / 8

// arcCurves appends to path the arc round the origin from one angle to another,
// clockwise where to is the larger. The path already stands at its beginning.
func arcCurves(path geom.Path, radius, from, to float64) geom.Path {
	n := max(1, int(math.Ceil(math.Abs(to-from)/maxCurve-1e-9)))
	step := (to - from) / float64(n)
	reach := float64(radius * 4 / 3 * math.Tan(step/4))
	for i := range n {
		a := from + float64(step*float64(i))
		b := from + float64(step*float64(i+1))
		path = append(path, geom.Segment{Op: geom.CubicTo, P: [3]geom.Point{
			control(radius, a, reach), control(radius, b, -reach), at(radius, b),
		}})
	}
	return path
}

// control returns the point reach along the clockwise tangent at angle.
func control(radius, angle, reach float64) geom.Point {
	x, y := polar(radius, angle)
	dx, dy := polar(reach, angle+turn/4)
	return geom.Point{X: round(x + dx), Y: round(y + dy)}
}

// annulus returns the whole ring between two radii round the origin, for
// filling even-odd.
func annulus(inner, outer float64) geom.Path {
	var path geom.Path
	for _, r := range []float64{outer, inner} {
		path = append(path, geom.Segment{Op: geom.MoveTo, P: [3]geom.Point{at(r, 0)}})
		path = arcCurves(path, r, 0, turn)
		path = append(path, geom.Segment{Op: geom.Close})
	}
	return path
}

// sector returns the part of a ring between two angles, with its straight sides
// moved in by inset, parallel to themselves: the gap to a neighbour is as wide
// at the rim as at the hole and its middle is the true boundary. The sector is
// wider than twice the inset.
func sector(inner, outer, from, to, inset float64) geom.Path {
	in, out := math.Asin(inset/inner), math.Asin(inset/outer)
	path := geom.Path{{Op: geom.MoveTo, P: [3]geom.Point{at(outer, from+out)}}}
	path = arcCurves(path, outer, from+out, to-out)
	path = append(path, geom.Segment{Op: geom.LineTo, P: [3]geom.Point{at(inner, to-in)}})
	path = arcCurves(path, inner, to-in, from+in)
	return append(path, geom.Segment{Op: geom.Close})
}
