package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// turns holds words that say which way something went against what the topics near them
// did.
func (c *checker) turns(sc *scene) {
	s := sc.s
	if !s.leans() {
		return
	}
	if strings.Contains(s.lower, " would ") || strings.Contains(s.lower, " ville ") || c.underAhead(sc.r, s) {
		return // what might have been, or is to be
	}
	for i := range s.words {
		w := &s.words[i]
		said := s.lean(i)
		if said == noWay || i > 0 && s.words[i-1].lower == "desto" { // ikke desto mindre
			continue
		}
		if comparative(w.lower) != noWay && !s.ofTime(w.to) {
			continue // it is compared with something else
		}
		if s.conceded(i) {
			continue
		}
		if f := sc.measured(i); f != nil {
			c.turn(sc, w, said, *f)
		} else if t := sc.cameTo(i); t != nil {
			c.turned(sc, w, said, t)
		} else if n := sc.subject(i); n != nil && comparative(w.lower) == noWay {
			c.turned(sc, w, said, n.topic)
		}
	}
}

// conceded reports whether the i-th word is in a clause of its own that something else is said in
// spite of: "41,2 mio. kr., og det selv om priserne faldt".
func (s sentence) conceded(i int) bool {
	const reach = 6
	for k := max(0, i-reach); k < i; k++ {
		switch w := s.words[k].lower; {
		case w == "skønt", w == "although", w == "trods", w == "selv" && s.words[k+1].lower == "om", w == "even" && s.words[k+1].lower == "though":
			return !slices.ContainsFunc(s.figs, func(f figure) bool { return f.from > s.words[k].from })
		}
	}
	return false
}

// lean is which way the i-th word of a sentence says that something went, or is from
// another; "frem" and "ned" do after a form of "gå" or the like.
func (s sentence) lean(i int) way {
	if s.words[i].lean != noWay {
		return s.words[i].lean
	}
	var to way
	switch w := s.words[i].lower; w {
	case "plus", "minus":
		if i > 0 && s.words[i-1].lower == "et" && i+2 < len(s.words) && s.words[i+1].lower == "på" && digitsAt(s.words[i+2].lower, 0) > 0 {
			return map[string]way{"plus": up, "minus": down}[w]
		}
		return noWay
	case "frem", "op":
		to = up
	case "tilbage", "ned":
		to = down
	default:
		return noWay
	}
	const reach = 4
	for k := i - 1; k >= max(0, i-reach); k-- {
		if goesWith(s.words[k].lower) {
			return to
		}
	}
	return noWay
}

// goesWith reports whether "frem" and "ned" go with a verb.
func goesWith(w string) bool {
	switch w {
	case "gået", "gik", "går", "kommet", "kom", "bragt", "bragte", "sat", "satte", "sætte", "sættes", "sætter", "skruet":
		return true
	}
	return false
}

// leans reports whether a sentence has a word that says which way something went, or is
// from another.
func (s sentence) leans() bool {
	return s.has(leaned|likened|surplus) || s.has(going) && s.has(outward)
}

// subject is what is named right before the i-th word, which says what it did; nil where
// nothing is, or the clause says what it is compared with, or another year.
func (sc *scene) subject(i int) *naming {
	s, w := sc.s, sc.s.words[i]
	var best *naming
	for k := range sc.own {
		if n := &sc.own[k]; n.first >= 0 && n.to <= w.from && n.score >= 0.85 && (best == nil || n.to > best.to || n.to == best.to && n.from <= best.from) {
			best = n
		}
	}
	if best == nil || best.topic.result || len(best.topic.series) < 2 || strings.ContainsAny(s.text[best.to:w.from], ",;:()–") {
		return nil
	}
	if best.owner || s.owned(best.first) || s.qualified(best.first, best.topic) {
		return nil // "en del af lønningerne steg", "antallet af ledige boliger"
	}
	const most = 4
	n := 0
	for _, o := range s.words {
		if o.from >= best.to && o.to <= w.from {
			if n++; n > most || !joins(o.lower) && !goes(o.lower) {
				return nil
			}
		}
	}
	rest := s.lower[w.to:]
	if len(fourDigits(s.lower)) > 0 || strings.Contains(rest, " end ") || strings.Contains(rest, "siden") || strings.Contains(rest, "ikke") || strings.Contains(s.lower, "budget") {
		return nil
	}
	return best
}

