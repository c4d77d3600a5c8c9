package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// weightBits is how fine the weights of pixels are.
const weightBits = 16

// taps are the pixels of an image that one on the page is made of.
type taps struct {
	first   int
	weights []int64
	sum     int64
}

// shares returns what each pixel from first up to last sees of n samples spread
// from start over a length: what it covers of each.
func shares(first, last int, start, length geom.Length, n int) []taps {
	out := make([]taps, max(0, last-first))
	l := int64(length)
	for i := range out {
		// In samples times length; those at both ends are seen in part.
		from := max(0, (int64(first+i)*unit-int64(start))*int64(n))
		to := min(int64(n)*l, (int64(first+i+1)*unit-int64(start))*int64(n))
		if to <= from {
			continue
		}
		t := taps{first: int(from / l)}
		for k := from / l; k*l < to; k++ {
			w := max(1, (min(to, (k+1)*l)-max(from, k*l))<<weightBits/l)
			t.weights = append(t.weights, w)
			t.sum += w
		}
		out[i] = t
	}
	return out
}

// picture draws an image where its clip lets it.
func (c *canvas) picture(p page.Picture, offset geom.Point) error {
	if p.Box.W <= 0 || p.Box.H <= 0 {
		return nil
	}
	img, err := c.bitmap(p.Image)
	if err != nil {
		return err
	}
	area := geom.Rectangle(p.Box)
	switch {
	case p.Clip.W <= 0 || p.Clip.H <= 0:
	case p.Round:
		area = geom.Ellipse(p.Clip)
	default:
		area = geom.Rectangle(p.Clip)
	}
	c.out.reset()
	for _, s := range flatten(area, offset) {
		c.out.fill(s)
	}
	box := p.Box.Move(offset)
	left, right := pixels(limit(box.X), limit(box.Right()), c.img.Width)
	top, foot := pixels(limit(box.Y), limit(box.Bottom()), c.img.Height)
	across := shares(left, right, box.X, box.W, img.w)
	down := shares(top, foot, box.Y, box.H, img.h)
	c.cover(false, func(x, y int, cover uint8) {
		if x >= left && x < right && y >= top && y < foot {
			c.blend(x, y, img.average(across[x-left], down[y-top]), cover)
		}
	})
	return nil
}

// pixels returns the pixels that lie between two places, within 0 and size.
func pixels(from, to int64, size int) (first, last int) {
	clamp := func(v int64) int { return int(min(max(v, 0), int64(size))) }
	return clamp(floor(from)), clamp(floor(to + unit - 1))
}

// bitmap is an image as pixels, RGB.
type bitmap struct {
	w, h int
	pix  []byte
}

// average is the mean of what the taps see, weighted.
func (b *bitmap) average(across, down taps) page.Color {
	var r, g, bl int64
	for j, wy := range down.weights {
		at := 3 * ((down.first+j)*b.w + across.first)
		for i, wx := range across.weights {
			px := b.pix[at+3*i:]
			w := wx * wy
			r += w * int64(px[0])
			g += w * int64(px[1])
			bl += w * int64(px[2])
		}
	}
	sum := max(across.sum*down.sum, 1)
	return page.Color{R: uint8((r + sum/2) / sum), G: uint8((g + sum/2) / sum), B: uint8((bl + sum/2) / sum)}
}

// bitmap returns an image's pixels, kept until the page is done.
func (c *canvas) bitmap(i int) (*bitmap, error) {
	if b := c.bitmaps[i]; b != nil {
		return b, nil
	}
	if i < 0 || i >= len(c.doc.Images) {
		return nil, fmt.Errorf("image %d of %d", i, len(c.doc.Images))
	}
	img := &c.doc.Images[i]
	b := &bitmap{img.Width, img.Height, img.Pix}
	if img.JPEG != nil {
		decoded, err := jpeg.Decode(bytes.NewReader(img.JPEG))
		if err != nil {
			return nil, fmt.Errorf("image %s: %w", img.Name, err)
		}
		b = toRGB(decoded)
	}
	if b.w <= 0 || b.h <= 0 || len(b.pix) != 3*b.w*b.h {
		return nil, fmt.Errorf("image %s: %d bytes are not %d × %d pixels", img.Name, len(b.pix), b.w, b.h)
	}
	c.bitmaps[i] = b
	return b, nil
}

func toRGB(img image.Image) *bitmap {
	r := img.Bounds()
	b := &bitmap{w: r.Dx(), h: r.Dy(), pix: make([]byte, 0, 3*r.Dx()*r.Dy())}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := img.At(x, y).RGBA()
			b.pix = append(b.pix, byte(red>>8), byte(green>>8), byte(blue>>8))
		}
	}
	return b
}
