package check

import (
	"slices"
	"strings"
)

// aside reports whether the words beside a figure set it apart from what a topic comes to: it is
// one to each, a part of it, what is left of it, of one's own house, or by how much another figure
// of the sentence differs.
func (c *checker) aside(sc *scene, f figure, is reading) bool {
	if is.topic == nil {
		return false
	}
	if is.role&(asChange|asGrowth|asDifference) != 0 && sc.ofOtherBase(f, is) || is.topic.line != nil && (perEach(sc.s.lower[f.to:]) || sc.s.toEach(f)) {
		return true
	}
	if is.role&(asLevel|asChange|asGrowth) != 0 && is.topic.line != nil && c.ofOwner(sc, is.topic) {
		return true
	}
	return is.role&(asLevel|asChange) != 0 && (sc.onAverage(f, is) || sc.isLeft(f) || f.kind != percent && sc.ofPart(f) || is.topic.line == nil && (sc.ofOwn(f) || f.kind == percent && sc.fronted(f, is.topic)))
}

// ofOtherBase reports whether a figure is by how much the one before it in its sentence differs,
// and that is none of a topic's: "312 mødte op, 44 flere end året før".
func (sc *scene) ofOtherBase(f figure, is reading) bool {
	if !isDifference(sc.s.lower[f.to:]) {
		return false
	}
	var base figure
	for _, o := range sc.s.allFigures() {
		if o.to <= f.from && o.kind != percent {
			base = o
		}
	}
	return base.unit != 0 && !strings.ContainsAny(sc.s.lower[base.to:f.from], ";:") && is.topic.kind == base.kind && !slices.ContainsFunc(is.topic.series, func(d valued) bool {
		return divRound(abs(d.value), base.unit) == abs(base.n)
	})
}

// onAverage reports whether a figure is said to be an average, and a topic's name is not.
func (sc *scene) onAverage(f figure, is reading) bool {
	if strings.Contains(is.topic.id, "snit") || is.topic.line == nil && f.kind != count {
		return false // a price may be an average by itself
	}
	const before, after = 3, 4 // words
	lead, rest := strings.Fields(sc.s.lower[:f.from]), strings.Fields(sc.s.lower[f.to:])
	near := slices.Concat(lead[max(0, len(lead)-before):], rest[:min(after, len(rest))])
	return slices.ContainsFunc(near, func(w string) bool {
		w = strings.Trim(w, ".,;:()")
		return w == "snit" || strings.HasPrefix(w, "gennemsnit")
	})
}

// perEach reports whether a text begins by saying what the figure before it is for each of: "pr.
// deltager", not a date.
func perEach(rest string) bool {
	rest, is := strings.CutPrefix(strings.TrimLeft(rest, " "), "pr. ")
	return is && nextDigit(rest, 0) > 0
}

// inSeries reports whether a figure is one of three or more in a row: "109, 112 og 116".
func (sc *scene) inSeries(f figure) bool {
	const least = 3
	n, end := 0, -1
	inRow := false
	for _, o := range sc.s.figs {
		gap := ""
		if end >= 0 {
			gap = sc.s.lower[end:o.from]
		}
		if end < 0 || o.kind != f.kind || gap != ", " && gap != " og " {
			if n >= least && inRow {
				return true
			}
			n, inRow = 0, false
		}
		n, end, inRow = n+1, o.to, inRow || o.from == f.from
	}
	return n >= least && inRow
}

// isLeft reports whether a figure is said to be what is left, or lacks.
func (sc *scene) isLeft(f figure) bool {
	if strings.HasSuffix(sc.s.lower[:f.from], "mangler ") {
		return true
	}
	rest := strings.TrimLeft(sc.s.lower[f.to:], " .")
	return strings.HasPrefix(rest, "tilbage") && !strings.HasPrefix(rest, "tilbageb") || strings.HasPrefix(rest, "tilovers")
}

// ofPart reports whether the clause of a figure, up to it, says that it is of a part: "vores del af
// den er", "Af gebyrerne kom".
func (sc *scene) ofPart(f figure) bool {
	lead := sc.s.lower[strings.LastIndexAny(sc.s.lower[:f.from], ",;(")+1 : f.from]
	if f.kind == money && strings.HasPrefix(lead, "af ") && !strings.HasSuffix(lead, " på ") {
		return true
	}
	for _, w := range []string{"del af den ", "del af det ", "del af dem ", "del af disse "} {
		if strings.Contains(lead, w) {
			return true
		}
	}
	return false
}

// ofOwn reports whether the clause of a figure, up to it, says that it is of one's own house: "I
// foreningens eget hus var".
func (sc *scene) ofOwn(f figure) bool {
	from := strings.LastIndexAny(sc.s.lower[:f.from], ",;(") + 1
	placed := false
	for _, w := range sc.s.within(from, f.from) {
		switch w.lower {
		case "i", "på", "hos", "blandt":
			placed = true
		case "eget", "egen", "egne":
			if placed {
				return true
			}
		}
	}
	return false
}

