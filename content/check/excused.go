package check

import (
	"slices"
	"strings"
	"unicode"
)

// What looks like a slip of a topic's figure may be right, and of something else. Each of
// these is a reason to take it so.

// excused reports whether a figure that is held against a reading may well be another: one
// that the text works out, of another year, of some of the topic's things or of somebody
// else's, or rounder.
func (c *checker) excused(sc *scene, f figure, is reading) bool {
	return c.borneOut(sc, f, is) || sc.farFetched(f, is) || c.workedOut(sc, f, is) || c.ofOtherTime(sc, f, is) || sc.ofSome(c, f, is) || sc.amongThem(f, is) || c.partTold(sc, f, is) || c.saidAgain(sc.s, f, is) || sc.required(f) || c.ofSomebody(sc) || ofSociety(sc.s.lower) || ofCountry(sc.s.lower, f) || c.aside(sc, f, is) ||
		is.topic != nil && (rounded(f, is.topic) || sc.fromElse(f, is.topic) || sc.fromBefore(f, is))
}

// farFetched reports whether nothing says that a figure is of a reading: that is what two
// figures of different things come to together, or of another unit and nowhere named.
func (sc *scene) farFetched(f figure, is reading) bool {
	if is.topic == nil {
		return false
	}
	if sc.ofNoneNamed(f, is) {
		return true
	}
	if is.role&(asSum|asDifference) != 0 && is.topic.line == nil && !is.topic.row {
		return !saysSum(sc.s.lower) && !isDifference(sc.s.lower[f.to:])
	}
	const percent100, percent1 = 1_000_000, 10_000
	const thousand = 1000 * 10_000
	if f.kind == count && is.kind == count && f.digits == 1 && f.scale == "" && abs(is.value) >= thousand {
		return true
	}
	if is.role == asRatio && is.topic.line == nil && (abs(is.value) < percent1 || abs(is.value) > percent100) {
		return true
	}
	if is.topic.line == nil && !is.topic.row && is.role&(asLevel|asChange) != 0 && (sc.ofPlace(f) || sc.inMonth(f)) {
		return true
	}
	if f.kind != count || is.topic.line != nil || slices.ContainsFunc(is.topic.series, func(d valued) bool { return divRound(abs(d.value), f.unit) == abs(f.n) }) {
		return false
	}
	after := strings.Fields(sc.s.lower[f.to:])
	named := func(n naming) bool { return n.topic == is.topic && n.first >= 0 }
	return len(after) > 0 && measures(strings.Trim(after[0], ".,;:()")) && !slices.ContainsFunc(sc.own, named) && !slices.ContainsFunc(sc.before, named) && !slices.ContainsFunc(sc.about, named)
}

// ofNoneNamed reports whether a figure is not of the topic of a reading as its sentence is built: that has a subject
// of its own, or several together, or tells how many each of some has; or nothing would be left of the reading.
func (sc *scene) ofNoneNamed(f figure, is reading) bool {
	switch _, noun, counted := strings.Cut(strings.TrimLeft(sc.s.lower[f.to:], " "), " "); {
	case is.role&(asChange|asGrowth) != 0 && (!sc.leans() && !isDifference(sc.s.lower[f.to:]) || is.other != nil && !sc.ofShare(f) || sc.toAnother(f, is.topic) || sc.ownedOnly(is.topic)):
		return true // nothing says that it is a change, or one of that
	case is.role&(asShare|asRatio) != 0 && is.topic.line != nil && sc.namedInPart(is.topic) || is.other != nil && sc.others(f, is.other):
		return true
	case is.role&(asShare|asRatio) != 0 && sc.both() && !strings.Contains(is.topic.id, "+") && !sc.names(is.topic):
		return true // it is of several together, which it is not one of
	case counted && f.kind == count && is.role != asEach && toEach(" "+noun):
		return true // each of some others has so many
	case f.kind == count && is.topic.line == nil && !sc.refers && !sc.caption && !sc.names(is.topic) && !sc.anchors(is.topic, f) && !is.surely(f):
		return true // it counts what is told here
	case is.role&(asChange|asGrowth|asDifference) != 0 && !sc.refers && !sc.ofTheirs() && !sc.caption && !sc.names(is.topic) && !sc.anchors(is.topic, f):
		return true // it has a subject of its own, which is another
	}
	return is.value != 0 && is.role == asLevel && f.kind == count && divRound(abs(is.value), f.unit) == 0 // a table has it in millions
}

