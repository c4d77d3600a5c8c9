package hyphen

import (
	"math"
	"strings"
)

// Noun reports whether a Danish word in lower case is a noun that is neither definite nor in the
// plural, and no infinitive.
func (h *Hyphenator) Noun(word string) bool {
	r, ok := h.lastOf(word)
	if !ok || r.ending != "" {
		return false
	}
	return (r.takes("en") || r.takes("et")) && !(strings.HasSuffix(r.stem, "e") && r.verb())
}

// Common reports whether a Danish noun in lower case, neither definite nor in the plural, is of the
// common gender, "en butik", and not of the neuter as well.
func (h *Hyphenator) Common(word string) bool {
	r, ok := h.lastOf(word)
	return ok && r.ending == "" && r.takes("en") && (!r.takes("et") || r.verb() || r.may("ede", "ede"))
}

// takes reports whether the part, a noun, has an article behind it in either case.
func (p lastPart) takes(article string) bool {
	last := p.stem[len(p.stem)-1:] // in UTF-8: no ending begins with half a letter
	if last == "e" {
		article = article[1:]
	}
	return p.may(article, article+"s") || p.may(last+article, last+article+"s")
}

// Adjective reports whether a Danish word in lower case is an adjective without an ending that it
// has before a definite noun, "kommunal", or has that ending, "lokale".
func (h *Hyphenator) Adjective(word string) bool {
	if r, ok := h.lastOf(word); ok && r.adjective() {
		return true
	}
	bare, is := strings.CutSuffix(word, "e")
	r, ok := h.lastOf(bare)
	return is && ok && r.adjective()
}

// adjective reports whether the part, without an ending, has those of adjectives.
func (p lastPart) adjective() bool {
	return p.ending == "" && (p.may("t", "e") || p.may("t", p.stem[len(p.stem)-1:]+"e"))
}

// Definite reports whether a Danish word in lower case is a definite noun, in the genitive or not,
// and nothing else. In -et it is only in the genitive.
func (h *Hyphenator) Definite(word string) bool {
	r, ok := h.lastOf(word)
	if !ok || r.alone {
		return false
	}
	end := strings.TrimSuffix(r.ending, "s")
	for _, article := range [...]string{"en", "et", "n", "t", "ne"} {
		rest, is := strings.CutSuffix(end, article)
		if !is || article[len(article)-1] == 't' && (end == r.ending || r.verb()) {
			continue // it may be a participle: presset
		}
		before := r.stem + rest
		switch article {
		case "n", "t":
			is = strings.HasSuffix(before, "e") && rest == ""
		case "ne":
			is = strings.HasSuffix(before, "r") || strings.HasSuffix(before, "e")
		default:
			is = rest == "" || r.may(rest, rest) || rest == r.stem[len(r.stem)-1:] // bussen
		}
		if is {
			return true
		}
	}
	return false
}

// Linked reports whether a Danish word in lower case is a noun with the s that it has before another
// in a compound, "forsynings", and neither another noun nor a verb.
func (h *Hyphenator) Linked(word string) bool {
	bare, is := strings.CutSuffix(word, "s")
	if r, ok := h.lastOf(word); !is || ok && r.alone {
		return false
	}
	r, ok := h.lastOf(bare)
	if !ok {
		r, ok = h.lastOf(bare + "e")
	}
	if !ok || r.ending != "" {
		return false
	}
	var buf [64]uint8
	letters, ok := numbers(buf[:0], word)
	n := len(letters)
	if !ok || n < keepBefore || isVowel(letters[n-2]) && r.verb() { // drøftes
		return false
	}
	var room searchRoom
	s := readDanish().lexicon.search(letters, &room)
	for i := range n - 1 {
		if s.states[i].cost < math.MaxInt32 && !s.states[i].strange && s.firstCost(letters[i:]) > 0 {
			return true
		}
	}
	return false
}

// firstCost is what letters cost as a part before others, 0 where they are none.
func (l *lexicon) firstCost(letters []uint8) int32 {
	at, ok := l.head(letters[0])
	for _, letter := range letters[1:] {
		if !ok {
			return 0
		}
		at, ok = l.under(l.node(at), letter)
	}
	if !ok {
		return 0
	}
	return l.node(at).first() // 0 where no part ends
}

// lastPart is the last part of a word: its stem and the ending it has.
type lastPart struct {
	of           *lexicon
	part         node
	stem, ending string
	alone        bool // the whole word is a word without an ending as well
}

// lastOf is the last part of a Danish word, as the cheapest parting has it; false where it is not known.
func (h *Hyphenator) lastOf(word string) (lastPart, bool) {
	if h.lang != "da" {
		return lastPart{}, false
	}
	d := readDanish()
	p := d.of(word)
	if p == nil || p.letters < keepBefore || p.parts == 0 {
		return lastPart{}, false
	}
	l := d.lexicon
	var buf [mostLetters]uint8
	letters, _ := numbers(buf[:0], word)
	var endings [mostLetters + 1]int16
	l.endings.of(letters, endings[:len(letters)+1])
	from, best := p.from, int32(0)
	out := lastPart{of: l}
	at, ok := l.head(letters[from])
	for j := from + 1; ok; j++ {
		n := l.node(at)
		if n.ends() && endings[j] >= 0 && l.mayEnd(n, endings[j]) {
			cost := n.last()
			out.alone = out.alone || cost > 0 && from == 0 && j == len(letters)
			if cost > 0 && (best == 0 || cost < best) {
				best, out.part = cost, n
				out.stem, out.ending = cutAt(word, from, j)
			}
		}
		if j == len(letters) {
			break
		}
		at, ok = l.under(n, letters[j])
	}
	return out, best > 0
}

// cutAt is what a word has from one letter to another, and from there on.
func cutAt(word string, from, to int) (string, string) {
	letter, begin := 0, 0
	for i := range word {
		if letter == from {
			begin = i
		}
		if letter == to {
			return word[begin:i], word[i:]
		}
		letter++
	}
	return word[begin:], ""
}

// may reports whether the part may have two endings.
func (p lastPart) may(a, b string) bool {
	for _, e := range [...]string{a, b} {
		n := p.of.endings.find(e)
		if n < 0 || !p.of.mayEnd(p.part, n) {
			return false
		}
	}
	return true
}

// Verb reports whether the last part of a Danish word in lower case has an ending that only verbs have.
func (h *Hyphenator) Verb(word string) bool {
	r, ok := h.lastOf(word)
	return ok && r.verb()
}

// verb reports whether the part has an ending that only verbs have.
func (p lastPart) verb() bool {
	for _, e := range [...]string{"ede", "de", "te", "ende"} {
		if p.may(e, e) {
			return true
		}
	}
	return false
}

// find is the number of an ending in ASCII, -1 where it is none.
func (t *endingTree) find(ending string) int16 {
	at := uint16(0)
	for i := len(ending) - 1; i >= 0; i-- {
		if at = t.nodes[at].next[ending[i]&low]; at == 0 {
			return -1
		}
	}
	return t.nodes[at].number
}
