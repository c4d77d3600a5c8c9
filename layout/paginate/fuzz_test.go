package paginate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

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
			if s.Hyphen = data[i+2]&8 > 0; data[i+2]&16 > 0 {
				s.Notes = append(s.Notes, geom.Length(int8(data[i+3])))
			}
			s.Float, s.Heading, s.Barrier = data[i+3]&16 > 0, data[i+3]&32 > 0, data[i+3]&64 > 0
			s.Below = geom.Length(int8(data[i]))
			if data[i+2]>>4&1 > 0 {
				s.Columns, s.Apart, s.Row = int(data[i+3]&3), data[i+3]&4 > 0, data[i+3]&8 > 0
			}
			strips = append(strips, s)
		}
		pages, err := Break(strips, Room{Height: geom.Length(height), Grid: geom.Length(grid), Gap: geom.Length(gap), Notes: geom.Length(gap), Verso: gap&1 > 0})
		if err != nil {
			return
		}
		on := make([]int, len(strips))
		for _, p := range pages {
			for _, s := range p.Strips {
				on[s.Strip]++
			}
		}
		for i, n := range on {
			if n != 1 {
				t.Fatalf("strip %d is on %d pages", i, n)
			}
		}
	})
}

// mixed makes n strips of everything that a long chapter may hold.
func mixed(n int) []Strip {
	r := rand.New(rand.NewPCG(1, 2))
	strips := make([]Strip, n)
	for i := range strips {
		s := &strips[i]
		s.Height = 14
		if i/100%3 == 2 {
			s.Columns, s.Break = 2, 30
		}
		if r.IntN(20) == 0 {
			s.Side = []geom.Length{geom.Length(30 + r.IntN(100))}
		}
		if r.IntN(20) == 0 {
			s.Notes = []geom.Length{geom.Length(11 * (1 + r.IntN(3)))}
		}
		if r.IntN(30) == 0 {
			*s = Strip{Height: geom.Length(70 + 14*r.IntN(20)), Float: true, Wide: r.IntN(2) == 0, Below: 14}
		}
		s.Hyphen = r.IntN(5) == 0
	}
	return strips
}

// TestWorkGrowsWithLength counts the ways that are looked at, each of which is
// the work of no more than a page.
func TestWorkGrowsWithLength(t *testing.T) {
	ways := func(n int) (sum int) {
		s := search{page: newPageEnds(mixed(n), Room{Height: 686, Grid: 14, Gap: 14, Notes: 14})}
		if s.run(); s.pages() == nil {
			t.Fatalf("%d strips have no pages", n)
		}
		for _, side := range s.ways {
			for _, list := range side {
				sum += len(list)
			}
		}
		return sum
	}
	if short, long := ways(300), ways(1200); long > 5*short {
		t.Errorf("%d ways for 300 strips, %d for 1200", short, long)
	}
}

func BenchmarkBreak(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		strips := mixed(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Break(strips, Room{Height: 686, Grid: 14, Gap: 14, Notes: 14}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
