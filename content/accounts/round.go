package accounts

import (
	"cmp"
	"math/big"
	"slices"
)

// Rounded is parts of a whole in a coarser unit.
type Rounded struct {
	Parts []int64 // in units, in the order of the amounts
	Whole int64   // the whole in units, to the nearest, halves away from zero
	// Off is what the parts lack of the whole, in units; 0 where they add up.
	Off int64
}

// RoundParts rounds each amount and their sum to the nearest unit, halves away
// from zero. Rounded on their own, the parts need not add up to the whole: Off
// says by how much. A unit is in øre and above 0.
func RoundParts(parts []Amount, unit Amount) Rounded {
	return roundParts(parts, big.NewRat(1, int64(max(unit, 1))))
}

// RoundShares rounds the shares of the amounts in their sum, in units of which
// the whole has so many: 1000 gives tenths of a per cent. Where the sum is zero
// there are no shares, and all is 0.
func RoundShares(parts []Amount, units int64) Rounded {
	sum := exactSum(parts)
	if sum.Sign() == 0 {
		return Rounded{Parts: make([]int64, len(parts))}
	}
	return roundParts(parts, new(big.Rat).SetFrac(big.NewInt(units), sum))
}

// exactSum adds amounts up, however many and large.
func exactSum(parts []Amount) *big.Int {
	sum := new(big.Int)
	for _, p := range parts {
		sum.Add(sum, big.NewInt(int64(p)))
	}
	return sum
}

// roundParts rounds each amount times a factor, and the sum of these.
func roundParts(parts []Amount, factor *big.Rat) Rounded {
	r := Rounded{Parts: make([]int64, len(parts))}
	whole := new(big.Rat).SetInt(exactSum(parts))
	r.Whole = nearest(whole.Mul(whole, factor))
	r.Off = r.Whole
	for i, p := range parts {
		r.Parts[i] = nearest(scaled(p, factor))
		r.Off -= r.Parts[i]
	}
	return r
}

// scaled is an amount times a factor.
func scaled(a Amount, factor *big.Rat) *big.Rat {
	r := new(big.Rat).SetInt64(int64(a))
	return r.Mul(r, factor)
}

// nearest is the nearest integer, of two as near the one further from zero.
func nearest(r *big.Rat) int64 {
	n := new(big.Int).Abs(r.Num())
	n.Lsh(n, 1).Add(n, r.Denom())
	n.Quo(n, new(big.Int).Lsh(r.Denom(), 1))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return n.Int64()
}

// AdjustParts is RoundParts by the largest remainder (Hamilton's method): each
// part is rounded down, and the units that the whole has more go one each to
// the parts that lost most, of equals to the first. The parts then add up to
// the whole, and each is less than one unit from its exact value.
func AdjustParts(parts []Amount, unit Amount) Rounded {
	return adjustParts(parts, big.NewRat(1, int64(max(unit, 1))))
}

// AdjustShares is RoundShares by the largest remainder.
func AdjustShares(parts []Amount, units int64) Rounded {
	sum := exactSum(parts)
	if sum.Sign() == 0 {
		return Rounded{Parts: make([]int64, len(parts))}
	}
	return adjustParts(parts, new(big.Rat).SetFrac(big.NewInt(units), sum))
}

// adjustParts rounds the amounts times a factor by the largest remainder.
func adjustParts(parts []Amount, factor *big.Rat) Rounded {
	r := Rounded{Parts: make([]int64, len(parts))}
	whole := new(big.Rat).SetInt(exactSum(parts))
	r.Whole = nearest(whole.Mul(whole, factor))
	left := r.Whole
	rest := make([]*big.Rat, len(parts))
	order := make([]int, len(parts))
	for i, p := range parts {
		exact := scaled(p, factor)
		down := new(big.Int).Div(exact.Num(), exact.Denom()) // Euclid's: down, as the denominator is positive
		r.Parts[i], order[i] = down.Int64(), i
		rest[i] = exact.Sub(exact, new(big.Rat).SetInt(down))
		left -= r.Parts[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b].Cmp(rest[a]), 0) })
	for _, i := range order[:min(max(left, 0), int64(len(order)))] {
		r.Parts[i]++
	}
	return r
}
