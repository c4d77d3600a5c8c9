package accounts

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRounding(t *testing.T) {
	third := []Amount{100, 100, 100}
	for name, c := range map[string]struct {
		got   Rounded
		parts []int64
		whole int64
		off   int64
	}{
		"thirds do not add up":        {RoundShares(third, 1000), []int64{333, 333, 333}, 1000, 1},
		"the first gets what is left": {AdjustShares(third, 1000), []int64{334, 333, 333}, 1000, 0},
		"halves go away from zero":    {RoundParts([]Amount{50, -50}, 100), []int64{1, -1}, 0, 0},
		"two halves are too much":     {RoundParts([]Amount{50, 50}, 100), []int64{1, 1}, 1, -1},
		"adjusted":                    {AdjustParts([]Amount{50, 50}, 100), []int64{1, 0}, 1, 0},
		"the largest remainder":       {AdjustParts([]Amount{130, 140, 130}, 100), []int64{1, 2, 1}, 4, 0},
		"of costs":                    {AdjustParts([]Amount{-130, -140, -130}, 100), []int64{-1, -2, -1}, -4, 0},
		"of nothing":                  {RoundShares([]Amount{5, -5}, 1000), []int64{0, 0}, 0, 0},
	} {
		if !slices.Equal(c.got.Parts, c.parts) || c.got.Whole != c.whole || c.got.Off != c.off {
			t.Errorf("%s: got %+v", name, c.got)
		}
	}
}

// TestAdjustedPartsAddUp makes books of amounts and holds the two properties:
// the parts are the whole, and each is less than a unit from its exact value.
func TestAdjustedPartsAddUp(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		parts := make([]Amount, rnd.IntN(12)+1)
		for i := range parts {
			parts[i] = Amount(rnd.Int64N(2_000_000_000) - 1_000_000_000)
		}
		unit := Amount(rnd.Int64N(1_000_000) + 1)
		checkAdjusted(t, parts, AdjustParts(parts, unit), big.NewRat(1, int64(unit)))
		for i := range parts {
			parts[i] = parts[i].Abs() + 1
		}
		checkAdjusted(t, parts, AdjustShares(parts, 1000), new(big.Rat).SetFrac(big.NewInt(1000), exactSum(parts)))
	}
}

func checkAdjusted(t *testing.T, parts []Amount, r Rounded, factor *big.Rat) {
	t.Helper()
	var sum int64
	one := big.NewRat(1, 1)
	for i, n := range r.Parts {
		sum += n
		d := new(big.Rat).Sub(new(big.Rat).SetInt64(n), scaled(parts[i], factor))
		if d.Abs(d).Cmp(one) >= 0 {
			t.Fatalf("%v: part %d is %d, more than a unit off", parts, i, n)
		}
	}
	if sum != r.Whole {
		t.Fatalf("%v: the parts are %d and the whole %d", parts, sum, r.Whole)
	}
}
