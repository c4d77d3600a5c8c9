package sfnt

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func open(t *testing.T) *File {
	t.Helper()
	data, err := os.ReadFile("../../source/SourceSerif4-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOpen(t *testing.T) {
	f := open(t)
	if f.NumGlyphs != 1464 || f.NumHMetric != 1464 || f.UnitsPerEm != 1000 {
		t.Errorf("%d glyphs, %d advances, %d units per em", f.NumGlyphs, f.NumHMetric, f.UnitsPerEm)
	}
	if f.Table("head") == nil || f.Table("CFF ") != nil {
		t.Error("tables are not told apart")
	}
}

func TestGlyphsOutOfRange(t *testing.T) {
	f := open(t)
	for _, id := range []int{-1, f.NumGlyphs} {
		if _, err := f.Glyph(id); err == nil {
			t.Errorf("glyph %d is there", id)
		}
		if advance, bearing := f.HMetric(id); advance != 0 || bearing != 0 {
			t.Errorf("glyph %d has the advance %d and bearing %d", id, advance, bearing)
		}
	}
}

// A font of fixed width has one advance for all, and bearings of their own.
func TestSharedAdvance(t *testing.T) {
	f := &File{NumGlyphs: 3, NumHMetric: 1, hmtx: []byte{2, 88, 0, 10, 0, 20, 0xFF, 0xFF}}
	for id, want := range []int{10, 20, -1} {
		if advance, bearing := f.HMetric(id); advance != 600 || bearing != want {
			t.Errorf("glyph %d: %d, %d; want 600, %d", id, advance, bearing, want)
		}
	}
}

func TestComponents(t *testing.T) {
	header := make([]byte, glyphHeader)
	composite := append(slices.Clone(header), 0, 0x21, 0, 5, 0, 0, 0, 0, 0, 0xA8, 0, 6, 0, 0, 0, 0, 0, 0x20, 0, 7, 0, 0, 0, 0, 0, 8, 0, 0)
	composite[0], composite[1] = 0xFF, 0xFF
	for _, test := range []struct {
		name  string
		glyph []byte
		want  []int
		err   string
	}{
		{"empty", nil, nil, ""},
		{"simple", header, nil, ""},
		{"composite", composite, []int{5, 6, 7, 8}, ""},
		{"cut off", composite[:26], []int{5, 6}, "cut off"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := AppendComponents(nil, test.glyph)
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Fatalf("error %v", err)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("components %v, want %v", got, test.want)
			}
		})
	}
}

func TestBytesStayInTheFile(t *testing.T) {
	f := &File{data: []byte("abc")}
	for _, test := range []struct {
		offset, n int
		want      string
	}{{0, 2, "ab"}, {2, 9, "c"}, {3, 1, ""}, {-1, 2, ""}, {1, -1, ""}, {9, 9, ""}} {
		if got := string(f.Bytes(test.offset, test.n)); got != test.want {
			t.Errorf("Bytes(%d, %d) is %q", test.offset, test.n, got)
		}
	}
}
