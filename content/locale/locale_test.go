package locale

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/accounts"
)

// plain shows no-break spaces as underscores.
func plain(s string) string { return strings.ReplaceAll(s, nbsp, "_") }

func TestAmountsAreWrittenAsInTheLanguage(t *testing.T) {
	da, _ := For("da")
	en, _ := For("en-GB")
	for _, c := range []struct{ got, want string }{
		{da.Amount(25_878_559_00), "25.878.559"},
		{da.Amount(-61_900_00), "−61.900"},
		{da.Amount(4507_66), "4.507,66"},
		{da.Amount(-5), "−0,05"},
		{da.Amount(0), "0"},
		{da.Millions(25_878_559_00), "25,9_mio._kr."},
		{da.Millions(38_948_951_00), "38,9_mio._kr."},
		{da.Millions(-64_827_510_00), "−64,8_mio._kr."},
		{da.Brief(61_900_00), "61.900_kr."},
		{da.Brief(999_999_00), "999.999_kr."},
		{da.Brief(1_000_000_00), "1,0_mio._kr."},
		{da.Share(61_900, 470_279_444), "0,01_pct."},
		{da.Share(251_671_892, 496_158_003), "50,7_pct."},
		{da.Share(1, 0), ""},
		{en.Amount(25_878_559_00), "25,878,559"},
		{en.Millions(25_878_559_00), "25.9_million_DKK"},
		{da.Date("2025-02-27"), "27._februar 2025"},
		{da.Date("nonsense"), "nonsense"},
		{da.Date("2025-02-30"), "2025-02-30"},
		{da.Date("2025-02-27x"), "2025-02-27x"},
		{da.Share(-50, -200), "25,0_pct."},
		{da.Share(50, -200), "−25,0_pct."},
		{da.Amount(math.MinInt64), "−92.233.720.368.547.758,08"},
		{da.Millions(math.MaxInt64), "92.233.720.368,5_mio._kr."},
		{en.Date("2025-02-27"), "27_February 2025"},
		{da.Join([]string{"a", "b", "c"}), "a, b og c"},
		{da.Join([]string{"a"}), "a"},
		{da.Join(nil), ""},
	} {
		if plain(c.got) != c.want {
			t.Errorf("%q, wanted %q", plain(c.got), c.want)
		}
	}
}

func TestWhatMayNotPart(t *testing.T) {
	da, _ := For("da")
	for in, want := range map[string]string{
		"løfter med 3,2 mia. kr. i alt":        "løfter med 3,2_mia._kr. i alt",
		"over 80 pct. af dem":                  "over 80_pct. af dem",
		"den 27. februar 2025":                 "den 27._februar 2025",
		"den 1. januar.":                       "den 1._januar.",
		"H. C. Østerby (A)":                    "H._C._Østerby (A)",
		"for 13. år i træk":                    "for 13._år i træk",
		"Allan S. Andersen":                    "Allan S._Andersen",
		"i 2024 blev der – igen":               "i_2024 blev der_– igen",
		"ca. 25 mio. kr.":                      "ca._25_mio._kr.",
		"0,7 pct. point for høje":              "0,7_pct._point for høje",
		"(-0,5 pct.)":                          "(-0,5_pct.)",
		"Det skete i 2023. Mange mente noget.": "Det skete i_2023. Mange mente noget.",
	} {
		if got := plain(da.Bind(in)); got != want {
			t.Errorf("%q, wanted %q", got, want)
		}
	}
}

