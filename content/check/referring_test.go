package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
)

// TestReferencesAreTheRightOnes has references that give what they give, and are not
// what the words about them say; and some that are.
func TestReferencesAreTheRightOnes(t *testing.T) {
	for text, want := range map[string]string{
		"Egenkapitalen faldt med {{ kapital@2023 - kapital | mio }} i 2024.":                    "",
		"Egenkapitalen faldt med {{ kapital - kapital@2023 | mio }} i 2024.":                    "direction −38,9 mio. kr.",
		"Ændringen i egenkapitalen er {{ kapital - kapital@2023 | mio }} i 2024.":               "",
		"Egenkapitalen faldt med {{ kapital - kapital | mio }} i 2024.":                         "figure-wrong 0,0 mio. kr.",
		"Vi kom ud af året med et overskud på {{ resultat | mia }} i alt.":                      "figure-wrong 0,0 mia. kr.",
		"Vi kom ud af året med et overskud på {{ indtaegter | mio }} i alt.":                    "figure-wrong 455,5 mio. kr.",
		"Vi kom ud af året med et overskud på {{ resultat | mia:3 }} i alt.":                    "",
		"Egenkapitalen udgør nu {{ kapital@2023 | mio }} ved årets udgang.":                     "year 838,6 mio. kr.",
		"Efter nytår i 2023 udgjorde egenkapitalen {{ kapital@2023 | mio }} hos banken.":        "",
		"Egenkapitalen udgør {{ kapital | mio }} mod {{ kapital@2023 | mio }} året før.":        "",
		"Egenkapitalen udgør {{ kapital | mio }} mod {{ kapital | mio }} året før.":             "year 799,7 mio. kr.",
		"Sidste år og i år brugte vi hver gang {{ personale | kr }} på løn.":                    "direction −297.721.021 kr.",
		"Sidste år og i år brugte vi hver gang {{ -personale | kr }} på løn.":                   "",
		"Efter at årets resultat på {{ resultat@2023 | mio }} er lagt til, ser det godt ud nu.": "year 28,8 mio. kr.",
	} {
		var got []string
		for _, f := range found(t, edition("  - text: |\n      "+text+"\n")) {
			got = append(got, f.Code+" "+f.Found)
		}
		if want == "" && len(got) > 0 || !strings.Contains(strings.Join(got, "; "), want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestUnusedFiguresOfBoundEditions finds a figure that nothing refers to, in an edition
// that says that all of its figures are references.
func TestUnusedFiguresOfBoundEditions(t *testing.T) {
	files := boundEdition("da", "  - text: Der er {{ dele | antal }} haver.\n")
	files["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  haver: {value: 7, unit: antal, year: 2024, source: S}\n" +
		"  dele: {value: 7, unit: antal, year: 2024, source: S, equals: en_del + 1}\n  en_del: {value: 6, unit: antal, year: 2024, source: S}\n")}
	var got []string
	for _, f := range found(t, files) {
		got = append(got, f.Code+" "+f.Found+" "+f.Pos.String())
	}
	if strings.Join(got, "; ") != "figure-unused haver figures.yaml:2:3" {
		t.Errorf("got %q", got)
	}
	if _, known := check.Explain("figure-unused"); !known {
		t.Error("the rule is not told of")
	}
}
