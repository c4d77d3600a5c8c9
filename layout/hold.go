package layout

import (
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/conform"
	"github.com/kl-print/kl-print/layout/page"
)

// hold reports what keeps the document from being one that every reader can use,
// at the block it is in.
func (b *book) hold(found []conform.Finding) {
	for _, f := range found {
		b.kit.Report.Error(b.place(f.At), f.Message)
	}
}

// place is where in the edition the innermost element was written whose place is
// known: its block, else its chapter's file, or the report's title for what comes
// before and after the chapters.
func (b *book) place(at []*page.Elem) diag.Pos {
	if len(at) == 0 {
		return b.titled()
	}
	for i, ch := range b.chapters {
		if ch.galley.Root != at[0] {
			continue
		}
		for k := len(at) - 1; k > 0; k-- {
			if pos, known := ch.galley.Source[at[k]]; known {
				return pos
			}
		}
		return b.report.Chapters[i].Pos
	}
	return b.titled()
}

// titled is where the report's title was written.
func (b *book) titled() diag.Pos {
	if b.report.Pos.File == "" {
		return diag.Pos{File: "report.yaml"}
	}
	return b.report.Pos
}