func FuzzBindKeepsTheText(f *testing.F) {
	f.Add("3,2 mia. kr.")
	da, _ := For("da")
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.ReplaceAll(s, nbsp, " ")
		if got := strings.ReplaceAll(da.Bind(s), nbsp, " "); got != want {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

func FuzzAmountRoundsToNearest(f *testing.F) {
	f.Add(int64(2_587_855_900))
	da, _ := For("da")
	f.Fuzz(func(t *testing.T, øre int64) {
		got := divRound(øre, 10_000_000)
		if d := øre - got*10_000_000; d > 5_000_000 || d < -5_000_000 {
			t.Fatalf("%d øre is said to be %s", øre, da.Millions(accounts.Amount(øre)))
		}
	})
}

func TestEveryLanguageIsWhole(t *testing.T) {
	if len(all()) != len(Known()) {
		t.Fatalf("%d locales, %d names", len(all()), len(Known()))
	}
	for i, name := range Known() {
		l, ok := For(name)
		if !ok || !strings.HasPrefix(l.Tag(), name+"-") || l.tag != all()[i].tag {
			t.Errorf("%s is %s", name, l.Tag())
		}
		words := reflect.ValueOf(l.Words)
		for f := range words.NumField() {
			if words.Field(f).String() == "" {
				t.Errorf("%s has no word for %s", name, words.Type().Field(f).Name)
			}
		}
		for m, month := range l.months {
			if month == "" {
				t.Errorf("%s has no name for month %d", name, m+1)
			}
		}
	}
}

func TestOtherLanguagesWriteTheirOwnWay(t *testing.T) {
	for _, c := range []struct{ lang, amount, date string }{
		{"nb", "25_878_559", "27._februar 2025"},
		{"sv", "25_878_559", "27_februari 2025"},
		{"de", "25.878.559", "27._Februar 2025"},
		{"fo", "25.878.559", "27._februar 2025"},
		{"kl", "25.878.559", "27._februaari 2025"},
	} {
		l, _ := For(c.lang)
		if got := plain(l.Amount(25_878_559_00)); got != c.amount {
			t.Errorf("%s: %s, wanted %s", c.lang, got, c.amount)
		}
		if got := plain(l.Date("2025-02-27")); got != c.date {
			t.Errorf("%s: %s, wanted %s", c.lang, got, c.date)
		}
	}
}

// TestBindSeesThroughBonds binds a word that hangs together with the next by what
// stands nearest, as in "1. viceborgmester (A)" where office and party are one.
func TestBindSeesThroughBonds(t *testing.T) {
	l, _ := For("da")
	for text, want := range map[string]string{
		"1. viceborgmester\u00a0(A), Aalborg": "1.\u00a0viceborgmester\u00a0(A), Aalborg",
		"ca.\u00a03,2 mia.\u00a0kr. i alt":    "ca.\u00a03,2\u00a0mia.\u00a0kr. i alt",
		"Anne\u00a0Marie borgmester":          "Anne\u00a0Marie borgmester",
	} {
		if got := l.Bind(text); got != want {
			t.Errorf("%q is bound as %q, want %q", text, got, want)
		}
	}
}

// TestNoBondIsPassedOver sees that the letter a word begins with tells none apart
// that goes with the word after it.
func TestNoBondIsPassedOver(t *testing.T) {
	l, _ := For("da")
	for _, unit := range []string{"kr.", "mio.", "mia.", "pct.", "t.", "DKK", "million", "billion", "point", "%", "mio.kr.", "procentpoint"} {
		for _, text := range []string{unit + " kr.", "(" + unit + " pct.)", "så " + unit + " point"} {
			want := strings.Replace(text, unit+" ", unit+nbsp, 1)
			if got := l.Bind(text); got != want {
				t.Errorf("%q is bound as %q, want %q", text, got, want)
			}
		}
	}
	for _, prefix := range []string{"ca.", "nr.", "pr.", "§", "side", "CVR-nr.", "OK", "No."} {
		if got := l.Bind("se " + prefix + " 12 her"); got != "se "+prefix+nbsp+"12 her" {
			t.Errorf("%q is bound as %q", prefix, got)
		}
	}
	if got := l.Bind("og –"); got != "og"+nbsp+"–" {
		t.Errorf("a dash is bound as %q", got)
	}
}
