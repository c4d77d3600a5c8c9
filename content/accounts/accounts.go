// Package accounts holds exact amounts and statements of account, and checks
// that what is stated is what the parts add up to.
package accounts

import "github.com/kl-print/kl-print/content/diag"

// Amount is money in øre, a hundredth of a krone. It is exact.
type Amount int64

// Kr is one krone.
const Kr Amount = 100

// Book is the accounts of an edition.
type Book struct {
	Unit       Unit  // what the amounts are written in, and printed in; cells are in øre all the same
	Years      []int // the columns: the edition's year first, then the one before
	Statements []*Statement
	Ties       []Tie
	Changes    []Explained
}

// Statement is one statement, such as the balance sheet's assets.
type Statement struct {
	Pos   diag.Pos
	ID    string
	Title string // such as "Balance"
	When  string // such as "pr. 31. december"
	Lines []Line
	Note  string // said below the statement; may be empty
}

// Rank is how much of the statement a line sums up; it decides its rules and
// its weight.
type Rank uint8

// The ranks.
const (
	Plain    Rank = iota // an entry
	Subtotal             // a single rule under its figures
	Total                // a double rule under its figures
	Caption              // a heading without figures
	Group                // a heading of a lower order, without figures
)

// Line is one line of a statement.
type Line struct {
	Pos   diag.Pos
	ID    string // unique in the book; empty for a heading
	Label string
	Rank  Rank
	Note  string // a note's number; may be empty
	Cells []Cell // one a year; none for a heading
	Sum   []Term // what the line is the sum of; empty for an entry
}

// Cell is a line's figure in one year.
type Cell struct {
	Pos    diag.Pos
	Amount Amount // in øre, whatever the book's unit
	Absent bool   // nothing is stated, which is not the same as zero
	Open   bool   // nothing is stated yet; Absent is set too
}

// Term is a line that goes into a sum.
type Term struct {
	Line  string // a Line.ID
	Minus bool
}

// Explained is a line's change from the year before, and what it comes of: other
// lines' figures of the year, such as its result, and movements that no statement
// has.
type Explained struct {
	Pos       diag.Pos
	Name      string // such as "Egenkapitalens ændring"
	Line      string // Line.ID
	By        []Term
	Movements []Movement
}

// Movement is an amount of the edition's year that goes into a change.
type Movement struct {
	Pos    diag.Pos
	Label  string
	Amount Amount
}

// Tie is two lines that must be equal in every year.
type Tie struct {
	Pos         diag.Pos
	Name        string // what it proves, such as "Aktiver er lig passiver"
	Left, Right string // Line.ID
}
