package page

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

// Word is shaped text at a size: a word, or a gap between words. It is shared by
// all texts that have it, and never changed.
type Word struct {
	Source string
	Glyphs []Glyph // Start and End are bytes of Source
	// Gap is set on a word space, which is as wide as its line has it: it is not
	// stretched as letters are.
	Gap bool
}

// Piece is a word in its place in a text.
type Piece struct {
	*Word
	Extra geom.Small // added to the advance of the last glyph: the line's share of a gap
}

// One is the pieces of a text that is one word.
func One(source string, glyphs []Glyph) []Piece {
	return []Piece{{Word: &Word{Source: source, Glyphs: glyphs}}}
}

// advance is that of a glyph of the piece where letters are stretched.
func (p Piece) advance(i int, stretch int64) geom.Small {
	a := p.Glyphs[i].Advance
	if stretch != 0 && !p.Gap {
		a = a.Length().Scale(stretch, 1000).Bound()
	}
	if i == len(p.Glyphs)-1 {
		a += p.Extra
	}
	return a
}

// Width returns how wide the piece is where letters are stretched; 0 is as drawn.
func (p Piece) Width(stretch int) (w geom.Length) {
	for i := range p.Glyphs {
		w += p.advance(i, int64(stretch)).Length()
	}
	return w
}

// Width returns the sum of the advances.
func (t Text) Width() (w geom.Length) {
	for _, p := range t.Words {
		w += p.Width(t.Stretch)
	}
	return w
}

// Glyphs returns the glyphs of the text as they are drawn; Start and End are
// bytes of its Source.
func (t Text) Glyphs() []Glyph { return t.AppendGlyphs(nil) }

// AppendGlyphs adds the text's glyphs to a list.
func (t Text) AppendGlyphs(out []Glyph) []Glyph {
	at := int32(0)
	for _, p := range t.Words {
		for i, g := range p.Glyphs {
			g.Advance = p.advance(i, int64(t.Stretch))
			g.Start, g.End = g.Start+at, g.End+at
			out = append(out, g)
		}
		at += int32(len(p.Source))
	}
	return out
}

// Len returns how many glyphs there are.
func (t Text) Len() (n int) {
	for _, p := range t.Words {
		n += len(p.Glyphs)
	}
	return n
}

// Whole reports whether the source is that of the words, one after the other.
func (t Text) Whole() bool {
	rest := t.Source
	for _, p := range t.Words {
		if !strings.HasPrefix(rest, p.Source) {
			return false
		}
		rest = rest[len(p.Source):]
	}
	return rest == ""
}

// Set shapes text in a face at a size and returns it as a Text that begins at
// origin. Characters the face lacks are in missing.
func Set(face *fonts.Face, feat fonts.Feature, size geom.Length, fill Color, origin geom.Point, text string) (t Text, missing []rune) {
	t = Text{Face: face.ID(), Size: size, Fill: fill, Origin: origin}
	if text == "" {
		return t, nil
	}
	w, missing := NewWord(face, feat, size, text)
	t.Words, t.Source = []Piece{{Word: w}}, text
	return t, missing
}

// Append shapes more text in the face t is set in and puts it at t's end. The
// two parts are not kerned with each other. Characters the face lacks are
// returned.
func (t *Text) Append(face *fonts.Face, feat fonts.Feature, text string) (missing []rune) {
	w, missing := NewWord(face, feat, t.Size, text)
	t.Words = append(slices.Clip(t.Words), Piece{Word: w})
	t.Source += text
	return missing
}

// NewWord shapes text in a face at a size. Characters the face lacks are in
// missing.
func NewWord(face *fonts.Face, feat fonts.Feature, size geom.Length, text string) (w *Word, missing []rune) {
	run := face.Shape(text, feat)
	return WordOf(face, run, size, text), run.Missing
}

// WordOf is the word that a run of a face is at a size; text is what was shaped.
func WordOf(face *fonts.Face, run fonts.Run, size geom.Length, text string) *Word {
	upem := int64(face.UnitsPerEm())
	w := &Word{Source: text, Glyphs: make([]Glyph, 0, len(run.Glyphs))}
	for _, g := range run.Glyphs {
		w.Glyphs = append(w.Glyphs, Glyph{
			ID:      g.ID,
			Advance: size.Scale(int64(g.Advance), upem).Bound(),
			DX:      size.Scale(int64(g.DX), upem).Bound(),
			DY:      -size.Scale(int64(g.DY), upem).Bound(),
			Start:   g.Start,
			End:     g.End,
		})
	}
	return w
}

// Cut parts the text before byte at of its source, unless that is inside what
// one glyph stands for or the text reads as another.
func (t Text) Cut(at int) (before, after Text, ok bool) {
	if t.HasActual || at <= 0 || at >= len(t.Source) {
		return t, Text{}, false
	}
	k, rest := 0, at
	for ; k < len(t.Words) && rest >= len(t.Words[k].Source); k++ {
		rest -= len(t.Words[k].Source)
	}
	if k == len(t.Words) {
		return t, Text{}, false
	}
	before, after = t, t
	before.Source, after.Source = t.Source[:at], t.Source[at:]
	before.Words, after.Words = t.Words[:k:k], t.Words[k:]
	if rest > 0 {
		left, right, ok := t.Words[k].cut(rest)
		if !ok {
			return t, Text{}, false
		}
		before.Words = append(before.Words, left)
		after.Words = append([]Piece{right}, t.Words[k+1:]...)
	}
	after.Origin.X += before.Width()
	return before, after, true
}

// cut parts a piece within it, if no glyph stands for what is on both sides.
func (p Piece) cut(at int) (left, right Piece, ok bool) {
	i := slices.IndexFunc(p.Glyphs, func(g Glyph) bool { return int(g.Start) >= at && g.End > g.Start })
	if i <= 0 || int(p.Glyphs[i].Start) != at || slices.ContainsFunc(p.Glyphs[:i], func(g Glyph) bool { return int(g.End) > at }) {
		return p, p, false
	}
	left = Piece{Word: &Word{Source: p.Source[:at], Glyphs: p.Glyphs[:i:i], Gap: p.Gap}}
	right = Piece{Word: &Word{Source: p.Source[at:], Gap: p.Gap}, Extra: p.Extra}
	for _, g := range p.Glyphs[i:] {
		if int(g.Start) < at {
			return p, p, false
		}
		g.Start, g.End = g.Start-int32(at), g.End-int32(at)
		right.Glyphs = append(right.Glyphs, g)
	}
	return left, right, true
}
