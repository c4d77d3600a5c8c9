package sfnt

import (
	"slices"
	"testing"
)

// TestOutlinesFitTheirBoxes reads every glyph: the points reach the bounding box
// the font states for it and, as they include controls, may lie a little outside.
func TestOutlinesFitTheirBoxes(t *testing.T) {
	f := open(t)
	composites := 0
	for id := range f.NumGlyphs {
		data, err := f.Glyph(id)
		if err != nil {
			t.Fatal(err)
		}
		contours, err := f.Outline(id)
		if err != nil {
			t.Fatalf("glyph %d: %v", id, err)
		}
		if len(data) == 0 {
			if len(contours) > 0 {
				t.Errorf("glyph %d has an outline of nothing", id)
			}
			continue
		}
		if I16(data, 0) < 0 {
			composites++
		}
		points := slices.Concat(contours...)
		left, foot := points[0].X, points[0].Y
		right, top := left, foot
		for _, p := range points {
			left, right, foot, top = min(left, p.X), max(right, p.X), min(foot, p.Y), max(top, p.Y)
		}
		const slack = 40
		for i, off := range []int{I16(data, 2) - left, I16(data, 4) - foot, right - I16(data, 6), top - I16(data, 8)} {
			if off < -1 || off > slack {
				t.Errorf("glyph %d: side %d of its box is off by %d", id, i, off)
			}
		}
	}
	if composites == 0 {
		t.Error("no glyph is composed of others; the test asks for some")
	}
}

// TestDamagedOutlines cuts glyphs short and spoils their bytes; each is read or
// refused.
func TestDamagedOutlines(t *testing.T) {
	f := open(t)
	whole := f.glyf
	refused := 0
	for id := 0; id < f.NumGlyphs; id += 13 {
		glyph, err := f.Glyph(id)
		if err != nil {
			t.Fatal(err)
		}
		from := f.offset(id)
		for n := range len(glyph) {
			left := mostPoints
			if _, err := simple(glyph[:n], &left); n >= glyphHeader && err != nil {
				refused++
			}
			if n%16 == 0 {
				f.glyf = slices.Clone(whole)
				f.glyf[from+n] = 0xFF
				_, _ = f.Outline(id) // it may not panic
				f.glyf = whole
			}
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}
