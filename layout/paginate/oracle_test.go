package paginate

import (
	"math"
	"slices"

	"github.com/kl-print/kl-print/layout/geom"
)

// before is how the page before ends: what it leaves unused, in rows; −1 where
// that does not matter.
type before struct {
	rows  int64
	verso bool
}

// start is what stands before the first page.
func start(room Room) before { return before{-1, !room.Verso} }

// slow is a galley parted into text and floats, to be tried in every way.
type slow struct {
	strips       []Strip
	room         Room
	text, floats []int
}

func newSlow(strips []Strip, room Room) slow {
	o := slow{strips: strips, room: room}
	for i, s := range strips {
		if s.Float && s.Break > Force && !s.Heading && !s.Barrier && !columned(s) && len(s.Side)+len(s.Notes) == 0 {
			o.floats = append(o.floats, i)
		} else {
			o.text = append(o.text, i)
		}
	}
	return o
}

// place is how much text stands above a float where it is read.
func (o slow) place(float int) (n int) {
	for n < len(o.text) && o.text[n] < o.floats[float] {
		n++
	}
	return n
}

func (o slow) done() state { return state{text: len(o.text), float: len(o.floats)} }

// came returns the side boxes that are to be set yet.
func (o slow) came(s state) (out []box) {
	for _, i := range o.text[:s.text] {
		for k, h := range o.strips[i].Side {
			out = append(out, box{strip: i, index: k, height: h})
		}
	}
	return out[len(out)-s.boxes:]
}

// on returns the strips of a page, and whether the rules of floats allow it.
func (o slow) on(from, to state) (out []int, ok bool) {
	k := from.float
	for place := from.text; ; place++ {
		for ; k < to.float && o.place(k) <= place; k++ {
			out = append(out, o.floats[k])
		}
		if place == to.text {
			break
		}
		if o.strips[o.text[place]].Break <= Force && len(out) > 0 {
			return nil, false
		}
		out = append(out, o.text[place])
	}
	switch to.float - k {
	case 0:
	case 1:
		out = append(out, o.floats[k])
		if !o.mayLead(from, to, k) {
			return nil, false
		}
	default:
		return nil, false
	}
	wait := 0
	for k := to.float; k < len(o.floats) && o.place(k) < to.text && to.text > from.text; k++ {
		wait++
		for _, i := range o.text[o.place(k):to.text] {
			if s := o.strips[i]; s.Barrier || s.Break <= Force {
				return nil, false
			}
		}
	}
	return out, len(out) > 0 && wait <= 3
}

// mayLead reports whether a float may stand at the foot of a page before that of
// its place.
func (o slow) mayLead(from, to state, k int) bool {
	if to.text == from.text || k > 0 && o.place(k-1) > to.text || o.strips[o.text[to.text]].Break >= Forbid {
		return false
	}
	high := geom.Length(0)
	for _, i := range o.text[to.text:o.place(k)] {
		s := o.strips[i]
		high += s.Height
		if s.Heading || s.Barrier || s.Break <= Force {
			return false
		}
	}
	return high <= o.room.Height
}

// breakAt is what it costs to break before what comes next.
func (o slow) breakAt(from, to state) int {
	if to.float < len(o.floats) && o.place(to.float) == to.text {
		return o.strips[o.floats[to.float]].Break
	}
	if to.text == len(o.text) {
		return 0
	}
	b := o.strips[o.text[to.text]].Break
	if from.text == to.text && b > Force {
		return 0
	}
	return b
}

// oracle tries every way to part what is left into pages, and returns the least
// cost. Without forbidden it does not take forbidden breaks.
func (o slow) oracle(from state, last before, forbidden bool) int64 {
	if from == o.done() {
		return 0
	}
	best := int64(math.MaxInt64)
	legal, latest := false, from
	try := func(to state, legal bool) {
		cost, end, _ := o.judge(from, &to, last, legal)
		if rest := o.oracle(to, end, forbidden); rest != math.MaxInt64 {
			best = min(best, cost+rest)
		}
	}
	for text := from.text; text <= len(o.text); text++ {
		for float := from.float; float <= len(o.floats); float++ {
			to := state{text: text, float: float}
			if _, _, ok := o.judge(from, &to, last, true); !ok {
				continue
			}
			latest = to
			if to == o.done() || o.legal(from, to) {
				legal = true
				try(to, true)
			}
		}
	}
	if !legal && forbidden && (latest.text > from.text || latest.float > from.float) {
		try(latest, false)
	}
	return best
}

// legal reports whether a page may end in a state.
func (o slow) legal(from, to state) bool {
	on, _ := o.on(from, to)
	l, _ := lay(o.strips, on, o.room)
	return !l.scant && o.breakAt(from, to) < Forbid
}

