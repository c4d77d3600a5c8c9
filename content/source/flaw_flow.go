package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// enclosed reads a quotation, or what stands in braces or brackets, from its
// beginning on this line, and what comes after it on the line it ends on. Where
// mayBeKey is set it can be a key.
func (f *flaws) enclosed(at int, mayBeKey bool) {
	opener, line := f.lines[f.at][at], f.at
	f.from = line
	defer func() { f.from = -1 }()
	if bytes.HasPrefix(f.lines[f.at][at:], []byte(opens)) {
		f.report(f.at, at, referenceQuotes(string(f.lines[f.at][at:])))
		return
	}
	var end int
	var ok bool
	if opener == '"' || opener == '\'' {
		end, ok = f.quote(at)
	} else {
		end, ok = f.flow(at)
	}
	if !ok {
		return
	}
	rest := f.lines[f.at][end:]
	next := bytes.TrimLeft(rest, " ")
	switch {
	case len(next) == 0 || next[0] == '#' && len(next) < len(rest):
	case next[0] == ':' && mayBeKey && f.at == line:
	case opener == '{' || opener == '[':
		f.report(f.at, len(f.lines[f.at])-len(next), afterClosing(closerOf(opener)))
	case f.at > line && f.keysBetween(line, f.at):
		f.report(line, at, notYAML(problemQuote))
	default:
		f.report(f.at, len(f.lines[f.at])-len(next), afterQuote(opener))
	}
}

// quote goes past a quotation that begins at a byte of this line. It returns
// where it ends, on what is then the line being read.
func (f *flaws) quote(at int) (end int, ok bool) {
	mark, line := f.lines[f.at][at], f.at
	for i := at + 1; ; {
		text := f.lines[f.at]
		switch {
		case i >= len(text):
			if f.at+1 == len(f.lines) {
				f.at = line
				f.report(line, at, notYAML(problemQuote))
				return 0, false
			}
			f.at++
			i = 0
		case mark == '"' && text[i] == '\\':
			i += 2
		case text[i] != mark:
			i++
		case mark == '\'' && i+1 < len(text) && text[i+1] == mark:
			i += 2
		default:
			return i + 1, true
		}
	}
}

// keysBetween reports lines after one and up to another that look like a key or
// a block of their own, which few quotations have in them.
func (f *flaws) keysBetween(from, to int) bool {
	for _, text := range f.lines[from+1 : to+1] {
		if looksLikeKey(text) {
			return true
		}
	}
	return false
}

// looksLikeKey reports a line that begins with a key, perhaps after a dash.
func looksLikeKey(text []byte) bool {
	rest := bytes.TrimLeft(text, " ")
	if entry, dash := bytes.CutPrefix(rest, []byte("- ")); dash {
		rest = bytes.TrimLeft(entry, " ")
	}
	colon := keyColon(rest)
	return colon > 0 && validID(string(rest[:colon]))
}

// entered is a brace or bracket we are in.
type entered struct {
	opener   byte
	line, at int
	colon    bool // the pair we are in has its colon
	after    byte // what has just been read: 0 nothing, 'a' plain text, or the character that ended it
}

// flow goes through what stands in braces or brackets from a byte of this line.
// It returns where it ends, on what is then the line being read.
func (f *flaws) flow(at int) (end int, ok bool) {
	in := []entered{{opener: f.lines[f.at][at], line: f.at, at: at}}
	for i := at + 1; f.found == nil; {
		text := f.lines[f.at]
		if i < len(text) && text[i] == '#' && hexColour(text[i:]) != "" {
			f.report(f.at, i, unquotedColour(hexColour(text[i:])))
			break
		}
		if i < len(text) && i > 0 && text[i] == '#' && text[i-1] == ' ' && bytes.IndexByte(text[i:], closerOf(in[0].opener)) >= 0 {
			f.report(f.at, i, hashInText(string(text[i:])))
			break
		}
		if i >= len(text) || text[i] == '#' && (i == 0 || text[i-1] == ' ') {
			if !f.nextFlowLine(in) {
				break
			}
			i = 0
			continue
		}
		top := &in[len(in)-1]
		switch c := text[i]; {
		case c == ' ':
			i++
		case c == '{' || c == '[':
			f.expectNew(top, i)
			in = append(in, entered{opener: c, line: f.at, at: i})
			i++
		case c == closerOf(top.opener):
			in = in[:len(in)-1]
			i++
			if len(in) == 0 {
				return i, true
			}
			in[len(in)-1].after = c
		default:
			i = f.flowToken(top, i)
		}
	}
	return 0, false
}

