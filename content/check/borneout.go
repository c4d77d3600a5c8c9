package check

import (
	"slices"
	"strings"
)

// borneOut reports whether a figure that is held against a reading is what the accounts have of
// another line that is named beside it, far smaller than anything of the reading's kind, or
// what was budgeted.
func (c *checker) borneOut(sc *scene, f figure, is reading) bool {
	const smaller = 1000 // times
	if f.kind == money && is.kind == money && abs(f.value()) < abs(is.value)/smaller {
		return true // "9 kr. af hver 100"
	}
	return c.budgeted(sc) || c.ofLineBeside(sc, f, is)
}

// budgeted reports whether a sentence, or the one before it, tells what was budgeted.
func (c *checker) budgeted(sc *scene) bool {
	if strings.Contains(sc.s.lower, "budget") {
		return true
	}
	at := sc.place()
	return at > 0 && strings.Contains(sc.r.parts[at-1].lower, "budget")
}

// ofLineBeside reports whether a figure is exactly what a line of the accounts has, of which the
// sentence has a long word or, of a figure of few digits, half of them.
func (c *checker) ofLineBeside(sc *scene, f figure, is reading) bool {
	const few, long = 3, 6 // digits, letters
	ample := f.telling(digits(abs(f.n))) > few
	return slices.ContainsFunc(c.ledger.exactly(f), func(e entry) bool {
		if e.change || e.line == nil || is.topic != nil && is.topic.line == e.line {
			return false
		}
		if e.named(sc.s.lower) {
			return true
		}
		return ample && slices.ContainsFunc(e.stems, func(s string) bool { return len(s) >= long && strings.Contains(sc.s.lower, s) })
	})
}
