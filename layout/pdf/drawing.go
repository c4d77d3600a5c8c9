package pdf

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// Drawing draws pages as they are ready, side by side, and keeps no more of them
// than their packed content streams: of a long document that is made part by part,
// the pages need never all be there at once. Pages are added by one goroutine.
//
// The order they are added in, which need not be theirs, decides what resources
// are called and how a glyph with two readings is read: one document is to be
// added in one order. That of Write is the pages behind page.Document.Front first.
type Drawing struct {
	usage *usage
	lib   *fonts.Library
	parts []*part
	todo  chan *part
	mu    sync.Mutex
	// images are as fpdf packed them, by name, which is a hash of the image.
	images map[string]drawnImage
	idle   deflaters
}

// part is some pages that follow each other.
type part struct {
	first   int         // the index of the first in the document
	pages   []page.Page // nil once they are drawn
	roles   func() func(page.MarkID) page.Role
	streams [][]byte // of each page, packed
	taken   bool     // they are those of a document before
	err     error
	done    chan struct{}
}

// partPages is how many pages Write has drawn at a time.
const partPages = 16

// Begin begins to draw pages with faces from lib. Close must be called in the end.
func Begin(lib *fonts.Library) *Drawing {
	d := &Drawing{usage: newUsage(), lib: lib, todo: make(chan *part, 2), images: map[string]drawnImage{}}
	for range runtime.GOMAXPROCS(0) {
		go d.work()
	}
	return d
}

// Close says that no more pages will be added. Those that were are drawn.
func (d *Drawing) Close() { close(d.todo) }

// Add draws pages, of which the one with index first in the document is the first.
// Their marks are held by the elements within root; images are all that there are
// so far. It waits while many are still to be drawn. Nothing of what it is given
// may be changed before it is drawn.
func (d *Drawing) Add(first int, pages []page.Page, images []page.Image, root *page.Elem) error {
	if err := d.survey(first, pages, images); err != nil {
		return err
	}
	d.queue(first, pages, func() func(page.MarkID) page.Role { return rolesIn(root) })
	return nil
}

// survey notes what pages use.
func (d *Drawing) survey(first int, pages []page.Page, images []page.Image) error {
	d.usage.mu.Lock()
	defer d.usage.mu.Unlock()
	s := surveyor{usage: d.usage, images: images, lib: d.lib}
	for i := range pages {
		for _, c := range pages[i].Content {
			if err := s.items(c.Items); err != nil {
				return fmt.Errorf("page %d: %w", first+i+1, err)
			}
		}
	}
	return nil
}

// queue has pages drawn that are surveyed.
func (d *Drawing) queue(first int, pages []page.Page, roles func() func(page.MarkID) page.Role) {
	p := &part{first: first, pages: pages, roles: roles, done: make(chan struct{})}
	d.parts = append(d.parts, p)
	d.todo <- p
}

// rolesIn returns the role of the element that holds a mark.
func rolesIn(root *page.Elem) func(page.MarkID) page.Role {
	roles := map[page.MarkID]page.Role{}
	var walk func(e *page.Elem)
	walk = func(e *page.Elem) {
		for _, k := range e.Kids {
			switch k := k.(type) {
			case *page.Elem:
				walk(k)
			case page.Mark:
				roles[page.MarkID(k)] = e.Role
			}
		}
	}
	walk(root)
	return func(m page.MarkID) page.Role { return roles[m] }
}

// work draws parts until there are no more.
func (d *Drawing) work() {
	hand := &hand{}
	for p := range d.todo {
		d.draw(p, hand)
		p.pages, p.roles = nil, nil
		close(p.done)
	}
}

// hand is what one goroutine draws with, for one part after another.
type hand struct {
	*deflater              // while it draws a part
	file      bytes.Buffer // fpdf's
	setter    setter
}

// draw draws one part and packs what came of it.
func (d *Drawing) draw(p *part, with *hand) {
	with.deflater = d.idle.take()
	defer d.idle.put(with.deflater)
	var out *drawn
	if out, p.err = drawPages(p, d.usage, with); p.err != nil {
		return
	}
	p.streams = with.pack(out.pages)
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, img := range out.images {
		if _, known := d.images[img.name]; !known {
			img.data = bytes.Clone(img.data)
			d.images[img.name] = img
		}
	}
}

