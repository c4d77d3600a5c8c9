package fonts

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/kl-print/kl-print/fonts/internal/sfnt"
)

// Field offsets of OS/2, post and name (OpenType 1.9).
const (
	os2WeightClass   = 4
	os2FsType        = 8
	os2FamilyClass   = 30
	os2Panose        = 32
	os2FsSelection   = 62
	os2TypoAscender  = 68
	os2XHeight       = 86
	os2CapHeight     = 88
	os2Version2Size  = 96
	postItalicAngle  = 4
	postUnderline    = 8
	postIsFixedPitch = 12
)

// StemV estimates the thickness of the face's vertical stems in thousandths of
// an em, for the FontDescriptor of a PDF file, which must have it. TrueType
// files don't tell it: this is the usual estimate from the weight (tFPDF,
// mPDF), and readers use it only where they must stand in another face.
func (m Metrics) StemV() int { return 50 + m.Weight*m.Weight/(65*65) }

func readMetrics(file *sfnt.File, glyph func(rune) GlyphID) Metrics {
	head, post, os2 := file.Table("head"), file.Table("post"), file.Table("OS/2")
	m := Metrics{
		UnitsPerEm:     file.UnitsPerEm,
		ItalicAngle:    italicAngle(post),
		UnderlinePos:   sfnt.I16(post, postUnderline),
		UnderlineThick: sfnt.I16(post, postUnderline+2),
		Weight:         sfnt.U16(os2, os2WeightClass),
		Serif:          isSerif(file),
		Fixed:          sfnt.U16(post, postIsFixedPitch)|sfnt.U16(post, postIsFixedPitch+2) != 0,
	}
	for i := range m.BBox {
		m.BBox[i] = sfnt.I16(head, sfnt.HeadBBox+2*i)
	}
	const italicStyle, italicOrOblique = 1 << 1, 1<<0 | 1<<9
	m.Italic = m.ItalicAngle != 0 || sfnt.U16(head, sfnt.HeadMacStyle)&italicStyle != 0 ||
		sfnt.U16(os2, os2FsSelection)&italicOrOblique != 0
	m.Ascent, m.Descent = extent(os2, file.Table("hhea"))
	m.XHeight, m.CapHeight = heights(os2)
	if m.XHeight <= 0 {
		m.XHeight = file.Top(int(glyph('x')))
	}
	if m.CapHeight <= 0 {
		m.CapHeight = file.Top(int(glyph('H')))
	}
	return m
}

// extent gives the typographic ascender and descender, those of hhea where OS/2
// has none.
func extent(os2, hhea []byte) (ascent, descent int) {
	ascent, descent = sfnt.I16(os2, os2TypoAscender), sfnt.I16(os2, os2TypoAscender+2)
	if ascent == 0 && descent == 0 {
		ascent, descent = sfnt.I16(hhea, sfnt.HheaAscender), sfnt.I16(hhea, sfnt.HheaAscender+2)
	}
	return ascent, descent
}

// heights gives the x-height and cap height, zeros where OS/2 is of a version
// before 2 and has none.
func heights(os2 []byte) (x, capital int) {
	if sfnt.U16(os2, 0) < 2 || len(os2) < os2Version2Size {
		return 0, 0
	}
	return sfnt.I16(os2, os2XHeight), sfnt.I16(os2, os2CapHeight)
}

// italicAngle converts post's 16.16 degrees to thousandths, to the nearest.
func italicAngle(post []byte) int {
	fixed := int64(sfnt.I16(post, postItalicAngle))<<16 | int64(sfnt.U16(post, postItalicAngle+2))
	return int((fixed*1000 + 1<<15) >> 16)
}

// isSerif goes by the IBM family class, then PANOSE's serif style, then the name.
func isSerif(file *sfnt.File) bool {
	os2 := file.Table("OS/2")
	switch class := sfnt.U16(os2, os2FamilyClass) >> 8; {
	case class >= 1 && class <= 5, class == 7:
		return true
	case class == 8:
		return false
	}
	const latinText = 2
	family := sfnt.U16(os2, os2Panose) >> 8
	style := sfnt.U16(os2, os2Panose) & 0xFF
	if family == latinText && style >= 2 {
		return style <= 10 // 11 and up are the sans serifs
	}
	return strings.Contains(string(postScriptName(file)), "Serif")
}

// restricted reports whether the licence forbids embedding without leave:
// usage permission 2 of fsType.
func restricted(file *sfnt.File) bool {
	return sfnt.U16(file.Table("OS/2"), os2FsType)&0xF == 2
}

// postScriptName finds name record 6, empty where there is none that can be a
// name in a PDF file: printable ASCII without its delimiters, 63 at most.
func postScriptName(file *sfnt.File) ID {
	const postScript, recordsAt, recordSize = 6, 6, 12
	name := file.Table("name")
	storage := sfnt.U16(name, 4)
	for i := range sfnt.U16(name, 2) {
		at := recordsAt + i*recordSize
		if sfnt.U16(name, at+6) != postScript {
			continue
		}
		from := storage + sfnt.U16(name, at+10)
		to := from + sfnt.U16(name, at+8)
		if to > len(name) {
			continue
		}
		if id := decodeName(sfnt.U16(name, at), name[from:to]); validName(id) {
			return ID(id)
		}
	}
	return ""
}

// decodeName reads one byte a character on the Macintosh platform (1), UTF-16
// on the others.
func decodeName(platform int, b []byte) string {
	if platform == 1 {
		return string(b)
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func validName(s string) bool {
	for _, r := range s {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return false
		}
	}
	return s != "" && len(s) <= 63
}
