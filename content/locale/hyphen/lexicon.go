package hyphen

import (
	_ "embed"
	"math/bits"
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
	tree    string                      // of nodes; those under one stand together in the order of their letters
	pairs   [alphabet * alphabet]uint32 // nodes of two letters; 0 for none
	endings *endingTree
	members []uint64 // per set: a bit for each ending
	words   int      // of members to a set
}

// node is a letter of the tree, and what is said of the part that ends with it, as gen writes it.
type node struct {
	letters uint32 // a bit for each that a node under it has
	rest    uint64
}

// The fields of the rest of a node from its lowest bit on: the first of the nodes under it, the cost of
// the part before another, the letters before the joint inside it, the cost of it as the last part, the
// set of endings it may have then, and whether a part ends there at all.
const (
	nodeBytes  = 12
	mostUnder  = 1<<24 - 1
	firstShift = 24
	jointShift = 29
	mostJoint  = 7
	lastShift  = 32
	mostLast   = 0xff
	setShift   = 40
	mostSet    = 0xffff
	endsShift  = 56
)

// low leaves a letter of ASCII its number, and a cost without what stands above it.
const low = 31

func (n node) ends() bool    { return n.rest>>endsShift != 0 }
func (n node) under() uint32 { return uint32(n.rest) & mostUnder }
func (n node) first() int32  { return int32(n.rest>>firstShift) & low }
func (n node) joint() int32  { return int32(n.rest>>jointShift) & mostJoint }
func (n node) last() int32   { return int32(n.rest>>lastShift) & mostLast }
func (n node) set() int      { return int(n.rest>>setShift) & mostSet }

// node reads a node.
func (l *lexicon) node(at uint32) node {
	b := l.tree[at*nodeBytes:][:nodeBytes]
	return node{
		uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24,
		uint64(b[4]) | uint64(b[5])<<8 | uint64(b[6])<<16 | uint64(b[7])<<24 |
			uint64(b[8])<<32 | uint64(b[9])<<40 | uint64(b[10])<<48 | uint64(b[11])<<56,
	}
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

// index notes where the nodes of two letters are: each word begins there many times.
func (l *lexicon) index() {
	top := l.node(0)
	for first := range uint8(alphabet) {
		at, ok := l.under(top, first)
		if !ok {
			continue
		}
		head := l.node(at)
		for second := range uint8(alphabet) {
			if at, ok := l.under(head, second); ok {
				l.pairs[int(first)*alphabet+int(second)] = at
			}
		}
	}
}

// mayEnd reports whether a part may stand last with an ending.
func (l *lexicon) mayEnd(n node, ending int16) bool {
	return l.members[n.set()*l.words+int(ending)/64]>>(ending%64)&1 == 1
}

// head returns the node of one letter, and whether there is one.
func (l *lexicon) head(letter uint8) (uint32, bool) { return l.under(l.node(0), letter) }

// pair returns the node of two letters, and whether there is one.
func (l *lexicon) pair(a, b uint8) (uint32, bool) {
	at := l.pairs[int(a%alphabet)*alphabet+int(b%alphabet)]
	return at, at > 0
}

// under returns the node for a letter under the one given, and whether there is
// one.
func (l *lexicon) under(n node, letter uint8) (uint32, bool) {
	bit := uint32(1) << (letter % alphabet)
	return n.under() + uint32(bits.OnesCount32(n.letters&(bit-1))), n.letters&bit != 0
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
