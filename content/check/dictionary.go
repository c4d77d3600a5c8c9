package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// reportFile is where what concerns the whole edition is told.
const reportFile = "report.yaml"

// spelt is a word as the dictionary is asked for it, and where it stands first.
type spelt struct {
	text   string
	run    *run
	at     span
	begins bool // a sentence begins with it, so that its capital says nothing
}

// Speller looks words up in a dictionary.
type Speller interface {
	// Unknown says which of some words the dictionary does not have.
	Unknown(words []string) Lookup
	// Better returns what the dictionary would write instead, best first, of those
	// words there is time for.
	Better(words []string) map[string][]string
}

// Lookup is what a dictionary says of some words.
type Lookup struct {
	Unknown map[string]bool
	Left    int  // how many could not be looked up
	Why     Text // they could not
}

// spellables gathers the words of a chapter that a dictionary is asked for: those that
// are not the edition's own, of its word list, its people and places.
func (c *checker) spellables() {
	if c.ed.Speller == nil {
		return
	}
	for _, r := range c.runs {
		for _, w := range r.spellable() {
			if c.own.has(w.text) {
				continue
			}
			if c.often[w.text]++; c.often[w.text] == 1 {
				c.words = append(c.words, w)
			}
		}
	}
}

// dictionary finds those that are in no dictionary.
func (c *checker) dictionary() {
	if c.ed.Speller == nil {
		return
	}
	words := c.words
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	look := c.ed.Speller.Unknown(texts)
	slips := c.told("spelling")
	words = slices.DeleteFunc(words, func(w spelt) bool {
		return !look.Unknown[w.text] || slips[c.locate.at(w.run, w.at.from)]
	})
	words = c.withoutDenials(words)
	better := c.better(words, c.often, look)
	parts := hyphen.For(c.rep.Language)
	maps.DeleteFunc(better, func(w, meant string) bool { // dictionaries lack compounds: elbus, saltlade
		return !slices.Contains(c.listed(), meant) && c.often[strings.ToLower(meant)] < habitual && (parts.Compound(w) || c.begins(w))
	})
	for _, w := range words {
		c.unknown(w, better[w.text])
	}
	if look.Left > 0 {
		c.tellAt(diag.Pos{File: reportFile, Line: 1, Column: 1}, "", Warning, "word",
			Text{fmt.Sprintf("%d af %d ord er ikke slået op: %s", look.Left, len(texts), look.Why.Danish),
				fmt.Sprintf("%d of %d words were not looked up: %s", look.Left, len(texts), look.Why.English)}, Text{})
	}
}

// undenied is a word without the letter before it that is one by itself: "u" denies it, "ø" is where it is; empty
// where it begins with neither.
func undenied(w string) string {
	for _, letter := range []string{"u", "ø"} {
		if rest, is := strings.CutPrefix(w, letter); is {
			return rest
		}
	}
	return ""
}

// withoutDenials are words but for those that are one that the dictionary has with such a letter: "urealiserede".
func (c *checker) withoutDenials(words []spelt) []spelt {
	const least = 8 // letters: shorter ones are slips of others
	var denied []string
	for _, w := range words {
		if rest := undenied(w.text); c.rep.Language == "da" && len(rest) >= least {
			denied = append(denied, rest)
		}
	}
	if len(denied) == 0 {
		return words
	}
	look := c.ed.Speller.Unknown(denied)
	return slices.DeleteFunc(words, func(w spelt) bool {
		rest := undenied(w.text)
		return len(rest) >= least && look.Left == 0 && slices.Contains(denied, rest) && !look.Unknown[rest]
	})
}

// told are the places that something of a code is told of.
func (c *checker) told(code string) map[diag.Pos]bool {
	out := map[diag.Pos]bool{}
	for _, t := range c.out {
		if t.Code == code {
			out[t.Pos] = true
		}
	}
	return out
}

// begins reports whether the edition has a compound that begins with a word: "padelbaner" of padel.
func (c *checker) begins(w string) bool {
	const least = 3 // letters of what comes after it
	w = strings.ToLower(w)
	for o := range c.often {
		if len(o) >= len(w)+least && strings.HasPrefix(strings.ToLower(o), w) {
			return true
		}
	}
	return false
}

// better is what may be meant by words a dictionary does not have: one of the
// edition's own list, one of its text that the dictionary has, or what that would
// write itself. Only of such as a warning can be given of is it sought.
func (c *checker) better(words []spelt, often map[string]int, look Lookup) map[string]string {
	out := map[string]string{}
	known := map[string]int{}
	if look.Left == 0 {
		for w, n := range often {
			if !look.Unknown[w] {
				known[strings.ToLower(w)] += n
			}
		}
	}
	var ask []string
	for _, w := range words {
		for _, l := range c.listed() {
			if oneSlip(w.text, l) {
				out[w.text] = l
			}
		}
		if out[w.text] == "" && w.slips() {
			ask = append(ask, w.text)
		}
	}
	near := nearOnes(ask, known)
	ask = slices.DeleteFunc(ask, func(w string) bool {
		out[w] = likeCase(near[strings.ToLower(w)], w)
		return out[w] != ""
	})
	for w, list := range c.ed.Speller.Better(ask) {
		if len(list) > 0 && oneSlip(w, list[0]) {
			out[w] = list[0]
		}
	}
	return out
}

