// Package trial puts a trial balance, or a finished statement, to the lines of
// the accounts: a mapping says which cells of a sheet each line is the sum of.
package trial

import (
	"math/big"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/sheet"
)

// Mapping says how a sheet is read. Rows and columns count from 1.
type Mapping struct {
	Pos      diag.Pos
	Sheet    string         // its name; empty: the first
	Unit     Unit           // of the sheet's numbers
	Decimals sheet.Decimals // of numbers written as text; Unsaid: by the texts themselves
	Whole    bool           // amounts are rounded to a whole unit of accounts.yaml
	Turned   bool           // signs are turned, where a line does not say
	Account  int            // the column of account numbers; 0: there is none
	Label    int            // the column of labels; 0: there is none
	Amounts  []Column
	First    int // row; 0: the first there is
	Last     int // row; 0: the last there is
	Lines    []Feed
	Ignored  []Range // accounts that are to go into no line
}

// Unit is what the numbers of a sheet count.
type Unit uint8

// The units.
const (
	Kroner Unit = iota
	Thousands
	Millions
)

// Kr is how many kroner the unit is.
func (u Unit) Kr() int64 { return []int64{1, 1_000, 1_000_000}[u] }

// Column is the column of a year.
type Column struct {
	Pos    diag.Pos
	Year   int
	Number int
}

// Feed is what goes into a line: the accounts of some ranges, some rows, or the
// row with a label. One of the three is said.
type Feed struct {
	Pos      diag.Pos
	Line     string // accounts.Line.ID
	Accounts []Range
	Rows     []int
	Label    string
	Turned   bool
	New      *Insertion // the line is to be made where accounts.yaml has none
}

// Insertion is a line that accounts.yaml is to get.
type Insertion struct {
	After string // the line it stands below
	Label string
	Into  string // the sum it goes into; may be empty
}

// Range is the accounts from one number to another, both included.
type Range struct{ First, Last uint64 }

// has reports whether an account is in the range.
func (r Range) has(account uint64) bool { return r.First <= account && account <= r.Last }

// Value is a line's amount in a year, as the sheet has it.
type Value struct {
	Line     string
	Year     int
	Amount   accounts.Amount
	Cells    []string // where it comes from, such as Sheet1!C14; none: it is computed
	Computed bool     // the line is a sum that no feed gives
	Open     bool     // it could not be read, which has been told
}

// amount makes an amount of a number of the sheet: as exact as accounts.yaml can
// state it, or to a whole unit of it, halves away from zero.
func (m *Mapping) amount(n *big.Rat, unit accounts.Unit, turned bool) (accounts.Amount, bool) {
	step := int64(unit.Worth() / accounts.Kr) // two decimals
	if m.Whole {
		step = int64(unit.Worth())
	}
	v := new(big.Rat).Mul(n, big.NewRat(m.Unit.Kr()*int64(accounts.Kr), step))
	whole := rounded(v)
	whole.Mul(whole, big.NewInt(step))
	if turned {
		whole.Neg(whole)
	}
	return accounts.Amount(whole.Int64()), whole.IsInt64()
}

// rounded is the nearest whole number, halves away from zero.
func rounded(v *big.Rat) *big.Int {
	num, den := new(big.Int).Abs(v.Num()), v.Denom()
	num.Mul(num, big.NewInt(2)).Add(num, den)
	num.Quo(num, new(big.Int).Mul(den, big.NewInt(2)))
	if v.Sign() < 0 {
		num.Neg(num)
	}
	return num
}
