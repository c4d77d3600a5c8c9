// Package bind writes references in an edition's files in place of figures that are
// written as numbers though the accounts or figures.yaml give them. The printed text
// stays what it was: a reference that would change a word of it is not written.
package bind

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// code is that of the findings that have a reference to write.
const code = "figure-unbound"

// elsewhere is that of the findings of figures that no reference gives.
const elsewhere = "figure-elsewhere"

// Figures returns the files of an edition that get references. The list has what is wrong with the edition: one with errors gets none. The
// date is the edition's where report.yaml says none.
func Figures(files fs.FS, date string) (Result, *diag.List) {
	rep, _, problems := source.LoadUnfinished(files, date)
	if rep == nil {
		return Result{}, problems
	}
	b := &binder{files: files, date: date, texts: map[string]string{}, was: words(rep)}
	for _, ch := range rep.Chapters {
		data, err := fs.ReadFile(files, ch.Pos.File)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			problems.Error(diag.Pos{File: ch.Pos.File}, unread(err))
			return Result{}, problems
		}
		b.texts[ch.Pos.File] = string(data)
	}
	waivers, more := source.Waivers(files)
	problems.Add(more)
	left, _ := check.Waive(check.Run(check.Edition{Report: rep, Files: b.texts}), append(waivers, check.Inline(rep)...))
	var all []edit
	for _, f := range left {
		if e, ok := editOf(b.texts[f.Pos.File], f); ok {
			all = append(all, e)
		}
	}
	kept := b.keep(all)
	return Result{Changed: b.written(kept), Bound: len(kept), Left: literals(left) - len(kept)}, problems
}

// Result is what binding an edition's figures came to.
type Result struct {
	Changed map[string][]byte // files, by name, as they are then
	Bound   int               // figures that are references now
	Left    int               // and those that are numbers still
}

// literals counts the findings of figures that are written as numbers.
func literals(found []check.Finding) int {
	n := 0
	for _, f := range found {
		if f.Code == code || f.Code == elsewhere {
			n++
		}
	}
	return n
}

// binder tries edits of an edition's chapters.
type binder struct {
	files fs.FS
	date  string
	texts map[string]string // of the chapters, by file
	was   []string          // what the edition says
}

// words are the texts of a report in the order they are read.
func words(rep *content.Report) []string {
	var out []string
	for _, p := range compare.Passages(rep) {
		out = append(out, p.Text)
	}
	return out
}

// keep are those of some edits with which the edition says what it said. Where one
// spoils it, the others are kept.
func (b *binder) keep(edits []edit) []edit {
	switch {
	case len(edits) == 0 || b.same(edits):
		return edits
	case len(edits) == 1:
		return nil
	}
	half := len(edits) / 2
	one, other := b.keep(edits[:half]), b.keep(edits[half:])
	if both := slices.Concat(one, other); b.same(both) {
		return both
	}
	return one
}

// same reports whether an edition with some edits says what it said.
func (b *binder) same(edits []edit) bool {
	rep, _, _ := source.LoadUnfinished(source.Overlay(b.files, b.written(edits)), b.date)
	return rep != nil && slices.Equal(words(rep), b.was)
}

// written are the files that some edits are in, with them.
func (b *binder) written(edits []edit) map[string][]byte {
	of := map[string][]edit{}
	for _, e := range edits {
		of[e.file] = append(of[e.file], e)
	}
	out := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(of)) {
		slices.SortFunc(of[name], func(a, c edit) int { return cmp.Compare(a.from, c.from) })
		out[name] = []byte(put(b.texts[name], of[name]))
	}
	return out
}

func unread(err error) diag.Message {
	return diag.Message{Code: source.CodeUnreadable, Danish: "filen kan ikke læses: " + err.Error(), English: "the file can't be read: " + err.Error()}
}
