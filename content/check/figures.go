package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// figures finds figures that are not bound to the accounts: wrong ones, right
// ones and ones that are not from there.
func (c *checker) figures() {
	c.local = c.localTopics()
	c.cells()
	var about, lead []naming
	var heading *run // whose topics about is to have
	for i, r := range c.runs {
		if r.heading && !r.table {
			about, lead, heading = nil, nil, r
		}
		if heading != nil && r.asks() {
			for _, s := range heading.parts {
				about = append(about, c.namings(heading, s)...)
			}
			heading = nil
		}
		caption := c.captionOf(i)
		if caption != nil {
			lead = caption
		}
		scenes := c.scenesOf(r, lead, about)
		for k := range scenes {
			sc := &scenes[k]
			sc.caption = caption != nil
			if sc.caption {
				sc.dated = c.captionedYear(c.runs[i+1])
			}
			for _, f := range sc.figures() {
				if !r.isBound(sc.s.from+f.from, sc.s.from+f.to) {
					c.figure(sc, f)
				}
			}
			c.turns(sc)
			if !c.read.english {
				c.weigh(scenes, k)
				c.surpasses(sc)
				c.likenedTopics(sc)
				c.signs(sc)
				c.added(sc)
				c.captionAgainst(sc)
				c.changedBy(sc)
				c.outcome(sc)
				c.beyond(sc)
				c.equalled(scenes, k)
				c.wholes(scenes, k)
				c.bothTurned(scenes, k)
			}
			c.portions(sc)
			c.facing(sc)
			c.compared(sc)
			if c.read.english && sc.s.has(surplus) {
				c.surplus(r, sc.s)
			}
			if len(sc.own) > 0 {
				lead = sc.own
			}
		}
	}
}

// captionOf are the topics of the caption of a fact whose figure is the i-th run; nil where
// it is none.
func (c *checker) captionOf(i int) []naming {
	r := c.runs[i]
	if !r.fact || i+1 >= len(c.runs) || c.runs[i+1].pos != r.pos {
		return nil
	}
	var out []naming
	for _, s := range c.runs[i+1].parts {
		out = append(out, c.namings(c.runs[i+1], s)...)
	}
	return out
}

// captionedYear is the one year that a caption says its figure is of; 0 where it says none.
func (c *checker) captionedYear(r *run) int {
	years := fourDigits(r.text)
	if len(years) != 1 || nextDigit(r.text, 0) < years[0].from || nextDigit(r.text, years[0].to) < len(r.text) || strings.ContainsAny(r.text[:years[0].from], ",;:") || !strings.HasSuffix(r.lower[:years[0].from], "i ") || !isYear(r.text[years[0].from:years[0].to]) {
		return 0
	}
	if lead := strings.Fields(r.lower[:years[0].from]); len(lead) > 1 && (joinsTo(lead[len(lead)-2]) || lead[len(lead)-2] == "som" || lead[len(lead)-2] == "siden") {
		return 0
	}
	return int(wholeNumber(r.text[years[0].from:years[0].to]))
}

// figure judges one figure of a sentence.
func (c *checker) figure(sc *scene, f figure) {
	r, s := sc.r, sc.s
	from, to, lower := s.from+f.from, s.from+f.to, s.lower
	v, is, misdated := c.judge(sc, f)
	if v != wrong {
		c.datedFact(sc, f)
	}
	if v == right {
		r.stated = append(r.stated, span{from, to})
		c.agreedFor(sc, f, is)
	}
	if v == wrong && c.excused(sc, f, is) {
		return
	}
	if v == wrong && misdated {
		c.late = append(c.late, misdate{r, s, f, is})
		return
	}
	if v == wrong && !ofAnother(s, f, is) {
		c.wrongReading(r, s, f, is)
		return
	}
	if v != right && (c.unmoved(sc, f) || c.lastYears(sc, f) || c.keyFigure(sc, f)) {
		return
	}
	if f.words || c.read.english {
		if f.words && c.rep.BoundOnly && v != right && f.kind == count && f.n > 20 && strings.Contains(lower[f.from:f.to], "og") {
			c.elsewhere(r, from, to, f)
		}
		return // what is a figure of the accounts is not listed
	}
	exact := c.ledger.exactly(f)
	if len(exact) > 0 && (f.kind == money && f.digits > 1 || exact[0].named(lower)) {
		c.unbound(r, from, to, f, bearer(exact, lower))
		return
	}
	if e := c.slip(f, s, r); e != nil && v != right && !sc.planned(f) && !(len(exact) > 0 && f.digits > 2) && (e.change || !isDifference(lower[f.to:])) {
		if is := c.readingOf(*e); !c.excused(sc, f, is) && !(e.change && strings.HasSuffix(lower[:f.from], "fra ")) && !(e.change && is.topic != nil && !sc.names(is.topic)) {
			c.wrongFigure(r, s, f, *e)
		}
		return
	}
	c.elsewhere(r, from, to, f)
}

