package layout

import (
	"fmt"
	"slices"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// Stamper makes personal copies of a document that is laid out: whose a copy is
// stands on a plate on its cover and at the foot of its pages. It is safe for
// concurrent use.
type Stamper struct {
	book *book
	doc  *page.Document
	last page.MarkID // of the document
}

// NewStamper returns a stamper of the document that Compile made of the report
// with these options.
func NewStamper(doc *page.Document, rep *content.Report, lib *fonts.Library, opt Options) *Stamper {
	s := &Stamper{book: newBook(rep, lib, opt), doc: doc}
	for _, p := range doc.Pages {
		for _, c := range p.Content {
			s.last = max(s.last, c.Mark)
		}
	}
	return s
}

// The plate on the cover.
const (
	plateUp     = 24 // millimetres from its foot to that of the page
	platePad    = 4
	plateColumn = 110 // the widest its text is
)

// Stamp returns the copy of a name and a number. It shares all else with the
// document. Missing are characters of the name that the faces lack; an error is
// a fault of the fonts.
func (s *Stamper) Stamp(name, number string) (doc *page.Document, missing []rune, err error) {
	kit := *s.book.kit
	kit.Marks = galley.MarksAfter(s.last) // the same in each copy
	b := *s.book
	b.kit = &kit
	out := *s.doc
	out.Pages = slices.Clone(s.doc.Pages)
	a := &assembler{book: &b, doc: &out}
	label := fmt.Sprintf(a.kit.Locale.Words.Copy, number)
	if missing, err = a.plate(name, label); err != nil || len(missing) > 0 {
		return nil, missing, err
	}
	for i := 1; i < len(out.Pages)-1; i++ {
		foot, err := a.owner(i+1, label, name)
		if err != nil {
			return nil, nil, err
		}
		out.Pages[i].Content = append(slices.Clone(out.Pages[i].Content), foot)
	}
	return &out, nil, nil
}

// plate puts the name and the copy's number on the cover, on a ground of their
// own, since they stand on a drawing.
func (a *assembler) plate(name, label string) (missing []rune, err error) {
	th := a.theme
	st := bold(th.Type.CoverLine)
	small := th.Type.CoverLine
	st.Color, small.Color = th.Ink, th.Ink
	pad := geom.MM(platePad)
	w := min(geom.MM(plateColumn), th.TextWidth()-2*pad)
	p, err := a.kit.Setter.Plain(name, st, w)
	if err != nil || len(p.Missing) > 0 {
		return p.Missing, err
	}
	q, err := a.kit.Setter.Plain(label, small, w)
	if err != nil || len(q.Missing) > 0 {
		return q.Missing, err
	}
	box := geom.Rect{X: th.Inner, W: max(p.Widest(), q.Widest()) + 2*pad, H: p.Height(st) + q.Height(small) + 2*pad}
	box.Y = th.Paper.H - geom.MM(plateUp) - box.H
	cover, root := *a.doc.Root.Kids[0].(*page.Elem), *a.doc.Root
	cover.Kids = slices.Clone(cover.Kids)
	root.Kids = slices.Clone(root.Kids)
	root.Kids[0] = &cover
	a.doc.Root = &root
	var ink galley.Ink
	ink.Content = append(ink.Content, page.Content{Artifact: page.Layout, Items: []page.Item{filled(box, th.Paperwhite)}})
	at := geom.Point{X: box.X + pad, Y: box.Y + pad}
	h, err := a.coverText(&ink, &cover, page.RoleP, name, st, at, w)
	if err != nil {
		return nil, err
	}
	if _, err := a.coverText(&ink, &cover, page.RoleP, label, small, at.Add(geom.Point{Y: h}), w); err != nil {
		return nil, err
	}
	first := &a.doc.Pages[0]
	first.Content = append(slices.Clone(first.Content), ink.Content...)
	return nil, nil
}

// folioRoom is what the line at the foot leaves for the folio, in millimetres.
const folioRoom = 20

// owner is a line at the foot of a page, on the side of the spine: the number,
// and the name where both have room on it.
func (a *assembler) owner(number int, label, name string) (page.Content, error) {
	out := page.Content{Artifact: page.Footer}
	st := a.theme.Type.Running
	st.Align = style.Left
	p, err := a.kit.Setter.Plain(label+" · "+name, st, a.theme.TextWidth()-geom.MM(folioRoom))
	if err == nil && len(p.Lines) > 1 {
		p, err = a.kit.Setter.Plain(label, st, a.theme.TextWidth())
	}
	if err != nil {
		return out, err
	}
	at := geom.Point{X: a.theme.Inner, Y: a.theme.FolioBaseline}
	if number%2 == 0 {
		at.X = a.theme.Paper.W - a.theme.Inner - p.Widest()
	}
	for _, s := range p.Lines[0].Segments {
		for _, t := range s.Items {
			t.Origin = t.Origin.Add(at)
			out.Items = append(out.Items, t)
		}
	}
	return out, nil
}
