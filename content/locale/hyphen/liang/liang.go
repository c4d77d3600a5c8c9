// Package liang breaks words by patterns alone, as TeX does (Franklin Mark
// Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983), in the languages
// whose patterns know their compounds or have few.
package liang

import (
	_ "embed" // the pattern files
	"strings"
	"unicode"
	"unicode/utf8"
)

// The pattern files of hyph-utf8, unchanged; each has its licence at its head.
var (
	//go:embed hyph-no.tex
	norwegian string
	//go:embed hyph-sv.tex
	swedish string
	//go:embed hyph-de-1996.tex
	german string
	//go:embed hyph-en-gb.tex
	english string
)

// Patterns are the patterns of one language. They are not changed once read.
type Patterns struct {
	levels  map[string]string // the digits between a pattern's letters, by the letters
	longest int               // letters of the longest pattern
	words   map[string][]int  // words with breaks of their own
	least   [2]int            // letters kept before a break and carried over
}

// Known reports whether there are patterns for a language, by its BCP 47
// primary subtag.
func Known(lang string) bool { return file(lang) != "" }

func file(lang string) string {
	switch lang {
	case "nb", "nn":
		return norwegian
	case "sv":
		return swedish
	case "de":
		return german
	case "en":
		return english
	}
	return ""
}

// Read returns the patterns of a language that is Known. At least so many
// letters are kept before a break and carried over.
func Read(lang string, keep, carry int) *Patterns {
	p := &Patterns{levels: map[string]string{}, words: map[string][]int{}, least: [2]int{keep, carry}}
	tex := uncomment(file(lang))
	for _, f := range strings.Fields(group(tex, `\patterns`)) {
		p.add(f)
	}
	for _, f := range strings.Fields(group(tex, `\hyphenation`)) {
		p.except(f)
	}
	return p
}

// uncomment takes away what TeX does not read: from % to the line's end.
func uncomment(tex string) string {
	var b strings.Builder
	b.Grow(len(tex))
	for line := range strings.Lines(tex) {
		before, _, found := strings.Cut(line, "%")
		b.WriteString(before)
		if found {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// group returns what stands in the braces after a command.
func group(tex, command string) string {
	_, rest, _ := strings.Cut(tex, command)
	_, rest, _ = strings.Cut(rest, "{")
	body, _, _ := strings.Cut(rest, "}")
	return body
}

// add keeps one pattern, such as ".ab5i".
func (p *Patterns) add(pattern string) {
	var letters strings.Builder
	levels := []byte{0}
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		letters.WriteRune(r)
		levels = append(levels, 0)
	}
	p.levels[letters.String()] = string(levels)
	p.longest = max(p.longest, len(levels)-1)
}

// except keeps a word written with its hyphens.
func (p *Patterns) except(word string) {
	parts := strings.Split(word, "-")
	at, letters := []int{}, 0
	for _, part := range parts[:len(parts)-1] {
		letters += utf8.RuneCountInString(part)
		at = append(at, letters)
	}
	p.words[strings.Join(parts, "")] = at
}

// Breaks returns the bytes of word at which it may be broken, in order. A word
// with anything but letters in it has none.
func (p *Patterns) Breaks(word string) []int {
	letters := make([]rune, 0, len(word)+2)
	letters = append(letters, '.')
	starts := make([]int, 0, len(word))
	for i, r := range word {
		if !unicode.IsLetter(r) {
			return nil
		}
		letters = append(letters, unicode.ToLower(r))
		starts = append(starts, i)
	}
	letters = append(letters, '.')
	var out []int
	for _, at := range p.letters(letters) {
		if at >= p.least[0] && len(starts)-at >= p.least[1] {
			out = append(out, starts[at])
		}
	}
	return out
}

// letters returns the breaks of a word between dots, as numbers of letters.
func (p *Patterns) letters(word []rune) []int {
	if at, ok := p.words[string(word[1:len(word)-1])]; ok {
		return at
	}
	levels := make([]byte, len(word)+1)
	for from := range word {
		for to := from + 1; to <= len(word) && to-from <= p.longest; to++ {
			pattern, ok := p.levels[string(word[from:to])]
			if !ok {
				continue
			}
			for k := range len(pattern) {
				levels[from+k] = max(levels[from+k], pattern[k])
			}
		}
	}
	var out []int
	for at := 1; at < len(word)-2; at++ {
		if levels[at+1]%2 == 1 {
			out = append(out, at)
		}
	}
	return out
}
