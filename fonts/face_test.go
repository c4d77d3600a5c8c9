package fonts

import (
	"testing"
	"unicode"
)

// danish has every character a Danish report needs beyond ASCII.
const danish = "æøåÆØÅéüö–—’”“»«…€₂%§•−×½\u00a0\u202f\u00ad"

func face(t testing.TB, l *Library, id ID) *Face {
	t.Helper()
	f, err := l.Face(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// eachFace runs a test on every embedded face.
func eachFace(t *testing.T, test func(t *testing.T, f *Face)) {
	l := Embedded()
	for _, id := range IDs() {
		t.Run(string(id), func(t *testing.T) { test(t, face(t, l, id)) })
	}
}

func TestFacesAreNamedByTheirFiles(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		if got := postScriptName(f.file); got != f.ID() {
			t.Errorf("the file of %s names itself %q", f.ID(), got)
		}
		if restricted(f.file) {
			t.Error("may not be embedded")
		}
	})
}

func TestMetrics(t *testing.T) {
	serif := Metrics{
		UnitsPerEm: 1000, Ascent: 1036, Descent: -335, CapHeight: 670, XHeight: 475,
		BBox: [4]int{-240, -321, 2236, 1003}, UnderlinePos: -50, UnderlineThick: 50, Weight: 400, Serif: true,
	}
	italic := serif
	italic.BBox, italic.ItalicAngle, italic.Italic = [4]int{-238, -324, 2226, 1009}, -12000, true
	bold := Metrics{
		UnitsPerEm: 1000, Ascent: 1000, Descent: -326, CapHeight: 660, XHeight: 496,
		BBox: [4]int{-644, -316, 2157, 987}, UnderlinePos: -50, UnderlineThick: 50, Weight: 700,
	}
	l := Embedded()
	for id, want := range map[ID]Metrics{SerifRegular: serif, SerifItalic: italic, SansBold: bold} {
		if got := face(t, l, id).Metrics(); got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", id, got, want)
		}
	}
}

// The heights measured where OS/2 has none are those of OS/2 but for overshoots.
func TestMeasuredHeights(t *testing.T) {
	near := func(a, b int) bool { return max(a, b)-min(a, b) <= 20 }
	eachFace(t, func(t *testing.T, f *Face) {
		m := f.Metrics()
		if x, h := f.file.Top(int(f.glyph('x'))), f.file.Top(int(f.glyph('H'))); !near(x, m.XHeight) || !near(h, m.CapHeight) {
			t.Errorf("x and H are %d and %d high, x-height and cap height %d and %d", x, h, m.XHeight, m.CapHeight)
		}
	})
}

func TestStemV(t *testing.T) {
	for weight, want := range map[int]int{400: 87, 600: 135, 700: 165} {
		if got := (Metrics{Weight: weight}).StemV(); got != want {
			t.Errorf("weight %d: %d, want %d", weight, got, want)
		}
	}
}

func TestFacesCoverDanish(t *testing.T) {
	eachFace(t, func(t *testing.T, f *Face) {
		for _, r := range danish {
			if !f.Has(r) {
				t.Errorf("no %U", r)
			}
		}
		for r := ' '; r < unicode.MaxASCII; r++ {
			if !f.Has(r) {
				t.Errorf("no %U", r)
			}
		}
		if run := f.Shape(danish, 0); run.Missing != nil {
			t.Errorf("missing %q", run.Missing)
		}
	})
}

func TestHasNot(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	for _, r := range []rune{'中', '\n', -1, unicode.MaxRune, unicode.MaxRune + 1, 0xD800, 1 << 30} {
		if f.Has(r) {
			t.Errorf("has %U", r)
		}
	}
}

func TestAdvance(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	if got := f.Advance(f.glyph('0')); got != 500 {
		t.Errorf("0 is %d wide, want 500", got)
	}
	if got := f.Advance(GlyphID(f.NumGlyphs())); got != 0 {
		t.Errorf("a glyph past the last is %d wide", got)
	}
}
