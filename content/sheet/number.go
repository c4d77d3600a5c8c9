package sheet

import (
	"math/big"
	"strings"
	"unicode"
)

// Decimals is the sign that parts the decimals off in texts.
type Decimals uint8

// The signs; the other one, a blank or an apostrophe may part the thousands.
const (
	Unsaid Decimals = iota
	Comma           // 1.234,50
	Point           // 1,234.50
)

// Numeral is a number as a text writes it.
type Numeral struct {
	minus bool
	body  string // digits, dots and commas
	blank bool   // a blank or an apostrophe parts its thousands
}

// Scan reads a text for a number: digits with a sign before or after them or in
// parentheses, which mean minus; the signs are -, − and –. "kr." and "DKK" may
// stand beside it. A dash alone is nil. An error is a *Fault.
func Scan(text string) (Numeral, error) {
	s := strings.TrimFunc(text, blank)
	var n Numeral
	if inner, is := strings.CutPrefix(s, "("); is {
		if s, is = strings.CutSuffix(inner, ")"); !is {
			return n, &Fault{Problem: BadRune, Detail: "("}
		}
		n.minus = true
	}
	s = currency(s)
	signs := 0
	for range 2 {
		for _, sign := range []string{"-", "−", "–", "—", "+"} {
			cut, before := strings.CutPrefix(s, sign)
			if !before {
				if cut, before = strings.CutSuffix(s, sign); !before {
					continue
				}
			}
			s, signs = strings.TrimFunc(cut, blank), signs+1
			n.minus = n.minus || sign != "+"
		}
		s = currency(s)
	}
	switch {
	case s == "" && signs == 1 && !strings.ContainsAny(text, "+("):
		return Numeral{body: "0"}, nil
	case s == "":
		return n, &Fault{Problem: NoDigits}
	case signs > 1, signs == 1 && strings.HasPrefix(strings.TrimFunc(text, blank), "("):
		return n, &Fault{Problem: BadRune, Detail: "-"}
	}
	return n.digits(s)
}

// blank reports a space of any width.
func blank(c rune) bool { return unicode.IsSpace(c) || c == '\u2009' || c == '\u202f' || c == '\u200a' }

// currency takes kr. and DKK off either end.
func currency(s string) string {
	s = strings.TrimFunc(s, blank)
	for _, word := range []string{"kr.", "kr", "dkk"} {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			s = strings.TrimFunc(s[len(word):], blank)
		}
		if len(s) > len(word) && strings.EqualFold(s[len(s)-len(word):], word) {
			s = strings.TrimFunc(s[:len(s)-len(word)], blank)
		}
	}
	return strings.TrimSuffix(s, ",-") // 1.234,-
}

// digits takes what is left for digits and what parts them.
func (n Numeral) digits(s string) (Numeral, error) {
	var body strings.Builder
	run, groups, parted := 0, 0, false // digits since the last blank
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			run++
			body.WriteRune(c)
		case c == '.' || c == ',':
			if parted && run != 3 {
				return n, &Fault{Problem: BadGrouping}
			}
			parted = false
			run = 0
			body.WriteRune(c)
		case blank(c) || c == '\'' || c == '’':
			if run == 0 || run > 3 || parted && run != 3 || strings.ContainsAny(body.String(), ".,") {
				return n, &Fault{Problem: BadGrouping}
			}
			n.blank, parted = true, true
			groups++
			run = 0
		default:
			return n, &Fault{Problem: BadRune, Detail: string(c)}
		}
	}
	if parted && run != 3 {
		return n, &Fault{Problem: BadGrouping}
	}
	n.body = body.String()
	if strings.Trim(n.body, ".,") == "" {
		return n, &Fault{Problem: NoDigits}
	}
	return n, nil
}

// Says is the decimal sign the text alone shows; Unsaid where it may be either.
func (n Numeral) Says() Decimals {
	dots, commas := strings.Count(n.body, "."), strings.Count(n.body, ",")
	switch {
	case dots > 0 && commas > 0:
		if strings.LastIndexByte(n.body, ',') > strings.LastIndexByte(n.body, '.') {
			return Comma
		}
		return Point
	case dots > 1:
		return Comma
	case commas > 1:
		return Point
	case dots == 0 && commas == 0:
		return Unsaid
	}
	before, after, _ := strings.Cut(strings.ReplaceAll(n.body, ",", "."), ".")
	sign := Comma
	if dots == 1 {
		sign = Point
	}
	if len(after) != 3 || len(before) > 3 || before == "" || before[0] == '0' || n.blank {
		return sign
	}
	return Unsaid
}

// Ambiguous reports a text such as 1.234, which may be thousands and may be
// decimals: one sign, with one to three digits before it and three after.
func (n Numeral) Ambiguous() bool { return n.Says() == Unsaid && strings.ContainsAny(n.body, ".,") }

// Value is the number, by the decimal sign. An error is a *Fault.
func (n Numeral) Value(d Decimals) (*big.Rat, error) {
	if says := n.Says(); says != Unsaid && d != Unsaid && says != d {
		return nil, &Fault{Problem: OtherFormat}
	} else if d == Unsaid {
		d = says
	}
	if d == Unsaid && n.Ambiguous() {
		return nil, &Fault{Problem: Ambiguous}
	}
	group, point := ".", ","
	if d == Point {
		group, point = ",", "."
	}
	whole, decimals, _ := strings.Cut(n.body, point)
	if strings.ContainsAny(decimals, ".,") || !threes(whole, group) {
		return nil, &Fault{Problem: BadGrouping}
	}
	v, ok := new(big.Rat).SetString("0" + strings.ReplaceAll(whole, group, "") + "." + decimals + "0")
	if !ok {
		return nil, &Fault{Problem: NoDigits}
	}
	if n.minus {
		v.Neg(v)
	}
	return v, nil
}

// threes reports whether a sign, where there is one, parts digits in threes.
func threes(s, sign string) bool {
	groups := strings.Split(s, sign)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (len(g) < 1 || len(g) > 3) {
			return false
		}
	}
	return true
}

// Exact reads the digits of a number cell: 1234.5, -1.5E+7. False where they are
// none, or of a size no account has.
func Exact(text string) (*big.Rat, bool) {
	mantissa, exponent, has := strings.Cut(strings.ToUpper(text), "E")
	if len(text) > 60 || strings.Trim(mantissa, "+-.0123456789") != "" || has && len(strings.TrimLeft(exponent, "+-0")) > 2 {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}
