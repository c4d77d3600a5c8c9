package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// equations recomputes "3,7 − 0,5 − 0,7 = 2,5".
func (c *checker) equations() {
	for _, r := range c.runs {
		if strings.IndexByte(r.text, '=') < 0 || !strings.Contains(r.text, " = ") {
			continue
		}
		for _, m := range c.forms.equation().FindAllStringSubmatchIndex(r.text, -1) {
			sum := int64(0)
			for _, t := range c.forms.term().FindAllStringSubmatch(r.text[m[2]:m[3]], -1) {
				if n := c.tenThousandths(t[2]); t[1] == "" || t[1] == "+" {
					sum += n
				} else {
					sum -= n
				}
			}
			said := r.text[m[4]:m[5]]
			if sum != c.tenThousandths(strings.TrimSuffix(said, " pct.")) {
				c.tell(r, m[4], m[5], Error, "sum", say("regnestykket giver %s", "this comes to %s", numberOf(sum)), say("%[1]s", "%[1]s", numberOf(sum)))
			}
		}
	}
}

// tenThousandths reads a number; one that is none is 0.
func (c *checker) tenThousandths(s string) int64 {
	unit := " pct."
	if c.read.english {
		unit = " per cent"
	}
	figs := c.figuresOf(s + unit)
	if len(figs) != 1 {
		return 0
	}
	return figs[0].value()
}

// inPercent reports whether a text says that a number is a percentage.
func inPercent(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "pct") || strings.Contains(text, "per cent") || strings.HasSuffix(text, "%")
}

// numberOf writes ten-thousandths with the decimals it has.
func numberOf(n int64) string {
	decimals := 4
	for decimals > 0 && n%10 == 0 {
		n, decimals = n/10, decimals-1
	}
	sign := ""
	if n < 0 {
		sign = "−"
	}
	return sign + decimalsOf(abs(n), decimals)
}

// column is a column of a table that ends in a sum.
type column struct {
	values   []int64 // of all rows, the last one's too
	sum      int64   // of the rows above it
	said     string  // what the last one says
	percents bool    // they are percentages
	title    string
}

// columnsOf are the columns of a table whose last row is called a sum that are all numbers;
// none of other tables.
func (c *checker) columnsOf(t content.Table) []column {
	if len(t.Rows) < 3 {
		return nil
	}
	last := t.Rows[len(t.Rows)-1]
	label := strings.ToLower(plain(last[0]))
	named := (strings.HasSuffix(label, "i alt") || label == "total" || label == "in all") && !c.oneOfMany(t)
	var out []column
columns:
	for col := 1; col < len(t.Columns); col++ {
		one := column{title: t.Columns[col].Title, said: plain(last[col])}
		if one.percents = inPercent(one.title) || inPercent(one.said); one.percents && ofChange(strings.ToLower(one.title)) {
			continue // each has grown from a figure of its own
		}
		for i, row := range t.Rows {
			cell := plain(row[col])
			n := c.tenThousandths(cell)
			if n == 0 && strings.Trim(cell, "0,.−- ") != "" {
				continue columns // a place, a name, a remark
			}
			one.values = append(one.values, n)
			if i < len(t.Rows)-1 {
				one.sum += n
			}
		}
		out = append(out, one)
	}
	if !named && !addsUp(t, out) {
		return nil
	}
	return out
}

// rounded reports whether a column is of percentages that come to a hundred but for what
// their rounding takes.
func (c column) rounded() bool {
	const all = 1_000_000
	parts := c.values[:len(c.values)-1]
	step := int64(10_000) // of the last decimal that one has
	for _, v := range parts {
		for v%step != 0 {
			step /= 10
		}
	}
	return c.percents && c.values[len(parts)] == all && abs(c.sum-all) <= step*int64(len(parts))/2
}

// levelled reports whether a column is of percentages each of its own whole: what stands
// below them is that of all, which lies between the least and the greatest.
func (c column) levelled() bool {
	parts := c.values[:len(c.values)-1]
	last := c.values[len(parts)]
	least := slices.Min(parts)
	return c.percents && least > 0 && least <= last && last <= slices.Max(parts) // one below nought is of points
}

// oneOfMany reports whether the last row of a table is a line of the accounts that is a sum, and
// another row a line that does not go into it: the table is of key figures.
func (c *checker) oneOfMany(t content.Table) bool {
	sum := c.rowTopic(spaced(plain(t.Rows[len(t.Rows)-1][0])))
	if sum == nil || sum.line == nil || len(sum.parts) == 0 {
		return false
	}
	return slices.ContainsFunc(t.Rows[:len(t.Rows)-1], func(row []content.Inlines) bool {
		of := c.rowTopic(spaced(plain(row[0])))
		return of != nil && of.line != nil && !slices.Contains(sum.parts, of)
	})
}

// addsUp reports whether the last row of a table, which is not called a sum, is one all the
// same: of two columns or more one is the sum of the three rows or more above it.
func addsUp(t content.Table, columns []column) bool {
	const least = 4 // rows
	return len(t.Rows) >= least && len(columns) > 1 && slices.ContainsFunc(columns, func(c column) bool {
		return c.sum != 0 && len(c.values) > 0 && c.sum == c.values[len(c.values)-1]
	})
}

// eachTable calls for the tables of a chapter, with the sections they stand in.
func eachTable(ch content.Chapter, do func(t content.Table, section string)) {
	section := ch.Title
	for _, b := range ch.Blocks {
		switch b := b.(type) {
		case content.Section:
			section = b.Title
		case content.Table:
			do(b, section)
		}
	}
}

