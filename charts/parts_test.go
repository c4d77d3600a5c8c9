package charts

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

func TestPalette(t *testing.T) {
	palette := DefaultPalette()
	for i, c := range palette {
		for _, o := range palette[:i] {
			if got := page.Contrast(c, o); got < 1150 {
				t.Errorf("%v and %v are nearly the same grey: %d", c, o, got)
			}
		}
		if got := page.Contrast(c, page.Color{R: 255, G: 255, B: 255}); got < 1600 {
			t.Errorf("%v hardly shows on white: %d", c, got)
		}
	}
	for n := 2; n <= maxParts; n++ {
		ring, err := colours(palette, n)
		if err != nil {
			t.Fatal(err)
		}
		if got := leastContrast(ring); got < 1700 {
			t.Errorf("%d slices: the least contrast is %d", n, got)
		}
	}
}

func TestColours(t *testing.T) {
	for size := 1; size <= 7; size++ {
		for n := 1; n <= maxParts; n++ {
			ring, err := colours(DefaultPalette()[:size], n)
			if enough := n == 1 || size > 2 || size == 2 && n%2 == 0; (err == nil) != enough {
				t.Errorf("%d colours for %d slices: %v", size, n, err)
			}
			if err == nil && leastContrast(ring) == 1000 {
				t.Errorf("%d colours for %d slices: neighbours are the same", size, n)
			}
		}
	}
}

func TestArcsAreRound(t *testing.T) {
	const radius = 100000
	path := geom.Path{{Op: geom.MoveTo, P: [3]geom.Point{at(radius, 1)}}}
	for _, p := range flatten(arcCurves(path, radius, 1, 1+turn))[0] {
		if off := math.Hypot(float64(p.X), float64(p.Y)) - radius; math.Abs(off) > 2 {
			t.Errorf("%v is %.2f thousandths off the circle", p, off)
		}
	}
}

// place is compared with trying every place on a small line.
func TestPlaceIsLeastDisplacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		stops := make([]stop, 1+rng.IntN(4))
		lower := rng.IntN(len(stops) + 1)
		for i := range stops {
			stops[i] = stop{want: geom.Length(rng.IntN(8)), low: -unbounded, high: unbounded, half: geom.Length(rng.IntN(2))}
			if bound := geom.Length(rng.IntN(8)); i >= lower {
				stops[i].low = bound
			} else {
				stops[i].high = bound
			}
		}
		got := place(stops, 1)
		cost := geom.Length(0)
		for i, y := range got {
			cost += (y - stops[i].want) * (y - stops[i].want)
			if y < stops[i].low || y > stops[i].high {
				t.Fatalf("%v: %v is out of bounds", stops, got)
			}
			if i > 0 && y-got[i-1] < stops[i].half+stops[i-1].half+1 {
				t.Fatalf("%v: %v are too near", stops, got)
			}
		}
		if best := search(stops, 0, 0); cost > best {
			t.Fatalf("%v: %v costs %d, the best %d", stops, got, cost, best)
		}
	}
}

// search returns the least cost of stops[i:], all places tried.
func search(stops []stop, i int, cost geom.Length) geom.Length {
	var try func(i int, from geom.Length) geom.Length
	try = func(i int, from geom.Length) geom.Length {
		if i == len(stops) {
			return 0
		}
		best := geom.Length(1 << 30)
		for y := max(from, -16, stops[i].low); y <= min(24, stops[i].high); y++ {
			next := y
			if i+1 < len(stops) {
				next += stops[i].half + stops[i+1].half + 1
			}
			best = min(best, (y-stops[i].want)*(y-stops[i].want)+try(i+1, next))
		}
		return best
	}
	return cost + try(i, -16)
}

func TestRandomBars(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		b := Bars{Parts: randomParts(rng)}
		d, err := b.Draw(house(), geom.MM(115+rng.Int64N(60)))
		if err != nil {
			t.Fatalf("%+v: %v", b.Parts, err)
		}
		checkBars(t, b, d)
	}
}

