package check

import (
	"slices"
	"strings"
)

// wholes holds parts in words, and shares in per cent, against a part and a whole that the
// text has as numbers, in the sentence or those before it: "41 kvinder blandt brandfolkene.
// Det er hver tiende", "tre ud af fire klubber, nemlig 126".
func (c *checker) wholes(scenes []scene, at int) {
	sc := &scenes[at]
	s := sc.s
	if !sc.r.heading && !sc.r.table {
		c.left(scenes, at)
		c.timesTold(scenes, at)
		c.differenceTold(scenes, at)
		c.likenedTold(scenes, at)
	}
	if sc.r.heading || sc.r.table || !s.has(portioned|ordinal|parted) && len(s.figs) == 0 {
		return
	}
	for _, p := range c.portionsIn(s) {
		if !p.times {
			c.wholeOf(scenes, at, p)
		}
	}
	for _, f := range s.figs {
		if f.kind == percent {
			c.overAll(sc, f)
		}
		if f.kind == percent && !f.about && f.n > 0 && !strings.Contains(s.text[f.from:f.to], "point") && !sc.r.isBound(s.from+f.from, s.from+f.to) {
			c.shareOfTold(scenes, at, f)
			c.shareSlip(scenes, at, f)
		}
	}
}

// quantity is how much there is of something: by a number of the text, or by a topic.
type quantity struct {
	value int64
	name  string
}

// wholeOf judges one part in words. Where no pair of part and whole is as it says, and one
// is sure, it is wrong.
func (c *checker) wholeOf(scenes []scene, at int, p portion) {
	sc := &scenes[at]
	part, whole, sure := c.partAndWhole(scenes, at, p)
	if !sure || part.value <= 0 || whole.value <= 0 || part.value > whole.value || part.value > 1<<50 {
		return
	}
	is := divRound(part.value*1000, whole.value)
	if p.share.holds(is) {
		return
	}
	s := sc.s
	c.tell(sc.r, s.from+p.at.from, s.from+p.at.to, Error, "direction",
		say("%[1]q passer ikke: %[2]s af %[3]s er %[4]s pct.", "%[1]q does not fit: %[2]s of %[3]s is %[4]s per cent", s.text[p.at.from:p.at.to], part.name, whole.name, decimalsOf(is, 1)), Text{})
}

// partAndWhole are the two that a part in words is said of.
func (c *checker) partAndWhole(scenes []scene, at int, p portion) (part, whole quantity, sure bool) {
	sc := &scenes[at]
	s := sc.s
	lead, rest := s.lower[:p.at.from], s.lower[p.at.to:]
	figs := sc.counts(p.at)
	behind := figs[:0:0] // of the sentence, before the part
	for _, f := range figs {
		if f.to <= p.at.from {
			behind = append(behind, f)
		}
	}
	if named := sc.countedBy(p.at.to); named != nil && !strings.HasPrefix(rest, " af ") { // "tre ud af fire klubber"
		value, is := named.in(c.rep.Year)
		if f, told := c.toldAfter(scenes, at, p.at.to); is && told {
			return quantity{f.value(), f.plain()}, quantity{value, named.name}, true
		}
		return part, whole, false
	}
	switch {
	case len(behind) == 1 && ofTheFirst(lead, behind[0]):
		f, told := c.toldAfter(scenes, at, p.at.to)
		return quantity{f.value(), f.plain()}, quantity{behind[0].value(), behind[0].plain()}, told
	case len(behind) > 0 && concluding(lead[behind[len(behind)-1].to:]):
		f := behind[len(behind)-1]
		part = quantity{f.value(), f.plain()}
		whole, sure = c.wholeBehind(scenes, at, p, f, behind[:len(behind)-1])
	case len(behind) == 0 && at > 0 && begunWith(lead):
		if f, one := scenes[at-1].only(c); one {
			part = quantity{f.value(), f.plain()}
			whole, sure = c.among(&scenes[at-1], f)
			if at > 1 && !sure && refersBack(scenes[at-1].s.lower) {
				o, of := scenes[at-2].only(c)
				whole, sure = quantity{o.value(), o.plain()}, of
			}
		} else if is, of := restIn(scenes, at-1); of {
			return quantity{is.part.value(), is.part.plain()}, quantity{is.whole.value(), is.whole.plain()}, true
		} else if f, one := amountBefore(scenes, at); one {
			part = quantity{f.value(), f.plain()}
			whole, sure = c.lineAfter(sc, p.at.to)
		}
	}
	return part, whole, sure
}

// concluding reports whether the words between a figure and a part say that the part is what
// the figure is: ", altså", "var skoleelever, altså godt", ", og det er".
func concluding(between string) bool {
	if len(between) > widest || strings.ContainsAny(between, ";:(") {
		return false
	}
	for _, w := range []string{", altså", ", og det er", ", det er", ", det vil sige", ", svarende til", ", hvilket er", ", som er", ", dvs", ", eller"} {
		if i := strings.Index(between, w); i >= 0 {
			return roundWords(between[i+len(w):])
		}
	}
	return false
}

// begunWith reports whether a sentence begins with words that a part of what was told before
// follows: "Det er omtrent".
func begunWith(lead string) bool {
	for _, w := range []string{"det er ", "det svarer til ", "det var ", "det udgør ", "det vil sige, at ", "beløbet er ", "beløbet svarer til ", "beløbet udgør "} {
		if rest, is := strings.CutPrefix(lead, w); is {
			return roundWords(rest)
		}
	}
	return false
}