// ofTheirs reports whether a sentence says that something is of what was told before.
func (sc *scene) ofTheirs() bool {
	return slices.ContainsFunc(sc.s.words, func(w word) bool {
		return w.lower == "dets" || w.lower == "dens" || w.lower == "deres" || w.lower == "heraf" || w.lower == "deraf"
	})
}

// measures reports whether a word is a unit of measure.
func measures(w string) bool {
	switch w {
	case "km", "m", "cm", "mm", "meter", "kilometer", "kg", "ton", "gram", "liter", "hektar", "kvadratmeter", "m²", "m³", "kwh", "mwh", "gwh", "timer", "minutter", "dage", "uger", "måneder", "år", "grader", "sider":
		return true
	}
	return false
}

// ofOtherTime reports whether a figure is said to be of a year that the topic has no figure of,
// or has that very one of, or to come.
func (c *checker) ofOtherTime(sc *scene, f figure, is reading) bool {
	if is.role&(asLevel|asChange|asGrowth|asShare|asRatio) == 0 {
		return false
	}
	if lead := sc.s.lower[:f.from]; strings.HasSuffix(lead, " daværende ") || strings.HasSuffix(lead, " hidtidige ") || strings.HasSuffix(lead, " oprindelige ") {
		return true
	}
	year := c.yearOf(sc, f)
	switch {
	case is.role&(asChange|asGrowth) != 0 && c.overYears(sc, is):
		return true
	case year == 0:
		return c.toComeOf(sc, f) || sc.inSeries(f) || strings.HasSuffix(sc.s.lower[:f.from], "fra ") && c.otherTimes(sc.s) || c.goesOnAhead(sc, f, is) || is.year > c.rep.Year && sc.s.past()
	case is.topic == nil:
		return year != c.rep.Year && year != is.year
	}
	value, has := is.topic.in(year)
	if has && is.role == asLevel && is.year != year && year != c.rep.Year && !comparedWith(sc.s.lower[:f.from]) && (year == c.yearAfter(sc.s.lower[f.to:]) || sc.s.begins(year)) {
		return true // it is held against another year's than is said
	}
	if has && year != is.year && is.role == asLevel && f.kind == money && len(fourDigits(sc.s.text)) > 1 {
		return true // it is held against that of another year, and each has its own
	}
	return !has && year != c.rep.Year || has && divRound(abs(value), f.unit) == abs(f.n) && f.kind == is.topic.kind
}

// begins reports whether a sentence begins with a year: "I 2023 var", "Fra 2025 betaler".
func (s sentence) begins(year int) bool {
	return len(s.words) > 1 && (s.words[0].lower == "i" || s.words[0].lower == "fra") && s.words[1].lower == digits(int64(year))
}

// overYears reports whether a change is said to be over more years than a reading is.
func (c *checker) overYears(sc *scene, is reading) bool {
	at := sc.place()
	for i := max(0, at-1); i <= at; i++ {
		s := sc.r.parts[i]
		for k := range s.words {
			next := func(n int) string {
				if k+n < len(s.words) {
					return s.words[k+n].lower
				}
				return ""
			}
			w := s.words[k].lower
			if (w == "på" || w == "over") && (next(2) == "år" || next(3) == "år" && next(1) == "de") || (w == "siden" || w == "efter") && isYear(next(1)) && int(wholeNumber(next(1))) < c.rep.Year-1 {
				if isYear(next(1)) && int(wholeNumber(next(1))) != is.from {
					return true
				}
				return is.year-is.from == 1 && next(1) != "et" && next(1) != "1"
			}
		}
	}
	return false
}

