package para

import (
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// The apostrophe as it is typed, and as it is printed.
const (
	typed   = "'"
	printed = "’"
)

// drawn is how a text is printed: with the apostrophe of the typeface.
func drawn(text string) string { return strings.ReplaceAll(text, typed, printed) }

// appendTo shapes text and puts it at t's end. Its source stays as it was typed,
// so that a reader who searches for what is on the keyboard finds it. Characters
// the face lacks are returned.
func appendTo(t *page.Text, face *fonts.Face, feat fonts.Feature, text string) (missing []rune) {
	shown := drawn(text)
	at, first := int32(len(t.Source)), len(t.Glyphs)
	missing = t.Append(face, feat, shown)
	if shown == text {
		return missing
	}
	t.Source = t.Source[:at] + text
	offset := sources(text)
	for i := first; i < len(t.Glyphs); i++ {
		g := &t.Glyphs[i]
		g.Start, g.End = at+offset[g.Start-at], at+offset[g.End-at]
	}
	return missing
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
