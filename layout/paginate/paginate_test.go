package paginate

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// galley makes n random strips for pages of 100.
func galley(r *rand.Rand, n int) []Strip {
	strips := make([]Strip, n)
	for i := range strips {
		s := Strip{Height: geom.Length(5 + r.IntN(40)), Above: geom.Length(r.IntN(12))}
		switch r.IntN(12) {
		case 0:
			s.Break = Force
		case 1, 2, 3:
			s.Break = Forbid
		case 4:
			s.Break = 300
		case 5:
			s.Break = -40
		}
		s.Wide = r.IntN(8) == 0
		s.Hyphen = r.IntN(4) == 0
		if r.IntN(6) == 0 {
			s.Head = geom.Length(3 + r.IntN(12))
		}
		for !s.Wide && r.IntN(4) == 0 {
			s.Side = append(s.Side, geom.Length(5+r.IntN(50)))
		}
		for !s.Wide && r.IntN(6) == 0 {
			s.Notes = append(s.Notes, geom.Length(2+r.IntN(20)))
		}
		strips[i] = s
	}
	for i := range strips {
		s := &strips[i]
		s.Heading, s.Barrier = r.IntN(9) == 0, r.IntN(12) == 0
		if s.Float = r.IntN(4) == 0; s.Float && r.IntN(9) > 0 {
			s.Side, s.Notes, s.Heading, s.Barrier = nil, nil, false, false
			s.Height, s.Below = s.Height*3/2, geom.Length(r.IntN(9))
		}
	}
	for i := 0; i < n; i += 1 + r.IntN(9) {
		if r.IntN(3) == 0 {
			inColumns(r, strips[i:min(n, i+2+r.IntN(9))])
		}
	}
	return strips
}

// inColumns has strips stand in columns, most of them small and without forced
// breaks so that they do.
func inColumns(r *rand.Rand, strips []Strip) {
	columns, wide := 2+r.IntN(2), r.IntN(2) == 0
	for i := range strips {
		s := &strips[i]
		s.Columns, s.Apart, s.Row = columns, r.IntN(9) == 0, r.IntN(3) == 0
		if r.IntN(8) > 0 {
			s.Wide, s.Height, s.Notes = wide, geom.Length(3+r.IntN(25)), nil
		}
		if s.Break <= Force && r.IntN(3) > 0 {
			s.Break = 60
		}
		if s.Wide {
			s.Side = nil
		}
	}
}

func testRoom() Room { return Room{Height: 100, Grid: 10, Gap: 4, Notes: 6} }

func TestBreakFindsWhatTheOracleFinds(t *testing.T) {
	solved, squeezed, noted, across, later, earlier, carried := 0, 0, 0, 0, 0, 0, 0
	for seed := range uint64(6000) {
		r := rand.New(rand.NewPCG(seed, 1))
		room := testRoom()
		room.Verso = r.IntN(2) == 0
		strips := galley(r, r.IntN(13))
		pages, err := Break(strips, room)
		o := newSlow(strips, room)
		want := o.oracle(state{}, start(room), true)
		if (err != nil) != (want == math.MaxInt64) {
			t.Fatalf("seed %d: error %v, the oracle has %d", seed, err, want)
		}
		if err != nil {
			continue
		}
		solved++
		got, bad, down, up, on := o.price(pages)
		later, earlier, carried = later+down, earlier+up, carried+on
		if got != want {
			t.Fatalf("seed %d: costs %d, the oracle %d", seed, got, want)
		}
		if bad > 0 {
			squeezed++
			if o.oracle(state{}, start(room), false) != math.MaxInt64 {
				t.Fatalf("seed %d: a forbidden break where there is a way without", seed)
			}
		}
		noted += checkPages(t, seed, strips, pages, room)
		for _, p := range pages {
			across += slices.MaxFunc(p.Strips, func(a, b Placed) int { return a.Column - b.Column }).Column
		}
	}
	if solved < 1000 || squeezed < 100 || noted < 1000 || across < 1000 || later < 100 || earlier < 100 || carried < 100 {
		t.Errorf("only %d solved, %d with forbidden breaks, %d footnotes, %d columns, %d and %d floats moved, %d boxes carried", solved, squeezed, noted, across, later, earlier, carried)
	}
}

