package manuscript

import (
	"strings"
	"unicode/utf8"
)

// builder makes chapters of nodes.
type builder struct {
	r     *reading
	roles map[int]role
	at    int
	skip  int // a node that has been taken already; 0: none
	ch    *chapter
}

// node takes the node it stands at, and those that belong to it.
func (b *builder) node() {
	n := b.r.nodes[b.at]
	if n.kind == nodeHeading {
		b.heading(n)
		return
	}
	if b.ch == nil {
		b.begin(n.line, b.r.out.front.title, "")
	}
	if b.people("") {
		return
	}
	b.content(n)
	b.at++
	if b.skip > 0 && b.skip == b.at {
		b.at++
	}
	b.skip = 0
}

// begin begins a chapter.
func (b *builder) begin(n int, title, headline string) {
	b.ch = &chapter{line: n, title: title, headline: headline}
	b.r.out.chapters = append(b.r.out.chapters, b.ch)
}

// add adds a block.
func (b *builder) add(k block) { b.ch.blocks = append(b.ch.blocks, k) }

// heading takes a heading.
func (b *builder) heading(n node) {
	t := b.r.text(n)
	rest, images, marks := t.split()
	title := oneLine(plain(rest))
	as := b.roles[b.at]
	b.at++
	if b.ch == nil && as != roleChapter {
		b.begin(n.line, b.r.out.front.title, "")
	}
	switch {
	case !visible(title):
	case as == roleChapter:
		b.begin(n.line, title, b.headline(n))
	case as == roleSection:
		b.add(block{kind: blockSection, line: n.line, title: title, headline: b.headline(n)})
	case b.statement(title), b.people(title), b.factBox(title):
	default:
		b.plainHeading(n, title, rest)
	}
	if b.ch != nil {
		b.images(n.line, images)
		b.loose(n.line, marks)
		b.lead()
	}
}

// plainHeading adds a heading; one that is longer than a heading can be is text.
func (b *builder) plainHeading(n node, title string, t text) {
	const longest = 300
	if utf8.RuneCountInString(title) > longest {
		b.placed(block{kind: blockParagraph, line: n.line, text: t})
		return
	}
	b.add(block{kind: blockHeading, line: n.line, title: title, level: n.level})
}

// headline takes the heading right below a chapter's or section's, where a
// paragraph in italics follows it.
func (b *builder) headline(above node) string {
	if b.at+1 >= len(b.r.nodes) {
		return ""
	}
	n, next := b.r.nodes[b.at], b.r.nodes[b.at+1]
	if n.kind != nodeHeading || n.level <= above.level || b.roles[b.at] != roleHeading && b.r.contents[key(b.r.title(n))] || next.kind != nodeParagraph || !b.r.text(next).all(emphasis) {
		return ""
	}
	t := b.r.text(n)
	for _, r := range t {
		if r.mark != "" || r.image != nil {
			return ""
		}
	}
	b.at++
	return oneLine(plain(t))
}

// lead takes a paragraph in italics right below a heading of a chapter or a
// section; several in a row are a note to the reader.
func (b *builder) lead() {
	if k := len(b.ch.blocks); k > 0 && b.ch.blocks[k-1].kind != blockSection {
		return
	}
	var all []block
	for ; b.at < len(b.r.nodes) && b.r.nodes[b.at].kind == nodeParagraph; b.at++ {
		n := b.r.nodes[b.at]
		t := b.r.text(n)
		if !t.all(emphasis) {
			break
		}
		all = append(all, block{kind: blockLead, line: n.line, text: t.without(emphasis)})
	}
	if len(all) == 1 {
		b.placed(all[0])
		return
	}
	if len(all) > 1 {
		for i := range all {
			all[i].kind = blockParagraph
		}
		b.add(block{kind: blockNote, line: all[0].line, kids: all})
	}
}

// content takes a node that is no heading.
func (b *builder) content(n node) {
	switch n.kind {
	case nodeParagraph:
		b.paragraph(n)
	case nodeList:
		b.list(n)
	case nodeTable:
		if !b.statementAt(n, "", "") {
			b.table(n)
		}
	case nodeQuote, nodeDiv:
		b.aside(n)
	}
}

// paragraph takes a paragraph: a fact, a place to read more, a call-out, or text.
func (b *builder) paragraph(n node) {
	t := b.r.text(n)
	rest, images, _ := t.split()
	switch {
	case b.link(n, rest):
		return
	case b.fact(n, rest):
		return
	case len(images) > 0:
		t = withoutImages(t)
	}
	k := block{kind: blockParagraph, line: n.line, text: t}
	if len(images) == 0 && b.setApart(n, rest) {
		k.text = unbrokenLines(t)
		k = block{kind: blockNote, line: n.line, kids: []block{k}}
	}
	if visible(plain(t)) || len(t) > 0 {
		b.placed(k)
	}
	b.images(n.line, images)
}

