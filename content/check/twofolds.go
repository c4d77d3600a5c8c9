package check

import (
	"slices"
	"strings"
)

// twofolds are the pairs of a sentence's figures, in order: each that is of an earlier time
// with the one it is compared with.
func (c *checker) twofolds(scenes []scene, at int, ages []aged) []twofold {
	sc := &scenes[at]
	levels := slices.DeleteFunc(slices.Clone(ages), func(a aged) bool { return a.era == eraBy || a.n <= 0 })
	var out []twofold
	paired := make([]bool, len(levels))
	for i := range levels {
		if levels[i].era != eraThen || levels[i].about || sc.planned(levels[i].figure) {
			continue
		}
		if k := partnerOf(sc.s, levels, i); k >= 0 && !paired[k] && !sc.planned(levels[k].figure) {
			if t, ok := sc.s.twofold(levels[k], levels[i]); ok {
				paired[i], paired[k] = true, true
				out = append(out, t)
			}
		}
	}
	for i, a := range levels {
		switch {
		case paired[i]:
		case a.era == eraThen && len(levels) == 1:
			if t, ok := c.carried(scenes, at, a); ok {
				out = append(out, t)
			}
		case a.era != eraThen && !slices.Contains(paired, true):
			if t, ok := c.remembered(sc, a); ok {
				out = append(out, t)
			}
		}
	}
	slices.SortFunc(out, func(a, b twofold) int { return a.from - b.from })
	return out
}

// partnerOf is the figure beside the i-th, which is of an earlier time, that is compared
// with it; −1 where none is.
func partnerOf(s sentence, levels []aged, i int) int {
	free := func(k int) bool {
		if k < 0 || k >= len(levels) || levels[k].era == eraThen {
			return false
		}
		a, b := min(levels[k].to, levels[i].to), max(levels[k].from, levels[i].from)
		gap := s.lower[a:b]
		return !strings.ContainsAny(gap, ";:") && !strings.Contains(gap, " mens ") && !strings.Contains(gap, " men ") && !strings.Contains(gap, " hvoraf ") && !strings.Contains(gap, " heraf ")
	}
	switch levels[i].intro {
	case "fra", "from":
		if free(i+1) && (levels[i+1].intro == "til" || levels[i+1].intro == "to") {
			return i + 1
		}
		if free(i - 1) {
			return i - 1
		}
		return -1
	}
	if free(i - 1) {
		return i - 1
	}
	if free(i + 1) {
		return i + 1
	}
	return -1
}

// twofold is the pair of two figures of one sentence, where they may be of one thing.
func (s sentence) twofold(now, then aged) (twofold, bool) {
	a, b, ok := comparable(s, now.figure, then.figure)
	if !ok || then.intro != "fra" && !sameNoun(now.noun, then.noun) {
		return twofold{}, false
	}
	return twofold{then: b, now: a, span: span{min(now.from, then.from), max(now.to, then.to)}}, distant(a, b)
}

// distant reports whether two figures, of which one may be about right only, are so far from
// each other that it is sure which is the larger.
func distant(now, then figure) bool {
	return !now.about || abs(now.value()-then.value())*50 > now.value()
}

// sameNoun reports whether two words for what is counted may be one: either is missing, or
// they are alike.
func sameNoun(a, b word) bool {
	if a.lower == "" || b.lower == "" {
		return true
	}
	const least = 4
	return a.lower[:min(least, len(a.lower))] == b.lower[:min(least, len(b.lower))]
}

// comparable gives two figures one unit, and reports whether they can be of one thing: of one
// kind, and not too far from each other.
func comparable(s sentence, now, then figure) (figure, figure, bool) {
	const far = 8
	switch {
	case now.kind == then.kind:
	case then.from < now.from:
		if x, ok := sameUnit(s, then, now); ok {
			then = x
		}
	default:
		if x, ok := sameUnit(s, now, then); ok {
			now = x
		}
	}
	a, b := now.value(), then.value()
	return now, then, now.kind == then.kind && a > 0 && b > 0 && a < 1<<50 && b < 1<<50 && a < b*far && b < a*far
}

