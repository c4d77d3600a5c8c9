package pdf

import (
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// setter writes text objects (ISO 32000-1, 9.4) to a content stream. It keeps
// the text state that holds from one text to the next, so that only what
// changes is written.
type setter struct {
	writer
	height  geom.Length // of the page: PDF's y grows upwards
	inside  bool        // between BT and ET
	line    geom.Point  // where the current text line began; the origin after BT
	font    *face
	size    geom.Length
	stretch int // in thousandths
	fill    page.Color
	glyphs  []page.Glyph // of the text being shown
	chunks  []int        // the ends of what has been flushed
}

// start readies the setter for a page, where the state is as it is by default.
func (s *setter) start(height geom.Length) {
	*s = setter{writer: s.writer, glyphs: s.glyphs, chunks: s.chunks, height: height, stretch: 1000}
}

// flushed is how much has been.
func (s *setter) flushed() int {
	if n := len(s.chunks); n > 0 {
		return s.chunks[n-1]
	}
	return 0
}

// end ends the text object, if one is open.
func (s *setter) end() {
	if s.inside {
		s.token("ET\n")
		s.inside = false
	}
}

// text writes a text whose origin is moved by offset.
func (s *setter) text(t *page.Text, f *face, offset geom.Point) {
	if t.Len() == 0 {
		return
	}
	if !s.inside {
		s.token("BT\n")
		s.inside, s.line = true, geom.Point{X: 0, Y: s.height}
	}
	if aliased(t) {
		t = readAs(t, f)
	}
	wrapped := s.span(t, f)
	s.setFill(t.Fill)
	s.setFont(f, t)
	s.moveTo(t.Origin.Add(offset))
	s.show(t, f)
	if wrapped {
		s.token("EMC\n")
	}
}

// readAs returns the text with its glyph's alias in place of it.
func readAs(t *page.Text, f *face) *page.Text {
	p := t.Words[0]
	g := p.Glyphs[0]
	g.ID, g.Start, g.End = f.aliasID(g.ID, t.Actual), 0, int32(len(t.Actual))
	out := *t
	out.Source, out.Actual, out.HasActual = t.Actual, "", false
	out.Words = []page.Piece{{Word: &page.Word{Source: t.Actual, Glyphs: []page.Glyph{g}, Gap: p.Gap}, Extra: p.Extra}}
	return &out
}

// span opens a marked-content sequence for what the glyphs do not tell a
// reader: the text they stand for and its language (ISO 32000-1, 14.9).
func (s *setter) span(t *page.Text, f *face) bool {
	actual, has := t.Actual, t.HasActual
	if !has && !f.reads(t) {
		actual, has = t.Source, true
	}
	if !has && t.Lang == "" {
		return false
	}
	s.name("Span").open()
	if has {
		s.name("ActualText").text(actual)
	}
	if t.Lang != "" {
		s.name("Lang").text(t.Lang)
	}
	s.close().token("BDC\n")
	return true
}

// setFill sets the colour of text and areas.
func (s *setter) setFill(c page.Color) {
	if c == s.fill {
		return
	}
	s.fill = c
	s.milli(component(c.R)).milli(component(c.G)).milli(component(c.B)).token("rg\n")
}

// component returns a part of a colour in thousandths of full.
func component(c uint8) int64 { return geom.DivRound(int64(c)*1000, 255) }

func (s *setter) setFont(f *face, t *page.Text) {
	if f != s.font || t.Size != s.size {
		s.font, s.size = f, t.Size
		s.name(f.name).milli(int64(t.Size)).token("Tf\n")
	}
	stretch := stretchOf(t)
	if stretch != s.stretch {
		s.stretch = stretch
		s.milli(int64(stretch) * 100).token("Tz\n")
	}
}

func stretchOf(t *page.Text) int {
	if t.Stretch == 0 {
		return 1000
	}
	return t.Stretch
}

// moveTo begins a text line at p on the page.
func (s *setter) moveTo(p geom.Point) {
	s.milli(int64(p.X - s.line.X)).milli(int64(s.line.Y - p.Y)).token("Td\n")
	s.line = p
}

// show writes the glyphs, in one array for as long as they stand at one height.
func (s *setter) show(t *page.Text, f *face) {
	s.glyphs = t.AppendGlyphs(s.glyphs[:0])
	pen := newPen(t)
	for i := 0; i < len(s.glyphs); {
		n := level(s.glyphs[i:])
		dy := s.glyphs[i].DY
		if dy != 0 {
			s.milli(-int64(dy)).token("Ts\n")
		}
		s.array(s.glyphs[i:i+n], f, &pen)
		if dy != 0 {
			s.token("0 Ts\n")
		}
		i += n
	}
}

// level returns how many glyphs from the first on have its DY.
func level(g []page.Glyph) int {
	n := 1
	for n < len(g) && g[n].DY == g[0].DY {
		n++
	}
	return n
}

// array writes one TJ array: glyph ids, and adjustments where the widths of the
// font do not lead to where a glyph stands.
func (s *setter) array(glyphs []page.Glyph, f *face, pen *pen) {
	s.raw("[")
	open := false
	for _, g := range glyphs {
		if adjust := pen.to(g); adjust != 0 {
			if open {
				s.raw(">")
				open = false
			}
			s.integer(int(adjust))
		}
		if !open {
			s.raw("<")
			open = true
		}
		s.b = appendHex16(s.b, uint16(g.ID))
		pen.draw(g, f.glyph[g.ID].width)
	}
	s.raw(">]TJ\n")
}

// pen follows where a viewer's pen is and where it should be. Both are measured
// from the origin of the text and exact, so that rounding never adds up.
type pen struct {
	em      int64       // thousandths of a point times thousandths of stretch to an em
	wanted  geom.Length // where the next glyph's origin should be
	widths  int64       // the sum of the widths drawn, in millionths of an em
	adjusts int64       // the sum of the adjustments made, in thousandths of an em
}

func newPen(t *page.Text) pen { return pen{em: int64(t.Size) * int64(stretchOf(t))} }

// to returns the adjustment (ISO 32000-1, 9.4.3: thousandths of an em, positive
// to the left) that brings the pen to the glyph. It is 0 while the pen is off
// by at most a thousandth of an em.
func (p *pen) to(g page.Glyph) int64 {
	// (widths/1000 − adjusts)/1000 · em/1000 = wanted, solved for adjusts.
	x := int64(p.wanted+g.DX.Length()) * 1_000_000_000
	if near := (p.widths-p.adjusts*1000)*p.em - x; -999*p.em <= near && near <= 999*p.em {
		return 0 // as most glyphs are, and it need not be divided for
	}
	exact := p.widths - geom.DivRound(x, p.em) // in millionths of an em
	off := exact - p.adjusts*1000
	if -1000 <= off && off <= 1000 {
		return 0
	}
	adjust := geom.DivRound(exact, 1000) - p.adjusts
	p.adjusts += adjust
	return adjust
}

// draw moves the pen past a glyph.
func (p *pen) draw(g page.Glyph, width int64) {
	p.wanted += g.Advance.Length()
	p.widths += width
}
