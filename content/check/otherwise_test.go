package check_test

import (
	"testing"
	"testing/fstest"
)

const otherwiseFigures = `figures:
  tilfredse_brugere_af_biblioteket: {value: 72, unit: pct, year: 2024, source: Bruger}
  renovering_af_hallen: {value: 4, unit: mia, year: 2024, source: Bygning}
  svømmelærere_på_kursus: {value: "60.000", unit: antal, year: 2024, source: Kursus}
  parkeringsafgift_fald: {value: 45, unit: pct, year: 2024, source: Park}
  træplantningsprogrammet: {value: "8.400", unit: antal, year: 2024, source: Træer}
  aftaler_om_skoler: {value: 52, unit: antal, year: 2024, source: Aftaler}
  driftstab: {value: 36, unit: mio, year: 2024, source: Drift}
`

// TestOtherwise has figures beside what figures.yaml has of the same thing.
func TestOtherwise(t *testing.T) {
	for text, want := range map[string]string{
		"Sidst i 2024 var mere end 79 pct. af de tilfredse brugere også til koncert.": "figure-wrong 79 pct. -> 72 pct.",
		"Biblioteket har 27 pct. tilfredse brugere.":                                  "figure-wrong 27 pct. -> 72 pct.",
		"Vi får en renovering af hallen til 4 mio. kr.":                               "figure-wrong 4 mio. kr. -> 4.000 mio. kr.",
		"Planen er en renovering på mere end 4 mio. kr. i gamle haller.":              "figure-wrong 4 mio. kr. -> 4.000 mio. kr.",
		"De svømmelærere, som har været på kursus, er 6.000 i alt.":                   "figure-wrong 6.000 -> 60.000",
		"Den parkeringsafgift, der er sat ned, fik et fald på 35 pct.":                "figure-wrong 35 pct. -> 45 pct.",
		"Med træplantningsprogrammet fik vi 4.800 træer.":                             "figure-wrong 4.800 -> 8.400",
		"Der kom flere end 61 aftaler om skoler.":                                     "figure-wrong 61 -> 52",
		"Driftstab på ca. 63 mio. kr. må dækkes.":                                     "figure-wrong 63 mio. kr. -> 36 mio. kr.",
		"Over 81 pct. af de tilfredse brugere kom igen.":                              "figure-wrong 81 pct. -> 72 pct.",
		"Sidst i 2024 var mere end 70 pct. af de tilfredse brugere også til koncert.": "",
		"Biblioteket har 72 pct. tilfredse brugere.":                                  "",
		"Vi får en renovering af hallen til 4 mia. kr.":                               "",
		"Vi malede hallen for 4 mio. kr.":                                             "",
		"De svømmelærere, som har været på kursus, er 60.000 i alt.":                  "",
		"Heraf var 35 pct. af de tilfredse brugere børn.":                             "",
		"Der kom flere end 50 aftaler om skoler.":                                     "",
		"Der kom 17 nye aftaler om skoler.":                                           "",
		"Vi holdt 24 kurser for svømmelærere.":                                        "",
		"Driftstab på ca. 36 mio. kr. må dækkes.":                                     "",
		"Med træplantningsprogrammet fik vi 8.400 træer.":                             "",
		"Biblioteket har 6 pct. flere tilfredse brugere end i 2010.":                  "",
	} {
		ed := edition("  - text: |\n      Det er {{ tilfredse_brugere_af_biblioteket | pct }}, {{ renovering_af_hallen | mia }}, {{ svømmelærere_på_kursus | antal }}, {{ parkeringsafgift_fald | pct }}, " +
			"{{ træplantningsprogrammet | antal }}, {{ aftaler_om_skoler | antal }} og {{ driftstab | mio }}.\n  - text: |\n      Så til noget andet.\n  - text: |\n      " + text + "\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(otherwiseFigures)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
