package check

import (
	"slices"
	"strings"
)

// twofold is what a thing is now and what it was, where a sentence or the edition tells
// both: the words beside them that say which way it went can be held against them.
type twofold struct {
	then, now figure
	span      // in the sentence: of those of the two that stand there
}

// weigh holds the words of a sentence that say which way things went, or are from others,
// against the figures it has for now and for then, whatever they are of: the sentence's
// own, one of them by the sentence before, or the earlier one by what the edition knows.
func (c *checker) weigh(scenes []scene, at int) {
	sc := &scenes[at]
	many := sc.s.multiplies()
	if !many && !sc.s.leans() || sc.r.table || sc.r.heading {
		return
	}
	all := sc.s.allFigures()
	if many {
		all = c.outsideMultiples(sc.s, all)
	}
	if len(all) > mostFigures {
		return
	}
	ages := c.ages(sc.r, sc.s, withUnits(sc.s, all))
	list := c.twofolds(scenes, at, ages)
	if len(list) == 0 {
		list = c.gone(scenes, at, ages)
	}
	if many {
		c.weighMany(sc, list)
	}
	for i := range sc.s.words {
		said := sc.s.lean(i)
		if said == noWay || sc.s.undecided(i) {
			continue
		}
		if t := sc.s.weighed(list, i); t != nil {
			c.weighOne(sc, i, said, *t)
		}
	}
}

// outsideMultiples are the figures of a sentence but for those of a multiple in words: of "tre
// gange så meget".
func (c *checker) outsideMultiples(s sentence, all []figure) []figure {
	list := c.portionsIn(s)
	return slices.DeleteFunc(slices.Clone(all), func(f figure) bool {
		return slices.ContainsFunc(list, func(p portion) bool { return p.times && f.from >= p.at.from && f.to <= p.at.to })
	})
}

// undecided reports whether the i-th word says nothing sure of which way something went:
// it is denied, or compared with what was hoped for.
func (s sentence) undecided(i int) bool {
	if s.denied(i) || s.byDegree(i) {
		return true
	}
	w := s.words[i]
	for _, begin := range []string{"bedre", "dårlig", "forbedr", "forringe", "ringere", "mindst"} {
		if strings.HasPrefix(w.lower, begin) {
			return true // it may be of costs
		}
	}
	if (w.lower == "hurtigere" || w.lower == "langsommere") && !s.timedWords() {
		return true // of speed, that is the other way round
	}
	return comparative(w.lower) != noWay && !s.ofTime(w.to)
}

// timedWords reports whether a sentence tells how long something takes.
func (s sentence) timedWords() bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		for _, unit := range []string{"minut", "sekund", "time", "dag", "uge", "måned"} {
			if strings.HasPrefix(w.lower, unit) {
				return true
			}
		}
		return false
	})
}

// byDegree reports whether the i-th word says only how much something rose or fell: "steg lidt
// mindre".
func (s sentence) byDegree(i int) bool {
	const reach = 3
	if w := s.words[i].lower; w != "mere" && w != "mindre" && w != "more" && w != "less" {
		return false
	}
	for k := i - 1; k >= max(0, i-reach); k-- {
		switch w := s.words[k].lower; {
		case s.lean(k) != noWay && comparative(w) == noWay:
			return true
		case w != "lidt" && w != "noget" && w != "betydeligt" && w != "meget" && w != "endnu" && w != "langt" && w != "klart" && w != "en" && w != "anelse" && w != "dog":
			return false
		}
	}
	return false
}

// denied reports whether the words before the i-th deny it.
func (s sentence) denied(i int) bool {
	const reach = 3
	for k := max(0, i-reach); k < i; k++ {
		switch s.words[k].lower {
		case "ikke", "aldrig", "næppe", "uden", "hverken", "desto", "ingen", "not", "without", "never", "ville", "would":
			return true
		}
	}
	return false
}

// weighed is the one of some pairs that the i-th word is said of: it stands between the two,
// right before them, or after them with only words that join between; nil where none is.
func (s sentence) weighed(list []twofold, i int) *twofold {
	w := s.words[i]
	for k := range list {
		t := &list[k]
		switch {
		case w.from >= t.from && w.to <= t.to:
			if s.inside(t.span, i) {
				return t
			}
		case w.to <= t.from:
			if k > 0 && list[k-1].to > w.from {
				continue
			}
			if s.ahead(w, t.from) || s.predicts(i, t.from) {
				return t
			}
		case k+1 == len(list) || w.to <= list[k+1].from:
			if s.trailing(t, i) {
				return t
			}
		}
	}
	return nil
}

