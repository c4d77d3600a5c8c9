package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rawTable is a table's cells, in Markdown; each row is as long as the widest.
type rawTable struct {
	title string
	heads int // how many rows are heads
	rows  [][]string
	lines []int // where each row begins
}

// add adds a row.
func (t *rawTable) add(n int, cells []string) {
	t.rows, t.lines = append(t.rows, cells), append(t.lines, n)
}

// even makes all rows as long as the widest, and drops those with nothing in
// them.
func (t *rawTable) even() {
	width := 0
	for _, row := range t.rows {
		for len(row) > 0 && isBlank(row[len(row)-1]) {
			row = row[:len(row)-1]
		}
		width = max(width, len(row))
	}
	var rows [][]string
	var lines []int
	heads := t.heads
	for i, row := range t.rows {
		if isBlank(strings.Join(row, "")) {
			if i < t.heads {
				heads--
			}
			continue
		}
		even := make([]string, width)
		copy(even, row)
		rows, lines = append(rows, even), append(lines, t.lines[i])
	}
	t.rows, t.lines, t.heads = rows, lines, heads
}

// startsTable reports a line that begins a table in HTML.
func startsTable(s string) bool {
	return htmlTable.MatchString(s)
}

// pipeRule is the line below a head: |---|:--|.
var pipeRule = lazily(`^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$`)

// isPipeRule reports such a line; a rule has no bar in it.
func isPipeRule(s string) bool { return strings.Contains(s, "|") && pipeRule.MatchString(s) }

// isTableLine reports a line whose cells are parted by tabs.
func isTableLine(s string) bool {
	s = strings.TrimRight(s, " \t")
	return strings.Contains(strings.TrimLeft(s, " \t"), "\t") || strings.HasPrefix(s, "\t") && strings.Contains(strings.TrimLeft(s, "\t "), "\t")
}

// anyTable reads a table of any of the kinds there are.
func (p *blocks) anyTable(l line) bool {
	switch {
	case startsTable(l.s):
		return p.htmlTable()
	case strings.HasPrefix(strings.TrimSpace(l.s), "+-") && p.gridTable():
		return true
	case strings.Contains(l.s, "|") && p.at+1 < len(p.lines) && isPipeRule(p.lines[p.at+1].s):
		p.pipeTable()
		return true
	case isTableLine(l.s) && !isItem(l.s) && p.at+1 < len(p.lines) && isTableLine(p.lines[p.at+1].s):
		p.tabTable()
		return true
	}
	return p.spacedTable()
}

// addTable adds a table, and the caption below it.
func (p *blocks) addTable(n int, t *rawTable) {
	t.even()
	for k := p.at; k < len(p.lines) && k < p.at+2; k++ {
		if m := captionText.FindStringSubmatch(p.lines[k].s); m != nil && t.title == "" && captionMark.MatchString(p.lines[k].s) {
			t.title, p.at = idSuffix.ReplaceAllString(m[1], ""), k+1
			break
		}
		if !p.lines[k].blank() {
			break
		}
	}
	if len(t.rows) > 0 {
		p.add(node{kind: nodeTable, line: n, table: t})
	}
}

// pipeTable reads a table with | between its cells.
func (p *blocks) pipeTable() {
	t := &rawTable{heads: 1}
	first := p.lines[p.at].n
	for i := 0; p.at < len(p.lines); i, p.at = i+1, p.at+1 {
		l := p.lines[p.at]
		if l.blank() || !strings.Contains(l.s, "|") {
			break
		}
		if i != 1 {
			t.add(l.n, pipeCells(l.s))
		}
	}
	p.addTable(first, t)
}

// pipeCells parts a line at its bars; \| is a bar in a cell.
func pipeCells(s string) []string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(s, "|")
	if strings.HasSuffix(s, "|") && !strings.HasSuffix(s, `\|`) {
		s = s[:len(s)-1]
	}
	var cells []string
	var cell strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '|':
			cell.WriteByte('|')
			i++
		case s[i] == '|':
			cells = append(cells, strings.TrimSpace(cell.String()))
			cell.Reset()
		default:
			cell.WriteByte(s[i])
		}
	}
	return append(cells, strings.TrimSpace(cell.String()))
}