func TestSideBoxesKeepTheirGap(t *testing.T) {
	strips := []Strip{
		{Height: 10, Side: []geom.Length{20, 15}},
		{Height: 10},
		{Height: 10, Above: 5, Side: []geom.Length{8}},
	}
	pages, err := Break(strips, testRoom())
	if err != nil {
		t.Fatal(err)
	}
	want := []Page{{
		Strips: []Placed{{Strip: 0, Head: true}, {Strip: 1, Top: 10}, {Strip: 2, Top: 25}},
		Sides:  []Side{{0, 0, 0}, {0, 1, 24}, {2, 0, 43}},
	}}
	if !reflect.DeepEqual(pages, want) {
		t.Errorf("%+v, wanted %+v", pages, want)
	}
}

func TestABoxMovesUpWhereTheRoomBelowEnds(t *testing.T) {
	strips := []Strip{{Height: 60}, {Height: 10, Side: []geom.Length{30}}, {Height: 20, Above: 10, Wide: true}}
	pages, err := Break(strips, testRoom())
	if err != nil {
		t.Fatal(err)
	}
	if b := pages[0].Sides[0]; len(pages) != 1 || b != (Side{1, 0, 80 - 4 - 30}) {
		t.Errorf("%d pages, the box at %v", len(pages), b)
	}
}

func TestErrors(t *testing.T) {
	box := func(h ...geom.Length) Strip { return Strip{Height: 10, Side: h} }
	wide := box(5)
	wide.Wide, wide.Height = true, 100
	for _, c := range []struct {
		name   string
		strips []Strip
		want   error
	}{
		{"a strip higher than the page", []Strip{{Height: 10}, {Height: 101}}, &TallError{1, 101, 100}},
		{"a box higher than the page", []Strip{{Height: 10}, box(101)}, &SideError{1, 0}},
		{"more boxes than a page holds", []Strip{{Height: 10}, {Height: 10}, box(40, 40, 40)}, &SideError{2, 2}},
		{"a box where the column is taken", []Strip{{Height: 10}, wide}, &SideError{1, 0}},
		{"more boxes than may go on", []Strip{{Height: 10}, box(slices.Repeat([]geom.Length{20}, 14)...), {Height: 10}}, &SideError{1, 13}},
		{"a strip whose footnotes take the page", []Strip{{Height: 10, Notes: []geom.Length{80, 5}}}, &TallError{0, 101, 100}},
		{"the same behind a forbidden break", []Strip{{Height: 10}, {Height: 10, Break: Forbid, Side: []geom.Length{101}}}, &SideError{1, 0}},
	} {
		_, err := Break(c.strips, testRoom())
		if !reflect.DeepEqual(err, c.want) {
			t.Errorf("%s: %v, wanted %v", c.name, err, c.want)
		}
		if err == nil || err.Error() == "" {
			t.Errorf("%s: no message", c.name)
		}
	}
	var tall *TallError
	if _, err := Break([]Strip{{Height: 1}}, Room{}); !errors.As(err, &tall) {
		t.Errorf("no room at all: %v", err)
	}
}

func TestOddGalleys(t *testing.T) {
	for _, c := range []struct {
		name   string
		strips []Strip
		room   Room
		pages  int
	}{
		{"nothing", nil, testRoom(), 0},
		{"no grid", []Strip{{Height: 60}, {Height: 60}}, Room{Height: 100}, 2},
		{"strips of no height", make([]Strip, 40), testRoom(), 1},
		{"no height, no room", make([]Strip, 4), Room{}, 1},
		{"a forced break before everything", []Strip{{Height: 1, Break: Force}, {Height: 1, Break: Force}}, testRoom(), 2},
		{"breaks forbidden throughout", []Strip{{Height: 60}, {Height: 60, Break: Forbid}, {Height: 60, Break: Forbid}}, testRoom(), 3},
		{"a forced break that a box hangs over", []Strip{{Height: 10, Side: []geom.Length{90}}, {Height: 10, Break: Force}}, testRoom(), 2},
	} {
		pages, err := Break(c.strips, c.room)
		if err != nil || len(pages) != c.pages {
			t.Errorf("%s: %d pages, %v", c.name, len(pages), err)
		}
	}
}
