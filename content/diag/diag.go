// Package diag holds positions in an edition's files and the problems found
// there, collected so that all of them can be told at once.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a place in a file of an edition. Line and Column count from 1, the
// column in characters; 0 is unknown.
type Pos struct {
	File         string // slash-separated, relative to the edition folder
	Line, Column int
}

// String writes the position as file:line:column, leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Severity is how much a problem matters.
type Severity uint8

// An Error stops the build; a Warning is told and does not.
const (
	Error Severity = iota
	Warning
)

// In returns the word for the severity in the language.
func (s Severity) In(l Lang) string {
	switch {
	case s == Warning && l == Danish:
		return "advarsel"
	case s == Warning:
		return "warning"
	case l == Danish:
		return "fejl"
	}
	return "error"
}

// Lang is a language messages are told in.
type Lang uint8

// The languages of messages.
const (
	English Lang = iota
	Danish
)

// Message is what is wrong and what was expected, in each language, with a
// code that stays the same from one version to the next.
type Message struct {
	Code            string // such as "unknown-key"
	Danish, English string
}

// In returns the text in the language.
func (m Message) In(l Lang) string {
	if l == Danish {
		return m.Danish
	}
	return m.English
}

// Diagnostic is a problem at a place.
type Diagnostic struct {
	Pos      Pos
	Length   int // characters from Pos on that it is about; 0: unknown
	Severity Severity
	Message  Message
}

// Text writes the diagnostic on one line: file:line:column: error: message.
func (d Diagnostic) Text(l Lang) string {
	return d.Pos.String() + ": " + d.Severity.In(l) + ": " + d.Message.In(l)
}

// List collects diagnostics. The zero value is empty and ready to use.
type List struct{ all []Diagnostic }

// Error adds a problem that stops the build.
func (l *List) Error(p Pos, m Message) {
	l.all = append(l.all, Diagnostic{Pos: p, Severity: Error, Message: m})
}

// Warn adds a problem that does not stop the build.
func (l *List) Warn(p Pos, m Message) {
	l.all = append(l.all, Diagnostic{Pos: p, Severity: Warning, Message: m})
}

// Put adds a problem.
func (l *List) Put(d Diagnostic) { l.all = append(l.all, d) }

// Add adds all of another list.
func (l *List) Add(o *List) { l.all = append(l.all, o.all...) }

// HasErrors reports whether any problem stops the build.
func (l *List) HasErrors() bool {
	return slices.ContainsFunc(l.all, func(d Diagnostic) bool { return d.Severity == Error })
}

// Len returns how many problems there are.
func (l *List) Len() int { return len(l.all) }

// Sorted returns the problems by file, line and column; those at one place stay
// in the order they were found, and the same problem is listed once.
func (l *List) Sorted() []Diagnostic {
	out := slices.Clone(l.all)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return unique(out)
}

// unique takes out what a sorted list says again of one place.
func unique(sorted []Diagnostic) []Diagnostic {
	out, place := sorted[:0], 0 // where in out the present place begins
	for _, d := range sorted {
		if n := len(out); n > 0 && out[n-1].Pos != d.Pos {
			place = n
		}
		if !slices.Contains(out[place:], d) {
			out = append(out, d)
		}
	}
	return out
}
