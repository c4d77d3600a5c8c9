package hyphen

import (
	"math"
	"math/bits"
)

// slip is a slip of the pen in a word, by what mends it.
type slip struct {
	at     int32 // the letter it is at
	kind   slipKind
	letter uint8 // that is put in
}

// slipKind is what is done to a letter to mend a slip.
type slipKind uint8

const (
	noSlip   slipKind = iota
	letOut            // it is one too many
	putIn             // one lacks before it
	swapped           // it and the next are
	replaced          // it is another
)

// way is the cheapest way to parts that end before a letter.
type way struct {
	slip
	cost, parts int32
	doubled     bool // the slip is a letter once that stands twice, or twice that stands once
}

// mender looks for the cheapest parting of a word with one slip in it.
type mender struct {
	*lexicon
	letters []uint8
	right   []way // without a slip
	mended  []way // with one
	endings []int16
	room    [2 * 65]way
	few     [65]int16
}

// How many letters stand around a slip.
const (
	ahead    = 2  // of its part, before it
	behind   = 2  // of the word, from a letter that is let out or replaced on
	deep     = 8  // of its part, where the letter before the last is replaced by one that is like it
	mendable = 6  // of its part,
	repeated = 5  // and where a letter stands once or twice instead
	linkable = 7  // of a part that an e is put behind
	replacer = 10 // of its part where a letter is replaced by one that is not like it: shorter ones are other words
)

// mend looks for the cheapest parting of a word that has one slip in it.
func (l *lexicon) mend(letters []uint8) (way, bool) {
	n := len(letters)
	m := mender{lexicon: l, letters: letters}
	if n >= len(m.few) {
		return way{}, false
	}
	m.right, m.mended, m.endings = m.room[:n+1], m.room[len(m.few):][:n+1], m.few[:n+1]
	for i := range m.right {
		m.right[i].cost, m.mended[i].cost = math.MaxInt32, math.MaxInt32
	}
	m.right[0].cost = 0
	l.endings.of(letters, m.endings)
	for i := range n {
		at, ok := m.head(letters[i])
		if ok && m.right[i].cost < m.mended[n].cost {
			m.walk(at, i)
		}
		if ok && m.mended[i].cost < m.mended[n].cost {
			m.follow(at, i, i+1, m.mended[i])
		}
	}
	return m.mended[n], m.mended[n].cost < math.MaxInt32
}

// oneTooMany reports whether a single part may be what a word is with a letter left out. It is
// quick to say that none is; where one may be, mend tells.
func (l *lexicon) oneTooMany(letters []uint8) bool {
	const ending = 6 // letters at most that may stand behind a part
	at, ok := l.head(letters[0])
	for j := 1; ok && j+1 < len(letters); j++ {
		if j >= ahead {
			k, next, is := j+2, uint32(0), false
			for next, is = l.under(l.node(at), letters[j+1]); is; k++ {
				n := l.node(next)
				if n.ends() && len(letters)-k <= ending {
					return true
				}
				if k == len(letters) {
					break
				}
				next, is = l.under(n, letters[k])
			}
		}
		at, ok = l.under(l.node(at), letters[j])
	}
	return false
}

// walk tries the parts from the i-th letter on, without a slip and with one in them.
func (m *mender) walk(at uint32, i int) {
	w := m.right[i]
	for j, ok := i+1, true; ok; j++ {
		n := m.node(at)
		m.end(n, i, j, w)
		if j == len(m.letters) {
			return
		}
		if j-i >= ahead {
			m.slips(n, i, j, w)
		}
		at, ok = m.under(n, m.letters[j])
	}
}

// follow reads a part on, from a node that the letters before the j-th lead to.
func (m *mender) follow(at uint32, i, j int, w way) {
	for ok := true; ok; j++ {
		n := m.node(at)
		m.end(n, i, j, w)
		if j == len(m.letters) {
			return
		}
		at, ok = m.under(n, m.letters[j])
	}
}

