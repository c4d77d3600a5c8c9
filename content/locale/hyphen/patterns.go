package hyphen

import (
	_ "embed"
	"strings"
)

// danish is the pattern file of hyph-utf8, unchanged; its licence (MIT or LPPL)
// stands at its head.
//
//go:embed hyph-da.tex
var danish string

// patterns is the patterns as a tree by their letters, number 0 being the edge
// of a word. Levels are the digits between the letters.
type patterns struct {
	nodes []patternNode
}

type patternNode struct {
	next   [alphabet]uint16
	levels string
}

// readPatterns reads the patterns of a TeX file: what stands in \patterns{…}.
func readPatterns(tex string) *patterns {
	p := &patterns{nodes: make([]patternNode, 1, 3500)}
	_, body, _ := strings.Cut(tex, `\patterns{`)
	body, _, _ = strings.Cut(body, "}")
	for _, line := range strings.Split(body, "\n") {
		line, _, _ = strings.Cut(line, "%")
		for _, pattern := range strings.Fields(line) {
			p.add(pattern)
		}
	}
	return p
}

// add puts one pattern, such as "3abst", into the tree.
func (p *patterns) add(pattern string) {
	var buf [16]byte
	levels := buf[:1]
	at := uint16(0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		letter := uint8(0)
		if r != '.' {
			letter = number(r)
		}
		next := p.nodes[at].next[letter]
		if next == 0 {
			next = uint16(len(p.nodes))
			p.nodes = append(p.nodes, patternNode{})
			p.nodes[at].next[letter] = next
		}
		at = next
		levels = append(levels, 0)
	}
	p.nodes[at].levels = string(levels)
}

// inside marks the breaks of letters[from:to], a piece of a word, as if it were
// a word of its own.
func (p *patterns) inside(letters []uint8, from, to int, at []mark) {
	if to-from < 2*nextJoint {
		return
	}
	var lbuf [66]uint8
	piece := append(append(append(lbuf[:0], 0), letters[from:to]...), 0)
	var vbuf [67]uint8
	levels := append(vbuf[:0], make([]uint8, len(piece)+1)...)
	for i := range piece {
		p.raise(piece[i:], levels[i:])
	}
	next := to // the next break or the end of the piece
	for i := to - nextJoint; i >= from+nextJoint; i-- {
		if levels[i-from+1]%2 == 1 && speakable(letters[from:i], letters[i:next]) {
			at[i] = inner
			next = i
		}
	}
}

// raise lifts the levels by every pattern that starts with the first letter.
func (p *patterns) raise(letters, levels []uint8) {
	node := &p.nodes[0]
	for _, l := range letters {
		next := node.next[l]
		if next == 0 {
			return
		}
		node = &p.nodes[next]
		for k := 0; k < len(node.levels); k++ {
			levels[k] = max(levels[k], node.levels[k])
		}
	}
}

// speakable reports whether both sides of a break have a vowel, whether what is
// carried over does not begin with a vowel torn from its consonant, and whether
// two letters that are one sound stay together.
func speakable(before, after []uint8) bool {
	if !hasVowel(before) || !hasVowel(after) {
		return false
	}
	last, next := before[len(before)-1], after[0]
	if isVowel(next) {
		return isVowel(last) && !diphthong(last, after)
	}
	return next != letterH || !aspirated(last) || hed(after)
}

// The numbers of letters that the rules name.
const (
	letterA, letterC, letterD, letterE, letterH = 1, 3, 4, 5, 8
	letterM, letterO, letterP, letterS, letterT = 13, 15, 16, 19, 20
	letterU                                     = 21
)

// aspirated reports whether a letter and an h are mostly one sound, as in
// "chef" and "shoppe".
func aspirated(letter uint8) bool {
	return letter == letterC || letter == letterP || letter == letterS || letter == letterT
}

// hed reports whether letters begin with the suffix -hed.
func hed(letters []uint8) bool {
	return len(letters) >= 3 && letters[1] == letterE && letters[2] == letterD
}

// diphthong reports whether a vowel and those after it are one sound: au, ou,
// oo, and eu unless it is that of "museum".
func diphthong(last uint8, after []uint8) bool {
	switch last {
	case letterA:
		return after[0] == letterU
	case letterO:
		return after[0] == letterU || after[0] == letterO
	case letterE:
		return after[0] == letterU && (len(after) < 2 || after[1] != letterM)
	}
	return false
}
