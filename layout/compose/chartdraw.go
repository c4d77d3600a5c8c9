package compose

import (
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/charts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
)

// leastWords is the least size of a chart's words.
const leastWords = 6 * geom.Pt

// drawn lays a chart out across the text area: as a ring, else as bars, which
// have more room for words, with smaller words where it takes that. A ring that
// became bars is told at the chart. The words say what it is.
func (c *composer) drawn(ring charts.Ring, bars bool) (charts.Drawing, string, error) {
	var last error
	tight := false // a ring has no room
	width := c.th.TextWidth()
	if !bars {
		for st, ok := c.chartStyle(), true; ok; st, ok = smallerWords(st) {
			d, err := ring.Draw(st, width)
			if err == nil || !errors.Is(err, charts.ErrRoom) {
				return d, c.Locale.Words.Chart, err
			}
			tight = true
		}
	}
	lying := charts.Bars(ring)
	for st, ok := c.chartStyle(), true; ok; st, ok = smallerWords(st) {
		d, err := lying.Draw(st, width)
		if err == nil && tight {
			c.Report.Warn(c.pos, ringAsBars(ring.Title))
		}
		if err == nil || !errors.Is(err, charts.ErrRoom) {
			return d, c.Locale.Words.Bars, err
		}
		last = err
	}
	return charts.Drawing{}, "", last
}

// smallerWords is a chart's look with words a twelfth smaller, and whether they
// are large enough.
func smallerWords(st charts.Style) (charts.Style, bool) {
	st.LabelSize, st.ValueSize = st.LabelSize.Scale(11, 12), st.ValueSize.Scale(11, 12)
	return st, min(st.LabelSize, st.ValueSize) >= leastWords
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
	if wide, is := errors.AsType[charts.WideError](err); is {
		return diag.Message{
			Code:    "chart-room",
			Danish:  fmt.Sprintf("diagrammet har ikke plads til «%s»: skriv en kortere label, eller giv teksten mere bredde i theme.yaml", wide.Word),
			English: fmt.Sprintf("the chart has no room for “%s”: write a shorter label, or give the text more width in theme.yaml", wide.Word),
		}
	}
	if errors.Is(err, charts.ErrRoom) {
		return diag.Message{
			Code:    "chart-room",
			Danish:  "teksten er for smal til et diagram: giv den mere bredde i theme.yaml, eller skriv tallene i en tabel",
			English: "the text is too narrow for a chart: give it more width in theme.yaml, or write the figures in a table",
		}
	}
	return diag.Message{
		Code:    "chart",
		Danish:  fmt.Sprintf("diagrammet kan ikke tegnes sandt: %v", err),
		English: fmt.Sprintf("the chart can't be drawn truly: %v", err),
	}
}

// ringAsBars says that a ring has been drawn as bars.
func ringAsBars(title string) diag.Message {
	return diag.Message{
		Code:    "ring-as-bars",
		Danish:  fmt.Sprintf("ringen «%s» har ikke plads til sine ord og er tegnet som søjler: skriv kortere labels, eller skriv type: bars, hvis det er godt sådan", title),
		English: fmt.Sprintf("the ring “%s” has no room for its words and is drawn as bars: write shorter labels, or write type: bars where that is well", title),
	}
}
