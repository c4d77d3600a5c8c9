package pdf

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/go-pdf/fpdf"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// canvas draws pages with fpdf. Text, colours of areas and marked content are
// written raw; paths, strokes and images go through fpdf's own calls.
type canvas struct {
	*setter
	role   func(page.MarkID) page.Role // of the element that holds a mark
	usage  *usage
	pdf    *fpdf.Fpdf
	stroke page.Stroke // as last set
	err    error
}

// plainStroke is how fpdf has lines look at the beginning of a page.
var plainStroke = page.Stroke{Width: 567}

// stands is a line of fpdf's content streams in place of what has been written raw: a
// comment, of which fpdf itself writes none. fpdf copies each stream several times.
const stands = "%"

// drawPages draws the pages of a part and returns what fpdf made of them, which is
// good until the next are drawn with the same hand. In the content streams there are
// stands for what is in the hand's chunks.
func drawPages(p *part, u *usage, with *hand) (*drawn, error) {
	size := fpdfSize(sheet(&p.pages[0]))
	with.setter.b, with.setter.chunks = with.setter.b[:0], with.setter.chunks[:0]
	c := &canvas{setter: &with.setter, role: p.roles(), usage: u, stroke: plainStroke}
	c.pdf = fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	c.pdf.SetCompression(false)
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetLineWidth(points(plainStroke.Width))
	for i := range p.pages {
		c.page(&p.pages[i])
	}
	with.file.Reset()
	if err := c.pdf.Output(&with.file); err != nil || c.err != nil {
		return nil, cmp.Or(c.err, fmt.Errorf("fpdf, from page %d: %w", p.first+1, err))
	}
	d, err := readDrawn(with.file.Bytes())
	if err == nil && len(d.pages) != len(p.pages) {
		err = fmt.Errorf("%w: %d pages of %d", errDrawn, len(d.pages), len(p.pages))
	}
	return d, err
}

// sheet is a page's size with its bleed.
func sheet(p *page.Page) geom.Size {
	return geom.Size{W: p.Size.W + 2*p.Bleed, H: p.Size.H + 2*p.Bleed}
}

func fpdfSize(s geom.Size) fpdf.SizeType { return fpdf.SizeType{Wd: points(s.W), Ht: points(s.H)} }

// points returns a length as the float64 next to it, which fpdf's two decimals
// and five round back to the same figures on every processor.
func points(l geom.Length) float64 { return float64(l) / 1000 }

// page draws a page. fpdf carries the look of lines over to the next one, so it is
// left as it was found: what a page comes to does not depend on others.
func (c *canvas) page(p *page.Page) {
	c.usage.mu.RLock()
	defer c.usage.mu.RUnlock()
	size := sheet(p)
	c.pdf.AddPageFormat("P", fpdfSize(size))
	c.start(size.H)
	mcid := 0
	for _, content := range p.Content {
		c.end()
		c.begin(content, size, mcid)
		if content.Mark != 0 {
			mcid++
		}
		c.items(content.Items, geom.Point{X: p.Bleed, Y: p.Bleed})
		c.end()
		c.token("EMC\n")
	}
	c.flush()
	c.setStroke(plainStroke)
}

// begin opens the marked-content sequence of a content (ISO 32000-1, 14.6).
func (c *canvas) begin(content page.Content, size geom.Size, mcid int) {
	if content.Mark != 0 {
		c.name(string(c.role(content.Mark))).open().name("MCID").integer(mcid).close().token("BDC\n")
		return
	}
	c.name("Artifact").open().name("Type")
	switch content.Artifact {
	case page.Header:
		c.name("Pagination").name("Subtype").name("Header")
	case page.Footer:
		c.name("Pagination").name("Subtype").name("Footer")
	case page.Background:
		c.name("Background").name("BBox").raw("[0 0").milli(int64(size.W)).milli(int64(size.H)).raw("]")
	default:
		c.name("Layout")
	}
	c.close().token("BDC\n")
}

// flush ends a chunk of what has been written raw, so that fpdf's own output follows.
func (c *canvas) flush() {
	c.end()
	if n := len(c.b); n > c.flushed() {
		c.pdf.RawWriteStr(stands)
		c.chunks = append(c.chunks, n)
	}
}

func (c *canvas) items(items []page.Item, offset geom.Point) {
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			c.text(&it, c.usage.byID[it.Face], offset)
		case page.Shape:
			c.shape(it, offset)
		case page.Picture:
			c.picture(it, offset)
		case page.Group:
			c.items(it.Items, offset.Add(it.Offset))
		}
	}
}

func (c *canvas) shape(s page.Shape, offset geom.Point) {
	if len(s.Path) == 0 || s.Fill == nil && s.Stroke == nil {
		return
	}
	c.end()
	style := ""
	if s.Fill != nil {
		c.setFill(*s.Fill)
		style = "F"
	}
	c.flush()
	if s.Stroke != nil {
		c.setStroke(*s.Stroke)
		style += "D"
	}
	if s.Fill != nil && s.EvenOdd {
		style += "*"
	}
	c.path(s.Path, offset)
	c.pdf.DrawPath(style)
}

func (c *canvas) path(p geom.Path, offset geom.Point) {
	for _, s := range p {
		var x, y [3]float64
		for i, pt := range s.P {
			x[i], y[i] = points(pt.X+offset.X), points(pt.Y+offset.Y)
		}
		switch s.Op {
		case geom.MoveTo:
			c.pdf.MoveTo(x[0], y[0])
		case geom.LineTo:
			c.pdf.LineTo(x[0], y[0])
		case geom.CubicTo:
			c.pdf.CurveBezierCubicTo(x[0], y[0], x[1], y[1], x[2], y[2])
		case geom.Close:
			c.pdf.ClosePath()
		}
	}
}

// setStroke tells fpdf what of the line's look has changed.
func (c *canvas) setStroke(s page.Stroke) {
	last := c.stroke
	if s.Color != last.Color {
		c.pdf.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	}
	if s.Width != last.Width {
		c.pdf.SetLineWidth(points(s.Width))
	}
	if s.Round != last.Round {
		style := "" // butt caps and mitred joins
		if s.Round {
			style = "round"
		}
		c.pdf.SetLineCapStyle(style)
		c.pdf.SetLineJoinStyle(style)
	}
	if !slices.Equal(s.Dash, last.Dash) {
		dash := make([]float64, len(s.Dash))
		for i, l := range s.Dash {
			dash[i] = points(l)
		}
		c.pdf.SetDashPattern(dash, 0)
	}
	c.stroke = s
}

func (c *canvas) picture(p page.Picture, offset geom.Point) {
	if p.Box.W <= 0 || p.Box.H <= 0 {
		return
	}
	c.flush()
	clipped := p.Clip.W > 0 && p.Clip.H > 0
	if clipped {
		outline := geom.Rectangle(p.Clip)
		if p.Round {
			outline = geom.Ellipse(p.Clip)
		}
		c.pdf.RawWriteStr("q")
		c.path(outline, offset)
		c.pdf.RawWriteStr("W n")
	}
	c.image(p.Image, p.Box.Move(offset))
	if clipped {
		c.pdf.RawWriteStr("Q")
	}
}
