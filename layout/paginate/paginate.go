// Package paginate breaks a galley of strips into pages as a whole, and places
// the boxes of the side column beside them. It knows heights and costs, and
// nothing of what is printed.
//
// It is a shortest path over the legal breaks, as Plass has it ("Optimal
// Pagination Techniques for Automatic Typesetting Systems", Stanford 1981), on
// strips that do not stretch: they stand on a grid.
package paginate

import (
	"fmt"

	"github.com/kl-print/kl-print/layout/geom"
)

// Costs that are not weighed.
const (
	Forbid = 1 << 20  // no break here
	Force  = -1 << 20 // always a break here
)

// forbidden is what a page costs that a forbidden break ends: more than any way
// round it.
const forbidden = 1 << 40

// Strip is an unbreakable slice of the galley.
type Strip struct {
	Height geom.Length
	Above  geom.Length // space above, which vanishes at the top of a page
	Break  int         // what a page break above this strip costs; 0 is free
	Wide   bool        // takes up the side column too
	Side   []geom.Length
	// Side holds the heights of the boxes that stand in the side column beside
	// this strip, from its top on.
}

// Page is one page of the result: strips First up to End.
type Page struct {
	First, End int
	Tops       []geom.Length   // the top of each strip, from the top of the text area
	Sides      [][]geom.Length // the top of each of its side boxes, by strip
}

// Room is what a page has to give.
type Room struct {
	Height geom.Length
	Grid   geom.Length // the unit in which unused height is bad
	Gap    geom.Length // between boxes in the side column
}

// SideError reports that the side boxes can't be placed on any page.
type SideError struct {
	Strip int // the strip whose boxes have no room even at the top of a page
}

func (e *SideError) Error() string {
	return fmt.Sprintf("the side column has no room for the boxes at strip %d", e.Strip)
}

// TallError reports a strip that is higher than a page.
type TallError struct {
	Strip        int
	Height, Room geom.Length
}

func (e *TallError) Error() string {
	return fmt.Sprintf("strip %d is %s pt high, and a page has room for %s pt", e.Strip, e.Height, e.Room)
}

// step is the best way to break before a strip.
type step struct {
	cost int64
	from int // the first strip of the page that ends here; -1: no way
}

// Break returns the pages. The error is a *TallError or a *SideError.
func Break(strips []Strip, room Room) ([]Page, error) {
	n := len(strips)
	best := make([]step, n+1)
	for i := range best {
		best[i] = step{from: -1}
	}
	best[0] = step{from: 0}
	reach := 0
	for first := 0; first < n; first++ {
		if strips[first].Height > room.Height {
			return nil, &TallError{first, strips[first].Height, room.Height}
		}
		if best[first].from < 0 {
			continue
		}
		for _, e := range ends(strips, first, room) {
			cost := best[first].cost + e.cost
			if b := best[e.end]; b.from < 0 || cost < b.cost {
				best[e.end] = step{cost, first}
			}
			reach = max(reach, e.end)
		}
	}
	if best[n].from < 0 {
		return nil, &SideError{reach}
	}
	return pages(strips, best, room), nil
}

// end is a place where a page that begins at a given strip may end.
type end struct {
	end  int
	cost int64
}

// ends lists where a page that begins at first may end, and what it costs. A
// page that no legal break ends is ended by a forbidden one, as late as it can,
// so that nothing is lost.
func ends(strips []Strip, first int, room Room) []end {
	var out []end
	var top []geom.Length
	var boxes []box
	height := geom.Length(0)
	last, boxed := first, false
	for i := first; i < len(strips); i++ {
		s := strips[i]
		if i > first {
			if s.Break <= Force {
				break
			}
			height += s.Above
		}
		top = append(top, height)
		if height += s.Height; height > room.Height {
			break
		}
		ok := true
		if boxed = boxed || len(s.Side) > 0; boxed {
			boxes, ok = sides(boxes[:0], strips[first:i+1], top, room)
		}
		if !ok {
			break // nor is there room for more boxes
		}
		last = i + 1
		if last == len(strips) || strips[last].Break < Forbid {
			out = append(out, end{last, pageCost(strips, last, room.Height-height, room) + shiftCost(boxes, room)})
		}
	}
	if len(out) == 0 && last > first {
		return []end{{last, forbidden}}
	}
	return out
}

// pageCost is what a page that leaves unused height costs, with the break that
// ends it. The last page may be short, but is better with something on it.
func pageCost(strips []Strip, next int, unused geom.Length, room Room) int64 {
	if next == len(strips) {
		const sparse = 5
		if used := room.Height - unused; used*sparse < room.Height {
			return 400
		}
		return 0
	}
	if strips[next].Break <= Force {
		return 0
	}
	rows := room.rows(unused)
	return int64(strips[next].Break) + rows*rows*4 + 10
}

// rows is how often the grid goes into a height.
func (r Room) rows(h geom.Length) int64 { return int64(h / max(r.Grid, 1)) }

// pages reads the result from its end.
func pages(strips []Strip, best []step, room Room) []Page {
	var out []Page
	for e := len(strips); e > 0; e = best[e].from {
		out = append(out, compose(strips, best[e].from, e, room))
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// compose gives the strips of a page their places.
func compose(strips []Strip, first, next int, room Room) Page {
	p := Page{First: first, End: next}
	p.Tops = tops(strips[first:next])
	boxes, _ := sides(nil, strips[first:next], p.Tops, room)
	p.Sides = make([][]geom.Length, next-first)
	for _, b := range boxes {
		p.Sides[b.strip] = append(p.Sides[b.strip], b.y)
	}
	return p
}

// tops returns the top of each strip of a page.
func tops(strips []Strip) []geom.Length {
	out := make([]geom.Length, len(strips))
	y := geom.Length(0)
	for i, s := range strips {
		if i > 0 {
			y += s.Above
		}
		out[i] = y
		y += s.Height
	}
	return out
}
