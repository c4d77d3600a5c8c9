package paginate

import (
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// entries makes strips of so many rows each that stand in columns.
func entries(columns int, rows ...int) []Strip {
	out := make([]Strip, len(rows))
	for i, n := range rows {
		out[i] = Strip{Height: geom.Length(10 * n), Columns: columns}
	}
	return out
}

// perColumn returns how many strips each column of each page has.
func perColumn(t *testing.T, strips []Strip, room Room) (out [][]int) {
	t.Helper()
	pages, err := Break(strips, room)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		var n []int
		for i, on := range p.Strips {
			if i == 0 || on.Column != p.Strips[i-1].Column || on.Column == 0 && on.Top < p.Strips[i-1].Top {
				n = append(n, 0)
			}
			n[len(n)-1]++
		}
		out = append(out, n)
	}
	return out
}

func TestColumnsAreFilledAndThenBalanced(t *testing.T) {
	ones := func(n int) []int { return slices.Repeat([]int{1}, n) }
	group := entries(2, ones(12)...)
	for _, i := range []int{1, 2, 11} {
		group[i].Break = Forbid
	}
	costly := entries(2, ones(12)...)
	for i := range costly {
		costly[i].Break = 30
	}
	costly[8].Break = 0
	for _, c := range []struct {
		name   string
		strips []Strip
		want   [][]int
	}{
		{"on one page", entries(2, ones(10)...), [][]int{{5, 5}}},
		{"an odd one", entries(2, ones(11)...), [][]int{{6, 5}}},
		{"three columns", entries(3, ones(10)...), [][]int{{4, 4, 2}}},
		{"one strip", entries(3, 4), [][]int{{1}}},
		{"over pages", entries(2, ones(46)...), [][]int{{10, 10}, {10, 10}, {3, 3}}},
		{"entries of several rows", entries(2, 3, 3, 3, 2, 3, 3, 2, 2), [][]int{{3, 4}, {1}}},
		{"a heading with two entries", append(entries(2, 4), group...), [][]int{{5, 8}}},
		{"breaks that cost more than two rows", costly, [][]int{{8, 4}}},
	} {
		if got := perColumn(t, c.strips, Room{Height: 100, Grid: 10}); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, wanted %v", c.name, got, c.want)
		}
	}
}

// TestTextGoesOnBelowColumns has a heading above columns and text below them.
func TestTextGoesOnBelowColumns(t *testing.T) {
	strips := slices.Concat(lines(2, Forbid), entries(2, 1, 2, 1, 1), lines(3, 0))
	strips[2].Above, strips[6].Above = 10, 10
	pages, err := Break(strips, Room{Height: 100, Grid: 10})
	if err != nil || len(pages) != 1 {
		t.Fatal(len(pages), err)
	}
	var tops, columns []geom.Length
	for _, on := range pages[0].Strips {
		tops, columns = append(tops, on.Top), append(columns, geom.Length(on.Column))
	}
	if want := []geom.Length{0, 10, 30, 40, 30, 40, 70, 80, 90}; !slices.Equal(tops, want) {
		t.Errorf("tops %v, wanted %v", tops, want)
	}
	if want := []geom.Length{0, 0, 0, 0, 1, 1, 0, 0, 0}; !slices.Equal(columns, want) {
		t.Errorf("columns %v, wanted %v", columns, want)
	}
}

func TestAGroupThatGoesOnHasItsHeadAgain(t *testing.T) {
	strips := entries(2, 2, 1, 1, 1, 1, 1, 1)
	for i := range strips[1:] {
		strips[i+1].Head = 15
	}
	strips[6].Row, strips[6].Above = true, 1
	pages, err := Break(strips, Room{Height: 100, Grid: 10})
	if err != nil {
		t.Fatal(err)
	}
	on := pages[0].Strips
	if !on[4].Head || on[4].Column != 1 || on[4].Top != 15 || on[5].Head || on[6].Top != 40 {
		t.Errorf("%+v", on)
	}
}
