package bitmap

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
)

// raster is finished pixels: sRGB or grey, eight bits a channel.
type raster struct {
	w, h     int
	channels int // 1 or 3
	pix      []uint8
}

// raster makes a part of a decoded picture, not yet turned upright.
func (h *Head) raster(img image.RGBA64Image, p Part) raster {
	p = h.turn.stored(p, h.storedW, h.storedH)
	out := raster{w: p.OutW, h: p.OutH, channels: 3}
	if h.grey {
		out.channels = 1
	}
	out.pix = make([]uint8, 0, p.OutW*p.OutH*out.channels)
	emit := func(row []uint16) { out.pix = h.colours.appendRow(out.pix, row, out.channels) }
	line := make([]uint16, p.W*out.channels)
	s := newShrinker(p, out.channels, emit)
	for y := range p.H {
		readRow(line, img, p.X, p.Y+y, out.channels)
		s.row(y, line)
	}
	return out
}

// readRow reads pixels from x, y on, laid on white.
func readRow(line []uint16, img image.RGBA64Image, x, y, channels int) {
	switch img := img.(type) {
	case *image.YCbCr:
		if channels == 3 {
			readYCbCr(line, img, x, y)
			return
		}
	case *image.Gray:
		if channels == 1 {
			for i, v := range img.Pix[img.PixOffset(x, y):][:len(line)] {
				line[i] = uint16(v) * 0x101
			}
			return
		}
	}
	for i := 0; i+channels <= len(line); i += channels {
		c := img.RGBA64At(x, y)
		white := 0xFFFF - c.A // the channels are multiplied by alpha already
		line[i] = c.R + white
		if channels == 3 {
			line[i+1], line[i+2] = c.G+white, c.B+white
		}
		x++
	}
}

// readYCbCr is readRow for a JPEG in colour.
func readYCbCr(line []uint16, img *image.YCbCr, x, y int) {
	for i := 0; i+3 <= len(line); i += 3 {
		at := img.COffset(x, y)
		r, g, b := color.YCbCrToRGB(img.Y[img.YOffset(x, y)], img.Cb[at], img.Cr[at])
		line[i], line[i+1], line[i+2] = uint16(r)*0x101, uint16(g)*0x101, uint16(b)*0x101
		x++
	}
}

// rgb returns the pixels with three channels.
func (r raster) rgb() []byte {
	if r.channels == 3 {
		return r.pix
	}
	out := make([]byte, 0, 3*len(r.pix))
	for _, v := range r.pix {
		out = append(out, v, v, v)
	}
	return out
}

// jpeg encodes the pixels.
func (r raster) jpeg() ([]byte, error) {
	var out bytes.Buffer
	err := jpeg.Encode(&out, r.image(), &jpeg.Options{Quality: quality})
	return out.Bytes(), err
}

// image returns the pixels as a picture of the standard library.
func (r raster) image() image.Image {
	area := image.Rect(0, 0, r.w, r.h)
	if r.channels == 1 {
		return &image.Gray{Pix: r.pix, Stride: r.w, Rect: area}
	}
	out := image.NewRGBA(area)
	for i := range r.w * r.h {
		copy(out.Pix[4*i:], r.pix[3*i:3*i+3])
		out.Pix[4*i+3] = 0xFF
	}
	return out
}
