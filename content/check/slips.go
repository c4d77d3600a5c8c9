package check

import (
	"math"
	"strings"
)

// chance is how likely it is that a figure of so many digits, which is of something
// else, stands to a reading as the figure of a slip does; 1 where it does not look like
// a slip of it at all.
func (r reading) chance(f figure) float64 {
	got, want, ok := digitsOf(r, f)
	if !ok || r.is(f) || f.words {
		return 1 // nobody swaps the digits of a word
	}
	d := float64(f.telling(got))
	space := 9 * math.Pow(10, d-1) // figures of so many digits
	if got == want && r.role == asEach {
		return 1 // it may be in another unit: kg, ton
	}
	if got == want {
		return min(1, 4/space) // scaled: the digits are right
	}
	var p float64
	switch {
	case len(got) == len(want) && swaps(got, want):
		p = d * (d - 1) / 2
	case len(got) == len(want) && differs(got, want) == 1:
		p = 9 * d
	case len(got) > 2 && (len(got) == len(want)+1 || len(got)+1 == len(want)) && lacks(got, want):
		p = 10 * d
	case r.role == asLevel && f.kind != count && r.sizedAs(f):
		p = 0.35 * space
	default:
		p = space
	}
	return min(1, p/space)
}

// sizedAs reports whether a figure is of a reading's size.
func (r reading) sizedAs(f figure) bool {
	is, said := abs(r.value), abs(f.value())
	return said > is/2 && said/2 < is
}

// otherBase is how likely it is that a figure is by chance a growth as one reckons it who
// divides by the wrong year; 1 where it is not.
func (r reading) otherBase(f figure) float64 {
	if r.role != asGrowth {
		return 1
	}
	now, _ := r.topic.in(r.year)
	then, _ := r.topic.in(r.from)
	v, ok := perCent(now-then, abs(now))
	if r.value = v; !ok || !r.is(f) {
		return 1
	}
	return min(1, 2/(9*math.Pow(10, float64(f.telling(digits(abs(f.n)))-1))))
}

// digitsOf are the digits of a figure and those of a reading at its rounding, without
// the noughts at their ends.
func digitsOf(r reading, f figure) (got, want string, ok bool) {
	v := divRound(abs(r.value), f.unit)
	if r.value == 0 || f.n == 0 {
		return "", "", false
	}
	got, want = digits(abs(f.n)), digits(v)
	if len(got) != len(want) || v == 0 { // another scale: at the precision it has
		for _, by := range []int64{10, 1000, 1_000_000} {
			const telling = 4
			if by == 10 && f.places == 0 && f.telling(got) < telling {
				continue // nobody shifts a comma that is not there
			}
			if f.unit < 1<<40 && digits(divRound(abs(r.value), f.unit*by)) == got || f.unit >= by && digits(divRound(abs(r.value), f.unit/by)) == got {
				return got, got, true
			}
		}
	}
	return got, want, v != 0
}

// swaps reports whether two digits of one are swapped in the other.
func swaps(a, b string) bool {
	first, last, n := -1, -1, 0
	for i := range len(a) {
		if a[i] != b[i] {
			if first < 0 {
				first = i
			}
			last = i
			n++
		}
	}
	return n == 2 && a[first] == b[last] && a[last] == b[first]
}

// differs is how many digits differ.
func differs(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// lacks reports whether one of two has a digit that the other has not.
func lacks(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return a[i:] == b[i+1:]
}

// telling is how many of a figure's digits tell it from others: noughts at the end of a
// whole number do not.
func (f figure) telling(written string) int {
	if f.places > 0 || f.kind == percent {
		return len(written)
	}
	return max(1, len(strings.TrimRight(written, "0")))
}

// misplaced reports whether a figure has a reading's digits, two of them swapped or all
// of them at another scale.
func (r reading) misplaced(f figure) bool {
	got, want, ok := digitsOf(r, f)
	return ok && !r.is(f) && (got == want || len(got) == len(want) && swaps(got, want))
}

// surely reports whether a figure has four digits of a reading or more, two of them swapped: few are
// so by chance.
func (r reading) surely(f figure) bool {
	const many = 4
	return f.telling(digits(abs(f.n))) >= many && r.swapped(f)
}

// swapped reports whether a figure has a reading's digits, two of them swapped.
func (r reading) swapped(f figure) bool {
	got, want, ok := digitsOf(r, f)
	return ok && len(got) == len(want) && swaps(got, want)
}
