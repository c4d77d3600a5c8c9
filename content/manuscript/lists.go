package manuscript

import (
	"strconv"
	"strings"
)

// rawList is a list and the lists below its entries.
type rawList struct {
	ordered bool
	start   int
	items   []rawItem
}

// rawItem is an entry of a list.
type rawItem struct {
	number int // as it is written; 0: a bullet
	lines  []rawLine
	sub    []rawItem
}

// itemLine is a line that begins a list's entry.
var itemLine = lazily(`^([ \t]*)([-*+•·▪◦‣–]|\d{1,3}[.)])([ \t]+)(\S.*)$`)

// dated is a line that begins with a date or an office, not with an entry.
var dated = lazily(`^\s*\d{1,2}\.\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|viceborgmester|næstformand|` +
	`January|February|March|May|June|July|August|October)`)

// isItem reports a line that begins a list's entry.
func isItem(s string) bool {
	return itemLine.MatchString(s) && !dated.MatchString(s) && !ruleLine.MatchString(s)
}

// flatItem is an entry with its indent, before it is put below another.
type flatItem struct {
	indent int
	rawItem
}

// list reads a list.
func (p *blocks) list() {
	first := p.lines[p.at].n
	var flat []flatItem
	for p.at < len(p.lines) {
		l := p.lines[p.at]
		switch {
		case isItem(l.s):
			flat = append(flat, item(l))
			p.at++
			continue
		case l.blank() && p.goesOn(flat):
			p.at++
			continue
		case l.blank(), p.r.begins(l.s) || isTableLine(l.s) || isUnderline(l.s):
		case (p.lines[p.at-1].blank() || p.r.single) && !indented(l.s):
		default:
			p.further(&flat[len(flat)-1], l)
			p.at++
			continue
		}
		break
	}
	p.flush(first, flat)
}

// further adds a line to an entry; after a blank line it is a paragraph of its
// own.
func (p *blocks) further(i *flatItem, l line) {
	if p.lines[p.at-1].blank() || lettered.MatchString(l.s) {
		i.lines[len(i.lines)-1].hard = true
	}
	i.lines = append(i.lines, raw(l))
}

// goesOn reports whether a list goes on after blank lines: with an entry of its
// kind, or with a line below an entry.
func (p *blocks) goesOn(flat []flatItem) bool {
	for k := p.at; k < len(p.lines) && k < p.at+2; k++ {
		s := p.lines[k].s
		if isBlank(s) {
			continue
		}
		if isItem(s) {
			next, last := item(p.lines[k]), flat[len(flat)-1]
			return next.indent != last.indent || (next.number > 0) == (last.number > 0)
		}
		return indented(s) && !isTableLine(s) && !p.r.begins(s)
	}
	return false
}

// indented reports a line that may stand below a list's entry.
func indented(s string) bool { return strings.HasPrefix(s, "  ") || strings.HasPrefix(s, "\t") }

// item reads the line an entry begins with. A bullet with a number after it is
// numbered.
func item(l line) flatItem {
	m := itemLine.FindStringSubmatch(l.s)
	indent := 0
	for _, c := range m[1] {
		indent++
		if c == '\t' {
			indent += 3
		}
	}
	text := m[4]
	mark := m[2]
	if inner := numberWithin.FindStringSubmatch(text); inner != nil && mark[0] > '9' || inner != nil && mark[0] < '0' {
		if !dated.MatchString(text) {
			mark, text = inner[1], inner[2]
		}
	}
	number, err := strconv.Atoi(strings.TrimRight(mark, ".)"))
	if err != nil {
		number = 0
	}
	out := flatItem{indent: indent}
	out.number, out.lines = number, []rawLine{raw(line{l.n, text})}
	return out
}

// flush makes lists of entries: a new one where the kind changes.
func (p *blocks) flush(first int, flat []flatItem) {
	base := flat[0].indent
	for _, f := range flat {
		base = min(base, f.indent)
	}
	var top []rawItem
	var runs [][]rawItem
	for _, f := range flat {
		switch {
		case f.indent >= base+2 && len(top) > 0:
			parent := &top[len(top)-1]
			parent.sub = append(parent.sub, p.below(f, parent.sub))
		case len(top) > 0 && (f.number > 0) != (top[0].number > 0):
			runs, top = append(runs, top), []rawItem{f.rawItem}
		default:
			top = append(top, f.rawItem)
		}
	}
	for _, items := range append(runs, top) {
		p.addList(items)
	}
}

// below is an entry of the second level; those further down come up to it.
func (p *blocks) below(f flatItem, before []rawItem) rawItem {
	const step = 4
	if len(before) > 0 && f.indent >= 2*step {
		p.r.leave(f.lines[0].n, KeptDeepList, f.lines[0].s)
	}
	return f.rawItem
}

// addList adds a list. Numbers that do not count are text, and so is a list of
// one entry.
func (p *blocks) addList(items []rawItem) {
	n := node{kind: nodeList, line: items[0].lines[0].n, list: &rawList{ordered: items[0].number > 0, start: items[0].number, items: items}}
	for i := range items {
		items[i].sub = evenNumbers(items[i].sub)
	}
	if len(items) > 1 && counts(items) {
		p.add(n)
		return
	}
	for _, i := range items {
		mark := "– "
		if i.number > 0 {
			mark = strconv.Itoa(i.number) + `\. `
		}
		i.lines[0].s = mark + i.lines[0].s
		p.add(node{line: i.lines[0].n, lines: i.lines})
		if len(i.sub) > 0 {
			p.addList(i.sub)
		}
	}
}

// counts reports numbers that follow one another, or are all one and the same,
// as some write them; bullets always.
func counts(items []rawItem) bool {
	same, next := true, true
	for i := range items {
		same = same && items[i].number == items[0].number
		next = next && items[i].number == items[0].number+i
	}
	return same && items[0].number <= 1 || next && items[0].number > 0
}

// evenNumbers makes a list below another one of bullets where its numbers do not
// count; the numbers are text then.
func evenNumbers(items []rawItem) []rawItem {
	if len(items) == 0 || counts(items) && len(items) > 1 {
		return items
	}
	for i := range items {
		if items[i].number > 0 {
			items[i].lines[0].s = strconv.Itoa(items[i].number) + `\. ` + items[i].lines[0].s
			items[i].number = 0
		}
	}
	return items
}

// numberWithin is a number that an entry's text begins with.
var numberWithin = lazily(`^(\d{1,3}[.)])[ \t]+(\S.*)$`)
