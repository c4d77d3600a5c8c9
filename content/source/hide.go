package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// veil stands for a value that yaml is not shown, as what the file has there is not
// YAML. It is a character of no meaning, which no text of an edition has.
const veil = "\ue000"

// hidden are the pieces of a file that yaml was not shown.
type hidden struct {
	text  []byte // all of it, so that what it may define is not said to be unknown
	lines []int  // those gone with their keys, from 1: what they stood in lacks more than it seems
}

// any reports that something was hidden.
func (h *hidden) any() bool { return len(h.text) > 0 || len(h.lines) > 0 }

// has reports whether a word, such as an id, stands in what was hidden.
func (h *hidden) has(word string) bool { return word != "" && bytes.Contains(h.text, []byte(word)) }

// after reports whether whole lines below one were hidden.
func (h *hidden) after(line int) bool {
	return slices.ContainsFunc(h.lines, func(l int) bool { return l > line })
}

// cut is a text of which a piece is hidden; it has as many lines as before.
type cut struct {
	lines  [][]byte
	hidden hidden // by this cut alone
	last   int    // the last line with something hidden, from 0
}

// cuts are the ways of hiding what is wrong at a place, from the least piece to the
// largest: the value on the line, the entry that begins there, then those around it.
func cuts(lines [][]byte, wrong fault) []func() cut {
	line := min(wrong.pos.Line, len(lines)) - 1
	text := lines[line]
	at := byteOf(text, wrong.pos.Column-1)
	h := headOf(text)
	switch {
	case wrong.from < wrong.pos.Line:
		return inward(lines, max(wrong.from, 1)-1)
	case wrong.message == dashAmongKeys():
		return append([]func() cut{func() cut { return without(lines, line, lastAlike(lines, line, true)) }}, outward(lines, line)...)
	case wrong.message.Code == "yaml-indent" && at == h.indent && keyColon(text) < 0:
		return append([]func() cut{func() cut { return without(lines, line, lastAlike(lines, line, false)) }}, outward(lines, line)...)
	case hasTab(text):
		return append([]func() cut{func() cut { return without(lines, line, tabbed(lines, line)) }}, outward(lines, line)...)
	case beginsNoBreak(text[at:]):
		return append([]func() cut{func() cut { return spaced(lines, line, at) }}, inward(lines, line)...)
	case at == h.key && h.key == h.indent && wrong.message.Code != "yaml-bar": // it is the key that is wrong
		return append([]func() cut{func() cut { return without(lines, line, lastBelow(lines, line, h.indent)) }}, outward(lines, line)...)
	}
	return inward(lines, line)
}

// inward are the cuts at a line, then those around it.
func inward(lines [][]byte, line int) []func() cut {
	h := headOf(lines[line])
	out := []func() cut{
		func() cut { return veiled(lines, line, h.value, lastBelow(lines, line, h.key)) },
	}
	if h.indent < h.key {
		out = append(out, func() cut { return veiled(lines, line, h.key, lastBelow(lines, line, h.indent)) })
	}
	out = append(out, func() cut { return without(lines, line, lastBelow(lines, line, h.indent)) })
	return append(out, outward(lines, line)...)
}

// outward are the cuts at what a line stands in.
func outward(lines [][]byte, line int) (out []func() cut) {
	for up := lineAbove(lines, line); up >= 0; up = lineAbove(lines, up) {
		h, from := headOf(lines[up]), up
		out = append(out, func() cut { return veiled(lines, from, h.value, lastBelow(lines, from, h.key)) })
		if h.indent == 0 {
			out = append(out, func() cut { return without(lines, from, lastBelow(lines, from, 0)) })
		}
	}
	return out
}

// head is what a line begins with, in bytes.
type head struct {
	indent int // of the line
	key    int // where the key or value is, past the dashes
	value  int // where the key's value is; the same as key if there is no key
}

func headOf(text []byte) head {
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	at := indent
	for bytes.HasPrefix(text[at:], []byte("- ")) {
		at++
		at += len(text[at:]) - len(bytes.TrimLeft(text[at:], " "))
	}
	h := head{indent, at, at}
	if colon := keyColon(text[at:]); colon > 0 && strings.IndexByte("{[", text[at]) < 0 {
		h.value = at + colon + 1
	}
	return h
}

// lastBelow is the last of the lines that follow a line and are further in than a column.
func lastBelow(lines [][]byte, line, column int) int {
	last := line
	for i := line + 1; i < len(lines); i++ {
		text := bytes.TrimLeft(lines[i], " ")
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		if len(lines[i])-len(text) <= column {
			break
		}
		last = i
	}
	return last
}

