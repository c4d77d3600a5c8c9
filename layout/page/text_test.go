package page

import (
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

// TestCut parts a text between words, inside one, and where it can't be.
func TestCut(t *testing.T) {
	// "a", the ligature "fi" and "b", whose accent is a glyph of its own; a gap; "c"
	first := &Word{Source: "afib", Glyphs: []Glyph{
		{ID: 1, Advance: 10, Start: 0, End: 1}, {ID: 2, Advance: 20, Start: 1, End: 3}, {ID: 3, Advance: 30, Start: 3, End: 4}, {ID: 4, Start: 4, End: 4},
	}}
	gap := &Word{Source: " ", Glyphs: []Glyph{{ID: 5, Advance: 4, Start: 0, End: 1}}, Gap: true}
	last := &Word{Source: "c", Glyphs: []Glyph{{ID: 6, Advance: 40, Start: 0, End: 1}}}
	whole := Text{Source: "afib c", Origin: geom.Point{X: 5}, Stretch: 1100, Words: []Piece{{Word: first}, {Word: gap, Extra: 3}, {Word: last}}}
	for at, want := range map[int]bool{0: false, 1: true, 2: false, 3: true, 4: true, 5: true, 6: false, 9: false} {
		before, after, ok := whole.Cut(at)
		if ok != want {
			t.Errorf("at %d: %t", at, ok)
		}
		if !ok {
			continue
		}
		if before.Source+after.Source != whole.Source || len(before.Source) != at || before.Len()+after.Len() != 6 || !before.Whole() || !after.Whole() {
			t.Errorf("at %d: %q of %d and %q of %d", at, before.Source, before.Len(), after.Source, after.Len())
		}
		if after.Origin.X != 5+before.Width() || after.Glyphs()[0].Start != 0 || before.Width()+after.Width() != whole.Width() {
			t.Errorf("at %d: the rest begins at %s with %+v", at, after.Origin.X, after.Glyphs()[0])
		}
	}
	whole.HasActual = true
	if _, _, ok := whole.Cut(1); ok {
		t.Error("a text that reads as another is parted")
	}
	whole.HasActual, whole.Source = false, "afib c and more"
	if _, _, ok := whole.Cut(8); ok || whole.Whole() {
		t.Error("a text with less in its words is parted there")
	}
}

// TestGlyphs has letters stretched, gaps as wide as their line has them, and
// the text that each glyph stands for.
func TestGlyphs(t *testing.T) {
	word := &Word{Source: "ab", Glyphs: []Glyph{{ID: 1, Advance: 1000, End: 1}, {ID: 2, Advance: 2000, Start: 1, End: 2}}}
	gap := &Word{Source: " ", Glyphs: []Glyph{{ID: 3, Advance: 500, End: 1}}, Gap: true}
	text := Text{Source: "ab ab", Stretch: 1010, Words: []Piece{{Word: word}, {Word: gap, Extra: 70}, {Word: word}}}
	want := []Glyph{
		{ID: 1, Advance: 1010, Start: 0, End: 1}, {ID: 2, Advance: 2020, Start: 1, End: 2}, {ID: 3, Advance: 570, Start: 2, End: 3},
		{ID: 1, Advance: 1010, Start: 3, End: 4}, {ID: 2, Advance: 2020, Start: 4, End: 5},
	}
	width := geom.Length(0)
	for i, g := range text.Glyphs() {
		if g != want[i] {
			t.Errorf("glyph %d is %+v, not %+v", i, g, want[i])
		}
		width += g.Advance.Length()
	}
	if text.Width() != width || text.Len() != len(want) || word.Glyphs[0].Advance != 1000 {
		t.Errorf("%s wide, not %s", text.Width(), width)
	}
}
