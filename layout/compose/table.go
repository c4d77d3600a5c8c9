package compose

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// cellGap is between the columns of a table.
const cellGap = 12 * geom.Pt

// table sets a table written in the chapter, in the main column.
func (c *composer) table(b content.Table) {
	elem := &page.Elem{Role: page.RoleTable}
	c.close = false // a table keeps its distance from a heading
	if b.Title != "" {
		caption := child(elem, page.RoleCaption)
		s := c.headingStrip(caption, b.Title, c.ty.TableBold, c.th.Main())
		s.Above = c.th.Grid
		c.add(s)
		c.join()
	}
	c.here.Kids = append(c.here.Kids, elem)
	widths := c.columns(b, c.th.Main())
	titles := make([]content.Inlines, len(b.Columns))
	for i, col := range b.Columns {
		titles[i] = content.Inlines{content.Text(col.Title)}
	}
	strip := c.tableRow(child(child(elem, page.RoleTHead), page.RoleTR), page.RoleTH, b, titles, widths, c.ty.TableHead)
	rule(&strip.Ink, 0, strip.Height-geom.Pt, c.th.Main(), sumRule, c.th.Ink)
	head := galley.Box{Height: strip.Height, Ink: strip.Ink.Decoration()}
	c.add(strip)
	c.join()
	body := child(elem, page.RoleTBody)
	for i, row := range b.Rows {
		s := c.tableRow(child(body, page.RoleTR), page.RoleTD, b, row, widths, c.ty.TableCell)
		rule(&s.Ink, 0, s.Height-hairline, c.th.Main(), hairline, c.th.Rule)
		s.Break, s.Head = inTable, head
		if i < 2 || i == len(b.Rows)-1 {
			s.Break = paginate.Forbid
		}
		c.add(s)
	}
}

// tableRow sets one row, its cells side by side.
func (c *composer) tableRow(tr *page.Elem, role page.Role, b content.Table, cells []content.Inlines, widths []geom.Length, st style.Text) galley.Strip {
	s := galley.Strip{}
	x, high := geom.Length(0), geom.Length(0)
	for i, cell := range cells {
		elem := child(tr, role)
		if role == page.RoleTH {
			elem.Attr.Scope = "Column"
		}
		high = max(high, c.place(&s.Ink, elem, cell, aligned(st, b.Columns[i].Align), geom.Point{X: x}, widths[i]))
		x += widths[i] + cellGap
	}
	s.Height = c.th.Snap(high)
	return s
}

// aligned is a style standing as a column does; figures to the right are tabular.
func aligned(st style.Text, a content.Align) style.Text {
	switch a {
	case content.Right:
		st.Align = style.Right
		st.Features = tabular
	case content.Centre:
		st.Align = style.Centre
	}
	return st
}

// columns shares a width out over a table's columns: what each would need for
// its longest cell where all fit, else the widest give way.
func (c *composer) columns(b content.Table, total geom.Length) []geom.Length {
	n := len(b.Columns)
	room := total - geom.Length(n-1)*cellGap
	want := make([]geom.Length, n)
	for i, col := range b.Columns {
		want[i] = c.width(col.Title, c.ty.TableHead)
		for _, row := range b.Rows {
			want[i] = max(want[i], c.width(row[i].Plain(), c.ty.TableBold))
		}
	}
	return share(want, room)
}

// share gives each what it wants, the room left over to the first. Where room is
// short, those that want more than an even share of it divide what the others
// leave.
func share(want []geom.Length, room geom.Length) []geom.Length {
	out := make([]geom.Length, len(want))
	open := len(want)
	for open > 0 {
		even, settled := room/geom.Length(open), 0
		for i, w := range want {
			if out[i] == 0 && w <= even {
				out[i] = max(w, 1)
				room -= out[i]
				settled++
			}
		}
		if settled == 0 {
			for i := range want {
				if out[i] == 0 {
					out[i] = even
				}
			}
			return out
		}
		open -= settled
	}
	if len(out) > 0 {
		out[0] += room
	}
	return out
}
