package compose

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/style"
)

// How small a figure is set so that it fits its column, in hundredths of its
// size: on one line before its unit is set on a second, and at all without a
// warning.
const (
	leastOnOneLine = 64
	leastFigure    = 40
)

// factFigure is a fact's figure and the style it fits a width in: as large as
// may be on one line, else with its unit on a second. What would have to be too
// small is a warning at the fact; it is set all the same, within the width.
// Its capitals are no higher than room.
func (c *composer) factFigure(text string, w, room geom.Length) (content.Inlines, style.Text) {
	full := c.noHigher(c.ty.FactFigure, room)
	whole := content.Inlines{content.Text(text)}
	one := c.fitted(whole, full, w)
	if one.Size*100 >= full.Size*leastOnOneLine {
		return whole, one
	}
	best, in := one, whole
	if number, unit, is := beforeUnit(text); is {
		parted := content.Inlines{content.Text(number), content.Break{}, content.Text(unit)}
		if two := c.fitted(parted, full, w); two.Size > one.Size {
			best, in = two, parted
		}
	}
	if best.Size*100 < full.Size*leastFigure {
		c.Report.Warn(c.pos, wideFigure(text))
	}
	return in, best
}

// noHigher is the style in a size whose capitals, which figures are as high as,
// have so much room.
func (c *composer) noHigher(st style.Text, room geom.Length) style.Text {
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return st
	}
	if m := face.Metrics(); m.CapHeight > 0 {
		most := room.Scale(int64(m.UnitsPerEm), int64(m.CapHeight)) / (geom.Pt / 2) * (geom.Pt / 2)
		st.Size = max(geom.Pt, min(st.Size, most))
	}
	return st
}

// fitted is the style in the largest size, by points from its own, in which no
// line of a text is wider than w.
func (c *composer) fitted(in content.Inlines, st style.Text, w geom.Length) style.Text {
	for st.Size > geom.Pt {
		p, err := c.Setter.Set(in, st, w)
		c.fail(err)
		if err != nil || p.Overfull == "" {
			break
		}
		st.Size -= geom.Pt
	}
	return st
}

// beforeUnit parts a figure before what stands after its digits.
func beforeUnit(text string) (number, unit string, is bool) {
	at := strings.LastIndexAny(text, "0123456789")
	if at < 0 {
		return text, "", false
	}
	number, unit = text[:at+1], strings.Trim(text[at+1:], " \u00a0\u202f")
	return number, unit, unit != ""
}

// wideFigure says that a figure has to be small to fit its column.
func wideFigure(text string) diag.Message {
	return diag.Message{
		Code:    "wide-figure",
		Danish:  fmt.Sprintf("tallet «%s» er for bredt til sin spalte og sættes meget lille: skriv det kortere, eller giv theme.yaml en bredere side under columns eller en mindre scale", text),
		English: fmt.Sprintf("the figure “%s” is too wide for its column and is set very small: write it shorter, or give theme.yaml a wider side under columns or a smaller scale", text),
	}
}
