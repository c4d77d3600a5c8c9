package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestOutsiders has groups named after regions, and one of their members from elsewhere.
func TestOutsiders(t *testing.T) {
	people := func(home string) string {
		return `people:
  martin-damm: {name: Martin Damm, office: Borgmester, party: V, municipality: Kalundborg}
  peter-rahbaek-juel: {name: Peter Rahbæk Juel, office: Borgmester, party: A, municipality: Odense}
  lars-weiss: {name: Lars Weiss, party: A, municipality: København}
  anna-ask: {name: Anna Ask, party: A, municipality: Greve}
  bo-birk: {name: Bo Birk, party: V, municipality: Vejle}
  eva-eg: {name: Eva Eg, party: V, municipality: ` + home + `}
groups:
  bestyrelse:
    name: KL's bestyrelse
    members: [{person: martin-damm, role: Formand}, {person: peter-rahbaek-juel, role: Næstformand}]
  s: {name: Klub Sjælland, members: [martin-damm, anna-ask, eva-eg]}
  y: {name: Klub Syddanmark, members: [peter-rahbaek-juel, bo-birk]}
  h: {name: Klub Hovedstaden, members: [lars-weiss]}
`
	}
	for home, want := range map[string]string{"Næstved": "", "Skive": "municipality Skive"} {
		ed := edition("  - roster: [s, y, h]\n")
		ed["people.yaml"] = &fstest.MapFile{Data: []byte(people(home))}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", home, got, want)
		}
	}
}

// TestSignsTwice has somebody who signs for two parties.
func TestSignsTwice(t *testing.T) {
	for who, want := range map[string]string{"lars-weiss": "", "martin-damm": "signatory martin-damm"} {
		ed := edition("  - signatures:\n      place: Odense\n      date: 2025-02-27\n      parties:\n        - {title: Bestyrelse, people: [{person: martin-damm, role: Formand}, {person: peter-rahbaek-juel, role: Næstformand}]}\n        - {title: Direktion, people: [" + who + "]}\n")
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", who, got, want)
		}
	}
}

// TestWhoIsFromWhere has offices, names and places in {braces} of two: the second is not the
// roster's.
func TestWhoIsFromWhere(t *testing.T) {
	for _, text := range []string{
		"Her sidder {Odense|Skive} ved borgmester Peter Rahbæk Juel.",
		"{Kalundborg|Greve} er repræsenteret ved borgmester Martin Damm.",
		"Vi talte med {Martin Damm|Martin Damborg} fra Kalundborg Kommune.",
		"Det siger {Martin Damm, formand|Martin Damm, næstformand} for KL.",
		"Ordningen gælder fra den 1. april 2024 til den {31. marts 2026|31. marts 2024}.",
		"Svarene er fra {2024 til 2026|2024 til 2024}.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			got := toldIn(t, edition("  - text: |\n      "+lead+w+tail+"\n"))
			if w == right && got != "" || w == wrong && got == "" {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestYearsOfCounts has years beside figures of figures.yaml that are of a year each.
func TestYearsOfCounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Vi er vokset fra 29 klubber i 2023 til {{ klubber | antal }}.", ""},
		{"Vi er vokset fra 29 klubber i 2013 til {{ klubber | antal }}.", "year 2013 -> 2023"},
		{"Vi er {{ klubber | antal }} klubber mod {{ klubber_2023 | antal }} året før.", ""},
		{"Vi er {{ klubber | antal }} klubber mod {{ klubber_2023 | antal }} året efter.", "year året efter -> året før"},
	} {
		ed := edition("  - text: |\n      " + c.text + "\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  klubber: {value: 31, unit: antal, year: 2024, source: A}\n  klubber_2023: {value: 29, unit: antal, year: 2023, source: A}\n")}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestColumnsOfYears has a table of two years.
func TestColumnsOfYears(t *testing.T) {
	for first, want := range map[string]string{"2024": "", "2022": "year 2022 -> 2024"} {
		ed := edition("  - table:\n      columns: [{title: Led}, {title: \"" + first + "\"}, {title: \"2023\"}]\n      rows: [[Både, \"4\", \"5\"]]\n")
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", first, got, want)
		}
	}
}
