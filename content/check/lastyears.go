package check

import (
	"slices"
	"strconv"
	"strings"
)

// lastYears tells of a figure that only an earlier year's is, of something that has one of the
// edition's year, where nothing near it speaks of an earlier year.
func (c *checker) lastYears(sc *scene, f figure) bool {
	const few, many = 3, 4 // digits that tell a figure from others, where its sentence says the year and where it does not
	n := f.telling(digits(abs(f.n)))
	said := sc.s.lower + " "
	if sc.r.fact {
		said = c.wordsAbout(sc.r)
	}
	now := presently(said)
	dated := now || sc.r.fact || strings.Contains(said, strconv.Itoa(c.rep.Year))
	list := c.topics.exactly(f)
	if n < few || n < many && !dated || len(list) == 0 || f.about || f.words || sc.r.table || sc.r.heading || sc.earlier && !now || c.pastSaid(said, c.rep.Year-1) || comparing(said) || sc.planned(f) {
		return false
	}
	if n < many && !sc.names(list[0].topic) && !(sc.r.fact && hits(foldedStems(list[0].topic.name), speltOut(said)) > 0) {
		return false // so few digits are another's by chance
	}
	for _, r := range list {
		if _, has := r.topic.in(c.rep.Year); r.role != asLevel || r.year != c.rep.Year-1 || !has {
			return false
		}
	}
	value, _ := list[0].topic.in(c.rep.Year)
	is := reading{topic: list[0].topic, kind: f.kind, role: asLevel, value: value, year: c.rep.Year}
	name, was, should := is.name(), list[0].name(), c.written(entry{kind: f.kind, value: value}, f)
	c.tell(sc.r, sc.s.from+f.from, sc.s.from+f.to, Warning, "figure-wrong",
		say("%s er %s; %s er %s", "%[1]s is %[5]s; %[6]s is %[4]s", sc.s.text[f.from:f.to], was.Danish, name.Danish, should, was.English, name.English), say("%[1]s", "%[1]s", should))
	return true
}

// lastYearsOwn tells of "årets resultat på X" where X is last year's, and nothing near it says
// that another year is meant.
func (c *checker) lastYearsOwn(r *run, s sentence, cl claim, all, exact []entry) bool {
	before, f := c.rep.Year-1, cl.fig
	if cl.year != 0 || !strings.HasPrefix(strings.ToLower(cl.line.Label), "årets ") || r.isBound(s.from+f.from, s.from+f.to) || c.yearAfter(s.lower[f.to:]) != 0 || c.pastSaid(s.lower[:f.from], before) || comparing(s.lower[:f.from]) {
		return false
	}
	if i := slices.IndexFunc(r.parts, func(o sentence) bool { return o.from == s.from }); i > 0 && c.pastSaid(r.parts[i-1].lower, before) {
		return false
	}
	if slices.ContainsFunc(exact, func(e entry) bool { return e.change || e.year != before }) {
		return false
	}
	for _, e := range all {
		if e.year == c.rep.Year && !e.change {
			was, should := exact[0].name, c.write(e, f)
			c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
				say("%s er %s; %s er %s", "%[1]s is %[5]s; %[6]s is %[4]s", s.text[f.from:f.to], was.Danish, e.name.Danish, should, was.English, e.name.English), say("%[1]s", "%[1]s", should))
			return true
		}
	}
	return false
}

// captionAgainst holds "mod F i 2023" in the caption of a fact against what the reference that is
// its figure has for that year.
func (c *checker) captionAgainst(sc *scene) {
	if !sc.r.caption || sc.s.from > 0 || sc.r.after == nil || !sc.r.after.fact {
		return
	}
	for _, f := range sc.s.figs {
		year := c.yearAfter(sc.s.lower[f.to:])
		if year == 0 || f.about || !strings.HasSuffix(sc.s.lower[:f.from], "mod ") || sc.r.isBound(f.from, f.to) {
			continue
		}
		for _, n := range sc.before {
			value, has := n.topic.in(year)
			if is := (reading{topic: n.topic, kind: f.kind, role: asLevel, value: value, year: year}); n.byRef && has && n.topic.kind == f.kind && year != c.rep.Year && !is.is(f) {
				c.wrongReading(sc.r, sc.s, f, is)
				return
			}
		}
	}
}

