package sfnt

import (
	"encoding/binary"
	"fmt"
)

// glyphHeader is the size of a glyph's number of contours and bounding box.
const glyphHeader = 10

// Flags of a component (OpenType 1.9, "glyf", composite glyph description).
const (
	argsAreWords   = 0x0001
	haveScale      = 0x0008
	moreComponents = 0x0020
	haveXYScale    = 0x0040
	haveTwoByTwo   = 0x0080
)

// Glyph returns a glyph's description in glyf, empty where it has no outline.
func (f *File) Glyph(id int) ([]byte, error) {
	if id < 0 || id >= f.NumGlyphs {
		return nil, fmt.Errorf("glyph %d of %d", id, f.NumGlyphs)
	}
	from, to := f.offset(id), f.offset(id+1)
	if from > to || to > len(f.glyf) {
		return nil, fmt.Errorf("glyph %d lies at %d to %d of %d bytes", id, from, to, len(f.glyf))
	}
	if to > from && to-from < glyphHeader {
		return nil, fmt.Errorf("glyph %d is cut off", id)
	}
	return f.glyf[from:to:to], nil
}

func (f *File) offset(id int) int {
	if f.longLoca {
		return int(binary.BigEndian.Uint32(f.loca[4*id:]))
	}
	return 2 * int(binary.BigEndian.Uint16(f.loca[2*id:]))
}

// HMetric returns a glyph's advance and left side bearing in font units, zeros
// where the font has no such glyph.
func (f *File) HMetric(id int) (advance, bearing int) {
	if id < 0 || id >= f.NumGlyphs {
		return 0, 0
	}
	if id < f.NumHMetric {
		return U16(f.hmtx, 4*id), I16(f.hmtx, 4*id+2)
	}
	last := 4 * (f.NumHMetric - 1)
	return U16(f.hmtx, last), I16(f.hmtx, last+4+2*(id-f.NumHMetric))
}

// Top returns the highest y of a glyph's bounding box in font units, 0 where it
// has no outline.
func (f *File) Top(id int) int {
	g, err := f.Glyph(id)
	if err != nil {
		return 0
	}
	return I16(g, 8)
}

// AppendComponents appends the glyphs a composite description is put together
// from; a simple or an empty one has none.
func AppendComponents(dst []int, glyph []byte) ([]int, error) {
	if I16(glyph, 0) >= 0 {
		return dst, nil
	}
	for at := glyphHeader; ; {
		if at+4 > len(glyph) {
			return dst, fmt.Errorf("composite glyph is cut off after %d bytes", len(glyph))
		}
		flags := U16(glyph, at)
		dst = append(dst, U16(glyph, at+2))
		if flags&moreComponents == 0 {
			return dst, nil
		}
		at += componentSize(flags)
	}
}

func componentSize(flags int) int {
	size := 6
	if flags&argsAreWords != 0 {
		size += 2
	}
	switch {
	case flags&haveScale != 0:
		size += 2
	case flags&haveXYScale != 0:
		size += 4
	case flags&haveTwoByTwo != 0:
		size += 8
	}
	return size
}
