package check_test

import (
	"testing"
	"testing/fstest"
)

const contraryFigures = `figures:
  lønsum_stigning: {value: "4,2", unit: pct, year: 2024, source: Løn}
  turister_tilbagegang: {value: 12, unit: pct, year: 2024, source: Turisme}
  billetunderskud: {value: 7, unit: mio, year: 2024, source: Scenen}
  for_lave_priser: {value: "0,3", unit: pctpoint, year: 2024, source: Priser}
  ventetid_reduktion: {value: 15, unit: pct, year: 2024, source: Klinikken}
  skoleløft: {value: "2,5", unit: mio, year: 2024, source: Skolen}
  korrektion_for_dobbeltmedlemmer: {value: "-0,8", unit: pct, year: 2024, source: Kontingent}
  affald: {value: "31", unit: pct, year: 2024, source: Genbrug}
`

// TestContraries has words that say which way things went beside figures that say it too.
func TestContraries(t *testing.T) {
	for text, want := range map[string]string{
		"Den samlede lønsum falder med 4,2 pct.":                                "direction falder",
		"Antallet af turister voksede med 12 pct.":                              "direction voksede",
		"Scenen regner med et overskud på billetterne på 7 mio. kr.":            "direction overskud",
		"De priser, vi satte, var 0,3 procentpoint for høje.":                   "direction høje",
		"Ventetiden øges samlet med 15 pct.":                                    "direction øges",
		"Skolen får et fald på 2,5 mio. kr.":                                    "direction fald",
		"Vi skrev kapitalen op med 64,8 mio. kr.":                               "direction op -> ned",
		"Korrektionen for dobbeltmedlemmer ventes at blive 0,8 pct. næste år.":  "figure-wrong 0,8 pct. -> −0,8 pct.",
		"Rammen falder med 3,4 mia. kr., et løft, der er stort.":                "direction falder",
		"Prisen steg med 9 pct., en nedgang, som ingen ventede.":                "direction steg",
		"Satsen sættes op svarende til korrektionen for dobbeltmedlemmer.":      "direction op -> ned",
		"Ventetiden er ganske vist øget, men køen er kort.":                     "direction øget",
		"Ventetiden vokser, og det går ud over mange.":                          "direction vokser",
		"Ventetiden er ganske vist forkortet, men køen er lang.":                "",
		"Ventetiden blev øget i 2021, da klinikken lukkede.":                    "",
		"Ventetiden er ikke øget, for der er kommet to læger.":                  "",
		"Den samlede lønsum stiger med 4,2 pct.":                                "",
		"Antallet af turister gik tilbage med 12 pct.":                          "",
		"Scenen regner med et underskud på billetterne på 7 mio. kr.":           "",
		"De priser, vi satte, var 0,3 procentpoint for lave.":                   "",
		"Ventetiden falder samlet med 15 pct.":                                  "",
		"Skolen får et løft på 2,5 mio. kr.":                                    "",
		"Vi skrev kapitalen ned med 64,8 mio. kr.":                              "",
		"Korrektionen for dobbeltmedlemmer ventes at blive −0,8 pct. næste år.": "",
		"For dobbeltmedlemmer falder satsen med 0,8 pct. næste år.":             "",
		"Rammen vokser med 3,4 mia. kr., et løft, der er stort.":                "",
		"Prisen faldt med 9 pct., en nedgang, som ingen ventede.":               "",
		"Udgiften faldt med 9 pct., en forbedring, som ingen ventede.":          "",
		"Genbruget af affald steg til 31 pct.":                                  "",
		"Salget steg med 12 pct., mens antallet af turister var det samme.":     "",
		"Satsen sættes ned svarende til korrektionen for dobbeltmedlemmer.":     "",
		"Prisen på mælk faldt 15 pct., og ventetiden var den samme.":            "",
	} {
		ed := edition("  - text: |\n      " + text + "\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(contraryFigures)}
		ed["accounts.yaml"] = &fstest.MapFile{Data: append(ed["accounts.yaml"].Data,
			"changes:\n  - {name: Kapitalen, line: kapital, by: [resultat], movements: [{label: Regulering, amount: \"-64.827.510\"}]}\n"...)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
