package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// way is which way a word says that something went.
type way int8

const (
	noWay way = 0
	up    way = 1
	down  way = -1
)

// wayOf is the way of a word, in lower case.
func wayOf(w string) way {
	switch w {
	case "steg", "steget", "stiger", "stigning", "stigningen", "vokset", "voksede", "vokser", "øget", "øgedes", "højere", "større", "fremgang", "vækst", "forøget":
		return up
	case "faldt", "faldet", "falder", "fald", "nedgang", "reduceret", "lavere", "mindre", "mindsket", "tilbagegang", "skrumpet":
		return down
	}
	return noWay
}

// directions holds the words that go with figures against the figures.
func (c *checker) directions() {
	for _, r := range c.runs {
		for i, s := range r.parts {
			if i > 0 && len(s.figs) > 0 {
				c.equals(r, r.parts[i-1], s)
			}
			if len(s.figs) > 2 {
				c.summed(r, s)
			}
			if s.has(surplus) && !ofTheirOwn(s) {
				c.surplus(r, s)
			}
			if s.has(directed) && !ofTheirOwn(s) {
				c.change(r, s)
			}
			if s.has(compares) {
				c.exceeds(r, s)
			}
			if s.has(parted) {
				c.fraction(r, s)
			}
			c.pairs(r, s)
			if len(s.figs) > 0 {
				c.againstBudget(r, s)
			}
			c.manifold(r, s)
			c.roundly(r, s)
			if s.has(timed) {
				c.relativeYears(r, s)
			}
		}
	}
}

// surplus holds "overskud på X" and "underskud på X" against the sign of the
// result that is X.
func (c *checker) surplus(r *run, s sentence) {
	for _, w := range s.words {
		sign := signOf(w.lower)
		if sign == 0 {
			continue
		}
		for _, f := range s.figs {
			if f.from < w.to || f.from-w.to > 40 || f.about {
				continue
			}
			if strings.Contains(w.lower, "skud") && !slices.ContainsFunc(c.ledger.exactly(f), func(e entry) bool { return e.result }) {
				c.noResult(r, s, w, f)
			}
			for _, e := range c.ledger.exactly(f) {
				if should := turnedLabel(w.lower, e); should != "" {
					c.contradict(r, s, w, e, should)
					break
				}
				if !e.result || e.change {
					continue
				}
				if e.value*sign < 0 {
					word := map[int64]string{1: "underskud", -1: "overskud"}[sign]
					if c.read.english {
						word = map[int64]string{1: "deficit", -1: "surplus"}[sign]
					}
					c.contradict(r, s, w, e, word)
				}
				break
			}
			break
		}
	}
}

// turnedLabel is what a word should be that calls an amount the opposite of its line's label:
// underdækning for overdækning; empty where it does not.
func turnedLabel(w string, e entry) string {
	if e.change || e.value <= 0 {
		return ""
	}
	for _, turned := range [][2]string{{"under", "over"}, {"over", "under"}} {
		rest, is := strings.CutPrefix(w, turned[0])
		if is && len(rest) > 4 && !strings.Contains(e.label, w) && strings.Contains(e.label, turned[1]+stem(rest)) {
			return turned[1] + rest
		}
	}
	return ""
}

// signOf is the sign that a word, in lower case, gives a result; 0 where it gives none.
func signOf(w string) int64 {
	switch {
	case strings.HasPrefix(w, "overskud"), strings.HasPrefix(w, "overdækning"), w == "surplus", w == "profit", w == "plus":
		return 1
	case strings.HasPrefix(w, "underskud"), strings.HasPrefix(w, "underdækning"), w == "deficit", w == "loss", w == "minus":
		return -1
	}
	return 0
}

// contradict tells that a word does not go with an entry.
func (c *checker) contradict(r *run, s sentence, w word, e entry, should string) {
	c.tell(r, s.from+w.from, s.from+w.to, Error, "direction",
		Text{fmt.Sprintf("%q passer ikke til tallet: %s er %s", w.text, e.name.Danish, amountOf(e)),
			fmt.Sprintf("%q does not go with the figure: %s is %s", w.text, e.name.English, amountOf(e))},
		say("%[1]s", "%[1]s", should))
}

