package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/subset"
	"github.com/kl-print/kl-print/layout/geom"
)

// fontFile is a face made ready for the file: a subset of it and the
// dictionaries that say how to read it.
type fontFile struct {
	name      string // of the resource
	base      string // the PostScript name with its subset tag
	metrics   fonts.Metrics
	program   []byte
	widths    string // the W array
	toUnicode []byte
}

// prepareFonts starts to subset the faces in use, side by side, and returns a
// function that waits for them.
func (u *usage) prepareFonts() func() ([]fontFile, error) {
	files, errs := make([]fontFile, len(u.faces)), make([]error, len(u.faces))
	var wait sync.WaitGroup
	for i, f := range u.faces {
		wait.Go(func() { files[i], errs[i] = f.prepare() })
	}
	return func() ([]fontFile, error) {
		wait.Wait()
		for i, err := range errs {
			if err != nil {
				return nil, fmt.Errorf("face %s: %w", u.faces[i].ID(), err)
			}
		}
		return files, nil
	}
}

func (f *face) prepare() (fontFile, error) {
	used, copies := f.usedGlyphs(), []fonts.GlyphID{}
	for _, a := range f.alias {
		copies = append(copies, a.of)
	}
	own, _ := slices.BinarySearch(used, fonts.GlyphID(f.NumGlyphs()))
	program, err := subset.TrueType(f.Data(), used[:own], copies...)
	if err != nil {
		return fontFile{}, err
	}
	return fontFile{
		name:      f.name,
		base:      subsetTag(program) + "+" + string(f.ID()),
		metrics:   f.Metrics(),
		program:   program,
		widths:    f.widths(),
		toUnicode: f.toUnicode(),
	}, nil
}

// usedGlyphs returns the glyphs in use in ascending order.
func (f *face) usedGlyphs() []fonts.GlyphID {
	var out []fonts.GlyphID
	for id := range f.glyph {
		if f.glyph[id].used {
			out = append(out, fonts.GlyphID(id))
		}
	}
	return out
}

// subsetTag returns six letters that tell this subset from another of the same
// face (ISO 32000-1, 9.6.4).
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// widths returns the W array (ISO 32000-1, 9.7.4.3): for each stretch of
// consecutive glyphs the first and their widths.
func (f *face) widths() string {
	var w writer
	w.raw("[")
	last := -2
	for id, g := range f.glyph {
		if !g.used {
			continue
		}
		if id != last+1 {
			if last >= 0 {
				w.raw("]")
			}
			w.integer(id).raw("[")
		}
		w.milli(g.width)
		last = id
	}
	if last >= 0 {
		w.raw("]")
	}
	return string(w.raw("]").b)
}

// noText is what a glyph reads as that only ever is a further part of a
// character: the zero-width space, as PDF/A wants each glyph to have a reading.
const noText = "\u200B"

// mapBlock is how many entries a block of a character map may have.
const mapBlock = 100

// toUnicode returns the map from glyphs to text (ISO 32000-1, 9.10.3).
func (f *face) toUnicode() []byte {
	used := f.usedGlyphs()
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(used) > 0 {
		n := min(len(used), mapBlock)
		b = append(strconv.AppendInt(b, int64(n), 10), " beginbfchar\n"...)
		for _, id := range used[:n] {
			text := f.glyph[id].text
			if text == "" {
				text = noText
			}
			b = append(appendHex16(append(b, '<'), uint16(id)), "> <"...)
			b = append(appendUTF16(b, text), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
		used = used[n:]
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// writeFont writes a Type 0 font over TrueType outlines (ISO 32000-1, 9.7),
// where character codes, CIDs and glyph ids are all the same.
func (f *finisher) writeFont(r ref, ff *fontFile) {
	descendant, descriptor, program, cmap := f.alloc(1), f.alloc(1), f.alloc(1), f.alloc(1)
	f.object(r, func(w *writer) {
		w.open().name("Type").name("Font").name("Subtype").name("Type0").name("BaseFont").name(ff.base)
		w.name("Encoding").name("Identity-H").name("DescendantFonts").raw("[").ref(descendant).raw("]")
		w.name("ToUnicode").ref(cmap).close()
	})
	f.object(descendant, func(w *writer) {
		w.open().name("Type").name("Font").name("Subtype").name("CIDFontType2").name("BaseFont").name(ff.base)
		w.name("CIDSystemInfo").open().name("Registry").bytes("Adobe").name("Ordering").bytes("Identity").name("Supplement").integer(0).close()
		w.name("FontDescriptor").ref(descriptor).name("CIDToGIDMap").name("Identity").name("W").raw(ff.widths).close()
	})
	f.object(descriptor, func(w *writer) { ff.descriptor(w, program) })
	f.stream(program, "/Length1 "+strconv.Itoa(len(ff.program)), ff.program)
	f.stream(cmap, "", ff.toUnicode)
}

// The font descriptor's flags (ISO 32000-1, table 123). A font of glyph ids is
// symbolic: it has no standard encoding.
const (
	flagFixed    = 1 << 0
	flagSerif    = 1 << 1
	flagSymbolic = 1 << 2
	flagItalic   = 1 << 6
)

func (ff *fontFile) descriptor(w *writer, program ref) {
	m := &ff.metrics
	flags := flagSymbolic
	for _, f := range [...]struct {
		is   bool
		flag int
	}{{m.Fixed, flagFixed}, {m.Serif, flagSerif}, {m.Italic, flagItalic}} {
		if f.is {
			flags |= f.flag
		}
	}
	w.open().name("Type").name("FontDescriptor").name("FontName").name(ff.base).name("Flags").integer(flags)
	w.name("FontBBox").raw("[")
	for _, v := range m.BBox {
		w.integer(ff.perMille(v))
	}
	w.raw("]").name("ItalicAngle").milli(int64(m.ItalicAngle))
	w.name("Ascent").integer(ff.perMille(m.Ascent)).name("Descent").integer(ff.perMille(m.Descent))
	w.name("CapHeight").integer(ff.perMille(m.CapHeight)).name("XHeight").integer(ff.perMille(m.XHeight))
	w.name("StemV").integer(stem(m.Weight)).name("FontFile2").ref(program).close()
}

// perMille returns font units as thousandths of an em.
func (ff *fontFile) perMille(v int) int {
	return int(geom.DivRound(int64(v)*1000, int64(ff.metrics.UnitsPerEm)))
}

// stem estimates the width of vertical stems, in thousandths of an em, from the
// OS/2 weight class, which is all the font says. Viewers only use it to choose
// a substitute; the formula is the one common among PDF writers.
func stem(weight int) int { return 50 + weight*weight/(65*65) }