// lastAlike is the last of the lines from one on that are as little indented as it and,
// like it, entries of a list or lines of text, with what stands below them.
func lastAlike(lines [][]byte, line int, entries bool) int {
	indent := headOf(lines[line]).indent
	last := lastBelow(lines, line, indent)
	for i := last + 1; i < len(lines); i++ {
		if nothingOn(lines[i]) {
			continue
		}
		h := headOf(lines[i])
		if h.indent != indent || (h.key > h.indent) != entries || !entries && h.value > h.key {
			break
		}
		last = lastBelow(lines, i, indent)
		i = last
	}
	return last
}

// lineAbove is the line that a line stands below, further in; −1 if there is none.
func lineAbove(lines [][]byte, line int) int {
	h := headOf(lines[line])
	entry := h.key > h.indent
	for i := line - 1; i >= 0; i-- {
		up := headOf(lines[i])
		if nothingOn(lines[i]) || hasTab(lines[i]) {
			continue
		}
		if up.indent < h.indent || entry && up.indent == h.indent && up.key == up.indent {
			return i
		}
	}
	return -1
}

// nothingOn reports a line that is blank or a comment.
func nothingOn(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(text) == 0 || text[0] == '#'
}

// hasTab reports a tab in a line's indent.
func hasTab(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte("\t")) && len(bytes.TrimSpace(text)) > 0
}

// tabbed is the last of the lines from a line on with a tab in their indents.
func tabbed(lines [][]byte, line int) int {
	last := line
	for i := line + 1; i < len(lines) && (hasTab(lines[i]) || nothingOn(lines[i])); i++ {
		if hasTab(lines[i]) {
			last = i
		}
	}
	return last
}

// veiled hides a line from a byte on, and the lines after it up to the last.
func veiled(lines [][]byte, line, at, last int) cut {
	c := begin(lines, line, last)
	c.hidden.text = append(c.hidden.text, lines[line][at:]...)
	text := append(bytes.TrimRight(bytes.Clone(lines[line][:at]), " "), ' ')
	for len(text) < at {
		text = append(text, ' ')
	}
	c.lines[line] = append(text, veil...)
	c.take(lines, line+1, last)
	return c
}

// without hides whole lines. Where the key above them is left without a value, it
// has the veil.
func without(lines [][]byte, line, last int) cut {
	c := begin(lines, line, last)
	c.take(lines, line, last)
	for i := line; i <= last; i++ {
		c.hidden.lines = append(c.hidden.lines, i+1)
	}
	before := line - 1
	for before >= 0 && nothingOn(c.lines[before]) {
		before--
	}
	if before < 0 {
		return c
	}
	h := headOf(c.lines[before])
	rest := bytes.TrimSpace(c.lines[before][min(h.value, len(c.lines[before])):])
	if (len(rest) == 0 || rest[0] == '|' || rest[0] == '>') && !filled(c.lines, last+1, h) {
		c.lines[line] = append(bytes.Repeat([]byte(" "), h.key+1), veil...)
	}
	return c
}

// filled reports that the lines from one on give a key its value.
func filled(lines [][]byte, from int, key head) bool {
	for _, text := range lines[min(from, len(lines)):] {
		if nothingOn(text) {
			continue
		}
		h := headOf(text)
		return h.indent > key.key || h.key > h.indent && h.indent == key.key
	}
	return false
}

// spaced puts ordinary spaces in for those that begin at a byte of a line.
func spaced(lines [][]byte, line, at int) cut {
	c := begin(lines, line, line)
	text, end := bytes.Clone(lines[line][:at]), at
	for beginsNoBreak(lines[line][end:]) {
		_, size := utf8.DecodeRune(lines[line][end:])
		text, end = append(text, ' '), end+size
	}
	c.lines[line] = append(text, lines[line][end:]...)
	c.last = line - 1 // what is wrong further on in the line is told too
	return c
}

// begin is a cut that has nothing hidden yet.
func begin(lines [][]byte, line, last int) cut {
	return cut{lines: append([][]byte(nil), lines...), last: max(line, last)}
}

// take empties lines.
func (c *cut) take(lines [][]byte, from, last int) {
	for i := from; i <= last; i++ {
		c.hidden.text = append(append(c.hidden.text, '\n'), lines[i]...)
		c.lines[i] = nil
	}
}

// byteOf is the byte of a line that a character begins at.
func byteOf(text []byte, column int) int {
	i := 0
	for ; column > 0 && i < len(text); column-- {
		_, size := utf8.DecodeRune(text[i:])
		i += size
	}
	return i
}
