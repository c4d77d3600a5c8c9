package bitmap

import (
	"sort"

	"github.com/kl-print/kl-print/layout/geom"
)

// transform takes a profile's colours to sRGB. A nil one leaves them.
type transform struct {
	curves [3]*curve // equal ones shared; of grey only the first
	grey   bool
	matrix [3][3]int64 // from light to sRGB's light, in 65536ths
	limits [256]int64  // the least light of each level of sRGB, in one << 16
}

// primaries are the colours of a space's red, green and blue, as columns, in
// 65536ths of the connection space.
type primaries [3][3]int64

// srgbPrimaries are sRGB's, as in the ICC's own profile (and in layout/pdf's).
func srgbPrimaries() primaries {
	return primaries{{0x6FA2, 0x38F5, 0x0390}, {0x6299, 0xB785, 0x18DA}, {0x24A0, 0x0F84, 0xB6CF}}
}

// newTransform makes one of a profile for a picture in colour or in grey.
func newTransform(data []byte, grey bool) (*transform, error) {
	p, err := openProfile(data)
	if err != nil {
		return nil, err
	}
	switch {
	case p.space == "GRAY" && grey:
		c, err := p.curve("kTRC")
		return finish(&transform{grey: true, curves: [3]*curve{c}}, err)
	case p.space == "RGB " && grey: // equal parts of its colours are grey
		c, err := p.curve("gTRC")
		return finish(&transform{grey: true, curves: [3]*curve{c}}, err)
	case p.space == "RGB ":
		return rgbTransform(p)
	}
	return nil, errProfile
}

func rgbTransform(p profile) (*transform, error) {
	t := &transform{}
	var from primaries
	for i, c := range []string{"r", "g", "b"} {
		var err error
		if from[i], err = p.xyz(c + "XYZ"); err != nil {
			return nil, err
		}
		if i > 0 && string(p.tag(c+"TRC")) == string(p.tag("rTRC")) {
			t.curves[i] = t.curves[0]
		} else if t.curves[i], err = p.curve(c + "TRC"); err != nil {
			return nil, err
		}
	}
	t.matrix = between(from, srgbPrimaries())
	return finish(t, nil)
}

// adobeRGB is the transform of Adobe RGB (1998), for cameras that name it and
// give no profile.
func adobeRGB() (*transform, error) {
	c, err := gammaCurve(563 << 8) // 563/256
	t := &transform{curves: [3]*curve{c, c, c}}
	t.matrix = between(primaries{{0x9C18, 0x4FA5, 0x04FC}, {0x348D, 0xA02C, 0x0F95}, {0x2631, 0x102F, 0xBE9C}}, srgbPrimaries())
	return finish(t, err)
}

// finish reckons where each level of sRGB begins. A transform that changes
// nothing is nil.
func finish(t *transform, err error) (*transform, error) {
	if err != nil {
		return nil, err
	}
	f, roots := sRGB(), rootsOfHalf()
	for v := 1; v < len(t.limits); v++ {
		t.limits[v] = f.at(geom.DivRound((2*int64(v)-1)*one, 510), roots) << 16
	}
	if t.idle() {
		return nil, nil
	}
	return t, nil
}

// idle reports whether the transform leaves colours within one level, as that
// of sRGB's own profile does.
func (t *transform) idle() bool {
	levels := []int{0, 1, 2, 5, 10, 20, 40, 64, 96, 128, 160, 192, 224, 255}
	var out []uint8
	for _, r := range levels {
		for _, g := range levels {
			for _, b := range levels {
				in := [3]uint16{uint16(r) * 0x101, uint16(g) * 0x101, uint16(b) * 0x101}
				out = t.appendRow(out[:0], in[:], 3)
				for i, v := range out {
					if d := int(v) - int(in[i]>>8); d < -1 || d > 1 {
						return false
					}
				}
			}
		}
	}
	return true
}

// appendRow appends a row of samples of 16 bits, in sRGB of 8. This is where the
// colour is rounded, once.
func (t *transform) appendRow(out []uint8, row []uint16, channels int) []uint8 {
	switch {
	case t == nil:
		for _, v := range row {
			out = append(out, uint8((uint32(v)*0xFF+0x7FFF)/0xFFFF))
		}
	case t.grey || channels == 1:
		for _, v := range row {
			out = append(out, t.level(t.curves[0].at(v)<<16))
		}
	default:
		for i := 0; i+3 <= len(row); i += 3 {
			r, g, b := t.curves[0].at(row[i]), t.curves[1].at(row[i+1]), t.curves[2].at(row[i+2])
			for _, m := range t.matrix {
				out = append(out, t.level(m[0]*r+m[1]*g+m[2]*b))
			}
		}
	}
	return out
}

// level returns sRGB's level of a light, in one << 16.
func (t *transform) level(light int64) uint8 {
	return uint8(sort.Search(255, func(i int) bool { return light < t.limits[i+1] }))
}

// between is the matrix from light of one space to light of another: the
// inverse of the other's primaries after the one's own. The inverse is kept as
// cofactors (in 2^32nds) over the determinant (in 2^48ths), so that nothing is
// rounded before the end, and a space is taken to itself exactly.
func between(from, to primaries) [3][3]int64 {
	cof := func(i, j int) int64 { // of row i, column j of the transposed
		a, b, c, d := (i+1)%3, (i+2)%3, (j+1)%3, (j+2)%3
		return to[a][c]*to[b][d] - to[a][d]*to[b][c]
	}
	var det int64
	for i := range 3 {
		det += to[0][i] * cof(0, i)
	}
	var m [3][3]int64
	for i := range 3 {
		for j := range 3 {
			var sum int64
			for k := range 3 {
				sum += cof(i, k) * from[j][k]
			}
			m[i][j] = clamp(geom.DivRound(sum, geom.DivRound(det, 1<<16)), -16<<16, 16<<16)
		}
	}
	return m
}
