// Package galley is composed content before it is on pages: strips that follow
// each other, with the boxes that stand beside them, and the structure they
// belong to.
package galley

import (
	"sync/atomic"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Galley is a chapter, composed.
type Galley struct {
	Strips []Strip
	Root   *page.Elem
	// Source is the places of the blocks that elements were made of; an element
	// that is not in it is within one that is, or the root.
	Source map[*page.Elem]diag.Pos
	Marks  []Bookmark // its sections, for the outline and the contents
	// Pages are the places whose page numbers stand in its text.
	Pages []page.DestID
}

// Bookmark is a place for the outline and the table of contents.
type Bookmark struct {
	Title string
	Dest  page.DestID
}

// Strip is an unbreakable slice. Its content's origin is its own top left corner:
// that of the main column or, where it is Wide, of the whole text area.
type Strip struct {
	Height geom.Length
	Above  geom.Length // space above, which vanishes at the top of a page
	Break  int         // what a page break above it costs; see layout/paginate
	Wide   bool
	Hyphen bool // ends with a hyphen, in the middle of a word
	Ink    Ink
	Head   Box           // repeated above the strip where it begins a page or a column; decoration
	Dests  []page.DestID // places at the strip's top
	Side   []Box
	Pos    diag.Pos // of the block it was made of
	// Columns is in how many columns it stands with its neighbours, each Pitch to
	// the right of the one before. The rest is as in layout/paginate.
	Columns    int
	Pitch      geom.Length
	Apart, Row bool
	// Float lets it move to another page, with Below under it at the least, but
	// past no Heading that stands above it and no Barrier.
	Float            bool
	Below            geom.Length
	Heading, Barrier bool
}

// Box stands in the side column; its origin is its top left corner.
type Box struct {
	Height geom.Length
	Ink    Ink
	Pos    diag.Pos // of the block it was made of
}

// Ink is content and links with one origin, and the footnotes whose marks stand
// in it.
type Ink struct {
	Content []page.Content
	Links   []page.Link
	Notes   []Note // in the order of their marks
}

// Note is a footnote, which stands at the foot of the page its mark is on, in
// the main column. Its ink's origin is its top left corner.
type Note struct {
	Height geom.Length
	Ink    Ink
	Elem   *page.Elem
	Dest   page.DestID // the note
	Mark   page.DestID // its mark
	// Name is the note too, where the report refers to it by its name, and Number
	// what Numbered is then known to be; else empty.
	Name, Numbered page.DestID
	Number         int
	Y              geom.Length // the top of the mark's line, in the ink the mark stands in
}

// Real adds content that a structure element holds by its mark.
func (k *Ink) Real(mark page.MarkID, items ...page.Item) {
	if n := len(k.Content); n > 0 && k.Content[n-1].Mark == mark && mark != 0 {
		k.Content[n-1].Items = append(k.Content[n-1].Items, items...)
		return
	}
	k.Content = append(k.Content, page.Content{Mark: mark, Items: items})
}

// Decor adds decoration.
func (k *Ink) Decor(items ...page.Item) {
	if n := len(k.Content); n > 0 && k.Content[n-1].Artifact == page.Layout {
		k.Content[n-1].Items = append(k.Content[n-1].Items, items...)
		return
	}
	k.Content = append(k.Content, page.Content{Artifact: page.Layout, Items: items})
}

// Add appends other ink, moved by d.
func (k *Ink) Add(o Ink, d geom.Point) {
	for _, c := range o.Content {
		m := c.Move(d)
		if m.Mark != 0 {
			k.Real(m.Mark, m.Items...)
		} else {
			k.Content = append(k.Content, m)
		}
	}
	for _, l := range o.Links {
		k.Links = append(k.Links, moveLink(l, d))
	}
	for _, n := range o.Notes {
		n.Y += d.Y
		k.Notes = append(k.Notes, n)
	}
}

// Decoration returns the ink as decoration: what it shows, for the eye alone.
func (k *Ink) Decoration() Ink {
	var out Ink
	for _, c := range k.Content {
		out.Decor(c.Items...)
	}
	return out
}

// moveLink returns the link moved by d.
func moveLink(l page.Link, d geom.Point) page.Link {
	area := make([]geom.Rect, len(l.Area))
	for i, r := range l.Area {
		area[i] = r.Move(d)
	}
	l.Area = area
	return l
}

// Stack joins strips into one that does not break, as high as all of them.
func Stack(strips []Strip) Strip {
	if len(strips) == 0 {
		return Strip{}
	}
	out := strips[0]
	out.Ink = Ink{}
	y := geom.Length(0)
	out.Height = 0
	for i, s := range strips {
		if i > 0 {
			y += s.Above
			out.Dests = append(out.Dests, s.Dests...)
			out.Side = append(out.Side, s.Side...)
		}
		out.Ink.Add(s.Ink, geom.Point{Y: y})
		out.Hyphen = s.Hyphen
		y += s.Height
	}
	out.Height = y
	return out
}

// Marks gives out ids that are unique in a document. It is safe for concurrent
// use: which id goes where is then chance, so that no output may depend on it.
type Marks struct{ mark, link atomic.Int64 }

// MarksAfter gives out those after one that is in use.
func MarksAfter(last page.MarkID) *Marks {
	m := &Marks{}
	m.mark.Store(int64(last))
	return m
}

// Mark returns a new mark.
func (m *Marks) Mark() page.MarkID { return page.MarkID(m.mark.Add(1)) }

// Link returns a new link's id.
func (m *Marks) Link() page.LinkID { return page.LinkID(m.link.Add(1)) }
