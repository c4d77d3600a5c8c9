package figures

import (
	"math/big"
	"strings"

	"github.com/kl-print/kl-print/content/locale"
)

// Formats lists the words that may stand after |.
func Formats() []string {
	return []string{"kr", "tkr", "mio", "mia", "pct", "pctpoint", "antal", "tal", "dato", "år", "abs"}
}

// Eval works out the text between the braces of a reference, and writes it in
// a language. The fault is nil where all is well.
func Eval(text string, look Lookup, l locale.Locale) (Value, string, *Fault) {
	if len(text) > Longest {
		return Value{}, "", &Fault{Problem: TooLong}
	}
	expression, formats, _ := strings.Cut(text, "|")
	v, fault := evaluate(expression, look)
	if fault != nil {
		return Value{}, "", fault
	}
	at, word := len(expression)+1, ""
	for formats != "" || at <= len(text) {
		step, rest, more := strings.Cut(formats, "|")
		name := strings.TrimSpace(step)
		start := at + strings.Index(step, name)
		switch {
		case name == "abs":
			v = absolute(v)
		case word != "" || !known(name):
			return Value{}, "", &Fault{Problem: UnknownFormat, At: min(start, len(text)), Word: name}
		default:
			word = name
			if fault := suits(v.unit, word); fault != nil {
				fault.At = start
				return Value{}, "", fault
			}
		}
		at += len(step) + 1
		if formats = rest; !more {
			break
		}
	}
	out, fault := write(v, word, l)
	return v, out, fault
}

// known reports whether a word, without its decimals, is a format.
func known(word string) bool {
	name, _, _ := strings.Cut(word, ":")
	for _, f := range Formats() {
		if f == name || f == "år" && name == "aar" {
			return true
		}
	}
	return false
}

// suits tells where a value of a unit can't be written in a format, or the
// decimals asked for can't be had.
func suits(u Unit, word string) *Fault {
	name, decimals, has := strings.Cut(word, ":")
	if has && (len(decimals) != 1 || decimals < "0" || decimals > "6" || name == "dato" || name == "år" || name == "aar") {
		return &Fault{Problem: BadDecimals, Word: word}
	}
	fits := false
	switch name {
	case "kr", "tkr", "mio", "mia":
		fits = u == Kroner
	case "pct":
		fits = u == Percent
	case "pctpoint":
		fits = u == Percent || u == Point
	case "antal":
		fits = u == Count
	case "tal":
		fits = u != Calendar
	case "dato":
		fits = u == Calendar
	case "år", "aar":
		fits = u == Year
	}
	if !fits {
		return &Fault{Problem: FormatUnit, Word: name, Left: u}
	}
	return nil
}

// write writes a value in a format; where none is said, in its unit's own.
func write(v Value, word string, l locale.Locale) (string, *Fault) {
	name, decimals, has := strings.Cut(word, ":")
	if name == "" {
		name = []string{"antal", "kr", "pct", "pctpoint", "år", "dato"}[v.unit]
	}
	if v.unit == Calendar {
		return l.Date(v.date), nil
	}
	scale, places, unit := manner(v, name)
	if has {
		places = int(decimals[0] - '0')
	}
	n, ok := rounded(new(big.Rat).Quo(v.number, scale), places)
	if !ok {
		return "", &Fault{Problem: TooLarge}
	}
	if name == "år" || name == "aar" {
		return new(big.Int).SetInt64(n).String(), nil
	}
	return l.Measured(n, places, unit), nil
}

// manner says how a format writes: what a unit of it is, how many decimals
// where none are asked for, and what it is called.
func manner(v Value, name string) (scale *big.Rat, places int, unit locale.Measure) {
	one := big.NewRat(1, 1)
	switch name {
	case "kr":
		return one, wholeOr(v.number, 2), locale.Kroner
	case "tkr":
		return big.NewRat(1000, 1), 0, locale.Thousands
	case "mio":
		return big.NewRat(1_000_000, 1), 1, locale.Millions
	case "mia":
		return big.NewRat(1_000_000_000, 1), 1, locale.Billions
	case "pct":
		return one, 1, locale.Percent
	case "pctpoint":
		return one, 1, locale.Points
	case "tal":
		return one, wholeOr(v.number, 1), locale.Bare
	}
	return one, 0, locale.Bare
}

// wholeOr is no decimals for a whole number, else so many.
func wholeOr(r *big.Rat, places int) int {
	if r.IsInt() {
		return 0
	}
	return places
}

// rounded is the number with so many decimals, as an integer: the nearest, of
// two as near the one further from zero. It is the one rounding of a figure.
func rounded(r *big.Rat, places int) (int64, bool) {
	shift := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	num := new(big.Int).Mul(new(big.Int).Abs(r.Num()), shift)
	num.Lsh(num, 1).Add(num, r.Denom())
	num.Quo(num, new(big.Int).Lsh(r.Denom(), 1))
	if r.Sign() < 0 {
		num.Neg(num)
	}
	return num.Int64(), num.IsInt64()
}
