package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// TestReferencesAreGiven holds that the note of a figure that the accounts give has
// the reference, and that the reference writes the figure that stood there.
func TestReferencesAreGiven(t *testing.T) {
	for text, want := range map[string]string{
		"Egenkapitalen udgør 799,7 mio. kr. nu.":             "{{ kapital | mio }}",
		"Egenkapitalen udgjorde 838,60 mio. kr. i 2023.":     "{{ kapital@2023 | mio:2 }}",
		"Egenkapitalen faldt med 38,9 mio. kr. i alt.":       "{{ kapital@2023 - kapital | mio }}",
		"Egenkapitalen faldt med 39 mio. kr. i alt.":         "{{ kapital@2023 - kapital | mio:0 }}",
		"Ændringen i egenkapitalen er −38,9 mio. kr. i alt.": "{{ kapital - kapital@2023 | mio }}",
		"Personaleomkostningerne er 297.721.021 kr. i alt.":  "{{ -personale | kr }}",
		"Personaleomkostningerne er 297.721 t.kr. i alt.":    "{{ -personale | tkr }}",
		"Personaleomkostningerne er 0,30 mia. kr. i alt.":    "{{ -personale | mia:2 }}",
		"Personaleomkostningerne steg med 5,6 pct. i alt.":   "{{ vækst(personale, personale@2023) | pct }}",
		"Personaleomkostningerne steg med 5,60 pct. i alt.":  "{{ vækst(personale, personale@2023) | pct:2 }}",
		"Indtægterne faldt med 0,33 pct. i alt.":             "{{ -vækst(indtaegter, indtaegter@2023) | pct:2 }}",
		"På skolerne er der nu 1.250 skolehaver i alt.":      "{{ skolehaver | antal }}",
		"Haverne kostede staten 3,7 mio. kr. i tilskud.":     "{{ tilskud_til_haver | mio }}",
		"I haverne kom i alt 1.250 gæster.":                  "",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = gardens()
		var got string
		for _, f := range all(t, files) {
			if f.Code == "figure-unbound" {
				got = f.Should.Danish
				bound := edition("  - text: |\n      " + strings.Replace(text, f.Found, got, 1) + "\n")
				bound["figures.yaml"] = gardens()
				if rep, problems := source.Load(bound); rep == nil {
					t.Errorf("%s: %v", got, problems.Sorted()[0].Text(diag.English))
				} else if b := strings.ReplaceAll(rep.Bound[0].Text, "\u00a0", " "); b != f.Found {
					t.Errorf("%q: the reference writes %q", text, b)
				}
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// gardens is a figures.yaml.
func gardens() *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("figures:\n  skolehaver: {value: \"1.250\", unit: antal, year: 2024, source: Skolerne}\n" +
		"  tilskud_til_haver: {value: \"3,7\", unit: mio, year: 2024, source: Staten}\n")}
}

// boundEdition is an edition of some blocks whose figures are to be references.
func boundEdition(language, blocks string) fstest.MapFS {
	files := edition(blocks)
	front := strings.Replace(string(files["report.yaml"].Data), "language: da", "figures: bound\nlanguage: "+language, 1)
	files["report.yaml"] = &fstest.MapFile{Data: []byte(front)}
	return files
}

// TestFiguresAreBound holds that every figure of an edition that says so is a
// reference or waived, in any language, and that years, dates and numbered paragraphs
// are none.
func TestFiguresAreBound(t *testing.T) {
	for _, language := range []string{"da", "en", "sv"} {
		files := boundEdition(language, "  - text: |\n      {{ kapital | mio }}, {{ antal(bestyrelse) }} and {{ = 7 | a name }}; § 14, kl. 10, uge 42, (note 3).\n"+
			"  - text: Den 27. februar 2025 mødtes bestyrelsen i 2024.\n"+
			"  - text: 799,7 mio. kr. and 12 more.\n")
		rep, problems := source.Load(files)
		if rep == nil {
			t.Fatal(problems.Sorted()[0].Text(diag.English))
		}
		left, waived := check.Waive(check.Run(check.Edition{Report: rep, Files: texts(t, files)}), check.Inline(rep))
		var got []string
		for _, f := range left {
			if f.Level == check.Error {
				got = append(got, f.Found)
			}
		}
		if strings.Join(got, "|") != "799,7 mio. kr.|12" || len(waived) != 1 {
			t.Errorf("%s: got %q, %d waived", language, got, len(waived))
		}
	}
}

// TestNumbersInWordsAreBound: a number of two digits written in one word is a figure as one in digits is.
func TestNumbersInWordsAreBound(t *testing.T) {
	for text, want := range map[string]string{"Vi fik femogtyve haver.": "femogtyve", "Vi fik fem haver og en bog.": ""} {
		var got []string
		for _, f := range found(t, boundEdition("da", "  - text: |\n      "+text+"\n")) {
			if f.Code == "figure-elsewhere" {
				got = append(got, f.Found)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestMistypedFiguresAreTold writes each figure of the embedded edition as a number
// with one digit wrong: in an edition whose figures are bound every one is an error,
// whether or not the accounts have it.
func TestMistypedFiguresAreTold(t *testing.T) {
	files := texts(t, edition2024.Files())
	planted := 0
	for _, b := range written(t, files).Report.Bound {
		at := strings.IndexAny(b.Text, "123456789")
		if at < 0 || b.Reason != "" {
			continue
		}
		wrong := b.Text[:at] + string('1'+b.Text[at]%9) + b.Text[at+1:]
		lines := strings.SplitAfter(files[b.Pos.File], "\n")
		before := strings.Join(lines[:b.Pos.Line-1], "") + string([]rune(lines[b.Pos.Line-1])[:b.Pos.Column-1])
		rest := files[b.Pos.File][len(before):]
		end := strings.Index(rest, "}}") + len("}}")
		m := mistake{"mistyped", b.Pos.File, wrong, len(before), len(before) + end}
		edited, with := m.apply(files)
		if planted++; len(errorsIn(edited, with)) <= len(check.Inline(written(t, files).Report)) {
			t.Errorf("%s: %q for %q is not told", b.Pos, wrong, b.Text)
		}
	}
	if planted < 40 {
		t.Errorf("only %d figures were mistyped", planted)
	}
}
