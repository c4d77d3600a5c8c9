package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// presiding holds whom a sentence about one group of the roster calls its chair or
// deputy against that group: chairs knows only whether somebody is chair of any.
func (c *checker) presiding() {
	for _, r := range c.runs {
		if r.marks&chairing == 0 {
			continue
		}
		rows := r.capitalised()
		for _, s := range r.parts {
			if s.has(chairing) {
				c.presidingIn(r, s, rows)
			}
		}
	}
}

// presidingIn judges the names of a sentence.
func (c *checker) presidingIn(r *run, s sentence, rows [][]word) {
	g, at := c.groupNamed(r, s)
	if g == nil {
		g, at = c.groupBefore(r, s)
	}
	if g == nil {
		return
	}
	for _, row := range rows {
		if len(row) > 2 && strings.HasSuffix(lowered(row[0].text), "formand") {
			row = row[1:] // "Formand Ida Holm" begins a sentence
		}
		from, to := row[0].from, row[len(row)-1].to
		if from < s.from || to > s.to {
			continue
		}
		if from < at {
			if role := roleForGroup(r.lower[to:max(to, at)]); role != "" {
				c.presides(r, from, to, role, g)
			}
			continue
		}
		role := roleBeside(r.lower, from, to)
		if role == "" && strings.TrimSpace(r.lower[at:from]) == "er" {
			role = roleOfGroup(r.lower[s.from:at])
		}
		if role != "" && onlyJoins(withoutMembers(r.lower[at:from], g)) {
			c.presides(r, from, to, role, g)
		}
	}
}

// roleForGroup is the role that the words between a name and the end of a group's give: " er
// formand for bladudvalget"; empty where they give none.
func roleForGroup(between string) string {
	for _, role := range []string{"næstformand", "formand"} {
		if rest, is := strings.CutPrefix(between, " er "+role+" for "); is && !strings.ContainsAny(rest, ",;.") && len(rest) <= longestBox {
			return role
		}
	}
	return ""
}

// groupBefore is the group that the sentence before names, where one speaks of "udvalget" or the
// like; where its text begins is the place that its chair is looked for from.
func (c *checker) groupBefore(r *run, s sentence) (*content.Group, int) {
	if !strings.Contains(s.lower, "ormand for udvalget er") && !strings.Contains(s.lower, "ormand for rådet er") && !strings.Contains(s.lower, "ormand for det er") {
		return nil, 0
	}
	kind := ""
	for _, one := range []string{"udvalg", "råd"} {
		if strings.Contains(s.lower, "ormand for "+one+"et er") {
			kind = one
		}
	}
	i := slices.IndexFunc(r.parts, func(o sentence) bool { return o.span == s.span })
	const reach = 3 // sentences
	for k := i - 1; k >= max(0, i-reach); k-- {
		if g, _ := c.groupNamed(r, r.parts[k]); g != nil && strings.Contains(strings.ToLower(g.Name), kind) {
			return g, s.from
		}
		if kind == "" || strings.Contains(r.parts[k].lower, kind) {
			break // it is of another
		}
	}
	return nil, 0
}

// presides tells of a name that is not that of who holds a role in a group.
func (c *checker) presides(r *run, from, to int, role string, g *content.Group) {
	name := strings.TrimSuffix(r.text[from:to], ".")
	is := ""
	for _, m := range g.Members {
		if m.Person == nil || !strings.HasPrefix(strings.ToLower(m.Role), role) {
			continue
		}
		if is = m.Person.Name; strings.HasPrefix(name, is) {
			return
		}
	}
	if is == "" {
		return
	}
	if near, _ := nearName(name, c.known); near != "" && !named(name, c.known) {
		return // that the name is misspelt is told already
	}
	c.tell(r, from, from+len(name), Error, "office", say("%s er ikke %s i %s; det er %s", "%s is not %s of %s; that is %s", name, role, g.Name, is), say("%[1]s", "%[1]s", is))
}