// inside reports whether a word between two figures is said of them: it is the first of its
// kind there, and a comparative is followed by what it compares with.
func (s sentence) inside(in span, i int) bool {
	for k := i - 1; k >= 0 && s.words[k].from >= in.from; k-- {
		if s.lean(k) != noWay {
			return false
		}
	}
	w := s.words[i]
	if comparative(w.lower) == noWay {
		return true
	}
	for k := i + 1; k < len(s.words) && s.words[k].to <= in.to; k++ {
		if s.lean(k) != noWay {
			return false // "flere end året før, men færre end i 2022, da"
		}
	}
	rest := s.lower[w.to:in.to]
	n := strings.Index(rest, " end ")
	figs := 0
	for _, f := range s.figs {
		if f.from >= w.to && f.to <= in.to {
			figs++
		}
	}
	return n >= 0 && figs <= 1 && len(strings.Fields(rest[:n])) <= 2 && !strings.ContainsAny(rest[:n], ",;:()")
}

// predicts reports whether a comparative is given its reason by a pair: "Køen er blevet
// kortere, for den faldt fra".
func (s sentence) predicts(i, at int) bool {
	w := s.words[i]
	if i == 0 || s.words[i-1].lower != "blevet" || comparative(w.lower) == noWay {
		return false
	}
	for _, f := range s.figs {
		if f.from >= w.to && f.to <= at {
			return false
		}
	}
	rest := s.lower[w.to:at]
	for _, why := range []string{", for den ", ", for det ", ", for de ", ": den ", ": det ", " – den ", ", idet den "} {
		if strings.HasPrefix(rest, why) && !strings.ContainsAny(rest[len(why):], ",;:") {
			return true
		}
	}
	return false
}

// ahead reports whether a verb or a noun stands before a pair so that it is said of it.
func (s sentence) ahead(w word, at int) bool {
	if comparative(w.lower) != noWay || strings.ContainsAny(s.text[w.to:at], ",;:()–") {
		return false
	}
	for _, o := range s.words {
		if o.from < w.to || o.to > at {
			continue
		}
		if o.lean != noWay || o.lower == "og" || o.lower == "men" || o.lower == "mens" {
			return false
		}
	}
	for _, f := range s.figs {
		if f.from >= w.to && f.to <= at {
			return false
		}
	}
	return true
}

// trailing reports whether between a pair and the i-th word, which stands after it, there
// are only words that join, numbers, and words that were said before.
func (s sentence) trailing(t *twofold, i int) bool {
	if strings.ContainsAny(s.text[t.to:s.words[i].from], ";:") {
		return false
	}
	const most = 12
	n, spare := 0, 0
	if s.concludes() || strings.Contains(s.lower[t.to:s.words[i].from], "så ") {
		spare = 1 // a word for what the figures are of: "så tempoet er gået op"
	}
	for k, w := range s.words[:i] {
		if w.from < t.to {
			continue
		}
		if n++; n > most {
			return false
		}
		if s.lean(k) != noWay {
			return false
		}
		if n == 1 && w.from <= t.to+1 && t.to > 0 {
			continue // what is counted
		}
		if connects(w.lower) || nextDigit(w.lower, 0) < len(w.lower) || w.said > 0 || numberWord(w.lower) > 0 || strings.HasSuffix(w.lower, "edel") || s.repeats(k) {
			continue
		}
		if spare--; spare < 0 || joinsClauses(w.lower) {
			return false
		}
	}
	return true
}

// repeats reports whether the k-th word of a sentence, or its stem, was said before.
func (s sentence) repeats(k int) bool {
	const least = 5
	w := s.words[k].lower
	if len(w) < least {
		return false
	}
	for _, o := range s.words[:k] {
		if len(o.lower) >= least && o.lower[:least] == w[:least] {
			return true
		}
	}
	return false
}

// connects reports whether a word may stand between two figures and what is said of them.
func connects(w string) bool {
	switch w {
	case "at", "og", "det", "der", "den", "de", "dette", "disse", "her", "er", "var", "blev", "har", "været", "en", "et", "altså", "dermed", "således", "hermed", "så", "svarende", "svarer", "til",
		"hvilket", "som", "i", "alt", "lidt", "noget", "klart", "betydeligt", "betydelig", "markant", "små", "pæn", "pænt", "flot", "svagt", "svag", "samlet", "nu", "dvs", "med", "på", "pct", "kr", "mio", "mia", "tkr", "t",
		"eller", "ca", "omkring", "næsten", "godt", "knap", "antallet", "tallet", "beløbet", "andelen", "niveauet", "mængden", "prisen", "satsen", "resultatet", "udviklingen", "udgiften", "indtægten", "året", "før", "år", "sidste", "giver", "betyder", "udgør", "sket", "tale", "om", "procent", "procentpoint", "kroner",
		"stor", "lille", "gik", "gået", "blevet", "altid", "fortsat", "heldigvis", "desværre", "glædelig", "glædeligt", "ved", "udgangen", "af", "december", "ultimo", "forinden", "forrige", "fjor":
		return true
	}
	return false
}

