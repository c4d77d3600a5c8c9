// Package hyphen finds where words may be broken; Danish ones at the joints between
// the parts of a compound, and inside the parts by Liang's method with the
// patterns of TeX (Franklin Mark Liang, "Word Hy-phen-a-tion by Com-put-er",
// Stanford 1983). Patterns alone break compounds across their joints.
//
// The rules are those of Retskrivningsordbogen on the division of words at the
// end of a line: a compound between its parts, a derived word after its prefix,
// other words before one consonant or between several, and a vowel on each side.
package hyphen

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/locale/hyphen/liang"
)

// The fewest letters kept on a line and carried to the next, and the fewest
// between a joint and a break that is none.
const (
	keepBefore = 3
	carryOver  = 3
	nextJoint  = 2
)

// Break is a place where a word may be broken.
type Break struct {
	At    int  // byte of the word that starts the next line
	Joint bool // between two parts of a compound, or after a prefix: to be preferred
}

// Hyphenator offers breaks in the words of one language. It is safe for
// concurrent use.
type Hyphenator struct {
	lang       string // its primary subtag
	exceptions map[string][]int
	once       sync.Once
	other      *liang.Patterns // of a language that is not Danish
}

// For returns the hyphenator of a language (a BCP 47 tag), or one that offers
// no breaks but its exceptions where the language is not known. Exceptions are
// words with a hyphen at every break they may have, such as
// "kon-tingent-ind-tægter"; one without hyphens is never broken. They hold in
// upper and lower case, for these very forms, and whatever the fewest letters.
// The data of the language is read when the first word asks for it.
func For(lang string, exceptions ...string) *Hyphenator {
	base, _, _ := strings.Cut(lang, "-")
	h := &Hyphenator{lang: base, exceptions: map[string][]int{}}
	for _, e := range exceptions {
		h.except(e)
	}
	return h
}

// Known reports whether there is anything to break a language's words by.
func Known(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return base == "da" || liang.Known(base)
}

// except keeps the breaks of one exception as numbers of letters.
func (h *Hyphenator) except(text string) {
	var at []int
	parts := strings.Split(strings.ToLower(text), "-")
	letters := 0
	for _, p := range parts[:len(parts)-1] {
		letters += utf8.RuneCountInString(p)
		at = append(at, letters)
	}
	h.exceptions[strings.Join(parts, "")] = at
}

// Breaks returns the bytes of word at which it may be broken, in order. A word
// with anything but letters in it is not broken.
func (h *Hyphenator) Breaks(word string) []int {
	found := h.Find(word)
	if len(found) == 0 {
		return nil
	}
	out := make([]int, len(found))
	for i, b := range found {
		out[i] = b.At
	}
	return out
}

// Find returns the breaks of word in order, those at joints marked. A word with
// anything but letters in it has none unless it is an exception. The list may be
// another call's too: it is only for reading.
func (h *Hyphenator) Find(word string) []Break {
	if len(h.exceptions) > 0 {
		if at, ok := h.exceptions[strings.ToLower(word)]; ok {
			return excepted(word, at)
		}
	}
	if len(word) < keepBefore+carryOver {
		return nil
	}
	if h.lang != "da" {
		return h.byPatterns(word)
	}
	return readDanish().find(word)
}

// Compound reports whether a Danish word is put together of two parts or more that are known.
func (h *Hyphenator) Compound(word string) bool { return h.partsOf(word) > 1 }

// Has reports whether a Danish word is known, or a compound of known parts.
func (h *Hyphenator) Has(word string) bool { return h.partsOf(word) > 0 }

// partsOf is how many known parts a word is put together of, 0 where it is not.
func (h *Hyphenator) partsOf(word string) int {
	if h.lang != "da" {
		return 0
	}
	if p := readDanish().of(word); p != nil && p.letters >= keepBefore+carryOver-1 {
		return p.parts
	}
	return 0
}

// byPatterns returns the breaks of a word in another language, if there are
// patterns for it.
func (h *Hyphenator) byPatterns(word string) []Break {
	if !liang.Known(h.lang) {
		return nil
	}
	h.once.Do(func() { h.other = liang.Read(h.lang, keepBefore, carryOver) })
	var out []Break
	for _, at := range h.other.Breaks(word) {
		out = append(out, Break{At: at})
	}
	return out
}

// excepted returns the breaks of an exception as bytes of the word as written.
func excepted(word string, at []int) []Break {
	var out []Break
	letter := 0
	for i := range word {
		if len(at) > len(out) && letter == at[len(out)] && i > 0 {
			out = append(out, Break{At: i, Joint: true})
		}
		letter++
	}
	return out
}

// mark says what may happen before a letter.
type mark uint8

const (
	whole mark = iota
	inner
	joint
)

// offsets turns marks into bytes of the word, within the bounds.
func offsets(word string, at []mark) []Break {
	var buf [16]Break
	out := buf[:0]
	letter := 0
	for i := range word {
		if at[letter] != whole && letter >= keepBefore && letter <= len(at)-carryOver {
			out = append(out, Break{At: i, Joint: at[letter] == joint})
		}
		letter++
	}
	if len(out) == 0 {
		return nil
	}
	return append([]Break(nil), out...)
}

// The alphabet: a letter's number from 1, and unlisted for any other letter.
const (
	unlisted = 31
	alphabet = 32
)

// numbers turns a word into the numbers of its letters, and reports whether it
// has nothing but letters.
func numbers(out []uint8, word string) ([]uint8, bool) {
	for _, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			out = append(out, uint8(r-'a')+1)
		case r >= 'A' && r <= 'Z':
			out = append(out, uint8(r-'A')+1)
		case !unicode.IsLetter(r):
			return nil, false
		default:
			out = append(out, number(unicode.ToLower(r)))
		}
	}
	return out, true
}

// number is the number of a letter beyond z, in the order of their code points.
func number(r rune) uint8 {
	switch r {
	case 'å':
		return 27
	case 'æ', 'ä':
		return 28
	case 'é', 'è', 'ê', 'ë':
		return 29
	case 'ø', 'ö':
		return 30
	case 'ü':
		return 25
	}
	if r >= 'a' && r <= 'z' { // the Kelvin sign and its like in lower case
		return uint8(r-'a') + 1
	}
	return unlisted
}

// vowels has a bit for the number of each letter that can carry a syllable;
// letters that are not listed count as such.
const vowels uint32 = 1<<1 | 1<<5 | 1<<9 | 1<<15 | 1<<21 | 1<<25 | 1<<27 | 1<<28 | 1<<29 | 1<<30 | 1<<unlisted

func isVowel(letter uint8) bool { return vowels>>letter&1 == 1 }

func hasVowel(letters []uint8) bool {
	for _, l := range letters {
		if isVowel(l) {
			return true
		}
	}
	return false
}
