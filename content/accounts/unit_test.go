package accounts

import (
	"math"
	"testing"
)

func TestParseUnit(t *testing.T) {
	for name, worth := range map[string]Amount{
		"kr.": Kr, "Kr.": Kr, "kr": Kr, "DKK": Kr, "t.kr.": 1000 * Kr, "tkr.": 1000 * Kr, "t. kr.": 1000 * Kr, "1.000 kr.": 1000 * Kr,
		"1.000\u00a0kr.": 1000 * Kr, "mio. kr.": 1_000_000 * Kr, "mio.kr.": 1_000_000 * Kr,
	} {
		u, ok := ParseUnit(name)
		if !ok || u.Worth() != worth || u.Name != name {
			t.Errorf("%q is worth %d, %v; want %d", name, u.Worth(), ok, worth)
		}
	}
	for _, name := range []string{"", "EUR", "mia. kr.", "t", "1.000", "100 kr."} {
		if _, ok := ParseUnit(name); ok {
			t.Errorf("%q is taken for a unit", name)
		}
	}
	for _, name := range Units() {
		if _, ok := ParseUnit(name); !ok {
			t.Errorf("%q is listed and not read", name)
		}
	}
	if (Unit{}).Worth() != Kr {
		t.Error("the zero unit is not a krone")
	}
}

// TestUnitsAreExact writes what was read, in each unit.
func TestUnitsAreExact(t *testing.T) {
	for _, name := range Units() {
		u, _ := ParseUnit(name)
		for _, text := range []string{"0", "148.930", "-148.930", "0,05", "-0,05", "1.234,5", "-61.900", "99,99"} {
			digits, err := Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			a, ok := u.Of(digits)
			want := text
			if name == "kr." {
				want = digits.String() // with both decimals
			}
			if got := u.Write(a); !ok || got != want {
				t.Errorf("%s %s is %d øre, written %s", text, name, a, got)
			}
		}
	}
	thousands, _ := ParseUnit("t.kr.")
	if a, _ := thousands.Of(148_930 * Kr); a != 148_930_000*Kr {
		t.Errorf("148.930 t.kr. is %d øre", a)
	}
	if _, ok := thousands.Of(math.MaxInt64 / 100); ok {
		t.Error("more than an Amount can hold is taken")
	}
}

func TestIn(t *testing.T) {
	thousands, _ := ParseUnit("t.kr.")
	for _, c := range []struct {
		kroner   Amount
		decimals int
		want     int64
	}{{1500, 0, 2}, {-1500, 0, -2}, {1499, 0, 1}, {1500, 1, 15}, {1234, 2, 123}, {0, 0, 0}} {
		if got := thousands.In(c.kroner*Kr, c.decimals); got != c.want {
			t.Errorf("%d kr. with %d decimals is %d t.kr., want %d", c.kroner, c.decimals, got, c.want)
		}
	}
}
