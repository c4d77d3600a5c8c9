package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestHowLong has collective agreements whose length a chapter tells twice.
func TestHowLong(t *testing.T) {
	for text, want := range map[string]string{
		"Overenskomsten gælder i tre år.\n\n      Vores forlig har en periode på tre år.":            "",
		"Overenskomsten gælder i tre år.\n\n      Vores forlig har en periode på fire år.":           "figure-differs fire",
		"Overenskomsten gælder i tre år.\n\n      Det tidligere forlig havde en periode på fire år.": "",
		"Overenskomsten gælder i tre år.\n\n      Lejemålet løber i fire år.":                        "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestStrangeFacts has facts whose captions name another figure than they refer to.
func TestStrangeFacts(t *testing.T) {
	const figures = `figures:
  havneramme: {value: "2,4", unit: mia, year: 2025, source: Aftale}
  digebesparelse: {value: "0,3", unit: mia, year: 2025, source: Aftale}
`
	for name, want := range map[string]string{"havneramme": "", "digebesparelse": "figure-wrong 0,3 mia. kr."} {
		ed := edition("  - fact: {figure: \"{{ " + name + " | mia }}\", caption: \"Så meget er byens havneramme på\"}\n  - text: |\n      Vi har en havneramme på {{ havneramme | mia }}.\n\n      Dertil en digebesparelse på {{ digebesparelse | mia }}.\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", name, got, want)
		}
	}
}

// TestRootTwice has a chart with a box below itself.
func TestRootTwice(t *testing.T) {
	for name, want := range map[string]string{"Kontor": "", "Årsmøde": "name Årsmøde"} {
		text := "  - organisation:\n      title: Foreningen\n      alt: Årsmødet øverst\n      root:\n        name: Årsmøde\n        children:\n          - {name: Direktør}\n          - {name: " + name + "}\n"
		if got := toldIn(t, edition(text)); got != want {
			t.Errorf("%s\n got  %q\n want %q", name, got, want)
		}
	}
}

// TestSumYears has figures of figures.yaml that go into a sum of others of another year.
func TestSumYears(t *testing.T) {
	for year, want := range map[string]string{"2025": "", "2024": "", "2022": "year tilskud -> 2025"} {
		ed := edition("  - text: |\n      Det samlede løft er {{ havneløft | mia }}: {{ tilskud | mia }} i tilskud uden en havneafgift på {{ havneafgift | mia }}.\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(`figures:
  havneløft: {value: "2,1", unit: mia, year: 2025, source: Aftale, equals: tilskud - havneafgift}
  tilskud: {value: "2,4", unit: mia, year: YEAR, source: Aftale}
  havneafgift: {value: "0,3", unit: mia, year: 2025, source: Aftale}
`, "YEAR", year))}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", year, got, want)
		}
	}
}
