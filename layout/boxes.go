package layout

import (
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// where is the place of marked content: the pages it is on, and its extent on the
// first.
type where struct {
	page  int
	box   geom.Rect
	apart bool // it is on several pages
}

// boxes says of each figure within root, whose pages those from the one with index
// first are, that stands on one page what part of it that takes, by which a reader
// can show it (ISO 32000-1, 14.8.5.4.3).
func boxes(pages []page.Page, first int, root *page.Elem) {
	figures := map[page.MarkID]*page.Elem{}
	gatherFigures(root, nil, figures)
	if len(figures) == 0 {
		return
	}
	at := map[*page.Elem]where{}
	for i, p := range pages {
		i += first
		for _, c := range p.Content {
			fig := figures[c.Mark]
			if fig == nil {
				continue
			}
			box, ok := page.Extent(c.Items)
			if !ok {
				continue
			}
			w, known := at[fig]
			if known {
				w.apart = w.apart || w.page != i
				box = around(w.box, box)
			}
			at[fig] = where{max(w.page, i), box, w.apart}
		}
	}
	for fig, w := range at {
		if w.apart {
			w = where{} // it may have been on one page of a document before
		}
		fig.Attr.Placement, fig.Attr.BBox, fig.Attr.BBoxOnPage = "Block", w.box, w.page
	}
}

// gatherFigures finds the figure each mark is in, if it is in one.
func gatherFigures(e, in *page.Elem, figures map[page.MarkID]*page.Elem) {
	if e.Role == page.RoleFigure {
		in = e
	}
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			gatherFigures(k, in, figures)
		case page.Mark:
			if in != nil {
				figures[page.MarkID(k)] = in
			}
		}
	}
}

// around is the smallest rectangle around two.
func around(a, b geom.Rect) geom.Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return geom.Rect{X: x, Y: y, W: max(a.Right(), b.Right()) - x, H: max(a.Bottom(), b.Bottom()) - y}
}
