package layout

import (
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// coverLine is a line of text on the cover, and what stands free below it.
type coverLine struct {
	text string
	role page.Role
	st   style.Text
	gap  geom.Length
}

// The text of the cover: from the head of the paper, and above the drawing.
const (
	coverTop   = 24 // mm of 297
	leastTitle = 50 // of the title's size, in hundredths, before the drawing gives way
)

// cover draws the first page: logo or sender, title, subtitle, above a drawing.
func (a *assembler) cover() error {
	th := a.theme
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	var text galley.Ink
	plan, err := a.planCover()
	if err != nil {
		return err
	}
	if a.logo != nil {
		a.drawLogo(&text, sect, plan.logo)
	}
	y := plan.from
	for _, l := range plan.lines {
		h, err := a.coverText(&text, sect, l.role, l.text, l.st, geom.Point{X: th.Inner, Y: y}, th.TextWidth())
		if err != nil {
			return err
		}
		if h > 0 {
			y += h + l.gap
		}
	}
	art := page.Content{Artifact: page.Background, Items: a.coverArt(plan.art)}
	a.doc.Pages = append(a.doc.Pages, page.Page{
		Size: th.Paper, Bleed: th.Bleed, Label: folio(1), Content: append([]page.Content{art}, text.Content...),
	})
	return nil
}

// coverPlan is what stands where on the front cover.
type coverPlan struct {
	logo  geom.Rect // what it has room in
	lines []coverLine
	from  geom.Length // the top of the lines
	art   geom.Length // and of the drawing
}

// planCover lays the front cover out. The back cover asks for it too.
func (a *assembler) planCover() (coverPlan, error) {
	th := a.theme
	w := th.TextWidth()
	p := coverPlan{lines: a.coverLines(), from: a.down(coverTop)}
	if a.logo != nil {
		p.logo = geom.Rect{X: th.Inner, Y: p.from, W: min(w, a.across(60)), H: a.across(20)}
		p.from += a.logo.within(p.logo).H + p.lines[0].gap
		p.lines = p.lines[1:] // the logo says who
	}
	var err error
	p.lines, err = a.fitCover(p.lines, w, a.artTop()-p.from, th.Paper.H-p.from-a.down(coverTop)/2)
	if err != nil {
		return p, err
	}
	y := p.from
	for _, l := range p.lines {
		set, err := a.kit.Setter.Plain(l.text, l.st, w)
		if err != nil {
			return p, err
		}
		if len(set.Lines) > 0 {
			y += set.Height(l.st) + l.gap
		}
	}
	p.art = max(a.artTop(), y)
	return p, nil
}

// across is a length of so many millimetres on paper of the standard width, and
// less on a narrower one; down is the same by the height.
func (a *assembler) across(mm int64) geom.Length {
	return min(geom.MM(mm), a.theme.Paper.W.Scale(mm, 210))
}

func (a *assembler) down(mm int64) geom.Length {
	return min(geom.MM(mm), a.theme.Paper.H.Scale(mm, 297))
}

// coverLines are the texts of the cover, from the top.
func (a *assembler) coverLines() []coverLine {
	ty := &a.theme.Type
	return []coverLine{
		{a.sender(), page.RoleP, bold(ty.CoverLine), a.down(10)},
		{a.report.Title, page.RoleH1, ty.CoverTitle, a.down(5)},
		{a.report.Subtitle, page.RoleP, ty.CoverLine, a.down(8)},
		{a.report.Edition, page.RoleP, ty.CoverSmall, a.down(8)},
	}
}

// fitCover makes the texts small enough for the width, and the title for the
// height too: down to half its size for the room above the drawing, which then
// has to give way, and as far as it takes for all the room there is.
func (a *assembler) fitCover(lines []coverLine, w, room, all geom.Length) ([]coverLine, error) {
	for i, l := range lines {
		for ; l.st.Size > smallest; l.st = smaller(l.st) {
			p, err := a.kit.Setter.Plain(l.text, l.st, w)
			if err != nil {
				return nil, err
			}
			if p.Overfull == "" {
				break
			}
		}
		lines[i] = l
	}
	least := a.theme.Type.CoverTitle.Size * leastTitle / 100
	for {
		h, title := geom.Length(0), -1
		for i, l := range lines {
			p, err := a.kit.Setter.Plain(l.text, l.st, w)
			if err != nil {
				return nil, err
			}
			if len(p.Lines) > 0 {
				h += p.Height(l.st) + l.gap
			}
			if l.role == page.RoleH1 {
				title = i
			}
		}
		size := lines[title].st.Size
		if h <= room || size <= least && h <= all || size <= smallest {
			return lines, nil
		}
		lines[title].st = smaller(lines[title].st)
	}
}

// smallest is the least size a title is set in.
const smallest = 8 * geom.Pt

// smaller is a style a twentieth smaller, to a point and by one at least, its
// lines as close in proportion.
func smaller(st style.Text) style.Text {
	size := (st.Size - max(geom.Pt, st.Size/20)) / geom.Pt * geom.Pt
	st.Leading = st.Leading.Scale(int64(size), int64(st.Size))
	st.Size = size
	return st
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

// back draws the last page: what the front's drawing leaves for it, and who
// published the report, above that.
func (a *assembler) back() error {
	th := a.theme
	sect := &page.Elem{Role: page.RoleSect}
	a.doc.Root.Kids = append(a.doc.Root.Kids, sect)
	var ink galley.Ink
	plan, err := a.planCover()
	if err != nil {
		return err
	}
	ink.Content = append(ink.Content, page.Content{Artifact: page.Background, Items: a.backArt(plan.art)})
	y, w := th.Paper.H-a.down(40), th.TextWidth()
	if !th.Picture.Said {
		switch th.CoverArt {
		case content.HillsCover: // all of the foot is drawn
			y = a.down(coverTop)
		case content.TracksCover: // the right of it
			w = w * 6 / 10
		}
	}
	if a.logo != nil {
		box := geom.Rect{X: th.Inner, Y: max(a.down(coverTop), y-a.across(12)-a.down(6)), W: min(w, a.across(36)), H: a.across(12)}
		y = max(y, box.Y+a.drawLogo(&ink, sect, box)+a.down(6))
	}
	for _, l := range []struct {
		text string
		st   style.Text
	}{{a.sender(), bold(th.Type.CoverLine)}, {a.report.Title, th.Type.CoverLine}} {
		h, err := a.coverText(&ink, sect, page.RoleP, l.text, l.st, geom.Point{X: th.Inner, Y: y}, w)
		if err != nil {
			return err
		}
		y += h
	}
	a.doc.Pages = append(a.doc.Pages, page.Page{Size: th.Paper, Bleed: th.Bleed, Label: folio(len(a.doc.Pages) + 1), Content: ink.Content})
	return nil
}
