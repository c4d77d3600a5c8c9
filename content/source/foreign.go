package source

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
)

// Words of another language are written as Pandoc's bracketed spans are:
// [social scoring]{lang=en}. CommonMark has no such thing, and its parser of links
// keeps brackets to itself; so they are paired before it sees them.

// foreign is a bracketed span in Markdown. Until its end is met it is an opening
// bracket, with nothing in it.
type foreign struct {
	ast.BaseInline
	at     int // of the opening bracket in the passage
	bottom ast.Node
	closed bool
	attr   attribute
}

// attribute is what stands in the braces behind a span.
type attribute struct {
	at     int // of the opening brace in the passage
	length int // with both braces
	text   string
}

// Kind implements ast.Node.
func (*foreign) Kind() ast.NodeKind { return ast.KindString }

// Dump implements ast.Node.
func (f *foreign) Dump(source []byte, level int) {
	ast.DumpHelper(f, source, level, map[string]string{"Attr": f.attr.text}, nil)
}

// Pos implements ast.Node: where the opening bracket stands.
func (f *foreign) Pos() int { return f.at }

// spans is a parser's context that knows where the spans of its text are.
type spans struct {
	parser.Context
	close map[int]int       // by opening bracket: the closing one
	attrs map[int]attribute // by closing bracket
	open  map[int]*foreign  // by closing bracket: what it will end
}

// findSpans pairs the brackets of a text, paragraph by paragraph, and keeps those
// that an attribute follows.
func findSpans(in []byte) *spans {
	s := &spans{Context: parser.NewContext(), close: map[int]int{}, attrs: map[int]attribute{}, open: map[int]*foreign{}}
	var open []int
	for i := 0; i < len(in); i++ {
		switch in[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case '\n':
			if blankLine(in[i+1:]) {
				open = open[:0]
			}
		case ']':
			if len(open) == 0 {
				continue
			}
			if a, is := attributeAt(in, i+1); is {
				s.close[open[len(open)-1]], s.attrs[i] = i, a
			}
			open = open[:len(open)-1]
		}
	}
	return s
}

// blankLine reports whether a text begins with a line of blanks.
func blankLine(in []byte) bool {
	for _, c := range in {
		switch c {
		case ' ', '\t':
		default:
			return c == '\n'
		}
	}
	return true
}

// attributeAt reads what may be an attribute. Braces with other words in them are
// text, and double ones a reference to a figure.
func attributeAt(in []byte, at int) (attribute, bool) {
	const longest = 80
	if at >= len(in) || in[at] != '{' {
		return attribute{}, false
	}
	for i := at + 1; i < len(in) && i < at+longest; i++ {
		switch in[i] {
		case '{', '\n':
			return attribute{}, false
		case '}':
			a := attribute{at, i + 1 - at, string(in[at+1 : i])}
			low := strings.ToLower(a.text)
			return a, strings.Contains(low, "=") || strings.Contains(low, "lang") || strings.HasPrefix(low, ".") || strings.HasPrefix(low, "#")
		}
	}
	return attribute{}, false
}

// foreignParser reads bracketed spans.
type foreignParser struct{}

// Trigger implements parser.InlineParser.
func (foreignParser) Trigger() []byte { return []byte{'[', ']'} }

// Parse implements parser.InlineParser.
func (foreignParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	s, is := pc.(*spans)
	if !is {
		return nil
	}
	line, segment := block.PeekLine()
	if line[0] == '[' {
		end, is := s.close[segment.Start]
		if !is {
			return nil
		}
		f := &foreign{at: segment.Start, attr: s.attrs[end]}
		if last := pc.LastDelimiter(); last != nil {
			f.bottom = last
		}
		s.open[end] = f
		block.Advance(1)
		return f
	}
	f := s.open[segment.Start]
	if f == nil || f.Parent() != parent {
		return nil
	}
	delete(s.open, segment.Start)
	block.Advance(1 + f.attr.length)
	f.end(parent, pc)
	return f
}

// end takes what has come since the opening bracket into the span. It is handed
// back to the parser, which puts it where it was.
func (f *foreign) end(parent ast.Node, pc parser.Context) {
	parser.ProcessDelimiters(f.bottom, pc)
	for c := f.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		f.AppendChild(f, c)
		c = next
	}
	parent.RemoveChild(parent, f)
	f.closed = true
}

// foreign adds a bracketed span.
func (p *passage) foreign(w *weave, f *foreign) {
	if !f.closed {
		w.text("[")
		return
	}
	body := p.inlines(f)
	if strings.TrimSpace(body.Plain()) == "" {
		p.r.diags.Error(p.at(f.at), foreignEmpty())
	}
	w.add(content.Foreign{Lang: p.language(f.attr), Body: body})
}

// language reads an attribute; empty where it names no language.
func (p *passage) language(a attribute) string {
	m := regexp.MustCompile(`^\s*lang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']*))\s*$`).FindStringSubmatch(a.text)
	if m == nil {
		p.r.diags.Error(p.at(a.at), foreignAttribute(a.text))
		return ""
	}
	said := m[1] + m[2] + m[3]
	tag, known := locale.Language(said)
	if !known {
		p.r.diags.Error(p.at(a.at), foreignLanguage(said, languageCalled(said)))
	}
	return tag
}

// languageCalled returns the tag of a language by its name in Danish or English,
// or of what is often written for it; empty if there is none.
func languageCalled(name string) string {
	return map[string]string{
		"engelsk": "en", "english": "en", "gb": "en-GB", "us": "en-US", "tysk": "de", "german": "de", "ger": "de", "fransk": "fr", "french": "fr",
		"dansk": "da", "danish": "da", "dk": "da", "svensk": "sv", "swedish": "sv", "norsk": "nb", "norwegian": "nb", "latin": "la", "spansk": "es", "spanish": "es",
		"færøsk": "fo", "faroese": "fo", "grønlandsk": "kl", "greenlandic": "kl", "islandsk": "is", "icelandic": "is", "italiensk": "it", "italian": "it",
	}[strings.ToLower(name)]
}

// withoutSpans reports a bracketed span in a text that is no Markdown, such as a
// heading.
func (r *reader) withoutSpans(n *yaml.Node, s string) {
	if !strings.Contains(s, "]{") {
		return
	}
	p := r.passage(n, s)
	if at := slices.Sorted(maps.Keys(findSpans(p.text).attrs)); len(at) > 0 {
		r.diags.Error(p.at(at[0]+1), foreignHere())
	}
}
