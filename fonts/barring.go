package fonts

import (
	"math/bits"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// barring reads a face's rules of substitution and of positions (OpenType 1.9, GSUB
// and GPOS) for those by which more than a letter and the one after it decide how
// the letter comes out, and bars the pairs of letters without which such a rule
// can't hold. What rules do with one letter, or kerning with two, the shaper tells.
type barring struct {
	font  *font.Font
	tags  []opentype.Tag
	pairs *pairs
	// hopeless is set where a rule is none that is known here.
	hopeless bool
}

// The features that are always on in Latin text from left to right; those asked for
// come on top. What is on in fractions only needs U+2044, which has no slot.
var alwaysOn = [...]string{
	"rvrn", "ltra", "ltrm", "rand", "Harf", "HARF", "Buzz", "BUZZ", "abvm", "blwm", "ccmp", "locl", "mark", "mkmk", "rlig",
	"calt", "clig", "curs", "dist", "kern", "liga", "rclt",
}

// newPairs finds which pairs of a face's letters may be set by their advances. Where
// its rules are of a kind not known here, or damaged, there are none.
func newPairs(f *Face, feat Feature) (out *pairs) {
	defer func() {
		if recover() != nil {
			out = &pairs{}
		}
	}()
	b := &barring{font: f.font, pairs: &pairs{}}
	for slot := range slots {
		if c := character(uint8(slot)); slotOf(c) == uint8(slot) {
			b.pairs.glyphs[slot] = f.glyph(c)
		}
	}
	for _, tag := range alwaysOn {
		b.tags = append(b.tags, opentype.MustNewTag(tag))
	}
	for _, on := range harfbuzzFeatures(feat) {
		b.tags = append(b.tags, on.Tag)
	}
	b.classes()
	b.substitutions()
	b.positions()
	if b.hopeless {
		return &pairs{}
	}
	return b.pairs
}

// The flags of a lookup by which it passes over letters.
const (
	ignoreBase      = 0x2
	ignoreLigatures = 0x4
)

// classes leaves out what the face takes for marks, and tables of kerning that are
// no list of pairs.
func (b *barring) classes() {
	b.hopeless = len(b.font.Morx) > 0 || len(b.font.Kerx) > 0 || len(b.font.GSUB.FeatureVariations)+len(b.font.GPOS.FeatureVariations) > 0
	for _, k := range b.font.Kern {
		if _, is := k.Data.(font.Kern0); !is {
			b.hopeless = true
		}
	}
	const mark = 3
	if def := b.font.GDEF.GlyphClassDef; def != nil {
		b.drop(func(g GlyphID) bool { class, _ := def.Class(tables.GlyphID(g)); return class == mark })
	}
}

// drop leaves out the letters whose glyph is such.
func (b *barring) drop(such func(GlyphID) bool) {
	for slot, g := range b.pairs.glyphs {
		if g != 0 && such(g) {
			b.pairs.glyphs[slot] = 0
		}
	}
}

// within reports whether a glyph is in a coverage.
func within(c tables.Coverage) func(GlyphID) bool {
	return func(g GlyphID) bool { _, in := c.Index(tables.GlyphID(g)); return in }
}

// active lists the lookups of the features that are on, in any script.
func (b *barring) active(l *font.Layout) []uint16 {
	var list []uint16
	for _, f := range l.Features {
		if slices.Contains(b.tags, f.Tag) {
			list = append(list, f.LookupListIndices...)
		}
	}
	const none = 0xffff
	for _, s := range l.Scripts {
		langs := s.LangSys
		if s.DefaultLangSys != nil {
			langs = append(slices.Clone(langs), *s.DefaultLangSys)
		}
		for _, lang := range langs {
			if i := lang.RequiredFeatureIndex; i != none {
				list = append(list, l.Features[i].LookupListIndices...)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// substitutions reads GSUB.
func (b *barring) substitutions() {
	for _, i := range b.active(&b.font.GSUB.Layout) {
		lookup := b.font.GSUB.Lookups[i]
		b.flags(lookup.LookupOptions)
		for _, sub := range lookup.Subtables {
			switch sub := sub.(type) {
			case tables.SingleSubs, tables.MultipleSubs, tables.AlternateSubs: // of one letter
			case tables.LigatureSubs:
				b.ligatures(sub)
			case tables.ContextualSubs:
				if d, is := sub.Data.(tables.ContextualSubs3); is {
					b.context(d.Coverages)
				} else {
					b.drop(within(sub.Cov()))
				}
			case tables.ChainedContextualSubs:
				if d, is := sub.Data.(tables.ChainedContextualSubs3); is {
					b.context(reversed(d.BacktrackCoverages), d.InputCoverages, d.LookaheadCoverages)
				} else {
					b.drop(within(sub.Cov()))
				}
			case tables.ReverseChainSingleSubs:
				b.context(reversed(sub.BacktrackCoverages), []tables.Coverage{sub.Cov()}, sub.LookaheadCoverages)
			default:
				b.hopeless = true
			}
		}
	}
}

// positions reads GPOS.
func (b *barring) positions() {
	for _, i := range b.active(&b.font.GPOS.Layout) {
		lookup := b.font.GPOS.Lookups[i]
		b.flags(lookup.LookupOptions)
		for _, sub := range lookup.Subtables {
			switch sub := sub.(type) {
			case tables.SinglePos: // of one letter
			case tables.PairPos:
				b.kerning(sub)
			case tables.CursivePos, tables.MarkBasePos, tables.MarkLigPos, tables.MarkMarkPos:
				b.drop(within(sub.Cov()))
			case tables.ContextualPos:
				if d, is := sub.Data.(tables.ContextualPos3); is {
					b.context(d.Coverages)
				} else {
					b.drop(within(sub.Cov()))
				}
			case tables.ChainedContextualPos:
				if d, is := sub.Data.(tables.ChainedContextualPos3); is {
					b.context(reversed(d.BacktrackCoverages), d.InputCoverages, d.LookaheadCoverages)
				} else {
					b.drop(within(sub.Cov()))
				}
			default:
				b.hopeless = true
			}
		}
	}
}

// flags gives up where a lookup passes over letters, for then those that are no
// neighbours meet.
func (b *barring) flags(o font.LookupOptions) {
	if o.Flag&(ignoreBase|ignoreLigatures) != 0 {
		b.hopeless = true
	}
}

// kerning gives up where a pair takes its second letter too, which then is the first
// of no other.
func (b *barring) kerning(sub tables.PairPos) {
	switch d := sub.Data.(type) {
	case tables.PairPosData1:
		b.hopeless = b.hopeless || d.ValueFormat2 != 0
	case tables.PairPosData2:
		b.hopeless = b.hopeless || d.ValueFormat2 != 0
	default:
		b.hopeless = true
	}
}

// ligatures bars the first two letters of each.
func (b *barring) ligatures(sub tables.LigatureSubs) {
	for slot, g := range b.pairs.glyphs {
		at, in := sub.Coverage.Index(tables.GlyphID(g))
		if g == 0 || !in || at >= len(sub.LigatureSets) {
			continue
		}
		for _, l := range sub.LigatureSets[at].Ligatures {
			if len(l.ComponentGlyphIDs) == 0 {
				continue
			}
			for next, n := range b.pairs.glyphs {
				if n != 0 && n == GlyphID(l.ComponentGlyphIDs[0]) {
					b.pairs.barred[slot].add(uint8(next))
				}
			}
		}
	}
}

// context bars the pairs without which a rule does not hold that asks for so many
// letters in a row, each of a coverage: of all that stand beside each other the
// fewest. It holds for none where one of the coverages has no letter.
func (b *barring) context(parts ...[]tables.Coverage) {
	row := slices.Concat(parts...)
	if len(row) < 2 {
		return
	}
	sets := make([]slotSet, len(row))
	for i, c := range row {
		if sets[i] = b.letters(c); sets[i] == (slotSet{}) {
			return
		}
	}
	best := 0
	for i := range len(sets) - 1 {
		if sets[i].count()*sets[i+1].count() < sets[best].count()*sets[best+1].count() {
			best = i
		}
	}
	for slot := range slots {
		if sets[best].has(uint8(slot)) {
			for k := range sets[best+1] {
				b.pairs.barred[slot][k] |= sets[best+1][k]
			}
		}
	}
}

// letters are those of a coverage.
func (b *barring) letters(c tables.Coverage) (out slotSet) {
	in := within(c)
	for slot, g := range b.pairs.glyphs {
		if g != 0 && in(g) {
			out.add(uint8(slot))
		}
	}
	return out
}

func (s *slotSet) count() (n int) {
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// reversed is a list from its end: backtracks are told from the nearest on.
func reversed(list []tables.Coverage) []tables.Coverage {
	out := slices.Clone(list)
	slices.Reverse(out)
	return out
}
