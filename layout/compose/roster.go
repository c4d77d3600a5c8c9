package compose

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// Measures of columns and of rosters in them.
const (
	rosterColumns = 2
	rosterLeast   = 2           // members of a group in a column
	hangIndent    = 9 * geom.Pt // of the second line of an entry
	rosterDrop    = 4 * geom.Pt // from a group's name to its members
)

// inColumns has strips of a width stand in n columns of their own.
func (c *composer) inColumns(strips []galley.Strip, n int, w geom.Length) []galley.Strip {
	for i := range strips {
		s := &strips[i]
		s.Columns, s.Pitch, s.Apart = n, w+c.th.Gutter, i == 0
	}
	return strips
}

// roster sets groups with their members in columns.
func (c *composer) roster(b content.Roster) {
	w := c.th.Cell(c.th.TextWidth(), rosterColumns)
	var out []galley.Strip
	for _, g := range b.Groups {
		out = append(out, c.rosterGroup(g, w)...)
	}
	c.addAll(c.inColumns(out, rosterColumns, w))
}

// rosterGroup sets a committee: its name and its members.
func (c *composer) rosterGroup(g *content.Group, w geom.Length) []galley.Strip {
	out := make([]galley.Strip, 1, len(g.Members)+1)
	name := &out[0]
	name.Wide, name.Row, name.Above = true, true, c.th.Grid
	name.Height = c.rosterName(&name.Ink, c.push(headingRole(c.level)), g.Name, w)
	var again galley.Box
	if len(g.Members) >= 2*rosterLeast {
		again = c.again(g.Name, w)
	}
	list := c.push(page.RoleL)
	list.Attr.Numbering = "None"
	st := c.ty.FactCaption
	st.Hyphenate, st.Whole, st.Leading = false, true, c.th.Grid // names, each line on the grid
	for i, m := range g.Members {
		s := galley.Strip{Wide: true, Break: inRoster, Head: again}
		if i < rosterLeast || i > len(g.Members)-rosterLeast {
			s.Break = paginate.Forbid
		}
		s.Height = c.hanging(&s.Ink, child(child(list, page.RoleLI), page.RoleLBody), c.memberLine(m, st, w), st, w)
		out = append(out, s)
	}
	return out
}

// rosterName draws a group's name below a rule and returns the height of both,
// which is of whole rows.
func (c *composer) rosterName(ink *galley.Ink, elem *page.Elem, name string, w geom.Length) geom.Length {
	fill(ink, geom.Rect{W: w, H: sectionThick}, c.opt.Accent)
	var named galley.Ink
	h := c.plain(&named, elem, name, c.ty.BoxTitle, geom.Point{}, w)
	high := c.th.Snap(sectionThick + h + rosterDrop)
	ink.Add(named, geom.Point{Y: high - h - rosterDrop})
	return high
}

// again is a group's name where it goes on in the next column.
func (c *composer) again(name string, w geom.Length) galley.Box {
	var ink galley.Ink
	h := c.rosterName(&ink, &page.Elem{}, fmt.Sprintf(c.Locale.Words.Continued, name), w)
	return galley.Box{Height: h, Ink: ink.Decoration()}
}

// hanging sets an entry whose further lines stand in, and returns its height.
func (c *composer) hanging(ink *galley.Ink, body *page.Elem, in content.Inlines, st style.Text, w geom.Length) geom.Length {
	p := c.set(in, st, w-hangIndent)
	for i, l := range c.lines(p, body, st) {
		at := geom.Point{Y: geom.Length(i) * st.Leading}
		if i > 0 {
			at.X = hangIndent
		}
		ink.Add(l, at)
	}
	return p.Height(st)
}

// memberLine is a person in a roster, the name to be found at a glance
// and on one line where that holds it:
// "Borgmester Martin Damm (V), Kalundborg". A name does not part from its party.
func (c *composer) memberLine(m content.Member, st style.Text, w geom.Length) content.Inlines {
	line := memberWords(m, strings.ReplaceAll(m.Person.Name, " ", "\u00a0"))
	if set, err := c.Setter.Set(line, st, w-hangIndent); err == nil && set.Overfull != "" {
		return memberWords(m, m.Person.Name)
	}
	return line
}

// memberWords are the words of a line about a person.
func memberWords(m content.Member, name string) content.Inlines {
	p := m.Person
	var before, after string
	if m.Role != "" {
		before = m.Role + ": "
	}
	if p.Office != "" {
		before += p.Office + " "
	}
	if p.Party != "" {
		after = "\u00a0(" + p.Party + ")"
	}
	if p.Municipality != "" {
		after += ", " + p.Municipality
	}
	strong := content.Strong{Body: content.Inlines{content.Text(name)}}
	if m.Role == "" {
		return content.Inlines{content.Text(before), strong, content.Text(after)}
	}
	role := content.Emph{Body: content.Inlines{content.Text(m.Role + ":")}}
	return content.Inlines{role, content.Text(" " + strings.TrimPrefix(before, m.Role+": ")), strong, content.Text(after)}
}
