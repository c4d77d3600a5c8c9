package subset_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/internal/sfnt"
	"github.com/kl-print/kl-print/fonts/subset"
)

// small is a font of a few glyphs, a composite among them, and their ids.
func small(t testing.TB) ([]byte, []fonts.GlyphID) {
	f := face(t, fonts.SerifRegular)
	ids := used(f, "Åé½")
	data, err := subset.TrueType(f.Data(), ids)
	if err != nil {
		t.Fatal(err)
	}
	return data, ids
}

func tableAt(t testing.TB, data []byte, tag string) int {
	t.Helper()
	file, err := sfnt.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range file.Records {
		if r.Tag == tag {
			return int(r.Offset)
		}
	}
	t.Fatalf("no table %q", tag)
	return 0
}

func TestDamage(t *testing.T) {
	data, ids := small(t)
	file, err := sfnt.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	loca, glyf, maxp := tableAt(t, data, "loca"), tableAt(t, data, "glyf"), tableAt(t, data, "maxp")
	composite := compositeAt(t, data, file, ids)
	for _, test := range []struct {
		name, want string
		at         int
		bytes      []byte
	}{
		{"no font", "not a TrueType file", 0, []byte("%PDF")},
		{"table past the end", "past the end", sfnt.HeaderSize + 8, []byte{0xFF, 0xFF, 0xFF, 0xF0}},
		{"loca not rising", "lies at", loca, []byte{0xFF, 0xFE}},
		{"too many glyphs", "cut off", maxp + sfnt.MaxpNumGlyphs, []byte{0xFF, 0xFF}},
		{"no glyphs", "no glyphs", maxp + sfnt.MaxpNumGlyphs, []byte{0, 0}},
		{"component that isn't there", "glyph 65535", glyf + composite + 12, []byte{0xFF, 0xFF}},
	} {
		t.Run(test.name, func(t *testing.T) {
			damaged := bytes.Clone(data)
			copy(damaged[test.at:], test.bytes)
			if _, err := subset.TrueType(damaged, ids); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// compositeAt returns where in glyf a composite among the glyphs begins.
func compositeAt(t *testing.T, data []byte, file *sfnt.File, ids []fonts.GlyphID) int {
	t.Helper()
	table := file.Table("glyf")
	for _, id := range ids {
		if g, err := file.Glyph(int(id)); err == nil && sfnt.I16(g, 0) < 0 {
			return bytes.Index(table, g)
		}
	}
	t.Fatal("no composite")
	return 0
}

func TestNoSuchGlyph(t *testing.T) {
	data, _ := small(t)
	if _, err := subset.TrueType(data, []fonts.GlyphID{0xFFFF}); err == nil {
		t.Error("no error for a glyph past the last")
	}
}

func TestOverlappingOutlines(t *testing.T) {
	data, _ := small(t)
	loca, glyfSize := tableAt(t, data, "loca"), 0
	if file, err := sfnt.Open(data); err == nil {
		glyfSize = len(file.Table("glyf"))
	}
	for i, offset := range []int{0, glyfSize, 0, glyfSize} { // glyphs 0 and 2 are all of glyf
		binary.BigEndian.PutUint16(data[loca+2*i:], uint16(offset/2))
	}
	_, err := subset.TrueType(data, []fonts.GlyphID{2})
	if err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Errorf("error %v", err)
	}
}

func TestEveryCutIsAnError(t *testing.T) {
	data, ids := small(t)
	for n := 0; n < len(data)-4; n += 7 { // the last word may be filling
		if _, err := subset.TrueType(data[:n], ids); err == nil {
			t.Fatalf("%d of %d bytes are no error", n, len(data))
		}
	}
}

// FuzzTrueType: never a panic, and what comes out can be cut again. Run it with
// -fuzzminimizetime 1x: making whole fonts smaller takes the fuzzer all its time.
func FuzzTrueType(f *testing.F) {
	data, ids := small(f)
	last := uint16(slices.Max(ids))
	f.Add(data, last)
	for at := 0; at < len(data); at += 97 {
		damaged := bytes.Clone(data)
		damaged[at] ^= 0xFF
		f.Add(damaged, last)
	}
	f.Fuzz(func(t *testing.T, data []byte, id uint16) {
		cut, err := subset.TrueType(data, []fonts.GlyphID{fonts.GlyphID(id), 1})
		if err != nil {
			return
		}
		again, err := subset.TrueType(cut, []fonts.GlyphID{fonts.GlyphID(id), 1})
		if err != nil || !bytes.Equal(cut, again) {
			t.Fatalf("the subset can't be cut again: %v", err)
		}
	})
}
