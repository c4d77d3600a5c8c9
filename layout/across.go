package layout

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Measures of the word that says of pages that they are a draft.
const (
	stampPen  = 3 * geom.Pt / 4
	stampSize = 8 * geom.Pt // at the head
)

// stampAll writes the word for a draft on every page: its outline across it, over
// what is there and hiding none of it, and as text at its head.
func (a *assembler) stampAll() error {
	word := a.kit.Locale.Words.Draft
	face, err := a.kit.Library.Face(a.theme.Type.Folio.Faces.Bold)
	if err != nil {
		return err
	}
	paths := map[geom.Size]page.Item{}
	for i := range a.doc.Pages {
		p := &a.doc.Pages[i]
		if paths[p.Size] == nil {
			path, err := across(face, word, p.Size)
			if err != nil {
				return err
			}
			paths[p.Size] = page.Shape{Path: path, Stroke: &page.Stroke{Color: page.Color{R: 0xE4, G: 0x9A, B: 0x9A}, Width: stampPen, Round: true}}
		}
		head := a.stampHead(face, word, p.Size, i%2 == 0)
		p.Content = append(p.Content, page.Content{Artifact: page.Layout, Items: append([]page.Item{paths[p.Size]}, head...)})
	}
	return nil
}

// stampHead is the word at the head of a page, at the spine.
func (a *assembler) stampHead(face *fonts.Face, word string, paper geom.Size, recto bool) []page.Item {
	text, _ := page.Set(face, 0, stampSize, a.theme.Paperwhite, geom.Point{}, word)
	box := geom.Rect{Y: a.theme.HeadBaseline - stampSize - geom.Pt, W: text.Width() + 2*markPad, H: stampSize + 4*geom.Pt}
	box.X = paper.W - a.theme.Inner - box.W
	if recto {
		box.X = a.theme.Inner
	}
	text.Origin = geom.Point{X: box.X + markPad, Y: a.theme.HeadBaseline}
	return []page.Item{filled(box, Wrong.color()), text}
}

// across is the outline of a word along the rising diagonal of a page. The slope
// is 4 to 3, that of the triangle of sides 3, 4 and 5, so that turning is exact.
func across(face *fonts.Face, word string, paper geom.Size) (geom.Path, error) {
	run := face.Shape(word, 0)
	width := 0
	for _, g := range run.Glyphs {
		width += int(g.Advance)
	}
	m := face.Metrics()
	length := min(paper.W*5/3, paper.H*5/4) * 4 / 5
	// to turns a point of the word, in font units from its middle, onto the page.
	to := func(x, y int) geom.Point {
		dx, dy := int64(x)-int64(width)/2, int64(y)-int64(m.CapHeight)/2
		at := func(n int64) geom.Length { return geom.Length(geom.DivRound(n*int64(length), 5*int64(width))) }
		return geom.Point{X: paper.W/2 + at(3*dx-4*dy), Y: paper.H/2 - at(4*dx+3*dy)}
	}
	var out geom.Path
	x := 0
	for _, g := range run.Glyphs {
		contours, err := face.Outline(g.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range contours {
			out = append(out, outline(c, x, to)...)
		}
		x += int(g.Advance)
	}
	return out, nil
}

// outline is a contour as cubic curves, each point put in its place by to.
func outline(c fonts.Contour, x int, to func(x, y int) geom.Point) geom.Path {
	pts := explicit(c)
	if len(pts) < 2 {
		return nil
	}
	last := to(x+pts[0].X, pts[0].Y)
	out := geom.Path{{Op: geom.MoveTo, P: [3]geom.Point{last}}}
	for i := 1; i <= len(pts); i++ {
		p := pts[i%len(pts)]
		end := to(x+p.X, p.Y)
		if p.On {
			out = append(out, geom.Segment{Op: geom.LineTo, P: [3]geom.Point{end}})
			last = end
			continue
		}
		i++
		q := pts[i%len(pts)]
		control, end := end, to(x+q.X, q.Y)
		out = append(out, geom.Segment{Op: geom.CubicTo, P: [3]geom.Point{third(last, control), third(end, control), end}})
		last = end
	}
	return append(out, geom.Segment{Op: geom.Close})
}

// third is the control of a cubic curve that is the quadratic one with control c:
// two thirds of the way from an end.
func third(end, c geom.Point) geom.Point {
	return geom.Point{X: end.X + (c.X-end.X)*2/3, Y: end.Y + (c.Y-end.Y)*2/3}
}

// explicit is a contour that begins on the curve, with the points written out that
// lie on it between two controls.
func explicit(c fonts.Contour) []fonts.OutlinePoint {
	start := 0
	for start < len(c) && !c[start].On {
		start++
	}
	if start == len(c) {
		return nil // none of a letter is
	}
	var out []fonts.OutlinePoint
	for i := range c {
		p := c[(start+i)%len(c)]
		if n := len(out); n > 0 && !p.On && !out[n-1].On {
			out = append(out, fonts.OutlinePoint{X: (out[n-1].X + p.X) / 2, Y: (out[n-1].Y + p.Y) / 2, On: true})
		}
		out = append(out, p)
	}
	return out
}
