package check

import (
	"slices"
	"strconv"
	"strings"
)

// spokenOf counts the years that the edition's chapters tell, as they are written.
func (c *checker) spokenOf() map[int]int {
	out := map[int]int{}
	for _, ch := range c.rep.Chapters {
		countYears(c.ed.Files[ch.Pos.File], out)
	}
	return out
}

// timesSpoken is how often the chapters tell a year.
func (c *checker) timesSpoken(y int) int {
	if c.spoken == nil {
		c.spoken = c.spokenOf()
	}
	return c.spoken[y]
}

// countYears counts the years of this century and the last in a text. Most of a text has
// none, and is passed over quickly.
func countYears(text string, out map[int]int) {
	for _, begin := range []string{"20", "19"} {
		for at := 0; ; {
			n := strings.Index(text[at:], begin)
			if n < 0 {
				break
			}
			at += n
			if digitsAt(text, at) == 4 && (at == 0 || text[at-1] < '0' || text[at-1] > '9') {
				y, _ := strconv.Atoi(text[at : at+4]) // they are digits
				out[y]++
			}
			at += len(begin)
		}
	}
}

// ofHistory reports whether a year that would be far from the edition's may well be meant: it
// is told more than once, for a slip is made once; or it stands in a table, or in a sentence
// with another year as far back, and so among others of its kind, or, telling of what was, in a
// paragraph with one.
func (c *checker) ofHistory(r *run, s sentence, here span, y int) bool {
	const far = 3
	if r.table {
		return true
	}
	if c.timesSpoken(y) > 1 {
		return true
	}
	if y < c.rep.Year && strings.Contains(s.lower, " år siden ") && s.past() {
		return true
	}
	return y < c.rep.Year && slices.ContainsFunc(fourDigits(r.text), func(at span) bool {
		other, _ := strconv.Atoi(r.text[at.from:at.to])
		return other != y && isYear(r.text[at.from:at.to]) && other <= c.rep.Year-far && (s.clauseAround(here).past() || s.from <= at.from && at.to <= s.to)
	})
}
