package linebreak

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

// wild makes items of any kind in any order.
func wild(r *rand.Rand, n int) []Item {
	costs := []int{Forbid, Force, 0, -10, 50, Forbid + 1, Force - 1}
	items := make([]Item, n)
	for i := range items {
		items[i] = Item{
			Kind: Kind(r.IntN(3)), Width: int64(r.IntN(20)), Stretch: int64(r.IntN(5)), Shrink: int64(r.IntN(3)),
			Cost: costs[r.IntN(len(costs))], Hyphen: r.IntN(3) == 0,
		}
	}
	return items
}

// checkWhole fails unless every item is on one line, vanishes at a break or is
// the break, and the lines keep what was asked for.
func checkWhole(t *testing.T, items []Item, opt Options, lines []Line) {
	t.Helper()
	at, hyphens := 0, 0
	for k, l := range lines {
		for ; at < l.First; at++ {
			if it := items[at]; k == 0 || it.Kind == Box || mustBreak(it) {
				t.Fatalf("item %d is lost before line %d: %v", at, k, lines)
			}
		}
		if l.First < at || l.End < l.First || l.End > len(items) {
			t.Fatalf("line %d is %v after item %d", k, l, at)
		}
		for i := l.First; i < l.End; i++ {
			if mustBreak(items[i]) {
				t.Fatalf("the forced break at %d is inside line %d", i, k)
			}
		}
		at = min(l.End+1, len(items))
		hyphens = checkHyphens(t, items, opt, l, hyphens)
		checkWidth(t, items, opt, l)
	}
	for ; at < len(items); at++ {
		if items[at].Kind == Box || mustBreak(items[at]) {
			t.Fatalf("item %d is lost at the end: %v", at, lines)
		}
	}
}

// checkHyphens returns how many lines in a row end with a hyphen now.
func checkHyphens(t *testing.T, items []Item, opt Options, l Line, before int) int {
	t.Helper()
	hyphen := l.End < len(items) && items[l.End].Kind == Penalty && items[l.End].Hyphen
	if l.Hyphen != hyphen {
		t.Fatalf("%v says hyphen %v", l, l.Hyphen)
	}
	if !hyphen {
		return 0
	}
	if opt.MaxHyphens > 0 && before >= opt.MaxHyphens && !mustBreak(items[l.End]) && fitsWithin(items, opt) {
		t.Fatalf("%d lines in a row end with a hyphen", before+1)
	}
	return before + 1
}

// fitsWithin reports whether the paragraph can be set with the bound on hyphens.
func fitsWithin(items []Item, opt Options) bool {
	return breakerOf(items, opt).run(pass{tolerance: anyRatio})
}

// checkWidth fails where a line does not fit and does not say so, or the reverse.
func checkWidth(t *testing.T, items []Item, opt Options, l Line) {
	t.Helper()
	var width, shrink int64
	for i := l.First; i < l.End; i++ {
		if items[i].Kind != Penalty {
			width += items[i].Width
			shrink += items[i].Shrink
		}
	}
	if l.End < len(items) && items[l.End].Kind == Penalty && l.First < l.End {
		width += items[l.End].Width
	}
	if l.First < l.End {
		width -= items[l.First].Before
	}
	if l.End < len(items) {
		width -= items[l.End].After
	}
	if over := width-shrink > opt.Measure && l.First < l.End; over != l.Overfull {
		t.Fatalf("%v is %d wide at the least, in a measure of %d", l, width-shrink, opt.Measure)
	}
}

func TestNothingIsLostOfAnyItems(t *testing.T) {
	for seed := range uint64(20000) {
		r := rand.New(rand.NewPCG(seed, 3))
		items := wild(r, r.IntN(30))
		if seed%2 == 0 {
			items = words(r, r.IntN(30))
		}
		opt := Options{Measure: int64(r.IntN(120)), Emergency: int64(r.IntN(20)), MaxHyphens: r.IntN(4), Ragged: r.IntN(3) == 0}
		checkWhole(t, items, opt, Break(items, opt))
	}
}

