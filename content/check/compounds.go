package check

import (
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
	words := map[string]*spelling{}
	for _, w := range c.listed() {
		words[stem(strings.ToLower(w))] = &spelling{count: 1 << 20, text: w}
	}
	for _, r := range c.runs {
		for _, w := range r.words() {
			c.count(words, r, w)
		}
	}
	nearby := map[string][]string{} // by what is left with one letter out
	keys := slices.Sorted(maps.Keys(words))
	for _, w := range keys {
		if words[w].count < 2 {
			continue // none is told to be a slip of it
		}
		for _, less := range lessOne(w) {
			nearby[less] = append(nearby[less], w)
		}
	}
	for _, w := range keys {
		if words[w].run != nil {
			c.compound(w, words, nearby)
		}
	}
}

// count counts a word, if it is long.
func (c *checker) count(words map[string]*spelling, r *run, w word) {
	const short = 9
	if len(w.text) < short || utf8.RuneCountInString(w.text) < short {
		return
	}
	key := stem(strings.ToLower(w.text))
	if words[key] == nil {
		words[key] = &spelling{run: r, at: w.span, text: w.text}
	}
	words[key].count++
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
