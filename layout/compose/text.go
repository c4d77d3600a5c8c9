package compose

import (
	"fmt"
	"math"
	"slices"
	"strconv"
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
	p, err := c.Setter.SetFrom(c.notes+1, c.paged(in), st, measure)
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

// What stands for a number that is not known yet is as wide as most are.
const (
	guessedPage = "00"
	guessedNote = "0"
)

// paged puts the numbers of pages and notes in, as far as they are known, and keeps which were
// asked for.
func (c *composer) paged(in content.Inlines) content.Inlines {
	out := in
	for n, i := range in {
		var put content.Inline
		switch i := i.(type) {
		case content.PageNumber:
			dest := c.TargetDest(i.To)
			c.out.Pages = append(c.out.Pages, dest)
			put = c.numberAt(dest, guessedPage)
		case content.NoteNumber:
			dest := NoteNumberOf(i.To)
			c.out.Pages = append(c.out.Pages, dest)
			put = c.numberAt(dest, guessedNote)
		case content.Emph:
			put = content.Emph{Body: c.paged(i.Body)}
		case content.Strong:
			put = content.Strong{Body: c.paged(i.Body)}
		case content.Foreign:
			i.Body = c.paged(i.Body)
			put = i
		case content.Link:
			i.Body = c.paged(i.Body)
			put = i
		default:
			continue
		}
		if len(out) > 0 && &out[0] == &in[0] {
			out = slices.Clone(in)
		}
		out[n] = put
	}
	return out
}

// numberAt is the number of a place as far as it is known, else a guess.
func (c *composer) numberAt(dest page.DestID, guess string) content.Text {
	if number := c.Numbers[dest]; number > 0 {
		return content.Text(strconv.Itoa(number))
	}
	return content.Text(guess)
}

// lines draws each line of a paragraph into ink of its own, whose origin is the
// line's top left corner, and gives elem the marks.
func (c *composer) lines(p para.Paragraph, elem *page.Elem, st style.Text) []galley.Ink {
	out := make([]galley.Ink, len(p.Lines))
	w := weaver{composer: c, para: p, elem: elem, style: st, base: c.baseline(st)}
	for i, line := range p.Lines {
		w.ink = &out[i]
		for j, s := range line.Segments {
			if s.Note > 0 {
				c.noteMark(w.ink, elem, s, p.Notes[s.Note-1], st)
				w.place = place{}
				continue
			}
			w.segment(s)
			if last := j == len(line.Segments)-1; s.Link > 0 && (last || line.Segments[j+1].Link != s.Link) {
				w.annotate(linkOn(line, j))
			}
		}
	}
	return out
}

// baseline is how far below a line's top its baseline stands.
func (c *composer) baseline(st style.Text) geom.Length {
	base, err := c.Baseline(st)
	c.fail(err)
	return base
}

// Baseline returns how far below the top of a style's line its baseline stands:
// the line's ascenders and descenders are centred in its leading. An error is a
// face the library lacks.
func (k *Kit) Baseline(st style.Text) (geom.Length, error) {
	face, err := k.Library.Face(st.Faces.Regular)
	if err != nil {
		return st.Leading, err
	}
	m := face.Metrics()
	up := st.Size.Scale(int64(m.Ascent), int64(m.UnitsPerEm))
	down := st.Size.Scale(int64(-m.Descent), int64(m.UnitsPerEm))
	return (st.Leading-up-down)/2 + up, nil
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

// even is the least width at which a title takes no more lines than on a measure:
// set on it the lines are about as long as each other, and none is a word alone.
func (c *composer) even(text string, st style.Text, measure geom.Length) geom.Length {
	lines := func(w geom.Length) int {
		p, err := c.Setter.Plain(text, st, w)
		c.fail(err)
		if p.Overfull != "" {
			return math.MaxInt
		}
		return len(p.Lines)
	}
	most := lines(measure)
	if most < 2 {
		return measure
	}
	narrow, wide := measure/2, measure
	for wide-narrow > geom.Pt {
		if mid := (narrow + wide) / 2; lines(mid) <= most {
			wide = mid
		} else {
			narrow = mid
		}
	}
	return wide
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
