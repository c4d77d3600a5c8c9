package check

import (
	"slices"
	"strings"
)

// origin is a year in which the text says that something began, and the words about it.
type origin struct {
	run   *run
	at    span
	year  string
	verb  string
	about []string // long words of its sentence
}

// origins gathers the years in which things began: of one thing the text has one.
func (c *checker) origins() {
	for _, r := range c.runs {
		for _, s := range r.parts {
			if !s.has(founding) || !s.has(digited) {
				continue
			}
			for _, at := range fourDigits(s.text) {
				if o, is := c.originAt(r, s, at); is {
					c.begun = append(c.begun, o)
				}
			}
		}
	}
}

// originAt is the origin that a year of a sentence tells; false where it tells none.
func (c *checker) originAt(r *run, s sentence, at span) (origin, bool) {
	year := s.text[at.from:at.to]
	const recent = 10
	if !isYear(year) || int(wholeNumber(year)) > c.rep.Year-recent {
		return origin{}, false
	}
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 1 || s.words[i-1].lower != "i" {
		return origin{}, false
	}
	verb := ""
	const reach = 4
	for k := max(0, i-reach); k < i; k++ {
		if w := s.words[k].lower; founds(w) {
			verb = w
		}
	}
	if verb == "" {
		return origin{}, false
	}
	o := origin{run: r, at: span{s.from + at.from, s.from + at.to}, year: year, verb: verb}
	for _, w := range s.words[:i] {
		if len(w.lower) > 6 && w.lower != verb {
			o.about = append(o.about, w.lower[:6])
		}
	}
	return o, true
}

// founds reports whether a word says that something began.
func founds(w string) bool {
	switch w {
	case "stiftet", "grundlagt", "oprettet", "etableret", "dannet", "født":
		return true
	}
	return false
}

// disputed tells of two years, nearly the same, in which one thing is said to have begun: of
// one that only one place has, the other has more.
func (c *checker) disputed() {
	const most = 50
	if len(c.begun) > most {
		return
	}
	for i, o := range c.begun {
		for _, p := range c.begun[:i] {
			if o.run == p.run || o.verb != p.verb || o.year == p.year || !nearlyYear(o.year, p.year) || !alikeAbout(o, p) {
				continue
			}
			c.tell(o.run, o.at.from, o.at.to, Warning, "year", say("et andet sted står %s", "elsewhere it says %s", p.year), Text{})
			break
		}
	}
}

// nearlyYear reports whether a year is another with two digits swapped or one wrong.
func nearlyYear(a, b string) bool { return swaps(a, b) || differs(a, b) == 1 }

// alikeAbout reports whether two origins may be of one thing: they share a long word, or one
// says nothing of what it is of.
func alikeAbout(a, b origin) bool {
	if len(a.about) == 0 || len(b.about) == 0 {
		return swaps(a.year, b.year)
	}
	return slices.ContainsFunc(a.about, func(w string) bool { return slices.Contains(b.about, w) }) || swaps(a.year, b.year) && strings.HasPrefix(a.verb, "stift")
}
