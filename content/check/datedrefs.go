package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// datedReference holds the one year that a sentence says before a reference against the years
// of what that refers to.
func (c *checker) datedReference(r *run, s sentence, ref reference) {
	c.wayOfTime(r, s, ref)
	at := yearWord(s.words)
	if at < 1 || s.words[at].from >= ref.from-s.from {
		return
	}
	w := s.words[at]
	said, _ := strconv.Atoi(w.text) // it is a year
	is := 0
	switch terms := termsOf(ref.expr); {
	case c.sinceLast(terms, ref.expr) && said == c.rep.Year-1:
		if lead := s.words[:at]; lead[at-1].lower == "i" && (at < 2 || !heldToIt(lead[at-2].lower)) && !comparing(s.lower) {
			is = c.rep.Year
		}
	default:
		if year := c.factsYear(terms); year != 0 && slipOfYear(said, year) {
			is = year
		} else {
			is = c.sourceYear(terms, s.words[at-1].lower, said)
		}
	}
	if is != 0 && is != said {
		c.tell(r, s.from+w.from, s.from+w.to, Warning, "year",
			say("henvisningen er til tallet for %[1]d, og her siges %[2]d", "the reference is to the figure of %[1]d, and %[2]d is said here", is, said), say("%d", "%d", is))
	}
}

// wayOfTime tells of a reference to last year's figure, behind one to this year's, said to be of
// the year after: "2,9 pct. mod 3,4 pct. året efter".
func (c *checker) wayOfTime(r *run, s sentence, ref reference) {
	rest := strings.TrimLeft(r.text[ref.to:s.to], " ")
	if !strings.HasPrefix(rest, "året efter") || c.factsYear(termsOf(ref.expr)) != c.rep.Year-1 {
		return
	}
	against := strings.HasSuffix(r.text[s.from:ref.from], " mod ") && len(fourDigits(s.text)) == 0
	if !against && !slices.ContainsFunc(r.bound, func(b reference) bool {
		return b.from >= s.from && b.to < ref.from && c.factsYear(termsOf(b.expr)) == c.rep.Year
	}) {
		return
	}
	from := s.to - len(rest)
	c.tell(r, from, from+len("året efter"), Warning, "year",
		say("henvisningen er til tallet for %d", "the reference is to the figure of %d", c.rep.Year-1), say("året før", "året før"))
}

// heldToIt reports whether a word makes the year after it one that something is held against.
func heldToIt(w string) bool {
	switch w {
	case "end", "som", "fra", "siden", "mod", "til", "ultimo", "primo", "udgangen":
		return true
	}
	return false
}

// sinceLast reports whether an expression is what one line of the accounts has changed by since
// the year before.
func (c *checker) sinceLast(terms []term, expr string) bool {
	return len(terms) == 2 && len(c.rep.Accounts.Years) > 1 && strings.Contains(expr, " - ") && terms[0].name == terms[1].name && terms[0].year != terms[1].year && c.line(terms[0].name) != nil
}

// factsYear is the one year that figures.yaml has for all the figures of an expression; 0 where
// there is none.
func (c *checker) factsYear(terms []term) int {
	year := 0
	for _, t := range terms {
		name := speltOut(t.name)
		i := slices.IndexFunc(c.rep.Figures, func(f content.NamedFigure) bool { return speltOut(f.Name) == name })
		if i < 0 || c.rep.Figures[i].Year == 0 || year != 0 && c.rep.Figures[i].Year != year {
			return 0
		}
		year = c.rep.Figures[i].Year
	}
	return year
}

// sourceYear is the year that the sources of an expression's figures say with a month or a season,
// where none of them has that which is said: "Måling, efteråret 2024"; 0 where there is none.
func (c *checker) sourceYear(terms []term, when string, said int) int {
	if monthOf(when) == "" {
		return 0
	}
	is := 0
	for _, t := range terms {
		name := speltOut(t.name)
		for _, f := range c.rep.Figures {
			if speltOut(f.Name) != name {
				continue
			}
			_, rest, _ := strings.Cut(strings.ToLower(f.Source), when+" ")
			if len(rest) < 4 || !isYear(rest[:4]) || int(wholeNumber(rest[:4])) == said {
				return 0
			}
			is = int(wholeNumber(rest[:4]))
		}
	}
	return is
}

