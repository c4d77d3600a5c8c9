// Package subset cuts a TrueType font down to the glyphs a document uses, for
// embedding in PDF.
package subset

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

// TrueType returns a font file with the outlines of the given glyphs, of those
// they are composed of, and of glyph 0. Glyphs keep their ids, so that a
// CIDFontType2 needs only the Identity CIDToGIDMap; the font ends after the
// highest one used. The tables are those PDF asks of such a font (ISO 32000-1,
// 9.9): glyf, head, hhea, hmtx, loca, maxp and, where there are any, cvt, fpgm
// and prep. The same glyphs in any order give the same bytes. The data is not
// changed; errors tell of a damaged font, or of a glyph it does not have.
//
// Behind the font's own glyphs come copies of those listed, in order, so that
// the first has the id that is the number of glyphs in the font: a PDF can then
// give one outline two readings.
func TrueType(data []byte, glyphs []fonts.GlyphID, copies ...fonts.GlyphID) ([]byte, error) {
	file, err := sfnt.Open(data)
	if err != nil {
		return nil, err
	}
	kept, err := closure(file, glyphs, copies)
	if err != nil {
		return nil, err
	}
	outlines, err := packOutlines(kept, len(file.Table("glyf")))
	if err != nil {
		return nil, err
	}
	return sfnt.Assemble([]sfnt.Table{
		{Tag: "cvt ", Data: file.Table("cvt ")},
		{Tag: "fpgm", Data: file.Table("fpgm")},
		{Tag: "glyf", Data: outlines.glyf},
		{Tag: "head", Data: head(file, outlines.longLoca)},
		{Tag: "hhea", Data: hhea(file, len(kept))},
		{Tag: "hmtx", Data: hmtx(file, kept)},
		{Tag: "loca", Data: outlines.loca},
		{Tag: "maxp", Data: maxp(file, len(kept))},
		{Tag: "prep", Data: file.Table("prep")},
	}), nil
}

// outline is a glyph of the subset: its description, if it is kept.
type outline struct {
	kept bool
	of   int // the glyph of the font it is: its own id, or that of the original
	data []byte
}

// closure returns the kept outlines by glyph id, up to the highest, and the
// copies behind all of the font's.
func closure(file *sfnt.File, glyphs, copies []fonts.GlyphID) ([]outline, error) {
	if file.NumGlyphs+len(copies) > maxGlyphs {
		return nil, fmt.Errorf("%d glyphs and %d copies are more than a font holds", file.NumGlyphs, len(copies))
	}
	all := make([]outline, file.NumGlyphs)
	todo := []int{0}
	for _, g := range append(slices.Clip(glyphs), copies...) {
		todo = append(todo, int(g))
	}
	count := 1
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		data, err := file.Glyph(id)
		if err != nil {
			return nil, err
		}
		if all[id].kept {
			continue
		}
		all[id] = outline{kept: true, of: id, data: data}
		count = max(count, id+1)
		if todo, err = sfnt.AppendComponents(todo, data); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", id, err)
		}
	}
	if len(copies) == 0 {
		return all[:count], nil
	}
	for _, g := range copies {
		all = append(all, all[g])
	}
	return all, nil
}

// maxGlyphs is what a glyph id can count.
const maxGlyphs = 1<<16 - 1

type packed struct {
	glyf, loca []byte
	longLoca   bool
}

// maxShortLoca is the highest offset a short loca can hold: it counts words.
const maxShortLoca = 2 * 0xFFFF

// packOutlines writes glyf and loca, each outline at an even offset. Outlines
// that add up to more than the font's glyf has overlap there: damage, which
// could blow a small font up to gigabytes.
func packOutlines(kept []outline, glyfSize int) (packed, error) {
	size, sum := 0, 0
	for id, o := range kept {
		size += even(len(o.data))
		if o.of == id {
			sum += len(o.data)
		}
	}
	if sum > glyfSize {
		return packed{}, fmt.Errorf("outlines overlap: %d bytes of %d", sum, glyfSize)
	}
	p := packed{glyf: make([]byte, 0, size), longLoca: size > maxShortLoca}
	p.addOffset()
	for _, o := range kept {
		p.glyf = append(p.glyf, o.data...)
		if len(o.data)%2 != 0 {
			p.glyf = append(p.glyf, 0)
		}
		p.addOffset()
	}
	return p, nil
}

func (p *packed) addOffset() {
	if p.longLoca {
		p.loca = binary.BigEndian.AppendUint32(p.loca, uint32(len(p.glyf)))
	} else {
		p.loca = binary.BigEndian.AppendUint16(p.loca, uint16(len(p.glyf)/2))
	}
}

func even(n int) int { return n + n%2 }

// hmtx writes the metrics of the kept glyphs, and zeros for the others, which
// compress to nothing. The last full record counts for all glyphs after it.
func hmtx(file *sfnt.File, kept []outline) []byte {
	full := fullMetrics(file, len(kept))
	var t []byte
	for id, o := range kept {
		advance, bearing := 0, 0
		if o.kept {
			advance, bearing = file.HMetric(o.of)
		} else if id == full-1 {
			advance, bearing = file.HMetric(id)
		}
		if id < full {
			t = binary.BigEndian.AppendUint16(t, uint16(advance))
		}
		t = binary.BigEndian.AppendUint16(t, uint16(bearing))
	}
	return t
}

// fullMetrics is how many of the glyphs have a record of their own: those the
// font gives one, or all where copies stand behind it.
func fullMetrics(file *sfnt.File, count int) int {
	if count > file.NumGlyphs {
		return count
	}
	return min(file.NumHMetric, count)
}

func head(file *sfnt.File, longLoca bool) []byte {
	format := uint16(0)
	if longLoca {
		format = 1
	}
	return changed(file.Table("head"), sfnt.HeadIndexToLocFormat, format)
}

func hhea(file *sfnt.File, count int) []byte {
	return changed(file.Table("hhea"), sfnt.HheaNumberOfHMetrics, uint16(fullMetrics(file, count)))
}

func maxp(file *sfnt.File, count int) []byte {
	return changed(file.Table("maxp"), sfnt.MaxpNumGlyphs, uint16(count))
}

// changed copies a table with one word of it set anew.
func changed(t []byte, offset int, word uint16) []byte {
	c := append([]byte(nil), t...)
	binary.BigEndian.PutUint16(c[offset:], word)
	return c
}
