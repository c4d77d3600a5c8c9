package manuscript

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/accounts"
)

// ledger is the accounts of the edition.
type ledger struct {
	unit       string
	years      []int
	statements []*statement
	ties       [][3]string // name, left and right

	statementIDs, lineIDs ids
}

// statement is a statement of account.
type statement struct {
	id, title, when string
	lines           []accountLine
	line            int
}

// accountLine is a heading of a statement, or a line with amounts.
type accountLine struct {
	rank    string // caption, group, subtotal, total; empty: plain
	id      string
	label   string
	note    string
	amounts []string // as they are printed; empty: not stated
	values  []accounts.Amount
	sum     []string
	line    int
	bold    bool
}

// figured reports a line with amounts.
func (l accountLine) figured() bool { return l.rank != "caption" && l.rank != "group" }

// What stands in the heads of a statement's columns.
var (
	yearHead = lazily(`^((?:pr\. |per )?31\.\s?(?:12\.|december ))?\s*((?:19|20)\d\d)(?:\s+(.*))?$`)
	unitHead = lazily(`(?i)^(?:i )?(kr\.?|t\.?\s?kr\.?|1\.?000 kr\.?|mio\.? kr\.?|mia\.? kr\.?|dkk|t\.?dkk|eur|sek|nok|gbp|usd|chf|[£€$](?:\s?['’]?000s?|\s?mn?|\s?bn)?|['’]000)$`)
	noteHead = lazily(`(?i)^noter?$|^notes?$`)
	// whenLine says which day or time a statement is for.
	whenLine = lazily(`(?i)^\(?(?:pr\.|per |1\. januar|for året|for perioden|for the year|as at|as of|at 31|at december)[^.]{0,4}.{0,60}$`)
	sumLabel = lazily(`(?i)\bi alt\b|\btotal\b|^sum\b|^årets resultat|^resultat før|^resultat efter|^net result|^profit`)
)

// yearColumns finds the columns of a table that are headed with years, and how
// many rows are heads.
func yearColumns(t *rawTable) (years []int, columns []int) {
	const heads = 4
	for i := range min(heads, len(t.rows)) {
		years, columns = nil, nil
		for c, s := range t.rows[i] {
			if m := yearHead.FindStringSubmatch(bare(s)); m != nil && c > 0 && (m[3] == "" || unitHead.MatchString(m[3])) {
				y, _ := strconv.Atoi(m[2])
				years, columns = append(years, y), append(columns, c)
			}
		}
		if len(years) > 1 {
			return years, columns
		}
	}
	return nil, nil
}

// statement takes the table below a heading as a statement of that name; a line
// between says which time it is for.
func (b *builder) statement(title string) bool {
	at, when := b.at, ""
	if at+1 < len(b.r.nodes) && b.r.nodes[at].kind == nodeParagraph {
		t := b.r.text(b.r.nodes[at])
		when = oneLine(plain(t))
		if !whenLine.MatchString(when) || utf8.RuneCountInString(when) > 70 || hasMarks(t) {
			return false
		}
		at++
	}
	if at >= len(b.r.nodes) || b.r.nodes[at].kind != nodeTable {
		return false
	}
	before := b.at
	b.at = at
	if !b.statementAt(b.r.nodes[at], title, when) {
		b.at = before
		return false
	}
	b.at++
	return true
}

