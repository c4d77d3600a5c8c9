package paginate

import (
	"math"
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
	from  int32 // the first strip of the page before
	prior int32 // the way to that page, of those at from
}

// none stands for rows where no page has to end as this one does: it is the last,
// or a forced break ends it.
const none = -1

// search is the shortest path through the pages. A page is known by the strip it
// begins with and its side; a recto also by how its verso ends, since that
// decides what its own end costs. A verso needs no more than one way.
type search struct {
	ways [2][][]way // by side and first strip
	page pageEnds
}

// from finds the ways on from the page that begins at a strip, on either side,
// and returns the furthest strip there is one to.
func (s *search) from(first int) (reach int) {
	if len(s.ways[verso][first])+len(s.ways[recto][first]) == 0 {
		return 0
	}
	for _, e := range s.page.find(first) {
		for _, on := range [2]side{verso, recto} {
			if len(s.ways[on][first]) > 0 {
				s.add(1-on, e.end, s.best(on, first, e))
			}
		}
		reach = e.end
	}
	return reach
}

// best is the cheapest way to have a page on a side that begins at first and
// ends at e. There is one.
func (s *search) best(on side, first int, e end) way {
	ways := s.ways[on][first]
	at, least := 0, int64(math.MaxInt64)
	for k, w := range ways {
		cost := w.cost
		if on == recto && w.rows != none && e.rows != none && w.rows != e.rows {
			cost += uneven + facing*(w.rows-e.rows)*(w.rows-e.rows)
		}
		if cost < least {
			at, least = k, cost
		}
	}
	return way{least + e.cost + e.broken(on), e.rows, int32(first), int32(at)}
}

// add keeps a way to a page.
func (s *search) add(on side, first int, w way) {
	have := s.ways[on][first]
	switch {
	case len(have) == 0 || on == recto && w.rows != none:
		s.ways[on][first] = append(have, w)
	case w.cost < have[0].cost:
		have[0] = w
	}
}

// pages reads the cheapest way from its end; nil where there is none.
func (s *search) pages() []Page {
	at := len(s.page.strips)
	on, k, found := verso, 0, false
	var cost int64
	for _, side := range [2]side{verso, recto} {
		for i, w := range s.ways[side][at] {
			if !found || w.cost < cost {
				on, k, cost, found = side, i, w.cost, true
			}
		}
	}
	if !found {
		return nil
	}
	var out []Page
	for at > 0 {
		w := s.ways[on][at][k]
		out = append(out, s.page.compose(int(w.from), at))
		on, at, k = 1-on, int(w.from), int(w.prior)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
