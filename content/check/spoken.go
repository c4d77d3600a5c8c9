package check

import (
	"slices"
	"strconv"
)

// spokenOf counts the years that the edition's chapters tell, as they are written.
func (c *checker) spokenOf() map[int]int {
	out := map[int]int{}
	for _, ch := range c.rep.Chapters {
		text := c.ed.Files[ch.Pos.File]
		for _, at := range fourDigits(text) {
			y, _ := strconv.Atoi(text[at.from:at.to]) // they are digits
			out[y]++
		}
	}
	return out
}

// ofHistory reports whether a year that would be far from the edition's may well be meant: it
// is told more than once, for a slip is made once; or it stands in a table, or in a sentence
// with another year as far back, and so among others of its kind.
func (c *checker) ofHistory(r *run, s sentence, y int) bool {
	const far = 3
	if r.table {
		return true
	}
	if c.spoken == nil {
		c.spoken = c.spokenOf()
	}
	if c.spoken[y] > 1 {
		return true
	}
	return y < c.rep.Year && slices.ContainsFunc(fourDigits(s.text), func(at span) bool {
		other, _ := strconv.Atoi(s.text[at.from:at.to])
		return other != y && isYear(s.text[at.from:at.to]) && other <= c.rep.Year-far
	})
}
