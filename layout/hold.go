package layout

import (
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/page"
)

// hold reports what keeps the document from being one that every reader can use,
// at the chapter it is in.
func (b *book) hold(doc *page.Document) {
	for _, f := range conform.Findings(doc) {
		b.kit.Report.Error(b.partPos(doc, f.Part), f.Message)
	}
}

// partPos is the place in the edition of a child of the document's root: a
// chapter's file, or the report's for what comes before and after the chapters.
func (b *book) partPos(doc *page.Document, part int) diag.Pos {
	if part >= 0 {
		for i, ch := range b.chapters {
			if page.Kid(ch.galley.Root) == doc.Root.Kids[part] {
				return b.report.Chapters[i].Pos
			}
		}
	}
	return diag.Pos{File: "report.yaml"}
}
