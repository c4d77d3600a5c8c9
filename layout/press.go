package layout

import (
	"context"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// Press lays out one report after another, for somebody who writes on it and
// looks at its pages all the while. What one has in common with that before it
// is not set again; each document is the one Compile makes. A press makes one
// document at a time: it is not safe for concurrent use.
type Press struct {
	lib  *fonts.Library
	last *standing
}

// NewPress returns a press with the library's faces.
func NewPress(lib *fonts.Library) *Press { return &Press{lib: lib} }

// Proof is a document, with what it was made of.
type Proof struct {
	Document *page.Document
	Library  *fonts.Library // has every face of the document
	Theme    *style.Theme
	// Baseline is where the first line of running text on a page has its own, from
	// the top of the paper; the others follow by Theme.Grid.
	Baseline geom.Length
	// Places are where the content of each mark was written: the place of its
	// block, of its chapter, or of the report's title.
	Places map[page.MarkID]diag.Pos
}

// Proof lays a report out as Compile does, in the report's own look. The report
// must not change afterwards; its files may.
func (p *Press) Proof(ctx context.Context, rep *content.Report) (*Proof, *diag.List, error) {
	s := p.last.next(rep, p.lib)
	p.last = s
	b := s.book(rep)
	doc, err := b.document(ctx, Options{})
	if doc == nil || err != nil {
		return nil, b.kit.Report, err
	}
	base, err := b.kit.Baseline(s.theme.Type.Body)
	if err != nil {
		return nil, b.kit.Report, err
	}
	return &Proof{Document: doc, Library: s.lib, Theme: s.theme, Baseline: s.theme.Top + base, Places: b.places(doc)}, b.kit.Report, nil
}

// places returns where the content of each mark was written.
func (b *book) places(doc *page.Document) map[page.MarkID]diag.Pos {
	out := map[page.MarkID]diag.Pos{}
	of := map[*page.Elem]int{}
	for i, ch := range b.chapters {
		of[ch.galley.Root] = i
	}
	for _, k := range doc.Root.Kids {
		e, ok := k.(*page.Elem)
		if !ok {
			continue
		}
		if i, is := of[e]; is {
			placed(out, e, b.report.Chapters[i].Pos, b.chapters[i].galley.Source)
		} else {
			placed(out, e, b.titled(), nil)
		}
	}
	return out
}

// placed gives all content within an element the place of the innermost element
// whose place is known.
func placed(out map[page.MarkID]diag.Pos, e *page.Elem, pos diag.Pos, known map[*page.Elem]diag.Pos) {
	if own, ok := known[e]; ok {
		pos = own
	}
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			placed(out, k, pos, known)
		case page.Mark:
			out[page.MarkID(k)] = pos
		}
	}
}
