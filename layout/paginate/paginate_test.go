package paginate

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
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
	return strips
}

func testRoom() Room { return Room{Height: 100, Grid: 10, Gap: 4, Notes: 6} }

// before is how the page before ends: what it leaves unused, in rows; −1 where
// that does not matter.
type before struct {
	rows  int64
	verso bool
}

// start is what stands before the first page.
func start(room Room) before { return before{-1, !room.Verso} }

// oracle tries every way to part strips[first:] into pages, and returns the
// least cost. Without forbidden it does not take forbidden breaks.
func oracle(strips []Strip, first int, last before, room Room, forbidden bool) int64 {
	if first == len(strips) {
		return 0
	}
	best := int64(math.MaxInt64)
	legal, latest := false, first
	try := func(next int, legal bool) {
		cost, end, _ := judge(strips, first, next, last, room, legal)
		if rest := oracle(strips, next, end, room, forbidden); rest != math.MaxInt64 {
			best = min(best, cost+rest)
		}
	}
	for next := first + 1; next <= len(strips); next++ {
		if _, _, ok := judge(strips, first, next, last, room, true); !ok {
			continue
		}
		latest = next
		if next == len(strips) || strips[next].Break < Forbid {
			legal = true
			try(next, true)
		}
	}
	if !legal && forbidden && latest > first {
		try(latest, false)
	}
	return best
}

// judge returns what the page strips[first:next] costs after the one before, how
// it ends, and whether it may be.
func judge(strips []Strip, first, next int, last before, room Room, legal bool) (int64, before, bool) {
	used := strips[first].Head
	notes := false
	for i := first; i < next; i++ {
		if i > first {
			if strips[i].Break <= Force {
				return 0, before{}, false
			}
			used += strips[i].Above
		}
		used += strips[i].Height
		for _, h := range strips[i].Notes {
			used += h
			notes = true
		}
	}
	if notes {
		used += room.Notes
	}
	cost, ok := judgeSides(strips[first:next], room)
	if used > room.Height || !ok {
		return 0, before{}, false
	}
	this := before{int64((room.Height - used) / room.Grid), !last.verso}
	switch {
	case next == len(strips) && used*5 < room.Height:
		return 400 + cost, before{-1, this.verso}, true
	case next == len(strips) || strips[next].Break <= Force:
		return cost, before{-1, this.verso}, true
	}
	cost += int64(strips[next].Break) + 4*this.rows*this.rows + 10
	if !legal {
		cost = 1 << 40
	}
	switch {
	case !strips[next-1].Hyphen:
	case this.verso:
		cost += 80
	default:
		cost += 1 << 30
	}
	if last.verso && last.rows >= 0 && last.rows != this.rows {
		cost += 30 + 8*(last.rows-this.rows)*(last.rows-this.rows)
	}
	return cost, this, true
}

// judgeSides places boxes by the formulas of the definition: as far down as
// those above ask for, but no further than those below leave room for.
func judgeSides(strips []Strip, room Room) (cost int64, ok bool) {
	top := tops(strips)
	for from := 0; from <= len(strips); {
		to := from
		for to < len(strips) && !strips[to].Wide {
			to++
		}
		var begin geom.Length
		if from > 0 {
			begin = top[from-1] + strips[from-1].Height + room.Gap
		}
		end := room.Height
		if to < len(strips) {
			end = top[to] - min(room.Gap, strips[to].Above)
			if len(strips[to].Side) > 0 {
				return 0, false
			}
		}
		var want, high []geom.Length
		for i := from; i < to; i++ {
			for _, h := range strips[i].Side {
				want, high = append(want, top[i]), append(high, h)
			}
		}
		for k := range want {
			var above, below geom.Length
			y := begin
			for j := k; j >= 0; j-- {
				y = max(y, want[j]+above, begin+above)
				if j > 0 {
					above += high[j-1] + room.Gap
				}
			}
			for j := k; j < len(want); j++ {
				below += high[j] + room.Gap
			}
			y = min(y, end-(below-room.Gap))
			if k == 0 && y < begin {
				return 0, false
			}
			rows := int64((y - want[k]) / room.Grid)
			cost += rows * rows / 2
		}
		from = to + 1
	}
	return cost, true
}

// price sums what a result costs, by the oracle's judgement.
func price(strips []Strip, pages []Page, room Room) (sum int64, forbiddenBreaks int) {
	last := start(room)
	for _, p := range pages {
		legal := p.End == len(strips) || strips[p.End].Break < Forbid
		if !legal {
			forbiddenBreaks++
		}
		var cost int64
		cost, last, _ = judge(strips, p.First, p.End, last, room, legal)
		sum += cost
	}
	return sum, forbiddenBreaks
}

