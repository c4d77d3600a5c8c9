package paginate

import "github.com/kl-print/kl-print/layout/geom"

// end is a place where a page that begins in a given state may end.
type end struct {
	state
	cost   int64
	rows   int64 // that the page leaves unused, or none
	hyphen bool  // in the middle of a word
}

// broken is what it costs that a page on a side ends in the middle of a word.
func (e end) broken(on side) int64 {
	switch {
	case !e.hyphen:
		return 0
	case on == recto:
		return turned
	}
	return parted
}

// pageEnds finds where a page may end. Its slices are used again.
type pageEnds struct {
	flow
	sheet sheet
	cols  filler
	begin state
	out   []end
	last  end  // the furthest place the page could end at, legal or not
	left  bool // boxes have been left where everything else was set
}

// newPageEnds parts the strips.
func newPageEnds(strips []Strip, room Room) pageEnds {
	return pageEnds{flow: newFlow(strips, room), sheet: sheet{room: room}, cols: filler{room: room}}
}

// find lists where a page that begins in a state may end, and what it costs. It
// tries the page with no float on it, with the next one, with two and so on. A
// page that no legal break ends is ended by a forbidden one, as late as it can,
// so that nothing is lost.
func (p *pageEnds) find(begin state) []end {
	p.begin, p.out, p.last = begin, p.out[:0], end{state: begin}
	for n := 0; p.fill(n); n++ {
	}
	if len(p.out) == 0 && (p.last.text > begin.text || p.last.float > begin.float) {
		p.last.cost = forbidden
		p.out = append(p.out, p.last)
	}
	return p.out
}

// fill fills the page with text and n floats, and lists where it may end with
// all of them on it. Floats that wait stand at its top, others at their place;
// those that follow wait. It reports whether one more may have room.
func (p *pageEnds) fill(n int) bool {
	p.sheet.clear(p.came(p.begin))
	float, upTo := p.begin.float, p.begin.float+n
	for top := float + min(n, p.waiting(p.begin)); float < top; float++ {
		if !p.addFloat(float) {
			return false
		}
	}
	for place := p.begin.text; ; {
		for ; float < upTo && p.floats[float].place == place; float++ {
			if !p.addFloat(float) {
				return false
			}
		}
		if float == upTo && !p.sheet.empty() {
			p.finish(place, float)
		}
		next, ok := p.add(place, upTo, float == upTo)
		if !ok {
			return upTo < len(p.floats) && float == upTo && p.floats[upTo].place <= place
		}
		place = next
	}
}

// addFloat puts a float on the page and reports whether it has room.
func (p *pageEnds) addFloat(k int) bool {
	p.sheet.add(p.strips, p.floats[k].strip)
	return p.sheet.unused() >= 0 && p.sheet.placeBoxes(p.strips)
}

// add adds the text at a place, above the floats that are left, and lists where
// the page may end in it if it has the floats it is to have. It returns the
// place that follows, and whether there is room.
func (p *pageEnds) add(place, left int, list bool) (next int, ok bool) {
	if place == len(p.text) || !p.mayPass(place, left) || !p.sheet.empty() && p.at(place).Break <= Force {
		return 0, false
	}
	if to := p.sets[place]; to > 0 {
		return to, p.addColumns(place, to, left, list)
	}
	p.sheet.add(p.strips, p.text[place])
	return place + 1, p.sheet.unused() >= 0 && p.sheet.placeBoxes(p.strips)
}

// finish lists that the page may end above a text, with a float to come; also
// with that at its foot, though its place is on the next.
func (p *pageEnds) finish(place, float int) {
	p.list(place, float, 0, true)
	if !p.mayLead(place, float) {
		return
	}
	if p.addFloat(float) {
		p.list(place, float+1, 0, true)
	}
	p.sheet.drop()
	p.sheet.placeBoxes(p.strips)
}

