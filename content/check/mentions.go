package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mention is a figure and what it counts.
type mention struct {
	run   *run
	at    span // in the run
	text  string
	key   string   // what is counted: the first long word after the figure, without its ending
	about []string // long words of the sentence, without their endings; sorted
	short []string // likewise, of three letters or more
	fact  bool
	unit  string // what is written with the digits
}

// mentions holds figures of one chapter that count the same thing against each
// other: a fact in the margin and the text beside it, a number said twice.
func (c *checker) mentions() {
	var list []mention
	for i, r := range c.runs {
		var next *run
		if i+1 < len(c.runs) {
			next = c.runs[i+1]
		}
		list = append(list, c.mentionsIn(r, next)...)
	}
	c.disagree(list)
	for _, m := range list {
		switch {
		case m.key == "":
		case m.fact:
			c.facts.add(m)
		default:
			c.said = append(c.said, m)
		}
	}
}

// factual is facts that a figure may be of one thing with: of one unit, that count
// what is called by one word.
type factual map[[2]string][]mention

// add adds a fact. Of those that say the same of the same the first does, and the first
// of another chapter for that one.
func (l factual) add(m mention) {
	by := [2]string{m.unit, m.key}
	same := 0
	for _, f := range l[by] {
		if f.text != m.text || !slices.Equal(f.about, m.about) {
			continue
		}
		if same++; same == 2 || f.run.chapter == m.run.chapter {
			return
		}
	}
	l[by] = append(l[by], m)
}

// denied tells of figures in the text of a chapter that a fact of another denies.
func (c *checker) denied() {
	for _, m := range c.said {
		for _, f := range c.facts[[2]string{m.unit, m.key}] {
			if m.run.chapter == f.run.chapter || m.text == f.text || !one(m, f) {
				continue
			}
			c.tell(m.run, m.at.from, m.at.to, Warning, "figure-differs",
				say("%q her og %q i en faktaboks (%s) tæller det samme", "%q here and %q in a fact (%s) count the same thing", m.text, f.text, c.locate.at(f.run, f.at.from)),
				say("%[1]s", "%[1]s", f.text))
			break
		}
	}
}

// mentionsIn returns a run's figures; those of a fact are about its caption.
func (c *checker) mentionsIn(r, next *run) []mention {
	if r.heading {
		return nil
	}
	var out []mention
	for _, s := range r.parts {
		text, after := s.text, ""
		if !s.has(digited) && !(s.has(parted) && strings.Contains(s.lower, " ud af ")) {
			continue
		}
		about, short := longWords(s.words), []string(nil)
		if r.fact && next != nil && next.pos == r.pos {
			after = " " + next.text
			about = longWords(s.words, next.words())
		}
		add := func(at span, written string) {
			out = append(out, mention{r, span{s.from + at.from, s.from + at.to}, written, keyOf(text[at.to:] + after), about, short, r.fact, unitOf(written)})
		}
		ratios, parts := ratiosIn(c.forms.ratio, text, s.lower)
		if len(ratios) > 0 {
			short = wordsFrom(3, s.words)
			if after != "" {
				short = wordsFrom(3, s.words, next.words())
			}
		}
		for i, at := range ratios {
			add(at, digits(parts[i][0])+"/"+digits(parts[i][1]))
		}
		years := [][]int(nil)
		if strings.Contains(text+after, ". år") {
			years = c.forms.nth.FindAllStringSubmatchIndex(text+after, -1)
		}
		for _, m := range years { // a fact's figure ends in its dot
			if m[3] <= len(text) {
				add(span{m[0], min(m[1], len(text))}, text[m[2]:m[3]]+". år")
			}
		}
		for _, f := range s.figs {
			if f.n != 0 && len(ratios) == 0 {
				add(f.span, strings.TrimSpace(text[f.from:f.to]))
			}
		}
	}
	return out
}

// long is how many letters a word has that tells what a text is about.
const long = 5

// keyOf is the first long word a text begins with.
func keyOf(text string) string {
	for i, w := range wordsOf(text) {
		if i == 4 {
			break
		}
		if utf8.RuneCountInString(w.text) >= long {
			return stem(w.lower)
		}
	}
	return ""
}

// longWords are the words of texts that tell what they are about, sorted.
func longWords(texts ...[]word) []string { return wordsFrom(long, texts...) }

// wordsFrom are the words of texts of so many letters or more, without their endings,
// sorted.
func wordsFrom(least int, texts ...[]word) []string {
	var out []string
	for _, words := range texts {
		for _, w := range words {
			if len(w.text) >= least && utf8.RuneCountInString(w.text) >= least {
				out = append(out, stem(w.lower))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// reached is how many figures before and after one it is held against; a chapter
// has fewer, but for those made to be slow.
const reached = 100

// disagree tells of mentions in a chapter that are of one thing and differ. Where
// a figure has its like elsewhere in the chapter, it is not the odd one.
func (c *checker) disagree(list []mention) {
	count := map[string]int{}
	for _, m := range list {
		count[m.text]++
	}
	for i, m := range list {
		if count[m.text] > 1 {
			continue
		}
		for k := max(0, i-reached); k < min(len(list), i+reached); k++ {
			o := list[k]
			if i == k || o.text == m.text || m.fact != o.fact && count[o.text] > 1 && !one(m, o) || !alike(m, o) {
				continue
			}
			c.tell(m.run, m.at.from, m.at.to, Warning, "figure-differs",
				say("%q her og %q et andet sted i kapitlet (%s) tæller det samme", "%q here and %q elsewhere in the chapter (%s) count the same thing", m.text, o.text, c.locate.at(o.run, o.at.from)),
				say("%[1]s", "%[1]s", o.text))
			break
		}
	}
}

// one reports whether a fact and a sentence are surely of one thing.
func one(m, o mention) bool {
	return m.key != "" && m.key == o.key && shared(m.about, o.about) >= 3
}

// alike reports whether two figures count the same thing: as one fact and its
// text do, or by the same word, in sentences that share others.
func alike(m, o mention) bool {
	if m.unit != o.unit {
		return false
	}
	sameKey := m.key != "" && m.key == o.key
	switch {
	case m.unit == "/" && m.fact != o.fact && shared(m.short, o.short) >= 4:
		return true
	case m.fact == o.fact:
		return !m.fact && sameKey && near(m.text, o.text) && shared(m.about, o.about) >= 2
	case sameKey || m.unit != "":
		n := shared(m.about, o.about)
		return n >= 2 || sameKey && n == 1
	}
	return near(m.text, o.text) && shared(m.about, o.about) >= 3
}

// shared is how many words two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// near reports whether two figures are written nearly alike.
func near(a, b string) bool { return distance(a, b, 1) <= 1 }

// unitOf is what is written with a figure beside its digits.
func unitOf(s string) string {
	if strings.Contains(s, "/") {
		return "/"
	}
	return strings.TrimSpace(strings.Trim(s, "0123456789., "))
}
