package paginate

import (
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// checkPages fails unless every strip is on one page and nothing overlaps. It
// returns how many footnotes there are.
func checkPages(t *testing.T, seed uint64, strips []Strip, pages []Page, room Room) (noted int) {
	t.Helper()
	o := newSlow(strips, room)
	var at state
	box := 0
	for k, p := range pages {
		for _, on := range p.Strips {
			switch {
			case at.text < len(o.text) && o.text[at.text] == on.Strip:
				at.text++
			case at.float < len(o.floats) && o.floats[at.float] == on.Strip:
				at.float++
			default:
				t.Fatalf("seed %d: page %d has strip %d after %+v", seed, k, on.Strip, at)
			}
		}
		box += len(p.Sides) + len(p.Came)
		checkPage(t, seed, strips, p, room)
		noted += checkNotes(t, seed, strips, p, room)
	}
	if at != o.done() {
		t.Fatalf("seed %d: %+v are on pages", seed, at)
	}
	for _, s := range strips {
		box -= len(s.Side)
	}
	if box != 0 {
		t.Fatalf("seed %d: %d side boxes too many", seed, box)
	}
	return noted
}

// checkNotes fails unless a page's footnotes stand at its foot, in order, below
// the text and the space between.
func checkNotes(t *testing.T, seed uint64, strips []Strip, p Page, room Room) (noted int) {
	t.Helper()
	y := room.Notes
	for _, on := range p.Strips {
		y = max(y, on.Top+strips[on.Strip].Height+room.Notes)
	}
	for _, on := range p.Strips {
		notes := strips[on.Strip].Notes
		if len(on.Notes) != len(notes) {
			t.Fatalf("seed %d: %d of %d footnotes are placed", seed, len(on.Notes), len(notes))
		}
		for k, h := range notes {
			if top := on.Notes[k]; top < y || noted > 0 && top != y {
				t.Fatalf("seed %d: a footnote is at %s, not %s", seed, top, y)
			}
			y = on.Notes[k] + h
			noted++
		}
	}
	if noted > 0 && y != room.Height {
		t.Fatalf("seed %d: the footnotes end at %s", seed, y)
	}
	return noted
}

// checkPage fails unless what stands on a page is within it and nothing lies
// over anything else; columns begin at one height, and are no higher than their
// distribution has to be.
func checkPage(t *testing.T, seed uint64, strips []Strip, p Page, room Room) {
	t.Helper()
	const main, side = 300, 100
	paper := geom.Rect{W: main + side, H: room.Height}
	var areas []geom.Rect
	for i, on := range p.Strips {
		s := strips[on.Strip]
		area := geom.Rect{Y: on.Top, W: main, H: s.Height}
		if s.Wide {
			area.W += side
		}
		if columned(s) {
			area.W /= geom.Length(s.Columns)
			area.X = area.W * geom.Length(on.Column)
		}
		if on.Head {
			area.Y, area.H = area.Y-s.Head, area.H+s.Head
		}
		areas = append(areas, area)
		if i > 0 && s.Break <= Force {
			t.Fatalf("seed %d: a forced break is not taken", seed)
		}
		if i == 0 && !on.Head {
			t.Fatalf("seed %d: a page begins without a head", seed)
		}
		if i == 0 || !columned(s) {
			continue
		}
		before := p.Strips[i-1]
		switch {
		case on.Column > before.Column && (!on.Head || s.Break >= Forbid):
			t.Fatalf("seed %d: strip %d begins a column, where no break may be or without a head", seed, on.Strip)
		case on.Column > before.Column+1 || on.Column < before.Column && on.Column != 0 || on.Column >= s.Columns:
			t.Fatalf("seed %d: column %d follows %d", seed, on.Column, before.Column)
		}
	}
	for _, b := range append(slices.Clone(p.Came), p.Sides...) {
		areas = append(areas, geom.Rect{X: main, Y: b.Top, W: side, H: strips[b.Strip].Side[b.Box]})
	}
	for i, a := range areas {
		if a.Y < 0 || a.Bottom() > paper.H {
			t.Fatalf("seed %d: %v is not on the page", seed, a)
		}
		for _, b := range areas[:i] {
			if a.Overlaps(b) {
				t.Fatalf("seed %d: %v overlaps %v", seed, a, b)
			}
		}
	}
}
