// Package content is the report as data: chapters of blocks, people and their
// groups, statements. It is made by content/source, which has checked it, and
// it is not changed afterwards.
package content

import (
	"io/fs"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
)

// Report is a whole edition, every reference in it resolved.
type Report struct {
	Pos       diag.Pos // of the title
	Title     string
	Subtitle  string // may be empty
	Edition   string // what this form of the report is called; may be empty
	Year      int
	Publisher string
	Language  string // BCP 47 primary language, such as "da"
	Date      string // ISO 8601 date of the edition
	Subject   string // one line for catalogues; may be empty
	Keywords  []string
	// Hyphenation is words with a hyphen at every break they may have, such as
	// "kon-tingent-ind-tægter"; one without is not broken.
	Hyphenation []string
	Words       []string // that are right though no dictionary has them
	Rounding    Rounding
	// BoundOnly is set where every figure of the text is to be a reference, or waived
	// where it stands.
	BoundOnly bool
	Chapters  []Chapter
	Accounts  accounts.Book
	// People and Groups are all of people.yaml, in its order, whether or not a
	// chapter refers to them.
	People []*Person
	Groups []*Group
	// Units are all of organisation.yaml, in its order.
	Units []*Unit
	// Bound is every figure of the chapters that was written by reference, in
	// the order of the chapters and, within one, of what was read.
	Bound []Binding
	// Figures are all of figures.yaml, in its order, whether or not a chapter refers
	// to them.
	Figures []NamedFigure
	Theme   Theme
	Files   fs.FS // the edition folder, for images
}

// Hyphenated returns the words of Hyphenation without their hyphens.
func (r *Report) Hyphenated() []string {
	out := make([]string, len(r.Hyphenation))
	for i, w := range r.Hyphenation {
		out[i] = strings.ReplaceAll(w, "-", "")
	}
	return out
}

// Rounding is what is done where rounded parts don't add up to their rounded sum.
type Rounding uint8

// The ways.
const (
	RoundAlone  Rounding = iota // nothing: each figure is rounded on its own
	RoundNote                   // it is said below the figures
	RoundAdjust                 // parts are adjusted by the largest remainder, so that they add up
)

// Chapter begins on a page of its own and stands in the table of contents.
type Chapter struct {
	Pos      diag.Pos
	ID       string // the name of its file without .yaml; unique
	Title    string
	Headline string // said above the text in larger type; may be empty
	Blocks   []Block
	// Noted are the names of its footnotes that the report refers to; each is the
	// name of one alone. The id of a footnote is its chapter's, ^ and its name.
	Noted []string
}

// NamedFigure is a figure that the accounts do not have.
type NamedFigure struct {
	Pos    diag.Pos // of the name
	Name   string   // in references
	Value  figures.Value
	Year   int    // that it is of; 0: none is said
	Equals string // the expression that it comes to; may be empty
	Source string // what bears it out, and often what it counts; may be empty
}

// Person is someone in the roster.
type Person struct {
	Pos          diag.Pos
	ID           string
	Name         string
	Office       string // such as "Borgmester"; may be empty
	Party        string // the party's letter; may be empty
	Municipality string // may be empty
	Portrait     string // path of a photograph in the edition; empty: none is to be had
	Focus        Focus  // of the portrait: where the face is
}

// Member is a person's seat in a group.
type Member struct {
	Person *Person
	Role   string // such as "Formand"; empty for a plain member
}

// Group is a board, a committee or a council, in the order it is printed.
type Group struct {
	Pos     diag.Pos
	ID      string
	Name    string
	Members []Member
}

// Unit is a part of an organisation: a committee, an office, a secretariat.
type Unit struct {
	Pos   diag.Pos
	ID    string
	Name  string // that of Group where it has one
	Note  string // said below the name; may be empty
	Group *Group // those who sit in it; may be nil
	Head  *Person
	Under *Unit // what it is under; nil: nothing
}

// Inlines is a run of text with its emphasis and links.
type Inlines []Inline

// Inline is Text, Figure, PageNumber, NoteNumber, Emph, Strong, Foreign, Link, Footnote or Break.
type Inline interface{ inline() }

// Text is plain text.
type Text string

// Figure is text that a reference gave: {{ aarets_resultat | mio }}. It is set
// just as Text is.
type Figure struct {
	Pos   diag.Pos      // of the reference's first brace
	Text  string        // such as "25,9 mio. kr."
	Expr  string        // what stood between the braces
	Value figures.Value // exact, and not rounded
}

