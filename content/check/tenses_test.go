package check_test

import (
	"strings"
	"testing"
)

// TestYearsAndVerbs has years in {braces} of two: the first goes with the verb, or with the
// figures, and the second does not.
func TestYearsAndVerbs(t *testing.T) {
	for _, text := range []string{
		"Bestyrelsen venter et resultat omkring nul i {2025|2024}.",
		"Kontingenterne ventes at stige med 2,5 pct. i {2025|2024}.",
		"I {2025|2024} vil bestyrelsen åbne endnu en kiosk.",
		"I {2024|2026} fik 32 unge et fritidsjob gennem planen.",
		"Udledningen blev 31.500 ton mod 33.900 ton i {2023|2024}.",
		"Der kom 412 gæster, og det er flere end i {2023|2024}.",
		"Ruten løber fra {2023 til 2026|2026 til 2023} langs kysten.",
		"I årene {2022 til 2026|2026 til 2022} er der penge til det.",
		"Strategien løber til udgangen af {2028|2018} og har tre spor.",
		"Vejledningen udkommer i {2024|2014} på nettet.",
		"Desuden venter der i {2026|2023} drøftelser om en ny færge.",
		"Havnen er tømt for slam, og i foråret {2025|2024} bliver molen bygget om.",
		"Endelig er det i {2025|2023}, vi skal gøre klar til den nye ordning.",
		"Kurserne er gode, og der bliver holdt flere af dem i {2025|2023}.",
		"Søg i god tid, så vi kan gå ind i {2027|2024} uden gæld.",
		"Planerne skal være klar, inden {2025|2023} er omme.",
		"Det trak ud, men i november {2024|2025} faldt aftalen på plads.",
		"Havneministerens beslutning i februar {2025|2026} om, at slusen skal laves, er god.",
		"Da budgettet for {2025|2026} skulle lægges, manglede der penge.",
	} {
		eitherYear(t, text)
	}
}

// eitherYear holds the check to the two years in a text, "i {2025|2024}": nothing is told with the
// first, and the second is told of.
func eitherYear(t *testing.T, text string) {
	t.Helper()
	lead, rest, _ := strings.Cut(text, "{")
	words, tail, _ := strings.Cut(rest, "}")
	right, wrong, _ := strings.Cut(words, "|")
	for _, w := range []string{right, wrong} {
		got := toldIn(t, edition("  - text: |\n      "+lead+w+tail+"\n"))
		if w == right && got != "" || w == wrong && !strings.Contains(got, "year ") {
			t.Errorf("%s: got %q", lead+w+tail, got)
		}
	}
}

// TestRightYears has right sentences with years that look stale, or too late.
func TestRightYears(t *testing.T) {
	for _, text := range []string{
		"Årsmødet godkendte beretning og regnskab for 2023 og valgte ny kasserer.",
		"På mødet blev årsrapport for 2023 forelagt.",
		"Vi har foreslået en pulje i 2026, 2027 og 2028.",
		"Egenkapitalen var 799,7 mio. kr., og der var 0,1 mio. kr. i kassen året før.",
		"Sidste gang, vi havde en brand af den størrelse, var i 2017.",
		"Tak til de fonde, der hjalp os, da stormen i oktober 2021 havde taget 22 broer.",
		"Den gælder til og med 2028, og den afløser planen fra 2018.",
		"Undersøgelsen blev sidst gennemført i 2021.",
		"Strategien, som årsmødet vedtog i 2021, gælder stadig.",
		"I 2025 venter vi flere gæster end i 2024.",
		"Satsen er 1.230 kr. i 2025 mod 1.200 kr. i 2024.",
		"Vi venter, at de gæster, der kom i 2024, vender tilbage.",
		"Budgettet er 412.500 kr. mod 431.900 kr. i 2024.",
		"I 2026 skulle broen efter planen være færdig.",
		"De samme regler forventes at gælde som i 2024.",
		"I 2022 blev huset solgt, og i 2024 fik vi et nyt.",
		"Udledningen bliver målt på niveauet i 2021.",
		"Planen blev færdig, og i 2023 var den i brug.",
		"Alle skulle være i hus, før 2023 var omme.",
		"Det gjorde, at vi kunne gå ind i 2024 uden gæld.",
		"Vi håber på en beslutning i december 2025 om slusen.",
		"Når budgettet for 2026 skal lægges, mangler der penge.",
		"Det er i 2023, som det var før.",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
