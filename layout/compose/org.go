package compose

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// Measures of an organisation chart.
const (
	orgDrop   = 18 * geom.Pt // from a box to those below it
	orgLeast  = 96 * geom.Pt // narrower than this, leaves are listed
	orgPad    = 6 * geom.Pt
	orgIndent = 14 * geom.Pt
	orgStep   = 14 * geom.Pt // from one listed name to the next
	orgLine   = 3 * geom.Pt / 4
)

// organisation draws an organisation chart across the text area; one that is a
// single line of command stands in the main column, with the text.
func (c *composer) organisation(b content.Organisation) {
	if b.Title != "" {
		c.wideNext = wide(b)
		c.heading(b.Title)
	}
	fig := c.push(page.RoleFigure)
	fig.Attr.Placement = "Block"
	fig.Attr.Alt = b.Alt
	if b.Alt == "" {
		fig.Attr.Alt = fmt.Sprintf(c.Locale.Words.Organisation, c.orgWords(b.Root))
	}
	mark := c.Marks.Mark()
	fig.Kids = append(fig.Kids, page.Mark(mark))
	d := &orgDrawing{c: c}
	w := c.th.TextWidth()
	if !wide(b) {
		w = c.th.Main()
		c.close = false // a figure stands off its title
	}
	h := d.node(b.Root, 0, 0, w)
	s := galley.Strip{Wide: wide(b), Above: c.th.Grid, Height: c.th.Snap(h)}
	s.Ink.Real(mark, append(d.lines, d.boxes...)...)
	c.add(s)
}

// orgWords says the tree in words.
func (c *composer) orgWords(n content.OrgNode) string {
	name := nodeName(n)
	if len(n.Kids) == 0 {
		return ""
	}
	var kids, below []string
	for _, k := range n.Kids {
		kids = append(kids, k.Name)
		if w := c.orgWords(k); w != "" {
			below = append(below, w)
		}
	}
	return strings.Join(append([]string{fmt.Sprintf(c.Locale.Words.Below, name, c.Locale.Join(kids))}, below...), " ")
}

// orgDrawing gathers an organisation chart's items: lines under boxes.
type orgDrawing struct {
	c            *composer
	lines, boxes []page.Item
	depth        int
}

// node draws a node and all below it within a width, and returns the y below
// them.
func (d *orgDrawing) node(n content.OrgNode, x, y, w geom.Length) geom.Length {
	boxW := w
	if w > d.c.th.Main() {
		boxW = d.most()
	}
	mid := x + w/2
	bottom := d.box(n, geom.Rect{X: mid - boxW/2, Y: y, W: boxW})
	if len(n.Kids) == 0 {
		return bottom
	}
	d.depth++
	defer func() { d.depth-- }()
	each := (w - d.c.th.Gutter*geom.Length(len(n.Kids)-1)) / geom.Length(len(n.Kids))
	if each < orgLeast || leaves(n.Kids) && len(n.Kids) > 3 {
		return d.listed(n.Kids, mid-boxW/2, bottom, boxW)
	}
	return d.beside(n.Kids, x, bottom, each, mid)
}

// most is the width of a box where there is room: half the text area.
func (d *orgDrawing) most() geom.Length { return d.c.th.Cell(d.c.th.TextWidth(), 2) }

// chain reports whether nothing stands beside anything.
func chain(n content.OrgNode) bool {
	return len(n.Kids) == 0 || len(n.Kids) == 1 && chain(n.Kids[0])
}

// leaves reports whether none of the nodes has kids.
func leaves(kids []content.OrgNode) bool {
	for _, k := range kids {
		if len(k.Kids) > 0 {
			return false
		}
	}
	return true
}

