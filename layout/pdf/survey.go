package pdf

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// usage is what the pages of a document use.
type usage struct {
	mu    sync.RWMutex // pages are drawn while others are surveyed
	faces []*face      // by first use; the index is in the resource name
	byID  map[fonts.ID]*face
	files map[int]func() (imageFile, error) // by the image's index in Document.Images
}

func newUsage() *usage {
	return &usage{byID: map[fonts.ID]*face{}, files: map[int]func() (imageFile, error){}}
}

// face is a face as it is used in one document.
type face struct {
	*fonts.Face
	name  string  // of the resource, such as F1
	upem  int64   // font units to an em
	glyph []glyph // by glyph id, as far as any is used; aliases behind the face's own
	alias []alias
}

// alias is a second id of a glyph, with a reading of its own: a hyphen that ends
// a line reads as a soft hyphen. Its id is the number of glyphs in the face and
// its index. Marked content inside that of the structure would say the same, but
// poppler's reading of the structure ends with it.
type alias struct {
	of   fonts.GlyphID
	text string
}

// glyph is a glyph of a face as it is used.
type glyph struct {
	used  bool
	width int64  // its own, in millionths of an em
	text  string // what it stood for when it was first used
}

// surveyor finds the faces, glyphs and images in use.
type surveyor struct {
	*usage
	images []page.Image
	lib    *fonts.Library
}

func (s *surveyor) items(items []page.Item) error {
	for _, it := range items {
		if err := s.item(it); err != nil {
			return err
		}
	}
	return nil
}

func (s *surveyor) item(it page.Item) error {
	switch it := it.(type) {
	case page.Text:
		return s.text(&it)
	case page.Picture:
		return s.picture(it)
	case page.Group:
		return s.items(it.Items)
	case page.Shape:
		return checkPath(it)
	}
	return errors.New("an item of no known kind")
}

// checkPath finds a path that begins without a starting point, which no viewer
// would draw in the same way as another.
func checkPath(s page.Shape) error {
	if len(s.Path) > 0 && s.Path[0].Op != geom.MoveTo {
		return errors.New("a path that does not begin with a move")
	}
	return nil
}

func (s *surveyor) picture(p page.Picture) error {
	if p.Image < 0 || p.Image >= len(s.images) {
		return fmt.Errorf("image %d of %d", p.Image, len(s.images))
	}
	if s.files[p.Image] == nil {
		s.pack(p.Image, &s.images[p.Image])
	}
	return nil
}

func (s *surveyor) text(t *page.Text) error {
	if t.Size <= 0 || t.Stretch < 0 {
		return fmt.Errorf("the text %q has no size", t.Source)
	}
	f, err := s.face(t.Face)
	if err != nil {
		return err
	}
	if aliased(t) {
		id := t.Words[0].Glyphs[0].ID
		if err := f.has(t, id); err != nil {
			return err
		}
		f.useAs(id, t.Actual)
		return nil
	}
	if !t.Whole() {
		return fmt.Errorf("the text %q is not that of its words", t.Source)
	}
	for _, p := range t.Words {
		if err := f.word(t, p.Word); err != nil {
			return err
		}
	}
	return nil
}

// word notes what the glyphs of a word stand for.
func (f *face) word(t *page.Text, w *page.Word) error {
	for _, g := range w.Glyphs {
		if int(g.ID) >= f.NumGlyphs() {
			return f.has(t, g.ID)
		}
		if g.Start < 0 || g.Start > g.End || int(g.End) > len(w.Source) {
			return fmt.Errorf("the text %q has a glyph for its bytes %d to %d", t.Source, g.Start, g.End)
		}
		if g.ID == 0 {
			return fmt.Errorf("the text %q has a character %s lacks: %q", t.Source, t.Face, w.Source[g.Start:g.End])
		}
		f.use(g.ID, w.Source[g.Start:g.End])
	}
	return nil
}

// has is an error where the face has no such glyph.
func (f *face) has(t *page.Text, id fonts.GlyphID) error {
	if int(id) >= f.NumGlyphs() {
		return fmt.Errorf("the face %s has no glyph %d", t.Face, id)
	}
	return nil
}

func (s *surveyor) face(id fonts.ID) (*face, error) {
	if f := s.byID[id]; f != nil {
		return f, nil
	}
	ff, err := s.lib.Face(id)
	if err != nil {
		return nil, err
	}
	f := &face{Face: ff, name: fmt.Sprintf("F%d", len(s.faces)+1), upem: int64(ff.Metrics().UnitsPerEm)}
	if f.upem <= 0 {
		return nil, fmt.Errorf("the face %s has no em", id)
	}
	s.byID[id] = f
	s.faces = append(s.faces, f)
	return f, nil
}

// aliased reports whether the text is one glyph that is read as something else.
func aliased(t *page.Text) bool {
	return t.HasActual && t.Actual != "" && t.Len() == 1 && len(t.Words) == 1 && t.Words[0].Glyphs[0].ID != 0
}

// useAs notes that a glyph stands for text under an id of its own.
func (f *face) useAs(of fonts.GlyphID, text string) {
	if slices.Contains(f.alias, alias{of, text}) {
		return
	}
	f.alias = append(f.alias, alias{of, text})
	id := f.aliasID(of, text)
	f.use(id, text)
	f.glyph[id].width = f.perMillion(of)
}

// aliasID returns the id under which a glyph reads as text.
func (f *face) aliasID(of fonts.GlyphID, text string) fonts.GlyphID {
	return fonts.GlyphID(f.NumGlyphs() + slices.Index(f.alias, alias{of, text}))
}

// perMillion is a glyph's own width in millionths of an em.
func (f *face) perMillion(id fonts.GlyphID) int64 { return int64(f.Advance(id)) * 1_000_000 / f.upem }

// use notes that glyph id stands for text. It is read as what it stands for first,
// and spaces of all kinds as a space; a text in which it stands for something else
// says so itself.
func (f *face) use(id fonts.GlyphID, text string) {
	for int(id) >= len(f.glyph) {
		f.glyph = append(f.glyph, make([]glyph, int(id)-len(f.glyph)+1)...)
	}
	if f.glyph[id].used {
		return
	}
	if space(text) {
		text = " "
	}
	g := glyph{used: true, text: text}
	if int(id) < f.NumGlyphs() {
		g.width = f.perMillion(id)
	}
	f.glyph[id] = g
}

// reads reports whether a reader that takes each glyph of t for what it is read as
// gets Source.
func (f *face) reads(t *page.Text) bool {
	for _, p := range t.Words {
		for _, g := range p.Glyphs {
			if want, got := p.Source[g.Start:g.End], f.glyph[g.ID].text; want != got && !(space(want) && space(got)) {
				return false
			}
		}
	}
	return true
}

func space(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && n == len(s) && unicode.IsSpace(r)
}
