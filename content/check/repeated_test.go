package check_test

import "testing"

// TestRepeated holds what a chapter writes twice against itself.
func TestRepeated(t *testing.T) {
	for text, want := range map[string]string{
		"Lejren er for unge mellem 12 og 18 år. Det koster 2.450 kr.\n\n      Den er for alle mellem 12 og 81 år.": "figure-differs 12 og 81 -> 12 og 18",
		"Lejren koster 2.450 kr. med mad.\n\n      Prisen er 2.540 kr. næste år.":                                  "figure-differs 2.540 kr. -> 2.450 kr.",
		"Lejren koster 2.450 kr. med mad.\n\n      Prisen er 2.650 kr. næste år.":                                  "",
		"Lejren er for unge mellem 12 og 18 år.\n\n      Kurset er for unge mellem 13 og 31 år.":                   "",
		"Vi valgte SF (V) og Venstre (V).":                                           "party V -> F",
		"Vi valgte SF (F) og Venstre (V).":                                           "",
		"Borgmester Martin Damm (V), der er udpeget af byrådet i Odense, talte.":     "municipality Odense -> Kalundborg",
		"Borgmester Martin Damm (V), der er udpeget af byrådet i Kalundborg, talte.": "",
	} {
		got := toldIn(t, edition("  - text: |\n      "+text+"\n"))
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
