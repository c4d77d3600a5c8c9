package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Typographic quotation marks, by what they may do: Danish has the same mark at
// both ends, and some languages turn them.
const (
	openingQuotes = "“”„‟«»‘’‚"
	closingQuotes = "“”«»‘’"
)

// smartAt is the typographic quotation mark that a text begins with; 0 where it
// begins with none.
func smartAt(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	if strings.ContainsRune(openingQuotes, c) {
		return c
	}
	return 0
}

// smartly is the mark that a plain text begins with where one closes it too, and
// none is in between: it is then likely meant to be in quotes.
func smartly(n *yaml.Node) rune {
	c := smartAt(n.Value)
	if n.Kind != yaml.ScalarNode || c == 0 || !isPlain(n) {
		return 0
	}
	inner := n.Value[utf8.RuneLen(c):]
	last, size := utf8.DecodeLastRuneInString(inner)
	if last != '"' && !strings.ContainsRune(closingQuotes, last) || strings.ContainsAny(strings.TrimSpace(inner[:len(inner)-size]), openingQuotes) {
		return 0
	}
	return c
}
