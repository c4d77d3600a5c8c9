package check

import (
	"slices"
	"strings"
)

// spelling is a word in lower case, without its ending: how often it occurs, in
// any form, and where first.
type spelling struct {
	word  string
	count int
	run   *run // nil: it is only in the edition's own list
	at    span
	text  string // as it stands there
}

// drawnOut is how many letters a word has at least that is looked at.
const drawnOut = 9

// countAll counts the long words of a chapter.
func (c *checker) countAll() {
	forms := c.read.known.forms
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i := range s.words {
				w := &s.words[i]
				if len(w.text) < longish || len(r.foreign) > 0 && r.isForeign(w.in(s).span) {
					continue
				}
				f := &forms[w.id]
				switch {
				case f.seen != nil:
					f.seen.count++
				case f.runes >= longish:
					f.seen = c.newSight(sight{1, r, w.in(s).span})
					c.long = append(c.long, w.id)
				}
			}
		}
	}
}

// newSight keeps a sight, in room made for many.
func (c *checker) newSight(one sight) *sight {
	const many = 256
	if len(c.sights) == cap(c.sights) {
		c.sights = make([]sight, 0, many)
	}
	c.sights = append(c.sights, one)
	return &c.sights[len(c.sights)-1]
}

// spellings are the long words of the report, in any form, and those of the edition's
// own list.
func (c *checker) spellings() []spelling {
	known := c.read.known
	out := make([]spelling, 1, len(c.long)+1) // the place 0 is none
	places := map[int32]int32{}               // by the number of the stem
	of := func(stem int32) *spelling {
		at := places[stem]
		if at == 0 {
			at = int32(len(out))
			places[stem] = at
			out = append(out, spelling{word: known.forms[stem].lower})
		}
		return &out[at]
	}
	for _, w := range c.listed() {
		s := of(known.id(stem(strings.ToLower(w))))
		s.count, s.text = 1<<20, w
	}
	for _, id := range c.long {
		if known.forms[id].runes < drawnOut {
			continue
		}
		seen := known.forms[id].seen
		s := of(known.forms[id].stem)
		if s.count == 0 {
			s.run, s.at, s.text = seen.run, seen.at, seen.run.text[seen.at.from:seen.at.to]
		}
		s.count += seen.count
	}
	return out[1:]
}

// compounds finds long words one letter from another that the edition has more
// often or lists as its own, where the slip is not in the ending or at a joint that
// may have an s.
func (c *checker) compounds() {
	words := c.spellings()
	n := newNeighbours(words)
	var alike []spelling
	near := map[string][]spelling{}
	for i := range words {
		if words[i].run == nil {
			continue
		}
		if list := n.of(i); len(list) > 0 {
			alike, near[words[i].word] = append(alike, words[i]), list
		}
	}
	slices.SortFunc(alike, byWord)
	for _, own := range alike {
		c.compound(own, near[own.word])
	}
}

func byWord(a, b spelling) int { return strings.Compare(a.word, b.word) }

// compound judges one word by those near it, in the order of the alphabet.
func (c *checker) compound(own spelling, near []spelling) {
	var as *spelling
	for i := range near {
		other := &near[i]
		if other.count > own.count && other.word != own.word && misspelt(own.word, other.word) && (as == nil || other.count > as.count) {
			as = other
		}
	}
	if as == nil {
		return
	}
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