// statementAt takes a table as a statement, where it is one.
func (b *builder) statementAt(n node, title, when string) bool {
	years, columns := yearColumns(n.table)
	if len(years) < 2 {
		return false
	}
	s := &statementReader{b: b, t: n.table, years: years, columns: columns}
	lines, ok := s.read()
	if ok && !b.accountsLike(title, lines) {
		return false
	}
	if !ok || !s.settle() {
		if s.figures > 2 {
			b.r.leave(n.line, KeptTable, s.why)
		}
		return false
	}
	if title == "" {
		title, when = b.statementName()
	}
	own := oneLine(plain(b.r.inlineAt(n.line, n.table.title)))
	if title == "" && own != "" {
		title, own = own, ""
	}
	if own != "" {
		lines = slices.Insert(lines, 0, accountLine{rank: "caption", label: own, line: n.line})
	}
	if title == "" && statementName.MatchString(lines[0].label) && !lines[0].figured() {
		title, lines = lines[0].label, lines[1:]
	}
	if title == "" {
		title = b.lastHeading()
	}
	if !strings.Contains(strings.ToLower(when), strings.ToLower(strings.TrimRight(s.when, "."))) {
		when = strings.TrimSpace(when + " " + s.when)
	}
	l := b.r.out.accounts
	st := &statement{title: title, when: when, line: n.line, lines: lines}
	l.name(st)
	addSums(st)
	l.statements = append(l.statements, st)
	for _, a := range st.lines {
		if a.figured() && len(a.sum) == 0 && (a.bold || a.rank != "") && sumLabel.MatchString(a.label) {
			b.r.leave(a.line, WantSums, a.label)
		}
	}
	l.tie()
	b.add(block{kind: blockStatement, line: n.line, ids: []string{st.id}})
	return true
}

// statementReader reads a table as a statement.
type statementReader struct {
	b       *builder
	t       *rawTable
	years   []int
	columns []int
	unit    string
	when    string // what stands before the years: 31.12.
	english bool   // commas part the thousands
	figures int    // how many cells are amounts
	why     string
}

// read reads the lines; it is no statement where a cell is not what a statement
// has there.
func (s *statementReader) read() ([]accountLine, bool) {
	if !s.fits() {
		return nil, false
	}
	s.english = s.inEnglish()
	var lines []accountLine
	heads := true
	for i, row := range s.t.rows {
		figured := 0
		for _, c := range s.columns {
			if isFigure(row[c]) && yearHead.FindString(bare(row[c])) == "" || bare(row[c]) != "" && !heads {
				figured++
			}
		}
		if heads && figured == 0 && i < 4 && !s.isCaption(row, i) {
			if label, ok := s.head(row); !ok {
				s.why = oneLine(strings.Join(row, " "))
				return nil, false
			} else if label != "" {
				lines = append(lines, accountLine{rank: "caption", label: label, line: s.t.lines[i]})
			}
			continue
		}
		heads = false
		l, ok := s.row(i, row)
		if !ok {
			s.why = oneLine(strings.Join(row, " "))
			return nil, false
		}
		lines = append(lines, l)
	}
	if s.figures < 4 {
		return nil, false
	}
	ranked(lines)
	return lines, true
}

// fits reports years that the accounts can have: they begin with the report's.
func (s *statementReader) fits() bool {
	if s.years[0] < s.years[len(s.years)-1] {
		slices.Reverse(s.years)
		slices.Reverse(s.columns)
	}
	have := s.b.r.out.accounts.years
	s.figures = 3 // worth telling of
	s.why = strings.Trim(fmt.Sprint(s.years), "[]")
	if s.years[0] != s.b.r.out.front.year || have != nil && !slices.Equal(have, s.years) {
		return false
	}
	for i := 1; i < len(s.years); i++ {
		if s.years[i] >= s.years[i-1] {
			return false
		}
	}
	s.figures = 0
	return true
}

// settle makes the years and the unit those of all the accounts.
func (s *statementReader) settle() bool {
	l := s.b.r.out.accounts
	unit := cmp.Or(s.unit, l.unit, s.b.unitAbove(), "kr.")
	if _, known := accounts.ParseUnit(unit); !known {
		s.why, s.figures = unit, 3
		return false
	}
	if l.unit != "" && !strings.EqualFold(strings.Trim(l.unit, "."), strings.Trim(unit, ".")) {
		s.why, s.figures = unit, 3
		return false
	}
	if l.unit == "" {
		l.unit, l.years = unit, s.years
	}
	return true
}

