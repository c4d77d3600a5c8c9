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
	files := edition("  - text: |\n      Byråret fra KL-huset i Kalundborg mødte Damms pitstop-folk, ca. 25,9 mio. kr. for EU's digitalisering.\n" +
		"      Læs på www.kl.dk/tal eller skriv til post@kl.dk; Vejlby hilste Krogen på mødet. Digitaliserng er det ikke.\n")
	report := string(files["report.yaml"].Data) + "words: [digitalisering]\n"
	files["report.yaml"].Data = []byte(report)
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	d := &dictionary{
		unknown: map[string]bool{"Byråret": true, "pitstop": true, "Vejlby": true, "Digitaliserng": true, "mødet": true},
		better:  map[string][]string{"Byråret": {"Byrådet", "Byrådets"}, "pitstop": {"pit stop"}, "Vejlby": {"Vejby"}},
	}
	ed := check.Edition{Report: rep, Files: texts(t, files), Speller: d}
	got := map[string]string{}
	for _, f := range check.Run(ed) {
		if f.Code == "word" || f.Code == "spelling" {
			if got[f.Found] != "" {
				t.Errorf("%s is told twice", f.Found)
			}
			got[f.Found] = f.Pos.String() + " " + []string{"error", "warning", "note"}[f.Level] + " " + f.Should.Danish
		}
	}
	want := map[string]string{
		"Byråret": "chapters/a.yaml:4:7 warning Byrådet", "pitstop": "chapters/a.yaml:4:53 note ", "Vejlby": "chapters/a.yaml:5:56 note ",
		"mødet":         "chapters/a.yaml:5:80 warning mødte",          // the report has it
		"Digitaliserng": "chapters/a.yaml:5:87 warning Digitalisering", // told without it, and once
	}
	for found, w := range want {
		if got[found] != w {
			t.Errorf("%s: %q, want %q", found, got[found], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("told of %v", got)
	}
	if want := []string{"Byråret", "pitstop"}; !slices.Equal(d.hard, want) {
		t.Errorf("suggestions were sought for %q, want %q", d.hard, want)
	}
	for _, w := range []string{"KL", "EU's", "ca", "mio", "kr", "www", "dk", "post", "Kalundborg", "Damms", "digitalisering"} {
		if slices.Contains(d.asked, w) {
			t.Errorf("the dictionary was asked for %q", w)
		}
	}
	for _, w := range []string{"huset", "folk", "mødte", "pitstop"} {
		if !slices.Contains(d.asked, w) {
			t.Errorf("the dictionary was not asked for %q", w)
		}
	}
}

// dictionary is a speller that does not know some words.
type dictionary struct {
	unknown     map[string]bool
	better      map[string][]string
	left        int
	asked, hard []string // for what it was asked, and what it was to write instead
}

func (d *dictionary) Unknown(words []string) check.Lookup {
	d.asked = words
	return check.Lookup{Unknown: d.unknown, Left: d.left, Why: check.Text{Danish: "træt", English: "tired"}}
}

func (d *dictionary) Better(words []string) map[string][]string {
	d.hard = words
	return d.better
}

// TestDictionaryFails: a dictionary that could not answer for every word is told of,
// once, and what it said is told all the same.
func TestDictionaryFails(t *testing.T) {
	files := edition("  - text: Byråret mødte borgerne.\n")
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	d := &dictionary{unknown: map[string]bool{"Byråret": true}, left: 2}
	var told []string
	for _, f := range check.Run(check.Edition{Report: rep, Files: texts(t, files), Speller: d}) {
		if f.Code == "word" {
			told = append(told, f.Pos.String()+" "+f.What.Danish)
		}
	}
	want := []string{`chapters/a.yaml:3:11 "Byråret" er ikke i ordbogen`, "report.yaml:1:1 2 af 3 ord er ikke slået op: træt"}
	if !slices.Equal(told, want) {
		t.Errorf("%q, want %q", told, want)
	}
}
