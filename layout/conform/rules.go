package conform

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/layout/page"
)

// elem holds an element and those within it against the rules of their roles.
func (c *checker) elem(e *page.Elem) {
	c.at = append(c.at, e)
	defer func() { c.at = c.at[:len(c.at)-1] }()
	switch e.Role {
	case page.RoleH1, page.RoleH2, page.RoleH3, page.RoleH4, page.RoleH5:
		c.heading(e)
	case page.RoleFigure:
		if strings.TrimSpace(e.Attr.Alt) == "" && e.Attr.Actual == "" {
			c.say(noAlt())
		}
	case page.RoleTable:
		c.table(e)
	case page.RoleL:
		c.list(e)
	case page.RoleTOCI:
		c.entry(e)
	case page.RoleLink:
		c.link(e)
	case page.RoleNote:
		if e.Attr.ID == "" || first(e, page.RoleLbl) == nil {
			c.say(badNote())
		}
	}
	c.glyphs(e)
	for _, k := range elems(e) {
		c.elem(k)
	}
}

// glyphs sees that the text an element itself holds has its glyphs (Matterhorn
// 31-030).
func (c *checker) glyphs(e *page.Elem) {
	for _, k := range e.Kids {
		if m, ok := k.(page.Mark); ok && c.lost[page.MarkID(m)] != "" {
			c.say(missingGlyph(c.lost[page.MarkID(m)]))
		}
	}
}

// elems are the elements an element holds.
func elems(e *page.Elem) []*page.Elem {
	var out []*page.Elem
	for _, k := range e.Kids {
		if kid, ok := k.(*page.Elem); ok && kid != nil {
			out = append(out, kid)
		}
	}
	return out
}

// first is the first element of a role within e, in reading order; nil: none.
func first(e *page.Elem, role page.Role) *page.Elem {
	for _, k := range elems(e) {
		if k.Role == role {
			return k
		}
		if in := first(k, role); in != nil {
			return in
		}
	}
	return nil
}

// heading sees that a heading says something, and is one level below the last at
// most (Matterhorn 14-003).
func (c *checker) heading(e *page.Elem) {
	level := int(e.Role[1] - '0')
	text := c.read(e)
	if text == "" {
		c.say(emptyHeading())
	}
	if level == 1 {
		c.titles++
	}
	if level > c.level+1 {
		c.say(skippedLevel(text, c.level, level))
	}
	c.level = level
}

// table sees that a table has headers that say what they head, and rows of cells
// (Matterhorn 15-003).
func (c *checker) table(e *page.Elem) {
	heads := headers(e)
	if !slices.ContainsFunc(heads, func(th *page.Elem) bool { return c.read(th) != "" }) {
		name := e.Attr.Title
		if caption := first(e, page.RoleCaption); caption != nil {
			name = c.read(caption)
		}
		c.say(noHeaders(name))
	}
	nested := rows(e, page.RoleTHead) > 1
	for _, th := range heads {
		if th.Attr.Scope == "" {
			c.say(noScope(c.read(th)))
		}
		nested = nested || len(th.Attr.Headers) > 0
	}
	c.cells(e, nested, heads)
}

// rows counts the rows of the parts of a table that have a role.
func rows(table *page.Elem, role page.Role) int {
	n := 0
	for _, part := range elems(table) {
		if part.Role == role {
			n += len(elems(part))
		}
	}
	return n
}

// cells sees that cells name headers of their own table, and that they do so at
// all where the headers are nested (Matterhorn 15-005).
func (c *checker) cells(table *page.Elem, nested bool, heads []*page.Elem) {
	ids := map[string]bool{}
	for _, th := range heads {
		if th.Attr.ID != "" {
			ids[th.Attr.ID] = true
		}
	}
	foreign := func(id string) bool { return !ids[id] }
	for _, cell := range inTable(table, page.RoleTH, page.RoleTD) {
		switch {
		case slices.ContainsFunc(cell.Attr.Headers, foreign), nested && cell.Role == page.RoleTD && len(cell.Attr.Headers) == 0:
			c.at = append(c.at, cell)
			c.say(unheadedCell(c.read(cell)))
			c.at = c.at[:len(c.at)-1]
		}
	}
}

// headers are the header cells of a table.
func headers(e *page.Elem) []*page.Elem { return inTable(e, page.RoleTH) }

// inTable are the cells of a table that have one of the roles, without those of
// tables within it.
func inTable(e *page.Elem, roles ...page.Role) []*page.Elem {
	var out []*page.Elem
	for _, k := range elems(e) {
		switch k.Role {
		case page.RoleTHead, page.RoleTBody, page.RoleTR:
			out = append(out, inTable(k, roles...)...)
		default:
			if slices.Contains(roles, k.Role) {
				out = append(out, k)
			}
		}
	}
	return out
}

// list sees that every entry has a body, and a label unless the list has none.
func (c *checker) list(e *page.Elem) {
	for _, k := range elems(e) {
		if k.Role != page.RoleLI {
			continue
		}
		has := func(r page.Role) bool {
			return slices.ContainsFunc(elems(k), func(p *page.Elem) bool { return p.Role == r })
		}
		if !has(page.RoleLBody) || !has(page.RoleLbl) && e.Attr.Numbering != "None" {
			c.say(badEntry())
		}
	}
}

// entry sees that an entry of the contents leads to its place.
func (c *checker) entry(e *page.Elem) {
	if link := first(e, page.RoleLink); link != nil {
		for _, k := range link.Kids {
			if id, ok := k.(page.LinkRef); ok && c.dests[c.links[page.LinkID(id)].Dest] {
				return
			}
		}
	}
	c.say(lostEntry(c.read(e)))
}

// link sees that a link is one, has text, and says in words what it is
// (Matterhorn 28-005).
func (c *checker) link(e *page.Elem) {
	refs := 0
	for _, k := range e.Kids {
		id, ok := k.(page.LinkRef)
		if !ok {
			continue
		}
		refs++
		if strings.TrimSpace(c.links[page.LinkID(id)].Contents) == "" {
			c.say(noContents(c.read(e)))
		}
	}
	text := c.read(e)
	switch {
	case refs == 0 || text == "":
		c.say(emptyLink(text))
	case vague(text):
		c.say(vagueLink(text))
	}
}

// vague reports whether a link's text says nothing of where it leads: those who
// have links read out alone hear no more than it (WCAG 2.4.9).
func vague(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .:…»>")) {
	case "her", "klik her", "klik", "tryk her", "se her", "læs her", "læs mere", "læs mere her", "se mere", "mere", "link", "linket", "dette link",
		"here", "click here", "click", "read more", "more", "see more", "this link":
		return true
	}
	return false
}
