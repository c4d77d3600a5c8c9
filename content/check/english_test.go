package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestEnglish has texts of an edition in English.
func TestEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"We had 18,462 members, up from 18,107 in 2023.":                                "",
		"We had 18,642 members.":                                                        "figure-wrong 18,642 -> 18,462",
		"We had 18,107 members.":                                                        "figure-wrong 18,107 -> 18,462",
		"We had 18,462 members. That is an increase of 2.0 per cent.":                   "",
		"We had 18,462 members. That is a decrease of 2.0 per cent.":                    "direction decrease -> a rise",
		"Equity stands at DKK 799.7 million, against DKK 838.6 million in 2023.":        "",
		"Equity stands at DKK 797.9 million.":                                           "figure-wrong DKK 797.9 million -> DKK 799.7 million",
		"Equity stands at DKK 799,655,858.":                                             "",
		"Equity fell by DKK 38.9 million.":                                              "",
		"Equity rose by DKK 38.9 million.":                                              "direction rose -> a fall",
		"We met on Monday 31 September 2024.":                                           "date 31 September",
		"We met on Monday 30 September 2024, and Henning Krogsgaard's chair was empty.": "",
		"Martin Damm's speech was short, and so was Martin Dam's.":                      "name Martin Dam's -> Martin Damm",
		"We met on Sunday 30 September 2024.":                                           "date Sunday -> Monday",
		"Prices will rise in 2042.":                                                     "year 2042 -> 2024",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		for name, change := range map[string][]string{
			"report.yaml":   {"language: da", "language: en"},
			"accounts.yaml": {"Egenkapital", "Equity", "Indtægter", "Income", "Personaleomkostninger", "Staff costs", "Årets resultat", "Result for the year"},
		} {
			files[name] = &fstest.MapFile{Data: []byte(strings.NewReplacer(change...).Replace(string(files[name].Data)))}
		}
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(topicFigures, "andelshavere", "members"))}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
