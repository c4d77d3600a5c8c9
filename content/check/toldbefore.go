package check

import (
	"slices"
	"strings"
)

// What a sentence says of the numbers told right before it: what they are a part of, how many
// times another, what is left of a whole.

// amountBefore is the one amount that the sentence before a scene has, or the one before that
// where it has none.
func amountBefore(scenes []scene, at int) (figure, bool) {
	const reach = 2
	for k := at - 1; k >= max(0, at-reach); k-- {
		var found []figure
		for _, f := range scenes[k].s.figs {
			if f.kind == money {
				found = append(found, f)
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1 && !found[0].about
		}
	}
	return figure{}, false
}

// lineAfter is the amount of the edition's year that is named right after "af" behind a part.
func (c *checker) lineAfter(sc *scene, at int) (quantity, bool) {
	const near = len(" af den samlede ")
	if !strings.HasPrefix(sc.s.lower[at:], " af ") {
		return quantity{}, false
	}
	for k := range sc.own {
		n := &sc.own[k]
		if n.first < 0 || n.from < at || n.from-at > near || n.score < 0.85 || n.topic.kind != money || !sc.alone(n) {
			continue
		}
		value, is := n.topic.in(c.rep.Year)
		return quantity{abs(value), n.topic.name}, is
	}
	return quantity{}, false
}

// ofTheFirst reports whether the first of some numbers is that of those a sentence, in lower case,
// begins with, and is about some of: "Af de 57 handlede 19", "Blandt de 20 kommuner".
func ofTheFirst(lower string, f figure) bool {
	for _, w := range []string{"af de ", "blandt de ", "af vores ", "af i alt "} {
		if strings.HasPrefix(lower, w) && f.from == len(w) {
			return true
		}
	}
	return false
}

// rest is what a sentence says that two parts of a whole are which the one before it has: "Heraf
// blev 36 fornyet, og de sidste seks ventes til næste år".
type rest struct {
	part, left, whole figure
}

// restIn is that of a sentence; false where it says none.
func restIn(scenes []scene, at int) (rest, bool) {
	if at == 0 || !refersBack(scenes[at].s.lower) {
		return rest{}, false
	}
	sc := &scenes[at]
	figs := sc.counts(span{})
	if len(figs) != 2 || figs[0].about || figs[1].about || !remains(sc.s.lower[figs[0].to:figs[1].from]) {
		return rest{}, false
	}
	out := rest{part: figs[0], left: figs[1]}
	const far = 10 // times
	n := 0
	for _, f := range scenes[at-1].counts(span{}) {
		switch {
		case f.value() == out.part.value()+out.left.value():
			out.whole = f
			return out, true
		case f.value() > out.part.value() && f.value() < far*out.part.value():
			out.whole = f
			n++
		}
	}
	return out, n == 1 && !out.whole.about
}

// remains reports whether the words between two numbers say that the second is all that is left.
func remains(between string) bool {
	for _, w := range []string{", og de sidste ", ", og de øvrige ", ", og de resterende ", ", mens de sidste ", ", mens de øvrige ", ", mens de resterende ", ", de sidste ", ", de øvrige "} {
		if strings.HasSuffix(between, w) {
			return true
		}
	}
	return false
}

// left holds what a sentence says is left of a whole against that and the other part.
func (c *checker) left(scenes []scene, at int) {
	s := scenes[at].s
	if !s.has(counting) || !strings.Contains(s.lower, " de ") {
		return
	}
	is, ok := restIn(scenes, at)
	if !ok || is.part.value()+is.left.value() == is.whole.value() || scenes[at].r.isBound(s.from+is.left.from, s.from+is.left.to) {
		return
	}
	want := numberOf(is.whole.value() - is.part.value())
	c.tell(scenes[at].r, s.from+is.left.from, s.from+is.left.to, Error, "sum",
		say("%s af %s fra giver %s", "%s of %s leaves %s", is.part.plain(), is.whole.plain(), want), say("%[1]s", "%[1]s", want))
}

// shareOfTold holds "480 mio. kr., som er 40 pct. af hele beløbet" against the amount that the
// sentence before has.
func (c *checker) shareOfTold(scenes []scene, at int, f figure) {
	s := scenes[at].s
	whole := strings.TrimLeft(s.lower[f.to:], " ")
	if at == 0 || !strings.HasPrefix(whole, "af hele beløbet") && !strings.HasPrefix(whole, "af det samlede beløb") && !strings.HasPrefix(whole, "af beløbet") && !strings.HasPrefix(whole, "af det hele") {
		return
	}
	var part figure
	for _, o := range s.figs {
		if o.to <= f.from {
			part = o
		}
	}
	of, one := amountBefore(scenes[:at+1], at)
	if part.kind != money || !one || part.about || part.value() <= 0 || part.value() > of.value() || !concluding(s.lower[part.to:f.from]) {
		return
	}
	is, slack := wholly*float64(part.value())/float64(of.value()), wholly*float64(part.unit+of.unit)/2/float64(of.value())
	if f.near(is, slack) {
		return
	}
	want := c.write(entry{kind: percent, value: int64(is)}, f)
	c.tell(scenes[at].r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		say("%s af %s er %s", "%s of %s is %s", part.plain(), of.plain(), want), say("%[1]s", "%[1]s", want))
}

// timesTold holds "Det er tre gange så meget som de hidtidige 100 mio. kr." against the amount
// that the sentence before has.
func (c *checker) timesTold(scenes []scene, at int) {
	s := scenes[at].s
	if !s.multiplies() {
		return
	}
	now, one := amountBefore(scenes, at)
	for _, p := range c.portionsIn(s) {
		if !p.times || !one || !begunWith(s.lower[:p.at.from]) {
			continue
		}
		i := slices.IndexFunc(s.figs, func(f figure) bool { return f.from >= p.at.to })
		if i < 0 || s.figs[i].kind != money || s.figs[i].about || s.figs[i].value() <= 0 || len(s.figs) != i+1 || s.figs[i].from-p.at.to > widest || !strings.HasPrefix(s.lower[p.at.to:], " som ") {
			continue
		}
		if is := divRound(now.value()*1000, s.figs[i].value()); !p.holds(is) {
			c.tell(scenes[at].r, s.from+p.at.from, s.from+p.at.to, Error, "direction",
				say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", s.text[p.at.from:p.at.to], s.figs[i].plain(), now.plain()), Text{})
		}
	}
}

// differenceTold holds "Forskellen er årets resultat på 120 mio. kr." against the two amounts that
// the sentence before has.
func (c *checker) differenceTold(scenes []scene, at int) {
	s := scenes[at].s
	if at == 0 || len(s.figs) == 0 || !strings.HasPrefix(s.lower, "forskellen ") {
		return
	}
	f, two := s.figs[0], scenes[at-1].s.figs
	const far = 60 // bytes
	lead, is := strings.CutPrefix(strings.TrimPrefix(s.lower[:f.from], "forskellen "), "på de to ")
	for _, verb := range []string{"er ", "blev ", "var ", "udgør ", "udgjorde ", "giver ", "gav "} {
		is = is || strings.HasPrefix(lead, verb)
	}
	two = slices.DeleteFunc(slices.Clone(two), func(o figure) bool { return o.kind != money })
	if !is || len(lead) > far || strings.ContainsAny(lead, ",;:(") || f.kind != money || f.about || len(two) != 2 || two[0].about || two[1].about {
		return
	}
	want := abs(abs(two[0].value()) - abs(two[1].value()))
	if abs(abs(f.value())-want) <= (f.unit+two[0].unit+two[1].unit)/2 {
		return
	}
	as := c.write(entry{kind: money, value: want}, f)
	c.tell(scenes[at].r, s.from+f.from, s.from+f.to, Error, "sum",
		say("forskellen på %s og %s er %s", "the difference of %s and %s is %s", two[0].plain(), two[1].plain(), as), say("%[1]s", "%[1]s", as))
}

// likenedTold holds "720 mio. kr., altså mere end til diger" against the amount that the sentence
// before has for the same.
func (c *checker) likenedTold(scenes []scene, at int) {
	s := scenes[at].s
	if at == 0 || len(s.figs) != 1 || !s.has(likened) || !s.has(compares) {
		return
	}
	f := s.figs[0]
	for i := 0; i+3 < len(s.words); i++ {
		said, w := comparative(s.words[i].lower), s.words[i]
		if said == noWay || w.from < f.to || s.words[i+1].lower != "end" || !joinsTo(s.words[i+2].lower) || s.words[i+3].to+1 < len(s.text) || !concluding(s.lower[f.to:w.from]) || s.denied(i) {
			continue
		}
		o, is := c.toldFor(&scenes[at-1], s.words[i+2].lower, s.words[i+3])
		if !is || o.kind != f.kind || o.value() == f.value() || (f.value() > o.value()) == (said == up) {
			continue
		}
		c.tell(scenes[at].r, s.from+w.from, s.from+w.to, Error, "direction",
			say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", w.text, o.plain(), f.plain()), Text{})
		return
	}
}

// toldFor is the one amount of a sentence that has a thing behind the same preposition.
func (c *checker) toldFor(sc *scene, joint string, thing word) (figure, bool) {
	forms := c.read.known.forms
	for i := 1; i < len(sc.s.words); i++ {
		if sc.s.words[i-1].lower == joint && forms[sc.s.words[i].id].stem == forms[thing.id].stem {
			var found []figure
			for _, f := range sc.s.figs {
				if f.kind != percent {
					found = append(found, f)
				}
			}
			return append(found, figure{})[0], len(found) == 1 && !found[0].about
		}
	}
	return figure{}, false
}

// overAll tells of more than a hundred per cent of those that there are.
func (c *checker) overAll(sc *scene, f figure) {
	rest := sc.s.lower[f.to:]
	if f.value() <= wholly || !strings.HasPrefix(rest, " af de ") && !strings.HasPrefix(rest, " af alle ") && !strings.HasPrefix(rest, " af vores ") && !strings.HasPrefix(rest, " of the ") && !strings.HasPrefix(rest, " of all ") {
		return
	}
	for _, w := range []string{"budget", "vente", "vented", "planla", "norm", "måls", "målet", "kr.", "udgift", "indtægt", "omkostning", "beløb", "ramme", "kapacitet", "pris", "pladser", "niveau", "expect", "plan", "target", "cost", "income", "capacity", "places", "level", "hidtidige", "tidligere", "previous"} {
		if strings.Contains(sc.s.lower, w) {
			return // of what was foreseen there may be more
		}
	}
	c.tell(sc.r, sc.s.from+f.from, sc.s.from+f.to, Warning, "figure-wrong", say("mere end alle er der ikke", "there are no more than all"), Text{})
}
