package check

import (
	"slices"
	"strings"
)

// agreedFor finds a figure that the edition has for one year, said to be for another: "har for
// 2024 aftalt et bidrag på 121,9 mio. kr.", which is 2025's.
func (c *checker) agreedFor(sc *scene, f figure, is reading) {
	const least = 3 // digits that are not another's by chance
	s := sc.s
	if is.role != asLevel || is.year == 0 || is.topic.line != nil || f.telling(digits(abs(f.n))) < least {
		return
	}
	if slices.ContainsFunc(fourDigits(s.text), func(at span) bool { return int(wholeNumber(s.text[at.from:at.to])) == is.year }) {
		return // its own year is told too
	}
	for _, at := range fourDigits(s.text) {
		said := int(wholeNumber(s.text[at.from:at.to]))
		lead := strings.Fields(s.lower[:at.from])
		if !isYear(s.text[at.from:at.to]) || said == is.year || len(lead) == 0 || lead[len(lead)-1] != "for" || !s.near(f.span, at) {
			continue
		}
		if _, has := is.topic.in(said); has || slices.ContainsFunc(c.topics.exactly(f), func(o reading) bool { return o.year == said }) {
			continue
		}
		c.tell(sc.r, s.from+at.from, s.from+at.to, Warning, "year",
			say("tallet er fra %d, og her står %d", "the figure is of %d, and %d is said", is.year, said), say("%d", "%d", is.year))
	}
}

// near reports whether a figure and a year stand in one clause, with no other figure between.
func (s sentence) near(f, year span) bool {
	from, to := min(f.to, year.to), max(f.from, year.from)
	if from > to || strings.ContainsAny(s.text[from:to], ",;:()") {
		return false
	}
	return !slices.ContainsFunc(s.figs, func(o figure) bool { return o.from >= from && o.to <= to })
}
