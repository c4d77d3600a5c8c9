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
	return appendText(b, string(tree(lex, sets)))
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

// tree writes the letters of the parts as a tree: nodes of eight bytes, those under one together and
// after it. Before them is one that is none, so that no node has the number 0.
func tree(lex map[string]*part, sets []string) []byte {
	number := map[string]int{}
	for i, s := range sets {
		number[s] = i
	}
	t := writer{keys: sortedKeys(lex), lex: lex, sets: number, out: make([]byte, nodeBytes)}
	t.under(0, len(t.keys), "")
	return t.out
}

// writer writes the tree of sorted keys.
type writer struct {
	keys []string
	lex  map[string]*part
	sets map[string]int
	out  []byte
}

// The fields of a node: see package hyphen, lexicon.go.
const (
	nodeBytes = 8
	ends      = 0x20
	lastOne   = 0x80
)

// under writes the nodes under a prefix, which the keys from one to another begin with, and all that is
// under them, and returns the number of the first, 0 where there are none.
func (t *writer) under(from, to int, prefix string) int {
	if from < to && t.keys[from] == prefix {
		from++
	}
	if from == to {
		return 0
	}
	first := len(t.out) / nodeBytes
	var starts []int
	last := ""
	for i := from; i < to; i++ {
		if next := prefixOf(t.keys[i], len(prefix)); next != last {
			starts, last = append(starts, i), next
			t.out = append(t.out, t.node(next)...)
		}
	}
	t.out[len(t.out)-nodeBytes] |= lastOne
	starts = append(starts, to)
	for k, start := range starts[:len(starts)-1] {
		below := t.under(start, starts[k+1], prefixOf(t.keys[start], len(prefix)))
		at := (first + k) * nodeBytes
		t.out[at+1], t.out[at+2], t.out[at+3] = byte(below), byte(below>>8), byte(below>>16)
	}
	return first
}

// prefixOf is a key's bytes so far and the letter after them.
func prefixOf(key string, bytes int) string {
	_, size := utf8.DecodeRuneInString(key[bytes:])
	return key[:bytes+size]
}

// node writes the node that a prefix leads to, but for those under it.
func (t *writer) node(prefix string) []byte {
	r, _ := utf8.DecodeLastRuneInString(prefix)
	out := []byte{byte(letterCode(r)), 0, 0, 0, 0, 0, 0, 0}
	if p := t.lex[prefix]; p != nil {
		set := t.sets[strings.Join(p.endings, " ")]
		out[0] |= ends
		out[4], out[5], out[6], out[7] = byte(p.first|p.joint<<5), byte(p.last), byte(set), byte(set>>8)
	}
	return out
}
