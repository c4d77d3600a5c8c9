package subset_test

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/fonts/internal/sfnt"
	"github.com/kl-print/kl-print/fonts/subset"
)

const text = "Årsberetning 2024: økonomi, é ü Ǻ ½ ‰ office – “KL”"

func face(t testing.TB, id fonts.ID) *fonts.Face {
	t.Helper()
	f, err := fonts.Embedded().Face(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// used returns the glyphs of a text, with repeats.
func used(f *fonts.Face, text string) []fonts.GlyphID {
	var ids []fonts.GlyphID
	for _, g := range f.Shape(text, 0).Glyphs {
		ids = append(ids, g.ID)
	}
	return ids
}

// glyf parses a font's outlines with the shaper's reader.
func glyf(t testing.TB, data []byte) tables.Glyf {
	t.Helper()
	loader, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	head, maxp := raw(t, loader, "head"), raw(t, loader, "maxp")
	long := head[sfnt.HeadIndexToLocFormat+1] == 1
	loca, err := tables.ParseLoca(raw(t, loader, "loca"), sfnt.U16(maxp, sfnt.MaxpNumGlyphs), long)
	if err != nil {
		t.Fatal(err)
	}
	glyphs, err := tables.ParseGlyf(raw(t, loader, "glyf"), loca)
	if err != nil {
		t.Fatal(err)
	}
	return glyphs
}

func raw(t testing.TB, loader *opentype.Loader, tag string) []byte {
	t.Helper()
	b, err := loader.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// withComponents adds the glyphs that composites are made of, found by the
// other reader.
func withComponents(all tables.Glyf, keep map[int]bool, id int) {
	if keep[id] {
		return
	}
	keep[id] = true
	if c, ok := all[id].Data.(tables.CompositeGlyph); ok {
		for _, part := range c.Glyphs {
			withComponents(all, keep, int(part.GlyphIndex))
		}
	}
}

func TestOutlinesAreKept(t *testing.T) {
	for _, id := range fonts.IDs() {
		t.Run(string(id), func(t *testing.T) {
			f := face(t, id)
			ids := used(f, text)
			cut, err := subset.TrueType(f.Data(), ids)
			if err != nil {
				t.Fatal(err)
			}
			before, after := glyf(t, f.Data()), glyf(t, cut)
			keep := map[int]bool{}
			withComponents(before, keep, 0)
			for _, g := range ids {
				withComponents(before, keep, int(g))
			}
			if len(keep) <= len(slices.Compact(slices.Sorted(slices.Values(ids)))) {
				t.Error("the text has no composites: it tests nothing")
			}
			for g := range after {
				if keep[g] && !reflect.DeepEqual(before[g], after[g]) {
					t.Errorf("glyph %d has changed", g)
				}
				if !keep[g] && !reflect.DeepEqual(after[g], tables.Glyph{}) {
					t.Errorf("glyph %d is not used, but there", g)
				}
			}
			t.Logf("%d of %d bytes, %d of %d glyphs", len(cut), len(f.Data()), len(keep), len(before))
		})
	}
}

func TestTables(t *testing.T) {
	f := face(t, fonts.SansRegular)
	ids := used(f, text)
	cut, err := subset.TrueType(f.Data(), ids)
	if err != nil {
		t.Fatal(err)
	}
	file, err := sfnt.Open(cut)
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for _, r := range file.Records {
		tags = append(tags, r.Tag)
		if r.Offset%4 != 0 {
			t.Errorf("%s lies at %d", r.Tag, r.Offset)
		}
	}
	if got := strings.Join(tags, "|"); got != "cvt |fpgm|glyf|head|hhea|hmtx|loca|maxp|prep" {
		t.Errorf("tables %s", got)
	}
	if want := int(slices.Max(ids)) + 1; file.NumGlyphs > f.NumGlyphs() || file.NumGlyphs < want {
		t.Errorf("%d glyphs, highest used %d of %d", file.NumGlyphs, want-1, f.NumGlyphs())
	}
	for _, g := range ids {
		if got, _ := file.HMetric(int(g)); got != f.Advance(g) {
			t.Errorf("glyph %d is %d wide, was %d", g, got, f.Advance(g))
		}
	}
	checkSums(t, cut, file)
}

// checkSums adds the words of each table and of the file up anew.
func checkSums(t *testing.T, data []byte, file *sfnt.File) {
	t.Helper()
	sum := func(b []byte) (s uint32) {
		for i, c := range b {
			s += uint32(c) << (24 - 8*(i%4))
		}
		return s
	}
	if got := sum(data); got != 0xB1B0AFBA {
		t.Errorf("the file adds up to %#x", got)
	}
	for i, r := range file.Records {
		table := bytes.Clone(file.Table(r.Tag))
		if r.Tag == "head" {
			clear(table[sfnt.HeadCheckSumAdjustment:][:4])
		}
		stated := binary.BigEndian.Uint32(data[sfnt.HeaderSize+i*sfnt.RecordSize+4:])
		if got := sum(table); got != stated {
			t.Errorf("%s adds up to %#x, the directory says %#x", r.Tag, got, stated)
		}
	}
}

func TestOrderAndRepeatsDoNotMatter(t *testing.T) {
	f := face(t, fonts.SerifRegular)
	original := bytes.Clone(f.Data())
	ids := used(f, text)
	a, err := subset.TrueType(f.Data(), ids)
	if err != nil {
		t.Fatal(err)
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] > ids[j] })
	b, err := subset.TrueType(f.Data(), slices.Concat(ids, ids))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the same glyphs give other bytes")
	}
	if !bytes.Equal(f.Data(), original) {
		t.Error("the font has changed")
	}
}

func TestAllGlyphs(t *testing.T) {
	f := face(t, fonts.SansRegular) // more than 128 kB of outlines: long offsets
	var all []fonts.GlyphID
	for g := range f.NumGlyphs() {
		all = append(all, fonts.GlyphID(g))
	}
	cut, err := subset.TrueType(f.Data(), all)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(glyf(t, f.Data()), glyf(t, cut)) {
		t.Error("outlines have changed")
	}
}

func TestNoGlyphs(t *testing.T) {
	cut, err := subset.TrueType(face(t, fonts.SerifRegular).Data(), nil)
	if err != nil {
		t.Fatal(err)
	}
	file, err := sfnt.Open(cut)
	if err != nil {
		t.Fatal(err)
	}
	if g, err := file.Glyph(0); file.NumGlyphs != 1 || len(g) == 0 || err != nil {
		t.Errorf("%d glyphs; .notdef has %d bytes, error %v", file.NumGlyphs, len(g), err)
	}
}

func TestSubsetOfSubset(t *testing.T) {
	f := face(t, fonts.SerifItalic)
	ids := used(f, text)
	once, err := subset.TrueType(f.Data(), ids)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := subset.TrueType(once, ids)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, twice) {
		t.Error("a second cut changes the font")
	}
}

func BenchmarkTrueType(b *testing.B) {
	f := face(b, fonts.SansRegular)
	ids := used(f, "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåé0123456789.,:;!?()–—’”“»«…€₂%§•−×½ ")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := subset.TrueType(f.Data(), ids); err != nil {
			b.Fatal(err)
		}
	}
}
