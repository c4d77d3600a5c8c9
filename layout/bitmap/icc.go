package bitmap

import (
	"encoding/binary"
	"errors"
)

// errProfile is a profile that is not a matrix with curves, or a curve for grey.
var errProfile = errors.New("the profile is not a matrix with curves")

// profile is an ICC profile's tags (ICC.1:2010).
type profile struct {
	data  []byte
	space string // "RGB ", "GRAY", "CMYK"…
}

// openProfile reads the header.
func openProfile(data []byte) (profile, error) {
	if len(data) < 132 || string(data[36:40]) != "acsp" {
		return profile{}, errProfile
	}
	return profile{data, string(data[16:20])}, nil
}

// tag returns a tag's data, nil where there is none.
func (p profile) tag(name string) []byte {
	count := int64(binary.BigEndian.Uint32(p.data[128:]))
	for i := range min(count, 100) {
		at := 132 + 12*i
		if at+12 > int64(len(p.data)) {
			break
		}
		entry := p.data[at:]
		if string(entry[:4]) != name {
			continue
		}
		start, size := int64(binary.BigEndian.Uint32(entry[4:])), int64(binary.BigEndian.Uint32(entry[8:]))
		if size < 8 || start+size > int64(len(p.data)) {
			return nil
		}
		return p.data[start : start+size]
	}
	return nil
}

// xyz reads a tag's colour, in 65536ths.
func (p profile) xyz(name string) ([3]int64, error) {
	t := p.tag(name)
	if len(t) < 20 || string(t[:4]) != "XYZ " {
		return [3]int64{}, errProfile
	}
	var v [3]int64
	for i := range v {
		v[i] = fixedAt(t, 8+4*i)
	}
	return v, nil
}

// fixedAt reads an s15Fixed16Number.
func fixedAt(b []byte, at int) int64 { return int64(int32(binary.BigEndian.Uint32(b[at:]))) }

// curve reads a tag's tone curve.
func (p profile) curve(name string) (*curve, error) {
	t := p.tag(name)
	if len(t) < 12 {
		return nil, errProfile
	}
	switch string(t[:4]) {
	case "curv":
		return sampledCurve(t)
	case "para":
		return parametricCurve(t)
	}
	return nil, errProfile
}

// sampledCurve reads a curveType (10.6): none, a gamma in 256ths, or samples.
func sampledCurve(t []byte) (*curve, error) {
	n := int64(binary.BigEndian.Uint32(t[8:]))
	if int64(len(t)) < 12+2*n {
		return nil, errProfile
	}
	at := func(i int64) int64 { return int64(binary.BigEndian.Uint16(t[12+2*i:])) }
	switch n {
	case 0:
		return newCurve(func(x int64) int64 { return x }), nil
	case 1:
		return gammaCurve(at(0) << 8)
	}
	return newCurve(func(x int64) int64 {
		pos := x * (n - 1) // in one·steps
		i := min(pos>>oneBits, n-2)
		frac := pos - i<<oneBits
		return (at(i)*(one-frac) + at(i+1)*frac) / 0xFFFF
	}), nil
}

// parametricCurve reads a parametricCurveType (10.18), kinds 0 to 4.
func parametricCurve(t []byte) (*curve, error) {
	kind := int(binary.BigEndian.Uint16(t[8:]))
	counts := [...]int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(t) < 12+4*counts[kind] {
		return nil, errProfile
	}
	var v [7]int64
	for i := range counts[kind] {
		v[i] = fixedAt(t, 12+4*i)
	}
	f := function{g: v[0], a: 1 << 16}
	switch kind {
	case 1: // (ax+b)^g from −b/a up, else 0
		f.a, f.b = v[1], v[2]
	case 2: // (ax+b)^g + c from −b/a up, else c
		f.a, f.b, f.e, f.f = v[1], v[2], v[3], v[3]
	case 3, 4: // (ax+b)^g + e from d up, else cx + f
		f.a, f.b, f.c, f.d, f.e, f.f = v[1], v[2], v[3], v[4], v[5], v[6]
	}
	if kind == 1 || kind == 2 {
		if f.a <= 0 {
			return nil, errProfile
		}
		f.d = max(0, -f.b<<16/f.a)
	}
	return f.curve()
}
