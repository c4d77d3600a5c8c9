package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// localTopics are what the topics of the chapter alone are called: the rows of its
// tables that every chapter does not know; nil where it has none.
func (c *checker) localTopics() *callings {
	var out callings
	eachTable(c.rep.Chapters[c.at], func(t content.Table, _ string) {
		g := c.gridOf(t)
		for _, topic := range g.topics(c.rep.Year) {
			if serial(t) && topic.known(g, c.rep.Year) {
				continue
			}
			out.add(topic, topic.name, 1)
		}
	})
	if len(out.names) == 0 {
		return nil
	}
	out.index()
	out.few = map[int32][]hit{}
	return &out
}

// grid is a table read: what its columns are of, and the figures in its cells.
type grid struct {
	table content.Table
	cols  []gridColumn
	cells [][]cellFigure // by row and column; the first column's are empty
	year  int            // the one that its title says; 0: it says none or several
	total int            // the row that is called a sum; −1: none is
}

// gridColumn is what a column's figures are.
type gridColumn struct {
	year   int // 0: it says none
	unit   string
	change bool  // it is by how much the others changed
	by     int64 // what they are multiplied with: 1.000 of title "1.000 kubikmeter"
}

// cellFigure is the figure of a cell.
type cellFigure struct {
	figure
	is   bool
	by   int64 // what the table says that it is to be multiplied with
	text string
}

// gridOf reads a table.
func (c *checker) gridOf(t content.Table) grid {
	g := grid{table: t, total: -1, year: oneYear(t.Title)}
	for _, col := range t.Columns {
		title := strings.ToLower(spaced(col.Title))
		one := gridColumn{by: 1, unit: unitSaid(title)}
		if one.unit == "" {
			one.unit = unitSaid(strings.ToLower(spaced(t.Title)))
		}
		if one.unit == "" {
			one.unit = unitSaid(strings.ToLower(spaced(t.Columns[0].Title)))
		}
		if strings.Contains(title, "1.000 ") || strings.Contains(t.Title, "1.000 ") {
			one.by = 1000
		}
		one.by = max(one.by, scaleTold(title), scaleTold(strings.ToLower(t.Title)), scaleTold(strings.ToLower(t.Columns[0].Title)))
		one.change = ofChange(title)
		one.year = oneYear(title)
		g.cols = append(g.cols, one)
	}
	for i, row := range t.Rows {
		cells := make([]cellFigure, len(row))
		for k := range row {
			if k > 0 && k < len(g.cols) {
				col := g.cols[k]
				if col.unit == "" {
					col.unit = unitSaid(strings.ToLower(spaced(plain(row[0]))))
				}
				col.by = max(col.by, scaleTold(strings.ToLower(spaced(plain(row[0])))))
				cells[k] = c.readCell(spaced(plain(row[k])), col)
			}
		}
		g.cells = append(g.cells, cells)
		if totalled(plain(row[0])) {
			g.total = i
		}
	}
	return g
}

// ofChange reports whether the title of a column, in lower case, says that it is by how much others changed.
func ofChange(title string) bool {
	for _, begin := range [...]string{"ændring", "forskel", "vækst", "udvikling", "change", "difference", "growth"} {
		if strings.HasPrefix(title, begin) {
			return true
		}
	}
	return false
}

// scaleTold is what a title says that its figures are to be multiplied with: "Mio. ton".
func scaleTold(title string) int64 {
	switch {
	case strings.HasPrefix(title, "mio. "), strings.Contains(title, " mio. "), strings.Contains(title, "million"), strings.HasSuffix(title, " mio."), title == "mio.":
		return 1_000_000
	case strings.Contains(title, "tusind"), strings.Contains(title, "thousand"):
		return 1000
	}
	return 1
}

// oneYear is the one year that a title says; 0 where it says none or several.
func oneYear(title string) int {
	year := 0
	for i := nextDigit(title, 0); i < len(title); {
		n := digitsAt(title, i)
		if n == 4 && !wordy(title, i-1) && !wordy(title, i+n) {
			if year != 0 || !isYear(title[i:i+n]) {
				return 0
			}
			year = int(wholeNumber(title[i : i+n]))
		}
		i = nextDigit(title, i+n)
	}
	return year
}

// totalled reports whether a row is called a sum.
func totalled(label string) bool {
	label = strings.ToLower(label)
	return label == "i alt" || strings.HasPrefix(label, "hele ") || label == "alle" || label == "samlet" || strings.HasSuffix(label, " i alt") || label == "total" || label == "sum"
}