// likeCase gives a word the capital that another begins with.
func likeCase(w, other string) string {
	if c, size := utf8.DecodeRuneInString(w); size > 0 && unicode.IsUpper(firstRune(other)) {
		return string(unicode.ToUpper(c)) + w[size:]
	}
	return w
}

// nearOnes is, of each of some words, in lower case, the one of others that is a
// slip from it, the commonest where there are several.
func nearOnes(words []string, known map[string]int) map[string]string {
	less := map[uint64][]string{} // by what a word is with a letter out
	var sums []uint64
	for _, w := range words {
		w = strings.ToLower(w)
		sums = appendSums(sums[:0], w)
		for _, l := range sums {
			less[l] = append(less[l], w)
		}
	}
	out := map[string]string{}
	if len(less) == 0 {
		return out
	}
	for _, k := range slices.Sorted(maps.Keys(known)) {
		if utf8.RuneCountInString(k) < slipped {
			continue
		}
		sums = appendSums(sums[:0], k)
		for _, l := range sums {
			for _, w := range less[l] {
				if known[k] > known[out[w]] && oneSlip(w, k) {
					out[w] = k
				}
			}
		}
	}
	return out
}

// slipped is how many letters a word has at least that is taken for a slip of
// another.
const slipped = 5

// slips reports whether a word may be a slip: one that has a capital of its own
// may be a name.
func (w spelt) slips() bool {
	first, _ := utf8.DecodeRuneInString(w.text)
	return (w.begins || !unicode.IsUpper(first)) && utf8.RuneCountInString(w.text) >= slipped
}

// unknown tells of a word. It is likely to be wrong where there is one a slip from
// it, and a name where it has a capital of its own.
func (c *checker) unknown(w spelt, better string) {
	level, should := Note, Text{}
	if better != "" && w.slips() {
		level, should = Warning, say("%[1]s", "%[1]s", better)
	}
	c.tell(w.run, w.at.from, w.at.to, level, "word", say("%q er ikke i ordbogen", "%q is not in the dictionary", w.text), should)
}

// oneSlip reports whether one word is another with one letter out, in, replaced or
// swapped, its case left aside. Words that are parted are no slip.
func oneSlip(a, b string) bool {
	return !strings.ContainsAny(b, " -") && distance(strings.ToLower(a), strings.ToLower(b), 1) <= 1
}

// spellable are a run's words that a dictionary may be asked for: no figures, short
// forms, addresses or words in capitals. Of a word with hyphens the parts are.
func (r *run) spellable() []spelt {
	var out []spelt
	for _, s := range r.parts {
		for i, w := range s.words {
			at := span{s.from + w.from, s.from + w.to}
			if r.isBound(at.from, at.to) || r.addressed(at) {
				continue
			}
			from := at.from
			for part := range strings.SplitSeq(w.text, "-") {
				to := from + len(part)
				short := to < len(r.text) && r.text[to] == '.' && utf8.RuneCountInString(part) <= 4
				if !short && plainWord(part) && !r.isForeign(span{from, to}) {
					out = append(out, spelt{part, r, span{from, to}, i == 0})
				}
				from = to + 1
			}
		}
	}
	return out
}

// addressed reports whether a word is part of an address: it touches a sign that
// stands in those and no blank comes after it.
func (r *run) addressed(at span) bool {
	before, after := r.text[:at.from], r.text[at.to:]
	return strings.HasPrefix(after, "@") || strings.HasSuffix(before, "@") || strings.HasSuffix(before, "/") || strings.HasPrefix(after, "://") ||
		strings.HasSuffix(before, ".") && len(before) > 1 && before[len(before)-2] != ' ' || len(after) > 1 && after[0] == '.' && after[1] != ' ' && wordly(rune(after[1]))
}

// plainWord reports whether a text is all letters, more than one, with at most its
// first a capital; "KL's" is a name in capitals.
func plainWord(s string) bool {
	for i, c := range s {
		if !unicode.IsLetter(c) || i > 0 && unicode.IsUpper(c) {
			return false
		}
	}
	return utf8.RuneCountInString(s) > 1
}

// wordList is words that are right, in lower case.
type wordList map[string]bool

// add adds the words of a text.
func (l wordList) add(texts ...string) {
	for _, t := range texts {
		for _, w := range wordsOf(t) {
			l[strings.ToLower(w.text)] = true
			for part := range strings.SplitSeq(w.text, "-") {
				l[strings.ToLower(part)] = true
			}
		}
	}
}

// has reports whether a word is in the list, or is one of it in the genitive.
func (l wordList) has(w string) bool {
	w = strings.ToLower(w)
	return l[w] || l[strings.TrimSuffix(w, "s")]
}

// ownWords are the words the edition itself answers for.
func (c *checker) ownWords() wordList {
	own := wordList{}
	own.add(c.rep.Publisher)
	own.add(c.rep.Words...)
	own.add(c.rep.Hyphenated()...)
	own.add(municipalities()...)
	own.add(regions()...)
	for _, p := range c.persons() {
		own.add(p.Name, p.Office, p.Municipality)
	}
	for _, g := range c.groups() {
		own.add(g.Name)
	}
	for _, u := range c.rep.Units {
		own.add(u.Name)
	}
	return own
}

// listed are the words of the edition's own list that slips of other words are
// sought by, with those it hyphenates.
func (c *checker) listed() []string {
	return slices.Concat(c.rep.Words, c.rep.Hyphenated())
}
