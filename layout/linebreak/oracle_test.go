package linebreak

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// oracle is the slow way: every set of breaks, each judged as a whole by the
// definitions alone.
type oracle struct {
	items     []Item
	opt       Options
	tolerance int
	emergency int64
	best      int64
}

// none is the oracle's answer where no set of breaks will do.
const none = math.MaxInt64

// answer is the least demerits of any way to set the paragraph in one pass.
func answer(items []Item, opt Options, tolerance int, emergency int64) int64 {
	o := &oracle{items, opt, tolerance, emergency, none}
	o.extend(nil)
	return o.best
}

// extend tries every next break after those given.
func (o *oracle) extend(breaks []int) {
	from := 0
	if len(breaks) > 0 {
		from = breaks[len(breaks)-1] + 1
	}
	if from == len(o.items) {
		if d, ok := o.judge(breaks); ok {
			o.best = min(o.best, d)
		}
		return
	}
	for i := from; i < len(o.items); i++ {
		if canBreak(o.items, i) {
			o.extend(append(breaks[:len(breaks):len(breaks)], i))
		}
		if mustBreak(o.items[i]) {
			return
		}
	}
}

func mustBreak(it Item) bool { return it.Kind == Penalty && it.Cost <= Force }

func canBreak(items []Item, i int) bool {
	if mustBreak(items[i]) {
		return true
	}
	next := firstOf(items, i+1)
	if next == len(items) || mustBreak(items[next]) {
		return false
	}
	if items[i].Kind == Penalty {
		return items[i].Cost < Forbid
	}
	return items[i].Kind == Glue && i > 0 && items[i-1].Kind == Box
}

// firstOf skips what vanishes after a break.
func firstOf(items []Item, i int) int {
	for i < len(items) && items[i].Kind != Box && !mustBreak(items[i]) {
		i++
	}
	return i
}

// judge sums the demerits of a paragraph broken so, and reports whether it may be.
func (o *oracle) judge(breaks []int) (int64, bool) {
	var total int64
	class, hyphens, first := -1, 0, 0
	for _, at := range breaks {
		if first > at {
			return 0, false
		}
		r, ok := o.ratioOf(first, at)
		if !ok || r > o.tolerance {
			return 0, false
		}
		bad := int64(math.Abs(float64(r)*float64(r)*float64(r))) / 10_000_000
		if r > 1000 {
			bad = bad * int64(r) / 1000
		}
		if bad = min(bad, 10_000); r > 3200 {
			bad = 10_000
		}
		d := (10 + bad) * (10 + bad)
		it := o.items[at]
		if c := int64(it.Cost); !mustBreak(it) && it.Kind == Penalty {
			if c < 0 {
				d -= c * c
			} else {
				d += c * c
			}
		}
		hyphen := it.Kind == Penalty && it.Hyphen
		if mustBreak(it) && hyphens > 0 {
			d += 30_000
			if !slices.ContainsFunc(o.items[first:at], func(it Item) bool { return it.Kind == Glue && it.Stretch < 1<<40 }) {
				d += 90_000
			}
		}
		if hyphen && hyphens > 0 {
			d += 10_000
		}
		if mustBreak(it) && class >= 0 && o.naturalOf(first, at) < o.opt.ShortLast {
			d += 60_000
		}
		if hyphen {
			hyphens++
		} else {
			hyphens = 0
		}
		if o.opt.MaxHyphens > 0 && hyphens > o.opt.MaxHyphens {
			return 0, false
		}
		c := classOf(r)
		if class >= 0 && (c-class > 1 || class-c > 1) {
			d += 10_000
		}
		class, total, first = c, total+d, firstOf(o.items, at+1)
	}
	return total, true
}

// naturalOf is the width of a line as it is.
func (o *oracle) naturalOf(first, at int) (w int64) {
	for _, it := range o.items[first:at] {
		if it.Kind != Penalty {
			w += it.Width
		}
	}
	return w
}

func classOf(r int) int {
	switch {
	case r < -500:
		return 0
	case r <= 500:
		return 1
	case r <= 1000:
		return 2
	}
	return 3
}

func (o *oracle) ratioOf(first, at int) (int, bool) {
	if first == at {
		return 0, true
	}
	var w, plus, minus int64
	for _, it := range o.items[first:at] {
		if it.Kind != Penalty {
			w, plus, minus = w+it.Width, plus+it.Stretch, minus+it.Shrink
		}
	}
	if o.items[at].Kind == Penalty {
		w += o.items[at].Width
	}
	plus += o.emergency
	room := o.opt.Measure - w + o.items[first].Before + o.items[at].After
	switch {
	case room == 0:
		return 0, true
	case room > 0 && plus <= 0:
		return anyRatio, true
	case room > 0:
		return int(min(room*1000/plus, anyRatio)), true
	case -room > minus:
		return 0, false
	}
	return int(room * 1000 / minus), true
}

