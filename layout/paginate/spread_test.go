package paginate

import (
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// lines makes n strips of a row each, with a break before them at a cost.
func lines(n, cost int) []Strip {
	out := make([]Strip, n)
	for i := range out {
		out[i] = Strip{Height: 10, Break: cost}
	}
	return out
}

// lastStrips returns the strip each page ends before.
func lastStrips(t *testing.T, strips []Strip, room Room) []int {
	t.Helper()
	pages, err := Break(strips, room)
	if err != nil {
		t.Fatal(err)
	}
	var out []int
	for _, p := range pages {
		_, end := span(p)
		out = append(out, end)
	}
	return out
}

// span is the strips of a page.
func span(p Page) (first, end int) {
	return p.Strips[0].Strip, p.Strips[len(p.Strips)-1].Strip + 1
}

// TestFacingPagesEndOnOneLine has a place on the first page where no break may
// be, so that it is three rows short: the page that faces it gives up as many,
// and one that does not face it none.
func TestFacingPagesEndOnOneLine(t *testing.T) {
	for _, c := range []struct {
		name   string
		verso  bool
		second int // rows of the second page
	}{
		{"a spread", true, 7},
		{"two leaves", false, 10},
	} {
		strips := lines(40, 0)
		strips[8].Break, strips[9].Break, strips[10].Break = Forbid, Forbid, Forbid
		got := lastStrips(t, strips, Room{Height: 100, Grid: 10, Verso: c.verso})
		if got[0] != 7 || got[1]-got[0] != c.second {
			t.Errorf("%s: pages end before strips %v", c.name, got)
		}
	}
}

func TestTheLastPageMayBeShorterThanTheOneItFaces(t *testing.T) {
	if got := lastStrips(t, lines(14, 0), Room{Height: 100, Grid: 10, Verso: true}); got[0] != 10 || len(got) != 2 {
		t.Errorf("pages end before strips %v", got)
	}
	strips := lines(30, 0)
	strips[14].Break = Force
	if got := lastStrips(t, strips, Room{Height: 100, Grid: 10, Verso: true}); got[0] != 10 || got[1] != 14 {
		t.Errorf("pages end before strips %v", got)
	}
}

// TestNoWordGoesOverATurnedPage has hyphens where full pages would end.
func TestNoWordGoesOverATurnedPage(t *testing.T) {
	room := Room{Height: 100, Grid: 10}
	strips := lines(40, 0)
	for i := 3; i < 10; i++ {
		strips[i].Hyphen = true
	}
	if got := lastStrips(t, strips, room); got[0] != 3 {
		t.Errorf("the recto ends before strip %d, in the middle of a word", got[0])
	}
	room.Verso = true
	if got := lastStrips(t, strips, room); got[0] != 10 {
		t.Errorf("the verso ends before strip %d, far from its foot", got[0])
	}
	for i := range 8 {
		strips[i].Hyphen = false
	}
	if got := lastStrips(t, strips, room); got[0] != 8 {
		t.Errorf("the verso ends before strip %d, in the middle of a word", got[0])
	}
	for i := range strips {
		strips[i].Hyphen = true
	}
	room.Verso = false
	if got := lastStrips(t, strips, room); got[0] != 10 {
		t.Errorf("with no way round, the recto ends before strip %d", got[0])
	}
}

func TestFootnotesTakeRoomFromTheirPageAlone(t *testing.T) {
	strips := lines(20, 0)
	strips[2].Notes = []geom.Length{12, 8}
	strips[4].Notes = []geom.Length{5}
	pages, err := Break(strips, Room{Height: 100, Grid: 10, Notes: 15, Verso: false})
	if err != nil {
		t.Fatal(err)
	}
	first := pages[0]
	if _, end := span(first); end != 6 || !slices.Equal(first.Strips[2].Notes, []geom.Length{75, 87}) || !slices.Equal(first.Strips[4].Notes, []geom.Length{95}) {
		t.Errorf("the first page is %+v", first)
	}
	if top, ok := first.FirstNote(); !ok || top != 75 {
		t.Errorf("the first footnote is at %s", top)
	}
	if _, end := span(pages[1]); end != 16 {
		t.Errorf("the second page ends before strip %d", end)
	}
	if _, ok := pages[1].FirstNote(); ok {
		t.Error("the second page has footnotes")
	}
}