// unitSaid is the unit that a title gives its figures; empty where it gives none.
func unitSaid(title string) string {
	for _, u := range []struct{ said, unit string }{
		{"mio. kr", "mio. kr."}, {"mia. kr", "mia. kr."}, {"t.kr", "t. kr."}, {"tkr", "t. kr."}, {"1.000 kr", "t. kr."}, {"dkk million", "million DKK"}, {"dkk 1,000", "thousand DKK"}, {"dkk", "DKK"}, {"per cent", "per cent"}, {"pct", "pct."}, {"procent", "pct."}, {" kr.", "kr."}, {"kroner", "kr."},
	} {
		if strings.Contains(" "+title, u.said) {
			return u.unit
		}
	}
	return ""
}

// figuresOf are the figures of a text in the edition's language.
func (c *checker) figuresOf(text string) []figure {
	if c.read.english {
		return appendEnglishFigures(nil, text)
	}
	return figuresIn(text)
}

// readCell reads a cell, whose unit is the column's where it has none of its own.
func (c *checker) readCell(text string, col gridColumn) cellFigure {
	one := cellFigure{text: text, by: 1}
	figs := c.figuresOf(text)
	if len(figs) != 1 || strings.Trim(text[:figs[0].from]+text[figs[0].to:], " *") != "" {
		return one
	}
	if figs[0].kind == count && col.unit != "" {
		if figs = c.figuresOf(text + " " + col.unit); len(figs) != 1 {
			return one
		}
	}
	one.figure, one.is = figs[0], true
	if one.kind == count && col.by > 1 && one.unit < 1<<40 {
		one.unit, one.by = one.unit*col.by, col.by
	}
	return one
}

// topics are the rows of a table: with a level for each year of its columns, or one for
// each column.
func (g grid) topics(edition int) []*topic {
	var out []*topic
	rows := make([][]*topic, len(g.cells)) // by column
	for i, cells := range g.cells {
		label := spaced(plain(g.table.Rows[i][0]))
		if label == "" || nextDigit(label, 0) < len(label) {
			continue
		}
		rows[i] = make([]*topic, len(cells))
		var dated *topic
		for k, cell := range cells {
			if !cell.is {
				continue
			}
			col := g.cols[k]
			if col.change {
				continue
			}
			if col.year != 0 && dated != nil && dated.kind == cell.kind {
				dated.series = append(dated.series, valued{col.year, cell.value()})
				continue
			}
			t := &topic{name: label, id: strings.ToLower(label), kind: cell.kind, series: []valued{{cmp.Or(col.year, g.year, edition), cell.value()}}}
			if col.year != 0 {
				dated = t
			}
			rows[i][k] = t
			if i != g.total {
				out = append(out, t)
			}
		}
	}
	if g.total >= 0 && rows[g.total] != nil {
		for i := range rows {
			for k, t := range rows[i] {
				if t != nil && i != g.total && k < len(rows[g.total]) && rows[g.total][k] != nil && t.kind != percent {
					t.wholes = append(t.wholes, rows[g.total][k])
				}
			}
		}
	}
	return out
}

// cells holds the cells of the chapter's tables against what their rows are called.
func (c *checker) cells() {
	eachTable(c.rep.Chapters[c.at], func(t content.Table, _ string) {
		g := c.gridOf(t)
		books := c.matching(g) > 2
		runs := slices.DeleteFunc(slices.Clone(c.runs), func(r *run) bool { return r.pos != t.Pos || !r.table })
		for i, cells := range g.cells {
			of := c.rowTopic(spaced(plain(t.Rows[i][0])))
			for k, cell := range t.Rows[i] {
				text := strings.TrimSpace(spaced(plain(cell)))
				for text != "" && len(runs) > 0 && strings.TrimSpace(runs[0].text) != text {
					runs = runs[1:]
				}
				if text == "" || len(runs) == 0 {
					continue
				}
				if of != nil && cells[k].is && !g.cols[k].change && !strings.Contains(strings.ToLower(t.Columns[k].Title), "budget") {
					c.cell(runs[0], cells[k], of, g.cols[k].year, books)
				}
				if cells[k].is && g.cols[k].change {
					c.changeCell(runs[0], g, i, k)
				}
				runs = runs[1:]
			}
		}
	})
}

// changeCell recomputes a cell of a column that says by how much those of two years differ.
func (c *checker) changeCell(r *run, g grid, row, col int) {
	now, then := -1, -1 // the columns of the latest year and of the one before
	for k, cell := range g.cells[row] {
		switch {
		case !cell.is || g.cols[k].year == 0:
		case now < 0 || g.cols[k].year > g.cols[now].year:
			now, then = k, now
		case then < 0 || g.cols[k].year > g.cols[then].year:
			then = k
		}
	}
	if then < 0 {
		return
	}
	of, a, b := g.cells[row], g.cells[row][now], g.cells[row][then]
	f := of[col]
	if a.kind != b.kind || f.kind != a.kind || f.unit != a.unit || r.isBound(0, len(r.text)) {
		return
	}
	want := a.value() - b.value()
	if f.value() == want || f.value() == abs(a.value())-abs(b.value()) {
		return
	}
	should := decimalsOf(abs(want)/f.unit, f.places)
	if want < 0 {
		should = "−" + should
	}
	c.tell(r, 0, len(r.text), Error, "sum", say("forskellen på de to år er %s", "the two years differ by %s", should), say("%[1]s", "%[1]s", should))
}