// weighOne judges one word, and the figure beside it that says by how much.
func (c *checker) weighOne(sc *scene, i int, said way, t twofold) {
	s, w := sc.s, sc.s.words[i]
	then, now := t.then.value(), t.now.value()
	if then == now {
		return
	}
	if times := timesOf(w.lower); times != 0 && (now > then) == (said == up) {
		if is := divRound(now*1000, then); abs(is-times)*10 > times*2 {
			c.tell(sc.r, s.from+w.from, s.from+w.to, Error, "direction",
				say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", w.text, t.then.plain(), t.now.plain()), Text{})
		}
		return
	}
	if (now > then) != (said == up) {
		c.tell(sc.r, s.from+w.from, s.from+w.to, Error, "direction",
			say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", w.text, t.then.plain(), t.now.plain()), Text{})
		return
	}
	c.weighPortion(sc, w, t)
	if f := sc.sized(i); f != nil && !sc.r.isBound(s.from+f.from, s.from+f.to) {
		c.weighSize(sc, *f, t)
	}
}

// weighPortion holds a part in words right before a comparative against the growth of a pair:
// "en tredjedel flere".
func (c *checker) weighPortion(sc *scene, w word, t twofold) {
	for _, p := range c.portionsIn(sc.s) {
		if p.times || p.at.to+1 != w.from || t.then.value() == 0 {
			continue
		}
		if is := divRound(abs(t.now.value()-t.then.value())*1000, t.then.value()); !p.share.holds(is) {
			c.tell(sc.r, sc.s.from+p.at.from, sc.s.from+p.at.to, Error, "direction",
				say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", sc.s.text[p.at.from:p.at.to], t.then.plain(), t.now.plain()), Text{})
		}
	}
}

// weighMany holds multiples in words against the pair that stands before them, or around
// them: "360 km mod 120 km, altså tre gange så langt", "412, det dobbelte af de 206 i 2023".
func (c *checker) weighMany(sc *scene, list []twofold) {
	s := sc.s
	for _, p := range c.portionsIn(s) {
		if !p.times {
			continue
		}
		_, than, is := strings.Cut(s.lower[p.at.to:], " som ")
		elsewhere := is && !earlierIn(than)
		for _, t := range list {
			around := p.at.from >= t.from && p.at.to <= t.to || p.at.to <= t.from && strings.HasSuffix(s.text[:t.from], ": ")
			if !around && (elsewhere || p.at.from < t.to || strings.ContainsAny(s.text[t.to:p.at.from], ";:") || p.at.from-t.to > widest) || t.then.value() == 0 {
				continue
			}
			if is := divRound(t.now.value()*1000, t.then.value()); !p.holds(is) {
				c.tell(sc.r, s.from+p.at.from, s.from+p.at.to, Error, "direction",
					say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", s.text[p.at.from:p.at.to], t.then.plain(), t.now.plain()), Text{})
			}
			break
		}
	}
}

// sized is the figure that says by how much the i-th word means; nil where none does.
func (sc *scene) sized(i int) *figure {
	if f := sc.measured(i); f != nil {
		return f
	}
	if i == 0 || comparative(sc.s.words[i].lower) == noWay {
		return nil
	}
	w := sc.s.words[i-1]
	n := numberWord(w.lower)
	if n < 1 || strings.Trim(sc.s.text[w.to:sc.s.words[i].from], " ") != "" {
		return nil
	}
	return &figure{span: w.span, kind: count, n: n, unit: 10_000, digits: 1, words: true}
}

// weighSize holds by how much something is said to have changed against a pair.
func (c *checker) weighSize(sc *scene, f figure, t twofold) {
	if f.about || t.now.about || f.n < 0 {
		return
	}
	if f.kind == percent && t.then.kind != percent {
		c.holdGrowth(sc.r, sc.s, grown{t.then, t.now, t.to}, f)
		return
	}
	if f.kind != t.then.kind || f.kind == percent && !strings.Contains(sc.s.text[f.from:f.to], "point") {
		return
	}
	is, slack := abs(t.now.value()-t.then.value()), (t.now.unit+t.then.unit)/2+f.unit/2
	if f.kind == count && t.now.unit == 10_000 && t.then.unit == 10_000 {
		slack = 0
	}
	if abs(is-f.value()) <= slack {
		return
	}
	s := sc.s
	want := c.write(entry{kind: f.kind, value: is}, f)
	c.tell(sc.r, s.from+f.from, s.from+f.to, Error, "figure-wrong", say("fra %s til %s er %s", "from %s to %s is %s", t.then.plain(), t.now.plain(), want), say("%[1]s", "%[1]s", want))
}
