package figures

import (
	"math/big"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale"
)

// shelf is a few figures in øre and others.
func shelf(n Name) (Value, Miss) {
	if n.Group {
		return map[string]Value{"bestyrelse": Number(big.NewRat(17, 1), Count)}[n.ID], map[bool]Miss{false: NoName}[n.ID == "bestyrelse"]
	}
	amounts := map[string][2]int64{
		"resultat": {2_587_855_900, 2_876_326_400}, "egenkapital": {79_965_585_800, 83_860_480_900},
		"kontingent-i-alt": {25_167_189_200, 24_028_068_700}, "halv": {5_000_000, -5_000_000}, "årets_løn": {100, 0}, "let": {300, 100},
		"udgifter": {-90_718_000_000, -84_110_000_000}, "intet": {0, -100},
	}
	a, is := amounts[n.ID]
	switch {
	case is && (n.Before || n.Year == 2023):
		return Amount(accounts.Amount(a[1])), Found
	case is && n.Year != 0 && n.Year != 2024:
		return Value{}, NoYear
	case is:
		return Amount(accounts.Amount(a[0])), Found
	case n.ID == "blank":
		return Value{}, NotStated
	case n.ID == "pris":
		return Number(big.NewRat(37, 10), Percent), Found
	case n.ID == "point":
		return Number(big.NewRat(7, 10), Point), Found
	case n.ID == "kommuner":
		return Number(big.NewRat(98, 1), Count), Found
	case n.ID == "dag":
		return Date("2025-02-27"), Found
	case n.ID == "stiftet":
		return Number(big.NewRat(1970, 1), Year), Found
	}
	return Value{}, NoName
}

func TestEval(t *testing.T) {
	da, _ := locale.For("da")
	for in, want := range map[string]string{
		" resultat | mio ":                          "25,9 mio. kr.",
		"resultat":                                  "25.878.559 kr.",
		"resultat|mio:2":                            "25,88 mio. kr.",
		"resultat | tkr":                            "25.879 t.kr.",
		"resultat | mia:3":                          "0,026 mia. kr.",
		"egenkapital - egenkapital@2023 | mio":      "−38,9 mio. kr.",
		"egenkapital - egenkapital.forrige|abs|mio": "38,9 mio. kr.",
		"egenkapital.forrige - egenkapital | mio":   "38,9 mio. kr.",
		"kontingent-i-alt | mio":                    "251,7 mio. kr.",
		"halv | mio":                                "0,1 mio. kr.", // a half goes away from zero
		"halv@2023 | mio":                           "−0,1 mio. kr.",
		"halv - 2 * halv | mio":                     "−0,1 mio. kr.",
		"årets_løn":                                 "1 kr.",
		"let | kr":                                  "3 kr.", // a word of the library's grammar
		"let / 7":                                   "0,43 kr.",
		"let / 7 | kr:0":                            "0 kr.",
		"vækst(resultat, resultat@2023)":            "−10,0 pct.",
		"vaekst(udgifter, udgifter@2023)":           "7,9 pct.", // costs, which grew
		"vækst(udgifter.forrige, udgifter)":         "−7,3 pct.",
		"vækst(intet, intet@2023) | pct:0":          "−100 pct.",
		"andel(resultat, egenkapital) | pct:2":      "3,24 pct.",
		"sum(let, let, let.forrige)":                "7 kr.",
		"pris - 0 * pris":                           "3,7 pct.",
		"pris - pris / 10 | pctpoint:2":             "3,33 procentpoint",
		"pris - point | tal:1":                      "3,0",
		"pris * let | kr:3":                         "0,111 kr.",
		"point":                                     "0,7 procentpoint",
		"kommuner":                                  "98",
		"antal(bestyrelse)":                         "17",
		"antal(bestyrelse) + kommuner | tal":        "115",
		"kommuner * 100 | antal":                    "9.800",
		"0.1 + 0.2 | tal:6":                         "0,300000",
		"dag":                                       "27. februar 2025",
		"stiftet | år":                              "1970",
		"2024 | antal":                              "2.024",
		"abs(-kommuner)":                            "98",
	} {
		_, got, fault := Eval(in, shelf, da)
		if got = strings.ReplaceAll(got, "\u00a0", " "); fault != nil || got != want {
			t.Errorf("%q: got %q %+v, want %q", in, got, fault, want)
		}
	}
}

