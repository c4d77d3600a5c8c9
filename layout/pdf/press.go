package pdf

import (
	"io"
	"slices"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Press writes one document after another, of somebody who writes on it all the while:
// pages that the one before had too are not drawn and packed again. Each file is the one
// Write makes. Of two pages with the same slice of content all of it has to be the same.
// A press that is nil keeps nothing; none is safe for concurrent use.
type Press struct {
	usage *usage // of the document before; nil: there was none
	drawn map[*page.Content]drawnPage
}

// drawnPage is a page and the content stream it was drawn as. Pages with pictures are
// not kept: what fpdf makes of those is not in their streams.
type drawnPage struct {
	size   geom.Size
	bleed  geom.Length
	roles  []page.Role // of each content
	stream []byte      // packed
}

// Write is the function of that name.
func (p *Press) Write(w io.Writer, doc *page.Document, lib *fonts.Library, opt Options) error {
	if err := checkMeta(doc.Meta, opt); err != nil {
		return err
	}
	if opt.Begins != nil {
		opt.Begins(StageDraw)
	}
	plan, err := newPlan(doc)
	if err != nil {
		return err
	}
	d := Begin(lib)
	embedded, err := d.all(plan, p)
	d.Close()
	if err != nil {
		return err
	}
	if opt.Begins != nil {
		d.wait()
		opt.Begins(StageFinish)
	}
	if err := finish(w, plan, d, embedded, opt); err != nil {
		return err
	}
	return p.keep(plan, d)
}

// again returns the streams of the pages that need not be drawn, by their indexes, for a
// document that is surveyed; none where the names of its faces, or how glyphs are read,
// are not those they were drawn with.
func (p *Press) again(plan *plan, u *usage) [][]byte {
	out := make([][]byte, len(plan.doc.Pages))
	if p == nil || p.usage == nil || !p.usage.alike(u) {
		return out
	}
	for i := range plan.doc.Pages {
		pg := &plan.doc.Pages[i]
		if len(pg.Content) == 0 {
			continue
		}
		old, known := p.drawn[&pg.Content[0]]
		if known && old.size == pg.Size && old.bleed == pg.Bleed && slices.Equal(old.roles, plan.roles(pg)) {
			out[i] = old.stream
		}
	}
	return out
}

// keep keeps the pages of a document that is written.
func (p *Press) keep(plan *plan, d *Drawing) error {
	if p == nil {
		return nil
	}
	streams, err := d.streams(len(plan.doc.Pages))
	if err != nil {
		return err
	}
	p.usage, p.drawn = d.usage, map[*page.Content]drawnPage{}
	for i := range plan.doc.Pages {
		pg := &plan.doc.Pages[i]
		if len(pg.Content) > 0 && !pictured(pg) {
			p.drawn[&pg.Content[0]] = drawnPage{pg.Size, pg.Bleed, plan.roles(pg), streams[i]}
		}
	}
	return nil
}

// roles are those of the elements that hold the content of a page.
func (p *plan) roles(pg *page.Page) []page.Role {
	out := make([]page.Role, len(pg.Content))
	for i, c := range pg.Content {
		if c.Mark != 0 {
			out[i] = p.elems[p.marks[c.Mark].owner].Role
		}
	}
	return out
}

// pictured reports whether there is a picture on a page.
func pictured(pg *page.Page) bool {
	var within func(items []page.Item) bool
	within = func(items []page.Item) bool {
		return slices.ContainsFunc(items, func(it page.Item) bool {
			switch it := it.(type) {
			case page.Picture:
				return true
			case page.Group:
				return within(it.Items)
			}
			return false
		})
	}
	return slices.ContainsFunc(pg.Content, func(c page.Content) bool { return within(c.Items) })
}

// alike reports whether pages that both documents have are drawn alike: faces have the
// same names, glyphs that both use are read as the same, and aliases have the same ids.
func (u *usage) alike(o *usage) bool {
	for i, f := range u.faces[:min(len(u.faces), len(o.faces))] {
		g := o.faces[i]
		n := min(len(f.alias), len(g.alias))
		if f.Face != g.Face || !slices.Equal(f.alias[:n], g.alias[:n]) {
			return false
		}
		for id := range f.glyph[:min(len(f.glyph), len(g.glyph))] {
			if f.glyph[id].used && g.glyph[id].used && f.glyph[id].text != g.glyph[id].text {
				return false
			}
		}
	}
	return true
}
