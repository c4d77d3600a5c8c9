package hyphen

import (
	_ "embed"
	"strings"
)

// packed is the parts of Danish compounds, made by gen from the dictionary of
// Stavekontrolden and under its licence: see LICENSE-stavekontrolden. It is not
// compressed: that saves less than a second of a download, and costs every build.
//
//go:embed da.lexicon
var packed string

// lexicon is the parts of compounds as a tree by their letters.
type lexicon struct {
	nodes []node
	// heads are the nodes of one letter, and pairs those of two, plus one; 0 for none.
	// Most nodes stand beside each other there, and each word begins there many times.
	heads   [low + 1]uint32
	pairs   [(low + 1) * (low + 1)]uint32
	first   string // per part: cost of standing before another, and joint<<5
	last    string // cost of standing last
	lower   string // the low byte of its set of endings
	upper   string // the high byte
	endings *endingTree
	members [][]uint64 // per set: a bit for each ending
}

// node is a letter of the tree. The nodes under it follow it.
type node struct {
	info   uint32 // the letter, the flags, and above them the part that ends here
	beside uint32 // the next node with the same letters before it, 0 for none
}

func (n node) letter() uint8     { return uint8(n.info) & low }
func (n node) has(f uint32) bool { return n.info&f != 0 }
func (n node) part() uint32      { return n.info >> 8 }

const (
	nodeEnds   = 0x20
	nodeUnder  = 0x40
	nodeBeside = 0x80
)

// low leaves the cost of a first part without the joint above it, and a node's
// letter without its flags.
const low = 31

// readLexicon reads the lexicon. The data is our own: it is whole.
func readLexicon() *lexicon {
	in := reader{packed}
	l := &lexicon{endings: newEndingTree(strings.Split(in.text(), "\n"))}
	l.members = make([][]uint64, in.count())
	for i := range l.members {
		l.members[i] = make([]uint64, l.endings.count/64+1)
		for range in.count() {
			e := in.count()
			l.members[i][e/64] |= 1 << (e % 64)
		}
	}
	l.grow(in.text())
	l.index()
	n := in.count()
	l.first, l.last = in.take(n), in.take(n)
	l.lower, l.upper = in.take(n), in.take(n)
	return l
}

// mayEnd reports whether a part may stand last with an ending.
func (l *lexicon) mayEnd(part uint32, ending int16) bool {
	set := uint(l.lower[part]) | uint(l.upper[part])<<8
	return l.members[set][ending/64]>>(ending%64)&1 == 1
}

// grow makes the tree of its nodes in order.
func (l *lexicon) grow(shape string) {
	l.nodes = make([]node, len(shape))
	var open [64]uint32 // nodes that wait for the one beside them
	depth := 0
	part := uint32(0)
	for i := range len(shape) {
		b := shape[i]
		l.nodes[i].info = part<<8 | uint32(b)
		if b&nodeEnds != 0 {
			part++
		}
		if b&nodeBeside != 0 {
			open[depth] = uint32(i)
			depth++
		}
		if b&nodeUnder == 0 && depth > 0 {
			depth--
			l.nodes[open[depth]].beside = uint32(i + 1)
		}
	}
}

// index notes where the nodes of one letter and of two are.
func (l *lexicon) index() {
	if len(l.nodes) == 0 {
		return
	}
	for at := uint32(0); ; at = l.nodes[at].beside {
		head := l.nodes[at]
		l.heads[head.letter()] = at + 1
		for k := at + 1; head.has(nodeUnder); k = l.nodes[k].beside {
			l.pairs[uint(head.letter())*(low+1)+uint(l.nodes[k].letter())] = k + 1
			if l.nodes[k].beside == 0 {
				break
			}
		}
		if head.beside == 0 {
			return
		}
	}
}

// head returns the node of one letter, and whether there is one.
func (l *lexicon) head(letter uint8) (uint32, bool) {
	at := l.heads[letter&low]
	return at - 1, at > 0
}

// pair returns the node of two letters, and whether there is one.
func (l *lexicon) pair(a, b uint8) (uint32, bool) {
	at := l.pairs[uint(a&low)*(low+1)+uint(b&low)]
	return at - 1, at > 0
}

// under returns the node for a letter under the one given, and whether there is
// one.
func (l *lexicon) under(at uint32, letter uint8) (uint32, bool) {
	if !l.nodes[at].has(nodeUnder) {
		return 0, false
	}
	return l.along(at+1, letter)
}

// along looks for a letter from a node through those beside it.
func (l *lexicon) along(at uint32, letter uint8) (uint32, bool) {
	for {
		n := &l.nodes[at]
		if n.letter() == letter {
			return at, true
		}
		if n.letter() > letter || n.beside == 0 {
			return 0, false
		}
		at = n.beside
	}
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

func (r *reader) take(n int) string {
	out := r.s[:n]
	r.s = r.s[n:]
	return out
}

func (r *reader) text() string { return r.take(r.count()) }

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
	t := &endingTree{nodes: []endingNode{{number: -1}}, count: len(list)}
	for i, text := range list {
		letters, _ := numbers(nil, text)
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
