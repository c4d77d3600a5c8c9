package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/trial"
)

// changeRow is an amount that an import changes.
type changeRow struct {
	label                string
	year                 int
	old, new, difference string
	from                 string
}

// changes lists the amounts that values change, in the accounts' order and the
// years'; new lines come last.
func changes(book *accounts.Book, m *trial.Mapping, values []trial.Value) []changeRow {
	var rows []changeRow
	place := func(v trial.Value) int {
		n := 0
		for _, s := range book.Statements {
			for _, l := range s.Lines {
				if l.ID == v.Line {
					return n
				}
				n++
			}
		}
		return n
	}
	sorted := slices.Clone(values)
	slices.SortStableFunc(sorted, func(a, b trial.Value) int { return place(a) - place(b) })
	for _, v := range sorted {
		l := book.Line(v.Line)
		if l == nil {
			l = newLine(m, v.Line)
		}
		old := l.Cell(slices.Index(book.Years, v.Year))
		if v.Open || !old.Absent && old.Amount == v.Amount {
			continue
		}
		row := changeRow{label: l.Label, year: v.Year, old: written(book, old), new: book.Unit.Write(v.Amount), from: origin(v)}
		if d, ok := v.Amount.Sub(old.Amount); ok && !old.Absent {
			row.difference = book.Unit.Write(d)
		}
		rows = append(rows, row)
	}
	return rows
}

// written is a cell as accounts.yaml has it.
func written(book *accounts.Book, c accounts.Cell) string {
	if c.Absent {
		return c.String()
	}
	return book.Unit.Write(c.Amount)
}

// newLine is a line that accounts.yaml is to get.
func newLine(m *trial.Mapping, id string) *accounts.Line {
	l := &accounts.Line{ID: id, Label: id}
	for _, f := range m.Lines {
		if f.Line == id && f.New != nil {
			l.Label = "+ " + f.New.Label
		}
	}
	return l
}

// origin says where an amount comes from; of many cells the first.
func origin(v trial.Value) string {
	switch n := len(v.Cells); {
	case v.Computed:
		return "Σ"
	case n == 0:
		return "–"
	case n == 1:
		return v.Cells[0]
	default:
		return fmt.Sprintf("%s + %d", v.Cells[0], n-1)
	}
}

// changeTable prints rows below each other.
type changeTable struct {
	words importWords
	rows  []changeRow
}

// print prints the table; nothing where there are no rows.
func (t changeTable) print(w io.Writer) {
	if len(t.rows) == 0 {
		return
	}
	cells := [][]string{t.words.head}
	for _, r := range t.rows {
		cells = append(cells, []string{shortened(r.label), fmt.Sprint(r.year), r.old, r.new, r.difference, r.from})
	}
	widths := make([]int, len(t.words.head))
	for _, row := range cells {
		for c, text := range row {
			widths[c] = max(widths[c], utf8.RuneCountInString(text))
		}
	}
	for _, row := range cells {
		line := ""
		for c, text := range row {
			blank := strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text))
			if c == 0 || c == len(row)-1 {
				line += text + blank + "  "
			} else {
				line += blank + text + "  "
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// shortened is a label that leaves room for the amounts.
func shortened(label string) string {
	const most = 44
	if runes := []rune(label); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return label
}

// listed writes words with commas; of many, the first.
func listed(words []string) string {
	const most = 20
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}
