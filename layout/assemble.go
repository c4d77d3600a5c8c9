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
	doc      *page.Document
	pictured map[int]int // by a bitmap's place in the kit's list: that in the document's
	spots    []spot      // where blocks have come to stand, for a draft
}

// assembler begins the document.
func (b *book) assembler() *assembler {
	return &assembler{book: b, pictured: map[int]int{}, doc: &page.Document{
		Meta:   b.meta(),
		Root:   &page.Elem{Role: page.RoleDocument},
		Labels: []page.LabelRange{{Style: page.LabelDecimal, Start: 1}},
	}}
}

// assemble makes the document: cover, contents, chapters, back cover.
func (b *book) assemble() (*page.Document, error) {
	a := b.assembler()
	if err := a.front(); err != nil {
		return nil, err
	}
	a.images(a.doc.Pages)
	for i := range b.chapters {
		if err := a.boundAgain(i); err != nil {
			return nil, err
		}
	}
	last := len(a.doc.Pages)
	if err := a.end(); err != nil {
		return nil, err
	}
	if err := a.drafted(); err != nil {
		return nil, err
	}
	a.images(a.doc.Pages[last:])
	a.doc.Outline = b.outline()
	boxes(a.doc.Pages, 0, a.doc.Root)
	return a.doc, nil
}

// front makes the first pages: cover and contents.
func (a *assembler) front() error {
	if err := a.cover(); err != nil {
		return err
	}
	err := a.section(a.toc, a.contents, part{accent: a.theme.Accent(0), tab: noTab})
	a.doc.Front = len(a.doc.Pages)
	return err
}

// bound makes the pages of a chapter.
func (a *assembler) bound(i int) error {
	ch := &a.chapters[i]
	return a.section(ch.galley, ch.pages, a.partOf(i))
}

// partOf says what the pages of a chapter have in common.
func (b *book) partOf(i int) part {
	return part{running: b.chapters[i].title, accent: b.chapters[i].accent, tab: i}
}

// end makes the last pages, an even number of them all: the back cover, and what
// fills the page before it.
func (a *assembler) end() error {
	if len(a.doc.Pages)%2 == 0 {
		if err := a.colophon(); err != nil {
			return err
		}
	}
	return a.back()
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
func (a *assembler) section(g galley.Galley, pages []paginate.Page, of part) error {
	a.doc.Root.Kids = append(a.doc.Root.Kids, g.Root)
	for i, p := range pages {
		if err := a.page(g, p, of, i == 0); err != nil {
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

// frame returns the next page's.
func (a *assembler) frame() frame {
	th := a.theme
	f := frame{number: len(a.doc.Pages) + 1}
	f.recto = f.number%2 == 1
	text, main, side := th.Columns(f.recto)
	f.text, f.main, f.side = geom.Point{X: text, Y: th.Top}, geom.Point{X: main, Y: th.Top}, geom.Point{X: side, Y: th.Top}
	return f
}

// dest makes a place on the page a destination.
func (a *assembler) dest(f frame, id page.DestID, y geom.Length) {
	a.doc.Dests = append(a.doc.Dests, page.Dest{ID: id, Page: f.number - 1, Y: y})
}

// page puts strips on a page, in the order they stand: what stands beside a
// strip comes before it, and first what has gone on from the page before. Footnotes stand at the foot, below a rule.
func (a *assembler) page(g galley.Galley, p paginate.Page, of part, opener bool) error {
	f := a.frame()
	var ink, notes galley.Ink
	for _, s := range p.Came {
		a.beside(&ink, f, g.Strips[s.Strip].Side[s.Box], s.Top)
	}
	sides := p.Sides
	for _, on := range p.Strips {
		s := &g.Strips[on.Strip]
		for len(sides) > 0 && sides[0].Strip == on.Strip {
			a.beside(&ink, f, s.Side[sides[0].Box], sides[0].Top)
			sides = sides[1:]
		}
		a.strip(&ink, &notes, f, s, on)
	}
	if top, any := p.FirstNote(); any {
		var above galley.Ink
		a.kit.NoteRule(&above)
		ink.Add(above, f.main.Add(geom.Point{Y: top}))
		ink.Add(notes, geom.Point{})
	}
	out := page.Page{Size: a.theme.Paper, Bleed: a.theme.Bleed, Label: folio(f.number), Content: ink.Content, Links: ink.Links}
	head, err := a.head(f, of, opener)
	if err != nil {
		return err
	}
	out.Content = append(head, out.Content...)
	foot, err := a.folio(f)
	if err != nil {
		return err
	}
	out.Content = append(out.Content, foot)
	a.doc.Pages = append(a.doc.Pages, out)
	return nil
}

// beside draws a box in the side column, so far down.
func (a *assembler) beside(ink *galley.Ink, f frame, box galley.Box, top geom.Length) {
	a.spot(f, box.Pos, f.side.Y+top, box.Ink, false)
	ink.Add(box.Ink, f.side.Add(geom.Point{Y: top}))
}

// strip draws a strip at its place on a page, and its footnotes at theirs.
func (a *assembler) strip(ink, notes *galley.Ink, f frame, s *galley.Strip, on paginate.Placed) {
	origin := f.main
	if s.Wide {
		origin = f.text
	}
	origin = origin.Add(geom.Point{X: geom.Length(on.Column) * s.Pitch, Y: on.Top})
	a.spot(f, s.Pos, origin.Y, s.Ink, s.Hyphen)
	for _, d := range s.Dests {
		a.dest(f, d, origin.Y)
	}
	for k, n := range s.Ink.Notes {
		a.dest(f, n.Mark, origin.Y+n.Y)
		a.dest(f, n.Dest, f.main.Y+on.Notes[k])
		if n.Name != "" {
			a.dest(f, n.Name, f.main.Y+on.Notes[k])
		}
		notes.Add(n.Ink, f.main.Add(geom.Point{Y: on.Notes[k]}))
	}
	if on.Head {
		ink.Add(s.Head.Ink, origin.Add(geom.Point{Y: -s.Head.Height}))
	}
	ink.Add(s.Ink, origin)
}
