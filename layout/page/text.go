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
	at := int32(len(t.Source))
	for _, g := range run.Glyphs {
		t.Glyphs = append(t.Glyphs, Glyph{
			ID:      g.ID,
			Advance: t.Size.Scale(int64(g.Advance), upem).Bound(),
			DX:      t.Size.Scale(int64(g.DX), upem).Bound(),
			DY:      -t.Size.Scale(int64(g.DY), upem).Bound(),
			Start:   at + g.Start,
			End:     at + g.End,
		})
	}
	t.Source += text
	return run.Missing
}

// Cut parts the text before byte at of its source, unless that is inside what
// one glyph stands for or the text reads as another.
func (t Text) Cut(at int) (before, after Text, ok bool) {
	i := 0
	for i < len(t.Glyphs) && (int(t.Glyphs[i].Start) < at || t.Glyphs[i].End == t.Glyphs[i].Start) {
		i++
	}
	if t.HasActual || i == 0 || i == len(t.Glyphs) || int(t.Glyphs[i].Start) != at {
		return t, Text{}, false
	}
	before, after = t, t
	before.Glyphs, before.Source = t.Glyphs[:i:i], t.Source[:at]
	after.Glyphs, after.Source = make([]Glyph, 0, len(t.Glyphs)-i), t.Source[at:]
	for _, g := range t.Glyphs[:i] {
		if int(g.End) > at {
			return t, Text{}, false
		}
	}
	for _, g := range t.Glyphs[i:] {
		if int(g.Start) < at {
			return t, Text{}, false
		}
		g.Start, g.End = g.Start-int32(at), g.End-int32(at)
		after.Glyphs = append(after.Glyphs, g)
	}
	after.Origin.X += before.Width()
	return before, after, true
}