// slipOfYear reports whether a year is another, some years off, with one digit wrong.
func slipOfYear(said, is int) bool {
	const least = 9 // years
	a, b := strconv.Itoa(said), strconv.Itoa(is)
	return len(a) == len(b) && differs(a, b) == 1 && abs(int64(said-is)) >= least
}

// yearOfCount is the year that the edition has a figure of, which stands with a year that is one
// wrong digit from it, and with a word of its name: "29 kommuner i 2013"; 0 where there is none.
func (c *checker) yearOfCount(s sentence, at span, y int) int {
	for _, f := range s.figs {
		if f.from == at.from || f.from > at.from || !s.together(f.span, at) {
			continue
		}
		noun := speltOut(stem(wordAfter(s, f.to)))
		for _, r := range c.topics.exactly(f) {
			if r.role == asLevel && r.year != 0 && slipOfYear(y, r.year) && len(noun) >= leastPart && strings.Contains(speltOut(r.topic.id), noun) {
				return r.year
			}
		}
	}
	return 0
}

// datedThing is what the text names with a year: "økonomiaftalen for 2025".
type datedThing struct {
	stem string
	year int
}

// datedThings are those of the chapters.
func (c *checker) datedThings() []datedThing {
	if c.dated != nil {
		return c.dated
	}
	c.dated = []datedThing{}
	const reach = 60 // bytes that a thing and a preposition fit in
	for _, ch := range c.rep.Chapters {
		text := c.ed.Files[ch.Pos.File]
		for _, at := range fourDigits(text) {
			y, _ := strconv.Atoi(text[at.from:at.to])
			if y < c.rep.Year-yearsBack || y > c.rep.Year+yearsAhead {
				continue
			}
			lead := text[max(0, at.from-reach):at.from]
			words := wordsOf(lead[strings.IndexByte(lead, ' ')+1:])
			words = append(words, word{span: span{len(lead), len(lead)}})
			if len(words) < 3 {
				continue
			}
			s := sentence{text: lead, words: words}
			if thing := thingBefore(s, len(words)-1); thing != "" {
				c.dated = append(c.dated, datedThing{stem(thing), y})
			}
		}
	}
	return c.dated
}

// yearElsewhere is the year that the text has elsewhere with the thing that it names with a year
// once, which is one wrong digit from that; 0 where there is none, or are several.
func (c *checker) yearElsewhere(s sentence, at span, y int) int {
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 1 {
		return 0
	}
	thing := thingBefore(s, i)
	if thing == "" || c.timesSpoken(y) > 1 {
		return 0
	}
	is := 0
	for _, d := range c.datedThings() {
		if d.stem != stem(thing) || d.year == y {
			continue
		}
		if !slipOfYear(y, d.year) || is != 0 && is != d.year {
			return 0
		}
		is = d.year
	}
	return is
}

// dayOfReference tells of a year right behind a reference to a line of the accounts that is not the one
// it asks for: "{{ egenkapital | mio }} ved udgangen af 2025", and reports whether it did.
func (c *checker) dayOfReference(r *run, s sentence, ref reference, of term) bool {
	is := c.rep.Year
	if of.year != "" {
		if is = int(wholeNumber(of.year)); is < 0 { // "a.forrige"
			is = c.rep.Accounts.Years[1]
		}
	}
	rest := r.lower[ref.to:s.to]
	for _, lead := range []string{" i ", " ved udgangen af ", " ultimo ", " pr. 31. december ", " in ", " at the end of "} {
		year, has := strings.CutPrefix(rest, lead)
		if !has || digitsAt(year, 0) != len("2025") || !isYear(year[:len("2025")]) {
			continue
		}
		said, from := year[:len("2025")], ref.to+len(lead)
		if int(wholeNumber(said)) == is {
			return false
		}
		c.tell(r, from, from+len(said), Error, "year",
			say("henvisningen er til tallet for %[1]d, og her siges %[2]s", "the reference is to the figure of %[1]d, and %[2]s is said here", is, said), say("%d", "%d", is))
		return true
	}
	return false
}
