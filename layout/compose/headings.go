package compose

import (
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// The drawn parts of an opener.
const (
	barHeight    = 5 * geom.Pt
	barWidth     = 60 * geom.Pt
	headingLift  = 4 * geom.Pt // a heading stands closer to what it heads
	sectionThick = 3 * geom.Pt / 4
	sectionRule  = 3 * geom.Pt / 2
	kickerGap    = 5 * geom.Pt // from a section's title to its headline
)

// headingRole is the role of a heading of a level from 1 to 5.
func headingRole(level int) page.Role {
	roles := [...]page.Role{page.RoleH1, page.RoleH2, page.RoleH3, page.RoleH4, page.RoleH5}
	return roles[min(max(level, 1), len(roles))-1]
}

// ChapterDest is the destination of a chapter.
func ChapterDest(id string) page.DestID { return page.DestID("kapitel-" + id) }

// SectionDest is the destination of a section.
func SectionDest(id string) page.DestID { return page.DestID("afsnit-" + id) }

// TargetDest is the destination of what an id of the report names: a section has a
// dot in it, and a block's id is no chapter's.
func (k *Kit) TargetDest(id string) page.DestID {
	switch {
	case strings.Contains(id, content.NoteSign):
		return page.DestID("note-" + id)
	case strings.Contains(id, "."):
		return SectionDest(id)
	case k.Chapters[id]:
		return ChapterDest(id)
	}
	return page.DestID("sted-" + id)
}

// opener heads the chapter's first page: a bar in its accent, its title, and
// its headline where it has one.
func (c *composer) opener() {
	title := c.ty.Headline
	small := c.ty.ChapterTitle
	small.Color = c.opt.Accent
	s := galley.Strip{Wide: true, Heading: true, Dests: []page.DestID{ChapterDest(c.chapter.ID)}}
	fill(&s.Ink, geom.Rect{W: barWidth, H: barHeight}, c.opt.Accent)
	y := 2 * c.th.Grid
	h2 := c.push(page.RoleH2)
	if c.chapter.Headline == "" {
		y += c.plain(&s.Ink, h2, c.chapter.Title, title, geom.Point{Y: y}, c.even(c.chapter.Title, title, c.th.TextWidth()))
	} else {
		y += c.plain(&s.Ink, h2, c.chapter.Title, small, geom.Point{Y: y - c.th.Grid/2}, c.th.TextWidth())
		y += c.plain(&s.Ink, c.push(page.RoleP), c.chapter.Headline, title, geom.Point{Y: y}, c.even(c.chapter.Headline, title, c.th.TextWidth()))
	}
	s.Height = c.th.Snap(y + c.th.Grid/2)
	c.add(s)
	c.join()
}

// section begins a part of the chapter that stands in the contents.
func (c *composer) section(b content.Section) {
	c.leftover()
	c.here = child(c.out.Root, page.RoleSect)
	c.level = 4
	dest := SectionDest(b.ID)
	c.out.Marks = append(c.out.Marks, galley.Bookmark{Title: b.Title, Dest: dest})
	s := c.band(c.push(page.RoleH3), b.Title, b.Headline)
	s.Above, s.Barrier, s.Dests = 2*c.th.Grid, true, []page.DestID{dest}
	if b.NewPage {
		s.Break = paginate.Force
		c.joined = false
	}
	c.add(s)
	c.join()
	c.headed, c.within = b.Title, b.Title
}

// band is the head of a section: a rule across the text area, the title, and
// the headline where there is one.
func (c *composer) band(elem *page.Elem, title, headline string) galley.Strip {
	s := galley.Strip{Wide: true}
	rule(&s.Ink, 0, sectionRule/2, c.th.TextWidth(), sectionRule, c.opt.Accent)
	y := c.th.Grid / 2
	if headline == "" {
		y += c.plain(&s.Ink, elem, title, c.ty.SectionTitle, geom.Point{Y: y}, c.even(title, c.ty.SectionTitle, c.th.TextWidth()))
	} else {
		small := c.ty.ChapterTitle
		small.Color = c.opt.Accent
		y += c.plain(&s.Ink, elem, title, small, geom.Point{Y: y}, c.th.TextWidth()) + kickerGap
		y += c.plain(&s.Ink, c.push(page.RoleP), headline, c.ty.SectionTitle, geom.Point{Y: y}, c.even(headline, c.ty.SectionTitle, c.th.TextWidth()))
	}
	s.Height = c.th.Snap(y)
	return s
}

// heading heads a piece of running text.
func (c *composer) heading(title string) {
	h := c.push(headingRole(c.level))
	s := c.headingStrip(h, title, c.ty.Heading, c.th.Main())
	s.Wide, s.Heading = c.wideNext, true
	s.Above = 2 * c.th.Grid
	if n := len(c.out.Strips); n > 0 && c.joined {
		s.Above = c.th.Grid
	}
	c.add(s)
	c.join()
	c.tight()
}

// headingStrip sets a heading, lifted from what it heads.
func (c *composer) headingStrip(elem *page.Elem, title string, st style.Text, w geom.Length) galley.Strip {
	s := galley.Strip{}
	var ink galley.Ink
	h := c.plain(&ink, elem, title, st, geom.Point{}, w)
	s.Ink.Add(ink, geom.Point{Y: -headingLift})
	s.Height = c.th.Snap(h)
	return s
}
