package para

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// The apostrophe as it is typed, and as it is printed.
const (
	typed   = "'"
	printed = "’"
)

// drawn is how a text is printed: with the apostrophe of the typeface.
func drawn(text string) string { return strings.ReplaceAll(text, typed, printed) }

// shaped shapes text as it is printed. Its source stays as it was typed, so that
// a reader who searches for what is on the keyboard finds it. Characters the
// face lacks are returned.
func shaped(face *fonts.Face, feat fonts.Feature, size geom.Length, text string) (w *page.Word, missing []rune) {
	shown := drawn(text)
	var room [48]fonts.Glyph
	run := face.ShapeAnew(room[:0], shown, feat)
	return wordOf(face, run, size, text, shown), slices.Clone(run.Missing)
}

// wordOf is the word that the run of a text, as it is printed, is at a size.
func wordOf(face *fonts.Face, run fonts.Run, size geom.Length, text, shown string) *page.Word {
	w := page.WordOf(face, run, size, shown)
	if shown == text {
		return w
	}
	w.Source = text
	offset := sources(text)
	for i := range w.Glyphs {
		g := &w.Glyphs[i]
		g.Start, g.End = offset[g.Start], offset[g.End]
	}
	return w
}

// sources returns, for each byte of the drawn text and its end, the byte of the
// text it came from.
func sources(text string) []int32 {
	var out []int32
	for i := range int32(len(text)) {
		out = append(out, i)
		if text[i:i+1] == typed {
			out = append(out, i, i)
		}
	}
	return append(out, int32(len(text)))
}
