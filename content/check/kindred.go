package check

import (
	"slices"
	"strings"
)

// body is an organ by the parts of its name: of "Klima- og Miljøudvalget" they are klima
// and miljø, and it is an udvalg.
type body struct {
	name  string
	head  string
	parts []string // in lower case
}

// heads are what organs with such names are.
func heads() []string {
	return []string{"udvalg", "nævn", "råd", "komité", "kommission", "forvaltning", "afdeling", "bestyrelse", "styregruppe", "arbejdsgruppe", "sekretariat", "center", "kontor", "styrelse"}
}

// kindredOf are the organs of the roster whose names have two parts or more, by what they are.
func (c *checker) kindredOf() map[string][]body {
	out := map[string][]body{}
	add := func(name string) {
		words := wordsOf(name)
		for i := range words {
			if b, _, is := bodyAt(name, words, i); is {
				b.name = name
				out[b.head] = append(out[b.head], b)
				return
			}
		}
	}
	for _, g := range c.groups() {
		add(g.Name)
	}
	for _, u := range c.rep.Units {
		add(u.Name)
	}
	return out
}

// bodyAt is the organ whose name begins with the i-th word of a text, which a hyphen leaves
// open, and the number of its last word.
func bodyAt(text string, words []word, i int) (b body, last int, is bool) {
	for k := i; k < len(words); k++ {
		w := words[k]
		if w.lower == "og" && k > i {
			continue
		}
		if w.to < len(text) && text[w.to] == '-' {
			if k+1 < len(words) && !strings.HasPrefix(text[w.to+1:], " og ") && !strings.HasPrefix(text[w.to+1:], ", ") {
				return b, 0, false
			}
			b.parts = append(b.parts, w.lower)
			continue
		}
		part, head := asOrgan(w.lower)
		if len(b.parts) == 0 || head == "" {
			return b, 0, false
		}
		b.parts, b.head, b.name = append(b.parts, part), head, text[words[i].from:w.to]
		return b, k, true
	}
	return b, 0, false
}

// asOrgan parts a word that says what an organ is from what it is for; both are empty where
// it is none.
func asOrgan(lower string) (part, head string) {
	for _, h := range heads() {
		n := strings.LastIndex(lower, h)
		if n < 1 {
			continue
		}
		switch lower[n+len(h):] {
		case "", "s", "et", "ets", "en", "ens", "n", "ns":
			return lower[:n], h
		}
	}
	return "", ""
}

// kindreds finds names of organs that share all parts but one with one of the roster's and
// are none of these: "Klima- og Energiudvalget", where there is a Klima- og Miljøudvalg.
func (c *checker) kindreds() {
	for _, r := range c.runs {
		if len(c.kindred) > 0 && strings.Contains(r.text, "- og ") {
			for _, s := range r.parts {
				c.kindredIn(r, s)
			}
		}
		if r.marks&organic == 0 {
			continue
		}
		for _, s := range r.parts {
			if s.has(organic) {
				c.shortened(r, s)
			}
		}
	}
}

// shortened tells of an organ with a capital that no group of the roster is, and that has some of the
// name of one: "Sundhedsudvalget" of Sundheds- og Ældreudvalget, "Kommunernes Klimaudvalg" of
// Kommunernes Klimahandlingsudvalg.
func (c *checker) shortened(r *run, s sentence) {
	for i, w := range s.words {
		part, head := asOrgan(w.lower)
		if head != "udvalg" || !upper(w.text) || i > 0 && strings.HasSuffix(s.text[:w.from], "- og ") || c.isGroup(part, head) {
			continue
		}
		for _, g := range c.organsOwn {
			if g.head == head && g.of != "" && !g.open && strings.HasPrefix(g.part, part) && strings.HasSuffix(s.text[:w.from], g.of) {
				c.tellKin(r, s, span{w.from - len(g.of), w.to}, g.name)
				return
			}
		}
		if whole := c.halfOf(part, head); whole != "" && c.ours(s, i, i) && c.timesNamed(w) == 1 {
			c.tellKin(r, s, w.span, whole)
		}
	}
}

// tellKin tells of an organ that is not the roster's.
func (c *checker) tellKin(r *run, s sentence, at span, is string) {
	c.tell(r, s.from+at.from, s.from+at.to, Warning, "name",
		say("%q er ikke i navnelisten; der står %q", "%q is not in the roster; it has %q", s.text[at.from:at.to], is), say("%[1]s", "%[1]s", is))
}

