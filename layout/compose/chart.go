package compose

import (
	"fmt"

	"github.com/kl-print/kl-print/charts"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

const tabular = fonts.Tabular

// chart draws parts of a whole as a ring or as bars.
func (c *composer) chart(b content.Chart) {
	ring := charts.Ring{Title: b.Title}
	var sum accounts.Amount
	for _, p := range b.Parts {
		sum += p.Amount
	}
	figures, note := c.partFigures(b)
	for i, p := range b.Parts {
		ring.Parts = append(ring.Parts, charts.Part{Label: p.Label, Amount: int64(p.Amount), Value: figures[i].value, Share: figures[i].share})
	}
	ring.Total = charts.Label{Value: c.Locale.Brief(sum), Name: b.Total}
	drawing, said, err := c.drawn(ring, b.Bars)
	if err != nil {
		c.Report.Error(c.pos, chartFault(err))
		return
	}
	head := c.headingStrip(c.push(headingRole(c.level)), b.Title, c.ty.Heading, c.th.TextWidth())
	head.Wide, head.Above = true, 2*c.th.Grid
	s := galley.Strip{Wide: true, Height: c.th.Snap(drawing.Size.H+c.th.Grid/2) + c.th.Grid}
	ink := c.chartInk(drawing, b.Title, fmt.Sprintf(said, c.chartAlt(b, ring)))
	s.Ink.Add(ink, geom.Point{Y: c.th.Grid})
	strips := []galley.Strip{head, s}
	for _, said := range []content.Inlines{b.Caption, note} {
		if len(said) > 0 {
			strips = append(strips, c.solid(c.push(page.RoleP), said, c.ty.Caption, c.main(), 0))
		}
	}
	c.addFigure(galley.Stack(strips), b.Here)
}

// chartInk draws a chart: its shapes are a figure, and the words at them a table
// of what the figure shows, a row a part, headed by its name.
func (c *composer) chartInk(d charts.Drawing, title, alt string) galley.Ink {
	var ink galley.Ink
	fig := c.push(page.RoleFigure)
	fig.Attr.Alt, fig.Attr.Placement = alt, "Block"
	c.say(&ink, fig, d.Shapes...)
	table := c.push(page.RoleTable)
	table.Attr.Title = title
	body := child(table, page.RoleTBody)
	for _, w := range d.Parts {
		tr, _ := c.chartRow(&ink, body, w)
		c.words(&ink, child(tr, page.RoleTD), w.Share)
	}
	_, sum := c.chartRow(&ink, body, d.Total)
	sum.Attr.ColSpan = 2 // it has no share
	return ink
}

// chartRow begins a row of a chart's table with a name and its value.
func (c *composer) chartRow(ink *galley.Ink, body *page.Elem, w charts.Words) (tr, value *page.Elem) {
	tr = child(body, page.RoleTR)
	th := child(tr, page.RoleTH)
	th.Attr.Scope = "Row"
	c.words(ink, th, w.Label)
	value = child(tr, page.RoleTD)
	c.words(ink, value, w.Value)
	return tr, value
}

// words draws the lines of a text that an element holds.
func (c *composer) words(ink *galley.Ink, elem *page.Elem, lines []page.Text) {
	for _, t := range lines {
		for _, s := range c.Setter.Spell(t) {
			holder := elem
			if s.Means != "" {
				holder = child(elem, page.RoleSpan)
				holder.Attr.Expansion = s.Means
			}
			c.say(ink, holder, texts(s.Items)...)
		}
	}
}

// say draws items that an element holds, which is empty without any.
func (c *composer) say(ink *galley.Ink, elem *page.Elem, items ...page.Item) {
	if len(items) == 0 {
		return
	}
	mark := c.Marks.Mark()
	elem.Kids = append(elem.Kids, page.Mark(mark))
	ink.Real(mark, items...)
}

// texts returns texts as items.
func texts(of []page.Text) []page.Item {
	out := make([]page.Item, len(of))
	for i, t := range of {
		out[i] = t
	}
	return out
}

// chartAlt says a chart in words, from its data.
func (c *composer) chartAlt(b content.Chart, ring charts.Ring) string {
	var parts []string
	for _, p := range ring.Parts {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", p.Label, p.Value, p.Share))
	}
	return fmt.Sprintf("%s: %s %s, %s %s.", b.Title, b.Total, ring.Total.Value, c.Locale.Words.OfWhich, c.Locale.Join(parts))
}
