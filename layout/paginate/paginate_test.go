package paginate

import (
	"errors"
	"fmt"
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
		for !s.Wide && r.IntN(4) == 0 {
			s.Side = append(s.Side, geom.Length(5+r.IntN(50)))
		}
		strips[i] = s
	}
	return strips
}

func testRoom() Room { return Room{Height: 100, Grid: 10, Gap: 4} }

// oracle tries every way to part strips[first:] into pages, and returns the
// least cost. Without forbidden it does not take forbidden breaks.
func oracle(strips []Strip, first int, room Room, forbidden bool) int64 {
	if first == len(strips) {
		return 0
	}
	best := int64(math.MaxInt64)
	legal, latest := false, first
	for next := first + 1; next <= len(strips); next++ {
		cost, ok := judge(strips, first, next, room)
		if !ok {
			continue
		}
		latest = next
		if next < len(strips) && strips[next].Break >= Forbid {
			continue
		}
		legal = true
		if rest := oracle(strips, next, room, forbidden); rest != math.MaxInt64 {
			best = min(best, cost+rest)
		}
	}
	if !legal && forbidden && latest > first {
		if rest := oracle(strips, latest, room, forbidden); rest != math.MaxInt64 {
			best = 1<<40 + rest
		}
	}
	return best
}

// judge returns what the page strips[first:next] costs and whether it may be.
func judge(strips []Strip, first, next int, room Room) (int64, bool) {
	var used geom.Length
	for i := first; i < next; i++ {
		if i > first {
			if strips[i].Break <= Force {
				return 0, false
			}
			used += strips[i].Above
		}
		used += strips[i].Height
	}
	shift, ok := judgeSides(strips[first:next], room)
	if used > room.Height || !ok {
		return 0, false
	}
	switch {
	case next == len(strips) && used*5 < room.Height:
		return 400 + shift, true
	case next == len(strips) || strips[next].Break <= Force:
		return shift, true
	}
	rows := int64((room.Height - used) / room.Grid)
	return shift + int64(strips[next].Break) + 4*rows*rows + 10, true
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
	for _, p := range pages {
		cost, _ := judge(strips, p.First, p.End, room)
		if p.End < len(strips) && strips[p.End].Break >= Forbid {
			cost = 1 << 40
			forbiddenBreaks++
		}
		sum += cost
	}
	return sum, forbiddenBreaks
}

func TestBreakFindsWhatTheOracleFinds(t *testing.T) {
	room := testRoom()
	solved, squeezed := 0, 0
	for seed := range uint64(5000) {
		r := rand.New(rand.NewPCG(seed, 1))
		strips := galley(r, r.IntN(13))
		pages, err := Break(strips, room)
		want := oracle(strips, 0, room, true)
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
			if oracle(strips, 0, room, false) != math.MaxInt64 {
				t.Fatalf("seed %d: a forbidden break where there is a way without", seed)
			}
		}
		checkPages(t, seed, strips, pages, room)
	}
	if solved < 1000 || squeezed < 100 {
		t.Errorf("only %d solved, %d with forbidden breaks", solved, squeezed)
	}
}

// checkPages fails unless every strip is on one page and nothing overlaps.
func checkPages(t *testing.T, seed uint64, strips []Strip, pages []Page, room Room) {
	t.Helper()
	at := 0
	for k, p := range pages {
		if p.First != at || p.End <= p.First || len(p.Tops) != p.End-p.First || len(p.Sides) != len(p.Tops) {
			t.Fatalf("seed %d: page %d is %+v after strip %d", seed, k, p, at)
		}
		at = p.End
		if p.Tops[0] != 0 {
			t.Fatalf("seed %d: page %d begins at %s", seed, k, p.Tops[0])
		}
		checkPage(t, seed, strips[p.First:p.End], p, room)
	}
	if at != len(strips) {
		t.Fatalf("seed %d: %d of %d strips are on pages", seed, at, len(strips))
	}
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
	want := []Page{{First: 0, End: 3, Tops: []geom.Length{0, 10, 25}, Sides: [][]geom.Length{{0, 24}, nil, {43}}}}
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

func FuzzBreakTakesAnything(f *testing.F) {
	f.Add([]byte("a galley of strips"), int64(100), int64(10), int64(4))
	f.Fuzz(func(t *testing.T, data []byte, height, grid, gap int64) {
		var strips []Strip
		for i := 0; i+3 < min(len(data), 200); i += 4 {
			s := Strip{Height: geom.Length(int8(data[i])), Above: geom.Length(int8(data[i+1])), Wide: data[i+2]&1 > 0}
			s.Break = []int{0, Force, Forbid, 100, math.MinInt, math.MaxInt, -5, 0}[data[i+2]>>5]
			for range data[i+2] >> 1 & 3 {
				s.Side = append(s.Side, geom.Length(int8(data[i+3])))
			}
			strips = append(strips, s)
		}
		pages, err := Break(strips, Room{Height: geom.Length(height), Grid: geom.Length(grid), Gap: geom.Length(gap)})
		if err != nil {
			return
		}
		at := 0
		for _, p := range pages {
			if p.First != at {
				t.Fatalf("strip %d is lost", at)
			}
			at = p.End
		}
		if at != len(strips) {
			t.Fatalf("strip %d is lost", at)
		}
	})
}

func BenchmarkBreak(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		r := rand.New(rand.NewPCG(1, 2))
		strips := make([]Strip, n)
		for i := range strips {
			strips[i].Height = 14
			if r.IntN(20) == 0 {
				strips[i].Side = []geom.Length{geom.Length(30 + r.IntN(100))}
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Break(strips, Room{Height: 686, Grid: 14, Gap: 14}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
