package check

import "strings"

// stepped is the pair of "faldt med D til N": what N came of.
func (s sentence) stepped(a, b figure, between string) (grown, bool) {
	if !strings.HasSuffix(s.lower[:a.from], " med ") || between != "til" && !strings.HasPrefix(between, "til ") || a.kind != b.kind || len(between) > len("til et ") {
		return grown{}, false
	}
	at := s.wayBefore(a.from)
	if at == nil || wayOf(at.lower) == noWay {
		return grown{}, false
	}
	return moved(b, a, wayOf(at.lower), b.to)
}

// moved is the pair of a figure that differs by another from what it was.
func moved(now, by figure, which way, last int) (grown, bool) {
	unit := min(now.unit, by.unit)
	if now.kind != by.kind || unit <= 0 || now.unit%unit != 0 || by.unit%unit != 0 || now.value() > 1<<52 || by.value() > 1<<52 {
		return grown{}, false
	}
	then := now
	sign := map[way]int64{up: -1, down: 1}[which]
	then.unit, then.n = unit, (now.value()+sign*by.value())/unit
	return grown{then, now, last}, sign != 0 && then.n > 0
}

// differing is the pair of "A i 2025, D mere end i 2024".
func (s sentence) differing(a, b figure, between string) (grown, bool) {
	rest := s.lower[b.to:]
	if a.kind != b.kind || a.kind == percent || !isDifference(rest) || isDifference(s.lower[a.to:]) || strings.ContainsAny(between, ";:()") || strings.Contains(between, " men ") {
		return grown{}, false
	}
	if n := strings.Index(rest, " end "); n < 0 || n > len(" flere ansøgninger") || !pastAfter(rest[n+len(" end"):]) {
		return grown{}, false
	}
	if hvor := strings.Index(rest, "hvor"); hvor >= 0 {
		return grown{}, false // what it was is said
	}
	return moved(a, b, comparison(rest), b.to)
}

// pastAfterNoun is pastAfter behind the word for what both figures of a pair are of:
// "mod 4.700 ton året før".
func pastAfterNoun(between, after string) bool {
	if pastAfter(after) {
		return true
	}
	noun, rest, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	return noun != "" && strings.HasPrefix(between, noun) && pastAfter(rest)
}

// yearsApart is the pair of a sentence with one figure and the next, which begins with
// what it was the year before: "Det var A. Året før var det B".
func (c *checker) yearsApart(r *run, at int) (grown, bool) {
	if at == 0 {
		return grown{}, false
	}
	s, before := r.parts[at], r.parts[at-1].allFigures()
	figs := s.allFigures()
	if len(before) != 1 || len(figs) == 0 || before[0].kind != figs[0].kind || before[0].about || figs[0].about || before[0].n <= 0 || figs[0].n <= 0 {
		return grown{}, false
	}
	lead := s.lower[:figs[0].from]
	if !pastAfter(lead) || c.laterThan(lead, r.parts[at-1].text) || len(lead) > widest || !strings.Contains(lead, " var ") && !strings.Contains(lead, " lød ") && !strings.Contains(lead, " udgjorde ") {
		return grown{}, false
	}
	return grown{figs[0], before[0], figs[0].to}, true
}

// laterThan reports whether a text begins with a year that is no earlier than the edition's, or than the last
// that another has.
func (c *checker) laterThan(lead, before string) bool {
	years := fourDigits(lead)
	if len(years) == 0 {
		return false
	}
	said := wholeNumber(lead[years[0].from:years[0].to])
	last := fourDigits(before)
	return said >= int64(c.rep.Year) || len(last) > 0 && isYear(before[last[len(last)-1].from:last[len(last)-1].to]) && wholeNumber(before[last[len(last)-1].from:last[len(last)-1].to]) <= said
}

// sinceThen judges what a sentence says after such a pair: "og den er altså steget", "og
// fremgangen er på 4 procentpoint".
func (c *checker) sinceThen(r *run, s sentence, g grown) {
	for _, w := range s.words {
		if w.from < g.last || wayOf(w.lower) == noWay {
			continue
		}
		if strings.ContainsAny(s.text[g.last:w.from], ";:") || strings.Contains(s.lower[g.last:w.from], " end ") {
			return
		}
		if g.now.value() != g.then.value() && (g.now.value() > g.then.value()) != (wayOf(w.lower) == up) {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "direction",
				say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", w.text, g.then.plain(), g.now.plain()), Text{})
		}
		break
	}
	for _, f := range s.allFigures() {
		if f.from >= g.last {
			c.holdPoints(r, s, g, f)
			return
		}
	}
}

