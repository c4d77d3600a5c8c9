package source

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
)

// What a reference to a figure stands between.
const (
	opens  = "{{"
	closes = "}}"
)

// reference is {{ name | format }} in Markdown.
type reference struct {
	ast.BaseInline
	at     int // where the first brace stands in the passage
	expr   string
	closed bool
	single bool // it stands between single braces, and expr has them
}

// Kind implements ast.Node.
func (*reference) Kind() ast.NodeKind { return ast.KindString }

// Dump implements ast.Node.
func (f *reference) Dump(source []byte, level int) {
	ast.DumpHelper(f, source, level, map[string]string{"Expr": f.expr}, nil)
}

// Pos implements ast.Node: where the first brace stands.
func (f *reference) Pos() int { return f.at }

// referenceParser reads references to figures.
type referenceParser struct{}

// Trigger implements parser.InlineParser.
func (referenceParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	rest, is := bytes.CutPrefix(line, []byte(opens))
	if !is {
		if word := singly(string(line)); word != "" {
			block.Advance(len(word))
			return &reference{at: segment.Start, expr: word, single: true}
		}
		return nil
	}
	end := bytes.Index(rest, []byte(closes))
	if end < 0 {
		block.Advance(len(opens))
		return &reference{at: segment.Start, expr: string(rest)}
	}
	block.Advance(len(opens) + end + len(closes))
	return &reference{at: segment.Start, expr: string(rest[:end]), closed: true}
}

// reference adds the figure a reference gives.
func (p *passage) reference(w *weave, n *reference) {
	if n.single {
		p.r.warnOfBraces(p.at(n.at), n.expr)
		w.text(n.expr)
		return
	}
	if !n.closed {
		p.r.diags.Error(p.at(n.at), referenceOpen())
		return
	}
	if to, note, is := numberOf(n.expr); is {
		to = p.r.ownNote(to)
		var number content.Inline = content.PageNumber{To: to}
		if note {
			number = content.NoteNumber{To: to}
		}
		if note && !strings.Contains(to, content.NoteSign) {
			p.r.diags.Error(p.at(n.at), noteID(to))
			return
		}
		p.r.target(p.at(n.at), to)
		p.r.bound = append(p.r.bound, content.Binding{Pos: p.at(n.at), Field: p.r.field, Text: content.UnsetPage, Expr: strings.TrimSpace(n.expr)})
		w.add(number)
		return
	}
	if f, ok := p.figure(n.at, n.expr); ok {
		w.add(f)
	}
}

