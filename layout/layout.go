// Package layout makes pages of a report: chapters composed and broken into
// pages, the contents laid out until its numbers are true, cover, running heads
// and folios.
//
// The stages, and the types between them:
//
//  1. compose:  content.Chapter → galley.Galley (strips, structure)
//  2. paginate: galley.Galley → paginate.Page (which strips, where)
//  3. contents: page numbers → its own galley, again until they stand still
//  4. assemble: all of it → page.Document
package layout

import (
	"context"
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/icon"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// Options are how a report is laid out.
type Options struct {
	Theme *style.Theme // nil: style.Standard
	// Progress, where it is set, is told what has been done: chapters composed.
	Progress func(done, total int)
}

// chapter is a chapter on its pages.
type chapter struct {
	title  string
	dest   page.DestID
	galley galley.Galley
	pages  []paginate.Page
	accent page.Color
}

// book is a report on its way to being a document.
type book struct {
	report   *content.Report
	theme    *style.Theme
	kit      *compose.Kit
	chapters []chapter
	contents []paginate.Page
	toc      galley.Galley
}

// Compile lays a report out. What is wrong with its content is in the list, and
// the document is nil where that stops it; an error is a fault of the program
// or its fonts, or the context's.
func Compile(ctx context.Context, rep *content.Report, lib *fonts.Library, opt Options) (*page.Document, *diag.List, error) {
	b := newBook(rep, lib, opt)
	for i := range rep.Chapters {
		if err := ctx.Err(); err != nil {
			return nil, b.kit.Report, err
		}
		ch, err := b.chapter(i)
		if err != nil {
			return nil, b.kit.Report, err
		}
		b.chapters = append(b.chapters, ch)
		if opt.Progress != nil {
			opt.Progress(i+1, len(rep.Chapters))
		}
	}
	if err := b.layContents(); err != nil {
		return nil, b.kit.Report, err
	}
	if b.kit.Report.HasErrors() {
		return nil, b.kit.Report, nil
	}
	doc, err := b.assemble()
	return doc, b.kit.Report, err
}

func newBook(rep *content.Report, lib *fonts.Library, opt Options) *book {
	th := opt.Theme
	if th == nil {
		th = style.Standard()
	}
	loc, _ := locale.For(rep.Language)
	kit := &compose.Kit{
		Theme: th, Setter: para.New(lib, loc), Locale: loc, Library: lib, Icons: icon.New(),
		Marks: &galley.Marks{}, Files: rep.Files, Book: rep.Accounts, Images: &compose.Images{}, Report: &diag.List{},
	}
	return &book{report: rep, theme: th, kit: kit}
}

// chapter composes a chapter and breaks it into pages. Where its side column has
// no room for its facts, they are set in the main column instead.
func (b *book) chapter(i int) (chapter, error) {
	ch := &b.report.Chapters[i]
	out := chapter{title: ch.Title, dest: compose.ChapterDest(ch.ID), accent: b.theme.Accent(i)}
	for _, inline := range []bool{false, true} {
		g, err := compose.Chapter(b.kit, ch, compose.Options{Accent: out.accent, Inline: inline})
		if err != nil {
			return out, err
		}
		pages, err := b.paginate(g)
		if _, crowded := errors.AsType[*paginate.SideError](err); crowded && !inline {
			continue
		}
		if tall, ok := errors.AsType[*paginate.TallError](err); ok {
			b.kit.Report.Error(g.Strips[tall.Strip].Pos, tooTall(tall))
			err = nil
		}
		out.galley, out.pages = g, pages
		return out, err
	}
	return out, fmt.Errorf("chapter %s: its facts have no room", ch.ID)
}

// paginate breaks a galley into pages.
func (b *book) paginate(g galley.Galley) ([]paginate.Page, error) {
	strips := make([]paginate.Strip, len(g.Strips))
	for i, s := range g.Strips {
		strips[i] = paginate.Strip{Height: s.Height, Above: s.Above, Break: s.Break, Wide: s.Wide}
		for _, box := range s.Side {
			strips[i].Side = append(strips[i].Side, box.Height)
		}
	}
	return paginate.Break(strips, paginate.Room{Height: b.theme.Height(), Grid: b.theme.Grid, Gap: b.theme.Grid + b.theme.Grid/2})
}

// tooTall says that a block is higher than a page.
func tooTall(e *paginate.TallError) diag.Message {
	mm := func(l geom.Length) int64 { return geom.DivRound(int64(l)*254, 720*1000) }
	return diag.Message{
		Code:    "too-tall",
		Danish:  fmt.Sprintf("blokken er %d mm høj, og en side har plads til %d mm: del den i flere", mm(e.Height), mm(e.Room)),
		English: fmt.Sprintf("the block is %d mm high, and a page has room for %d mm: part it into several", mm(e.Height), mm(e.Room)),
	}
}
