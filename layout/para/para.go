// Package para sets paragraphs: runs of text in, lines of glyphs out. It finds
// the words, shapes and hyphenates them, has layout/linebreak choose the breaks
// and fits each line to the measure.
package para

import (
	"fmt"
	"sync"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// Setter sets paragraphs in one language, with words of others in them. It is safe
// for concurrent use.
type Setter struct {
	lib    *fonts.Library
	own    voice
	voices *voices // of the other languages
	words  *vocabularies
	desks  *sync.Pool // of *desk
}

// desk is the memory a paragraph is set in, for one paragraph after another.
type desk struct {
	breaker linebreak.Breaker
	items   []linebreak.Item
	atoms   []atom // by item
	// Of a line:
	pieces []piece
	parts  []part
	gaps   []*page.Piece
	widths []geom.Length // of its texts
}

// New returns a setter of a language's text in the library's faces.
// Exceptions are words with a hyphen at every break they may have.
func New(lib *fonts.Library, loc locale.Locale, exceptions ...string) *Setter {
	return &Setter{
		lib: lib, own: voice{&loc, hyphen.For(loc.Tag(), exceptions...)}, voices: &voices{by: map[string]voice{}},
		words: newVocabularies(), desks: &sync.Pool{New: func() any { return new(desk) }},
	}
}

// Paragraph is text set on a measure.
type Paragraph struct {
	Lines   []Line
	Links   []content.Link     // what Segment.Link counts
	Notes   []content.Footnote // what Segment.Note counts
	Missing []rune             // characters no face has a glyph for
	// Loose is the text of the first line whose gaps had to be wider than is good.
	Loose string
	// Overfull is the text of the first line that does not fit its measure.
	Overfull string
}

// Line is one line. Its origin is the left end of its baseline.
type Line struct {
	Segments []Segment
	Width    geom.Length // from the origin to the end of the last glyph with ink; a space may hang out
	Hyphen   bool        // it ends with a hyphen, and its last word goes on
}

// Segment is a stretch of a line inside one link or outside any and in one
// language, the mark of a footnote, or an abbreviation.
type Segment struct {
	Lang  string // BCP 47, where it is not the paragraph's
	Link  int    // index into Paragraph.Links plus one; 0 is none
	Note  int    // index into Paragraph.Notes plus one; 0 is none
	Means string // what an abbreviation is read as; else empty
	X     geom.Length
	Width geom.Length
	Items []page.Text
}

// Height returns the height of the lines, each as high as its leading.
func (p Paragraph) Height(st style.Text) geom.Length {
	return geom.Length(len(p.Lines)) * st.Leading
}

// Widest returns how far the longest line reaches from where the lines begin.
func (p Paragraph) Widest() geom.Length {
	w := geom.Length(0)
	for _, l := range p.Lines {
		w = max(w, l.Width)
	}
	return w
}

// Plain sets text without emphasis or links.
func (s *Setter) Plain(text string, st style.Text, measure geom.Length) (Paragraph, error) {
	return s.Set(content.Inlines{content.Text(text)}, st, measure)
}

// Set sets a paragraph on a measure. An error is a face the library lacks.
func (s *Setter) Set(in content.Inlines, st style.Text, measure geom.Length) (Paragraph, error) {
	return s.SetFrom(1, in, st, measure)
}

// SetFrom is Set where the marks of footnotes count from note on.
func (s *Setter) SetFrom(note int, in content.Inlines, st style.Text, measure geom.Length) (Paragraph, error) {
	faces, err := s.faces(st.Faces)
	if err != nil {
		return Paragraph{}, err
	}
	p := Paragraph{}
	d := s.desks.Get().(*desk)
	defer s.desks.Put(d)
	d.items, d.atoms = d.items[:0], d.atoms[:0]
	b := &builder{desk: d, setter: s, style: st, faces: faces, para: &p, note: note}
	b.flatten(in, run{face: plainFace})
	if st.Indent > 0 {
		b.add(linebreak.Item{Kind: linebreak.Box, Width: int64(st.Indent)}, atom{})
	}
	b.fill()
	b.items = append(b.items, linebreak.Finish()...)
	lines := d.breaker.Break(b.items, b.options(measure))
	p.Lines = make([]Line, 0, len(lines))
	for i, l := range lines {
		line := b.line(l, measure, i == len(lines)-1)
		if l.Overfull && p.Overfull == "" {
			p.Overfull = line.text()
		}
		if l.Loose && p.Loose == "" {
			p.Loose = line.text()
		}
		p.Lines = append(p.Lines, line)
	}
	return p, nil
}

// text returns the line's text.
func (l Line) text() string {
	var t string
	for _, s := range l.Segments {
		for _, i := range s.Items {
			t += i.Source
		}
	}
	return t
}

// The four faces of a style, by index.
const (
	plainFace = iota
	italicFace
	boldFace
	boldItalicFace
)

// faces looks up a style's faces.
func (s *Setter) faces(f style.Faces) (out [4]*fonts.Face, err error) {
	for i, id := range [4]fonts.ID{f.Regular, f.Italic, f.Bold, f.BoldItalic} {
		if out[i], err = s.lib.Face(id); err != nil {
			return out, fmt.Errorf("setting text: %w", err)
		}
	}
	return out, nil
}

// Gaps between words, in thousandths of the em; a ratio of 1000 or −1000 gives
// 0.35 or 0.16 em.
const (
	gapStretch = 120
	gapShrink  = 73
	emergency  = 1500 // extra stretch of a line that can't be set else
)

// options are the line breaker's for the style.
func (b *builder) options(measure geom.Length) linebreak.Options {
	return linebreak.Options{
		Measure:    int64(measure),
		Tolerance:  []int{1500, 2500},
		Emergency:  int64(b.style.Size.Scale(emergency, 1000)),
		MaxHyphens: 2,
		ShortLast:  int64(b.shortLast(measure)),
		Ragged:     b.style.Align != style.Justify,
	}
}

// shortLast is how long the last line of a paragraph should at least be: two or
// three words of running text, a third of a title's measure.
func (b *builder) shortLast(measure geom.Length) geom.Length {
	if b.style.Align == style.Justify {
		return 3 * b.style.Size
	}
	return measure / 3
}