// words makes a random paragraph of n words, with hyphens, ties, dear and cheap
// breaks and now and then a forced one.
func words(r *rand.Rand, n int) []Item {
	var items []Item
	for i := range n {
		for part := range 1 + r.IntN(3) {
			if part > 0 {
				items = append(items, Item{Kind: Penalty, Width: 5, Cost: []int{60, 160, 30}[r.IntN(3)], Hyphen: true, After: r.Int64N(4)})
			}
			w := int64(4 + r.IntN(30))
			items = append(items, Item{Kind: Box, Width: w, Stretch: w / 8, Shrink: w / 8, Before: r.Int64N(3)})
		}
		if i == n-1 {
			break
		}
		switch r.IntN(14) {
		case 0:
			items = append(items, Finish()...)
		case 1:
			items = append(items, Item{Kind: Penalty, Cost: Forbid})
		case 2:
			items = append(items, Item{Kind: Penalty, Cost: -50})
			continue
		}
		items = append(items, Item{Kind: Glue, Width: 5, Stretch: 4, Shrink: 2, After: r.Int64N(4)})
	}
	return append(items, Finish()...)
}

// total is the demerits of a result, by the oracle's definitions.
func total(items []Item, opt Options, lines []Line, emergency int64) (int64, bool) {
	o := &oracle{items, opt, anyRatio, emergency, none}
	var breaks []int
	for _, l := range lines {
		breaks = append(breaks, l.End)
	}
	return o.judge(breaks)
}

func TestBreakFindsWhatTheOracleFinds(t *testing.T) {
	passes := map[string]int{}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		items := words(r, 1+r.IntN(6))
		opt := Options{Measure: int64(20 + r.IntN(90)), Emergency: int64(r.IntN(20)), MaxHyphens: r.IntN(3), ShortLast: r.Int64N(30)}
		lines := Break(items, opt)
		want, emergency, name := oracleFor(items, opt)
		passes[name]++
		if name == "overfull" {
			if !anyLine(lines, func(l Line) bool { return l.Overfull }) {
				t.Fatalf("seed %d: no line is overfull, but nothing fits", seed)
			}
			continue
		}
		if anyLine(lines, func(l Line) bool { return l.Overfull }) {
			t.Fatalf("seed %d: an overfull line where there is a way (%s)", seed, name)
		}
		if name == "ladder" {
			opt.MaxHyphens = 0
		}
		got, ok := total(items, opt, lines, emergency)
		if !ok || got != want {
			t.Fatalf("seed %d (%s): %d demerits, legal %v; the oracle has %d\n%v\n%v", seed, name, got, ok, want, items, lines)
		}
		for _, l := range lines {
			if r, _ := (&oracle{items, opt, 0, 0, 0}).ratioOf(l.First, l.End); l.Ratio != r || l.Loose != (r > 2000) {
				t.Fatalf("seed %d: ratio %d, loose %v; wanted %d", seed, l.Ratio, l.Loose, r)
			}
		}
	}
	for _, name := range []string{"first", "second", "emergency", "ladder", "overfull"} {
		if passes[name] < 20 {
			t.Errorf("%q came up only %d times", name, passes[name])
		}
	}
}

// oracleFor goes through the passes Break goes through.
func oracleFor(items []Item, opt Options) (want, emergency int64, name string) {
	if want = answer(items, opt, 1000, 0); want != none {
		return want, 0, "first"
	}
	if want = answer(items, opt, 2000, 0); want != none {
		return want, 0, "second"
	}
	if want = answer(items, opt, anyRatio, opt.Emergency); want != none {
		return want, opt.Emergency, "emergency"
	}
	opt.MaxHyphens = 0
	if want = answer(items, opt, anyRatio, opt.Emergency); want != none {
		return want, opt.Emergency, "ladder"
	}
	return none, 0, "overfull"
}

func TestRaggedFindsWhatTheOracleFinds(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		items := words(r, 1+r.IntN(6))
		for i := range items {
			if items[i].Stretch < 100 {
				items[i].Stretch, items[i].Shrink = 0, 0
			}
		}
		opt := Options{Measure: int64(20 + r.IntN(90)), MaxHyphens: r.IntN(3), Ragged: true, ShortLast: r.Int64N(30)}
		lines := Break(items, opt)
		want := answer(items, opt, anyRatio, opt.Measure/8)
		if want == none {
			opt.MaxHyphens = 0
			want = answer(items, opt, anyRatio, opt.Measure/8)
		}
		if want == none {
			if !anyLine(lines, func(l Line) bool { return l.Overfull }) {
				t.Fatalf("seed %d: no line is overfull, but nothing fits", seed)
			}
			continue
		}
		if got, ok := total(items, opt, lines, opt.Measure/8); !ok || got != want {
			t.Fatalf("seed %d: %d demerits, legal %v; the oracle has %d", seed, got, ok, want)
		}
	}
}

func anyLine(lines []Line, is func(Line) bool) bool {
	for _, l := range lines {
		if is(l) {
			return true
		}
	}
	return false
}
