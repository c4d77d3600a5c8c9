package compose

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale"
)

// The units a chart's figures are rounded to.
const (
	tenthOfMillion = 100_000 * accounts.Kr
	perMille       = 1000 // shares are tenths of a per cent
)

// partFigure is what is printed at a part of a chart.
type partFigure struct{ value, share string }

// partFigures are the figures at a chart's parts, and what is to be said of their
// rounding, empty where they add up or the edition does not want it said.
func (c *composer) partFigures(b content.Chart) ([]partFigure, content.Inlines) {
	amounts := make([]accounts.Amount, len(b.Parts))
	var sum accounts.Amount
	millions := true // all values are printed in millions
	for i, p := range b.Parts {
		amounts[i] = p.Amount
		sum += p.Amount
		millions = millions && p.Amount >= 10*tenthOfMillion
	}
	out := make([]partFigure, len(b.Parts))
	for i, a := range amounts {
		out[i] = partFigure{c.Locale.Brief(a), c.Locale.Share(a, sum)}
	}
	switch c.Rounding {
	case content.RoundAdjust:
		c.adjust(out, amounts, millions)
	case content.RoundNote:
		off := accounts.RoundShares(amounts, perMille).Off != 0
		if off || millions && accounts.RoundParts(amounts, tenthOfMillion).Off != 0 {
			return out, content.Inlines{content.Text(c.Locale.RoundingNote())}
		}
	}
	return out, nil
}

// adjust writes the figures so that they add up. A share that would be nought
// stays as it is, with its two decimals, and so do values where some are in
// kroner, which are exact.
func (c *composer) adjust(out []partFigure, amounts []accounts.Amount, millions bool) {
	shares, values := accounts.AdjustShares(amounts, perMille).Parts, accounts.AdjustParts(amounts, tenthOfMillion).Parts
	for i, a := range amounts {
		if shares[i] != 0 || a == 0 {
			out[i].share = c.Locale.Measured(shares[i], 1, locale.Percent)
		}
		if millions {
			out[i].value = c.Locale.Measured(values[i], 1, locale.Millions)
		}
	}
}
