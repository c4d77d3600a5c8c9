package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// unitsFile holds the parts of the organisation.
const unitsFile = "organisation.yaml"

// organisationFile reads organisation.yaml, which comes after people.yaml.
func (r *reader) organisationFile() []*content.Unit {
	r.ed.units.hidden = &r.hidden
	if r.root == nil {
		unread := r.diags.HasErrors()
		r.ed.units.unread, r.ed.units.absent = unread, !unread
		return nil
	}
	m := r.mapping(r.root, r.ed.format.Units)
	defer m.close()
	var out []*content.Unit
	under := map[*content.Unit]*yaml.Node{}
	m.eachNamed("units", func(k, v *yaml.Node) {
		u, above := r.unit(k, v)
		out = append(out, u)
		under[u] = above
	})
	for _, u := range out {
		if n := under[u]; n != nil {
			u.Under = refer(r, n, unit, &r.ed.units)
		}
	}
	for _, u := range out {
		if turnsBack(u) {
			r.fail(under[u], unitCycle(u.ID))
			u.Under = nil
		}
	}
	return out
}

// turnsBack reports whether a unit is under itself, by way of others.
func turnsBack(u *content.Unit) bool {
	seen := map[*content.Unit]bool{}
	for at := u; at != nil && !seen[at]; at = at.Under {
		seen[at] = true
		if at.Under == u {
			return true
		}
	}
	return false
}

// unit reads a unit and makes it known; above is what it is under.
func (r *reader) unit(k, v *yaml.Node) (u *content.Unit, above *yaml.Node) {
	m := r.mapping(v, r.ed.format.Unit)
	defer m.close()
	u = &content.Unit{Pos: r.at(k), ID: r.id(k)}
	if g := m.get("group"); g != nil {
		u.Group = refer(r, g, group, &r.ed.groups)
	}
	u.Name, u.Note = m.text("name"), m.text("note")
	if !m.has("group") && !m.has("name") && m.whole() {
		m.lacks = append(m.lacks, lack{"name", missingKey("name", m.what, aText)})
	}
	if u.Name == "" && u.Group != nil {
		u.Name = u.Group.Name
	}
	if h := m.get("head"); h != nil {
		u.Head = refer(r, h, person, &r.ed.persons)
	}
	r.ed.units.add(k.Value, u)
	return u, m.get("under")
}

// below is the box of a unit, with those of the units under it.
func (ed *edition) below(u *content.Unit) content.OrgNode {
	var notes []string
	if u.Note != "" {
		notes = append(notes, u.Note)
	}
	if u.Head != nil {
		notes = append(notes, u.Head.Name)
	}
	node := content.OrgNode{Name: u.Name, Note: strings.Join(notes, "; ")}
	for _, k := range ed.roster.units {
		if k.Under == u {
			node.Kids = append(node.Kids, ed.below(k))
		}
	}
	return node
}

func unitCycle(id string) diag.Message {
	return sayAbout("unit-cycle", "enheden %s hører under sig selv; forventede en anden, eller ingen", "the unit %s is under itself; expected another one, or none", quoted(id))
}
