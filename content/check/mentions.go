package check

import (
	"slices"
	"strings"
)

// mention is a figure and what it counts.
type mention struct {
	run   *run
	at    span // in the run
	text  string
	key   int32   // what is counted: the first long word after the figure, without its ending; 0: there is none
	about []int32 // long words of the sentence, without their endings; sorted
	short []int32 // likewise, of three letters or more
	fact  bool
	past  bool   // its sentence tells how long ago it is of
	unit  string // what is written with the digits
	part  bool   // it is of some of what is counted: "41 af de 96 medlemmer"
	share bool   // it is a percentage of what is named after it: "44 pct. af indtægterne"
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
		case m.key == 0:
		case m.fact:
			c.facts.add(m)
		default:
			c.said = append(c.said, m)
		}
	}
}

// factual is facts that a figure may be of one thing with: of one unit, that count
// what is called by one word.
type factual map[counted][]mention

// counted is what facts count, and in which unit.
type counted struct {
	unit string
	key  int32
}

// mostFacts is how many facts of one kind a figure is held against; a report has fewer,
// but for those made to be slow.
const mostFacts = 100

// add adds a fact. Of those that say the same of the same the first does, and the first
// of another chapter for that one.
func (l factual) add(m mention) {
	by := counted{m.unit, m.key}
	same := 0
	for _, f := range l[by] {
		if f.text != m.text || !slices.Equal(f.about, m.about) {
			continue
		}
		if same++; same == 2 || f.run.chapter == m.run.chapter {
			return
		}
	}
	if len(l[by]) < mostFacts {
		l[by] = append(l[by], m)
	}
}

// denied tells of figures in the text of a chapter that a fact of another denies.
func (c *checker) denied() {
	for _, m := range c.said {
		for _, f := range c.facts[counted{m.unit, m.key}] {
			if m.run.holds(m.at) || m.run.chapter == f.run.chapter || m.text == f.text || !one(m, f) && !turnedText(m.text, f.text) || m.past || strings.HasPrefix(m.run.text[m.at.to:], " af dem") || ofDoers(strings.ToLower(m.run.text), m.at) {
				continue
			}
			c.tell(m.run, m.at.from, m.at.to, Warning, "figure-differs",
				say("%q her og %q i en faktaboks (%s) tæller det samme", "%q here and %q in a fact (%s) count the same thing", m.text, f.text, c.locate.at(f.run, f.at.from)),
				say("%[1]s", "%[1]s", f.text))
			break
		}
	}
}

// turnedText reports whether two figures of many digits are each other with two digits swapped.
func turnedText(a, b string) bool {
	const least = 4 // digits that tell one from others
	bare := func(s string) string {
		return strings.TrimRight(strings.Map(func(c rune) rune {
			if c < '0' || c > '9' {
				return -1
			}
			return c
		}, s), "0")
	}
	x, y := bare(a), bare(b)
	return len(a) == len(b) && len(x) == len(y) && len(x) >= least && swaps(x, y)
}

// mentionsIn returns a run's figures; those of a fact are about its caption.
func (c *checker) mentionsIn(r, next *run) []mention {
	if r.heading {
		return nil
	}
	if !r.fact || next == nil || next.pos != r.pos {
		next = nil
	}
	var out []mention
	for _, s := range r.parts {
		if s.has(digited) || s.has(parted) && strings.Contains(s.lower, " ud af ") {
			out = c.mentionsOf(out, r, s, next)
		}
	}
	return out
}

// mentionsOf appends the figures of a sentence, which next goes with where it is not nil.
func (c *checker) mentionsOf(out []mention, r *run, s sentence, next *run) []mention {
	text, after, words := s.text, "", [][]word{s.words}
	if next != nil {
		after = " " + next.text
		for _, p := range next.parts {
			words = append(words, p.words)
		}
	}
	first := len(out)
	add := func(at span, written string) {
		m := mention{run: r, at: span{s.from + at.from, s.from + at.to}, text: written, key: c.keyOf(text, at.to, after, words), fact: r.fact, past: s.has(timed) && strings.Contains(s.lower, " år siden"), unit: unitOf(written), share: strings.HasPrefix(strings.TrimLeft(text[at.to:], " ."), "af ")}
		m.part = m.unit == "" && ofNumber(text[at.to:])
		if len(out) > first {
			m.about, m.short = out[first].about, out[first].short
		} else {
			m.about = c.stemsFrom(long, words)
		}
		out = append(out, m)
	}
	ratios, parts := ratiosIn(c.forms.ratio(), text, s.lower)
	for i, at := range ratios {
		if add(at, digits(parts[i][0])+"/"+digits(parts[i][1])); i == 0 {
			out[first].short = c.stemsFrom(3, words)
		}
	}
	years := [][]int(nil)
	if strings.Contains(text, ". år") || strings.Contains(after, ". år") || after != "" && strings.Contains(text+after, ". år") {
		years = c.forms.nth().FindAllStringSubmatchIndex(text+after, -1)
	}
	for _, m := range years { // a fact's figure ends in its dot
		if m[3] <= len(text) {
			add(span{m[0], min(m[1], len(text))}, text[m[2]:m[3]]+". år")
		}
	}
	for _, f := range s.figs {
		if r.caption && strings.HasSuffix(s.lower[:f.from], "mod ") {
			continue // it is what the fact's figure is compared with
		}
		if f.n != 0 && len(ratios) == 0 {
			add(f.span, withoutNoughts(strings.TrimSpace(text[f.from:f.to])))
		}
	}
	return out
}