// shares is a column of percentages that come to a sum, and what its rows are called.
type shares struct {
	values []int64
	rows   [][]content.Inlines
	years  []int // that the table's title and those of its columns tell
}

// percentages are those of the report's tables that end in a sum, by section.
func (c *checker) percentages() map[string][]shares {
	out := map[string][]shares{}
	for _, ch := range c.rep.Chapters {
		eachTable(ch, func(t content.Table, section string) {
			for _, col := range c.columnsOf(t) {
				if col.percents {
					out[section] = append(out[section], shares{col.values, t.Rows[:len(t.Rows)-1], yearsTold(t)})
				}
			}
		})
	}
	return out
}

// tables recomputes the last rows of a chapter's tables where they are called a sum, and
// holds percentages of the text against the tables of its section.
func (c *checker) tables() {
	c.chartsInText()
	eachTable(c.rep.Chapters[c.at], func(t content.Table, _ string) {
		c.labelledCells(t)
		for _, col := range c.columnsOf(t) {
			if col.sum != col.values[len(col.values)-1] && !col.rounded() && !col.levelled() {
				c.tellCell(t, col.said, "sum", say("rækkerne giver %s", "the rows come to %s", numberOf(col.sum)), say("%[1]s", "%[1]s", numberOf(col.sum)))
			}
		}
	})
	var seen []string
	for _, r := range c.runs {
		if list := c.tabled[r.section]; len(list) > 0 && !slices.Contains(seen, r.section) {
			seen = append(seen, r.section)
			for _, one := range list {
				c.besideTable(r.section, one)
			}
		}
	}
}

// tellCell adds a finding at the last cell with a text.
func (c *checker) tellCell(t content.Table, text, code string, what, should Text) {
	for _, r := range slices.Backward(c.runs) {
		if r.pos == t.Pos && r.text == text {
			c.tell(r, 0, len(text), Error, code, what, should)
			return
		}
	}
}

// besideTable finds percentages in a section's text that its table does not have, where they are
// of what a row is called, or the table is of the parts of a rate.
func (c *checker) besideTable(section string, of shares) {
	values := of.values
	deducts := slices.ContainsFunc(values, func(v int64) bool { return v < 0 }) // its parts are points themselves
	for _, r := range c.runs {
		if r.section != section || r.heading {
			continue
		}
		for _, f := range r.figures() {
			has := slices.ContainsFunc(values, func(v int64) bool { return abs(v) == abs(f.value()) && (f.n > 0 || v < 0) })
			if f.kind != percent || has || r.isBound(f.from, f.to) {
				continue
			}
			slip := of.like(f, "")
			if !deducts {
				slip = slip && !strings.HasSuffix(r.text[f.from:f.to], "point") && !sumOf(values, f.value()) && of.like(f, sentencesOf(r, f)) && !c.ofYearBut(of.years, r, f)
			}
			if slip && !c.workedOutIn(r, f) {
				c.tell(r, f.from, f.to, Error, "figure-differs", say("tabellen i afsnittet har ikke %s", "the table of the section does not have %s", r.text[f.from:f.to]), Text{})
			}
		}
	}
}

// like reports whether a percentage is nearly that of a row, which a text in lower case names; of any row where
// the text is empty.
func (t shares) like(f figure, lower string) bool {
	for i, v := range t.values {
		if !near(digits(abs(f.n)), digits(divRound(abs(v), f.unit))) {
			continue
		}
		if lower == "" || i < len(t.rows) && f.digits > 1 && !namesNothing(strings.ToLower(spaced(plain(t.rows[i][0])))) && slices.ContainsFunc(stemsOf(spaced(plain(t.rows[i][0]))), func(stem string) bool { return strings.Contains(lower, stem) }) {
			return true
		}
	}
	return false
}

// yearsTold are the years that the title of a table and those of its columns tell.
func yearsTold(t content.Table) []int {
	var out []int
	add := func(title string) {
		for _, at := range fourDigits(title) {
			if isYear(title[at.from:at.to]) {
				out = append(out, int(wholeNumber(title[at.from:at.to])))
			}
		}
	}
	add(t.Title)
	for _, col := range t.Columns {
		add(col.Title)
	}
	return out
}

// ofYearBut reports whether the sentence of a figure says that it is of a year other than the edition's and some.
func (c *checker) ofYearBut(years []int, r *run, f figure) bool {
	for _, s := range r.parts {
		if s.from <= f.from && f.to <= s.to {
			f.from, f.to = f.from-s.from, f.to-s.from
			year := c.yearOf(&scene{r: r, s: s}, f)
			return year != 0 && year != c.rep.Year && !slices.Contains(years, year)
		}
	}
	return false
}

// sentencesOf is the sentence of a figure of a run, in lower case, with the one before that it refers to.
func sentencesOf(r *run, f figure) string {
	before := 0
	for _, s := range r.parts {
		from := s.from
		if refers(s.words) {
			from = before
		}
		if s.from <= f.from && f.to <= s.to {
			return r.lower[from:s.to]
		}
		before = s.from
	}
	return ""
}

// figures are those of the sentences of a run, at their places in it.
func (r *run) figures() []figure {
	var out []figure
	for _, s := range r.parts {
		for _, f := range s.figs {
			f.from, f.to = s.from+f.from, s.from+f.to
			out = append(out, f)
		}
	}
	return out
}

// sumOf reports whether some of a table's percentages next to each other come to one, or
// two of them differ by it.
func sumOf(values []int64, value int64) bool {
	for i := range values {
		sum := int64(0)
		for _, v := range values[i:] {
			if sum += v; sum == value {
				return true
			}
		}
		for _, v := range values[i+1:] {
			if abs(v-values[i]) == abs(value) {
				return true
			}
		}
	}
	return false
}