func TestOddParagraphs(t *testing.T) {
	box := Item{Kind: Box, Width: 10}
	gap := Item{Kind: Glue, Width: 2, Stretch: 1, Shrink: 1}
	force := Item{Kind: Penalty, Cost: Force}
	hyphen := Item{Kind: Penalty, Cost: 50, Width: 3, Hyphen: true}
	for _, c := range []struct {
		name    string
		items   []Item
		measure int64
		want    string
	}{
		{"no items", nil, 100, ""},
		{"nothing but the end", Finish(), 100, "0-2"},
		{"one word", append([]Item{box}, Finish()...), 100, "0-3"},
		{"one word too wide", append([]Item{box}, Finish()...), 5, "0-3!"},
		{"a measure of nothing", append([]Item{box, gap, box}, Finish()...), 0, "0-1! 2-5!"},
		{"a negative measure", append([]Item{box, gap, box}, Finish()...), -7, "0-1! 2-5!"},
		{"a wide word stands alone", append([]Item{box, gap, {Kind: Box, Width: 40}, gap, box}, Finish()...), 12, "0-1? 2-3! 4-7"},
		{"only gaps", []Item{gap, gap, gap}, 100, "0-3?"},
		{"no finish", []Item{box, gap, box}, 22, "0-3"},
		{"no finish, two lines", []Item{box, gap, box}, 10, "0-1 2-3"},
		{"a gap at the end", []Item{box, gap, force}, 12, "0-2"},
		{"forced breaks in a row", []Item{box, force, force, force, box, force}, 10, "0-1 2-2 3-3 4-5"},
		{"forced break at the start", []Item{force, box, force}, 10, "0-0 1-2"},
		{"hyphen wider than the rest of the word", append([]Item{box, hyphen, {Kind: Box, Width: 1}}, Finish()...), 11, "0-5"},
		{"hyphen before a gap", append([]Item{box, hyphen, gap, box}, Finish()...), 13, "0-1- 3-6"},
		{"overfull at a hyphen", append([]Item{box, hyphen, box}, Finish()...), 9, "0-1-! 2-5!"},
		{"forced with a hyphen too many", []Item{box, hyphen, box, hyphen, box, {Kind: Penalty, Cost: Force, Hyphen: true}}, 13, "0-1- 2-3- 4-5-?"},
	} {
		lines := Break(c.items, Options{Measure: c.measure, MaxHyphens: 2})
		if got := show(lines); got != c.want {
			t.Errorf("%s: %s, wanted %s", c.name, got, c.want)
		}
		checkWhole(t, c.items, Options{Measure: c.measure, MaxHyphens: 2}, lines)
	}
}

// show writes lines as "first-end", with - for a hyphen, ? for a loose and !
// for an overfull line.
func show(lines []Line) string {
	var s string
	for k, l := range lines {
		if k > 0 {
			s += " "
		}
		s += fmt.Sprintf("%d-%d", l.First, l.End)
		for _, m := range []struct {
			on   bool
			mark string
		}{{l.Hyphen, "-"}, {l.Loose, "?"}, {l.Overfull, "!"}} {
			if m.on {
				s += m.mark
			}
		}
	}
	return s
}

func TestHyphensInARow(t *testing.T) {
	hyphen := Item{Kind: Penalty, Cost: 50, Width: 2, Hyphen: true}
	gap := Item{Kind: Glue, Width: 2, Stretch: 2}
	part := Item{Kind: Box, Width: 10}
	long := append([]Item{part, hyphen, part, hyphen, part, hyphen, part}, Finish()...)
	pairs := append([]Item{part, gap, part, hyphen, part, gap, part, hyphen, part, gap, part}, Finish()...)
	for _, c := range []struct {
		items   []Item
		measure int64
		bound   int
		want    string
	}{
		{pairs, 24, 0, "0-3- 4-7- 8-13"},
		{pairs, 24, 2, "0-3- 4-7- 8-13"},
		{pairs, 24, 1, "0-3- 4-5? 6-9? 10-13"},
		{long, 12, 0, "0-1- 2-3- 4-5- 6-9"},
		{long, 12, 3, "0-1- 2-3- 4-5- 6-9"},
		{long, 12, 2, "0-1- 2-3- 4-5- 6-9"}, // rather than a line that does not fit
	} {
		if got := show(Break(c.items, Options{Measure: c.measure, MaxHyphens: c.bound})); got != c.want {
			t.Errorf("at most %d: %s, wanted %s", c.bound, got, c.want)
		}
	}
}