// fronted reports whether the clause of a figure begins with whom or where it is of: "Blandt de ældste
// er", "På havnene var", and that is no word of the topic's name.
func (sc *scene) fronted(f figure, t *topic) bool {
	from := strings.LastIndexAny(sc.s.lower[:f.from], ",;:(") + 1
	clause := sc.s.within(from, f.from)
	if len(clause) > 0 && (clause[0].lower == "og" || clause[0].lower == "men" || clause[0].lower == "mens") {
		clause = clause[1:]
	}
	const few = 5 // words up to the verb
	if len(clause) < 3 {
		return false
	}
	switch clause[0].lower {
	case "i", "på", "hos", "blandt", "ved":
	default:
		return false
	}
	for i, w := range clause[1:min(few, len(clause))] {
		switch w.lower {
		case "er", "var", "blev", "har", "havde", "ligger", "lå", "svarede", "siger", "mener", "steg", "faldt":
			return i > 0 && !strings.Contains(t.id, spelledOut(stem(clause[i].lower)))
		case "år", "året", "alt", "gennemsnit", "dag", "foreningen", "forbundet", "selskabet", "kommunen", "alle", "hele", "perioden", "undersøgelsen", "løbet", "udgangen", "begyndelsen", "periode", "seneste", "halvår", "kvartal":
			return false
		}
		for _, asked := range []string{"måling", "undersøgelse", "rundspørge", "evaluering"} {
			if strings.Contains(w.lower, asked) {
				return false // that is where it is told
			}
		}
		if nextDigit(w.lower, 0) < len(w.lower) || monthOf(w.lower) != "" {
			return false
		}
	}
	return false
}

// ofOwner reports whether where a line is named in a sentence the words before it say whose it is, and that is
// not the publisher: "Datterselskabets egenkapital".
func (c *checker) ofOwner(sc *scene, t *topic) bool {
	if ofTheirOwn(sc.s) || sc.r.quoted(sc.s) {
		return true
	}
	for _, n := range sc.own {
		if n.topic != t || n.first < 0 {
			continue
		}
		for k := max(1, n.first); k <= n.last; k++ {
			if oneOfIts(sc.s.words[k-1].lower, sc.s.words[k].lower) {
				return true // one such, as others are
			}
		}
		if n.first > 0 {
			return c.othersOwn(sc.s, n.first) || c.othersHave(sc.s, n.first)
		}
	}
	return false
}

// ofTheirOwn reports whether a sentence is of what somebody has of whom the one before told: "dens indtægter".
func ofTheirOwn(s sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		switch w.lower {
		case "deres", "dens", "hans", "hendes":
			return true
		}
		return false
	})
}

// quoted reports whether a sentence of a run is in what somebody is quoted for.
func (r *run) quoted(s sentence) bool {
	const mark = "”"
	lead := r.text[:s.from]
	if strings.HasPrefix(s.text, mark) {
		lead = r.text[:s.from+len(mark)]
	}
	return strings.Contains(r.text[len(lead):], mark) && strings.Count(lead, mark)%2 == 1
}

// othersHave reports whether what begins with the i-th word of a sentence is what some other than the publisher
// is said to have: "et typisk medlem har indtægter på".
func (c *checker) othersHave(s sentence, i int) bool {
	if i--; i > 0 && strings.HasPrefix(s.words[i].lower, "samlede") {
		i--
	}
	if i < 1 || s.words[i].lower != "har" && s.words[i].lower != "havde" {
		return false
	}
	lead := s.within(clauseFrom(s.lower[:s.words[i].from]), s.words[i].from)
	return !slices.ContainsFunc(lead, func(w word) bool {
		switch stem(w.lower) {
		case "vi", "den", "der", "forening", "forbund", "organisation", "selskab", "sekretariat", "fælles":
			return true
		}
		return len(w.lower) > 3 && strings.Contains(strings.ToLower(c.rep.Publisher+" "+c.rep.Title), stem(w.lower)) || isYear(w.lower)
	})
}

// othersOwn reports whether what begins with the i-th word of a sentence is said to be somebody else's than the
// publisher's: "medlemmernes samlede gæld", "deres overskud".
func (c *checker) othersOwn(s sentence, i int) bool {
	const shortest = 6 // letters
	if i--; i > 0 && strings.HasPrefix(s.words[i].lower, "samlede") {
		i--
	}
	if i < 0 {
		return false
	}
	w := s.words[i].lower
	switch {
	case w == "deres" || w == "hans" || w == "hendes":
		return true
	case len(w) < shortest || !strings.HasSuffix(w, "ens") && !strings.HasSuffix(w, "ets") && !strings.HasSuffix(w, "nes"):
		return false
	}
	switch body := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "ens"), "ets"), "es"); body {
	case "forening", "forbund", "organisation", "år", "period", "koncern", "selskab", "virksomhed":
		return false
	default:
		return !slices.ContainsFunc(strings.Fields(strings.ToLower(c.rep.Publisher+" "+c.rep.Title)), func(own string) bool {
			return strings.HasPrefix(own, body) && !strings.HasSuffix(own, "nes") // not whose association it is
		})
	}
}

