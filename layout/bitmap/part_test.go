package bitmap

import (
	"bytes"
	"image"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

func TestPower(t *testing.T) {
	roots := rootsOfHalf()
	for _, c := range []struct{ x, g, want int64 }{
		{0, 1 << 16, 0}, {one, 3 << 15, one}, {one / 2, 1 << 16, one / 2}, {one / 2, 2 << 16, one / 4},
		{one / 4, 1 << 15, one / 2}, {one / 3, 1 << 16, one / 3}, {1, 16 << 16, 0}, {1, 1 << 16, 1},
	} {
		if got := power(c.x, c.g, roots); got < c.want-2 || got > c.want+2 {
			t.Errorf("power(%d, %d) = %d, want %d", c.x, c.g, got, c.want)
		}
	}
}

func TestCover(t *testing.T) {
	in := geom.Inch
	for _, c := range []struct {
		w, h   int
		place  geom.Size
		fx, fy int
		want   Part
	}{
		{600, 400, geom.Size{W: 3 * in, H: 2 * in}, 500, 500, Part{0, 0, 600, 400, 600, 400}},
		{600, 400, geom.Size{W: in, H: in}, 500, 500, Part{100, 0, 400, 400, 400, 400}},
		{600, 400, geom.Size{W: in, H: in}, 0, 0, Part{0, 0, 400, 400, 400, 400}},
		{600, 400, geom.Size{W: in, H: in}, 1000, 0, Part{200, 0, 400, 400, 400, 400}},
		{400, 600, geom.Size{W: in, H: in}, 500, 350, Part{0, 10, 400, 400, 400, 400}},
		{900, 900, geom.Size{W: in, H: in}, 500, 500, Part{0, 0, 900, 900, 300, 300}},
		{451, 451, geom.Size{W: in, H: in}, 500, 500, Part{0, 0, 451, 451, 300, 300}},
		{450, 450, geom.Size{W: in, H: in}, 500, 500, Part{0, 0, 450, 450, 450, 450}},
		{1, 10000, geom.Size{W: in, H: in}, 500, 500, Part{0, 5000, 1, 1, 1, 1}},
		{10000, 1, geom.Size{W: in, H: 1}, 500, 500, Part{0, 0, 10000, 1, 300, 1}},
	} {
		h := &Head{Width: c.w, Height: c.h}
		if got := h.Cover(c.place, c.fx, c.fy); got != c.want {
			t.Errorf("%d × %d in %v at %d, %d: %+v, want %+v", c.w, c.h, c.place, c.fx, c.fy, got, c.want)
		}
	}
}

func TestShortage(t *testing.T) {
	h := &Head{Width: 600, Height: 400}
	square := geom.Size{W: 2 * geom.Inch, H: 2 * geom.Inch}
	if s, ok := h.Shortage(h.Cover(square, 500, 500), square); !ok || s != (Shortage{200, 900, 600}) {
		t.Errorf("%+v, %v", s, ok)
	}
	if s, ok := h.Shortage(h.Whole(), geom.Size{W: 2 * geom.Inch, H: 4 * geom.Inch / 3}); ok {
		t.Errorf("%+v", s)
	}
}

func TestShrink(t *testing.T) {
	for _, c := range [][2]int{{1, 1}, {2, 1}, {3, 2}, {6000, 259}, {60000, 1}, {100, 99}, {7, 3}} {
		for i, tap := range shrink(c[0], c[1]) {
			var sum int64
			for _, w := range tap.weights {
				sum += w
			}
			if sum != 1<<weightBits || tap.first < 0 || tap.end() > c[0] {
				t.Fatalf("%v: sample %d is made of %d to %d, which sum to %d", c, i, tap.first, tap.end(), sum)
			}
		}
	}
	// A flat picture stays flat, and quarters stay where they are.
	for _, size := range [][2]int{{5, 3}, {13, 7}, {31, 64}} {
		_, b := render(t, pngOf(t, scene(64, 64)), &Part{W: 64, H: 64, OutW: size[0], OutH: size[1]})
		if b.Width != size[0] || b.Height != size[1] {
			t.Errorf("%d × %d", b.Width, b.Height)
		}
		sameScene(t, shown(t, b), 16)
	}
	_, b := render(t, pngOf(t, image.NewRGBA(image.Rect(0, 0, 50, 50))), &Part{W: 50, H: 50, OutW: 7, OutH: 9})
	if !bytes.Equal(b.Pix, bytes.Repeat([]byte{255}, 3*7*9)) {
		t.Error("white is not white any more")
	}
}
