// Package pdf writes a finished page.Document as a PDF file: tagged, with its
// fonts embedded, and the same to the byte on every machine.
//
// The work is done in four stages, each of which reads only what those before
// it made:
//
//	plan    page.Document → plan       marks numbered, links and destinations joined to the tree, every id checked
//	survey  page.Document → usage      the faces, glyphs and images that are used
//	draw    plan, usage → fpdf         pages as content streams, with marked content round everything; in sections, side by side
//	finish  fpdf's output → the file   fonts, structure tree, annotations, metadata and the cross-reference
//
// fpdf draws pages and reads images. What it writes around them has no tags, no
// metadata and the clock in it, so the last stage takes the content streams and
// the images out of fpdf's file and writes every object itself.
package pdf

import (
	"io"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// Options are what a file says of the program that made it.
type Options struct {
	Producer string // such as "kl-print 0.1.0"; may be empty
	// Claims makes the file say that it is PDF/A-2a (ISO 19005-2) and PDF/UA-1
	// (ISO 14289-1). Off, the file is written the same but does not say so.
	// A file that claims must have a title and a language.
	Claims bool
}

// Write writes doc as a PDF 1.7 file, with faces from lib. The file depends on
// the arguments alone. An error says which page, mark, link, destination, face
// or image is wrong; what was written to w is then no PDF.
//
// It is an error when a mark has no element or several, an element holds a mark
// or a link that no page has, a link belongs to no element, or a destination is
// missing.
func Write(w io.Writer, doc *page.Document, lib *fonts.Library, opt Options) error {
	if err := checkMeta(doc.Meta, opt); err != nil {
		return err
	}
	p, err := newPlan(doc)
	if err != nil {
		return err
	}
	u, err := survey(doc, lib)
	if err != nil {
		return err
	}
	embedded := u.prepareFonts()
	drawing := startDrawing(p, u)
	defer drawing.stop()
	return finish(w, p, drawing, embedded, opt)
}