// Binding is a figure that was written by reference, and the field it stands in.
// In a field that is no Markdown, such as a heading, nothing else tells the
// figure from the text about it.
type Binding struct {
	Pos   diag.Pos // of the reference's first brace
	Field string   // the key it stands under, such as "caption"
	Text  string
	Expr  string
	Value figures.Value
	// Reason is set where it is no figure of the accounts but a literal that is let
	// stand: {{ = 2012 | reason | source }}. Source may be empty.
	Reason, Source string
}

// Emph is text set in italics.
type Emph struct{ Body Inlines }

// Strong is text set in bold.
type Strong struct{ Body Inlines }

// Foreign is text in another language than what is around it.
type Foreign struct {
	Lang string // BCP 47, registered, such as "en" or "en-GB"
	Body Inlines
}

// Link is text that leads to an address, or to a place in the report.
type Link struct {
	URL  string // absolute, with its scheme; empty where To is not
	To   string // the id of a chapter, a section or a block
	Body Inlines
}

// NoteOf is the number of the note to the statements that an id names: 3 for a block
// with the id note-3, and for a section whose title is "Note 3" and what more there is.
func NoteOf(id string) (number string, is bool) {
	name := id[strings.LastIndexByte(id, '.')+1:]
	number, is = strings.CutPrefix(name, "note-")
	number, _, _ = strings.Cut(number, "-")
	return number, is && number != ""
}

// PageNumber is the number of the page a chapter, a section or a block begins on.
// Layout sets it.
type PageNumber struct{ To string }

// NoteSign stands between a chapter's id and a footnote's name.
const NoteSign = "^"

// NoteNumber is the number of a footnote, by its id. Layout sets it.
type NoteNumber struct{ To string }

// Footnote is a note whose mark stands here, right after a word, and whose text
// stands at the foot of the page. Layout numbers it.
type Footnote struct {
	Pos  diag.Pos // of its text
	Name string   // as the chapter has it between [^ and ]
	Body Inlines  // without footnotes
}

// Break ends a line within a paragraph.
type Break struct{}

func (Text) inline()     {}
func (Figure) inline()   {}
func (Emph) inline()     {}
func (Strong) inline()   {}
func (Foreign) inline()  {}
func (Link) inline()     {}
func (Footnote) inline() {}
func (Break) inline()    {}

func (PageNumber) inline() {}
func (NoteNumber) inline() {}

// UnsetPage stands for the number of a page or a footnote that is not known yet.
const UnsetPage = "№"

// Plain returns the text alone, without footnotes.
func (in Inlines) Plain() string {
	if len(in) == 1 {
		if t, is := in[0].(Text); is {
			return string(t)
		}
	}
	var s []byte
	for _, i := range in {
		switch i := i.(type) {
		case Text:
			s = append(s, i...)
		case Figure:
			s = append(s, i.Text...)
		case Emph:
			s = append(s, i.Body.Plain()...)
		case Strong:
			s = append(s, i.Body.Plain()...)
		case Foreign:
			s = append(s, i.Body.Plain()...)
		case Link:
			s = append(s, i.Body.Plain()...)
		case PageNumber, NoteNumber:
			s = append(s, UnsetPage...)
		case Break:
			s = append(s, ' ')
		}
	}
	return string(s)
}

// Waiver lets a finding of a check stand: somebody has looked, and says why.
type Waiver struct {
	Pos    diag.Pos
	Code   string // of the rule
	File   string // of the edition; empty: any
	Text   string // words of the finding's excerpt; empty: any
	Inline bool   // it stands at the words themselves, and lets all that is found of them stand
	Reason string
	Source string // what bears it out; may be empty
}

// Work is what an edition made from last year's still lacks.
type Work struct {
	Left []Todo // in the order it was read
	Of   int    // how much there would be with none of it done
}

// Todo is one thing that is still to be done.
type Todo struct {
	Pos  diag.Pos // of what is to be changed: an open amount, or a mark that text is stale
	Kind TodoKind
	What string // the line's label, the fact's name, or the first words of the text
	Year int    // of the open amount, or the year that the text is from
	// From and To are the lines of the file that are stale, in which nothing else is
	// told; 0 for an amount and a person.
	From, To int
}

// TodoKind is what kind of thing is to be done.
type TodoKind uint8

// The kinds.
const (
	OpenAmount  TodoKind = iota // an amount of the accounts is still to come
	StaleText                   // text of a chapter or a statement is last year's
	StaleFact                   // so is a fact of figures.yaml
	StaleFront                  // so are title and date of report.yaml
	StalePerson                 // a person or a group of people.yaml is to be confirmed
)