// carried is the pair of a sentence's one figure, which is of an earlier time, and that of
// the sentence before it.
func (c *checker) carried(scenes []scene, at int, then aged) (twofold, bool) {
	if at == 0 || then.about {
		return twofold{}, false
	}
	before := &scenes[at-1]
	if len(before.s.figs) == 0 && !before.s.has(counting) {
		return twofold{}, false
	}
	all := before.s.allFigures()
	if len(all) > mostFigures {
		return twofold{}, false
	}
	var now aged
	for _, a := range c.ages(before.r, before.s, withUnits(before.s, all)) {
		switch {
		case a.era == eraBy || a.kind != then.kind:
		case now.unit != 0 && isPart(before.s.lower[now.to:a.from]):
		case now.unit != 0 || a.era == eraThen:
			return twofold{}, false
		default:
			now = a
		}
	}
	if now.unit == 0 || before.planned(now.figure) || c.earlierClause(before.s, now.figure) || !sameNoun(now.noun, then.noun) && !scenes[at].refers {
		return twofold{}, false
	}
	const far = 4
	a, b := now.value(), then.value()
	return twofold{then: then.figure, now: now.figure, span: span{0, then.to}}, distant(now.figure, then.figure) && a > 0 && b > 0 && a < b*far && b < a*far
}

// isPart reports whether a text between two figures makes the second a part of the first.
func isPart(between string) bool {
	return strings.Contains(between, "hvoraf") || strings.Contains(between, "heraf") || strings.Contains(between, "deraf") || strings.Contains(between, "af dem")
}

// remembered is the pair of a figure and what the edition has of its topic for the year
// before, where it is the topic's to its last digit, or it is named.
func (c *checker) remembered(sc *scene, now aged) (twofold, bool) {
	if sc.planned(now.figure) || now.about || c.otherTimes(sc.s) {
		return twofold{}, false
	}
	var of *topic
	for _, k := range c.candidates(sc, now.figure) {
		if k.role != asLevel || k.year != c.rep.Year || !k.is(now.figure) || k.topic.size && k.value < 0 {
			continue
		}
		if k.doubt > doubtWithin {
			break
		}
		if of != nil && of != k.topic {
			return twofold{}, false
		}
		of = k.topic
	}
	if of == nil || of.result {
		return twofold{}, false
	}
	then, was := of.in(c.rep.Year - 1)
	if !was || then <= 0 {
		return twofold{}, false
	}
	past := now.figure
	past.unit = map[kind]int64{count: 10_000, money: 100, percent: 1000}[past.kind]
	past.n, past.scale = then/past.unit, ""
	is := past
	value, _ := of.in(c.rep.Year)
	is.n = value / is.unit
	return twofold{then: past, now: is, span: now.span}, value > 0
}

// gone is the one pair of the sentence before one that only says which way things went, or by
// how much, and goes on with it: "Forbruget er dermed faldet", "De er vokset med 4 pct.".
func (c *checker) gone(scenes []scene, at int, ages []aged) []twofold {
	sc := &scenes[at]
	if at == 0 || slices.ContainsFunc(ages, func(a aged) bool { return a.era != eraBy }) || c.otherTimes(sc.s.firstClause()) || !sc.goesOn(&scenes[at-1]) {
		return nil
	}
	before := &scenes[at-1]
	all := before.s.allFigures()
	if len(all) == 0 || len(all) > mostFigures {
		return nil
	}
	list := c.twofolds(scenes, at-1, c.ages(before.r, before.s, withUnits(before.s, all)))
	if len(list) != 1 {
		return nil
	}
	list[0].span = span{0, 0} // all of the sentence trails it
	return list
}

// firstClause is a sentence up to its first comma.
func (s sentence) firstClause() sentence {
	to := len(s.text)
	if i := strings.Index(s.text, ", "); i >= 0 {
		to = i
	}
	return sentence{words: s.within(0, to)}
}

// goesOn reports whether a sentence is of what the one before is: it begins with a word that
// refers to it, or with one that it has.
func (sc *scene) goesOn(last *scene) bool {
	if len(sc.s.words) == 0 {
		return false
	}
	if sc.s.concludes() {
		return true
	}
	const reach, least = 3, 5
	for i, w := range sc.s.words[:min(reach, len(sc.s.words))] {
		if i == 0 && connects(w.lower) || i < 2 && standsFor(w.lower) {
			return true
		}
		for _, o := range last.s.words {
			if len(w.lower) >= least && len(o.lower) >= least && w.lower[:least] == o.lower[:least] {
				return true
			}
		}
	}
	return false
}

// concludes reports whether a sentence says that it follows from the one before.
func (s sentence) concludes() bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		return w.lower == "dermed" || w.lower == "altså" || w.lower == "således" || w.lower == "hermed"
	})
}

// standsFor reports whether a noun stands for a figure that was told before.
func standsFor(w string) bool {
	switch w {
	case "antallet", "tallet", "beløbet", "andelen", "niveauet", "mængden", "prisen", "satsen", "resultatet", "udgiften", "indtægten", "posten":
		return true
	}
	return false
}
