package para

import (
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// piece is a stretch of a line in one run: words and the gaps between them.
type piece struct {
	run    int
	parts  []part
	hyphen bool // ends with a hyphen that is not in the text
}

// part is a word or a gap, or what a line has of a word that is broken.
type part struct {
	word *word  // nil: it is broken, or the mark of a footnote
	text string // of what is broken
}

// line sets one line of the result.
func (b *builder) line(l linebreak.Line, measure geom.Length, last bool) Line {
	pieces := b.pieces(l)
	var out Line
	var gaps []*geom.Small
	var segs []Segment
	for _, p := range pieces {
		link, note := b.runs[p.run].link, b.runs[p.run].note
		if n := len(segs); n == 0 || segs[n-1].Link != link || segs[n-1].Note != note {
			segs = append(segs, Segment{Link: link, Note: note})
		}
		s := &segs[len(segs)-1]
		s.Items = b.shape(s.Items, p)
	}
	full := b.style.Align == style.Justify && !b.endsParagraph(l, last)
	if full || l.Ratio < 0 {
		expand(segs, l.Ratio)
	}
	width := geom.Length(0)
	for i := range segs {
		for j := range segs[i].Items {
			t := &segs[i].Items[j]
			for k := range t.Glyphs {
				width += t.Glyphs[k].Advance.Length()
				if isGap(*t, k) {
					gaps = append(gaps, &t.Glyphs[k].Advance)
				}
			}
		}
	}
	before, after := b.hangs(l)
	room := measure - width + before
	if full {
		room += after
	}
	if room < 0 || full {
		room -= spread(gaps, room)
	}
	x := b.offset(room) - before
	place(segs, x)
	out.Segments, out.Width = segs, x+measure-room
	if len(segs) > 0 {
		out.Width = segs[len(segs)-1].X + segs[len(segs)-1].Width
	}
	if !last && b.dropsSpace(l.End) {
		out.Segments = b.trail(out.Segments)
	}
	out.Segments = b.spell(l, out.Segments)
	out.Hyphen = l.Hyphen
	return out
}

// dropsSpace reports whether words are parted at item i: at a gap, or at a
// forced break.
func (b *builder) dropsSpace(i int) bool {
	if i >= len(b.items) {
		return false
	}
	it := b.items[i]
	return it.Kind == linebreak.Glue || it.Kind == linebreak.Penalty && it.Cost <= linebreak.Force
}

// trail ends a line with the space that the break took away, beyond the
// measure: without it a reader of the text joins the words at a line's end. It
// is no part of a footnote's mark.
func (b *builder) trail(segs []Segment) []Segment {
	if len(segs) == 0 {
		return segs
	}
	if s := segs[len(segs)-1]; s.Note > 0 {
		t := b.text(b.faces[plainFace])
		t.Origin.X = s.X + s.Width
		segs = append(segs, Segment{X: t.Origin.X, Items: []page.Text{t}})
	}
	items := segs[len(segs)-1].Items
	if len(items) == 0 {
		return segs
	}
	t := &items[len(items)-1]
	for _, face := range b.faces {
		if face.ID() == t.Face {
			t.Append(face, b.style.Features, " ")
			break
		}
	}
	return segs
}

// endsParagraph reports whether the line is not filled: the last, or one before
// a forced break.
func (b *builder) endsParagraph(l linebreak.Line, last bool) bool {
	if last || l.End >= len(b.items) {
		return true
	}
	return b.items[l.End].Kind == linebreak.Penalty && b.items[l.End].Cost <= linebreak.Force
}

// offset is where a line that leaves room begins.
func (b *builder) offset(room geom.Length) geom.Length {
	switch b.style.Align {
	case style.Right:
		return room
	case style.Centre:
		return room / 2
	}
	return 0
}

// pieces gathers what is on a line, by run.
func (b *builder) pieces(l linebreak.Line) []piece {
	var out []piece
	end := min(l.End, len(b.atoms))
	for i := l.First; i < end; i++ {
		a := b.atoms[i]
		if a.text == "" {
			continue
		}
		if len(out) == 0 || out[len(out)-1].run != a.run {
			out = append(out, piece{run: a.run, parts: make([]part, 0, end-i)})
		}
		p := &out[len(out)-1]
		joins := b.items[i].Kind == linebreak.Box && i > l.First && b.items[i-1].Kind == linebreak.Penalty && len(p.parts) > 0
		switch {
		case a.word != nil && a.part == 0 && i+len(a.word.items) <= end:
			p.parts = append(p.parts, part{word: a.word})
			i += len(a.word.items) - 1
		case joins && b.items[i-1].Cost < linebreak.Forbid:
			p.parts[len(p.parts)-1].text += a.text
		default:
			p.parts = append(p.parts, part{text: a.text})
		}
	}
	if l.Hyphen && l.End < len(b.items) && b.items[l.End].Width > 0 && len(out) > 0 {
		out[len(out)-1].hyphen = true
	}
	return out
}

// shape turns a piece into text, added to that before it; a hyphen put in is a
// text of its own that reads as a soft hyphen.
func (b *builder) shape(before []page.Text, p piece) []page.Text {
	face := b.faces[b.runs[p.run].face]
	if b.runs[p.run].note > 0 {
		return append(before, b.drawMark(p.run))
	}
	out := append(before, b.join(p.parts, face))
	if !p.hyphen {
		return out
	}
	h := b.text(face)
	h.Append(face, b.style.Features, "-")
	h.Actual, h.HasActual = string(softHyphen), true
	return append(out, h)
}

// join sets the parts of a piece one after the other.
func (b *builder) join(parts []part, face *fonts.Face) page.Text {
	letters, glyphs := 0, 1 // one for the gap a break takes away
	for i, p := range parts {
		if p.word == nil {
			broken := page.Text{Size: b.style.Size}
			appendTo(&broken, face, b.style.Features, p.text)
			parts[i].word = &word{source: broken.Source, glyphs: broken.Glyphs}
		}
		letters += len(parts[i].word.source)
		glyphs += len(parts[i].word.glyphs)
	}
	t := b.text(face)
	t.Glyphs = make([]page.Glyph, 0, glyphs)
	var source strings.Builder
	source.Grow(letters)
	for _, p := range parts {
		at := int32(source.Len())
		for _, g := range p.word.glyphs {
			g.Start, g.End = g.Start+at, g.End+at
			t.Glyphs = append(t.Glyphs, g)
		}
		source.WriteString(p.word.source)
	}
	t.Source = source.String()
	return t
}

// text returns a text of the style with nothing in it yet.
func (b *builder) text(face *fonts.Face) page.Text {
	return page.Text{Face: face.ID(), Size: b.style.Size, Fill: b.style.Color}
}

// isGap reports whether glyph k of the text is a word space.
func isGap(t page.Text, k int) bool {
	switch t.Source[t.Glyphs[k].Start:t.Glyphs[k].End] {
	case " ", "\u00a0":
		return true
	}
	return false
}

// spread shares room out over the gaps, the remainder to the first ones, so that
// the line ends exactly on the measure. It returns what it shared out: nothing
// where there are no gaps, and no more than lets them shrink to half their width.
func spread(gaps []*geom.Small, room geom.Length) geom.Length {
	n := geom.Length(len(gaps))
	if n == 0 {
		return 0
	}
	least := geom.Length(0)
	for _, g := range gaps {
		least -= g.Length() / 2
	}
	room = max(room, least)
	each, rest := room/n, room%n
	step := geom.Length(1)
	if rest < 0 {
		step, rest = -1, -rest
	}
	for i, g := range gaps {
		*g += each.Bound()
		if geom.Length(i) < rest {
			*g += step.Bound()
		}
	}
	return room
}

// place gives each segment and text its x.
func place(segs []Segment, x geom.Length) {
	for i := range segs {
		segs[i].X = x
		for j := range segs[i].Items {
			segs[i].Items[j].Origin.X = x
			x += segs[i].Items[j].Width()
		}
		segs[i].Width = x - segs[i].X
	}
}
