package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/bag"
	"github.com/kl-print/kl-print/fonts"
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

// writeTIFF draws the pages one by one, each written before the next is drawn.
func writeTIFF(ctx context.Context, w io.Writer, doc *page.Document, lib *fonts.Library, info tiff.Info) error {
	out, err := tiff.NewWriter(w, len(doc.Pages), info)
	if err != nil {
		return err
	}
	for i := range doc.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		img, err := raster.Page(doc, i, lib)
		if err != nil {
			return err
		}
		if err := out.Page(img.Width, img.Height, img.Pix); err != nil {
			return err
		}
	}
	return out.Close()
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
