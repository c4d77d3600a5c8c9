package check_test

import (
	"testing"
	"testing/fstest"
)

// TestLastYears: a figure that is only an earlier year's is told of where nothing says that
// it is, though nothing names what it is of.
func TestLastYears(t *testing.T) {
	for text, want := range map[string]string{
		"  - text: |\n      Så mange var vi: 18.107 ved nytår.\n":                                         "figure-wrong 18.107 -> 18.462",
		"  - fact: {figure: \"18.107\", caption: har del i vandet}\n":                                     "figure-wrong 18.107 -> 18.462",
		"  - text: |\n      Det gjorde der 18.107 af i 2024.\n":                                           "figure-wrong 18.107 -> 18.462",
		"  - text: |\n      Så mange var vi: 18.462 ved nytår.\n":                                         "",
		"  - text: |\n      Før nytår var vi 18.107.\n":                                                   "",
		"  - text: |\n      I 2023 var vi 18.107 ved nytår. Det var godt.\n":                              "",
		"  - fact: {figure: \"18.107\", caption: havde del i vandet i 2023}\n":                            "",
		"  - text: |\n      Vi er gået fra 18.107 til 18.462.\n":                                          "",
		"  - text: |\n      Så mange var vi: 18.462 mod 18.107.\n":                                        "",
		"  - text: |\n      Vejen er 18.107 meter lang ifølge et skøn.\n":                                 "",
		"  - table:\n      columns: [{title: Andel}, {title: \"2023\"}]\n      rows: [[A, \"18.107\"]]\n": "",
	} {
		files := edition(text)
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(topicFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestCellsOfAnotherYear: a cell of this year's column is not last year's figure, and has its sign.
func TestCellsOfAnotherYear(t *testing.T) {
	table := func(cell string) string {
		return "  - table:\n      title: Hovedtal i kr.\n      columns: [{title: Post}, {title: \"2024\"}, {title: \"2023\"}]\n      rows: [[Renter, \"-92.140\", \"38.260\"], [Egenkapital, \"" + cell + "\", \"838.604.809\"]]\n"
	}
	for cell, want := range map[string]string{"799.655.858": "", "838.604.809": "figure-wrong 838.604.809 -> 799.655.858"} {
		if got := toldIn(t, edition(table(cell))); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

// TestKeyFigures: the figure of a fact that is a slip of one of the edition's, and one that is
// held against itself.
func TestKeyFigures(t *testing.T) {
	for text, want := range map[string]string{
		"  - fact: {figure: \"18.642\", caption: har rent vand}\n":         "figure-wrong 18.642 -> 18.462",
		"  - fact: {figure: \"8,6 pct.\", caption: går til spilde}\n":      "figure-wrong 8,6 pct. -> 6,8 pct.",
		"  - fact: {figure: \"18.462\", caption: har rent vand}\n":         "",
		"  - fact: {figure: \"15.900\", caption: liter er der i tanken}\n": "",
		"  - text: Vi er 18.107 andelshavere mod 18.107 sidste år.\n":      "figure-wrong 18.107 -> 18.462",
		"  - text: Vi er 18.462 andelshavere mod 18.107 sidste år.\n":      "",
	} {
		files := edition(text)
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(topicFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