// checkBars measures the bars that are painted against the longest.
func checkBars(t *testing.T, b Bars, d Drawing) {
	t.Helper()
	boxes := textBoxes(d)
	var lengths []geom.Length
	for _, it := range d.Shapes {
		if s, ok := it.(page.Shape); ok && s.Fill != nil {
			w := s.Path[1].P[0].X - s.Path[0].P[0].X
			lengths = append(lengths, w)
			boxes = append(boxes, geom.Rect{X: s.Path[0].P[0].X, Y: s.Path[0].P[0].Y, W: w, H: s.Path[2].P[0].Y - s.Path[0].P[0].Y})
		}
	}
	for i, box := range boxes {
		if box.X < 0 || box.Y < 0 || box.Right() > d.Size.W || box.Bottom() > d.Size.H {
			t.Errorf("%v is outside %v", box, d.Size)
		}
		for _, o := range boxes[:i] {
			if box.Overlaps(o) {
				t.Errorf("%v and %v lie on each other", box, o)
			}
		}
	}
	amounts, _ := amountsOf(b.Parts)
	if len(lengths) != len(amounts) {
		t.Fatalf("%d bars for %v", len(lengths), amounts)
	}
	longest, most := geom.Length(0), int64(0)
	for i := range amounts {
		longest, most = max(longest, lengths[i]), max(most, amounts[i])
	}
	for i, a := range amounts {
		want := float64(longest) * float64(a) / float64(most)
		if off := float64(lengths[i]) - want; math.Abs(off) > 1.01 && lengths[i] != hair {
			t.Errorf("bar %d of %v is %s pt long, off by %.2f thousandths", i, amounts, lengths[i], off)
		}
	}
}

func TestBarsOfTheAccounts(t *testing.T) {
	b := Bars{Parts: costs().Parts}
	for _, parts := range [][]Part{b.Parts, b.Parts[:1], {b.Parts[1], b.Parts[1]}} {
		b := Bars{Parts: parts}
		d, err := b.Draw(house(), geom.MM(115))
		if err != nil {
			t.Fatal(err)
		}
		checkBars(t, b, d)
	}
	if got := b.Rows()[4][1]; got != "0,1 mio. kr." {
		t.Errorf("the last row says %q", got)
	}
}

func TestBarsRefuse(t *testing.T) {
	good := costs().Parts
	for name, c := range map[string]struct {
		parts []Part
		width geom.Length
		says  string
	}{
		"no parts":   {nil, geom.MM(115), "no parts"},
		"below zero": {[]Part{{Label: "a", Amount: -1}}, geom.MM(115), "below zero"},
		"no width":   {good, 0, "width"},
		"long word":  {good, geom.MM(20), "word"},
		"no room":    {[]Part{{Label: "a", Amount: 1, Value: strings.Repeat("1", 40)}}, geom.MM(60), "leave"},
		"no glyph":   {[]Part{{Label: "a", Amount: 1, Value: "漢"}}, geom.MM(115), "no glyph"},
	} {
		_, err := Bars{Parts: c.parts}.Draw(house(), c.width)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// TestNarrowBars draws bars in ever narrower widths, where labels come to stand
// above them.
func TestNarrowBars(t *testing.T) {
	b := Bars{Parts: financing().Parts, Total: financing().Total}
	for width := 400 * geom.Pt; width >= 180*geom.Pt; width -= 20 * geom.Pt {
		d, err := b.Draw(house(), width)
		if err != nil {
			t.Fatalf("%s: %v", width, err)
		}
		checkBars(t, b, d)
		if len(d.Total.Value) == 0 || len(d.Total.Label) == 0 {
			t.Errorf("%s: the sum is not said", width)
		}
	}
	if _, err := b.Draw(house(), 80*geom.Pt); !errors.Is(err, ErrRoom) {
		t.Errorf("80 pt are refused with %v", err)
	}
}

// leastContrast returns the least contrast, in thousandths, between neighbours
// where the colours stand in a ring; the last is beside the first. Fewer than
// two colours have no neighbours and the contrast 21000.
func leastContrast(ring []page.Color) int64 {
	least := int64(21000)
	if len(ring) < 2 {
		return least
	}
	for i, c := range ring {
		least = min(least, page.Contrast(c, ring[(i+1)%len(ring)]))
	}
	return least
}
