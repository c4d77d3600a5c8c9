package check_test

import (
	"strings"
	"testing"
)

// TestYearsOfHistory has years far from the edition's, which may well be meant where the text
// has them as history or as plans, and slips of those near it.
func TestYearsOfHistory(t *testing.T) {
	for text, want := range map[string]string{
		"I 2014 kom huset til. Siden 2014 har der været åbent hver dag.":         "",
		"I 2004 blev vi delt, og i 2014 lagt sammen igen.":                       "",
		"Den ældste bus var fra 2006 og havde kørt 412.000 km.":                  "",
		"Rådet sidder til udgangen af 2029.":                                     "",
		"Vi har en plan til 2029.":                                               "",
		"Taget er afskrevet ved udgangen af 2027.":                               "",
		"Prisen bliver 700 kr. mere end i 2024, når vi hæver den fra 2026.":      "",
		"Renten steg i 2204.":                                                    "year 2204",
		"I løbet af 2032 har vi fået ny hjemmeside.":                             "year 2032",
		"Regnskabet for 2004 er aflagt efter loven, og det viser et overskud på": "year 2004",
	} {
		got, _, _ := strings.Cut(toldIn(t, edition("  - text: |\n      "+text+"\n")), " -> ")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLoansEnd has years that loans and leases end in, and what goes another way in spite of
// what is told.
func TestLoansEnd(t *testing.T) {
	for _, text := range []string{
		"Lånet udløber i 2046 og har fast rente.",
		"Den længste lejeaftale gælder til 2065.",
		"Lånet er betalt ud i 2037, hvis renten ikke ændrer sig.",
		"Årets resultat blev 25,9 mio. kr., og det selv om priserne på korn faldt.",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != "" && !strings.HasPrefix(got, "figure-") {
			t.Errorf("%q: %q", text, got)
		}
	}
}
