package paginate

import (
	"reflect"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// TestBoxesGoOnOnTheNextPage has more boxes beside a strip than its page holds.
func TestBoxesGoOnOnTheNextPage(t *testing.T) {
	strips := lines(25, 0)
	strips[7].Side = []geom.Length{30, 30, 30, 20}
	strips[13].Side = []geom.Length{10}
	pages, err := Break(strips, Room{Height: 100, Grid: 10, Gap: 5})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Side{{7, 0, 0}, {7, 1, 35}, {7, 2, 70}}; !reflect.DeepEqual(pages[0].Sides, want) {
		t.Errorf("the first page has the boxes %v, wanted %v", pages[0].Sides, want)
	}
	if p, want := pages[1], []Side{{7, 3, 0}}; !reflect.DeepEqual(p.Came, want) || !reflect.DeepEqual(p.Sides, []Side{{13, 0, 30}}) {
		t.Errorf("the second page has the boxes %v and %v", p.Came, p.Sides)
	}
	if len(pages[2].Came) > 0 {
		t.Errorf("the third page has the boxes %v", pages[2].Came)
	}
}

// TestBoxesGoOnPastWhatTakesTheirColumn has a wide strip below a box's own, and a
// page of wide strips.
func TestBoxesGoOnPastWhatTakesTheirColumn(t *testing.T) {
	wide := Strip{Height: 50, Wide: true, Above: 10}
	for _, c := range []struct {
		name   string
		strips []Strip
		page   int
		top    geom.Length
	}{
		{"below it on the page", []Strip{{Height: 10, Side: []geom.Length{20}}, {Height: 40, Wide: true, Above: 10}, {Height: 10}}, 0, 65},
		{"on the next page", slices.Concat([]Strip{{Height: 10, Side: []geom.Length{35}}}, []Strip{wide}, lines(8, 0)), 1, 0},
		{"on the page after", slices.Concat([]Strip{{Height: 10, Side: []geom.Length{45}}}, []Strip{wide, {Height: 100, Wide: true}}, lines(8, 0)), 2, 0},
	} {
		pages, err := Break(c.strips, Room{Height: 100, Grid: 10, Gap: 5})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for i, p := range pages {
			boxes := slices.Concat(p.Came, p.Sides)
			if (len(boxes) > 0) != (i == c.page) || len(boxes) > 0 && boxes[0].Top != c.top {
				t.Errorf("%s: page %d has the boxes %v", c.name, i, boxes)
			}
		}
	}
}

// TestABoxIsNotLeftAtTheEnd has no page to go on to.
func TestABoxIsNotLeftAtTheEnd(t *testing.T) {
	strips := lines(6, Forbid)
	strips[5].Side = []geom.Length{60, 60}
	_, err := Break(strips, Room{Height: 100, Grid: 10, Gap: 5})
	if want := (&SideError{5, 1}); !reflect.DeepEqual(err, want) {
		t.Errorf("%v, wanted %v", err, want)
	}
}