// presently reports whether a text, in lower case, says that it is of today.
func presently(lower string) bool {
	return strings.Contains(lower, " nu ") || strings.Contains(lower, "i dag ") || strings.Contains(lower, "i år ") || strings.Contains(lower, " today")
}

// keyFigure tells of the figure of a fact that nothing of the edition is, and that has the
// digits of one figure of the edition's year but for one, or two of them swapped.
func (c *checker) keyFigure(sc *scene, f figure) bool {
	if !sc.r.fact || f.about || f.words || len(c.topics.exactly(f)) > 0 || len(c.ledger.exactly(f)) > 0 || sc.planned(f) {
		return false
	}
	const few, many, sure = 2, 3, 5 // digits that tell a figure with a comma, another, and one of which nothing is known
	n := f.telling(digits(abs(f.n)))
	var meant *reading
	for i := range c.topics.values[f.kind] {
		r := &c.topics.values[f.kind][i]
		if r.role != asLevel || r.year != c.rep.Year {
			continue
		}
		got, want, ok := digitsOf(*r, f)
		alike := ok && len(got) == len(want) && (n >= few && f.places > 0 && swaps(got, want) || n >= many && swaps(got, want) || n >= many && differs(got, want) == 1 && (n >= sure || hits(foldedStems(r.topic.name), c.wordsAbout(sc.r)) > 0))
		switch {
		case !alike:
		case meant != nil && meant.value != r.value:
			return false // it can't be known which
		default:
			meant = r
		}
	}
	if meant == nil || c.elsewhereInChapter(sc, f) {
		return false
	}
	name, should := meant.name(), c.written(entry{kind: f.kind, value: meant.value}, f)
	c.tell(sc.r, sc.s.from+f.from, sc.s.from+f.to, Warning, "figure-wrong",
		say("%s er der ikke; %s er %s", "%[1]s is not there; %[4]s is %[3]s", sc.s.text[f.from:f.to], name.Danish, should, name.English), say("%[1]s", "%[1]s", should))
	return true
}

// elsewhereInChapter reports whether the text of the chapter has the figure too.
func (c *checker) elsewhereInChapter(sc *scene, f figure) bool {
	return slices.ContainsFunc(c.runs, func(r *run) bool {
		return r != sc.r && slices.ContainsFunc(r.parts, func(s sentence) bool {
			return slices.ContainsFunc(s.figs, func(o figure) bool { return o.kind == f.kind && o.value() == f.value() })
		})
	})
}

// unmoved tells of "A noun mod A": what is compared with last year's figure is that, though the
// topic that is named has another figure of this year.
func (c *checker) unmoved(sc *scene, f figure) bool {
	if sc.r.isBound(sc.s.from+f.from, sc.s.from+f.to) || f.about || sc.r.table {
		return false
	}
	between, against, is := strings.Cut(sc.s.lower[f.to:], "mod ")
	if !is || len(strings.Fields(between)) > 2 || strings.ContainsAny(between, ",;:().") {
		return false
	}
	other := c.figuresOf(sc.s.text[len(sc.s.text)-len(against):])
	if len(other) == 0 || other[0].from != 0 || other[0].kind != f.kind || other[0].value() != f.value() {
		return false
	}
	for _, n := range sc.own {
		now, has := n.topic.in(c.rep.Year)
		then, had := n.topic.in(c.rep.Year - 1)
		if !has || !had || n.score < 0.85 || n.topic.kind != f.kind || divRound(abs(then), f.unit) != abs(f.n) || divRound(abs(now), f.unit) == abs(f.n) {
			continue
		}
		is := reading{topic: n.topic, kind: f.kind, role: asLevel, value: now, year: c.rep.Year}
		c.wrongReading(sc.r, sc.s, f, is)
		return true
	}
	return false
}