// yearOf is the year that a figure stands by: the one right after it, else the last one before
// it in its sentence, else one after it with no other figure between; 0 where there is none.
func (c *checker) yearOf(sc *scene, f figure) int {
	s := sc.s
	if sc.r.fact {
		return c.yearOfFact(sc.r)
	}
	if year := c.yearAfter(s.lower[f.to:]); year != 0 {
		return year
	}
	if year := c.yearsAgo(s, f); year != 0 {
		return year
	}
	year, before, two := 0, "", ""
	for _, w := range s.words {
		if w.from >= f.from {
			break
		}
		switch {
		case isYear(w.lower):
			year = int(wholeNumber(w.lower))
			if entered(before, two) && s.text[w.to] == ' ' {
				year--
			}
		case w.lower == "året" && entered(before, two):
			year = c.rep.Year - 1
		case w.lower == "fjor", (w.lower == "før" || w.lower == "forinden") && before == "året", w.lower == "år" && (before == "sidste" || before == "forrige"):
			year = c.rep.Year - 1
		case w.lower == "nu", (w.lower == "år" || w.lower == "dag") && before == "i":
			year = c.rep.Year
		}
		before, two = w.lower, before
	}
	if year != 0 {
		return year
	}
	for _, at := range fourDigits(s.text) {
		if at.from >= f.to && isYear(s.text[at.from:at.to]) && !strings.ContainsAny(s.text[f.to:at.from], ",;:()") && !slices.ContainsFunc(s.figs, func(o figure) bool { return o.from >= f.to && o.to <= at.from }) {
			return int(wholeNumber(s.text[at.from:at.to]))
		}
	}
	return 0
}

// yearsAgo is the year that a clause says by how long ago it is: "for fem år siden var"; 0 where it
// does not.
func (c *checker) yearsAgo(s sentence, f figure) int {
	lead := s.words[:len(s.within(0, f.from))]
	for i := 2; i < len(lead); i++ {
		if n := numberSaid(lead[i-2].lower); n > 0 && lead[i-1].lower == "år" && lead[i].lower == "siden" {
			return c.rep.Year - int(n)
		}
	}
	return 0
}

// yearOfFact is the year that the first sentence of a fact's caption says; 0 where it says none
// or several.
func (c *checker) yearOfFact(r *run) int {
	i := slices.Index(c.runs, r)
	if i < 0 || i+1 >= len(c.runs) || len(c.runs[i+1].parts) == 0 {
		return 0
	}
	caption := c.runs[i+1].parts[0].text
	years := fourDigits(caption)
	if len(years) != 1 || !isYear(caption[years[0].from:years[0].to]) {
		return 0
	}
	return int(wholeNumber(caption[years[0].from:years[0].to]))
}

// fromElse reports whether a figure is what something came to from a figure that is none of a
// topic's: "fra 2,3 til 2,4 pct.".
func (sc *scene) fromElse(f figure, t *topic) bool {
	o := sc.partner(f)
	if o == nil || o.from > f.from || !strings.HasSuffix(sc.s.lower[:o.from], "fra ") || !strings.HasSuffix(sc.s.lower[:f.from], " til ") {
		return false
	}
	x, same := sameUnit(sc.s, *o, f)
	return same && !slices.ContainsFunc(t.readings(), func(r reading) bool { return r.is(x) || r.chance(x) < 1 && r.misplaced(x) })
}

// required reports whether a sentence says before a figure what something is to come to: "skal
// svare til mindst".
func (sc *scene) required(f figure) bool {
	lead := sc.s.lower[:f.from]
	return strings.Contains(lead, " skal ") && (strings.Contains(lead, " mindst ") || strings.Contains(lead, " højst ") || strings.Contains(lead, "svare til") || strings.Contains(lead, "udgøre"))
}

// fromBefore reports whether a figure is what a topic came from to that of a year, "fra 2,45 til",
// and a reading is not of the year before that.
func (sc *scene) fromBefore(f figure, is reading) bool {
	k := slices.IndexFunc(sc.s.figs, func(o figure) bool { return o.from >= f.to })
	if k < 0 || !strings.HasSuffix(sc.s.lower[:f.from], "fra ") || sc.s.lower[f.to:sc.s.figs[k].from] != " til " {
		return false
	}
	o := sc.s.figs[k]
	return slices.ContainsFunc(is.topic.series, func(d valued) bool {
		return divRound(abs(d.value), o.unit) == abs(o.n) && is.topic.kind == o.kind && d.year-1 != is.year
	})
}

