package manuscript

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joiner joins the lines of a paragraph. A word that a hyphen breaks at the end of
// one is made whole.
type joiner struct {
	words map[string]bool
	out   []byte
}

// add adds a line behind what stands between it and the one before.
func (j *joiner) add(s, glue string) {
	const far = 200 // bytes: no word is longer that a hyphen may break
	if len(j.out) > 0 {
		if cut, is := unbroken(j.words, string(j.out[max(0, len(j.out)-far):]), s); is {
			j.out = j.out[:len(j.out)-cut]
		} else {
			j.out = append(j.out, glue...)
		}
	}
	j.out = append(j.out, s...)
}

// more adds a line behind a blank; an empty one is nothing.
func (j *joiner) more(s string) {
	if s != "" {
		j.add(s, " ")
	}
}

// text is what has been joined.
func (j *joiner) text() string { return string(j.out) }

// joinLines joins two lines of a paragraph.
func joinLines(words map[string]bool, a, b string) string {
	j := joiner{words, []byte(a)}
	j.more(b)
	return j.text()
}

// unbroken makes a word whole that is broken with a hyphen at the end of a line.
// The hyphen stays where it is the word's own: the manuscript has it so within a
// line, or what stands before it is an abbreviation; and where one part of
// several is left out, "social- og sundhed", nothing is joined. It returns how many
// bytes the first line loses at its end.
func unbroken(words map[string]bool, a, b string) (cut int, is bool) {
	before, is := strings.CutSuffix(a, "-")
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(before)
	if !is || !unicode.IsLetter(last) || !unicode.IsLower(first) {
		return 0, false
	}
	head := before[strings.LastIndexFunc(before, func(c rune) bool { return !isWordRune(c) && c != '-' })+1:]
	tail := b
	if end := strings.IndexFunc(b, func(c rune) bool { return !isWordRune(c) }); end >= 0 {
		tail = b[:end]
	}
	switch strings.ToLower(tail) {
	case "og", "eller", "samt", "and", "or", "och", "und", "oder", "men", "til", "i":
		return 0, false
	}
	compound, whole := strings.ToLower(head+"-"+tail), strings.ToLower(head+tail)
	part := head[strings.LastIndex(head, "-")+1:]
	own := utf8.RuneCountInString(part) <= 1 || part == strings.ToUpper(part) || slices.Contains([]string{"it", "tv", "ex", "co", "pr", "cd"}, part)
	if words[compound] || own && !words[whole] {
		return 0, true
	}
	return len("-"), true
}

// joined is the text of a paragraph: soft line ends are spaces, hard ones \n.
func joined(words map[string]bool, lines []rawLine) string {
	j := joiner{words: words}
	glue := ""
	for _, l := range lines {
		j.add(l.s, glue)
		glue = lineGlue(l)
	}
	return j.text()
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
