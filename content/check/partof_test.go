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
		"I en lille rundspørge svarede 133 medlemmer, at de er glade.":                       "",
		"Vi har 173 medlemmer, og af dem bor de 137 på øer.":                                 "",
		"De 17 mindste medlemmer betaler mindre.":                                            "",
		"Puljen er delt ud, og 137 medlemmer fik noget.":                                     "",
		"På mødet i maj var 121 af de daværende 137 medlemmer med.":                          "",
		"Vi har 48 klubber.":                                                                 "figure-wrong 48",
		"Sammen med 18 skoleklubber byggede vi haller.":                                      "",
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

// TestLooseAmounts has amounts that are near a line's, or a change of it, and of something else:
// of two other digits, or in a sentence that tells of no change; and the like with a slip.
func TestLooseAmounts(t *testing.T) {
	for text, want := range map[string]string{
		"Personalet fik omkostningerne til en rejse på 15.875.757 kr. dækket.": "",
		"Personaleomkostningerne steg med 15.775.752 kr. i forhold til 2023.":  "figure-wrong 15.775.752 kr.",
		"I personaleomkostningerne er der 281.954.764 kr. fra året før.":       "figure-wrong 281.954.764 kr.",
	} {
		got, _, _ := strings.Cut(toldIn(t, edition("  - text: |\n      "+text+"\n")), " -> ")
		if got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
