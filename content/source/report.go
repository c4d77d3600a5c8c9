package source

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// report reads report.yaml, and the entries of its list of chapters.
func (r *reader) report() (*content.Report, []*yaml.Node) {
	if r.root == nil {
		return &content.Report{}, nil
	}
	m := r.mapping(r.root, r.ed.format.Report)
	defer m.close()
	rep := &content.Report{
		Pos:       m.posOf("title"),
		Title:     m.text("title"),
		Subtitle:  m.text("subtitle"),
		Edition:   m.text("edition"),
		Year:      m.number("year"),
		Publisher: m.text("publisher"),
		Date:      m.dateOr(r.ed.date),
		Subject:   m.text("subject"),
	}
	m.stale(rep.Title, true, content.StaleFront)
	rep.Language = m.word("language")
	rep.Rounding = []content.Rounding{content.RoundAlone, content.RoundNote, content.RoundAdjust}[m.choice("rounding")]
	rep.BoundOnly = m.choice("figures") == 1
	for _, n := range m.words("keywords") {
		rep.Keywords = append(rep.Keywords, r.lineOfText(n))
	}
	for _, n := range m.words("hyphenation") {
		if word := r.lineOfText(n); hyphenation(word) {
			rep.Hyphenation = append(rep.Hyphenation, word)
		} else {
			r.fail(n, badHyphenation(word))
		}
	}
	for _, n := range m.words("words") {
		rep.Words = append(rep.Words, r.lineOfText(n))
	}
	return rep, m.words("chapters")
}

// dateOr is the edition's date, and the other where it says none.
func (m *mapping) dateOr(other string) string {
	if other != "" && !m.has("date") {
		m.spare("date")
		return other
	}
	return m.date("date")
}

// hyphenation reports whether a text is one word, with hyphens between its parts.
func hyphenation(word string) bool {
	for _, part := range strings.Split(word, "-") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}

// chapterIDs returns the chapters to read, in order. Where report.yaml names
// none, that has been told, and all there are in the folder are read, so that
// their problems are told too.
func (r *reader) chapterIDs(entries []*yaml.Node) []string {
	present := r.chapterFiles()
	if entries == nil {
		return present
	}
	var ids, meant []string
	for _, n := range r.parted(entries) {
		id := r.chapterID(n, present)
		switch {
		case id == "":
			meant = append(meant, slug(n.Value))
			r.unlisted = true
		case slices.Contains(ids, id):
			r.fail(n, listedTwice(chapterOf, id))
		case !slices.Contains(present, id):
			file := chapterPath(id)
			valid := slices.DeleteFunc(slices.Clone(present), func(s string) bool { return !validID(s) })
			near := r.nearest(id, valid)
			r.fail(n, misnamed(missingChapter(file, near), r.ed.misnamed(file), file))
			meant = append(meant, near)
			r.unlisted = true
		default:
			ids = append(ids, id)
		}
	}
	for _, id := range present {
		if !slices.Contains(ids, id) && !slices.Contains(meant, id) && !r.hidden.has(id) {
			r.diags.Warn(diag.Pos{File: chapterPath(id)}, unlistedChapter(id))
		}
	}
	return ids
}

// parted are the entries of a list of ids, where YAML has read some as one because
// they are not at one indent: that is told, and they are read on as meant.
func (r *reader) parted(entries []*yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	for _, n := range entries {
		next := r.line(n.Line + 1)
		dash := bytes.IndexByte(next, '-')
		ids := strings.Split(n.Value, " - ")
		if len(ids) < 2 || !isPlain(n) || dash < 0 || len(bytes.TrimSpace(next[:dash])) > 0 || slices.ContainsFunc(ids, func(s string) bool { return !validID(s) }) {
			out = append(out, n)
			continue
		}
		r.diags.Error(diag.Pos{File: r.name, Line: n.Line + 1, Column: dash + 1}, unevenEntries(ids[0], ids[1]))
		for i, id := range ids {
			one := *n
			one.Value, one.Line, one.Column = id, n.Line+i, n.Column
			out = append(out, &one)
		}
	}
	return out
}

// chapterID takes a node for a chapter's id. Where it is the name of the file,
// the id is suggested, and used to read on.
func (r *reader) chapterID(n *yaml.Node, present []string) string {
	name := strings.TrimPrefix(n.Value, chapterFolder+"/")
	name = strings.TrimSuffix(strings.TrimSuffix(name, extension), otherExtension)
	if name == n.Value || n.Kind != yaml.ScalarNode || !validID(name) {
		return r.id(n)
	}
	if slices.Contains(present, name) {
		r.fail(n, badID(n.Value, name))
	}
	return name
}

// chapterPath is the file of a chapter.
func chapterPath(id string) string { return path.Join(chapterFolder, id+extension) }

// chapterFiles lists the chapters in the folder by their ids, in the order of
// the alphabet.
func (r *reader) chapterFiles() []string {
	files, err := fs.ReadDir(r.ed.fsys, chapterFolder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.diags.Error(diag.Pos{File: chapterFolder}, unreadableFile(chapterFolder, err))
	}
	var ids []string
	for _, f := range files {
		if id, is := strings.CutSuffix(f.Name(), extension); is && !f.IsDir() && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	return ids
}
