// Package layout makes pages of a report: chapters composed and broken into
// pages, the contents laid out until its numbers are true, cover, running heads
// and folios.
//
// The stages, and the types between them:
//
//  1. compose:  content.Chapter → galley.Galley (strips, structure)
//  2. paginate: galley.Galley → paginate.Page (which strips, where)
//  3. contents: page numbers → its own galley; 2 and 3 again until they stand still
//  4. assemble: all of it → page.Document
//  5. conform:  page.Document → what it breaks of the rules of accessibility
//
// Where a Sink takes the pages, a chapter goes through 1, 2, 4 and 5 alone, and is
// let go, before those far behind it are composed.
package layout

import (
	"context"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// Options are how a report is laid out.
type Options struct {
	// Theme is the look; nil: what Look returns for the report. Where that is in
	// font files of the edition, they are in the library Look returns.
	Theme *style.Theme
	// Unheld leaves out the rules of accessibility that a document is held
	// against, for a file that claims to meet no standard.
	Unheld bool
	// Draft, where it is set, marks the pages as a draft's. What is found of
	// accessibility is then marked too, and does not stop the report.
	Draft *Draft
	// Sink, where it is set, takes the pages while others are still laid out. Those of
	// the document then show nothing: they are empty but for their marks and links.
	// Where no page is final before all are laid out the error is ErrWhole.
	Sink Sink
	// Stock, where it is set, is shared with other reports; its faces are the library's.
	Stock *Stock
	// Begins, where it is set, is told of each stage as it begins: compose, paginate,
	// assemble, hold. With a sink they are done by turns, and none is told of.
	Begins func(stage string)
	// Progress, where it is set, is told what has been done: chapters composed.
	Progress func(done, total int)
}

// The stages that Options.Begins is told of.
const (
	StageCompose  = "compose"
	StagePaginate = "paginate"
	StageAssemble = "assemble"
	StageHold     = "hold"
)

// book is a report on its way to being a document.
type book struct {
	report   *content.Report
	theme    *style.Theme
	kit      *compose.Kit
	standing []*standingChapter // by chapter: how each has been set before
	chapters []chapter
	contents []paginate.Page
	toc      galley.Galley
	logo     *logo  // nil: there is none
	draft    *Draft // nil: it is none
	// Pages are broken one galley after another in the same memory.
	breaker paginate.Breaker
	strips  []paginate.Strip
}

// Compile lays a report out. What is wrong with its content is in the list, and
// the document is nil where that stops it; an error is a fault of the program
// or its fonts, or the context's, or ErrWhole.
func Compile(ctx context.Context, rep *content.Report, lib *fonts.Library, opt Options) (*page.Document, *diag.List, error) {
	b := newBook(rep, lib, opt)
	doc, err := b.document(ctx, opt)
	return doc, b.kit.Report, err
}

// Sink takes the pages of a part of the book when they are final: those from the one
// with index first. Their marks are held by the elements within root; images are all
// there are so far. None of what it is given changes any more.
type Sink interface {
	Add(first int, pages []page.Page, images []page.Image, root *page.Elem) error
}

// document makes the book's document, nil where what is wrong stops it.
func (b *book) document(ctx context.Context, opt Options) (*page.Document, error) {
	if b.kit.Report.HasErrors() {
		return nil, nil
	}
	if opt.Sink != nil {
		contents, err := b.foreseen()
		if err != nil {
			return nil, err
		}
		return b.outflow(ctx, opt, contents)
	}
	begins := opt.Begins
	if begins == nil {
		begins = func(string) {}
	}
	begins(StageCompose)
	if err := b.composeAll(ctx, opt.Progress, func(int) error { return nil }); err != nil {
		return nil, err
	}
	begins(StagePaginate)
	if err := b.layAll(); err != nil {
		return nil, err
	}
	if b.kit.Report.HasErrors() {
		return nil, nil
	}
	begins(StageAssemble)
	doc, err := b.assemble()
	if err != nil {
		return nil, err
	}
	if !opt.Unheld && opt.Draft == nil {
		begins(StageHold)
		b.hold(conform.Findings(doc))
	}
	if b.kit.Report.HasErrors() {
		return nil, nil
	}
	return doc, nil
}

func newBook(rep *content.Report, lib *fonts.Library, opt Options) *book {
	th, problems := opt.Theme, &diag.List{}
	if th == nil {
		th, lib, problems = Look(rep, lib)
	}
	s := set(rep, th, lib, opt.Stock, problems)
	s.logo = loadLogo(rep, th, s.problems)
	b := s.book(rep)
	b.draft = opt.Draft
	return b
}
