package check

import "strings"

// partOf recomputes "A x. Heraf blev B y, og det er P pct.".
func (c *checker) partOf(r *run, at int) {
	s := r.parts[at]
	n := -1
	for _, w := range []string{"heraf ", "deraf ", "af dem ", "af disse "} {
		if i := strings.Index(s.lower, w); i >= 0 && (i == 0 || s.lower[i-1] == ' ') && (n < 0 || i < n) {
			n = i
		}
	}
	if n < 0 {
		return
	}
	whole, ok := wholeBefore(r, at, n)
	var part, share figure
	for _, f := range s.figs {
		switch {
		case f.from < n:
		case part.unit == 0 && f.kind == whole.kind:
			part = f
		case part.unit != 0 && f.kind == percent && share.unit == 0:
			share = f
		default:
			return
		}
	}
	if !ok || part.unit == 0 || share.unit == 0 || part.about || share.about || whole.value() <= 0 || part.value() > whole.value() || r.isBound(s.from+share.from, s.from+share.to) && r.isBound(s.from+part.from, s.from+part.to) {
		return
	}
	if gap := s.lower[part.to:share.from]; len(gap) > widest || !strings.Contains(gap, "er ") && !strings.Contains(gap, "svarer") && !strings.Contains(gap, "svarende") && !strings.Contains(gap, "eller") {
		return
	}
	is := divRound(part.value()*1000, whole.value()) * 1000
	exact := int64(float64(part.value()) / float64(whole.value()) * 1_000_000)
	if slack := share.unit/2 + share.unit/10 + rounding(part, whole); abs(exact-share.value()) <= slack || abs(is-share.value()) <= slack {
		return
	}
	want := c.write(entry{kind: percent, value: exact}, share)
	c.tell(r, s.from+share.from, s.from+share.to, Error, "figure-wrong",
		say("%s af %s er %s", "%s of %s is %s", part.plain(), whole.plain(), want), say("%[1]s", "%[1]s", want))
}

// widest is how many bytes may stand between a part and its percentage.
const widest = 60

// rounding is how much a share may be off since its parts are rounded, in ten-thousandths
// of a per cent.
func rounding(part, whole figure) int64 {
	if part.kind == count && part.unit == 10_000 {
		return 0
	}
	return int64(float64(part.unit) / 2 / float64(whole.value()) * 2_000_000)
}

// wholeBefore is the last figure before a place in a sentence, else of the sentence
// before, that is no percentage.
func wholeBefore(r *run, at, n int) (figure, bool) {
	s := r.parts[at]
	for i := len(s.figs) - 1; i >= 0; i-- {
		if f := s.figs[i]; f.from < n {
			return f, f.kind != percent && !f.about
		}
	}
	if at == 0 || len(r.parts[at-1].figs) != 1 {
		return figure{}, false
	}
	f := r.parts[at-1].figs[0]
	return f, f.kind != percent && !f.about
}

// addedUp recomputes "fire kiosker og tre butikker, i alt syv".
func (c *checker) addedUp(r *run, s sentence, figs []figure) {
	for i, f := range figs {
		if i < 2 || f.kind != count || f.about {
			continue
		}
		lead := s.lower[figs[i-1].to:f.from]
		said := strings.HasSuffix(lead, ", i alt ") || strings.HasSuffix(lead, ", tilsammen ") || strings.HasSuffix(lead, ", sammenlagt ") || strings.HasSuffix(lead, " – i alt ")
		if !said || len(lead) > widest {
			continue
		}
		sum, from := figs[i-1].value(), i-1
		for from > 0 && partedBy(s.lower[figs[from-1].to:figs[from].from]) && figs[from-1].kind == count && !figs[from-1].about {
			from--
			sum += figs[from].value()
		}
		if from == i-1 || sum == f.value() || r.isBound(s.from+f.from, s.from+f.to) {
			continue
		}
		is := numberOf(sum)
		c.tell(r, s.from+f.from, s.from+f.to, Error, "sum", say("delene giver %s", "the parts come to %s", is), say("%[1]s", "%[1]s", is))
	}
}

// partedBy reports whether the words between two counts only say what the first is of.
func partedBy(between string) bool {
	return len(between) <= widest && !strings.ContainsAny(between, ";:().") && (strings.HasSuffix(between, " og ") || strings.HasSuffix(between, ", "))
}
