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
	costs   [][]int64 // by columns used and strips in them: the least cost
	from    [][]int   // where the last of these columns begins
	columns int       // how many there may be
	least   []int64   // by strips: the least cost with any number of columns
}

// part finds what it costs to set the first so many of the strips in columns no
// higher than limit, by their number: what the breaks between columns cost, and
// the more, by a price, the more rows of limit a column leaves unused.
func (f *filler) part(strips []Strip, limit geom.Length, price int64) []int64 {
	n := strips[0].Columns
	f.begin(n, len(strips))
	f.columns = n
	ragged := func(unused geom.Length) int64 {
		if price == 0 {
			return 0
		}
		rows := f.room.rows(unused)
		return price * rows * rows / int64(n)
	}
	reach := 0
	for c := 1; c <= n; c++ {
		to := reach
		for k := 0; k <= reach && k < len(strips); k++ {
			before := f.costs[c-1][k]
			if before == impossible || k > 0 && strips[k].Break >= Forbid {
				continue
			}
			if k > 0 {
				before += int64(max(strips[k].Break, 0))
			}
			to = max(to, f.column(c, k, before, strips, limit, ragged))
		}
		reach = to
		for k := 1; k <= reach; k++ {
			if cost := f.costs[c][k]; cost != impossible {
				f.least[k] = min(f.least[k], cost+int64(n-c)*ragged(limit))
			}
		}
	}
	return f.least
}

// going returns what it costs to set so many strips in columns that go on on the
// next page, and whether all columns hold some.
func (f *filler) going(strips int) (cost int64, full bool) {
	if cost = f.costs[f.columns][strips]; cost != impossible {
		return cost, true
	}
	return f.least[strips], false
}

// begin makes room for the costs of up to n columns of so many strips.
func (f *filler) begin(n, strips int) {
	for len(f.costs) <= n {
		f.costs, f.from = append(f.costs, nil), append(f.from, nil)
	}
	for c := range n + 1 {
		f.costs[c] = unknown(f.costs[c], strips+1)
		if cap(f.from[c]) < strips+1 {
			f.from[c] = make([]int, strips+1)
		}
		f.from[c] = f.from[c][:strips+1]
	}
	f.costs[0][0] = 0
	f.least = unknown(f.least, strips+1)
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
func (f *filler) column(c, k int, before int64, strips []Strip, limit geom.Length, ragged func(geom.Length) int64) int {
	y := strips[k].Head
	for j := k; j < len(strips); j++ {
		y = f.below(y, &strips[j], j > k) + strips[j].Height
		if y > limit {
			return j
		}
		if cost := before + ragged(limit-y); cost <= f.costs[c][j+1] {
			f.costs[c][j+1], f.from[c][j+1] = cost, k
		}
	}
	return len(strips)
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