// amountOf writes an entry in full.
func amountOf(e entry) string {
	sign := ""
	if e.value < 0 {
		sign = "−"
	}
	if e.kind == percent {
		return sign + decimalsOf(divRound(abs(e.value), 1000), 1) + " pct."
	}
	return sign + decimalsOf(divRound(abs(e.value), 100), 0) + " kr."
}

// change holds rise and fall against a line's change: where the sentence has the
// line's words, or gives its change, or its amounts of both years.
func (c *checker) change(r *run, s sentence) {
	var at *word
	for i := range s.words {
		if wayOf(s.words[i].lower) != noWay && (i == 0 || s.words[i-1].lower != "desto") {
			if at != nil {
				return // of two words it can't be told which goes with what
			}
			at = &s.words[i]
		}
	}
	if at == nil || c.otherTimes(s) || s.ofTheOthers(at.from) || c.underAhead(r, s) {
		return
	}
	if other, is := strings.CutPrefix(s.lower[at.to:], " end "); is && !earlier(other) && (len(s.figs) == 0 || !s.ofTime(at.to)) {
		return // it is compared with something else, not with the year before
	}
	said := wayOf(at.lower)
	e := c.changed(s.itsOwn(at.span), at)
	if e == nil || (e.value > 0) == (said == up) {
		return
	}
	if rest, is := strings.CutPrefix(s.lower[at.to:], " med "); is && digitsAt(rest, 0) > 0 {
		if by := figuresIn(rest); len(by) > 0 && by[0].from == 0 && by[0].kind == e.kind && !by[0].is(*e) {
			return // it is said of what changed by another amount
		}
	}
	c.wrongWay(r, s, *at, *e)
}

// itsOwn is a sentence with nothing but blanks where clauses stand that a word at a place is not of:
// those that go on with something else, "selv om gælden faldt".
func (s sentence) itsOwn(at span) sentence {
	from, to := 0, len(s.lower)
	for i, w := range s.words {
		if i > 0 && strings.HasSuffix(s.lower[:w.from], ", ") && setsOff(w.lower) && (i+1 == len(s.words) || !refers(s.words[i+1:i+2])) {
			if w.from > at.from {
				to = s.words[i-1].to
				break
			}
			from = w.from
		}
	}
	if from == 0 && to == len(s.lower) {
		return s
	}
	out := s
	out.lower = strings.Repeat(" ", from) + s.lower[from:to]
	out.figs = slices.DeleteFunc(slices.Clone(s.figs), func(f figure) bool { return f.from < from || f.to > to })
	return out
}

// setsOff reports whether a word, behind a comma, begins a clause with a subject of its own.
func setsOff(w string) bool {
	switch w {
	case "mens", "selv", "fordi", "skønt", "da", "når", "men", "og", "selvom", "efter", "idet":
		return true
	}
	return false
}

// ofTheOthers reports whether the clause up to a place speaks of what is not named: "mens de øvrige
// poster".
func (s sentence) ofTheOthers(at int) bool {
	lead := s.lower[strings.LastIndexAny(s.lower[:at], ",;:")+1 : at]
	return slices.ContainsFunc(strings.Fields(lead), func(w string) bool {
		return w == "øvrige" || w == "andre" || w == "resten"
	})
}

// earlier reports whether a text begins with a year, or the one before.
func earlier(text string) bool {
	text = strings.TrimPrefix(text, "i ")
	return strings.HasPrefix(text, "sidste år") || strings.HasPrefix(text, "året") || strings.HasPrefix(text, "forrige") || strings.HasPrefix(text, "før") || digitsAt(text, 0) == 4
}

// changed is the change a sentence with a word of direction is about; nil where
// that is not sure. Costs are told by their size.
func (c *checker) changed(s sentence, at *word) *entry {
	var lines []*accounts.Line // whose figures the sentence has
	by := s.byHow(at)
	for _, f := range s.figs {
		if by.unit != 0 && f.from != by.from {
			continue
		}
		for _, x := range c.ledger.exactly(f) {
			lines = append(lines, x.line)
		}
	}
	if len(s.figs) > 0 && len(lines) == 0 {
		return nil
	}
	if slices.ContainsFunc(c.ledger.changes, func(e entry) bool {
		return slices.Contains(lines, e.line) && e.named(s.lower) && (e.bySize().value > 0) == (wayOf(at.lower) == up) && slices.ContainsFunc(s.figs, func(f figure) bool { return f.is(e) })
	}) {
		return nil // it is another line's
	}
	var nearest *entry
	sought := false
	for i := range c.ledger.changes {
		e := &c.ledger.changes[i]
		if len(s.figs) > 0 && !slices.Contains(lines, e.line) || len(s.figs) == 0 && !rightBefore(s.lower, at.from, e) || !e.named(s.lower) {
			continue
		}
		if !sought {
			nearest, sought = c.lineAround(s.lower[:at.from], true), true
		}
		if nearest != nil && nearest.line != e.line && strings.Contains(s.lower, e.label) {
			continue // it is said of another line
		}
		return e.bySize()
	}
	return nil
}

