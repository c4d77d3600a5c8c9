package source

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// bookReader reads accounts.yaml.
type bookReader struct {
	*reader
	book accounts.Book
	bad  map[string]bool // lines whose figures could not be read: not to be summed
	// waiting are the lines that have a figure still to come.
	waiting map[string]bool
	seen    map[string]diag.Pos // where each line id was first used
	sums    []*yaml.Node        // the terms of all sums, to be looked up when all lines are known
}

// accounts reads accounts.yaml for the edition of a year.
func (r *reader) accounts(year int) accounts.Book {
	r.ed.lines.hidden, r.ed.statements.hidden = &r.hidden, &r.hidden
	if r.root == nil {
		unread := r.diags.HasErrors()
		r.ed.lines.unread, r.ed.statements.unread = unread, unread
		r.ed.lines.absent, r.ed.statements.absent = !unread, !unread
		return accounts.Book{}
	}
	b := &bookReader{reader: r, bad: map[string]bool{}, waiting: map[string]bool{}, seen: map[string]diag.Pos{}}
	m := r.mapping(r.root, r.ed.format.Accounts)
	defer m.close()
	b.unit(m)
	b.years(m, year)
	listed := m.list("statements")
	for _, n := range listed {
		b.statement(n)
	}
	if m.has("statements") && listed == nil {
		r.ed.lines.unread, r.ed.statements.unread = true, true
	}
	for _, n := range m.list("ties") {
		b.tie(n)
	}
	for _, n := range m.list("changes") {
		b.change(n)
	}
	b.checkTerms()
	b.check()
	r.ed.faulty, r.ed.waiting = b.bad, b.waiting
	return b.book
}

// unit reads what the amounts are written in.
func (b *bookReader) unit(m *mapping) {
	name := m.text("unit")
	unit, ok := accounts.ParseUnit(name)
	if !ok && name != "" {
		b.diags.Error(m.posOf("unit"), badUnit(name))
	}
	b.book.Unit = unit
}

// years reads the columns.
func (b *bookReader) years(m *mapping, edition int) {
	nodes := m.words("years")
	for i, n := range nodes {
		year := b.number(n, format.FirstYear, format.LastYear)
		switch {
		case year != 0 && slices.Contains(b.book.Years, year):
			b.fail(n, yearTwice(year))
		case i == 0 && year != 0 && edition != 0 && year != edition:
			b.fail(n, yearsOrder(edition))
		}
		b.book.Years = append(b.book.Years, year)
	}
	b.ed.years = b.book.Years
}

// statement reads a statement and makes it and its lines known.
func (b *bookReader) statement(n *yaml.Node) {
	m := b.mapping(n, b.ed.format.Statement)
	defer m.close()
	s := &accounts.Statement{
		Pos:   m.at().Pos,
		ID:    m.id("id"),
		Title: m.text("title"),
		When:  m.text("when"),
		Note:  m.text("note"),
	}
	m.stale(s.Note, m.has("note"), content.StaleText)
	if first, taken := b.ed.statements.byID[s.ID]; taken {
		b.diags.Error(m.posOf("id"), duplicateID(statement, s.ID, first.Pos))
	}
	for _, n := range m.list("lines") {
		s.Lines = append(s.Lines, b.line(n))
	}
	for i := range s.Lines {
		b.ed.lines.add(s.Lines[i].ID, &s.Lines[i])
	}
	b.ed.statements.add(s.ID, s)
	b.book.Statements = append(b.book.Statements, s)
}

// line reads a heading or a line with figures.
func (b *bookReader) line(n *yaml.Node) accounts.Line {
	m := b.mapping(n, b.ed.format.Line)
	defer m.close()
	l := accounts.Line{Pos: b.at(n)}
	switch {
	case m.has("caption"):
		m.shape = b.ed.format.Caption
		l.Rank, l.Label = accounts.Caption, m.text("caption")
	case m.has("group"):
		m.shape = b.ed.format.LineGroup
		l.Rank, l.Label = accounts.Group, m.text("group")
	default:
		b.figures(m, &l)
	}
	return l
}

// figures reads a line with figures.
func (b *bookReader) figures(m *mapping, l *accounts.Line) {
	l.ID = m.id("id")
	l.Label = m.text("label")
	l.Rank = []accounts.Rank{accounts.Plain, accounts.Subtotal, accounts.Total}[m.choice("rank")]
	l.Note = m.text("notes")
	l.Cells = b.cells(m, l)
	for _, n := range m.words("sum") {
		if s, ok := b.scalar(n, aSum); ok {
			id, minus := strings.CutPrefix(s, "-")
			l.Sum = append(l.Sum, accounts.Term{Line: id, Minus: minus})
			b.sums = append(b.sums, n)
		}
	}
	b.checkLine(m, l)
	if b.broken(m.node) {
		b.bad[l.ID] = true
	}
}

// checkLine reports a line whose id is taken, and a total that can't be checked.
func (b *bookReader) checkLine(m *mapping, l *accounts.Line) {
	if first, taken := b.seen[l.ID]; taken && l.ID != "" {
		b.diags.Error(m.posOf("id"), duplicateID(accountLine, l.ID, first))
	} else {
		b.seen[l.ID] = l.Pos
	}
	if l.Rank == accounts.Total && !m.has("sum") && m.whole() {
		b.diags.Warn(m.posOf("rank"), noSum(l.ID))
	}
}

