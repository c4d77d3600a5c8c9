package check_test

import "testing"

// TestParted: two words that are one are told of where grammar does not let them stand beside each
// other, or the text has them as one; other pairs are let be.
func TestParted(t *testing.T) {
	for text, want := range map[string]string{
		"Vi skrev til miljø-, energi- og forsynings ministeren om det.":                           "forsynings ministeren -> forsyningsministeren",
		"Det styrker velfærds samfundets skole og bestyrelses formanden.":                         "velfærds samfundets -> velfærdssamfundets; bestyrelses formanden -> bestyrelsesformanden",
		"Arbejdet med klima indsatserne og kommune budgetterne gik godt.":                         "klima indsatserne -> klimaindsatserne; kommune budgetterne -> kommunebudgetterne",
		"Vores voksen undervisning vokser. Voksenundervisningen er god.":                          "",
		"Vores sprog undervisning vokser. Sprogundervisningen er god.":                            "sprog undervisning -> sprogundervisning",
		"Hjemme plejen vokser. Hjemmeplejen er god.":                                              "Hjemme plejen -> Hjemmeplejen",
		"Det er svært at møde deltagerne. Mødedeltagerne kom.":                                    "møde deltagerne -> mødedeltagerne",
		"En lokal politisk debat er lokalpolitisk. Tag over hovedet overhovedet":                  "",
		"Et lyst pensions regnskab og tidligere tjenestemands boliger er her.":                    "pensions regnskab -> pensionsregnskab; tjenestemands boliger -> tjenestemandsboliger",
		"Pensions hjemmeside. En pensions værdi, en ægtefælles pension, udenlands rejser er her.": "",
		"Vi talte med natur organisationer. De er i konstant bevægelse.":                          "natur organisationer -> naturorganisationer",
		"Selskabet trykker bøger og driver fjernundervisning.":                                    "",
		"Siden kommunal reformen er opgaven større. Hvor central rollen er.":                      "kommunal reformen -> kommunalreformen",
		"Kommunens leder og foreningens egen hytte drøftes langs kysten.":                         "",
		"Den indsats kommunerne gør, har betydning siden. I drift fredagen før.":                  "",
		"Hvilken betydning forsyningen har, skal kommunerne selv afgøre.":                         "",
		"Et lands regering, en kommunes borgmester og alles fremtid i årene.":                     "",
	} {
		if got := spellingOf(t, "  - text: |\n      "+text+"\n"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
