package manuscript

import (
	"strings"
)

// nodeKind is what a node of the manuscript is.
type nodeKind uint8

const (
	nodeParagraph nodeKind = iota
	nodeHeading
	nodeList
	nodeTable
	nodeQuote
	nodeDiv // a fenced piece, or a quotation marked as a call-out
)

// node is a piece of the manuscript.
type node struct {
	kind  nodeKind
	line  int
	gap   int // blank lines and rules before it
	level int // of a heading
	lines []rawLine
	list  *rawList
	table *rawTable
	kids  []node
}

// rawLine is a line of a paragraph.
type rawLine struct {
	line
	hard bool // the next line begins a new one in print too
}

// The beginnings of blocks.
var (
	atxHeading  = lazily(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	htmlHeading = lazily(`(?i)^\s*<h([1-6])(?:\s[^>]*)?>(.*)</h[1-6]>\s*$`)
	idSuffix    = lazily(`\s*\{[#.][^{}]*\}\s*$`)
	ruleLine    = lazily(`^\s*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?i:<hr\s*/?>))\s*$`)
	fence       = lazily("^ {0,3}(```+|~~~+)")
	divFence    = lazily(`^\s*:{3,}\s*(.*)$`)
	definition  = lazily(`^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$`)
	reference   = lazily(`^ {0,3}\[([^\]^][^\]]*)\]:[ \t]+<?(\S+?)>?(?:[ \t]+["'(].*["')])?[ \t]*$`)
	setext      = lazily(`^ {0,3}(=+|-{2,})[ \t]*$`)
)

// deepest is how far quotations may stand in each other; further in their marks
// are text.
const deepest = 8

// furthest is within how many lines a piece that was opened has to be closed.
const furthest = 2000

// definitions takes footnotes and the addresses of links out of the lines.
func (r *reading) definitions() {
	r.refs, r.notes = map[string]*linkRef{}, map[string]*note{}
	for i := 0; i < len(r.lines); i++ {
		l := r.lines[i]
		if m := definition.FindStringSubmatch(l.s); m != nil && r.notes[m[1]] == nil {
			i = r.footnote(i, m[1], m[2])
		} else if m := reference.FindStringSubmatch(l.s); m != nil && r.refs[strings.ToLower(m[1])] == nil && isAddress(m[2]) {
			r.refs[strings.ToLower(m[1])] = &linkRef{url: m[2], line: l.n}
			r.lines[i].s = ""
		}
	}
}

// isAddress reports what may be where a link leads.
func isAddress(s string) bool {
	return strings.ContainsAny(s, ":/#.") || strings.HasPrefix(s, "mailto")
}

// footnote takes a footnote's text, with its further lines, and returns the last.
func (r *reading) footnote(i int, name, text string) int {
	n := &note{line: r.lines[i].n, raw: text}
	r.notes[name] = n
	r.lines[i].s = ""
	j := joiner{r.words, []byte(text)}
	defer func() { n.raw = j.text() }()
	for k := i + 1; k < len(r.lines); k++ {
		s := r.lines[k].s
		indented := strings.HasPrefix(s, "    ") || strings.HasPrefix(s, "\t")
		afterBlank := isBlank(r.lines[k-1].s) && k-1 > i
		switch {
		case isBlank(s):
			continue
		case indented, !afterBlank && !definition.MatchString(s) && !r.begins(s):
			j.more(strings.TrimSpace(s))
			r.lines[k].s = ""
			i = k
		default:
			return i
		}
	}
	return i
}

// parse makes nodes of lines. Depth is how many quotations it stands in.
func (r *reading) parse(lines []line, depth int) []node {
	p := &blocks{r: r, lines: lines, depth: depth}
	for p.at < len(p.lines) {
		p.one()
	}
	return p.out
}

// blocks is the making of nodes.
type blocks struct {
	r     *reading
	lines []line
	at    int
	depth int
	gap   int
	out   []node
	divs  []int8 // by line: 1 opens a fenced piece, −1 closes one; nil: not looked for yet
}

// add adds a node.
func (p *blocks) add(n node) {
	n.gap, p.gap = p.gap, 0
	p.out = append(p.out, n)
}

// one reads one block.
func (p *blocks) one() {
	l := p.lines[p.at]
	switch {
	case l.blank():
		p.gap++
		p.at++
	case p.heading(l), p.fenced(l), p.div(l), p.comment(l), p.anyTable(l), p.columns(l), p.meaning(l):
	case ruleLine.MatchString(l.s):
		p.gap++
		p.at++
	case p.depth < deepest && strings.HasPrefix(strings.TrimSpace(l.s), ">"):
		p.quote(l)
	case p.depth == 0 && p.named(l):
		p.at++
		p.add(node{line: l.n, lines: []rawLine{raw(l)}})
	case isItem(l.s):
		p.list()
	default:
		p.paragraph()
	}
}

// named reports a line between empty ones that looks like an entry of a list and is
// a heading, for the contents list names it: "1. Årets gang".
func (p *blocks) named(l line) bool {
	alone := (p.at == 0 || p.lines[p.at-1].blank()) && (p.at+1 == len(p.lines) || p.lines[p.at+1].blank())
	return alone && isItem(l.s) && p.r.contents[key(l.s)]
}

// heading reads a heading of one line.
func (p *blocks) heading(l line) bool {
	level, text := 0, ""
	if m := atxHeading.FindStringSubmatch(l.s); m != nil {
		level, text = len(m[1]), m[2]
	} else if m := htmlHeading.FindStringSubmatch(l.s); m != nil {
		level, text = int(m[1][0]-'0'), m[2]
	}
	if level == 0 {
		return false
	}
	p.at++
	if text = idSuffix.ReplaceAllString(text, ""); !isBlank(text) {
		p.add(node{kind: nodeHeading, line: l.n, level: level, lines: []rawLine{{line: line{l.n, text}}}})
	}
	return true
}

// comment takes an HTML comment out that begins a line.
func (p *blocks) comment(l line) bool {
	if !strings.HasPrefix(strings.TrimSpace(l.s), "<!--") {
		return false
	}
	for i := p.at; i < min(len(p.lines), p.at+furthest); i++ {
		before, rest, ends := strings.Cut(p.lines[i].s, "-->")
		if !ends {
			continue
		}
		for _, c := range p.lines[p.at:i] {
			if text := strings.TrimPrefix(strings.TrimSpace(c.s), "<!--"); !isBlank(text) {
				p.r.leave(c.n, LeftComment, text)
			}
		}
		if text := strings.TrimPrefix(strings.TrimSpace(before), "<!--"); !isBlank(text) {
			p.r.leave(p.lines[i].n, LeftComment, text)
		}
		p.lines[i].s = rest
		p.at = i
		return true
	}
	return false
}

// quote reads a quotation: lines that begin with >, and those that go on with
// their paragraph.
func (p *blocks) quote(l line) {
	var inner []line
	open := false
	for ; p.at < len(p.lines); p.at++ {
		s := strings.TrimSpace(p.lines[p.at].s)
		rest, marked := strings.CutPrefix(s, ">")
		if !marked && (!open || isBlank(s) || p.r.begins(p.lines[p.at].s)) {
			break
		}
		if !marked {
			rest = s
		}
		inner = append(inner, line{p.lines[p.at].n, strings.TrimPrefix(rest, " ")})
		open = !isBlank(rest)
	}
	n := node{kind: nodeQuote, line: l.n}
	if m := callOut.FindStringSubmatch(strings.TrimSpace(inner[0].s)); m != nil {
		n.kind = nodeDiv
		p.r.leave(l.n, LeftComment, inner[0].s)
		inner = inner[1:]
	}
	if len(inner) > 1 && boldLine.MatchString(inner[0].s) && !inner[1].blank() {
		inner = append([]line{inner[0], {inner[0].n, ""}}, inner[1:]...) // a title, and text right below it
	}
	n.kids = p.r.parse(inner, p.depth+1)
	if len(n.kids) > 0 {
		p.add(n)
	}
}

// paragraph reads a paragraph, or a heading underlined by the line below it.
func (p *blocks) paragraph() {
	n := node{line: p.lines[p.at].n}
	for ; p.at < len(p.lines); p.at++ {
		l := p.lines[p.at]
		if l.blank() || len(n.lines) > 0 && (p.r.single && !setext.MatchString(l.s) || p.ends(n, l)) {
			break
		}
		if m := setext.FindStringSubmatch(l.s); m != nil && len(n.lines) > 0 {
			p.at++
			p.underlined(n, m[1])
			return
		}
		n.lines = append(n.lines, raw(l))
	}
	if len(n.lines) > 0 {
		p.r.keepLines(n.lines)
		p.add(n)
	}
}

// underlined adds a paragraph with a line below it: a heading where it is short
// and no sentence, and the line about as long.
func (p *blocks) underlined(n node, mark string) {
	const most = 2
	length := 0
	for _, l := range n.lines {
		length += len(l.s)
	}
	last := strings.TrimRight(n.lines[len(n.lines)-1].s, "*_ ")
	sentence := strings.HasSuffix(last, ".") || strings.HasSuffix(last, ",") || strings.HasSuffix(last, ":")
	if len(n.lines) > most || length > 200 || sentence && mark[0] == '-' || len(mark) > 2*length+10 {
		p.add(n)
		p.gap++
		return
	}
	n.kind, n.level = nodeHeading, 1
	if mark[0] == '-' {
		n.level = 2
	}
	p.add(n)
}

// raw takes a line of a paragraph.
func raw(l line) rawLine {
	s := strings.TrimLeft(l.s, " \t")
	cut := strings.TrimRight(s, " \t")
	hard := strings.HasSuffix(s, "  ")
	if rest, is := strings.CutPrefix(cut, "| "); is && !strings.Contains(rest, "|") {
		cut, hard = strings.TrimSpace(rest), true // a line that stays one
	}
	if strings.HasSuffix(cut, `\`) && !strings.HasSuffix(cut, `\\`) {
		cut, hard = strings.TrimSuffix(cut, `\`), true
	}
	return rawLine{line{l.n, cut}, hard}
}

// ends reports a line that does not go on with a paragraph.
func (p *blocks) ends(n node, l line) bool {
	return p.r.begins(l.s) || yearsAlone.MatchString(l.s) || isTableLine(l.s) && p.at+1 < len(p.lines) && isTableLine(p.lines[p.at+1].s) ||
		divFence.MatchString(l.s) || lettered.MatchString(l.s) && lettered.MatchString(n.lines[0].s)
}

// lettered is an entry of a list by letters, which stands as a paragraph.
var lettered = lazily(`^\s*[a-z][.)]\s`)

// begins reports a line that begins something other than a paragraph, and may
// follow one without a blank line.
func (r *reading) begins(s string) bool {
	trimmed := strings.TrimSpace(s)
	if m := itemLine.FindStringSubmatch(s); m != nil && isItem(s) {
		return m[2][0] < '0' || m[2][0] > '9' || m[2] == "1." || m[2] == "1)"
	}
	return atxHeading.MatchString(s) || htmlHeading.MatchString(s) || fence.MatchString(s) || strings.HasPrefix(trimmed, ">") ||
		ruleLine.MatchString(s) && !setext.MatchString(s) || strings.HasPrefix(trimmed, "<!--") || startsTable(s)
}

// What begins the name of a language behind a fence, what is Markdown in a text, a
// line in bold alone, and the first line of a quotation that is a call-out.
var (
	language = lazily(`^[a-zA-Z{.]`)
	marks    = lazily("[\\\\`*_\\[\\]<&!~]")
	boldLine = lazily(`^\s*\*\*[^*]+\*\*\s*$`)
	callOut  = lazily(`^\[!(\w+)\]\s*$`)
)
