package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// roster holds the roster against itself, the signatures and the places and
// parties there are.
func (c *checker) roster() {
	people := c.persons()
	lists := make([]nameList, len(people))
	for i, p := range people {
		c.person(p)
		lists[i].add(p.Name)
		for k, q := range people[:i] {
			c.twins(q, p, lists[k], lists[i])
		}
	}
	for _, g := range c.groups() {
		c.offices(g)
	}
	c.heads()
	c.signers()
}

// nearPlaces tells of municipalities of the roster that there are not and that are a slip of one
// that there is, in editions of another language.
func (c *checker) nearPlaces() {
	list := municipalities()
	for _, p := range c.persons() {
		if p.Municipality == "" || slices.Contains(list, sameParish(p.Municipality)) {
			continue
		}
		if near := nearest(withoutKommune(p.Municipality), list, 1); near != "" {
			c.tellAt(p.Pos, p.Municipality, Error, "municipality", say("der er ingen kommune, der hedder %q", "there is no municipality named %q", p.Municipality), say("%[1]s", "%[1]s", near))
		}
	}
}

// person judges a person's party, municipality and id.
func (c *checker) person(p *content.Person) {
	letter := utf8.RuneCountInString(p.Party) == 1
	if p.Party != "" && (!letter || !strings.Contains(parties(), p.Party)) {
		level, should := Warning, Text{}
		if !letter || strings.ToUpper(p.Party) != p.Party {
			level = Error
		}
		if of := letterOf(p.Party); of != "" {
			should = say("%[1]s", "%[1]s", of)
		}
		c.tellAt(p.Pos, p.Party, level, "party", say("intet parti på landsplan har bogstavet %q (%s)", "no party of the whole country has the letter %q (%s)", p.Party, p.Name), should)
	}
	if list := municipalities(); p.Municipality != "" && !slices.Contains(list, sameParish(p.Municipality)) {
		should := Text{}
		if near := nearest(withoutKommune(p.Municipality), list, 2); near != "" {
			should = say("%[1]s", "%[1]s", near)
		}
		c.tellAt(p.Pos, p.Municipality, Error, "municipality", say("der er ingen kommune, der hedder %q", "there is no municipality named %q", p.Municipality), should)
	}
	if official := sameParish(p.Municipality); official != p.Municipality && strings.HasSuffix(official, "s") && c.writes(official) {
		c.tellAt(p.Pos, p.Municipality, Warning, "municipality", say("%[2]s er skrevet %[1]q andre steder", "%[2]s is written %[1]q elsewhere", official, p.Municipality), say("%[1]s", "%[1]s", official))
	}
	if id := plainID(p.Name); id != p.ID && (distance(id, p.ID, 2) <= 2 || turnedID(id, p.ID) || c.isOthers(id, p)) && !slices.Contains(plainIDs(p.Name), p.ID) {
		c.tellAt(p.Pos, p.Name, Error, "name-id", say("navnet %q og id'et %s staver ikke ens", "the name %q and the id %s are not spelt alike", p.Name, p.ID), Text{})
	}
}

// isOthers reports whether an id that is not a person's own is another's, who has that name; of two
// with one name the second may have a number after the id.
func (c *checker) isOthers(id string, p *content.Person) bool {
	return !strings.HasPrefix(p.ID, id) && slices.ContainsFunc(c.persons(), func(q *content.Person) bool { return q.ID == id && q.Name == p.Name })
}

