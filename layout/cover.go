package layout

import (
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// cover draws the first page: logo or sender, title, subtitle, over a drawing.
func (a *assembler) cover() error {
	th, ty := a.theme, &a.theme.Type
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	var ink galley.Ink
	ink.Content = append(ink.Content, page.Content{Artifact: page.Background, Items: a.coverArt()})
	x, w := th.Inner, th.TextWidth()
	y := geom.MM(24)
	lines := []struct {
		text string
		role page.Role
		st   style.Text
		gap  geom.Length
	}{
		{a.sender(), page.RoleP, bold(ty.CoverLine), geom.MM(10)},
		{a.report.Title, page.RoleH1, ty.CoverTitle, geom.MM(5)},
		{a.report.Subtitle, page.RoleP, ty.CoverLine, geom.MM(8)},
		{a.report.Edition, page.RoleP, ty.CoverLine, 0},
	}
	if a.logo != nil {
		y += a.drawLogo(&ink, sect, geom.Rect{X: x, Y: y, W: min(w, geom.MM(60)), H: geom.MM(20)}) + lines[0].gap
		lines = lines[1:] // the logo says who
	}
	for _, l := range lines {
		h, err := a.coverText(&ink, sect, l.role, l.text, l.st, geom.Point{X: x, Y: y}, w)
		if err != nil {
			return err
		}
		y += h + l.gap
	}
	a.doc.Pages = append(a.doc.Pages, page.Page{Size: th.Paper, Label: folio(1), Content: ink.Content})
	return nil
}

// sender is who publishes the report, as on the covers.
func (a *assembler) sender() string {
	if a.theme.Sender != "" {
		return a.theme.Sender
	}
	return a.report.Publisher
}

// bold is a style in its bold face.
func bold(st style.Text) style.Text {
	st.Faces.Regular = st.Faces.Bold
	return st
}

// coverText sets lines on the cover and returns their height.
func (a *assembler) coverText(ink *galley.Ink, parent *page.Elem, role page.Role, text string, st style.Text, at geom.Point, w geom.Length) (geom.Length, error) {
	if text == "" {
		return 0, nil
	}
	p, err := a.kit.Setter.Plain(text, st, w)
	if err != nil {
		return 0, err
	}
	mark := a.kit.Marks.Mark()
	parent.Kids = append(parent.Kids, &page.Elem{Role: role, Kids: []page.Kid{page.Mark(mark)}})
	for i, l := range p.Lines {
		for _, s := range l.Segments {
			for _, t := range s.Items {
				t.Origin = t.Origin.Add(geom.Point{X: at.X, Y: at.Y + geom.Length(i)*st.Leading + st.Size})
				ink.Real(mark, t)
			}
		}
	}
	return p.Height(st), nil
}

// back draws the last page: the ground, and who published the report.
func (a *assembler) back() error {
	th := a.theme
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	var ink galley.Ink
	ink.Content = append(ink.Content, page.Content{Artifact: page.Background, Items: []page.Item{a.ground()}})
	y := th.Paper.H - geom.MM(40)
	if a.logo != nil {
		box := geom.Rect{X: th.Inner, W: geom.MM(36), H: geom.MM(12)}
		box.Y = y - box.H - geom.MM(6)
		a.drawLogo(&ink, sect, box)
	}
	for _, l := range []struct {
		text string
		st   style.Text
	}{{a.sender(), bold(th.Type.CoverLine)}, {a.report.Title, th.Type.CoverLine}} {
		h, err := a.coverText(&ink, sect, page.RoleP, l.text, l.st, geom.Point{X: th.Inner, Y: y}, th.TextWidth())
		if err != nil {
			return err
		}
		y += h
	}
	a.doc.Pages = append(a.doc.Pages, page.Page{Size: th.Paper, Label: folio(len(a.doc.Pages) + 1), Content: ink.Content})
	return nil
}
