package source

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
)

// passage is the Markdown of a scalar, and where each piece of it stands in
// the file.
type passage struct {
	r    *reader
	node *yaml.Node
	text []byte
	// marks are where a run begins that stands in the file as in the text, in
	// order; nil until somebody asks.
	marks []mark
	notes map[string]*definition // by name; nil: the text can't have notes
}

// mark joins an offset in the text with a place in the file.
type mark struct{ offset, line, column int }

// passage takes the Markdown out of a scalar. Where YAML has folded lines, a
// line end in the value was a blank line in the file, and becomes one again:
// otherwise paragraphs would run together.
func (r *reader) passage(n *yaml.Node, value string) *passage {
	p := &passage{r: r, node: n, text: []byte(value)}
	if n.Style&yaml.LiteralStyle == 0 {
		p.text = doubleLineEnds(value)
	}
	return p
}

// doubleLineEnds writes a blank line for each line end.
func doubleLineEnds(s string) []byte {
	out := make([]byte, 0, len(s)+16)
	for i := range len(s) {
		out = append(out, s[i])
		if s[i] == '\n' {
			out = append(out, '\n')
		}
	}
	return out
}

// at is where the byte at an offset of the text stands in the file.
func (p *passage) at(offset int) diag.Pos {
	if p.marks == nil {
		p.align()
	}
	offset = max(0, min(offset, len(p.text)))
	i := sort.Search(len(p.marks), func(i int) bool { return p.marks[i].offset > offset }) - 1
	if i < 0 {
		return p.r.at(p.node)
	}
	m := p.marks[i]
	return diag.Pos{File: p.r.name, Line: m.line, Column: m.column + utf8.RuneCount(p.text[m.offset:offset])}
}

// aligner walks the text and the file side by side.
type aligner struct {
	p            *passage
	file         []byte // the file from where the scalar begins
	line, column int
	broken       bool // the last two characters did not follow on each other in the file
}

// align finds the marks. Text and file have the same characters in the same
// order but for blanks and, in quotes, escapes; at an escape it can't follow it
// stops, and what comes later is placed from there.
func (p *passage) align() {
	p.marks = []mark{}
	a := p.start()
	for i := 0; i < len(p.text); {
		c, size := utf8.DecodeRune(p.text[i:])
		if c == ' ' || c == '\t' || c == '\n' {
			i += size
			continue
		}
		blanks := i > 0 && (p.text[i-1] == '\n' || p.text[i-1] == '\t')
		a.skipBlanks()
		a.unescape()
		if a.broken || blanks || len(p.marks) == 0 {
			p.marks = append(p.marks, mark{i, a.line, a.column})
			a.broken = false
		}
		if !a.take(c) {
			return
		}
		i += size
	}
}

// start stands at the first character that can be the scalar's own.
func (p *passage) start() *aligner {
	a := &aligner{p: p, line: p.node.Line, column: p.node.Column}
	switch {
	case p.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		a.line, a.column = a.line+1, 1
	case p.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		a.column++
	}
	a.file = p.r.text[p.r.offset(a.line, a.column):]
	return a
}

// step goes past one character of the file.
func (a *aligner) step() {
	c, size := utf8.DecodeRune(a.file)
	a.file = a.file[size:]
	if c == '\n' {
		a.line, a.column, a.broken = a.line+1, 1, true
		for slices.Contains(a.p.r.hidden.lines, a.line) && len(a.file) > 0 { // which the text does not have
			a.file, a.line = a.file[len(firstOf(a.file)):], a.line+1
		}
		return
	}
	a.column++
}

// firstOf is the first line of a text, with its end.
func firstOf(text []byte) []byte {
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		return text[:end+1]
	}
	return text
}

// skipBlanks goes to the next character that is not blank.
func (a *aligner) skipBlanks() {
	for len(a.file) > 0 && (a.file[0] == ' ' || a.file[0] == '\t' || a.file[0] == '\n') {
		a.step()
	}
}

// unescape goes past the sign of an escape that stands for what follows it.
func (a *aligner) unescape() {
	style := a.p.node.Style
	for len(a.file) > 1 {
		next := a.file[1]
		switch {
		case style&yaml.SingleQuotedStyle != 0 && a.file[0] == '\'' && next == '\'':
		case style&yaml.DoubleQuotedStyle != 0 && a.file[0] == '\\' && (next == '"' || next == '\\' || next == '/'):
		case style&yaml.DoubleQuotedStyle != 0 && a.file[0] == '\\' && (next == '\n' || next == 'n' || next == 't'):
			a.step()
			a.step()
			a.skipBlanks()
			a.broken = true
			continue
		default:
			return
		}
		a.step()
		a.broken = true
		return
	}
}

// take goes past a character of the text, if the file has it here.
func (a *aligner) take(c rune) bool {
	got, _ := utf8.DecodeRune(a.file)
	if got != c || len(a.file) == 0 {
		return false
	}
	a.step()
	return true
}
