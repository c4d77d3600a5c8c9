package layout

import (
	"slices"

	"github.com/kl-print/kl-print/layout/page"
)

// boundSet is a chapter's setting on the pages of a document. The next document that has
// it at the same place has the same pages.
type boundSet struct {
	at    place
	pages []page.Page
	dests []page.Dest
	// images are those of the kit, as they first come on the pages, and which of the
	// document's each is.
	images [][2]int
}

// place is all that decides what the pages of a setting are.
type place struct {
	first int  // the index of the first
	verso bool // they are broken for the left page of a spread
	of    part
	title string // the report's
}

// boundAgain makes the pages of a chapter, or takes those it had in the document before.
func (a *assembler) boundAgain(i int) error {
	ch := &a.chapters[i]
	at := place{len(a.doc.Pages), ch.verso, a.partOf(i), a.report.Title}
	if old := ch.set.bound; old != nil && old.at == at && a.draft == nil && a.pictureAll(old.images) {
		a.doc.Root.Kids = append(a.doc.Root.Kids, ch.galley.Root)
		a.doc.Pages, a.doc.Dests = append(a.doc.Pages, old.pages...), append(a.doc.Dests, old.dests...)
		return nil
	}
	dests := len(a.doc.Dests)
	if err := a.bound(i); err != nil {
		return err
	}
	pages := a.doc.Pages[at.first:]
	images := a.picturesOf(pages)
	a.images(pages)
	for k := range images {
		images[k][1] = a.pictured[images[k][0]]
	}
	ch.set.bound = &boundSet{at, slices.Clone(pages), slices.Clone(a.doc.Dests[dests:]), images}
	return nil
}

// pictureAll gives the document the kit's images in their order, and reports whether
// they are then those of it that they are said to be.
func (a *assembler) pictureAll(images [][2]int) bool {
	for _, img := range images {
		if a.picture(img[0]) != img[1] {
			return false
		}
	}
	return true
}

// picturesOf lists the images of the kit on pages whose items point at those.
func (a *assembler) picturesOf(pages []page.Page) (out [][2]int) {
	known := map[int]bool{}
	var walk func(items []page.Item)
	walk = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case page.Picture:
				if !known[it.Image] {
					known[it.Image] = true
					out = append(out, [2]int{it.Image, 0})
				}
			case page.Group:
				walk(it.Items)
			}
		}
	}
	for _, p := range pages {
		for _, c := range p.Content {
			walk(c.Items)
		}
	}
	return out
}
