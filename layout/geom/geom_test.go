package geom

import (
	"math"
	"math/big"
	"reflect"
	"testing"
)

func TestLengthsAreWrittenInPoints(t *testing.T) {
	for l, want := range map[Length]string{
		0: "0", 1: "0.001", -1: "-0.001", 10: "0.01", 100: "0.1", 999: "0.999", 1000: "1", -1000: "-1",
		10_500: "10.5", -10_500: "-10.5", 595_276: "595.276", 72 * Pt: "72", -500: "-0.5", 1010: "1.01",
		math.MaxInt64: "9223372036854775.807", math.MinInt64: "-9223372036854775.808",
	} {
		if got := l.String(); got != want {
			t.Errorf("%d is %q, wanted %q", int64(l), got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct{ got, want Length }{
		{MM(210), 595_276}, {MM(297), 841_890}, {MM(0), 0}, {MM(-3), -8504}, {MicroMetres(25_400), Inch}, {MicroMetres(1), 3},
		{Points(14), 14_000}, {Length(10).Scale(1, 4), 3}, {Length(-10).Scale(1, 4), -3}, {Length(10_000).Scale(300, 1000), 3000},
	} {
		if c.got != c.want {
			t.Errorf("%d, wanted %d", c.got, c.want)
		}
	}
}

func TestDivRound(t *testing.T) {
	for _, c := range []struct{ a, b, want int64 }{
		{0, 1, 0}, {1, 2, 1}, {-1, 2, -1}, {1, 3, 0}, {2, 3, 1}, {-2, 3, -1}, {-1, 3, 0}, {5, 2, 3}, {-5, 2, -3}, {7, 1, 7},
		{math.MaxInt64, 1, math.MaxInt64}, {math.MinInt64, 1, math.MinInt64}, {math.MaxInt64, math.MaxInt64, 1},
		{math.MinInt64, math.MaxInt64, -1}, {math.MaxInt64, 2, 1 << 62}, {math.MinInt64, 2, -1 << 62},
	} {
		if got := DivRound(c.a, c.b); got != c.want {
			t.Errorf("%d/%d is %d, wanted %d", c.a, c.b, got, c.want)
		}
	}
}

func FuzzDivRoundIsNearest(f *testing.F) {
	f.Add(int64(7), int64(2))
	f.Add(int64(math.MinInt64), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, a, b int64) {
		if b <= 0 {
			t.Skip()
		}
		// |2a − 2bq| is at most b, and where it is b the quotient is the one further from zero.
		q := DivRound(a, b)
		rest := new(big.Int).Mul(big.NewInt(b), big.NewInt(q))
		rest.Sub(big.NewInt(a), rest).Lsh(rest, 1)
		switch rest.CmpAbs(big.NewInt(b)) {
		case 1:
			t.Fatalf("%d/%d is not %d", a, b, q)
		case 0:
			if rest.Sign() == big.NewInt(a).Sign() {
				t.Fatalf("%d/%d was rounded towards zero, to %d", a, b, q)
			}
		}
	})
}

func TestOverlaps(t *testing.T) {
	r := Rect{10, 10, 20, 20}
	for _, c := range []struct {
		name string
		o    Rect
		want bool
	}{
		{"itself", r, true},
		{"inside", Rect{12, 12, 2, 2}, true},
		{"around", Rect{0, 0, 100, 100}, true},
		{"across", Rect{0, 15, 100, 2}, true},
		{"one corner", Rect{29, 29, 5, 5}, true},
		{"edge to edge", Rect{30, 10, 5, 20}, false},
		{"corner to corner", Rect{30, 30, 5, 5}, false},
		{"beside", Rect{31, 10, 5, 20}, false},
		{"below", Rect{10, 40, 20, 5}, false},
		{"a line inside", Rect{15, 12, 0, 5}, false},
		{"a point inside", Rect{15, 15, 0, 0}, false},
		{"less than nothing", Rect{15, 15, -2, 5}, false},
	} {
		if r.Overlaps(c.o) != c.want || c.o.Overlaps(r) != c.want {
			t.Errorf("%s: %v, %v; wanted %v", c.name, r.Overlaps(c.o), c.o.Overlaps(r), c.want)
		}
	}
}

func TestMove(t *testing.T) {
	d := Point{3, -4}
	if got := (Rect{1, 2, 5, 6}).Move(d); got != (Rect{4, -2, 5, 6}) || got.Right() != 9 || got.Bottom() != 4 {
		t.Errorf("%v", got)
	}
	path := Rectangle(Rect{1, 2, 5, 6})
	before := append(Path(nil), path...)
	if got := path.Move(d); !reflect.DeepEqual(got, Rectangle(Rect{4, -2, 5, 6})) {
		t.Errorf("%v", got)
	}
	if !reflect.DeepEqual(path, before) {
		t.Error("the path itself has moved")
	}
	if got := Path(nil).Move(d); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// TestEllipseTouchesItsRectangle follows each curve and measures how far it is
// from the ellipse.
func TestEllipseTouchesItsRectangle(t *testing.T) {
	for _, r := range []Rect{{0, 0, 20_000, 10_000}, {-5000, 7000, 1000, 90_000}, {0, 0, 3001, 3001}, {5, 5, 0, 0}, {0, 0, 1, 1}} {
		path := Ellipse(r)
		if len(path) != 6 || path[0].Op != MoveTo || path[5].Op != Close || path[4].P[2] != path[0].P[0] {
			t.Fatalf("%v is no closed path of four curves: %v", r, path)
		}
		// Halves of odd sides are cut off: the ellipse may be one less than the rectangle.
		ends := []Point{{r.X + r.W/2*2, r.Y + r.H/2}, {r.X + r.W/2, r.Y + r.H/2*2}, {r.X, r.Y + r.H/2}, {r.X + r.W/2, r.Y}}
		from := path[0].P[0]
		if from != ends[0] {
			t.Errorf("%v begins at %v", r, from)
		}
		for i, s := range path[1:5] {
			if s.Op != CubicTo || s.P[2] != ends[(i+1)%4] {
				t.Errorf("%v: curve %d is %v, wanted an end at %v", r, i, s, ends[(i+1)%4])
			}
			checkCurve(t, r, from, s)
			from = s.P[2]
		}
	}
}

func checkCurve(t *testing.T, r Rect, from Point, s Segment) {
	t.Helper()
	rx, ry := float64(r.W/2), float64(r.H/2)
	if min(rx, ry) < 500 {
		return // rounding is all there is
	}
	cx, cy := float64(r.X)+rx, float64(r.Y)+ry
	for k := range 101 {
		u := float64(k) / 100
		at := func(a, b, c, d Length) float64 {
			v := 1 - u
			return v*v*v*float64(a) + 3*v*v*u*float64(b) + 3*v*u*u*float64(c) + u*u*u*float64(d)
		}
		x := (at(from.X, s.P[0].X, s.P[1].X, s.P[2].X) - cx) / rx
		y := (at(from.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y) - cy) / ry
		if off := math.Abs(math.Hypot(x, y) - 1); off > 0.0003+1/min(rx, ry) {
			t.Fatalf("%v is off by %f of its radius", r, off)
		}
	}
}

func TestLineAndRectangle(t *testing.T) {
	if got := Line(Point{1, 2}, Point{3, 4}); len(got) != 2 || got[0].Op != MoveTo || got[1].Op != LineTo || got[1].P[0] != (Point{3, 4}) {
		t.Errorf("%v", got)
	}
	want := []Point{{1, 2}, {6, 2}, {6, 8}, {1, 8}}
	for i, s := range Rectangle(Rect{1, 2, 5, 6})[:4] {
		if s.P[0] != want[i] {
			t.Errorf("corner %d is %v, wanted %v", i, s.P[0], want[i])
		}
	}
}
