package main

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// fewestOfEnding is how many parts must share an ending for it to be kept as
// one; the forms of rarer ones are parts of their own.
const fewestOfEnding = 12

// pack writes the lexicon as package hyphen reads it: see its lexicon.go.
func pack(lex map[string]*part) []byte {
	spell(lex)
	endings := tally(lex, func(p *part) []string { return p.endings })
	endings = append([]string{""}, slices.DeleteFunc(endings, func(e string) bool { return e == "" })...)
	sets := tally(lex, func(p *part) []string { return []string{strings.Join(p.endings, " ")} })

	var b []byte
	b = appendText(b, strings.Join(endings, "\n"))
	b = binary.AppendUvarint(b, uint64(len(sets)))
	for _, set := range sets {
		b = appendSet(b, set, endings)
	}
	keys := sortedKeys(lex)
	b = appendText(b, string(shape(keys)))
	b = binary.AppendUvarint(b, uint64(len(keys)))
	for _, column := range columns(keys, lex, sets) {
		b = append(b, column...)
	}
	return b
}

// spell makes the forms with rare endings parts of their own.
func spell(lex map[string]*part) {
	uses := map[string]int{}
	for _, p := range lex {
		for _, e := range p.endings {
			uses[e]++
		}
	}
	for _, key := range sortedKeys(lex) {
		p := lex[key]
		for _, e := range p.endings {
			if uses[e] >= fewestOfEnding {
				continue
			}
			own := lex[key+e]
			if own == nil {
				own = &part{joint: p.joint}
				lex[key+e] = own
			}
			own.last = cheaper(own.last, p.last)
			if !slices.Contains(own.endings, "") {
				own.endings = append([]string{""}, own.endings...)
			}
		}
		p.endings = slices.DeleteFunc(p.endings, func(e string) bool { return uses[e] < fewestOfEnding })
		if len(p.endings) == 0 {
			p.last = 0
		}
		if p.last == 0 && p.first == 0 {
			delete(lex, key)
		}
	}
}

// tally lists what the parts have, the most frequent first.
func tally(lex map[string]*part, of func(*part) []string) []string {
	uses := map[string]int{}
	for _, p := range lex {
		for _, s := range of(p) {
			uses[s]++
		}
	}
	list := make([]string, 0, len(uses))
	for s := range uses {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(uses[b]-uses[a], strings.Compare(a, b)) })
	return list
}

// appendText writes a string after its length.
func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendSet writes the numbers of a set's endings after how many they are.
func appendSet(b []byte, set string, endings []string) []byte {
	list := strings.Split(set, " ")
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, e := range list {
		b = binary.AppendUvarint(b, uint64(slices.Index(endings, e)))
	}
	return b
}

// shape writes the letters of sorted keys as a tree, a node before those under
// it: the letter's number, and flags for a key that ends, nodes under it and
// nodes beside it.
func shape(keys []string) []byte {
	const ends, under, beside = 0x20, 0x40, 0x80
	var out []byte
	var path []int // nodes of the key before
	before := ""
	for _, key := range keys {
		depth := utf8.RuneCountInString(key[:sharedLetters(key, before)])
		if depth < len(path) {
			out[path[depth]] |= beside
		} else if depth > 0 {
			out[path[depth-1]] |= under
		}
		path = path[:depth]
		for i, r := range []rune(key)[depth:] {
			if i > 0 {
				out[len(out)-1] |= under
			}
			path = append(path, len(out))
			out = append(out, byte(letterCode(r)))
		}
		out[len(out)-1] |= ends
		before = key
	}
	return out
}

// columns writes what the lexicon says of each key, like by like.
func columns(keys []string, lex map[string]*part, sets []string) [][]byte {
	number := map[string]int{}
	for i, s := range sets {
		number[s] = i
	}
	out := make([][]byte, 4)
	for _, key := range keys {
		p := lex[key]
		n := number[strings.Join(p.endings, " ")]
		for i, v := range []int{p.first | p.joint<<5, p.last, n & 0xff, n >> 8} {
			out[i] = append(out[i], byte(v))
		}
	}
	return out
}
