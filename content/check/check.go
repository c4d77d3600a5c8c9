// Package check holds a report's text against its accounts and its roster:
// figures, charts, words that go with figures, years, names, references and compounds.
// It reads no files: it is given the report and the text of the edition's files,
// which it uses only to tell where things stand.
package check

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Level is how much a finding matters.
type Level uint8

// An Error is told as wrong; a Warning is likely to be; a Note is only listed.
const (
	Error Level = iota
	Warning
	Note
)

// Text is a sentence in each language messages are told in.
type Text struct{ Danish, English string }

// In returns the text in the language.
func (t Text) In(l diag.Lang) string {
	if l == diag.Danish {
		return t.Danish
	}
	return t.English
}

// Finding is one thing the report says that its sources do not bear out.
type Finding struct {
	Pos    diag.Pos
	Length int // characters of the excerpt from Pos on; 0: unknown
	Level  Level
	Code   string // of a Rule
	Found  string // the words in question
	What   Text   // is wrong
	Should Text   // what it should be; may be empty
}

// Edition is what is checked.
type Edition struct {
	Report *content.Report
	// Files is the text of the edition's files, by name.
	Files map[string]string
	// Speller looks words up; nil: there is no dictionary.
	Speller Speller
	// Dead returns what is wrong with those of some addresses that lead nowhere;
	// nil: it is not asked.
	Dead func(addresses []string) map[string]Fault
}

// Run returns what is found, by file, line and column. The same edition gives
// the same findings.
func Run(ed Edition) []Finding {
	c := &checker{ed: ed, rep: ed.Report, ledger: newLedger(ed.Report)}
	c.runs = collect(ed.Report)
	c.whens = regexp.MustCompile(`\bi år|\bsidste år|året før|\bforrige år`)
	for _, r := range c.runs {
		r.read()
	}
	c.books = c.bookChapters()
	c.locate = newLocator(ed.Files)
	for _, rule := range c.rules() {
		rule(c)
	}
	slices.SortStableFunc(c.out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Code, b.Code))
	})
	// Two rules may tell of the same words; the first of them does.
	return slices.CompactFunc(c.out, func(a, b Finding) bool {
		return a.Pos == b.Pos && a.Code == b.Code && a.Found == b.Found && (a.Code == "figure-wrong" || a.Code == "direction" || a == b)
	})
}

// rules are those that can read the report: all of them in Danish, else those
// to which no language matters.
func (c *checker) rules() []func(*checker) {
	if c.rep.Language != "da" {
		return []func(*checker){(*checker).front, (*checker).dates, (*checker).charts, (*checker).names, (*checker).organs, (*checker).compounds, (*checker).dictionary, (*checker).links}
	}
	return []func(*checker){
		(*checker).figures, (*checker).claims, (*checker).mentions, (*checker).directions, (*checker).years, (*checker).front, (*checker).dates, (*checker).charts, (*checker).names, (*checker).organs, (*checker).parishes,
		(*checker).roster, (*checker).kontingent, (*checker).references, (*checker).compounds, (*checker).dictionary, (*checker).links,
	}
}

// checker is one checking.
type checker struct {
	ed     Edition
	rep    *content.Report
	ledger *ledger
	books  map[int]bool // the chapters that print the accounts
	runs   []*run
	locate *locator
	whens  *regexp.Regexp // of years in words
	out    []Finding
}

// tell adds a finding about bytes [from, to) of a run.
func (c *checker) tell(r *run, from, to int, level Level, code string, what, should Text) {
	found := r.text[from:to]
	c.out = append(c.out, Finding{
		Pos: c.locate.at(r, from), Length: utf8.RuneCountInString(found), Level: level, Code: code, Found: found, What: what, Should: should,
	})
}

// tellAt adds a finding about a word that stands after a place in a file.
func (c *checker) tellAt(pos diag.Pos, found string, level Level, code string, what, should Text) {
	r := &run{pos: pos, text: found}
	c.tell(r, 0, len(found), level, code, what, should)
}

// say writes a sentence in both languages with the same arguments.
func say(da, en string, args ...any) Text {
	return Text{fmt.Sprintf(da, args...), fmt.Sprintf(en, args...)}
}
