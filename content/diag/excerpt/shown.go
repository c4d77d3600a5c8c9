package excerpt

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Safe writes a text so that it can do a terminal no harm: what has no form of its
// own, or would turn or hide what stands about it, is written by its number.
func Safe(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		n := size(s[i:])
		piece, _ := shown(s[i : i+n])
		b.WriteString(piece)
		i += n
	}
	return b.String()
}

// Columns is how many columns of a terminal a text takes that Safe has written.
func Columns(s string) (n int) {
	for _, c := range s {
		n += columnsOf(c)
	}
	return n
}

// shown is how one character is shown, and how many columns that takes.
func shown(character string) (text string, columns int) {
	c, n := utf8.DecodeRuneInString(character)
	switch {
	case c == utf8.RuneError && n == 1:
		return fmt.Sprintf("<%02X>", character[0]), 4
	case c == '\t':
		return "→", 1
	case c == '\u00a0', c == '\u202f':
		return " ", 1
	case unicode.IsControl(c), unicode.In(c, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) && c != '\u00ad', c >= '\ufff0' && c < '\ufffc':
		text = fmt.Sprintf("<U+%04X>", c)
		return text, len(text)
	case c == '\u00ad':
		return "¬", 1 // a soft hyphen is seldom shown, and is often what is looked for
	}
	return character, columnsOf(c)
}

// columnsOf is how many columns a character takes that stands for itself.
func columnsOf(c rune) int {
	switch {
	case c < 0x300:
		return 1
	case unicode.In(c, unicode.Mn, unicode.Me):
		return 0
	case c >= 0x1f300 && c < 0x1fb00: // emoji, most of which are wide
		return 2
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