// tabTable reads a table with tabs between its cells. A line without one is a
// row of one cell where rows follow it.
func (p *blocks) tabTable() {
	t := &rawTable{}
	first := p.lines[p.at].n
	for ; p.at < len(p.lines); p.at++ {
		l := p.lines[p.at]
		follows := p.at+1 < len(p.lines) && isTableLine(p.lines[p.at+1].s)
		if l.blank() || !isTableLine(l.s) && (!follows || utf8.RuneCountInString(l.s) > 80 || p.r.begins(l.s)) {
			if !p.headBelow(l, t) {
				break
			}
		}
		cells := strings.Split(strings.TrimRight(l.s, " \t"), "\t")
		for i, c := range cells {
			cells[i] = strings.TrimSpace(c)
		}
		t.add(l.n, cells)
	}
	p.addTable(first, t)
}

// headBelow reports a heading of rows that further headings follow, and then
// rows: two lines without a tab.
func (p *blocks) headBelow(l line, t *rawTable) bool {
	if l.blank() || len(t.rows) == 0 || p.at+2 >= len(p.lines) || p.r.begins(l.s) || utf8.RuneCountInString(l.s) > 80 {
		return false
	}
	next := p.lines[p.at+1].s
	return !isBlank(next) && !p.r.begins(next) && utf8.RuneCountInString(next) <= 80 && isTableLine(p.lines[p.at+2].s)
}

// columnGap is what parts columns that are aligned with spaces.
var columnGap = lazily(` {2,}`)

// spacedTable reads lines of labels with amounts after them, aligned with
// spaces: three at least.
func (p *blocks) spacedTable() bool {
	const least = 3
	end, figures := p.at, 0
	for ; end < len(p.lines); end++ {
		l := p.lines[end]
		if end == p.at+1 && l.blank() && yearsAlone.MatchString(p.lines[p.at].s) || end > p.at && gappedRule(l.s) {
			continue
		}
		if l.blank() || isTableLine(l.s) || p.r.begins(l.s) {
			break
		}
		cells := spacedCells(l.s)
		switch {
		case figures <= 1 && end > p.at && end <= p.at+2 && isColumnRule(l.s):
		case figures <= 1 && end < p.at+2 && len(spacedCells(strings.TrimLeft(l.s, " "))) > 1 && !isFigure(cells[len(cells)-1]):
		case len(cells) > 1 && isFigure(cells[len(cells)-1]):
			figures++
		case figures > 0 && utf8.RuneCountInString(l.s) <= 60 && len(cells) == 1 && !strings.HasSuffix(l.s, "."):
		default:
			if figures < least {
				return false
			}
			p.addSpaced(end)
			return true
		}
	}
	if figures < least {
		return false
	}
	p.addSpaced(end)
	return true
}

// yearsAlone is a line with nothing but the years above columns of amounts.
var yearsAlone = lazily(`^\s*(?:19|20)\d\d(?:\s{2,}(?:19|20)\d\d)+\s*$`)

// gappedRule reports a line of dashes with gaps between the columns, which can stand
// anywhere in a table.
func gappedRule(s string) bool {
	return isColumnRule(s) && strings.Contains(strings.TrimSpace(s), "- ")
}

// spacedCells parts a line at runs of spaces. What has fewer cells than the
// table stands at its right edge, which is where figures are.
func spacedCells(s string) []string { return columnGap.Split(strings.TrimRight(s, " \t\\"), -1) }

// addSpaced adds the lines up to one as a table.
func (p *blocks) addSpaced(end int) {
	t := &rawTable{}
	first := p.lines[p.at].n
	width := 0
	for _, l := range p.lines[p.at:end] {
		width = max(width, len(spacedCells(strings.TrimLeft(l.s, " "))))
	}
	for i, l := range p.lines[p.at:end] {
		if l.blank() {
			continue
		}
		if i > 0 && isColumnRule(l.s) {
			if t.heads == 0 {
				t.heads = len(t.rows)
			}
			continue
		}
		cells := spacedCells(strings.TrimLeft(l.s, " "))
		if len(cells) < width && (isFigure(cells[0]) || len(t.rows) == 1 && len(cells) > 1 && !isFigure(cells[len(cells)-1])) {
			cells = append(make([]string, width-len(cells)), cells...)
		}
		t.add(l.n, cells)
	}
	p.at = end
	p.addTable(first, t)
}

