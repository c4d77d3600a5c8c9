package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// enumerated things are counted where a number stands before them: "fem afdelinger: A, B, C,
// D samt E", "to udvalg, A og B", "de fem kommuner A, B, C, D og E".

// enumeration holds a number against what is enumerated after it in the sentence.
func (c *checker) enumeration(r *run, s sentence, figs []figure) {
	for _, f := range figs {
		if f.kind != count || f.unit != 10_000 || f.about || f.n < 2 || f.n > mostListed || r.isBound(s.from+f.from, s.from+f.to) {
			continue
		}
		least, most, last := namedAfter(s, f.to)
		if least == 0 && f.from == 0 {
			least, most, last = twoNamed(s)
		}
		if least < 2 || f.n >= int64(least) && f.n <= int64(most) || slices.ContainsFunc(figs, func(o figure) bool { return o.from > f.from && o.from < last }) || slices.ContainsFunc(s.within(f.to, last), func(w word) bool { return w.said > 1 }) {
			continue // "formanden og to medlemmer"
		}
		if w := wordBefore(s, f.from); someOf(w) || w == "de" && f.n < int64(least) && least != most {
			continue
		}
		c.tell(r, s.from+f.from, s.from+f.to, Warning, "figure-differs",
			say("der nævnes %[1]d", "%[1]d are named", least), say("%[1]d", "%[1]d", least))
		return
	}
}

// mostListed is how many things a sentence enumerates at most.
const mostListed = 12

// wordBefore is the word right before a place, in lower case; empty where there is none.
func wordBefore(s sentence, at int) string {
	last := ""
	for _, w := range s.words {
		if w.to > at {
			break
		}
		last = w.lower
	}
	return last
}

// namedAfter is how many things are enumerated after the noun that stands at a place, at
// least and at most, for a name may have an "og" of its own, and where that ends; 0 where
// nothing is.
func namedAfter(s sentence, at int) (least, most, end int) {
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from >= at })
	const nouns = 3 // words between the number and what is enumerated
	for k := i; i >= 0 && k < min(i+nouns, len(s.words)-1); k++ {
		w, next := s.words[k], s.words[k+1]
		if shortened := k == i && w.text == strings.ToUpper(w.text) && s.text[w.to:next.from] == ": "; upper(w.text) && !shortened || strings.ContainsAny(s.text[at:w.from], ",;:.()") {
			return 0, 0, 0
		}
		switch gap := s.text[w.to:next.from]; {
		case gap == ": ":
			return itemsFrom(s, k+1, false, true)
		case gap == " " && (k > i || linking(w.lower)) && upper(next.text):
			return 0, 0, 0 // "fire på Fyn og seks på Sjælland", "fire år efter gik A og B sammen"
		case (gap == ", " || gap == " ") && upper(next.text):
			return itemsFrom(s, k+1, gap == ", ", false)
		}
	}
	return 0, 0, 0
}

// twoNamed is how many things a sentence that begins with their number ends with, where they are two,
// each a definite noun and what is said of it: "To ting fylder: havnen i syd og broen".
func twoNamed(s sentence) (least, most, end int) {
	at := strings.Index(s.text, ": ")
	if at < 0 || strings.ContainsAny(s.text[:at], ",;()") {
		return 0, 0, 0
	}
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at+len(": ") })
	joint := slices.IndexFunc(s.words, func(w word) bool { return w.from > at && w.lower == "og" })
	parts := hyphen.For("da")
	if i < 0 || joint < 0 || joint+1 == len(s.words) || !parts.Definite(s.words[i].lower) || !parts.Definite(s.words[joint+1].lower) {
		return 0, 0, 0
	}
	if least, most, end = itemsFrom(s, i, false, true); least != 2 || end != len(s.text) {
		return 0, 0, 0
	}
	return least, most, end
}

// linking reports whether a word is none that things are counted by.
func linking(w string) bool {
	switch w {
	case "på", "i", "fra", "til", "ved", "hos", "af", "med", "for", "mod", "om", "er", "var", "blev", "bliver", "gik", "kom", "har", "havde", "in", "at", "from", "to", "of", "were", "are":
		return true
	}
	return false
}

// itemsFrom counts the things that are enumerated from the i-th word on, each a name or some
// words, up to the end of the sentence or, of names, to the first other word; loose: that
// begins another clause; whole: nothing but what is enumerated may follow.
func itemsFrom(s sentence, i int, loose, whole bool) (least, most, end int) {
	names := upper(s.words[i].text)
	items, joints, inner, length := 1, 0, 0, 1
	for k := i + 1; k < len(s.words); k++ {
		w, before := s.words[k], s.words[k-1]
		gap := s.text[before.to:w.from]
		joint := w.lower == "og" || w.lower == "samt" || w.lower == "eller"
		switch {
		case gap == ", " && !joint && (joints == 0 || upper(w.text)):
			items, inner, joints, length = items+1, inner+joints, 0, 0
		case gap == " " && joint:
			joints, length = joints+1, 0
			continue
		case gap != " ":
			return enclosed(items, joints, inner, before.to)
		}
		if names && !upper(w.text) {
			if (loose || whole) && gap == " " {
				return 0, 0, 0 // another clause begins with names, or more is said of each
			}
			return enclosed(items, joints, inner, before.to)
		}
		if length++; !names && (length > longestItem || clausal(w.lower)) {
			return 0, 0, 0
		}
	}
	return enclosed(items, joints, inner, len(s.text))
}

// longestItem is how many words a thing enumerated has at most that is no name.
const longestItem = 4

// enclosed is how many things there are with so many commas and words that join after the last
// comma and before it.
func enclosed(items, joints, inner, end int) (least, most, to int) {
	if joints == 0 {
		return 0, 0, 0
	}
	return items + 1, items + joints + inner, end
}

// clausal reports whether a word makes what it stands in a clause.
func clausal(w string) bool {
	switch w {
	case "som", "der", "hvor", "er", "var", "har", "havde", "blev", "bliver", "at", "når", "fordi", "kan", "skal", "vil":
		return true
	}
	return false
}

// peopleListed holds "tre medlemmer: A, B og C" against how many of the roster are named.
func (c *checker) peopleListed(r *run, s sentence, figs []figure) {
	at := strings.Index(s.text, ": ")
	if at < 0 {
		return
	}
	n := slices.IndexFunc(figs, func(f figure) bool {
		return f.to < at && f.kind == count && f.unit == 10_000 && !f.about && len(strings.Fields(s.text[f.to:at])) == 1
	})
	if n < 0 || len(figs) > n+1 {
		return
	}
	f, named := figs[n], int64(0)
	for _, p := range c.persons() {
		if p.Name != "" && strings.Contains(s.text[at:], p.Name) {
			named++
		}
	}
	const fewest = 2
	noun := strings.TrimSpace(s.lower[f.to:at])
	if named < fewest || f.n == named || noun != "medlemmer" && noun != "personer" && noun != "mennesker" || r.isBound(s.from+f.from, s.from+f.to) || someOf(wordBefore(s, f.from)) {
		return
	}
	c.tell(r, s.from+f.from, s.from+f.to, Warning, "seats", say("der nævnes %[1]d", "%[1]d are named", named), say("%[1]d", "%[1]d", named))
}
