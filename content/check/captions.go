package check

import (
	"slices"
	"strings"
)

// A title and a caption sum up what the text beside them says: where they have another year, a
// number or a word for more and less, one of the two is wrong.

// passage is a heading and what stands under it.
type passage struct {
	titles   []*run // its own, and those of its tables
	captions []*run // of facts
	text     []*run
}

// captions holds the titles and captions of each passage of a chapter against its text.
func (c *checker) captions() {
	var p passage
	for i, r := range c.runs {
		switch {
		case r.table:
		case r.heading && i+1 < len(c.runs) && !c.runs[i+1].table && len(p.text) > 0:
			c.passage(p)
			p = passage{titles: []*run{r}}
		case r.heading:
			p.titles = append(p.titles, r)
		case r.caption:
			p.captions = append(p.captions, r)
		case !r.fact:
			p.text = append(p.text, r)
		}
	}
	c.passage(p)
}

// passage judges one.
func (c *checker) passage(p passage) {
	c.titleNames(p)
	for _, r := range p.titles {
		for _, s := range r.parts {
			if s.has(digited) {
				c.sinceYear(r, s, p)
				c.aheadTitle(r, s, p)
			}
		}
	}
	for _, r := range p.captions {
		for _, s := range r.parts {
			if s.has(digited) {
				c.sinceYear(r, s, p)
			}
			if s.has(counting | likened) {
				c.captionWords(r, s, p)
			}
		}
	}
	for _, r := range slices.Concat(p.titles, p.captions) {
		if r.marks&digited == 0 {
			continue
		}
		for _, s := range r.parts {
			c.titleYear(r, s, p)
		}
	}
}

