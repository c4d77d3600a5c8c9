package check_test

import (
	"strings"
	"testing"
)

// TestDifferencesBesideFigures recomputes differences, points, multiples and ranges.
func TestDifferencesBesideFigures(t *testing.T) {
	for text, want := range map[string]string{
		"Salget faldt med 5.252 kr. til 61.730 kr., et fald på 7,8 pct. i alt.":                              "",
		"Salget faldt med 5.252 kr. til 61.730 kr., et fald på 8,7 pct. i alt.":                              "figure-wrong 8,7 pct. -> 7,8 pct.",
		"Salget faldt med 5.252 kr. til 61.730 kr., et fald på 7,8 procentpoint i alt.":                      "figure-wrong 7,8 procentpoint -> 7,8 pct.",
		"Kørsel kostede 98.745 kr. i 2024, 5.127 kr. mere end i 2023. Stigningen på 5,5 pct. er lille.":      "",
		"Kørsel kostede 98.745 kr. i 2024, 5.127 kr. mere end i 2023. Stigningen på 15,5 pct. er stor.":      "figure-wrong 15,5 pct. -> 5,5 pct.",
		"Af affaldet blev 61 pct. genanvendt. Året før var det 57 pct., og fremgangen er på 4 procentpoint.": "",
		"Af affaldet blev 61 pct. genanvendt. Året før var det 57 pct., og fremgangen er på 4 procent.":      "figure-wrong 4 procent -> 4 procentpoint",
		"Af kunderne er 87 pct. tilfredse. I 2023 var andelen 84 pct., og den er altså steget.":              "",
		"Af kunderne er 87 pct. tilfredse. I 2023 var andelen 84 pct., og den er altså faldet.":              "direction faldet -> ",
		"Vi har nu 18 biler, og det er halvanden gang så mange som de 12, vi havde før.":                     "",
		"Vi har nu 18 biler, og det er dobbelt så mange som de 12, vi havde før.":                            "direction dobbelt så mange -> ",
		"Byen ejer 34 pct. af selskabet, omtrent en tredjedel, og er glad.":                                  "",
		"Byen ejer 34 pct. af selskabet, omtrent en fjerdedel, og er glad.":                                  "direction en fjerdedel -> ",
		"Vi venter et resultat mellem 3 og 5 mio. kr. til næste år.":                                         "",
		"Vi venter et resultat mellem 3 og 2 mio. kr. til næste år.":                                         "figure-differs 3 og 2 mio. kr. -> ",
		"Der kom 5.900 ton mod 4.700 ton året før, en vækst på 25,5 pct. i alt.":                             "",
		"Der kom 5.900 ton mod 4.700 ton året før, en nedgang på 25,5 pct. i alt.":                           "direction nedgang -> ",
	} {
		var got []string
		for _, f := range found(t, edition("  - text: |\n      "+text+"\n")) {
			got = append(got, f.Code+" "+f.Found+" -> "+f.Should.Danish)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestWordsNearlyOthers finds municipalities a letter off, a name with a seat that is
// another's, a year that is to come and is past, and a period that is not the accounts'.
func TestWordsNearlyOthers(t *testing.T) {
	for text, want := range map[string]string{
		"Varmen går til Kalundborg, og de er glade i Odense.":         "",
		"Varmen går til Kalundbog, og de er glade i Odense.":          "municipality Kalundbog -> Kalundborg",
		"Kalundborgs borgere og Odenses er glade.":                    "",
		"Det siger byens Peder Odensen, der er ny.":                   "",
		"Her talte Marianne Damm (V) om byen.":                        "name Marianne Damm -> Martin Damm",
		"Her talte Marianne Damm (A) om byen.":                        "",
		"Resten skal være betalt tilbage i 2018, siger banken.":       "year 2018 -> ",
		"Det skal ses i lyset af, at vi i 2018 fik en ny lov.":        "",
		"Årsregnskabet er for perioden 1. januar – 30. november 2024": "",
	} {
		var got []string
		for _, f := range found(t, edition("  - text: |\n      "+text+"\n")) {
			got = append(got, f.Code+" "+f.Found+" -> "+f.Should.Danish)
		}
		if told := strings.Join(got, "; "); told != want && (want == "" || !strings.HasPrefix(told, want)) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
