package layout

import (
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// tracks is how many lines the cover's drawing has: one for each municipality.
const tracks = 98

// cover draws the first page: title, subtitle, publisher, over a drawing of
// tracks that gather.
func (a *assembler) cover() error {
	th, ty := a.theme, &a.theme.Type
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	var ink galley.Ink
	ink.Content = append(ink.Content, page.Content{Artifact: page.Background, Items: a.tracks()})
	x, w := th.Inner, th.TextWidth()
	y := geom.MM(24)
	lines := []struct {
		text string
		role page.Role
		st   style.Text
		gap  geom.Length
	}{
		{a.report.Publisher, page.RoleP, bold(ty.CoverLine), geom.MM(10)},
		{a.report.Title, page.RoleH1, ty.CoverTitle, geom.MM(5)},
		{a.report.Subtitle, page.RoleP, ty.CoverLine, geom.MM(8)},
		{a.report.Edition, page.RoleP, ty.CoverLine, 0},
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

// tracks draws the ground and the lines on it: spread along the foot, gathered
// to a few points' width where they run out at the right.
func (a *assembler) tracks() []page.Item {
	w, h := a.theme.Paper.W, a.theme.Paper.H
	ground := a.theme.ChartColors[0]
	out := []page.Item{page.Shape{Path: geom.Rectangle(geom.Rect{W: w, H: h}), Fill: &ground}}
	for i := range geom.Length(tracks) {
		spread := i*w*16/10/(tracks-1) - w*3/10
		from := geom.Point{X: spread, Y: h}
		to := geom.Point{X: w, Y: h*46/100 + (tracks-i)*3*geom.Pt/2}
		path := geom.Path{
			{Op: geom.MoveTo, P: [3]geom.Point{from}},
			{Op: geom.CubicTo, P: [3]geom.Point{
				{X: spread + (w/2-spread)/4, Y: h * 74 / 100},
				{X: w * 45 / 100, Y: to.Y + h*4/100},
				to,
			}},
		}
		out = append(out, page.Shape{Path: path, Stroke: a.track(int(i))})
	}
	return out
}

// track is how the i-th line is drawn: one in the light accent, the others in
// tints of the ground.
func (a *assembler) track(i int) *page.Stroke {
	const marked = 61
	c := a.theme.ChartColors
	switch {
	case i == marked:
		return &page.Stroke{Color: c[3], Width: 2 * geom.Pt}
	case i%7 == 0:
		return &page.Stroke{Color: c[5], Width: 3 * geom.Pt / 5}
	}
	return &page.Stroke{Color: c[1], Width: 3 * geom.Pt / 5}
}

// back draws the last page: the ground, and who published the report.
func (a *assembler) back() error {
	th := a.theme
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	ground := th.ChartColors[0]
	var ink galley.Ink
	ink.Content = append(ink.Content, page.Content{Artifact: page.Background, Items: []page.Item{
		page.Shape{Path: geom.Rectangle(geom.Rect{W: th.Paper.W, H: th.Paper.H}), Fill: &ground},
	}})
	y := th.Paper.H - geom.MM(40)
	for _, l := range []struct {
		text string
		st   style.Text
	}{{a.report.Publisher, bold(th.Type.CoverLine)}, {a.report.Title, th.Type.CoverLine}} {
		h, err := a.coverText(&ink, sect, page.RoleP, l.text, l.st, geom.Point{X: th.Inner, Y: y}, th.TextWidth())
		if err != nil {
			return err
		}
		y += h
	}
	a.doc.Pages = append(a.doc.Pages, page.Page{Size: th.Paper, Label: folio(len(a.doc.Pages) + 1), Content: ink.Content})
	return nil
}
