package icon

import (
	"io/fs"
	"path"
	"slices"
	"sync"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

func TestEveryNameHasADrawing(t *testing.T) {
	set := New()
	for _, name := range content.Icons() {
		d, ok := set.Named(name)
		if !ok {
			_, err := read(table()[name])
			t.Errorf("%s has no drawing: %v", name, err)
			continue
		}
		if want := (geom.Size{W: geom.Points(24), H: geom.Points(24)}); d.Size != want {
			t.Errorf("%s has the size %v", name, d.Size)
		}
		box := geom.Rect{X: geom.Points(100), Y: geom.Points(200), W: geom.Points(40), H: geom.Points(40)}
		checkInk(t, name, d.Fit(box, page.Color{R: 9}), box)
	}
	if len(set.drawings) != len(content.Icons()) {
		t.Errorf("there are %d drawings for %d names", len(set.drawings), len(content.Icons()))
	}
}

// checkInk tests that the items are inked in the one colour, lie inside the box
// and take up a good part of it.
func checkInk(t *testing.T, name string, items []page.Item, box geom.Rect) {
	t.Helper()
	lo := geom.Point{X: box.Right(), Y: box.Bottom()}
	hi := geom.Point{X: box.X, Y: box.Y}
	for _, item := range items {
		s := item.(page.Shape)
		var half geom.Length
		if s.Stroke != nil {
			half = s.Stroke.Width / 2
		}
		if s.Fill != nil && s.Fill.R != 9 || s.Stroke != nil && s.Stroke.Color.R != 9 {
			t.Errorf("%s is not in the colour given", name)
		}
		for _, p := range onPath(s.Path) {
			lo = geom.Point{X: min(lo.X, p.X-half), Y: min(lo.Y, p.Y-half)}
			hi = geom.Point{X: max(hi.X, p.X+half), Y: max(hi.Y, p.Y+half)}
		}
	}
	if lo.X < box.X || lo.Y < box.Y || hi.X > box.Right() || hi.Y > box.Bottom() {
		t.Errorf("%s has ink from %v to %v, outside %v", name, lo, hi, box)
	}
	if hi.X-lo.X < box.W/2 || hi.Y-lo.Y < box.H/2 {
		t.Errorf("%s has ink from %v to %v only", name, lo, hi)
	}
}

// onPath returns points on the path, eight to a curve.
func onPath(path geom.Path) []geom.Point {
	var list []geom.Point
	var from geom.Point
	for _, s := range path {
		switch s.Op {
		case geom.CubicTo:
			for i := int64(1); i <= 8; i++ {
				list = append(list, cubicAt(from, s.P, i, 8))
			}
			from = s.P[2]
		case geom.MoveTo, geom.LineTo:
			from = s.P[0]
			list = append(list, from)
		}
	}
	return list
}

// cubicAt returns the point i/n along a cubic curve.
func cubicAt(from geom.Point, p [3]geom.Point, i, n int64) geom.Point {
	at := func(a, b, c, d geom.Length) geom.Length {
		j := n - i
		sum := int64(a)*j*j*j + 3*int64(b)*j*j*i + 3*int64(c)*j*i*i + int64(d)*i*i*i
		return geom.Length(geom.DivRound(sum, n*n*n))
	}
	return geom.Point{X: at(from.X, p[0].X, p[1].X, p[2].X), Y: at(from.Y, p[0].Y, p[1].Y, p[2].Y)}
}

func TestNoNameNoDrawing(t *testing.T) {
	for _, name := range []string{"", "house", "Bolig", "lucide/house.svg"} {
		if d, ok := New().Named(name); ok || d != nil {
			t.Errorf("%q has a drawing", name)
		}
	}
}

func TestADrawingIsReadOnce(t *testing.T) {
	set := New()
	first, _ := set.Named("by")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if d, _ := set.Named("by"); d != first {
				t.Error("the drawing was read again")
			}
		})
	}
	group.Wait()
}

func TestNoFileIsIdle(t *testing.T) {
	var used []string
	for _, file := range table() {
		used = append(used, file)
	}
	err := fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Base(file) != "LICENSE" && !slices.Contains(used, file) {
			t.Errorf("%s stands for no name", file)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
