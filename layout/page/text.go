package page

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
)

// Set shapes text in a face at a size and returns it as a Text that begins at
// origin. Characters the face lacks are in missing.
func Set(face *fonts.Face, feat fonts.Feature, size geom.Length, fill Color, origin geom.Point, text string) (t Text, missing []rune) {
	t = Text{Face: face.ID(), Size: size, Fill: fill, Origin: origin}
	missing = t.Append(face, feat, text)
	return t, missing
}

// Append shapes more text in the face t is set in and puts it at t's end. The
// two parts are not kerned with each other. Characters the face lacks are
// returned.
func (t *Text) Append(face *fonts.Face, feat fonts.Feature, text string) (missing []rune) {
	run := face.Shape(text, feat)
	upem := int64(face.Metrics().UnitsPerEm)
	if t.Glyphs == nil {
		t.Glyphs = make([]Glyph, 0, len(run.Glyphs))
	}
	at := len(t.Source)
	for _, g := range run.Glyphs {
		t.Glyphs = append(t.Glyphs, Glyph{
			ID:      g.ID,
			Advance: t.Size.Scale(int64(g.Advance), upem),
			DX:      t.Size.Scale(int64(g.DX), upem),
			DY:      -t.Size.Scale(int64(g.DY), upem),
			Start:   at + int(g.Start),
			End:     at + int(g.End),
		})
	}
	t.Source += text
	return run.Missing
}
