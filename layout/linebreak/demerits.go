package linebreak

// The fitness classes of lines, by ratio. Lines of classes that are not
// neighbours look uneven beside each other.
const (
	tight     = iota // below -500
	decent           // up to 500
	loose            // up to 1000
	veryLoose        // beyond
)

// fitness is the class of a line.
func fitness(ratio int) int8 {
	switch {
	case ratio < -500:
		return tight
	case ratio <= 500:
		return decent
	case ratio <= 1000:
		return loose
	}
	return veryLoose
}

// badness is 100·|r|³ for the ratio r, and 100·r⁴ where r is above 1, at most
// infiniteBad. TeX has the cube throughout; readers mind wide gaps more than it
// says, and Danish, with its long words, has many lines that are near to them.
func badness(ratio int) int {
	r := int64(max(ratio, -ratio))
	if r > 3200 {
		return infiniteBad
	}
	b := r * r * r / 10_000_000
	if r > 1000 {
		b = b * r / 1000
	}
	return int(min(b, infiniteBad))
}

// demerits are what the line from a to n adds: its own, and those for how it
// stands beside the line before it.
func (b *Breaker) demerits(a, n *node, br *breakAt) int64 {
	d := int64(linePenalty + badness(int(n.ratio)))
	d = d*d + br.cost
	if a.hyphens > 0 && n.hyphens > 0 {
		d += doubleHyphen
	}
	if a.hyphens > 0 && br.forced {
		d += lastHyphen
		if b.alone(int(a.start), br.at) {
			d += tailAlone
		}
	}
	if br.forced && a.at >= 0 && b.natural(int(a.start), br.at) < b.opt.ShortLast {
		d += shortLast
	}
	if jump := n.fitness - a.fitness; a.at >= 0 && (jump > 1 || jump < -1) {
		d += fitnessJump
	}
	return d
}

// alone reports whether no gap is on a line, but for what fills the last one.
func (b *Breaker) alone(start, at int) bool {
	for _, it := range b.items[min(start, at):at] {
		if it.Kind == Glue && it.Stretch < fill {
			return false
		}
	}
	return true
}

// natural is the width of a line that is neither stretched nor shrunk.
func (b *Breaker) natural(start, at int) int64 {
	if start >= at {
		return 0
	}
	return b.before[at].width - b.before[start].width
}
