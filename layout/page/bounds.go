package page

import "github.com/kl-print/kl-print/layout/geom"

// bounds returns a rectangle around an item: of a text its baseline, without
// the gap it ends with, of a shape the hull of its points, of a picture what is
// not cut off. An item without any extent, such as an empty group, has none.
func bounds(it Item) (geom.Rect, bool) {
	switch it := it.(type) {
	case Text:
		return geom.Rect{X: it.Origin.X, Y: it.Origin.Y, W: inked(it)}, true
	case Shape:
		return pathBounds(it.Path)
	case Picture:
		if it.Clip.W > 0 && it.Clip.H > 0 {
			return it.Clip, true
		}
		return it.Box, true
	case Group:
		return groupBounds(it)
	}
	return geom.Rect{}, false
}

// inked is the width of a text without the spaces at its end, which may hang out
// over an edge.
func inked(t Text) (w geom.Length) {
	at := geom.Length(0)
	for _, g := range t.Glyphs() {
		at += g.Advance.Length()
		if g.Start < 0 || int(g.End) > len(t.Source) || g.Start > g.End || t.Source[g.Start:g.End] != " " {
			w = at
		}
	}
	return w
}

func pathBounds(p geom.Path) (out geom.Rect, ok bool) {
	for _, s := range p {
		for _, q := range s.P[:s.Op.Points()] {
			out, ok = union(out, ok, geom.Rect{X: q.X, Y: q.Y}), true
		}
	}
	return out, ok
}

func groupBounds(g Group) (out geom.Rect, ok bool) {
	for _, k := range g.Items {
		if r, has := bounds(k); has {
			out, ok = union(out, ok, r), true
		}
	}
	return out.Move(g.Offset), ok
}

// union is the smallest rectangle around r, where there is one, and o.
func union(r geom.Rect, there bool, o geom.Rect) geom.Rect {
	if !there {
		return o
	}
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return geom.Rect{X: x, Y: y, W: max(r.Right(), o.Right()) - x, H: max(r.Bottom(), o.Bottom()) - y}
}

// within reports whether r is inside paper, edges included.
func within(r, paper geom.Rect) bool {
	return r.X >= paper.X && r.Y >= paper.Y && r.Right() <= paper.Right() && r.Bottom() <= paper.Bottom()
}

// touches reports whether any of r, which may be as thin as a line, is on paper.
func touches(r, paper geom.Rect) bool {
	return r.X <= paper.Right() && r.Right() >= paper.X && r.Y <= paper.Bottom() && r.Bottom() >= paper.Y
}

// itemName says in words what an item is.
func itemName(it Item) string {
	switch it := it.(type) {
	case Text:
		return "the text \"" + it.Source + "\""
	case Shape:
		return "a shape"
	case Picture:
		return "a picture"
	case Group:
		return "a group"
	}
	return "an item"
}