// wrongReading tells of a figure that is not what its topic has.
func (c *checker) wrongReading(r *run, s sentence, f figure, is reading) {
	if c.borneOut(c.sceneOf(r, s), f, is) {
		return
	}
	name, found := is.name(), s.text[f.from:f.to]
	if is.point {
		f.scale = pointed
	}
	should := c.written(entry{kind: f.kind, value: is.value, change: is.role == asChange || is.role == asGrowth}, f)
	c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		Text{fmt.Sprintf("%s passer ikke; %s er %s", found, name.Danish, should), fmt.Sprintf("%s does not fit; %s is %s", found, name.English, should)}, say("%[1]s", "%[1]s", should))
}

// bearer is the one of several entries that a sentence means: the one it names, else
// the movement in the line it names, else the first.
func bearer(exact []entry, lower string) entry {
	for _, e := range exact {
		if strings.HasPrefix(e.label, "årets") && e.named(lower) {
			return e // what a surplus is, though the result before tax is as large
		}
	}
	for _, e := range exact {
		if e.named(lower) {
			return e
		}
	}
	for _, e := range exact {
		if e.moves != "" && strings.Contains(lower, e.moves) {
			return e
		}
	}
	return exact[0]
}

// moved reports whether a figure of a sentence is by how much something was written up
// or down, not what it came to: a movement that explains a line's change, or another
// amount of the accounts where the sentence says that it is one. Said of the line it
// is right, though the line has no such figure. Rounder figures are others by chance.
func (c *checker) moved(s sentence, f figure) bool {
	if f.kind != money || f.digits < 2 {
		return false
	}
	adjusts := f.digits > 2 && adjusted(s.lower[:f.from])
	return slices.ContainsFunc(c.ledger.exactly(f), func(e entry) bool { return e.moves != "" || adjusts })
}

// adjusted reports whether words say that something is written up, down or adjusted.
func adjusted(lead string) bool {
	for _, w := range []string{"nedskrivning", "opskrivning", "regulering"} {
		if strings.Contains(lead, w) {
			return true
		}
	}
	return false
}

// slip returns the entry a figure was meant to be: one close to it whose words
// the sentence has, or one whose digits it nearly has and whose words the
// paragraph has.
func (c *checker) slip(f figure, s sentence, r *run) *entry {
	lower, chapter := s.lower, r.chapter
	if f.about || f.kind == count || f.n == 0 {
		return nil
	}
	const few = 3 // digits, that may be but rounded otherwise
	near := func(e *entry) bool {
		off := abs(abs(e.value) - abs(f.value()))
		return f.kind == money && off*100 <= abs(e.value)*5 && e.named(lower) && (e.whole(lower) || f.digits <= few || misdigited(f, e)) && (!e.change || s.tellsChange())
	}
	if e := c.ledger.nearest(f, near); e != nil && f.digits >= 2 {
		return e
	}
	if f.kind == percent && (f.digits < 3 || !c.books[chapter]) {
		return nil
	}
	lower = r.lower
	if f.kind == percent && f.digits >= 3 && c.books[chapter] {
		return c.ledger.nearest(f, func(e *entry) bool {
			want := digits(divRound(abs(e.value), f.unit))
			return len(want) == f.digits && e.named(lower) && distance(digits(abs(f.n)), want, 1) == 1
		})
	}
	return c.ledger.nearest(f, func(e *entry) bool {
		return f.kind == money && c.likeDigits(s, f, e, r) && (!e.change || s.tellsChange()) && (f.digits > 2 || e.named(s.lower))
	})
}

// misdigited reports whether a figure is an entry with a digit wrong, left out or put in, or two
// swapped.
func misdigited(f figure, e *entry) bool {
	want, got := digits(divRound(abs(e.value), f.unit)), digits(abs(f.n))
	return distance(got, want, 1) <= 1 || swaps(got, want)
}

