// Package web makes font files for a browser that is to draw glyphs by their
// ids, each at its own place, as the page model has them. The browser is left
// nothing to shape: no ligature, no kerning, no figure of another width.
package web

import (
	"encoding/binary"
	"unicode/utf16"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

// The private characters that stand for glyphs: those of plane 15 and, for the
// few a plane has not, plane 16.
const (
	firstRune   = 0xF0000
	inFirst     = 0xFFFE // the last two of a plane are no characters
	firstBeyond = 0x100000
)

// Rune returns the private character that stands for a glyph in the files of Font.
func Rune(g fonts.GlyphID) rune {
	if g < inFirst {
		return firstRune + rune(g)
	}
	return firstBeyond + rune(g) - inFirst
}

// Font returns a TrueType file with the face's outlines in which each glyph is
// what Rune returns for it. The characters of the Basic Multilingual Plane have
// their plain glyphs, for text that is measured and not seen. It says nothing of
// the face's name, which a licence may reserve for the file as it was.
func Font(face *fonts.Face) ([]byte, error) {
	file, err := sfnt.Open(face.Data())
	if err != nil {
		return nil, err
	}
	return sfnt.Assemble([]sfnt.Table{
		{Tag: "OS/2", Data: os2(file)},
		{Tag: "cmap", Data: cmap(face)},
		{Tag: "cvt ", Data: file.Table("cvt ")},
		{Tag: "fpgm", Data: file.Table("fpgm")},
		{Tag: "gasp", Data: file.Table("gasp")},
		{Tag: "glyf", Data: file.Table("glyf")},
		{Tag: "head", Data: append([]byte(nil), file.Table("head")...)},
		{Tag: "hhea", Data: file.Table("hhea")},
		{Tag: "hmtx", Data: file.Table("hmtx")},
		{Tag: "loca", Data: file.Table("loca")},
		{Tag: "maxp", Data: file.Table("maxp")},
		{Tag: "name", Data: name("page face")},
		{Tag: "post", Data: post(file)},
		{Tag: "prep", Data: file.Table("prep")},
	}), nil
}

// group is a row of characters whose glyphs follow each other.
type group struct{ first, last, glyph uint32 }

// cmap writes the characters' glyphs (OpenType 1.9, "cmap", format 12).
func cmap(face *fonts.Face) []byte {
	groups := plain(face)
	n := uint32(face.NumGlyphs())
	groups = append(groups, group{firstRune, firstRune + min(n, inFirst) - 1, 0})
	if n > inFirst {
		groups = append(groups, group{firstBeyond, firstBeyond + n - inFirst - 1, inFirst})
	}
	const header, record, own, each = 4, 8, 16, 12
	out := binary.BigEndian.AppendUint16(nil, 0)
	out = binary.BigEndian.AppendUint16(out, 1)
	out = binary.BigEndian.AppendUint16(out, 3)  // Windows
	out = binary.BigEndian.AppendUint16(out, 10) // all of Unicode
	out = binary.BigEndian.AppendUint32(out, header+record)
	out = binary.BigEndian.AppendUint16(out, 12)
	out = binary.BigEndian.AppendUint16(out, 0)
	for _, v := range []uint32{uint32(own + each*len(groups)), 0, uint32(len(groups))} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	for _, g := range groups {
		for _, v := range []uint32{g.first, g.last, g.glyph} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
	}
	return out
}

// plain are the groups of the Basic Multilingual Plane.
func plain(face *fonts.Face) (out []group) {
	for r := uint32(' '); r < 0xFFFE; r++ {
		g := uint32(face.Nominal(rune(r)))
		if g == 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].last+1 == r && out[n-1].glyph+r-out[n-1].first == g {
			out[n-1].last = r
			continue
		}
		out = append(out, group{r, r, g})
	}
	return out
}

// os2 is the face's own OS/2; a browser refuses a font without.
func os2(file *sfnt.File) []byte {
	const size, weight = 78, 4
	if t := file.Table("OS/2"); len(t) >= size {
		return t
	}
	t := make([]byte, size)
	binary.BigEndian.PutUint16(t[weight:], 400)
	return t
}

// post is the face's own without the names of glyphs (version 3).
func post(file *sfnt.File) []byte {
	const size = 32
	t := make([]byte, size)
	copy(t, file.Table("post"))
	binary.BigEndian.PutUint32(t, 0x00030000)
	return t
}

// name gives all the names a browser wants to see.
func name(text string) []byte {
	const header, record = 6, 12
	ids := []uint16{1, 2, 4, 6}
	var utf []byte
	for _, u := range utf16.Encode([]rune(text)) {
		utf = binary.BigEndian.AppendUint16(utf, u)
	}
	var out []byte
	for _, v := range []int{0, len(ids), header + record*len(ids)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	for _, id := range ids {
		for _, v := range []int{3, 1, 0x409, int(id), len(utf), 0} {
			out = binary.BigEndian.AppendUint16(out, uint16(v))
		}
	}
	return append(out, utf...)
}
