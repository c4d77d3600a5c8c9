package compose

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// Finding is an entry of the list at the end of a draft.
type Finding struct {
	Number int
	Head   string // what it is called: place and code
	Text   string // what is wrong
	Color  page.Color
	Dest   page.DestID // the entry's own
	Mark   page.DestID // of its mark in the margin; empty: it has none
	Page   string      // the folio the mark is on
	Area   page.LinkID // of the mark, which leads here; 0 where there is none
}

// findingIndent is how far the text stands in from its number.
const findingIndent = 30 * geom.Pt

// Findings composes the list of a draft's findings.
func Findings(kit *Kit, list []Finding) (galley.Galley, error) {
	own := *kit
	own.Report = &diag.List{} // the list is not the edition's: no words of it are told of
	c := &composer{Kit: &own, th: kit.Theme, ty: &kit.Theme.Type, chapter: &content.Chapter{}}
	c.opt.Accent = kit.Theme.Accent(0)
	c.here = &page.Elem{Role: page.RoleSect}
	c.out.Root = c.here
	s := galley.Strip{Wide: true}
	fill(&s.Ink, geom.Rect{W: barWidth, H: barHeight}, c.opt.Accent)
	y := 2 * c.th.Grid
	title := fmt.Sprintf("%s: %s", c.Locale.Words.Draft, fmt.Sprintf(c.Locale.Words.Findings, len(list)))
	y += c.plain(&s.Ink, c.push(page.RoleH2), title, c.ty.Headline, geom.Point{Y: y}, c.th.TextWidth())
	s.Height = c.th.Snap(y + c.th.Grid)
	c.add(s)
	c.join()
	for _, f := range list {
		c.add(c.finding(f))
	}
	return c.out, c.err
}

// finding sets one: number, place and code, what is wrong, and a link to the page
// it is marked on.
func (c *composer) finding(f Finding) galley.Strip {
	s := galley.Strip{Wide: true, Above: c.th.Grid / 2, Dests: []page.DestID{f.Dest}}
	st := c.noteStyle()
	st.Align = style.Left
	bold := st
	bold.Faces.Regular, bold.Color = st.Faces.Bold, f.Color
	w := c.th.TextWidth() - findingIndent
	elem := c.push(page.RoleP)
	c.plain(&s.Ink, elem, strconv.Itoa(f.Number), bold, geom.Point{}, findingIndent)
	h := c.plain(&s.Ink, elem, c.sayable(f.Head, bold), bold, geom.Point{X: findingIndent}, w)
	h += c.plain(&s.Ink, elem, c.sayable(f.Text, st), st, geom.Point{X: findingIndent, Y: h}, w)
	if f.Area != 0 {
		elem.Kids = append(elem.Kids, &page.Elem{Role: page.RoleLink, Kids: []page.Kid{page.LinkRef(f.Area)}})
	}
	if f.Mark != "" {
		link := child(child(elem, page.RoleReference), page.RoleLink)
		to := st
		to.Color = c.opt.Accent
		words := c.Locale.Words.Page + " " + f.Page
		height := c.plain(&s.Ink, link, words, to, geom.Point{X: findingIndent, Y: h}, w)
		c.jump(&s.Ink, link, geom.Rect{X: findingIndent, Y: h, W: c.width(words, to), H: height}, f.Mark, words)
		h += height
	}
	s.Height = c.th.Snap(h)
	return s
}

// sayable is a text with a question mark for what the style's face lacks, so that
// a message can quote anything.
func (c *composer) sayable(text string, st style.Text) string {
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return ""
	}
	return strings.Map(func(r rune) rune { return within(face, r) }, text)
}

func within(face *fonts.Face, r rune) rune {
	if r == '\n' || r == '\t' {
		return ' '
	}
	if !face.Has(r) {
		return '?'
	}
	return r
}
