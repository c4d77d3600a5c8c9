package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/pdf"
	"github.com/kl-print/kl-print/layout/raster"
)

// diffSide is one of the two that are compared.
type diffSide struct {
	report   *content.Report // nil: it is a PDF
	passages []compare.Passage
	texts    []string              // of the pages
	set      func(page int) string // what is set on a page, wherever on it
	look     func(ctx context.Context, page int) (string, error)
	picture  func(ctx context.Context, page int) (*raster.Image, error)
	shrink   int    // by how much its pictures are larger than they are shown
	done     func() // may be nil
}

// open opens both sides. Where one of them is a PDF, both are compared as PDFs: of
// an edition one is made.
func (d *differing) open(ctx context.Context) error {
	pdfs := [2]bool{isPDF(d.names[0]), isPDF(d.names[1])}
	for i, name := range d.names {
		var err error
		if pdfs[i] {
			d.sides[i], err = d.openPDF(ctx, name)
		} else {
			d.sides[i], err = d.openEdition(ctx, name, pdfs[1-i])
		}
		if err != nil {
			d.close()
			return err
		}
	}
	return nil
}

// isPDF reports a file that begins as a PDF does.
func isPDF(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len("%PDF-"))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == "%PDF-"
}

// openEdition reads an edition, or the one in a bundle, and lays it out.
func (d *differing) openEdition(ctx context.Context, name string, asPDF bool) (s *diffSide, err error) {
	files, done, err := d.editionOf(name)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil || asPDF {
			done()
		}
	}()
	date, err := d.epoch()
	if err != nil {
		return nil, err
	}
	rep, _, problems := source.LoadUnfinished(files, date)
	if rep == nil {
		return nil, d.unfit(name, problems)
	}
	look, lib, problems := layout.Look(rep, fonts.Embedded())
	if problems.HasErrors() {
		return nil, d.unfit(name, problems)
	}
	doc, problems, err := layout.Compile(ctx, rep, lib, layout.Options{Theme: look, Unheld: true})
	switch {
	case err != nil:
		return nil, machineFailed(err)
	case doc == nil:
		return nil, d.unfit(name, problems)
	case asPDF:
		return d.asPDF(ctx, doc, lib)
	}
	s = sideOf(rep, doc, lib)
	s.done = done
	return s, nil
}

// editionOf opens an edition's folder, or the sources in a bundle.
func (d *differing) editionOf(name string) (fs.FS, func(), error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, wrongUsage(d.words.nothing, name)
	}
	if info, err := os.Stat(filepath.Join(name, source.ReportFile)); err == nil && !info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, nil, (&build{app: d.app}).machineRefused(d.say.cantRead, name, err)
		}
		return root.FS(), func() { _ = root.Close() }, nil
	}
	bundle, err := bag.Open(name)
	var fault *bag.Fault
	switch {
	case errors.As(err, &fault):
		da, en := fault.Text()
		return nil, nil, wrongUsage(d.words.neither, name, diag.Message{Danish: da, English: en}.In(d.lang))
	case err != nil:
		return nil, nil, (&build{app: d.app}).machineRefused(d.say.cantRead, name, err)
	}
	return bundle.FS(bagSource), func() { _ = bundle.Close() }, nil
}

// unfit tells why an edition can't be compared.
func (d *differing) unfit(name string, problems *diag.List) error {
	for _, p := range problems.Sorted() {
		if p.Severity == diag.Error {
			p.Pos.File = path.Join(filepath.ToSlash(name), p.Pos.File)
			fmt.Fprintln(d.err, p.Text(d.lang))
		}
	}
	return &failure{exitUsage, fmt.Errorf(d.words.unfit, name)}
}

// sideOf is an edition with its pages.
func sideOf(rep *content.Report, doc *page.Document, lib *fonts.Library) *diffSide {
	s := &diffSide{report: rep, passages: compare.Passages(rep), shrink: raster.DPI / diffDPI}
	for i := range doc.Pages {
		s.texts = append(s.texts, textOn(&doc.Pages[i]))
	}
	sums := map[int]string{}
	s.set = func(i int) string { return setOn(&doc.Pages[i]) }
	s.look = func(_ context.Context, i int) (string, error) { return lookOf(doc, i, sums) }
	s.picture = func(_ context.Context, i int) (*raster.Image, error) { return raster.Page(doc, i, lib) }
	return s
}

