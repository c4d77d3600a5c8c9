package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spelt is a word as the dictionary is asked for it, and where it stands first.
type spelt struct {
	text   string
	run    *run
	at     span
	begins bool // a sentence begins with it, so that its capital says nothing
}

// dictionary finds words that are in no dictionary and are not the edition's own:
// its word list, its people and places.
func (c *checker) dictionary() {
	if c.ed.Unknown == nil {
		return
	}
	own := c.ownWords()
	var words []spelt
	seen := map[string]bool{}
	for _, r := range c.runs {
		for _, w := range r.spellable() {
			if !seen[w.text] && !own.has(w.text) {
				seen[w.text] = true
				words = append(words, w)
			}
		}
	}
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	unknown := c.ed.Unknown(texts)
	for _, w := range words {
		if better, is := unknown[w.text]; is {
			c.unknown(w, better)
		}
	}
}

// unknown tells of a word. It is likely to be wrong where the dictionary has one a
// slip from it, and a name where it has a capital of its own.
func (c *checker) unknown(w spelt, better []string) {
	level, should := Note, Text{}
	for _, l := range c.listed() {
		if oneSlip(w.text, l) {
			better = []string{l}
		}
	}
	first, _ := utf8.DecodeRuneInString(w.text)
	if len(better) > 0 && (w.begins || !unicode.IsUpper(first)) && utf8.RuneCountInString(w.text) >= 5 && oneSlip(w.text, better[0]) {
		level, should = Warning, say("%[1]s", "%[1]s", better[0])
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
				if !short && plainWord(part) {
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
