package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestYearsOfFigures has years, words and figures in {braces} of two: the first is what the
// edition has, and the second is told of.
func TestYearsOfFigures(t *testing.T) {
	for _, text := range []string{
		"Kommunerne har for {2025|2023} aftalt et bidrag på 121,9 mio. kr.",
		"Foreningen blev stiftet i {1987|1978}. \n\n      Det er 37 år siden, at foreningen blev stiftet i 1987.",
		"Budgettet for 2024 lød på et overskud på 20 mio. kr., så resultatet {overstiger|ligger under} budgettet.",
		"Budgettet lød på et overskud på 30 mio. kr., så resultatet er {ringere|bedre} end ventet.",
		"Antallet blev 12.412 mod {12.387|12.412} året før.",
		"Det er {4 procentpoint|6 procentpoint} mere end i 2023, da 83 pct. svarede det samme.",
		"Vi roede langt i 2024. Ligesom i {2023|2024} var søen varm.",
		"Projektet fortsætter i {2025|2015} med nye penge.",
		"Vi har fået 412 gæster mod 415 i 2023. Det er et {minus|plus} på 0,7 pct.",
		"Køen er blevet {længere|kortere}, for den voksede fra 10.385 til 11.240 personer.",
		"Der er dermed {mere end dobbelt|mere end fire gange} så mange i køen, som vi har boliger: 11.240 mod 4.812.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		if strings.HasPrefix(words, "4 procentpoint") {
			lead = "I alt svarede 87 pct. af klubberne, at de er tilfredse. " + lead
		}
		for _, w := range []string{right, wrong} {
			files := edition("  - text: |\n      " + lead + w + tail + "\n  - statement: r\n")
			files["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  bidrag_2025: {value: \"121,9\", unit: mio, year: 2025, source: A}\n")}
			got := toldIn(t, files)
			if w == right && got != "" || w == wrong && got == "" {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}

// TestRightYearsOfFigures has right sentences of the same kinds.
func TestRightYearsOfFigures(t *testing.T) {
	for _, text := range []string{
		"Bidraget på 121,9 mio. kr. blev vedtaget i 2024.",
		"Den ene klub er stiftet i 1934, og den anden blev stiftet i 1938.",
		"Budgettet for 2025 lyder på 20 mio. kr., og resultatet ligger under det, vi havde håbet.",
		"Antallet er uændret 12.412 mod 12.412 året før.",
		"Det er 4 pct. mere end i 2022, da tallet var 9.800.",
		"Prisen er et plus på kontoen.",
		"Vi har fire gange så mange boliger som naboen: 412 mod 100.",
	} {
		files := edition("  - text: |\n      " + text + "\n  - statement: r\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  bidrag_2025: {value: \"121,9\", unit: mio, year: 2025, source: A}\n")}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

// TestYearsOfSums has the years of a figure that is put together of others, and of these.
func TestYearsOfSums(t *testing.T) {
	const text = "  - text: |\n      Vi har {{ både }} både, {{ kajakker }} kajakker og {{ joller }} joller.\n"
	for years, want := range map[string]string{"2025 2025 2025": "", "2024 2025 2025": "year både -> 2025", "2025 2025 2024": "", "2024 2025 2024": ""} {
		y := strings.Fields(years)
		files := edition(text)
		files["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  både: {value: 7, unit: antal, year: " + y[0] + ", source: A, equals: kajakker + joller}\n" +
			"  kajakker: {value: 4, unit: antal, year: " + y[1] + ", source: A}\n  joller: {value: 3, unit: antal, year: " + y[2] + ", source: A}\n")}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s: got %q, want %q", years, got, want)
		}
	}
}
