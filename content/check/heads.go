package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// heads holds who leads the units of the organisation against their offices: one unit is led by
// another's chief, or two side by side by one person.
func (c *checker) heads() {
	for i, u := range c.rep.Units {
		if u.Head == nil {
			continue
		}
		if p := c.chiefOf(u); p != nil && p != u.Head && !chiefs(u, u.Head) {
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

// chiefOf is the one person whose office is called by a unit's name; nil where none is, or more.
func (c *checker) chiefOf(u *content.Unit) *content.Person {
	var found *content.Person
	for _, p := range c.persons() {
		if !chiefs(u, p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// chiefs reports whether somebody's office is that of a unit's chief: Økonomichef of the
// Økonomiafdelingen.
func chiefs(u *content.Unit, p *content.Person) bool {
	const least = 6 // letters that the two begin with alike
	unit, office := lowered(u.Name), lowered(p.Office)
	for _, end := range []string{"chef", "leder", "direktør"} {
		if own, is := strings.CutSuffix(office, end); is {
			own = strings.TrimSuffix(own, "s")
			return len(own) >= least-1 && strings.HasPrefix(unit, own) && !strings.Contains(office, " ")
		}
	}
	return false
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
	for _, r := range c.runs {
		if r.heading || r.table || !strings.Contains(r.lower, " er ") && !strings.Contains(r.lower, " består af ") {
			continue
		}
		for _, s := range r.parts {
			for _, g := range c.groups() {
				c.membersIn(r, s, g)
			}
		}
	}
}

// membersIn does so for one group and sentence: names that stand right behind it, with only
// commas and "og" between them.
func (c *checker) membersIn(r *run, s sentence, g *content.Group) {
	name := lowered(g.Name)
	at := strings.Index(s.lower, name)
	if name == "" || at < 0 || len(g.Members) < 2 {
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

// nameAt is the person whose name a text begins with; nil where there is none.
func (c *checker) nameAt(text string) *content.Person {
	for _, p := range c.persons() {
		if p.Name != "" && strings.HasPrefix(text, p.Name) && !wordy(text, len(p.Name)) {
			return p
		}
	}
	return nil
}
