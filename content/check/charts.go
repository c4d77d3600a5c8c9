package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// charts holds the parts of charts against the sums of the accounts: what a chart adds
// up is counted once, and where it says that it is all, it is.
func (c *checker) charts() {
	var totals []content.Chart
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			if chart, is := b.(content.Chart); is {
				c.countedTwice(chart)
				c.leftOut(chart)
				c.calledOther(chart)
				c.totalOfLine(chart)
				totals = append(totals, chart)
			}
		}
	}
	c.sameTotals(totals)
	for _, chart := range totals {
		c.titledAgainst(chart)
	}
}

// countedTwice finds a part that is a sum which another part goes into.
func (c *checker) countedTwice(chart content.Chart) {
	for _, sum := range chart.Parts {
		inside := c.inside(sum.Line)
		for _, p := range chart.Parts {
			line := c.rep.Accounts.Line(p.Line)
			if line == nil || p.Line == sum.Line || !inside[p.Line] || p.Amount == 0 {
				continue
			}
			c.tellAt(sum.Pos, sum.Line, Error, "chart-parts",
				say("%q er en sum, som %q går ind i: beløbet tælles to gange", "%q is a sum that %q goes into: the amount is counted twice", c.rep.Accounts.Line(sum.Line).Label, line.Label), Text{})
			break
		}
	}
}

// inside are the lines that go into a line, those that go into them too.
func (c *checker) inside(id string) map[string]bool {
	seen := map[string]bool{}
	open := []string{id}
	for len(open) > 0 {
		line := c.line(open[len(open)-1])
		open = open[:len(open)-1]
		if line == nil {
			continue
		}
		for _, t := range line.Sum {
			if !seen[t.Line] {
				seen[t.Line] = true
				open = append(open, t.Line)
			}
		}
	}
	return seen
}

// leftOut finds what a chart lacks of the sum its parts are of. Where its words name
// the sum, or no other, it is an error; where they say "i alt" of something, it may be.
func (c *checker) leftOut(chart content.Chart) {
	sum, lacks := c.sumOf(chart)
	if sum == nil || saysPart(chart, stemsOf(sum.Label)) {
		return
	}
	total := strings.ToLower(strings.TrimSpace(chart.Total))
	level, names := Error, stemsOf(sum.Label)
	switch {
	case !slices.ContainsFunc(stemsOf(chart.Total), func(s string) bool { return !slices.Contains(names, s) && !all(s) }):
	case strings.HasSuffix(total, " i alt"), strings.HasPrefix(total, "total "), strings.HasSuffix(total, " in total"):
		level = Warning
	default:
		return
	}
	var labels []string
	for _, n := range lacks {
		labels = append(labels, n.Label)
	}
	list := strings.Join(labels, ", ")
	c.tellAt(chart.Pos, chart.Total, level, "chart-parts",
		say("diagrammet mangler %s, som går ind i %q", "the chart lacks %s, which goes into %q", list, sum.Label), Text{})
}

// all reports whether a word's stem says no more than that it is all.
func all(stem string) bool { return strings.HasPrefix(stem, "samle") || stem == "total" }

// sumOf is the sum that all parts of a chart go into, and the lines of the same sign
// that go into it too and are no parts; nil where there is none, or one that has all.
func (c *checker) sumOf(chart content.Chart) (sum *accounts.Line, lacks []*accounts.Line) {
	parts := map[string]bool{}
	for _, p := range chart.Parts {
		parts[p.Line] = true
	}
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			left, has := c.lacking(&st.Lines[i], parts, chart.Column)
			switch {
			case !has:
			case len(left) == 0:
				return nil, nil
			case sum == nil:
				sum, lacks = &st.Lines[i], left
			}
		}
	}
	return sum, lacks
}

// lacking are the lines that go into a sum, by way of others too, and are not among some
// parts, of the parts' sign; has: all the parts, two or more, go into it.
func (c *checker) lacking(sum *accounts.Line, parts map[string]bool, column int) (left []*accounts.Line, has bool) {
	w := chartWalk{c: c, parts: parts, column: column, signs: map[bool]bool{}}
	w.into(sum, false, 0)
	if w.found != len(parts) || w.found < 2 || len(w.signs) != 1 {
		return nil, false
	}
	for _, e := range w.ends {
		if w.signs[e.above] {
			left = append(left, e.line)
		}
	}
	return left, true
}

