package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// index is the things of one kind by their ids.
type index[T any] struct {
	byID map[string]T
	ids  []string // those that can be suggested, in the order they were written
	// unread is set where the file they stand in could not be read: no id is
	// called unknown then. Where there is no such file, absent is set, and that
	// is told once.
	unread, absent bool
	misspelt       []string // what ids that can't be ones were likely meant for
	hidden         *hidden  // what of the file could not be read; nil: it was never opened
}

// may reports whether an id may be one that could not be read.
func (x *index[T]) may(id string) bool {
	return x.unread || slices.Contains(x.misspelt, id) || x.hidden != nil && x.hidden.has(id)
}

// add puts in a thing; of two with one id the first stays.
func (x *index[T]) add(id string, v T) {
	if x.byID == nil {
		x.byID = map[string]T{}
	}
	if id != "" && !validID(id) {
		x.misspelt = append(x.misspelt, slug(id))
	}
	if _, taken := x.byID[id]; !taken && id != "" {
		x.byID[id] = v
		if validID(id) {
			x.ids = append(x.ids, id)
		}
	}
}

// refer takes a node for the id of something in an index and returns it, or
// the zero value where there is none.
func refer[T any](r *reader, n *yaml.Node, t thing, x *index[T]) T {
	var none T
	id, ok := r.scalar(n, anID)
	if !ok {
		return none
	}
	v, found := x.byID[id]
	switch {
	case x.absent:
		r.lack(t)
	case found && !validID(id): // which has been told of where it is defined
		r.fail(n, unknownID(t, id, slug(id)))
	case !found && !x.may(id):
		r.fail(n, unknownID(t, id, r.nearest(id, x.ids)))
	}
	return v
}

// people reads people.yaml.
func (r *reader) people() {
	r.ed.persons.hidden, r.ed.groups.hidden = &r.hidden, &r.hidden
	if r.root == nil {
		unread := r.diags.HasErrors()
		r.ed.persons.unread, r.ed.groups.unread = unread, unread
		r.ed.persons.absent, r.ed.groups.absent = !unread, !unread
		return
	}
	m := r.mapping(r.root, r.ed.format.People)
	defer m.close()
	r.ed.persons.unread = !m.eachNamed("people", func(k, v *yaml.Node) { r.person(k, v) })
	r.ed.groups.unread = !m.eachNamed("groups", func(k, v *yaml.Node) { r.personAmongGroups(k, v) })
	m.eachNamed("groups", func(k, v *yaml.Node) { r.group(k, v) })
}

// eachNamed goes through a mapping of ids to things. It is false where something else
// stands there.
func (m *mapping) eachNamed(key string, do func(k, v *yaml.Node)) bool {
	n := m.get(key)
	if n == nil || !m.r.is(n, yaml.MappingNode, aMapping) {
		return n == nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; k.Kind == yaml.ScalarNode {
			do(k, n.Content[i+1])
		}
	}
	return true
}

// person reads a person and makes them known.
func (r *reader) person(k, v *yaml.Node) {
	m := r.mapping(v, r.ed.format.Person)
	if m.has("members") {
		r.fail(k, groupInPeople(k.Value))
		r.ed.groups.add(k.Value, &content.Group{Pos: r.at(k), ID: k.Value}) // its members may stand below
		return
	}
	defer m.close()
	if m.has("focus") && !m.has("portrait") && m.whole() {
		r.fail(v, missingKey("portrait", "person", aPath))
	}
	p := &content.Person{
		Pos:          r.at(k),
		ID:           r.id(k),
		Name:         m.text("name"),
		Office:       m.text("office"),
		Party:        m.text("party"),
		Municipality: m.text("municipality"),
		Portrait:     m.image("portrait"),
		Focus:        m.focus("focus", faces()),
	}
	m.stale(described(p), true, content.StalePerson)
	r.ed.persons.add(k.Value, p)
	r.ed.roster.people = append(r.ed.roster.people, p)
}

// described is a person's name and what there is to confirm.
func described(p *content.Person) string {
	return strings.Join(slices.DeleteFunc([]string{p.Name, p.Office, p.Party, p.Municipality}, func(s string) bool { return s == "" }), ", ")
}

// personAmongGroups reads a person that stands under groups, and tells of it.
func (r *reader) personAmongGroups(k, v *yaml.Node) {
	if v.Kind == yaml.MappingNode && looksLikePerson(r.mapping(v, r.ed.format.Group)) {
		r.fail(k, personInGroups(k.Value))
		r.person(k, v)
	}
}

// looksLikePerson reports a group without members that has what only people have.
func looksLikePerson(m *mapping) bool {
	return !m.has("members") && (m.has("office") || m.has("party") || m.has("municipality") || m.has("portrait"))
}

func personInGroups(id string) diag.Message {
	return sayAbout("wrong-shelf", "%s er en person, men står under groups; flyt linjen op under people", "%s is a person, but stands under groups; move the line up to people", quoted(id))
}

func groupInPeople(id string) diag.Message {
	return sayAbout("wrong-shelf", "%s er en gruppe, men står under people; flyt den ned under groups", "%s is a group, but stands under people; move it down to groups", quoted(id))
}

// group reads a group and makes it known.
func (r *reader) group(k, v *yaml.Node) {
	m := r.mapping(v, r.ed.format.Group)
	if looksLikePerson(m) {
		return
	}
	defer m.close()
	g := &content.Group{Pos: r.at(k), ID: r.id(k), Name: m.text("name")}
	seen := map[*content.Person]bool{}
	for _, n := range m.words("members") {
		member := r.member(n)
		if member.Person != nil && seen[member.Person] {
			r.fail(n, listedTwice(person, member.Person.ID))
		}
		seen[member.Person] = true
		g.Members = append(g.Members, member)
	}
	m.stale(g.Name, true, content.StalePerson)
	r.ed.groups.add(k.Value, g)
	r.ed.roster.groups = append(r.ed.roster.groups, g)
}

// member takes a node for a person's id, or for {person: …, role: …}.
func (r *reader) member(n *yaml.Node) content.Member {
	if n.Kind != yaml.MappingNode {
		if n.Kind == yaml.ScalarNode && !isNull(n) {
			return content.Member{Person: refer(r, n, person, &r.ed.persons)}
		}
		if n.Kind != yaml.AliasNode {
			r.fail(n, wrongType(nounOf(n), aMember))
		}
		return content.Member{}
	}
	m := r.mapping(n, r.ed.format.Member)
	defer m.close()
	out := content.Member{Role: m.text("role")}
	if v := m.get("person"); v != nil {
		out.Person = refer(r, v, person, &r.ed.persons)
	}
	return out
}

// members is a list of people, each with a role or without.
func (m *mapping) members(key string) []content.Member {
	var out []content.Member
	for _, n := range m.words(key) {
		out = append(out, m.r.member(n))
	}
	return out
}
