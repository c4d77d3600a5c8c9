package layout

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/page"
)

// ErrWhole is that of a report that can't be given to a sink, and what the sink has
// been given of it is of no use: no page is final before all are laid out. Its text
// tells numbers of pages, or the contents are not as long as was foreseen.
var ErrWhole = errors.New("the report has to be laid out as a whole")

// outflow makes a book chapter by chapter, each handed out as soon as it is on its
// pages, so that a long one is never held as a whole. How long the contents are is
// foreseen, for their numbers take no room.
type outflow struct {
	*assembler
	sink Sink
	read *conform.Reader // nil: the document is not held against the rules
}

// outflow makes the book's document for a sink, nil where what is wrong stops it. The
// contents are taken to be as many pages as is said.
func (b *book) outflow(ctx context.Context, opt Options, contents int) (*page.Document, error) {
	o := &outflow{assembler: b.assembler(), sink: opt.Sink}
	if !opt.Unheld {
		o.read = conform.NewReader()
	}
	o.doc.Front = coverPages + contents
	o.doc.Pages = make([]page.Page, o.doc.Front)
	if err := b.composeAll(ctx, opt.Progress, o.chapter); err != nil {
		return nil, err
	}
	if b.kit.Report.HasErrors() {
		return nil, nil
	}
	if err := o.close(); err != nil {
		return nil, err
	}
	if o.read != nil {
		b.hold(o.read.Findings(o.doc))
	}
	if b.kit.Report.HasErrors() {
		return nil, nil
	}
	return o.doc, nil
}

// chapter breaks a chapter that is composed into pages and hands them out. Where
// something stops the report the rest is only laid out, to find all that does.
func (o *outflow) chapter(i int) error {
	ch := &o.chapters[i]
	if len(ch.galley.Pages) > 0 {
		return fmt.Errorf("%w: chapter %d tells numbers of pages", ErrWhole, i+1)
	}
	if err := o.layChapter(i, isVerso(len(o.doc.Pages)+1)); err != nil {
		return err
	}
	first := len(o.doc.Pages)
	if o.kit.Report.HasErrors() {
		o.doc.Pages = append(o.doc.Pages, make([]page.Page, len(ch.pages))...)
	} else {
		if err := o.bound(i); err != nil {
			return err
		}
		if err := o.hand(first, ch.galley.Root); err != nil {
			return err
		}
	}
	o.standing[i], ch.set, ch.pages, ch.galley.Strips = nil, nil, nil, nil
	return nil
}

// close makes the pages after the chapters, and then those before them.
func (o *outflow) close() error {
	last, before := len(o.doc.Pages), len(o.doc.Root.Kids)
	if err := o.end(); err != nil {
		return err
	}
	if err := o.hand(last, &page.Elem{Kids: o.doc.Root.Kids[before:]}); err != nil {
		return err
	}
	numbers := map[page.DestID]int{}
	for _, d := range o.doc.Dests {
		numbers[d.ID] = d.Page + 1
	}
	if err := o.composeContents(numbers); err != nil {
		return err
	}
	if n := coverPages + len(o.contents); n != o.doc.Front {
		return fmt.Errorf("%w: cover and contents take %d pages, and %d were set aside", ErrWhole, n, o.doc.Front)
	}
	pages, kids, dests := o.doc.Pages, o.doc.Root.Kids, o.doc.Dests
	o.doc.Pages, o.doc.Root.Kids, o.doc.Dests = pages[:0], nil, nil
	if err := o.front(); err != nil {
		return err
	}
	if err := o.hand(0, &page.Elem{Kids: o.doc.Root.Kids}); err != nil {
		return err
	}
	o.doc.Pages, o.doc.Root.Kids, o.doc.Dests = pages, append(o.doc.Root.Kids, kids...), append(o.doc.Dests, dests...)
	o.doc.Outline = o.outline()
	return nil
}

// hand hands the pages from one on out, and keeps of them what the document as a
// whole is made of.
func (o *outflow) hand(first int, root *page.Elem) error {
	pages := slices.Clone(o.doc.Pages[first:])
	o.images(pages)
	boxes(pages, first, root)
	if o.read != nil {
		o.read.Read(pages, root)
	}
	for i, p := range pages {
		bare := make([]page.Content, len(p.Content))
		for k, c := range p.Content {
			bare[k] = page.Content{Mark: c.Mark, Artifact: c.Artifact}
		}
		o.doc.Pages[first+i].Content = bare
	}
	return o.sink.Add(first, pages, o.doc.Images, root)
}
