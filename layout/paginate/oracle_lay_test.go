package paginate

import (
	"maps"
	"math"
	"slices"

	"github.com/kl-print/kl-print/layout/geom"
)

// piece is strips on a page: one, or columns of several.
type piece struct {
	first, end         int
	top, height, above geom.Length
}

// laid is a page: its pieces, the height it leaves unused and what its columns
// cost.
type laid struct {
	pieces []piece
	unused geom.Length
	cost   int64
	scant  bool // columns go on, and are less than half full
}

// lay lays strips on a page, in their order, and reports whether there is room.
func lay(strips []Strip, on []int, room Room) (l laid, ok bool) {
	y, foot := geom.Length(0), geom.Length(0)
	for at := 0; at < len(on); {
		i := on[at]
		s := strips[i]
		p := piece{first: i, end: i + 1, top: y, height: s.Height}
		if at > 0 {
			p.above = s.Above
			if before := strips[on[at-1]]; !slices.Contains(newSlow(strips, room).text, on[at-1]) {
				p.above = max(p.above, before.Below)
			}
			p.top += p.above
		} else if !columned(s) {
			p.top += s.Head
		}
		if columned(s) {
			end := together(strips, i)
			for at+p.end-i < len(on) && on[at+p.end-i] == p.end && p.end < end {
				p.end++
			}
			var cost int64
			limit := room.Height - p.top - foot
			p.height, cost, ok = spread(strips[i:p.end], limit, p.end == end, room)
			if !ok {
				if p.end == end {
					return l, false
				}
				p.height, l.scant = limit, true
				for n := 1; n < s.Columns && !ok; n++ {
					few := slices.Clone(strips[i:p.end])
					few[0].Columns = n
					_, _, ok = spread(few, limit, false, room)
				}
				if !ok {
					return l, false
				}
			}
			rows := int64(limit / room.Grid)
			l.scant = l.scant || p.end < end && cost > rows*rows
			l.cost += cost
		}
		for _, h := range s.Notes {
			if foot == 0 {
				foot = room.Notes
			}
			foot += h
		}
		l.pieces = append(l.pieces, p)
		y = p.top + p.height
		at += p.end - i
	}
	l.unused = room.Height - y - foot
	return l, l.unused >= 0
}

func columned(s Strip) bool { return s.Columns > 1 && len(s.Notes) == 0 }

// together is the end of the columns that strip i stands in.
func together(strips []Strip, i int) int {
	end := i + 1
	for end < len(strips) && columned(strips[end]) && strips[end].Columns == strips[i].Columns && strips[end].Wide == strips[i].Wide &&
		!strips[end].Apart && !strips[end].Heading && !strips[end].Barrier && strips[end].Break > Force {
		end++
	}
	return end
}

// spread tries every way to part strips into columns no higher than limit, all of
// them used where they do not end here: the height and the cost of the best.
func spread(strips []Strip, limit geom.Length, ends bool, room Room) (geom.Length, int64, bool) {
	n := strips[0].Columns
	best, high := int64(math.MaxInt64), limit
	least := map[int64]int64{} // by rows, what breaks cost in columns as high
	var try func(from, used int, breaks, ragged int64, most geom.Length)
	try = func(from, used int, breaks, ragged int64, most geom.Length) {
		if from == len(strips) {
			if !ends && used < n {
				return
			}
			rows := int64(math.MaxInt64)
			for h := int64(0); h*int64(room.Grid) < int64(limit+room.Grid); h++ {
				if min(geom.Length(h)*room.Grid, limit) >= most {
					rows = h
					break
				}
			}
			if had, ok := least[rows]; !ok || breaks < had {
				least[rows] = breaks
			}
			best = min(best, breaks+ragged)
			return
		}
		if used == n || from > 0 && strips[from].Break >= Forbid {
			return
		}
		if from > 0 {
			breaks += int64(max(0, strips[from].Break))
		}
		y := strips[from].Head
		for i := from; i < len(strips); i++ {
			if i > from {
				y += strips[i].Above
				for strips[i].Row && y%room.Grid != 0 {
					y++
				}
			}
			if y += strips[i].Height; y > limit {
				return
			}
			r := int64((limit - y) / room.Grid)
			try(i+1, used+1, breaks, ragged+4*r*r/int64(n), max(most, y))
		}
	}
	try(0, 0, 0, 0, 0)
	if len(least) == 0 || !ends {
		return high, best, len(least) > 0
	}
	lowest := slices.Min(slices.Collect(maps.Keys(least)))
	best = math.MaxInt64
	for _, rows := range slices.Sorted(maps.Keys(least)) {
		if cost := least[rows] + 4*(rows-lowest)*(rows-lowest); cost < best {
			best, high = cost, min(geom.Length(rows)*room.Grid, limit)
		}
	}
	return high, best, true
}
