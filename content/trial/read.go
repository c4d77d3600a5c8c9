package trial

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/sheet"
)

// Read reads the lines' amounts out of a sheet, in the order of the mapping and
// its columns, and then the sums that come of them. Everything that can't be
// read is told, each at its cell; the amount of a line with such a cell is open.
func (m *Mapping) Read(s *sheet.Sheet, book *accounts.Book) ([]Value, []diag.Diagnostic) {
	r := &reading{m: m, s: s, book: book}
	r.checkYears()
	r.index()
	r.gather()
	r.settle()
	values := r.values()
	r.tellEither()
	r.unused()
	values = append(values, r.sums(values)...)
	slices.SortStableFunc(r.problems, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	return values, r.problems
}

// reading is one reading of a sheet.
type reading struct {
	m        *Mapping
	s        *sheet.Sheet
	book     *accounts.Book
	accounts []account
	labels   map[string][]int // rows by folded label
	takes    []take
	decimals sheet.Decimals
	either   []sheet.Cell // those that may be thousands and may be decimals
	problems []diag.Diagnostic
}

// account is a row with an account's number.
type account struct {
	number uint64
	row    int
	feeds  int // how many lines it has gone into
}

// take is the cells of a line in a year.
type take struct {
	feed   *Feed
	column Column
	cells  []sheet.Cell
	bad    bool
}

func (r *reading) fail(p diag.Pos, m diag.Message) {
	r.problems = append(r.problems, diag.Diagnostic{Pos: p, Severity: diag.Error, Message: m})
}

func (r *reading) warn(p diag.Pos, m diag.Message) {
	r.problems = append(r.problems, diag.Diagnostic{Pos: p, Severity: diag.Warning, Message: m})
}

// at is a cell's place.
func (r *reading) at(row, column int) diag.Pos {
	return diag.Pos{File: r.s.File + ": " + r.s.Place(row, column)}
}

// checkYears reports columns of years the accounts do not have.
func (r *reading) checkYears() {
	for _, c := range r.m.Amounts {
		if !slices.Contains(r.book.Years, c.Year) {
			r.fail(c.Pos, unknownYear(c.Year, r.book.Years))
		}
	}
}

// rows are the first and the last row that count.
func (r *reading) rows() (first, last int) {
	first, last = max(r.m.First, 1), r.s.Rows()
	if r.m.Last > 0 {
		last = min(last, r.m.Last)
	}
	return first, last
}

// index finds the accounts and the labels.
func (r *reading) index() {
	r.labels = map[string][]int{}
	first, last := r.rows()
	for row := first; row <= last; row++ {
		if n, ok := accountNumber(r.s.Text(row, r.m.Account)); ok {
			r.accounts = append(r.accounts, account{number: n, row: row})
		}
		if label := folded(r.s.Text(row, r.m.Label)); label != "" {
			r.labels[label] = append(r.labels[label], row)
		}
	}
	slices.SortStableFunc(r.accounts, func(a, b account) int { return cmp.Compare(a.number, b.number) })
}

// accountNumber reads an account's number: digits alone.
func accountNumber(s string) (uint64, bool) {
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil && strings.Trim(s, "0123456789") == ""
}

// gather finds the cells of every line.
func (r *reading) gather() {
	for i := range r.m.Lines {
		f := &r.m.Lines[i]
		if r.book.Line(f.Line) == nil && f.New == nil {
			r.fail(f.Pos, unknownLine(f.Line))
			continue
		}
		rows, ok := r.rowsOf(f)
		if !ok {
			continue
		}
		for _, c := range r.m.Amounts {
			r.take(f, c, rows)
		}
	}
}

// rowsOf finds the rows that go into a line.
func (r *reading) rowsOf(f *Feed) ([]int, bool) {
	switch {
	case len(f.Accounts) > 0:
		return r.accountRows(f), true
	case f.Label != "":
		rows := r.labels[folded(f.Label)]
		if len(rows) > 1 { // a heading may say the same
			rows = slices.DeleteFunc(slices.Clone(rows), func(row int) bool { return !r.filled(row) })
		}
		if len(rows) != 1 {
			r.fail(f.Pos, labelRows(f.Label, len(rows), r.s.Name))
			return nil, false
		}
		return rows, true
	}
	for _, row := range f.Rows {
		if row > r.s.Rows() {
			r.fail(f.Pos, noRow(row, r.s.Name, r.s.Rows()))
			return nil, false
		}
	}
	return f.Rows, true
}

// filled reports a row with something in a column of amounts.
func (r *reading) filled(row int) bool {
	return slices.ContainsFunc(r.m.Amounts, func(c Column) bool { return r.s.Text(row, c.Number) != "" })
}

// accountRows finds the rows of a line's accounts.
func (r *reading) accountRows(f *Feed) []int {
	var rows []int
	for _, span := range f.Accounts {
		i, _ := slices.BinarySearchFunc(r.accounts, span.First, func(a account, n uint64) int { return cmp.Compare(a.number, n) })
		found := false
		for ; i < len(r.accounts) && span.has(r.accounts[i].number); i++ {
			found = true
			if !slices.Contains(rows, r.accounts[i].row) {
				r.accounts[i].feeds++
				rows = append(rows, r.accounts[i].row)
			}
		}
		if !found {
			r.warn(f.Pos, noAccounts(span, f.Line, r.s.Name))
		}
	}
	return rows
}

// take reads a line's cells of a year. An account may have none in a year; a row
// that was asked for by name may not.
func (r *reading) take(f *Feed, c Column, rows []int) {
	t := take{feed: f, column: c}
	for _, row := range rows {
		switch cell := r.s.Cell(row, c.Number); {
		case cell.Kind == sheet.Empty && len(f.Accounts) > 0:
		case cell.Kind == sheet.Text, cell.Kind == sheet.Number:
			t.cells = append(t.cells, cell)
		default:
			t.bad = true
			r.refuse(cell, &sheet.Fault{Problem: sheet.WrongKind, Kind: cell.Kind})
		}
	}
	r.takes = append(r.takes, t)
}

// refuse tells what is wrong with a cell. What may be read in two ways is kept:
// one word mends all such cells.
func (r *reading) refuse(c sheet.Cell, err error) {
	var f *sheet.Fault
	switch {
	case !errors.As(err, &f):
	case f.Problem == sheet.Ambiguous:
		r.either = append(r.either, c)
	default:
		r.fail(r.at(c.Row, c.Column), badCell(c.Text, f))
	}
}

// tellEither tells of the cells that may be read in two ways, at the first.
func (r *reading) tellEither() {
	if len(r.either) > 0 {
		c := r.either[0]
		r.fail(r.at(c.Row, c.Column), eitherWay(c.Text, len(r.either)-1, r.m.Pos.File))
	}
}

// settle finds the decimal sign of the texts: what the mapping says, else what
// the first text shows that can be read in one way only.
func (r *reading) settle() {
	r.decimals = r.m.Decimals
	for _, t := range r.takes {
		for _, c := range t.cells {
			if r.decimals != sheet.Unsaid || c.Kind != sheet.Text {
				continue
			}
			if n, err := sheet.Scan(c.Text); err == nil {
				r.decimals = n.Says()
			}
		}
	}
}

// number reads a cell's number.
func (r *reading) number(c sheet.Cell) (*big.Rat, error) {
	if c.Kind == sheet.Number {
		if n, ok := sheet.Exact(c.Text); ok {
			return n, nil
		}
		return nil, &sheet.Fault{Problem: sheet.NoDigits}
	}
	n, err := sheet.Scan(c.Text)
	if err != nil {
		return nil, err
	}
	return n.Value(r.decimals)
}

// values adds up the cells of every line.
func (r *reading) values() []Value {
	var out []Value
	for _, t := range r.takes {
		sum := new(big.Rat)
		v := Value{Line: t.feed.Line, Year: t.column.Year}
		for _, c := range t.cells {
			n, err := r.number(c)
			if err != nil {
				t.bad = true
				r.refuse(c, err)
				continue
			}
			sum.Add(sum, n)
			v.Cells = append(v.Cells, r.s.Place(c.Row, c.Column))
		}
		var ok bool
		if v.Amount, ok = r.m.amount(sum, r.book.Unit, t.feed.Turned); !ok && !t.bad {
			r.fail(t.feed.Pos, tooLarge(t.feed.Line, t.column.Year))
		}
		if t.bad || !ok {
			v = Value{Line: v.Line, Year: v.Year, Open: true}
		}
		out = append(out, v)
	}
	return out
}

// unused tells of accounts that went into no line though they have an amount,
// and of those that went into several.
func (r *reading) unused() {
	feeds := slices.ContainsFunc(r.m.Lines, func(f Feed) bool { return len(f.Accounts) > 0 })
	if !feeds {
		return
	}
	for _, a := range r.accounts {
		switch {
		case a.feeds > 1:
			r.warn(r.at(a.row, r.m.Account), usedTwice(a.number, a.feeds))
		case a.feeds == 0 && !r.ignored(a.number) && r.hasAmount(a.row):
			r.warn(r.at(a.row, r.m.Account), notUsed(a.number, r.s.Text(a.row, r.m.Label)))
		}
	}
}

// ignored reports accounts that are to go into no line.
func (r *reading) ignored(number uint64) bool {
	return slices.ContainsFunc(r.m.Ignored, func(span Range) bool { return span.has(number) })
}

// hasAmount reports a row with an amount that is not nil.
func (r *reading) hasAmount(row int) bool {
	for _, c := range r.m.Amounts {
		if n, err := r.number(r.s.Cell(row, c.Number)); err == nil && n.Sign() != 0 {
			return true
		}
	}
	return false
}

// sums computes the sums that no feed gives and something that was read goes
// into, in the order of the accounts.
func (r *reading) sums(values []Value) []Value {
	fed, got := map[string]bool{}, map[string]bool{}
	for _, f := range r.m.Lines {
		fed[f.Line] = true
	}
	for _, v := range values {
		got[v.Line] = true
	}
	book := r.book.Clone()
	r.insert(book)
	put(book, values)
	var todo []string
	for _, s := range book.Statements { // sums below one may come after it: all are blank before any is added up
		for i := range s.Lines {
			if l := &s.Lines[i]; len(l.Sum) > 0 && !fed[l.ID] && reaches(book, l, got, map[string]bool{}) {
				todo = append(todo, l.ID)
				blankOut(l, book.Years, r.m.Amounts)
			}
		}
	}
	var out []Value
	for _, id := range todo {
		for _, c := range r.m.Amounts {
			a, ok := book.Sum(id, slices.Index(book.Years, c.Year))
			out = append(out, Value{Line: id, Year: c.Year, Amount: a, Computed: true, Open: !ok})
		}
	}
	return out
}

// insert makes the new lines in a book, so that sums have them.
func (r *reading) insert(book *accounts.Book) {
	for _, f := range r.m.Lines {
		if f.New == nil || book.Line(f.Line) != nil || len(book.Statements) == 0 {
			continue
		}
		s := book.Statements[0]
		s.Lines = append(s.Lines, accounts.Line{ID: f.Line, Label: f.New.Label, Cells: make([]accounts.Cell, len(book.Years))})
		if into := book.Line(f.New.Into); into != nil {
			into.Sum = append(slices.Clone(into.Sum), accounts.Term{Line: f.Line})
		}
	}
}

// put puts amounts into a book.
func put(book *accounts.Book, values []Value) {
	for _, v := range values {
		l, i := book.Line(v.Line), slices.Index(book.Years, v.Year)
		if l != nil && i >= 0 && i < len(l.Cells) {
			l.Cells[i] = accounts.Cell{Pos: l.Cells[i].Pos, Amount: v.Amount, Absent: v.Open, Open: v.Open}
		}
	}
}

// reaches reports a sum that something which was read goes into.
func reaches(book *accounts.Book, l *accounts.Line, got, seen map[string]bool) bool {
	if seen[l.ID] {
		return false
	}
	seen[l.ID] = true
	return slices.ContainsFunc(l.Sum, func(t accounts.Term) bool {
		term := book.Line(t.Line)
		return got[t.Line] || term != nil && reaches(book, term, got, seen)
	})
}

// blankOut leaves a sum to be added up anew.
func blankOut(l *accounts.Line, years []int, columns []Column) {
	for _, c := range columns {
		if i := slices.Index(years, c.Year); i >= 0 && i < len(l.Cells) {
			l.Cells[i] = accounts.Cell{Pos: l.Cells[i].Pos, Absent: true}
		}
	}
}
