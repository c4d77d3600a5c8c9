package hyphen

import (
	_ "embed"
	"strings"
)

// packed is the parts of Danish compounds, made by gen from the dictionary of
// Stavekontrolden and under its licence: see LICENSE-stavekontrolden. It is read
// where it lies: packing or decoding it would cost every build.
//
//go:embed da.lexicon
var packed string

// lexicon is the parts of compounds as a tree by their letters.
type lexicon struct {
	tree    string // of nodes; those under one stand together in the order of their letters
	heads   [low + 1]uint32
	pairs   [(low + 1) * (low + 1)]uint32 // nodes of two letters, and heads those of one; 0 for none
	endings *endingTree
	members []uint64 // per set: a bit for each ending
	words   int      // of members to a set
}

// node is a letter of the tree, and what is said of the part that ends with it, as gen writes it.
type node uint64

// The fields of a node from its lowest bit on: its letter, two flags, the first of the nodes under
// it, the cost of the part before another, the letters before the joint inside it, the cost of it as the
// last part and the set of endings it may have then.
const (
	nodeEnds   = 0x20 // a part ends here
	nodeLast   = 0x80 // no node stands after it beside it
	nodeBytes  = 8
	underShift = 8
	firstShift = 32
	jointShift = 37
	lastShift  = 40
	setShift   = 48
	mostUnder  = 1<<24 - 1
	mostJoint  = 7
	mostLast   = 0xff
)

// low leaves a letter without the flags above it.
const low = 31

func (n node) letter() uint8 { return uint8(n) & low }
func (n node) ends() bool    { return n&nodeEnds != 0 }
func (n node) atEnd() bool   { return n&nodeLast != 0 }
func (n node) under() uint32 { return uint32(n>>underShift) & mostUnder }
func (n node) first() int32  { return int32(n>>firstShift) & low }
func (n node) joint() int32  { return int32(n>>jointShift) & mostJoint }
func (n node) last() int32   { return int32(n>>lastShift) & mostLast }

// node reads a node.
func (l *lexicon) node(at uint32) node {
	b := l.tree[at*nodeBytes:][:nodeBytes]
	return node(b[0]) | node(b[1])<<8 | node(b[2])<<16 | node(b[3])<<24 |
		node(b[4])<<32 | node(b[5])<<40 | node(b[6])<<48 | node(b[7])<<56
}

// readLexicon reads the lexicon. The data is our own: it is whole.
func readLexicon() *lexicon {
	in := reader{packed}
	l := &lexicon{endings: newEndingTree(strings.Split(in.text(), "\n"))}
	l.words = l.endings.count/64 + 1
	l.members = make([]uint64, in.count()*l.words)
	for set := l.members; len(set) > 0; set = set[l.words:] {
		for range in.count() {
			e := in.count()
			set[e/64] |= 1 << (e % 64)
		}
	}
	l.tree = in.text()
	l.index()
	return l
}

// index notes where the nodes of one letter and of two are: each word begins there many times.
// The nodes of one letter are the tree's first but one, which is there so that none has number 0.
func (l *lexicon) index() {
	for at := uint32(1); ; at++ {
		head := l.node(at)
		l.heads[head.letter()] = at
		for k := head.under(); k > 0; k++ {
			n := l.node(k)
			l.pairs[uint(head.letter())*(low+1)+uint(n.letter())] = k
			if n.atEnd() {
				break
			}
		}
		if head.atEnd() {
			return
		}
	}
}

// mayEnd reports whether a part may stand last with an ending.
func (l *lexicon) mayEnd(n node, ending int16) bool {
	return l.members[int(n>>setShift)*l.words+int(ending)/64]>>(ending%64)&1 == 1
}

// head returns the node of one letter, and whether there is one.
func (l *lexicon) head(letter uint8) (uint32, bool) {
	at := l.heads[letter&low]
	return at, at > 0
}

// pair returns the node of two letters, and whether there is one.
func (l *lexicon) pair(a, b uint8) (uint32, bool) {
	at := l.pairs[uint(a&low)*(low+1)+uint(b&low)]
	return at, at > 0
}

// under returns the node for a letter under the one given, and whether there is
// one.
func (l *lexicon) under(n node, letter uint8) (uint32, bool) {
	for at := n.under(); at > 0; at++ {
		beside := l.node(at)
		if beside.letter() >= letter {
			return at, beside.letter() == letter
		}
		if beside.atEnd() {
			break
		}
	}
	return 0, false
}

// reader takes numbers and bytes off the front of the lexicon, of which no copy is made.
type reader struct{ s string }

// count takes a number as encoding/binary's Uvarint has it.
func (r *reader) count() (v int) {
	for shift := 0; ; shift += 7 {
		b := r.s[0]
		r.s = r.s[1:]
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
}

// text takes as many bytes as are counted before them.
func (r *reader) text() string {
	n := r.count()
	out := r.s[:n]
	r.s = r.s[n:]
	return out
}

// endingTree finds an ending's number from its letters backwards.
type endingTree struct {
	nodes []endingNode
	count int
}

type endingNode struct {
	next   [alphabet]uint16
	number int16 // of the ending, -1 for none
}

func newEndingTree(list []string) *endingTree {
	t := &endingTree{nodes: make([]endingNode, 1, len(list)+1), count: len(list)}
	t.nodes[0].number = -1
	var buf [mostLetters]uint8
	for i, text := range list {
		letters, _ := numbers(buf[:0], text)
		at := uint16(0)
		for k := len(letters) - 1; k >= 0; k-- {
			next := t.nodes[at].next[letters[k]]
			if next == 0 {
				next = uint16(len(t.nodes))
				t.nodes = append(t.nodes, endingNode{number: -1})
				t.nodes[at].next[letters[k]] = next
			}
			at = next
		}
		t.nodes[at].number = int16(i)
	}
	return t
}

// of fills out with the number of the ending that starts at each letter of the
// word and at its end.
func (t *endingTree) of(letters []uint8, out []int16) {
	for i := range out {
		out[i] = -1
	}
	at := uint16(0)
	for i := len(letters); ; i-- {
		out[i] = t.nodes[at].number
		if i == 0 {
			return
		}
		if at = t.nodes[at].next[letters[i-1]]; at == 0 {
			return
		}
	}
}
