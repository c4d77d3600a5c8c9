package trial

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/sheet"
)

// Suggestion is a mapping made from what a sheet looks like.
type Suggestion struct {
	Mapping
	// Unmatched are the ids of the lines that no row was found for, the sums
	// that come of other lines left out.
	Unmatched []string
	// Either is a text of the sheet that may be thousands and may be decimals,
	// where nothing in it settles which; empty: there is none. Decimals is then
	// the likely one, Unsaid where neither is.
	Either string
}

// Suggest looks for the accounts' lines in a sheet by their labels, and for the
// columns of their years. Letters count, in whatever case; spaces and marks do
// not. Where the book has figures of a year already, those of the sheet tell
// whether signs are to be turned.
func Suggest(s *sheet.Sheet, book *accounts.Book) Suggestion {
	g := guessing{s: s, book: book}
	out := Suggestion{Mapping: Mapping{Whole: whole(book)}}
	if !s.Plain {
		out.Sheet = s.Name
	}
	out.Label = g.labelColumn()
	header := 0
	out.Amounts, header = g.yearColumns(out.Label)
	out.Account = g.accountColumn(out.Label, out.Amounts)
	out.Unit = g.unit(header, out.Label)
	out.First = header + 1
	g.match(&out)
	g.decimals(&out)
	g.signs(&out)
	return out
}

// guessing is one look at a sheet.
type guessing struct {
	s    *sheet.Sheet
	book *accounts.Book
}

// folded is a label by its letters and digits alone.
func folded(s string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, s)
}

// whole reports a book without øre.
func whole(book *accounts.Book) bool {
	for _, s := range book.Statements {
		for _, l := range s.Lines {
			if slices.ContainsFunc(l.Cells, func(c accounts.Cell) bool { return c.Amount%book.Unit.Worth() != 0 }) {
				return false
			}
		}
	}
	return true
}

// labelColumn is the column that has the most of the book's labels; 0 where none
// has any.
func (g guessing) labelColumn() int {
	wanted := map[string]bool{}
	for _, s := range g.book.Statements {
		for _, l := range s.Lines {
			wanted[folded(l.Label)] = true
		}
	}
	best, most := 0, 0
	for column := 1; column <= g.s.Columns(); column++ {
		n := 0
		for row := 1; row <= g.s.Rows(); row++ {
			if t := folded(g.s.Text(row, column)); t != "" && wanted[t] {
				n++
			}
		}
		if n > most {
			best, most = column, n
		}
	}
	return best
}

// headRows is how far down the heads of columns are looked for.
const headRows = 40

// yearColumns finds the columns headed by the book's years, and the row of the
// heads. Where there are none, the first columns of numbers are taken, in the
// book's order, and the row is 0.
func (g guessing) yearColumns(label int) (columns []Column, row int) {
	for row = 1; row <= min(headRows, g.s.Rows()); row++ {
		columns = nil
		for _, year := range g.book.Years {
			form := regexp.MustCompile(`(^|\D)` + strconv.Itoa(year) + `(\D|$)`)
			for column := 1; column <= g.s.Columns(); column++ {
				taken := slices.ContainsFunc(columns, func(c Column) bool { return c.Number == column })
				if column != label && !taken && form.MatchString(g.s.Text(row, column)) {
					columns = append(columns, Column{Year: year, Number: column})
					break
				}
			}
		}
		if len(columns) > 0 {
			return columns, row
		}
	}
	for column := 1; column <= g.s.Columns() && len(columns) < len(g.book.Years); column++ {
		if column != label && g.numeric(column) && !g.numbered(column) {
			columns = append(columns, Column{Year: g.book.Years[len(columns)], Number: column})
		}
	}
	return columns, 0
}

// numeric reports a column most of whose cells are numbers.
func (g guessing) numeric(column int) bool {
	numbers, texts := 0, 0
	for row := 1; row <= g.s.Rows(); row++ {
		text := g.s.Text(row, column)
		if text == "" {
			continue
		}
		if _, err := sheet.Scan(text); err == nil {
			numbers++
		} else {
			texts++
		}
	}
	return numbers > texts
}

// numbered reports a column of account numbers: whole, rising, each once.
func (g guessing) numbered(column int) bool {
	last, n := uint64(0), 0
	for row := 1; row <= g.s.Rows(); row++ {
		number, ok := accountNumber(g.s.Text(row, column))
		if !ok {
			continue
		}
		if number <= last {
			return false
		}
		last, n = number, n+1
	}
	return n >= 3
}

// accountColumn is the first column of account numbers; 0 where there is none.
func (g guessing) accountColumn(label int, amounts []Column) int {
	for column := 1; column <= g.s.Columns(); column++ {
		taken := slices.ContainsFunc(amounts, func(c Column) bool { return c.Number == column })
		if column != label && !taken && g.numbered(column) {
			return column
		}
	}
	return 0
}

