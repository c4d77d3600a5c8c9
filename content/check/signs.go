package check

import (
	"slices"
	"strings"
)

// signs holds "en indtægt på X" and "en udgift på X" against the line of the accounts that is
// X: where costs are written with a minus, its sign tells which it is.
func (c *checker) signs(sc *scene) {
	s := sc.s
	if !slices.ContainsFunc(s.figs, func(f figure) bool { return f.kind == money }) {
		return
	}
	for i := 0; i+1 < len(s.words); i++ {
		said := spending(s.words[i].lower)
		if said == 0 || s.words[i+1].lower != "på" || s.denied(i) {
			continue
		}
		for _, f := range s.figs {
			if f.from < s.words[i+1].to || f.kind != money {
				continue
			}
			if gap := strings.TrimSpace(s.lower[s.words[i+1].to:f.from]); gap == "" || gap == "i alt" || gap == "netto" || gap == "kr." {
				c.sign(sc, s.words[i], said, f)
			}
			break
		}
	}
}

// spending is the sign of what a word, in lower case, says that an amount is; 0 where it says
// neither.
func spending(w string) int64 {
	switch w {
	case "indtægt", "nettoindtægt", "kursgevinst":
		return 1
	case "udgift", "nettoudgift", "omkostning", "nettoomkostning", "kurstab":
		return -1
	}
	return 0
}

// sign judges one such amount.
func (c *checker) sign(sc *scene, w word, said int64, f figure) {
	total, known := c.signedBy(sc, f)
	if !known || total == 0 || (total > 0) == (said > 0) {
		return
	}
	should := say("indtægt", "income")
	if said > 0 {
		should = say("udgift", "cost")
	}
	at := sc.s.from
	c.tell(sc.r, at+w.from, at+w.to, Error, "direction",
		say("%q passer ikke til tallets fortegn i regnskabet", "%q does not go with the figure's sign in the accounts", w.text), should)
}

// signedBy is a figure's amount with the sign it has in the accounts, where costs are negative
// in those: of the lines that its reference adds up, else of the line that is it.
func (c *checker) signedBy(sc *scene, f figure) (int64, bool) {
	total, found := int64(0), false
	for i := range sc.own {
		n := &sc.own[i]
		if n.first >= 0 || n.from > f.from || n.to < f.to {
			continue
		}
		line := n.topic.line
		if line == nil || !c.signed(n.topic) {
			return 0, false
		}
		year := n.year
		if year == 0 {
			year = c.rep.Year
		}
		v, is := n.topic.in(year)
		if !is || n.byValue && found {
			return 0, false
		}
		if n.topic.size {
			v = -v
		}
		total, found = total+v, true
	}
	return total, found
}

// signed reports whether the sign of a line tells income from cost: it has had either, or its
// statement writes costs with a minus.
func (c *checker) signed(t *topic) bool {
	for _, st := range c.rep.Accounts.Statements {
		has, minus := false, false
		for i := range st.Lines {
			n := &st.Lines[i]
			has = has || n == t.line
			minus = minus || len(n.Cells) > 0 && n.Cells[0].Amount < 0 && len(n.Sum) == 0
		}
		if has {
			return minus
		}
	}
	return false
}
