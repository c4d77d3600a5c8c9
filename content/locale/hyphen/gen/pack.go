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

// tree writes the letters of the parts as a tree: nodes of twelve bytes, those under one together in the
// order of their letters, and after it. The first is that of no letters yet.
func tree(lex map[string]*part, sets []string) []byte {
	number := map[string]int{}
	for i, s := range sets {
		number[s] = i
	}
	t := writer{keys: sortedKeys(lex), lex: lex, sets: number}
	t.out = t.node("")
	t.under(0, 0, len(t.keys), "")
	return t.out
}

// writer writes the tree of sorted keys.
type writer struct {
	keys []string
	lex  map[string]*part
	sets map[string]int
	out  []byte
}

// nodeBytes is how long a node is: see package hyphen, lexicon.go.
const nodeBytes = 12

// under writes the nodes under one, whose prefix the keys from one to another begin with, and all that is
// under them.
func (t *writer) under(node, from, to int, prefix string) {
	if from < to && t.keys[from] == prefix {
		from++
	}
	if from == to {
		return
	}
	first := len(t.out) / nodeBytes
	var starts []int
	letters, last := uint32(0), ""
	for i := from; i < to; i++ {
		if next := prefixOf(t.keys[i], len(prefix)); next != last {
			starts, last = append(starts, i), next
			r, _ := utf8.DecodeLastRuneInString(next)
			letters |= 1 << letterCode(r)
			t.out = append(t.out, t.node(next)...)
		}
	}
	at := t.out[node*nodeBytes:]
	binary.LittleEndian.PutUint32(at, letters)
	at[4], at[5], at[6] = byte(first), byte(first>>8), byte(first>>16)
	for k, start := range starts {
		end := to
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		t.under(first+k, start, end, prefixOf(t.keys[start], len(prefix)))
	}
}

// prefixOf is a key's bytes so far and the letter after them.
func prefixOf(key string, bytes int) string {
	_, size := utf8.DecodeRuneInString(key[bytes:])
	return key[:bytes+size]
}

// node writes the node that a prefix leads to, but for those under it.
func (t *writer) node(prefix string) []byte {
	out := make([]byte, nodeBytes)
	if p := t.lex[prefix]; p != nil {
		set := t.sets[strings.Join(p.endings, " ")]
		out[7], out[8], out[9], out[10], out[11] = byte(p.first|p.joint<<5), byte(p.last), byte(set), byte(set>>8), 1
	}
	return out
}
