package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// titled holds the office before a name of the roster and the party's letter after
// it against the roster's: "borgmester Lone Hansen (V)".
func (c *checker) titled(r *run, from, to int, known nameList) {
	name := r.text[from:to]
	bearers := known.bearers[name]
	if bearers == nil {
		bearers = known.bearers[ungenitive(name)]
	}
	if len(bearers) == 0 {
		return
	}
	c.partyAfter(r, to, bearers)
	c.afterName(r, to, bearers)
	c.postings(r, to, bearers)
	c.councilOf(r, to, bearers)
	office, at := officeBefore(r, from)
	c.placeBefore(r, at.from, bearers)
	if before, n := wordsBefore(r, at.from); office != "" && known.offices[before+" "+office] {
		office, at.from = before+" "+office, n
	}
	for _, ending := range []string{"en", "n"} { // kassereren
		if cut, is := strings.CutSuffix(office, ending); is && !known.offices[office] && known.offices[cut] {
			office = cut
		}
	}
	if !known.offices[office] && !c.nearlyOffice(r, at, office, bearers) {
		c.otherOffice(r, at, office, bearers)
	}
	if known.offices[office] && !chaired(office) && !slices.ContainsFunc(bearers, func(p *content.Person) bool { return c.mayBe(p, office) }) {
		is := bearers[0].Office
		c.tell(r, at.from, at.to, Error, "office",
			say("%s er ikke %s i navnelisten, men %s", "%s is not %s in the roster, but %s", bearers[0].Name, office, is), say("%[1]s", "%[1]s", strings.ToLower(is)))
	}
}

// otherOffice tells of an office before a name that nobody of the roster holds, where the roster
// gives all who bear the name another of its kind: somebody may be councillor and teacher.
func (c *checker) otherOffice(r *run, at span, office string, bearers []*content.Person) {
	of := officeKind(office)
	if of == 0 || slices.ContainsFunc(bearers, func(p *content.Person) bool {
		own := strings.ToLower(p.Office)
		return c.mayBe(p, office) || strings.HasSuffix(office, own) || officeKind(own) != of
	}) {
		return
	}
	p := bearers[0]
	c.tell(r, at.from, at.to, Warning, "office",
		say("%s er %q i navnelisten, ikke %s", "%s is %q in the roster, not %s", p.Name, p.Office, office), say("%[1]s", "%[1]s", strings.ToLower(p.Office)))
}

// officeKind is what kind of office a word in lower case is: one by election, of a leader, or
// a profession; 0 where it is none of these.
func officeKind(office string) int {
	ends := func(list ...string) bool {
		return slices.ContainsFunc(list, func(end string) bool { return strings.HasSuffix(office, end) })
	}
	switch {
	case political(office):
		return 1
	case ends("chef", "direktør", "leder"):
		return 2
	case ends("mester", "redaktør", "advokat", "revisor", "læge", "lærer", "præst", "provst", "ingeniør", "professor", "lektor", "inspektør", "konsulent", "jurist", "arkitekt"):
		return 3
	}
	return 0
}

// partyAfter judges one letter in brackets after a name; more are no party. Those of whom the roster
// gives no party may have any.
func (c *checker) partyAfter(r *run, at int, bearers []*content.Person) {
	rest, is := strings.CutPrefix(r.text[at:], " (")
	end := strings.IndexAny(rest, "),")
	if !is || end < 1 || utf8.RuneCountInString(rest[:end]) != 1 || rest[:end] != strings.ToUpper(rest[:end]) || !wordly(firstRune(rest)) {
		return
	}
	letter := rest[:end]
	if slices.ContainsFunc(bearers, func(p *content.Person) bool { return p.Party == "" || p.Party == letter }) {
		return
	}
	from, p := at+len(" ("), bearers[0]
	c.tell(r, from, from+end, Error, "party",
		say("%s har %s i navnelisten", "%s has %s in the roster", p.Name, p.Party), say("%[1]s", "%[1]s", p.Party))
}

// officeBefore is the word before a name, in lower case, and its place; empty where it
// is said to be an office of another time.
func officeBefore(r *run, from int) (string, span) {
	lead := strings.TrimSuffix(r.lower[:from], " ")
	if before, is := strings.CutSuffix(lead, ","); is {
		if lead = before; r.saidOfBefore(lead) {
			return "", span{}
		}
	}
	lead = strings.TrimSuffix(lead, " er") // Direktør er NAVN
	at := span{strings.LastIndexByte(lead, ' ') + 1, len(lead)}
	at.from = len(lead) - len(strings.TrimLeft(lead[at.from:], "(\"”»'"))
	before := strings.Fields(lead[:at.from])
	if len(before) > 0 {
		if ofAnotherTime(before[len(before)-1]) {
			return "", span{}
		}
	}
	return lead[at.from:at.to], at
}

// saidOfBefore reports whether the office that a text ends in is that of somebody named before it, in
// the same sentence: "A B er kasserer, ", "A B, kasserer, ".
func (r *run) saidOfBefore(lead string) bool {
	from := strings.LastIndex(lead, ". ") + 1
	words := appendWords(nil, r.text[from:len(lead)], lead[from:])
	for i := len(words) - 2; i > 1; i-- {
		if w := words[i].lower; w == "er" || w == "var" || w == "blev" || w == "som" {
			return upper(words[i-1].text)
		}
		if upper(words[i].text) && upper(words[i-1].text) {
			return true
		}
	}
	return false
}

// ofAnotherTime reports whether a word before an office says that somebody had it, is to have it,
// or has it for a while.
func ofAnotherTime(w string) bool {
	switch w {
	case "tidligere", "tidl.", "fhv.", "forhenværende", "forrige", "daværende", "kommende", "afgående", "afgået", "nyvalgt", "fungerende", "konstitueret", "former", "then", "acting", "deputy", "vice":
		return true
	}
	return false
}

// wordsBefore is the word before a place, in lower case, and where it begins.
func wordsBefore(r *run, at int) (string, int) {
	lead := strings.TrimSuffix(r.lower[:at], " ")
	from := strings.LastIndexByte(lead, ' ') + 1
	return lead[from:], from
}

// chaired reports an office that chairs holds against the roster.
func chaired(office string) bool { return office == "formand" || office == "næstformand" }

// mayBe reports whether a person of the roster holds an office, by that or by a seat
// in a group; so may one of whom it gives no office.
func (c *checker) mayBe(p *content.Person, office string) bool {
	own := strings.ToLower(p.Office)
	if own == "" || strings.Contains(own, office) && !strings.Contains(own, "vice"+office) {
		return true
	}
	for _, g := range c.groups() {
		for _, m := range g.Members {
			if m.Person == p && strings.Contains(strings.ToLower(m.Role), office) {
				return true
			}
		}
	}
	return false
}