// ofShare reports whether a sentence says that a percentage is of a share: it is in points, or a word says so.
func (sc *scene) ofShare(f figure) bool {
	return strings.HasSuffix(sc.s.lower[f.from:f.to], "point") || strings.Contains(sc.s.lower, "andel") || strings.Contains(sc.s.lower, "udgør") || strings.Contains(sc.s.lower, "share")
}

// toAnother reports whether what something came to by a change stands behind that, and is none of a topic's figures:
// "steg med 6 pct. til 4.300".
func (sc *scene) toAnother(f figure, t *topic) bool {
	k := slices.IndexFunc(sc.s.figs, func(o figure) bool { return o.from >= f.to })
	if k < 0 || strings.Trim(sc.s.lower[f.to:sc.s.figs[k].from], " .") != "til" || sc.s.figs[k].kind != t.kind || sc.s.figs[k].about {
		return false
	}
	o := sc.s.figs[k]
	return !slices.ContainsFunc(t.series, func(d valued) bool {
		return divRound(abs(d.value), o.unit) == abs(o.n) || reading{kind: t.kind, role: asLevel, value: d.value}.misplaced(o)
	})
}

// ownedOnly reports whether a sentence names a topic only as what something else is of: "priserne på varer".
func (sc *scene) ownedOnly(t *topic) bool {
	some := false
	for _, n := range sc.own {
		if n.topic == t && n.first >= 0 {
			if !sc.s.owned(n.first) {
				return false
			}
			some = true
		}
	}
	return some
}

// namedInPart reports whether a sentence has some words of a topic's name only.
func (sc *scene) namedInPart(t *topic) bool {
	return sc.names(t) && !slices.ContainsFunc(sc.own, func(n naming) bool { return n.topic == t && n.first >= 0 && n.score >= 0.8 })
}

// others reports whether behind a figure a whole is named, and whose it is: "8 pct. af omsætningen i butikkerne".
func (sc *scene) others(f figure, whole *topic) bool {
	return slices.ContainsFunc(sc.own, func(n naming) bool {
		if n.topic != whole || n.first < 0 || n.from < f.to || n.last+2 >= len(sc.s.words) {
			return false
		}
		joint, next := sc.s.words[n.last+1], sc.s.words[n.last+2].lower
		switch joint.lower {
		case "i", "hos", "på", "blandt":
			return joint.from == n.to+1 && !isYear(next) && next != "alt" && next != "år" && next != "både" && next != "foreningen" && next != "forbundet"
		}
		return false
	})
}

// goesOnAhead reports whether a figure is what something rises or falls to, in the present, as the
// sentence before told of a year to come: "Satserne for 2025 er vedtaget. Bidraget stiger til".
func (c *checker) goesOnAhead(sc *scene, f figure, is reading) bool {
	at := sc.place()
	if c.underAhead(sc.r, sc.s) {
		return is.year <= c.rep.Year && !strings.HasSuffix(sc.s.lower[:f.from], "fra ")
	}
	if is.year > c.rep.Year && (is.topic == nil || sc.namedInClause(f, is.topic)) {
		return false // it is of that year, too
	}
	if at == 0 || strings.HasSuffix(sc.s.lower[:f.from], "fra ") || sc.s.past() || len(fourDigits(sc.s.text)) > 0 || !slices.ContainsFunc(sc.s.words, func(w word) bool {
		return w.lean != noWay && (strings.HasSuffix(w.lower, "er") || strings.HasSuffix(w.lower, "es")) && comparative(w.lower) == noWay
	}) {
		return false
	}
	before := sc.r.parts[at-1].text
	years := fourDigits(before)
	if len(years) == 0 {
		return false
	}
	last := before[years[len(years)-1].from:years[len(years)-1].to]
	return isYear(last) && int(wholeNumber(last)) > c.rep.Year
}

// underAhead reports whether a sentence, which tells nothing of what has been, stands under a heading
// that is of a year to come: "Budget for 2025".
func (c *checker) underAhead(r *run, s sentence) bool {
	return oneYear(r.section) > c.rep.Year && !s.past() && !slices.ContainsFunc(fourDigits(s.text), func(at span) bool {
		return !strings.HasSuffix(s.lower[:at.from], "end i ") // what it is compared with
	})
}
