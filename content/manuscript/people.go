package manuscript

import (
	"strings"
	"unicode/utf8"
)

// roster is the people of the edition and the groups they sit in.
type roster struct {
	people    []person
	groups    []group
	known     map[person]bool
	personIDs ids
	groupIDs  ids
}

// person is someone, as the manuscript first names them.
type person struct{ id, name, office, party, municipality string }

// group is a board or a committee.
type group struct {
	id, name string
	members  []seat
	line     int
}

// seat is somebody's seat in a group.
type seat struct {
	person string // an id
	role   string
}

// seated is a line of a list of people.
type seated struct {
	role   string
	before string // the word before several of them, for the first
	person
}

// The lines of a list of people.
var (
	// who is "Borgmester Martin Damm (V), Kalundborg".
	who = lazily(`^(?:([^:()]{2,60}):\s*)?([^:()]{3,90}?)\s*\(([\p{L}]{1,3})\)(?:,\s*([\p{L}][\p{L}\s.\-]{0,40}))?$`)
	// office is the last word of an office; a name follows it.
	office = lazily(`(?i)^(.*(?:borgmester|rådmand|medlem|formand|direktør|ordfører|councillor|mayor|member|chair|rådsformand|minister|statsråd))\s+(\p{Lu}.*)$`)
	// occupation is one that is no post; two names or more follow it.
	occupation = lazily(`^((?i:[\p{L}-]*(?:mand|mester|chef|leder|foged|lærer|ejer|læge|ingeniør|konsulent|sygeplejerske|pædagog|præst|provst|professor|lektor|inspektør|revisor|advokat|arkitekt|økonom|jurist|biolog|skipper|journalist|forfatter|sekretær|kasserer|rektor|bibliotekar|studerende|pensionist|teacher|engineer|manager|professor|lawyer|doctor)|cand\.[\p{L}.]+|dr\.[\p{L}.]*))\s+(\p{Lu}\S*\s+\p{Lu}.*)$`)
	// comesFrom is "Kasserer: Revisor Inger-Lise Bæk, Hjulby".
	comesFrom = lazily(`^(?:(\p{Lu}[^:()]{2,40}):\s+)?(\p{L}[^:(),]{5,80}?)(?:,\s+(\p{Lu}[\p{L}\s.\-]{1,40}))?$`)
	// fullName is two names to six.
	fullName = lazily(`^\p{Lu}[\p{L}.’'-]*(?: (?:af|von|van|der|de|la|\p{Lu}[\p{L}.’'-]*)){1,5}$`)
	// rolesAlone are roles that tell a person without a party or an office.
	rolesAlone = lazily(`(?i)^(?:\d\. )?(?:formand|næstformand|viceformand|forperson|næstforperson|kasserer|sekretær|bestyrelsesmedlem|medlem|suppleant|bestyrelsessuppleant|revisor|revisorsuppleant|direktør|chair|vice chair|deputy chair|treasurer|secretary|member|board member|substitute|auditor|director)$`)
	// members are several in one line.
	members = lazily(`^(Medlemmer|Øvrige medlemmer|Suppleanter|Members):\s+(\S.*)$`)
	// roleAlone is a line with a role that holds for the next.
	roleAlone = lazily(`^([^:()]{2,60}):$`)
	// roleWord is a role without a colon.
	roleWord = lazily(`(?i)^(formand|næstformand|1\. næstformand|2\. næstformand|viceformand|chair|vice chair|deputy chair|forperson|næstforperson)\s+(\S.*)$`)
)

// seatedIn reads a line as a person.
func seatedIn(s string) (seated, bool) {
	s = oneLine(s)
	m := who.FindStringSubmatch(s)
	if m == nil {
		return seatedAlone(s)
	}
	out := seated{role: m[1], person: person{name: strings.TrimSpace(m[2]), party: m[3], municipality: strings.TrimSpace(m[4])}}
	if out.role == "" {
		if r := roleWord.FindStringSubmatch(out.name); r != nil {
			out.role, out.name = r[1], r[2]
		}
	}
	out.takeOffice()
	first, _ := utf8.DecodeRuneInString(out.name)
	words := len(strings.Fields(out.name))
	return out, words >= 2 && words <= 7 && strings.ToUpper(string(first)) == string(first)
}

// seatedAlone reads a line as a person without a party: a role or an office, a name, and
// perhaps where they are from.
func seatedAlone(s string) (seated, bool) {
	if m := sits.FindStringSubmatch(s); m != nil {
		out := seated{role: m[1], person: person{name: m[2]}}
		out.takeOffice()
		return out, true
	}
	m := comesFrom.FindStringSubmatch(s)
	if m == nil {
		return seated{}, false
	}
	out := seated{role: m[1], person: person{name: m[2], municipality: m[3]}}
	out.takeOffice()
	return out, (out.role != "" && rolesAlone.MatchString(out.role) || out.office != "") && fullName.MatchString(out.name)
}

// takeOffice takes the office off the front of a name.
func (s *seated) takeOffice() {
	if o := office.FindStringSubmatch(s.name); o != nil {
		s.office, s.name = o[1], o[2]
	} else if o := occupation.FindStringSubmatch(s.name); o != nil {
		s.office, s.name = o[1], o[2]
	}
}

// seatedOf reads a node as people: each line is one, whether it is a line of
// print or of the manuscript, or all of it is.
func (b *builder) seatedOf(n node) ([]seated, bool) {
	raws, ok := b.rawPeople(n)
	if !ok {
		return nil, false
	}
	lines, ok := b.printed(raws)
	if !ok {
		return nil, false
	}
	if out, ok := seatedLines(lines); ok {
		return out, true
	}
	var written []string
	for _, l := range raws {
		written = append(written, strings.TrimSpace(plain(b.r.inlineAt(l.n, l.s))))
	}
	if out, ok := seatedLines(written); ok {
		return out, true
	}
	p, ok := seatedIn(joinAll(b.r.words, lines))
	return []seated{p}, ok
}

