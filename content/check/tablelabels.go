package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/figures"
)

// labelledCells holds the words of a table's columns and rows against what the references in its
// cells give.
func (c *checker) labelledCells(t content.Table) {
	for i, col := range t.Columns {
		c.columnUnit(t, i, spaced(col.Title))
	}
	c.staleColumns(t)
	if slices.ContainsFunc(t.Columns, func(col content.Column) bool { return len(fourDigits(col.Title)) > 0 }) {
		return
	}
	for _, row := range t.Rows {
		if len(row) < 2 {
			continue
		}
		label := spaced(plain(row[0]))
		for _, cell := range row[1:] {
			for _, ref := range refsIn(cell) {
				c.rowLabel(t, label, ref)
			}
		}
	}
}

// columnYears are the years that columns are called, no more and no less.
func columnYears(t content.Table) []int {
	var out []int
	for _, col := range t.Columns {
		if isYear(col.Title) {
			out = append(out, int(wholeNumber(col.Title)))
		}
	}
	return out
}

// staleColumns tells of a table of two years, the last and the one before it, the wrong way round,
// where another table has the edition's and the last.
func (c *checker) staleColumns(t content.Table) {
	years := columnYears(t)
	if len(years) != 2 || years[1] != c.rep.Year-1 || years[0] != c.rep.Year-2 {
		return
	}
	usual := len(c.rep.Accounts.Years) == 2 && c.rep.Accounts.Years[1] == c.rep.Year-1
	for _, ch := range c.rep.Chapters {
		eachTable(ch, func(o content.Table, _ string) {
			y := columnYears(o)
			usual = usual || len(y) == 2 && y[0] == c.rep.Year && y[1] == c.rep.Year-1
		})
	}
	if usual {
		c.tellCell(t, strconv.Itoa(years[0]), "year", say("tabellen mangler %d", "the table lacks %d", c.rep.Year), say("%d", "%d", c.rep.Year))
	}
}

// refsIn are the figures by reference of a cell.
func refsIn(in content.Inlines) []content.Figure {
	var out []content.Figure
	for _, i := range in {
		switch i := i.(type) {
		case content.Figure:
			out = append(out, i)
		case content.Strong:
			out = append(out, refsIn(i.Body)...)
		case content.Emph:
			out = append(out, refsIn(i.Body)...)
		}
	}
	return out
}

// columnUnit tells of a column whose head is a unit that none of its figures is in.
func (c *checker) columnUnit(t content.Table, at int, title string) {
	money, share := false, false
	switch strings.ToLower(strings.Trim(title, " ().")) {
	case "kr", "t.kr", "mio. kr", "mia. kr", "1.000 kr":
		money = true
	case "pct", "procent", "%", "pct.point", "procentpoint":
		share = true
	default:
		return
	}
	n := 0
	for _, row := range t.Rows {
		if at >= len(row) {
			continue
		}
		for _, ref := range refsIn(row[at]) {
			switch u := ref.Value.Unit(); {
			case money && (u == figures.Percent || u == figures.Point), share && u == figures.Kroner:
				n++
			default:
				return
			}
		}
	}
	const least = 2
	if n >= least {
		c.tellCell(t, title, "figure-differs", say("kolonnens tal er ikke i %s", "the figures of the column are not in %s", title), Text{})
	}
}

// rowLabel holds the label of a row against the figure of figures.yaml that a cell of it shows:
// its year, and words for the contrary of its name's.
func (c *checker) rowLabel(t content.Table, label string, ref content.Figure) {
	terms := termsOf(ref.Expr)
	if len(terms) != 1 || terms[0].year != "" {
		return
	}
	year := c.factsYear(terms)
	if year == 0 {
		return
	}
	if w := contraryIn(label, terms[0].name); w != "" {
		c.tellCell(t, label, "direction", say("%q siger det modsatte af %s", "%q says the contrary of %s", w, terms[0].name), Text{})
	}
	years := fourDigits(label)
	if len(years) != 1 || !strings.HasSuffix(label[:years[0].from], " for ") {
		return
	}
	if said := label[years[0].from:years[0].to]; said != strconv.Itoa(year) && isYear(said) {
		c.tellCell(t, label, "year", say("henvisningen er til tallet for %[1]d, og her siges %[2]s", "the reference is to the figure of %[1]d, and %[2]s is said here", year, said), say("%d", "%d", year))
	}
}
