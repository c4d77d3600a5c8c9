package compose

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Filling returns a picture of a file that fills a box, with what the focus is on
// in view. What is wrong with the file is told at a place; there is no picture
// then.
func (k *Kit) Filling(file string, focus content.Focus, box geom.Rect, at diag.Pos) (page.Picture, bool) {
	h, err := k.Images.head(k.Files, file)
	if err != nil {
		k.Report.Error(at, badImage(file, err))
		return page.Picture{}, false
	}
	c := &composer{Kit: k}
	place := geom.Size{W: box.W, H: box.H}
	i, ok := c.placed(h, h.Cover(place, focus.X, focus.Y), place, at)
	return page.Picture{Image: i, Box: box, Clip: box}, ok
}
