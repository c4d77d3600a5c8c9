package bitmap

// orientation is how a stored picture is turned to stand upright: mirrored on
// its axes, then its axes exchanged. The zero value leaves it.
type orientation struct{ flipX, flipY, swap bool }

// orientationOf returns what a value of EXIF's tag Orientation means (CIPA
// DC-008, 4.6.4); unknown values mean nothing.
func orientationOf(v int) orientation {
	switch v {
	case 2:
		return orientation{flipX: true}
	case 3:
		return orientation{flipX: true, flipY: true}
	case 4:
		return orientation{flipY: true}
	case 5:
		return orientation{swap: true}
	case 6:
		return orientation{flipY: true, swap: true}
	case 7:
		return orientation{flipX: true, flipY: true, swap: true}
	case 8:
		return orientation{flipX: true, swap: true}
	}
	return orientation{}
}

// size returns a stored picture's size upright.
func (o orientation) size(w, h int) (int, int) {
	if o.swap {
		return h, w
	}
	return w, h
}

// stored returns where a part of the upright picture lies in the stored one of
// w × h pixels.
func (o orientation) stored(p Part, w, h int) Part {
	if o.swap {
		p = Part{X: p.Y, Y: p.X, W: p.H, H: p.W, OutW: p.OutH, OutH: p.OutW}
	}
	if o.flipX {
		p.X = w - p.X - p.W
	}
	if o.flipY {
		p.Y = h - p.Y - p.H
	}
	return p
}

// upright turns a raster.
func (r raster) upright(o orientation) raster {
	if o == (orientation{}) {
		return r
	}
	out := raster{channels: r.channels, pix: make([]uint8, len(r.pix))}
	out.w, out.h = o.size(r.w, r.h)
	at := 0
	for y := range out.h {
		for x := range out.w {
			sx, sy := x, y
			if o.swap {
				sx, sy = y, x
			}
			if o.flipX {
				sx = r.w - 1 - sx
			}
			if o.flipY {
				sy = r.h - 1 - sy
			}
			from := (sy*r.w + sx) * r.channels
			at += copy(out.pix[at:], r.pix[from:from+r.channels])
		}
	}
	return out
}
