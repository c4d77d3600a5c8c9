package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/raster"
	"github.com/kl-print/kl-print/layout/tiff"
)

// bundledTIFF is the name of the pages as a TIFF, below a bundle's data folder.
const bundledTIFF = "beretning.tif"

// editions are where the PDF goes and, if it is wanted, the TIFF.
type editions struct{ pdf, tiff io.Writer }

// topOf names an edition in ASCII: the folder in its bundle, the document in
// its TIFF.
func topOf(rep *content.Report) string { return fmt.Sprintf("beretning-%d", rep.Year) }

// Pages being drawn at one time: so many at most, and so many bytes of pixels, where
// one page does not have more.
const (
	drawnAtOnce = 4
	pixelsBytes = 256 << 20
)

// atOnce is how many pages of a document are drawn side by side.
func atOnce(doc *page.Document) int {
	largest := int64(1)
	for _, p := range doc.Pages {
		largest = max(largest, 3*inPixels(p.Size.W)*inPixels(p.Size.H))
	}
	return int(max(1, min(drawnAtOnce, int64(runtime.GOMAXPROCS(0)), pixelsBytes/largest)))
}

// inPixels is a length of a page in pixels.
func inPixels(l geom.Length) int64 { return int64(l)*raster.DPI/int64(72*geom.Pt) + 1 }

// writeTIFF draws pages side by side and writes them in their order. A page that
// waits to be written keeps its place among those being drawn, so that memory is
// bounded whatever the document.
func writeTIFF(ctx context.Context, w io.Writer, doc *page.Document, lib *fonts.Library, info tiff.Info) error {
	out, err := tiff.NewWriter(w, len(doc.Pages), info)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	free := make(chan struct{}, atOnce(doc))
	pages := make([]chan drawnPage, len(doc.Pages))
	for i := range pages {
		pages[i] = make(chan drawnPage, 1)
	}
	go func() {
		for i, to := range pages {
			select {
			case free <- struct{}{}:
				go func() { to <- drawPage(ctx, doc, i, lib) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	for _, from := range pages {
		select {
		case p := <-from:
			if p.err != nil {
				return p.err
			}
			if err := out.Page(p.strips); err != nil {
				return err
			}
			<-free
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return out.Close()
}

// drawnPage is a page drawn and compressed.
type drawnPage struct {
	strips *tiff.Strips
	err    error
}

// drawPage draws and compresses one page, unless the context has ended.
func drawPage(ctx context.Context, doc *page.Document, i int, lib *fonts.Library) (p drawnPage) {
	if p.err = ctx.Err(); p.err != nil {
		return p
	}
	img, err := raster.Page(doc, i, lib)
	if err != nil {
		return drawnPage{err: err}
	}
	p.strips, p.err = tiff.Compress(img.Width, img.Height, img.Pix)
	return p
}

// scans is the TIFF of a bundle while it is made, in a file of the system's, as
// one of photographs may be larger than memory.
type scans struct {
	held *os.File
	*bufio.Writer
}

// scans opens a place for the TIFF; nil where none is wanted.
func (b *bundling) scans() (*scans, error) {
	if !b.tiff {
		return nil, nil
	}
	f, err := os.CreateTemp("", "kl-print-*.tif")
	if err != nil {
		return nil, err
	}
	return &scans{f, bufio.NewWriterSize(f, 1<<16)}, nil
}

// remove takes the file away.
func (s *scans) remove() {
	if s != nil {
		_ = errors.Join(s.held.Close(), os.Remove(s.held.Name()))
	}
}

// file is the TIFF in the bundle.
func (s *scans) file() bag.File {
	return bag.File{Name: bundledTIFF, Open: func() (io.ReadCloser, error) {
		if err := s.Flush(); err != nil {
			return nil, err
		}
		return os.Open(s.held.Name())
	}}
}
