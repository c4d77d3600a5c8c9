package page

import (
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

func TestCut(t *testing.T) {
	// "a", the ligature "fi" and "b", whose accent is a glyph of its own
	whole := Text{Source: "afib", Origin: geom.Point{X: 5}, Glyphs: []Glyph{
		{ID: 1, Advance: 10, Start: 0, End: 1}, {ID: 2, Advance: 20, Start: 1, End: 3}, {ID: 3, Advance: 30, Start: 3, End: 4}, {ID: 4, Start: 4, End: 4},
	}}
	for at, want := range map[int]bool{0: false, 1: true, 2: false, 3: true, 4: false} {
		before, after, ok := whole.Cut(at)
		if ok != want {
			t.Errorf("at %d: %t", at, ok)
		}
		if !ok {
			continue
		}
		if before.Source+after.Source != whole.Source || len(before.Source) != at || len(before.Glyphs)+len(after.Glyphs) != 4 {
			t.Errorf("at %d: %q of %d and %q of %d", at, before.Source, len(before.Glyphs), after.Source, len(after.Glyphs))
		}
		if after.Origin.X != 5+before.Width() || after.Glyphs[0].Start != 0 || before.Width()+after.Width() != whole.Width() {
			t.Errorf("at %d: the rest begins at %s with %+v", at, after.Origin.X, after.Glyphs[0])
		}
	}
	whole.HasActual = true
	if _, _, ok := whole.Cut(1); ok {
		t.Error("a text that reads as another is parted")
	}
}
