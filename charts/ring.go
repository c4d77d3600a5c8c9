package charts

import (
	"fmt"
	"math"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Ring is parts of a whole, drawn as a ring with direct labels and the sum in
// the middle. The first part begins at twelve o'clock, or further on where the
// labels then take much less height, and the others follow clockwise.
type Ring struct {
	Title string // for the alternative text only
	Parts []Part
	Total Label // what stands in the middle
}

// Sum returns the sum of the amounts, or an error where the ring cannot be
// drawn truly.
func (r Ring) Sum() (int64, error) {
	if err := check(r.Parts); err != nil {
		return 0, err
	}
	return total(r.Parts)
}

// Rows returns the parts as the rows of a table: label, value and share.
func (r Ring) Rows() [][3]string { return rows(r.Parts) }

// The ring's measures.
const (
	hole      = 68              // the inner radius in hundredths of the outer
	halfGap   = geom.Pt / 2     // between a slice's side and its true boundary
	hair      = 2 * geom.Pt / 5 // the width a slice is seen by at least
	stubFrom  = 3 * geom.Pt / 2 // where leaders begin outside the rim
	stubTo    = 5 * geom.Pt     // where they have left it and may turn
	thinRule  = 2 * geom.Pt / 5 // the width of a leader
	keyWidth  = 3 * geom.Pt / 2 // of the bar in a slice's colour at its label
	keySpace  = 4 * geom.Pt     // between that bar and the words
	labelGap  = 8 * geom.Pt     // between labels under each other
	holeSpace = 16              // between the words in the middle and the ring, in hundredths of the hole's radius
	minRadius = 30 * geom.Pt
)

// ring is a Ring being laid out. Its coordinates have the origin in the middle
// of the ring.
type ring struct {
	Ring
	st       Style
	width    geom.Length
	radius   geom.Length
	slices   []slice
	captions []block
	centre   block
}

// slice is where a part is in the ring; radians clockwise from twelve o'clock.
type slice struct {
	from, to float64
	fill     page.Color
	none     bool // the amount is zero: from and to are where it would be
	left     bool // where its label stands
	mid      float64
	y        geom.Length // of the label's middle
}

// inner returns the radius of the hole.
func (r *ring) inner() geom.Length { return r.radius.Scale(hole, 100) }

// Draw lays the ring out in width; the height follows from it and the labels.
//
// Every slice begins and ends within 1/15000 of the circle of its true place.
// Slices are apart by a point, half from either side, so the middle of the gap
// is the boundary. A slice too narrow for that gives up at most half its width,
// and one that is then narrower than 0.4 pt is drawn that wide: the one place
// where the ring shows more than there is, as otherwise it would show nothing.
// A part of zero has a label and no slice.
//
// It returns an error where the amounts cannot be drawn truly (none, below
// zero, all zero), a glyph is missing, or a word is too long for the width.
func (r Ring) Draw(st Style, width geom.Length) (Drawing, error) {
	g, err := r.layOut(st, width)
	if err != nil {
		return Drawing{}, err
	}
	return g.drawing(), nil
}

// layOut finds where everything is to be drawn.
func (r Ring) layOut(st Style, width geom.Length) (*ring, error) {
	sum, err := r.Sum()
	if err == nil {
		err = st.check(width)
	}
	if err != nil {
		return nil, err
	}
	w, err := newWriter(st)
	if err != nil {
		return nil, err
	}
	g := &ring{Ring: r, st: st, width: width}
	if err := g.fit(w); err != nil {
		return nil, err
	}
	if err := g.divide(sum); err != nil {
		return nil, err
	}
	g.arrange()
	return g, nil
}

// fit finds the largest size of the sum, down to seven twelfths, and for it the
// radius nearest to a fifth of the width, at which the words fit beside the
// ring and in it. The error is that of the first try.
func (r *ring) fit(w writer) error {
	var first error
	for _, size := range []int64{12, 11, 10, 9, 8, 7} {
		w.total.size = r.st.TotalSize.Scale(size, 12)
		for _, permille := range []int64{190, 180, 170, 200, 160, 210, 150, 220, 140, 230, 130, 240, 120, 250, 110, 260} {
			r.radius = r.width.Scale(permille, 1000)
			err := r.fitWords(w)
			if err == nil {
				return nil
			}
			if first == nil {
				first = err
			}
		}
	}
	return fmt.Errorf("%w for a ring %s pt wide: %w", ErrRoom, r.width, first)
}

// fitWords sets the words at the radius.
func (r *ring) fitWords(w writer) (err error) {
	if r.radius < minRadius {
		return fmt.Errorf("its radius would be %s pt; %s pt is the least", r.radius, minRadius)
	}
	if r.captions, err = w.captions(r.Parts, r.column()); err != nil {
		return err
	}
	r.centre, err = w.inCircle(r.Total, r.inner().Scale(100-holeSpace, 100))
	return err
}

// reach is the distance from the rim to the labels.
func (r *ring) reach() geom.Length { return max(12*geom.Pt, r.width.Scale(4, 100)) }

// column is the width labels have on either side.
func (r *ring) column() geom.Length {
	return r.width/2 - r.radius - r.reach() - keyWidth - keySpace
}

// divide has go-chart divide the circle among the parts that are not zero.
func (r *ring) divide(sum int64) error {
	var amounts []int64
	for _, p := range r.Parts {
		if p.Amount > 0 {
			amounts = append(amounts, p.Amount)
		}
	}
	fills, err := colours(r.st.Palette, len(amounts))
	if err != nil {
		return err
	}
	cut, err := wedges(amounts, sum, r.radius, fills)
	if err != nil {
		return err
	}
	r.slices = make([]slice, len(r.Parts))
	before := 0.0
	for i, p := range r.Parts {
		s := slice{from: before, to: before, fill: r.st.Rule, none: p.Amount == 0}
		if !s.none {
			s.from, s.to, s.fill = cut[0].from, cut[0].to, cut[0].fill
			cut, before = cut[1:], cut[0].to
		}
		r.slices[i] = s
	}
	return nil
}

// turnedTo returns the slices with the first one beginning at start.
func turnedTo(slices []slice, start float64) []slice {
	out := make([]slice, len(slices))
	for i, s := range slices {
		s.from, s.to = s.from+start, s.to+start
		out[i] = s.pointed()
	}
	return out
}

// pointed returns the slice with the middle its leader points at, and the side
// of its label. The whole circle is pointed at from the right.
func (s slice) pointed() slice {
	s.mid = (s.from + s.to) / 2
	if s.to-s.from > turn*(1-tolerance) {
		s.mid = turn / 4
	}
	if s.mid >= turn {
		s.mid -= turn
	}
	s.left = s.mid >= turn/2
	return s
}

// drawing puts everything together with the top left corner as the origin.
func (r *ring) drawing() Drawing {
	top, bottom := r.extent()
	origin := geom.Point{X: r.width / 2, Y: -top}
	out := Drawing{Size: geom.Size{W: r.width, H: bottom - top}}
	items := r.shapes()
	for i, s := range r.slices {
		items = append(items, r.key(i)...)
		items = append(items, r.leader(s)...)
		out.Parts = append(out.Parts, r.words(i).moved(origin))
	}
	out.Shapes = moved(items, origin)
	out.Total = r.centre.at(geom.Point{X: -r.centre.w / 2, Y: -r.centre.h / 2}, centred).moved(origin)
	return out
}

// extent returns the y of the highest and the lowest thing drawn.
func (r *ring) extent() (top, bottom geom.Length) {
	top, bottom = -r.radius-stubTo, r.radius+stubTo
	for i, s := range r.slices {
		top = min(top, s.y-r.captions[i].half())
		bottom = max(bottom, s.y+r.captions[i].half())
	}
	return top, bottom
}

// shapes returns the slices.
func (r *ring) shapes() []page.Item {
	var out []page.Item
	for _, s := range r.slices {
		if !s.none {
			out = append(out, sliceShape(s, float64(r.inner()), float64(r.radius)))
		}
	}
	return out
}

// sliceShape returns the outline of a slice, or a hairline where it would be
// narrower than one.
func sliceShape(s slice, inner, outer float64) page.Shape {
	fill := s.fill
	sweep := s.to - s.from
	if sweep > turn*(1-tolerance) {
		return page.Shape{Path: annulus(inner, outer), Fill: &fill, EvenOdd: true}
	}
	inset := math.Min(float64(halfGap), inner*sweep/4)
	if float64(outer*sweep)-float64(2*inset) < float64(hair) {
		return page.Shape{
			Path:   geom.Line(at(inner, s.mid), at(outer, s.mid)),
			Stroke: &page.Stroke{Color: fill, Width: hair},
		}
	}
	return page.Shape{Path: sector(inner, outer, s.from, s.to, inset), Fill: &fill}
}

// moved returns the items, which are shapes, moved by d.
func moved(items []page.Item, d geom.Point) []page.Item {
	for i, it := range items {
		if s, ok := it.(page.Shape); ok {
			s.Path = s.Path.Move(d)
			items[i] = s
		}
	}
	return items
}

// moved returns the words moved by d.
func (w Words) moved(d geom.Point) Words {
	for _, texts := range [][]page.Text{w.Label, w.Value, w.Share} {
		for i := range texts {
			texts[i].Origin = texts[i].Origin.Add(d)
		}
	}
	return w
}