// wholeBehind is what a figure before a part is a part of: the whole that stands after "af
// alle", what "af dem" refers to, or the topic that the figure counts some of.
func (c *checker) wholeBehind(scenes []scene, at int, p portion, f figure, before []figure) (quantity, bool) {
	sc := &scenes[at]
	rest := sc.s.lower[p.at.to:]
	if strings.HasPrefix(rest, " af alle ") || strings.HasPrefix(rest, " af de ") || strings.HasPrefix(rest, " af i alt ") {
		for _, o := range sc.counts(p.at) {
			if o.from >= p.at.to && o.from-p.at.to <= len(" af de i alt ") {
				return quantity{o.value(), o.plain()}, true
			}
		}
	}
	if len(before) > 0 && ofTheFirst(sc.s.lower, before[0]) {
		return quantity{before[0].value(), before[0].plain()}, true
	}
	if refersBack(sc.s.lower[:p.at.from]) {
		if n := len(before); n > 0 {
			return quantity{before[n-1].value(), before[n-1].plain()}, true
		}
		const reach = 2 // sentences
		for k := at - 1; k >= max(0, at-reach); k-- {
			if o, one := scenes[k].only(c); one {
				return quantity{o.value(), o.plain()}, true
			}
		}
	}
	if strings.HasPrefix(rest, " af alle") || strings.HasPrefix(rest, " af os alle") || strings.HasPrefix(rest, " af dem alle") {
		if t := sc.countedBy(f.to); t != nil {
			value, is := t.in(c.rep.Year)
			return quantity{value, t.name}, is
		}
	}
	return quantity{}, false
}

// refersBack reports whether a text speaks of some of what was told before.
func refersBack(lead string) bool {
	return strings.Contains(lead, " af dem ") || strings.HasPrefix(lead, "af dem ") || strings.HasPrefix(lead, "af dem, ") || strings.Contains(lead, "heraf ") || strings.Contains(lead, "deraf ") || strings.Contains(lead, "hvoraf ") || strings.Contains(lead, "af disse ")
}

// counts are the numbers of a sentence but for those in a part that it says in words.
func (sc *scene) counts(at span) []figure {
	return slices.DeleteFunc(slices.Clone(sc.s.allFigures()), func(f figure) bool {
		return f.kind != count || f.n <= 0 || f.from >= at.from && f.to <= at.to || sc.s.ofAge(f)
	})
}

// ofAge reports whether a number is how old somebody is: "51 er under 18", "fyldt 60".
func (s sentence) ofAge(f figure) bool {
	switch wordBefore(s, f.from) {
	case "fyldt", "fylder":
		return true
	case "under", "over":
		return endsClause(s.text[f.to:]) || strings.HasPrefix(s.lower[f.to:], " år")
	}
	return false
}

// only is the one number of a sentence that is of the edition's time.
func (sc *scene) only(c *checker) (figure, bool) {
	all := sc.s.allFigures()
	if len(all) == 0 || len(all) > mostFigures {
		return figure{}, false
	}
	var found figure
	for _, a := range c.ages(sc.r, sc.s, all) {
		switch {
		case a.kind != count || a.era == eraThen || a.era == eraBy:
		case found.unit != 0 && someOfThose(sc.s.lower[found.to:a.from]): // "25 af de 31"
		case found.unit != 0 || a.about:
			return figure{}, false
		default:
			found = a.figure
		}
	}
	return found, found.unit != 0
}

// someOfThose reports whether the words between two numbers make the first a part of the second.
func someOfThose(between string) bool {
	return between == " af de " || between == " af vores " || between == " ud af de " || between == " af i alt "
}

// countedBy is the topic that is named, whole, by the word right after a place.
func (sc *scene) countedBy(at int) *topic {
	for k := range sc.own {
		n := &sc.own[k]
		if n.first >= 0 && n.from >= at && n.from <= at+1 && n.score >= 0.85 && n.topic.kind == count && sc.alone(n) {
			return n.topic
		}
	}
	return nil
}

// among is the one topic that a sentence names after "blandt" or "af" and that has more than
// a figure: "41 kvinder blandt brandfolkene".
func (c *checker) among(sc *scene, f figure) (quantity, bool) {
	for k := range sc.own {
		n := &sc.own[k]
		if n.first < 1 || n.from < f.to || n.score < 0.85 || n.topic.kind != count || !sc.alone(n) {
			continue
		}
		if w := sc.s.words[n.first-1].lower; w != "blandt" && w != "af" {
			continue
		}
		value, is := n.topic.in(c.rep.Year)
		return quantity{value, n.topic.name}, is
	}
	return quantity{}, false
}

// toldAfter is the number that a text says a part in words comes to: ", nemlig 126", "Det er i
// alt 126 klubber".
func (c *checker) toldAfter(scenes []scene, at, from int) (figure, bool) {
	s := scenes[at].s
	for _, f := range scenes[at].counts(span{}) {
		if f.from >= from {
			gap := s.lower[from:f.from]
			return f, len(gap) <= widest && (strings.HasSuffix(gap, ", nemlig ") || strings.HasSuffix(gap, ", i alt ") || strings.HasSuffix(gap, ", altså "))
		}
	}
	if at+1 == len(scenes) {
		return figure{}, false
	}
	next := scenes[at+1].s
	for _, f := range next.figs {
		lead := next.lower[:f.from]
		return f, f.kind == count && (lead == "det er " || lead == "det er i alt " || lead == "det var " || lead == "i alt er det ")
	}
	return figure{}, false
}