// slips tries the slips at the j-th letter, in the part that begins at the i-th.
func (m *mender) slips(n node, i, j int, w way) {
	letters := m.letters
	w.at, w.kind, w.doubled = int32(j), letOut, letters[j] == letters[j-1]
	if j+1 == len(letters) {
		if w.doubled {
			m.end(n, i, j+1, w)
		}
	} else if next, ok := m.under(n, letters[j+1]); ok {
		if w.doubled = w.doubled || letters[j] == letters[j+1]; len(letters)-j > behind {
			m.follow(next, i, j+2, w)
		}
		if first, ok := m.under(m.node(next), letters[j]); ok && letters[j] != letters[j+1] {
			w.kind, w.doubled = swapped, false
			m.follow(first, i, j+2, w)
		}
	}
	k := n.under()
	for left := n.letters; left != 0; left &= left - 1 {
		w.letter = uint8(bits.TrailingZeros32(left))
		w.kind, w.doubled = putIn, w.letter == letters[j] || w.letter == letters[j-1]
		m.follow(k, i, j, w)
		if w.letter != letters[j] && (len(letters)-j > behind || j-i >= deep && len(letters)-j == behind && like(w.letter, letters[j])) {
			w.kind, w.doubled = replaced, false
			m.follow(k, i, j+1, w)
		}
		k++
	}
}

// end weighs the part that ends at a node, before others and as the last.
func (m *mender) end(part node, i, j int, w way) {
	if !part.ends() {
		return
	}
	n := len(m.letters)
	w.parts++
	if first := part.first(); first > 0 && j <= n-2 && m.holds(w, i, j) {
		m.offer(j, w, first+jointPrice+shortCost(j-i))
	}
	last, ending := part.last(), m.endings[j]
	if last == 0 || ending < 0 || !m.mayEnd(part, ending) || !m.holds(w, i, n) {
		return
	}
	if i > 0 {
		last += shortCost(n - i)
	}
	if ending > 0 {
		last += endingPrice
	}
	m.offer(n, w, last)
}

// holds reports whether the part from the i-th letter to the j-th is long enough for the slip it has, if it has it.
func (m *mender) holds(w way, i, j int) bool {
	if w.kind == noSlip || int(w.at) <= i {
		return true
	}
	least := mendable
	switch {
	case w.kind == putIn && int(w.at) == j && w.letter == 'e'&low:
		least = linkable
	case w.doubled:
		least = repeated
	case w.kind == replaced && !like(w.letter, m.letters[w.at]):
		least = replacer
	}
	return j-i+w.grown() >= least
}

// grown is how many letters more a word has when its slip is mended.
func (s slip) grown() int {
	switch s.kind {
	case letOut:
		return -1
	case putIn:
		return 1
	}
	return 0
}

// offer keeps a part if it makes the cheapest way to its end.
func (m *mender) offer(j int, w way, cost int32) {
	to := m.right
	if w.kind != noSlip {
		to = m.mended
	}
	if w.cost += cost; w.cost < to[j].cost {
		to[j] = w
	}
}

// like reports whether two letters are taken for each other: they sound alike, or nearly.
func like(a, b uint8) bool {
	const æ, å, ø = 28, 27, 30
	sets := [...]uint32{
		1<<('a'&low) | 1<<('e'&low) | 1<<æ, 1<<('e'&low) | 1<<('i'&low) | 1<<æ, 1<<('o'&low) | 1<<('u'&low) | 1<<å, 1<<('o'&low) | 1<<ø, 1<<('y'&low) | 1<<ø,
		1<<('s'&low) | 1<<('c'&low) | 1<<('z'&low) | 1<<('k'&low), 1<<('s'&low) | 1<<('t'&low), 1<<('t'&low) | 1<<('d'&low),
		1<<('b'&low) | 1<<('p'&low), 1<<('m'&low) | 1<<('n'&low), 1<<('g'&low) | 1<<('k'&low), 1<<('g'&low) | 1<<('j'&low), 1<<('v'&low) | 1<<('f'&low), 1<<('i'&low) | 1<<('j'&low),
	}
	both := uint32(1)<<a | 1<<b
	for _, alike := range sets {
		if alike&both == both {
			return true
		}
	}
	return false
}

// apply is a word with its slip mended.
func (s slip) apply(word string) string {
	letters := []rune(word)
	out := append(make([]rune, 0, len(letters)+1), letters[:s.at]...)
	rest := letters[s.at:]
	switch s.kind {
	case letOut:
		rest = rest[1:]
	case putIn:
		out = append(out, letter(s.letter))
	case swapped:
		out = append(out, rest[1], rest[0])
		rest = rest[2:]
	case replaced:
		out = append(out, letter(s.letter))
		rest = rest[1:]
	}
	return string(append(out, rest...))
}

// letter is the letter of a number.
func letter(number uint8) rune {
	return []rune(" abcdefghijklmnopqrstuvwxyzåæéø")[number]
}
