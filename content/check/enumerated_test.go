package check_test

import (
	"strings"
	"testing"
)

// TestEnumeration holds numbers against what is enumerated after them.
func TestEnumeration(t *testing.T) {
	for text, want := range map[string]string{
		"Under den ligger fire afdelinger: Drift, Plan og Miljø, Havnen, Korpset samt Økonomi og Stab.": "figure-differs fire",
		"Der er tre udvalg, Turismeudvalget og Erhvervsudvalget.":                                       "figure-differs tre",
		"De fire kommuner Skive, Thisted, Struer, Lemvig og Morsø betaler.":                             "figure-differs fire",
		"Vi var med i tre projekter: grøn omstilling, lokale fødevarer, cykelruter og håndværk.":        "figure-differs tre",
		"Mødet samlede 3 lande, Norge, Sverige, Finland og Island, om havet.":                           "figure-differs 3",
		"Under den ligger fem afdelinger: Drift, Plan og Miljø, Havnen, Korpset samt Økonomi og Stab.":  "",
		"Der er to udvalg, Turismeudvalget og Erhvervsudvalget.":                                        "",
		"De fem kommuner Skive, Thisted, Struer, Lemvig og Morsø betaler.":                              "",
		"Der kom fire nye medlemmer, og Skive og Thisted fik to hver.":                                  "",
		"Blandt de andre tre byer er Skive og Thisted de største.":                                      "",
		"Vi holdt tre møder, der blev ledet af Skive og Thisted Kommuner.":                              "",
		"Ordningen har to formål: at samle folk, og at det skal være let.":                              "",
		"Rådet har ni pladser, Skive og Thisted har hver tre, de andre én.":                             "",
	} {
		if got, _, _ := strings.Cut(toldIn(t, edition("  - text: |\n      "+text+"\n")), " -> "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
