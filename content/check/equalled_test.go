package check_test

import (
	"testing"
	"testing/fstest"
)

const equalledFigures = `figures:
  rammeløft: {value: "1,4", unit: mia, year: 2025, source: Aftalen, equals: bruttoløft - kontor_besparelse}
  bruttoløft: {value: "1,7", unit: mia, year: 2025, source: Aftalen}
  kontor_besparelse: {value: "0,3", unit: mia, year: 2025, source: Aftalen}
  regulering: {value: "2,9", unit: pct, year: 2025, source: Satsen, equals: prisudvikling + folketal}
  prisudvikling: {value: "3,4", unit: pct, year: 2025, source: Satsen}
  folketal: {value: "-0,5", unit: pct, year: 2025, source: Satsen}
  jobparate: {value: 140, unit: pct, year: 2024, source: Jobcentret}
  driftsunderskud: {value: 25, unit: mia, year: 2024, source: Budgettet}
`

// TestEqualled has texts that tell what a figure comes to, and others that its sign or size is
// told by.
func TestEqualled(t *testing.T) {
	for text, want := range map[string]string{
		"Rammen vokser med {{ bruttoløft | mia }} i alt. Da vi skal spare {{ kontor_besparelse | mia }} på kontorerne, bliver løftet {{ rammeløft | mia }}": "",
		"Rammen vokser med {{ bruttoløft | mia }} i alt. Da vi skal spare 3,0 mia. kr. på kontorerne, bliver løftet {{ rammeløft | mia }}":                  "figure-wrong 3,0 mia. kr. -> 0,3 mia. kr.",
		"Rammen vokser med {{ bruttoløft | mia }} i alt. De fik 3,0 mia. kr. til veje, og løftet er {{ rammeløft | mia }}":                                  "",
		"Satsen stiger {{ regulering | pct }}, som er en prisudvikling på 3,4 pct. og et folketal på -0,5 pct.":                                             "",
		"Satsen stiger {{ regulering | pct }}, som er en prisudvikling på 3,4 pct. og et folketal på 0,5 pct.":                                              "figure-wrong 0,5 pct. -> −0,5 pct.",
		"Satsen stiger {{ regulering | pct }}, som er en prisudvikling på 3,4 pct., fratrukket 0,5 pct. for folketal.":                                      "",
		"Sidst på året var {{ jobparate | pct:0 }} af de jobparate i arbejde.":                                                                              "figure-wrong 140 pct.",
		"Sidst på året var {{ jobparate | pct:0 }} af de pladser, der var budgetteret, i brug.":                                                             "",
		"Når årets resultat på {{ resultat | mio }} lægges til, er egenkapitalen {{ kapital | mio }}":                                                       "",
		"Når årets resultat på {{ resultat | mio }} trækkes fra, er egenkapitalen {{ kapital | mio }}":                                                      "direction trækkes fra",
		"Vi regner med et årligt underskud på driften på ca. {{ driftsunderskud | mia:0 }}":                                                                 "figure-wrong 25 mia. kr.",
	} {
		ed := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(equalledFigures)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
	for label, want := range map[string]string{"Årets resultat": "", "Årets overskud": "", "Årets underskud": "direction Årets underskud", "Over-/underskud": ""} {
		ed := edition("  - statement: r\n")
		ed["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr.\nyears: [2024, 2023]\nstatements:\n  - id: r\n    title: Resultat\n    lines:\n" +
			"      - {id: i, label: Salg, amounts: [\"500.120\", \"450.310\"]}\n      - {id: u, label: Udgifter, amounts: [\"-400.010\", \"-410.200\"]}\n" +
			"      - {id: r2, label: " + label + ", amounts: [\"100.110\", \"40.110\"], sum: [i, u]}\n")}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", label, got, want)
		}
	}
}
