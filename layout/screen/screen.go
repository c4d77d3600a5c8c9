// Package screen shows pages of the page model in a browser: as SVG whose glyphs
// stand where they will be printed and whose text can be selected, with where
// words and blocks are on them.
package screen

import (
	"fmt"
	"strconv"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Detail is how much of a page is drawn.
type Detail uint8

// The details.
const (
	Full  Detail = iota // every glyph at its place, and text that can be selected
	Small               // each line at its place, for a picture of the page
)

// Names are what a page's fonts and images are called where it is shown.
type Names struct {
	Font  func(fonts.ID) string // a font family; of letters, digits and hyphens
	Image func(index int) string
}

// Printer draws the pages of a document. It is safe for concurrent use.
type Printer struct {
	doc   *page.Document
	names Names
	alts  map[page.MarkID]string
}

// New returns a printer of a document.
func New(doc *page.Document, names Names) *Printer {
	p := &Printer{doc: doc, names: names, alts: map[page.MarkID]string{}}
	if doc.Root != nil {
		p.describe(doc.Root)
	}
	return p
}

// describe keeps what the marks of figures show.
func (p *Printer) describe(e *page.Elem) {
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			p.describe(k)
		case page.Mark:
			if e.Role == page.RoleFigure && e.Attr.Alt != "" {
				p.alts[page.MarkID(k)] = e.Attr.Alt
			}
		}
	}
}

// Page returns a page as an SVG element, in points. The same page of the same
// document gives the same bytes, whatever its marks are.
func (p *Printer) Page(index int, detail Detail) []byte {
	pg := &p.doc.Pages[index]
	d := &drawing{Printer: p, detail: detail, page: index, out: make([]byte, 0, 1<<16)}
	d.raw(`<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 `)
	d.length(pg.Size.W).raw(" ").length(pg.Size.H).raw(`"><g class="ink" aria-hidden="true">`)
	for _, c := range pg.Content {
		d.items(c.Items, geom.Point{})
	}
	d.raw("</g>")
	if detail == Full {
		d.words(pg)
	}
	d.raw("</svg>\n")
	return d.out
}

// drawing is a page being written.
type drawing struct {
	*Printer
	detail Detail
	page   int
	clips  int // written so far
	out    []byte
	run    []page.Glyph // the glyphs of the text being drawn
}

func (d *drawing) raw(s string) *drawing {
	d.out = append(d.out, s...)
	return d
}

// length writes a length in points without trailing zeros.
func (d *drawing) length(l geom.Length) *drawing {
	d.out = appendLength(d.out, l)
	return d
}

func appendLength(out []byte, l geom.Length) []byte {
	v := uint64(l)
	if l < 0 {
		out, v = append(out, '-'), -v
	}
	out = strconv.AppendUint(out, v/1000, 10)
	frac := v % 1000
	if frac == 0 {
		return out
	}
	out = append(out, '.', byte('0'+frac/100))
	if frac%100 != 0 {
		out = append(out, byte('0'+frac/10%10))
	}
	if frac%10 != 0 {
		out = append(out, byte('0'+frac%10))
	}
	return out
}

// attr writes an attribute of a length.
func (d *drawing) attr(name string, l geom.Length) *drawing {
	return d.raw(" ").raw(name).raw(`="`).length(l).raw(`"`)
}

func (d *drawing) color(name string, c page.Color) *drawing {
	const hex = "0123456789abcdef"
	d.raw(" ").raw(name).raw(`="#`)
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		d.out = append(d.out, hex[v>>4], hex[v&15])
	}
	return d.raw(`"`)
}

// items draws what is seen.
func (d *drawing) items(items []page.Item, offset geom.Point) {
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			d.glyphs(&it, it.Origin.Add(offset))
		case page.Shape:
			d.shape(it, offset)
		case page.Picture:
			d.picture(it, offset)
		case page.Group:
			d.items(it.Items, offset.Add(it.Offset))
		}
	}
}

func (d *drawing) shape(s page.Shape, offset geom.Point) {
	d.raw(`<path d="`).path(s.Path, offset).raw(`"`)
	if s.Fill != nil {
		d.color("fill", *s.Fill)
	} else {
		d.raw(` fill="none"`)
	}
	if s.EvenOdd {
		d.raw(` fill-rule="evenodd"`)
	}
	if k := s.Stroke; k != nil {
		d.color("stroke", k.Color).attr("stroke-width", k.Width)
		if k.Round {
			d.raw(` stroke-linecap="round" stroke-linejoin="round"`)
		}
		if len(k.Dash) > 0 {
			d.raw(` stroke-dasharray="`)
			for i, l := range k.Dash {
				if i > 0 {
					d.raw(" ")
				}
				d.length(l)
			}
			d.raw(`"`)
		}
	}
	d.raw("/>")
}

func (d *drawing) path(p geom.Path, offset geom.Point) *drawing {
	for _, s := range p {
		switch s.Op {
		case geom.MoveTo:
			d.raw("M")
		case geom.LineTo:
			d.raw("L")
		case geom.CubicTo:
			d.raw("C")
		case geom.Close:
			d.raw("Z")
		}
		for i, q := range s.P[:s.Op.Points()] {
			if i > 0 {
				d.raw(" ")
			}
			d.length(q.X + offset.X).raw(" ").length(q.Y + offset.Y)
		}
	}
	return d
}

// picture draws a bitmap, cut by a path of its own where it has to be.
func (d *drawing) picture(p page.Picture, offset geom.Point) {
	box, clip := p.Box.Move(offset), p.Clip.Move(offset)
	cut := p.Clip.W > 0 && p.Clip.H > 0 && (p.Round || p.Clip != p.Box)
	id := ""
	if cut {
		id = fmt.Sprintf("cut-%d-%d-%d", d.detail, d.page, d.clips)
		d.clips++
		outline := geom.Rectangle(clip)
		if p.Round {
			outline = geom.Ellipse(clip)
		}
		d.raw(`<clipPath id="`).raw(id).raw(`"><path d="`).path(outline, geom.Point{}).raw(`"/></clipPath>`)
	}
	d.raw(`<image href="`).text(d.names.Image(p.Image)).raw(`" preserveAspectRatio="none"`)
	d.attr("x", box.X).attr("y", box.Y).attr("width", box.W).attr("height", box.H)
	if cut {
		d.raw(` clip-path="url(#`).raw(id).raw(`)"`)
	}
	d.raw("/>")
}
