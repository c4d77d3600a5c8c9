package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestProperNames has long names and compounds, and what is told of them.
func TestProperNames(t *testing.T) {
	for text, want := range map[string]string{
		"Vandalliancen og Vandalliancen er stærk, og Vandalliansen er ny.":                       "spelling Vandalliansen -> Vandalliancen",
		"Havnekommissionen, Havnekommissionen og Havnekommisionen mødtes.":                       "spelling Havnekommisionen -> Havnekommissionen",
		"Kystfonden gav Strandinitiativet og Strandinitiativet, men Strandinitiatuvet fik ikke.": "spelling Strandinitiatuvet -> Strandinitiativet",
		"Vi har en vandforsyningplan. Den vandforsyningsplan er god.":                            "spelling vandforsyningplan -> vandforsyningsplan",
		"Deres kvalitetmåling er slut. Vores kvalitetsmåling fortsætter.":                        "spelling kvalitetmåling -> kvalitetsmåling",
		"Vandalliancen og Vandalliancens folk er her, og Vandalliancerne kommer.":                "",
		"Havnekommissionen, Havnekommissionens og Havnekommissionerne mødtes.":                   "",
		"Vi har en vandforsyningsplan. Den vandforsyningsplan er god.":                           "",
		"Deres samarbejdspartnere og samarbejdspartnerne kom.":                                   "",
		"Beslutningsforslag og beslutningsforslaget blev læst, og beslutningsforslagene.":        "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestLineIDs holds the labels of lines against their ids, and the columns' years.
func TestLineIDs(t *testing.T) {
	for change, want := range map[string]string{
		"label: Personaleomkostninger -> label: Personaleomkostninger":                                   "",
		"id: personale, -> id: personaleomkostninger,":                                                   "",
		"id: personale, -> id: personaleomkosntinger,":                                                   "spelling Personaleomkostninger",
		"id: personale, -> id: personaleomkostning,":                                                     "",
		"id: personale, -> id: personalomkostninger,":                                                    "spelling Personaleomkostninger",
		"{id: personale, label: Personaleomkostninger, -> {id: huslejetilskud, label: Husleje tilskud,":  "spelling Husleje tilskud -> Huslejetilskud",
		"{id: personale, label: Personaleomkostninger, -> {id: husleje_tilskud, label: Husleje tilskud,": "",
		"{id: personale, label: Personaleomkostninger, -> {id: aaretstilskud, label: Årets tilskud,":     "",
		"years: [2024, 2023] -> years: [2024, 2022]":                                                     "year 2022 -> 2023",
		"years: [2024, 2023] -> years: [2024, 2021]":                                                     "year 2021 -> 2023",
	} {
		ed := edition("  - text: |\n      Her er det.\n")
		from, to, _ := strings.Cut(change, " -> ")
		ed["accounts.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(ed["accounts.yaml"].Data), from, to, 1))}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", change, got, want)
		}
	}
}
