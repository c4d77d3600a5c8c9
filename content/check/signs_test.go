package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestMoreSentencesOfDirection has what words in {braces} of two say without figures of
// their own, or of amounts' signs: the first is right, and the second is told of.
func TestMoreSentencesOfDirection(t *testing.T) {
	for _, text := range []string{
		"Der var {flere|færre} medlemmer end året før, men roligt har året ikke været.",
		"Årets resultat er {lavere|højere} end i 2023, fordi renten steg.",
		"Personaleomkostningerne er {højere|lavere} end sidste år.",
		"Egenkapitalen {overstiger|er mindre end} indtægterne.",
		"Personaleomkostninger er {lavere|højere} end indtægterne.",
		"I gennemsnit går der 9,4 minutter. Det er 0,4 minut {hurtigere|langsommere} end i 2023, da tiden var 9,8 minutter.",
		"Personalet gav {en udgift|en indtægt} på 297.721.021 kr. i 2024.",
		"Der er sat 360 km skilte op mod 120 km året før, altså {tre|fem} gange så langt.",
		"Pumperne leverede 12.400 MWh, hvilket er {det dobbelte|det tredobbelte} af de 6.200 MWh i 2023.",
		"Mødet samlede 128 gæster mod 96 i 2023. Det er {en tredjedel|en femtedel} flere.",
		"I 2024 blev 94 huse tilsluttet. Året før var det 112, så tempoet er gået {ned|op}.",
		"Vi hentede 3,6 mio. kr. hjem mod 4,1 mio. kr. i 2023. At beløbet er blevet {mindre|større}, er godt nyt.",
		"Forbruget er {halveret|fordoblet} fra 12.400 MWh til 6.200 MWh.",
		"Drift af nettet kostede 5.382 t.kr. mod 4.974 t.kr. i 2023, en {stigning|besparelse} på 8,2 pct.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			files := edition("  - text: |\n      " + lead + w + tail + "\n  - statement: r\n")
			files["figures.yaml"] = &fstest.MapFile{Data: []byte(weighingFigures)}
			got := toldIn(t, files)
			if w == right && got != "" || w == wrong && !strings.Contains(got, "direction ") {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestRightSentencesOfDirection has right sentences of the same kinds.
func TestRightSentencesOfDirection(t *testing.T) {
	for _, text := range []string{
		"I Lemvig er der færre medlemmer end året før.",
		"Der kom færre nye medlemmer end året før.",
		"Blandt de unge er der færre medlemmer end i 2023.",
		"Resultatet er højere end ventet.",
		"En del af personaleomkostningerne er lavere end i 2023.",
		"Bussen kører 20 km/t hurtigere end i 2023, da den kørte 60 km/t.",
		"Der var et tab på 40.000 kr. ved salget.",
		"Vi har tre gange så langt til havet som naboen, 360 km mod 120 km.",
		"Der er ikke flere medlemmer end året før.",
		"Egenkapitalen ventes at overstige indtægterne i 2025.",
	} {
		files := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(weighingFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