// pack packs content streams, with the chunks in place of what stands for them.
func (h *hand) pack(pages [][]byte) [][]byte {
	out := make([][]byte, 0, len(pages))
	from, chunks := 0, h.setter.chunks
	for _, data := range pages {
		h.begin()
		for at := 0; at >= 0; {
			if at = bytes.Index(data, []byte(stands)); at >= 0 {
				h.z.Write(data[:at])
				h.z.Write(h.setter.b[from:chunks[0]])
				from, chunks, data = chunks[0], chunks[1:], data[at+len(stands)+len("\n"):]
			}
		}
		h.z.Write(data)
		out = append(out, h.end())
	}
	return out
}

// wait waits until all is drawn that was added.
func (d *Drawing) wait() {
	for _, p := range d.parts {
		<-p.done
	}
}

// streams returns the content stream of each page of a document, when all are drawn.
func (d *Drawing) streams(pages int) ([][]byte, error) {
	out := make([][]byte, pages)
	for _, p := range d.parts {
		<-p.done
		if p.err != nil {
			return nil, p.err
		}
		for i, s := range p.streams {
			if at := p.first + i; at >= pages || out[at] != nil {
				return nil, fmt.Errorf("page %d was drawn twice, or is none", at+1)
			}
			out[p.first+i] = s
		}
	}
	if i := slices.IndexFunc(out, func(s []byte) bool { return s == nil }); i >= 0 {
		return nil, fmt.Errorf("page %d was not drawn", i+1)
	}
	return out, nil
}

// pictures returns the images that were drawn, sorted by name.
func (d *Drawing) pictures() []drawnImage {
	out := make([]drawnImage, 0, len(d.images))
	for _, img := range d.images {
		out = append(out, img)
	}
	slices.SortFunc(out, func(a, b drawnImage) int { return strings.Compare(a.name, b.name) })
	return out
}

// Write writes the document of which every page was added as Write of this package
// does. What its pages show is not looked at: they need no more than their sizes,
// marks and links.
func (d *Drawing) Write(w io.Writer, doc *page.Document, opt Options) error {
	if err := checkMeta(doc.Meta, opt); err != nil {
		return err
	}
	p, err := newPlan(doc)
	if err != nil {
		return err
	}
	return finish(w, p, d, d.usage.prepareFonts(), opt)
}

// all draws a whole document but for the pages a press has, and begins to make its faces
// ready meanwhile.
func (d *Drawing) all(p *plan, press *Press) (embedded func() ([]fontFile, error), err error) {
	doc := p.doc
	front := min(max(doc.Front, 0), len(doc.Pages))
	parts := append(cut(front, len(doc.Pages)), cut(0, front)...)
	for _, at := range parts {
		if err := d.survey(at[0], doc.Pages[at[0]:at[1]], doc.Images); err != nil {
			return nil, err
		}
	}
	embedded = d.usage.prepareFonts()
	role := func(m page.MarkID) page.Role { return p.elems[p.marks[m].owner].Role }
	again := press.again(p, d.usage)
	for _, at := range parts {
		for from, to := at[0], 0; from < at[1]; from = to {
			to = together(again, from, at[1])
			if again[from] != nil {
				d.has(from, again[from:to])
			} else {
				d.queue(from, doc.Pages[from:to], func() func(page.MarkID) page.Role { return role })
			}
		}
	}
	return embedded, nil
}

// together returns where the pages from one on end, up to an end, that are all there, or all not.
func together(streams [][]byte, from, end int) int {
	to := from + 1
	for to < end && (streams[to] == nil) == (streams[from] == nil) {
		to++
	}
	return to
}

// has takes the streams of pages that need not be drawn.
func (d *Drawing) has(first int, streams [][]byte) {
	p := &part{first: first, streams: streams, taken: true, done: make(chan struct{})}
	close(p.done)
	d.parts = append(d.parts, p)
}

// cut parts the pages from from up to to.
func cut(from, to int) (out [][2]int) {
	for ; from < to; from += partPages {
		out = append(out, [2]int{from, min(from+partPages, to)})
	}
	return out
}