// nextFlowLine goes on to the next line. There is a flaw if there is none, or
// if it has something that shows that a brace should have been closed.
func (f *flaws) nextFlowLine(in []entered) bool {
	last := in[len(in)-1]
	unclosed := notYAML("did not find expected ',' or '" + string(closerOf(last.opener)) + "'")
	if f.at+1 == len(f.lines) {
		f.report(last.line, last.at, unclosed)
		return false
	}
	f.at++
	text := f.lines[f.at]
	rest := bytes.TrimLeft(text, " ")
	isKey := looksLikeKey(text) && indented(text) <= indented(f.lines[in[0].line])
	if bytes.HasPrefix(rest, []byte("- ")) || isKey {
		f.report(last.line, last.at, unclosed)
		return false
	}
	if len(rest) > 0 && rest[0] == '\t' && len(bytes.TrimSpace(rest)) > 0 {
		f.report(f.at, len(text)-len(rest), notYAML(problemTab))
	}
	return f.found == nil
}

// indented is where a line's text begins, past its dashes.
func indented(text []byte) int { return len(text) - len(bytes.TrimLeft(text, " -")) }

// flowToken reads a mark, a quotation or plain text in braces, and returns
// where it ends.
func (f *flaws) flowToken(top *entered, i int) int {
	text := f.lines[f.at]
	c := text[i]
	switch {
	case c == ',' && top.after == 0 && !top.colon:
		f.report(f.at, i, emptyEntry())
	case c == ',':
		top.colon, top.after = false, 0
	case c == ':' && top.colon, c == '?', c == '}', c == ']':
		f.report(f.at, i, badInFlow(top.opener))
	case c == ':':
		top.colon, top.after = true, 0
	case c == '"' || c == '\'':
		return f.flowQuote(top, i)
	case (top.after == '"' || top.after == '\'') && !looksLikeKey(text[i:]):
		f.report(f.at, i, afterQuote(top.after))
	case top.after != 0 && top.after != 'a':
		f.report(f.at, i, noComma(top.opener))
	case top.after == 0 && (unstartable(c) || c == '|' || c == '>'):
		f.report(f.at, i, cantBegin(c))
	case smartAt(string(text[i:])) != 0 && smartBreaks(string(text[i:])):
		f.report(f.at, i, smartQuotes(smartAt(string(text[i:]))))
	default:
		top.after = 'a'
		return f.flowPlain(i)
	}
	return i + 1
}

// flowQuote reads a quotation in braces.
func (f *flaws) flowQuote(top *entered, i int) int {
	f.expectNew(top, i)
	line, mark := f.at, f.lines[f.at][i]
	end, ok := f.quote(i)
	if ok && f.keysBetween(line, f.at) {
		f.report(line, i, notYAML(problemQuote))
	}
	top.after = mark
	return end
}

// flowPlain goes past plain text in braces.
func (f *flaws) flowPlain(i int) int {
	text := f.lines[f.at]
	for i++; i < len(text); i++ {
		c := text[i]
		switch {
		case strings.IndexByte(",?[]{}", c) >= 0:
			return i
		case c == '#' && text[i-1] == ' ':
			return i
		case c == ':' && (i+1 == len(text) || text[i+1] == ' '):
			return i
		}
	}
	return i
}

// hexColour is the colour a text begins with, as #1B222B; empty where it does not.
func hexColour(text []byte) string {
	n := 1
	for n < len(text) && strings.IndexByte("0123456789abcdefABCDEF", text[n]) >= 0 {
		n++
	}
	if n != 7 || n < len(text) && strings.IndexByte(" ,}]", text[n]) < 0 {
		return ""
	}
	return string(text[:n])
}

// expectNew reports something that begins where a comma should be.
func (f *flaws) expectNew(top *entered, i int) {
	switch top.after {
	case 0:
	case 'a':
		f.report(f.at, i, badInFlow(top.opener))
	default:
		f.report(f.at, i, noComma(top.opener))
	}
}

// closerOf is what closes a brace or bracket.
func closerOf(opener byte) byte {
	if opener == '{' {
		return '}'
	}
	return ']'
}

// smartBreaks reports a text in typographic quotes that has something in it that
// breaks plain text in braces.
func smartBreaks(text string) bool {
	c := smartAt(text)
	end := strings.IndexAny(text[utf8.RuneLen(c):], closingQuotes)
	return end > 0 && strings.ContainsAny(text[utf8.RuneLen(c):][:end], ",:?[]{}#")
}
