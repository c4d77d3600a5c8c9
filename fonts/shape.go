package fonts

import (
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// Shape sets text from left to right with the face's kerning and ligatures. It
// keeps what only the shaper can tell, so that the same word goes to it once.
//
// The glyphs' Start and End cover the text in order, with nothing left out. A
// character without a glyph gets glyph 0 and is listed in Missing, once; so does
// U+FFFD for bytes that aren't UTF-8. A soft hyphen and other characters that
// are ignored by default (joiners, the byte order mark) become glyphs of no
// width and no ink.
func (f *Face) Shape(text string, feat Feature) Run {
	if run, ok := f.pairsOf(feat).run(nil, text); ok || text == "" {
		return run
	}
	if run, ok := f.runs.get(text, feat); ok {
		return run
	}
	run := f.ShapeAnew(nil, text, feat)
	f.runs.put(text, feat, run)
	return run
}

// ShapeAnew is Shape for text whose run is kept elsewhere, or not at all. The run's
// glyphs may be in room, which is then overwritten.
func (f *Face) ShapeAnew(room []Glyph, text string, feat Feature) Run {
	if text == "" {
		return Run{}
	}
	known := f.pairsOf(feat)
	if run, ok := known.run(room, text); ok {
		return run
	}
	run := f.shape(text, feat)
	known.learn(text, run)
	return run
}

// Width is how wide Shape sets a text, in font units, and what is missing.
func (f *Face) Width(text string, feat Feature) (width int32, missing []rune) {
	if width, _, ok := f.pairsOf(feat).width(text); ok {
		return width, nil
	}
	run := f.Shape(text, feat)
	return run.Width, run.Missing
}

// shape runs the shaper. A damaged font of the user's can make it panic: then
// the whole text is missing.
func (f *Face) shape(text string, feat Feature) (run Run) {
	defer func() {
		if recover() != nil {
			run = allMissing(text)
		}
	}()
	s := f.shapers.get(f.font)
	infos, positions := s.shape(text, feat)
	run = f.collect(text, infos, positions)
	f.shapers.put(s)
	return run
}

// collect turns the shaper's result into a run. Its clusters are offsets of the
// text's characters, rising from one glyph to the next; glyphs that stand for
// the same characters share one.
func (f *Face) collect(text string, infos []harfbuzz.GlyphInfo, positions []harfbuzz.GlyphPosition) Run {
	run := Run{Glyphs: make([]Glyph, len(infos))}
	at := 0
	for i := 0; i < len(infos); {
		next := i + 1
		for next < len(infos) && infos[next].Cluster <= infos[i].Cluster {
			next++
		}
		end := len(text)
		if next < len(infos) {
			end = min(infos[next].Cluster, end)
		}
		f.collectCluster(&run, i, next, infos, positions)
		setCluster(run.Glyphs[i:next], at, end)
		f.noteMissing(&run, run.Glyphs[i:next], text[at:end])
		i, at = next, end
	}
	if !utf8.ValidString(text) {
		run.addMissing(utf8.RuneError)
	}
	return run
}

func (f *Face) collectCluster(run *Run, from, to int, infos []harfbuzz.GlyphInfo, positions []harfbuzz.GlyphPosition) {
	for i := from; i < to; i++ {
		pos := positions[i]
		run.Glyphs[i] = Glyph{ID: f.known(infos[i].Glyph), Advance: pos.XAdvance, DX: pos.XOffset, DY: pos.YOffset}
		run.Width += pos.XAdvance
	}
}

// known guards against substitutions, in damaged fonts, by glyphs that don't exist.
func (f *Face) known(g font.GID) GlyphID {
	if int64(g) >= int64(f.file.NumGlyphs) {
		return 0
	}
	return GlyphID(g)
}

// setCluster gives the first of a cluster's glyphs its text.
func setCluster(glyphs []Glyph, start, end int) {
	for i := range glyphs {
		glyphs[i].Start, glyphs[i].End = int32(end), int32(end)
	}
	glyphs[0].Start = int32(start)
}

// noteMissing lists those of a cluster's characters that came out as glyph 0.
func (f *Face) noteMissing(run *Run, glyphs []Glyph, text string) {
	if !slices.ContainsFunc(glyphs, func(g Glyph) bool { return g.ID == 0 }) {
		return
	}
	for _, r := range text {
		if !f.Has(r) && !harfbuzz.IsDefaultIgnorable(r) {
			run.addMissing(r)
		}
	}
}

func (r *Run) addMissing(c rune) {
	if !slices.Contains(r.Missing, c) {
		r.Missing = append(r.Missing, c)
	}
}

// allMissing is what is left of a text that can't be shaped: glyph 0 for all of it.
func allMissing(text string) Run {
	run := Run{Glyphs: []Glyph{{End: int32(len(text))}}}
	for _, r := range text {
		run.addMissing(r)
	}
	return run
}
