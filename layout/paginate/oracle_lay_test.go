package paginate

import (
	"maps"
	"math"
	"slices"

	"github.com/kl-print/kl-print/layout/geom"
)

// piece is strips on a page: one, or columns of several.
type piece struct {
	first, end  int
	top, height geom.Length
}

// laid is a page: its pieces, the height it leaves unused and what its columns
// cost.
type laid struct {
	pieces []piece
	unused geom.Length
	cost   int64
}

// lay lays strips[first:next] on a page, and reports whether there is room.
func lay(strips []Strip, first, next int, room Room) (l laid, ok bool) {
	y, foot := geom.Length(0), geom.Length(0)
	for i := first; i < next; {
		s := strips[i]
		p := piece{first: i, end: i + 1, top: y, height: s.Height}
		if i > first {
			p.top += s.Above
		} else if !columned(s) {
			p.top += s.Head
		}
		if columned(s) {
			end := together(strips, i)
			p.end = min(end, next)
			var cost int64
			p.height, cost, ok = spread(strips[i:p.end], room.Height-p.top-foot, p.end == end, room)
			if !ok {
				return l, false
			}
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
		i = p.end
	}
	l.unused = room.Height - y - foot
	return l, l.unused >= 0
}

func columned(s Strip) bool { return s.Columns > 1 && len(s.Notes) == 0 }

// together is the end of the columns that strip i stands in.
func together(strips []Strip, i int) int {
	end := i + 1
	for end < len(strips) && columned(strips[end]) && strips[end].Columns == strips[i].Columns && strips[end].Wide == strips[i].Wide &&
		!strips[end].Apart && strips[end].Break > Force {
		end++
	}
	return end
}

// spread tries every way to part strips into columns no higher than limit: the
// height and the cost of the best.
func spread(strips []Strip, limit geom.Length, ends bool, room Room) (geom.Length, int64, bool) {
	n := strips[0].Columns
	best, high := int64(math.MaxInt64), limit
	least := map[int64]int64{} // by rows, what breaks cost in columns as high
	var try func(from, used int, breaks, ragged int64, most geom.Length)
	try = func(from, used int, breaks, ragged int64, most geom.Length) {
		if from == len(strips) {
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
			r := int64(limit / room.Grid)
			best = min(best, breaks+ragged+int64(n-used)*(4*r*r/int64(n)))
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
