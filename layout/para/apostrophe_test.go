package para

import (
	"testing"

	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/style"
)

func TestApostrophesArePrintedAndReadAsTyped(t *testing.T) {
	lib := fonts.Embedded()
	loc, _ := locale.For("da")
	st := style.Standard().Type.Body
	p, err := New(lib, loc).Plain("KL's år, EU's 'ja' og KL’s", st, 300*geom.Pt)
	if err != nil {
		t.Fatal(err)
	}
	face, err := lib.Face(st.Faces.Regular)
	if err != nil {
		t.Fatal(err)
	}
	curly := face.Shape(printed, 0).Glyphs[0].ID
	text := p.Lines[0].Segments[0].Items[0]
	if want := "KL's år, EU's 'ja' og KL’s"; text.Source != want {
		t.Errorf("reads %q, wanted %q", text.Source, want)
	}
	read, apostrophes := "", 0
	for _, g := range text.Glyphs() {
		part := text.Source[g.Start:g.End]
		read += part
		if part == typed || part == printed {
			apostrophes++
			if g.ID != curly {
				t.Errorf("%q is drawn with glyph %d, not %d", part, g.ID, curly)
			}
		}
	}
	if read != text.Source || apostrophes != 5 {
		t.Errorf("the glyphs read %q, with %d apostrophes", read, apostrophes)
	}
}
