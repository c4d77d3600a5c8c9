package paginate

import "github.com/kl-print/kl-print/layout/geom"

// compose gives the strips of a page their places.
func (p *pageEnds) compose(first, next int) Page {
	p.sheet.clear()
	var out Page
	for i := first; i < next; {
		to := p.sets[i]
		if to == 0 {
			p.sheet.add(p.strips, i)
			it := p.sheet.items[len(p.sheet.items)-1]
			out.Strips = append(out.Strips, Placed{Strip: i, Top: it.top, Head: i == first})
			i++
			continue
		}
		out.Strips = append(out.Strips, p.columns(i, min(to, next))...)
		i = to
	}
	p.sheet.placeBoxes(p.strips)
	for k, b := range p.sheet.boxes {
		box := 0
		if k > 0 && out.Sides[k-1].Strip == b.strip {
			box = out.Sides[k-1].Box + 1
		}
		out.Sides = append(out.Sides, Side{b.strip, box, b.y})
	}
	p.notes(out.Strips)
	return out
}

// columns puts strips on the sheet in columns and returns their places.
func (p *pageEnds) columns(first, end int) []Placed {
	strips := p.strips[first:end]
	limit := p.sheet.left(p.strips, first)
	price := int64(emptiness)
	if end == p.sets[first] {
		limit, _, _ = p.cols.balance(strips, limit)
		price = 0
	}
	p.sheet.addColumns(p.strips, first, end, limit)
	top := p.sheet.items[len(p.sheet.items)-1].top
	begins := p.cols.begins(strips, limit, price)
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

// begins returns the strip each column begins with, where all strips stand in
// columns no higher than limit.
func (f *filler) begins(strips []Strip, limit geom.Length, price int64) []int {
	least := f.part(strips, limit, price)[len(strips)]
	n, rows := strips[0].Columns, f.room.rows(limit)
	used := 1
	for c := 1; c <= n; c++ {
		if cost := f.costs[c][len(strips)]; cost != impossible && cost+int64(n-c)*(price*rows*rows/int64(n)) == least {
			used = c
		}
	}
	out := make([]int, used)
	at := len(strips)
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