// tellsChange reports whether a sentence has a word for a change, or for what is compared.
func (s sentence) tellsChange() bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		if w.lean != noWay {
			return true
		}
		switch w.lower {
		case "mod", "imod", "fra", "end", "over", "under", "resultat", "resultatet":
			return true
		}
		return strings.HasPrefix(w.lower, "ændr") || strings.HasPrefix(w.lower, "forskel") || strings.HasPrefix(w.lower, "bevæg") || strings.HasPrefix(w.lower, "udvikl") || strings.HasPrefix(w.lower, "regul") || strings.HasPrefix(w.lower, "forskyd")
	})
}

// byHowMuch reports whether the word before a figure makes it a difference.
func byHowMuch(s sentence, f figure) bool {
	lead := strings.Fields(s.lower[:f.from])
	for i := len(lead) - 1; i >= 0 && i >= len(lead)-3; i-- {
		switch lead[i] {
		case "med", "på", "ændring", "forskel", "er":
			return true
		}
	}
	return false
}

// likeDigits reports whether a figure is an entry with one digit wrong or two
// swapped.
func (c *checker) likeDigits(s sentence, f figure, e *entry, r *run) bool {
	lower := r.lower
	want, got := digits(divRound(abs(e.value), f.unit)), digits(abs(f.n))
	if off := len(want) - len(got); off > 2 || off < -2 {
		return false
	}
	d, telling := distance(got, want, 2), f.telling(got)
	switch {
	case f.digits >= 7 && len(strings.TrimRight(got, "0")) >= 5:
		return d <= 1 || d <= 2 && (telling >= 8 || e.named(lower))
	case f.digits >= 3:
		return d <= 1 && e.named(lower) && (e.named(s.lower) || e.whole(lower)) || d <= 1 && len(got) == len(want) && (telling >= 6 || telling >= 4 && swaps(got, want))
	case f.digits == 2 && e.named(lower):
		return d <= 1 && e.change && byHowMuch(s, f) || swapped(got, want) && c.books[r.chapter]
	}
	return false
}

// swapped reports whether two numbers of two digits are each other turned round.
func swapped(a, b string) bool {
	return len(a) == 2 && len(b) == 2 && a != b && a[0] == b[1] && a[1] == b[0]
}

// pointed is the scale of a figure that is to be written in points of a percentage.
const pointed = "procentpoint"

// write writes an entry as the figure is written.
func (c *checker) write(e entry, f figure) string {
	n := divRound(e.value, f.unit)
	sign := ""
	if n < 0 && e.change {
		sign = "−"
	}
	whole, scale := int64(100), " kr."
	switch {
	case f.kind == percent && f.scale == pointed:
		whole, scale = 10_000, " procentpoint"
	case f.kind == percent:
		whole, scale = 10_000, " pct."
	case f.kind == count:
		whole, scale = 10_000, ""
	case f.scale == "mio.":
		whole, scale = 100_000_000, " mio. kr."
	case f.scale == "mia.":
		whole, scale = 100_000_000_000, " mia. kr."
	case f.scale == "t.":
		whole, scale = 100_000, " t.kr."
	}
	decimals := 0
	for u := f.unit; u < whole && decimals < 4; u *= 10 {
		decimals++
	}
	return sign + decimalsOf(abs(n), decimals) + scale
}

// decimalsOf writes n with the last digits after a comma, and dots.
func decimalsOf(n int64, decimals int) string {
	s := digits(n)
	for len(s) <= decimals {
		s = "0" + s
	}
	whole, _ := accounts.Parse(s[:len(s)-decimals])
	if decimals == 0 {
		return whole.String()
	}
	return whole.String() + "," + s[len(s)-decimals:]
}

// misdate is a figure that is another year's than is said of it.
type misdate struct {
	r  *run
	s  sentence
	f  figure
	is reading
}

// misdated tells of the figures of another year than is said of them, where the year has
// not been told of already: one of the two is wrong, and it can't be known which.
func (c *checker) misdated() {
	for _, m := range c.late {
		if !slices.ContainsFunc(m.r.years, func(at span) bool { return at.from >= m.s.from && at.to <= m.s.to }) {
			c.wrongReading(m.r, m.s, m.f, m.is)
		}
	}
	c.late = c.late[:0]
}
