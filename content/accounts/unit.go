package accounts

import (
	"math"
	"strings"
)

// Unit is what the amounts of a book are written in. The zero Unit is kroner.
type Unit struct {
	Name string // as printed above the figures, such as "t.kr."
	Ore  Amount // what one is worth; 0: a krone
}

// Units lists the units amounts can be written in, the first name of each.
func Units() []string { return []string{"kr.", "t.kr.", "mio. kr."} }

// ParseUnit reads the name of a unit, as Danish accounts write it: kroner,
// thousands of kroner or millions of kroner.
func ParseUnit(name string) (Unit, bool) {
	switch strings.ToLower(strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(name)) {
	case "kr.", "kr", "kroner", "dkk":
		return Unit{name, Kr}, true
	case "t.kr.", "t.kr", "tkr.", "tkr", "1.000kr.", "1.000kr", "1000kr.", "1000kr", "tdkk":
		return Unit{name, 1000 * Kr}, true
	case "mio.kr.", "mio.kr", "mkr.", "mkr", "mdkk":
		return Unit{name, 1_000_000 * Kr}, true
	}
	return Unit{}, false
}

// Worth is what one of the unit is, in øre.
func (u Unit) Worth() Amount { return max(u.Ore, Kr) }

// Of is an amount of which Parse read the digits as kroner, where they are of
// this unit; false where an Amount can't hold it.
func (u Unit) Of(a Amount) (Amount, bool) {
	times := u.Worth() / Kr
	if a > math.MaxInt64/times || a < -math.MaxInt64/times {
		return 0, false
	}
	return a * times, true
}

// Decimals is how many decimals it takes to write the amount in the unit,
// exactly where that can be with six.
func (u Unit) Decimals(a Amount) int {
	n, step := 0, u.Worth()
	for n < 6 && step%10 == 0 && a%step != 0 {
		n, step = n+1, step/10
	}
	return n
}

// In is the amount in the unit with so many decimals, as an integer: to the
// nearest, halves away from zero.
func (u Unit) In(a Amount, decimals int) int64 {
	step := u.Worth()
	for ; decimals > 0 && step%10 == 0; decimals-- {
		step /= 10
	}
	n, rest := a/step, a%step
	if rest.Abs() >= step-rest.Abs() {
		if a < 0 {
			n--
		} else {
			n++
		}
	}
	for ; decimals > 0; decimals-- {
		n *= 10
	}
	return int64(n)
}

// Write writes the amount in the unit, as Parse reads it.
func (u Unit) Write(a Amount) string {
	if u.Worth() == Kr {
		return a.String()
	}
	places := u.Decimals(a)
	digits := int64(1)
	for range places {
		digits *= 10
	}
	n := u.In(a, places)
	out := (Amount(n/digits) * Kr).String()
	if n < 0 && n > -digits {
		out = "-" + out
	}
	if places == 0 {
		return out
	}
	rest := max(n%digits, -(n % digits))
	text := make([]byte, places)
	for i := places - 1; i >= 0; i-- {
		text[i], rest = byte('0'+rest%10), rest/10
	}
	return out + "," + string(text)
}
