package fonts

import (
	"embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// source holds the font files as their makers published them: the Reserved Font
// Name of their licence asks for names and bytes unchanged.
//
//go:embed source
var source embed.FS

// Library gives faces by name. It is safe for concurrent use; a face is parsed
// when it is first asked for, once.
type Library struct {
	faces map[ID]func() (*Face, error)
}

// IDs lists the embedded faces.
func IDs() []ID {
	return []ID{
		SerifRegular, SerifItalic, SerifSemibold, SerifSemiboldItalic, SerifDisplay,
		SansRegular, SansItalic, SansSemibold, SansBold,
	}
}

// Embedded returns a library of the faces in this package. Each call gives one
// with faces, and so a cache, of its own: make one and share it.
func Embedded() *Library {
	l := &Library{faces: make(map[ID]func() (*Face, error))}
	for _, id := range IDs() {
		l.faces[id] = sync.OnceValues(func() (*Face, error) { return openEmbedded(id) })
	}
	return l
}

// With returns a library of base's faces and those in the given font files,
// each named by its PostScript name. It refuses files that aren't TrueType with
// glyf outlines, that have no name or one already taken, and those whose
// licence (OS/2 fsType) forbids embedding. The files must not change afterwards.
func With(base *Library, files ...[]byte) (*Library, error) {
	l := &Library{faces: maps.Clone(base.faces)}
	for i, data := range files {
		face, err := openOwn(data)
		if err != nil {
			return nil, fmt.Errorf("font file %d: %w", i+1, err)
		}
		if _, taken := l.faces[face.id]; taken {
			return nil, fmt.Errorf("font file %d: there is a face %q already", i+1, face.id)
		}
		l.faces[face.id] = func() (*Face, error) { return face, nil }
	}
	return l, nil
}

// Face returns the face, or an error that names it where there is none.
func (l *Library) Face(id ID) (*Face, error) {
	open, ok := l.faces[id]
	if !ok {
		return nil, fmt.Errorf("no font face %q; there are %q", id, slices.Sorted(maps.Keys(l.faces)))
	}
	return open()
}

func openEmbedded(id ID) (*Face, error) {
	data, err := source.ReadFile("source/" + string(id) + ".ttf")
	if err != nil {
		return nil, err
	}
	face, err := openFace(data)
	if err != nil {
		return nil, fmt.Errorf("font face %q: %w", id, err)
	}
	face.id = id
	return face, nil
}

func openOwn(data []byte) (*Face, error) {
	face, err := openFace(data)
	if err != nil {
		return nil, err
	}
	if restricted(face.file) {
		return nil, errors.New("its licence (OS/2 fsType) does not allow embedding")
	}
	face.id = postScriptName(face.file)
	if face.id == "" {
		return nil, errors.New("no PostScript name (name record 6)")
	}
	return face, nil
}
