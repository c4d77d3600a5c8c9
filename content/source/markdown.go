package source

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

// longest is how many bytes one text may have. It is a long book; beyond it
// stands a mistake, and some Markdown costs time by the square of its length.
const longest = 100_000

// markdown is the parsers, made once and shared.
type markdown struct {
	prose parser.Parser // all of Markdown, so that what isn't supported is seen and told
	line  parser.Parser // paragraphs only: "1. viceborgmester" is a text here, not a list
}

func newMarkdown() *markdown {
	return &markdown{
		prose: parser.NewParser(
			parser.WithBlockParsers(blockParsers()...),
			parser.WithInlineParsers(inlineParsers()...),
		),
		line: parser.NewParser(
			parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
			parser.WithInlineParsers(inlineParsers()...),
		),
	}
}

// inlineParsers are all of CommonMark's, and ours: those for the marks of notes and
// for other languages come before the one for links, the one for references to
// figures before the one for code.
func inlineParsers() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(), util.Prioritized(markParser{}, 150), util.Prioritized(foreignParser{}, 160), util.Prioritized(referenceParser{}, 90))
}

// blockParsers are all of CommonMark's, with dateAware around the one for lists.
func blockParsers() []util.PrioritizedValue {
	date := regexp.MustCompile(`^ *\d{1,2}[.] +(` + calendar + `)\b`)
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(dateAware{parser.NewListParser(), date}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(noteParser{}, 950),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

// calendar is what makes a date of a number and a dot.
const calendar = `januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|` +
	`January|February|March|May|June|July|August|October`

// dateAware leaves a line alone that begins with a date: CommonMark takes
// "1. januar 2025", where a line happens to begin with it, for a list.
type dateAware struct {
	parser.BlockParser
	date *regexp.Regexp
}

// Open begins a list unless a date stands here.
func (d dateAware) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); d.date.Match(line) {
		return nil, parser.NoChildren
	}
	return d.BlockParser.Open(parent, reader, pc)
}

// markdown parses a scalar as Markdown; nil if it is no text.
func (r *reader) markdown(n *yaml.Node, with parser.Parser) (*passage, ast.Node) {
	value, ok := r.scalar(n, aText)
	if !ok {
		return nil, nil
	}
	if len(value) > longest {
		r.fail(n, tooLong(longest))
		return nil, nil
	}
	r.keepProse(n)
	p := r.passage(n, value)
	doc := with.Parse(text.NewReader(p.text), parser.WithContext(findSpans(p.text)))
	if doc.FirstChild() == nil {
		r.fail(n, emptyText())
	}
	return p, doc
}

// prose takes a node for paragraphs and lists.
func (r *reader) prose(n *yaml.Node) []content.Block {
	p, doc := r.markdown(n, r.ed.text.prose)
	if p == nil {
		return nil
	}
	p.readNotes(doc)
	var blocks []content.Block
	for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Paragraph:
			p.checkParagraph(c)
			blocks = append(blocks, content.Paragraph{At: p.placeOf(c), Body: p.inlines(c)})
		case *ast.List:
			blocks = append(blocks, *p.list(c, 1))
		case *noteBlock:
		default:
			p.refuse(c)
		}
	}
	p.checkNotes()
	return blocks
}

// inlines takes a node for one paragraph.
func (r *reader) inlines(n *yaml.Node) content.Inlines {
	p, doc := r.markdown(n, r.ed.text.line)
	if p == nil || doc.FirstChild() == nil {
		return nil
	}
	if second := doc.FirstChild().NextSibling(); second != nil {
		r.diags.Error(p.placeOf(second).Pos, oneParagraph())
	}
	return p.inlines(doc.FirstChild())
}

// placeOf is where a Markdown node stands in the file.
func (p *passage) placeOf(n ast.Node) content.At {
	return content.At{Pos: p.at(offsetOf(n))}
}

