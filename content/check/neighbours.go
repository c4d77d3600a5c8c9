package check

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// neighbours are words that others may be slips of, found by what is left of them with
// one letter out: words that share a sum.
type neighbours struct {
	words []spelling
	asked sieve    // sums that two words may have
	sums  []summed // those of words there are more than one of; by sum
	room  []uint64
}

// summed is one sum of one word.
type summed struct {
	sum  uint64
	word int32
}

// newNeighbours takes the words there are more than one of: nobody tells a word to
// be a slip of one that is as rare. Few sums are had by two words, and most of those are
// told apart by a bit for each before any is kept.
func newNeighbours(words []spelling) *neighbours {
	n := &neighbours{words: words}
	all := 0
	for i := range words {
		all += len(words[i].word)
	}
	once, twice := newSieve(all), newSieve(all)
	n.asked = newSieve(all)
	for i := range words {
		if words[i].count > 1 {
			for _, sum := range n.inner(i) {
				if !once.put(sum) {
					twice.put(sum)
				}
			}
		}
	}
	for i := range words {
		if has := &once; words[i].run != nil {
			if words[i].count > 1 {
				has = &twice // than its own
			}
			for _, sum := range n.inner(i) {
				if has.has(sum) {
					n.asked.put(sum)
				}
			}
		}
	}
	for i := range words {
		if words[i].count > 1 {
			for _, sum := range n.inner(i) {
				if n.asked.has(sum) {
					n.sums = append(n.sums, summed{sum, int32(i)})
				}
			}
		}
	}
	slices.SortFunc(n.sums, func(a, b summed) int { return cmp.Or(cmp.Compare(a.sum, b.sum), cmp.Compare(a.word, b.word)) })
	return n
}

// of are the words that may be one letter from another, in the order of the alphabet.
func (n *neighbours) of(i int) []spelling {
	var out []spelling
	for _, sum := range n.inner(i) {
		if !n.asked.has(sum) {
			continue
		}
		at, _ := slices.BinarySearchFunc(n.sums, sum, func(s summed, sum uint64) int { return cmp.Compare(s.sum, sum) })
		for ; at < len(n.sums) && n.sums[at].sum == sum; at++ {
			if n.sums[at].word != int32(i) {
				out = append(out, n.words[n.sums[at].word])
			}
		}
	}
	slices.SortFunc(out, byWord)
	return out
}

// inner are those sums of a word that misspelt looks at: the word's own, and of what
// it is without a letter that four stand before and two behind.
func (n *neighbours) inner(i int) []uint64 {
	n.room = appendSums(n.room[:0], n.words[i].word)
	const before, after = 2, 4 // letters that a slip has on either side
	letters := len(n.room) - 1
	if letters < before+after+1 {
		return n.room[:1]
	}
	n.room[after] = n.room[0]
	return n.room[after : letters+1-before]
}

// sieve tells numbers that were not put into it from most of those that were.
type sieve struct {
	bits  []uint64
	shift int
}

// newSieve has sixteen bits for each of so many numbers.
func newSieve(size int) sieve {
	width := max(6, bits.Len(uint(size))+4)
	return sieve{make([]uint64, 1<<(width-6)), 64 - width}
}

// at is where a number's bit is.
func (s sieve) at(n uint64) (word int, bit uint64) {
	const golden = 0x9e3779b97f4a7c15
	h := n * golden >> s.shift
	return int(h >> 6), 1 << (h & 63)
}

// put puts a number in, and reports whether it was not there before.
func (s sieve) put(n uint64) bool {
	word, bit := s.at(n)
	fresh := s.bits[word]&bit == 0
	s.bits[word] |= bit
	return fresh
}

// has reports whether a number was put in, or one that has the same bit.
func (s sieve) has(n uint64) bool {
	word, bit := s.at(n)
	return s.bits[word]&bit != 0
}

// base is what a word's sum is reckoned in, and inverse its inverse modulo 2⁶⁴.
const (
	base    = 1_000_003
	inverse = 16109806864799210091
)

// appendSums appends the sum of a word and those of what it is with any one letter
// out, the last first; other words have the same only by chance.
func appendSums(out []uint64, w string) []uint64 {
	before := uint64(0) // of what stands before a place
	for i := range len(w) {
		before = before*base + uint64(w[i]) + 1
	}
	out = append(out, before)
	after, power := uint64(0), uint64(1) // of what stands behind the letter; base to its length
	for i := len(w); i > 0; {
		_, size := utf8.DecodeLastRuneInString(w[:i])
		begin, behind, scale := i-size, after, power
		for ; i > begin; i-- {
			digit := uint64(w[i-1]) + 1
			before = (before - digit) * inverse
			behind, scale = behind+digit*scale, scale*base
		}
		out = append(out, before*power+after)
		after, power = behind, scale
	}
	return out
}
