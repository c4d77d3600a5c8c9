package accounts

import (
	"slices"

	"github.com/kl-print/kl-print/content/diag"
)

// MismatchKind is what is wrong with a sum or a tie.
type MismatchKind uint8

// The kinds of mismatch.
const (
	Differs  MismatchKind = iota // what is stated is not what the terms add up to
	Unknown                      // Other names no line of the book
	Cyclic                       // the line goes into its own sum, by way of Other
	Overflow                     // the sum is more than an Amount can hold
)

// Mismatch is a sum or a tie that does not hold.
type Mismatch struct {
	Kind MismatchKind
	Unit Unit     // of the book
	Pos  diag.Pos // of the stated figure; of the line or the tie where there is none
	Line string   // Line.ID of the sum; empty for a tie
	Name string   // the sum's label or the tie's name
	Year int      // 0 for Unknown and Cyclic
	// Stated is the figure in the book (a tie's left), Computed what the terms
	// come to (a tie's right). Both are 0 for Unknown and Cyclic.
	Stated, Computed Amount
	Terms            []Term // what went into the sum, or a tie's right
	Other            string // the id an Unknown or a Cyclic is about
}

// Check compares every stated sum with what its terms add up to, and both sides
// of every tie, in every year. A term counts with its stated figure, so that
// one wrong figure is told once; nor is a sum told that differs only by what one of its
// terms does. Where a term states nothing, its own terms
// count instead; if it has none it counts as nothing, and a sum none of whose
// terms state anything is not compared, nor one that an open figure goes into.
// What is found is in the book's order.
func (b *Book) Check() []Mismatch {
	c := checker{book: b, lines: b.index(), sums: map[sumKey]sum{}}
	c.broken = c.findCycles()
	for line := range b.sums() {
		c.checkTerms(line)
		if c.broken[line.ID] {
			continue
		}
		for year := range b.Years {
			c.checkSum(line, year)
		}
	}
	for _, tie := range b.Ties {
		c.checkTie(tie)
	}
	for _, e := range b.Changes {
		c.checkChange(e)
	}
	c.found = withoutFollowing(c.found)
	for i := range c.found {
		c.found[i].Unit = b.Unit
	}
	return c.found
}

// withoutFollowing leaves out sums that differ by just what their terms do: where a
// term is stated as it comes out they hold.
func withoutFollowing(found []Mismatch) []Mismatch {
	type key struct {
		line string
		year int
	}
	by := map[key]Amount{}
	for _, m := range found {
		if m.Kind == Differs && m.Line != "" {
			by[key{m.Line, m.Year}] = m.Computed - m.Stated
		}
	}
	return slices.DeleteFunc(found, func(m Mismatch) bool {
		var terms Amount
		for _, t := range m.Terms {
			if d := by[key{t.Line, m.Year}]; t.Minus {
				terms -= d
			} else {
				terms += d
			}
		}
		return m.Kind == Differs && m.Line != "" && terms != 0 && m.Computed+terms == m.Stated
	})
}

// Line finds a line by its id anywhere in the book; nil if there is none.
func (b *Book) Line(id string) *Line {
	for l := range b.lines() {
		if l.ID == id && id != "" {
			return l
		}
	}
	return nil
}

// lines yields every line of the book, in order.
func (b *Book) lines() func(yield func(*Line) bool) {
	return func(yield func(*Line) bool) {
		for _, s := range b.Statements {
			for i := range s.Lines {
				if !yield(&s.Lines[i]) {
					return
				}
			}
		}
	}
}

// sums yields every line that is a sum, in order.
func (b *Book) sums() func(yield func(*Line) bool) {
	return func(yield func(*Line) bool) {
		for l := range b.lines() {
			if len(l.Sum) > 0 && !yield(l) {
				return
			}
		}
	}
}

// index finds lines by id. The first line of an id is the one meant.
func (b *Book) index() map[string]*Line {
	m := map[string]*Line{}
	for l := range b.lines() {
		if _, taken := m[l.ID]; !taken && l.ID != "" {
			m[l.ID] = l
		}
	}
	return m
}

type checker struct {
	book   *Book
	lines  map[string]*Line
	broken map[string]bool // lines that can't be summed: in a cycle or above one
	sums   map[sumKey]sum  // those added up already
	found  []Mismatch
}

// sumKey is a line in the year at an index of Book.Years.
type sumKey struct {
	line *Line
	year int
}

// sum is what a line's terms add up to.
type sum struct {
	amount Amount
	state  valueState
}

// checkTerms reports terms that name no line.
func (c *checker) checkTerms(l *Line) {
	for _, t := range l.Sum {
		if c.lines[t.Line] == nil {
			c.found = append(c.found, Mismatch{Kind: Unknown, Pos: l.Pos, Line: l.ID, Name: l.Label, Terms: l.Sum, Other: t.Line})
		}
	}
}

// checkSum compares one stated sum.
func (c *checker) checkSum(l *Line, year int) {
	cell := l.Cell(year)
	if cell.Absent {
		return
	}
	computed, state := c.add(l, year)
	m := Mismatch{Pos: cell.Pos, Line: l.ID, Name: l.Label, Year: c.book.Years[year], Stated: cell.Amount, Computed: computed, Terms: l.Sum}
	switch {
	case state == tooLarge:
		m.Kind = Overflow
	case state == unknown, state == pending, computed == cell.Amount:
		return
	}
	c.found = append(c.found, m)
}

