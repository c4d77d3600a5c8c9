// Package raster draws pages as pixels, 300 an inch, from the page model alone.
// It reckons in integers throughout, so that a page has the same pixels on every
// processor.
package raster

import (
	"fmt"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// DPI is how many pixels there are to an inch.
const DPI = 300

// Largest is the longest side of a page that is drawn, in pixels: 2.5 m.
const Largest = 30_000

// Image is a page as pixels: RGB, three bytes each, row by row from the top.
type Image struct {
	Width, Height int
	Pix           []byte
}

// Page draws one page of a document on white, antialiased by how much of each
// pixel is covered. The error tells of a page too large, a face that is not
// there or an image that can't be read.
func Page(doc *page.Document, index int, lib *fonts.Library) (*Image, error) {
	p := &doc.Pages[index]
	w, h := (int64(p.Size.W)+unit/2)/unit, (int64(p.Size.H)+unit/2)/unit
	if w < 1 || h < 1 || w > Largest || h > Largest {
		return nil, fmt.Errorf("page %d is %d × %d pixels; expected 1 to %d", index+1, w, h, Largest)
	}
	img := &Image{Width: int(w), Height: int(h), Pix: make([]byte, 3*w*h)}
	for i := range img.Pix {
		img.Pix[i] = 0xFF
	}
	c := &canvas{doc: doc, lib: lib, img: img, band: newBand(int(w)), bitmaps: map[int]*bitmap{}}
	for _, content := range p.Content {
		if err := c.items(content.Items, geom.Point{}); err != nil {
			return nil, fmt.Errorf("page %d: %w", index+1, err)
		}
	}
	return img, nil
}

// canvas is a page being drawn.
type canvas struct {
	doc     *page.Document
	lib     *fonts.Library
	img     *Image
	out     outline
	band    *band
	bitmaps map[int]*bitmap
}

func (c *canvas) items(items []page.Item, offset geom.Point) error {
	for _, it := range items {
		var err error
		switch it := it.(type) {
		case page.Text:
			err = c.text(&it, offset)
		case page.Shape:
			c.shape(it, offset)
		case page.Picture:
			err = c.picture(it, offset)
		case page.Group:
			err = c.items(it.Items, offset.Add(it.Offset))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) shape(s page.Shape, offset geom.Point) {
	parts := flatten(s.Path, offset)
	if s.Fill != nil {
		c.out.reset()
		for _, p := range parts {
			c.out.fill(p)
		}
		c.paint(*s.Fill, s.EvenOdd)
	}
	if s.Stroke != nil {
		c.out.reset()
		for _, p := range parts {
			c.out.stroke(p, *s.Stroke)
		}
		c.paint(s.Stroke.Color, false)
	}
}

// text draws each glyph of a text as an area of its own.
func (c *canvas) text(t *page.Text, offset geom.Point) error {
	face, err := c.lib.Face(t.Face)
	if err != nil {
		return err
	}
	stretch := int64(t.Stretch)
	if stretch == 0 {
		stretch = 1000
	}
	em := int64(face.Metrics().UnitsPerEm)
	at := t.Origin.Add(offset)
	for _, g := range t.Glyphs() {
		contours, err := face.Outline(g.ID)
		if err != nil {
			return fmt.Errorf("%s, glyph %d: %w", t.Face, g.ID, err)
		}
		origin := at.Add(geom.Point{X: g.DX.Length(), Y: g.DY.Length()})
		c.out.reset()
		for _, k := range contours {
			c.out.contour(k, func(p fonts.OutlinePoint) geom.Point {
				x := geom.DivRound(int64(p.X)*int64(t.Size)*stretch, em*1000)
				return origin.Add(geom.Point{X: geom.Length(x), Y: -t.Size.Scale(int64(p.Y), em)})
			})
		}
		c.paint(t.Fill, false)
		at.X += g.Advance.Length()
	}
	return nil
}

// paint fills the outline at hand with a colour.
func (c *canvas) paint(color page.Color, evenOdd bool) {
	c.cover(evenOdd, func(x, y int, cover uint8) { c.blend(x, y, color, cover) })
}

// cover calls each with the pixels the outline at hand covers.
func (c *canvas) cover(evenOdd bool, each func(x, y int, cover uint8)) {
	if len(c.out.edges) == 0 {
		return
	}
	left, right := pixels(c.out.left, c.out.right, c.img.Width)
	top, foot := pixels(c.out.top, c.out.foot, c.img.Height)
	if left >= right {
		return
	}
	for first := top; first < foot; first += bandRows {
		last := min(first+bandRows, foot)
		c.band.first = int64(first)
		for _, e := range c.out.edges {
			if e.y1 > int64(first)*unit && e.y0 < int64(last)*unit {
				c.band.add(e, int64(last))
			}
		}
		c.band.spans(last-first, left, right, evenOdd, each)
	}
}

// blend lays a colour over a pixel.
func (c *canvas) blend(x, y int, color page.Color, cover uint8) {
	px := c.img.Pix[3*(y*c.img.Width+x):][:3]
	if cover == 255 {
		px[0], px[1], px[2] = color.R, color.G, color.B
		return
	}
	px[0], px[1], px[2] = mix(px[0], color.R, cover), mix(px[1], color.G, cover), mix(px[2], color.B, cover)
}

func mix(under, over, cover uint8) uint8 {
	return uint8((int(under)*(255-int(cover)) + int(over)*int(cover) + 127) / 255)
}
