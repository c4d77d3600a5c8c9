package manuscript

import (
	"fmt"
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
	role string
	person
}

// The lines of a list of people.
var (
	// who is "Borgmester Martin Damm (V), Kalundborg".
	who = lazily(`^(?:([^:()]{2,60}):\s*)?([^:()]{3,90}?)\s*\(([\p{L}]{1,3})\)(?:,\s*([\p{L}][\p{L}\s.\-]{0,40}))?$`)
	// office is the last word of an office; a name follows it.
	office = lazily(`(?i)^(.*(?:borgmester|rådmand|medlem|formand|direktør|ordfører|councillor|mayor|member|chair|rådsformand|minister|statsråd))\s+(\p{Lu}.*)$`)
	// roleAlone is a line with a role that holds for the next.
	roleAlone = lazily(`^([^:()]{2,60}):$`)
	// roleWord is a role without a colon.
	roleWord = lazily(`(?i)^(formand|næstformand|1\. næstformand|2\. næstformand|viceformand|chair|vice chair|deputy chair|forperson|næstforperson)\s+(\S.*)$`)
)

// seatedIn reads a line as a person.
func seatedIn(s string) (seated, bool) {
	m := who.FindStringSubmatch(oneLine(s))
	if m == nil {
		m = sits.FindStringSubmatch(oneLine(s))
		if m == nil {
			return seated{}, false
		}
		return seated{role: m[1], person: person{name: m[2]}}, true
	}
	out := seated{role: m[1], person: person{name: strings.TrimSpace(m[2]), party: m[3], municipality: strings.TrimSpace(m[4])}}
	if out.role == "" {
		if r := roleWord.FindStringSubmatch(out.name); r != nil {
			out.role, out.name = r[1], r[2]
		}
	}
	if o := office.FindStringSubmatch(out.name); o != nil {
		out.office, out.name = o[1], o[2]
	}
	first, _ := utf8.DecodeRuneInString(out.name)
	words := len(strings.Fields(out.name))
	return out, words >= 2 && words <= 7 && strings.ToUpper(string(first)) == string(first)
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
		p, ok := seatedIn(s)
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

// seat makes a person known and returns their id; the same name with another
// office or municipality is somebody else.
func (r *roster) seat(p person) string {
	base := slug(p.name, "-", "person")
	p.id = base
	for n := 2; ; n++ {
		if r.known[p] {
			return p.id
		}
		if !r.personIDs.has(p.id) {
			r.personIDs.take(p.id)
			if r.known == nil {
				r.known = map[person]bool{}
			}
			r.known[p] = true
			r.people = append(r.people, p)
			return p.id
		}
		p.id = fmt.Sprintf("%s-%s", base, slug(p.municipality+" "+p.office, "-", "anden"))
		if n > 2 {
			p.id += fmt.Sprintf("-%d", n)
		}
	}
}

// groupID is an id for a group that no other has.
func (r *roster) groupID(name string) string {
	return r.groupIDs.unused(slug(name, "-", "gruppe"), "-")
}

// ids are names that are taken. The zero value has none.
type ids struct {
	taken map[string]bool
	next  map[string]int // the number to try for a name
}

// has reports that an id is taken.
func (s *ids) has(id string) bool { return s.taken[id] }

// take takes an id.
func (s *ids) take(id string) {
	if s.taken == nil {
		s.taken, s.next = map[string]bool{}, map[string]int{}
	}
	s.taken[id] = true
}

// unused takes an id, with a number after it where it is taken.
func (s *ids) unused(base, gap string) string {
	id := base
	for n := max(2, s.next[base]); s.taken[id]; n++ {
		id = fmt.Sprintf("%s%s%d", base, gap, n)
		s.next[base] = n + 1
	}
	s.take(id)
	return id
}
