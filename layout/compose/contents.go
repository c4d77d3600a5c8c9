package compose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// Entry is a line of the table of contents.
type Entry struct {
	Title  string
	Dest   page.DestID
	Number string
	Kids   []Entry
}

// Measures of the contents.
const (
	numberWidth = 30 * geom.Pt
	leaderStep  = 5 * geom.Pt // dots stand on one grid down the page
	leaderGap   = 4 * geom.Pt
	kidIndent   = 14 * geom.Pt
)

// Contents composes the table of contents on two levels.
func Contents(kit *Kit, entries []Entry, accent page.Color) (galley.Galley, error) {
	c := &composer{Kit: kit, opt: Options{Accent: accent}, th: kit.Theme, ty: &kit.Theme.Type, chapter: &content.Chapter{}}
	c.here = &page.Elem{Role: page.RoleSect}
	c.out.Root = c.here
	s := galley.Strip{Wide: true}
	fill(&s.Ink, geom.Rect{W: barWidth, H: barHeight}, accent)
	y := 2 * c.th.Grid
	y += c.plain(&s.Ink, c.push(page.RoleH2), c.Locale.Words.Contents, c.ty.Headline, geom.Point{Y: y}, c.th.TextWidth())
	s.Height = c.th.Snap(y + c.th.Grid)
	c.add(s)
	c.join()
	toc := c.push(page.RoleTOC)
	for _, e := range entries {
		c.add(c.entry(child(toc, page.RoleTOCI), e, c.ty.ContentsOne, 0))
		if len(e.Kids) == 0 {
			continue
		}
		inner := child(toc, page.RoleTOC)
		for i, k := range e.Kids {
			line := c.entry(child(inner, page.RoleTOCI), k, c.ty.ContentsTwo, kidIndent)
			if i == 0 {
				line.Break = paginate.Forbid
			}
			c.add(line)
		}
	}
	return c.out, c.err
}

// entry sets a line of the contents: title, leader, number, all one link. A
// title too long for its line takes several, the number on the last.
func (c *composer) entry(toci *page.Elem, e Entry, st style.Text, indent geom.Length) galley.Strip {
	s := galley.Strip{Break: 5}
	link := child(child(toci, page.RoleReference), page.RoleLink)
	w := c.th.Main() + c.th.Gutter
	s.Wide = true
	p := c.set(content.Inlines{content.Text(e.Title)}, st, w-indent-numberWidth-leaderGap)
	h := c.put(&s.Ink, link, p, st, geom.Point{X: indent})
	last := h - st.Leading
	number := st
	number.Align, number.Features = style.Right, tabular
	if n := len(p.Lines); n > 0 {
		from := indent + p.Lines[n-1].Width + leaderGap
		c.leader(&s.Ink, from, w-c.width(e.Number, number)-leaderGap, last+c.baseline(st), st)
	}
	c.space(&s.Ink, link, st, geom.Point{X: w - numberWidth, Y: last + c.baseline(st)})
	c.plain(&s.Ink, link, e.Number, number, geom.Point{X: w - numberWidth, Y: last}, numberWidth)
	id := c.Marks.Link()
	s.Ink.Links = append(s.Ink.Links, page.Link{
		ID: id, Dest: e.Dest, Area: []geom.Rect{{X: indent, W: w - indent, H: h}},
		Contents: fmt.Sprintf("%s, %s %s", e.Title, c.Locale.Words.Page, e.Number),
	})
	link.Kids = append(link.Kids, page.LinkRef(id))
	s.Height = h
	return s
}

// space parts two texts of an element that stand apart on the page, for who hears
// them: without it the title and the number are one word.
func (c *composer) space(ink *galley.Ink, elem *page.Elem, st style.Text, at geom.Point) {
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return
	}
	gap, _ := page.Set(face, 0, st.Size, st.Color, at, " ")
	c.say(ink, elem, gap)
}

// leader draws dots from one x to another on a baseline.
func (c *composer) leader(ink *galley.Ink, from, to, base geom.Length, st style.Text) {
	face, err := c.Library.Face(c.ty.ContentsTwo.Faces.Regular)
	if err != nil {
		c.fail(err)
		return
	}
	first := (from + leaderStep - 1) / leaderStep * leaderStep
	n := int((to - first) / leaderStep)
	if n <= 0 {
		return
	}
	dot, _ := page.Set(face, 0, st.Size, c.th.Muted, geom.Point{X: first, Y: base}, ".")
	t := dot
	each := dot.Words[0]
	each.Extra = (leaderStep - dot.Width()).Bound()
	t.Source, t.Words = strings.Repeat(".", n), slices.Repeat([]page.Piece{each}, n)
	ink.Decor(t)
}
