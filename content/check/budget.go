package check

import (
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// againstBudget holds "Budgettet lød på X, så resultatet overstiger det" against the year's
// result.
func (c *checker) againstBudget(r *run, s sentence) {
	if !strings.Contains(s.lower, "resultat") || !strings.Contains(s.lower, "budget") && !strings.Contains(s.lower, "ventet") {
		return
	}
	var planned figure
	for _, f := range s.figs {
		if f.kind == money {
			if planned.unit != 0 {
				return
			}
			planned = f
		}
	}
	if planned.unit == 0 || planned.about || planned.n <= 0 || !strings.Contains(s.lower[:planned.from], "budget") {
		return
	}
	result := c.resultLine()
	if result == nil || toYear(s, c.rep.Year) {
		return
	}
	is, hoped := int64(result.Cells[0].Amount), planned.value()
	for _, w := range wordsOf(s.lower[:planned.from]) {
		if signOf(w.lower) < 0 {
			hoped = -hoped
		}
	}
	for i := range s.words {
		if s.words[i].from < planned.to {
			continue
		}
		more, n := s.beyond(i)
		if more == noWay || s.denied(i) || is == hoped {
			continue
		}
		if (is > hoped) != (more == up) {
			at := span{s.words[i].from, s.words[i+n-1].to}
			c.tell(r, s.from+at.from, s.from+at.to, Error, "direction",
				say("%q passer ikke: resultatet er %s", "%q does not fit: the result is %s", s.text[at.from:at.to], plainly(reading{kind: money, value: is})), Text{})
		}
		return
	}
}

// toYear reports whether a sentence speaks of a year after the edition's.
func toYear(s sentence, edition int) bool {
	for _, w := range s.words {
		if isYear(w.lower) && int(wholeNumber(w.lower)) > edition {
			return true
		}
	}
	return false
}

// beyond is which way the words from the i-th on say that a result is from what was hoped
// for, and how many words say so.
func (s sentence) beyond(i int) (more way, n int) {
	word := func(k int) string {
		if i+k < len(s.words) {
			return s.words[i+k].lower
		}
		return ""
	}
	switch word(0) {
	case "overstiger", "oversteg":
		return up, 1
	case "ligger", "lå", "er", "var", "blev":
		switch word(1) {
		case "over":
			return up, 2
		case "under":
			return down, 2
		case "bedre", "højere", "større":
			return up, 2
		case "dårligere", "ringere", "lavere", "mindre":
			return down, 2
		}
	}
	return noWay, 0
}

// resultLine is the line of the year's result; nil where none is, or several differ.
func (c *checker) resultLine() *accounts.Line {
	var out *accounts.Line
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			n := &st.Lines[i]
			if !strings.Contains(strings.ToLower(n.Label), "årets resultat") || len(n.Cells) == 0 || n.Cells[0].Absent {
				continue
			}
			if out != nil && out.Cells[0].Amount != n.Cells[0].Amount {
				return nil
			}
			out = n
		}
	}
	return out
}
