package check_test

import "testing"

// TestPhrases has names set apart, titles of chapters, and numbers of things told of before.
func TestPhrases(t *testing.T) {
	media := func(title string) string {
		return "  - media: {kind: web, title: " + title + ", url: \"https://havnen.dk\"}\n"
	}
	text := func(paragraphs string) string { return "  - text: |\n      " + paragraphs + "\n" }
	const next = "\n\n      "
	for blocks, want := range map[string]string{
		text("Vi kalder det *Et hav for alle*. Ja, *Et hav for alle*.") + media("Et hav for børn"):           "name Et hav for børn -> Et hav for alle",
		text("Læs *Plan for grønne byer*, og *Plan for gode byer*, og *Plan for grønne byer* igen."):         "name Plan for gode byer -> Plan for grønne byer",
		text("Se *Havnens små både*, *Havnens små både* og *Havnens store både*."):                           "name Havnens store både -> Havnens små både",
		text("Se kapitlet *Havn og skov*.") + "  - section: Havn\n":                                          "reference Havn og skov",
		text("Se afsnittet *Havnen om vinteren*.") + "  - section: Havnen\n":                                 "reference Havnen om vinteren",
		text("Fem grønne principper er vedtaget." + next + "Et af de seks principper er ro."):                "figure-differs seks -> 5",
		text("Vi har fire indsatser i gang." + next + "Nu." + next + "De fem indsatser er nye."):             "figure-differs fem -> 4",
		text("Tre store rejser kom i stand." + next + "Den ene gik til Rom." + next + "Den anden til Wien."): "figure-differs Tre -> two",
		text("Fire nye huse er bygget." + next + "Det ene er rødt." + next + "Det andet er gult."):           "figure-differs Fire -> two",
		text("Otte lange samtaler er holdt." + next + "Disse syv samtaler var gode."):                        "figure-differs syv -> 8",

		text("Vi kalder det *Et hav for alle*. Ja, *Et hav for alle*.") + media("Et hav for alle"):                 "",
		text("Se *Bog 1 om havet*, *Bog 1 om havet* og *Bog 2 om havet*."):                                         "",
		text("Læs *Plan for grønne byer* og *Plan for gode byer*."):                                                "",
		text("Se kapitlet *Havn*.") + "  - section: Havn\n":                                                        "",
		text("Se kapitlet *Havn og skov*.") + "  - section: Havn og skov\n  - section: Havn\n":                     "",
		text("Fem grønne principper er vedtaget." + next + "Et af de fem principper er ro."):                       "",
		text("Vi har fire indsatser i gang." + next + "Der kommer fem indsatser mere."):                            "",
		text("To store rejser kom i stand." + next + "Den ene gik til Rom." + next + "Den anden til Wien."):        "",
		text("Tre rejser." + next + "Den ene til Rom." + next + "Den anden til Wien." + next + "Den tredje hjem."): "",
		text("Otte lange samtaler og fem korte samtaler er holdt." + next + "De seks samtaler var gode."):          "",
	} {
		if got := toldIn(t, edition(blocks)); got != want {
			t.Errorf("%s\n got  %q\n want %q", blocks, got, want)
		}
	}
}