func TestToleranceIsTriedInTurn(t *testing.T) {
	items := append([]Item{{Kind: Box, Width: 10}, {Kind: Glue, Width: 2, Stretch: 2}, {Kind: Box, Width: 10}, {Kind: Glue, Width: 2, Stretch: 2}, {Kind: Box, Width: 10}}, Finish()...)
	for _, c := range []struct {
		tolerance []int
		want      string
	}{
		{[]int{1000}, "0-3? 4-7"}, // the gap has to stretch by 6, which is 3000
		{[]int{1000, 3000}, "0-3 4-7"},
	} {
		lines := Break(items, Options{Measure: 28, Tolerance: c.tolerance, Emergency: 10})
		if got := show(lines); got != c.want || lines[0].Ratio != 3000 {
			t.Errorf("%v: %s with %d, wanted %s", c.tolerance, got, lines[0].Ratio, c.want)
		}
	}
}

// TestWorkGrowsWithTheParagraph counts the lines weighed, which is what takes
// time: eight times the words may be little more than eight times the work.
func TestWorkGrowsWithTheParagraph(t *testing.T) {
	for _, p := range []pass{
		{tolerance: 2000},
		{tolerance: anyRatio, emergency: 100, rescue: true},
	} {
		small, large := weighed(4000, p), weighed(32000, p)
		if large*10 > small*85 {
			t.Errorf("%+v: %d lines weighed for 4000 words, %d for 32000", p, small, large)
		}
	}
}

// breakerOf is a breaker with a paragraph.
func breakerOf(items []Item, opt Options) *Breaker {
	b := &Breaker{}
	b.take(items, opt)
	return b
}

// weighed counts the lines a search weighs in a paragraph of n words.
func weighed(n int, p pass) (count int) {
	b := breakerOf(benchmarkWords(n), Options{Measure: 400})
	b.begin()
	for i := range b.items {
		if b.legal(i) {
			count += len(b.active)
			b.tryBreak(i, p)
		}
	}
	return count
}

// benchmarkWords are words of a real paragraph's proportions.
func benchmarkWords(n int) []Item {
	r := rand.New(rand.NewPCG(1, 4))
	var items []Item
	for range n {
		for part := range 1 + r.IntN(3) {
			if part > 0 {
				items = append(items, Item{Kind: Penalty, Width: 4, Cost: 60, Hyphen: true})
			}
			items = append(items, Item{Kind: Box, Width: int64(8 + r.IntN(20))})
		}
		items = append(items, Item{Kind: Glue, Width: 3, Stretch: 2, Shrink: 1})
	}
	return append(items[:len(items)-1], Finish()...)
}

func TestItemsAreNotChanged(t *testing.T) {
	items := benchmarkWords(50)
	before := append([]Item(nil), items...)
	Break(items, Options{Measure: 300})
	if !reflect.DeepEqual(before, items) {
		t.Error("Break changed its items")
	}
}

// TestMemoryIsNotRemembered breaks paragraphs of all lengths with one breaker and
// with a new one each.
func TestMemoryIsNotRemembered(t *testing.T) {
	used := &Breaker{}
	for n := range 60 {
		items := benchmarkWords(1 + n*7%40)
		opt := Options{Measure: int64(60 + n*11%300), MaxHyphens: n % 3, Emergency: int64(n % 2 * 40), Ragged: n%4 == 3}
		if got, want := used.Break(items, opt), Break(items, opt); !reflect.DeepEqual(got, want) {
			t.Fatalf("paragraph %d: %v, with new memory %v", n, got, want)
		}
	}
}

func FuzzBreakTakesAnything(f *testing.F) {
	f.Add([]byte{0, 10, 1, 3, 0, 200, 2, 1}, int64(20), 1)
	f.Fuzz(func(t *testing.T, data []byte, measure int64, hyphens int) {
		var items []Item
		for i := 0; i+1 < len(data); i += 2 {
			v := int64(int8(data[i+1]))
			items = append(items, Item{Kind: Kind(data[i] % 3), Width: v << (data[i] & 0x38), Stretch: v, Shrink: v / 2, Cost: int(v) * 100, Hyphen: data[i]&4 != 0})
		}
		Break(items, Options{Measure: measure, MaxHyphens: hyphens, Emergency: measure / 3})
		Break(items, Options{Measure: measure, MaxHyphens: hyphens, Ragged: true})
	})
}

func BenchmarkBreak(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		items := benchmarkWords(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Break(items, Options{Measure: 400, MaxHyphens: 2})
			}
		})
	}
}
