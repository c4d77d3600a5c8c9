package check_test

import (
	"strings"
	"testing"
)

// TestRows holds what a sentence says of the rows of a table against it.
func TestRows(t *testing.T) {
	const table = "  - table:\n      title: Klubber efter region\n      columns: [{title: Region}, {title: Klubber}]\n" +
		"      rows: [[Hovedstaden, \"52\"], [Sjælland, \"34\"], [Syddanmark, \"41\"], [Nordjylland, \"1.115\"], [Fyn og øerne, \"15\"], [I alt, \"1.257\"]]\n"
	for text, want := range map[string]string{
		"Flest klubber er der i Region Sjælland.":                                      "figure-wrong Sjælland",
		"Færrest klubber er der i Hovedstaden, hvor der er 52.":                        "figure-wrong Hovedstaden",
		"I Syddanmark er der 1.115 klubber.":                                           "figure-wrong Syddanmark",
		"Færrest er der i Region Sjælland med 15.":                                     "figure-wrong Sjælland",
		"Størst er Syddanmark.":                                                        "figure-wrong Syddanmark",
		"Flest klubber er der i Region Nordjylland.":                                   "",
		"Færrest klubber er der på Fyn og øerne, og det har været sådan længe.":        "",
		"Flest unge er der i Region Sjælland.":                                         "", // of which the table tells nothing
		"Den mindste fremgang havde Hovedstaden.":                                      "",
		"Fremgangen er størst for Syddanmark.":                                         "",
		"I Nordjylland er der 1.115 klubber, og i Hovedstaden er der 52.":              "",
		"I Syddanmark er der 41 klubber mod 52 i Hovedstaden.":                         "",
		"I Syddanmark er der en af de største haller, og den har plads til mange.":     "",
		"Der er mindst en klub i Hovedstaden i hver kommune, og de har 34 afdelinger.": "",
	} {
		files := edition("  - text: |\n      " + text + "\n" + table)
		got, _, _ := strings.Cut(toldIn(t, files), " -> ")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSums recomputes the columns of a table that ends in a sum, those behind one of words too.
func TestSums(t *testing.T) {
	for sums, want := range map[string]string{
		`"61", "54"`: "",
		`"61", "55"`: "sum 55",
		`"62", "54"`: "sum 62",
	} {
		files := edition("  - table:\n      title: Gæster\n      columns: [{title: Museum}, {title: Kommune}, {title: \"2024\"}, {title: \"2023\"}]\n" +
			"      rows: [[Mosen, Rebild, \"20\", \"18\"], [Væveriet, Aalborg, \"22\", \"19\"], [Kalken, \"\", \"19\", \"17\"], [I alt, \"\", " + sums + "]]\n")
		got, _, _ := strings.Cut(toldIn(t, files), " -> ")
		if got != want {
			t.Errorf("%s: %q, want %q", sums, got, want)
		}
	}
}

// TestPercentSums has percentages come to a hundred but for their rounding; those each of a
// whole of its own come to none.
func TestPercentSums(t *testing.T) {
	for rows, want := range map[string]string{
		`[Nord, "33,3"], [Syd, "33,3"], [Vest, "33,3"], [I alt, "100,0"]`: "",
		`[Nord, "33,3"], [Syd, "33,3"], [Vest, "33,1"], [I alt, "100,0"]`: "sum 100,0",
		`[Nord, "33"], [Syd, "33"], [Vest, "33"], [I alt, "100"]`:         "",
		`[Nord, "93,0"], [Syd, "86,0"], [Vest, "88,0"], [I alt, "90,6"]`:  "",
		`[Nord, "20,5"], [Syd, "30,5"], [Vest, "40,5"], [I alt, "91,6"]`:  "sum 91,6",
	} {
		files := edition("  - table:\n      title: Pladser\n      columns: [{title: Sted}, {title: Andel i pct.}]\n      rows: [" + rows + "]\n")
		got, _, _ := strings.Cut(toldIn(t, files), " -> ")
		if got != want {
			t.Errorf("%s: %q, want %q", rows, got, want)
		}
	}
}

// TestSpread holds a range against the ends of a column.
func TestSpread(t *testing.T) {
	const table = "  - table:\n      title: Klubber efter region\n      columns: [{title: Region}, {title: Klubber}]\n" +
		"      rows: [[Hovedstaden, \"52\"], [Sjælland, \"34\"], [Syddanmark, \"41\"], [Fyn og øerne, \"15\"], [I alt, \"142\"]]\n"
	for text, want := range map[string]string{
		"Regionerne har mellem 15 og 52 klubber.": "",
		"Regionerne har mellem 25 og 52 klubber.": "figure-wrong 25 og 52",
		"Regionerne har mellem 15 og 25 klubber.": "figure-wrong 15 og 25",
		"De unge er mellem 12 og 18 år.":          "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n"+table)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
