// Package figures works out what a reference such as {{ aarets_resultat | mio }}
// says. It knows neither files nor Markdown: names are looked up by the caller,
// and every problem is a Fault at a place in the reference. All arithmetic is in
// exact rational numbers; what is written is rounded once, to the nearest, halves
// away from zero.
package figures

import (
	"math/big"

	"github.com/kl-print/kl-print/content/accounts"
)

// Unit is what a value is a number of.
type Unit uint8

// The units. Money is in kroner, whatever it is written in.
const (
	Count    Unit = iota // a plain number, also the quotient of two values of one unit
	Kroner               // kr.
	Percent              // pct.: 2,5 pct. is 2.5
	Point                // percentage points
	Year                 // a calendar year
	Calendar             // an ISO 8601 date, which has no arithmetic
)

// Value is an exact figure with its unit. It is not changed once made.
type Value struct {
	number *big.Rat
	unit   Unit
	date   string // of a Calendar
}

// Number makes a value of a unit. The number is copied.
func Number(n *big.Rat, u Unit) Value { return Value{number: new(big.Rat).Set(n), unit: u} }

// Amount makes a value of an amount, which is in øre.
func Amount(a accounts.Amount) Value {
	return Value{number: big.NewRat(int64(a), int64(accounts.Kr)), unit: Kroner}
}

// Date makes a value of an ISO 8601 date, which the caller has checked.
func Date(iso string) Value { return Value{number: new(big.Rat), unit: Calendar, date: iso} }

// Unit returns what the value is a number of.
func (v Value) Unit() Unit { return v.unit }

// Rat returns the exact number, 0 for a date. It is a copy.
func (v Value) Rat() *big.Rat {
	if v.number == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Set(v.number)
}

// Miss is why a name gives no value.
type Miss uint8

// What a Lookup may answer.
const (
	Found     Miss = iota
	NoName         // nothing has the name
	NoYear         // it has no figure for that year
	NotStated      // its figure of that year is left blank
)

// Name is a name in an expression and the year it is asked for.
type Name struct {
	ID     string
	Year   int  // resultat@2023; 0: not said
	Before bool // resultat.forrige: the year before the edition's
	// Group is set where how many sit in a group is asked for: antal(bestyrelse).
	Group bool
}

// Lookup finds the value of a name.
type Lookup func(Name) (Value, Miss)

// Problem is what is wrong with a reference.
type Problem uint8

// The problems.
const (
	Syntax        Problem = iota // it is not an expression
	TooLong                      // it has more than Longest bytes
	UnknownName                  // Word names nothing
	UnknownGroup                 // Word is no group
	UnknownYear                  // Word has no figure for the year
	Blank                        // Word's figure is not stated
	UnknownFormat                // Word is no format
	BadDecimals                  // Word asks for a number of decimals that can't be had
	UnitsDiffer                  // Left and Right can't be added, subtracted or compared
	UnitsMeet                    // Left and Right can't be multiplied or divided
	FormatUnit                   // a value of Left can't be written as Word
	UnknownCall                  // Word is no function
	Arguments                    // Word has too few or too many arguments
	Zero                         // division by zero
	SignTurned                   // growth from a negative figure to a positive one, or the other way
	TooLarge                     // the figure has more digits than can be written
)

// Fault is a problem and where it is.
type Fault struct {
	Problem     Problem
	At          int    // bytes from the beginning of the reference's text
	Word        string // what it is about; may be empty
	Left, Right Unit
}

// Longest is how many bytes a reference may have between its braces: it bounds
// the work of any one.
const Longest = 400

// Functions lists what may be called.
func Functions() []string { return []string{"abs", "andel", "antal", "sum", "vækst"} }
