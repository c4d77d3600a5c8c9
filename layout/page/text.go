package page

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

// Set shapes text in a face at a size and returns it as a Text that begins at
// origin. Characters the face lacks are in missing.
func Set(face *fonts.Face, feat fonts.Feature, size geom.Length, fill Color, origin geom.Point, text string) (t Text, missing []rune) {
	run := face.Shape(text, feat)
	upem := int64(face.Metrics().UnitsPerEm)
	t = Text{Face: face.ID(), Size: size, Fill: fill, Origin: origin, Source: text, Glyphs: make([]Glyph, len(run.Glyphs))}
	for i, g := range run.Glyphs {
		t.Glyphs[i] = Glyph{
			ID:      g.ID,
			Advance: size.Scale(int64(g.Advance), upem),
			DX:      size.Scale(int64(g.DX), upem),
			DY:      -size.Scale(int64(g.DY), upem),
			Start:   int(g.Start),
			End:     int(g.End),
		}
	}
	return t, run.Missing
}
