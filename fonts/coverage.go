package fonts

import (
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// listCoverages writes the coverages of a font's lookups out as lists of glyphs.
//
// The shaper sums a lookup's coverage up in a filter, and in v0.3.5 it drops the
// rest of a coverage by ranges once part of the filter is full: "æ" is not
// kerned, "ø" gets no small capital (go-text/typesetting pull request 279,
// mended after that version). Lists are summed up rightly. The fields are not
// exported, hence unsafe; with a mended version this file goes.
func listCoverages(f *font.Font) {
	for _, lookup := range f.GSUB.Lookups {
		listAll(lookup.Subtables)
	}
	for _, lookup := range f.GPOS.Lookups {
		listAll(lookup.Subtables)
	}
}

func listAll[T any](subtables []T) {
	for i := range subtables {
		listIn(reflect.ValueOf(&subtables[i]).Elem())
	}
}

// listIn replaces the coverages in an addressable value: a subtable, or a part
// of one that is a struct, a list of coverages, or an interface to a struct.
func listIn(v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[tables.Coverage]():
		coverage := (*tables.Coverage)(unsafe.Pointer(v.UnsafeAddr()))
		*coverage = listed(*coverage)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			listIn(v.Field(i))
		}
	case v.Type() == reflect.TypeFor[[]tables.Coverage]():
		for i := range v.Len() {
			listIn(v.Index(i))
		}
	case v.Kind() == reflect.Interface && v.CanSet() && v.Elem().Kind() == reflect.Struct:
		changed := reflect.New(v.Elem().Type()).Elem()
		changed.Set(v.Elem())
		listIn(changed)
		v.Set(changed)
	}
}

// listed turns ranges into a list of the same glyphs with the same indices. It
// leaves alone what is no proper coverage: ranges that are out of order.
func listed(c tables.Coverage) tables.Coverage {
	ranges, ok := c.(tables.Coverage2)
	if !ok {
		return c
	}
	var glyphs []tables.GlyphID
	next := 0 // the lowest glyph that may follow
	for _, r := range ranges.Ranges {
		from, to := int(r.StartGlyphID), int(r.EndGlyphID)
		if from < next || to < from || int(r.StartCoverageIndex) != len(glyphs) {
			return c
		}
		for g := from; g <= to; g++ {
			glyphs = append(glyphs, tables.GlyphID(g))
		}
		next = to + 1
	}
	return tables.Coverage1{Glyphs: glyphs}
}
