package check

import (
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// pair is two words beside each other that may be the parts of one.
type pair struct {
	run           *run
	from, to      int32 // where they stand
	first, second int32 // their numbers
}

// wordParts is how many letters each of two words has at least that may be one.
const wordParts = 4

// cleaved finds compounds that are written as two words where Danish does not let those stand beside
// each other, and keeps others, which are told of where the text has them as one word elsewhere.
func (c *checker) cleaved() {
	parts := hyphen.For("da")
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i := 1; i < len(s.words); i++ {
				a, b := &s.words[i-1], &s.words[i]
				if a.id == b.id && b.from-a.to == 1 && b.text == b.lower && r.text[s.from+a.to] == ' ' {
					c.stammered(parts, r, span{s.from + a.from, s.from + b.to}, b.lower)
					continue
				}
				if b.from-a.to != 1 || !c.mayBeOne(a, b) || r.text[s.from+a.to] != ' ' {
					continue
				}
				at := span{s.from + a.from, s.from + b.to}
				switch {
				case i > 1 && (a.text != a.lower || adverbial(s.words[i-2].lower, a.lower)) || r.isBound(at.from, at.to) || r.isForeign(at):
				case cleft(parts, a.lower, b.lower) || i > 1 && preposition(s.words[i-2].lower) && juxtaposed(parts, a.lower, b.lower) || a.text == a.lower && (unparted(parts, s.words[:i-1], a.lower, b.lower) || !r.table && bareNouns(parts, a.lower, b.lower)):
					c.oneWord(r, at, a.lower+b.lower)
				default:
					c.met = append(c.met, pair{r, int32(at.from), int32(at.to), a.id, b.id})
				}
			}
		}
	}
}

// stammered tells of a word that is written twice in a row, where Danish has no such: a noun, or one
// that joins or is a verb of the closed sort. Pronouns, prepositions and words for how much may
// stand so: "gør det det muligt", "meget meget".
func (c *checker) stammered(parts *hyphen.Hyphenator, r *run, at span, w string) {
	switch w {
	case "og", "eller", "men", "samt", "at", "som", "er", "var", "har", "havde", "bliver", "blev", "kan", "kunne", "skal", "skulle", "vil", "ville", "må":
	default:
		const least = 5 // bytes of a noun
		if len(w) < least || preposition(w) || nextDigit(w, 0) < len(w) || !parts.Noun(w) && !parts.Definite(w) && !plural(parts, w) {
			return
		}
	}
	if !r.isBound(at.from, at.to) && !r.isForeign(at) {
		c.tell(r, at.from, at.to, Warning, "spelling", say("%q står to gange i træk", "%q stands twice in a row", w), say("%[1]s", "%[1]s", w))
	}
}

// partedIn reports whether two words of a label, or of an office, are one, as those of the text are.
func (c *checker) partedIn(parts *hyphen.Hyphenator, text string, a, b word) bool {
	if b.from-a.to != 1 || text[a.to] != ' ' || len(a.text) < wordParts || len(b.text) < wordParts || b.text != b.lower {
		return false
	}
	return cleft(parts, a.lower, b.lower) || c.read.known.joined(a.lower, stem(b.lower)) && fits(parts, a.lower, b.lower)
}

// mayBeOne reports whether two words are long enough, and the second has no capitals.
func (c *checker) mayBeOne(a, b *word) bool {
	forms := c.read.known.forms
	return forms[a.id].runes >= wordParts && forms[b.id].runes >= wordParts && b.text == b.lower && !unitNoun(a.lower)
}

// unitNoun reports whether a word is what something is measured in, which stands before it as it is:
// "pr. hektar skov".
func unitNoun(w string) bool {
	switch w {
	case "hektar", "liter", "meter", "kilometer", "kvadratmeter", "kubikmeter", "centimeter", "millimeter", "kilo", "gram", "tons", "watt", "procent", "promille", "stykker", "dusin", "tønde", "tønder", "flasker", "kasser", "sække":
		return true
	}
	return false
}

// cleft reports whether a noun with the s it has before another, which is a genitive else, stands
// before a definite noun.
func cleft(parts *hyphen.Hyphenator, a, b string) bool {
	const least = 6 // bytes
	return len(a) >= least && len(b) >= least && a[len(a)-1] == 's' && definiteEnd(b) && parts.Definite(b) && parts.Linked(a)
}

// juxtaposed reports whether a noun that is not definite stands before one that is, and could be its
// first part.
func juxtaposed(parts *hyphen.Hyphenator, a, b string) bool {
	const least, other = 5, 8 // bytes
	return len(a) >= least && len(b) >= other && definiteEnd(b) && !saysWhen(b) && a[len(a)-1] != 'r' && parts.Definite(b) && parts.Noun(a) && parts.Compound(a+b)
}

