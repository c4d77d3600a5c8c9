package layout

import (
	"fmt"

	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// colophon fills the page before the back cover where the book would have an
// odd number of pages: what the report is, who published it and when.
func (a *assembler) colophon() error {
	f := a.frame()
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	lines := []string{a.report.Title, a.report.Edition, fmt.Sprintf(a.kit.Locale.Words.Published, a.report.Publisher, a.kit.Locale.Date(a.report.Date))}
	st := a.theme.Type.FactCaption
	var ink galley.Ink
	y := f.main.Y + a.theme.Height()
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] != "" {
			y -= st.Leading
		}
	}
	for _, text := range lines {
		h, err := a.coverText(&ink, sect, page.RoleP, text, st, geom.Point{X: f.main.X, Y: y}, a.theme.Main())
		if err != nil {
			return err
		}
		y += h
	}
	foot, err := a.folio(f)
	if err != nil {
		return err
	}
	a.doc.Pages = append(a.doc.Pages, page.Page{Size: a.theme.Paper, Bleed: a.theme.Bleed, Label: folio(f.number), Content: append(ink.Content, foot)})
	return nil
}
