package check_test

import (
	"strings"
	"testing"
)

// TestOpposites has chapters of two paragraphs that say the same, or the contrary, of one thing.
func TestOpposites(t *testing.T) {
	for _, pair := range []struct{ first, second string }{
		{"Vandstanden er {lav|høj} for tiden.", "Vandstanden lå usædvanlig lavt hele sommeren."},
		{"Det var et år med et {højt|lavt} udbytte på papirer.", "Vi fik et højere udbytte end ventet."},
		{"Forventningen er et stort {løft|fald} i huslejen.", "Den nye aftale gav et huslejeløft til alle."},
		{"Gadebelysningen bidrager til {lavere|højere} CO₂-udledning.", "Lamperne støtter reduktion af CO₂ i byen."},
		{"De fleste svarer, at presset {overstiger|ligger under} det, man kan klare.", "De svarer, at presset er vokset ud over evnen."},
	} {
		for i, word := range strings.Split(pair.first[strings.Index(pair.first, "{")+1:strings.Index(pair.first, "}")], "|") {
			lead, _, _ := strings.Cut(pair.first, "{")
			_, tail, _ := strings.Cut(pair.first, "}")
			got := toldIn(t, edition("  - text: |\n      "+lead+word+tail+"\n\n      "+pair.second+"\n"))
			if (got != "") != (i == 1) {
				t.Errorf("%s%s%s %s: got %q", lead, word, tail, pair.second, got)
			}
		}
	}
	for _, text := range []string{
		"Prisen er høj i byen.\n\n      I 2019 lå prisen lavt overalt.",
		"Nogle steder er prisen lav.\n\n      Prisen er høj i byen.",
		"Prisen er høj.\n\n      Prisen er ikke lav.",
		"Vi holdt et stort møde.\n\n      Vi holdt et mindre træf.",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