// roleBeside is the role that is said of the name at [from, to) of a text in lower case:
// "NAVN som formand", "næstformand NAVN"; empty where none is.
func roleBeside(lower string, from, to int) string {
	for _, role := range []string{"næstformand", "formand"} {
		if rest, is := strings.CutPrefix(lower[to:], " som "+role); is && !wordly(firstRune(rest)) {
			return role
		}
		if rest, is := strings.CutPrefix(lower[to:], " er "+role); is && (rest == "" || rest[0] == '.' || rest[0] == ',') {
			return role
		}
		for _, joined := range []string{role + " ", role + " er ", role + "en er ", role + " for det er ", role + " for den er ", role + " for udvalget er ", role + " for rådet er "} {
			lead, is := strings.CutSuffix(lower[:from], joined)
			if is && !wordly(lastRune(lead)) && !ofOthers(lower[to:]) {
				return role
			}
		}
	}
	return ""
}

// roleOfGroup is the role that a text in lower case gives before the name of the group
// that it ends in: "formand for bestyrelsen"; empty where it gives none.
func roleOfGroup(lead string) string {
	words := strings.Fields(lead)
	for i := len(words) - 2; i >= 0 && i >= len(words)-5; i-- {
		if words[i+1] != "for" {
			continue
		}
		switch words[i] {
		case "formand", "formanden":
			return "formand"
		case "næstformand", "næstformanden":
			return "næstformand"
		}
	}
	return ""
}

// ofOthers reports whether what stands after a name says whose chair it is.
func ofOthers(rest string) bool {
	for _, w := range []string{" fra ", " for ", " i ", " som "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// withoutMembers is a text in lower case without the names of those who sit in a group.
func withoutMembers(lower string, g *content.Group) string {
	for _, m := range g.Members {
		if m.Person != nil {
			lower = strings.ReplaceAll(lower, strings.ToLower(m.Person.Name), "")
		}
	}
	return lower
}

// onlyJoins reports whether between a group and a name there are but words for members
// and their offices, so that the name is said of the group.
func onlyJoins(between string) bool {
	for _, w := range wordsOf(between) {
		switch w.text {
		case "s", "har", "med", "og", "som", "formand", "formanden", "næstformand", "næstformanden", "medlem", "medlemmer", "ledes", "af", "består", "er", "den", "hvor", "for", "det", "udvalget", "rådet":
		default:
			if wholeNumber(w.text) < 0 && utf8.RuneCountInString(w.text) > 1 {
				return false
			}
		}
	}
	return true
}

// groupNamed is the one group that a sentence names, or the box that the text stands in,
// and where its name ends in the run.
func (c *checker) groupNamed(r *run, s sentence) (g *content.Group, at int) {
	for _, one := range c.groups() {
		name := strings.ToLower(one.Name)
		if one == c.presidium {
			name = "bestyrelsen"
		}
		n := indexWhole(s.lower, name)
		if n < 0 && one == c.presidium {
			name = "bestyrelse"
			n = indexWhole(s.lower, name)
		}
		if n < 0 || name == "" {
			continue
		}
		if g != nil {
			return nil, 0
		}
		g, at = one, s.from+n+len(name)
	}
	if before := r.after; g == nil && before != nil && s.from == 0 && len(before.text) <= longestBox {
		for _, one := range c.groups() {
			if before.text == one.Name || one == c.presidium && strings.HasSuffix(before.lower, "bestyrelse") {
				return one, 0
			}
		}
	}
	return g, at
}

// longestBox is how many bytes the name of a box has at most.
const longestBox = 80

// chairCalled is the one who is chair, or deputy, of a group of the roster and has the last name that
// a row of words ends in and the initial that it begins with, where nobody else there has that name,
// it is none that many have, and the rest of the text does not go on with whose chair it is.
func (c *checker) chairCalled(office string, row []word, rest string) *content.Person {
	last := " " + row[len(row)-1].text
	if strings.HasSuffix(last, "sen") || ofOthers(rest) {
		return nil
	}
	var out *content.Person
	for _, p := range c.persons() {
		if !strings.HasSuffix(p.Name, last) {
			continue
		}
		if out != nil || firstRune(p.Name) != firstRune(row[0].text) {
			return nil
		}
		out = p
	}
	if out != nil && !slices.ContainsFunc(c.groups(), func(g *content.Group) bool {
		return slices.ContainsFunc(g.Members, func(m content.Member) bool {
			return m.Person == out && strings.HasPrefix(strings.ToLower(m.Role), office)
		})
	}) {
		return nil
	}
	return out
}