// mayLead reports whether the float that is to come may stand at the foot of a
// page that ends above a text, and its place be on the next page: no other is
// out of its place, the heading it belongs to stands above it, and no more than
// a page of text stands between.
func (p *pageEnds) mayLead(place, float int) bool {
	if float == len(p.floats) || place == p.begin.text || p.passed[place+1] != float {
		return false
	}
	f := &p.floats[float]
	if f.low >= place || p.at(place).Break >= Forbid {
		return false
	}
	room := p.room.Height
	for i := place; i < f.place; i++ {
		if room -= p.at(i).Height; room < 0 {
			return false
		}
	}
	return true
}

// list lists an end, at a cost besides its own. Where it is not legal it is one
// only if there is no other. No box may be left at the end of all.
func (p *pageEnds) list(place, float int, cost int64, legal bool) {
	e := end{state: state{place, float, p.sheet.going}, rows: none}
	cost += p.sheet.cost + shiftCost(p.sheet.boxes, p.room) + carried*int64(e.boxes)
	if place == len(p.text) && float == len(p.floats) {
		if e.boxes > 0 {
			p.left = true
			return
		}
		e.cost = cost + p.short()
	} else {
		breaks := p.breakAt(e.state, place > p.begin.text)
		legal = legal && breaks < Forbid
		p.price(&e, breaks)
		e.cost += cost
	}
	if place > p.last.text || place == p.last.text && float > p.last.float {
		p.last = e
	}
	if legal {
		p.out = append(p.out, e)
	}
}

// short is what the last page costs: it may be short, but is better with
// something on it, and a few lines alone look like a mistake.
func (p *pageEnds) short() int64 {
	switch used := p.room.Height - p.sheet.unused(); {
	case used*8 < p.room.Height:
		return 1500
	case used*5 < p.room.Height:
		return 400
	}
	return 0
}

// price says what it costs that a page that is not the last ends, besides what is
// on it, and how it ends.
func (p *pageEnds) price(e *end, breaks int) {
	if len(p.floats) > 0 {
		e.cost = later*int64(p.waiting(e.state)) + earlier*int64(p.ahead(e.state))
	}
	if breaks <= Force {
		return
	}
	e.rows = p.room.rows(p.sheet.unused())
	e.cost += int64(breaks) + emptiness*e.rows*e.rows + perPage
	e.hyphen = e.text > 0 && p.at(e.text-1).Hyphen
}

// addColumns adds columns of the text from a place up to an end, and lists where
// the page may end in them.
func (p *pageEnds) addColumns(place, to, left int, list bool) bool {
	first := p.text[place]
	limit := p.sheet.left(p.strips, first)
	strips := p.strips[first : first+to-place]
	if list {
		p.cols.part(strips, limit, emptiness)
		p.listColumns(strips, place, left, limit)
	}
	height, cost, ok := p.cols.balance(strips, limit)
	if !ok {
		return false
	}
	p.sheet.addColumns(p.strips, first, first+len(strips), height)
	p.sheet.cost += cost
	return p.sheet.unused() >= 0 && p.sheet.placeBoxes(p.strips)
}

// listColumns lists where the page may end in columns that fill it: that leave
// no more unused than columns do that are half full, and none empty.
func (p *pageEnds) listColumns(strips []Strip, place, left int, limit geom.Length) {
	first, rows := p.text[place], p.room.rows(limit)
	for n := 1; n < len(strips); n++ {
		cost, full := p.cols.going(n)
		if cost == impossible {
			continue
		}
		p.sheet.addColumns(p.strips, first, first+n, limit)
		if p.sheet.placeBoxes(p.strips) {
			p.list(place+n, left, cost, full && cost <= emptiness*rows*rows/4)
		}
		p.sheet.drop()
	}
}

// What a page costs that another follows, and what it costs that it leaves rows
// unused, by their square.
const (
	perPage   = 10
	emptiness = 4
)

// rows is how often the grid goes into a height.
func (r Room) rows(h geom.Length) int64 { return int64(h / max(r.Grid, 1)) }
