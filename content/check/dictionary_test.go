package check_test

import (
	"slices"
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/source"
)

// TestDictionary has a dictionary that knows a few words: what is asked of it, and
// what is told.
func TestDictionary(t *testing.T) {
	files := edition("  - text: |\n      Kommunenr fra KL-huset i Kalundborg mødte Damms pitstop-folk, ca. 25,9 mio. kr. for EU's digitalisering.\n" +
		"      Læs på www.kl.dk/tal eller skriv til post@kl.dk; Vejlby hilste Krogen. Digitaliserng er det ikke.\n")
	report := string(files["report.yaml"].Data) + "words: [digitalisering]\n"
	files["report.yaml"].Data = []byte(report)
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	var asked []string
	ed := check.Edition{Report: rep, Files: texts(t, files), Unknown: func(words []string) map[string][]string {
		asked = words
		return map[string][]string{"Kommunenr": {"Kommunen", "Kommunens"}, "pitstop": {"pit stop"}, "Vejlby": {"Vejby"}, "Digitaliserng": {"Digitaliserings"}}
	}}
	got := map[string]string{}
	for _, f := range check.Run(ed) {
		if f.Code == "word" || f.Code == "spelling" {
			got[f.Found] = f.Pos.String() + " " + []string{"error", "warning", "note"}[f.Level] + " " + f.Should.Danish
		}
	}
	want := map[string]string{
		"Kommunenr": "chapters/a.yaml:4:7 warning Kommunen", "pitstop": "chapters/a.yaml:4:55 note ", "Vejlby": "chapters/a.yaml:5:56 note ",
		"Digitaliserng": "chapters/a.yaml:5:78 warning digitalisering",
	}
	for found, w := range want {
		if got[found] != w {
			t.Errorf("%s: %q, want %q", found, got[found], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("told of %v", got)
	}
	for _, w := range []string{"KL", "EU's", "ca", "mio", "kr", "www", "dk", "post", "Kalundborg", "Damms", "digitalisering"} {
		if slices.Contains(asked, w) {
			t.Errorf("the dictionary was asked for %q", w)
		}
	}
	for _, w := range []string{"huset", "folk", "mødte", "pitstop"} {
		if !slices.Contains(asked, w) {
			t.Errorf("the dictionary was not asked for %q", w)
		}
	}
}
