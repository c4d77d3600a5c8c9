package accounts

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

// Change is a figure of a year that this year's book states otherwise than the
// book of that year did.
type Change struct {
	Year      int
	Line      string // Line.ID
	Label     string // as this year's book has it
	Now, Then Cell
	// Gone is set where last year's book has the line and this year's does not;
	// New where it is the other way about, and this year's states a figure.
	Gone, New bool
}

// Place is where the figure stands: in this year's book, of a line that is
// gone in last year's.
func (c Change) Place() diag.Pos {
	if c.Gone {
		return c.Then.Pos
	}
	return c.Now.Pos
}

// ComparePrevious holds the columns of a book against those of the book of the
// year before, each line by its id, in every year that both have. What differs
// is listed in this year's order, then the lines that are gone in last year's.
func (b *Book) ComparePrevious(last *Book) []Change {
	var out []Change
	then, now := last.index(), b.index()
	for i, year := range b.Years {
		j := last.column(year)
		if j < 0 {
			continue
		}
		for l := range b.lines() {
			if l.ID != "" && now[l.ID] == l {
				out = append(out, change(l, then[l.ID], i, j, year, max(b.Unit.Worth(), last.Unit.Worth()))...)
			}
		}
		for l := range last.lines() {
			if cell := l.Cell(j); l.ID != "" && then[l.ID] == l && now[l.ID] == nil && stated(cell) {
				out = append(out, Change{Year: year, Line: l.ID, Label: l.Label, Then: cell, Gone: true})
			}
		}
	}
	return out
}

// change compares a line with last year's, which is nil where there is none. The
// figures are alike where they are the same in the coarser of the books' units.
func change(now, then *Line, i, j, year int, unit Amount) []Change {
	c := Change{Year: year, Line: now.ID, Label: now.Label, Now: now.Cell(i)}
	if then == nil {
		c.New = true
		if !stated(c.Now) {
			return nil
		}
		return []Change{c}
	}
	c.Then = then.Cell(j)
	if c.Now.Absent == c.Then.Absent && (c.Now.Absent || same(c.Now.Amount, c.Then.Amount, unit)) {
		return nil
	}
	return []Change{c}
}

// same reports amounts that are equal, where the unit is kroner to the øre, else
// rounded to it or with the decimals that one of them is written with.
func same(a, b, unit Amount) bool {
	if a == b || unit == Kr {
		return a == b
	}
	u := Unit{Ore: unit}
	places := min(u.Decimals(a), u.Decimals(b))
	return u.In(a, places) == u.In(b, places)
}

// stated reports a figure that is there and not zero.
func stated(c Cell) bool { return !c.Absent && c.Amount != 0 }

// column is the index of a year, −1 where the book has none.
func (b *Book) column(year int) int {
	for i, y := range b.Years {
		if y == year {
			return i
		}
	}
	return -1
}

// String writes a cell's amount, a dash where nothing is stated, and a question
// mark where it is open.
func (c Cell) String() string {
	if c.Open {
		return "?"
	}
	if c.Absent {
		return "–"
	}
	return fmt.Sprint(c.Amount)
}