// isCaption reports a heading of rows below the years.
func (s *statementReader) isCaption(row []string, i int) bool {
	if i == 0 || bare(row[0]) == "" || unitHead.MatchString(bare(row[0])) {
		return false
	}
	for _, c := range row[1:] {
		if bare(c) != "" {
			return false
		}
	}
	for _, above := range s.t.rows[:i] {
		for _, c := range s.columns {
			if yearHead.MatchString(bare(above[c])) {
				return true
			}
		}
	}
	return false
}

// head reads a row above the amounts: years, units, the word for notes. What
// else stands above the labels is returned.
func (s *statementReader) head(row []string) (label string, ok bool) {
	for c, cell := range row {
		cell = bare(cell)
		switch m := yearHead.FindStringSubmatch(cell); {
		case cell == "", c > 0 && noteHead.MatchString(cell):
		case c > 0 && m != nil:
			if m[3] != "" && s.unit != "" && !strings.EqualFold(s.unit, m[3]) {
				return "", false // a column in kr. beside one in t.kr.
			}
			if m[3] != "" {
				s.unit = m[3]
			}
			if m[1] != "" {
				s.when = strings.TrimSpace(m[1])
			}
		case unitHead.MatchString(cell) && c > 0 && s.unit != "" && !strings.EqualFold(s.unit, cell):
			return "", false
		case unitHead.MatchString(cell):
			s.unit = cell
		case c == 0:
			label = cell
		default:
			return "", false
		}
	}
	if label != "" {
		label = s.label(0, row[0])
	}
	return label, true
}

// label is a cell's words; empty where something else stands in it.
func (s *statementReader) label(n int, cell string) string {
	rest, images, marks := s.b.r.inlineAt(n, cell).split()
	if len(images)+len(marks) > 0 {
		return ""
	}
	return oneLine(plain(rest))
}

// row reads a line.
func (s *statementReader) row(i int, row []string) (accountLine, bool) {
	l := accountLine{line: s.t.lines[i], label: s.label(s.t.lines[i], row[0])}
	l.bold = s.b.r.inlineAt(0, row[0]).all(strong)
	stated := false
	for c, cell := range row {
		cell = bare(cell)
		at := slices.Index(s.columns, c)
		switch {
		case c == 0 || cell == "" && at < 0:
		case at < 0 && c < slices.Min(s.columns) && len(cell) < 8:
			if l.note != "" {
				return l, false
			}
			l.note = cell
		case at < 0:
			return l, false
		}
	}
	for _, c := range s.columns {
		text, value, ok := s.amount(row[c])
		if !ok {
			return l, false
		}
		if text != "" {
			stated = true
			s.figures++
		}
		l.amounts, l.values = append(l.amounts, text), append(l.values, value)
	}
	switch {
	case !visible(l.label):
		return l, false
	case !stated && slices.ContainsFunc(s.columns, func(c int) bool { return bare(row[c]) != "" }):
	case !stated:
		l.amounts, l.values = nil, nil
		l.rank = "group"
		if l.label == strings.ToUpper(l.label) && strings.ToLower(l.label) != l.label {
			l.rank = "caption"
		}
		return l, l.note == ""
	}
	double := strings.Contains(strings.ToLower(strings.Join(row, "")), "<u><u>")
	switch {
	case double:
		l.rank = "total"
	case l.bold, sumLabel.MatchString(l.label), strings.Contains(strings.ToLower(row[s.columns[0]]), "<u>"):
		l.rank = "subtotal"
	}
	return l, true
}

// ranked makes a heading that opens a statement, or a part of it after a sum
// total, a caption.
func ranked(lines []accountLine) {
	for i := range lines {
		if lines[i].rank == "group" && i > 0 && i+2 < len(lines) && lines[i-1].figured() && sumLabel.MatchString(lines[i-1].label) && strings.HasPrefix(strings.ToLower(lines[i].label), "resultatdisponering") {
			lines[i].rank = "caption"
		}
	}
}