// eachItem calls do for what is drawn on a page, but for its number.
func eachItem(p *page.Page, do func(c page.Content, it page.Item)) {
	var walk func(c page.Content, items []page.Item)
	walk = func(c page.Content, items []page.Item) {
		for _, it := range items {
			if g, is := it.(page.Group); is {
				walk(c, g.Items)
				continue
			}
			do(c, it)
		}
	}
	for _, c := range p.Content {
		if c.Artifact != page.Footer {
			walk(c, c.Items)
		}
	}
}

// textOn is the text of a page.
func textOn(p *page.Page) string {
	var s strings.Builder
	eachItem(p, func(c page.Content, it page.Item) {
		if t, is := it.(page.Text); is && c.Artifact == page.NotArtifact {
			s.WriteString(t.Source + "\n")
		}
	})
	return s.String()
}

// setOn is what is set on a page: the lines of text in their faces and sizes, and
// the sizes of its pictures.
func setOn(p *page.Page) string {
	var s strings.Builder
	eachItem(p, func(c page.Content, it page.Item) {
		switch it := it.(type) {
		case page.Text:
			if c.Artifact == page.NotArtifact {
				fmt.Fprintf(&s, "%v %v %v %v\n", it.Face, it.Size, it.Fill, it.Source)
			}
		case page.Picture:
			fmt.Fprintf(&s, "picture %v %v\n", it.Box.W, it.Box.H)
		}
	})
	return s.String()
}

// lookOf is equal for pages that look the same, their numbers left out. The sums of
// the document's pictures are kept.
func lookOf(doc *page.Document, i int, sums map[int]string) (string, error) {
	bare := doc.Pages[i]
	bare.Label, bare.Links, bare.Content = "", nil, nil
	hash := fnv.New128a()
	for _, c := range doc.Pages[i].Content {
		if c.Artifact != page.Footer {
			bare.Content = append(bare.Content, c)
		}
	}
	eachItem(&bare, func(_ page.Content, it page.Item) {
		if p, is := it.(page.Picture); is {
			if sums[p.Image] == "" {
				of := fnv.New128a()
				of.Write(doc.Images[p.Image].JPEG)
				of.Write(doc.Images[p.Image].Pix)
				sums[p.Image] = fmt.Sprintf("%x", of.Sum(nil))
			}
			io.WriteString(hash, sums[p.Image])
		}
	})
	pictures := 0
	bare.Content = numbered(bare.Content, &pictures)
	err := page.Dump(hash, &page.Document{Pages: []page.Page{bare}})
	return fmt.Sprintf("%x", hash.Sum(nil)), err
}

// numbered numbers the pictures of contents anew, so that one that was added to the
// document changes no others.
func numbered(list []page.Content, n *int) []page.Content {
	var items func(list []page.Item) []page.Item
	items = func(list []page.Item) []page.Item {
		out := make([]page.Item, len(list))
		for i, it := range list {
			switch it := it.(type) {
			case page.Picture:
				it.Image = *n
				*n++
				out[i] = it
			case page.Group:
				it.Items = items(it.Items)
				out[i] = it
			default:
				out[i] = it
			}
		}
		return out
	}
	out := make([]page.Content, len(list))
	for i, c := range list {
		c.Items = items(c.Items)
		out[i] = c
	}
	return out
}

// asPDF writes a laid out edition as a PDF beside others that pass, and opens it.
func (d *differing) asPDF(ctx context.Context, doc *page.Document, lib *fonts.Library) (*diffSide, error) {
	f, err := os.CreateTemp("", "kl-print-*.pdf")
	if err != nil {
		return nil, machineFailed(err)
	}
	gone := func() { _ = os.Remove(f.Name()) }
	err = errors.Join(pdf.Write(f, doc, lib, pdf.Options{}), f.Close())
	if err != nil {
		gone()
		return nil, machineFailed(err)
	}
	s, err := d.openPDF(ctx, f.Name())
	if err != nil {
		gone()
		return nil, err
	}
	s.done = gone
	return s, nil
}