// yearWord is the place among some words of the one year there is; −1 where there is none, or
// several.
func yearWord(words []word) int {
	at := -1
	for i, w := range words {
		if isYear(w.text) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// hasWord reports whether one of some texts has a word, in lower case.
func hasWord(texts []*run, lower string) bool {
	for _, r := range texts {
		for _, s := range r.parts {
			if slices.ContainsFunc(s.words, func(w word) bool { return w.lower == lower }) {
				return true
			}
		}
	}
	return false
}

// sinceYear holds "siden 2024", "fra 2027", "frem til 2030" in a title or a caption against the
// same in the text.
func (c *checker) sinceYear(r *run, s sentence, p passage) {
	i := yearWord(s.words)
	if i < 1 {
		return
	}
	since := s.words[i-1].lower
	if since != "siden" && since != "fra" && (since != "til" || i < 2 || s.words[i-2].lower != "frem") {
		return
	}
	should := ""
	for _, t := range p.text {
		for _, o := range t.parts {
			y := yearWord(o.words)
			if y < 1 || !c.shares(s, o) || !slices.ContainsFunc(o.words[max(0, y-3):y], func(w word) bool { return w.lower == since }) {
				continue
			}
			if should != "" && should != o.words[y].text {
				return
			}
			should = o.words[y].text
		}
	}
	if should != "" && should != s.words[i].text {
		c.tellYear(r, s, s.words[i], should)
	}
}

// tellYear tells that the text beside a title or a caption has another year.
func (c *checker) tellYear(r *run, s sentence, w word, should string) {
	const reach = 24 // bytes
	if lead := s.lower[max(0, w.from-reach):w.from]; strings.Contains(lead, "mod ") || strings.Contains(lead, " end ") {
		return // a figure of another year is what is compared with
	}
	c.tell(r, s.from+w.from, s.from+w.to, Warning, "year", say("teksten har %[2]s, ikke %[1]s", "the text has %[2]s, not %[1]s", w.text, should), say("%[1]s", "%[1]s", should))
}

// shares reports whether two sentences have a word of some length in common, in any form.
func (c *checker) shares(a, b sentence) bool {
	const least = 4
	forms := c.read.known.forms
	for _, w := range a.words {
		if len(w.text) < least || isYear(w.text) || fills(w.lower) || ofNothing(w.lower) {
			continue
		}
		if slices.ContainsFunc(b.words, func(o word) bool { return forms[o.id].stem == forms[w.id].stem }) {
			return true
		}
	}
	return false
}

// ofNothing reports whether a word of some length names no thing that a text is about.
func ofNothing(w string) bool {
	switch w {
	case "siden", "været", "skal", "have", "blev", "bliver", "blevet", "eller", "efter", "under", "over", "mere", "flere", "mellem", "også", "samt", "januar", "december", "deres", "vores", "kommune", "kommuner", "kommunerne", "alle", "hele":
		return true
	}
	return false
}

// captionWords holds numbers and comparatives before a noun in a caption against those before
// it in the text.
func (c *checker) captionWords(r *run, s sentence, p passage) {
	forms := c.read.known.forms
	for i := 0; i+1 < len(s.words); i++ {
		w, noun := s.words[i], s.words[i+1]
		if w.said < 2 && w.lean == noWay {
			continue
		}
		n, way := int64(w.said), comparative(w.lower)
		if n < 2 && way == noWay || len(noun.text) < leastPart || strings.Trim(s.text[w.to:noun.from], " ") != "" || r.isBound(s.from+w.from, s.from+w.to) {
			continue
		}
		other := ""
		for _, t := range p.text {
			for _, o := range t.parts {
				for k := 0; k+1 < len(o.words); k++ {
					if forms[o.words[k+1].id].stem != forms[noun.id].stem {
						continue
					}
					said := o.words[k]
					switch {
					case said.lower == w.lower:
						other = w.lower
					case other == "" && (n > 1 && said.said > 1 || way != noWay && opposed(w.lower, said.lower)):
						other = said.text
					}
				}
			}
		}
		if other == "" || other == w.lower {
			continue
		}
		code := map[bool]string{true: "figure-differs", false: "direction"}[n > 1]
		c.tell(r, s.from+w.from, s.from+w.to, Warning, code, say("teksten har \"%s %s\"", "the text has \"%s %s\"", other, noun.text), say("%[1]s", "%[1]s", other))
	}
}

// opposed reports whether two words, in lower case, are contraries.
func opposed(a, b string) bool {
	for _, p := range [][2]string{{"flere", "færre"}, {"mere", "mindre"}, {"højere", "lavere"}, {"større", "mindre"}, {"dyrere", "billigere"}, {"længere", "kortere"},
		{"høj", "lav"}, {"højt", "lavt"}, {"høje", "lave"}, {"positiv", "negativ"}, {"positivt", "negativt"}, {"positive", "negative"},
		{"kortfristet", "langfristet"}, {"kortfristede", "langfristede"}, {"materielle", "immaterielle"}} {
		if a == p[0] && b == p[1] || a == p[1] && b == p[0] {
			return true
		}
	}
	return false
}

// titleYear holds the year in "Kontingent 2026", "Aftalen om økonomien i 2025" against the
// years that the text has with the same thing.
func (c *checker) titleYear(r *run, s sentence, p passage) {
	i := yearWord(s.words)
	if i < 1 || r.isBound(s.from+s.words[i].from, s.from+s.words[i].to) {
		return
	}
	if should := c.factYear(s, i, p); should != "" {
		c.tellYear(r, s, s.words[i], should)
		return
	}
	noun := thingBefore(s, i)
	if noun == "" {
		return
	}
	if hasWord(p.text, s.words[i].text) {
		c.underTitle(noun, s.words[i].text, p)
		return
	}
	should := ""
	for _, t := range p.text {
		for _, o := range t.parts {
			for k, w := range o.words {
				if k == 0 || !isYear(w.text) || !sameThing(noun, thingBefore(o, k)) {
					continue
				}
				if should != "" && should != w.text {
					return
				}
				should = w.text
			}
		}
	}
	if should != "" {
		c.tellYear(r, s, s.words[i], should)
	}
}

// underTitle tells of the thing that a title has for a year, said to be for one some years off
// that the text has nowhere else: "økonomien for 2023" under "Økonomien for 2025".
// Of what is proposed, and of a thing that no sentence has for the title's year, the years beside that
// are told of too.
func (c *checker) underTitle(noun, year string, p passage) {
	const least = 2 // years; those of the next and the last are compared with
	for _, t := range p.text {
		for _, o := range t.parts {
			for k, w := range o.words {
				if k < 2 || !isYear(w.text) || o.words[k-1].lower != "for" || w.text == year || !sameThing(noun, thingBefore(o, k)) {
					continue
				}
				far := abs(wholeNumber(w.text)-wholeNumber(year)) >= least && p.counts(w.text) == 1
				if !far && !o.proposes(k) && !(noun == o.words[k-2].lower && c.onlyThere(noun, p)) {
					continue
				}
				c.tell(t, o.from+w.from, o.from+w.to, Warning, "year", say("overskriften har %[2]s, ikke %[1]s", "the heading has %[2]s, not %[1]s", w.text, year), say("%[1]s", "%[1]s", year))
			}
		}
	}
}

// proposes reports whether a sentence proposes what its i-th word is of.
func (s sentence) proposes(i int) bool {
	return slices.ContainsFunc(s.words[:i], func(w word) bool {
		return w.lower == "foreslår" || w.lower == "indstiller" || w.lower == "foreslås" || w.lower == "indstilles"
	})
}

// factYear is the one year that figures.yaml has figures of a thing for that a title names with
// another year, which is the i-th word, where the text below has that one far more often;
// empty where there is none.
func (c *checker) factYear(s sentence, i int, p passage) string {
	if strings.Contains(s.lower[:s.words[i].from], " mod ") {
		return "" // of what it is compared with
	}
	is := 0
	for k, w := range s.words[:i] {
		if len(w.text) < shortestThing || k+3 < i && !p.shows(s) {
			continue
		}
		bare := stem(w.lower)
		for _, f := range c.factThings() {
			if !strings.HasPrefix(bare, f.stem) && !strings.HasPrefix(f.stem, bare) {
				continue
			}
			if f.year == 0 || is != 0 && is != f.year {
				return ""
			}
			is = f.year
		}
	}
	said := s.words[i].text
	if is == 0 || digits(int64(is)) == said {
		return ""
	}
	const times = 2
	if n := p.counts(digits(int64(is))); n < times || n < times*p.counts(said) {
		return ""
	}
	return digits(int64(is))
}

// factThing is a long word of the name of a figure of figures.yaml, and the year that is of.
type factThing struct {
	stem string
	year int
}

// factThings are those of the report; they are asked for by titles with a year alone.
func (c *checker) factThings() []factThing {
	if c.things == nil {
		c.things = []factThing{}
		for _, f := range c.rep.Figures {
			for _, part := range strings.Split(strings.ToLower(f.Name), "_") {
				if bare := stem(part); len(part) >= shortestThing && bare != "" {
					c.things = append(c.things, factThing{bare, f.Year})
				}
			}
		}
	}
	return c.things
}

// shows reports whether a sentence is of a caption.
func (p passage) shows(s sentence) bool {
	return slices.ContainsFunc(p.captions, func(r *run) bool { return len(r.parts) > 0 && r.parts[0].text == s.text })
}

// counts is how often the text has a word, in lower case.
func (p passage) counts(lower string) int {
	n := 0
	for _, r := range p.text {
		for _, s := range r.parts {
			for _, w := range s.words {
				if w.lower == lower {
					n++
				}
			}
		}
	}
	return n
}

// thingBefore is the word before the i-th, which is a year, or before the preposition before
// that; empty where it can be no thing's.
func thingBefore(s sentence, i int) string {
	k := i - 1
	if w := s.words[k].lower; w == "i" || w == "for" {
		k--
	}
	if k < 0 || strings.ContainsAny(s.text[s.words[k].to:s.words[i].from], ",;:()–") {
		return ""
	}
	if w := s.words[k].lower; len(w) >= shortestThing && nextDigit(w, 0) == len(w) && !slices.Contains(months(), w) {
		return w
	}
	return ""
}

// shortestThing is how long a word is that is held to be of one thing.
const shortestThing = 7

// sameThing reports whether two words are of one thing: they begin alike, and one of them is
// the other or a kind of it.
func sameThing(a, b string) bool {
	a, b = stem(a), stem(b)
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
