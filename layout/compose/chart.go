package compose

import (
	"fmt"

	"github.com/kl-print/kl-print/charts"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

const tabular = fonts.Tabular

// chart draws parts of a whole as a ring.
func (c *composer) chart(b content.Chart) {
	ring := charts.Ring{Title: b.Title}
	var sum accounts.Amount
	for _, p := range b.Parts {
		sum += p.Amount
	}
	for _, p := range b.Parts {
		ring.Parts = append(ring.Parts, charts.Part{
			Label: p.Label, Amount: int64(p.Amount), Value: c.Locale.Brief(p.Amount), Share: c.Locale.Share(p.Amount, sum),
		})
	}
	ring.Total = charts.Label{Value: c.Locale.Brief(sum), Name: b.Total}
	drawing, err := ring.Draw(c.chartStyle(), c.th.TextWidth())
	if err != nil {
		c.Report.Error(c.pos, chartFault(err))
		return
	}
	fig := &page.Elem{Role: page.RoleFigure}
	fig.Attr.Alt = fmt.Sprintf(c.Locale.Words.Chart, c.chartAlt(b, ring))
	fig.Attr.Placement = "Block"
	head := c.headingStrip(c.push(headingRole(c.level)), b.Title, c.ty.Heading, c.th.TextWidth())
	head.Wide, head.Above = true, 2*c.th.Grid
	c.add(head)
	c.join()
	c.here.Kids = append(c.here.Kids, fig)
	mark := c.Marks.Mark()
	fig.Kids = append(fig.Kids, page.Mark(mark))
	s := galley.Strip{Wide: true, Height: c.th.Snap(drawing.Size.H) + c.th.Grid}
	var ink galley.Ink
	ink.Real(mark, drawing.Items...)
	s.Ink.Add(ink, geom.Point{Y: c.th.Grid})
	c.add(s)
	if len(b.Caption) > 0 {
		c.join()
		caption := c.solid(c.push(page.RoleP), b.Caption, c.ty.Caption, c.main(), 0)
		caption.Wide = true
		c.add(caption)
	}
}

// chartAlt says a chart in words, from its data.
func (c *composer) chartAlt(b content.Chart, ring charts.Ring) string {
	var parts []string
	for _, p := range ring.Parts {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", p.Label, p.Value, p.Share))
	}
	return fmt.Sprintf("%s: %s %s, %s %s.", b.Title, b.Total, ring.Total.Value, c.Locale.Words.OfWhich, c.Locale.Join(parts))
}

// chartStyle is the theme's look of a chart.
func (c *composer) chartStyle() charts.Style {
	return charts.Style{
		Library:   c.Library,
		LabelFace: c.ty.TableCell.Faces.Regular, ValueFace: c.ty.TableBold.Faces.Regular, TotalFace: c.ty.FactFigure.Faces.Regular,
		LabelSize: c.ty.FactCaption.Size, ValueSize: c.ty.TableCell.Size, TotalSize: c.ty.FactFigure.Size * 7 / 10,
		Ink: c.th.Ink, Muted: c.th.Muted, Rule: c.th.Muted, Palette: c.th.ChartColors,
	}
}

// chartFault says why a chart can't be drawn.
func chartFault(err error) diag.Message {
	return diag.Message{
		Code:    "chart",
		Danish:  fmt.Sprintf("diagrammet kan ikke tegnes sandt: %v", err),
		English: fmt.Sprintf("the chart can't be drawn truly: %v", err),
	}
}
