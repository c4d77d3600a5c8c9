package check

import (
	"slices"
	"strings"
)

// figures are the figures of a scene: those in digits, and those that words say.
func (sc *scene) figures() []figure {
	return append(withUnits(sc.s, slices.Clone(sc.s.figs)), spelledOutIn(sc.s)...)
}

// spelledOutIn are the numbers that a sentence has in words: "tre procentpoint", "elleve", "fem
// millioner kroner". Small ones that are words of their own (en, to) need a unit.
func spelledOutIn(s sentence) []figure {
	var out []figure
	for i, w := range s.words {
		n := int64(w.said)
		if n < 1 {
			continue
		}
		f := figure{span: w.span, kind: count, n: n, unit: 10_000, digits: len(digits(n)), words: true}
		next := func(k int) string {
			if i+k < len(s.words) && strings.Trim(s.text[s.words[i+k-1].to:s.words[i+k].from], " ") == "" {
				return s.words[i+k].lower
			}
			return ""
		}
		last := i
		switch {
		case next(1) == "procentpoint" || next(1) == "procent" || next(1) == "pct":
			f.kind, f.unit, last = percent, 10_000, i+1
		case (next(1) == "millioner" || next(1) == "milliarder") && next(2) == "kroner":
			if f.kind, f.unit, last = money, 100_000_000, i+2; next(1) == "milliarder" {
				f.unit *= 1000
			}
		case next(1) == "kroner":
			f.kind, f.unit, last = money, 100, i+1
		case n < 3 || !smallAlone(w.lower):
			continue
		}
		f.to = s.words[last].to
		f.about = approximate(s.text[:f.from])
		out = append(out, f)
	}
	return out
}

// smallAlone reports whether a number in words is always one: "fem" is, "en" and "ti" of
// "ti år" too, but not words that mean something else.
func smallAlone(w string) bool { return w != "tres" && w != "firs" }

// worded is the number of a word that has no digits; −1 where it is none.
func worded(w string) int64 {
	if nextDigit(w, 0) < len(w) {
		return -1
	}
	return numberSaid(w)
}