// judge returns what a page costs after the one before, how it ends, and whether
// it may be. It adds to a state the boxes that go on.
func (o slow) judge(from state, to *state, last before, legal bool) (int64, before, bool) {
	on, ok := o.on(from, *to)
	if !ok {
		return 0, before{}, false
	}
	l, ok := lay(o.strips, on, o.room)
	if !ok {
		return 0, before{}, false
	}
	boxes, going := judgeSides(o.came(from), o.strips, l.pieces, o.room)
	cost := l.cost + 200*int64(going)
	for _, b := range boxes {
		rows := int64((b.y - b.want) / o.room.Grid)
		cost += rows * rows / 2
	}
	to.boxes = 0
	if going > 8 || *to == o.done() && going > 0 {
		return 0, before{}, false
	}
	to.boxes = going
	this := before{int64(l.unused / o.room.Grid), !last.verso}
	if *to == o.done() {
		if used := o.room.Height - l.unused; used*8 < o.room.Height {
			cost += 1500
		} else if used*5 < o.room.Height {
			cost += 400
		}
		return cost, before{-1, this.verso}, true
	}
	for k := range o.floats {
		switch {
		case k < to.float && o.place(k) > to.text:
			cost += 240
		case k >= to.float && o.place(k) < to.text:
			cost += 120
		}
	}
	breaks := o.breakAt(from, *to)
	if breaks <= Force {
		return cost, before{-1, this.verso}, true
	}
	cost += int64(breaks) + 4*this.rows*this.rows + 10
	if !legal {
		cost = 1 << 40
	}
	switch {
	case to.text == 0 || !o.strips[o.text[to.text-1]].Hyphen:
	case this.verso:
		cost += 80
	default:
		cost += 1 << 30
	}
	if last.verso && last.rows >= 0 && last.rows != this.rows {
		cost += 30 + 8*(last.rows-this.rows)*(last.rows-this.rows)
	}
	return cost, this, true
}

// price sums what a result costs, by the oracle's judgement, and counts forbidden
// breaks, floats that stand on a later page than that of their place, and on an
// earlier one, and side boxes on a later one.
func (o slow) price(pages []Page) (sum int64, forbidden, later, earlier, carried int) {
	last := start(o.room)
	var from state
	for _, p := range pages {
		to := from
		carried += len(p.Came)
		for _, on := range p.Strips {
			if slices.Contains(o.floats, on.Strip) {
				if o.place(to.float) < from.text {
					later++
				}
				to.float++
			} else {
				to.text++
			}
		}
		if to.float > 0 && o.place(to.float-1) > to.text {
			earlier++
		}
		legal := to.text == len(o.text) && to.float == len(o.floats) || o.legal(from, to)
		if !legal {
			forbidden++
		}
		var cost int64
		cost, last, _ = o.judge(from, &to, last, legal)
		sum += cost
		from = to
	}
	return sum, forbidden, later, earlier, carried
}

// judgeSides places boxes by the formulas of the definition: as many in each span
// as have room, the others in the next; as far down as those above ask for, but
// no further than those below leave room for. It returns how many are left.
func judgeSides(queue []box, strips []Strip, pieces []piece, room Room) (placed []box, left int) {
	begin := geom.Length(0)
	for i := 0; i <= len(pieces); i++ {
		end := room.Height
		if i < len(pieces) {
			p := pieces[i]
			end = p.top - min(room.Gap, p.above)
		}
		if i == len(pieces) || strips[pieces[i].first].Wide {
			n, high := 0, -room.Gap
			for n < len(queue) && begin+high+room.Gap+queue[n].height <= end {
				high += room.Gap + queue[n].height
				n++
			}
			placed = append(placed, inSpan(queue[:n], begin, end, room.Gap)...)
			queue = queue[n:]
		}
		if i < len(pieces) {
			p := pieces[i]
			if strips[p.first].Wide {
				begin = p.top + p.height + room.Gap
			}
			for k := p.first; k < p.end; k++ {
				for b, h := range strips[k].Side {
					queue = append(queue, box{strip: k, index: b, want: p.top, height: h})
				}
			}
		}
	}
	return placed, len(queue)
}

// inSpan places boxes that have room between begin and end.
func inSpan(boxes []box, begin, end, gap geom.Length) (out []box) {
	for k, b := range boxes {
		var above, below geom.Length
		b.y = begin
		for j := k; j >= 0; j-- {
			b.y = max(b.y, boxes[j].want+above, begin+above)
			if j > 0 {
				above += boxes[j-1].height + gap
			}
		}
		for j := k; j < len(boxes); j++ {
			below += boxes[j].height + gap
		}
		b.y = min(b.y, end-(below-gap))
		out = append(out, b)
	}
	return out
}
