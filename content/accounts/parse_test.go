package accounts

import (
	"errors"
	"math"
	"testing"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]Amount{
		"0":                         0,
		"-0":                        0,
		"7":                         700,
		"251.671.892":               25167189200,
		"251671892":                 25167189200,
		"-61.900":                   -6190000,
		"−61.900":                   -6190000,
		"4.507,66":                  450766,
		"4507,6":                    450760,
		"0,05":                      5,
		"-0,5":                      -50,
		"92.233.720.368.547.758,07": math.MaxInt64,
	} {
		got, err := Parse(text)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]Fault{
		"":                          Empty,
		"-":                         Empty,
		".":                         Empty,
		",50":                       Empty,
		"--1":                       BadRune,
		"1-":                        BadRune,
		"+1":                        BadRune,
		"1 000":                     BadRune,
		"1e3":                       BadRune,
		"0x10":                      BadRune,
		".nan":                      BadRune,
		"kr. 5":                     BadRune,
		"٣":                         BadRune,
		"1.23":                      BadGrouping,
		"1.2345":                    BadGrouping,
		".123":                      BadGrouping,
		"123.":                      BadGrouping,
		"1234.567":                  BadGrouping,
		"1..234":                    BadGrouping,
		"1,":                        BadDecimals,
		"1,234":                     BadDecimals,
		"1,2,3":                     BadDecimals,
		"1,234.567":                 BadDecimals,
		"1,.5":                      BadDecimals,
		"007":                       LeadingZero,
		"0.123":                     LeadingZero,
		"92.233.720.368.547.758,08": TooLarge,
		"99999999999999999999999":   TooLarge,
	} {
		_, err := Parse(text)
		var pe *ParseError
		if !errors.As(err, &pe) || pe.Fault != want || pe.Text != text {
			t.Errorf("Parse(%q) = %v; want %v", text, err, want)
		}
	}
}

func TestParseErrorText(t *testing.T) {
	_, err := Parse("1.23")
	if want := `amount "1.23": dots must separate the digits in threes`; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if got := Fault(99).String(); got != "fault 99" {
		t.Errorf("an unknown fault says %q", got)
	}
}

func TestAmountString(t *testing.T) {
	for want, a := range map[string]Amount{
		"0":                          0,
		"0,05":                       5,
		"-0,50":                      -50,
		"999":                        99900,
		"1.000":                      100000,
		"25.878.559":                 2587855900,
		"-92.233.720.368.547.758,08": math.MinInt64,
	} {
		if got := a.String(); got != want {
			t.Errorf("Amount(%d).String() = %q, want %q", int64(a), got, want)
		}
	}
}

func TestAddSubOverflow(t *testing.T) {
	for _, c := range []struct {
		a, b     Amount
		add, sub bool
	}{
		{1, 2, true, true},
		{0, 0, true, true},
		{math.MaxInt64, 1, false, true},
		{math.MaxInt64, -1, true, false},
		{math.MinInt64, 1, true, false},
		{math.MinInt64, -1, false, true},
		{0, math.MinInt64, true, false},
		{math.MinInt64, math.MinInt64, false, true},
	} {
		if _, ok := c.a.Add(c.b); ok != c.add {
			t.Errorf("%d + %d: ok is %v", int64(c.a), int64(c.b), ok)
		}
		if _, ok := c.a.Sub(c.b); ok != c.sub {
			t.Errorf("%d − %d: ok is %v", int64(c.a), int64(c.b), ok)
		}
	}
	if Amount(math.MinInt64).Abs() != math.MaxInt64 || Amount(-5).Abs() != 5 || Amount(5).Abs() != 5 {
		t.Error("Abs is wrong")
	}
}

// FuzzParse holds Parse to its word: what it reads, String writes so that it is
// read the same again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"251.671.892", "-61.900", "4.507,66", "−0,5", "1.23", "", "-", "007", "99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Parse(text)
		if err != nil {
			var pe *ParseError
			if !errors.As(err, &pe) || a != 0 {
				t.Fatalf("Parse(%q) = %d, %v", text, a, err)
			}
			return
		}
		again, err := Parse(a.String())
		if err != nil || again != a {
			t.Fatalf("%q is %d, written %q, read again %d, %v", text, int64(a), a, int64(again), err)
		}
	})
}

func FuzzAmountString(f *testing.F) {
	f.Add(int64(math.MaxInt64))
	f.Add(int64(-math.MaxInt64))
	f.Add(int64(-5))
	f.Fuzz(func(t *testing.T, n int64) {
		if n == math.MinInt64 {
			return // Parse keeps room for the minus sign
		}
		a := Amount(n)
		if got, err := Parse(a.String()); err != nil || got != a {
			t.Fatalf("%d written %q, read %d, %v", n, a, int64(got), err)
		}
	})
}
