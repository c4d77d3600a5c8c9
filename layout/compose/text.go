package compose

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// set sets a paragraph and reports what is wrong with it at the block's place.
func (c *composer) set(in content.Inlines, st style.Text, measure geom.Length) para.Paragraph {
	p, err := c.Setter.SetFrom(c.notes+1, in, st, measure)
	c.fail(err)
	if len(p.Missing) > 0 {
		c.Report.Error(c.pos, missingGlyph(p.Missing))
	}
	if p.Overfull != "" {
		c.Report.Warn(c.pos, overfull(p.Overfull))
	} else if p.Loose != "" {
		c.Report.Warn(c.pos, loose(p.Loose))
	}
	return p
}

// lines draws each line of a paragraph into ink of its own, whose origin is the
// line's top left corner, and gives elem the marks.
func (c *composer) lines(p para.Paragraph, elem *page.Elem, st style.Text) []galley.Ink {
	out := make([]galley.Ink, len(p.Lines))
	base := c.baseline(st)
	link, holder := 0, elem
	mark := page.MarkID(0)
	for i, line := range p.Lines {
		for _, s := range line.Segments {
			if s.Note > 0 {
				c.noteMark(&out[i], elem, s, p.Notes[s.Note-1], st)
				mark = 0
				continue
			}
			if s.Means != "" {
				c.short(&out[i], elem, s, base)
				mark = 0
				continue
			}
			if mark == 0 || s.Link != link {
				holder, mark, link = elem, c.Marks.Mark(), s.Link
				if link != 0 {
					holder = child(elem, page.RoleLink)
				}
				holder.Kids = append(holder.Kids, page.Mark(mark))
			}
			for _, t := range s.Items {
				t.Origin.Y += base
				if link != 0 {
					t.Fill = c.opt.Accent
				}
				out[i].Real(mark, t)
			}
			if link != 0 {
				rule(&out[i], s.X, base+underline, inked(s), geom.Pt/2, c.opt.Accent)
				c.annotate(&out[i], holder, p.Links[link-1], s, st)
			}
		}
	}
	return out
}

// short draws an abbreviation, as an element that says what it is read as.
func (c *composer) short(ink *galley.Ink, elem *page.Elem, s para.Segment, base geom.Length) {
	span := child(elem, page.RoleSpan)
	span.Attr.Expansion = s.Means
	for i := range s.Items {
		s.Items[i].Origin.Y += base
	}
	c.say(ink, span, texts(s.Items)...)
}

// underline is how far below the baseline a link is underlined: colour alone
// would not tell it from the text.
const underline = 2 * geom.Pt

// inked is a segment's width without the space it may end with.
func inked(s para.Segment) geom.Length {
	w := s.Width
	if n := len(s.Items); n > 0 && strings.HasSuffix(s.Items[n-1].Source, " ") {
		t := s.Items[n-1]
		w -= t.Words[len(t.Words)-1].Width(t.Stretch)
	}
	return w
}

// annotate makes a segment of a line lead to the link's address.
func (c *composer) annotate(ink *galley.Ink, holder *page.Elem, l content.Link, s para.Segment, st style.Text) {
	id := c.Marks.Link()
	ink.Links = append(ink.Links, page.Link{
		ID:       id,
		Area:     []geom.Rect{{X: s.X, W: s.Width, H: st.Leading}},
		URI:      l.URL,
		Contents: fmt.Sprintf(c.Locale.Words.Link, strings.TrimSpace(l.Body.Plain())),
	})
	holder.Kids = append(holder.Kids, page.LinkRef(id))
}

// baseline is how far below a line's top its baseline stands: the line's
// ascenders and descenders are centred in its leading.
func (c *composer) baseline(st style.Text) geom.Length {
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return st.Leading
	}
	m := face.Metrics()
	up := st.Size.Scale(int64(m.Ascent), int64(m.UnitsPerEm))
	down := st.Size.Scale(int64(-m.Descent), int64(m.UnitsPerEm))
	return (st.Leading-up-down)/2 + up
}

// place draws a paragraph that does not break into ink at (x, y) and returns its
// height. elem gets the marks.
func (c *composer) place(ink *galley.Ink, elem *page.Elem, in content.Inlines, st style.Text, at geom.Point, measure geom.Length) geom.Length {
	return c.put(ink, elem, c.set(in, st, measure), st, at)
}

// put draws the lines of a paragraph into ink at a place and returns their height.
func (c *composer) put(ink *galley.Ink, elem *page.Elem, p para.Paragraph, st style.Text, at geom.Point) geom.Length {
	for i, l := range c.lines(p, elem, st) {
		ink.Add(l, geom.Point{X: at.X, Y: at.Y + geom.Length(i)*st.Leading})
	}
	return p.Height(st)
}

// plain is place for text without emphasis.
func (c *composer) plain(ink *galley.Ink, elem *page.Elem, text string, st style.Text, at geom.Point, measure geom.Length) geom.Length {
	return c.place(ink, elem, content.Inlines{content.Text(text)}, st, at, measure)
}

// width measures a line of text.
func (c *composer) width(text string, st style.Text) geom.Length {
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return 0
	}
	t, _ := page.Set(face, st.Features, st.Size, st.Color, geom.Point{}, text)
	return t.Width()
}

// rule draws a horizontal line whose middle is at y.
func rule(ink *galley.Ink, x, y, w, thick geom.Length, col page.Color) {
	ink.Decor(page.Shape{Path: geom.Rectangle(geom.Rect{X: x, Y: y - thick/2, W: w, H: thick}), Fill: &col})
}

// fill draws a tinted rectangle.
func fill(ink *galley.Ink, r geom.Rect, col page.Color) {
	ink.Decor(page.Shape{Path: geom.Rectangle(r), Fill: &col})
}

// missingGlyph says that no face has the characters.
func missingGlyph(runes []rune) diag.Message {
	seen := map[rune]bool{}
	var list []string
	for _, r := range runes {
		if !seen[r] {
			seen[r] = true
			list = append(list, fmt.Sprintf("%q (U+%04X)", r, r))
		}
	}
	s := strings.Join(list, ", ")
	return diag.Message{
		Code:    "missing-glyph",
		Danish:  "skriften mangler tegnet " + s + ": brug et andet tegn",
		English: "the face has no glyph for " + s + ": use another character",
	}
}

// loose says that the words of a line stand far from each other.
func loose(text string) diag.Message {
	text = strings.TrimSpace(text)
	return diag.Message{
		Code:    "loose-line",
		Danish:  fmt.Sprintf("ordene i linjen «%s» står meget spredt: skriv sætningen om, eller sæt en blød bindestreg (U+00AD) i det ord, der følger", text),
		English: fmt.Sprintf("the words of the line “%s” stand far apart: reword the sentence, or put a soft hyphen (U+00AD) into the word that follows", text),
	}
}

// overfull says that a line is wider than its column.
func overfull(text string) diag.Message {
	return diag.Message{
		Code:    "overfull-line",
		Danish:  fmt.Sprintf("linjen «%s» er bredere end sin spalte: sæt et blødt bindestreg (U+00AD) i det lange ord", text),
		English: fmt.Sprintf("the line “%s” is wider than its column: put a soft hyphen (U+00AD) into the long word", text),
	}
}
