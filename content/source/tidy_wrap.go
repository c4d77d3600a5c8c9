package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// wrapFolded wraps the paragraphs of a scalar behind > that have a line too long:
// a line end between two of its lines is read as a blank. It is left alone where
// the blanks at a line's ends say more.
func wrapFolded(lines []string, width int) []string {
	for _, s := range lines {
		if strings.Trim(s, " \t") != s {
			return lines
		}
	}
	return paragraphs(lines, func(p []string) []string {
		if !tooWide(p, width) {
			return p
		}
		return fill(breakable(p, nil), width, "", "")
	})
}

// paragraphs puts lines between empty ones through a change.
func paragraphs(lines []string, change func([]string) []string) (out []string) {
	for len(lines) > 0 {
		n := slices.Index(lines, "")
		switch {
		case n == 0:
			out, lines = append(out, ""), lines[1:]
			continue
		case n < 0:
			n = len(lines)
		}
		out, lines = append(out, change(lines[:n])...), lines[n:]
	}
	return out
}

// tooWide reports a line that is longer than a width, in characters.
func tooWide(lines []string, width int) bool {
	return slices.ContainsFunc(lines, func(s string) bool { return utf8.RuneCountInString(s) > width })
}

// breakable parts lines at single blanks. A blank stays where it is one of several,
// within a reference, or before a word that may not begin a line.
func breakable(lines []string, noStart *regexp.Regexp) []string {
	text := strings.Join(lines, " ")
	var out []string
	begin, open := 0, 0 // of the word; how many references are not closed in it
	for at := 0; ; {
		end := len(text)
		if n := strings.IndexByte(text[at:], ' '); n >= 0 {
			end = at + n
		}
		open = max(0, open+strings.Count(text[at:end], "{{")-strings.Count(text[at:end], "}}"))
		if end == len(text) {
			return append(out, text[begin:])
		}
		next, _, _ := strings.Cut(text[end+1:], " ")
		parts := open == 0 && end > at && next != "" && (noStart == nil || !noStart.MatchString(next))
		if at = end + 1; parts {
			out, begin = append(out, text[begin:end]), at
		}
	}
}

// fill sets words on lines as long as the width allows, the first of which begins
// with one text and the others with another.
func fill(words []string, width int, first, other string) []string {
	var out []string
	line, bare := first, true
	for _, word := range words {
		if !bare && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			out = append(out, line)
			line, bare = other, true
		}
		if !bare {
			line += " "
		}
		line, bare = line+word, false
	}
	return append(out, line)
}

// begins is what a piece of Markdown begins with that is an entry of a list or the
// text of a note.
var begins = regexp.MustCompile(`^( *)([-*+] +|\d{1,9}[.)] +|\[\^[^\]\n]+\]: *)`)

// noStart is a word that would be something else at the beginning of a line.
var noStart = regexp.MustCompile(`^(?:[-+*]|\d{1,9}[.)]|#{1,6}|=+|-+|[*_]{3,}|[>|<~` + "`" + `:].*|\[\^?[^\]]*\]:.*)$`)

// unwrapped is a line within a piece of Markdown that tells that it is no prose.
var unwrapped = regexp.MustCompile("^ *(?:#|>|\\||<|~~~|```|=+ *$|-+ *$|[*_-] *[*_-] *[*_-])|\t|  $|\\\\$")

// wrapMarkdown wraps the paragraphs, entries of lists and notes of Markdown that
// have a line too long. What ends a line on purpose, and all that is no prose, is
// left alone.
func wrapMarkdown(lines []string, width int) []string {
	return paragraphs(lines, func(p []string) []string {
		var out []string
		for len(p) > 0 {
			n := 1
			for n < len(p) && !begins.MatchString(p[n]) {
				n++
			}
			out, p = append(out, wrapPiece(p[:n], width)...), p[n:]
		}
		return out
	})
}

// wrapPiece wraps a paragraph, an entry or a note.
func wrapPiece(p []string, width int) []string {
	if !tooWide(p, width) || slices.ContainsFunc(p, unwrapped.MatchString) {
		return p
	}
	first := begins.FindString(p[0])
	if first == "" {
		first = p[0][:len(p[0])-len(strings.TrimLeft(p[0], " "))]
	}
	other := strings.Repeat(" ", utf8.RuneCountInString(first))
	if strings.Contains(first, "]:") {
		other = first[:len(first)-len(strings.TrimLeft(first, " "))] + strings.Repeat(" ", step)
	}
	rest := []string{strings.TrimPrefix(p[0], first)}
	for _, s := range p[1:] {
		rest = append(rest, strings.TrimLeft(s, " "))
	}
	return fill(breakable(rest, noStart), width, first, other)
}

// wrapScalar wraps a scalar in quotes, or in none, that has a line too long. Its
// first line follows a head.
func wrapScalar(lines []string, head string, width, indent int) []string {
	if len(lines) == 0 || lines[0] == "" || slices.Contains(lines, "") {
		return lines
	}
	long := utf8.RuneCountInString(head)+1+utf8.RuneCountInString(lines[0]) > width || tooWide(lines[1:], width-indent)
	if !long {
		return lines
	}
	words := breakable(lines, nil)
	if slices.ContainsFunc(words, func(s string) bool { return strings.HasSuffix(s, `\`) }) {
		return lines // an escaped blank, which has to stay on its line
	}
	return fillAfter(words, head, width, indent)
}

// fillAfter is fill for lines at an indent, the first of which follows a head.
func fillAfter(words []string, head string, width, indent int) []string {
	var out []string
	line, used := "", utf8.RuneCountInString(head)+1
	for _, word := range words {
		if line != "" && used+utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			out = append(out, line)
			line, used = "", indent
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(out, line)
}
