package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// line is a line of the manuscript and its number, from 1.
type line struct {
	n int
	s string
}

// blank reports a line with nothing on it that could be seen.
func (l line) blank() bool { return isBlank(l.s) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// decode makes clean UTF-8 of bytes: UTF-8 or UTF-16 by its mark, UTF-8 where
// the bytes are that, else Windows-1252, which has Latin-1 in it. Lines end in
// \n, letters are composed, and what can't be printed is a space.
func decode(data []byte) string {
	var text string
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text = wide(data)
	case utf8.Valid(data):
		text = string(data)
	default:
		text = fromWindows(data)
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return norm.NFC.String(strings.Map(printable, text))
}

// fromWindows reads Windows-1252. Where more of the letters are UTF-8 than not, a piece
// in the other was pasted in, and only that is read so.
func fromWindows(data []byte) string {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		_, size := utf8.DecodeRune(data[i:])
		switch {
		case size > 1:
			whole++
		case data[i] >= utf8.RuneSelf:
			broken++
		}
		i += size
	}
	var b strings.Builder
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if size == 1 || whole <= broken {
			c, size = charmap.Windows1252.DecodeByte(data[i]), 1
		}
		b.WriteRune(c)
		i += size
	}
	return b.String()
}

// wide reads UTF-16 with its mark.
func wide(data []byte) string {
	big := data[0] == 0xfe
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		lo, hi := data[i], data[i+1]
		if big {
			lo, hi = hi, lo
		}
		units = append(units, uint16(hi)<<8|uint16(lo))
	}
	return string(utf16.Decode(units))
}

// printable is a character as it can be written into YAML; −1 for one that is
// invisible, such as a byte order mark.
func printable(c rune) rune {
	switch {
	case c == '\n' || c == '\t':
		return c
	case c == '\r', c == '\v', c == '\f', c == '\u0085', c == '\u2028', c == '\u2029':
		return '\n'
	case c == '\uf0b7', c == '\uf0a7': // bullets of a word processor's font of symbols
		return '•'
	case c == '\ufeff', c == '\u200b', c == '\u2060':
		return -1
	case unicode.IsControl(c), c == utf8.RuneError, c&0xfffe == 0xfffe, c >= 0xfdd0 && c <= 0xfdef, unicode.Is(unicode.Co, c):
		return ' '
	}
	return c
}

// splitLines numbers the lines of a text.
func splitLines(text string) []line {
	var out []line
	for i, s := range strings.Split(text, "\n") {
		out = append(out, line{i + 1, s})
	}
	return out
}

// singleLines reports a manuscript in which each line is a paragraph, as word
// processors save plain text: many lines are long, and few are blank.
func singleLines(lines []line) bool {
	const long, least = 160, 5
	blank, written, far := 0, 0, 0
	for _, l := range lines {
		switch {
		case l.blank():
			blank++
		case len(l.s) > long:
			far++
			written++
		default:
			written++
		}
	}
	return written > least && far*4 > written && blank*6 < written
}

// isWordRune reports what words are made of.
func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// vocabulary is every word of the manuscript in lower case, alone and as part of
// a compound with hyphens; those broken at a line's end are left out.
func vocabulary(lines []line) map[string]bool {
	words := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.FieldsFunc(strings.ToLower(l.s), func(c rune) bool { return !isWordRune(c) && c != '-' }) {
			if !strings.HasSuffix(w, "-") && strings.ContainsFunc(w, isWordRune) {
				words[w] = true
			}
		}
	}
	return words
}
