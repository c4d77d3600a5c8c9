package source

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/kl-print/kl-print/content"
)

// inlines takes what stands in a paragraph, a list's entry, an emphasis or a
// link.
func (p *passage) inlines(parent ast.Node) content.Inlines {
	var w weave
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(&w, c)
	}
	return w.done()
}

// inline adds one node.
func (p *passage) inline(w *weave, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(p.unescape(n, string(n.Segment.Value(p.text))))
		switch {
		case n.HardLineBreak():
			w.lineBreak()
		case n.SoftLineBreak():
			w.text(" ")
		}
	case *ast.String:
		w.text(string(n.Value))
	case *ast.Emphasis:
		if body := p.inlines(n); n.Level == 1 {
			w.add(content.Emph{Body: body})
		} else {
			w.add(content.Strong{Body: body})
		}
	case *ast.Link:
		w.add(p.link(n))
	case *ast.AutoLink:
		w.add(p.autoLink(n))
	case *reference:
		p.reference(w, n)
	case *noteMark:
		p.note(w, n)
	case *foreign:
		p.foreign(w, n)
	case *ast.CodeSpan:
		p.fail(n, mdCode)
	case *ast.RawHTML:
		p.fail(n, mdHTML)
	case *ast.Image:
		p.fail(n, mdImage)
	default:
		p.fail(n, mdOther)
	}
}

// link takes [text](address).
func (p *passage) link(n *ast.Link) content.Link {
	body := p.inlines(n)
	to, inside := strings.CutPrefix(string(n.Destination), "#")
	if !inside {
		to = ""
	} else {
		to = p.r.ownNote(to)
		p.r.target(p.placeOf(n).Pos, to)
	}
	url := ""
	if !inside {
		url = p.address(n, p.unescape(n, string(n.Destination)))
	}
	switch text := body.Plain(); {
	case strings.TrimSpace(text) == "":
		p.fail(n, mdEmptyLink)
	case (inside || url != "") && saysNothing(text):
		p.r.diags.Warn(p.placeOf(n).Pos, emptyLink(text))
	}
	if len(n.Title) > 0 {
		p.fail(n, mdLinkTitle)
	}
	return content.Link{URL: url, To: to, Body: body}
}

// autoLink takes <https://…> and <name@host>.
func (p *passage) autoLink(n *ast.AutoLink) content.Link {
	label := string(n.Label(p.text))
	address := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + label
	}
	return content.Link{URL: p.address(n, address), Body: content.Inlines{content.Text(label)}}
}

// address checks a link's address.
func (p *passage) address(n ast.Node, s string) string {
	url, ok := absoluteURL(s)
	if !ok {
		p.r.diags.Error(p.placeOf(n).Pos, badURL(s))
	}
	return url
}

// unescape takes the backslash off escaped punctuation and puts the character
// in for an entity such as &nbsp; (CommonMark 0.31, 2.4 and 2.5).
func (p *passage) unescape(n ast.Node, s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			out.WriteByte(s[i])
		case s[i] == '&':
			piece, length := entity(s[i:])
			if strings.ContainsFunc(piece, unprintable) {
				p.fail(n, mdEntity)
			}
			out.WriteString(piece)
			i += length - 1
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// entity reads the entity s begins with; just the & if it is none.
func entity(s string) (text string, length int) {
	const longestName = 34 // &CounterClockwiseContourIntegral;
	end := strings.IndexByte(s[:min(len(s), longestName)], ';')
	if end < 2 || strings.ContainsAny(s[:end], " \n") {
		return "&", 1
	}
	text = html.UnescapeString(s[:end+1])
	if text == s[:end+1] || strings.HasSuffix(text, ";") && text != ";" {
		return "&", 1
	}
	return text, end + 1
}

// weave joins inlines: texts side by side become one, blanks in a row one.
type weave struct {
	out     content.Inlines
	pending strings.Builder
}

// text adds text. A full stop after a figure that ends in one, as "mio. kr." does,
// is the same.
func (w *weave) text(s string) {
	if n := len(w.out); n > 0 && w.pending.Len() == 0 {
		if f, is := w.out[n-1].(content.Figure); is && strings.HasSuffix(f.Text, ".") {
			s = withoutDot(s)
		}
	}
	for i := range len(s) {
		c := s[i]
		if c == '\t' || c == '\n' {
			c = ' '
		}
		if text := w.pending.String(); c == ' ' && text != "" && text[len(text)-1] == ' ' {
			continue
		}
		w.pending.WriteByte(c)
	}
}

// add adds what is not text.
func (w *weave) add(i content.Inline) {
	w.flush()
	w.out = append(w.out, i)
}

// lineBreak ends a line; blanks before it are dropped.
func (w *weave) lineBreak() {
	text := strings.TrimRight(w.pending.String(), " ")
	w.pending.Reset()
	w.pending.WriteString(text)
	w.add(content.Break{})
}

// flush makes one Text of the text so far.
func (w *weave) flush() {
	if w.pending.Len() > 0 {
		w.out = append(w.out, content.Text(w.pending.String()))
		w.pending.Reset()
	}
}

// done returns what was joined.
func (w *weave) done() content.Inlines {
	w.flush()
	return w.out
}
