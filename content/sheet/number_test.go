package sheet

import (
	"errors"
	"math/big"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	const ambiguous, bad = "?", "!"
	for _, c := range []struct{ text, unsaid, comma, point string }{
		{"1234", "1234", "1234", "1234"},
		{"1.234", ambiguous, "1234", "1.234"},
		{"1,234", ambiguous, "1.234", "1234"},
		{"1.234,50", "1234.5", "1234.5", bad},
		{"1,234.50", "1234.5", bad, "1234.5"},
		{"251.671.892", "251671892", "251671892", bad},
		{"251,671,892", "251671892", bad, "251671892"},
		{"12,5", "12.5", "12.5", bad},
		{"12.5", "12.5", bad, "12.5"},
		{"0,125", "0.125", "0.125", bad},
		{"1234,567", "1234.567", "1234.567", bad},
		{"1 234 567", "1234567", "1234567", "1234567"},
		{"1\u00a0234,5", "1234.5", "1234.5", bad},
		{"1\u202f234\u2009567", "1234567", "1234567", "1234567"},
		{"1'234.50", "1234.5", bad, "1234.5"},
		{"-61.900", ambiguous, "-61900", "-61.9"},
		{"−61.900,00", "-61900", "-61900", bad},
		{"– 5", "-5", "-5", "-5"},
		{"5-", "-5", "-5", "-5"},
		{"1.234.567 −", "-1234567", "-1234567", bad},
		{"(1.234.567)", "-1234567", "-1234567", bad},
		{"( 5 )", "-5", "-5", "-5"},
		{"+5", "5", "5", "5"},
		{"kr. 5", "5", "5", "5"},
		{"5 KR.", "5", "5", "5"},
		{"DKK -5", "-5", "-5", "-5"},
		{"-DKK 5", "-5", "-5", "-5"},
		{"(5 kr.)", "-5", "-5", "-5"},
		{"1.234.567,-", "1234567", "1234567", bad},
		{"-", "0", "0", "0"}, {" – ", "0", "0", "0"}, {"—", "0", "0", "0"},
		{"", bad, bad, bad}, {"kr.", bad, bad, bad}, {"()", bad, bad, bad}, {"(5", bad, bad, bad}, {"--5", bad, bad, bad}, {"-5-", bad, bad, bad}, {"(-5)", bad, bad, bad},
		{"12.34.567", bad, bad, bad}, {"1.2345.678", bad, bad, bad}, {"1,2,3", bad, bad, bad}, {"12 34", bad, bad, bad}, {"1.234 567", bad, bad, bad},
		{"12a", bad, bad, bad}, {"1e5", bad, bad, bad}, {"#REF!", bad, bad, bad}, {".", bad, bad, bad}, {"1.234,567,8", bad, bad, bad}, {"50 %", bad, bad, bad},
	} {
		for d, want := range map[Decimals]string{Unsaid: c.unsaid, Comma: c.comma, Point: c.point} {
			n, err := Scan(c.text)
			var v *big.Rat
			if err == nil {
				v, err = n.Value(d)
			}
			var fault *Fault
			switch {
			case want == bad || want == ambiguous:
				if !errors.As(err, &fault) || (fault.Problem == Ambiguous) != (want == ambiguous) {
					t.Errorf("%q by %d is %v, %v; want a fault", c.text, d, v, err)
				}
			case err != nil:
				t.Errorf("%q by %d: %v", c.text, d, err)
			default:
				if exact, _ := new(big.Rat).SetString(want); v.Cmp(exact) != 0 {
					t.Errorf("%q by %d is %v, want %s", c.text, d, v, want)
				}
			}
		}
	}
}

func TestExact(t *testing.T) {
	for text, want := range map[string]string{"1234.5": "2469/2", "-1.5E+7": "-15000000", "0": "0", "2.5E-3": "1/400",
		"1E999999999": "", "x": "", "": "", "1/3": "", "0x10": "", "1_000": "", "NaN": "", strings.Repeat("9", 70): ""} {
		v, ok := Exact(text)
		if ok != (want != "") || ok && v.RatString() != want {
			t.Errorf("%q is %v, %v", text, v, ok)
		}
	}
}

// FuzzScan reads any text: a value that is taken is the digits that were
// written, and never differs from one reading to the next.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"1.234,50", "(1,234)", "−5", "5-", "kr. 1 234", "1'234", "1.234,-", "–"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, d uint8) {
		n, err := Scan(text)
		if err != nil {
			return
		}
		v, err := n.Value(Decimals(d % 3))
		if err != nil {
			if !n.Ambiguous() && d%3 == 0 && n.Says() == Unsaid && !strings.ContainsAny(text, ".,") {
				t.Fatalf("%q has no sign and is refused: %v", text, err)
			}
			return
		}
		digits := strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return c
			}
			return -1
		}, text)
		whole, _ := new(big.Int).SetString("0"+digits, 10)
		scale := new(big.Rat).SetInt(whole)
		for v := new(big.Rat).Abs(v); v.Cmp(scale) < 0; {
			scale.Quo(scale, big.NewRat(10, 1))
			if scale.Sign() == 0 {
				break
			}
		}
		if scale.Cmp(new(big.Rat).Abs(v)) != 0 {
			t.Fatalf("%q is %v, whose digits are others", text, v)
		}
	})
}
