package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/danish"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// The words that a slip is looked for in.
const (
	longish  = 8 // letters of a word at least
	habitual = 3 // how often a word stands that is no slip
)

// slipsOfPen finds long words that are no compound of words that are known, the built-in
// and the edition's own, and are one with a letter mended. It needs no dictionary.
func (c *checker) slipsOfPen() {
	known, parts := danish.New(), hyphen.For("da")
	c.teach(known)
	for _, id := range c.long {
		f := &c.read.known.forms[id]
		if f.seen.count >= habitual || len(f.lower) < longish {
			continue
		}
		meant, is := known.Slip(f.lower, f.seen.count)
		if !is || !bindingLost(f.lower, meant) && parts.Has(f.lower) {
			continue // it is a word that is not among those of reports
		}
		r, at := f.seen.run, f.seen.at
		if r.isBound(at.from, at.to) || c.isNamed(r, at) {
			continue
		}
		c.misspelling(r, at, meant)
	}
	c.printed(known)
}

// bindingLost reports whether what is meant is the word with the s that joins two parts of it: both
// parts are words for themselves.
func bindingLost(word, meant string) bool {
	at := 0
	for at < len(word) && word[at] == meant[at] {
		at++
	}
	return len(meant) == len(word)+1 && meant[at] == 's' && word[at:] == meant[at+1:]
}

// teach takes up what the edition's text has often and what it has in its own list.
func (c *checker) teach(known *danish.Words) {
	for _, w := range c.listed() {
		known.Add(strings.ToLower(w), habitual)
	}
	for _, id := range c.long {
		if f := &c.read.known.forms[id]; f.seen.count > 1 {
			known.Add(c.read.known.forms[f.stem].lower, f.seen.count)
		}
	}
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
	if slices.ContainsFunc(c.out, func(t told) bool { return t.Level != Note && t.Pos == pos }) {
		return // that it is a slip of a name or an office is told already
	}
	c.tell(r, at.from, at.to, Warning, "spelling",
		say("%q er næsten %q; er det en slåfejl?", "%q is almost %q; is it a slip?", text, meant), say("%[1]s", "%[1]s", meant))
}

// printed looks at the words that stand in no chapter: the labels of the accounts, and the
// offices and names of the roster's groups.
func (c *checker) printed(known *danish.Words) {
	clean := map[string]bool{} // many have one office
	look := func(pos diag.Pos, text string) {
		if len(text) < longish || clean[text] {
			return
		}
		clean[text] = true
		for _, w := range wordsOf(text) {
			first, size := utf8.DecodeRuneInString(w.text)
			if w.from > 0 && unicode.IsUpper(first) || size == 0 || utf8.RuneCountInString(w.text) < longish {
				continue
			}
			if meant, is := known.Slip(w.lower, 1); is {
				clean[text] = false
				c.misspelling(&run{pos: pos, text: text}, w.span, meant)
			}
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
}
