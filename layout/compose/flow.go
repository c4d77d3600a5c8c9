package compose

import (
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// What page breaks cost in running text; see layout/paginate.
const (
	inParagraph   = 30
	underHeading  = 900 // after two lines below a heading: allowed, and thin at the foot of a page
	betweenItems  = 60
	inBox         = 300
	inGrid        = 400 // between rows of people
	inTable       = 100
	inRoster      = 100
	inStatement   = 3000 // a statement is parted only where no page holds it
	afterFact     = 3000 // between a fact in the text and what it is about
	afterColon    = 1200 // between a paragraph that ends on a colon and what it leads to
	apartFromText = 900  // between a statement and those who sign it
)

// column is where running text stands: shifted from the column's left edge.
type column struct{ x, w geom.Length }

// main is the main column.
func (c *composer) main() column { return column{w: c.th.Main()} }

// flow sets a paragraph as strips of a line each, whose leading is the grid. No
// first or last line stands alone on a page.
func (c *composer) flow(elem *page.Elem, in content.Inlines, st style.Text, col column, above geom.Length) []galley.Strip {
	p := c.set(in, st, col.w)
	inks := c.lines(p, elem, st)
	out := make([]galley.Strip, len(inks))
	for i, ink := range inks {
		s := galley.Strip{Height: st.Leading, Break: inParagraph, Hyphen: p.Lines[i].Hyphen}
		if i == 0 {
			s.Above, s.Break = above, 0
		}
		if i == 1 || i > 0 && i == len(inks)-1 {
			s.Break = paginate.Forbid
		}
		if col.x == 0 {
			s.Ink = ink
		} else {
			s.Ink.Add(ink, geom.Point{X: col.x})
		}
		out[i] = s
	}
	return out
}

// addAll appends strips to the galley.
func (c *composer) addAll(strips []galley.Strip) {
	for _, s := range strips {
		c.add(s)
	}
}

// paragraph sets running text.
func (c *composer) paragraph(in content.Inlines) {
	st, above := c.follows(c.ty.Body, c.running)
	strips := noted(c.here, c.flow(c.push(page.RoleP), in, st, c.main(), above))
	if c.joined && len(strips) > 3 {
		strips[2].Break = max(strips[2].Break, underHeading)
	}
	c.addAll(strips)
	c.running = true
	c.colon = strings.HasSuffix(strings.TrimSpace(in.Plain()), ":")
}

// follows is a paragraph's style and the space above it, by whether it follows
// another one.
func (c *composer) follows(st style.Text, another bool) (style.Text, geom.Length) {
	if !another || c.th.Indent == 0 {
		return st, c.th.Grid
	}
	st.Indent = c.th.Indent
	return st, 0
}

// solid makes a strip that does not break of a paragraph with a leading of its
// own, its height filled up to the grid.
func (c *composer) solid(elem *page.Elem, in content.Inlines, st style.Text, col column, above geom.Length) galley.Strip {
	s := galley.Strip{Above: above}
	h := c.place(&s.Ink, elem, in, st, geom.Point{X: col.x}, col.w)
	s.Height = c.th.Snap(h)
	return s
}

// lead sets an opening paragraph. What its leading leaves of the grid is below it:
// it stands as far from the title in every chapter.
func (c *composer) lead(b content.Lead) {
	s := galley.Strip{Above: c.th.Grid}
	s.Height = c.th.Snap(c.place(&s.Ink, c.push(page.RoleP), b.Body, c.ty.Lead, geom.Point{}, c.th.Main()))
	c.addAll(noted(c.here, []galley.Strip{s}))
}

// list sets a list in running text.
func (c *composer) list(b content.List) {
	c.addAll(c.listStrips(c.push(page.RoleL), b, c.ty.Body, c.main(), c.th.Grid))
}

// listIndent is how far a list's items stand in.
const listIndent = 15 * geom.Pt

// listStrips sets a list, its labels hanging. Its entries are ragged in justified
// text too: few lines, and short, are loose or full of hyphens if they are not.
func (c *composer) listStrips(l *page.Elem, b content.List, st style.Text, col column, above geom.Length) []galley.Strip {
	l.Attr.Numbering = "Disc"
	if b.Ordered {
		l.Attr.Numbering = "Decimal"
	}
	st.Align = style.Left
	inner := col
	inner.x += listIndent
	inner.w -= listIndent
	var out []galley.Strip
	for i, item := range b.Items {
		li := child(l, page.RoleLI)
		lbl, body := child(li, page.RoleLbl), child(li, page.RoleLBody)
		var label galley.Ink
		c.plain(&label, lbl, bullet(b, i), st, geom.Point{X: col.x}, listIndent)
		strips := noted(body, c.flow(body, item.Body, st, inner, 0))
		if len(strips) == 0 {
			strips = []galley.Strip{{Height: st.Leading}}
		}
		label.Add(strips[0].Ink, geom.Point{})
		strips[0].Ink = label
		strips[0].Break = betweenItems
		if i == 0 {
			strips[0].Above = above
		}
		if item.Sub != nil {
			sub := c.listStrips(child(body, page.RoleL), *item.Sub, st, inner, 0)
			strips = append(strips, sub...)
		}
		out = append(out, strips...)
	}
	keepList(out)
	return out
}

// keepList keeps the first and the last two strips of a list together.
func keepList(s []galley.Strip) {
	if n := len(s); n > 1 {
		s[0].Break = min(s[0].Break, 0)
		s[1].Break = paginate.Forbid
		s[n-1].Break = paginate.Forbid
	}
}

// bullet is the label of an item.
func bullet(b content.List, i int) string {
	if b.Ordered {
		return strconv.Itoa(b.Start+i) + "."
	}
	return "•"
}

// bodyStrips sets paragraphs and lists, as in a box, a note or a letter.
func (c *composer) bodyStrips(parent *page.Elem, blocks []content.Block, st style.Text, col column) []galley.Strip {
	var out []galley.Strip
	for i, b := range blocks {
		above := geom.Length(0)
		if i > 0 {
			above = c.th.Grid
		}
		switch b := b.(type) {
		case content.Paragraph:
			st := st
			if i > 0 {
				_, another := blocks[i-1].(content.Paragraph)
				st, above = c.follows(st, another)
			}
			out = append(out, noted(parent, c.flow(child(parent, page.RoleP), b.Body, st, col, above))...)
		case content.List:
			out = append(out, c.listStrips(child(parent, page.RoleL), b, st, col, above)...)
		}
	}
	return out
}
