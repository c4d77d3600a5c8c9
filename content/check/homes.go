package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// placeIn is the municipality that a text begins with and nothing more is the name of:
// Esbjerg, not Esbjerg Forsyning; empty where there is none.
func placeIn(text string) string {
	end := 0
	for end < len(text) && (wordly(firstRune(text[end:])) || text[end] == '-') {
		end += len(string(firstRune(text[end:])))
	}
	name, after := text[:end], strings.TrimPrefix(text[end:], " ")
	if !slices.Contains(municipalities(), sameParish(name)) {
		return ""
	}
	if w, _, _ := strings.Cut(after, " "); after != text[end:] && upper(after+" ") && w != "Kommune" && w != "Kommunes" {
		return ""
	}
	return name
}

// nearlyOffice tells of an office before a name that is nearly that of the roster's.
func (c *checker) nearlyOffice(r *run, at span, office string, bearers []*content.Person) {
	const shortest = 6 // characters of an office that can be told from others
	for _, p := range bearers {
		own := strings.ToLower(p.Office)
		if len(office) < shortest || strings.HasPrefix(office, own) || distance(own, office, 2) > 2 {
			continue
		}
		c.tell(r, at.from, at.to, Error, "office",
			say("%s er %q i navnelisten; et af dem er stavet forkert", "%s is %q in the roster; one of them is misspelt", p.Name, p.Office), say("%[1]s", "%[1]s", own))
		return
	}
}

// led holds whom the text says that a unit of the organisation is led by against the
// unit's head: "Sekretariatet ledes af Jonas Abildtrup".
func (c *checker) led() {
	for _, r := range c.runs {
		if !strings.Contains(r.lower, "ledes af ") {
			continue
		}
		for _, s := range r.parts {
			c.ledIn(r, s)
		}
	}
}

// ledIn judges a sentence.
func (c *checker) ledIn(r *run, s sentence) {
	const by = "ledes af "
	n := strings.Index(s.lower, by)
	if n < 0 {
		return
	}
	unit := c.unitNamed(s.lower[:n])
	if unit == nil || unit.Head == nil {
		return
	}
	name := s.text[n+len(by):]
	for _, p := range c.persons() {
		if p.Name != "" && strings.HasPrefix(name, p.Name) && p != unit.Head && p.Name != unit.Head.Name {
			from := s.from + n + len(by)
			c.tell(r, from, from+len(p.Name), Error, "office", say("%s ledes af %s i organisation.yaml", "%s is led by %s in organisation.yaml", unit.Name, unit.Head.Name), say("%[1]s", "%[1]s", unit.Head.Name))
			return
		}
	}
}

// unitNamed is the one unit that a text in lower case names; nil where there is none or
// more than one.
func (c *checker) unitNamed(lower string) *content.Unit {
	var found *content.Unit
	for _, u := range c.rep.Units {
		if u.Name == "" || !strings.Contains(lower, stem(strings.ToLower(u.Name))) {
			continue
		}
		if found != nil {
			return nil
		}
		found = u
	}
	return found
}
