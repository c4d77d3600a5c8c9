package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// nearHomes finds words that are a letter from a municipality somebody of the roster is
// from: Kalundbog.
func (c *checker) nearHomes() {
	if len(c.homes) == 0 {
		return
	}
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i := range s.words {
				c.nearHome(r, s, i)
			}
		}
	}
}

// homesOf are those municipalities, by their first letters.
func homesOf(people []*content.Person) map[rune][]string {
	out := map[rune][]string{}
	for _, p := range people {
		home := sameParish(withoutKommune(p.Municipality))
		if first := firstRune(home); slices.Contains(municipalities(), home) && !slices.Contains(out[first], home) {
			out[first] = append(out[first], home)
		}
	}
	return out
}

// nearHome judges a word of a sentence: one that begins it has a capital anyway, and
// one beside another with a capital is of a name.
func (c *checker) nearHome(r *run, s sentence, i int) {
	w := s.words[i]
	const shortest = 4
	if !upper(w.text) || len(c.homes[firstRune(w.text)]) == 0 || utf8.RuneCountInString(w.text) < shortest {
		return
	}
	alone := len(s.words) == 1 && r.table
	if i == 0 && !alone || i > 0 && upper(s.words[i-1].text) && s.text[s.words[i-1].to:w.from] == " " ||
		i+1 < len(s.words) && upper(s.words[i+1].text) && s.text[w.to:s.words[i+1].from] == " " {
		return
	}
	if slices.Contains(municipalities(), sameParish(w.text)) || slices.Contains(regions(), w.text) || c.known.parts[w.text] || w.to < len(s.text) && s.text[w.to] == '-' {
		return
	}
	if s.onIsland(i) {
		return
	}
	for _, home := range c.homes[firstRune(w.text)] {
		if !strings.HasPrefix(w.text, home) && distance(w.text, home, 1) == 1 {
			c.tell(r, s.from+w.from, s.from+w.to, Warning, "municipality", say("%q er måske %s", "%q may be %s", w.text, home), say("%[1]s", "%[1]s", home))
			return
		}
	}
}

// sameSeat tells of a name that is not in the roster, with the last name, the first
// letter and the party of one that is: "Annemarie Rugaard (B)".
func (c *checker) sameSeat(r *run, row []word) {
	for i := range row { // "Borgmester Bo Hansen" has a right name in it, and an office before it
		if i+1 < len(row) && named(r.text[row[i].from:row[len(row)-1].to], c.known) {
			return
		}
	}
	for len(row) > 2 && (c.known.offices[lowered(row[0].text)]) {
		row = row[1:]
	}
	from, to := row[0].from, row[len(row)-1].to
	name := r.text[from:to]
	c.samePlace(r, row[max(0, len(row)-2)].from, to)
	rest, is := strings.CutPrefix(r.text[to:], " (")
	end := strings.IndexAny(rest, "),")
	if !is || end < 1 || utf8.RuneCountInString(rest[:end]) != 1 || named(name, c.known) {
		return
	}
	if near, _ := nearName(name, c.known); near != "" {
		return // it is told of already
	}
	last := row[len(row)-1].text
	for _, p := range c.persons() {
		if p.Party == rest[:end] && p.Name != "" && strings.HasSuffix(p.Name, " "+last) && firstRune(p.Name) == firstRune(name) {
			c.tell(r, from, to, Error, "name", say("%q er ikke i navnelisten; der står %q", "%q is not in the roster; it has %q", name, p.Name), say("%[1]s", "%[1]s", p.Name))
			return
		}
	}
}

// samePlace tells of a name that is not in the roster, with the first name and the beginning of
// the last name of the one there who is from the municipality named behind it.
func (c *checker) samePlace(r *run, from, to int) {
	place, is := strings.CutPrefix(r.text[to:], " fra ")
	name := r.text[from:to]
	first, last, two := strings.Cut(name, " ")
	const alike = 3
	if !is || !two || strings.Contains(last, " ") || len(last) < alike || named(name, c.known) {
		return
	}
	home := placeIn(place)
	if near, _ := nearName(name, c.known); home == "" || near != "" {
		return
	}
	for _, p := range c.persons() {
		if sameParish(withoutKommune(p.Municipality)) == sameParish(home) && strings.HasPrefix(p.Name, first+" "+last[:alike]) {
			c.tell(r, from, to, Error, "name", say("%q er ikke i navnelisten; der står %q", "%q is not in the roster; it has %q", name, p.Name), say("%[1]s", "%[1]s", p.Name))
			return
		}
	}
}

// soon reports whether the words before a year, in lower case, say that it is still to
// come: "skal være betalt tilbage i", "skal fra".
func soon(lead string) bool {
	lead = lead[max(strings.LastIndexByte(lead, ','), strings.LastIndexByte(lead, ';'), strings.LastIndex(lead, "–"))+1:]
	for _, modal := range []string{"skal ", "vil ", "ventes ", "forventes "} {
		n := strings.LastIndex(lead, modal)
		if n < 0 || n > 0 && wordly(lastRune(lead[:n])) {
			continue
		}
		after := lead[n+len(modal):]
		if len(after) <= nearby && !strings.Contains(after, "siden ") && !strings.Contains(after, " som ") &&
			(after == "fra " || after == "i " || strings.HasSuffix(after, " i ") && (strings.Contains(" "+after, " være ") || strings.HasPrefix(modal, "vente") || strings.HasPrefix(modal, "forvente")) || strings.HasSuffix(after, "senest i ") || strings.HasSuffix(after, "inden ")) {
			return true
		}
	}
	return false
}

// period holds the accounting year that a sentence about the accounts states against
// the day that the statements end on.
func (c *checker) period(r *run, s sentence) {
	const first = "1. januar – "
	n := strings.Index(s.lower, first)
	if n < 0 || !strings.Contains(s.lower, "regnskab") && !strings.Contains(s.lower, "årsrapport") {
		return
	}
	m := c.forms.date().FindStringSubmatchIndex(s.text[n+len(first):])
	if m == nil || m[0] != 0 {
		return
	}
	rest := s.text[n+len(first):]
	said := rest[m[4]:m[5]] + ". " + strings.ToLower(rest[m[6]:m[7]])
	for _, st := range c.rep.Accounts.Statements {
		if is := c.lastDay(st); is != "" && is != said {
			from := s.from + n + len(first)
			c.tell(r, from+m[4], from+m[7], Error, "date", say("opgørelserne slutter %s", "the statements end on %s", is), say("%[1]s", "%[1]s", is))
			return
		}
	}
}

// onIsland reports whether the i-th word is what something is on, alone or as one of several, and so an island or the
// like: "på Lolland, Falster og Møn".
func (s sentence) onIsland(i int) bool {
	for i--; i >= 0; i-- {
		switch w := s.words[i]; {
		case w.lower == "på":
			return true
		case w.lower != "og" && w.lower != "eller" && w.lower != "samt" && !upper(w.text):
			return false
		}
	}
	return false
}
