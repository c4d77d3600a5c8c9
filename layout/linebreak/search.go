package linebreak

import "slices"

// sums are the widths of all items before one.
type sums struct{ width, stretch, shrink int64 }

// node is a feasible break: the best way to it with that fitness and that many
// hyphens in a row.
type node struct {
	at       int // the item broken at; -1 at the start
	start    int // first item of the line that follows
	fitness  int
	hyphens  int // lines in a row, ending here, that end with a hyphen
	ratio    int
	demerits int64
	prev     int // index into Breaker.nodes
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
	items  []Item
	opt    Options
	before []sums // before[i]: all items before i
	start  []int  // start[i]: the first item of a line that follows a break at i
	nodes  []node // all there are; the first stands before the paragraph
	active []int  // those a line may still begin at, in the order of their breaks
	found  []node // the new ones at one item
}

// take begins with another paragraph.
func (b *Breaker) take(items []Item, opt Options) {
	b.items, b.opt = items, opt
	b.before = append(slices.Grow(b.before[:0], len(items)+1), sums{})
	b.start = slices.Grow(b.start[:0], len(items)+1)[:len(items)+1]
	for i, it := range items {
		s := b.before[i]
		if it.Kind != Penalty {
			s.width += it.Width
			s.stretch += it.Stretch
			s.shrink += it.Shrink
		}
		b.before = append(b.before, s)
	}
	next := len(items)
	b.start[len(items)] = next
	for i := len(items) - 1; i >= 0; i-- {
		b.start[i] = next
		if items[i].Kind == Box || b.forced(i) {
			next = i
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
	if b.forced(b.start[i]) {
		return false
	}
	switch it := b.items[i]; it.Kind {
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
	for i := range b.items {
		if b.legal(i) && !b.tryBreak(i, p) {
			return false
		}
	}
	end := len(b.items)
	return b.nodes[b.active[0]].start == end || b.tryBreak(end, p)
}

func (b *Breaker) begin() {
	b.nodes = append(b.nodes[:0], node{at: -1, fitness: decent})
	b.active = append(b.active[:0], 0)
}

// tryBreak weighs a break at item i from every active node, drops those nodes
// that no line can begin at any longer, and adds the new ones. It reports
// whether there is any way on.
func (b *Breaker) tryBreak(i int, p pass) bool {
	forced := b.forced(i)
	b.found = b.found[:0]
	all, kept := b.active, b.active[:0]
	for _, k := range all {
		a := &b.nodes[k]
		ratio, fits, longer := 0, false, true
		if a.start <= i {
			ratio, fits, longer = b.ratio(a.start, i, p.emergency)
		}
		if longer && !forced {
			kept = append(kept, k)
		}
		if fits && ratio <= p.tolerance && b.allows(a, i) {
			b.offer(b.join(k, i, ratio))
		}
	}
	b.active = kept
	if len(kept)+len(b.found) == 0 && p.rescue {
		b.rescue(b.nearest(all), i) // nothing was kept, so all is as it was
	}
	for _, n := range b.found {
		b.active = append(b.active, len(b.nodes))
		b.nodes = append(b.nodes, n)
	}
	return len(b.active) > 0
}

// nearest is the cheapest of the active nodes with the last break.
func (b *Breaker) nearest(active []int) int {
	best := active[len(active)-1]
	for _, k := range active {
		if n, o := &b.nodes[k], &b.nodes[best]; n.at == o.at && n.demerits < o.demerits {
			best = k
		}
	}
	return best
}

// rescue takes the line from node k to item i although it does not fit.
func (b *Breaker) rescue(k, i int) {
	n := b.join(k, i, -1000)
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
	for _, o := range b.found {
		if !n.beats(&o) {
			kept = append(kept, o)
		}
	}
	b.found = append(kept, n)
}

// ratio is how far the gaps of the line from start to i stretch or shrink, in
// thousandths, whether the line fits the measure, and whether a longer one from
// the same start might. A line that forced breaks leave empty is as it should be.
func (b *Breaker) ratio(start, i int, emergency int64) (ratio int, fits, longer bool) {
	if start == i {
		return 0, true, true
	}
	from, to := b.before[start], b.before[i]
	room := b.opt.Measure - (to.width - from.width)
	shrink := to.shrink - from.shrink
	room += b.items[start].Before
	longer = room+shrink >= 0
	if i < len(b.items) {
		room += b.items[i].After
		if b.items[i].Kind == Penalty {
			room -= b.items[i].Width
		}
	}
	switch {
	case room >= 0:
		return stretchRatio(room, to.stretch-from.stretch+emergency), true, longer
	case room+shrink < 0 || shrink <= 0:
		return 0, false, longer
	}
	return int(room * 1000 / shrink), true, longer
}

// stretchRatio is room/stretch in thousandths, bounded.
func stretchRatio(room, stretch int64) int {
	if room == 0 {
		return 0
	}
	if stretch <= 0 || room/stretch >= anyRatio/1000 {
		return anyRatio
	}
	return int(room * 1000 / stretch)
}

// hyphen reports whether a line that ends at item i ends with a hyphen.
func (b *Breaker) hyphen(i int) bool {
	return i < len(b.items) && b.items[i].Kind == Penalty && b.items[i].Hyphen
}

// allows reports whether a line from a may end at i for all the hyphens in a
// row. A forced break is always taken.
func (b *Breaker) allows(a *node, i int) bool {
	return b.opt.MaxHyphens <= 0 || a.hyphens < b.opt.MaxHyphens || !b.hyphen(i) || b.forced(i)
}

// join makes the node for a line from node k to i.
func (b *Breaker) join(k, i, ratio int) node {
	a := &b.nodes[k]
	n := node{at: i, start: b.start[i], fitness: fitness(ratio), ratio: ratio, prev: k}
	if b.hyphen(i) {
		n.hyphens = 1
		if b.opt.MaxHyphens > 0 { // else the count would only part equals
			n.hyphens += a.hyphens
		}
	}
	n.demerits = a.demerits + b.demerits(a, &n)
	return n
}

// lines reads the result of a search that found a way.
func (b *Breaker) lines() []Line {
	end := b.active[0]
	for _, k := range b.active {
		if b.nodes[k].demerits < b.nodes[end].demerits {
			end = k
		}
	}
	count := 0
	for k := end; k > 0; k = b.nodes[k].prev {
		count++
	}
	out := make([]Line, count)
	for k := end; k > 0; k = b.nodes[k].prev {
		count--
		n := &b.nodes[k]
		out[count] = Line{First: b.nodes[n.prev].start, End: n.at, Ratio: n.ratio, Hyphen: b.hyphen(n.at), Overfull: n.overfull}
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
