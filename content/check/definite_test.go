package check_test

import "testing"

// TestDefinite holds small numbers of all there is against each other, and parts against wholes.
func TestDefinite(t *testing.T) {
	for text, want := range map[string]string{
		"De fem kommuner betaler. Alle fem kommuner er med, og de seks kommuner mødes.":            "figure-differs seks -> 5",
		"De fem kommuner betaler. Alle fem kommuner er med, og de fem kommuner mødes.":             "",
		"De fem kommuner betaler. Alle fem kommuner er med, og de to kommuner i nord mødes.":       "",
		"De fem største er nye. Alle fem deltog, og de seks måneder gik.":                          "",
		"Rådet har ni medlemmer, hvoraf fem er byrådsmedlemmer, og fem kommer fra erhvervslivet.":  "figure-differs fem",
		"Rådet har ni medlemmer, hvoraf fire er byrådsmedlemmer, og fem kommer fra erhvervslivet.": "",
		"Rådet har ni medlemmer, hvoraf fire er byrådsmedlemmer.":                                  "",
		"Det foregår i Thisted, Skive og Vesthimmerland Kommuner.":                                 "municipality Vesthimmerland -> Vesthimmerlands",
		"Det foregår i Thisted, Skive og Vesthimmerlands Kommuner.":                                "",
		"Formand er borgmester Martin Damm fra Odense Kommune, og han bor der.":                    "municipality Odense -> Kalundborg",
		"Formand er borgmester Martin Damm fra Kalundborg Kommune, og han bor der.":                "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
