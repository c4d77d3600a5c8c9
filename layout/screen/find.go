package screen

import (
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Index is the text of a document, with where each letter of it is. It is safe
// for concurrent use.
type Index struct {
	lib   *fonts.Library
	pages []leaf
}

// leaf is the text of a page as it is searched: in small letters, words that are
// broken at the end of a line whole, one space between two.
type leaf struct {
	text  string
	runs  []stretch
	of    []int32 // for each byte of text the run it is from, or −1
	at    []int32 // and where in that one's source
	boxed map[diag.Pos][2]int
}

// stretch is a text on the page.
type stretch struct {
	text *page.Text
	at   geom.Point
}

// Hit is a text found.
type Hit struct {
	Page  int         // index of the page
	Boxes []geom.Rect // one a line
	Text  string      // the words around it
	From  int         // where in Text it begins and ends, in bytes
	To    int
}

// NewIndex reads a document. Places are where marks were written, for FindAt;
// they may be nil.
func NewIndex(doc *page.Document, lib *fonts.Library, places map[page.MarkID]diag.Pos) *Index {
	x := &Index{lib: lib, pages: make([]leaf, len(doc.Pages))}
	for i := range doc.Pages {
		x.pages[i].read(&doc.Pages[i], places)
	}
	return x
}

// read takes a page's text in.
func (l *leaf) read(p *page.Page, places map[page.MarkID]diag.Pos) {
	b := &reader{leaf: l}
	l.boxed = map[diag.Pos][2]int{}
	for _, c := range p.Content {
		if c.Mark == 0 {
			continue
		}
		from := b.out.Len()
		each(c.Items, geom.Point{}, b.stretch)
		if pos, known := places[c.Mark]; known {
			span, begun := l.boxed[pos]
			if !begun {
				span[0] = from
			}
			span[1] = b.out.Len()
			l.boxed[pos] = span
		}
	}
	l.text = b.out.String()
}

// reader writes the text of a leaf.
type reader struct {
	*leaf
	out   strings.Builder
	space bool // the text ends with one
	end   geom.Point
	glued bool // the last letter was a hyphen that a word is broken at
}

// stretch takes a text in. What does not go on from the one before it, on its line
// or after a gap that hangs over its end, is another word.
func (b *reader) stretch(t *page.Text, at geom.Point) {
	const slack = geom.Pt
	if b.out.Len() > 0 && !b.space && !b.glued && (at.Y != b.end.Y || at.X > b.end.X+slack || at.X < b.end.X-slack) {
		b.put(' ', -1, 0)
	}
	b.glued = false
	b.end = geom.Point{X: at.X + t.Width(), Y: at.Y}
	if t.HasActual && strings.Trim(t.Actual, "\u00ad") == "" {
		b.glued = true
		return
	}
	// What is read is searched; where it is not what is drawn, all of it is at the
	// beginning of what is.
	n := int32(len(b.runs))
	b.runs = append(b.runs, stretch{t, at})
	for i, r := range reading(t) {
		if t.HasActual {
			i = 0
		}
		b.put(r, n, int32(i))
	}
}

// put writes a letter.
func (b *reader) put(r rune, run, at int32) {
	switch r = fold(r); {
	case r < 0 || r == ' ' && (b.space || b.out.Len() == 0):
		return
	}
	b.space = r == ' '
	before := b.out.Len()
	b.out.WriteRune(r)
	for range b.out.Len() - before {
		b.of, b.at = append(b.of, run), append(b.at, at)
	}
}

// fold is a letter as it is searched: a space for every gap, −1 for what does not
// show.
func fold(r rune) rune {
	switch {
	case r == '\u00ad' || r == '\u2060' || r == '\u200b':
		return -1
	case unicode.IsSpace(r) || r == '\u202f':
		return ' '
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

// folded is a text as it is searched.
func folded(s string) string {
	return strings.Join(strings.Fields(strings.Map(fold, s)), " ")
}

// Find returns the places of a text in reading order, most at the most. It does
// not go over the end of a page.
func (x *Index) Find(text string, most int) []Hit {
	want := folded(text)
	var out []Hit
	if want == "" {
		return nil
	}
	for i := range x.pages {
		l := &x.pages[i]
		for from := 0; len(out) < most; {
			n := strings.Index(l.text[from:], want)
			if n < 0 {
				break
			}
			out = append(out, x.hit(i, from+n, from+n+len(want)))
			from += n + len(want)
		}
	}
	return out
}

// FindAt returns the nth occurrence of a text, from 0, in what was written at a
// place, else the first; all of that where it has none.
func (x *Index) FindAt(pos diag.Pos, text string, nth int) (Hit, bool) {
	want := folded(text)
	var first, whole Hit
	some, any := false, false
	for i := range x.pages {
		l := &x.pages[i]
		span, has := l.boxed[pos]
		if !has {
			continue
		}
		if !any {
			whole, any = x.hit(i, span[0], span[1]), true
		}
		for from := span[0]; want != ""; {
			n := strings.Index(l.text[from:span[1]], want)
			if n < 0 {
				break
			}
			h := x.hit(i, from+n, from+n+len(want))
			if nth == 0 {
				return h, true
			}
			if !some {
				first, some = h, true
			}
			nth--
			from += n + len(want)
		}
	}
	if some {
		return first, true
	}
	return whole, any
}

// beside is how many bytes beside a hit are told.
const beside = 40

// hit is the bytes [from, to) of a page.
func (x *Index) hit(i, from, to int) Hit {
	l := &x.pages[i]
	h := Hit{Page: i}
	a, b := max(0, from-beside), min(len(l.text), to+beside)
	for a > 0 && l.text[a-1] != ' ' {
		a--
	}
	for b < len(l.text) && l.text[b] != ' ' {
		b++
	}
	h.Text, h.From, h.To = l.text[a:b], from-a, to-a
	for k := from; k < to; {
		run := l.of[k]
		end := k + 1
		for end < to && l.of[end] == run {
			end++
		}
		if run >= 0 {
			h.add(l.box(run, l.at[k], l.at[end-1], x.lib))
		}
		k = end
	}
	return h
}

// add adds a rectangle; one that goes on from the last on its line is a part of it.
func (h *Hit) add(r geom.Rect) {
	const slack = 2 * geom.Pt
	if n := len(h.Boxes); n > 0 {
		last := &h.Boxes[n-1]
		if last.Y == r.Y && r.X >= last.X && r.X <= last.Right()+slack {
			*last = around(*last, r)
			return
		}
	}
	h.Boxes = append(h.Boxes, r)
}

// box is where the letters from one byte of a run's source up to the one that
// begins at another are.
func (l *leaf) box(run, first, last int32, lib *fonts.Library) geom.Rect {
	s := l.runs[run]
	var along, from, to geom.Length
	begun := false
	for _, g := range s.text.Glyphs() {
		next := along + g.Advance.Length()
		in := g.Start < g.End && g.Start <= last && g.End > first
		if s.text.HasActual {
			in = true
		}
		if in && !begun {
			from, begun = along, true
		}
		if in || begun && g.Start == g.End && along == to {
			to = next
		}
		along = next
	}
	return line(s.text, s.at, from, to, lib)
}
