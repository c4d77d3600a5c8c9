package check

import (
	"slices"
	"strings"
)

// changedBy holds "resultatet er forbedret med X i forhold til 2023" against the change of what
// it is said of.
func (c *checker) changedBy(sc *scene) {
	s := sc.s
	for _, f := range s.figs {
		rest, is := strings.CutPrefix(s.lower[f.to:], " i forhold til ")
		if !is || f.about || f.kind == percent || !strings.HasSuffix(s.lower[:f.from], " med ") || sc.r.isBound(s.from+f.from, s.from+f.to) || !c.lastYearSaid(rest) {
			continue
		}
		n := sc.changing(f)
		if n == nil || n.topic.kind != f.kind {
			continue
		}
		now, has := n.topic.in(c.rep.Year)
		then, had := n.topic.in(c.rep.Year - 1)
		r := reading{topic: n.topic, kind: f.kind, role: asChange, value: abs(now - then), year: c.rep.Year, from: c.rep.Year - 1}
		if has && had && !r.is(f) {
			c.wrongReading(sc.r, s, f, r)
		}
	}
}

// lastYearSaid reports whether a text, in lower case, begins with the year before the edition's.
func (c *checker) lastYearSaid(text string) bool {
	if digitsAt(text, 0) == len("2024") {
		return int(wholeNumber(text[:len("2024")])) == c.rep.Year-1
	}
	return earlier(text)
}

// changing is what the sentence begins with, where only a verb that says that it changed stands
// between it and a figure; nil where that is not so.
func (sc *scene) changing(f figure) *naming {
	const most = 4 // words between
	for k := range sc.own {
		n := &sc.own[k]
		own := n.topic.line != nil && n.topic.result && strings.HasPrefix(sc.s.lower, "resultatet ")
		if n.first != 0 || n.to > f.from || !own && (n.score < 0.85 || !sc.alone(n)) {
			continue
		}
		between := sc.s.within(n.to, f.from)
		turned := slices.ContainsFunc(between, func(w word) bool {
			return w.lean != noWay || strings.HasPrefix(w.lower, "forbedr") || strings.HasPrefix(w.lower, "forringe")
		})
		if len(between) <= most && turned && !strings.ContainsAny(sc.s.text[n.to:f.from], ",;:()") {
			return n
		}
	}
	return nil
}

// outcome holds "selskabet kom ud af året med et underskud", where no figure stands with it,
// against the sign of the result that figures.yaml has of what it is said of.
func (c *checker) outcome(sc *scene) {
	s := sc.s
	if !s.has(surplus) || len(s.figs) > 0 || sc.r.heading || sc.r.table {
		return
	}
	for i, w := range s.words {
		said := signOf(w.lower)
		if said == 0 || i == 0 || s.words[i-1].lower != "et" || s.denied(i) || !c.ofThisYear(s) {
			continue
		}
		for k := range sc.own {
			n := &sc.own[k]
			if n.first != 0 || n.topic.line != nil || n.topic.row || n.score < leastNamed || !sc.alone(n) || !strings.HasSuffix(n.topic.id, "resultat") || strings.ContainsAny(s.text[n.to:w.from], ",;:()") {
				continue
			}
			if value, is := n.topic.in(c.rep.Year); is && value*said < 0 {
				c.tell(sc.r, s.from+w.from, s.from+w.to, Error, "direction",
					say("%q passer ikke til fortegnet af %s", "%q does not go with the sign of %s", w.text, n.topic.name), Text{})
			}
			return
		}
	}
}

// ofThisYear reports whether a sentence speaks of no other year than the edition's, but for one
// since which something was not so.
func (c *checker) ofThisYear(s sentence) bool {
	for i, w := range s.words {
		if isYear(w.lower) && int(wholeNumber(w.lower)) != c.rep.Year && (i == 0 || s.words[i-1].lower != "siden") {
			return false
		}
	}
	return !c.pastSaid(strings.ReplaceAll(s.lower, "for første gang", ""), c.rep.Year-1)
}