// cells reads a line's amounts, one for each year.
func (b *bookReader) cells(m *mapping, l *accounts.Line) []accounts.Cell {
	nodes := m.words("amounts")
	if m.has("amounts") && len(nodes) == 0 {
		b.bad[l.ID] = true
	}
	split := false
	for i := 1; i < len(nodes); i++ {
		split = split || touch(nodes[i-1], nodes[i])
	}
	if len(nodes) > 0 && len(nodes) != len(b.book.Years) && len(b.book.Years) > 0 && !split {
		b.diags.Error(m.posOf("amounts"), amountCount(len(nodes), len(b.book.Years)))
		b.bad[l.ID] = true
	}
	if len(nodes) > 0 {
		b.work.Of++ // the edition's year
	}
	var cells []accounts.Cell
	for i, n := range nodes {
		if i > 0 && touch(nodes[i-1], n) {
			b.fail(nodes[i-1], commaInAmounts())
			b.bad[l.ID] = true
		}
		cells = append(cells, b.cell(n, l, i))
	}
	return cells
}

// touch reports two amounts with nothing but a comma between them: YAML makes
// two of [4.507,66].
func touch(a, b *yaml.Node) bool {
	return a.Line == b.Line && isPlain(a) && b.Column == a.Column+utf8.RuneCountInString(a.Value)+1
}

// open keeps that an amount is still to come.
func (b *bookReader) open(n *yaml.Node, l *accounts.Line, column int) {
	year := 0
	if column < len(b.book.Years) {
		year = b.book.Years[column]
	}
	b.waiting[l.ID] = true
	b.work.Left = append(b.work.Left, content.Todo{Pos: b.at(n), Kind: content.OpenAmount, What: l.Label, Year: year})
}

// cell reads an amount of a column: null is not stated, "?" still to come.
func (b *bookReader) cell(n *yaml.Node, l *accounts.Line, i int) accounts.Cell {
	cell := accounts.Cell{Pos: b.at(n), Absent: true}
	if isNull(n) {
		return cell
	}
	s, ok := b.scalar(n, anAmount)
	if !ok {
		b.bad[l.ID] = true
		return cell
	}
	if s == openAmount {
		cell.Open = true
		b.open(n, l, i)
		return cell
	}
	amount, err := accounts.Parse(s)
	if in, fits := b.book.Unit.Of(amount); fits {
		amount = in
	} else {
		err = &accounts.ParseError{Text: s, Fault: accounts.TooLarge}
	}
	if pe := (*accounts.ParseError)(nil); errors.As(err, &pe) {
		b.fail(n, badAmount(pe))
		b.bad[l.ID] = true
		return cell
	}
	cell.Amount, cell.Absent = amount, false
	return cell
}

// tie reads two lines that have to be equal.
func (b *bookReader) tie(n *yaml.Node) {
	m := b.mapping(n, b.ed.format.Tie)
	defer m.close()
	t := accounts.Tie{Pos: m.at().Pos, Name: m.text("name")}
	t.Left, t.Right = b.side(m, "left"), b.side(m, "right")
	b.book.Ties = append(b.book.Ties, t)
}

// change reads what a line's change is explained by.
func (b *bookReader) change(n *yaml.Node) {
	m := b.mapping(n, b.ed.format.Change)
	defer m.close()
	e := accounts.Explained{Pos: m.at().Pos, Name: m.text("name"), Line: b.side(m, "line")}
	for _, n := range m.words("by") {
		if s, ok := b.scalar(n, aSum); ok {
			id, minus := strings.CutPrefix(s, "-")
			e.By = append(e.By, accounts.Term{Line: id, Minus: minus})
			b.sums = append(b.sums, n)
		}
	}
	for _, n := range m.list("movements") {
		w := b.mapping(n, b.ed.format.Movement)
		label := w.text("label")
		if v := w.get("amount"); v != nil {
			b.work.Of++
			cell := b.cell(v, &accounts.Line{ID: changeKey(e.Name), Label: label}, 0)
			e.Movements = append(e.Movements, accounts.Movement{Pos: b.at(v), Label: label, Amount: cell.Amount})
		}
		w.close()
	}
	if b.broken(n) {
		b.bad[changeKey(e.Name)] = true
	}
	b.book.Changes = append(b.book.Changes, e)
}

// changeKey is what a change with an amount that can't be read is kept by, among
// the ids of lines; it is none.
func changeKey(name string) string { return "change " + name }

// side reads one side of a tie.
func (b *bookReader) side(m *mapping, key string) string {
	v := m.get(key)
	if v == nil {
		return ""
	}
	l := refer(b.reader, v, accountLine, &b.ed.lines)
	if l == nil {
		return ""
	}
	return l.ID
}

// checkTerms reports terms of sums that name no line.
func (b *bookReader) checkTerms() {
	for _, n := range b.sums {
		id := strings.TrimPrefix(n.Value, "-")
		if b.ed.lines.byID[id] == nil && !b.ed.lines.may(id) {
			b.fail(n, unknownID(accountLine, id, b.nearest(id, b.ed.lines.ids)))
		}
	}
}

// unsure reports a term that could not be read, or whose figures could not.
func (b *bookReader) unsure(t accounts.Term) bool {
	return b.bad[t.Line] || b.ed.lines.byID[t.Line] == nil && b.ed.lines.may(t.Line)
}

// check reports sums and ties that do not hold. What could not be read has
// been told already.
func (b *bookReader) check() {
	for _, m := range b.book.Check() {
		if m.Kind == accounts.Unknown || b.bad[m.Line] || m.Line == "" && (b.bad[changeKey(m.Name)] || b.waiting[changeKey(m.Name)]) || slices.ContainsFunc(m.Terms, b.unsure) {
			continue
		}
		b.diags.Error(m.Pos, mismatch(m))
	}
}
