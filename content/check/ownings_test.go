package check_test

import "testing"

// TestOthersFigures has figures that are like those of the accounts, or go the other way, and are somebody else's,
// as the sentence is built, or are growths held against growths; and the like that are the publisher's.
func TestOthersFigures(t *testing.T) {
	for text, want := range map[string]string{
		"I Norge er der en forening. Dens personaleomkostninger er 281.954.764 kr.":                          "",
		"Et typisk værk har personaleomkostninger på 281.954.764 kr.":                                        "",
		"Lederen siger: ”Det går godt. Vores personaleomkostninger er 281.954.764 kr.”":                      "",
		"Vores personaleomkostninger er 281.954.764 kr.":                                                     "figure-wrong 281.954.764 kr.",
		"Priserne i landet steg ifølge en stor og grundig måling i snit med 1,4 pct. mod 3,3 pct. året før.": "",
		"Andelen faldt fra 2,1 til 3,3 pct.":                                                                 "direction faldt",
		"Forbedringen er større, når man ser på noget andet: Det faldt fra 50,5 til 44,7 skader.":            "",
		"I 2022 sagde 38 pct. ja. I 2024 var det 24 pct., et fald på 14 procentpoint.":                       "",
	} {
		got := toldIn(t, edition("  - text: |\n      "+text+"\n"))
		if len(got) > len(want) && want != "" {
			got = got[:len(want)]
		}
		if got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