// writes reports whether a file of the edition has a word.
func (c *checker) writes(word string) bool {
	for _, text := range c.ed.Files {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// turnedID reports whether two ids have the same parts, three or more, in another order: one
// of two may have the last name first.
func turnedID(a, b string) bool {
	const least = 3
	parts := strings.Split(a, "-")
	return len(parts) >= least && len(a) == len(b) && swappedParts(parts, strings.Split(b, "-"))
}

// plainIDs are the ways a name is written as an id: øe is oe too, and ø o, å a.
func plainIDs(name string) []string {
	id := plainID(name)
	return []string{id, strings.ReplaceAll(id, "oee", "oe"), plainID(strings.Map(bareVowel, name))}
}

// bareVowel is a Danish vowel as those write it who have no such key.
func bareVowel(r rune) rune {
	switch r {
	case 'ø', 'Ø':
		return 'o'
	case 'å', 'Å':
		return 'a'
	}
	return r
}

// plainID writes a name as ids are written.
func plainID(name string) string {
	var out strings.Builder
	out.Grow(len(name))
	open := false // a hyphen, where another part follows
	for _, r := range name {
		switch r = unicode.ToLower(r); r {
		case ' ', '-', '\u00a0':
			open = out.Len() > 0
			continue
		case '.':
			continue
		}
		if open {
			out.WriteByte('-')
			open = false
		}
		switch r {
		case 'æ', 'ä':
			out.WriteString("ae")
		case 'ø', 'ö':
			out.WriteString("oe")
		case 'å':
			out.WriteString("aa")
		case 'ü':
			out.WriteString("ue")
		case 'é':
			out.WriteByte('e')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// twins finds one person entered twice, in two spellings.
func (c *checker) twins(p, q *content.Person, ofP, ofQ nameList) {
	same := p.Municipality == q.Municipality || p.Municipality == "" || q.Municipality == ""
	if !same || p.Name == "" || q.Name == "" {
		return
	}
	near, level := nearName(q.Name, ofP)
	if near == "" {
		near, level = nearName(p.Name, ofQ)
	}
	if near == "" {
		return
	}
	c.tellAt(q.Pos, q.Name, level, "name-twice", say("%q er måske den samme som %q", "%q may be the same as %q", q.Name, p.Name), Text{})
}

// offices finds chairs held by nobody or by two, where a group has roles.
func (c *checker) offices(g *content.Group) {
	held := map[string]int{}
	chairs := 0
	led, all := false, true // somebody leads it; all have a role
	for _, m := range g.Members {
		if m.Role != "" && !standsIn(m.Role) && !sitsBy(m.Role) {
			held[m.Role]++
		}
		if strings.HasPrefix(m.Role, "Formand") {
			chairs++
		}
		led = led || leading(m.Role)
		all = all && m.Role != ""
	}
	for _, role := range []string{"Formand", "Næstformand"} {
		if held[role] > 1 || role == "Formand" && held[role] == 1 && chairs > 1 {
			c.tellAt(g.Pos, g.Name, Error, "office", say("%s har mere end én %s", "%s has more than one %s", g.Name, strings.ToLower(role)), Text{})
		}
	}
	if all && held["Næstformand"] == 0 {
		return // each has a place of their own: "Kreds Nord"
	}
	if len(held) > 0 && chairs == 0 && !led {
		c.tellAt(g.Pos, g.Name, Error, "office", say("%s har ingen formand", "%s has no chair (formand)", g.Name), Text{})
	}
}

// standsIn reports whether a role is that of somebody who stands in for others.
func standsIn(role string) bool {
	role = strings.ToLower(role)
	return strings.Contains(role, "suppleant") || strings.Contains(role, "stedfortræder")
}

// sitsBy reports whether a role says whom somebody sits in a group for, or that it is to help, not what
// office they have in it.
func sitsBy(role string) bool {
	role = strings.ToLower(role)
	for _, of := range [...]string{"medarbejder", "tilforordnet", "observatør", "sekretær", "repræsentant"} {
		if strings.Contains(role, of) {
			return true
		}
	}
	return false
}

// leading reports whether a role is that of who leads a group by another name than chair.
func leading(role string) bool {
	role = strings.ToLower(role)
	for _, of := range [...]string{"forperson", "forkvinde", "leder", "præsident", "ordfører", "koordinator", "tovholder", "direktør", "talsperson", "chair", "president", "head"} {
		if strings.Contains(role, of) {
			return true
		}
	}
	return false
}

// board is the group that signs the accounts; nil if the roster has none.
func (c *checker) board() *content.Group {
	for _, g := range c.groups() {
		if strings.Contains(strings.ToLower(g.Name), "bestyrelse") {
			return g
		}
	}
	return nil
}

// chairs holds "formand NAVN" and "NAVN som formand" in the text against the roster.
func (c *checker) chairs() {
	var about []*run
	for _, r := range c.runs {
		if r.marks&chairing != 0 && strings.Contains(r.text, "ormand") {
			about = append(about, r)
		}
	}
	if len(about) == 0 {
		return
	}
	for _, p := range c.persons() {
		c.chairsOf(p, about)
	}
}

// chairsOf does so for one person.
func (c *checker) chairsOf(p *content.Person, about []*run) {
	for _, r := range about {
		if !strings.Contains(r.text, p.Name) {
			continue
		}
		if c.chair[p] == nil {
			name := regexp.QuoteMeta(p.Name)
			c.chair[p] = regexp.MustCompile(`(?i:(formand|næstformand),? (?:er )?)` + name + `|` + name + ` (?i:som (formand|næstformand))\b`)
		}
		for _, m := range c.chair[p].FindAllStringSubmatchIndex(r.text, -1) {
			c.inChair(r, p, m)
		}
	}
}

// onceHeld reports whether an office at a place of a text is said to be of another time: of the one
// who had it before, or of a year that is long past.
func (c *checker) onceHeld(r *run, at span) bool {
	if lead := strings.Fields(r.lower[:at.from]); len(lead) > 0 && ofAnotherTime(lead[len(lead)-1]) {
		return true
	}
	const reach = 2 // years
	return slices.ContainsFunc(r.parts, func(s sentence) bool {
		return s.from <= at.from && at.to <= s.to && s.past() && slices.ContainsFunc(fourDigits(s.text), func(y span) bool {
			text := s.text[y.from:y.to]
			return isYear(text) && int(wholeNumber(text)) < c.rep.Year-reach && !strings.HasSuffix(s.lower[:y.from], "siden ")
		})
	})
}

// inChair judges one such place.
func (c *checker) inChair(r *run, p *content.Person, m []int) {
	at := span{m[2], m[3]}
	if at.from < 0 {
		at = span{m[4], m[5]}
	}
	role := strings.ToLower(r.text[at.from:at.to])
	if at.from >= len("næst") && strings.EqualFold(r.text[at.from-len("næst"):at.from], "næst") {
		role = "næst" + role
		at.from -= len("næst")
	}
	if at.from > 0 && wordly(lastRune(r.text[:at.from])) || c.onceHeld(r, at) {
		return // udvalgsformand is another office
	}
	if r.text[at.to] == ',' && !strings.HasSuffix(r.text[:at.from], "s ") {
		return // "Ib Holm, formand, Bo Hansen": it is the one before who is
	}
	for _, g := range c.groups() {
		for _, member := range g.Members {
			if member.Person == p && strings.HasPrefix(strings.ToLower(member.Role), role) {
				return
			}
		}
	}
	c.tell(r, at.from, at.to, Error, "office", say("%s er ikke %s i navnelisten", "%s is not %s in the roster", p.Name, role), Text{})
}