func TestBreakFindsWhatTheOracleFinds(t *testing.T) {
	solved, squeezed, noted := 0, 0, 0
	for seed := range uint64(6000) {
		r := rand.New(rand.NewPCG(seed, 1))
		room := testRoom()
		room.Verso = r.IntN(2) == 0
		strips := galley(r, r.IntN(13))
		pages, err := Break(strips, room)
		want := oracle(strips, 0, start(room), room, true)
		if (err != nil) != (want == math.MaxInt64) {
			t.Fatalf("seed %d: error %v, the oracle has %d", seed, err, want)
		}
		if err != nil {
			continue
		}
		solved++
		got, bad := price(strips, pages, room)
		if got != want {
			t.Fatalf("seed %d: costs %d, the oracle %d", seed, got, want)
		}
		if bad > 0 {
			squeezed++
			if oracle(strips, 0, start(room), room, false) != math.MaxInt64 {
				t.Fatalf("seed %d: a forbidden break where there is a way without", seed)
			}
		}
		noted += checkPages(t, seed, strips, pages, room)
	}
	if solved < 1000 || squeezed < 100 || noted < 1000 {
		t.Errorf("only %d solved, %d with forbidden breaks, %d footnotes", solved, squeezed, noted)
	}
}

// checkPages fails unless every strip is on one page and nothing overlaps. It
// returns how many footnotes there are.
func checkPages(t *testing.T, seed uint64, strips []Strip, pages []Page, room Room) (noted int) {
	t.Helper()
	at := 0
	for k, p := range pages {
		if p.First != at || p.End <= p.First || len(p.Tops) != p.End-p.First || len(p.Sides) != len(p.Tops) || len(p.Notes) != len(p.Tops) {
			t.Fatalf("seed %d: page %d is %+v after strip %d", seed, k, p, at)
		}
		at = p.End
		if p.Tops[0] != strips[p.First].Head {
			t.Fatalf("seed %d: page %d begins at %s", seed, k, p.Tops[0])
		}
		checkPage(t, seed, strips[p.First:p.End], p, room)
		noted += checkNotes(t, seed, strips[p.First:p.End], p, room)
	}
	if at != len(strips) {
		t.Fatalf("seed %d: %d of %d strips are on pages", seed, at, len(strips))
	}
	return noted
}

// checkNotes fails unless a page's footnotes stand at its foot, in order, below
// the text and the space between.
func checkNotes(t *testing.T, seed uint64, strips []Strip, p Page, room Room) (noted int) {
	t.Helper()
	last := len(strips) - 1
	y := p.Tops[last] + strips[last].Height + room.Notes
	for i, s := range strips {
		if len(p.Notes[i]) != len(s.Notes) {
			t.Fatalf("seed %d: %d of %d footnotes are placed", seed, len(p.Notes[i]), len(s.Notes))
		}
		for k, h := range s.Notes {
			if top := p.Notes[i][k]; top < y || noted > 0 && top != y {
				t.Fatalf("seed %d: a footnote is at %s, not %s", seed, top, y)
			}
			y = p.Notes[i][k] + h
			noted++
		}
	}
	if noted > 0 && y != room.Height {
		t.Fatalf("seed %d: the footnotes end at %s", seed, y)
	}
	return noted
}

func checkPage(t *testing.T, seed uint64, strips []Strip, p Page, room Room) {
	t.Helper()
	const main, side = 300, 100
	paper := geom.Rect{W: main + side, H: room.Height}
	var areas []geom.Rect
	for i, s := range strips {
		area := geom.Rect{Y: p.Tops[i], W: main, H: s.Height}
		if s.Wide {
			area.W += side
		}
		areas = append(areas, area)
		if i > 0 && s.Break <= Force {
			t.Fatalf("seed %d: a forced break is not taken", seed)
		}
		if len(p.Sides[i]) != len(s.Side) {
			t.Fatalf("seed %d: %d of %d side boxes are placed", seed, len(p.Sides[i]), len(s.Side))
		}
		for k, y := range p.Sides[i] {
			areas = append(areas, geom.Rect{X: main, Y: y, W: side, H: s.Side[k]})
		}
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
	want := []Page{{First: 0, End: 3, Tops: []geom.Length{0, 10, 25}, Sides: [][]geom.Length{{0, 24}, nil, {43}}, Notes: make([][]geom.Length, 3)}}
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
	if y := pages[0].Sides[1]; len(pages) != 1 || y[0] != 80-4-30 {
		t.Errorf("%d pages, the box at %v", len(pages), y)
	}
}

func TestErrors(t *testing.T) {
	box := func(h ...geom.Length) Strip { return Strip{Height: 10, Side: h} }
	wide := box(5)
	wide.Wide = true
	for _, c := range []struct {
		name   string
		strips []Strip
		want   error
	}{
		{"a strip higher than the page", []Strip{{Height: 10}, {Height: 101}}, &TallError{1, 101, 100}},
		{"a box higher than the page", []Strip{{Height: 10}, box(101)}, &SideError{1}},
		{"more boxes than a page holds", []Strip{{Height: 10}, {Height: 10}, box(40, 40, 40)}, &SideError{2}},
		{"boxes where the column is taken", []Strip{{Height: 10}, wide, {Height: 10}}, &SideError{1}},
		{"a strip whose footnotes take the page", []Strip{{Height: 10, Notes: []geom.Length{80, 5}}}, &TallError{0, 101, 100}},
		{"the same behind a forbidden break", []Strip{{Height: 10}, {Height: 10, Break: Forbid, Side: []geom.Length{101}}}, &SideError{1}},
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
