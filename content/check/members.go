package check

import (
	"cmp"
	"slices"
	"strings"
)

// seats holds how many members the text says that a group of the roster has against the
// roster, in digits or words.
func (c *checker) seats() {
	if len(c.seatNames.names) == 0 {
		return
	}
	for _, r := range c.runs {
		if r.marks&seated == 0 {
			continue
		}
		for i, s := range r.parts {
			if s.has(seated) {
				c.seatsIn(r, i)
			}
		}
	}
}

// seatsIn judges the i-th sentence: the number right before "medlemmer" is of the group that
// is named last before it, there or in the sentence before.
func (c *checker) seatsIn(r *run, i int) {
	s := r.parts[i]
	named := c.groupsIn(s)
	var before *topic
	if i > 0 && refers(s.words) {
		before = groupBy(c.groupsIn(r.parts[i-1]), len(r.text))
	}
	for i, w := range s.words {
		if w.lower == "sidder" && i+1 < len(s.words) && endsClause(s.text[s.words[i+1].to:]) {
			c.seat(r, s, s.words[i+1], cmp.Or(groupBy(named, w.from), before))
		}
		if !strings.HasPrefix(w.lower, "medlemmer") || i == 0 {
			continue
		}
		at := s.words[i-1]
		if strings.Trim(s.text[at.to:w.from], " ") != "" || toEach(s.lower[w.to:]) || i > 1 && alsoCounts(s.words[i-2].lower) || s.ofTheMembers(i) {
			continue
		}
		c.seat(r, s, at, cmp.Or(groupBy(named, at.from), before))
	}
}

// ofTheMembers reports whether the i-th word, what a number is of, tells only some of those who sit in a group: the
// sentence has told how many there are, or lists them, or goes on to which these are.
func (s sentence) ofTheMembers(i int) bool {
	at, w := s.words[i-1], s.words[i]
	if strings.Contains(s.text[:at.from], ": ") || slices.ContainsFunc(s.words[:i], func(o word) bool { return strings.HasPrefix(o.lower, "medlemmer") }) {
		return true
	}
	if i > 1 {
		switch s.words[i-2].lower {
		case "og", "samt":
			return true
		case "med":
			return !s.withThem(i - 2)
		case "har", "af", "tæller":
			return false
		}
	}
	rest := strings.TrimPrefix(s.lower[w.to:], ",")
	return strings.HasPrefix(rest, " der ") || strings.HasPrefix(rest, " som ")
}

// withThem reports whether the k-th word, "med", goes with a name before it: with no verb for what was done with
// those, and no other group.
func (s sentence) withThem(k int) bool {
	w := s.words[max(0, k-1)].lower
	return k > 0 && !preterite(w) && !participle(w) && !strings.HasSuffix(w, "udvalg") && !strings.HasSuffix(w, "gruppe")
}

// seat holds a number against how many sit in a group.
func (c *checker) seat(r *run, s sentence, at word, of *topic) {
	n := numberSaid(at.lower)
	const most = 4 // times as many as sit there: more are another kind of members
	if n < 0 || inNumber(s.text, at.from) || of == nil || of.series[0].value == n || n > most*of.series[0].value {
		return
	}
	if hasEach(s.within(0, at.from)) {
		return
	}
	if ref, is := r.referenceAt(s.from + at.from); is && !(strings.Contains(ref.expr, "antal(") && hasRight(s.lower[:at.from])) {
		return
	}
	c.tell(r, s.from+at.from, s.from+at.to, Error, "seats",
		say("%s har %d medlemmer i navnelisten", "%s has %d members in the roster", of.name, of.series[0].value), say("%d", "%d", of.series[0].value))
}

// hasEach reports whether the words up to a number say that each of several has as many: "tre udvalg, der hver har".
func hasEach(lead []word) bool {
	const reach = 3
	return slices.ContainsFunc(lead[max(0, len(lead)-reach):], func(w word) bool { return w.lower == "hver" || w.lower == "hvert" || w.lower == "each" })
}