// owned reports whether what begins with the i-th word belongs to something named before it,
// which the sentence is about: "en del af lønningerne", "udkald til forbundets både", not
// "antallet af medlemmer".
func (s sentence) owned(i int) bool {
	if i > 1 && strings.HasSuffix(s.words[i-1].lower, "s") && joinsTo(s.words[i-2].lower) {
		return true
	}
	if i == 0 || !joinsTo(s.words[i-1].lower) {
		return false
	}
	for _, whole := range []string{"antal", "mængde", "sum", "total", "værdi"} {
		if i > 1 && strings.HasPrefix(s.words[i-2].lower, whole) {
			return false
		}
	}
	return true
}

// qualified reports whether before the i-th word, at which a topic's name begins, stands an adjective that is none
// of the name: then it is of some of them.
func (s sentence) qualified(i int, t *topic) bool {
	const least = 3
	if i == 0 || s.words[i-1].to+1 != s.words[i].from {
		return false
	}
	w := s.words[i-1].lower
	if len(w) < least || w[len(w)-1] != 'e' || s.words[i-1].said > 0 || strings.HasPrefix(w, "samled") || strings.HasPrefix(w, "total") || strings.HasPrefix(w, "gennemsnitlig") {
		return false
	}
	switch w {
	case "alle", "hele", "vore", "både", "ikke", "gerne", "ofte", "mere", "flere", "begge", "disse", "mange", "egne", "fulde", "årlige", "vores", "egentlige", "almindelige", "ordinære":
		return false
	}
	return !strings.Contains(t.id, spelledOut(stem(w)))
}

// onlySome reports whether a sentence names a topic, and nowhere without an adjective that makes it of some only.
func (sc *scene) onlySome(t *topic) bool {
	some := false
	for _, n := range sc.own {
		if n.topic != t {
			continue
		}
		if n.first < 0 || !sc.s.qualified(n.first, t) {
			return false
		}
		some = true
	}
	return some
}

// goes reports whether a word is a verb that "frem" and "ned" go with, or one that may
// stand by any verb.
func goes(w string) bool {
	switch w {
	case "gået", "gik", "går", "kommet", "bragt", "sat", "blevet", "igen", "imidlertid", "dog", "ligeledes", "samtidig", "atter", "tilsvarende", "alene", "til", "gengæld":
		return true
	}
	return false
}

// turned judges a word that says which way its subject went, without by how much.
func (c *checker) turned(sc *scene, w *word, said way, t *topic) {
	now, is := t.in(c.rep.Year)
	then, was := t.in(c.rep.Year - 1)
	if !is || !was || now == then {
		return
	}
	r := reading{topic: t, kind: t.kind, role: asChange, value: now - then, year: c.rep.Year, from: c.rep.Year - 1, point: t.kind == percent}
	if r.turnedUp(w.lower) != (said == up) {
		c.wrongTurn(sc, w, said, r)
	}
}

// measured is the figure that says by how much a word of a sentence means; nil where none
// does.
func (sc *scene) measured(i int) *figure {
	s := sc.s
	w := s.words[i]
	figs := sc.figures()
	for k := range figs {
		f := &figs[k]
		switch {
		case comparative(w.lower) != noWay && f.to <= w.from:
			between := strings.Trim(s.lower[f.to:w.from], " ")
			if between == "" || f.kind == count && !strings.ContainsAny(between, " ,;:.()") {
				return f
			}
		case leaning(w.lower) != noWay && f.from >= w.to:
			between := s.lower[w.to:f.from]
			words := strings.Fields(between)
			if len(words) == 0 || len(words) > 6 || strings.ContainsAny(between, ",;:()0123456789") {
				return nil
			}
			if last := words[len(words)-1]; last == "på" || last == "med" || last == "by" || last == "of" {
				return f
			}
			return nil
		}
	}
	return nil
}

// cameTo is the topic of a reference that the i-th word says that something came to: "gik ned
// til {{ kursister }}"; nil where there is none, or it is of another year.
func (sc *scene) cameTo(i int) *topic {
	s, w := sc.s, sc.s.words[i]
	for k := range sc.own {
		n := &sc.own[k]
		if !n.byRef || n.from < w.to || n.topic.result {
			continue
		}
		between := strings.Fields(s.lower[w.to:n.from])
		const most = 4
		if len(between) == 0 || len(between) > most || between[len(between)-1] != "til" && between[len(between)-1] != "to" || strings.ContainsAny(s.lower[w.to:n.from], ",;:0123456789") {
			return nil
		}
		if len(n.topic.series) < 2 || n.year != 0 && n.year != n.topic.series[0].year {
			return nil
		}
		return n.topic
	}
	return nil
}

