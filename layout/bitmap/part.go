package bitmap

import "github.com/kl-print/kl-print/layout/geom"

// Densities, in pixels an inch of paper.
const (
	Density = 300 // what a picture should have: the usual screen of offset print needs no more
	Coarse  = 150 // below it single pixels are seen
	// excess is where a picture is shrunk to Density. Below it the file would be
	// hardly smaller, and every shrinking costs sharpness.
	excess = 450
)

// Part is a rectangle of a picture, upright, in its pixels, and how many pixels
// are made of it. Parts of one file that are equal are the same bitmap.
type Part struct {
	X, Y, W, H int
	OutW, OutH int
}

// Whole is all of a picture, pixel by pixel.
func (h *Head) Whole() Part {
	return Part{W: h.Width, H: h.Height, OutW: h.Width, OutH: h.Height}
}

// Cover is the largest part with the proportions of a place, for that place.
// The focus, in thousandths of the picture's width and height, is as near the
// part's middle as the picture's edges let it.
func (h *Head) Cover(place geom.Size, focusX, focusY int) Part {
	p := h.Whole()
	w, ht := int64(h.Width), int64(h.Height)
	if w*int64(place.H) > ht*int64(place.W) {
		p.W = int(clamp(geom.DivRound(ht*int64(place.W), max(1, int64(place.H))), 1, w))
		p.X = slide(h.Width, p.W, focusX)
	} else {
		p.H = int(clamp(geom.DivRound(w*int64(place.H), max(1, int64(place.W))), 1, ht))
		p.Y = slide(h.Height, p.H, focusY)
	}
	return p.For(place)
}

// For returns the part with the pixels a place needs: its own, or fewer where it
// has far more than Density.
func (p Part) For(place geom.Size) Part {
	p.OutW, p.OutH = p.W, p.H
	if p.density(place) > excess {
		p.OutW, p.OutH = min(p.W, pixels(place.W)), min(p.H, pixels(place.H))
	}
	return p
}

// density is how many pixels an inch the part has in a place, the fraction left
// out; that of the axis with fewer.
func (p Part) density(place geom.Size) int64 {
	x := int64(p.W) * int64(geom.Inch) / max(1, int64(place.W))
	y := int64(p.H) * int64(geom.Inch) / max(1, int64(place.H))
	return min(x, y)
}

// Shortage is how many pixels an inch a picture has where that is too few, and
// how large the whole file should be.
type Shortage struct{ Density, Width, Height int }

// Shortage reports a part with fewer pixels an inch than Density in a place.
func (h *Head) Shortage(p Part, place geom.Size) (Shortage, bool) {
	d := p.density(place)
	if d >= Density || p.W <= 0 || p.H <= 0 {
		return Shortage{}, false
	}
	whole := func(all, part int, l geom.Length) int { return (all*pixels(l) + part - 1) / part }
	return Shortage{int(d), whole(h.Width, p.W, place.W), whole(h.Height, p.H, place.H)}, true
}

// pixels is how many a length has at Density, rounded up.
func pixels(l geom.Length) int {
	return max(1, int((int64(l)*Density+int64(geom.Inch)-1)/int64(geom.Inch)))
}

// slide places a window of size on a line of length all, its middle at focus
// thousandths of the line.
func slide(all, size, focus int) int {
	at := geom.DivRound(int64(all)*int64(focus), 1000) - int64(size)/2
	return int(clamp(at, 0, int64(all-size)))
}

func clamp(v, lo, hi int64) int64 { return max(lo, min(v, hi)) }
