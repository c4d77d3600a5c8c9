package check

import (
	"slices"
	"strings"
)

// A sentence that names a figure of figures.yaml by its words, and gives one figure of its
// kind, gives that: another is looked into, though it looks like no slip.

// otherwise judges the figures of a sentence that are beside the name of such a figure.
func (c *checker) otherwise(sc *scene) {
	if len(c.consts) == 0 {
		return
	}
	var all []figure
	spelt := ""
	for _, f := range sc.figures() {
		if f.n <= 0 || sc.r.isBound(sc.s.from+f.from, sc.s.from+f.to) {
			continue
		}
		if all == nil {
			all = sc.s.allFigures()
		}
		if sc.setApart(f, all) {
			continue
		}
		value, name, year, sure := c.factBeside(sc, f)
		if c.ofElsewhere(sc.s.clause(f), year) || !sure && sc.planned(f) {
			continue
		}
		if name == "" && !f.words {
			if spelt == "" {
				spelt = speltOut(c.sentenceAbout(sc.r, sc.s))
			}
			value, name = c.factSaid(sc, f, spelt)
		}
		if name != "" && !sc.narrower(f, name) && !isAbout(sc.s.lower[:f.from], f, value) && !c.explained(sc, f) && !c.excused(sc, f, c.readingCalled(name, f.kind, value)) {
			c.tellOtherwise(sc, f, value, name)
		}
	}
}

// ofElsewhere reports whether a clause, in lower case, is of another year than the edition's
// and that of a figure, or of the country as a whole.
func (c *checker) ofElsewhere(clause string, year int) bool {
	for _, at := range fourDigits(clause) {
		if y := clause[at.from:at.to]; isYear(y) && int(wholeNumber(y)) != c.rep.Year && int(wholeNumber(y)) != year {
			return true
		}
	}
	return strings.Contains(clause, "landsplan") || strings.Contains(clause, "hele landet") || strings.Contains(clause, "landsgennemsnit")
}

// tellOtherwise tells that a figure is not the one of figures.yaml.
func (c *checker) tellOtherwise(sc *scene, f figure, value int64, name string) {
	s := sc.s
	is := c.write(entry{kind: f.kind, value: value}, f)
	c.tell(sc.r, s.from+f.from, s.from+f.to, Warning, "figure-wrong",
		say("%s passer ikke til %s i figures.yaml: %s", "%s does not go with %s of figures.yaml: %s", s.text[f.from:f.to], name, is), say("%[1]s", "%[1]s", is))
}

// narrower reports whether the word after a figure is one put together with what a name ends in, and
// so of some of them: "18 kystkommuner".
func (sc *scene) narrower(f figure, name string) bool {
	names, after := wordsOf(strings.ToLower(name)), strings.Fields(sc.s.lower[f.to:])
	if len(names) == 0 || len(after) == 0 {
		return false
	}
	last, w := stem(names[len(names)-1].text), stem(strings.Trim(after[0], ".,;:()"))
	return len(w) > len(last)+2 && strings.HasSuffix(w, last)
}

// isAbout reports whether a value is what a figure says, by the words before it: what is over
// a figure is not far over it.
func isAbout(lead string, f figure, value int64) bool {
	if divRound(abs(value), f.unit) == f.n {
		return true
	}
	how, about := roughly(lead)
	if how.free {
		how.high = 1200
	}
	return about && how.holds(f, value) || f.about && !about
}

// factBeside is a figure of figures.yaml that a sentence names whole right beside a figure, or
// in part where the figure looks like a slip of it, and its year; the name is empty where there
// is none. Sure: the name is whole, and the figure has its digits or is all there are.
func (c *checker) factBeside(sc *scene, f figure) (value int64, name string, year int, sure bool) {
	const whole, most, longest = 0.85, 0.65, 12
	for i, n := range sc.own {
		if n.first < 0 || n.score < most || n.topic.line != nil || n.topic.kind != f.kind || len(n.topic.series) != 1 || c.topics.byID[n.topic.id] != n.topic {
			continue
		}
		if n.first == n.last && len(sc.s.words[n.first].text) < longest {
			continue // one short word names many things
		}
		at := sc.doubt(i, f)
		is := reading{topic: n.topic, kind: f.kind, role: asLevel, value: n.topic.series[0].value}
		slip := at <= doubtBeside*1.5 && is.misplaced(f)
		all := f.kind == count && thereAre(sc.s.lower[:f.from])
		if at <= doubtJoined*2 && n.score >= whole && (f.kind == percent || is.sizedAs(f) || likely(is.value, f) || all) || slip {
			return is.value, n.topic.name, n.topic.series[0].year, (slip || all) && n.score >= whole
		}
	}
	return 0, "", 0, false
}

