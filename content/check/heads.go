package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// heads holds who leads the units of the organisation against their offices: one unit is led by
// another's chief, or two side by side by one person.
func (c *checker) heads() {
	var all []chief
	for _, p := range c.persons() {
		if of := chiefOf(p); of != "" {
			all = append(all, chief{p, of})
		}
	}
	for i, u := range c.rep.Units {
		if u.Head == nil {
			continue
		}
		if p := theChief(all, u); p != nil && !leads(u) {
			c.tellAt(u.Pos, u.Head.ID, Warning, "office", say("%s ledes af %s, og %s er %s", "%s is led by %s, and %s is %s", u.Name, u.Head.Name, p.Name, p.Office), say("%[1]s", "%[1]s", p.ID))
			continue
		}
		for _, o := range c.rep.Units[:i] {
			if o.Head == u.Head && o.Under == u.Under {
				c.tellAt(u.Pos, u.Head.ID, Warning, "office", say("%s leder også %s", "%s leads %s too", u.Head.Name, o.Name), Text{})
				break
			}
		}
	}
}

// leads reports whether a unit is a group of the roster whose chair is its head.
func leads(u *content.Unit) bool {
	return u.Group != nil && slices.ContainsFunc(u.Group.Members, func(m content.Member) bool {
		return m.Person == u.Head && strings.HasPrefix(m.Role, "Formand")
	})
}

// chief is somebody whose office is called by what is led: økonomi of Økonomichef.
type chief struct {
	person *content.Person
	of     string
}

// chiefOf is what somebody leads by the name of the office, in lower case; empty where the
// office does not say.
func chiefOf(p *content.Person) string {
	const least = 5 // letters
	for _, end := range []string{"chef", "leder", "direktør"} {
		if own, is := strings.CutSuffix(p.Office, end); is && !strings.Contains(own, " ") {
			if own = strings.TrimSuffix(own, "s"); len(own) >= least {
				return lowered(own)
			}
		}
	}
	return ""
}

// theChief is the one of some chiefs whose office is called by a unit's name, where that is not
// its head; nil where none is, or more, or the head.
func theChief(all []chief, u *content.Unit) *content.Person {
	var found *content.Person
	unit := lowered(u.Name)
	for _, one := range all {
		if !strings.HasPrefix(unit, one.of) {
			continue
		}
		if found != nil || one.person == u.Head {
			return nil
		}
		found = one.person
	}
	return found
}

// postings holds "NAME fra X i Kreds Y" against who leads the unit.
func (c *checker) postings(r *run, to int, bearers []*content.Person) {
	rest := r.text[to:min(len(r.text), to+nearby)]
	if i := strings.IndexAny(rest, ",.;"); i >= 0 {
		rest = rest[:i]
	}
	for _, u := range c.rep.Units {
		if u.Name == "" || u.Head == nil || len(bearers) != 1 || u.Head == bearers[0] {
			continue
		}
		n := strings.Index(rest, " i "+u.Name)
		if n < 0 || wordy(rest, n+len(" i "+u.Name)) {
			continue
		}
		for _, o := range c.rep.Units {
			if o.Head == bearers[0] && o.Under == u.Under {
				from := to + n + len(" i ")
				c.tell(r, from, from+len(u.Name), Error, "office", say("%s leder %s i organisation.yaml", "%s leads %s in organisation.yaml", bearers[0].Name, o.Name), say("%[1]s", "%[1]s", o.Name))
				return
			}
		}
	}
}

// membersNamed holds "De kritiske revisorer er A og B" against who is in the group.
func (c *checker) membersNamed() {
	if c.groupNames == nil {
		for _, g := range c.groups() {
			c.groupNames = append(c.groupNames, lowered(g.Name))
		}
	}
	names := c.groupNames
	for _, r := range c.runs {
		if r.heading || r.table || !strings.Contains(r.lower, " er ") && !strings.Contains(r.lower, " består af ") {
			continue
		}
		for i, g := range c.groups() {
			if names[i] == "" || len(g.Members) < 2 || !strings.Contains(r.lower, names[i]) {
				continue
			}
			for _, s := range r.parts {
				c.membersIn(r, s, g, names[i])
			}
		}
	}
}

// membersIn does so for one group, by its name in lower case, and sentence: names that stand right behind it, with only
// commas and "og" between them.
func (c *checker) membersIn(r *run, s sentence, g *content.Group, name string) {
	at := indexWhole(s.lower, name)
	if at < 0 {
		return
	}
	at += len(name)
	for _, verb := range []string{" er ", " består af "} {
		if strings.HasPrefix(s.lower[at:], verb) {
			at += len(verb)
			break
		}
	}
	for at < len(s.text) {
		p := c.nameAt(s.text[at:])
		if p == nil {
			return
		}
		if !onBoard(g, p) {
			c.tell(r, s.from+at, s.from+at+len(p.Name), Warning, "name", say("%s er ikke i gruppen %q i navnelisten", "%s is not in the group %q of the roster", p.Name, g.Name), Text{})
		}
		at += len(p.Name)
		rest := s.text[at:]
		at += len(rest) - len(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, ","), " og"), " "))
	}
}

// indexWhole is where a text first has a name that no letters stand before; −1 where it has not.
func indexWhole(text, name string) int {
	for from := 0; ; {
		n := strings.Index(text[from:], name)
		if n < 0 || name == "" {
			return -1
		}
		if at := from + n; at == 0 || !wordly(lastRune(text[:at])) {
			return at
		}
		from += n + len(name)
	}
}

// lettered holds the letter behind a party's name against it: "SF (F)".
func (c *checker) lettered() {
	for _, r := range c.runs {
		for at := 0; ; {
			n := strings.Index(r.text[at:], " (")
			if n < 0 {
				break
			}
			at += n + len(" (")
			size := len(string(firstRune(r.text[at:])))
			if at+size >= len(r.text) || r.text[at+size] != ')' {
				continue
			}
			before, from := wordsBefore(r, at-len(" ("))
			letter, is := letterOf(before), r.text[at:at+size]
			if utf8.RuneCountInString(before) > 1 && letter != "" && letter != is && upper(r.text[from:]) {
				c.tell(r, at, at+size, Error, "party", say("%s har bogstavet %s", "%s has the letter %s", r.text[from:at-len(" (")], letter), say("%[1]s", "%[1]s", letter))
			}
		}
	}
}

// nameAt is the person whose name a text begins with; nil where there is none.
func (c *checker) nameAt(text string) *content.Person {
	for _, p := range c.persons() {
		if p.Name != "" && strings.HasPrefix(text, p.Name) && !wordy(text, len(p.Name)) {
			return p
		}
	}
	return nil
}
