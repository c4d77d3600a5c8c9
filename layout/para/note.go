package para

import (
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// How the mark of a footnote is drawn in a face without raised figures of its
// own, in thousandths of the em.
const (
	markSize = 620
	markRise = 330
)

// setting is how a run is set.
type setting struct {
	size, rise geom.Length
	features   fonts.Feature
}

// setting returns how a run is set: in the style, but for the marks of
// footnotes.
func (b *builder) setting(r int) setting {
	set := setting{size: b.style.Size, features: b.style.Features}
	if b.runs[r].note == 0 {
		return set
	}
	set.features |= fonts.Superior
	if !hasSuperior(b.faces[b.runs[r].face], b.runs[r].text) {
		set.size, set.rise = b.style.Size.Scale(markSize, 1000), b.style.Size.Scale(markRise, 1000)
	}
	return set
}

// hasSuperior reports whether a face has raised figures for a number.
func hasSuperior(face *fonts.Face, number string) bool {
	plain, raised := face.Shape(number, 0), face.Shape(number, fonts.Superior)
	if len(plain.Glyphs) != len(raised.Glyphs) {
		return true
	}
	for i, g := range raised.Glyphs {
		if g.ID == plain.Glyphs[i].ID {
			return false
		}
	}
	return true
}

// drawMark draws the mark of a footnote.
func (b *builder) drawMark(r int) page.Text {
	set := b.setting(r)
	face := b.faces[b.runs[r].face]
	t, _ := page.Set(face, set.features, set.size, b.style.Color, geom.Point{Y: -set.rise}, b.runs[r].text)
	return t
}
