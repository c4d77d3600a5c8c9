package para

import (
	"unicode/utf8"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/linebreak"
)

// What a justified line may do besides moving its words: letters may be wider
// or narrower by a little, and punctuation may stand out into the margin. Both
// are Hermann Zapf's, as Hàn Thế Thành has them in pdfTeX ("Micro-typographic
// extensions to the TeX typesetting system", TUGboat 21, 2000).
const (
	expansion     = 15 // the most, in thousandths of the letters' width
	expansionStep = 5
)

// side is an end of a line.
type side bool

const (
	atStart side = false
	atEnd   side = true
)

// protrusion is how much of a character's width stands out beyond the end of a
// justified line, in thousandths: so much that the margin looks straight.
func protrusion(r rune, at side) int64 {
	if at == atStart {
		switch r {
		case '”', '“', '„', '’', '‘', '\'', '"':
			return 600
		case '«', '»', '–', '—':
			return 300
		case '(', '[':
			return 150
		}
		return 0
	}
	switch r {
	case '.', ',', '’', '\'', '”', '“', '"':
		return 700
	case '-':
		return 600
	case ':', ';':
		return 400
	case '–', '—', '»', '«':
		return 300
	case ')', ']', '!', '?':
		return 150
	}
	return 0
}

// hang is how far the text stands out into the margin at an end of a line.
func (m manner) hang(text string, at side) geom.Length {
	if !m.justified || text == "" {
		return 0
	}
	c, n := utf8.DecodeRuneInString(text)
	if at == atEnd {
		c, n = utf8.DecodeLastRuneInString(text)
		text = text[len(text)-n:]
	}
	share := protrusion(c, at)
	if share == 0 {
		return 0
	}
	width, _ := m.face.Width(drawn(text[:n]), m.features)
	return m.scale(width).Scale(share, 1000)
}

// hangs is how far a line stands out at its ends.
func (b *builder) hangs(l linebreak.Line) (before, after geom.Length) {
	if l.First < len(b.items) && l.First < l.End {
		before = geom.Length(b.items[l.First].Before)
	}
	if l.End < len(b.items) {
		after = geom.Length(b.items[l.End].After)
	}
	return before, after
}

// expand sets the letters of a line wider or narrower, in steps, as far as its
// gaps stretch or shrink.
func expand(segs []Segment, ratio int) {
	steps := geom.DivRound(int64(ratio)*expansion, 1000*expansionStep)
	steps = min(max(steps, -expansion/expansionStep), expansion/expansionStep)
	if steps == 0 {
		return
	}
	stretch := int(1000 + steps*expansionStep)
	for i := range segs {
		for j := range segs[i].Items {
			segs[i].Items[j].Stretch = stretch
		}
	}
}
