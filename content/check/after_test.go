package check_test

import "testing"

// TestAfterNames holds what stands after a name against the roster, and names of
// municipalities among others.
func TestAfterNames(t *testing.T) {
	for text, want := range map[string]string{
		"Det siger Martin Damm (V), Kalundborg.":                         "",
		"Det siger Martin Damm (V), Odense.":                             "municipality Odense -> Kalundborg",
		"Det siger Lars Weiss, som er borgmester.":                       "",
		"Borgmester Martin Damm (V), Kalundborg.":                        "",
		"Helsingør Borgmester Martin Damm (V), Kalundborg.":              "",
		"Borgmester Mogens Nordbo Damm (V) var her.":                     "name Mogens Nordbo Damm -> Martin Damm",
		"Borgmester Bent Nordbo Damm (V) var her.":                       "",
		"Vi deler den med Hedensted og Skanderborg kommuner.":            "",
		"Vi deler den med Hedensten og Skanderborg kommuner.":            "municipality Hedensten -> Hedensted",
		"Det gælder Lemvig, Struer og Holsterbro.":                       "municipality Holsterbro -> Holstebro",
		"Det gælder Lemvig, Struer og Thyborøn.":                         "",
		"Vi mødtes i Lemvig og drak kaffe hos Holsterbro Lokalforening.": "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
