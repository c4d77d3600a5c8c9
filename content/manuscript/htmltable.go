package manuscript

import (
	"strconv"
	"strings"
)

// cellTag is a tag of a table.
var cellTag = lazily(`(?i)<(/?)(table|caption|thead|tbody|tfoot|colgroup|col|tr|td|th)(\s[^<>]*)?/?>`)

// spanOf are the columns and rows a cell goes over.
var spanOf = lazily(`(?i)(col|row)span\s*=\s*["']?(\d{1,3})`)

// htmlTable reads a table written in HTML. A cell over several columns or rows
// stands in the first of them.
func (p *blocks) htmlTable() bool {
	end, last := p.at, min(len(p.lines), p.at+furthest)
	for ; end < last; end++ {
		if strings.Contains(strings.ToLower(p.lines[end].s), "</table") {
			break
		}
	}
	if end == last {
		return false
	}
	h := &htmlReader{table: &rawTable{}, held: map[int]int{}}
	first := p.lines[p.at].n
	for i := p.at; i <= end; i++ {
		h.line(p.r.words, p.lines[i])
	}
	h.flushRow()
	p.at = end + 1
	p.around(first, h.before)
	p.addTable(first, h.table)
	p.around(p.lines[end].n, h.after)
	return true
}

// around adds text that stood beside a table's cells.
func (p *blocks) around(n int, text string) {
	if !isBlank(text) {
		p.add(node{line: n, lines: []rawLine{{line: line{n, strings.TrimSpace(text)}}}})
	}
}

// htmlReader reads a table's tags one after another.
type htmlReader struct {
	table         *rawTable
	row           []string
	at            int         // the line the row begins on
	held          map[int]int // columns that a cell above goes over, and how many more rows
	place         string      // the tag whose text is read: td, caption; empty: between cells
	cell          string
	span          [2]int // columns and rows of the cell
	head, inHead  bool
	before, after string
}

// line reads a line.
func (h *htmlReader) line(words map[string]bool, l line) {
	last := 0
	for _, m := range cellTag.FindAllStringSubmatchIndex(l.s, -1) {
		h.text(words, l.s[last:m[0]])
		last = m[1]
		attributes := ""
		if m[6] >= 0 {
			attributes = l.s[m[6]:m[7]]
		}
		h.tag(l.n, strings.ToLower(l.s[m[4]:m[5]]), m[2] < m[3], attributes)
	}
	h.text(words, l.s[last:])
}

// text adds text where it stands.
func (h *htmlReader) text(words map[string]bool, s string) {
	if isBlank(s) {
		return
	}
	into := &h.cell
	switch {
	case h.place == "caption":
		into = &h.table.title
	case h.place != "":
	case len(h.table.rows) == 0 && len(h.row) == 0:
		into = &h.before
	default:
		into = &h.after
	}
	*into = strings.TrimSpace(joinLines(words, *into, strings.TrimSpace(s)))
}

// tag takes a tag.
func (h *htmlReader) tag(n int, name string, closes bool, attributes string) {
	switch name {
	case "td", "th":
		h.flushCell()
		if !closes {
			h.place, h.head = "cell", h.head || name == "th" && h.inHead
			h.span = [2]int{1, 1}
			for _, m := range spanOf.FindAllStringSubmatch(attributes, -1) {
				v, _ := strconv.Atoi(m[2])
				if strings.EqualFold(m[1], "col") {
					h.span[0] = min(max(v, 1), 30)
				} else {
					h.span[1] = min(max(v, 1), 300)
				}
			}
		}
	case "tr":
		h.flushCell()
		h.flushRow()
		h.at = n
	case "thead":
		h.flushCell()
		h.flushRow()
		h.inHead = !closes
	case "caption":
		h.place = ""
		if !closes {
			h.place = "caption"
		}
	}
}

// flushCell puts the cell that was read in its row.
func (h *htmlReader) flushCell() {
	if h.place != "cell" {
		return
	}
	h.hold()
	for i := range h.span[0] {
		if h.span[1] > 1 {
			h.held[len(h.row)] = h.span[1] // this row counts too
		}
		if i == 0 {
			h.row = append(h.row, h.cell)
		} else {
			h.row = append(h.row, "")
		}
	}
	h.cell, h.place = "", ""
}

// hold goes past the columns that a cell above goes over.
func (h *htmlReader) hold() {
	for h.held[len(h.row)] > 0 {
		h.row = append(h.row, "")
	}
}

// flushRow puts the row that was read in the table.
func (h *htmlReader) flushRow() {
	if h.row != nil {
		h.hold()
		h.table.add(max(h.at, 1), h.row)
		if h.head {
			h.table.heads = len(h.table.rows)
		}
		for c := range h.held {
			h.held[c]--
		}
	}
	h.row, h.head = nil, false
}
