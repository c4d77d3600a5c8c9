package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// standing holds the roster against itself as a whole: words for offices and roles
// that are nearly others', municipalities with two mayors, groups that lack an office
// all others have, and those who are nowhere in the report.
func (c *checker) standing() {
	c.posts()
	c.mayors()
	c.loneParty()
	c.lackingOffices()
	c.outsiders()
	c.signsTwice()
	c.nowhere()
}

// post is a word of the roster for what somebody is, and the place after which it stands.
type post struct {
	word string
	pos  diag.Pos
}

// posts finds an office or a role that stands once and is nearly one that others have.
func (c *checker) posts() {
	var offices, roles []post
	for _, p := range c.persons() {
		offices = append(offices, post{p.Office, p.Pos})
	}
	for _, g := range c.groups() {
		for _, m := range g.Members {
			roles = append(roles, post{m.Role, g.Pos})
		}
	}
	c.nearlyOthers(offices)
	c.nearlyOthers(roles)
}

// nearlyOthers tells of those words.
func (c *checker) nearlyOthers(posts []post) {
	count := map[string]int{}
	var words []string
	for _, p := range posts {
		if count[p.word]++; count[p.word] == 1 {
			words = append(words, p.word)
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return count[b] - count[a] })
	const most = 100 // kinds of office that one is held against
	for _, p := range posts {
		if count[p.word] > 1 || utf8.RuneCountInString(p.word) < 5 {
			continue
		}
		for _, w := range words[:min(len(words), most)] {
			if count[w] > 1 && nearlyWord(p.word, w) {
				c.tellAt(p.pos, p.word, Error, "office", say("%q er kun én i navnelisten; andre er %q", "only one in the roster is %q; others are %q", p.word, w), say("%[1]s", "%[1]s", w))
				break
			}
		}
	}
}

// nearlyWord reports whether a word is nearly another, and not by its number or ending:
// 1. and 2. viceborgmester are two.
func nearlyWord(word, other string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, s)
	}
	return bare(word) != bare(other) && distance(bare(word), bare(other), 2) <= 2 && !ending(bare(word), bare(other))
}

// mayors finds two who are in one municipality what only one is: its mayor, its second deputy
// mayor, or the mayor of one of its administrations, beside the lord mayor, as in Copenhagen.
func (c *checker) mayors() {
	first := map[[2]string]*content.Person{}
	for _, p := range c.persons() {
		post := soleOffice(p.Office)
		if post == "" || p.Municipality == "" || strings.EqualFold(p.Office, mayor) && p.Municipality == "København" {
			continue
		}
		key := [2]string{p.Municipality, post}
		q := first[key]
		switch {
		case q == nil:
			first[key] = p
		case post == mayor:
			c.tellAt(p.Pos, p.Municipality, Error, "office", say("%s har to borgmestre: %s og %s", "%s has two mayors: %s and %s", p.Municipality, q.Name, p.Name), Text{})
		default:
			c.tellAt(p.Pos, p.Office, Error, "office", say("%s er også %s i %s", "%s is %s of %s too", q.Name, post, p.Municipality), Text{})
		}
	}
}

// mayor is what the mayor of a municipality is called.
const mayor = "borgmester"

// soleOffice is an office, in lower case, that one alone has in a municipality, and the same for
// all words for mayor; empty for others. Of deputies without a number there may be several.
func soleOffice(office string) string {
	lower := strings.ToLower(office)
	switch {
	case lower == mayor || lower == "overborgmester" || lower == "mayor" || lower == "lord mayor":
		return mayor
	case !strings.HasSuffix(lower, mayor) || strings.HasSuffix(lower, "vice"+mayor) && nextDigit(lower, 0) == len(lower):
		return ""
	}
	return lower
}

// loneParty finds the one of a large roster who is of a party that has hardly any seat in the municipalities, where
// several are of every other.
func (c *checker) loneParty() {
	const large, several, unseated = 40, 3, "DKQ"
	var times [256]int // by the last byte of a letter: no two parties share it
	all := 0
	for _, p := range c.persons() {
		if utf8.RuneCountInString(p.Party) == 1 {
			times[p.Party[len(p.Party)-1]]++
			all++
		}
	}
	var alone *content.Person
	for _, p := range c.persons() {
		if utf8.RuneCountInString(p.Party) != 1 || times[p.Party[len(p.Party)-1]] >= several {
			continue
		}
		if alone != nil || !strings.Contains(unseated, p.Party) {
			return
		}
		alone = p
	}
	if alone != nil && all >= large {
		c.tellAt(alone.Pos, alone.Party, Warning, "party", say("kun %s har bogstavet %q i navnelisten", "only %s has the letter %q in the roster", alone.Name, alone.Party), Text{})
	}
}

