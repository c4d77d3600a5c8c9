package check

import (
	"slices"
	"strings"
)

// countedParts holds "ni medlemmer, hvoraf fire er A, og fem er B" against itself: the parts are no
// more than the whole.
func (c *checker) countedParts(r *run, s sentence, figs []figure) {
	at := strings.Index(s.lower, ", hvoraf ")
	if at < 0 {
		at = strings.Index(s.lower, ", heraf ")
	}
	if at < 0 || strings.Contains(s.text[at+2:], ", og ") && slices.ContainsFunc(s.words, func(w word) bool { return w.from > at && upper(w.text) }) {
		return // another clause, of somebody else, follows
	}
	whole, sum, last := figure{}, int64(0), figure{}
	for _, f := range figs {
		switch {
		case f.to <= at:
			whole = f
		case f.kind != count || f.unit != 10_000 || f.about:
			return
		default:
			sum, last = sum+f.value(), f
		}
	}
	if whole.kind != count || whole.unit != 10_000 || whole.about || last.unit == 0 || sum <= whole.value() || strings.Contains(s.lower[at:], " og heraf") || strings.Contains(s.lower[at:], " begge ") {
		return
	}
	c.tell(r, s.from+last.from, s.from+last.to, Warning, "figure-differs",
		say("delene er flere end %s", "the parts are more than %s", whole.plain()), Text{})
}
