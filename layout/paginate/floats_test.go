package paginate

import (
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// figure is a strip of so many rows that floats.
func figure(rows int) Strip {
	return Strip{Height: geom.Length(10 * rows), Float: true, Below: 10}
}

// on returns the strips of each page, in the order they stand.
func on(t *testing.T, strips []Strip, room Room) (out [][]int) {
	t.Helper()
	pages, err := Break(strips, room)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		var list []int
		for _, s := range p.Strips {
			list = append(list, s.Strip)
		}
		out = append(out, list)
	}
	return out
}

// run is the numbers from one to another.
func run(from, to int) (out []int) {
	for i := from; i <= to; i++ {
		out = append(out, i)
	}
	return out
}

// TestFiguresFloat has pages of twenty rows, and a figure of twelve after as many
// rows of text.
func TestFiguresFloat(t *testing.T) {
	text := func(n int) []Strip { return lines(n, 0) }
	heading := func(s []Strip, i int) []Strip { s[i].Heading = true; return s }
	section := func(s []Strip) []Strip { s[0].Barrier = true; return s }
	forced := func(s []Strip) []Strip { s[0].Break = Force; return s }
	here := figure(12)
	here.Float = false
	headed := heading(text(12), 11)
	headed = append(headed, figure(12))
	headed[12].Break = Forbid
	for _, c := range []struct {
		name   string
		strips []Strip
		want   [][]int
	}{
		{
			"it stands where it is read, where that leaves no hole", slices.Concat(text(8), []Strip{figure(12)}, text(10)),
			[][]int{run(0, 8), run(9, 18)},
		},
		{
			"text from after it fills the hole", slices.Concat(text(12), []Strip{figure(12)}, text(14)),
			[][]int{slices.Concat(run(0, 11), run(13, 20)), slices.Concat(run(12, 12), run(21, 26))},
		},
		{
			"where it is told to stay there is the hole", slices.Concat(text(12), []Strip{here}, text(14)),
			[][]int{run(0, 11), run(12, 20), run(21, 26)},
		},
		{
			"a small hole is better than a figure far away", slices.Concat(text(15), []Strip{figure(10)}, text(14)),
			[][]int{run(0, 14), run(15, 24), run(25, 29)},
		},
		{
			"up to the foot of the page before, where no text of its section fills the hole",
			slices.Concat(heading(text(12), 0), []Strip{figure(14)}, forced(text(3))),
			[][]int{slices.Concat(run(0, 5), run(12, 12)), run(6, 11), run(13, 15)},
		},
		{
			"not up past its heading", slices.Concat(heading(text(12), 6), []Strip{figure(14)}, forced(text(3))),
			[][]int{run(0, 11), {12}, run(13, 15)},
		},
		{
			"not down past the end of its section", slices.Concat(heading(text(12), 11), []Strip{figure(12)}, section(text(14))),
			[][]int{run(0, 11), run(12, 19), run(20, 26)},
		},
		{
			"not down past a new page", slices.Concat(text(12), []Strip{figure(12)}, text(2), forced(text(4))),
			[][]int{slices.Concat(run(0, 11), run(13, 14)), {12}, run(15, 18)},
		},
		{
			"not past another that floats", slices.Concat(text(12), []Strip{figure(12)}, text(1), []Strip{figure(2)}, text(17)),
			[][]int{slices.Concat(run(0, 11), run(13, 13), run(15, 21)), slices.Concat(run(12, 12), run(14, 14), run(22, 25)), run(26, 31)},
		},
		{
			"its heading keeps what follows", slices.Concat(headed, text(14)),
			[][]int{slices.Concat(run(0, 11), run(13, 20)), slices.Concat(run(12, 12), run(21, 26))},
		},
	} {
		room := Room{Height: 200, Grid: 10}
		if got := on(t, c.strips, room); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, wanted %v", c.name, got, c.want)
		}
	}
}
