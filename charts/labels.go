package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// arrange turns the ring and gives every label its height. The first part
// begins at twelve o'clock, unless beginning elsewhere, at one of 24 places,
// takes a fifth off the height of the drawing: many small parts beside each
// other have room for their labels at the side of the ring only.
func (r *ring) arrange() {
	var best []slice
	var least geom.Length
	cut := r.slices
	for i := range 24 {
		r.slices = turnedTo(cut, turn*float64(i)/24)
		r.placeLabels()
		top, bottom := r.extent()
		height := bottom - top
		if i == 0 {
			height = height.Scale(4, 5)
		}
		if best == nil || height < least {
			best, least = r.slices, height
		}
	}
	r.slices = best
}

// sides returns the parts with labels to the right and to the left, from the
// top down.
func (r *ring) sides() (right, left []int) {
	order := make([]int, len(r.slices))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.slices[a].mid, r.slices[b].mid) })
	for _, i := range order {
		if r.slices[i].left {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	slices.Reverse(left)
	return right, left
}

// placeLabels gives every label its height, side by side from the top down.
func (r *ring) placeLabels() {
	right, left := r.sides()
	for _, side := range [][]int{right, left} {
		stops := make([]stop, len(side))
		for k, i := range side {
			stops[k] = r.stop(r.slices[i], r.captions[i].half())
		}
		for k, y := range place(stops, labelGap) {
			r.slices[side[k]].y = y
		}
	}
}

// bend returns where a slice's leader has left the ring and turns to its label,
// on the right side.
func (r *ring) bend(s slice) geom.Point { return at(float64(r.radius+stubTo), s.fromTop()) }

// fromTop returns the angle from twelve o'clock on the label's own side.
func (s slice) fromTop() float64 {
	if s.left {
		return turn - s.mid
	}
	return s.mid
}

// elbow returns the x on the right side where leaders become level.
func (r *ring) elbow() geom.Length { return r.radius + r.reach() - 2*geom.Pt }

// stop returns where a label should be: level with the bend of its leader. In
// the upper half it may not be lower, and in the lower half not higher, than
// where the tangent at the bend meets the elbows. So no leader enters the
// circle the bends are on; as bends and elbows have one order, no two leaders
// cross.
func (r *ring) stop(s slice, half geom.Length) stop {
	b := r.bend(s)
	out := stop{want: b.Y, low: -unbounded, high: unbounded, half: half}
	if s.none {
		return out
	}
	a := s.fromTop()
	drop := math.Tan(a) * float64(r.elbow()-b.X)
	switch {
	case math.Abs(drop) >= float64(unbounded/4):
	case a < turn/4:
		out.high = b.Y + geom.Length(math.Floor(drop))
	default:
		out.low = b.Y + geom.Length(math.Ceil(drop))
	}
	return out
}

// mirror returns p on the slice's side.
func (s slice) mirror(p geom.Point) geom.Point {
	if s.left {
		p.X = -p.X
	}
	return p
}

// leader returns the line from a slice to its label; a part of zero has none.
func (r *ring) leader(s slice) []page.Item {
	if s.none {
		return nil
	}
	points := []geom.Point{
		at(float64(r.radius+stubFrom), s.fromTop()),
		r.bend(s),
		{X: r.elbow(), Y: s.y},
		{X: r.radius + r.reach(), Y: s.y},
	}
	var path geom.Path
	for i, p := range points {
		op := geom.LineTo
		if i == 0 {
			op = geom.MoveTo
		}
		path = append(path, geom.Segment{Op: op, P: [3]geom.Point{s.mirror(p)}})
	}
	return []page.Item{page.Shape{Path: path, Stroke: &page.Stroke{Color: r.st.Rule, Width: thinRule, Round: true}}}
}

// key returns the bar in the slice's colour beside its label.
func (r *ring) key(i int) []page.Item {
	s, h := r.slices[i], r.captions[i].h
	if s.none {
		return nil
	}
	box := geom.Rect{X: r.radius + r.reach(), Y: s.y - h/2, W: keyWidth, H: h}
	if s.left {
		box.X = -box.Right()
	}
	return []page.Item{page.Shape{Path: geom.Rectangle(box), Fill: &s.fill}}
}

// words returns a part's label, with the middle of its height at the slice's y.
func (r *ring) words(i int) Words {
	b, s := r.captions[i], r.slices[i]
	x := r.radius + r.reach() + keyWidth + keySpace
	if s.left {
		return b.at(geom.Point{X: -x - b.w, Y: s.y - b.h/2}, flushRight)
	}
	return b.at(geom.Point{X: x, Y: s.y - b.h/2}, flushLeft)
}
