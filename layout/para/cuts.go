package para

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Costs of breaking elsewhere than at a space.
const (
	hyphenCost      = 318
	capitalCost     = 500 // in a word that begins with a capital, often a name
	explicitCost    = 150 // after a hyphen that is written
	afterSlashCost  = 100
	minHyphenLetter = 3
	jointShare      = 66 // per cent of the cost, where a compound is joined
)

// cut is a place inside a word where a line may end.
type cut struct {
	at      int // byte
	skip    int // bytes that vanish: a soft hyphen
	cost    int
	hyphen  bool
	written bool // the hyphen is in the text
}

// cuts appends where a word may be broken: after its slashes and hyphens, at soft
// hyphens, and within its parts where the language allows it.
func (m manner) cuts(out []cut, text string) []cut {
	address := strings.Contains(text, "www.") || strings.Contains(text, "://") || strings.Contains(text, "@")
	part := 0
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		next := at + size
		if unicode.IsLetter(r) {
			at = next
			continue
		}
		out = m.hyphenate(out, text, part, at, address)
		switch {
		case r == softHyphen:
			out = append(out, cut{at: at, skip: size, cost: hyphenCost / 2, hyphen: true})
		case r == '/' && next < len(text) && text[next] != '/':
			out = append(out, cut{at: next, cost: afterSlashCost})
		case r == '-' && !address && !m.unbroken && lettersBefore(text[:at]) >= minHyphenLetter && startsWithLetters(text[next:], minHyphenLetter):
			out = append(out, cut{at: next, cost: explicitCost, hyphen: true, written: true})
		}
		at, part = next, next
	}
	return m.hyphenate(out, text, part, len(text), address)
}

// hyphenate adds the breaks of the letters text[from:to].
func (m manner) hyphenate(out []cut, text string, from, to int, address bool) []cut {
	if !m.breaks || address || to-from < 2*minHyphenLetter || strings.ContainsRune(text, softHyphen) {
		return out
	}
	word := text[from:to]
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.ToUpper(r) != r }) {
		return out // an abbreviation
	}
	cost := hyphenCost
	if strings.Contains(text, "-") {
		cost *= 2 // there is a hyphen to break at already
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		cost = capitalCost
	}
	for _, br := range m.hyphen.Find(word) {
		c := cut{at: from + br.At, cost: cost, hyphen: true}
		if br.Joint {
			c.cost = cost * jointShare / 100
		}
		out = append(out, c)
	}
	return out
}

// lettersBefore counts the letters a text ends with.
func lettersBefore(text string) int {
	return utf8.RuneCountInString(text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:])
}

// startsWithLetters reports whether a text begins with at least n letters.
func startsWithLetters(text string, n int) bool {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			return false
		}
		if n--; n == 0 {
			return true
		}
	}
	return false
}
