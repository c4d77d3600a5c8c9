package manuscript

import (
	"slices"
	"strings"
)

// by is the last line of a quotation: who said it.
var by = lazily(`^[—–-]{1,3}\s*(\S.{0,100})$`)

// aside takes a quotation or a fenced piece.
func (b *builder) aside(n node) {
	var kids []block
	whole := true
	title := ""
	nodes := n.kids
	if len(nodes) > 0 && nodes[0].kind == nodeHeading {
		title = b.r.title(nodes[0])
		if hasMarks(b.r.text(nodes[0])) {
			whole = false
		}
		nodes = nodes[1:]
	} else if len(nodes) > 1 && nodes[0].kind == nodeParagraph && b.r.text(nodes[0]).all(strong) && !hasMarks(b.r.text(nodes[0])) {
		title = oneLine(plain(b.r.text(nodes[0])))
		nodes = nodes[1:]
	}
	for _, kid := range nodes {
		k, ok := b.plainKid(kid)
		whole = whole && ok
		kids = append(kids, k)
	}
	switch {
	case !whole || len(kids) == 0:
		b.within(n.kids)
	case visible(title):
		b.placed(block{kind: blockBox, line: n.line, title: title, kids: kids})
	case n.kind == nodeQuote && b.quote(n, kids):
	default:
		b.placed(block{kind: blockNote, line: n.line, kids: kids})
	}
}

// said is who said a quotation, on its last line: after its end and a dash.
var said = lazily(`[.!?…][”"»]? [—–] (\p{Lu}[^.!?—–]{1,60})$`)

// within takes nodes that stand in another as if they stood by themselves.
func (b *builder) within(nodes []node) {
	inner := &builder{r: &reading{}, roles: map[int]role{}, ch: b.ch}
	*inner.r = *b.r
	inner.r.nodes = nodes
	for inner.at < len(nodes) {
		inner.node()
	}
}

// quote adds a quotation of one paragraph or several.
func (b *builder) quote(n node, kids []block) bool {
	q := block{kind: blockQuote, line: n.line}
	for i, k := range kids {
		if k.kind != blockParagraph || hasMarks(k.text) {
			return false
		}
		t := k.text
		if i == len(kids)-1 {
			t, q.title = attribution(t)
		}
		if len(q.text) > 0 && len(t) > 0 {
			q.text = append(q.text, run{stop: true})
		}
		q.text = append(q.text, t...)
	}
	if !visible(plain(q.text)) {
		return false
	}
	b.add(q)
	return true
}

// attribution takes the last line off a quotation, where it says who said it.
func attribution(t text) (rest text, who string) {
	start := 0
	for i, r := range t {
		if r.stop {
			start = i + 1
		}
	}
	m := by.FindStringSubmatch(strings.TrimSpace(plain(t[start:])))
	if m == nil {
		return lastWords(t)
	}
	return tidy(t[:start]), m[1]
}

// lastWords takes who said it off the end of a quotation's last line.
func lastWords(t text) (rest text, who string) {
	if len(t) == 0 || t[len(t)-1].stop {
		return t, ""
	}
	last := t[len(t)-1]
	m := said.FindStringSubmatch(last.text)
	if m == nil || last.mark != "" || last.image != nil {
		return t, ""
	}
	who, last.text = m[1], strings.TrimRight(strings.TrimSuffix(last.text, m[1]), " —–")
	return tidy(append(slices.Clone(t[:len(t)-1]), last)), who
}
