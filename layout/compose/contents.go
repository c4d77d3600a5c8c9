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
	Accent page.Color // a chapter's
	Kids   []Entry
}

// Measures of the contents.
const (
	numberWidth = 30 * geom.Pt
	leaderStep  = 5 * geom.Pt // dots stand on one grid down the page
	leaderGap   = 4 * geom.Pt
	accentRule  = 2 * geom.Pt // above a chapter, over a third of the text area
)

// ContentsHead is how many strips the contents have before that of the first entry.
const ContentsHead = 1

// Contents composes the table of contents, a strip an entry: a chapter to a rule across the text
// area, in its accent above its title, and its sections in a column of their own.
// Where the page has room, chapters stand further apart.
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
	var chapters []int
	for _, e := range entries {
		chapters = append(chapters, len(c.out.Strips))
		c.add(c.chapterEntry(child(toc, page.RoleTOCI), e))
		if len(e.Kids) == 0 {
			continue
		}
		inner := child(toc, page.RoleTOC)
		for i, k := range e.Kids {
			line := c.entry(child(inner, page.RoleTOCI), k, c.ty.ContentsTwo, c.ty.ContentsTwo, c.kidColumn())
			c.leader(&line.Ink, line.from, line.to, line.base, c.ty.ContentsTwo)
			if i == 0 {
				line.Break = paginate.Forbid
			}
			c.add(line.Strip)
		}
	}
	c.spread(chapters)
	return c.out, c.err
}

// spread parts the chapters further from each other where all of the contents
// leave room on one page, and sets them closer where they then fit.
func (c *composer) spread(chapters []int) {
	if len(chapters) == 0 {
		return
	}
	left := c.th.Height()
	for _, s := range c.out.Strips {
		left -= s.Above + s.Height
	}
	more := min(left/geom.Length(len(chapters)), c.th.Grid)
	for _, i := range chapters {
		c.out.Strips[i].Above += max(-chapterGap(c.th.Grid), more)
	}
}

// kidColumn is where sections begin: at the second third of the text area.
func (c *composer) kidColumn() geom.Length { return c.th.Cell(c.th.TextWidth(), 3) + c.th.Gutter }

// chapterGap is the space between chapters, before they are spread.
func chapterGap(grid geom.Length) geom.Length { return grid / 4 }

// chapterEntry sets a chapter's line of the contents below a rule.
func (c *composer) chapterEntry(toci *page.Elem, e Entry) galley.Strip {
	number := c.ty.ContentsOne
	number.Color = e.Accent
	line := c.entry(toci, e, c.ty.ContentsOne, number, 0)
	s := line.Strip
	w := c.th.TextWidth()
	var ink galley.Ink
	rule(&ink, 0, hairline/2, w, hairline, c.th.Rule)
	fill(&ink, geom.Rect{W: c.th.Cell(w, 3), H: accentRule}, e.Accent)
	ink.Add(s.Ink, geom.Point{Y: accentRule})
	s.Ink, s.Height, s.Above = ink, s.Height+accentRule, chapterGap(c.th.Grid)
	return s
}

// entryLine is a line of the contents, and where its leader would be.
type entryLine struct {
	galley.Strip
	from, to, base geom.Length
}

// entry sets a line of the contents: title and number, both one link. A title too
// long for its line takes several, the number on the last.
func (c *composer) entry(toci *page.Elem, e Entry, st, number style.Text, indent geom.Length) entryLine {
	s := galley.Strip{Break: 5, Wide: true}
	link := child(child(toci, page.RoleReference), page.RoleLink)
	w := c.th.TextWidth()
	p := c.set(content.Inlines{content.Text(e.Title)}, st, w-indent-numberWidth-leaderGap)
	h := c.put(&s.Ink, link, p, st, geom.Point{X: indent})
	last := h - st.Leading
	number.Align, number.Features = style.Right, tabular
	out := entryLine{base: last + c.baseline(st), to: w - c.width(e.Number, number) - leaderGap}
	if n := len(p.Lines); n > 0 {
		out.from = indent + p.Lines[n-1].Width + leaderGap
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
	out.Strip = s
	return out
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
