package charts

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// amountsOf returns the amounts that are not zero.
func amountsOf(parts []Part) (amounts []int64, sum int64) {
	for _, p := range parts {
		if p.Amount > 0 {
			amounts, sum = append(amounts, p.Amount), sum+p.Amount
		}
	}
	return amounts, sum
}

// checkWedges has the amounts drawn and measures them against the exact shares.
func checkWedges(t *testing.T, amounts []int64, sum int64) {
	t.Helper()
	fills, err := colours(DefaultPalette(), len(amounts))
	if err != nil {
		t.Fatal(err)
	}
	got, err := wedges(amounts, sum, 90*geom.Pt, fills)
	if err != nil {
		t.Fatalf("%v: %v", amounts, err)
	}
	running := 0.0
	for i, w := range got {
		share := float64(amounts[i]) / float64(sum)
		if off := (w.to-w.from)/turn - share; math.Abs(off) > 2*tolerance {
			t.Errorf("%v: slice %d is off by %.6f of the circle", amounts, i, off)
		}
		if off := w.from/turn - running; math.Abs(off) > tolerance {
			t.Errorf("%v: slice %d begins %.6f of the circle off", amounts, i, off)
		}
		running += share
	}
	if end := got[len(got)-1].to; math.Abs(end-turn) > 1e-9 {
		t.Errorf("%v: the circle ends at %v", amounts, end)
	}
}

func TestWedgesAreProportional(t *testing.T) {
	for _, r := range []Ring{financing(), costs()} {
		amounts, sum := amountsOf(r.Parts)
		checkWedges(t, amounts, sum)
	}
	for _, amounts := range [][]int64{{1}, {1, 1}, {1, math.MaxInt64 - 1}, {math.MaxInt64 - 1, 1}, {1, 1, 1, 1, 1, 1, 1}, {9999, 1}, {1, 1 << 50, 1}} {
		var sum int64
		for _, a := range amounts {
			sum += a
		}
		checkWedges(t, amounts, sum)
	}
}

func TestRandomWedges(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		amounts := make([]int64, 1+rng.IntN(maxParts))
		var sum int64
		for i := range amounts {
			amounts[i] = 1 + rng.Int64N(1<<(1+rng.IntN(56)))
			sum += amounts[i]
		}
		checkWedges(t, amounts, sum)
	}
}

// Every number of steps must come back from go-chart as it went in.
func TestEveryStepSurvives(t *testing.T) {
	for steps := int64(0); steps <= 9999; steps++ {
		amounts := []int64{steps + 1, 9999 - steps + 1}
		checkWedges(t, amounts, 10001)
	}
}

func TestFalseSlicesAreFound(t *testing.T) {
	amounts, sum := amountsOf(financing().Parts)
	fills, _ := colours(DefaultPalette(), len(amounts))
	good, err := wedges(amounts, sum, 90*geom.Pt, fills)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func([]wedge) []wedge{
		"one missing":     func(w []wedge) []wedge { return w[1:] },
		"one too wide":    func(w []wedge) []wedge { w[1].to += 0.001; return w },
		"one turned":      func(w []wedge) []wedge { w[2].from -= 0.001; w[2].to -= 0.001; return w },
		"colours shifted": func(w []wedge) []wedge { w[0].fill, w[1].fill = w[1].fill, w[0].fill; return w },
	} {
		if err := verify(spoil(append([]wedge(nil), good...)), amounts, sum, fills); err == nil {
			t.Errorf("%s: it passes", name)
		}
	}
	if err := verify(good, amounts, sum, fills); err != nil {
		t.Error(err)
	}
}

func TestFalseOutlinesAreFound(t *testing.T) {
	r := 50 * geom.Pt
	whole := arc{cx: 50000, cy: 50000, radius: 50000, wholeCircle: true}
	moved, small := whole, whole
	moved.cx++
	small.radius--
	for name, shapes := range map[string][]drawn{
		"nothing":        nil,
		"a box":          {{corners: make([]corner, 5)}},
		"another centre": {{arcs: []arc{moved}}},
		"another radius": {{arcs: []arc{small}}},
		"no sweep":       {{arcs: []arc{{cx: 50000, cy: 50000, radius: 50000}}}},
	} {
		if _, err := readWedges(shapes, r); err == nil {
			t.Errorf("%s: it passes", name)
		}
	}
}

func TestRecorderRefuses(t *testing.T) {
	for name, call := range map[string]func(*recorder){
		"text":    func(r *recorder) { r.Text("12 %", 0, 0) },
		"curve":   func(r *recorder) { r.QuadCurveTo(0, 0, 1, 1) },
		"ellipse": func(r *recorder) { r.ArcTo(0, 0, 1, 2, 0, 1) },
		"stroke":  func(r *recorder) { r.SetStrokeColor(series{page.Color{}}.GetSeriesColor(0)); r.FillStroke() },
	} {
		rec := new(recorder)
		call(rec)
		if rec.Save(nil) == nil {
			t.Errorf("%s: it passes", name)
		}
	}
}

func TestApportion(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		amounts := make([]int64, 1+rng.IntN(12))
		var sum int64
		for i := range amounts {
			amounts[i] = rng.Int64N(1 << (1 + rng.IntN(58)))
			sum += amounts[i]
		}
		if sum == 0 {
			continue
		}
		all := 0
		running := 0.0
		for i, n := range apportion(amounts, sum, 9990) {
			all += n
			running += float64(amounts[i])
			if off := float64(all) - running/float64(sum)*9990; n < 0 || math.Abs(off) > 0.5+1e-6 {
				t.Fatalf("%v: part %d has %d steps and ends %v off", amounts, i, n, off)
			}
		}
		if all != 9990 {
			t.Fatalf("%v: %d steps", amounts, all)
		}
	}
}
