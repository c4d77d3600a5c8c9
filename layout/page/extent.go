package page

import "github.com/kl-print/kl-print/layout/geom"

// Extent returns a rectangle around items, of texts with what stands above and
// below their baselines; false where they have no extent.
func Extent(items []Item) (out geom.Rect, ok bool) {
	for _, it := range items {
		r, has := bounds(it)
		switch it := it.(type) {
		case Text:
			r.Y, r.H = r.Y-it.Size*3/4, it.Size
		case Group:
			r, has = Extent(it.Items)
			r = r.Move(it.Offset)
		}
		if has {
			out, ok = union(out, ok, r), true
		}
	}
	return out, ok
}
