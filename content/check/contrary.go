package check

import (
	"slices"
	"strings"
)

// A figure whose name says which way it goes, as that of "tilsynstryk_fald" or
// "driftsunderskud" does, is not told of with a word for the other way.

// leaningFact is such a figure of figures.yaml.
type leaningFact struct {
	constant
	way  way
	rest []string // the stems of its name's other words; of a compound, what is before it
}

// leaningFacts are those of the report.
func (c *checker) leaningFacts() []leaningFact {
	var out []leaningFact
	for _, k := range c.consts {
		f := leaningFact{constant: k}
		for _, w := range strings.Split(strings.ToLower(k.expr.plus), "_") {
			lean, before := leaningPart(w)
			if lean != noWay && f.way != noWay && lean != f.way {
				f.way = noWay
				break
			}
			if lean != noWay {
				f.way, w = lean, before
			}
			if bare := stem(w); len(bare) >= leastPart && !isYear(bare) {
				f.rest = append(f.rest, speltOut(bare))
			}
		}
		if f.value < 0 {
			f.way = -f.way
		}
		if f.way != noWay && f.value != 0 {
			out = append(out, f)
		}
	}
	return out
}

// leaningPart is which way a word of a name says that something goes, whole or at its end,
// and what stands before that end.
func leaningPart(w string) (lean way, before string) {
	switch w[max(0, len(w)-2):] { // what those below end with: few words do
	case "ft", "st", "ng", "se", "ud", "on":
	default:
		return leaningAlone(w), ""
	}
	for _, e := range []struct {
		end string
		way way
	}{{"løft", up}, {"stigning", up}, {"tilvækst", up}, {"fremgang", up}, {"forøgelse", up}, {"overskud", up}, {"vækst", up}, {"fremskrivning", up}, {"forhøjelse", up},
		{"nedgang", down}, {"tilbagegang", down}, {"reduktion", down}, {"underskud", down}, {"nedsættelse", down}} {
		if cut, is := strings.CutSuffix(w, e.end); is && cut != "op" && cut != "be" {
			return e.way, strings.TrimSuffix(cut, "s")
		}
	}
	return noWay, ""
}

// leaningAlone is which way a word goes that is no end of another.
func leaningAlone(w string) way {
	switch w {
	case "fald", "lave", "lavt", "lav":
		return down
	case "høje", "højt", "høj":
		return up
	}
	return noWay
}

// facing holds the words of a sentence that say which way things went against what its
// figures are below or above.
func (c *checker) facing(sc *scene) {
	if sc.r.table || sc.r.heading || c.read.english {
		return
	}
	if sc.r.caption {
		c.captioned(sc)
	}
	if len(sc.s.figs) > 0 {
		c.contraries(sc)
		c.apposed(sc)
		c.unsigned(sc)
	}
	if len(sc.s.figs) == 0 && len(c.leans) > 0 && sc.s.has(leaned) {
		c.unfigured(sc)
	}
	c.setUp(sc)
	c.otherwise(sc)
}

// unfigured holds "Rammen er dog sænket", of something whose figure's name says that it rose, against
// that, where no other year is told.
func (c *checker) unfigured(sc *scene) {
	s := sc.s
	for i, w := range s.words {
		if w.lean == noWay || comparative(w.lower) != noWay || noun(w.lower) || i == 0 || s.undecided(i) || !s.now() {
			continue
		}
		k := i - 1
		for k > 0 && slices.Contains([]string{"er", "bliver", "ganske", "vist", "dog", "også", "nu", "igen", "desuden", "blevet"}, s.words[k].lower) {
			k--
		}
		if !definiteForm(s.words[k].lower) || strings.ContainsAny(s.text[s.words[k].to:w.from], ",;:()") {
			continue
		}
		thing := speltOut(stem(s.words[k].lower))
		for _, f := range c.leans {
			if f.way == w.lean || len(f.rest) != 1 || f.rest[0] != thing || strings.HasSuffix(f.of.Name, "skud") || slices.ContainsFunc(fourDigits(s.text), func(at span) bool {
				return int(wholeNumber(s.text[at.from:at.to])) != f.of.Year
			}) {
				continue
			}
			c.tell(sc.r, s.from+w.from, s.from+w.to, Warning, "direction",
				say("%q passer ikke til %s i figures.yaml", "%q does not go with %s of figures.yaml", w.text, f.of.Name), Text{})
			return
		}
	}
}

// contraries judges the words beside the figures of a sentence that are of such facts.
func (c *checker) contraries(sc *scene) {
	for _, f := range sc.s.figs {
		if w, said := sc.saidOf(f); said != noWay {
			c.contraryTo(sc, f, w, said, sc.s.clause(f))
		}
		if w, said := sc.s.tooMuch(f); said != noWay {
			c.contraryTo(sc, f, w, said, sc.s.lower)
		}
	}
}

