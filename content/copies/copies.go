// Package copies reads the list of those who get a copy of the report with their
// name and its number on it.
package copies

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// Copy is one copy: whose it is, and its number, which no other has.
type Copy struct {
	Name   string
	Number string   // letters, digits and hyphens
	Pos    diag.Pos // of the name
}

// The bounds of what can stand on a cover and in the name of a file.
const (
	longestName   = 80 // characters
	longestNumber = 16
)

// Read reads a list in CSV (RFC 4180) in UTF-8, parted by commas, semicolons or
// tabs. Its first line names the columns: name or navn, and number, nummer or
// nr; others are left alone. Without numbers the copies are counted from 1. File
// is what the list is called in messages. Every problem of the list is told; the
// copies are nil where one is an error.
func Read(file string, data []byte) ([]Copy, *diag.List) {
	r := &reader{file: file, problems: &diag.List{}, taken: map[string]int{}}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if line, ok := validLines(data); !ok {
		r.problems.Error(diag.Pos{File: file, Line: line}, notUTF8())
		return nil, r.problems
	}
	r.csv = csv.NewReader(bytes.NewReader(data))
	r.csv.Comma, r.csv.FieldsPerRecord = comma(data), -1
	if r.columns() {
		r.rows()
	}
	if r.problems.HasErrors() {
		return nil, r.problems
	}
	return r.out, r.problems
}

// validLines reports whether the text is UTF-8, and the first line that is not.
func validLines(data []byte) (line int, ok bool) {
	for i, l := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(l) || bytes.IndexByte(l, 0) >= 0 {
			return i + 1, false
		}
	}
	return 0, true
}

// comma is what the first line is parted by most often.
func comma(data []byte) rune {
	head, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(head, []byte(string(c))) > bytes.Count(head, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// reader reads one list.
type reader struct {
	file         string
	csv          *csv.Reader
	name, number int // columns; number is −1 where there is none
	taken        map[string]int
	out          []Copy
	problems     *diag.List
}

// fail tells of a problem with a column of the line last read.
func (r *reader) fail(column int, m diag.Message) {
	r.problems.Error(r.at(column), m)
}

// at is where a column of the line last read begins.
func (r *reader) at(column int) diag.Pos {
	line, col := r.csv.FieldPos(column)
	return diag.Pos{File: r.file, Line: line, Column: col}
}

// read returns the next line's fields; nil at the end, and where the line can't
// be read, which is told.
func (r *reader) read() []string {
	row, err := r.csv.Read()
	if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
		r.problems.Error(diag.Pos{File: r.file, Line: broken.Line, Column: broken.Column}, badQuotes())
		return nil
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return row
}

// columns reads the line that names the columns, and reports whether one is for
// names.
func (r *reader) columns() bool {
	head := r.read()
	find := func(names ...string) int {
		return slices.IndexFunc(head, func(s string) bool {
			return slices.Contains(names, strings.ToLower(strings.Trim(s, " \t.")))
		})
	}
	r.name, r.number = find("name", "navn"), find("number", "nummer", "nr", "no")
	if r.name < 0 && !r.problems.HasErrors() {
		r.problems.Error(diag.Pos{File: r.file, Line: 1}, noNames())
	}
	return r.name >= 0
}

func (r *reader) rows() {
	for row := r.read(); row != nil; row = r.read() {
		if !slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			continue
		}
		r.row(row)
	}
	if len(r.out) == 0 && !r.problems.HasErrors() {
		r.problems.Error(diag.Pos{File: r.file, Line: 1}, noCopies())
	}
}

// row reads one copy.
func (r *reader) row(row []string) {
	if r.name >= len(row) || strings.TrimSpace(row[r.name]) == "" {
		r.fail(0, noName())
		return
	}
	c := Copy{Name: strings.Join(strings.Fields(row[r.name]), " "), Number: strconv.Itoa(len(r.out) + 1), Pos: r.at(r.name)}
	if strings.ContainsFunc(c.Name, func(c rune) bool { return !unicode.IsGraphic(c) }) || utf8.RuneCountInString(c.Name) > longestName {
		r.fail(r.name, badName(c.Name, longestName))
	}
	column := r.name
	if r.number >= 0 {
		if r.number >= len(row) || strings.TrimSpace(row[r.number]) == "" {
			r.fail(r.name, noNumber(c.Name))
			return
		}
		c.Number, column = strings.TrimSpace(row[r.number]), r.number
		if !validNumber(c.Number) {
			r.fail(r.number, badNumber(c.Number, longestNumber))
		}
	}
	key := strings.ToLower(c.Number) // file names may not tell case apart
	if line, found := r.taken[key]; found {
		r.fail(column, takenNumber(c.Number, line))
	} else {
		r.taken[key] = r.at(r.name).Line
	}
	r.out = append(r.out, c)
}

// validNumber reports whether a number can be part of a file's name anywhere.
func validNumber(s string) bool {
	for _, c := range s {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-') {
			return false
		}
	}
	return s != "" && len(s) <= longestNumber
}
