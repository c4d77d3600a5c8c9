package fonts

import (
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// shaper is HarfBuzz's working state for one face: scratch memory, and the plans
// made so far. One goroutine uses it at a time.
type shaper struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

func newShaper(f *font.Font) *shaper {
	return &shaper{font: harfbuzz.NewFont(font.NewFace(f)), buffer: harfbuzz.NewBuffer()}
}

// shape returns the shaped text, valid until the next call. Clusters are byte
// offsets.
func (s *shaper) shape(text string, feat Feature) ([]harfbuzz.GlyphInfo, []harfbuzz.GlyphPosition) {
	b := s.buffer
	b.Clear()
	for i, r := range text {
		b.AddRune(r, i)
	}
	// No language: the faces have no Danish forms, and the process's own language
	// must not show in the result.
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: scriptOf(text)}
	// A word is part of a line: an accent at its start wants no dotted circle.
	b.Flags = harfbuzz.DoNotinsertDottedCircle
	b.Shape(s.font, harfbuzzFeatures(feat))
	return b.Info, b.Pos
}

// scriptOf returns the script of the first letter, Latin where there is none.
func scriptOf(text string) language.Script {
	for _, r := range text {
		if s := language.LookupScript(r); s.Strong() && s != language.Unknown {
			return s
		}
	}
	return language.Latin
}

// harfbuzzFeatures spells features out as OpenType's; kern, liga, clig and the
// required ones are HarfBuzz's defaults.
func harfbuzzFeatures(feat Feature) []harfbuzz.Feature {
	var list []harfbuzz.Feature
	add := func(on bool, value uint32, tags ...string) {
		for _, tag := range tags {
			if on {
				list = append(list, harfbuzz.Feature{
					Tag: opentype.MustNewTag(tag), Value: value, End: harfbuzz.FeatureGlobalEnd,
				})
			}
		}
	}
	add(feat&Tabular != 0, 1, "tnum", "lnum")
	add(feat&SmallCaps != 0, 1, "smcp", "c2sc")
	add(feat&NoLigatures != 0, 0, "liga", "clig")
	add(feat&Superior != 0, 1, "sups")
	return list
}

// shaperPool keeps a face's shapers: as many as have been in use at once.
type shaperPool struct {
	mu   sync.Mutex
	idle []*shaper
}

func (p *shaperPool) get(f *font.Font) *shaper {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n > 0 {
		s := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return s
	}
	return newShaper(f)
}

func (p *shaperPool) put(s *shaper) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, s)
}
