package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// wholesFigures are figures of a federation that does not exist.
const wholesFigures = `figures:
  klubber: {value: 168, unit: antal, year: 2024, source: A}
  brandfolk: {value: 412, unit: antal, year: 2024, source: A}
  kvinder: {value: 41, unit: antal, year: 2024, source: A}
  medlemmer: {value: "12.390", unit: antal, year: 2024, source: A}
`

// TestPartsOfWholes has sentences with a part in {braces} of two: the first is right, and the
// second is told of.
func TestPartsOfWholes(t *testing.T) {
	for _, text := range []string{
		"Udvalget fik otte breve. Fire af dem er klager, og det er {halvdelen|en tredjedel}.",
		"Projektet har hjulpet 96 ledige. Af dem fik 48 et job, og det er {halvdelen|en fjerdedel}.",
		"6.740 borgere har været på kursus. Det er en fremgang. De 2.310 af dem var skoleelever, altså {godt en tredjedel|godt halvdelen}.",
		"Vi har 41 kvinder blandt brandfolkene mod 33 i 2023. Det er omtrent {hver tiende|hver femte}.",
		"{Tre ud af fire|To ud af fire} klubber har en ungdomsafdeling. Det er i alt 126 klubber.",
		"{Tre ud af fire|Tre ud af fem} klubber, nemlig 126, har en ungdomsafdeling.",
		"84 klubber, altså {halvdelen|en tredjedel} af alle, har en bro med lift.",
		"Der var 31 hold i svære samtaler, det vil sige {knap halvdelen|en fjerdedel} af alle 64.",
		"Størst er byen med 3.918 medlemmer, og det er {knap en tredjedel|knap halvdelen} af os alle.",
		"Der var planlagt 1.350 besøg, og vi nåede 1.342. Vi kom altså rundt til {99,4 pct.|94,9 pct.} af dem.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			files := edition("  - text: |\n      " + lead + w + tail + "\n  - statement: r\n")
			files["figures.yaml"] = &fstest.MapFile{Data: []byte(wholesFigures)}
			got := toldIn(t, files)
			if w == right && got != "" || w == wrong && got == "" {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestNoParts has right sentences whose parts are of something that is not told.
func TestNoParts(t *testing.T) {
	for _, text := range []string{
		"Vi besøgte 46 klubber. En tredjedel af dem ligger i Jylland.",
		"Der kom 412 gæster, og halvdelen var børn.",
		"Tre ud af fire klubber har en kajplads. Det er i alt 2.300 pladser.",
		"Vi holdt 12 kurser for 96 ledige. Det er halvdelen af det, vi havde håbet.",
		"Af de 96 ledige fik 48 et job, og en fjerdedel begyndte på en uddannelse.",
		"Puljen gav 31 klubber støtte. Hver tiende søgte forgæves.",
		"Der var 64 hold, og 31 af dem var fulde. Halvdelen havde venteliste.",
		"Prisen er 412 kr., og det er halvdelen af, hvad naboen tager.",
		"84 klubber svarede, og 51 pct. af dem har en bro.",
		"I 2023 var der 33 kvinder. Det er omtrent hver tolvte.",
	} {
		files := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(wholesFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
