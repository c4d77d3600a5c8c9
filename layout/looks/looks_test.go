package looks

import (
	"bytes"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/layout/raster"
)

// white is an empty page.
func white(w, h int) *raster.Image {
	return &raster.Image{Width: w, Height: h, Pix: bytes.Repeat([]byte{0xFF}, 3*w*h)}
}

// dot blackens a square of pixels.
func dot(img *raster.Image, x, y, size int) {
	for dy := range size {
		for dx := range size {
			copy(img.Pix[3*((y+dy)*img.Width+x+dx):], []byte{0, 0, 0})
		}
	}
}

func TestDifferences(t *testing.T) {
	for name, c := range map[string]struct {
		change func(a, b *raster.Image)
		want   []Rect
	}{
		"none":              {func(a, b *raster.Image) { dot(a, 5, 5, 3); dot(b, 5, 5, 3) }, nil},
		"too slight":        {func(a, b *raster.Image) { b.Pix[0] = 0xFF - slight }, nil},
		"one":               {func(a, b *raster.Image) { dot(b, 30, 30, 2) }, []Rect{{24, 24, 12, 12}}},
		"two that are near": {func(a, b *raster.Image) { dot(b, 30, 30, 2); dot(a, 50, 30, 2) }, []Rect{{24, 24, 36, 12}}},
		"two that are far":  {func(a, b *raster.Image) { dot(b, 2, 2, 2); dot(a, 90, 90, 2) }, []Rect{{0, 0, 12, 12}, {84, 84, 12, 12}}},
		"at the edge":       {func(a, b *raster.Image) { dot(b, 98, 98, 2) }, []Rect{{96, 96, 4, 4}}},
	} {
		a, b := white(100, 100), white(100, 100)
		c.change(a, b)
		if got := Differences(a, b); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
	if got := Differences(white(100, 100), white(100, 112)); !slices.Equal(got, []Rect{{0, 96, 100, 16}}) {
		t.Errorf("a longer page: %v", got)
	}
}

func TestShrink(t *testing.T) {
	img := white(10, 7)
	dot(img, 0, 0, 2)
	small := Shrink(img, 3)
	if small.Width != 3 || small.Height != 2 || small.Pix[0] != (5*255+4)/9 || small.Pix[3] != 255 {
		t.Errorf("%d × %d: %v", small.Width, small.Height, small.Pix)
	}
}

// TestPNG writes a picture and reads it back.
func TestPNG(t *testing.T) {
	img := white(20, 10)
	dot(img, 3, 4, 5)
	data, err := PNG(img)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(data)
	if err != nil || back.Width != 20 || back.Height != 10 || !bytes.Equal(back.Pix, img.Pix) {
		t.Errorf("%v: it is another picture", err)
	}
	if _, err := Decode([]byte("no picture")); err == nil {
		t.Error("what is no picture is read")
	}
}