// ofNumber reports whether a text after a number says that it is so many of another: " af de 96".
func ofNumber(rest string) bool {
	const reach = len(" ud af de i alt ")
	rest = strings.TrimPrefix(rest, " ud")
	next := nextDigit(rest, 0)
	return strings.HasPrefix(rest, " af ") && next < len(rest) && next <= reach
}

// withoutNoughts is a figure without decimals that are all noughts: 70,0 pct. is 70 pct.
func withoutNoughts(figure string) string {
	whole, rest, is := strings.Cut(figure, ",")
	if !is {
		return figure
	}
	decimals := digitsAt(rest, 0)
	if strings.Trim(rest[:decimals], "0") != "" {
		return figure
	}
	return whole + rest[decimals:]
}

// long is how many letters a word has that tells what a text is about.
const long = 5

// keyOf is the first long word after a place in a sentence, and in the text after it
// where there is one, without its ending; 0 where none of the next four words is long.
// The words of both are given.
func (c *checker) keyOf(text string, at int, after string, texts [][]word) int32 {
	const most = 4
	n := 0
	for i, words := range texts {
		for _, w := range words {
			switch {
			case i == 0 && w.to <= at:
				continue
			case i == 0 && w.from < at: // the place is within a word
				rest := wordsOf(text[at:] + after)
				for k := range rest {
					rest[k].id = c.read.known.id(rest[k].lower)
				}
				return c.keyOf("", 0, "", [][]word{rest})
			}
			if n++; n > most {
				return 0
			}
			if f := &c.read.known.forms[w.id]; f.runes >= long {
				return f.stem
			}
		}
	}
	return 0
}

// stemsFrom are the words of texts of so many letters or more, without their endings,
// in the order of their numbers.
func (c *checker) stemsFrom(least int32, texts [][]word) []int32 {
	var out []int32
	for _, words := range texts {
		for i := range words {
			if f := &c.read.known.forms[words[i].id]; f.runes >= least {
				out = append(out, f.stem)
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
			if i == k || m.run == o.run && beside(m, o) || m.run.holds(m.at) && o.run.holds(o.at) || o.text == m.text || m.fact != o.fact && count[o.text] > 1 && !one(m, o) || !alike(m, o) {
				continue
			}
			c.tell(m.run, m.at.from, m.at.to, Warning, "figure-differs",
				say("%q her og %q et andet sted i kapitlet (%s) tæller det samme", "%q here and %q elsewhere in the chapter (%s) count the same thing", m.text, o.text, c.locate.at(o.run, o.at.from)),
				say("%[1]s", "%[1]s", o.text))
			break
		}
	}
}

// beside reports whether two figures of a text stand in one sentence, which tells them apart.
func beside(m, o mention) bool {
	from, to := min(m.at.to, o.at.to), max(m.at.from, o.at.from)
	const reach = 60
	return to-from <= reach && (from >= to || strings.HasPrefix(m.run.text[from:to], " af ") || strings.Contains(m.run.text[from:to], " mod ") || strings.Contains(m.run.text[from:to], " imod ") || slices.Contains([]string{" til ", " og ", "–", " eller "}, m.run.text[from:to]))
}

// one reports whether a fact and a sentence are surely of one thing.
func one(m, o mention) bool {
	return m.key != 0 && m.key == o.key && shared(m.about, o.about) >= 3
}

// alike reports whether two figures count the same thing: as one fact and its
// text do, or by the same word, in sentences that share others.
func alike(m, o mention) bool {
	if m.unit != o.unit || m.part != o.part {
		return false
	}
	sameKey := m.key != 0 && m.key == o.key
	switch {
	case m.unit == "/" && m.fact != o.fact && shared(m.short, o.short) >= 4:
		return true
	case m.fact == o.fact:
		least := 2
		if m.share {
			least = 3 // two parts of one whole are not alike by its name
		}
		return !m.fact && sameKey && near(m.text, o.text) && ample(m.text) && shared(m.about, o.about) >= least
	case sameKey || m.unit != "":
		n := shared(m.about, o.about)
		return n >= 2 || sameKey && n == 1
	}
	return near(m.text, o.text) && shared(m.about, o.about) >= 3
}

// ample reports whether a figure has digits enough for another to be like it by a slip alone.
func ample(text string) bool {
	const least = 3
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n >= least
}

// shared is how many words two sorted lists have in common.
func shared(a, b []int32) int {
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
