// Package hyphen finds where words may be broken, by Liang's method (Franklin
// Mark Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983) and the TeX
// patterns of a language.
package hyphen

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// danish is the pattern file of hyph-utf8, unchanged; its licence (MIT or LPPL)
// stands at its head.
//
//go:embed hyph-da.tex
var danish string

// Hyphenator offers breaks in the words of one language. It is safe for
// concurrent use.
type Hyphenator struct {
	root        *trie
	left, right int // letters kept before a break and carried over
}

// trie is the patterns by their letters. Levels are the digits between them.
type trie struct {
	next   map[rune]*trie
	levels []uint8
}

// The fewest letters kept on a line and carried to the next.
const (
	keepBefore = 3
	carryOver  = 3
)

// For returns the hyphenator of a language (a BCP 47 tag), or one that offers
// no breaks where there are no patterns for it.
func For(lang string) *Hyphenator {
	h := &Hyphenator{root: &trie{}, left: keepBefore, right: carryOver}
	if base, _, _ := strings.Cut(lang, "-"); base == "da" {
		h.add(danish)
	}
	return h
}

// add reads the patterns of a TeX file: what stands in \patterns{…}.
func (h *Hyphenator) add(tex string) {
	_, body, _ := strings.Cut(tex, `\patterns{`)
	body, _, _ = strings.Cut(body, "}")
	for _, line := range strings.Split(body, "\n") {
		line, _, _ = strings.Cut(line, "%")
		for _, p := range strings.Fields(line) {
			h.root.add(p)
		}
	}
}

// add puts one pattern, such as "3abst", into the trie.
func (t *trie) add(pattern string) {
	levels := []uint8{0}
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = uint8(r - '0')
			continue
		}
		if t.next == nil {
			t.next = map[rune]*trie{}
		}
		if t.next[r] == nil {
			t.next[r] = &trie{}
		}
		t = t.next[r]
		levels = append(levels, 0)
	}
	t.levels = levels
}

// Breaks returns the bytes of word at which it may be broken, in order. A word
// with anything but letters in it is not broken.
func (h *Hyphenator) Breaks(word string) []int {
	n := utf8.RuneCountInString(word)
	if n < h.left+h.right || h.root.next == nil {
		return nil
	}
	letters := make([]rune, 0, n+2)
	letters = append(letters, '.')
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return nil
		}
		letters = append(letters, unicode.ToLower(r))
	}
	return h.offsets(word, h.levels(append(letters, '.')))
}

// levels returns the highest level of any pattern before each letter.
func (h *Hyphenator) levels(letters []rune) []uint8 {
	out := make([]uint8, len(letters)+1)
	for i := range letters {
		t := h.root
		for _, r := range letters[i:] {
			if t = t.next[r]; t == nil {
				break
			}
			for k, l := range t.levels {
				out[i+k] = max(out[i+k], l)
			}
		}
	}
	return out
}

// offsets turns odd levels into bytes of the word, within the bounds.
func (h *Hyphenator) offsets(word string, levels []uint8) []int {
	var out []int
	letter, last := 0, len(levels)-3-h.right // levels has the two dots and the end
	for at := range word {
		if letter >= h.left && letter <= last && levels[letter+1]%2 == 1 {
			out = append(out, at)
		}
		letter++
	}
	return out
}
