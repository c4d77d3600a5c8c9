package check

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	at, rest = c.partyNamed(r, at, rest, bearers)
	word := rest[:letters(rest)]
	if next := strings.TrimPrefix(rest[len(word):], " "); next != rest[len(word):] && next != "" && upper(next) && !upper(rest) {
		return // it is the office of the next: "direktør A B, økonomichef C D"
	}
	if number, is := strings.CutPrefix(rest, "1. "); is {
		word, at = number[:letters(number)], at+len("1. ")
	}
	c.officeIn(r, at+len(word), word, bearers)
	switch lower := lowered(word); {
	case word == "":
	case political(lower) && !c.known.offices[lower]:
		c.otherOffice(r, span{at, at + len(word)}, lower, bearers)
	case chaired(lower):
		c.chairAfter(r, span{at, at + len(word)}, lower, bearers)
	case upper(word) && c.isParish(word):
		c.homeOf(r, span{at, at + len(word)}, bearers)
	case c.known.offices[lower] && !chaired(lower) && !slices.ContainsFunc(bearers, func(p *content.Person) bool { return c.mayBe(p, lower) }):
		c.tell(r, at, at+len(word), Error, "office",
			say("%s er ikke %s i navnelisten, men %s", "%s is not %s in the roster, but %s", bearers[0].Name, lower, bearers[0].Office), say("%[1]s", "%[1]s", strings.ToLower(bearers[0].Office)))
	}
}

// placeBefore holds "X ved borgmester NAME", "X er repræsenteret ved borgmester NAME" against the
// municipality of the bearers; the office begins at a place.
func (c *checker) placeBefore(r *run, at int, bearers []*content.Person) {
	lead, is := strings.CutSuffix(r.text[:at], " ved ")
	if !is {
		return
	}
	lead = strings.TrimSuffix(strings.TrimSuffix(lead, " er repræsenteret"), " Kommune")
	from := strings.LastIndexByte(lead, ' ') + 1
	if home := placeIn(lead[from:]); home != "" && from+len(home) == len(lead) {
		c.homeOf(r, span{from, len(lead)}, bearers)
	}
}

// political reports whether a word is an office that is held by election.
func political(w string) bool {
	return strings.HasSuffix(w, "borgmester") || strings.HasSuffix(w, "rådmand") || w == "kommunalbestyrelsesmedlem" || strings.HasSuffix(w, "rådsmedlem") || strings.HasSuffix(w, "tingsmedlem")
}

// officeIn holds "NAME (V), viceborgmester i X" against the municipality of the bearers.
func (c *checker) officeIn(r *run, at int, office string, bearers []*content.Person) {
	place, is := strings.CutPrefix(r.text[at:], " i ")
	if home := placeIn(place); is && home != "" && political(lowered(office)) {
		from := at + len(" i ")
		c.homeOf(r, span{from, from + len(home)}, bearers)
	}
}

// councilOf holds "A B (V), er udpeget af byrådet i X" against the municipality of the one
// politician before it.
func (c *checker) councilOf(r *run, to int, bearers []*content.Person) {
	rest := r.text[to:min(len(r.text), to+2*nearby)]
	if i := strings.IndexAny(rest, ".;"); i >= 0 {
		rest = rest[:i]
	}
	for _, lead := range []string{"byrådet i ", "kommunalbestyrelsen i ", "udpeget af "} {
		n := strings.Index(rest, lead)
		if n < 0 {
			continue
		}
		from := to + n + len(lead)
		home := placeIn(r.text[from:])
		if home == "" || lead == "udpeget af " && !strings.HasPrefix(r.text[from+len(home):], " Kommune") || c.nameWithin(rest[:n]) {
			continue
		}
		c.homeOf(r, span{from, from + len(home)}, slices.DeleteFunc(slices.Clone(bearers), func(p *content.Person) bool { return p.Party == "" }))
		return
	}
}

// nameWithin reports whether a text has the name of somebody of the roster.
func (c *checker) nameWithin(text string) bool {
	return slices.ContainsFunc(c.persons(), func(p *content.Person) bool { return p.Name != "" && strings.Contains(text, p.Name) })
}

