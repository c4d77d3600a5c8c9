package paginate

import "github.com/kl-print/kl-print/layout/geom"

// compose gives the strips of the page from one state to another their places:
// floats that wait stand at its top, others at their place, and one whose place
// is on the next page at its foot.
func (p *pageEnds) compose(from, to state) Page {
	p.sheet.clear(p.came(from))
	var out Page
	float := from.float
	put := func(upTo, place int) {
		for ; float < upTo && p.floats[float].place <= place; float++ {
			out.Strips = append(out.Strips, p.put(p.floats[float].strip))
		}
	}
	put(to.float, from.text)
	for place := from.text; place < to.text; put(to.float, place) {
		end := p.sets[place]
		if end == 0 {
			out.Strips = append(out.Strips, p.put(p.text[place]))
			place++
			continue
		}
		end = min(end, to.text)
		out.Strips = append(out.Strips, p.columns(place, end)...)
		place = end
	}
	put(to.float, len(p.text))
	p.sheet.placeBoxes(p.strips)
	for k, b := range p.sheet.boxes {
		side := Side{b.strip, b.index, b.y}
		if k < from.boxes {
			out.Came = append(out.Came, side)
		} else {
			out.Sides = append(out.Sides, side)
		}
	}
	p.notes(out.Strips)
	return out
}

// put puts a strip on the sheet and returns its place.
func (p *pageEnds) put(i int) Placed {
	head := p.sheet.empty()
	p.sheet.add(p.strips, i)
	return Placed{Strip: i, Top: p.sheet.items[len(p.sheet.items)-1].top, Head: head}
}

// columns puts the text from a place on on the sheet in columns and returns its
// places.
func (p *pageEnds) columns(place, end int) []Placed {
	first := p.text[place]
	strips := p.strips[first : first+end-place]
	limit := p.sheet.left(p.strips, first)
	if end == p.sets[place] {
		limit, _, _ = p.cols.balance(strips, limit)
		p.cols.part(strips, limit, 0)
	} else {
		p.cols.part(strips, limit, emptiness)
	}
	begins := p.cols.begins(len(strips), end < p.sets[place])
	p.sheet.addColumns(p.strips, first, first+len(strips), limit)
	top := p.sheet.items[len(p.sheet.items)-1].top
	out := make([]Placed, len(strips))
	y := geom.Length(0)
	column := -1
	for i := range strips {
		s := &strips[i]
		head := column+1 < len(begins) && begins[column+1] == i
		if head {
			column, y = column+1, s.Head
		}
		y = p.cols.below(y, s, !head)
		out[i] = Placed{Strip: first + i, Top: top + y, Column: column, Head: head}
		y += s.Height
	}
	return out
}

// begins returns the strip each column begins with, of so many strips that go on
// on the next page or not.
func (f *filler) begins(strips int, on bool) []int {
	used := 1
	for c := 1; c <= f.columns; c++ {
		cost := f.costs[c][strips]
		if cost != impossible && (on || cost == f.least[strips]) {
			used = c
		}
	}
	out := make([]int, used)
	at := strips
	for c := used; c > 0; c-- {
		at = f.from[c][at]
		out[c-1] = at
	}
	return out
}

// notes gives the footnotes of a page their places: in order, the last at the
// foot.
func (p *pageEnds) notes(on []Placed) {
	y := p.room.Height
	for i := len(on) - 1; i >= 0; i-- {
		heights := p.strips[on[i].Strip].Notes
		if len(heights) == 0 {
			continue
		}
		on[i].Notes = make([]geom.Length, len(heights))
		for k := len(heights) - 1; k >= 0; k-- {
			y -= heights[k]
			on[i].Notes[k] = y
		}
	}
}