// ownOrgan is the last word of the name of a group of the roster, where that is an organ.
type ownOrgan struct {
	name, of   string // the whole name, and what stands before the word
	part, head string
	open       bool // what stands before is of the same compound: "Skole- og Fritidsudvalget"
}

// ownOrgans are those of the roster.
func (c *checker) ownOrgans() []ownOrgan {
	var out []ownOrgan
	for _, g := range c.groups() {
		at := strings.LastIndexByte(g.Name, ' ') + 1
		if part, head := asOrgan(strings.ToLower(g.Name[at:])); head != "" {
			out = append(out, ownOrgan{g.Name, g.Name[:at], part, head, strings.HasSuffix(g.Name[:at], "- og ")})
		}
	}
	return out
}

// isGroup reports whether the last word of a group of the roster, whole, is an organ of a name.
func (c *checker) isGroup(part, head string) bool {
	return slices.ContainsFunc(c.organsOwn, func(g ownOrgan) bool {
		return g.head == head && !g.open && strings.TrimRight(g.part, "se") == strings.TrimRight(part, "se")
	})
}

// halfOf is the one organ of the roster that has a part among others, and that the chapter never names
// whole; empty where there is none, or more.
func (c *checker) halfOf(part, head string) string {
	like := ""
	for _, b := range c.kindred[head] {
		if len(oddParts([]string{part}, b.parts)) > 0 {
			continue
		}
		if like != "" || slices.ContainsFunc(c.runs, func(r *run) bool { return strings.Contains(r.text, b.name) }) {
			return ""
		}
		like = b.name
	}
	return like
}

// kindredIn judges the names of organs in a sentence.
func (c *checker) kindredIn(r *run, s sentence) {
	for i := 0; i < len(s.words); i++ {
		w := s.words[i]
		if w.to >= len(s.text) || s.text[w.to] != '-' || !upper(w.text) {
			continue
		}
		b, last, is := bodyAt(s.text, s.words, i)
		if !is {
			continue
		}
		if like := c.likeBody(b); like != "" && c.ours(s, i, last) {
			c.tellKin(r, s, span{w.from, s.words[last].to}, like)
		}
		i = last
	}
}

// likeBody is the one organ of the roster that another shares all parts but one with; empty
// where it is one of them, or like several.
func (c *checker) likeBody(b body) string {
	like, n := "", 0
	for _, o := range c.kindred[b.head] {
		odd := oddParts(b.parts, o.parts)
		if len(odd) == 0 && len(o.parts) == len(b.parts) {
			return ""
		}
		if len(o.parts) == len(b.parts) && len(odd) == 1 || len(o.parts) == len(b.parts)+1 && len(odd) == 0 && len(b.parts) > 1 {
			like, n = o.name, n+1
		}
	}
	if n > 1 {
		return ""
	}
	return like
}

// oddParts are those parts of one name that another has not, in any form.
func oddParts(parts, others []string) []string {
	var out []string
	for _, p := range parts {
		if !slices.ContainsFunc(others, func(o string) bool { return strings.TrimRight(p, "se") == strings.TrimRight(o, "se") }) {
			out = append(out, p)
		}
	}
	return out
}

// ours reports whether an organ that the words from one to another name is the edition's: it
// is told of as one that is known, or as the publisher's, and as nobody else's.
func (c *checker) ours(s sentence, first, last int) bool {
	if rest := s.text[s.words[last].to:]; strings.HasPrefix(rest, " i ") && last+2 < len(s.words) && upper(s.words[last+2].text) {
		return false // of another place
	}
	owned := false
	if first > 0 && s.text[s.words[first-1].to:s.words[first].from] == " " {
		before := s.words[first-1]
		owned = strings.HasSuffix(before.lower, "s") && (strings.EqualFold(ungenitive(before.text), c.rep.Publisher) || s.words[first-1].lower == "vores")
		if !owned && strings.HasSuffix(before.lower, "s") && before.lower != "hos" {
			return false // the parliament's, a council's
		}
	}
	return owned || !strings.HasSuffix(s.words[last].lower, s.head(last))
}

// head is what an organ is that ends in the i-th word.
func (s sentence) head(i int) string {
	_, head := asOrgan(s.words[i].lower)
	return head
}
