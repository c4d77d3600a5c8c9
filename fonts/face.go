package fonts

// Library gives faces by name. It is safe for concurrent use; a face is parsed
// when it is first asked for, once.
type Library struct{}

// Embedded returns a library of the faces in this package.
func Embedded() *Library { panic("todo") }

// Face returns the face, or an error that names it where there is none.
func (l *Library) Face(id ID) (*Face, error) { panic("todo") }

// Face is one font file, parsed. It is safe for concurrent use.
type Face struct{}

// ID returns the face's name.
func (f *Face) ID() ID { panic("todo") }

// Metrics returns the face's measures.
func (f *Face) Metrics() Metrics { panic("todo") }

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool { panic("todo") }

// Advance returns a glyph's own width in font units (hmtx).
func (f *Face) Advance(g GlyphID) int { panic("todo") }

// Shape sets text from left to right with the face's kerning and ligatures. It
// keeps what it shaped, so that the same word is shaped once.
func (f *Face) Shape(text string, feat Feature) Run { panic("todo") }

// Data returns the font file. It must not be changed.
func (f *Face) Data() []byte { panic("todo") }