// holdPoints holds the difference of two percentages: it is in percentage points.
func (c *checker) holdPoints(r *run, s sentence, g grown, f figure) {
	if g.then.kind != percent || f.kind != percent || f.about || r.isBound(s.from+f.from, s.from+f.to) {
		return
	}
	rest := s.text[f.from:min(len(s.text), f.to+len("point"))]
	is := abs(g.now.value() - g.then.value())
	if strings.Contains(rest, "point") && divRound(is, f.unit) == abs(f.n) {
		return
	}
	if !strings.Contains(rest, "point") && divRound(is, f.unit) != abs(f.n) {
		return // it may be the growth in per cent
	}
	right := numberOf(is) + " procentpoint"
	c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		say("fra %s til %s er %s", "from %s to %s is %s", g.then.plain(), g.now.plain(), right), say("%[1]s", "%[1]s", right))
}

// asMany holds "18 biler, halvanden gang så mange som de 12".
func (c *checker) asMany(r *run, s sentence, figs []figure) {
	for _, p := range c.portionsIn(s) {
		rest, is := strings.CutPrefix(s.lower[p.at.to:], " som ")
		if !p.times || !is {
			continue
		}
		var a, b figure
		for _, f := range figs {
			switch {
			case f.to <= p.at.from:
				a = f
			case f.from >= p.at.to && b.unit == 0 && f.from-p.at.to <= len(" som de i alt "):
				b = f
			}
		}
		if a.unit == 0 || b.unit == 0 || a.kind != b.kind || b.value() <= 0 || a.value() > 1<<50 || strings.HasPrefix(rest, "i 20") {
			continue
		}
		if is := divRound(a.value()*1000, b.value()); abs(is-p.said)*10 > p.said {
			c.tell(r, s.from+p.at.from, s.from+p.at.to, Error, "direction",
				say("%q passer ikke til tallene %s og %s", "%q does not go with the figures %s and %s", s.text[p.at.from:p.at.to], a.plain(), b.plain()), Text{})
		}
	}
}

// inOtherWords holds "34 pct. af selskabet, omtrent en tredjedel".
func (c *checker) inOtherWords(r *run, s sentence, figs []figure) {
	for _, p := range c.portionsIn(s) {
		var f figure
		for _, o := range figs {
			if o.to <= p.at.from && o.kind == percent {
				f = o
			}
		}
		if p.times || f.unit == 0 || f.about {
			continue
		}
		lead, behind, is := strings.Cut(s.lower[f.to:p.at.from], ", ")
		if !is || len(lead) > widest/2 || strings.Contains(behind, ",") || !roundWords(behind) {
			continue
		}
		said := divRound(f.value(), 1000) // thousandths
		off := said - p.said
		if p.more && off > 0 && off < 150 || p.less && off < 0 && off > -150 || !p.more && !p.less && abs(off) <= 45 {
			continue
		}
		c.tell(r, s.from+p.at.from, s.from+p.at.to, Error, "direction",
			say("%q passer ikke til %s", "%q does not go with %s", s.text[p.at.from:p.at.to], f.plain()), Text{})
	}
}

// roundWords reports whether a text has only words that say that a part is about so.
func roundWords(text string) bool {
	for _, w := range wordsOf(text) {
		switch w.text {
		case "omtrent", "altså", "svarende", "til", "knap", "godt", "næsten", "cirka", "ca", "omkring", "lidt", "mere", "mindre", "over", "under", "end", "eller", "det", "vil", "sige", "dvs":
		default:
			return false
		}
	}
	return true
}

// ranges finds "mellem 5 og 3": the first end is not below the second.
func (c *checker) ranges(r *run, s sentence, figs []figure) {
	for i := 0; i+1 < len(figs); i++ {
		a, b := figs[i], figs[i+1]
		x, same := sameUnit(s, a, b)
		if !same || x.kind != b.kind || !strings.HasSuffix(s.lower[:a.from], "mellem ") || strings.TrimSpace(s.lower[a.to:b.from]) != "og" || x.value() < b.value() {
			continue
		}
		if a.n > 0 && b.n > 0 {
			c.tell(r, s.from+a.from, s.from+b.to, Error, "figure-differs", say("det første tal er ikke det mindste", "the first number is not the smaller"), Text{})
		}
	}
}
