// Package source reads an edition folder: YAML and Markdown in, a checked
// content.Report out. It finds every problem in one go and tells each at its
// file, line and column, with what was expected.
//
// The way through it: text.go makes a file's bytes clean text, yaml.go makes
// that YAML nodes, mapping.go and value.go get typed values out of them, and
// the other files read one part of the edition each.
package source

import (
	"bytes"
	"io/fs"
	"slices"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// The files of an edition.
const (
	ReportFile    = "report.yaml"
	AccountsFile  = "accounts.yaml"
	peopleFile    = "people.yaml"
	figuresFile   = "figures.yaml"
	chapterFolder = "chapters"
	extension     = ".yaml"
	// otherExtension is what some programs end the names of such files with.
	otherExtension = ".yml"
)

// Load reads the edition folder. The report is nil when the list has errors; it
// may have warnings beside a report. Nothing is read outside the folder.
func Load(fsys fs.FS) (*content.Report, *diag.List) { return LoadDated(fsys, "") }

// LoadDated is Load with a date, year-month-day, for an edition whose report.yaml
// says none; where it is empty report.yaml has to say one. That an edition still
// lacks something of what a new one has to get is an error.
func LoadDated(fsys fs.FS, date string) (*content.Report, *diag.List) {
	return (*Rereader)(nil).LoadDated(fsys, date)
}

// LoadUnfinished is LoadDated for an edition that may be unfinished: what it
// still lacks is not in the list, and "?" stands for open amounts in the text and
// for charts that wait for them.
func LoadUnfinished(fsys fs.FS, date string) (*content.Report, content.Work, *diag.List) {
	return (*Rereader)(nil).LoadUnfinished(fsys, date)
}

// LoadDraft is LoadUnfinished for a draft: there is a report also where the only
// errors are sums and ties of the accounts that do not hold, which print all the
// same.
func LoadDraft(fsys fs.FS, date string) (*content.Report, content.Work, *diag.List) {
	return (*Rereader)(nil).LoadDraft(fsys, date)
}

// load reads the edition; the report is whole where the list has no errors.
func (ed *edition) load() (*content.Report, content.Work, *diag.List) {
	front := ed.open(ReportFile, needed)
	rep, entries := front.report()
	ids := front.chapterIDs(entries)
	people, book, chapters := ed.openAll(ids)
	parts, other := ed.open(unitsFile, optional), ed.open(figuresFile, optional)
	shared := [...]*reader{front, people, parts, book, other}
	if !ed.sharing(rep, shared) {
		ed.readShared(rep, people, parts, book, other)
	}
	rep.Chapters = readChapters(chapters, ids)
	for _, c := range chapters {
		rep.Bound = append(rep.Bound, c.bound...)
	}
	if ed.keeps && front.sound() {
		ed.keep(rep, shared, chapters)
	}
	ids = targets(rep.Chapters, front.diags)
	ids = append(ids, noted(rep.Chapters, chapters)...)
	for _, c := range chapters {
		ed.lost += slug(string(c.hidden.text)) + " "
	}
	if !unreadable(append(chapters, front)) { // else it is not known what there is to refer to
		checkPointers(chapters, ids)
		checkLineNotes(rep.Accounts, ids, book.diags)
	}
	forget(rep.Chapters, chapters)
	look := ed.open(themeFile, optional)
	rep.Theme = look.theme()
	rep.Files = ed.fsys

	if front.gone {
		return rep, content.Work{}, front.needing() // what is told without a report's year and chapters is not so
	}
	all, work := front.diags, front.work
	for _, r := range append([]*reader{people, parts, book, other, look}, chapters...) {
		all.Add(r.diags)
		work.Left, work.Of = append(work.Left, r.work.Left...), work.Of+r.work.Of
	}
	askers := append(chapters, front, parts)
	ed.checkLacking(all, askers)
	ed.checkNames(all, askers, people, parts, book, other, look)
	return rep, work, all
}

// readShared reads what chapters refer to.
func (ed *edition) readShared(rep *content.Report, people, parts, book, other *reader) {
	people.people()
	rep.People, rep.Groups = ed.roster.people, ed.roster.groups
	ed.roster.units = parts.organisationFile()
	rep.Units = ed.roster.units
	rep.Accounts = book.accounts(rep.Year)
	facts := other.figures()
	ed.figures, rep.Figures = ed.newShelf(rep, facts), facts.named()
	other.holdFacts(ed.figures, facts.claims)
}

// needing is the list that only says that a file is missing.
func (r *reader) needing() *diag.List {
	out := &diag.List{}
	out.Error(diag.Pos{File: r.name}, misnamed(missingFile(r.name), r.ed.misnamed(r.name), r.name))
	return out
}

// edition is what the files of an edition share. Once people and accounts are
// read it is not changed, so that chapters can be read side by side.
type edition struct {
	fsys    fs.FS
	date    string // of the edition where report.yaml says none; empty: it has to
	text    *markdown
	format  *format.Format
	blocks  map[string]blockReader
	persons index[*content.Person]
	groups  index[*content.Group]
	roster  struct {
		people []*content.Person
		groups []*content.Group
		units  []*content.Unit
	}
	units      index[*content.Unit]
	statements index[*accounts.Statement]
	lines      index[*accounts.Line]
	years      []int           // of the accounts
	faulty     map[string]bool // the ids of lines whose amounts could not be read
	waiting    map[string]bool // and of those that have one still to come
	figures    *shelf          // what references may name; nil until all of it is read
	lost       string          // what could not be read of the chapters, as the ids it may have
	opened     *openedFiles    // those read so far; nil where nobody asks for them
	keeps      bool            // for a rereader: what it has read, what is read now, and whether what chapters refer to is as it was
	last, now  *reading
	shares     bool
}

// newEdition is an edition of which nothing is read yet.
func newEdition(fsys fs.FS) *edition {
	return &edition{fsys: anyForm{fsys}, text: newMarkdown(), format: format.New(), blocks: blockReaders()}
}

// reader reads one file of the edition.
type reader struct {
	ed     *edition
	name   string
	text   []byte // as yaml reads it: UTF-8 without a mark, lines end in \n
	starts []int  // where in text each line begins
	// marked and returns are what the file had that text has not: a byte order
	// mark, and \r\n for \n.
	marked, returns bool
	gone            bool // there is no such file, and one is needed
	unlisted        bool // it names a chapter that is not there, or in no way an id can be
	root            *yaml.Node
	formed          bool                // nothing was to be said of it as YAML
	hidden          hidden              // what of it is not YAML
	partial         map[*yaml.Node]bool // the mappings that have lost keys to that
	strays          []stray             // the characters that yaml was not shown, in order
	diags           *diag.List
	guess           int // how many more words may be compared for suggestions
	// lacks are the files that the edition does not have, and that this one
	// refers to something in.
	lacks     map[string]bool
	field     string            // the key whose text is being read
	bound     []content.Binding // the figures written by reference
	pointers  []pointer         // what is referred to by id
	noteNames []string          // of the footnotes of a chapter, each as often as there are
	loneMarks []loneNote        // the marks of notes that have no text in their block
	loneNotes []loneNote        // and the texts that have no mark in it
	work      content.Work      // what is still to be done
	manner    *manner           // of what was read; nil where nobody asks for it
	faults    diag.List         // what is wrong with it as YAML, where that is asked for
	files     []seenFile        // that it names
}

// guesses bounds the work spent on suggestions in one file, so that a large
// file full of mistakes is still told of at once.
const guesses = 200_000

// open reads a file of the edition and parses it.
func (ed *edition) open(name string, n need) *reader {
	r := &reader{ed: ed, name: name, diags: &diag.List{}, guess: guesses}
	ed.opened.add(r)
	if r.load(n) && !r.again() {
		r.parse()
		r.formed = r.diags.Len() == 0 && !r.hidden.any()
	}
	if ed.opened != nil {
		r.faults.Add(r.diags)
	}
	return r
}

// openAll opens the people, the accounts and the chapters.
func (ed *edition) openAll(ids []string) (people, book *reader, chapters []*reader) {
	chapters = make([]*reader, len(ids))
	sideBySide(len(ids)+2, func(i int) {
		switch i {
		case 0:
			people = ed.open(peopleFile, optional)
		case 1:
			book = ed.open(AccountsFile, optional)
		default:
			chapters[i-2] = ed.open(chapterPath(ids[i-2]), needed)
		}
	})
	return people, book, chapters
}

// readChapters reads the chapters side by side.
func readChapters(readers []*reader, ids []string) []content.Chapter {
	chapters := make([]content.Chapter, len(readers))
	sideBySide(len(readers), func(i int) {
		if r, ch, same := readers[i].chapterAgain(); same {
			readers[i], chapters[i] = r, ch
			return
		}
		chapters[i] = readers[i].chapter(ids[i])
	})
	return chapters
}

// lack keeps that the file is needed that things of a kind stand in.
func (r *reader) lack(t thing) {
	if r.lacks == nil {
		r.lacks = map[string]bool{}
	}
	_, _, file := t.names()
	r.lacks[file] = true
}

// checkLacking reports files that something in the edition refers to and that
// are not there, each once.
func (ed *edition) checkLacking(all *diag.List, readers []*reader) {
	for _, file := range []string{AccountsFile, peopleFile, unitsFile} {
		if slices.ContainsFunc(readers, func(r *reader) bool { return r.lacks[file] }) {
			all.Error(diag.Pos{File: file}, misnamed(missingShelf(file), ed.misnamed(file), file))
		}
	}
}

// has reports whether the edition has a file.
func (ed *edition) has(name string) bool {
	info, err := fs.Stat(ed.fsys, name)
	return err == nil && !info.IsDir()
}

// sideBySide does n things, several at a time. Each has its own place for what
// it makes, so the outcome does not depend on which is first.
func sideBySide(n int, do func(i int)) {
	const atATime = 8
	var wg sync.WaitGroup
	gate := make(chan struct{}, atATime)
	for i := range n {
		gate <- struct{}{}
		wg.Go(func() {
			defer func() { <-gate }()
			do(i)
		})
	}
	wg.Wait()
}

// at is where a node stands.
func (r *reader) at(n *yaml.Node) diag.Pos {
	return diag.Pos{File: r.name, Line: n.Line, Column: n.Column}
}

// fail reports a problem at a node.
func (r *reader) fail(n *yaml.Node, m diag.Message) {
	r.diags.Put(diag.Diagnostic{Pos: r.at(n), Length: r.length(n), Severity: diag.Error, Message: m})
}

// length is how many characters a short text has that stands on one line as it is
// read; 0 for others.
func (r *reader) length(n *yaml.Node) int {
	const most = 80
	if n.Kind != yaml.ScalarNode || n.Value == "" || len(n.Value) > most || !isPlain(n) {
		return 0
	}
	line := r.line(n.Line)
	if at := byteOf(line, n.Column-1); !bytes.HasPrefix(line[at:], []byte(n.Value)) {
		return 0
	}
	return utf8.RuneCountInString(n.Value)
}
