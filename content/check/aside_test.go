package check_test

import (
	"testing"
	"testing/fstest"
)

// TestAside has true texts whose figures, years and words for which way are of something else than
// what is named beside them; nothing is told of them.
func TestAside(t *testing.T) {
	for _, text := range []string{
		"Vi gik ind i 2024 med 18.107 andelshavere.",
		"Vi er gået fra 18.107 andelshavere i 2023 til 18.462.",
		"Vandtabet var 1,1 procentpoint under niveauet i 2023, og taksten faldt til 1.340 kr.",
		"Tilsynet kom 52 gange hos andelshaverne, 7 færre end i 2023.",
		"I værkets eget hus var vandtabet 8,6 pct.",
		"I gennemsnit kom der 1.248 deltagere pr. måned.",
		"Selskabet ejer vi med to andre. Dets egenkapital er 61,2 mio. kr., og vores del af den er 20,4 mio. kr.",
		"Medlemmerne har vedtaget taksterne for 2025. Taksten stiger med 60 kr. til 1.400 kr.",
		"Da værket begyndte, var der 48 brønde. I 2021 var der 112, mere end dobbelt så mange.",
		"Pumperne brugte mere strøm. Forbruget steg mindre, nemlig fra 310 til 322 MWh.",
		"Tilbage er efter årets personaleomkostninger 21,0 mio. kr. til andet.",
		"Personaleomkostningerne er mindre end de andre omkostninger tilsammen.",
		"Vi skrev 46 breve i 2024. Det er syv flere end året før, men seks færre end i 2022, hvor tallet var 52.",
		"Antallet af brønde falder fra 64 til 41, og trykket i dem bliver alligevel fordoblet.",
		"Andelshaverne voksede fem gange så meget som kurserne.",
		"I dag har vi 34 gange så mange brønde og 13 gange så mange andelshavere.",
		"Havet stiger med en halv meter til år 2100, og i år 1900 stod det lavere end i dag.",
		"Vi søgte penge til fire ting. 68.000 medlemmer af andre værker gjorde det samme.",
		"214 har en pumpe. 51 af dem er under 18, altså knap en fjerdedel.",
		// of other years
		"Vi tog hul på 2024 med en egenkapital på 838,6 mio. kr.",
		"Vi gik ind i året med 18.107 andelshavere.",
		"For ti år siden var egenkapitalen 455,9 mio. kr., og i 2004 var den det halve.",
		"Fra 2023 til nu er vi blevet 355 flere, men i 2022 havde vi 18.264 andelshavere.",
		"Andelshaverne har været 17.620, 17.914, 18.107 og 18.462 i fire år.",
		"Oplaget er skåret fra 18.264 andelshavere til 18.462 på fem år.",
		"Vi ventes at blive 200 mod 186 i 2024.",
		"I 2035 bliver det 40.",
		// of others, or some
		"På de kommunale værker var vandtabet 8,6 pct.",
		"Blandt de ældste ledninger er vandtabet 7,6 pct.",
		"Naboværkets egenkapital er 797,9 mio. kr.",
		"Regner man med renten, blev indtægterne 454,5 mio. kr.",
		"Af indtægterne kom 454,5 mio. kr. fra forbrugerne og resten fra andre.",
		"Indtægterne er på 455 kr. pr. husstand og stiger.",
		"Egenkapitalen er 799,7 mio. kr., og der mangler 838,6 mio. kr. til en hel.",
		"Egenkapitalen blev mindre, mens de øvrige poster voksede 38,9 mio. kr.",
		// words for which way
		"Priserne på rør steg 2,1 pct. i 2024 og 6,3 pct. året før.",
		"Vandtabet er 1,1 procentpoint lavere, men stadig højere end de 5,2 pct. i 2019.",
		"Egenkapitalen er på 799,7 mio. kr., men voksede til 812,0 mio. kr. i løbet af januar 2025.",
		"Egenkapitalen skal udgøre mindst en tredjedel af indtægterne.",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}

// TestNotAside has the like of those with a mistake in them.
func TestNotAside(t *testing.T) {
	for text, want := range map[string]string{
		"Vi gik ind i 2024 med 18.170 andelshavere.":                                  "figure-wrong 18.170 -> 18.107",
		"Vi var 18.462 andelshavere, 365 flere end året før.":                         "figure-wrong 365 -> 355",
		"I år var vandtabet 8,6 pct.":                                                 "figure-wrong 8,6 pct. -> 6,8 pct.",
		"I ti år har vi set på vandtabet. Det var 8,6 pct. i 2024.":                   "figure-wrong 8,6 pct. -> 6,8 pct.",
		"I rundspørgen var vandtabet 8,6 pct.":                                        "figure-wrong 8,6 pct. -> 6,8 pct.",
		"Forbundets egenkapital er 797,9 mio. kr.":                                    "figure-wrong 797,9 mio. kr. -> 799,7 mio. kr.",
		"Egenkapitalen er på 799,7 mio. kr., men voksede med 38,9 mio. kr. i 2024.":   "direction voksede -> a fall",
		"Der kom 1.248 deltagere.":                                                    "figure-wrong 1.248 -> 1.284",
		"Vi skrev 46 breve i 2024. Det er seks flere end i 2022, hvor tallet var 52.": "direction flere",
		"Antallet af brønde steg fra 41 til 64 og er dermed fordoblet.":               "direction fordoblet",
		"214 har en pumpe. 51 af dem har to, altså knap halvdelen.":                   "direction halvdelen",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestGroupsLedByTheirChairs has committees beside people whose office is called the like, those
// who stand in, and former chairs.
func TestGroupsLedByTheirChairs(t *testing.T) {
	const people = `people:
  martin-damm: {name: Martin Damm, office: Lærer}
  lise-holm: {name: Lise Holm, office: Kursusleder}
  ida-krag: {name: Ida Krag, office: Tidligere formand}
groups:
  bestyrelse:
    name: Bestyrelsen
    members: [{person: martin-damm, role: Formand}, {person: ida-krag, role: Næstformand}]
  kurser:
    name: Kursus- og Mødeudvalget
    members: [{person: ida-krag, role: Formand}, martin-damm]
  baade:
    name: Både- og Bropladsudvalget
    members: [{person: lise-holm, role: Formand}]
  huse:
    name: Hus- og Haveudvalget
    members: [{person: lise-holm, role: Formand}]
  stedfortraedere:
    name: Stedfortræderne
    members: [{person: lise-holm, role: 1. stedfortræder}]
`
	for text, want := range map[string]string{
		"Kursus- og Mødeudvalget lægger planen, som bestyrelsen godkender. Fem er nok. Formand for udvalget er Ida Krag.": "",
		"Kursus- og Mødeudvalget lægger planen. Formand for udvalget er Martin Damm.":                                     "office Martin Damm -> Ida Krag",
		"I 2012 fik vi Lise Holm som formand, og i 2015 fik vi en anden.":                                                 "",
		"I 2020 blev Lise Holm kasserer, og siden 2021 har vi haft Lise Holm som næstformand.":                            "",
		"Vi har haft Lise Holm som næstformand.":                                                                          "office næstformand",
		"Tidligere formand Lise Holm talte.":                                                                              "",
		"Besparelsen kom af lyset.":                                                                                       "",
		"Det gjorde fire ud af fem, og resten er på vej.":                                                                 "",
	} {
		files := edition("  - text: |\n      " + text + "\n  - roster: [baade, huse, stedfortraedere]\n")
		files["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
		files["organisation.yaml"] = &fstest.MapFile{Data: []byte("units:\n  k: {group: kurser, head: ida-krag}\n")}
		if got := toldIn(t, files); got != want {
			t.Errorf("%q:\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestUnderAYearToCome has what is to be under a heading that is of next year, and of this one.
func TestUnderAYearToCome(t *testing.T) {
	const text = "De samlede indtægter vokser til 475,5 mio. kr., noget mere end i 2024, og egenkapitalen stiger."
	for heading, want := range map[string]string{
		"Budget for 2025":   "",
		"Regnskab for 2024": "figure-wrong 475,5 mio. kr. -> 455,5 mio. kr.",
	} {
		if got := toldIn(t, edition("  - section: "+heading+"\n  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}

// TestNumbersBeginSentences has a number after a stop: it begins a sentence after a word, not
// after a short form.
func TestNumbersBeginSentences(t *testing.T) {
	for text, want := range map[string]string{
		"Vi solgte 176 måtter mod 119 året før. 12 hold trak sig, fem færre end året før, og tre blev slået sammen.": "",
		"Vi solgte 119 måtter, fem færre end året før, da det var 131.":                                              "figure-wrong fem -> 12",
		"Det kostede inkl. 412 kr. til fragt, maks. 500 kr. i alt.":                                                  "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
