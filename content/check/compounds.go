package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling is a word in lower case: how often it occurs, and where first.
type spelling struct {
	count int
	run   *run
	at    span
}

// compounds finds long words one letter from another that the edition has more
// often, where the slip is not in the ending or at a joint that may have an s.
func (c *checker) compounds() {
	const short = 9
	words := map[string]*spelling{}
	for _, r := range c.runs {
		for _, w := range r.words() {
			if utf8.RuneCountInString(w.text) < short {
				continue
			}
			key := strings.ToLower(w.text)
			if words[key] == nil {
				words[key] = &spelling{run: r, at: w.span}
			}
			words[key].count++
		}
	}
	nearby := map[string][]string{} // by what is left with one letter out
	keys := make([]string, 0, len(words))
	for w := range words {
		keys = append(keys, w)
	}
	slices.Sort(keys)
	for _, w := range keys {
		if words[w].count < 2 {
			continue // none is told to be a slip of it
		}
		for _, less := range lessOne(w) {
			nearby[less] = append(nearby[less], w)
		}
	}
	for _, w := range keys {
		c.compound(w, words, nearby)
	}
}

// lessOne is the word and what it is with any one letter out.
func lessOne(w string) []string {
	out := []string{w}
	for i, c := range w {
		out = append(out, w[:i]+w[i+utf8.RuneLen(c):])
	}
	return out
}

// compound judges one word.
func (c *checker) compound(w string, words map[string]*spelling, nearby map[string][]string) {
	own := words[w]
	best := ""
	for _, less := range lessOne(w) {
		for _, other := range nearby[less] {
			often := words[other].count > own.count
			if other != w && often && misspelt(w, other) && (best == "" || words[other].count > words[best].count) {
				best = other
			}
		}
	}
	if best == "" {
		return
	}
	found := own.run.text[own.at.from:own.at.to]
	c.tell(own.run, own.at.from, own.at.to, Warning, "spelling",
		say("%q står kun så få gange; %q står %d gange", "%q stands so few times; %q stands %[3]d times", found, best, words[best].count), say("%[1]s", "%[1]s", best))
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
