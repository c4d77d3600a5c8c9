package check

import (
	"math"
	"slices"
	"strings"
)

// callings are what topics are called, found by their words: whole, in another form, or
// as a part of a compound on either side.
type callings struct {
	names []calling
	// whole has the words by their roots; starts and tails by what they begin and end with.
	whole, starts, tails map[string][]wordAt
	parts                map[string][]partAt // by the first letters of what may be a part
	hits                 [][]hit             // by a word's number in the lexicon, once it was asked for
	few                  map[int32][]hit     // the same of names that are gone with their chapter; nil: hits has them
}

// calling is one name of a topic.
type calling struct {
	topic  *topic
	words  []string // roots
	weight []float32
	sum    float32
	alias  float32 // how much of a name it is: 1 is the printed one
	total  bool    // "i alt"
}

// wordAt is a word of a name.
type wordAt struct{ name, word int32 }

// hit is what a text's word covers of a word of a name.
type hit struct {
	wordAt
	cover float32 // of the word
	exact bool    // it is that word, in some form
}

// partAt is where a part of a compound may begin.
type partAt struct {
	wordAt
	from int
}

// akin is how many letters two words begin with alike that are of one stem: administrativ and
// administration, tilfreds and tilfredshed.
const akin = 6

// leastPart is how many letters a part of a compound has at least.
const leastPart = 4

// add takes up a name.
func (c *callings) add(t *topic, name string, alias float32) {
	n := calling{topic: t, alias: alias}
	for _, w := range wordsOf(strings.ToLower(strings.ReplaceAll(name, "_", " "))) {
		switch {
		case w.lower == "alt" || strings.HasPrefix(w.lower, "samlede") || strings.HasPrefix(w.lower, "total"):
			n.total = true
		case fills(w.lower) || isYear(w.lower):
		default:
			n.words = append(n.words, root(w.lower))
		}
	}
	if len(n.words) > 0 && !(len(n.words) == 1 && namesNothing(strings.ToLower(name))) {
		c.names = append(c.names, n)
	}
}

// namesNothing reports whether a word that is a whole name, in lower case, is that of the rest, of an answer or of
// a rise or a fall: a text has it of anything.
func namesNothing(name string) bool {
	switch name {
	case "andet", "anden", "andre", "øvrige", "øvrigt", "øvrig", "diverse", "rest", "resten", "ingen", "ja", "nej", "antal", "andel", "ændring", "other", "others", "rest of", "yes", "no", "none":
		return true
	}
	return leaning(name) != noWay
}

// fills reports whether a label's word tells it from no other.
func fills(w string) bool {
	switch w {
	case "gælder", "og", "af", "ved", "på", "paa", "i", "til", "for", "fra", "mv", "samt", "hos", "pr", "med", "der", "er", "en", "et", "de", "den", "det", "som", "om", "mod",
		"netto", "brutto", "and", "of", "the", "in", "for_", "to", "from", "on", "at", "a":
		return true
	}
	return false
}

// index makes what the words are found by, and weighs them: a word that many names have
// counts for less.
func (c *callings) index() {
	c.whole, c.starts, c.tails, c.hits = map[string][]wordAt{}, map[string][]wordAt{}, map[string][]wordAt{}, nil
	c.parts = map[string][]partAt{}
	for i, n := range c.names {
		for k, w := range n.words {
			at := wordAt{int32(i), int32(k)}
			c.whole[w] = append(c.whole[w], at)
			for cut := leastPart; cut+leastPart-1 <= len(w); cut++ {
				c.starts[w[:cut]] = append(c.starts[w[:cut]], at)
			}
			for from := 0; from+akin <= len(w); from++ {
				if from == 0 || from >= leastPart {
					c.parts[w[from:from+akin]] = append(c.parts[w[from:from+akin]], partAt{at, from})
				}
			}
			for cut := leastPart; cut+leastPart-1 <= len(w); cut++ {
				c.tails[w[len(w)-cut:]] = append(c.tails[w[len(w)-cut:]], at)
			}
		}
	}
	for i := range c.names {
		n := &c.names[i]
		n.weight, n.sum = n.weight[:0], 0
		for _, w := range n.words {
			weight := float32(min(len(w), 12)) / float32(math.Sqrt(float64(len(c.whole[w]))))
			if w == "aaret" || w == "aar" || w == "antal" || unitWord(w) {
				weight = 1
			}
			n.weight, n.sum = append(n.weight, weight), n.sum+weight
		}
	}
}

