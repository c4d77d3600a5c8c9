package check

import (
	"fmt"
	"slices"
	"strings"
)

// summed recomputes an indexation told in words, in sections about the rate: "3,4
// pct. fratrukket 0,6 pct. og en regulering på 0,3 pct., så det stiger med 2,5 pct.".
// The last percentage comes of the first and the others put to it or taken from it.
func (c *checker) summed(r *run, s sentence) {
	if !strings.Contains(strings.ToLower(r.section), "kontingent") || !takesAway(s.words) {
		return
	}
	var parts []figure
	for _, f := range s.figs {
		if f.kind == percent && !f.about {
			parts = append(parts, f)
		}
	}
	const most = 8 // parts of an indexation
	if len(parts) < 3 || len(parts) > most {
		return
	}
	last := parts[len(parts)-1]
	if strings.Contains(s.lower[parts[len(parts)-2].to:last.from], ";") {
		return
	}
	sums := []int64{parts[0].value()}
	all := parts[0].value()
	for _, p := range parts[1 : len(parts)-1] {
		var next []int64
		for _, sum := range sums {
			next = append(next, sum+p.value(), sum-p.value())
		}
		sums, all = next, all-p.value()
	}
	if slices.ContainsFunc(sums, func(sum int64) bool { return abs(sum) == abs(last.value()) }) {
		return
	}
	right := numberOf(all) + " pct."
	c.tell(r, s.from+last.from, s.from+last.to, Error, "sum",
		Text{fmt.Sprintf("leddene giver ikke %s, men fx %s", s.text[last.from:last.to], right), fmt.Sprintf("the parts do not come to %s, but to such as %s", s.text[last.from:last.to], right)}, Text{})
}

// takesAway reports whether words say that something is taken from something.
func takesAway(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		switch w.lower {
		case "fratrukket", "fradraget", "fratrækkes", "minus", "modregnet", "fradrag", "reduceret":
			return true
		}
		return false
	})
}

// equals holds "Det svarer til 4,3 pct." against the growth of the line whose change
// the sentence before gives.
func (c *checker) equals(r *run, before, s sentence) {
	if len(s.figs) == 0 || s.figs[0].kind != percent || s.figs[0].about || !saysEqual(s.words) {
		return
	}
	said := s.figs[0]
	if strings.HasPrefix(s.lower[said.to:], " af ") {
		return // a share of something
	}
	for _, f := range before.figs {
		for _, e := range c.ledger.exactly(f) {
			if !e.change || e.line == nil || f.kind != money || f.digits < 2 || !e.named(before.lower) {
				continue
			}
			list := c.entriesOf(e.line, percent, true)
			if len(list) > 0 && !slices.ContainsFunc(list, said.is) && !r.isBound(s.from+said.from, s.from+said.to) {
				c.wrongFigure(r, s, said, list[0])
			}
			return
		}
	}
}

// saysEqual reports whether a sentence begins "det svarer til", or like it.
func saysEqual(words []word) bool {
	return len(words) > 3 && (words[0].lower == "det" || words[0].lower == "hvilket") && (words[1].lower == "svarer" || words[1].lower == "svarede") && words[2].lower == "til"
}