// chairAfter tells of "NAME, formand" where the roster has the name in no such chair.
func (c *checker) chairAfter(r *run, at span, role string, bearers []*content.Person) {
	next := r.lower[at.to:]
	for _, verb := range []string{" er ", " var ", " blev ", " er\n", " is ", " was "} {
		if strings.HasPrefix(next, verb) {
			return // it is the office of the next: "formand er A, næstformand er B"
		}
	}
	if of, is := strings.CutPrefix(next, " for "); strings.HasPrefix(next, " i ") || is && !c.beginsWithGroup(of) {
		return // of what is not known
	}
	if slices.ContainsFunc(bearers, func(p *content.Person) bool { return c.hasRole(p, role) || p.Office == "" && !c.sits(p) }) {
		return
	}
	c.tell(r, at.from, at.to, Error, "office", say("%s er ikke %s i navnelisten", "%s is not %s in the roster", bearers[0].Name, role), Text{})
}

// beginsWithGroup reports whether a text, in lower case, begins with what a group of the
// roster is called.
func (c *checker) beginsWithGroup(lower string) bool {
	if by := lowered(c.rep.Publisher); by != "" && strings.HasPrefix(lower, by) {
		return true
	}
	return strings.HasPrefix(lower, "bestyrelsen") || slices.ContainsFunc(c.groups(), func(g *content.Group) bool {
		return g.Name != "" && strings.HasPrefix(lower, lowered(g.Name))
	})
}

// hasRole reports whether somebody holds a role in a group of the roster, or an office called so.
func (c *checker) hasRole(p *content.Person, role string) bool {
	if strings.HasPrefix(strings.ToLower(p.Office), role) {
		return true
	}
	return slices.ContainsFunc(c.groups(), func(g *content.Group) bool {
		return slices.ContainsFunc(g.Members, func(m content.Member) bool {
			return m.Person == p && strings.HasPrefix(strings.ToLower(m.Role), role)
		})
	})
}

// sits reports whether somebody is in a group of the roster.
func (c *checker) sits(p *content.Person) bool {
	return slices.ContainsFunc(c.groups(), func(g *content.Group) bool {
		return slices.ContainsFunc(g.Members, func(m content.Member) bool { return m.Person == p })
	})
}

// partyNamed holds the name of a party behind its letter against the bearers': "(A),
// Socialdemokratiet, fra Næstved"; it returns where the text goes on, and that.
func (c *checker) partyNamed(r *run, at int, rest string, bearers []*content.Person) (int, string) {
	name, after, is := strings.Cut(rest, ",")
	letter := letterOf(name)
	if !is || letter == "" || utf8.RuneCountInString(name) < 2 {
		return at, rest
	}
	if !slices.ContainsFunc(bearers, func(p *content.Person) bool { return p.Party == "" || p.Party == letter }) {
		p := bearers[0]
		c.tell(r, at, at+len(name), Error, "party", say("%s har %s i navnelisten", "%s has %s in the roster", p.Name, p.Party), say("%[1]s", "%[1]s", p.Party))
	}
	at += len(name) + 1
	if place, is := strings.CutPrefix(after, " fra "); is {
		if home := placeIn(place); home != "" {
			c.homeOf(r, span{at + len(" fra "), at + len(" fra ") + len(home)}, bearers)
		}
		return at + len(" fra "), place
	}
	return at + len(after) - len(strings.TrimLeft(after, " ")), strings.TrimLeft(after, " ")
}

// homeOf tells of a municipality right after a name that is not the roster's.
func (c *checker) homeOf(r *run, at span, bearers []*content.Person) {
	said := r.text[at.from:at.to]
	if len(bearers) == 0 || slices.ContainsFunc(bearers, func(p *content.Person) bool {
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
				names := row
				if row[len(row)-1].lower == "kommuner" {
					names, plural = row[:len(row)-1], true
				}
				c.parishesIn(r, s, names, plural)
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
		if full := sameParish(w.text); plural && full == w.text+"s" {
			c.tell(r, s.from+w.from, s.from+w.to, Warning, "municipality", say("kommunen hedder %s", "the municipality is named %s", full), say("%[1]s", "%[1]s", full))
		}
	}
	if known == 0 || known == len(row) || known < 2 && !plural {
		return
	}
	list := municipalities()
	const least = 6 // letters that a slip of a name can be told by
	for _, w := range row {
		if rest := s.text[w.to:]; len(rest) > 1 && rest[0] == ' ' && upper(rest[1:]) {
			continue // "Fatima Nørregaard, København, og Henning Dall": a name follows
		}
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
