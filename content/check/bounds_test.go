package check_test

import (
	"testing"
	"testing/fstest"
)

const boundFigures = `figures:
  kursister: {value: "1.200", unit: antal, year: 2024, source: "Kursuskontoret: flere end 1.200 kursister"}
  tilfredse: {value: 74, unit: pct, year: 2024, source: Kursuskontoret}
  målgruppe: {value: 40, unit: pct, year: 2024, source: Kursuskontoret}
  glade: {value: 7, unit: antal, year: 2024, source: "Rundspørge i maj: 7 ud af 8"}
  råd: {value: 14, unit: antal, year: 2027, source: Lov}
  stormflodsråd: {value: 14, unit: antal, year: 2027, source: Lov}
  pris_fremskrivning: {value: "2,5", unit: pct, year: 2025, source: Sekretariatet}
  rammeløft: {value: "1,4", unit: mia, year: 2025, source: Aftalen}
`

// TestBounds has figures that are told with words for more and for less in two places.
func TestBounds(t *testing.T) {
	for text, want := range map[string]string{
		"  - text: |\n      Over {{ kursister }} kom.\n":      "",
		"  - text: |\n      Færre end {{ kursister }} kom.\n": "direction 1.200",
		"  - text: |\n      Godt {{ tilfredse | pct:0 }} var glade.\n\n      Det gælder {{ tilfredse | pct:0 }}.\n\n      Det er mere end {{ tilfredse | pct:0 }}.\n": "",
		"  - text: |\n      Godt {{ tilfredse | pct:0 }} var glade.\n\n      Det er mindre end {{ tilfredse | pct:0 }}.\n":                                            "direction 74 pct.",
		"  - text: |\n      Knap {{ tilfredse | pct:0 }} var glade.\n\n      Over {{ tilfredse | pct:0 }}.\n\n      Mindst {{ tilfredse | pct:0 }}.\n":                "direction 74 pct.",
		"  - text: |\n      Nogle var over {{ målgruppe | pct:0 }}.\n\n      Andre var under {{ målgruppe | pct:0 }}.\n":                                              "",
		"  - text: |\n      Ikke mere end {{ tilfredse | pct:0 }} var glade.\n\n      Det er under {{ tilfredse | pct:0 }}.\n":                                        "",
		"  - text: |\n      Fra 2027 er der ni stormflodsråd, der skal tage sig af kysten.\n":                                                                         "figure-wrong ni -> 14",
		"  - text: |\n      Fra 2027 er der {{ stormflodsråd }} stormflodsråd, og seks stormflodsråd har fået en formand.\n":                                          "",
		"  - text: |\n      Alt i alt er satsen nedsat med {{ pris_fremskrivning | pct }}.\n":                                                                         "direction nedsat",
		"  - text: |\n      Alt i alt er satsen fremskrevet med {{ pris_fremskrivning | pct }}.\n":                                                                    "",
		"  - text: |\n      Fremskrivningen faldt til {{ pris_fremskrivning | pct }}.\n":                                                                              "",
		"  - text: |\n      Det samlede fald er på {{ rammeløft | mia }} i år.\n":                                                                                     "direction fald",
		"  - fact: {figure: \"{{ rammeløft | mia }}\", caption: \"Så meget falder kommunernes ramme\"}\n":                                                             "direction falder",
		"  - fact: {figure: \"{{ rammeløft | mia }}\", caption: \"Så meget vokser kommunernes ramme\"}\n":                                                             "",
		"  - fact: {figure: \"{{ rammeløft | mia }}\", caption: \"blev resultatet, selv om antallet af børn i kommunerne falder\"}\n":                                 "",
		"  - text: |\n      Når årets resultat på 28,8 mio. kr. lægges til, er kapitalen stor.\n":                                                                     "figure-wrong 28,8 mio. kr. -> 25,9 mio. kr.",
		"  - text: |\n      I 2023 var det bedre. Den gang var årets resultat på 28,8 mio. kr.\n":                                                                     "",
	} {
		ed := edition(text)
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(boundFigures)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestSources has figures of figures.yaml whose sources say what they are.
func TestSources(t *testing.T) {
	for line, want := range map[string]string{
		`{value: 7, unit: antal, year: 2024, source: "Rundspørge: 7 ud af 8"}`:                            "",
		`{value: 8, unit: antal, year: 2024, source: "Rundspørge: 7 ud af 8"}`:                            "",
		`{value: 6, unit: antal, year: 2024, source: "Rundspørge: 7 ud af 8"}`:                            "figure-wrong hold",
		`{value: 4, unit: antal, year: 2024, source: "Kirken: mere end 4 mio. medlemmer"}`:                "",
		`{value: 9, unit: antal, year: 2024, source: "Kirken: mere end 4 mio. medlemmer"}`:                "figure-wrong hold",
		`{value: "4.312.000", unit: antal, year: 2024, source: "Kirken: mere end 4 mio. medlemmer"}`:      "",
		`{value: 61, unit: pct, year: 2024, source: "Måling: 16 pct. af gæsterne"}`:                       "figure-wrong hold",
		`{value: 61, unit: pct, year: 2024, source: "Måling: 2.100 gæster spurgt"}`:                       "",
		`{value: 61, unit: antal, year: 2024, source: "Årsberetning: tabel 4 i midten"}`:                  "",
		`{value: 61, unit: antal, year: 2024, source: "Register: opgjort 31. december 2024 for 98 byer"}`: "",
	} {
		ed := edition("  - text: |\n      Der var {{ hold }} på holdet.\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  hold: " + line + "\n")}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", line, got, want)
		}
	}
}
