package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joinLines joins two lines of a paragraph. A word that a hyphen breaks at the
// end of the first is made whole.
func joinLines(words map[string]bool, a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	if whole, is := unbroken(words, a, b); is {
		return whole
	}
	return a + " " + b
}

// unbroken makes a word whole that is broken with a hyphen at the end of a line.
// The hyphen stays where it is the word's own: the manuscript has it so within a
// line, or what stands before it is an abbreviation; and where one part of
// several is left out, "social- og sundhed", nothing is joined.
func unbroken(words map[string]bool, a, b string) (string, bool) {
	before, is := strings.CutSuffix(a, "-")
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(before)
	if !is || !unicode.IsLetter(last) || !unicode.IsLower(first) {
		return "", false
	}
	head := before[strings.LastIndexFunc(before, func(c rune) bool { return !isWordRune(c) && c != '-' })+1:]
	tail := b
	if end := strings.IndexFunc(b, func(c rune) bool { return !isWordRune(c) }); end >= 0 {
		tail = b[:end]
	}
	switch strings.ToLower(tail) {
	case "og", "eller", "samt", "and", "or", "och", "und", "oder", "men", "til", "i":
		return "", false
	}
	compound, whole := strings.ToLower(head+"-"+tail), strings.ToLower(head+tail)
	part := head[strings.LastIndex(head, "-")+1:]
	own := utf8.RuneCountInString(part) <= 2 || part == strings.ToUpper(part)
	if words[compound] || own && !words[whole] {
		return a + b, true
	}
	return before + b, true
}

// joined is the text of a paragraph: soft line ends are spaces, hard ones \n.
func joined(words map[string]bool, lines []rawLine) string {
	var pieces []string
	glue := ""
	for _, l := range lines {
		n := len(pieces)
		if n > 0 {
			if whole, is := unbroken(words, pieces[n-1], l.s); is {
				pieces[n-1] = whole
				glue = lineGlue(l)
				continue
			}
			pieces[n-1] += glue
		}
		pieces = append(pieces, l.s)
		glue = lineGlue(l)
	}
	return strings.Join(pieces, "")
}

// lineGlue is what stands between a line and the next.
func lineGlue(l rawLine) string {
	if l.hard {
		return "\n"
	}
	return " "
}

// oneLine makes one line of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
