package charts

import (
	"errors"
	"math"
	"math/bits"
)

// total returns the sum of the amounts, none of which is negative.
func total(parts []Part) (int64, error) {
	var sum int64
	for _, p := range parts {
		if p.Amount > math.MaxInt64-sum {
			return 0, errors.New("the sum of the chart's amounts is too large")
		}
		sum += p.Amount
	}
	return sum, nil
}

// apportion divides steps among the amounts. Every running sum is rounded to
// the nearest step, so that no part begins or ends more than half a step from
// its true place and the last one ends at steps. The amounts are not negative
// and their sum, which is given, is above zero.
func apportion(amounts []int64, sum int64, steps int) []int {
	out := make([]int, len(amounts))
	var running int64
	begin := 0
	for i, a := range amounts {
		running += a
		end := mulDivRound(running, int64(steps), sum)
		out[i] = end - begin
		begin = end
	}
	return out
}

// mulDivRound returns a·b/c rounded to the nearest, halves up, without
// overflow, for 0 ≤ a ≤ c, 0 ≤ b and 0 < c.
func mulDivRound(a, b, c int64) int {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	quo, rem := bits.Div64(hi, lo, uint64(c))
	if rem >= uint64(c)-rem {
		quo++
	}
	return int(quo)
}
