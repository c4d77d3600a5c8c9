package linebreak

import "slices"

// sums are the widths of all items before one.
type sums struct{ width, stretch, shrink int64 }

// node is a feasible break: the best way to it with that fitness and that many
// hyphens in a row.
type node struct {
	demerits int64
	from     sums  // the widths before the line that follows, less what it may stand out
	at       int32 // the item broken at; -1 at the start
	start    int32 // first item of the line that follows
	prev     int32 // index into Breaker.nodes
	ratio    int32
	hyphens  int32 // lines in a row, ending here, that end with a hyphen
	fitness  int8
	overfull bool
}

// beats reports whether no way on from o can be better than the same way on
// from n, a break at the same item.
func (n *node) beats(o *node) bool {
	d := n.demerits
	if n.fitness != o.fitness {
		d += fitnessJump
	}
	return n.hyphens <= o.hyphens && d <= o.demerits
}

// pass is one search: which lines it takes.
type pass struct {
	tolerance int
	emergency int64 // extra stretch of each line
	rescue    bool  // a line that can't be set is taken as it is
}

// Breaker breaks one paragraph after another in the same memory. The zero value
// is ready; it is not safe for concurrent use. It holds a paragraph, what is
// computed once for it, and the state of a search.
type Breaker struct {
	items      []Item
	opt        Options
	before     []sums  // before[i]: all items before i
	start      []int32 // start[i]: the first item of a line that follows a break at i
	legals     []int32 // the items a line may end at
	forcedOnes int     // how many of them it must end at
	rewards    bool    // a break has a negative cost
	odd        bool    // a longer line may be narrower, see Break
	nodes      []node  // all there are; the first stands before the paragraph
	active     []int32 // those a line may still begin at, in the order of their breaks
	found      []node  // the new ones at one item
}

// take begins with another paragraph.
func (b *Breaker) take(items []Item, opt Options) {
	b.items, b.opt = items, opt
	b.before = append(slices.Grow(b.before[:0], len(items)+1), sums{})
	b.start = slices.Grow(b.start[:0], len(items)+1)[:len(items)+1]
	b.forcedOnes, b.rewards, b.odd = 0, false, false
	s := sums{}
	for i := range items {
		it := &items[i]
		if it.Kind != Penalty {
			s.width += it.Width
			s.stretch += it.Stretch
			s.shrink += it.Shrink
			b.odd = b.odd || it.Width < it.Shrink || it.Shrink < 0
		} else if it.Cost < 0 {
			b.rewards = b.rewards || it.Cost > Force
		}
		b.before = append(b.before, s)
	}
	next := int32(len(items))
	b.start[len(items)] = next
	for i := len(items) - 1; i >= 0; i-- {
		b.start[i] = next
		switch forced := b.forced(i); {
		case forced:
			b.forcedOnes++
			next = int32(i)
		case items[i].Kind == Box:
			next = int32(i)
		}
	}
	b.legals = b.legals[:0]
	for i := range items {
		if items[i].Kind != Box && b.legal(i) {
			b.legals = append(b.legals, int32(i))
		}
	}
}

// forced reports whether a line must end at item i. The end of the items is
// such a place too.
func (b *Breaker) forced(i int) bool {
	return i == len(b.items) || b.items[i].Kind == Penalty && b.items[i].Cost <= Force
}

// legal reports whether a line may end at item i. It may not where nothing
// would be left for the next one.
func (b *Breaker) legal(i int) bool {
	if b.forced(i) {
		return true
	}
	if b.forced(int(b.start[i])) {
		return false
	}
	switch it := &b.items[i]; it.Kind {
	case Glue:
		return i > 0 && b.items[i-1].Kind == Box
	case Penalty:
		return it.Cost < Forbid
	}
	return false
}

// run searches once and reports whether it found a way through.
func (b *Breaker) run(p pass) bool {
	b.begin()
	for _, i := range b.legals {
		if !b.tryBreak(int(i), p) {
			return false
		}
	}
	end := len(b.items)
	return int(b.nodes[b.active[0]].start) == end || b.tryBreak(end, p)
}

func (b *Breaker) begin() {
	b.nodes = append(b.nodes[:0], node{at: -1, fitness: decent, from: b.from(0)})
	b.active = append(b.active[:0], 0)
}

// from is what node.from is of a line that begins at an item.
func (b *Breaker) from(start int) sums {
	s := b.before[start]
	if start < len(b.items) {
		s.width += b.items[start].Before
	}
	return s
}

// tryBreak weighs a break at item i from every active node, drops those nodes
// that no line can begin at any longer, and adds the new ones. It reports
// whether there is any way on.
func (b *Breaker) tryBreak(i int, p pass) bool {
	br := b.breakAt(i)
	b.found = b.found[:0]
	all, kept := b.active, b.active[:0]
	for _, k := range all {
		a := &b.nodes[k]
		ratio, fits, longer := 0, false, true
		if int(a.start) <= i {
			ratio, fits, longer = br.ratio(a, p.emergency, b.opt.Measure)
		}
		if longer && !br.forced {
			kept = append(kept, k)
		}
		if fits && ratio <= p.tolerance && b.allows(a, &br) {
			b.offer(b.join(k, &br, ratio))
		}
	}
	b.active = kept
	if len(kept)+len(b.found) == 0 && p.rescue {
		b.rescue(b.nearest(all), &br) // nothing was kept, so all is as it was
	}
	if len(b.found) > 0 {
		from := b.from(int(b.start[i]))
		for k := range b.found {
			b.found[k].from = from
			b.active = append(b.active, int32(len(b.nodes)))
			b.nodes = append(b.nodes, b.found[k])
		}
	}
	return len(b.active) > 0
}