// clause is what stands around a figure, in lower case, up to the next commas.
func (s sentence) clause(f figure) string {
	from := strings.LastIndex(s.lower[:f.from], ", ") + 1
	to := strings.Index(s.lower[f.to:], ", ")
	if to < 0 {
		return s.lower[from:]
	}
	return s.lower[from : f.to+to]
}

// contraryTo judges a word that says which way the thing went whose figure stands beside it,
// of which text has words.
func (c *checker) contraryTo(sc *scene, f figure, w word, said way, text string) {
	for _, k := range c.leans {
		if k.kind != f.kind || divRound(abs(k.value), f.unit) != abs(f.n) || k.way == said {
			continue
		}
		if hits(k.rest, text) == 0 && !(sc.by(f) && sc.r.refersTo(span{sc.s.from + f.from, sc.s.from + f.to}, k.of.Name)) {
			continue
		}
		if signOf(w.lower) != 0 != strings.HasSuffix(k.expr.plus, "skud") {
			continue
		}
		c.tell(sc.r, sc.s.from+w.from, sc.s.from+w.to, Warning, "direction",
			say("%q passer ikke til %s i figures.yaml, som er det samme tal", "%q does not go with %s of figures.yaml, which is the same figure", w.text, k.expr.plus), Text{})
		return
	}
}

// by reports whether a figure is by how much something is said to have changed.
func (sc *scene) by(f figure) bool {
	lead := strings.TrimRight(sc.s.lower[:f.from], " ")
	for _, w := range []string{" ca.", " godt", " knap", " over", " næsten", " omkring", " mere end"} {
		lead = strings.TrimSuffix(lead, w)
	}
	return strings.HasSuffix(lead, " med") || strings.HasSuffix(lead, " på")
}

// refersTo reports whether what stands at a place of the text is a reference to a figure of
// figures.yaml alone.
func (r *run) refersTo(at span, name string) bool {
	return slices.ContainsFunc(r.bound, func(ref reference) bool {
		expr, _, _ := strings.Cut(ref.expr, "|")
		return !ref.waived && ref.from < at.to && at.from < ref.to && speltOut(strings.TrimSpace(expr)) == speltOut(name)
	})
}

// captioned holds a verb in the caption of a fact, "Så meget falder rammen", against what the
// name of the figure says.
func (c *checker) captioned(sc *scene) {
	fig, at := sc.r.after, slices.IndexFunc(sc.s.words, func(w word) bool { return w.lean != noWay && comparative(w.lower) == noWay })
	if fig == nil || !fig.fact || sc.s.from > 0 || at < 0 || sc.s.undecided(at) {
		return
	}
	const near = 2 // words before it that say "so much"
	w := sc.s.words[at]
	for _, k := range c.leans {
		if k.way == w.lean || strings.HasSuffix(k.of.Name, "skud") || !fig.refersTo(span{0, len(fig.text)}, k.of.Name) || at > near && hits(k.rest, sc.s.lower) == 0 {
			continue
		}
		c.tell(sc.r, w.from, w.to, Warning, "direction",
			say("%q passer ikke til %s i figures.yaml", "%q does not go with %s of figures.yaml", w.text, k.of.Name), Text{})
		return
	}
}

// saidOf is the verb or noun before a figure that says which way the thing went that it is of:
// only what joins, and short words for how, stand between the two.
func (sc *scene) saidOf(f figure) (word, way) {
	s := sc.s
	const farthest = 7
	n := 0
	for i := len(s.words) - 1; i >= 0; i-- {
		w := s.words[i]
		if w.to > f.from {
			continue
		}
		if n++; n > farthest || strings.ContainsAny(s.text[w.to:f.from], ",;:()–") {
			return word{}, noWay
		}
		said := w.lean
		if sign := signOf(w.lower); sign != 0 {
			said = way(sign)
		}
		if comparative(w.lower) != noWay || said == noWay && w.said > 0 {
			return word{}, noWay
		}
		if said == noWay {
			continue
		}
		if s.undecided(i) || slices.ContainsFunc(s.figs, func(o figure) bool { return o.from > w.from && o.to < f.from }) {
			return word{}, noWay
		}
		return w, said
	}
	return word{}, noWay
}

// tooMuch is the word in "0,7 procentpoint for høje".
func (s sentence) tooMuch(f figure) (word, way) {
	rest, is := strings.CutPrefix(s.lower[f.to:], " for ")
	if !is {
		return word{}, noWay
	}
	for _, w := range s.words {
		if w.from != len(s.lower)-len(rest) {
			continue
		}
		switch w.lower {
		case "høj", "højt", "høje":
			return w, up
		case "lav", "lavt", "lave":
			return w, down
		}
	}
	return word{}, noWay
}

