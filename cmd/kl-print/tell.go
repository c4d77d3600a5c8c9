package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/diag/excerpt"
)

// How far the excerpt of a problem stands in, and how wide it is where no
// terminal says.
const (
	excerptIndent = 6
	excerptWidth  = 110
)

// teller tells people of problems: each at its place, with the line of the file
// that it is about.
type teller struct {
	w      io.Writer
	lang   diag.Lang
	words  checkWords
	paint  paint
	width  int    // of the terminal; 0: there is none, and lines are not broken
	indent string // of each problem
	under  string // the folder that files are told to be in
	files  fs.FS  // where they are read for excerpts; nil: nowhere
	read   map[string]*excerpt.File
}

// teller returns one for standard error, or standard output.
func (a *app) teller(out bool, files fs.FS) *teller {
	t := &teller{w: a.err, lang: a.lang, words: checkWordsIn(a.lang), files: files, read: map[string]*excerpt.File{}}
	terminal, width := a.errTerminal, a.errWidth
	if out {
		t.w, terminal, width = a.out, a.outTerminal, a.outWidth
	}
	t.paint = paint(a.coloured(terminal))
	if terminal {
		t.width = width
	}
	return t
}

// problem is what is told of.
type problem struct {
	diag.Pos
	length  int
	level   check.Level
	code    string // empty: it is told elsewhere
	message string
	should  string // what it should be; may be empty
	bare    bool   // without its line: what it is says more than where
}

// problemOf is a diagnostic in a language.
func problemOf(d diag.Diagnostic, lang diag.Lang) problem {
	level := check.Error
	if d.Severity == diag.Warning {
		level = check.Warning
	}
	return problem{Pos: d.Pos, length: d.Length, level: level, code: d.Message.Code, message: d.Message.In(lang)}
}

// tell writes a problem.
func (t *teller) tell(p problem) {
	colour := []string{redType, yellowType, blueType}[p.level]
	place := p.Pos
	place.File = path.Join(t.under, place.File)
	text := excerpt.Safe(p.message)
	if p.code != "" {
		text += " [" + p.code + "]"
	}
	head := t.indent + t.paint.in(boldType, excerpt.Safe(place.String())) + ": " + t.paint.in(colour, t.words.levels[p.level]) + ":"
	from := len(t.indent) + excerpt.Columns(excerpt.Safe(place.String())+": "+t.words.levels[p.level]+":")
	fmt.Fprintln(t.w, t.broken(head, from, text))
	if e, ok := t.excerpt(p); ok {
		in := strings.Repeat(" ", excerptIndent)
		fmt.Fprintf(t.w, "%s%s\n%s%s%s\n", in, e.Text, in, strings.Repeat(" ", e.Indent), t.paint.in(colour, strings.Repeat("^", e.Width)))
	}
	if p.should != "" {
		fmt.Fprintf(t.w, "%s%s: %s\n", strings.Repeat(" ", excerptIndent), t.words.should, excerpt.Safe(p.should))
	}
}

// broken goes on from a head that ends at a column with words, broken at the
// terminal's width.
func (t *teller) broken(head string, from int, text string) string {
	if t.width == 0 {
		return head + " " + text
	}
	const in = 4
	var b strings.Builder
	b.WriteString(head)
	at := from
	for word := range strings.SplitSeq(text, " ") {
		n := excerpt.Columns(word)
		if at+1+n > t.width && at > in {
			b.WriteString("\n" + strings.Repeat(" ", in))
			at = in
		} else {
			b.WriteString(" ")
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// excerpt is the line a problem is about.
func (t *teller) excerpt(p problem) (excerpt.Excerpt, bool) {
	if p.bare || t.files == nil || p.Line == 0 || p.Column == 0 {
		return excerpt.Excerpt{}, false
	}
	f, known := t.read[p.File]
	if !known {
		if f = t.open(p.File); len(t.read) >= mostRead {
			clear(t.read)
		}
		t.read[p.File] = f
	}
	if f == nil {
		return excerpt.Excerpt{}, false
	}
	most := excerptWidth
	if t.width > 0 {
		most = t.width - excerptIndent
	}
	return f.At(p.Line, p.Column, p.length, most)
}

// mostRead is of how many files the lines are kept: problems come file by file, or
// from a few.
const mostRead = 16

// largestShown is how many bytes a file may have that excerpts are shown of: more
// than the loader reads.
const largestShown = 8 << 20

// open reads a file for excerpts; nil where it is no text to be shown.
func (t *teller) open(name string) *excerpt.File {
	f, err := t.files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestShown+1))
	if err != nil || len(data) > largestShown || strings.Contains(string(data), "\x00") {
		return nil
	}
	return excerpt.New(string(data))
}

// told is problems in the order they are told of, and what people are told.
type told struct {
	list []diag.Diagnostic
	text bytes.Buffer
}

// word finds the words for problems in an edition's files; the journal needs none.
func (a *app) word(list []diag.Diagnostic, files fs.FS, under string) *told {
	w := &told{list: list}
	if a.journal != nil {
		return w
	}
	t := a.teller(false, files)
	t.w, t.under = &w.text, under
	for _, d := range list {
		t.tell(problemOf(d, a.lang))
	}
	return w
}

// tellEach tells of problems in an edition's files, in the order they are in, and
// returns how many there were.
func (a *app) tellEach(list []diag.Diagnostic, files fs.FS, under string) (errs, warnings int) {
	return a.utter(a.word(list, files, under), under)
}

// utter tells of problems the words for which are found.
func (a *app) utter(w *told, under string) (errs, warnings int) {
	for _, d := range w.list {
		if a.journal != nil {
			a.journal.tell(problemOf(d, a.lang).event(under))
		}
		if d.Severity == diag.Error {
			errs++
		} else {
			warnings++
		}
	}
	_, _ = w.text.WriteTo(a.err) // there is nowhere to tell of an error
	return errs, warnings
}

// tell tells of problems and how many there were, and whether what was asked for
// was made all the same.
func (b *build) tell(problems *diag.List, made bool) {
	b.utter(b.word(problems.Sorted(), b.files, b.under), made)
}

// utter is tell where the words are found.
func (b *build) utter(w *told, made bool) {
	errs, warnings := b.app.utter(w, b.under)
	b.journal.tell(event{Event: eventCounts, Errors: &errs, Warnings: &warnings})
	if errs+warnings == 0 || b.journal != nil {
		return
	}
	text := b.say.counts(errs, warnings, made)
	if i := slices.IndexFunc(w.list, func(d diag.Diagnostic) bool { return d.Severity == diag.Error && d.Message.Code != "" }); i >= 0 {
		text += fmt.Sprintf(b.say.seeExplain, w.list[i].Message.Code)
	}
	b.complain(text)
}

// event is a problem in the journal.
func (p problem) event(under string) event {
	return event{Event: eventProblem, Level: levelName(p.level), Code: p.code, File: path.Join(under, p.File), Line: p.Line, Column: p.Column,
		Length: p.length, Message: p.message, Should: p.should}
}