// seatedLines reads each line as a person; a line with a role alone holds for the
// next.
func seatedLines(lines []string) ([]seated, bool) {
	var out []seated
	role := ""
	for _, s := range lines {
		if m := roleAlone.FindStringSubmatch(s); m != nil && role == "" {
			role = m[1]
			continue
		}
		if several, ok := seatedSeveral(s); ok && role == "" {
			out = append(out, several...)
			continue
		}
		p, ok := seatedIn(s)
		if !ok && len(out) > 0 && out[0].role != "" && fullName.MatchString(s) {
			p, ok = seated{person: person{name: s}}, true // a member below those with roles
		}
		if !ok || role != "" && p.role != "" {
			return nil, false
		}
		if role != "" {
			p.role, role = role, ""
		}
		out = append(out, p)
	}
	return out, role == "" && len(out) > 0
}

// seatedSeveral reads "Medlemmer: Ib Strand (C), Zahra Amini (F)": members in one line.
func seatedSeveral(s string) ([]seated, bool) {
	m := members.FindStringSubmatch(oneLine(s))
	if m == nil {
		return nil, false
	}
	var out []seated
	for _, one := range strings.Split(m[2], ", ") {
		one = strings.TrimSuffix(one, ".")
		p, ok := seatedIn(one)
		if !ok && fullName.MatchString(one) {
			p, ok = seated{person: person{name: one}}, true
		}
		if !ok || p.role != "" {
			return nil, false
		}
		out = append(out, p)
	}
	out[0].before = m[1]
	return out, len(out) > 1
}

// joinAll joins lines into one.
func joinAll(words map[string]bool, lines []string) string {
	j := joiner{words: words}
	for _, l := range lines {
		j.more(l)
	}
	return j.text()
}

// rawPeople are the lines of a paragraph or a list that may be one of people.
func (b *builder) rawPeople(n node) ([]rawLine, bool) {
	const most, longest = 120, 200
	raws := n.lines
	if n.kind == nodeList {
		for _, i := range n.list.items {
			if len(i.sub) > 0 || i.number > 0 {
				return nil, false
			}
			raws = append(raws, rawLine{line{i.lines[0].n, oneLine(joined(b.r.words, i.lines))}, true})
		}
	}
	if n.kind != nodeParagraph && n.kind != nodeList || len(raws) == 0 || len(raws) > most {
		return nil, false
	}
	for _, l := range raws {
		if len(l.s) > longest {
			return nil, false
		}
	}
	return raws, true
}

// printed are the lines of a text in print, without emphasis; not where anything
// else stands in them.
func (b *builder) printed(raws []rawLine) ([]string, bool) {
	t := b.r.inlineAt(raws[0].n, joined(b.r.words, raws))
	for _, r := range t {
		if r.mark != "" || r.image != nil || r.link {
			return nil, false
		}
	}
	var out []string
	for _, s := range strings.Split(plain(t), "\n") {
		if !isBlank(s) {
			out = append(out, strings.TrimSpace(s))
		}
	}
	return out, len(out) > 0
}

// people takes a list of people below a heading as a group. Without a heading of
// its own it has the last one's name.
func (b *builder) people(heading string) bool {
	var all []seated
	end := b.at
	for ; end < len(b.r.nodes); end++ {
		more, ok := b.seatedOf(b.r.nodes[end])
		if !ok {
			break
		}
		all = append(all, more...)
	}
	name := heading
	if name == "" {
		name = b.lastHeading()
	}
	if len(all) == 0 || len(all) < 2 && (all[0].role == "" || all[0].party == "") || name == "" {
		return false
	}
	g := group{id: b.r.out.people.groupID(name), name: name, line: b.r.nodes[b.at].line}
	sits := map[string]bool{}
	for _, p := range all {
		id := b.r.out.people.seat(p.person)
		if sits[id] {
			b.r.leave(g.line, KeptPeople, p.name)
			return false // twice in one group
		}
		sits[id] = true
		g.members = append(g.members, seat{id, p.role})
		if p.before != "" {
			b.r.leave(g.line, LeftRole, p.before)
		}
	}
	b.r.out.people.groups = append(b.r.out.people.groups, g)
	b.at = end
	if k := len(b.ch.blocks) - 1; k >= 0 && b.ch.blocks[k].kind == blockRoster {
		b.ch.blocks[k].ids = append(b.ch.blocks[k].ids, g.id)
		return true
	}
	b.add(block{kind: blockRoster, line: g.line, ids: []string{g.id}})
	return true
}

// lastHeading is the heading that what comes stands under. Where it was looked for
// before, only what has come since is gone through.
func (b *builder) lastHeading() string {
	from, title := 0, b.ch.title
	if b.ch.under.blocks <= len(b.ch.blocks) && b.ch.under.blocks > 0 {
		from, title = b.ch.under.blocks, b.ch.under.title
	}
	for i := len(b.ch.blocks) - 1; i >= from; i-- {
		if k := &b.ch.blocks[i]; k.kind == blockHeading || k.kind == blockSection {
			title = k.title
			break
		}
	}
	b.ch.under = headed{len(b.ch.blocks), title}
	return title
}

// headed is the heading that the first so many blocks of a chapter end under.
type headed struct {
	blocks int
	title  string
}
