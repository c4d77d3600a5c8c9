package compose

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// weaver draws the segments of a paragraph and makes the elements they are in: a
// link, within it words of another language, and in those an abbreviation. Text
// that goes on in the same elements goes on with the same mark.
type weaver struct {
	*composer
	para  para.Paragraph
	elem  *page.Elem // of the paragraph
	style style.Text
	base  geom.Length // of each line, from its top
	ink   *galley.Ink // of the line being drawn
	place place
}

// place is where the last segment stood in the structure.
type place struct {
	link   int // as Segment.Link
	lang   string
	anchor *page.Elem // the link's element
	holder *page.Elem // what plain text goes into; nil: not begun
	mark   page.MarkID
}

// segment draws a segment that is no mark of a footnote.
func (w *weaver) segment(s para.Segment) {
	at := &w.place
	if at.holder == nil || at.link != s.Link || at.lang != s.Lang {
		w.enter(s)
	}
	items := s.Items // the paragraph is drawn once
	for i := range items {
		items[i].Origin.Y += w.base
		if s.Link > 0 {
			items[i].Fill = w.opt.Accent
		}
	}
	if s.Means != "" {
		span := child(at.holder, page.RoleSpan)
		span.Attr.Expansion = s.Means
		w.say(w.ink, span, texts(items)...)
		at.mark = 0
		return
	}
	if at.mark == 0 {
		at.mark = w.Marks.Mark()
		at.holder.Kids = append(at.holder.Kids, page.Mark(at.mark))
	}
	for _, t := range items {
		w.ink.Real(at.mark, t)
	}
}

// enter makes the elements a segment needs that the last one was not in.
func (w *weaver) enter(s para.Segment) {
	at := place{link: s.Link, lang: s.Lang, holder: w.elem}
	if s.Link > 0 {
		if at.anchor = w.place.anchor; w.place.link != s.Link {
			at.anchor = child(w.elem, page.RoleLink)
		}
		at.holder = at.anchor
	}
	if s.Lang != "" {
		at.holder = child(at.holder, page.RoleSpan)
		at.holder.Attr.Lang = s.Lang
	}
	w.place = at
}

// underline is how far below the baseline a link is underlined: colour alone
// would not tell it from the text.
const underline = 2 * geom.Pt

// linkOn is what a line has of the link that ends with segment j.
func linkOn(l para.Line, j int) para.Segment {
	s := l.Segments[j]
	right := s.X + s.Width
	for j > 0 && l.Segments[j-1].Link == s.Link {
		j--
	}
	s.X = l.Segments[j].X
	s.Width = right - s.X
	return s
}

// inked is a segment's width without the space it may end with.
func inked(s para.Segment) geom.Length {
	w := s.Width
	if n := len(s.Items); n > 0 && strings.HasSuffix(s.Items[n-1].Source, " ") {
		t := s.Items[n-1]
		w -= t.Words[len(t.Words)-1].Width(t.Stretch)
	}
	return w
}

// annotate underlines what a line has of a link, and makes it lead to its address
// or place.
func (w *weaver) annotate(s para.Segment) {
	rule(w.ink, s.X, w.base+underline, inked(s), geom.Pt/2, w.opt.Accent)
	id := w.Marks.Link()
	l := w.para.Links[s.Link-1]
	link := page.Link{
		ID:       id,
		Area:     []geom.Rect{{X: s.X, W: s.Width, H: w.style.Leading}},
		URI:      l.URL,
		Contents: fmt.Sprintf(w.Locale.Words.Link, strings.TrimSpace(l.Body.Plain())),
	}
	if l.To != "" {
		link.Dest = w.TargetDest(l.To)
	}
	w.ink.Links = append(w.ink.Links, link)
	w.place.anchor.Kids = append(w.place.anchor.Kids, page.LinkRef(id))
}