// withoutImages is a text without its pictures.
func withoutImages(t text) text {
	var out text
	for _, r := range t {
		if r.image == nil {
			out = append(out, r)
		}
	}
	return tidy(out)
}

// figureAlone is a figure that stands as a picture would: 98, 9/10, 3,2 mia. kr.
var figureAlone = lazily(`(?i)^[+\-−–]?\d[\d.,/]*(?:\s?(?:%|‰|pct\.?|mio\.?|mia\.?|kr\.?|mia\. kr\.|mio\. kr\.|t\.kr\.|million|billion|percent))?$`)

// fact takes a figure that stands alone, and the short paragraph below it as its
// caption.
func (b *builder) fact(n node, t text) bool {
	const longest = 220
	figure := oneLine(plain(t))
	if !figureAlone.MatchString(figure) || yearWord.FindString(figure) == figure || b.at+1 >= len(b.r.nodes) || hasMarks(b.r.text(n)) {
		return false
	}
	next := b.r.nodes[b.at+1]
	if next.kind != nodeParagraph {
		return false
	}
	caption := b.r.text(next)
	rest, images, marks := caption.split()
	if words := plain(rest); utf8.RuneCountInString(words) > longest || !visible(words) || len(images)+len(marks) > 0 || figureAlone.MatchString(oneLine(words)) {
		return false
	}
	b.at++
	b.add(block{kind: blockFact, line: n.line, title: figure, text: unbrokenLines(rest)})
	return true
}

// hasMarks reports footnotes in a text.
func hasMarks(t text) bool {
	_, _, marks := t.split()
	return len(marks) > 0
}

// unbrokenLines is a text in one line.
func unbrokenLines(t text) text {
	var out text
	for _, r := range t {
		if r.stop {
			r = run{text: " "}
		}
		out = append(out, r)
	}
	return tidy(out)
}

// setApart reports a call-out whose picture is lost: a short sentence or two that
// much blank space parts from the text.
func (b *builder) setApart(n node, t text) bool {
	const longest, shortest, gap = 260, 25, 3
	length := utf8.RuneCountInString(plain(t))
	if n.gap < gap || length > longest || length < shortest || b.r.airy || len(b.ch.blocks) == 0 {
		return false
	}
	return b.ch.blocks[len(b.ch.blocks)-1].kind != blockSection
}

// isAiry reports nodes that all stand far apart.
func isAiry(nodes []node) bool {
	const gap, part = 3, 4
	far := 0
	for _, n := range nodes {
		if n.gap >= gap {
			far++
		}
	}
	return far > len(nodes)/part
}

// link takes a paragraph that is one link: a place to read more.
func (b *builder) link(n node, t text) bool {
	if len(t) == 0 || hasMarks(b.r.text(n)) {
		return false
	}
	words := oneLine(plain(t))
	for _, r := range t {
		if !r.link || r.url != t[0].url || strings.HasPrefix(r.url, "#") {
			return false
		}
	}
	if !visible(words) {
		return false
	}
	item := linkItem{words, t[0].url}
	if k := len(b.ch.blocks) - 1; k >= 0 && b.ch.blocks[k].kind == blockLinks {
		b.ch.blocks[k].links = append(b.ch.blocks[k].links, item)
		return true
	}
	b.add(block{kind: blockLinks, line: n.line, links: []linkItem{item}})
	return true
}

// factHead is a heading of a box of facts.
var factHead = lazily(`(?i)^(fakta|faktaboks|boks|box|facts)\b`)

// factBox makes a box of what stands below such a heading.
func (b *builder) factBox(title string) bool {
	if !factHead.MatchString(title) {
		return false
	}
	k := block{kind: blockBox, title: title}
	start := b.at
	for ; b.at < len(b.r.nodes); b.at++ {
		n := b.r.nodes[b.at]
		if n.kind != nodeParagraph && n.kind != nodeList || k.line > 0 && n.gap > 2 {
			break
		}
		k.line = n.line
		kid, ok := b.plainKid(n)
		if !ok {
			break
		}
		k.kids = append(k.kids, kid)
	}
	if len(k.kids) == 0 {
		b.at = start
		return false
	}
	b.placed(k)
	return true
}

// plainKid makes a paragraph or a list of a node, for a box, a note or a quote;
// not where a picture stands in it.
func (b *builder) plainKid(n node) (block, bool) {
	if n.kind == nodeList {
		l, images := b.r.makeList(n.list)
		return block{kind: blockList, line: n.line, list: l}, len(images) == 0
	}
	t := b.r.text(n)
	_, images, _ := t.split()
	return block{kind: blockParagraph, line: n.line, text: t}, n.kind == nodeParagraph && len(images) == 0 && len(t) > 0
}