// byHow is the figure right after a word that says by how much it means; without a unit where
// there is none.
func (s sentence) byHow(at *word) figure {
	for _, f := range s.figs {
		if f.from < at.to {
			continue
		}
		if gap := s.lower[at.to:f.from]; gap == " med " || gap == " på " || gap == " fra " {
			return f
		}
		break
	}
	return figure{}
}

// rightBefore reports whether a line whose label is one word is named right before a place.
func rightBefore(lower string, at int, e *entry) bool {
	if strings.Contains(e.line.Label, " ") {
		return false
	}
	i := strings.Index(lower, e.label)
	return i >= 0 && i < at && at-i < len(e.line.Label)+16 && !strings.HasSuffix(lower[:i], "del af ")
}

// bySize turns the change of a line that is negative, such as a cost, so that
// more of it is a rise.
func (e entry) bySize() *entry {
	if e.line.Cells[0].Amount < 0 && e.line.Cells[1].Amount < 0 {
		e.value = -e.value
	}
	return &e
}

// exceeds holds "A overstiger B" and "A er mindre end B" against the two lines.
func (c *checker) exceeds(r *run, s sentence) {
	for i, w := range s.words {
		more, to := exceeding(s.words[i:])
		if more == noWay {
			continue
		}
		last := s.words[i+to-1]
		if i+to < len(s.words) && s.words[i+to].lower == "ikke" {
			continue // what is denied may be so or not, if they are equal
		}
		left, right := c.lineAround(s.lower[:w.from], i == 0 || !pronoun(s.words[i-1].lower)), c.lineAround(s.lower[last.to:], false)
		if left == nil || right == nil || left.line == right.line || (abs(left.value) > abs(right.value)) == (more == up) {
			continue
		}
		should := "er mindre end " + right.name.Danish
		if more == down {
			should = "er større end " + right.name.Danish
		}
		c.contradict(r, s, word{span: span{w.from, last.to}, text: s.text[w.from:last.to], lower: s.lower[w.from:last.to]}, *left, should)
	}
}

// pronoun reports whether a word stands for what a sentence began with.
func pronoun(w string) bool { return w == "de" || w == "den" || w == "det" }

// exceeding reports which of two a sentence's words say is the larger, and how many
// words it takes to say so.
func exceeding(words []word) (more way, n int) {
	switch words[0].lower {
	case "overstiger", "oversteg":
		return up, 1
	case "er", "var":
	default:
		return noWay, 0
	}
	if len(words) < 3 || words[2].lower != "end" {
		return noWay, 0
	}
	switch words[1].lower {
	case "større", "højere":
		return up, 3
	case "mindre", "lavere":
		return down, 3
	}
	return noWay, 0
}

// lineAround is the line of the edition's year whose label stands nearest to the
// end of a text, in lower case, or to its beginning; nil where there is none.
func (c *checker) lineAround(lower string, end bool) *entry {
	var found *entry
	best, size := 0, 0
	for i, e := range c.ledger.ours {
		label := e.label
		at, off := strings.Index(lower, label), 0
		if end {
			at = strings.LastIndex(lower, label)
			off = len(lower) - (at + len(label))
		} else {
			off = at
		}
		if at < 0 || found != nil && (off > best || off == best && len(label) <= size) {
			continue
		}
		found, best, size = &c.ledger.ours[i], off, len(label)
	}
	return found
}

// lineIn is the line of the edition's year with the longest label that a text has
// whole; nil where there is none.
func (c *checker) lineIn(text string) *entry {
	lower := strings.ToLower(text)
	var found *entry
	for i, e := range c.ledger.ours {
		if !strings.Contains(lower, e.label) {
			continue
		}
		if found == nil || len(e.line.Label) > len(found.line.Label) {
			found = &c.ledger.ours[i]
		}
	}
	return found
}
