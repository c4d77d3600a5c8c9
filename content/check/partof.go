package check

import (
	"slices"
	"strings"
)

// amongThem reports whether a count is of some of what a topic counts, as its sentence is built: it
// is so many of them, those that did something, or what some of them have.
func (sc *scene) amongThem(f figure, is reading) bool {
	if f.kind == percent || is.kind != f.kind || is.topic == nil || is.role&asLevel == 0 {
		return false
	}
	if sc.ofThose(f) {
		return true
	}
	if f.kind != count || is.topic.line != nil {
		return sc.afterTold(f, is.topic)
	}
	return doers(sc.s.lower, f.span) || sc.afterAll(is) || slices.ContainsFunc(sc.own, func(n naming) bool {
		return n.topic == is.topic && (sc.saidOfWhole(f, n) || sc.afterWhole(f, n))
	})
}

// partTold reports whether a share that the text tells right after a figure is what that is of a topic: "418
// afdelinger har ingen, og det er en tiendedel af dem".
func (c *checker) partTold(sc *scene, f figure, is reading) bool {
	if is.topic == nil || is.kind != f.kind || f.kind == percent || is.role&asLevel == 0 || abs(f.value()) >= abs(is.value) || is.value == 0 {
		return false
	}
	part := float64(abs(f.value())) / float64(abs(is.value))
	at := sc.place()
	for i := at; i < min(len(sc.r.parts), at+2); i++ {
		s := sc.r.parts[i]
		if i > at && !refers(s.words) {
			break
		}
		if slices.ContainsFunc(s.figs, func(o figure) bool { return o.kind == percent && (i > at || o.from > f.to) && o.near(wholly*part, 0) }) {
			return true
		}
		if slices.ContainsFunc(c.portionsIn(s), func(p portion) bool {
			return !p.times && (i > at || p.at.from > f.to) && p.share.holds(int64(1000*part+0.5))
		}) {
			return true
		}
	}
	return false
}

// afterAll reports whether the sentence before has told a reading, whose topic this one has no word for: what it
// counts are some of those. "Vi er 18.462. De 14.862 bor i byen".
func (sc *scene) afterAll(is reading) bool {
	at := sc.place()
	return at > 0 && !sc.names(is.topic) && slices.ContainsFunc(sc.r.parts[at-1].figs, func(o figure) bool { return !o.about && is.is(o) })
}

// ofThose reports whether a figure is said to be of some of what has been told, behind it or where its clause
// begins: "41 svar, og i 26 af sagerne", "18, og af dem ligger de 11 på øer".
func (sc *scene) ofThose(f figure) bool {
	if rest, is := strings.CutPrefix(sc.s.lower[f.to:], " af "); is {
		w, _, _ := strings.Cut(rest, " ")
		if w = strings.Trim(w, ".,;:()"); w == "dem" || w == "disse" || strings.HasSuffix(w, "erne") {
			return true
		}
	}
	lead := sc.s.lower[clauseFrom(sc.s.lower[:f.from]):f.from]
	for _, w := range [...]string{"af dem ", "af disse ", "blandt dem ", "blandt disse ", "heraf ", "hvoraf ", "deraf "} {
		if n := strings.Index(lead, w); n == 0 || n > 0 && lead[n-1] == ' ' {
			return true
		}
	}
	return false
}

// afterTold reports whether the clause of an amount begins with the whole that it is a part of and what that
// comes to: "af de samlede tilskud på 6,5 mio. kr. kom 3,9 mio. kr.".
func (sc *scene) afterTold(f figure, t *topic) bool {
	return slices.ContainsFunc(sc.own, func(n naming) bool {
		return n.topic == t && sc.afterWhole(f, n) && slices.ContainsFunc(sc.s.figs, func(o figure) bool { return o.from >= n.to && o.to < f.from })
	})
}

// saidOfWhole reports whether a name is of what a figure is so many of: "133 af de 173 medlemmer".
func (sc *scene) saidOfWhole(f figure, n naming) bool {
	if n.from < f.to {
		return false
	}
	between := sc.s.lower[f.to:n.from]
	return (strings.HasPrefix(between, " af ") || strings.HasPrefix(between, " ud af ")) && !strings.ContainsAny(between, ",;:.()")
}

