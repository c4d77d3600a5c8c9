package svg

import (
	"fmt"
	"math"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

func TestPathData(t *testing.T) {
	tests := []struct{ d, want string }{
		{"M1 2L3 4", "M1,2L3,4"},
		{"m1 2l3 4", "M1,2L4,6"},
		{"M1 2 3 4 5 6", "M1,2L3,4L5,6"},
		{"m1 2 3 4 5 6", "M1,2L4,6L9,12"},
		{"M1 2H5 6V7 8", "M1,2L5,2L6,2L6,7L6,8"},
		{"M1 2h5 6v7 8", "M1,2L6,2L12,2L12,9L12,17"},
		{"M1 1L2 1Z", "M1,1L2,1Z"},
		{"M1 1h1zh2", "M1,1L2,1ZM1,1L3,1"},
		{"M1 1h1zm2 2h1", "M1,1L2,1ZM3,3L4,3"},
		{"M1 1M2 2z", "M2,2Z"},
		{"M0 0C1 2 3 4 5 6 7 8 9 10 11 12", "M0,0C1,2 3,4 5,6C7,8 9,10 11,12"},
		{"M1 1c1 2 3 4 5 6 1 0 2 0 3 0", "M1,1C2,3 4,5 6,7C7,7 8,7 9,7"},
		{"M0 0C0 1 2 3 4 4S8 9 10 10", "M0,0C0,1 2,3 4,4C6,5 8,9 10,10"},
		{"M0 0c0 1 2 3 4 4s4 5 6 6 1 1 2 2", "M0,0C0,1 2,3 4,4C6,5 8,9 10,10C12,11 11,11 12,12"},
		{"M1 2S3 4 5 6", "M1,2C1,2 3,4 5,6"},
		{"M0 0Q3 6 6 0", "M0,0C2,4 4,4 6,0"},
		{"M1 1q3 6 6 0", "M1,1C3,5 5,5 7,1"},
		{"M0 0Q3 6 6 0T12 0 18 0", "M0,0C2,4 4,4 6,0C8,-4 10,-4 12,0C14,4 16,4 18,0"},
		{"M0 0q3 6 6 0t6 0", "M0,0C2,4 4,4 6,0C8,-4 10,-4 12,0"},
		{"M3 3T6 3", "M3,3C3,3 4,3 6,3"},
		{"M0 0C0 1 2 3 4 4T6 6", "M0,0C0,1 2,3 4,4C4,4 4.667,4.667 6,6"},
		{"M0 0A0 5 0 0 1 6 3a5 0 0 01 1 1", "M0,0L6,3L7,4"},
		{"M1 1A5 5 0 0 1 1 1", ""},
		{"M0-.5.5.5-1e1+2e-1", "M0,-0.5L0.5,0.5L-10,0.2"},
		{" \t\nM\r0,0 , 1 , 1 ", "M0,0L1,1"},
		{"M1.,2L3.e0 4", "M1,2L3,4"},
		{"M0 0L1.0005 -1.0005", "M0,0L1.001,-1.001"},
	}
	for _, test := range tests {
		o, err := pathData(test.d)
		if err != nil {
			t.Errorf("%s: %v", test.d, err)
			continue
		}
		path, err := o.path(identity())
		if got := dump(path); err != nil || got != test.want {
			t.Errorf("%s\n got %s %v\nwant %s", test.d, got, err, test.want)
		}
	}
}

func TestPathDataRefused(t *testing.T) {
	for _, d := range []string{
		"L1 1", "1 1", "M", "M1", "M1,", "M,1 1", "M1 1,", "M1,,1", "M1 1 2", "M1 1X", "M1 1L2 2 3", "M1 1Z2",
		"M1 1A1 1 0 2 1 3 3", "M1 1A1 1 0 0 1 3", "M1 1Le1", "M1 1L1e400 1", "M1 1L2000000 1", "M- 1", "M1 1C1 1 1 1 1", "M1 1 nan 1", "M1 1é",
	} {
		if o, err := pathData(d); err == nil {
			path, _ := o.path(identity())
			t.Errorf("%q passes as %s", d, dump(path))
		}
	}
}

// TestArcFlags reads flags written without separators.
func TestArcFlags(t *testing.T) {
	a, errA := pathData("M0 0a1 2 0 01.5.5")
	b, errB := pathData("M0,0 a 1,2 0 0,1 0.5,0.5")
	if errA != nil || errB != nil || fmt.Sprint(a.segs) != fmt.Sprint(b.segs) {
		t.Errorf("%v %v, %v %v", a, errA, b, errB)
	}
}

// TestArcsAreOnTheEllipse checks all four arcs between two points against the
// ellipse with its centre, radii and turn: ends exact, every point of the
// curves within 0.03 % of the radius, and the right one of the four.
func TestArcsAreOnTheEllipse(t *testing.T) {
	centre, rx, ry := vec{50, 40}, 30.0, 12.0
	for _, degrees := range []float64{0, 20, 90, 137} {
		m := translation(centre).then(function("rotate", []float64{degrees})).then(matrix{x: vec{rx, 0}, y: vec{0, ry}})
		for _, span := range []float64{0.3, math.Pi / 2, 2.5, 3.5, 6} {
			for _, sweep := range []bool{true, false} {
				until := 0.4 + span
				if !sweep {
					until = 0.4 - span
				}
				at := func(angle float64) vec { return m.apply(vec{math.Cos(angle), math.Sin(angle)}) }
				o := &outline{}
				o.move(at(0.4))
				o.arc(arc{rx: rx, ry: ry, degrees: degrees, large: span > math.Pi, sweep: sweep}, at(until))
				if off := deviation(o, m); off > 0.0003 {
					t.Errorf("turn %v span %v sweep %v: off by %v of the radius", degrees, span, sweep, off)
				}
				if o.cur != at(until) {
					t.Errorf("turn %v span %v: it ends at %v", degrees, span, o.cur)
				}
				middle := halfway(o)
				if want := at((0.4 + until) / 2); math.Hypot(middle.x-want.x, middle.y-want.y) > 0.02 {
					t.Errorf("turn %v span %v sweep %v: halfway is %v, want %v", degrees, span, sweep, middle, want)
				}
			}
		}
	}
}

// bezier returns a point of a cubic curve.
func bezier(from vec, p [3]vec, t float64) vec {
	u := 1 - t
	return from.mul(u * u * u).add(p[0].mul(3 * u * u * t)).add(p[1].mul(3 * u * t * t)).add(p[2].mul(t * t * t))
}

// deviation is how far the outline's curves leave the unit circle as m places
// it, seen from the circle.
func deviation(o *outline, m matrix) (most float64) {
	det := m.x.x*m.y.y - m.x.y*m.y.x
	from := o.segs[0].p[0]
	for _, s := range o.segs[1:] {
		for i := range 41 {
			p := bezier(from, s.p, float64(i)/40).sub(m.o)
			x, y := (p.x*m.y.y-p.y*m.y.x)/det, (p.y*m.x.x-p.x*m.x.y)/det
			most = max(most, math.Abs(math.Hypot(x, y)-1))
		}
		from = s.p[2]
	}
	return most
}

// halfway is the point in the middle of an outline of equal curves.
func halfway(o *outline) vec {
	curves := o.segs[1:]
	n := len(curves)
	if n%2 == 0 {
		return curves[n/2-1].p[2]
	}
	from := o.segs[n/2].p[0]
	if n > 1 {
		from = o.segs[n/2].p[2]
	}
	return bezier(from, curves[n/2].p, 0.5)
}

// TestArcTooShort enlarges radii that don't reach: half a circle is drawn.
func TestArcTooShort(t *testing.T) {
	o, err := pathData("M0 0A1 1 0 0 1 20 0")
	if err != nil {
		t.Fatal(err)
	}
	if off := deviation(o, translation(vec{10, 0}).then(matrix{x: vec{10, 0}, y: vec{0, 10}})); off > 0.0003 {
		t.Errorf("off by %v", off)
	}
	if middle := halfway(o); math.Abs(middle.y+10) > 1e-9 {
		t.Errorf("halfway is %v", middle)
	}
}

func TestLengthRoundsTiesAlike(t *testing.T) {
	tests := []struct {
		v    float64
		want geom.Length
	}{{0.0005, 1}, {-0.0005, -1}, {0.0004999999999, 1}, {0.000499, 0}, {1.0005, 1001}, {12.3455, 12346}}
	for _, test := range tests {
		if got, err := length(test.v); err != nil || got != test.want {
			t.Errorf("%v is %d, %v; want %d", test.v, got, err, test.want)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e5 + 1} {
		if _, err := length(v); err == nil {
			t.Errorf("%v passes", v)
		}
	}
}
