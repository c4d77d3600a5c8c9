package check

import (
	"slices"
	"strings"
)

// rough is how a figure is said to be about right, in thousandths of it: the amount
// meant lies between low and high. Where it is told to one place only, as "godt 412
// mio. kr." is, it lies no further off than a place and a half.
type rough struct {
	low, high int64
	free      bool // it may be as far off as the bounds say, whatever the places
}

// roughly is what the words right before a figure, in lower case, say of it; false where they say
// nothing of it.
func roughly(lead string) (rough, bool) {
	const reach = 60
	words := strings.Fields(lead[max(0, len(lead)-reach):])
	if len(words) == 0 {
		return rough{}, false
	}
	last, before := words[len(words)-1], ""
	if len(words) > 1 {
		before = words[len(words)-2]
	}
	switch {
	case last == "knap", last == "næsten":
		return rough{low: 900, high: 1005}, true
	case last == "godt", (last == "over" || last == "end") && (before == "lidt" || before == "mere" && slices.Contains(words, "lidt")):
		return rough{low: 995, high: 1100}, true
	case last == "over", last == "mindst", last == "end" && (before == "mere" || before == "flere"):
		return rough{low: 995, high: 2000, free: true}, true
	case last == "ca.", last == "cirka", last == "omkring", last == "omtrent":
		return rough{low: 930, high: 1070}, true
	}
	return rough{}, false
}

// holds reports whether an amount is what a rough figure says.
func (g rough) holds(f figure, amount int64) bool {
	is, said := abs(amount), abs(f.value())
	if said == 0 || said > 1<<52 {
		return true
	}
	if is*1000 < said*g.low || is*1000 > said*g.high {
		return false
	}
	place := f.unit
	for n := abs(f.n); n%10 == 0; n /= 10 {
		place *= 10
	}
	return g.free || place*10 > said || abs(is-said)*2 <= place*3
}

// roundly holds amounts that are said to be about right against the line that the
// clause names: all that is known of it is something else, but not far from it.
func (c *checker) roundly(r *run, s sentence) {
	for _, f := range s.figs {
		if f.about {
			c.rough(r, s, f)
		}
	}
	for _, f := range spelled(s) {
		c.rough(r, s, f)
	}
}

// rough does so with one amount.
func (c *checker) rough(r *run, s sentence, f figure) {
	how, is := roughly(s.lower[:f.from])
	if !is || f.kind != money || f.n == 0 || r.isBound(s.from+f.from, s.from+f.to) {
		return
	}
	if line, by := c.about(s, f); line != nil {
		list := c.entriesOf(line.line, money, by)
		if len(list) == 0 || slices.ContainsFunc(list, func(e entry) bool { return how.holds(f, e.value) }) || c.moved(s, f) {
			return
		}
		meant := list[0]
		for _, e := range list {
			if abs(abs(e.value)-f.value()) < abs(abs(meant.value)-f.value()) {
				meant = e
			}
		}
		off, most := abs(abs(meant.value)-abs(f.value())), int64(15)
		switch {
		case by:
			most = 300
		case c.books[r.chapter]:
			most = 150
		}
		if off*100 <= abs(meant.value)*most {
			c.wrongFigure(r, s, f, meant)
		}
	}
}

// about is the line that the clause of a figure names, before it or right after it;
// by: the figure is by how much it changed. Nil where it names none.
func (c *checker) about(s sentence, f figure) (line *entry, by bool) {
	lead := s.lower[:f.from]
	lead = lead[strings.LastIndexAny(lead, ",;:()–")+1:]
	for _, joint := range []string{" og ", " mens ", " men "} {
		if i := strings.LastIndex(lead, joint); i >= 0 && c.lineAround(lead[i:], true) != nil {
			lead = lead[i:]
		}
	}
	if line = c.lineAround(lead, true); line != nil {
		return line, wayIn(lead)
	}
	rest := s.lower[f.to:]
	if i := strings.IndexAny(rest, ",;:()–"); i >= 0 {
		rest = rest[:i]
	}
	if line = c.totalNamed(lead); line != nil {
		return line, wayIn(lead)
	}
	words := wordsOf(rest)
	if len(words) < 2 || words[0].lower != "på" && words[0].lower != "til" && words[0].lower != "i" {
		return nil, false
	}
	return c.lineAround(rest[:words[1].to], true), false
}

// wayIn reports whether a clause says that something went up or down by so much.
func wayIn(lead string) bool {
	words := wordsOf(lead)
	for i, w := range words {
		if wayOf(w.lower) != noWay && i+1 < len(words) && (words[i+1].lower == "med" || words[i+1].lower == "på") {
			return true
		}
	}
	return false
}

// totalNamed is the line "X i alt" of the edition's year that a clause calls X: "og
// udgifterne"; nil where there is none.
func (c *checker) totalNamed(lead string) *entry {
	words := wordsOf(lead)
	for i := range c.ledger.ours {
		e := &c.ledger.ours[i]
		name, is := strings.CutSuffix(strings.ToLower(e.line.Label), " i alt")
		if is && slices.ContainsFunc(words, func(w word) bool { return formOf(w.lower, name) }) {
			return e
		}
	}
	return nil
}

// spelled are the amounts a sentence has in words: "en halv milliard kroner".
func spelled(s sentence) []figure {
	if !s.has(millions) {
		return nil
	}
	var out []figure
	for i := range s.words {
		n, unit := int64(0), int64(0)
		last := i + 1
		switch s.words[i].lower {
		case "milliard", "milliarder":
			unit = 100_000_000_000
		case "million", "millioner":
			unit = 100_000_000
		}
		if unit == 0 || last >= len(s.words) || !strings.HasPrefix(s.words[last].lower, "kr") || i == 0 {
			continue
		}
		first := i - 1
		switch w := s.words[first].lower; {
		case w == "halvanden":
			n, unit = 15, unit/10
		case (w == "halv" || w == "kvart") && first > 0 && numberWord(s.words[first-1].lower) == 1:
			first--
			if n, unit = 5, unit/10; w == "kvart" {
				n, unit = 25, unit/10
			}
		case numberWord(w) > 0:
			n = numberWord(w)
		default:
			continue
		}
		out = append(out, figure{span: span{s.words[first].from, s.words[last].to}, kind: money, n: n, unit: unit, digits: 1, scale: "mio."})
	}
	return out
}
