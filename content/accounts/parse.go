package accounts

import (
	"math"
	"strconv"
	"strings"
)

// Fault is what is wrong with the text of an amount.
type Fault uint8

// The faults.
const (
	Empty       Fault = iota // there are no digits
	BadRune                  // a character no amount has
	BadGrouping              // dots that do not part the kroner in threes
	BadDecimals              // not one or two digits after the comma
	LeadingZero              // a zero before other digits
	TooLarge                 // more than an Amount can hold
)

// faultText says each fault in English, for logs and tests.
var faultText = [...]string{
	Empty:       "there are no digits",
	BadRune:     "an amount has only digits, dots, a comma and a minus sign",
	BadGrouping: "dots must separate the digits in threes",
	BadDecimals: "one or two digits must follow the comma",
	LeadingZero: "there is a zero before other digits",
	TooLarge:    "the amount is too large",
}

// String says the fault in English.
func (f Fault) String() string {
	if int(f) < len(faultText) {
		return faultText[f]
	}
	return "fault " + strconv.Itoa(int(f))
}

// ParseError tells why a text is not an amount.
type ParseError struct {
	Text  string
	Fault Fault
}

// Error says what is wrong, in English.
func (e *ParseError) Error() string {
	return "amount " + strconv.Quote(e.Text) + ": " + e.Fault.String()
}

// Parse reads an amount in kroner as it is written in Danish: an optional minus
// (- or −), digits plain or parted in threes by dots, and optionally a comma
// with one or two decimals: "251.671.892", "-61.900", "4.507,66". The error is
// a *ParseError. Any other spelling is refused rather than guessed at.
func Parse(text string) (Amount, error) {
	whole, decimals, hasComma := strings.Cut(text, ",")
	whole, negative := cutMinus(whole)
	fault := func(f Fault) (Amount, error) { return 0, &ParseError{Text: text, Fault: f} }
	switch {
	case strings.Trim(whole, "0123456789.") != "" || strings.Trim(decimals, "0123456789.,") != "":
		return fault(BadRune)
	case strings.Trim(whole, ".") == "":
		return fault(Empty)
	case hasComma && (len(decimals) < 1 || len(decimals) > 2 || strings.ContainsAny(decimals, ".,")):
		return fault(BadDecimals)
	case !grouped(whole):
		return fault(BadGrouping)
	case len(whole) > 1 && whole[0] == '0':
		return fault(LeadingZero)
	}
	amount, ok := oere(strings.ReplaceAll(whole, ".", ""), decimals)
	if !ok {
		return fault(TooLarge)
	}
	if negative {
		amount = -amount
	}
	return amount, nil
}

// cutMinus takes a minus off the front.
func cutMinus(s string) (rest string, negative bool) {
	for _, sign := range []string{"-", "−"} {
		if rest, negative = strings.CutPrefix(s, sign); negative {
			return rest, true
		}
	}
	return s, false
}

// grouped reports whether the dots in s, if any, part it in threes.
func grouped(s string) bool {
	groups := strings.Split(s, ".")
	if len(groups) == 1 {
		return true
	}
	if n := len(groups[0]); n < 1 || n > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// oere joins kroner and decimals, both digits only.
func oere(kroner, decimals string) (Amount, bool) {
	decimals = (decimals + "00")[:2]
	n, err := strconv.ParseInt(kroner+decimals, 10, 64)
	return Amount(n), err == nil
}

// String writes the amount in kroner as Parse reads it: with dots, and with a
// comma and two decimals where there are øre.
func (a Amount) String() string {
	n := uint64(a)
	if a < 0 {
		n = -n // right for math.MinInt64 too
	}
	var s strings.Builder
	if a < 0 {
		s.WriteByte('-')
	}
	writeGrouped(&s, strconv.FormatUint(n/uint64(Kr), 10))
	if rest := n % uint64(Kr); rest != 0 {
		s.WriteByte(',')
		s.WriteByte(byte('0' + rest/10))
		s.WriteByte(byte('0' + rest%10))
	}
	return s.String()
}

// writeGrouped writes digits with a dot before each three.
func writeGrouped(s *strings.Builder, digits string) {
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			s.WriteByte('.')
		}
		s.WriteByte(digits[i])
	}
}

// Abs returns the amount without its sign.
func (a Amount) Abs() Amount {
	if a == math.MinInt64 {
		return math.MaxInt64
	}
	return max(a, -a)
}

// Add returns a + b, or false where an Amount can't hold it.
func (a Amount) Add(b Amount) (Amount, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

// Sub returns a − b, or false where an Amount can't hold it.
func (a Amount) Sub(b Amount) (Amount, bool) {
	diff := a - b
	return diff, (diff < a) == (b > 0)
}
