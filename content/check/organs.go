package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// organList is the names of the roster's groups and units.
type organList struct {
	names map[rune][]knownName // by their first letters
	exact map[string]bool
	begin *[256]bool // the first bytes of the names
	dated []string   // the names that years are in
}

// add adds a name that is long enough to be told from others.
func (l organList) add(name string) {
	if utf8.RuneCountInString(name) >= 10 && !l.exact[name] {
		var one nameList
		one.add(name)
		first := firstRune(name)
		l.begin[name[0]] = true
		l.names[first] = append(l.names[first], one.all[0])
		l.exact[name] = true
	}
}

// newOrgans reads them.
func (c *checker) newOrgans() organList {
	l := organList{names: map[rune][]knownName{}, exact: map[string]bool{}, begin: new([256]bool)}
	for _, g := range c.groups() {
		l.add(g.Name)
	}
	for _, u := range c.rep.Units {
		l.add(u.Name)
	}
	for name := range l.exact {
		if len(fourDigits(name)) > 0 {
			l.dated = append(l.dated, name)
		}
	}
	slices.Sort(l.dated)
	return l
}

// otherTerm tells of a group's name with other years than the roster's: of another term.
func (c *checker) otherTerm(r *run) {
	for _, name := range c.bodies.dated {
		lead := name[:fourDigits(name)[0].from]
		from := strings.Index(r.text, lead)
		if from < 0 || len(r.text)-from < len(name) {
			continue
		}
		said := r.text[from : from+len(name)]
		if said != name && undated(said) == undated(name) && !c.bodies.exact[said] && distance(said, name, 2) > 2 {
			c.tell(r, from, from+len(said), Warning, "year", say("i navnelisten hedder det %q", "the roster has %q", name), say("%[1]s", "%[1]s", name))
		}
	}
}

// undated is a text with a nought for each of its digits.
func undated(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, text)
}

// organs finds names of groups and units in the text that are almost the roster's.
func (c *checker) organs() {
	names, exact := c.bodies.names, c.bodies.exact
	for _, r := range c.runs {
		if len(names) == 0 {
			return
		}
		if r.marks&digited != 0 {
			c.otherTerm(r)
		}
		var words []word // of the whole run, once one of them may begin a name
		at := 0
		for _, s := range r.parts {
			for i := range s.words {
				if !c.bodies.begin[s.words[i].text[0]] {
					continue
				}
				list := names[firstRune(s.words[i].text)]
				if len(list) > 0 && words == nil {
					words = r.words()
				}
				if len(list) > 0 {
					c.organ(r, words[at+i:], list, exact)
				}
			}
			at += len(s.words)
		}
	}
}

// organ judges what begins with the first of some words.
func (c *checker) organ(r *run, words []word, names []knownName, exact map[string]bool) {
	for _, name := range names {
		n := name.words
		if n > len(words) {
			continue
		}
		from, to := words[0].from, words[n-1].to
		text := r.text[from:to]
		if off := len(text) - len(name.text); off > 4 || off < -4 || far(lettersOf(foldName(text)), name.letters, 2) {
			continue
		}
		if strings.ContainsAny(text, ":;.()") && !strings.ContainsAny(name.text, ":;.()") {
			continue // words of two sentences
		}
		if exact[text] || strings.EqualFold(text, name.text) || exact[strings.TrimSuffix(text, "s")] || ending(text, name.text) || distance(foldName(text), name.folded, 2) > 2 || n == 1 && c.ordinary(text) {
			continue
		}
		c.tell(r, from, to, Error, "name", say("%q er ikke i navnelisten; der står %q", "%q is not in the roster; it has %q", text, name.text), say("%[1]s", "%[1]s", name.text))
		return
	}
}

// ordinary reports whether a word is one of the language that is no compound, and so means what
// it says: "Besparelsen" is no slip of Bestyrelsen.
func (c *checker) ordinary(text string) bool {
	parts, w := hyphen.For(c.rep.Language), strings.ToLower(text)
	return parts.Has(w) && !parts.Compound(w)
}

// nounEnding reports whether letters may be the last of a form of a Danish noun.
func nounEnding(w string) bool {
	switch w {
	case "", "e", "s", "t", "n", "r", "en", "et", "er", "es", "ne", "ns", "ts", "rs", "re":
		return true
	}
	return false
}

// ending reports whether two names differ in their ending alone: udvalg, udvalget.
func ending(a, b string) bool {
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return nounEnding(a[n:]) && nounEnding(b[n:])
}