// checkTie compares both sides of a tie.
func (c *checker) checkTie(t Tie) {
	left, right := c.lines[t.Left], c.lines[t.Right]
	for _, side := range []string{t.Left, t.Right} {
		if c.lines[side] == nil {
			c.found = append(c.found, Mismatch{Kind: Unknown, Pos: t.Pos, Name: t.Name, Other: side})
		}
	}
	if left == nil || right == nil || c.broken[left.ID] || c.broken[right.ID] {
		return
	}
	for year, y := range c.book.Years {
		l, ls := c.value(left, year)
		r, rs := c.value(right, year)
		if ls == known && rs == known && l != r {
			c.found = append(c.found, Mismatch{Pos: t.Pos, Name: t.Name, Year: y, Stated: l, Computed: r, Terms: []Term{{Line: t.Right}}})
		}
	}
}

// checkChange compares a line's change in the edition's year with what is said to
// explain it.
func (c *checker) checkChange(e Explained) {
	line := c.lines[e.Line]
	if line == nil || c.broken[e.Line] || len(c.book.Years) < 2 {
		return
	}
	now, ns := c.value(line, 0)
	then, ts := c.value(line, 1)
	change, ok := now.Sub(then)
	if ns != known || ts != known || !ok {
		return
	}
	sum := Amount(0)
	for _, t := range e.By {
		term := c.lines[t.Line]
		if term == nil || c.broken[t.Line] {
			return
		}
		v, state := c.value(term, 0)
		if sum, ok = plus(sum, v, t.Minus); state != known || !ok {
			return
		}
	}
	for _, m := range e.Movements {
		if sum, ok = plus(sum, m.Amount, false); !ok {
			return
		}
	}
	if sum != change {
		c.found = append(c.found, Mismatch{Pos: e.Pos, Name: e.Name, Year: c.book.Years[0], Stated: change, Computed: sum, Terms: e.By})
	}
}

// Cell returns the line's figure in the year at that index of Book.Years, an
// absent one where the line has none.
func (l *Line) Cell(year int) Cell {
	if year < 0 || year >= len(l.Cells) {
		return Cell{Pos: l.Pos, Absent: true}
	}
	return l.Cells[year]
}

// valueState is how well a figure is known.
type valueState uint8

const (
	known valueState = iota
	unknown
	pending // a figure it takes is open
	tooLarge
)

// value is a line's stated figure, else the sum of its terms.
func (c *checker) value(l *Line, year int) (Amount, valueState) {
	switch cell := l.Cell(year); {
	case cell.Open:
		return 0, pending
	case !cell.Absent:
		return cell.Amount, known
	}
	return c.add(l, year)
}

// add sums up a line's terms, once. It ends because findCycles has marked every
// line that could lead back to itself.
func (c *checker) add(l *Line, year int) (Amount, valueState) {
	key := sumKey{l, year}
	s, done := c.sums[key]
	if !done {
		s = c.addTerms(l, year)
		c.sums[key] = s
	}
	return s.amount, s.state
}

// addTerms sums up a line's terms.
func (c *checker) addTerms(l *Line, year int) sum {
	total := sum{state: unknown}
	for _, t := range l.Sum {
		term := c.lines[t.Line]
		if term == nil || c.broken[term.ID] {
			return sum{state: unknown}
		}
		v, state := c.value(term, year)
		switch state {
		case unknown:
			continue
		case pending:
			return sum{state: pending}
		}
		var ok bool
		if total.amount, ok = plus(total.amount, v, t.Minus); !ok || state == tooLarge {
			return sum{state: tooLarge}
		}
		total.state = known
	}
	return total
}

// plus adds a term to a sum, or takes it off.
func plus(sum, v Amount, minus bool) (Amount, bool) {
	if minus {
		return sum.Sub(v)
	}
	return sum.Add(v)
}

// findCycles reports each sum that leads back to itself once, and returns the
// lines in or above one.
func (c *checker) findCycles() map[string]bool {
	w := cycleWalk{c: c, done: map[string]bool{}, open: map[string]bool{}, broken: map[string]bool{}}
	for l := range c.book.sums() {
		if c.lines[l.ID] == l {
			w.visit(l)
		}
	}
	return w.broken
}

type cycleWalk struct {
	c                  *checker
	done, open, broken map[string]bool
}

// visit walks the terms below a line, depth first.
func (w *cycleWalk) visit(l *Line) {
	w.open[l.ID] = true
	for _, t := range l.Sum {
		term := w.c.lines[t.Line]
		switch {
		case term == nil:
			continue
		case w.open[t.Line]:
			w.broken[l.ID] = true
			w.c.found = append(w.c.found, Mismatch{Kind: Cyclic, Pos: l.Pos, Line: l.ID, Name: l.Label, Terms: l.Sum, Other: t.Line})
		case !w.done[t.Line]:
			w.visit(term)
		}
		w.broken[l.ID] = w.broken[l.ID] || w.broken[t.Line]
	}
	delete(w.open, l.ID)
	w.done[l.ID] = true
}
