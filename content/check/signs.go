package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
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
		if slices.ContainsFunc(st.Lines, func(n accounts.Line) bool { return n.Pos == t.line.Pos && n.ID == t.line.ID }) {
			return spendsBelow(st)
		}
	}
	return false
}

// spendsBelow reports whether a statement writes costs with a minus.
func spendsBelow(st *accounts.Statement) bool {
	return slices.ContainsFunc(st.Lines, func(n accounts.Line) bool {
		return len(n.Cells) > 0 && n.Cells[0].Amount < 0 && len(n.Sum) == 0
	})
}

// labelSigns holds a result that its own label calls a surplus or a deficit against its sign.
func (c *checker) labelSigns() {
	for _, st := range c.rep.Accounts.Statements {
		if !spendsBelow(st) {
			continue
		}
		for i := range st.Lines {
			n := &st.Lines[i]
			label := strings.ToLower(n.Label)
			said := int64(0)
			for _, w := range wordsOf(label) {
				if sign := signOf(w.lower); sign != 0 && w.lower != "plus" && w.lower != "minus" {
					said += sign
				}
			}
			if said == 0 || len(n.Sum) < 2 || n.Cells[0].Absent || strings.Contains(label, "-/") || int64(n.Cells[0].Amount)*said >= 0 {
				continue
			}
			c.tellAt(n.Pos, n.Label, Warning, "direction",
				say("%q passer ikke til beløbets fortegn", "%q does not go with the amount's sign", n.Label), Text{})
		}
	}
}

// added holds "årets resultat lægges til" and "trækkes fra", said of what equity comes to,
// against the result's sign.
func (c *checker) added(sc *scene) {
	s := sc.s
	if !strings.Contains(s.lower, "apital") || !strings.Contains(s.lower, "trække") && !strings.Contains(s.lower, "lægges") && !strings.Contains(s.lower, "trukket") && !strings.Contains(s.lower, "lagt ") {
		return
	}
	for i := 0; i+1 < len(s.words); i++ {
		said := addsTo(s.words[i].lower, s.words[i+1].lower)
		if said == 0 || s.denied(i) {
			continue
		}
		for k := range sc.own {
			n := &sc.own[k]
			if n.topic.line == nil || !n.topic.result || n.to > s.words[i].from || strings.ContainsAny(s.text[n.to:s.words[i].from], ",;:()") {
				continue
			}
			if value, is := n.topic.in(cmp.Or(n.year, c.rep.Year)); is && value*said < 0 {
				w := span{s.words[i].from, s.words[i+1].to}
				c.tell(sc.r, s.from+w.from, s.from+w.to, Error, "direction",
					say("%q passer ikke til fortegnet af %s", "%q does not go with the sign of %s", s.text[w.from:w.to], n.topic.name), Text{})
				return
			}
		}
	}
}

// addsTo is whether two words say that something is added or taken off: 1, −1; 0 where neither.
func addsTo(verb, to string) int64 {
	switch {
	case (verb == "lægges" || verb == "lagt") && to == "til":
		return 1
	case (verb == "trækkes" || verb == "trukket") && to == "fra":
		return -1
	}
	return 0
}

// beyond tells of a surplus or a deficit that is larger than any amount of the accounts, in a
// chapter that prints these.
func (c *checker) beyond(sc *scene) {
	s := sc.s
	if !s.has(surplus) || !c.books[sc.r.chapter] {
		return
	}
	const near = 40 // bytes between the two
	for _, w := range s.words {
		if signOf(w.lower) == 0 {
			continue
		}
		i := slices.IndexFunc(s.figs, func(f figure) bool { return f.from >= w.to })
		if i < 0 || s.figs[i].kind != money || s.figs[i].from-w.to > near {
			continue
		}
		f := s.figs[i]
		if len(c.ledger.ours) == 0 || slices.ContainsFunc(c.ledger.ours, func(e entry) bool { return abs(e.value) >= abs(f.value()) }) {
			continue
		}
		c.tell(sc.r, s.from+f.from, s.from+f.to, Warning, "figure-wrong", say("intet beløb i regnskabet er så stort", "no amount of the accounts is as large"), Text{})
	}
}
