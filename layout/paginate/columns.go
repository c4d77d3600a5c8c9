package paginate

import (
	"math"

	"github.com/kl-print/kl-print/layout/geom"
)

// impossible is the cost of what can't be.
const impossible = math.MaxInt64

// sets returns for each place in the text the end of the columns that stand
// there, or 0 where none do.
func sets(strips []Strip, text []int) []int {
	out := make([]int, len(text))
	for i := len(text) - 1; i >= 0; i-- {
		s := &strips[text[i]]
		switch {
		case !s.inColumns():
		case i+1 < len(text) && text[i+1] == text[i]+1 && out[i+1] > 0 && strips[text[i+1]].goesOn(s):
			out[i] = out[i+1]
		default:
			out[i] = i + 1
		}
	}
	return out
}

func (s *Strip) inColumns() bool { return s.Columns > 1 && len(s.Notes) == 0 }

// goesOn reports whether a strip stands in the columns of the one before it,
// which is in columns as it is.
func (s *Strip) goesOn(before *Strip) bool {
	return s.Columns == before.Columns && s.Wide == before.Wide && !s.Apart && !s.Heading && !s.ends()
}

// filler parts strips into columns. Its slices are used again.
type filler struct {
	room    Room
	strips  []Strip
	columns int // how many there may be
	limit   geom.Length
	price   int64     // of the rows a column leaves unused
	costs   [][]int64 // by columns used and strips in them: the least cost
	from    [][]int   // where the last of these columns begins
	least   []int64   // by strips: the least cost with any number of columns
}

// part finds what it costs to set the first so many of the strips in columns no
// higher than limit, by their number: what the breaks between columns cost, and
// the more, by a price, the more rows of limit a column leaves unused.
func (f *filler) part(strips []Strip, limit geom.Length, price int64) []int64 {
	f.strips, f.columns, f.limit, f.price = strips, strips[0].Columns, limit, price
	f.begin()
	reach := 0
	for c := 1; c <= f.columns; c++ {
		to := reach
		for k := 0; k <= reach && k < len(strips); k++ {
			before := f.costs[c-1][k]
			if before == impossible || k > 0 && strips[k].Break >= Forbid {
				continue
			}
			if k > 0 {
				before += int64(max(strips[k].Break, 0))
			}
			to = max(to, f.column(c, k, before))
		}
		reach = to
		empty := int64(f.columns-c) * f.ragged(limit)
		for k := 1; k <= reach; k++ {
			if cost := f.costs[c][k]; cost != impossible {
				f.least[k] = min(f.least[k], cost+empty)
			}
		}
	}
	return f.least
}

// ragged is what it costs that a column leaves a height unused.
func (f *filler) ragged(unused geom.Length) int64 {
	if f.price == 0 {
		return 0
	}
	rows := f.room.rows(unused)
	return f.price * rows * rows / int64(f.columns)
}

// going returns what it costs to set so many strips in columns that go on on the
// next page, and whether all columns hold some.
func (f *filler) going(strips int) (cost int64, full bool) {
	if cost = f.costs[f.columns][strips]; cost != impossible {
		return cost, true
	}
	return f.least[strips], false
}

// begin makes room for the costs.
func (f *filler) begin() {
	n := len(f.strips) + 1
	for len(f.costs) <= f.columns {
		f.costs, f.from = append(f.costs, nil), append(f.from, nil)
	}
	for c := range f.columns + 1 {
		f.costs[c] = unknown(f.costs[c], n)
		if cap(f.from[c]) < n {
			f.from[c] = make([]int, n)
		}
		f.from[c] = f.from[c][:n]
	}
	f.costs[0][0] = 0
	f.least = unknown(f.least, n)
}

// unknown returns n costs that are impossible as yet, in a slice used before.
func unknown(costs []int64, n int) []int64 {
	if cap(costs) < n {
		costs = make([]int64, n)
	}
	costs = costs[:n]
	for i := range costs {
		costs[i] = impossible
	}
	return costs
}

// column tries column c from strip k on, and returns how far it reaches. Of two
// ways that cost the same it keeps the later, whose columns before are fuller.
func (f *filler) column(c, k int, before int64) int {
	costs, from := f.costs[c], f.from[c]
	y := f.strips[k].Head
	for j := k; j < len(f.strips); j++ {
		y = f.below(y, &f.strips[j], j > k) + f.strips[j].Height
		if y > f.limit {
			return j
		}
		if cost := before + f.ragged(f.limit-y); cost <= costs[j+1] {
			costs[j+1], from[j+1] = cost, k
		}
	}
	return len(f.strips)
}

// below returns the top of a strip in a column that is filled down to y, with
// another above it or not.
func (f *filler) below(y geom.Length, s *Strip, another bool) geom.Length {
	if !another {
		return y
	}
	y += s.Above
	if grid := f.room.Grid; s.Row && grid > 0 {
		y += (grid - y%grid) % grid
	}
	return y
}

// balance returns the height of columns that hold all strips and what they cost.
// They are as many rows high as they have to be, or some more, at a cost, where
// that saves breaks that cost more. False: there is no room.
func (f *filler) balance(strips []Strip, limit geom.Length) (geom.Length, int64, bool) {
	grid := max(f.room.Grid, 1)
	most := max(0, int64((limit+grid-1)/grid))
	best, at, least := int64(impossible), most, int64(-1)
	for rows := f.lowest(strips); rows <= most; rows++ {
		if least >= 0 && emptiness*(rows-least)*(rows-least) >= best {
			break
		}
		cost := f.part(strips, min(grid*geom.Length(rows), limit), 0)[len(strips)]
		if cost == impossible {
			continue
		}
		if least < 0 {
			least = rows
		}
		if cost += emptiness * (rows - least) * (rows - least); cost < best {
			best, at = cost, rows
		}
	}
	return min(grid*geom.Length(at), limit), best, best != impossible
}

// lowest is how many rows high columns of the strips are at the least.
func (f *filler) lowest(strips []Strip) int64 {
	var sum, most geom.Length
	for i := range strips {
		sum += max(strips[i].Height, 0)
		most = max(most, strips[i].Height)
	}
	return f.room.rows(max(most, sum/geom.Length(strips[0].Columns)))
}
