package layout

import (
	"context"
	"runtime"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/page"
)

// composed is what came of composing a chapter.
type composed struct {
	chapter  chapter
	problems diag.List
	err      error
}

// ahead is how many chapters may be composed, for each processor, and not taken.
const ahead = 4

// composeAll composes the chapters side by side, for none knows of another, and
// takes them in their order. What is wrong with them goes to the kit's report.
func (b *book) composeAll(ctx context.Context, progress func(done, total int), take func(i int) error) error {
	total, procs := len(b.report.Chapters), runtime.GOMAXPROCS(0)
	results := make([]chan composed, total)
	for i := range results {
		results[i] = make(chan composed, 1)
	}
	free, room := make(chan struct{}, procs), make(chan struct{}, ahead*procs)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		for i, to := range results {
			select {
			case room <- struct{}{}:
			case <-ctx.Done():
				to <- composed{err: ctx.Err()}
				continue
			}
			free <- struct{}{}
			go func() {
				to <- b.composeOne(ctx, i)
				<-free
			}()
		}
	}()
	for i, from := range results {
		c := <-from
		results[i] = nil
		b.kit.Report.Add(&c.problems)
		if c.err != nil {
			return c.err
		}
		b.chapters = append(b.chapters, c.chapter)
		if err := take(i); err != nil {
			return err
		}
		<-room
		if progress != nil {
			progress(i+1, total)
		}
	}
	return nil
}

// composeOne composes one chapter with a report of its own, unless the context
// has ended.
func (b *book) composeOne(ctx context.Context, i int) (c composed) {
	if c.err = ctx.Err(); c.err != nil {
		return c
	}
	c.chapter, c.err = b.compose(i, nil, b.kit.Numbers, &c.problems)
	return c
}

// images gives the document the images of pages, in their order: that in which
// chapters side by side came to need them is chance.
func (a *assembler) images(pages []page.Page) {
	for _, p := range pages {
		for _, c := range p.Content {
			c.Items = a.pictures(c.Items)
		}
	}
}

// pictures points items at the document's images, and adds those to it that are
// new there. The items are the page's own, copied when they were moved to it;
// those of a group are not.
func (a *assembler) pictures(items []page.Item) []page.Item {
	for i, it := range items {
		switch it := it.(type) {
		case page.Picture:
			it.Image = a.picture(it.Image)
			items[i] = it
		case page.Group:
			it.Items = a.pictures(append([]page.Item(nil), it.Items...))
			items[i] = it
		}
	}
	return items
}

// picture returns which of the document's images one of the kit's is, and adds it to
// them if it is new there.
func (a *assembler) picture(image int) int {
	at, known := a.pictured[image]
	if !known {
		at = len(a.doc.Images)
		a.pictured[image] = at
		a.doc.Images = append(a.doc.Images, a.kit.Images.At(image))
	}
	return at
}