// rowTopic is the topic that a row is called; nil where none is, or several.
func (c *checker) rowTopic(label string) *topic {
	s := sentence{text: label, lower: lowered(label), words: wordsOf(label)}
	list := namingsBy(nil, &c.topics.calls, s)
	list = slices.DeleteFunc(list, func(n naming) bool { return n.score < 0.95 || n.topic.row || s.namesMore(n) })
	if len(list) == 0 || slices.ContainsFunc(list, func(n naming) bool { return n.topic != list[0].topic }) {
		return nil
	}
	return list[0].topic
}

// namesMore reports whether a label has a word that a name in it has not, so that it is of some of that:
// "Øvrige indtægter".
func (s sentence) namesMore(n naming) bool {
	label := len(s.text)
	if i := strings.IndexAny(s.text, ",("); i > 0 {
		label = i // what it is told in, or without
	}
	return slices.ContainsFunc(s.words, func(w word) bool {
		return (w.to <= n.from || w.from >= n.to) && w.to <= label && !fills(w.lower) && w.lower != "alt" && !strings.HasPrefix(w.lower, "samlede") && !strings.HasPrefix(w.lower, "total") && nextDigit(w.lower, 0) == len(w.lower)
	})
}

// matching is how many cells of a table are what the lines of the accounts that their rows are
// called give of the columns' years.
func (c *checker) matching(g grid) int {
	n := 0
	for i, cells := range g.cells {
		of := c.rowTopic(spaced(plain(g.table.Rows[i][0])))
		if of == nil || of.line == nil {
			continue
		}
		for k, cell := range cells {
			v, is := of.in(cmp.Or(g.cols[min(k, len(g.cols)-1)].year, c.rep.Year))
			if is && cell.is && cell.kind == money && divRound(abs(v), cell.unit) == abs(cell.n) {
				n++
			}
		}
	}
	return n
}

// signed reports whether the sign of a topic's figures is told: one that is always negative
// may be written by its size.
func (t *topic) signed() bool {
	return t.result || !t.size && slices.ContainsFunc(t.series, func(d valued) bool { return d.value < 0 })
}

// otherwise reports whether a figure with digits enough is the topic's of another year.
func (t *topic) otherwise(f figure, year int) bool {
	const least = 3
	return f.telling(digits(abs(f.n))) >= least && slices.ContainsFunc(t.series, func(d valued) bool {
		return d.year != year && divRound(abs(d.value), f.unit) == abs(f.n)
	})
}

// cell judges one; books: the table is of the accounts: it is wrong where it looks like a slip of the topic's figure of the
// year that its column is of, or has the other sign.
func (c *checker) cell(r *run, f cellFigure, t *topic, year int, books bool) {
	if year == 0 {
		year = c.rep.Year
	}
	value, is := t.in(year)
	if !is || f.kind != t.kind || f.n == 0 || r.isBound(0, len(r.text)) {
		return
	}
	want := reading{topic: t, kind: t.kind, role: asLevel, value: value, year: year}
	if bare := f.figure; f.by > 1 {
		if bare.unit /= f.by; want.is(bare) {
			return // the topic is given as the table gives it
		}
	}
	const doubt = 0.3
	switch {
	case want.is(f.figure) && t.signed() && (value < 0) != (f.n < 0):
	case want.is(f.figure) || want.chance(f.figure)*doubt > most && !t.otherwise(f.figure, year) && !(books && t.line != nil && f.kind == money):
		return
	}
	should := numberOf(abs(value) / f.by)
	if f.kind == money {
		should = c.write(entry{kind: f.kind, value: abs(value)}, f.figure)
		should = should[:max(0, strings.IndexByte(should+" ", ' '))]
		if c.read.english {
			should = strings.NewReplacer(".", ",", ",", ".").Replace(should)
		}
	}
	if value < 0 {
		should = "−" + should
	}
	name := want.name()
	c.tell(r, f.from, min(f.to, len(r.text)), Error, "figure-wrong",
		say("%s passer ikke; %s er %[4]s", "%[1]s does not fit; %[3]s is %[4]s", r.text[f.from:min(f.to, len(r.text))], name.Danish, name.English, should), say("%[1]s", "%[1]s", should))
}
