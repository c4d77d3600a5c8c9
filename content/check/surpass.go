package check

import (
	"slices"
	"strings"
)

// surpasses holds "A overstiger B", "A er mindre end B" and "A ligger over B" against the
// figures of the two topics that are named on either side.
func (c *checker) surpasses(sc *scene) {
	s := sc.s
	if !s.has(compares | lying) {
		return
	}
	for i := range s.words {
		more, n := s.surpassing(i)
		if more == noWay || s.denied(i) || i+n < len(s.words) && s.words[i+n].lower == "ikke" {
			continue
		}
		at := span{s.words[i].from, s.words[i+n-1].to}
		left, right := sc.nearestBefore(i), sc.nearestAfter(at.to)
		if left == nil || right == nil || left == right || left.kind != right.kind || c.otherTimes(s) {
			continue
		}
		a, is := left.in(c.rep.Year)
		b, has := right.in(c.rep.Year)
		if !is || !has || a <= 0 || b <= 0 || a == b || (a > b) == (more == up) {
			continue
		}
		of := reading{topic: left, kind: left.kind, value: a}
		than := reading{topic: right, kind: right.kind, value: b}
		c.tell(sc.r, s.from+at.from, s.from+at.to, Error, "direction",
			say("%q passer ikke: %s er %s, og %s er %s", "%q does not fit: %s is %s, and %s is %s", s.text[at.from:at.to], left.name, plainly(of), right.name, plainly(than)), Text{})
	}
}

// surpassing is which of two the words from the i-th on say is the larger, and how many words
// it takes.
func (s sentence) surpassing(i int) (more way, n int) {
	word := func(k int) string {
		if i+k < len(s.words) {
			return s.words[i+k].lower
		}
		return ""
	}
	switch word(0) {
	case "overstiger", "oversteg", "overgår", "overgik":
		return up, 1
	case "er", "var", "blev", "bliver":
		const adverbs = 2
		for k := 1; k <= adverbs+1; k++ {
			if way := comparative(word(k)); way != noWay && word(k) != "mere" && word(k+1) == "end" && !strings.HasPrefix(word(k), "bedre") && !strings.HasPrefix(word(k), "dårlig") {
				return way, k + 2
			}
		}
	case "ligger", "lå":
		switch word(1) {
		case "over":
			return up, 2
		case "under":
			return down, 2
		}
	}
	return noWay, 0
}

// nearestBefore is the topic that the i-th word is said of: of the figure before it where a
// pronoun stands for that, else what is named last; nil where that is not sure.
func (sc *scene) nearestBefore(i int) *topic {
	s := sc.s
	pointed := i > 0 && (s.words[i-1].lower == "hvilket" || s.words[i-1].lower == "det" || pronoun(s.words[i-1].lower))
	var best *naming
	for k := range sc.own {
		n := &sc.own[k]
		if n.to <= s.words[i].from && n.score >= leastNamed && (n.first < 0) == pointed && (best == nil || n.to > best.to || n.to == best.to && n.score > best.score) {
			best = n
		}
	}
	if best == nil || !pointed && (strings.ContainsAny(s.text[best.to:s.words[i].from], ",;:()") || s.owned(best.first)) || !sc.alone(best) {
		return nil
	}
	return best.topic
}

// leastNamed is how much of a topic's name a side of a comparison has at least.
const leastNamed = 0.6

// nearestAfter is the topic that is named right after a place; nil where that is not sure.
func (sc *scene) nearestAfter(at int) *topic {
	var best *naming
	for k := range sc.own {
		n := &sc.own[k]
		if n.from >= at && n.first >= 0 && n.score >= leastNamed && (best == nil || n.from < best.from || n.from == best.from && n.score > best.score) {
			best = n
		}
	}
	const most = 3 // words that may lead to it: "dog stadig", "værdien af"
	if best == nil || !sc.alone(best) {
		return nil
	}
	between := sc.s.within(at, best.from)
	if len(between) > most || strings.ContainsAny(sc.s.text[at:best.from], ",;:()") || slices.ContainsFunc(between, func(w word) bool { return partsOff(w.lower) && w.lower != "af" }) {
		return nil // "de andre indtægter"
	}
	return best.topic
}

// alone reports whether no other topic is named as well by the same words.
func (sc *scene) alone(n *naming) bool {
	for k := range sc.own {
		o := &sc.own[k]
		if o.topic != n.topic && o.from < n.to && n.from < o.to && o.score > n.score-0.1 {
			return false
		}
	}
	return true
}

// otherTimes reports whether a sentence speaks of other years than the edition's and the one
// before, or of longer than a year.
func (c *checker) otherTimes(s sentence) bool {
	for i, w := range s.words {
		switch {
		case w.lower == "siden" || w.lower == "årene" || w.lower == "årlig" || w.lower == "årligt":
			return true
		case isYear(w.lower):
			if off := int(wholeNumber(w.lower)) - c.rep.Year; off != 0 && off != -1 {
				return true
			}
		case w.lower == "år" && i > 0 && (w.said > 0 || numberWord(s.words[i-1].lower) > 1 || wholeNumber(s.words[i-1].lower) > 1 || s.words[i-1].lower == "seneste" || s.words[i-1].lower == "halvt"):
			return true
		}
	}
	return false
}