// offsetOf is where a Markdown node begins in its text.
func offsetOf(n ast.Node) int {
	if h, is := n.(*ast.Heading); is && h.Pos() >= 0 {
		return h.Pos()
	}
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
		if at := n.Pos(); at >= 0 {
			return at
		}
	}
	return 0
}

// fail reports a problem at a Markdown node.
func (p *passage) fail(n ast.Node, w inText) { p.r.diags.Error(p.placeOf(n).Pos, notInText(w)) }

// refuse reports a kind of Markdown block that isn't supported.
func (p *passage) refuse(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		p.fail(n, mdHeading)
	case *ast.CodeBlock:
		p.fail(n, mdIndent)
	case *ast.FencedCodeBlock:
		p.fail(n, mdCode)
	case *ast.Blockquote:
		p.fail(n, mdQuote)
	case *ast.ThematicBreak:
		p.fail(n, mdRule)
	case *ast.HTMLBlock:
		p.fail(n, mdHTML)
	case *ast.Paragraph:
		p.fail(n, mdItemParagraphs)
	default:
		p.fail(n, mdOther)
	}
}

// checkParagraph reports a paragraph that was meant for something else: a
// table, or the address of a reference link.
func (p *passage) checkParagraph(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		switch raw := line.Value(p.text); {
		case isTableRule(raw):
			p.fail(n, mdTable)
			return
		case i == 0 && isReference(raw):
			p.fail(n, mdReference)
			return
		}
	}
	p.warnOfMarkup(n)
}

// isTableRule reports a line such as "|---|:--|".
func isTableRule(line []byte) bool {
	var bar, dash bool
	for _, c := range line {
		switch c {
		case '|':
			bar = true
		case '-':
			dash = true
		case ' ', ':', '\n', '\t':
		default:
			return false
		}
	}
	return bar && dash
}

// isReference reports a line such as "[name]: https://example.org".
func isReference(line []byte) bool {
	if len(line) == 0 || line[0] != '[' {
		return false
	}
	for i, c := range line {
		if c == ']' {
			return i > 1 && i+1 < len(line) && line[i+1] == ':'
		}
	}
	return false
}

// list takes a Markdown list; depth 1 is the outermost.
func (p *passage) list(l *ast.List, depth int) *content.List {
	out := &content.List{At: content.At{Pos: p.at(l.Pos())}, Ordered: l.IsOrdered()}
	if out.Ordered {
		out.Start = l.Start
	}
	p.checkSingle(l)
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		out.Items = append(out.Items, p.listItem(c, depth))
	}
	return out
}

// checkSingle reports a list of one entry, which is hardly meant: a line of
// text that began with a dash or a number.
func (p *passage) checkSingle(l *ast.List) {
	if l.ChildCount() != 1 {
		return
	}
	_, interrupts := l.PreviousSibling().(*ast.Paragraph)
	interrupts = interrupts && !l.HasBlankPreviousLines()
	pos := p.at(l.Pos())
	if interrupts || (l.IsOrdered() && l.Start != 1) {
		p.r.diags.Error(pos, notInText(mdSingle))
		return
	}
	p.r.diags.Warn(pos, notInText(mdSingle))
}

// listItem takes an entry: a paragraph, and a list below it.
func (p *passage) listItem(item ast.Node, depth int) content.ListItem {
	var out content.ListItem
	for c := item.FirstChild(); c != nil; c = c.NextSibling() {
		if _, isNote := c.(*noteBlock); isNote && c != item.FirstChild() {
			continue
		}
		list, isList := c.(*ast.List)
		_, isText := c.(*ast.TextBlock)
		_, isParagraph := c.(*ast.Paragraph)
		switch {
		case c == item.FirstChild() && (isText || isParagraph):
			out.Body = p.inlines(c)
		case isList && depth > 1:
			p.fail(c, mdDeepList)
		case isList && out.Sub == nil && len(out.Body) > 0:
			out.Sub = p.list(list, depth+1)
		default:
			p.refuse(c)
		}
	}
	if item.FirstChild() == nil {
		p.fail(item, mdEmptyItem)
	}
	return out
}