// isColumnRule reports a line of dashes, which may have gaps between columns.
func isColumnRule(s string) bool {
	const shortest = 5
	s = strings.TrimSpace(s)
	return len(s) >= shortest && (strings.Trim(s, "- ") == "" || strings.Trim(s, "= ") == "")
}

// wideGap is what parts two columns of names.
var wideGap = lazily(` {3,}`)

// columns reads names that stand in columns, three lines or more of them, as a list
// in the order they are written.
func (p *blocks) columns(l line) bool {
	const least, longest = 3, 50
	width := len(nameCells(l.s))
	if width < 2 || width > 3 {
		return false
	}
	n := node{kind: nodeList, line: l.n, list: &rawList{}}
	end := p.at
	for ; end < len(p.lines) && !p.lines[end].blank(); end++ {
		cells := nameCells(p.lines[end].s)
		if len(cells) != width && (len(cells) != 1 || end == p.at) {
			return false
		}
		for _, c := range cells {
			first, _ := utf8.DecodeRuneInString(c)
			if utf8.RuneCountInString(c) > longest || !unicode.IsUpper(first) || isFigure(c) || strings.ContainsAny(c[len(c)-1:], ".:;,-") {
				return false
			}
			n.list.items = append(n.list.items, rawItem{lines: []rawLine{{line: line{p.lines[end].n, c}}}})
		}
	}
	if end-p.at < least {
		return false
	}
	p.at = end
	p.add(n)
	return true
}

// nameCells parts a line at wide gaps.
func nameCells(s string) []string { return wideGap.Split(strings.TrimSpace(s), -1) }

// isFigure reports a cell of digits, with what may stand among them.
func isFigure(s string) bool {
	s = bare(s)
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,-−–() \u00a0%") == "" || s == "-" || s == "–"
}

// gridTable reads a table drawn with + - and |; cells of one row may go over
// several lines.
func (p *blocks) gridTable() bool {
	end := p.at
	for end < len(p.lines) && strings.IndexAny(strings.TrimSpace(p.lines[end].s)+" ", "+|") == 0 {
		end++
	}
	if end-p.at < 3 {
		return false
	}
	t := &rawTable{}
	var row []string
	for _, l := range p.lines[p.at:end] {
		s := strings.TrimSpace(l.s)
		if s[0] == '+' && strings.Trim(s, "+-=: ") == "" {
			if row != nil {
				t.add(l.n-1, row)
			}
			if strings.Contains(s, "=") {
				t.heads = len(t.rows)
			}
			row = nil
			continue
		}
		row = addCells(p.r.words, row, pipeCells(strings.ReplaceAll(s, "+", "|")))
	}
	if row != nil {
		t.add(p.lines[end-1].n, row)
	}
	first := p.lines[p.at].n
	p.at = end
	p.addTable(first, t)
	return true
}

// addCells adds a further line to the cells of a row.
func addCells(words map[string]bool, row, more []string) []string {
	for i, c := range more {
		if i == len(row) {
			row = append(row, c)
		} else {
			row[i] = strings.TrimSpace(joinLines(words, row[i], c))
		}
	}
	return row
}

// The beginning of a table in HTML, and a caption as pandoc writes it.
var (
	htmlTable   = lazily(`(?i)^\s*<table[\s>]`)
	captionText = lazily(`^(?::\s+)?(\S.*)$`)
	captionMark = lazily(`^(?:Table)?:\s`)
)

// captions takes the caption of a table that stands both above it and below it, as
// pandoc writes that of a document of Word's.
func (r *reading) captions(nodes []node) []node {
	var out []node
	for i := 0; i < len(nodes); i++ {
		k := len(out) - 1
		if n := nodes[i]; n.kind == nodeTable && n.table.title == "" && k >= 0 && i+1 < len(nodes) && sameLine(out[k], nodes[i+1]) {
			n.table.title, n.gap = out[k].lines[0].s, out[k].gap
			r.leave(nodes[i+1].line, LeftCaption, nodes[i+1].lines[0].s)
			out[k] = n
			i++
			continue
		}
		out = append(out, nodes[i])
	}
	return out
}

// sameLine reports two paragraphs of one line each that are the same.
func sameLine(a, b node) bool {
	return a.kind == nodeParagraph && b.kind == nodeParagraph && len(a.lines) == 1 && len(b.lines) == 1 && a.lines[0].s == b.lines[0].s
}
