package source

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/kl-print/kl-print/content/diag"
)

// stray is a character that no text can have, and its place, from 1.
type stray struct{ line, column int }

// mostStrays is how many of them are told of in one file, one a line.
const mostStrays = 20

// checkRunes reports the first byte that is not UTF-8, and characters that can't be
// printed. The text is read on with: bytes as what they are in Windows-1252, and
// without the characters. It is false where there are so many that it is no text.
func (r *reader) checkRunes() bool {
	broken, line, lineStart, told := 0, 1, 0, 0
	for i := 0; i < len(r.text); {
		c, size := rune(r.text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(r.text[i:])
		}
		column := func() int { return 1 + utf8.RuneCount(r.text[lineStart:i]) }
		switch {
		case c == '\n':
			line, lineStart = line+1, i+1
		case c == utf8.RuneError && size == 1:
			if broken++; broken == 1 {
				r.diags.Error(diag.Pos{File: r.name, Line: line, Column: column()}, notUTF8(r.text[i]))
			}
		case unprintable(c) && c != '\t':
			n := len(r.strays)
			if told < mostStrays && (n == 0 || r.strays[n-1].line != line) {
				r.diags.Error(diag.Pos{File: r.name, Line: line, Column: column()}, badRune(c))
				told++
			}
			r.strays = append(r.strays, stray{line, column()})
		}
		i += size
		if few := 16 + len(r.text)/8; broken > few || len(r.strays) > min(few, 1000) || broken > 0 && len(r.strays) > 0 {
			return false
		}
	}
	if broken > 0 {
		r.text = fromWindows(r.text)
		r.starts = lineStarts(r.text)
	}
	return true
}

// fromWindows puts letters in for the bytes that are no UTF-8: those they are in
// Windows-1252.
func fromWindows(text []byte) []byte {
	var out bytes.Buffer
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		if c == utf8.RuneError && size == 1 {
			if c = charmap.Windows1252.DecodeByte(text[i]); unprintable(c) {
				c = utf8.RuneError
			}
		}
		out.WriteRune(c)
		i += size
	}
	return out.Bytes()
}

// shown is the text as yaml is shown it: without the characters no text can have.
func (r *reader) shown() []byte {
	if len(r.strays) == 0 {
		return r.text
	}
	out := make([]byte, 0, len(r.text))
	for i := 0; i < len(r.text); {
		c, size := utf8.DecodeRune(r.text[i:])
		if !unprintable(c) || c == '\n' || c == '\t' {
			out = append(out, r.text[i:i+size]...)
		}
		i += size
	}
	return out
}

// fileColumn is the column in the file of one in the text that yaml is shown.
func (r *reader) fileColumn(line, column int) int {
	for _, s := range r.strays {
		if s.line == line && s.column <= column {
			column++
		}
	}
	return column
}

// whence is the place in the file of one in the text that yaml is shown.
func (r *reader) whence(p diag.Pos) diag.Pos {
	p.Column = r.fileColumn(p.Line, p.Column)
	return p
}
