// Package svg reads static SVG drawings into shapes of the page model.
//
// It reads the part of SVG 1.1 that icons and simple figures are drawn with
// and refuses the rest by name, so that nothing is left out of a drawing
// unseen: no text, scripts, references, gradients, clipping, opacity or dashes,
// and of style sheets the rules of single classes. What drawing programs put
// beside a drawing is passed over. Nothing but the given bytes is ever read.
//
// What lies outside the viewBox is not cut off, and a mitred corner is drawn
// to the mitre limit of the page model, not that of SVG.
package svg

import (
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Drawing is a drawing that has been read. It is not changed once made and may
// be shared.
type Drawing struct {
	// Size is that of the viewBox, one unit a point. The items' coordinates
	// have the viewBox's top left corner as their origin.
	Size geom.Size
	// Items are the drawing's shapes in painting order, each a page.Shape,
	// with currentColor as black: what Recolour returns for black.
	Items []page.Item

	shapes []shape
}

// shape is a page.Shape that remembers which of its paints are currentColor.
type shape struct {
	page.Shape
	currentFill, currentStroke bool
}

// inked returns a copy of the shape with currentColor replaced. The path is
// shared.
func (s shape) inked(current page.Color) page.Shape {
	out := s.Shape
	if s.currentFill {
		out.Fill = &current
	}
	if s.currentStroke {
		stroke := *s.Stroke
		stroke.Color = current
		out.Stroke = &stroke
	}
	return out
}

// Recolour returns the items with currentColor replaced by current.
func (d *Drawing) Recolour(current page.Color) []page.Item {
	items := make([]page.Item, len(d.shapes))
	for i, s := range d.shapes {
		items[i] = s.inked(current)
	}
	return items
}

// Fit returns the items with currentColor replaced by current, scaled evenly
// to the largest size box has room for and centred in it. Stroke widths are
// scaled with the rest, but to no less than a thousandth of a point. A box
// without area gets no items.
func (d *Drawing) Fit(box geom.Rect, current page.Color) []page.Item {
	if box.W <= 0 || box.H <= 0 || d.Size.W <= 0 || d.Size.H <= 0 {
		return nil
	}
	num, den := box.W, d.Size.W
	if box.W*d.Size.H > box.H*d.Size.W {
		num, den = box.H, d.Size.H
	}
	scale := func(l geom.Length) geom.Length { return l.Scale(int64(num), int64(den)) }
	corner := geom.Point{
		X: box.X + (box.W-scale(d.Size.W)).Scale(1, 2),
		Y: box.Y + (box.H-scale(d.Size.H)).Scale(1, 2),
	}
	items := make([]page.Item, len(d.shapes))
	for i, s := range d.shapes {
		items[i] = placed(s.inked(current), scale, corner)
	}
	return items
}

// placed returns a copy of the shape scaled about the origin and moved by d.
func placed(s page.Shape, scale func(geom.Length) geom.Length, d geom.Point) page.Shape {
	path := make(geom.Path, len(s.Path))
	for i, seg := range s.Path {
		for j, p := range seg.P[:points(seg.Op)] {
			seg.P[j] = geom.Point{X: scale(p.X), Y: scale(p.Y)}.Add(d)
		}
		path[i] = seg
	}
	s.Path = path
	if s.Stroke != nil {
		stroke := *s.Stroke
		stroke.Width = max(scale(stroke.Width), geom.Milli)
		s.Stroke = &stroke
	}
	return s
}

// points is how many points a segment with the operator has.
func points(op geom.Op) int {
	switch op {
	case geom.MoveTo, geom.LineTo:
		return 1
	case geom.CubicTo:
		return 3
	}
	return 0
}
