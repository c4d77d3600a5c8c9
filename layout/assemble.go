package layout

import (
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
)

// assembler puts a book's parts on numbered pages.
type assembler struct {
	*book
	doc *page.Document
}

// assemble makes the document: cover, contents, chapters, back cover.
func (b *book) assemble() (*page.Document, error) {
	a := &assembler{book: b, doc: &page.Document{
		Meta:    b.meta(),
		Root:    &page.Elem{Role: page.RoleDocument},
		Outline: b.outline(),
		Labels:  []page.LabelRange{{Style: page.LabelDecimal, Start: 1}},
	}}
	if err := a.cover(); err != nil {
		return nil, err
	}
	if err := a.section(b.toc, b.contents, ""); err != nil {
		return nil, err
	}
	for _, ch := range b.chapters {
		if err := a.section(ch.galley, ch.pages, ch.title); err != nil {
			return nil, err
		}
	}
	if err := a.back(); err != nil {
		return nil, err
	}
	a.doc.Images = b.kit.Images.List
	return a.doc, nil
}

// meta is what the document says of itself.
func (b *book) meta() page.Meta {
	r := b.report
	return page.Meta{
		Title: r.Title, Author: r.Publisher, Subject: r.Subject, Keywords: r.Keywords,
		Lang: b.kit.Locale.Tag(), Date: r.Date,
	}
}

// section puts a galley on its pages.
func (a *assembler) section(g galley.Galley, pages []paginate.Page, running string) error {
	a.doc.Root.Kids = append(a.doc.Root.Kids, g.Root)
	for i, p := range pages {
		if err := a.page(g, p, running, i == 0); err != nil {
			return err
		}
	}
	return nil
}

// frame is where things stand on one page.
type frame struct {
	number           int
	recto            bool
	text, main, side geom.Point // top left of the text area, and of its columns
}

// frame returns the next page's. The side column is at the fore-edge.
func (a *assembler) frame() frame {
	th := a.theme
	f := frame{number: len(a.doc.Pages) + 1}
	f.recto = f.number%2 == 1
	if f.recto {
		f.text = geom.Point{X: th.Inner, Y: th.Top}
		f.main = f.text
		f.side = geom.Point{X: th.Inner + th.Main() + th.Gutter, Y: th.Top}
	} else {
		f.text = geom.Point{X: th.Outer, Y: th.Top}
		f.side = f.text
		f.main = geom.Point{X: th.Outer + th.Side + th.Gutter, Y: th.Top}
	}
	return f
}

// page puts strips on a page, in the order they are read: what stands beside a
// strip comes before it.
func (a *assembler) page(g galley.Galley, p paginate.Page, running string, opener bool) error {
	f := a.frame()
	var ink galley.Ink
	for i, s := range g.Strips[p.First:p.End] {
		origin := f.main
		if s.Wide {
			origin = f.text
		}
		for _, d := range s.Dests {
			a.doc.Dests = append(a.doc.Dests, page.Dest{ID: d, Page: f.number - 1, Y: origin.Y + p.Tops[i]})
		}
		for k, box := range s.Side {
			ink.Add(box.Ink, f.side.Add(geom.Point{Y: p.Sides[i][k]}))
		}
		ink.Add(s.Ink, origin.Add(geom.Point{Y: p.Tops[i]}))
	}
	out := page.Page{Size: a.theme.Paper, Label: folio(f.number), Content: ink.Content, Links: ink.Links}
	if !opener {
		head, err := a.runningHead(f, running)
		if err != nil {
			return err
		}
		out.Content = append([]page.Content{head}, out.Content...)
	}
	foot, err := a.folio(f)
	if err != nil {
		return err
	}
	out.Content = append(out.Content, foot)
	a.doc.Pages = append(a.doc.Pages, out)
	return nil
}
