package check_test

import (
	"testing"
	"testing/fstest"
)

// trueFigures are figures that a report has, many of whose names are words for much else.
const trueFigures = topicFigures + `  kurser: {value: 48, unit: antal, year: 2024, source: A}
  deltagere: {value: "1.284", unit: antal, year: 2024, source: A}
  deltagere_2023: {value: "1.152", unit: antal, year: 2023, source: A}
  kommuner: {value: 37, unit: antal, year: 2024, source: A}
  medarbejdere: {value: 212, unit: antal, year: 2024, source: A}
  takst: {value: "1.340", unit: kr, year: 2024, source: A}
  tilfredse: {value: 83, unit: pct, year: 2024, source: A}
`

// TestTrueOfSomethingElse has texts, as reports have them, whose figures are right and look
// like others of the edition; nothing is told of them.
func TestTrueOfSomethingElse(t *testing.T) {
	for _, text := range []string{
		// what the figures about one come to
		"Ledelse gik fra 6 til 9 kurser, en stigning på 50 pct., og fra 141 til 198 deltagere.",
		"Der var 1.284 deltagere. 486 af dem kom fra kommunerne, og resten, 798 deltagere, kom fra private værker.",
		"Vi solgte 412 ton salt og 188 ton kalk. Lagt sammen er det 600 ton, og saltet er 68,7 pct. af det.",
		"Antallet af deltagere steg med 132 til {{ deltagere }}. Det er 11,5 pct. mere end i 2023 og 37,2 pct. mere end i 2020, hvor vi talte 936.",
		"Vi brugte 4.430 t.kr. på biler, heraf 2.985 t.kr. på elbiler og 1.445 t.kr. på en lastbil.",
		"Hver af de tre regioner fik 60.000 kr., i alt 180.000 kr.",
		"Personaleomkostningerne udgør 65,4 pct. af indtægterne.",
		"Uden tilskuddet på 6,0 mio. kr. havde indtægterne været 449,5 mio. kr.",
		// another time
		"I 2009 var selskabet i gang med 31 kommuner, 268 medarbejdere og indtægter på 431,5 mio. kr.",
		"Før pandemien, i 2019, var der lidt flere deltagere, nemlig 1.322, men kun 41 kurser.",
		"Taksten er {{ takst | kr }} i 2024 mod 1.314 kr. i 2022.",
		"For 2025 venter vi indtægter på 462,4 mio. kr. og et overskud på 21,3 mio. kr.",
		"Vi har budgetteret med 38 kommuner og 19.400 andelshavere i 2025.",
		"Målet er, at 85 pct. skal være tilfredse, og at vandtabet skal ned på 6,0 pct.",
		"Reformen gjorde i 2007 271 kommuner til 98. Siden da er antallet af medarbejdere vokset med 27.",
		"På fem år er indtægterne vokset med 9,4 pct. og antallet af kurser med 19.",
		// some of the things that are counted, or others
		"Undersøgelsen gik til alle, og 182 medarbejdere svarede. Det er en svarprocent på 86.",
		"Kommunalvalget gav nye udvalg i landets 98 kommuner. 11 kommuner er med i projektet.",
		"Der er 14 kommuner på det laveste trin, 16 på det midterste og 7 på det højeste.",
		"Projektet begyndte med 12 kommuner og 310 km rør.",
		"Året før var der 1.152 deltagere på 44, og i 2022 var der 1.098 på 41.",
		"Vandværket i Aarhus har 198 medarbejdere og er det største i landet.",
		"Københavns Vandselskab, som vi ofte måler os med, havde i 2024 indtægter på 545,5 mio. kr. og 221 medarbejdere.",
		"Nabovandværket har 96 kommuner og 243 medarbejdere.",
		"Rørene måler 1.824 km, og 640 km er lagt efter 2000.",
		"Kurser for nye medarbejdere blev holdt 12 gange.",
		"Syv kommuner fik nye rør i 2024, og 19 kommuner får dem inden 2027.",
		"Vandtabet i Nordby var 9,4 pct., men i Sønderby kun 4,8 pct.",
		"Kurserne fik karakteren 4,6 af 5, og 93 pct. vil anbefale dem.",
		"I marts var der 142 deltagere, i april 97.",
		"De største 10 kommuner har 61 pct. af andelshaverne.",
		// rounder
		"Af overskuddet gik 26 mio. kr. til egenkapitalen.",
		"Egenkapitalen er på 800 mio. kr., og indtægterne blev 460 mio. kr.",
		// parts of a percentage, each with its own way
		"Det lange vandtab blev mindre, fra 5,1 til 4,2 pct. Det korte er steget en smule, fra 2,3 til 2,6 pct.",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}

// TestStillTold has the like of those with a mistake in them.
func TestStillTold(t *testing.T) {
	for text, want := range map[string]string{
		"Vi er 221 medarbejdere i alt.": "figure-wrong 221 -> 212",
		"Vi har 73 kommuner.":           "figure-wrong 73 -> 37",
		"Antallet af deltagere steg med 132 til {{ deltagere }} eller 15,1 pct.": "figure-wrong 15,1 pct. -> 11,5 pct.",
		"Taksten er 1.430 kr. i 2024.":                                           "figure-wrong 1.430 kr. -> 1.340 kr.",
		"Der kom 1.248 deltagere mod 1.152 året før.":                            "figure-wrong 1.248 -> 1.284",
		"Indtægterne blev 445,5 mio. kr. mod 457,0 mio. kr. i 2023.":             "figure-wrong 445,5 mio. kr. -> 455,5 mio. kr.",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestWorkedOutBesideTable has a growth that is a digit from a percentage of the section's table.
func TestWorkedOutBesideTable(t *testing.T) {
	table := "  - table:\n      title: Vand efter kunde\n      columns: [{title: Kunde}, {title: Andel}]\n      rows:\n        - [Erhverv, \"9,4 pct.\"]\n        - [Landbrug, \"12,1 pct.\"]\n"
	for text, want := range map[string]string{
		"I 2023 var der 2.874 møder. Antallet er altså steget med 272, eller 9,5 pct.": "",
		"Af møderne blev 9,5 pct. aflyst.":                                             "",
		"Erhverv tager 9,5 pct. af vandet.":                                            "figure-wrong 9,5 pct. -> 9,4 pct.",
	} {
		if got := toldIn(t, edition("  - section: Vand\n  - text: |\n      "+text+"\n"+table)); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestTableOfAYearToCome has a price of the year beside a table whose title says that it is of next year.
func TestTableOfAYearToCome(t *testing.T) {
	table := func(year string) string {
		return "  - text: |\n      En målerleje kostede 1.950 kr. for alle.\n  - table:\n      title: Priser i " + year + "\n      columns: [{title: Ydelse}, {title: \"Kr.\", align: right}]\n      rows:\n        - [Målerleje, \"2.050\"]\n        - [Gebyr, \"310\"]\n"
	}
	for year, want := range map[string]string{"2025": "", "2024": "figure-wrong 1.950 kr. -> 2.050 kr."} {
		if got := toldIn(t, edition(table(year))); got != want {
			t.Errorf("%s: %q, want %q", year, got, want)
		}
	}
}
