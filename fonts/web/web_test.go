package web_test

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/font"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/web"
)

// TestFont reads each face's file back and looks glyphs up by their private
// characters and by their own.
func TestFont(t *testing.T) {
	lib := fonts.Embedded()
	for _, id := range fonts.IDs() {
		face, err := lib.Face(id)
		if err != nil {
			t.Fatal(err)
		}
		data, err := web.Font(face)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		got, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		for g := range face.NumGlyphs() {
			gid, ok := got.Cmap.Lookup(web.Rune(fonts.GlyphID(g)))
			if !ok || int(gid) != g {
				t.Fatalf("%s: glyph %d is %d, %v", id, g, gid, ok)
			}
			if a := int(got.HorizontalAdvance(gid)); a != face.Advance(fonts.GlyphID(g)) {
				t.Fatalf("%s: glyph %d is %d wide, not %d", id, g, a, face.Advance(fonts.GlyphID(g)))
			}
		}
		for _, r := range "aÅ€ 3₂" {
			if gid, _ := got.Cmap.Lookup(r); fonts.GlyphID(gid) != face.Nominal(r) || gid == 0 {
				t.Errorf("%s: %q is glyph %d, not %d", id, r, gid, face.Nominal(r))
			}
		}
		if bytes.Contains(data, []byte("S\x00o\x00u\x00r\x00c\x00e")) || bytes.Contains(data, []byte("Source")) {
			t.Errorf("%s: the file says the reserved name", id)
		}
		again, err := web.Font(face)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: another file the second time, %v", id, err)
		}
	}
}

func TestRuneSkipsWhatIsNoCharacter(t *testing.T) {
	seen := map[rune]bool{}
	for g := range 1 << 16 {
		r := web.Rune(fonts.GlyphID(g))
		if r&0xFFFE == 0xFFFE || seen[r] || r > 0x10FFFF {
			t.Fatalf("glyph %d is %U", g, r)
		}
		seen[r] = true
	}
}
