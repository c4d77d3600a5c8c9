package style

import "github.com/kl-print/kl-print/layout/geom"

// micro is the unit ratios are computed in.
const micro = 1_000_000

// Scale is a type scale: its sizes are powers of one ratio away from the body's,
// by quarter steps.
type Scale struct {
	body    geom.Length
	quarter int64 // the fourth root of the ratio, in millionths
}

// NewScale returns the scale of a body size and a ratio in thousandths.
func NewScale(body geom.Length, ratio int) Scale {
	return Scale{body: body, quarter: root(root(int64(ratio) * micro / 1000))}
}

// root is the square root of a number of millionths, in millionths.
func root(n int64) int64 {
	lo, hi := int64(0), int64(100*micro)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if mid*mid <= n*micro {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// Size returns the size so many quarter steps above the body, or below it.
// Nothing is set smaller than 7 pt unless the body is.
func (s Scale) Size(quarters int) geom.Length {
	v := int64(s.body) * micro
	for ; quarters > 0; quarters-- {
		v = geom.DivRound(v, micro) * s.quarter
	}
	for ; quarters < 0; quarters++ {
		v = geom.DivRound(v, s.quarter) * micro
	}
	size := fit(geom.Length(geom.DivRound(v, micro)))
	return max(size, min(s.body, 7*geom.Pt))
}

// fit rounds a size as a type case would have it: to half a point below 20 pt, to
// a point up to 40 and to four above.
func fit(size geom.Length) geom.Length {
	step := half
	switch {
	case size > 40*geom.Pt:
		step = 4 * geom.Pt
	case size >= 20*geom.Pt:
		step = geom.Pt
	}
	return geom.Length(geom.DivRound(int64(size), int64(step))) * step
}
