package para

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// piece is a stretch of a line in one run: words and the gaps between them.
type piece struct {
	run      int
	from, to int  // of the desk's parts
	hyphen   bool // ends with a hyphen that is not in the text
}

// part is a word or a gap, or what a line has of a word that is broken.
type part struct {
	word *word  // nil: it is broken, or the mark of a footnote
	text string // of what is broken
}

// line sets one line of the result.
func (b *builder) line(l linebreak.Line, measure geom.Length, last bool) Line {
	var out Line
	segs := b.segments(b.pieces(l))
	full := b.style.Align == style.Justify && !b.endsParagraph(l, last)
	if full || l.Ratio < 0 {
		expand(segs, l.Ratio)
	}
	width := b.measured(segs)
	before, after := b.hangs(l)
	indent := geom.Length(0)
	if l.First == 0 {
		indent = b.style.Indent
	}
	room := measure - indent - width + before
	if full {
		room += after
	}
	if room < 0 || full {
		room -= spread(b.gaps, room)
	}
	x := b.offset(room) + indent - before
	b.place(segs, x)
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

// segments makes pieces text, those of one kind after each other in one segment.
func (b *builder) segments(pieces []piece) []Segment {
	var segs []Segment
	for _, p := range pieces {
		r := b.runs[p.run]
		if n := len(segs); n == 0 || segs[n-1].Link != r.link || segs[n-1].Note != r.note || segs[n-1].Lang != r.lang {
			segs = append(segs, Segment{Link: r.link, Note: r.note, Lang: r.lang})
		}
		s := &segs[len(segs)-1]
		s.Items = b.shape(s.Items, p)
	}
	return segs
}

// measured finds how wide texts are before gaps are stretched, and the gaps in them.
func (b *builder) measured(segs []Segment) (width geom.Length) {
	b.gaps, b.widths = b.gaps[:0], b.widths[:0]
	for i := range segs {
		for j := range segs[i].Items {
			t := &segs[i].Items[j]
			w := t.Width()
			b.widths = append(b.widths, w)
			width += w
			for k := range t.Words {
				if t.Words[k].Gap {
					b.gaps = append(b.gaps, &t.Words[k])
				}
			}
		}
	}
	return width
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
	s := &segs[len(segs)-1]
	if len(s.Items) == 0 {
		return segs
	}
	t := &s.Items[len(s.Items)-1]
	for i, face := range b.faces {
		if face.ID() == t.Face {
			w := b.vocabulary(i, "").word(" ")
			t.Words = append(t.Words, page.Piece{Word: w.whole})
			t.Source += " "
			s.Width += w.width
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

// pieces gathers what is on a line, by run. They are good until the next line's.
func (b *builder) pieces(l linebreak.Line) []piece {
	out, parts := b.desk.pieces[:0], b.desk.parts[:0]
	end := min(l.End, len(b.atoms))
	for i := l.First; i < end; i++ {
		a := &b.atoms[i]
		if a.text == "" {
			continue
		}
		if len(out) == 0 || out[len(out)-1].run != a.run {
			out = append(out, piece{run: a.run, from: len(parts)})
		}
		p := &out[len(out)-1]
		joins := b.items[i].Kind == linebreak.Box && i > l.First && b.items[i-1].Kind == linebreak.Penalty && len(parts) > p.from
		switch {
		case a.word != nil && a.part == 0 && i+len(a.word.parts) <= end:
			parts = append(parts, part{word: a.word})
			i += len(a.word.parts) - 1
		case joins && b.items[i-1].Cost < linebreak.Forbid:
			parts[len(parts)-1].text += a.text
		default:
			parts = append(parts, part{text: a.text})
		}
		p.to = len(parts)
	}
	if l.Hyphen && l.End < len(b.items) && b.items[l.End].Width > 0 && len(out) > 0 {
		out[len(out)-1].hyphen = true
	}
	b.desk.pieces, b.desk.parts = out, parts
	return out
}

// shape turns a piece into text, added to that before it; a hyphen put in is a
// text of its own that reads as a soft hyphen.
func (b *builder) shape(before []page.Text, p piece) []page.Text {
	if b.runs[p.run].note > 0 {
		return append(before, b.drawMark(p.run))
	}
	if p.hyphen {
		before = slices.Grow(before, 2)
	}
	out := append(before, b.join(p))
	if !p.hyphen {
		return out
	}
	face := b.runs[p.run].face
	h := b.text(b.faces[face])
	h.Words, h.Source = []page.Piece{{Word: b.vocabulary(face, "").word("-").whole}}, "-"
	h.Actual, h.HasActual = string(softHyphen), true
	return append(out, h)
}

// join sets the parts of a piece one after the other.
func (b *builder) join(p piece) page.Text {
	face := b.faces[b.runs[p.run].face]
	t := b.text(face)
	parts := b.desk.parts[p.from:p.to]
	t.Words = make([]page.Piece, 0, len(parts)+1) // one for the gap a break takes away
	letters := 0
	for _, part := range parts {
		var w *page.Word
		if part.word != nil {
			w = part.word.whole
		} else {
			w, _ = shaped(face, b.style.Features, b.style.Size, part.text)
		}
		t.Words = append(t.Words, page.Piece{Word: w})
		letters += len(w.Source)
	}
	var source strings.Builder
	source.Grow(letters)
	for _, w := range t.Words {
		source.WriteString(w.Source)
	}
	t.Source = source.String()
	return t
}

// text returns a text of the style with nothing in it yet.
func (b *builder) text(face *fonts.Face) page.Text {
	return page.Text{Face: face.ID(), Size: b.style.Size, Fill: b.style.Color}
}

// isGap reports whether a text is a word space.
func isGap(text string) bool { return text == " " || text == "\u00a0" }

// spread shares room out over the gaps, the remainder to the first ones, so that
// the line ends exactly on the measure. It returns what it shared out: nothing
// where there are no gaps, and no more than lets them shrink to half their width.
func spread(gaps []*page.Piece, room geom.Length) geom.Length {
	n := geom.Length(len(gaps))
	if n == 0 {
		return 0
	}
	least := geom.Length(0)
	for _, g := range gaps {
		least -= g.Width(0) / 2
	}
	room = max(room, least)
	each, rest := room/n, room%n
	step := geom.Length(1)
	if rest < 0 {
		step, rest = -1, -rest
	}
	for i, g := range gaps {
		g.Extra += each.Bound()
		if geom.Length(i) < rest {
			g.Extra += step.Bound()
		}
	}
	return room
}

// place gives each segment and text its x. Their widths are as measured, and what
// gaps have got since.
func (b *builder) place(segs []Segment, x geom.Length) {
	n := 0
	for i := range segs {
		segs[i].X = x
		for j := range segs[i].Items {
			t := &segs[i].Items[j]
			t.Origin.X = x
			x += b.widths[n]
			for k := range t.Words {
				x += t.Words[k].Extra.Length()
			}
			n++
		}
		segs[i].Width = x - segs[i].X
	}
}
