package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
)

// topicFigures are figures of a co-operative that does not exist.
const topicFigures = `figures:
  andelshavere: {value: "18.462", unit: antal, year: 2024, source: A}
  andelshavere_2023: {value: "18.107", unit: antal, year: 2023, source: A}
  vandtab: {value: "6,8", unit: pct, year: 2024, source: A}
  vandtab_2023: {value: "7,9", unit: pct, year: 2023, source: A}
  nye_maalere: {value: "6.230", unit: antal, year: 2024, source: A}
`

// TestTopics has texts about lines, figures of figures.yaml and rows of tables; what is
// told is "code found -> should".
func TestTopics(t *testing.T) {
	for text, want := range map[string]string{
		"Vi var 18.462 andelshavere mod 18.107 i 2023.":                                                 "",
		"Vi var 18.642 andelshavere.":                                                                   "figure-wrong 18.642 -> 18.462",
		"Vi var 18.107 andelshavere.":                                                                   "figure-wrong 18.107 -> 18.462",
		"Vi var 18.107 andelshavere i 2023.":                                                            "",
		"Vi var 18.462 andelshavere, 355 flere end året før.":                                           "",
		"Vi var 18.462 andelshavere, 355 færre end året før.":                                           "direction færre -> a rise",
		"Vi var 18.462 andelshavere. Det er en fremgang på 2,0 pct.":                                    "",
		"Vi var 18.462 andelshavere. Det er en tilbagegang på 2,0 pct.":                                 "direction tilbagegang -> a rise",
		"Vandtabet blev 6,8 pct., et fald på 1,1 procentpoint.":                                         "",
		"Vandtabet blev 8,6 pct. i 2024.":                                                               "figure-wrong 8,6 pct. -> 6,8 pct.",
		"Vi har skiftet 6.230 vandmålere, hos en tredjedel af andelshaverne.":                           "",
		"Vi har skiftet 6.320 vandmålere.":                                                              "figure-wrong 6.320 -> 6.230",
		"Egenkapitalen er 799,7 mia. kr.":                                                               "figure-wrong 799,7 mia. kr. -> 0,8 mia. kr.",
		"Egenkapitalen er 455,5 mio. kr.":                                                               "figure-wrong 455,5 mio. kr. -> 799,7 mio. kr.",
		"Egenkapitalen var 838,6 mio. kr.":                                                              "figure-wrong 838,6 mio. kr. -> 799,7 mio. kr.",
		"Året før var egenkapitalen 838,6 mio. kr.":                                                     "",
		"Personalet kostede 297,7 mio. kr. Det er 15,8 mio. kr. mindre end i 2023.":                     "direction mindre -> a rise",
		"Byggeriet koster 412,7 mio. kr. over ti år, og renten er på 3,4 pct.":                          "",
		"Aftalen løber i 2025–2028.":                                                                    "",
		"Aftalen løber i 2028–2025.":                                                                    "year 2028–2025 -> 2025–2028",
		"Bestyrelsen har to medlemmer, ikke desto mindre mødtes 355 andelshavere.":                      "",
		"Vandtabet blev 6,8 pct., et fald på 1,1 pct.":                                                  "figure-wrong 1,1 pct. -> −1,1 procentpoint",
		"Vandtabet blev mindre, og andelshaverne gik frem fra 18.107 til 18.462.":                       "",
		"Andelshaverne er gået tilbage.":                                                                "direction tilbage -> a rise",
		"Soliditeten er 175,6 pct. af alt.":                                                             "",
		"Egenkapitalen: 799,7 millioner kroner.":                                                        "",
		"Egenkapitalen: 797,9 millioner kroner.":                                                        "figure-wrong 797,9 millioner kroner -> 799,7 mio. kr.",
		"Vi var 18.462 andelshavere mod 17.108 i 2023.":                                                 "figure-wrong 17.108 -> 18.107",
		"Egenkapitalen faldt fra 838,6 til 799,7 mio. kr.":                                              "",
		"Egenkapitalen faldt fra 836,8 til 799,7 mio. kr.":                                              "figure-wrong 836,8 -> 838,6 mio. kr.",
		"Egenkapitalen: 799,7 mio. kr. (2023: 838,6)":                                                   "",
		"Egenkapitalen: 799,7 mio. kr. (2023: 836,8)":                                                   "figure-wrong 836,8 -> 838,6 mio. kr.",
		"Satsen går fra 6.400 kr. til 6.400 kr.":                                                        "figure-differs 6.400 kr.",
		"Tallet gik ned til {{ andelshavere }}.":                                                        "direction ned -> a rise",
		"Tallet gik op til {{ andelshavere }}.":                                                         "",
		"I bestyrelsen sidder tre.":                                                                     "seats tre -> 2",
		"I bestyrelsen sidder tre slags mennesker.":                                                     "",
		"Bestyrelsen tæller tre medlemmer.":                                                             "seats tre -> 2",
		"Personaleomkostninger er {{ personale | mio }}, og tre ud af fire andelshavere har selv målt.": "",
	} {
		files := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(topicFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// toldIn is what is told of an edition, but for notes.
func toldIn(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	var got []string
	for _, f := range found(t, files) {
		line := f.Code + " " + f.Found
		if should := f.Should.In(diag.English); should != "" {
			line += " -> " + should
		}
		got = append(got, line)
	}
	return strings.Join(got, "; ")
}

// TestTables holds cells against what their rows are called, and the text against rows.
func TestTables(t *testing.T) {
	table := func(cell string) string {
		return "  - text: |\n      Husholdninger tager 63 pct. af vandet.\n  - table:\n      title: Vand efter kunde\n      columns: [{title: Kunde}, {title: Pct.}]\n      rows:\n" +
			"        - [Husholdninger, \"" + cell + "\"]\n        - [Erhverv, \"25\"]\n        - [Landbrug, \"12\"]\n"
	}
	accounts := func(cell string) string {
		return "  - table:\n      title: Hovedtal, mio. kr.\n      columns: [{title: Post}, {title: \"2024\"}, {title: \"2023\"}]\n      rows:\n" +
			"        - [Indtægter, \"455,5\", \"" + cell + "\"]\n        - [Egenkapital, \"799,7\", \"838,6\"]\n"
	}
	changes := func(cell string) string {
		return "  - table:\n      title: Hovedtal, mio. kr.\n      columns: [{title: Post}, {title: \"2024\"}, {title: \"2023\"}, {title: Ændring}]\n      rows:\n" +
			"        - [Indtægter, \"455,5\", \"457,0\", \"" + cell + "\"]\n        - [Egenkapital, \"799,7\", \"838,6\", \"-38,9\"]\n"
	}
	for blocks, want := range map[string]string{
		table("63"):       "",
		table("36"):       "figure-wrong 63 pct. -> 36 pct.",
		accounts("457,0"): "",
		changes("-1,5"):   "",
		changes("-1,6"):   "sum -1,6 -> −1,5",
		changes("1,5"):    "sum 1,5 -> −1,5",
		accounts("475,0"): "figure-wrong 475,0 -> 457,0",
	} {
		if got := toldIn(t, edition(blocks)); got != want {
			t.Errorf("%s\n got  %q\n want %q", blocks, got, want)
		}
	}
}

// TestEveryErrorSaysWhatIsTrue: what is told as wrong comes with what is right.
func TestEveryErrorSaysWhatIsTrue(t *testing.T) {
	files := edition("  - text: |\n      Egenkapitalen er 455,5 mio. kr. Vi var 18.642 andelshavere.\n")
	files["figures.yaml"] = &fstest.MapFile{Data: []byte(topicFigures)}
	for _, f := range found(t, files) {
		if f.Code == "figure-wrong" && (f.Level != check.Error || f.Should.Danish == "") {
			t.Errorf("%+v", f)
		}
	}
}

// TestWaysOfWritingFigures has one amount and one percentage in the ways that they are
// written.
func TestWaysOfWritingFigures(t *testing.T) {
	for _, wrong := range []string{"797,9 mio. kr.", "797,9 mio.kr.", "797,9 millioner kroner", "797,9 mill. kr.", "kr. 797.655.858", "797.656 tkr.", "797.656 t.kr."} {
		if got := toldIn(t, edition("  - text: |\n      Egenkapitalen er på "+wrong+" i år.\n")); !strings.HasPrefix(got, "figure-wrong ") {
			t.Errorf("%s: %q", wrong, got)
		}
	}
	for _, right := range []string{"799,7 mio. kr.", "799,7 mio.kr.", "799,7 millioner kroner", "799,7 mill. kr.", "kr. 799.655.858", "799.656 tkr.", "799.656 t.kr.", "godt 799 mio. kr.", "knap 800 mio. kr."} {
		if got := toldIn(t, edition("  - text: |\n      Egenkapitalen er på "+right+" i år. 12 har læst det.\n")); got != "" {
			t.Errorf("%s: %q", right, got)
		}
	}
}
