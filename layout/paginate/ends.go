package paginate

import "github.com/kl-print/kl-print/layout/geom"

// end is a place where a page that begins at a given strip may end.
type end struct {
	end    int
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
	strips []Strip
	room   Room
	sets   []int // by strip: the end of the columns it stands in, or 0
	sheet  sheet
	cols   filler
	out    []end
	last   end // the furthest place the page could end at, legal or not
}

// newPageEnds looks for columns in the strips.
func newPageEnds(strips []Strip, room Room) pageEnds {
	return pageEnds{strips: strips, room: room, sets: sets(strips), sheet: sheet{room: room}, cols: filler{room: room}}
}

// find lists where a page that begins at first may end, and what it costs. A
// page that no legal break ends is ended by a forbidden one, as late as it can,
// so that nothing is lost.
func (p *pageEnds) find(first int) []end {
	p.out, p.last = p.out[:0], end{}
	p.sheet.clear()
	for i := first; i < len(p.strips); {
		next, ok := p.add(i)
		if !ok {
			break
		}
		i = next
	}
	if len(p.out) == 0 && p.last.end > first {
		p.last.cost = forbidden
		p.out = append(p.out, p.last)
	}
	return p.out
}

// add adds what stands at strip i to the page, and lists where the page may end
// in it and after it. It returns the strip that follows, and whether there is
// room for more.
func (p *pageEnds) add(i int) (next int, ok bool) {
	if !p.sheet.empty() && p.strips[i].Break <= Force {
		return 0, false
	}
	if to := p.sets[i]; to > 0 {
		return to, p.addColumns(i, to)
	}
	p.sheet.add(p.strips, i)
	return i + 1, p.finish(i + 1)
}

// finish lists that the page may end before next, and returns whether it has
// room for what is on it.
func (p *pageEnds) finish(next int) bool {
	unused := p.sheet.unused()
	if unused < 0 || !p.sheet.placeBoxes(p.strips) {
		return false // nor is there room for more boxes
	}
	e := pageEnd(p.strips, next, unused, p.room)
	e.cost += p.sheet.cost
	p.list(e)
	return true
}

// list lists an end.
func (p *pageEnds) list(e end) {
	e.cost += shiftCost(p.sheet.boxes, p.room)
	p.last = e
	if e.end == len(p.strips) || p.strips[e.end].Break < Forbid {
		p.out = append(p.out, e)
	}
}

// addColumns adds columns of the strips from i up to an end, and lists where the
// page may end in them and after them.
func (p *pageEnds) addColumns(i, to int) bool {
	limit := p.sheet.left(p.strips, i)
	fill := p.cols.fill(p.strips[i:to], limit)
	for j := i + 1; j < to; j++ {
		if fill[j-i] == impossible {
			continue
		}
		p.sheet.addColumns(p.strips, i, j, limit)
		if p.sheet.placeBoxes(p.strips) {
			cost := p.sheet.cost + fill[j-i] + int64(p.strips[j].Break) + perPage
			p.list(end{end: j, cost: cost, hyphen: p.strips[j-1].Hyphen})
		}
		p.sheet.drop()
	}
	height, cost, ok := p.cols.balance(p.strips[i:to], limit)
	if !ok {
		return false
	}
	p.sheet.addColumns(p.strips, i, to, height)
	p.sheet.cost += cost
	return p.finish(to)
}

// perPage is what any page costs that another follows.
const perPage = 10

// pageEnd is the end before next of a page that leaves unused height, with what
// it costs. The last page may be short, but is better with something on it.
func pageEnd(strips []Strip, next int, unused geom.Length, room Room) end {
	switch {
	case next == len(strips):
		const sparse = 5
		if used := room.Height - unused; used*sparse < room.Height {
			return end{end: next, cost: 400, rows: none}
		}
		return end{end: next, rows: none}
	case strips[next].Break <= Force:
		return end{end: next, rows: none}
	}
	rows := room.rows(unused)
	return end{end: next, cost: int64(strips[next].Break) + emptiness*rows*rows + perPage, rows: rows, hyphen: strips[next-1].Hyphen}
}

// emptiness is what it costs that a page leaves rows unused, by their square.
const emptiness = 4

// rows is how often the grid goes into a height.
func (r Room) rows(h geom.Length) int64 { return int64(h / max(r.Grid, 1)) }
