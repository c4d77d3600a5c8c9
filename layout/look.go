package layout

import (
	"io/fs"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/style"
)

// Look returns what a report looks like and a library with its faces, those in
// font files of the edition beside lib's. The list has what is wrong, and
// warnings of what would be hard to read; where it has errors, the look is the
// standard one.
func Look(rep *content.Report, lib *fonts.Library) (*style.Theme, *fonts.Library, *diag.List) {
	l := &looker{theme: style.Complete(rep.Theme), files: rep.Files, library: lib, named: map[string]fonts.ID{}, problems: &diag.List{}}
	families := style.Families{
		Text:     l.family(l.theme.Text, textVoice),
		Headings: l.family(l.theme.Headings, headingVoice),
		Display:  l.family(l.theme.Display, displayVoice),
	}
	l.room()
	if l.problems.HasErrors() {
		return style.Standard(), lib, l.problems
	}
	th := style.New(l.theme, families)
	l.readable(th)
	return th, l.library, l.problems
}

// LookFaults returns what is wrong with a report's look, its logo included, and warnings
// of what would be hard to read: all that is told of it when it is laid out.
func LookFaults(rep *content.Report, lib *fonts.Library) *diag.List {
	th, _, problems := Look(rep, lib)
	loadLogo(rep, th, problems)
	return problems
}

// looker makes a look of what a theme says.
type looker struct {
	theme    content.Theme // complete
	files    fs.FS
	library  *fonts.Library
	named    map[string]fonts.ID // the faces of font files, by path
	problems *diag.List
}

// voice is what a family is for.
type voice uint8

const (
	textVoice    voice = iota // needs italic and bold
	headingVoice              // needs bold
	displayVoice
)

// family finds a family's faces. What it lacks is its bold or regular face
// again, told where the voice would use it.
func (l *looker) family(said content.Setting[content.Family], v voice) style.Family {
	f := said.Value
	if f.Embedded != "" {
		return style.Embedded(f.Embedded)
	}
	out := style.Family{Regular: l.face(f.Regular), Italic: l.face(f.Italic), Bold: l.face(f.Bold), BoldItalic: l.face(f.BoldItalic)}
	if out.Italic == "" {
		out.Italic = out.Regular
		if v == textVoice {
			l.problems.Warn(said.Pos, lacksFace("italic"))
		}
	}
	if out.Bold == "" {
		out.Bold = out.Regular
		if v != displayVoice {
			l.problems.Warn(said.Pos, lacksFace("bold"))
		}
	}
	if out.BoldItalic == "" {
		out.BoldItalic = out.Bold
	}
	out.Display = out.Bold
	return out
}

// face adds a font file's face to the library and returns its name, none where
// no file is said or it can't be used.
func (l *looker) face(file content.Setting[string]) fonts.ID {
	if !file.Said {
		return ""
	}
	if id, done := l.named[file.Value]; done {
		return id
	}
	data, err := fs.ReadFile(l.files, file.Value)
	if err != nil {
		l.problems.Error(file.Pos, badFace(file.Value, err))
		return ""
	}
	id, err := fonts.NameOf(data)
	if err == nil {
		var more *fonts.Library
		if more, err = fonts.With(l.library, data); err == nil {
			l.library = more
		}
	}
	if err != nil {
		l.problems.Error(file.Pos, badFace(file.Value, err))
	}
	l.named[file.Value] = id
	return id
}

// place is where the first setting that the edition made stands, else its theme.
func (l *looker) place(settings ...diag.Pos) diag.Pos {
	for _, p := range settings {
		if p != (diag.Pos{}) {
			return p
		}
	}
	return l.theme.Pos
}
