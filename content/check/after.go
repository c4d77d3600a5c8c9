package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// afterName holds what stands after a name of the roster against it: "NAME (V), Lemvig",
// "NAME, direktør", "NAME, som er direktør".
func (c *checker) afterName(r *run, to int, bearers []*content.Person) {
	at := to
	if rest := r.text[at:]; strings.HasPrefix(rest, " (") {
		if end := strings.IndexByte(rest, ')'); end > 0 && end < 8 {
			at += end + 1
		}
	}
	if place, is := strings.CutPrefix(r.text[at:], " fra "); is {
		if home := placeIn(place); home != "" {
			c.homeOf(r, span{at + len(" fra "), at + len(" fra ") + len(home)}, bearers)
		}
		return
	}
	rest, is := strings.CutPrefix(r.text[at:], ", ")
	if !is {
		return
	}
	at += len(", ")
	for _, lead := range []string{"som er ", "der er ", "who is "} {
		if cut, has := strings.CutPrefix(rest, lead); has {
			rest, at = cut, at+len(lead)
		}
	}
	word := rest[:letters(rest)]
	if next := strings.TrimPrefix(rest[len(word):], " "); next != rest[len(word):] && next != "" && upper(next) && !upper(rest) {
		return // it is the office of the next: "direktør A B, økonomichef C D"
	}
	switch lower := lowered(word); {
	case word == "":
	case upper(word) && c.isParish(word):
		c.homeOf(r, span{at, at + len(word)}, bearers)
	case c.known.offices[lower] && !chaired(lower) && !slices.ContainsFunc(bearers, func(p *content.Person) bool { return c.mayBe(p, lower) }):
		c.tell(r, at, at+len(word), Error, "office",
			say("%s er ikke %s i navnelisten, men %s", "%s is not %s in the roster, but %s", bearers[0].Name, lower, bearers[0].Office), say("%[1]s", "%[1]s", strings.ToLower(bearers[0].Office)))
	}
}

// homeOf tells of a municipality right after a name that is not the roster's.
func (c *checker) homeOf(r *run, at span, bearers []*content.Person) {
	said := r.text[at.from:at.to]
	if slices.ContainsFunc(bearers, func(p *content.Person) bool {
		return p.Municipality == "" || sameParish(withoutKommune(p.Municipality)) == sameParish(said)
	}) {
		return
	}
	p := bearers[0]
	c.tell(r, at.from, at.to, Error, "municipality", say("%s har %s i navnelisten", "%s has %s in the roster", p.Name, p.Municipality), say("%[1]s", "%[1]s", p.Municipality))
}

// enumerated finds names that are almost a municipality's among such: "Lemvig, Struer og
// Holstebor", "A og B kommuner".
func (c *checker) enumerated(r *run) {
	for _, s := range r.parts {
		for i := 0; i+1 < len(s.words); i++ {
			if next := i + 1; !upper(s.words[i].text) || !upper(s.words[next].text) && s.words[next].lower != "og" {
				continue
			}
			row := listed(s, i)
			if len(row) > 1 {
				plural := strings.HasPrefix(s.lower[row[len(row)-1].to:], " kommuner")
				c.parishesIn(r, s, row, plural)
			}
			i += max(0, len(row)-1)
		}
	}
}

// listed are the words from the i-th on that begin with a capital and have only commas and
// "og" between them; that is left out.
func listed(s sentence, i int) []word {
	var out []word
	for k := i; k < len(s.words); k++ {
		w := s.words[k]
		switch {
		case upper(w.text) && (len(out) == 0 || strings.Trim(s.text[out[len(out)-1].to:w.from], ", og") == ""):
			out = append(out, w)
		case w.lower == "og" && len(out) > 0:
		default:
			return out
		}
	}
	return out
}

// parishesIn judges names of which two are municipalities', or one is where the text says
// that all are.
func (c *checker) parishesIn(r *run, s sentence, row []word, plural bool) {
	known := 0
	for _, w := range row {
		if c.isParish(w.text) {
			known++
		}
	}
	if known == 0 || known == len(row) || known < 2 && !plural {
		return
	}
	list := municipalities()
	const least = 6 // letters that a slip of a name can be told by
	for _, w := range row {
		if len(w.text) < least || slices.Contains(list, sameParish(w.text)) || slices.Contains(list, sameParish(strings.TrimSuffix(w.text, "s"))) {
			continue
		}
		if near := nearest(w.text, list, 2); near != "" {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "municipality", say("%q findes ikke", "there is no %q", w.text), say("%[1]s", "%[1]s", near))
		}
	}
}

// isParish reports whether a word is a municipality's name.
func (c *checker) isParish(w string) bool {
	if c.townships == nil {
		c.townships = map[string]bool{}
		for _, m := range municipalities() {
			c.townships[m] = true
		}
	}
	return c.townships[sameParish(w)]
}
