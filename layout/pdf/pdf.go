// Package pdf writes a finished page.Document as a PDF file: tagged, with its
// fonts embedded, and the same to the byte on every machine.
//
// The work is done in four stages, each of which reads only what those before
// it made:
//
//	plan    page.Document → plan       marks numbered, links and destinations joined to the tree, every id checked
//	survey  pages → usage              the faces, glyphs and images that are used
//	draw    pages, usage → fpdf        content streams, with marked content round everything; some pages at a time, side by side
//	finish  fpdf's output → the file   fonts, structure tree, annotations, metadata and the cross-reference
//
// fpdf draws pages and reads images. What it writes around them has no tags, no
// metadata and the clock in it, so the last stage takes the content streams and
// the images out of fpdf's file and writes every object itself. A Drawing draws
// pages before the document they are of is finished.
package pdf

import (
	"io"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// Options are what a file says of itself and of the program that made it, and
// what it carries.
type Options struct {
	Producer string // such as "kl-print 0.1.0"; may be empty
	// Standard is what the file claims to meet. A file that claims anything must
	// have a title and a language.
	Standard Standard
	// Attachments are embedded in the file, sorted by name. PDF/A-3a takes them,
	// PDF/A-4f asks for one at least, and no other standard has them.
	Attachments []Attachment
	// Begins, where it is set, is told of each stage of Write as it begins: draw, then
	// finish when the pages are drawn, which is else done while they are.
	Begins func(stage string)
}

// The stages that Options.Begins is told of.
const (
	StageDraw   = "draw"
	StageFinish = "finish"
)

// Write writes doc as a PDF file, 2.0 or 1.7 by its standard, with faces from lib. The file depends on
// the arguments alone. An error says which page, mark, link, destination, face
// or image is wrong; what was written to w is then no PDF.
//
// It is an error when a mark has no element or several, an element holds a mark
// or a link that no page has, a link belongs to no element, or a destination is
// missing.
func Write(w io.Writer, doc *page.Document, lib *fonts.Library, opt Options) error {
	return (*Press)(nil).Write(w, doc, lib, opt)
}