// inNumber reports whether a place of a text is in a number, after its stop: "68.000".
func inNumber(text string, at int) bool {
	return at > 1 && text[at-1] == '.' && digitsAt(text, at-2) == 1 && digitsAt(text, at) > 0
}

// hasRight reports whether a text, in lower case, ends in a name and the word for how many it has.
func hasRight(lead string) bool {
	words := strings.Fields(lead)
	const reach = 4
	switch n := len(words); {
	case n < 2 || n > reach:
		return false
	default:
		return words[n-1] == "har" || words[n-1] == "tæller" || words[n-1] == "af" && words[n-2] == "består"
	}
}

// endsClause reports whether a text begins with the end of a clause.
func endsClause(rest string) bool {
	return rest == "" || rest[0] == '.' || rest[0] == ',' || rest[0] == ';'
}

// toEach reports whether what stands after a number's noun, in lower case, says that each of several has as
// many: "fem medlemmer hver".
func toEach(rest string) bool {
	return strings.HasPrefix(rest, " i hver") || strings.HasPrefix(rest, " hver") || strings.HasPrefix(rest, " pr. ") || strings.HasPrefix(rest, " til hver")
}

// alsoCounts reports whether a word makes a number one of others: "yderligere 2 medlemmer".
func alsoCounts(w string) bool {
	switch w {
	case "yderligere", "andre", "øvrige", "nye", "de", "mindst", "højst", "af", "alle", "over", "under", "end", "ca", "omkring":
		return true
	}
	return false
}

// groupsIn are the groups that a sentence names.
func (c *checker) groupsIn(s sentence) []naming {
	return slices.DeleteFunc(namingsBy(nil, &c.seatNames, s), func(n naming) bool {
		return n.score < 0.8 || n.first > 0 && standsBeside(s.words[n.first-1].lower)
	})
}

// standsBeside reports whether a word before a group's name makes the rest of the sentence one of another group:
// "under bestyrelsen er der".
func standsBeside(w string) bool {
	switch w {
	case "under", "foruden", "udover", "over", "omkring":
		return true
	}
	return false
}

// groupBy is the group named last before a place; nil where none is, or two in one place.
func groupBy(named []naming, at int) *topic {
	var best *naming
	for i := range named {
		n := &named[i]
		switch {
		case n.from > at:
		case best == nil, n.from > best.from:
			best = n
		case n.from == best.from && n.topic.id != best.topic.id:
			if n.score == best.score {
				return nil
			}
			if n.score > best.score {
				best = n
			}
		}
	}
	if best == nil {
		return nil
	}
	return best.topic
}

// groupCallings are what the roster's groups are called; the board is also just that.
func (c *checker) groupCallings() callings {
	var out callings
	for _, g := range c.groups() {
		if len(g.Members) > 0 {
			out.add(&topic{name: g.Name, id: g.ID, kind: count, series: []valued{{c.rep.Year, int64(len(g.Members))}}}, g.Name, 1)
		}
	}
	if b := c.board(); b != nil {
		out.add(&topic{name: b.Name, id: b.ID, kind: count, series: []valued{{c.rep.Year, int64(len(b.Members))}}}, "bestyrelsen", 1)
	}
	out.index()
	return out
}

// numberSaid is the number that a word in lower case is, in digits or Danish words up to
// ninety-nine; −1 where it is none.
func numberSaid(w string) int64 {
	if n := wholeNumber(w); n >= 0 {
		return n
	}
	teens := []string{"tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"}
	if i := slices.Index(teens, w); i >= 0 {
		return int64(13 + i)
	}
	tens := []string{"tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"}
	if i := slices.Index(tens, w); i >= 0 {
		return int64(20 + 10*i)
	}
	if one, ten, is := strings.Cut(w, "og"); is {
		if n, t := numberWord(one), slices.Index(tens, ten); n > 0 && n < 10 && t >= 0 {
			return int64(20+10*t) + n
		}
	}
	return -1
}