// beside draws kids next to each other, hung from one bar.
func (d *orgDrawing) beside(kids []content.OrgNode, x, y, each, mid geom.Length) geom.Length {
	bar := y + orgDrop/2
	d.line(geom.Point{X: mid, Y: y}, geom.Point{X: mid, Y: bar})
	first, last := x+each/2, x+each/2+geom.Length(len(kids)-1)*(each+d.c.th.Gutter)
	d.line(geom.Point{X: min(first, mid), Y: bar}, geom.Point{X: max(last, mid), Y: bar})
	bottom := y
	for i, k := range kids {
		left := x + geom.Length(i)*(each+d.c.th.Gutter)
		d.line(geom.Point{X: left + each/2, Y: bar}, geom.Point{X: left + each/2, Y: y + orgDrop})
		bottom = max(bottom, d.node(k, left, y+orgDrop, each))
	}
	return bottom
}

// listed draws kids below each other, hung from a line at their left.
func (d *orgDrawing) listed(kids []content.OrgNode, x, y, w geom.Length) geom.Length {
	spine := x + orgIndent/2
	top, last := y, y
	y += orgPad
	for _, k := range kids {
		last = y + orgStep/2
		d.line(geom.Point{X: spine, Y: last}, geom.Point{X: x + orgIndent - orgPad/2, Y: last})
		y = max(y+orgStep, d.name(k, geom.Point{X: x + orgIndent, Y: y}, w-orgIndent))
	}
	d.line(geom.Point{X: spine, Y: top}, geom.Point{X: spine, Y: last})
	return y
}

// name draws a listed node without a box and returns the y below it.
func (d *orgDrawing) name(n content.OrgNode, at geom.Point, w geom.Length) geom.Length {
	st := d.c.ty.Office
	at.Y += (orgStep - st.Leading) / 2
	p := d.c.set(content.Inlines{content.Text(nodeName(n))}, st, w)
	d.boxes = append(d.boxes, d.text(p, st, at)...)
	return at.Y + p.Height(st)
}

// nodeName is a node on one line.
func nodeName(n content.OrgNode) string {
	if n.Note == "" {
		return n.Name
	}
	return n.Name + " (" + n.Note + ")"
}

// text places the lines of a paragraph.
func (d *orgDrawing) text(p para.Paragraph, st style.Text, at geom.Point) []page.Item {
	var out []page.Item
	for i, l := range p.Lines {
		for _, s := range l.Segments {
			for _, t := range s.Items {
				t.Origin = t.Origin.Add(geom.Point{X: at.X, Y: at.Y + geom.Length(i)*st.Leading + d.c.baseline(st)})
				out = append(out, t)
			}
		}
	}
	return out
}

// box draws a node's box at the rectangle's place and width, as high as its
// text asks for, and returns its bottom. The root is filled with the accent.
func (d *orgDrawing) box(n content.OrgNode, r geom.Rect) geom.Length {
	name, note := d.c.ty.Name, d.c.ty.Office
	name.Align, note.Align = style.Centre, style.Centre
	ground, edge := d.c.th.Tint, d.c.opt.Accent
	if d.depth == 0 {
		ground = d.c.opt.Accent
		name.Color = d.c.th.On(d.c.opt.Accent)
		note.Color = name.Color
	}
	var text []page.Item
	y := r.Y + orgPad
	for _, part := range []struct {
		text string
		st   style.Text
	}{{n.Name, name}, {n.Note, note}} {
		if part.text == "" {
			continue
		}
		w := d.c.even(part.text, part.st, r.W-2*orgPad)
		p := d.c.set(content.Inlines{content.Text(part.text)}, part.st, w)
		text = append(text, d.text(p, part.st, geom.Point{X: r.X + (r.W-w)/2, Y: y})...)
		y += p.Height(part.st)
	}
	r.H = y + orgPad - r.Y
	d.boxes = append(d.boxes, page.Shape{Path: geom.Rectangle(r), Fill: &ground, Stroke: &page.Stroke{Color: edge, Width: orgLine}})
	d.boxes = append(d.boxes, text...)
	return r.Bottom()
}

func (d *orgDrawing) line(a, b geom.Point) {
	d.lines = append(d.lines, page.Shape{Path: geom.Line(a, b), Stroke: &page.Stroke{Color: d.c.opt.Accent, Width: orgLine}})
}
