package fonts

import (
	"sync/atomic"
	"unicode/utf8"
)

// pairs sets words without the shaper, from what it told of other words. In a word
// of plain letters all that shaping does is kerning: how far a letter advances
// depends on the letter after it alone. Where a face's rules may ask for more,
// the pair is barred, and words that have it are always shaped (see barring).
//
// Nothing is reckoned here: an advance is known once the shaper has told it.
type pairs struct {
	// glyphs are the nominal ones by slot, 0 where there is none to be set so.
	glyphs [slots]GlyphID
	barred [slots]slotSet
	// rows tell the advance of a letter by the letter after it.
	rows [slots]atomic.Pointer[row]
}

// row is the advances of a letter by the slot after it, its end of the text being
// that of slot 0. An advance is kept doubled and with one added; 0 is not known.
type row [slots]atomic.Int32

// slots is how many characters can be set by pairs. Slot 0 is none of them.
const slots = 256

// slotSet is a set of slots.
type slotSet [slots / 64]uint64

func (s *slotSet) add(slot uint8)      { s[slot/64] |= 1 << (slot % 64) }
func (s *slotSet) has(slot uint8) bool { return s[slot/64]>>(slot%64)&1 == 1 }

// slotOf is the slot of a character, 0 of one that is not set by pairs: letters and
// marks of Latin 1 that stand for themselves, and the dashes and quotes of running
// text.
func slotOf(r rune) uint8 {
	switch {
	case r >= ' ' && r < 0x7f, r > 0xa0 && r <= 0xff:
		switch r {
		case '^', '`', '¨', '¯', '´', '¸', '\u00ad':
			return 0 // accents may be marks, and a soft hyphen is not shown
		}
		return uint8(r)
	case r >= 0x2010 && r < 0x2028:
		return uint8(r - 0x2010 + 0x80)
	}
	return 0
}

// character is the one of a slot.
func character(slot uint8) rune {
	if slot >= 0x80 && slot < 0xa0 {
		return rune(slot) - 0x80 + 0x2010
	}
	return rune(slot)
}

// width is how far a text reaches, and how many glyphs it has, if all of its pairs
// are known.
func (p *pairs) width(text string) (width int32, glyphs int, ok bool) {
	left := uint8(0)
	for i, r := range text {
		slot := slotOf(r)
		if slot == 0 || p.glyphs[slot] == 0 {
			return 0, 0, false
		}
		if i > 0 {
			a, known := p.advance(left, slot)
			if !known {
				return 0, 0, false
			}
			width += a
		}
		left = slot
		glyphs++
	}
	a, known := p.advance(left, 0)
	return width + a, glyphs, known && glyphs > 0
}

// advance is how far a letter advances before another, if that is known.
func (p *pairs) advance(left, right uint8) (int32, bool) {
	r := p.rows[left].Load()
	if r == nil {
		return 0, false
	}
	v := r[right].Load()
	return v >> 1, v != 0
}

// run sets a text if all of its pairs are known, in room where that is enough.
func (p *pairs) run(room []Glyph, text string) (Run, bool) {
	width, n, ok := p.width(text)
	if !ok {
		return Run{}, false
	}
	if n > cap(room) {
		room = make([]Glyph, n)
	}
	run := Run{Glyphs: room[:n], Width: width}
	last := uint8(0)
	k := 0
	for i, r := range text {
		slot := slotOf(r)
		if k > 0 {
			run.Glyphs[k-1].Advance, _ = p.advance(last, slot)
			run.Glyphs[k-1].End = int32(i)
		}
		run.Glyphs[k] = Glyph{ID: p.glyphs[slot], Start: int32(i)}
		last = slot
		k++
	}
	run.Glyphs[n-1].Advance, _ = p.advance(last, 0)
	run.Glyphs[n-1].End = int32(len(text))
	return run, true
}

// learn takes the advances of a text that the shaper set, unless it did more than
// kern, or might have.
func (p *pairs) learn(text string, run Run) {
	if !p.plain(text, run) {
		return
	}
	left, k := uint8(0), 0
	for _, r := range text {
		slot := slotOf(r)
		if k > 0 {
			p.keep(left, slot, run.Glyphs[k-1].Advance)
		}
		left = slot
		k++
	}
	p.keep(left, 0, run.Glyphs[k-1].Advance)
}

// plain reports whether each character of a text came out as its own glyph where it
// stands, and no rule can have had a hand in it.
func (p *pairs) plain(text string, run Run) bool {
	if text == "" || utf8.RuneCountInString(text) != len(run.Glyphs) {
		return false
	}
	left, k := uint8(0), 0
	for i, r := range text {
		slot, g := slotOf(r), run.Glyphs[k]
		if slot == 0 || g.ID == 0 || g.ID != p.glyphs[slot] || g.DX != 0 || g.DY != 0 || int(g.Start) != i || int(g.End) != i+utf8.RuneLen(r) {
			return false
		}
		if k > 0 && p.barred[left].has(slot) {
			return false
		}
		left = slot
		k++
	}
	return true
}

// keep notes an advance.
func (p *pairs) keep(left, right uint8, advance int32) {
	r := p.rows[left].Load()
	for r == nil {
		p.rows[left].CompareAndSwap(nil, new(row))
		r = p.rows[left].Load()
	}
	r[right].Store(advance<<1 | 1)
}
