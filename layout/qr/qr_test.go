package qr

import (
	"image/color"
	"reflect"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// winding counts how often the path goes round p, which is on none of its
// lines: the lines to the south less those to the north, to the right of p.
func winding(path geom.Path, p geom.Point) (n int) {
	var start, from geom.Point
	for _, s := range path {
		to := s.P[0]
		switch s.Op {
		case geom.MoveTo:
			start, from = to, to
		case geom.Close:
			to = start
		}
		if from.X > p.X && from.Y < p.Y && to.Y > p.Y {
			n++
		}
		if from.X > p.X && from.Y > p.Y && to.Y < p.Y {
			n--
		}
		from = to
	}
	return n
}

// TestModulesAreThoseOfTheCode reads the modules back from the shape, margin
// included.
func TestModulesAreThoseOfTheCode(t *testing.T) {
	texts := []string{"1", "KL", "https://www.kl.dk", "https://www.kl.dk/video?id=blåbærgrød&t=1", strings.Repeat("x", 300)}
	for _, text := range texts {
		for _, side := range []geom.Length{geom.MM(25), 72001, 1000} {
			want, err := qr.Encode(text, qr.M, qr.Auto)
			if err != nil {
				t.Fatal(err)
			}
			n := want.Bounds().Dx()
			items, err := Code(text, side, page.Color{B: 7})
			if err != nil || len(items) != 1 {
				t.Fatalf("%d items, %v", len(items), err)
			}
			shape := items[0].(page.Shape)
			if shape.Stroke != nil || shape.Fill == nil || *shape.Fill != (page.Color{B: 7}) {
				t.Error("the shape is not filled with the ink")
			}
			middle := func(i int) geom.Length { return side.Scale(int64(2*i+9), int64(2*n+16)) }
			for y := -4; y < n+4; y++ {
				for x := -4; x < n+4; x++ {
					dark := 0
					if x >= 0 && y >= 0 && x < n && y < n && want.At(x, y) == color.Black {
						dark = 1
					}
					if got := winding(shape.Path, geom.Point{X: middle(x), Y: middle(y)}); got != dark {
						t.Fatalf("%.20q, %v: module %d, %d is wound round %d times, want %d", text, side, x, y, got, dark)
					}
				}
			}
		}
	}
}

// TestOutlineIsMerged counts the loops of small patterns.
func TestOutlineIsMerged(t *testing.T) {
	tests := []struct {
		rows         []string
		loops, lines int
	}{
		{[]string{"#"}, 1, 3},
		{[]string{"##", "##"}, 1, 3},
		{[]string{"#.", ".#"}, 2, 6},
		{[]string{".#", "#."}, 2, 6},
		{[]string{"###", "#.#", "###"}, 2, 6},
		{[]string{"##.", "#.#", "###"}, 1, 9},
		{[]string{"..", ".."}, 0, 0},
	}
	for _, test := range tests {
		n := len(test.rows)
		dark := func(c cell) bool {
			return c.x >= 0 && c.y >= 0 && c.x < n && c.y < n && test.rows[c.y][c.x] == '#'
		}
		path := outline(n, dark, func(i int) geom.Length { return geom.Length(2 * i) })
		count := map[geom.Op]int{}
		for _, s := range path {
			count[s.Op]++
		}
		if count[geom.Close] != test.loops || count[geom.MoveTo] != test.loops || count[geom.LineTo] != test.lines {
			t.Errorf("%v: %v, want %d loops and %d lines", test.rows, count, test.loops, test.lines)
		}
		for y := range n {
			for x := range n {
				p := geom.Point{X: geom.Length(2*x + 1), Y: geom.Length(2*y + 1)}
				if got := winding(path, p) == 1; got != dark(cell{x, y}) {
					t.Errorf("%v: %d, %d is %v", test.rows, x, y, got)
				}
			}
		}
	}
}

func TestMarginIsFourModules(t *testing.T) {
	items, err := Code("KL", geom.Points(29), page.Color{}) // 21 modules and the margins, a point each
	if err != nil {
		t.Fatal(err)
	}
	lo, hi := geom.Points(29), geom.Length(0)
	for _, s := range items[0].(page.Shape).Path {
		if s.Op != geom.Close {
			lo, hi = min(lo, s.P[0].X, s.P[0].Y), max(hi, s.P[0].X, s.P[0].Y)
		}
	}
	if lo != geom.Points(4) || hi != geom.Points(25) {
		t.Errorf("the code is from %v to %v", lo, hi)
	}
}

func TestSameTextSameCode(t *testing.T) {
	first, _ := Code("https://www.kl.dk", geom.MM(20), page.Color{})
	for range 20 {
		if again, _ := Code("https://www.kl.dk", geom.MM(20), page.Color{}); !reflect.DeepEqual(again, first) {
			t.Fatal("the code differs from one time to the next")
		}
	}
}

func TestNoCode(t *testing.T) {
	tests := []struct {
		text string
		side geom.Length
	}{{"", geom.MM(20)}, {strings.Repeat("x", 3000), geom.MM(20)}, {"KL", 0}, {"KL", -5}, {"KL", 28}}
	for _, test := range tests {
		if items, err := Code(test.text, test.side, page.Color{}); err == nil || items != nil {
			t.Errorf("%.10q in %v has a code", test.text, test.side)
		}
	}
}

// FuzzCode looks for panics and checks that every code stays in its square.
func FuzzCode(f *testing.F) {
	f.Add("https://www.kl.dk/æøå", int64(70000))
	f.Add("12345", int64(29))
	f.Fuzz(func(t *testing.T, text string, side int64) {
		items, err := Code(text, geom.Length(side%1_000_000), page.Color{})
		if err != nil {
			return
		}
		for _, s := range items[0].(page.Shape).Path {
			if p := s.P[0]; min(p.X, p.Y) < 0 || max(p.X, p.Y) > geom.Length(side) {
				t.Fatalf("%v is outside %v", p, side)
			}
		}
	})
}
