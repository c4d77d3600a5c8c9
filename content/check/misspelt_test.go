package check_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// TestSlipsOfPen holds words misspelt to be found without a dictionary, and names to be let be.
func TestSlipsOfPen(t *testing.T) {
	for text, want := range map[string]string{
		"Vi har fulgt overenkomsten nøje.":                              "overenkomsten -> overenskomsten",
		"Klimatilpasningplanen er vedtaget, og den virker.":             "Klimatilpasningplanen -> Klimatilpasningsplanen",
		"Den nye Vejledningstjenst er et navn, Region Hovedstade.":      "",
		"Kommunerne betalte for affaldsortering og genbrugsplaser.":     "affaldsortering -> affaldssortering; genbrugsplaser -> genbrugspladser",
		"Vores it-kommunikasion er overordenlig god.":                   "kommunikasion -> kommunikation; overordenlig -> overordentlig",
		"Preussens kaptajn og Henriette Bro var der, med andelshavere.": "", // names
		"Henriete kom. Kommisionen kom, og med den kommissionen.":       "Kommisionen -> Kommissionen",
		"Kapitlet om krisecentre og borgmestre er nyt.":                 "",
	} {
		got := spellingOf(t, "  - text: |\n      "+text+"\n")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// spellingOf is what is told of the spelling of a chapter.
func spellingOf(t *testing.T, chapter string) string {
	t.Helper()
	files := edition(chapter)
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	got := ""
	for _, f := range check.Run(check.Edition{Report: rep, Files: texts(t, files)}) {
		if f.Code == "spelling" {
			if got != "" {
				got += "; "
			}
			got += f.Found + " -> " + f.Should.In(diag.Danish)
		}
	}
	return got
}
