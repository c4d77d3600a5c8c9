package check

import (
	"math"
	"strings"
)

// callings are what topics are called, found by their words: whole, in another form, or
// as a part of a compound on either side.
type callings struct {
	names []calling
	// whole has the words by their roots; starts and tails by what they begin and end with.
	whole, starts, tails map[string][]wordAt
	hits                 map[int32][]hit // by a word's number in the lexicon, once it was asked for
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
	if len(n.words) > 0 {
		c.names = append(c.names, n)
	}
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
	c.whole, c.starts, c.tails, c.hits = map[string][]wordAt{}, map[string][]wordAt{}, map[string][]wordAt{}, map[int32][]hit{}
	for i, n := range c.names {
		for k, w := range n.words {
			at := wordAt{int32(i), int32(k)}
			c.whole[w] = append(c.whole[w], at)
			for cut := leastPart; cut+leastPart-1 <= len(w); cut++ {
				c.starts[w[:cut]] = append(c.starts[w[:cut]], at)
			}
			for cut := leastPart; cut+leastPart-1 <= len(w); cut++ {
				c.tails[w[len(w)-cut:]] = append(c.tails[w[len(w)-cut:]], at)
			}
		}
	}
	for i := range c.names {
		n := &c.names[i]
		for _, w := range n.words {
			weight := float32(min(len(w), 12)) / float32(math.Sqrt(float64(len(c.whole[w]))))
			if w == "aaret" || w == "aar" || w == "antal" || unitWord(w) {
				weight = 1
			}
			n.weight, n.sum = append(n.weight, weight), n.sum+weight
		}
	}
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
	if known, is := c.hits[w.id]; is && w.id != 0 {
		return known
	}
	var out []hit
	if t := root(w.lower); len(t) >= 3 && !fills(w.lower) && !joinsTo(w.lower) && comparative(w.lower) == noWay {
		out = c.hitsOf(t)
	}
	if w.id != 0 {
		c.hits[w.id] = out
	}
	return out
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
	const modified = 0.8
	for cut := leastPart; cut+3 <= len(t); cut++ {
		for _, at := range c.whole[t[:cut]] { // kontingentindtægter, kontingent
			out = append(out, hit{at, headed(t[cut:]), false})
		}
		for _, at := range c.whole[t[len(t)-cut:]] { // vandmålere, målere
			out = append(out, hit{at, modified, false})
		}
	}
	return out
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
