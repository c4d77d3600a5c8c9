package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestPartOf has counts that are like a figure of figures.yaml by a slip, and are of some of what
// it counts, as the sentence is built or as the chapter says again; and the like with a mistake.
func TestPartOf(t *testing.T) {
	const figures = "figures:\n  medlemmer: {value: 173, unit: antal, year: 2024, source: Registret}\n" +
		"  klubber: {value: 84, unit: antal, year: 2024, source: Registret}\n"
	for text, want := range map[string]string{
		"Foreningen har 137 medlemmer.":                                                      "figure-wrong 137",
		"Foreningen har 137 medlemmer fordelt på hele landet.":                               "figure-wrong 137",
		"Der var 133 af de 173 medlemmer på mødet.":                                          "",
		"Af vores 173 medlemmer sender 137 tal ind.":                                         "",
		"Ved årets begyndelse havde 137 medlemmer fået hjælp.":                               "",
		"Vi har 48 klubber.":                                                                 "figure-wrong 48",
		"Vi målte strømmen i 48 klubber. De 48 klubbers pumper brugte mere.":                 "",
		"Egenkapitalen skal svare til mindst tre måneders omkostninger, eller 99,7 mio. kr.": "",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		got, _, _ := strings.Cut(toldIn(t, files), " -> ")
		if got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