// ofSomebody reports whether a sentence is about somebody else, whose name it begins with.
func (c *checker) ofSomebody(sc *scene) bool {
	const most = 4
	n := 0
	for i, w := range sc.s.words[:min(most, len(sc.s.words))] {
		if i > 0 && strings.Trim(sc.s.text[sc.s.words[i-1].to:w.from], " ") != "" && sc.s.text[sc.s.words[i-1].to:w.from] != "/" || !unicode.IsUpper(firstRune(w.text)) {
			break
		}
		n++
	}
	const named = 2
	if n < named {
		return false
	}
	first := sc.s.words[0].text
	return !strings.Contains(c.rep.Publisher+" "+c.rep.Title, first) && !slices.ContainsFunc(sc.own, func(o naming) bool { return o.first == 0 })
}

// ofSociety reports whether a sentence, in lower case, is of the country as a whole.
func ofSociety(lower string) bool {
	return strings.Contains(lower, "samfundet") || strings.Contains(lower, "arbejdsmarkedet") || strings.Contains(lower, "landsplan") || strings.Contains(lower, "danmarks statistik")
}

// ofCountry reports whether a number, in a text in lower case, is that of the country's municipalities.
func ofCountry(lower string, f figure) bool {
	return f.kind == count && f.value() == 98*10_000 && strings.HasPrefix(lower[f.to:], " kommune")
}

// toComeOf reports whether the clause of a figure speaks of what is planned or wished for.
func (c *checker) toComeOf(sc *scene, f figure) bool {
	clause := sc.s.clause(f)
	if i := strings.LastIndexByte(sc.s.lower[:f.from], ':'); i >= 0 && f.from-i < len(clause) {
		clause = sc.s.lower[i:]
	}
	if sc.s.supposes() {
		return true
	}
	return slices.ContainsFunc(wordsOf(clause), func(w word) bool {
		switch w.lower {
		case "skal", "mål", "målet", "håber", "håbede", "regner", "ventet", "ventede":
			return true
		}
		return awaits(w.lower) || foresees(w.lower)
	})
}

// supposes reports whether a sentence begins by telling on what it depends.
func (s sentence) supposes() bool {
	if len(s.words) == 0 {
		return false
	}
	switch s.words[0].lower {
	case "hvis", "såfremt", "bliver", "lykkes":
		return !strings.HasSuffix(s.text, "?")
	case "ser", "trækker", "regner", "lægger":
		return len(s.words) > 1 && (s.words[1].lower == "man" || s.words[1].lower == "vi")
	}
	return false
}

// rounded reports whether a figure with noughts at its end is a topic's, as rough as it is.
func rounded(f figure, t *topic) bool {
	place := f.unit
	const least = 10
	if n := abs(f.n); f.places == 0 && n%least == 0 && n > 0 {
		for ; n%10 == 0; n /= 10 {
			place *= 10
		}
	} else {
		return false
	}
	const few = 2 // digits
	if f.telling(digits(abs(f.n))) > few || place == f.unit {
		return false
	}
	return slices.ContainsFunc(t.readings(), func(r reading) bool {
		return r.kind == f.kind && r.value != 0 && !r.is(f) && divRound(abs(r.value), place)*place == abs(f.value())
	})
}

// readingOf is an entry of the accounts as a reading of its line.
func (c *checker) readingOf(e entry) reading {
	r := reading{kind: e.kind, role: asLevel, value: e.value, year: e.year}
	if e.change {
		r.role = asChange
	}
	if e.line != nil {
		r.topic = c.topics.byID[spelledOut(strings.ToLower(e.line.ID))]
	}
	return r
}

// readingCalled is the figure of figures.yaml of a name, of the year that it is of.
func (c *checker) readingCalled(name string, k kind, value int64) reading {
	t := c.topics.byID[spelledOut(strings.ToLower(strings.ReplaceAll(name, " ", "_")))]
	is := reading{topic: t, kind: k, role: asLevel, value: value}
	if _, is.year = withoutYear(name, c.rep.Year); t != nil {
		for _, d := range t.series {
			if d.value == value {
				is.year = d.year
			}
		}
	}
	return is
}

// sceneOf is the scene of a sentence by itself.
func (c *checker) sceneOf(r *run, s sentence) *scene {
	return &scene{r: r, s: s, own: c.namings(r, s), refers: refers(s.words)}
}
