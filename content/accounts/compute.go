package accounts

// Sum is what a line's terms add up to in the year at an index of Years, as
// Check has it. It is false where no term states anything, one is open or names
// no line, the line goes into itself, or the sum is too large.
func (b *Book) Sum(id string, year int) (Amount, bool) {
	c := checker{book: b, lines: b.index(), sums: map[sumKey]sum{}}
	c.broken = c.findCycles()
	l := c.lines[id]
	if l == nil || c.broken[id] {
		return 0, false
	}
	amount, state := c.add(l, year)
	return amount, state == known
}

// Clone copies the book down to its cells, which may then be changed.
func (b *Book) Clone() *Book {
	out := *b
	out.Statements = nil
	for _, s := range b.Statements {
		copied := *s
		copied.Lines = append([]Line(nil), s.Lines...)
		for i := range copied.Lines {
			copied.Lines[i].Cells = append([]Cell(nil), s.Lines[i].Cells...)
		}
		out.Statements = append(out.Statements, &copied)
	}
	return &out
}
