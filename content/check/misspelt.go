package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// The words that a slip is looked for in.
const (
	longish  = 8 // letters of a word at least
	habitual = 3 // how often a word stands that is no slip
)

// slipsOfPen finds long words that Danish has not, or as good as not, and has with a letter
// mended. It needs no dictionary: the lexicon that words are broken by at the end of lines is enough.
func (c *checker) slipsOfPen() {
	parts, own := hyphen.For("da"), map[string]bool{}
	for _, w := range c.listed() {
		own[stem(strings.ToLower(w))] = true
	}
	for _, id := range c.long {
		f := &c.read.known.forms[id]
		if f.seen.count >= habitual || own[c.read.known.forms[f.stem].lower] {
			continue
		}
		r, at := f.seen.run, f.seen.at
		for part := range strings.SplitSeq(f.lower, "-") {
			at.to = at.from + len(part)
			if meant := c.meantBy(parts, part, upper(r.text[at.from:])); meant != "" && !r.isBound(at.from, at.to) && !c.isNamed(r, at) {
				c.misspelling(r, at, meant)
			}
			at.from = at.to + len("-")
		}
	}
	c.printed(parts)
}

// meantBy is what a word of the text, in lower case, is a slip of; empty where it is of none. One with a capital may
// be a name, and is only a slip of a compound or of what the text has as well.
func (c *checker) meantBy(parts *hyphen.Hyphenator, word string, capital bool) string {
	meant := slipOf(parts, word)
	if meant != "" && capital && !parts.Compound(meant) && !c.read.known.joined(meant, "") {
		return ""
	}
	return meant
}

// slipOf is what a word in lower case that is long enough is a slip of; empty where it is of none.
func slipOf(parts *hyphen.Hyphenator, word string) string {
	if utf8.RuneCountInString(word) < longish {
		return ""
	}
	meant, _ := parts.Slip(word)
	return meant
}

// isNamed reports whether a word is likely to be a name: it has a capital that no sentence
// begins with.
func (c *checker) isNamed(r *run, at span) bool {
	first, _ := utf8.DecodeRuneInString(r.text[at.from:])
	if !unicode.IsUpper(first) {
		return false
	}
	for _, s := range appendSpans(nil, r.text) {
		if s.from == at.from {
			return false
		}
	}
	return true
}

// misspelling tells of a word that is a slip of another.
func (c *checker) misspelling(r *run, at span, meant string) {
	text := r.text[at.from:at.to]
	meant = likeCase(meant, text)
	pos := c.locate.at(r, at.from)
	if c.toldAt(pos) {
		return // that it is a slip of a name or an office is told already
	}
	c.tell(r, at.from, at.to, Warning, "spelling",
		say("%q er næsten %q; er det en slåfejl?", "%q is almost %q; is it a slip?", text, meant), say("%[1]s", "%[1]s", meant))
}

// toldAt reports whether something is told of a place that is likely to be wrong.
func (c *checker) toldAt(pos diag.Pos) bool {
	return slices.ContainsFunc(c.out, func(t told) bool { return t.Level != Note && t.Pos == pos })
}

// printed looks at the words that stand in no chapter: the labels of the accounts, and the
// offices and names of the roster's groups. A word that stands in two of them is meant so.
func (c *checker) printed(parts *hyphen.Hyphenator) {
	texts := map[string]diag.Pos{} // many have one office
	var order []string
	look := func(pos diag.Pos, text string) {
		if _, has := texts[text]; !has && len(text) >= longish {
			texts[text], order = pos, append(order, text)
		}
	}
	for _, st := range c.rep.Accounts.Statements {
		for _, n := range st.Lines {
			look(n.Pos, n.Label)
		}
	}
	for _, p := range c.persons() {
		look(p.Pos, p.Office)
	}
	for _, g := range c.groups() {
		look(g.Pos, g.Name)
		for _, m := range g.Members {
			look(g.Pos, m.Role)
		}
	}
	times, words := map[string]int{}, make([][]word, len(order))
	for i, text := range order {
		words[i] = wordsOf(text)
		for _, w := range words[i] {
			times[w.lower]++
		}
	}
	for i, text := range order {
		for k, w := range words[i] {
			if k > 0 && c.partedIn(parts, text, words[i][k-1], w) {
				c.oneWord(&run{pos: texts[text], text: text}, span{words[i][k-1].from, w.to}, words[i][k-1].lower+w.lower)
			}
			if times[w.lower] > 1 || w.from > 0 && upper(w.text) {
				continue
			}
			if meant := slipOf(parts, w.lower); meant != "" {
				c.misspelling(&run{pos: texts[text], text: text}, w.span, meant)
			}
		}
	}
}
