package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// weighingFigures are figures of an association that does not exist.
const weighingFigures = `figures:
  medlemmer: {value: "4.180", unit: antal, year: 2024, source: A}
  medlemmer_2023: {value: "3.960", unit: antal, year: 2023, source: A}
  medarbejdere: {value: 124, unit: antal, year: 2024, source: A}
  medarbejdere_2023: {value: 121, unit: antal, year: 2023, source: A}
`

// TestWordsOfDirection has sentences in which a word in {braces} of two says which way
// something went: the first is right, and the second is told of.
func TestWordsOfDirection(t *testing.T) {
	for _, text := range []string{
		"De gav 38.600 timer, {flere|færre} end året før, hvor det blev til 36.900.",
		"De overnattede 3.412.600 gange. Det er {flere|færre} end i 2023, hvor der blev registreret 3.298.400 overnatninger.",
		"Indtægten fra projekter var 9.874.320 kr. Indtægten er {lavere|højere} end i 2023, da den var på 11.246.510 kr.",
		"Salget gav 2.164.380 kr. i 2024. De {faldt|steg} fra 2.264.380 kr. i 2023, fordi to kurser blev flyttet.",
		"Mængden faldt fra 152.300 ton til 148.600 ton, et {fald|løft} på 2,4 pct.",
		"Vi besøgte 412 familier mod 387 året før, og tallet er dermed {steget|faldet}.",
		"I 2023 var der 387 besøg, og i 2024 var der 412, altså en {fremgang|tilbagegang}.",
		"Året før kom der 387 gæster, og nu {voksede|faldt} det til 412.",
		"Der kom 412 gæster. Året før var der 387, så besøget er {vokset|faldet}.",
		"Prisen blev {hævet|sænket} fra 1.200 kr. til 1.230 kr. pr. år.",
		"Køen er {nedbragt|øget} til 85 dage fra 112 dage i 2023.",
		"Tiden blev {forkortet|forlænget} fra 21 til 14 dage.",
		"Udgiften på 412.500 kr. er {mindre|større} end året før, hvor den var 431.900 kr.",
		"Ved årets udgang havde vi 124 medarbejdere, tre {flere|færre} end året før.",
		"Medlemstallet {steg|faldt} til 4.180 medlemmer.",
		"Vi er 4.180 medlemmer, og det er {flere|færre} end sidste år.",
		"Der blev holdt 36 møder, op fra 29, en {stigning|nedgang} på syv.",
		"Fraværet er på 3,8 pct., {lavere|højere} end i 2023, da det var 4,4 pct.",
		"Fraværet gik {ned|op} fra 4,4 pct. til 3,8 pct. i løbet af året.",
		"I 2024 blev der solgt 12.600 hæfter, og det er {flere|færre} end de 8.400 i 2023.",
		"Bygningen bruger 612 MWh mod 655 MWh i 2023. Forbruget er dermed {faldet|steget}.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			files := edition("  - text: |\n      " + lead + w + tail + "\n  - statement: r\n")
			files["figures.yaml"] = &fstest.MapFile{Data: []byte(weighingFigures)}
			got := toldIn(t, files)
			if w == right && got != "" || w == wrong && !strings.Contains(got, "direction "+wrong) {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestSizesOfDirection has sentences in which a figure in {braces} says by how much something
// went: the first is right, and the second is told of.
func TestSizesOfDirection(t *testing.T) {
	for _, text := range []string{
		"Vi havde 28 ansatte, {én|to} flere end i 2023, hvor der var 27.",
		"Der kom 412 gæster, {25|52} flere end året før, da der kom 387.",
		"Driften kostede 412.500 kr., {19.400 kr.|14.900 kr.} mindre end i 2023, hvor den kostede 431.900 kr.",
		"Der kom 41.200 ton affald, {10,0 pct.|1,0 pct.} mindre end i 2023, hvor det var 45.800 ton.",
		"Vi har 124 medarbejdere, {tre|fem} flere end året før.",
		"Medlemmerne blev 4.180, en stigning på {5,6 pct.|6,5 pct.} fra året før.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			files := edition("  - text: |\n      " + lead + w + tail + "\n  - statement: r\n")
			files["figures.yaml"] = &fstest.MapFile{Data: []byte(weighingFigures)}
			got := toldIn(t, files)
			if w == right && got != "" || w == wrong && !strings.Contains(got, "figure-wrong "+wrong) {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestNoDirection has right sentences whose words of direction are of something else.
func TestNoDirection(t *testing.T) {
	for _, text := range []string{
		"Vi fik flere medlemmer, og udgiften faldt fra 431.900 kr. til 412.500 kr.",
		"Selv om antallet af gæster steg, blev salget 412.500 kr. mod 431.900 kr. året før.",
		"Med flere frivillige faldt ventetiden fra 21 til 14 dage.",
		"Prisen er 1.230 kr., og det er mere end de 1.150 kr., som naboen tager.",
		"Resultatet blev større end forventet, 412.500 kr. mod 431.900 kr. i 2023.",
		"Forbruget er ikke steget fra 655 MWh til 612 MWh.",
		"Der var 387 besøg i 2023. I budgettet for 2025 er der flere, nemlig 450.",
		"Af de 412 gæster kom 387 fra udlandet, og det er en stigning i forhold til tidligere.",
		"Vi sendte 1.200 breve og 300 pakker, færre end i 2023.",
		"Bestyrelsen ventede et fald fra 412.500 kr. til 400.000 kr.",
		"Ventelisten faldt fra 21 til 14 dage, fordi flere hold blev oprettet.",
		"Færre end 100 af de 412 gæster kom igen; i 2023 var det 87.",
	} {
		files := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(weighingFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