// unit is what the heads say the numbers are in, or a row below them that has no
// label.
func (g guessing) unit(header, label int) Unit {
	last := header
	if g.s.Text(header+1, label) == "" {
		last++
	}
	for row := 1; row <= last; row++ {
		for column := 1; column <= g.s.Columns(); column++ {
			text := strings.ToLower(g.s.Text(row, column))
			switch {
			case strings.Contains(text, "t.kr") || strings.Contains(text, "tkr") || strings.Contains(text, "1.000 kr") || strings.Contains(text, "tdkk"):
				return Thousands
			case strings.Contains(text, "mio"):
				return Millions
			}
		}
	}
	return Kroner
}

// match finds a row for each line. Lines of one label take its rows in order,
// where there are as many of one as of the other.
func (g guessing) match(out *Suggestion) {
	rows := map[string][]int{}
	for row := out.First; row <= g.s.Rows(); row++ {
		if t := folded(g.s.Text(row, out.Label)); t != "" && g.hasNumber(row, out.Amounts) {
			rows[t] = append(rows[t], row)
		}
	}
	lines := map[string]int{} // how many have a label
	for _, s := range g.book.Statements {
		for _, l := range s.Lines {
			if l.ID != "" {
				lines[folded(l.Label)]++
			}
		}
	}
	next := map[string]int{}
	for _, s := range g.book.Statements {
		for _, l := range s.Lines {
			if l.ID == "" {
				continue
			}
			key := folded(l.Label)
			i := next[key]
			next[key]++
			switch {
			case len(rows[key]) == 1 && lines[key] == 1:
				out.Lines = append(out.Lines, Feed{Line: l.ID, Label: g.s.Text(rows[key][0], out.Label)})
			case len(rows[key]) == lines[key]:
				out.Lines = append(out.Lines, Feed{Line: l.ID, Rows: []int{rows[key][i]}})
			case len(l.Sum) == 0:
				out.Unmatched = append(out.Unmatched, l.ID)
			}
		}
	}
}

// hasNumber reports a row with something in a column of amounts.
func (g guessing) hasNumber(row int, columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return g.s.Text(row, c.Number) != "" })
}

// decimals finds the likely decimal sign of texts that may be read in two ways: the
// one by which more of the book's known figures stand in the sheet, else the one by
// which all of them are thousands. Millions often have three decimals, so of those
// nothing is likely.
func (g guessing) decimals(out *Suggestion) {
	r := &reading{m: &out.Mapping, s: g.s, book: g.book}
	r.index()
	r.gather()
	r.settle()
	r.values()
	if len(r.either) == 0 {
		return
	}
	out.Either = r.either[0].Text
	comma, point := g.known(out.Mapping, sheet.Comma), g.known(out.Mapping, sheet.Point)
	dots := slices.ContainsFunc(r.either, func(c sheet.Cell) bool { return strings.Contains(c.Text, ".") })
	commas := slices.ContainsFunc(r.either, func(c sheet.Cell) bool { return strings.Contains(c.Text, ",") })
	switch {
	case comma > point, comma == point && dots && !commas && out.Unit != Millions:
		out.Decimals = sheet.Comma
	case point > comma, comma == point && commas && !dots && out.Unit != Millions:
		out.Decimals = sheet.Point
	}
}

// known counts the book's figures that stand in the sheet, by a decimal sign; their
// own sign apart.
func (g guessing) known(m Mapping, d sheet.Decimals) (n int) {
	m.Decimals = d
	values, _ := m.Read(g.s, g.book)
	for _, v := range values {
		l := g.book.Line(v.Line)
		if l == nil || v.Computed || v.Open || v.Amount == 0 {
			continue
		}
		if c := l.Cell(slices.Index(g.book.Years, v.Year)); !c.Absent && (c.Amount == v.Amount || c.Amount == -v.Amount) {
			n++
		}
	}
	return n
}

// signs turns the lines whose known figure stands in the sheet with the other
// sign.
func (g guessing) signs(out *Suggestion) {
	m := out.Mapping
	values, _ := m.Read(g.s, g.book)
	opposite := map[string]bool{}
	for _, v := range values {
		i := slices.Index(g.book.Years, v.Year)
		if l := g.book.Line(v.Line); l != nil && !v.Computed && !v.Open && !l.Cell(i).Absent && v.Amount != 0 && l.Cell(i).Amount == -v.Amount {
			opposite[v.Line] = true
		}
	}
	for i := range out.Lines {
		out.Lines[i].Turned = opposite[out.Lines[i].Line]
	}
}