// single matches a piece in single braces that may be meant for a reference.
var single = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{\s*\pL[\pL\d_.@]*\s*(\|[^{}\n]*)?\}`)
})

// singly is the piece in single braces that a text begins with and that may be meant
// for a reference; empty if there is none.
func singly(s string) string {
	m := single().FindString(s)
	if m == "" || strings.HasPrefix(s[len(m):], "}") {
		return ""
	}
	return m
}

// warnOfBraces tells of a figure's name in single braces, which are printed.
func (r *reader) warnOfBraces(pos diag.Pos, piece string) {
	inner := strings.TrimSpace(strings.Trim(piece, "{}"))
	name, _, _ := strings.Cut(inner, "|")
	name, _, _ = strings.Cut(strings.TrimSpace(name), ".")
	name, _, _ = strings.Cut(name, "@")
	if s := r.ed.figures; s != nil && slices.ContainsFunc(s.names, func(n string) bool { return folded(n) == folded(name) }) {
		r.diags.Warn(pos, singleBraces(piece, opens+" "+inner+" "+closes))
	}
}

// figure works out the reference whose braces begin at an offset of the passage.
func (p *passage) figure(at int, expr string) (content.Figure, bool) {
	shelf := p.r.ed.figures
	if shelf == nil {
		p.r.diags.Error(p.at(at), referencePlace())
		return content.Figure{}, false
	}
	if _, _, is := numberOf(expr); is {
		p.r.diags.Error(p.at(at), pagePlace())
		return content.Figure{}, false
	}
	if literal, is := strings.CutPrefix(strings.TrimSpace(expr), waives); is {
		return p.literal(at, expr, literal)
	}
	value, out, fault := figures.Eval(expr, shelf.find, shelf.locale)
	if fault != nil {
		if shelf.awaits(fault) {
			return p.bind(content.Figure{Pos: p.at(at), Text: openAmount, Expr: strings.TrimSpace(expr)}), true
		}
		if fault.Problem == figures.UnknownName && shelf.noAccounts && !shelf.noFacts && p.r.nearest(fault.Word, shelf.names) == "" {
			p.r.lack(accountLine)
			return content.Figure{}, false
		}
		if !shelf.silent(fault) {
			p.r.diags.Error(p.at(at+len(opens)+fault.At), p.r.faultOf(fault))
		}
		return content.Figure{}, false
	}
	return p.bind(content.Figure{Pos: p.at(at), Text: out, Expr: strings.TrimSpace(expr), Value: value}), true
}

// bind keeps a figure with the field it stands in.
func (p *passage) bind(f content.Figure) content.Figure {
	p.r.bound = append(p.r.bound, content.Binding{Pos: f.Pos, Field: p.r.field, Text: f.Text, Expr: f.Expr, Value: f.Value})
	return f
}

// waives begins a reference that is no figure of the accounts.
const waives = "="

// literal takes {{ = 2012 | reason | source }}: what is written, and why it is right
// though a check would tell of it.
func (p *passage) literal(at int, expr, literal string) (content.Figure, bool) {
	parts := strings.Split(literal, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) < 2 || len(parts) > 3 || parts[0] == "" || parts[1] == "" {
		p.r.diags.Error(p.at(at), badWaiver())
		return content.Figure{}, false
	}
	f := content.Figure{Pos: p.at(at), Text: parts[0], Expr: strings.TrimSpace(expr)}
	p.r.bound = append(p.r.bound, content.Binding{
		Pos: f.Pos, Field: p.r.field, Text: f.Text, Expr: f.Expr, Reason: parts[1], Source: strings.Join(parts[2:], ""),
	})
	return f, true
}

func badWaiver() diag.Message {
	return say("figure-waiver", "en undtagelse skrives {{ = 2012 | grund | kilde }}; kilden kan udelades",
		"a waiver is written {{ = 2012 | reason | source }}; the source may be left out")
}

// refer puts the figures in for the references of a text that is no Markdown.
func (r *reader) refer(n *yaml.Node, s string) string {
	r.lookForBraces(n, s)
	if !strings.Contains(s, opens) {
		return s
	}
	p := &passage{r: r, node: n, text: []byte(s)}
	var out strings.Builder
	for i := 0; i < len(s); {
		switch rest := s[i:]; {
		case strings.HasPrefix(rest, `\`+opens):
			out.WriteString(opens)
			i += 1 + len(opens)
		case strings.HasPrefix(rest, opens):
			end := strings.Index(rest, closes)
			if end < 0 {
				r.diags.Error(p.at(i), referenceOpen())
				return out.String()
			}
			f, ok := p.figure(i, rest[len(opens):end])
			if !ok {
				f.Text = "–" // so that the text is not said to be empty too
			}
			out.WriteString(f.Text)
			i += end + len(closes)
			if strings.HasSuffix(f.Text, ".") {
				i += len(s[i:]) - len(withoutDot(s[i:]))
			}
		default:
			out.WriteByte(s[i])
			i++
		}
	}
	return out.String()
}

// lookForBraces warns of figures' names in single braces.
func (r *reader) lookForBraces(n *yaml.Node, s string) {
	for i, c := range s {
		if c != '{' || i > 0 && (s[i-1] == '{' || s[i-1] == '\\') {
			continue
		}
		if piece := singly(s[i:]); piece != "" {
			r.warnOfBraces((&passage{r: r, node: n, text: []byte(s)}).at(i), piece)
		}
	}
}

// withoutDot takes a full stop off the front, but leaves an ellipsis of dots.
func withoutDot(s string) string {
	if rest, is := strings.CutPrefix(s, "."); is && !strings.HasPrefix(rest, ".") {
		return rest
	}
	return s
}

// unquoted reports a value that begins with a reference and is not in quotes,
// which YAML reads as keys within keys. The value is text from there on, so that
// nothing more is said of it.
func (r *reader) unquoted(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 || len(n.Content) == 0 {
		return false
	}
	inner := n.Content[0]
	if inner.Kind != yaml.MappingNode || inner.Line != n.Line || inner.Column != n.Column+1 {
		return false
	}
	line := r.line(n.Line)
	r.fail(n, referenceQuotes(string(line[byteOf(line, n.Column-1):])))
	*n = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "–", Style: yaml.SingleQuotedStyle, Line: n.Line, Column: n.Column}
	return true
}

// referenceQuotes tells of a value that begins with a reference; rest is the line
// from there on. Within braces or brackets it ends with the reference, else with the
// line.
func referenceQuotes(rest string) diag.Message {
	value := strings.TrimSpace(rest)
	if end := strings.Index(value, closes); end >= 0 {
		after := value[end+len(closes):]
		if strings.ContainsAny(after, ",{}[]\"") {
			after = ""
		}
		value = value[:end+len(closes)] + after
	} else {
		value = "{{ navn }}"
	}
	return sayAbout("figure-quotes", "værdien begynder med {{, som YAML læser som nøgler; sæt hele værdien i anførselstegn: \"%[1]s\"",
		"the value begins with {{, which YAML reads as keys; put the whole value in quotes: \"%[1]s\"", value)
}

func referenceOpen() diag.Message {
	return say("figure-open", "{{ er ikke lukket; skriv }} på samme linje, eller \\{{ hvis tegnene selv skal stå der",
		"{{ is not closed; write }} on the same line, or \\{{ where the characters themselves are meant")
}

func singleBraces(piece, meant string) diag.Message {
	return sayAbout("figure-braces", "%[1]s bliver trykt, som det står; er tallet ment, så skriv %[2]s", "%[1]s is printed as it stands; if the figure is meant write %[2]s", piece, meant)
}

func referencePlace() diag.Message {
	return say("figure-place", "en henvisning til et tal kan ikke stå i denne fil; den kan stå i kapitlernes tekster. Skriv tallet selv, eller \\{{ for tegnene",
		"a reference to a figure can't stand in this file; it may in the texts of chapters. Write the figure itself, or \\{{ for the characters")
}
