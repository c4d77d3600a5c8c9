package source

import (
	"bytes"
	"io/fs"
	"slices"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Rereader reads one edition again and again, while somebody writes it. Files that are
// as they were are not parsed again, and chapters not read, where what they may refer
// to is as it was too; what comes of it is what a first reading makes. Nothing is kept of
// a file with errors, and reports share what has not changed: none of it must be changed.
// A nil one remembers nothing. It is not safe for concurrent use.
type Rereader struct{ last *reading }

// LoadDated is the function of that name.
func (r *Rereader) LoadDated(files fs.FS, date string) (*content.Report, *diag.List) {
	rep, work, all := r.LoadUnfinished(files, date)
	if len(work.Left) > 0 {
		all.Error(diag.Pos{File: ReportFile}, unfinished(work))
	}
	if all.HasErrors() {
		return nil, all
	}
	return rep, all
}

// LoadUnfinished is the function of that name.
func (r *Rereader) LoadUnfinished(files fs.FS, date string) (*content.Report, content.Work, *diag.List) {
	rep, work, all := r.load(files, date)
	if all.HasErrors() {
		return nil, work, all
	}
	return rep, work, all
}

// LoadDraft is the function of that name.
func (r *Rereader) LoadDraft(files fs.FS, date string) (*content.Report, content.Work, *diag.List) {
	rep, work, problems := r.load(files, date)
	for _, d := range problems.Sorted() {
		if d.Severity == diag.Error && d.Message.Code != codeSum && d.Message.Code != codeTie {
			return nil, work, problems
		}
	}
	return rep, work, problems
}

// load reads the edition; the report is whole where the list has no errors.
func (r *Rereader) load(files fs.FS, date string) (*content.Report, content.Work, *diag.List) {
	ed := newEdition(files)
	ed.date = date
	if r == nil {
		return ed.load()
	}
	ed.last, ed.keeps = r.last, true
	rep, work, all := ed.load()
	if ed.now != nil {
		r.last = ed.now
	}
	return rep, work, all
}

// reading is what was read of an edition, before its parts were held against each other.
type reading struct {
	ed       *edition
	rep      content.Report
	shared   [5]*reader // of what chapters refer to, as they were then
	there    [2]bool    // whether there were accounts and figures: the files may be closed by now
	parsed   map[string]*reader
	chapters map[string]chapterRead // by file
}

// chapterRead is a chapter that was read without errors.
type chapterRead struct {
	reader  *reader
	chapter content.Chapter
}

// seenFile is a file that a chapter names, as it was when that was read.
type seenFile struct {
	name string
	size int64
	time time.Time
}

// sound reports whether a file was read, or need not be there, without an error.
func (r *reader) sound() bool { return !r.diags.HasErrors() && !r.hidden.any() && !r.gone }

// copied is a copy of a reader, so that more can be told of the one and not of the other.
func (r *reader) copied(ed *edition) *reader {
	out := *r
	out.ed, out.diags = ed, &diag.List{}
	out.diags.Add(r.diags)
	return &out
}

// again takes the nodes of the last reading, if the text is as it was.
func (r *reader) again() bool {
	if r.ed.last == nil {
		return false
	}
	old := r.ed.last.parsed[r.name]
	if old == nil || r.diags.Len() > 0 || !r.sameText(old) {
		return false
	}
	r.root, r.partial, r.formed = old.root, old.partial, true
	return true
}

// sameText reports whether a file has the text it had for another reader.
func (r *reader) sameText(old *reader) bool {
	return r.marked == old.marked && r.returns == old.returns && bytes.Equal(r.text, old.text)
}

// sharing takes what chapters refer to from the last reading, if none of it has changed,
// and reports whether it has done so.
func (ed *edition) sharing(rep *content.Report, shared [5]*reader) bool {
	last := ed.last
	if last == nil || last.ed.date != ed.date || last.there != ed.there() {
		return false
	}
	for i, r := range shared {
		if old := last.shared[i]; !r.sound() || !old.sound() || !r.sameText(old) {
			return false
		}
	}
	for i, r := range shared[1:] {
		*r = *last.shared[i+1].copied(ed)
	}
	was := last.ed
	ed.persons, ed.groups, ed.roster, ed.units = was.persons, was.groups, was.roster, was.units
	ed.statements, ed.lines, ed.years, ed.faulty, ed.waiting = was.statements, was.lines, was.years, was.faulty, was.waiting
	ed.figures = was.figures
	rep.People, rep.Groups, rep.Units = last.rep.People, last.rep.Groups, last.rep.Units
	rep.Accounts, rep.Figures = last.rep.Accounts, last.rep.Figures
	ed.shares = true
	return true
}

// there reports whether the edition has accounts and figures: a file may be there and say nothing.
func (ed *edition) there() [2]bool { return [2]bool{ed.has(AccountsFile), ed.has(figuresFile)} }

// chapterAgain returns a chapter of the last reading and what read it, if that can
// come to nothing else now.
func (r *reader) chapterAgain() (*reader, content.Chapter, bool) {
	if !r.ed.shares {
		return nil, content.Chapter{}, false
	}
	old, known := r.ed.last.chapters[r.name]
	if !known || r.root != old.reader.root || slices.ContainsFunc(old.reader.files, func(f seenFile) bool { return !f.as(r.ed.fsys) }) {
		return nil, content.Chapter{}, false
	}
	return old.reader.copied(r.ed), old.chapter, true
}

// as reports whether a file is as it was.
func (f seenFile) as(files fs.FS) bool {
	info, err := fs.Stat(files, f.name)
	return err == nil && info.Size() == f.size && info.ModTime().Equal(f.time)
}

// see keeps how a file is that the chapter names.
func (r *reader) see(name string, file fs.File) {
	if info, err := file.Stat(); err == nil {
		r.files = append(r.files, seenFile{name, info.Size(), info.ModTime()})
	}
}

// keep keeps what was read, for the next time. It is for a rereader alone: nothing of
// it is needed else.
func (ed *edition) keep(rep *content.Report, shared [5]*reader, chapters []*reader) {
	now := &reading{ed: ed, rep: *rep, there: ed.there(), parsed: map[string]*reader{}, chapters: map[string]chapterRead{}}
	for i, r := range shared {
		now.shared[i] = r.copied(ed)
		now.parse(r)
	}
	for i, r := range chapters {
		now.parse(r)
		if r.root != nil && r.sound() {
			now.chapters[r.name] = chapterRead{r.copied(ed), rep.Chapters[i]}
		}
	}
	ed.last, ed.now = nil, now
}

// parse keeps the nodes of a file of which nothing was to be said as YAML. Where there
// are errors, what reads them may have put others in their place.
func (n *reading) parse(r *reader) {
	if r.root != nil && r.formed && r.sound() {
		n.parsed[r.name] = r
	}
}
