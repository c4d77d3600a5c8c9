package bitmap

import "github.com/kl-print/kl-print/layout/geom"

// weightBits is how fine weights are: they sum to 1 << weightBits.
const weightBits = 20

// taps are the samples one output sample is made of.
type taps struct {
	first   int
	weights []int64
}

// end is the index after the last sample.
func (t taps) end() int { return t.first + len(t.weights) }

// shrink returns the taps that make dst samples of src, dst ≤ src: the cubic of
// Catmull and Rom, widened by src/dst so that nothing is skipped (Keys, Cubic
// Convolution Interpolation, 1981, with a = −1/2).
func shrink(src, dst int) []taps {
	out := make([]taps, dst)
	for i := range out {
		out[i] = tapsAt(i, src, dst)
	}
	return out
}

// tapsAt returns those of output sample i. Sample j stands
// |(2j+1)·dst − (2i+1)·src| / 2·src widened units from its middle.
func tapsAt(i, src, dst int) taps {
	if src == dst {
		return taps{first: i, weights: []int64{1 << weightBits}}
	}
	s, d := int64(src), int64(dst)
	centre := (2*int64(i) + 1) * s
	first := clamp((centre-4*s)/(2*d)-1, 0, s-1)
	last := clamp((centre+4*s)/(2*d)+1, 0, s-1)
	t := taps{first: int(first), weights: make([]int64, last-first+1)}
	var sum int64
	for k := range t.weights {
		off := (2*(first+int64(k))+1)*d - centre
		if off < 0 {
			off = -off
		}
		t.weights[k] = cubic((off << 16) / (2 * s))
		sum += t.weights[k]
	}
	t.normalize(sum, int((centre/(2*d))-first))
	return t
}

// cubic is twice the kernel at x/65536, in 2^32nds.
func cubic(x int64) int64 {
	const one = 1 << 16
	x2 := x * x >> 16
	x3 := x2 * x >> 16
	switch {
	case x < one:
		return (3*x3 - 5*x2 + 2*one) << 16
	case x < 2*one:
		return (-x3 + 5*x2 - 8*x + 4*one) << 16
	}
	return 0
}

// normalize makes the weights sum to one; what rounding leaves goes to the
// middle one.
func (t *taps) normalize(sum int64, middle int) {
	left := int64(1) << weightBits
	for k, w := range t.weights {
		t.weights[k] = geom.DivRound(w>>8<<weightBits, max(1, sum>>8))
		left -= t.weights[k]
	}
	t.weights[min(max(middle, 0), len(t.weights)-1)] += left
}

// shrinker makes output rows of input rows as they come. It holds the few
// output rows that are under way, nothing else.
type shrinker struct {
	across, down []taps
	channels     int
	line         []int64   // the input row, shrunk across
	open         [][]int64 // sums of the output rows under way, the first that of done
	free         [][]int64
	next, done   int // output rows begun and ended
	out          []uint16
	emit         func([]uint16)
}

// newShrinker makes one for parts of w × h samples; emit gets each output row
// and may not keep it.
func newShrinker(p Part, channels int, emit func([]uint16)) *shrinker {
	n := p.OutW * channels
	return &shrinker{
		across: shrink(p.W, p.OutW), down: shrink(p.H, p.OutH), channels: channels,
		line: make([]int64, n), out: make([]uint16, n), emit: emit,
	}
}

// row takes input row j.
func (s *shrinker) row(j int, in []uint16) {
	s.shrinkLine(in)
	for s.next < len(s.down) && s.down[s.next].first <= j {
		s.begin()
	}
	for k, sums := range s.open {
		t := s.down[s.done+k]
		if j >= t.end() {
			continue
		}
		w := t.weights[j-t.first]
		for i, v := range s.line {
			sums[i] += w * v
		}
	}
	for len(s.open) > 0 && s.down[s.done].end() <= j+1 {
		s.finish()
	}
}

// begin starts the sums of the next output row.
func (s *shrinker) begin() {
	var sums []int64
	if n := len(s.free); n > 0 {
		sums, s.free = s.free[n-1], s.free[:n-1]
		clear(sums)
	} else {
		sums = make([]int64, len(s.line))
	}
	s.open = append(s.open, sums)
	s.next++
}

// finish rounds the sums of the first row under way to samples.
func (s *shrinker) finish() {
	sums := s.open[0]
	for i, v := range sums {
		s.out[i] = uint16(clamp((v+1<<(2*weightBits-1))>>(2*weightBits), 0, 0xFFFF))
	}
	s.emit(s.out)
	s.free = append(s.free, sums)
	s.open = append(s.open[:0], s.open[1:]...)
	s.done++
}

// shrinkLine shrinks a row across, without rounding.
func (s *shrinker) shrinkLine(in []uint16) {
	if s.channels == 3 {
		s.shrinkRGB(in)
		return
	}
	for x, t := range s.across {
		var v int64
		for k, w := range t.weights {
			v += w * int64(in[t.first+k])
		}
		s.line[x] = v
	}
}

// shrinkRGB is shrinkLine for three channels.
func (s *shrinker) shrinkRGB(in []uint16) {
	for x, t := range s.across {
		var r, g, b int64
		px := in[3*t.first : 3*t.end()]
		for _, w := range t.weights {
			r += w * int64(px[0])
			g += w * int64(px[1])
			b += w * int64(px[2])
			px = px[3:]
		}
		s.line[3*x], s.line[3*x+1], s.line[3*x+2] = r, g, b
	}
}