// chartWalk goes down from a sum to what goes into it, as far as a chart's parts.
type chartWalk struct {
	c      *checker
	parts  map[string]bool
	column int
	found  int           // of the parts
	signs  map[bool]bool // of those that are not nothing
	ends   []chartEnd    // the other lines that nothing goes into
}

// chartEnd is a line and whether it puts more to the sum.
type chartEnd struct {
	line  *accounts.Line
	above bool
}

// into visits what goes into a line; turned: it is taken from the sum at the top.
func (w *chartWalk) into(sum *accounts.Line, turned bool, depth int) {
	const deepest = 50 // accounts are no deeper; those that turn back are told of by others
	for _, t := range sum.Sum {
		line := w.c.line(t.Line)
		amount, stated := w.c.part(t, w.column)
		above := amount > 0 != turned
		switch {
		case line == nil || depth > deepest:
		case w.parts[t.Line]:
			if w.found++; stated {
				w.signs[above] = true
			}
		case len(line.Sum) > 0:
			w.into(line, turned != t.Minus, depth+1)
		case stated:
			w.ends = append(w.ends, chartEnd{line, above})
		}
	}
}

// part is what a line puts to a sum, and whether that is stated and not nothing.
func (c *checker) part(t accounts.Term, column int) (accounts.Amount, bool) {
	line := c.line(t.Line)
	if line == nil || column >= len(line.Cells) || line.Cells[column].Absent || line.Cells[column].Amount == 0 {
		return 0, false
	}
	if t.Minus {
		return -line.Cells[column].Amount, true
	}
	return line.Cells[column].Amount, true
}

// saysPart reports whether a chart's words say that it does not show all of a sum whose
// label has some stems: that it is of a part, or that it is of its parts by their names.
func saysPart(chart content.Chart, sum []string) bool {
	head := strings.ToLower(chart.Title + " " + chart.Total)
	words := head + " " + strings.ToLower(plain(chart.Caption))
	for _, w := range []string{"udvalgt", "størst", "vigtigst", "heraf", "uden ", "ekskl", "fraregnet", "bortset fra", "nogle", "en del af", "blandt",
		"selected", "largest", "without", "excluding", "some of", "part of", "except"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	for _, p := range chart.Parts {
		own := slices.DeleteFunc(stemsOf(p.Label), func(s string) bool { return slices.Contains(sum, s) })
		if !(&entry{stems: own}).named(head) {
			return false
		}
	}
	return true
}

// calledOther finds a part with a label that has no word of its line and all the words
// of another line's.
func (c *checker) calledOther(chart content.Chart) {
	for _, p := range chart.Parts {
		line := c.rep.Accounts.Line(p.Line)
		words := stemsOf(p.Label)
		if line == nil || len(words) == 0 || shareWords(words, stemsOf(line.Label)) > 0 {
			continue
		}
		if other := c.lineCalled(words, line); other != nil && !strings.HasPrefix(strings.ToLower(line.Label), words[0][:min(len(words[0]), leastPart)]) {
			c.tellAt(p.Pos, p.Label, Error, "chart-parts",
				say("%q er navnet på %q; delen er %q", "%q is the name of %q; the part is %q", p.Label, other.Label, line.Label), Text{})
		}
	}
}

// lineCalled is a line that has all of some words in its label, and neither goes into
// another line nor holds it; nil where there is none.
func (c *checker) lineCalled(words []string, but *accounts.Line) *accounts.Line {
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			if n := &st.Lines[i]; n.ID != but.ID && shareWords(words, stemsOf(n.Label)) == len(words) && !c.inside(n.ID)[but.ID] && !c.inside(but.ID)[n.ID] {
				return n
			}
		}
	}
	return nil
}

// shareWords is how many of some words begin one of others, or are begun by it: Kontingent
// and Kontingentindtægter.
func shareWords(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(v string) bool { return strings.HasPrefix(w, v) || strings.HasPrefix(v, w) }) {
			n++
		}
	}
	return n
}
