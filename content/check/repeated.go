package check

import (
	"slices"
	"strings"
)

// stated is a figure, or a range of two, that a chapter writes out.
type stated struct {
	r        *run
	at       span // in the run
	from, to figure
	words    []int32 // the word behind it, by its number
	order    int     // of its run in the chapter
	in       span    // its sentence
}

// repeated finds what a chapter writes out twice, once with a slip: a range with one end alike
// and of the same unit, an amount with two digits swapped.
func (c *checker) repeated() {
	var ranges, amounts []stated
	for k, r := range c.runs {
		if r.heading || r.table || r.marks&digited == 0 {
			continue
		}
		for _, s := range r.parts {
			ranges = append(ranges, c.rangesIn(r, s)...)
			for _, a := range c.amountsIn(r, s) {
				a.order = k
				amounts = append(amounts, a)
			}
		}
	}
	for i, a := range ranges {
		for _, b := range ranges[:i] {
			if slipOfRange(a, b) || slipOfRange(b, a) {
				c.differ(a, b)
				break
			}
		}
	}
	const sure, beside, few = 4, 6, 3 // digits, runs, and digits again
	for i, a := range amounts {
		for _, b := range amounts[max(0, i-reached):i] {
			if a.r == b.r && a.in == b.in || a.r != b.r && a.to.digits <= few && !alikeIn(a, b) { // a sentence that tells two things apart
				continue
			}
			if a.to.telling(digits(abs(a.to.n))) < sure && a.order-b.order > beside {
				continue
			}
			if (reading{kind: b.to.kind, role: asLevel, value: b.to.value()}).swapped(a.to) {
				c.differ(a, b)
				break
			}
		}
	}
}

// alikeIn reports whether the sentences of two share a long word: they may be of one thing.
func alikeIn(a, b stated) bool {
	const least = 6 // letters
	one, other := a.r.lower[a.in.from:a.in.to], b.r.lower[b.in.from:b.in.to]
	for _, w := range wordsOf(one) {
		if len(w.text) >= least && nextDigit(w.text, 0) == len(w.text) && strings.Contains(other, stem(w.text)) {
			return true
		}
	}
	return false
}

// differ tells of one that is written otherwise before.
func (c *checker) differ(a, b stated) {
	was := b.r.text[b.at.from:b.at.to]
	c.tell(a.r, a.at.from, a.at.to, Warning, "figure-differs",
		say("%q her og %q før i kapitlet er næsten ens", "%q here and %q before in the chapter are nearly alike", a.r.text[a.at.from:a.at.to], was), say("%[1]s", "%[1]s", was))
}

// rangesIn are the ranges of a sentence: "mellem 12 og 18 år".
func (c *checker) rangesIn(r *run, s sentence) []stated {
	var out []stated
	for i := 0; i+1 < len(s.figs); i++ {
		a, b := s.figs[i], s.figs[i+1]
		if !strings.HasSuffix(s.lower[:a.from], "mellem ") || strings.TrimSpace(s.lower[a.to:b.from]) != "og" || r.isBound(s.from+a.from, s.from+b.to) {
			continue
		}
		out = append(out, stated{r: r, at: span{s.from + a.from, s.from + b.to}, from: a, to: b, words: []int32{unitAfter(s, b.to)}})
	}
	return out
}

// unitAfter is the word right after a place, by its number; 0 where there is none.
func unitAfter(s sentence, at int) int32 {
	for _, w := range s.words {
		if w.from >= at {
			return w.id
		}
	}
	return 0
}

// slipOfRange reports whether two ranges are of one unit, have one end alike and the other with
// its digits swapped.
func slipOfRange(a, b stated) bool {
	if a.to.kind != b.to.kind || !slices.Equal(a.words, b.words) || a.words[0] == 0 && a.to.kind == count {
		return false
	}
	alike := func(x, y figure) bool { return x.value() == y.value() }
	turned := func(x, y figure) bool {
		return swapped(digits(abs(x.n)), digits(abs(y.n))) || (reading{kind: x.kind, role: asLevel, value: x.value()}).swapped(y)
	}
	return alike(a.from, b.from) && turned(a.to, b.to) || alike(a.to, b.to) && turned(a.from, b.from)
}

// amountsIn are the amounts in kroner of a sentence that nothing of the edition is.
func (c *checker) amountsIn(r *run, s sentence) []stated {
	const least = 3 // digits that tell one from others
	var out []stated
	for _, f := range s.figs {
		at := span{s.from + f.from, s.from + f.to}
		if f.kind != money || f.about || f.telling(digits(abs(f.n))) < least || r.isBound(at.from, at.to) || r.holds(at) || len(c.topics.exactly(f)) > 0 || len(c.ledger.exactly(f)) > 0 {
			continue
		}
		out = append(out, stated{r: r, at: at, from: f, to: f, in: s.span})
	}
	return out
}