// clauseFrom is where the last clause of a text begins: behind a comma that is not of a number, or the like.
func clauseFrom(lead string) int {
	return max(strings.LastIndexAny(lead, ";:()"), strings.LastIndex(lead, ", ")) + 1
}

// afterWhole reports whether the clause of a figure begins with the whole that it is a part of:
// "af de 173 medlemmer leverer 137".
func (sc *scene) afterWhole(f figure, n naming) bool {
	if n.to > f.from || clauseFrom(sc.s.lower[:f.from]) > n.from {
		return false
	}
	clause := sc.s.lower[clauseFrom(sc.s.lower[:n.from]):n.from]
	first, _, _ := strings.Cut(strings.TrimLeft(clause, " "), " ")
	return first == "af" || first == "blandt"
}

// ofDoers reports whether a count in a text, in lower case, is of some who do or have something: what comes after
// the verb of a clause that begins with when or where, and more than they are told.
func ofDoers(lower string, at span) bool {
	if doers(lower, at) {
		return true
	}
	lead := lower[:at.from]
	after := strings.Fields(lower[at.to:])
	return len(after) > 1 && !strings.ContainsAny(after[0], ".,;:)") && inverted(lead[strings.LastIndex(lead, ". ")+1:])
}

// doers reports whether a count in a text, in lower case, is of those that did something or had it
// done, told after the verb: "havde 31 kommuner fået".
func doers(lower string, at span) bool {
	before, after := strings.Fields(lower[:at.from]), strings.Fields(lower[at.to:])
	if len(before) == 0 || len(after) < 2 || strings.ContainsAny(after[0], ".,;:()") {
		return false
	}
	switch before[len(before)-1] {
	case "har", "havde", "er", "var", "blev", "bliver", "får", "fik":
		return doneTo(strings.Trim(after[1], ".,;:)"))
	}
	return false
}

// doneTo reports whether a word looks like the past doneTo of a verb: "valgt", "fået".
// One that only tells where things are does not count.
func doneTo(w string) bool {
	const shortest = 4
	if len(w) < shortest || strings.HasPrefix(w, "fordelt") || strings.HasPrefix(w, "spredt") || strings.HasSuffix(w, "hedt") {
		return false
	}
	return strings.HasSuffix(w, "et") || strings.HasSuffix(w, "gt") || strings.HasSuffix(w, "rt") || strings.HasSuffix(w, "lt") || strings.HasSuffix(w, "dt") || strings.HasSuffix(w, "st") && w != "mest" && w != "flest"
}

// saidCount is a number and the beginning of what it counts, empty for whatever it does.
type saidCount struct {
	n  int64
	of string
}

// countOf is what a count says with the word after it; false where none follows.
func countOf(s sentence, f figure) (saidCount, bool) {
	const beginning = 6 // bytes: endings and cases are many
	for _, w := range s.words {
		if w.from < f.to {
			continue
		}
		if w.from > f.to+1 || len(w.lower) < beginning {
			return saidCount{}, false
		}
		return saidCount{f.value(), w.lower[:beginning]}, true
	}
	return saidCount{}, false
}

// saidAgain reports whether another sentence of the chapter has a count of the same things, or of
// any where it is said to be known, "de 88", and no year's figure is it: it is no slip, but that of
// others.
func (c *checker) saidAgain(s sentence, f figure, is reading) bool {
	if f.kind != count || is.topic == nil || is.topic.line != nil || slices.ContainsFunc(is.topic.series, func(d valued) bool { return abs(d.value) == abs(f.value()) }) {
		return false
	}
	key, ok := countOf(s, f)
	if ok && c.counted()[key] > 1 {
		return true
	}
	const few = 2 // digits
	return f.digits >= few && strings.HasSuffix(s.lower[:f.from], "de ") && c.counted()[saidCount{f.value(), ""}] > 1
}

// counted are how many sentences of the chapter have each count.
func (c *checker) counted() map[saidCount]int {
	if c.countsSaid != nil {
		return c.countsSaid
	}
	c.countsSaid = map[saidCount]int{}
	for _, r := range c.runs {
		for _, s := range r.parts {
			for _, f := range s.figs {
				if f.kind != count {
					continue
				}
				c.countsSaid[saidCount{f.value(), ""}]++
				if key, ok := countOf(s, f); ok {
					c.countsSaid[key]++
				}
			}
		}
	}
	return c.countsSaid
}
