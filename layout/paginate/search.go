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
	from  int32 // the first text of the page before
	prior int32 // the way to that page, of those at from
	float int32 // the first of the floats that are left
	boxes int32 // the side boxes that are left
}

// to is the state a way leads to, which begins with a text.
func (w *way) to(text int) state { return state{text, int(w.float), int(w.boxes)} }

// none stands for rows where no page has to end as this one does: it is the last,
// or a forced break ends it.
const none = -1

// search is the shortest path through the pages. A page is known by the state
// it begins in and by its side; a recto also by how its verso ends,
// since that decides what its own end costs. A verso needs no more than one way.
type search struct {
	ways [2][][]way // by side and first text
	here [2][]int   // by side: which of them lead to the page in hand
	rows [64]int    // by rows: where the one is in here whose page leaves as many
	page pageEnds
}

// run finds all ways, and returns the furthest text there is one to.
func (s *search) run() (reach int) {
	texts := len(s.page.text)
	for side := range s.ways {
		s.ways[side] = anew(s.ways[side], texts+1)
	}
	first := &s.ways[s.page.room.first()][0]
	*first = append(*first, way{rows: none})
	for text := range texts + 1 {
		reach = max(reach, s.from(text))
	}
	return reach
}

// anew is n empty lists, in the memory of those before.
func anew(ways [][]way, n int) [][]way {
	ways = slices.Grow(ways[:0], n)[:n]
	for i := range ways {
		ways[i] = ways[i][:0]
	}
	return ways
}

// from finds the ways on from the pages that begin with a text, on either side,
// and returns the furthest text there is one to.
func (s *search) from(text int) (reach int) {
	begin, ok := s.next(state{text: text, float: -1})
	for ok {
		for _, on := range [2]side{verso, recto} {
			s.gather(on, begin)
		}
		for _, e := range s.page.find(begin) {
			for _, on := range [2]side{verso, recto} {
				if len(s.here[on]) > 0 {
					s.add(1-on, e.state, s.best(on, begin, e))
				}
			}
			reach = max(reach, e.text)
		}
		begin, ok = s.next(begin)
	}
	return reach
}

// next is the state after one with the same text that a page begins in. Pages of
// floats alone lead to others that do.
func (s *search) next(after state) (least state, any bool) {
	for _, ways := range s.ways {
		for i := range ways[after.text] {
			to := ways[after.text][i].to(after.text)
			if after.less(to) && (!any || to.less(least)) {
				least, any = to, true
			}
		}
	}
	return least, any
}

// less orders states with the same text.
func (s state) less(o state) bool {
	return s.float < o.float || s.float == o.float && s.boxes < o.boxes
}

// gather finds the ways to a page: of those whose page before ends as high, the
// cheapest.
func (s *search) gather(on side, begin state) {
	here := s.here[on][:0]
	clear(s.rows[:])
	ways := s.ways[on][begin.text]
	for k := range ways {
		w := &ways[k]
		if w.to(begin.text) != begin {
			continue
		}
		if w.rows < 0 || w.rows >= int64(len(s.rows)) {
			here = append(here, k)
			continue
		}
		if at := s.rows[w.rows]; at == 0 {
			here = append(here, k)
			s.rows[w.rows] = len(here)
		} else if w.cost < ways[here[at-1]].cost {
			here[at-1] = k
		}
	}
	s.here[on] = here
}

// best is the cheapest way to have a page on a side that begins in a state and
// ends at e. There is one.
func (s *search) best(on side, begin state, e end) way {
	ways := s.ways[on][begin.text]
	at, least := 0, int64(math.MaxInt64)
	for _, k := range s.here[on] {
		w := &ways[k]
		cost := w.cost
		if on == recto && w.rows != none && e.rows != none && w.rows != e.rows {
			cost += uneven + facing*(w.rows-e.rows)*(w.rows-e.rows)
		}
		if cost < least {
			at, least = k, cost
		}
	}
	return way{least + e.cost + e.broken(on), e.rows, int32(begin.text), int32(at), int32(e.float), int32(e.boxes)}
}

// add keeps a way to a page.
func (s *search) add(on side, to state, w way) {
	have := s.ways[on][to.text]
	if on == verso || w.rows == none {
		for i := range have {
			if have[i].to(to.text) == to {
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
		from := s.ways[on][w.from][k].to(int(w.from))
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
			if w.to(to.text) == to && (k < 0 || w.cost < cost) {
				on, k, cost = side, i, w.cost
			}
		}
	}
	return on, k
}