// lackingOffices finds groups in which nobody is what somebody is in nearly all others.
func (c *checker) lackingOffices() {
	withRoles, has := 0, map[string]int{}
	held := make([]map[string]bool, len(c.groups()))
	var roles []string
	for i, g := range c.groups() {
		held[i] = map[string]bool{}
		for _, m := range g.Members {
			if m.Role == "" || held[i][m.Role] || standsIn(m.Role) {
				continue
			}
			held[i][m.Role] = true
			if has[m.Role]++; has[m.Role] == 1 {
				roles = append(roles, m.Role)
			}
		}
		if len(held[i]) > 0 {
			withRoles++
		}
	}
	for i, g := range c.groups() {
		for _, role := range roles {
			if usual := withRoles >= 4 && has[role]*4 >= withRoles*3; usual && len(held[i]) > 0 && held[i]["Formand"] && !held[i][role] && role != "Formand" {
				c.tellAt(g.Pos, g.Name, Warning, "office", say("%s har ingen %s; det har de andre", "%s has no %s; the others have", g.Name, strings.ToLower(role)), Text{})
			}
		}
	}
}

// oddOne is one in how many of the roster may be nowhere for that to be likely a mistake.
const oddOne = 10

// nowhere finds people and groups of the roster that the report shows nowhere.
func (c *checker) nowhere() {
	shown := c.shown()
	var people []*content.Person
	for _, p := range c.persons() {
		if !shown.people[p] {
			people = append(people, p)
		}
	}
	var groups []*content.Group
	for _, g := range c.groups() {
		if !shown.groups[g] {
			groups = append(groups, g)
		}
	}
	const most = 50 // that the text is read for: with more, the roster is another's
	if n := len(people) + len(groups); n == 0 || n > most {
		return
	}
	level := Note
	if len(people)*oddOne <= len(c.persons()) {
		level = Warning
	}
	text := c.prose()
	alike := c.shownAlike(shown)
	for _, p := range people {
		if !strings.Contains(text, p.Name) {
			c.tellAt(p.Pos, p.Name, level, "roster-unused", say("%s er i navnelisten, men ingen steder i beretningen", "%s is in the roster, but nowhere in the report", p.Name), Text{})
		}
	}
	for _, g := range groups {
		if alike[g] || !strings.Contains(text, g.Name) && !strings.Contains(text, "("+g.ID+")") {
			c.tellAt(g.Pos, g.Name, level, "roster-unused", say("%s er i navnelisten, men ingen steder i beretningen", "%s is in the roster, but nowhere in the report", g.Name), Text{})
		}
	}
}

// shownAlike are the groups that no block shows, though two or more of what they are
// called are shown.
func (c *checker) shownAlike(shown shownRoster) map[*content.Group]bool {
	out := map[*content.Group]bool{}
	for _, list := range c.kinds {
		n := 0
		for _, g := range list {
			if shown.groups[g] {
				n++
			}
		}
		for _, g := range list {
			if n >= 2 && n*2 > len(list) && !shown.groups[g] {
				out[g] = true
			}
		}
	}
	return out
}

// prose is what the files of the chapters say, with one blank between two words.
func (c *checker) prose() string {
	var out []string
	for _, ch := range c.rep.Chapters {
		out = append(out, strings.Fields(c.ed.Files[ch.Pos.File])...)
	}
	return strings.Join(out, " ")
}

// shownRoster is who of the roster blocks refer to, by themselves or with a group.
type shownRoster struct {
	people map[*content.Person]bool
	groups map[*content.Group]bool
}

// shown goes through the blocks.
func (c *checker) shown() shownRoster {
	s := shownRoster{map[*content.Person]bool{}, map[*content.Group]bool{}}
	for _, u := range c.rep.Units {
		s.people[u.Head], s.groups[u.Group] = true, true
	}
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			s.block(b)
		}
	}
	for _, g := range c.groups() {
		for _, m := range g.Members {
			s.people[m.Person] = true
		}
	}
	return s
}

// block adds those a block refers to.
func (s shownRoster) block(b content.Block) {
	switch b := b.(type) {
	case content.Portraits:
		s.groups[b.Group] = true
	case content.Roster:
		for _, g := range b.Groups {
			s.groups[g] = true
		}
	case content.Letter:
		s.members(b.Signers)
	case content.Signatures:
		for _, p := range b.Parties {
			s.members(p.Signers)
		}
	}
}

// members adds those who sign.
func (s shownRoster) members(list []content.Member) {
	for _, m := range list {
		s.people[m.Person] = true
	}
}