func TestEvalIsOfTheLanguage(t *testing.T) {
	en, _ := locale.For("en")
	if _, got, _ := Eval("egenkapital | mia:2", shelf, en); strings.ReplaceAll(got, "\u00a0", " ") != "0.80 billion DKK" {
		t.Errorf("got %q", got)
	}
}

func TestFaults(t *testing.T) {
	da, _ := locale.For("da")
	for in, want := range map[string]Fault{
		"":                       {Problem: Syntax},
		"resultat +":             {Problem: Syntax, At: 9},
		"resultat + rersultat":   {Problem: UnknownName, At: 11, Word: "rersultat"},
		"ærø + x":                {Problem: UnknownName, Word: "ærø"},
		"resultat@1999":          {Problem: UnknownYear, Word: "resultat"},
		"blank":                  {Problem: Blank, Word: "blank"},
		"resultat | milo":        {Problem: UnknownFormat, At: 11, Word: "milo"},
		"resultat |":             {Problem: UnknownFormat, At: 10},
		"resultat | mio:9":       {Problem: BadDecimals, At: 11, Word: "mio:9"},
		"resultat | mio | kr":    {Problem: UnknownFormat, At: 17, Word: "kr"},
		"resultat + pris":        {Problem: UnitsDiffer, At: 9, Left: Kroner, Right: Percent},
		"dag + dag":              {Problem: UnitsDiffer, At: 4, Left: Calendar, Right: Calendar},
		"resultat * resultat":    {Problem: UnitsMeet, At: 9, Left: Kroner, Right: Kroner},
		"vækst(halv, halv@2023)": {Problem: SignTurned},
		"vækst(let, let - let)":  {Problem: Zero},
		"resultat | pct":         {Problem: FormatUnit, At: 11, Word: "pct", Left: Kroner},
		"andel(pris, resultat)":  {Problem: UnitsDiffer, Left: Percent, Right: Kroner},
		"andel(pris)":            {Problem: Arguments, Word: "andel"},
		"antal(kommuner)":        {Problem: UnknownGroup, At: 6, Word: "kommuner"},
		"antal(1)":               {Problem: Syntax, At: 6},
		"antal(bestyrelse@2023)": {Problem: Syntax, At: 6},
		"antal()":                {Problem: Arguments, Word: "antal"},
		"now()":                  {Problem: UnknownCall, Word: "now"},
		"len(resultat)":          {Problem: UnknownCall, Word: "len"},
		"resultat / 0":           {Problem: Zero, At: 9},
		"\"a\" + \"b\"":          {Problem: Syntax},
		"[1, 2]":                 {Problem: Syntax},
		"1 > 2":                  {Problem: Syntax, At: 2},
		"2 ** 60":                {Problem: Syntax, At: 2},
		"egenkapital * 9007199254740992 * 9007199254740992": {Problem: TooLarge},
		strings.Repeat("1+", Longest):                       {Problem: TooLong},
	} {
		_, _, fault := Eval(in, shelf, da)
		if fault == nil || fault.Problem != want.Problem || fault.Word != want.Word || fault.Left != want.Left || fault.Right != want.Right || want.At != 0 && fault.At != want.At {
			t.Errorf("%q: got %+v, want %+v", in, fault, want)
		}
	}
}

// FuzzEval holds that any text is either worked out or has a fault within it.
func FuzzEval(f *testing.F) {
	for _, s := range []string{"resultat | mio", "egenkapital-egenkapital@2023|abs", "antal(bestyrelse) + antal(x)", "((((", "æ.forrige", "a?.b", "1..2", "{a: 1}", "#", "let x = 1; x", "\xff"} {
		f.Add(s)
	}
	da, _ := locale.For("da")
	f.Fuzz(func(t *testing.T, s string) {
		_, out, fault := Eval(s, shelf, da)
		if (fault == nil) == (out == "") || fault != nil && (fault.At < 0 || fault.At > len(s)) {
			t.Errorf("%q: %q %+v", s, out, fault)
		}
	})
}

// TestRoundedIsNearest compares with the definition: twice the distance to what
// was rounded to is at most one unit, and a half goes away from zero.
func TestRoundedIsNearest(t *testing.T) {
	for num := int64(-400); num <= 400; num++ {
		r := big.NewRat(num, 80)
		n, _ := rounded(r, 1)
		rest := new(big.Rat).Sub(r, big.NewRat(n, 10))
		limit := big.NewRat(1, 20)
		if c := new(big.Rat).Abs(rest).Cmp(limit); c > 0 || c == 0 && rest.Sign() == r.Sign() {
			t.Errorf("%v rounds to %d tenths", r, n)
		}
	}
}
