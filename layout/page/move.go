package page

import "github.com/kl-print/kl-print/layout/geom"

// Move returns a copy of the content moved by d.
func (c Content) Move(d geom.Point) Content {
	items := make([]Item, len(c.Items))
	for i, it := range c.Items {
		items[i] = MoveItem(it, d)
	}
	c.Items = items
	return c
}

// MoveItem returns a copy of the item moved by d. An item is never changed: one that
// is not moved is its own copy.
func MoveItem(it Item, d geom.Point) Item {
	if d == (geom.Point{}) {
		return it
	}
	switch it := it.(type) {
	case Text:
		it.Origin = it.Origin.Add(d)
		return it
	case Shape:
		it.Path = it.Path.Move(d)
		return it
	case Picture:
		it.Box, it.Clip = it.Box.Move(d), it.Clip.Move(d)
		return it
	case Group:
		it.Offset = it.Offset.Add(d)
		return it
	}
	return it
}
