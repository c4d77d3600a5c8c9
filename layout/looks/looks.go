// Package looks tells where two pictures of pages look different, and makes
// pictures small enough for a screen. It reckons in integers.
package looks

import (
	"bytes"
	"image"
	"image/png"

	"github.com/kl-print/kl-print/layout/raster"
)

// Rect is a part of a picture, in pixels: from X, Y to X+W, Y+H.
type Rect struct{ X, Y, W, H int }

// Shrink makes a picture smaller by a whole factor: each pixel is the mean of
// those it stands for. What is left over at the right and below is dropped.
func Shrink(img *raster.Image, by int) *raster.Image {
	out := &raster.Image{Width: max(1, img.Width/by), Height: max(1, img.Height/by)}
	out.Pix = make([]byte, 3*out.Width*out.Height)
	for y := range out.Height {
		for x := range out.Width {
			for c := range 3 {
				sum, n := 0, 0
				for dy := range min(by, img.Height-y*by) {
					row := 3 * ((y*by+dy)*img.Width + x*by)
					for dx := range min(by, img.Width-x*by) {
						sum, n = sum+int(img.Pix[row+3*dx+c]), n+1
					}
				}
				out.Pix[3*(y*out.Width+x)+c] = byte((sum + n/2) / n)
			}
		}
	}
	return out
}

// cell is how large the squares are that are told to look different, in pixels.
const cell = 12

// slight is by how much a channel of a pixel may differ without its being seen.
const slight = 24

// Differences are the parts of two pictures that look different: what is beyond
// the edge of one of them too. They don't overlap, and come from the top.
func Differences(a, b *raster.Image) []Rect {
	w, h := max(a.Width, b.Width), max(a.Height, b.Height)
	columns, rows := (w+cell-1)/cell, (h+cell-1)/cell
	differs := make([]bool, columns*rows)
	for y := range h {
		for x := range w {
			if !alike(a, b, x, y) {
				differs[y/cell*columns+x/cell] = true
			}
		}
	}
	return joined(differs, columns, rows, w, h)
}

// alike reports a pixel that looks the same in both pictures.
func alike(a, b *raster.Image, x, y int) bool {
	inA, inB := x < a.Width && y < a.Height, x < b.Width && y < b.Height
	if !inA || !inB {
		return inA == inB
	}
	p, q := 3*(y*a.Width+x), 3*(y*b.Width+x)
	for c := range 3 {
		if d := int(a.Pix[p+c]) - int(b.Pix[q+c]); d > slight || d < -slight {
			return false
		}
	}
	return true
}

// near is how many squares apart two may be that are told as one place: to the
// side, and up or down.
const nearX, nearY = 2, 1

// joined makes rectangles about squares that are near each other, and one of those
// that overlap.
func joined(differs []bool, columns, rows, w, h int) []Rect {
	var out []Rect
	for i := range differs {
		if differs[i] {
			out = append(out, about(differs, columns, rows, i))
		}
	}
	for i := 0; i < len(out); i++ {
		for k := i + 1; k < len(out); k++ {
			if a, b := out[i], out[k]; a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
				x, y := min(a.X, b.X), min(a.Y, b.Y)
				out[i] = Rect{x, y, max(a.X+a.W, b.X+b.W) - x, max(a.Y+a.H, b.Y+b.H) - y}
				out = append(out[:k], out[k+1:]...)
				i = -1 // it may overlap others now
				break
			}
		}
	}
	for i, r := range out {
		out[i] = Rect{r.X * cell, r.Y * cell, min((r.X+r.W)*cell, w) - r.X*cell, min((r.Y+r.H)*cell, h) - r.Y*cell}
	}
	return out
}

// about is the rectangle about a square and all that are near it, or near one that
// is, in squares. They are taken out.
func about(differs []bool, columns, rows, first int) Rect {
	x0, y0, x1, y1 := columns, rows, 0, 0
	differs[first] = false
	for todo := []int{first}; len(todo) > 0; {
		x, y := todo[len(todo)-1]%columns, todo[len(todo)-1]/columns
		todo = todo[:len(todo)-1]
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x+1), max(y1, y+1)
		for ny := max(0, y-nearY); ny <= min(rows-1, y+nearY); ny++ {
			for nx := max(0, x-nearX); nx <= min(columns-1, x+nearX); nx++ {
				if at := ny*columns + nx; differs[at] {
					differs[at] = false
					todo = append(todo, at)
				}
			}
		}
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// PNG writes a picture as PNG.
func PNG(img *raster.Image) ([]byte, error) {
	rgba := image.NewNRGBA(image.Rect(0, 0, img.Width, img.Height))
	for i := range img.Width * img.Height {
		copy(rgba.Pix[4*i:], img.Pix[3*i:3*i+3])
		rgba.Pix[4*i+3] = 0xFF
	}
	var out bytes.Buffer
	err := png.Encode(&out, rgba)
	return out.Bytes(), err
}

// Decode reads a PNG without transparency.
func Decode(data []byte) (*raster.Image, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	size := img.Bounds()
	out := &raster.Image{Width: size.Dx(), Height: size.Dy(), Pix: make([]byte, 0, 3*size.Dx()*size.Dy())}
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			out.Pix = append(out.Pix, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return out, nil
}
