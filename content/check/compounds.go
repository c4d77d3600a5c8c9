package check

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling is a word in lower case, without its ending: how often it occurs, in
// any form, and where first.
type spelling struct {
	count int
	run   *run // nil: it is only in the edition's own list
	at    span
	text  string // as it stands there
}

// compounds finds long words one letter from another that the edition has more
// often or lists as its own, where the slip is not in the ending or at a joint that
// may have an s.
func (c *checker) compounds() {
	words := c.long
	nearby := newNeighbours(words)
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if words[w].run != nil {
			c.compound(w, words, nearby)
		}
	}
}

// ownLong are the words of the edition's own list.
func (c *checker) ownLong() map[string]*spelling {
	words := map[string]*spelling{}
	for _, w := range c.listed() {
		words[stem(strings.ToLower(w))] = &spelling{count: 1 << 20, text: w}
	}
	return words
}

// neighbours are words that others may be slips of, by what is left of them with
// one letter out.
type neighbours struct {
	words []string
	first map[uint64]int32 // the link of a sum
	links []link
}

// link is one word of a sum.
type link struct{ word, next int32 }

// newNeighbours takes the words there are more than one of: nobody tells a word to
// be a slip of one that is as rare.
func newNeighbours(words map[string]*spelling) *neighbours {
	n := &neighbours{links: make([]link, 1)} // the link 0 is none
	sums := 0
	for w, s := range words {
		if s.count > 1 {
			n.words = append(n.words, w)
			sums += len(w)
		}
	}
	slices.Sort(n.words)
	n.first = make(map[uint64]int32, sums)
	for i, w := range n.words {
		for sum := range innerOnes(w) {
			n.links = append(n.links, link{int32(i), n.first[sum]})
			n.first[sum] = int32(len(n.links) - 1)
		}
	}
	return n
}

// of are the words that may be one letter from another.
func (n *neighbours) of(w string) []string {
	var out []string
	for sum := range innerOnes(w) {
		for k := n.first[sum]; k != 0; k = n.links[k].next {
			out = append(out, n.words[n.links[k].word])
		}
	}
	return out
}

// innerOnes are those of lessOnes that misspelt looks at: the word, and what it is
// without a letter that two stand before and four behind.
func innerOnes(w string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		at, letters := -1, utf8.RuneCountInString(w)
		for sum := range lessOnes(w) { // the last letter first
			if left := letters - 1 - at; (at < 0 || at >= 4 && left >= 2) && !yield(sum) {
				return
			}
			at++
		}
	}
}

// countAll counts the long words of a chapter.
func (c *checker) countAll() {
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i := range s.words {
				w := &s.words[i]
				if len(w.text) < drawnOut {
					continue
				}
				if known := c.longForms[w.lower]; known != nil {
					known.count++
				} else if utf8.RuneCountInString(w.text) >= drawnOut {
					c.longForms[strings.Clone(w.lower)] = counted(c.long, r, w.in(s))
				}
			}
		}
	}
}

// drawnOut is how many letters a word has at least that is looked at.
const drawnOut = 9

// counted counts a word and returns what it is counted in, by its stem.
func counted(words map[string]*spelling, r *run, w word) *spelling {
	key := stem(w.lower)
	if words[key] == nil {
		words[strings.Clone(key)] = &spelling{run: r, at: w.span, text: w.text}
	}
	words[key].count++
	return words[key]
}

// lessOnes are the sums of a word and of what it is with any one letter out; other
// words have the same only by chance.
func lessOnes(w string) iter.Seq[uint64] {
	const base = 1_000_003
	return func(yield func(uint64) bool) {
		before := make([]uint64, len(w)+1) // of what stands before each byte
		for i := range len(w) {
			before[i+1] = before[i]*base + uint64(w[i]) + 1
		}
		if !yield(before[len(w)]) {
			return
		}
		after, power := uint64(0), uint64(1) // of what stands behind the letter; base to its length
		for i := len(w); i > 0; {
			_, size := utf8.DecodeLastRuneInString(w[:i])
			if !yield(before[i-size]*power + after) {
				return
			}
			for ; size > 0; size-- {
				i--
				after, power = after+(uint64(w[i])+1)*power, power*base
			}
		}
	}
}

// compound judges one word.
func (c *checker) compound(w string, words map[string]*spelling, nearby *neighbours) {
	own := words[w]
	best := ""
	for _, other := range slices.Sorted(slices.Values(nearby.of(w))) {
		often := words[other].count > own.count
		if other != w && often && misspelt(w, other) && (best == "" || words[other].count > words[best].count) {
			best = other
		}
	}
	if best == "" {
		return
	}
	as := words[best]
	what := say("%q står kun så få gange; %q står %d gange", "%q stands so few times; %q stands %[3]d times", own.text, as.text, as.count)
	if as.run == nil {
		what = say("%q er næsten %q, som er et af udgavens egne ord", "%q is almost %q, one of the edition's own words", own.text, as.text)
	}
	c.tell(own.run, own.at.from, own.at.to, Warning, "spelling", what, say("%[1]s", "%[1]s", as.text))
}

// misspelt reports whether a word is another with one slip inside: four letters
// or more stand alike after it, and it is no s or e between parts.
func misspelt(w, other string) bool {
	if distance(w, other, 1) != 1 {
		return false
	}
	a, b := []rune(w), []rune(other)
	begin, end := 0, 0
	for begin < len(a) && begin < len(b) && a[begin] == b[begin] {
		begin++
	}
	for end < len(a)-begin && end < len(b)-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	longer := a
	if len(b) > len(a) {
		longer = b
	}
	joint := len(a) != len(b) && strings.ContainsRune("se-", longer[begin])
	replaced := len(a) == len(b) && len(a) < 12 // shorter words are often others: løsninger, lønninger
	return begin >= 2 && end >= 4 && !joint && !replaced
}