// nearest is the cheapest of the active nodes with the last break.
func (b *Breaker) nearest(active []int32) int32 {
	best := active[len(active)-1]
	for _, k := range active {
		if n, o := &b.nodes[k], &b.nodes[best]; n.at == o.at && n.demerits < o.demerits {
			best = k
		}
	}
	return best
}

// rescue takes the line from node k to a break although it does not fit.
func (b *Breaker) rescue(k int32, br *breakAt) {
	n := b.join(k, br, -1000)
	n.fitness, n.overfull = tight, true
	n.demerits = b.nodes[k].demerits + infiniteBad*infiniteBad
	b.found = append(b.found, n)
}

// offer adds a way to the item under trial, unless there is a better one, and
// drops those it is better than.
func (b *Breaker) offer(n node) {
	for k := range b.found {
		if b.found[k].beats(&n) {
			return
		}
	}
	kept := b.found[:0]
	for k := range b.found {
		if !n.beats(&b.found[k]) {
			kept = append(kept, b.found[k])
		}
	}
	b.found = append(kept, n)
}

// breakAt is a break under trial, and what all lines that end there have in common.
type breakAt struct {
	at     int
	to     sums
	out    int64 // how far it stands out, less the width it has only there
	cost   int64 // what the place adds to the demerits
	forced bool
	hyphen bool
}

// breakAt is a break at item i.
func (b *Breaker) breakAt(i int) breakAt {
	br := breakAt{at: i, to: b.before[i], forced: b.forced(i), hyphen: b.hyphen(i)}
	if i == len(b.items) {
		return br
	}
	it := &b.items[i]
	br.out = it.After
	if it.Kind == Penalty {
		br.out -= it.Width
		if !br.forced {
			c := int64(it.Cost)
			br.cost = c * max(c, -c)
		}
	}
	return br
}

// ratio is Breaker.ratio of the line from a to the break.
func (br *breakAt) ratio(a *node, emergency, measure int64) (ratio int, fits, longer bool) {
	if int(a.start) == br.at {
		return 0, true, true
	}
	room := measure - br.to.width + a.from.width
	shrink := br.to.shrink - a.from.shrink
	longer = room+shrink >= 0
	room += br.out
	switch {
	case room >= 0:
		return stretchRatio(room, br.to.stretch-a.from.stretch+emergency), true, longer
	case room+shrink < 0 || shrink <= 0:
		return 0, false, longer
	}
	return int(room * 1000 / shrink), true, longer
}

// ratio is how far the gaps of the line from start to i stretch or shrink, in
// thousandths, whether the line fits the measure, and whether a longer one from
// the same start might. A line that forced breaks leave empty is as it should be.
func (b *Breaker) ratio(start, i int, emergency int64) (ratio int, fits, longer bool) {
	br := b.breakAt(i)
	return br.ratio(&node{start: int32(start), from: b.from(start)}, emergency, b.opt.Measure)
}

// stretchRatio is room/stretch in thousandths, bounded.
func stretchRatio(room, stretch int64) int {
	if room == 0 {
		return 0
	}
	if stretch <= 0 || room > stretch && room/stretch >= anyRatio/1000 {
		return anyRatio
	}
	return int(room * 1000 / stretch)
}

// hyphen reports whether a line that ends at item i ends with a hyphen.
func (b *Breaker) hyphen(i int) bool {
	return i < len(b.items) && b.items[i].Kind == Penalty && b.items[i].Hyphen
}

// allows reports whether a line from a may end at a break for all the hyphens in a
// row. A forced break is always taken.
func (b *Breaker) allows(a *node, br *breakAt) bool {
	return b.opt.MaxHyphens <= 0 || int(a.hyphens) < b.opt.MaxHyphens || !br.hyphen || br.forced
}

// join makes the node for a line from node k to a break.
func (b *Breaker) join(k int32, br *breakAt, ratio int) node {
	a := &b.nodes[k]
	n := node{at: int32(br.at), start: b.start[br.at], fitness: fitness(ratio), ratio: int32(ratio), prev: k}
	if br.hyphen {
		n.hyphens = 1
		if b.opt.MaxHyphens > 0 { // else the count would only part equals
			n.hyphens += a.hyphens
		}
	}
	n.demerits = a.demerits + b.demerits(a, &n, br)
	return n
}

// best is the cheapest way a search found.
func (b *Breaker) best() int32 {
	end := b.active[0]
	for _, k := range b.active {
		if b.nodes[k].demerits < b.nodes[end].demerits {
			end = k
		}
	}
	return end
}

// lines reads the result of a search that found a way.
func (b *Breaker) lines() []Line {
	end := b.best()
	count := 0
	for k := end; k > 0; k = b.nodes[k].prev {
		count++
	}
	out := make([]Line, count)
	for k := end; k > 0; k = b.nodes[k].prev {
		count--
		n := &b.nodes[k]
		out[count] = Line{First: int(b.nodes[n.prev].start), End: int(n.at), Ratio: int(n.ratio), Hyphen: b.hyphen(int(n.at)), Overfull: n.overfull}
	}
	return out
}

// withdraw takes the emergency stretch out of the lines' ratios and says which
// are then beyond the tolerance.
func (b *Breaker) withdraw(lines []Line, tolerance int) {
	for k := range lines {
		l := &lines[k]
		if !l.Overfull {
			l.Ratio, _, _ = b.ratio(l.First, l.End, 0)
			l.Loose = l.Ratio > tolerance
		}
	}
}
