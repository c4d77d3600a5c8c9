package manuscript

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// room is how wide the manuscript's lines are that go on with another below them, in
// characters; a usual width where there are few.
func (r *reading) room() int {
	const least, usual, most = 10, 60, 120
	var widths []int
	for i := 0; i+1 < len(r.lines); i++ {
		if !r.lines[i].blank() && !r.lines[i+1].blank() {
			widths = append(widths, min(utf8.RuneCountInString(strings.TrimSpace(r.lines[i].s)), most))
		}
	}
	if len(widths) < least {
		return usual
	}
	slices.Sort(widths)
	return max(usual, widths[len(widths)*9/10])
}

// labelled is a line that begins with a word or two and a colon, perhaps in bold.
var labelled = lazily(`^(?:\*\*|__)?\p{Lu}[\p{L}\d. -]{1,28}:(?:\*\*|__)?\s+\S`)

// keepLines makes line ends of a paragraph stay that were meant to: the next word had
// ample room on the line and begins with a capital, a figure or emphasis, and no sentence or part
// of one ends there; or both lines begin with a label, as "Sted: Aarhus" does.
func (r *reading) keepLines(lines []rawLine) {
	for i := 0; i+1 < len(lines); i++ {
		if a, b := lines[i].s, lines[i+1].s; r.endsItself(a, b) {
			lines[i].hard = true
		}
	}
}

// endsItself reports whether the first of two lines ends where its writer meant it to.
func (r *reading) endsItself(a, b string) bool {
	const share = 3 // so many quarters of the room at most, with the next word
	if labelled.MatchString(a) && labelled.MatchString(b) {
		return true
	}
	plainA, plainB := strings.TrimRight(bare(a), " "), bare(b)
	end, _ := utf8.DecodeLastRuneInString(plainA)
	first := firstRune(plainB)
	if rest := strings.TrimLeft(b, "—–-"); len(rest) < len(b) && by.MatchString(b) && unicode.IsUpper(firstRune(strings.TrimSpace(rest))) && !isItem(b) {
		return true // who said it
	}
	begins := unicode.IsUpper(first) || unicode.IsDigit(first) || first == '(' || strings.HasPrefix(b, "*") || strings.HasPrefix(b, "_")
	if plainA == "" || strings.ContainsRune(".!?:;,-–—(/&", end) || !begins {
		return false
	}
	word, _, _ := strings.Cut(plainB, " ")
	return utf8.RuneCountInString(plainA)+1+utf8.RuneCountInString(word) <= r.width*share/4
}

// firstRune is the first character of a text.
func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}