// thereAre reports whether the words before a number, in lower case, say that it is how many
// there are: "er der", "er det".
func thereAre(lead string) bool {
	for _, w := range []string{"er der ", "er det ", "der er ", "bliver der "} {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	return false
}

// factSaid is the figure of figures.yaml that a sentence, without æ, ø and å, has most words
// of, one of them near a figure; the name is empty where there is none, or two.
func (c *checker) factSaid(sc *scene, f figure, spelt string) (value int64, name string) {
	best := 0
	for _, k := range c.consts {
		if k.kind != f.kind || k.value <= 0 || len(k.stems) == 0 {
			continue
		}
		n := 0
		for _, stem := range k.stems {
			if strings.Contains(spelt, stem) {
				n++
			}
		}
		if n > 0 && divRound(k.value, f.unit) == f.n {
			return 0, "" // it is that
		}
		if n < best || n == 0 || !c.enough(sc, k, n, f, spelt) {
			continue
		}
		if value, name = k.value, k.expr.plus; n == best {
			name = ""
		}
		best = n
	}
	return value, name
}

// compounded is how long a word is that names one thing alone, telltale one that hardly names
// another.
const compounded, telltale = 12, 8

// enough reports whether so many words of a figure's name are enough to hold a number against
// it: most of them, or some where it has the very digits in another unit.
func (c *checker) enough(sc *scene, k constant, n int, f figure, spelt string) bool {
	is := reading{kind: k.kind, role: asLevel, value: k.value}
	switch {
	case small(k.value) && f.kind == count:
		return false
	case n >= 2 && n*3 >= len(k.stems)*2, len(k.stems) == 1 && len(k.stems[0]) >= compounded:
		return is.sizedAs(f) || likely(k.value, f)
	case f.kind == count && likely(k.value, f) && hits(k.stems, c.afterwards(sc.r, sc.s, f)) > 0:
		return hits(k.stems, c.lately(sc.r)+spelt) == len(k.stems)
	case f.scale == "mio." || f.scale == "mia.":
		got, want, ok := digitsOf(is, f)
		return ok && got == want && slices.ContainsFunc(k.stems, func(s string) bool { return len(s) >= telltale && strings.Contains(spelt, s) })
	}
	return false
}

// lately is what the paragraphs before a run say, in lower case.
func (c *checker) lately(r *run) string {
	const reach = 2
	i := slices.Index(c.runs, r)
	out := ""
	for _, o := range c.runs[max(0, i-reach):max(0, i)] {
		out += o.lower + " "
	}
	return out
}

// explained reports whether a figure is one that something the sentence, the one before it or
// the heading names has, in any year, or a change or a share of it.
func (c *checker) explained(sc *scene, f figure) bool {
	for _, list := range [][]naming{sc.own, sc.before, sc.about} {
		for _, n := range list {
			if slices.ContainsFunc(n.topic.readings(), func(r reading) bool { return r.is(f) }) {
				return true
			}
		}
	}
	return false
}

// setApart reports whether a figure, one of all a sentence has, is a part, a difference, a
// plan, or of another time, so that it need not be the one that the edition has.
func (sc *scene) setApart(f figure, all []figure) bool {
	s := sc.s
	if slices.ContainsFunc(all, func(o figure) bool { return o.from != f.from && o.kind == f.kind && !o.words }) || isDifference(s.lower[f.to:]) {
		return true
	}
	clause := s.clause(f)
	for _, w := range strings.Fields(clause) {
		switch w {
		case "heraf", "deraf", "hvoraf", "mål", "målet", "dengang", "tidligere", "hver", "yderligere", "første", "nye", "andre":
			return true
		}
	}
	return strings.Contains(s.lower, "året før") || strings.Contains(s.lower, "sidste år")
}
