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

// composeAll composes the chapters side by side, for none knows of another, and
// takes them in their order. What is wrong with them goes to the kit's report.
func (b *book) composeAll(ctx context.Context, progress func(done, total int)) error {
	total := len(b.report.Chapters)
	results := make([]chan composed, total)
	for i := range results {
		results[i] = make(chan composed, 1)
	}
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		for i, to := range results {
			free <- struct{}{}
			go func() {
				to <- b.composeOne(ctx, i)
				<-free
			}()
		}
	}()
	for i, from := range results {
		c := <-from
		b.kit.Report.Add(&c.problems)
		if c.err != nil {
			return c.err
		}
		b.chapters = append(b.chapters, c.chapter)
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

// images gives the document its images, in the order of the pages: that in which
// chapters side by side came to need them is chance.
func (a *assembler) images() {
	list := a.kit.Images.List
	if len(list) == 0 {
		return
	}
	at := make([]int, len(list)) // each one's place in the document, plus one
	for _, p := range a.doc.Pages {
		for _, c := range p.Content {
			c.Items = a.pictures(c.Items, list, at)
		}
	}
}

// pictures points items at the document's images, and adds those to it that are
// new there. The items are the page's own, copied when they were moved to it;
// those of a group are not.
func (a *assembler) pictures(items []page.Item, list []page.Image, at []int) []page.Item {
	for i, it := range items {
		switch it := it.(type) {
		case page.Picture:
			if at[it.Image] == 0 {
				a.doc.Images = append(a.doc.Images, list[it.Image])
				at[it.Image] = len(a.doc.Images)
			}
			it.Image = at[it.Image] - 1
			items[i] = it
		case page.Group:
			it.Items = a.pictures(append([]page.Item(nil), it.Items...), list, at)
			items[i] = it
		}
	}
	return items
}
