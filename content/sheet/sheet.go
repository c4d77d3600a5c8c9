// Package sheet reads sheets of cells out of Excel workbooks and CSV files, and
// the numbers in their cells. A file is taken for what it is, not for what its
// name says, and one that would need more memory than a sheet of accounts can is
// refused before it is read.
package sheet

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The bounds of what is read.
const (
	MostBytes   = 64 << 20 // of a file, and of all that is packed in it
	MostRows    = 100_000  // of a sheet
	MostColumns = 1_024
	MostCells   = 1_000_000 // of a sheet, empty ones up to a row's last counted
	MostText    = 32_767    // characters of a cell, as in Excel
	mostMerged  = 5_000     // ranges of merged cells
)

// Book is a file of sheets. It is not changed once read.
type Book struct {
	Name   string   // of the file, without its folder
	Sheets []string // the names of the sheets, hidden ones last
	open   func(name string) (*Sheet, error)
	// plain is set for a text file, whose one sheet nobody has named.
	plain bool
}

// Sheet is one sheet of cells.
type Sheet struct {
	File string // the file's name
	Name string // the sheet's; of a text file the file's, without its ending
	// Plain is set for the sheet of a text file.
	Plain bool
	rows  [][]string
	kind  func(ref string) Kind // of a cell that is not empty
}

// Kind is what a cell holds.
type Kind uint8

// The kinds.
const (
	Empty      Kind = iota
	Text            // text, which may be of a number
	Number          // a number
	Date            // a number shown as a date or a time
	Percent         // a number shown in per cent
	Logical         // true or false
	Failed          // an error such as #REF!
	Uncomputed      // a formula whose value was not kept
)

// Cell is a cell: Text is what stands in it, a Number's digits as they were kept.
type Cell struct {
	Row, Column int // from 1
	Kind        Kind
	Text        string
}

// Open reads a file: an Excel workbook (.xlsx, .xlsm), or text with values
// parted by semicolons, commas or tabs. An error is a *Fault.
func Open(name string, data []byte) (*Book, error) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case len(data) > MostBytes:
		return nil, tooLarge(MostBytes>>20, megabytes)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return openWorkbook(base, data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, &Fault{Problem: OldWorkbook}
	}
	return openText(base, data)
}

// Sheet returns a sheet by its name, in whatever case; the first one where the
// name is empty, and the one of a text file by any. An error is a *Fault.
func (b *Book) Sheet(name string) (*Sheet, error) {
	for _, s := range b.Sheets {
		if name == "" || b.plain || strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) {
			return b.open(s)
		}
	}
	return nil, &Fault{Problem: NoSheet, Detail: strings.Join(b.Sheets, ", ")}
}

// Rows returns how many rows there are.
func (s *Sheet) Rows() int { return len(s.rows) }

// Columns returns how many columns the widest row has.
func (s *Sheet) Columns() int {
	most := 0
	for _, r := range s.rows {
		most = max(most, len(r))
	}
	return most
}

// Text returns what stands in a cell, blanks at its ends left out; empty where
// there is no such cell. Rows and columns count from 1.
func (s *Sheet) Text(row, column int) string {
	if row < 1 || row > len(s.rows) || column < 1 || column > len(s.rows[row-1]) {
		return ""
	}
	return strings.Trim(s.rows[row-1][column-1], " \t\r\n\u00a0")
}

// Cell returns a cell. Rows and columns count from 1.
func (s *Sheet) Cell(row, column int) Cell {
	c := Cell{Row: row, Column: column, Text: s.Text(row, column)}
	if row >= 1 && column >= 1 && row <= MostRows && column <= MostColumns {
		c.Kind = s.kind(reference(row, column))
	}
	if c.Kind == Logical {
		c.Text = map[string]string{"1": "TRUE"}[c.Text]
	}
	if c.Text == "" && c.Kind != Logical && c.Kind != Uncomputed {
		c.Kind = Empty
	}
	return c
}

// Place names a cell as a spreadsheet does: Sheet1!C14.
func (s *Sheet) Place(row, column int) string { return s.Name + "!" + reference(row, column) }

// reference names a cell within its sheet: C14.
func reference(row, column int) string { return ColumnName(column) + fmt.Sprint(row) }

// ColumnName names a column that counts from 1: A, B, …, Z, AA.
func ColumnName(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return "?"
	}
	return name
}

// ColumnNumber is the number of a column from its name, from 1; false where the
// name is none.
func ColumnNumber(name string) (int, bool) {
	n, err := excelize.ColumnNameToNumber(name)
	return n, err == nil && n <= MostColumns
}
