package bitmap

import (
	"math/big"
	"math/bits"
)

// Tone curves are reckoned with one = 2^31.
const (
	oneBits = 31
	one     = int64(1) << oneBits
)

// steps is how many straight pieces a curve is kept as. At 4096, a gamma of 2.2
// is met within 2^-25.
const (
	stepBits = 12
	steps    = 1 << stepBits
)

// curve takes a channel to light, 0 to one.
type curve [steps + 1]int64

// newCurve samples f, which takes and gives 0 to one; what it gives beyond that
// is cut off.
func newCurve(f func(int64) int64) *curve {
	var c curve
	for i := range c {
		c[i] = clamp(f(int64(i)<<(oneBits-stepBits)), 0, one)
	}
	return &c
}

// at returns the light of a channel of 16 bits.
func (c *curve) at(v uint16) int64 {
	const fine = 16 - stepBits
	x := int64(v) + int64(v>>15) // 0 to 65536
	i, frac := x>>fine, x&(1<<fine-1)
	if frac == 0 {
		return c[i]
	}
	return c[i] + (c[i+1]-c[i])*frac>>fine
}

// function is the parametric curve (a·x+b)^g + e from d up and c·x + f below, in
// 65536ths.
type function struct{ g, a, b, c, d, e, f int64 }

// curve samples it. Only an exponent between 1/16 and 16 is one.
func (f function) curve() (*curve, error) {
	if f.g < 1<<12 || f.g > 16<<16 {
		return nil, errProfile
	}
	roots := rootsOfHalf()
	return newCurve(func(x int64) int64 { return f.at(x, roots) }), nil
}

// at is its value at x, 0 to one.
func (f function) at(x int64, roots []uint64) int64 {
	const up = oneBits - 16
	if x < f.d<<up {
		return f.c*(x>>2)>>14 + f.f<<up
	}
	base := f.a*(x>>2)>>14 + f.b<<up
	return power(clamp(base, 0, one), f.g, roots) + f.e<<up
}

// gammaCurve is x^g, g in 65536ths.
func gammaCurve(g int64) (*curve, error) { return function{g: g, a: 1 << 16}.curve() }

// sRGB is the function of IEC 61966-2-1, its figures rounded as in ICC's own
// profile (and in layout/pdf's).
func sRGB() function {
	return function{g: 0x26666, a: 0xF2A7, b: 0x0D59, c: 0x13D0, d: 0x0A5B}
}

// rootsOfHalf returns 2^-(1/2), 2^-(1/4), 2^-(1/8)…, in 2^64ths.
func rootsOfHalf() []uint64 {
	out := make([]uint64, 32)
	c := new(big.Int).Lsh(big.NewInt(1), 63)
	for i := range out {
		c = new(big.Int).Sqrt(c.Lsh(c, 64))
		out[i] = c.Uint64()
	}
	return out
}

// power returns x^g for x from 0 to one and g > 0 in 65536ths, by way of the
// binary logarithm: its digits are found by squaring, and its power is the
// product of roots of one half.
func power(x, g int64, roots []uint64) int64 {
	if x <= 0 {
		return 0
	}
	if x >= one {
		return one
	}
	zeros := bits.LeadingZeros64(uint64(x))
	m := uint64(x) << zeros // 1 to 2, in 2^63rds
	var frac uint64         // of the logarithm, in 2^32nds
	for range 32 {
		hi, lo := bits.Mul64(m, m) // in 2^126ths
		frac <<= 1
		if hi>>63 == 1 {
			frac |= 1
			m = hi
		} else {
			m = hi<<1 | lo>>63
		}
	}
	log := uint64(zeros-(63-oneBits))<<32 - frac // −log2 x
	p := log * uint64(g)                         // in 2^48ths
	whole, rest := p>>48, uint32(p>>16)
	if whole > oneBits {
		return 0
	}
	out := ^uint64(0)
	for i, r := range roots {
		if rest>>(31-i)&1 == 1 {
			out, _ = bits.Mul64(out, r)
		}
	}
	return int64((out>>(63-oneBits)>>whole + 1) >> 1)
}