// apposed holds "falder med 3,4 mia. kr., et løft": what is put after a figure says the same
// as the verb before it.
func (c *checker) apposed(sc *scene) {
	s := sc.s
	for _, f := range s.figs {
		rest, is := strings.CutPrefix(s.lower[f.to:], ", ")
		if !is || !strings.HasPrefix(rest, "et ") && !strings.HasPrefix(rest, "en ") {
			continue
		}
		verb, said := sc.saidOf(f)
		if said == noWay || verb.lean == noWay {
			continue
		}
		at := len(s.lower) - len(rest)
		const reach = 3 // words
		n := 0
		for i, w := range s.words {
			if w.from < at {
				continue
			}
			if n++; n > reach || strings.ContainsAny(s.text[at:w.from], ".,;:()") {
				break
			}
			if w.lean == noWay || comparative(w.lower) != noWay || wayOf(w.lower) == noWay && !noun(w.lower) {
				continue
			}
			if w.lean != said && !s.undecided(i) {
				c.tell(sc.r, s.from+verb.from, s.from+verb.to, Warning, "direction",
					say("%q og %q siger hver sit om tallet", "%q and %q say the contrary of the figure", verb.text, w.text), Text{})
			}
			break
		}
	}
}

// noun reports whether a word that says which way something went is a noun.
func noun(w string) bool {
	_, before := leaningPart(w)
	return before != "" || slices.Contains([]string{"løft", "stigning", "tilvækst", "fremgang", "forøgelse", "vækst", "nedgang", "tilbagegang", "reduktion", "fald"}, w)
}

// unsigned finds a percentage without the minus that its row or its fact has.
func (c *checker) unsigned(sc *scene) {
	s := sc.s
	for _, f := range s.figs {
		if f.kind != percent || f.n <= 0 || sc.r.isBound(s.from+f.from, s.from+f.to) {
			continue
		}
		t := sc.negativeBefore(f)
		if t == nil || sc.negative() || slices.ContainsFunc(s.words, func(w word) bool { return w.lean == down || w.lower == "ned" || strings.HasPrefix(w.lower, "fra") }) {
			continue
		}
		want := "−" + s.text[f.from:f.to]
		c.tell(sc.r, s.from+f.from, s.from+f.to, Warning, "figure-wrong",
			say("%s er under nul: %s", "%s is below nought: %s", t.name, want), say("%[1]s", "%[1]s", want))
	}
}

// negativeBefore is the topic named right before a figure that is the figure below nought; nil
// where none is.
func (sc *scene) negativeBefore(f figure) *topic {
	const farthest = 4 // words
	for _, n := range sc.own {
		if n.first < 0 && !n.byRef || n.score < 0.6 || n.to > f.from || n.topic.kind != f.kind || n.topic.size || n.topic.result {
			continue
		}
		between := sc.s.text[n.to:f.from]
		if strings.ContainsAny(between, ",;:()") || len(strings.Fields(between)) > farthest {
			continue
		}
		if below := slices.ContainsFunc(n.topic.series, func(d valued) bool { return d.value < 0 && divRound(-d.value, f.unit) == f.n }); below &&
			!slices.ContainsFunc(n.topic.series, func(d valued) bool { return d.value > 0 && divRound(d.value, f.unit) == f.n }) {
			return n.topic
		}
	}
	return nil
}

// written up or down: the particle of such a verb is held against what the amount, or the
// thing that it is done for, is.
func (c *checker) setUp(sc *scene) {
	s := sc.s
	if !s.has(outward) {
		return
	}
	for i, w := range s.words {
		said := up
		switch w.lower {
		case "op":
		case "ned":
			said = down
		default:
			continue
		}
		if !s.set(i) || s.denied(i) {
			continue
		}
		for _, f := range s.figs {
			if f.from < w.to || f.from-w.to > len(" med ca. ") {
				continue
			}
			for _, e := range c.ledger.exactly(f) {
				if e.moves != "" && f.kind == money && f.digits > 1 && (e.value > 0) != (said == up) {
					c.contradict(sc.r, s, w, e, map[way]string{up: "ned", down: "op"}[said])
					return
				}
			}
		}
		rest := s.lower[w.to:]
		if said == up && strings.HasPrefix(rest, " svarende til ") {
			c.setBy(sc, w)
		}
	}
}

// set reports whether one of the words before the i-th is a verb by which something is set up
// or down.
func (s sentence) set(i int) bool {
	const reach = 3
	for k := max(0, i-reach); k < i; k++ {
		switch s.words[k].lower {
		case "sætte", "sættes", "satte", "sat", "skrive", "skrives", "skrev", "skrevet", "reguleres", "reguleret", "justeres", "justeret", "regulerer", "justerer", "sætter":
			return true
		}
	}
	return false
}

// setBy judges "op svarende til" before something whose figure is below nought.
func (c *checker) setBy(sc *scene, w word) {
	for _, n := range sc.own {
		if n.first < 0 || n.from < w.to || n.score < 0.45 || n.topic.kind != percent || n.topic.size || len(n.topic.series) == 0 || n.topic.series[0].value >= 0 {
			continue
		}
		c.tell(sc.r, sc.s.from+w.from, sc.s.from+w.to, Warning, "direction",
			say("%q passer ikke: %s er under nul", "%q does not fit: %s is below nought", w.text, n.topic.name), say("ned", "ned"))
		return
	}
}
