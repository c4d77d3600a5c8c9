package check

import (
	"slices"
	"strings"
)

// likenedTopics holds what is said to be more or less than the year before, without figures,
// against the topic that it is said of: "flere udrykninger end året før", "Resultatet er
// lavere end i 2023".
func (c *checker) likenedTopics(sc *scene) {
	s := sc.s
	if !s.has(likened) || !s.has(compares) || len(sc.own) == 0 {
		return
	}
	for i := range s.words {
		said := comparative(s.words[i].lower)
		if said == noWay || s.undecided(i) {
			continue
		}
		n := sc.likenedBy(i)
		if n == nil || !c.comparesWithThen(s, max(i, n.last)) {
			continue
		}
		now, is := n.topic.in(c.rep.Year)
		then, was := n.topic.in(c.rep.Year - 1)
		if !is || !was || now <= 0 || then <= 0 || now == then || (now > then) == (said == up) {
			continue
		}
		r := reading{topic: n.topic, kind: n.topic.kind, role: asChange, value: now - then, year: c.rep.Year, from: c.rep.Year - 1, point: n.topic.kind == percent}
		c.wrongTurn(sc, &s.words[i], said, r)
	}
}

// likenedBy is the topic that the i-th word, a comparative, is said of: what stands right after
// it where it counts, else what stands before "er"; nil where that is not sure.
func (sc *scene) likenedBy(i int) *naming {
	s := sc.s
	counts := s.words[i].lower == "flere" || s.words[i].lower == "færre"
	for k := range sc.own {
		n := &sc.own[k]
		if n.first < 0 || n.score < 0.85 || n.byRef || !sc.alone(n) {
			continue
		}
		switch {
		case counts && n.first == i+1 && n.topic.kind == count:
			if !sc.elsewhere(n) {
				return n
			}
		case !counts && n.last < i && i-n.last <= 3:
			between := s.words[n.last+1 : i]
			if len(between) > 0 && !s.owned(n.first) && !slices.ContainsFunc(between, func(w word) bool {
				return w.lower != "er" && w.lower != "var" && w.lower != "blev" && w.lower != "dog" && w.lower != "også" && w.lower != "lidt" && w.lower != "noget"
			}) {
				return n
			}
		}
	}
	return nil
}

// elsewhere reports whether a sentence names another topic, or a place, that what it counts
// may be of: "I detailhandel er der flere medlemmer".
func (sc *scene) elsewhere(n *naming) bool {
	if slices.ContainsFunc(sc.own, func(o naming) bool { return o.topic != n.topic && (o.to <= n.from || o.from >= n.to) && o.score >= 0.6 }) {
		return true
	}
	for i, w := range sc.s.words {
		if i > 0 && upper(w.text) {
			return true
		}
		switch w.lower {
		case "blandt", "hos", "inden":
			return true
		case "på", "i", "fra":
			if i+1 < len(sc.s.words) && !isYear(sc.s.words[i+1].lower) && !strings.HasPrefix(sc.s.words[i+1].lower, "år") && sc.s.words[i+1].lower != "alt" && sc.s.words[i+1].lower != "fjor" {
				return true
			}
		}
	}
	return false
}

// comparesWithThen reports whether right after the i-th word a sentence compares with the
// year before the edition's.
func (c *checker) comparesWithThen(s sentence, i int) bool {
	const reach = 3
	if i+2 >= len(s.words) || s.words[i+1].lower != "end" || strings.ContainsAny(s.text[s.words[i].to:s.words[i+1].from], ",;:()") {
		return false
	}
	for k := i + 2; k < min(len(s.words), i+2+reach); k++ {
		if isYear(s.words[k].lower) {
			return int(wholeNumber(s.words[k].lower)) == c.rep.Year-1
		}
		if c.timeAt(s.words, k) == eraThen {
			return true
		}
	}
	return false
}

// likeItself tells of what is told of a year and said to be so as in that year: "Det gælder 2019. Ligesom i 2019".
func (c *checker) likeItself(r *run, i int, years []span) {
	s := r.parts[i]
	if i == 0 || len(years) != 1 || s.lower[:years[0].from] != "ligesom i " && s.lower[:years[0].from] != "som i " || s.text[years[0].from:years[0].to] != digits(int64(c.rep.Year)) {
		return
	}
	before := r.parts[i-1].text
	if told := fourDigits(before); len(told) == 1 && before[told[0].from:told[0].to] == s.text[years[0].from:years[0].to] {
		c.wrongYear(r, s, years[0], Warning, c.rep.Year-1)
	}
}
