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
	if w, _, _ := strings.Cut(after, " "); after != text[end:] && upper(after+" ") && !strings.HasPrefix(w, "Kommune") {
		return ""
	}
	return name
}

// nearlyOffice tells of an office before a name that is nearly that of the roster's.
func (c *checker) nearlyOffice(r *run, at span, office string, bearers []*content.Person) bool {
	const shortest = 6 // characters of an office that can be told from others
	for _, p := range bearers {
		own := strings.ToLower(p.Office)
		if len(office) < shortest || strings.HasPrefix(office, own) || distance(own, office, 2) > 2 {
			continue
		}
		c.tell(r, at.from, at.to, Error, "office",
			say("%s er %q i navnelisten; et af dem er stavet forkert", "%s is %q in the roster; one of them is misspelt", p.Name, p.Office), say("%[1]s", "%[1]s", own))
		return true
	}
	return false
}

// led holds whom the text says that a unit of the organisation is led by against the
// unit's head: "Sekretariatet ledes af Jonas Abildtrup".
func (c *checker) led() {
	for _, r := range c.runs {
		if !strings.Contains(r.lower, "ledes af ") && !strings.Contains(r.lower, " ledet af ") {
			continue
		}
		for _, s := range r.parts {
			c.ledIn(r, s)
		}
	}
}

// ledIn judges a sentence: "Driften ledes af A B, og Stævneafdelingen af C D".
func (c *checker) ledIn(r *run, s sentence) {
	if !strings.Contains(s.lower, "ledes af ") && !strings.Contains(s.lower, " ledet af ") {
		return
	}
	for _, unit := range c.rep.Units {
		name := stem(strings.ToLower(unit.Name))
		at := strings.Index(s.lower, name)
		if unit.Name == "" || unit.Head == nil || at < 0 || at > 0 && wordly(lastRune(s.lower[:at])) {
			continue
		}
		const ending = 5 // bytes: more make another word
		began := at + len(name)
		for at = began; at < len(s.lower) && wordly(firstRune(s.lower[at:])); at++ {
		}
		if at > began+ending {
			continue
		}
		rest := s.text[at:]
		if said, before := ledBy(rest); said != "" {
			c.headIs(r, span{s.from + at + before, s.to}, said, unit)
			continue
		}
		for _, by := range []string{" ledes af ", ", der ledes af ", ", som ledes af ", " af "} {
			if said, is := strings.CutPrefix(rest, by); is {
				c.headIs(r, span{s.from + at + len(by), s.to}, said, unit)
				break
			}
		}
	}
}

// ledBy is what stands behind " har siden 2018 været ledet af ", which a text begins with, and
// how much that is; empty where it begins otherwise.
func ledBy(rest string) (said string, before int) {
	lead, said, is := strings.Cut(rest, " ledet af ")
	if !is || strings.ContainsAny(lead, ".,;:") {
		return "", 0
	}
	for _, w := range strings.Fields(lead) {
		switch w {
		case "er", "har", "siden", "været", "bliver", "nu":
		default:
			if !isYear(w) {
				return "", 0
			}
		}
	}
	return said, len(rest) - len(said)
}

// headIs judges who is said to lead a unit: the name that a text begins with, behind the word
// for an office or not.
func (c *checker) headIs(r *run, at span, said string, unit *content.Unit) {
	if word, rest, is := strings.Cut(said, " "); is && rest != "" && !upper(said) && upper(rest) {
		at.from, said = at.from+len(word)+1, rest
	}
	for _, p := range c.persons() {
		if p.Name != "" && strings.HasPrefix(said, p.Name) && p != unit.Head && p.Name != unit.Head.Name {
			c.tell(r, at.from, at.from+len(p.Name), Error, "office", say("%s ledes af %s i organisation.yaml", "%s is led by %s in organisation.yaml", unit.Name, unit.Head.Name), say("%[1]s", "%[1]s", unit.Head.Name))
			return
		}
	}
}
