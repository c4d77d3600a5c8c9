// Package paginate breaks a galley of strips into pages as a whole: those that
// stand in columns, those that float to where they leave no hole, and the boxes
// beside them. It knows heights and costs, and nothing of what is printed.
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

// Strip is an unbreakable slice of the galley.
type Strip struct {
	Height geom.Length
	Above  geom.Length // space above, which vanishes at the top of a page or a column
	Break  int         // what a page or column break above this strip costs; 0 is free
	Wide   bool        // takes up the side column too
	Hyphen bool        // ends with a hyphen, in the middle of a word
	// Head is the height of what is repeated above this strip where it begins a
	// page or a column: the head of a table that goes on.
	Head geom.Length
	// Side holds the heights of the boxes that stand in the side column beside
	// this strip, from its top on; from the top of the columns it stands in.
	Side []geom.Length
	// Notes holds the heights of its footnotes, which stand at the foot of its
	// page, in the main column. A strip that has any stands in no columns.
	Notes []geom.Length
	// Columns is in how many columns it stands together with its neighbours that
	// have as many; they are read down, then across. 0 and 1: in none.
	Columns int
	Apart   bool // begins columns of its own, below those that end above it
	Row     bool // in columns, its top stands on a row of the grid
	// Float lets it move to another page where that is better: to the top of a
	// later one or the foot of the one before, past no other that floats. Below is
	// the space that then stands below it, at least. A strip with boxes beside it,
	// footnotes or columns does not float.
	Float   bool
	Below   geom.Length
	Heading bool // heads what follows: nothing floats up past it
	Barrier bool // nothing floats past it either way: it begins a section
}

// Page is one page of the result.
type Page struct {
	Strips []Placed // in the order they are read
	Came   []Side   // side boxes of strips on pages before, in the order they are read
	Sides  []Side   // those of its own strips, in the order they are read
}

// Placed is a strip on its page.
type Placed struct {
	Strip  int           // its index
	Top    geom.Length   // from the top of the text area
	Column int           // from 0, where it stands in columns
	Head   bool          // its head stands above it
	Notes  []geom.Length // the top of each of its footnotes
}

// Side is a side box on its page.
type Side struct {
	Strip, Box int // the strip's index, and the box's in its Side
	Top        geom.Length
}

// FirstNote returns the top of the first footnote, and whether there is one.
func (p *Page) FirstNote() (top geom.Length, any bool) {
	for _, s := range p.Strips {
		if len(s.Notes) > 0 {
			return s.Notes[0], true
		}
	}
	return 0, false
}

// Room is what a page has to give.
type Room struct {
	Height geom.Length
	Grid   geom.Length // the unit in which unused height is bad
	Gap    geom.Length // between boxes in the side column
	Notes  geom.Length // between the text and the footnotes, where a page has any
	Verso  bool        // the first page is the left one of a spread
}

// SideError reports that the side boxes can't be placed on any page.
type SideError struct {
	Strip, Box int // without this box of this strip more have room
}

func (e *SideError) Error() string {
	return fmt.Sprintf("the side column has no room for box %d of strip %d", e.Box, e.Strip)
}

// TallError reports a strip that is higher than a page, its footnotes and the
// space above them included.
type TallError struct {
	Strip        int
	Height, Room geom.Length
}

func (e *TallError) Error() string {
	return fmt.Sprintf("strip %d is %s pt high, and a page has room for %s pt", e.Strip, e.Height, e.Room)
}

// Breaker breaks one galley after another in the same memory. The zero value is
// ready; it is not safe for concurrent use.
type Breaker struct{ search search }

// Break is a breaker's method of that name, with memory of its own.
func Break(strips []Strip, room Room) ([]Page, error) { return new(Breaker).Break(strips, room) }

// Break returns the pages. The error is a *TallError or a *SideError.
//
// Of all ways to part the strips it takes the cheapest. A page costs what the
// break that ends it costs, the more the more of its height it leaves unused
// and the further its side boxes stand from their strips; a spread costs the
// more, the less its two pages end on one line. A page turns in no hyphenated
// word if there is any way round it.
//
// Columns that end on a page are balanced: as high as they have to be, or some
// rows higher where that saves breaks that cost more. Columns that go on fill
// the page.
//
// A side box that has no room on the page of its strip stands on the next, or as
// soon after as there is room.
//
// A strip that floats stands where it is read unless the page would be left
// emptier than it costs to have it on another.
func (b *Breaker) Break(strips []Strip, room Room) ([]Page, error) {
	for i := range strips {
		if h := strips[i].needs(room); h > room.Height {
			return nil, &TallError{i, h, room.Height}
		}
		for k, h := range strips[i].Side {
			if h > room.Height {
				return nil, &SideError{i, k}
			}
		}
	}
	s := &b.search
	s.page = newPageEnds(strips, room)
	defer func() { s.page = pageEnds{} }()
	reach := s.run()
	pages := s.pages()
	if pages == nil && len(strips) > 0 {
		return nil, s.page.crowded(reach)
	}
	return pages, nil
}

// crowded says which box has no room where pages reach up to a place in the
// text: the last one if all else has been set, else the last one there.
func (p *pageEnds) crowded(reach int) error {
	n := len(p.boxes)
	if !p.left {
		n = max(1, p.boxed[min(reach+1, len(p.text))])
	}
	b := p.boxes[n-1]
	return &SideError{b.strip, b.index}
}

// first is the side of the first page.
func (r Room) first() side {
	if r.Verso {
		return verso
	}
	return recto
}

// needs is the height of a page that has this strip alone, below its head.
func (s *Strip) needs(room Room) geom.Length {
	var f foot
	return s.Head + s.Height + f.add(s, room)
}

// foot is the footnotes of a page.
type foot struct{ height geom.Length }

// add adds a strip's footnotes and returns the height of all, the space above
// them included.
func (f *foot) add(s *Strip, room Room) geom.Length {
	if len(s.Notes) > 0 && f.height == 0 {
		f.height = room.Notes
	}
	for _, h := range s.Notes {
		f.height += h
	}
	return f.height
}