// compared holds the year that a change is said to be from against the topic's: "7,7 pct.
// mere end i 2025" of 2025 itself.
func (c *checker) compared(sc *scene) {
	s := sc.s
	if !s.has(compares) && !c.read.english {
		return
	}
	for _, at := range fourDigits(s.text) {
		lead := strings.Fields(s.lower[:at.from])
		n := len(lead)
		said, err := strconv.Atoi(s.text[at.from:at.to])
		if n < 3 || err != nil || lead[n-1] != "i" && lead[n-1] != "in" || lead[n-2] != "end" && lead[n-2] != "than" || said > c.rep.Year || said < c.rep.Year-2 {
			continue
		}
		i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
		if i < 3 || s.words[i-3].lean == noWay {
			continue
		}
		f := sc.measured(i - 3)
		if f == nil {
			continue
		}
		list := c.candidates(sc, *f)
		if slices.ContainsFunc(list, func(k candidate) bool { return k.is(*f) && k.from == said }) {
			continue
		}
		for _, k := range list {
			if k.is(*f) && (k.role == asChange || k.role == asGrowth) && k.year == c.rep.Year && k.doubt <= doubtReferred {
				c.tell(sc.r, s.from+at.from, s.from+at.to, Error, "year", say("tallet er ændringen fra %d", "the figure is the change from %d", k.from), say("%d", "%d", k.from))
				break
			}
		}
	}
}

// turn judges a word that says which way something went by a figure.
func (c *checker) turn(sc *scene, w *word, said way, f figure) {
	if f.n == 0 {
		return
	}
	var meant []candidate
	for _, k := range c.candidates(sc, f) {
		if (k.role == asChange || k.role == asGrowth) && k.is(f) && k.value != 0 && !sc.onlySome(k.topic) && (len(meant) == 0 || k.doubt <= meant[0].doubt+0.05) {
			meant = append(meant, k)
		}
	}
	const sure = 3 // digits that are not another's by chance
	if len(meant) == 0 || meant[0].doubt > doubtLoose || meant[0].doubt > doubtReferred+0.02 && f.telling(digits(abs(f.n))) < sure || f.telling(digits(abs(f.n))) < 2 && meant[0].doubt > doubtWithin+0.1 {
		return
	}
	up := (said == up)
	if slices.ContainsFunc(meant, func(k candidate) bool { return k.turnedUp(w.lower) == up }) {
		return
	}
	c.wrongTurn(sc, w, said, meant[0].reading)
}

// turnedUp reports whether a change is a rise, as a word would say it: what is negative
// in both years is told by its size, but for what is better or worse.
func (r reading) turnedUp(w string) bool {
	up := r.value > 0
	if strings.HasPrefix(w, "bedre") || strings.HasPrefix(w, "dårlig") || strings.HasPrefix(w, "forbedr") || strings.HasPrefix(w, "forringe") || strings.HasPrefix(w, "ringere") {
		return up
	}
	now, _ := r.topic.in(r.year)
	then, _ := r.topic.in(r.from)
	if now < 0 && then < 0 {
		return !up
	}
	return up
}

// wrongTurn tells of a word that says that something went the other way than it did.
func (c *checker) wrongTurn(sc *scene, w *word, said way, is reading) {
	should := Text{"en stigning", "a rise"}
	if said == up {
		should = Text{"et fald", "a fall"}
	}
	name, value := is.name(), plainly(is)
	c.tell(sc.r, sc.s.from+w.from, sc.s.from+w.to, Error, "direction",
		Text{fmt.Sprintf("%q passer ikke til tallet: %s er %s", w.text, name.Danish, value), fmt.Sprintf("%q does not go with the figure: %s is %s", w.text, name.English, value)}, should)
}

// plainly writes a reading in full.
func plainly(r reading) string {
	sign := ""
	if r.value < 0 {
		sign = "−"
	}
	switch {
	case r.kind == money:
		return sign + decimalsOf(divRound(abs(r.value), 100), 0) + " kr."
	case r.point:
		return sign + decimalsOf(divRound(abs(r.value), 1000), 1) + " procentpoint"
	case r.kind == percent:
		return sign + decimalsOf(divRound(abs(r.value), 1000), 1) + " pct."
	}
	return sign + numberOf(abs(r.value))
}
