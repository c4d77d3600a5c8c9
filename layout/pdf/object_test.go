package pdf

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/geom"
)

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 1: ".001", -1: "-.001", 10: ".01", 100: ".1", 120: ".12", 999: ".999", 1000: "1", -1000: "-1", 1001: "1.001",
		10500: "10.5", -595276: "-595.276", 841890: "841.89", math.MaxInt64: "9223372036854775.807", math.MinInt64: "-9223372036854775.808",
	} {
		if got := string(appendMilli(nil, n)); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// Numbers are those of geom.Length, but for the nought before a point.
func TestNumbersAsLengths(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		n := rng.Int64N(4_000_000) - 2_000_000
		got := string(appendMilli(nil, n))
		want := geom.Length(n).String()
		if n > -1000 && n < 1000 {
			want = strings.Replace(want, "0.", ".", 1)
		}
		if got != want {
			t.Fatalf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, c := range []struct{ in, text, bytes string }{
		{"", "()", "()"},
		{"plain", "(plain)", "(plain)"},
		{`a (b) \c`, `(a \(b\) \\c)`, `(a \(b\) \\c)`},
		{"å", "<FEFF00E5>", `(\303\245)`},
		{"a\nb", "<FEFF0061000A0062>", `(a\012b)`},
		{"😀", "<FEFFD83DDE00>", `(\360\237\230\200)`},
		{"\xff", "<FEFFFFFD>", `(\377)`},
		{"\u00AD", "<FEFF00AD>", `(\302\255)`},
	} {
		if got := string(appendText(nil, c.in)); got != c.text {
			t.Errorf("text %q: %s, want %s", c.in, got, c.text)
		}
		if got := string(appendString(nil, c.in)); got != c.bytes {
			t.Errorf("string %q: %s, want %s", c.in, got, c.bytes)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{"Type": "/Type", "A B": "/A#20B", "a/(#)": "/a#2F#28#23#29", "å": "/#C3#A5"} {
		if got := string(appendName(nil, in)); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// Tokens are parted where they would run together, and only there.
func TestParting(t *testing.T) {
	var w writer
	w.open().name("A").integer(1).integer(2).ref(3).name("B").raw("[").integer(4).milli(-500).token("null").raw("]").name("C").text("x").close()
	if got, want := string(w.b), "<</A 1 2 3 0 R/B[4 -.5 null]/C(x)>>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
