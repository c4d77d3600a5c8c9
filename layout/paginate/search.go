package paginate

import (
	"math"
	"slices"
)

// What pages cost besides the breaks between them.
const (
	// forbidden is what a page costs that a forbidden break ends: more than any
	// way round it.
	forbidden = 1 << 40
	// turned is what it costs to turn the page in the middle of a word, and
	// parted to go on with the word on the facing page.
	turned = 1 << 30
	parted = 80
	// uneven is what it costs that the two pages of a spread do not end on one
	// line, and facing what it costs besides, by the square of the rows between
	// their ends. A row that both give up must cost less than that one does.
	uneven = 30
	facing = 8
)

// side is the side of a spread a page is on.
type side int

const (
	verso side = iota // left
	recto             // right: after it the page is turned
)

// way is the way to a page: the page before it and what all pages so far cost.
type way struct {
	cost  int64
	rows  int64 // that the page before leaves unused; none where it does not matter
	float int32 // the first of the floats that are left
	from  int32 // the first text of the page before
	prior int32 // the way to that page, of those at from
}

// none stands for rows where no page has to end as this one does: it is the last,
// or a forced break ends it.
const none = -1

// search is the shortest path through the pages. A page is known by the text and
// the float it begins with and by its side; a recto also by how its verso ends,
// since that decides what its own end costs. A verso needs no more than one way.
type search struct {
	ways [2][][]way // by side and first text
	page pageEnds
}

// from finds the ways on from the pages that begin with a text, on either side,
// and returns the furthest text there is one to.
func (s *search) from(text int) (reach int) {
	for float := s.next(text, 0); float >= 0; float = s.next(text, float+1) {
		begin := state{text, float}
		for _, e := range s.page.find(begin) {
			for _, on := range [2]side{verso, recto} {
				if w, ok := s.best(on, begin, e); ok {
					s.add(1-on, e.state, w)
				}
			}
			reach = max(reach, e.text)
		}
	}
	return reach
}

// next is the first float from one on that a page begins with which begins with
// a text, or −1. Pages of floats alone lead to others that do.
func (s *search) next(text, float int) int {
	least := -1
	for _, ways := range s.ways {
		for i := range ways[text] {
			if f := int(ways[text][i].float); f >= float && (least < 0 || f < least) {
				least = f
			}
		}
	}
	return least
}

// best is the cheapest way to have a page on a side that begins in a state and
// ends at e, if there is one.
func (s *search) best(on side, begin state, e end) (way, bool) {
	at, least := -1, int64(math.MaxInt64)
	for k, w := range s.ways[on][begin.text] {
		cost := w.cost
		if on == recto && w.rows != none && e.rows != none && w.rows != e.rows {
			cost += uneven + facing*(w.rows-e.rows)*(w.rows-e.rows)
		}
		if int(w.float) == begin.float && (at < 0 || cost < least) {
			at, least = k, cost
		}
	}
	return way{least + e.cost + e.broken(on), e.rows, int32(e.float), int32(begin.text), int32(at)}, at >= 0
}

// add keeps a way to a page.
func (s *search) add(on side, to state, w way) {
	have := s.ways[on][to.text]
	if on == verso || w.rows == none {
		for i := range have {
			if have[i].float == w.float {
				if w.cost < have[i].cost {
					have[i] = w
				}
				return
			}
		}
	}
	s.ways[on][to.text] = append(have, w)
}

// pages reads the cheapest way from its end; nil where there is none.
func (s *search) pages() []Page {
	to := s.page.done()
	on, k := s.cheapest(to)
	if k < 0 {
		return nil
	}
	var out []Page
	for to != (state{}) {
		w := s.ways[on][to.text][k]
		on, k = 1-on, int(w.prior)
		from := state{int(w.from), 0}
		from.float = int(s.ways[on][from.text][k].float)
		out = append(out, s.page.compose(from, to))
		to = from
	}
	slices.Reverse(out)
	return out
}

// cheapest is the side and the number of the cheapest way to a state; −1: none.
func (s *search) cheapest(to state) (on side, k int) {
	k = -1
	var cost int64
	for _, side := range [2]side{verso, recto} {
		for i, w := range s.ways[side][to.text] {
			if int(w.float) == to.float && (k < 0 || w.cost < cost) {
				on, k, cost = side, i, w.cost
			}
		}
	}
	return on, k
}