// saysWhen reports whether a word may say when something is, beside any other: "i drift fredagen før".
func saysWhen(w string) bool {
	for _, end := range [...]string{"dagen", "aftenen", "natten", "morgenen", "ugen", "måneden", "sommeren", "vinteren", "perioden"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// definiteEnd reports whether a word ends as definite nouns do.
func definiteEnd(w string) bool {
	n := len(w)
	if w[n-1] == 's' {
		n--
	}
	return w[n-1] == 'n' || w[n-1] == 't' || w[n-1] == 'e' && w[n-2] == 'n'
}

// preposition reports whether a word is a preposition or joins two phrases.
func preposition(w string) bool {
	switch w {
	case "i", "på", "af", "til", "for", "fra", "med", "ved", "om", "under", "efter", "mellem", "gennem", "omkring", "inden", "uden", "mod", "hos", "og", "eller":
		return true
	}
	return false
}

// adverbial reports whether a preposition and a noun are a phrase of their own, which may stand before any
// noun: "gav i gennemsnit kurserne".
func adverbial(prep, noun string) bool {
	switch prep {
	case "i":
		switch noun {
		case "gennemsnit", "praksis", "princippet", "fællesskab", "stedet", "forvejen", "perioder", "realiteten", "virkeligheden", "øjeblikket", "mellemtiden", "fremtiden", "sidste", "enighed", "forhold", "fjor", "stilhed", "teorien", "regelen", "hovedsagen":
			return true
		}
	case "på":
		return noun == "forhånd" || noun == "landsplan" || noun == "sigt" || noun == "tværs" || noun == "skift" || noun == "længden"
	case "til", "for", "ved", "efter", "af", "uden":
		return noun == "gengæld" || noun == "gavn" || noun == "alvor" || noun == "eksempel" || noun == "siden" || noun == "tiden" || noun == "hensyn" || noun == "bekostning"
	}
	return false
}

// rejoined tells of the pairs that the text has as one word elsewhere.
func (c *checker) rejoined() {
	parts, forms := hyphen.For("da"), c.read.known.forms
	for _, p := range c.met {
		a, b := &forms[p.first], &forms[p.second]
		if !c.read.known.joined(a.lower, forms[b.stem].lower) || preposition(a.lower) || a.lower == "over" {
			continue
		}
		if fits(parts, a.lower, b.lower) || definiteEnd(b.lower) && parts.Definite(b.lower) {
			c.oneWord(p.run, span{int(p.from), int(p.to)}, a.lower+b.lower)
		}
	}
}

// fits reports whether a noun may be the first part of another.
func fits(parts *hyphen.Hyphenator, a, b string) bool {
	return (parts.Noun(a) || parts.Compound(a)) && (parts.Noun(b) || plural(parts, b) || b[len(b)-1] == 'e' && parts.Common(b))
}

// partedLabel tells of a line's label that has as two words what its id has as one.
func (c *checker) partedLabel(n accounts.Line) {
	words := wordsOf(n.Label)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if b.from-a.to == 1 && strings.Contains("_"+n.ID+"_", "_"+plainID(a.lower+b.lower)+"_") && fits(hyphen.For("da"), a.lower, b.lower) {
			c.oneWord(&run{pos: n.Pos, text: n.Label}, span{a.from, b.to}, a.lower+b.lower)
		}
	}
}

// plural reports whether a word is a noun in the plural.
func plural(parts *hyphen.Hyphenator, w string) bool {
	n := len(w)
	if w[n-1] == 'r' {
		return parts.Noun(w[:n-1]) || w[n-2] == 'e' && parts.Noun(w[:n-2])
	}
	return false
}

// oneWord tells of two words that are one.
func (c *checker) oneWord(r *run, at span, one string) {
	text := r.text[at.from:at.to]
	one = likeCase(one, text)
	c.tell(r, at.from, at.to, Warning, "spelling", say("%q er nok ét ord: %q", "%q is likely to be one word: %q", text, one), say("%[1]s", "%[1]s", one))
}

// joined reports whether two texts together are a word of the lexicon, with or without an ending.
func (l *lexicon) joined(a, b string) bool {
	l.both.SetSeed(l.seed) // and nothing is written
	l.both.WriteString(a)
	l.both.WriteString(b)
	sum := uint32(l.both.Sum64())
	for i := int(sum) & (len(l.slots) - 1); l.slots[i].id != 0; i = (i + 1) & (len(l.slots) - 1) {
		w := l.forms[l.slots[i].id].lower
		if l.slots[i].sum == sum && len(w) == len(a)+len(b) && w[:len(a)] == a && w[len(a):] == b {
			return true
		}
	}
	return false
}