// helps reports whether a word is a form of a verb that helps another, or a pronoun: its root is the beginning of
// many nouns by chance, that of "været" of "værdipapirer".
func helps(w string) bool {
	switch w {
	case "være", "været", "have", "haft", "blive", "bliver", "blevet", "kunne", "kunnet", "skulle", "skullet", "ville", "villet", "måtte", "måttet", "burde", "denne", "dette", "disse", "deres", "vores", "hvilke", "nogen", "nogle", "enkelte", "forskellige":
		return true
	}
	return false
}

// unitWord reports whether a word of a figure's name is only what it is counted in.
func unitWord(w string) bool {
	switch w {
	case "km", "ton", "pct", "kr", "mio", "mia", "tkr", "kg", "m2", "m3", "mwh", "kwh", "gwh", "dag", "antal", "procent":
		return true
	}
	return false
}

// of are the hits of a word.
func (c *callings) of(w *word) []hit {
	if known := c.known(w.id); known != nil {
		return known
	}
	var out []hit
	if !fills(w.lower) && !joinsTo(w.lower) && !helps(w.lower) && comparative(w.lower) == noWay {
		if t := root(w.lower); len(t) >= 3 {
			out = c.hitsOf(t)
		}
	}
	if out == nil {
		out = []hit{}
	}
	switch {
	case w.id == 0:
	case c.few != nil:
		c.few[w.id] = out
	default:
		c.hits[w.id] = out
	}
	return out
}

// known are the hits of a word that was asked for; nil where it was not.
func (c *callings) known(id int32) []hit {
	if c.few != nil {
		return c.few[id]
	}
	if n := int(id) + 1 - len(c.hits); n > 0 {
		c.hits = append(c.hits, make([][]hit, n+len(c.hits)/2)...)
	}
	if id == 0 {
		return nil
	}
	return c.hits[id]
}

// hitsOf are the hits of a root.
func (c *callings) hitsOf(t string) []hit {
	var out []hit
	for _, at := range c.whole[t] {
		out = append(out, hit{at, 1, true})
	}
	if len(t) < leastPart {
		return out
	}
	for _, at := range c.starts[t] { // personale, personaleomkostninger
		if w := c.word(at); w != t {
			out = append(out, hit{at, max(float32(len(t))/float32(len(w)), 0.5), false})
		}
	}
	for _, at := range c.tails[t] { // omkostninger, personaleomkostninger
		if w := c.word(at); w != t {
			out = append(out, hit{at, float32(len(t)) / float32(len(w)) * 0.8, false})
		}
	}
	if len(t) >= akin {
		out = append(out, c.akinTo(t, out)...)
	}
	for cut := leastPart; cut+3 <= len(t); cut++ {
		for _, at := range c.whole[t[:cut]] { // kontingentindtægter, kontingent
			out = append(out, hit{at, headed(t[cut:]), false})
		}
		for _, at := range c.whole[t[len(t)-cut:]] { // vandmålere, målere
			out = append(out, hit{at, c.modified(at), false})
		}
	}
	return out
}

// akinTo are the words, or parts of them, that a root is of one stem with, but for those that
// it hits already.
func (c *callings) akinTo(t string, known []hit) []hit {
	var out []hit
	for _, at := range c.parts[t[:akin]] {
		if slices.ContainsFunc(known, func(h hit) bool { return h.wordAt == at.wordAt }) {
			continue
		}
		part := c.word(at.wordAt)[at.from:]
		n := akin
		for n < len(t) && n < len(part) && t[n] == part[n] {
			n++
		}
		if n*10 < len(part)*7 || len(t)-n > 3 {
			continue
		}
		out = append(out, hit{at.wordAt, 0.8 * float32(len(part)) / float32(len(part)+at.from), false})
	}
	return out
}

// modified is how much of a name a compound is that ends in it: a kind of figure by a longer
// name, but only some of a line of the accounts.
func (c *callings) modified(at wordAt) float32 {
	if c.names[at.name].topic.line != nil {
		return 0.5
	}
	return 0.8
}

// headed is how much of a name a compound is that begins with it: all but of another thing,
// unless it ends in what any line is of.
func headed(tail string) float32 {
	tail = strings.TrimPrefix(strings.TrimPrefix(tail, "s"), "e")
	for _, of := range []string{"indtaegt", "udgift", "omkostning", "beloeb", "post", "konto", "midler", "midl", "tal", "salg"} {
		if strings.HasPrefix(tail, of) {
			return 0.8
		}
	}
	return 0.45
}

func (c *callings) word(at wordAt) string { return c.names[at.name].words[at.word] }
