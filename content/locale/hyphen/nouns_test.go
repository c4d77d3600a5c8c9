package hyphen_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/locale/hyphen"
)

func TestNouns(t *testing.T) {
	h := hyphen.For("da")
	for _, each := range []struct {
		name    string
		is      func(string) bool
		yes, no []string
	}{
		{"Noun", h.Noun, []string{"ekspert", "overenskomst", "interesse", "bus", "værdipapir", "kommune", "klima"}, []string{"hjemme", "støtte", "møde", "frit", "voksen", "stadig", "busser", "kommunen", "og", "xylp"}},
		{"Definite", h.Definite, []string{"forhandlingerne", "ministeren", "kraften", "bussen", "budgetterne", "udvalgets", "statens"}, []string{"ordninger", "aften", "siden", "viden", "forhandlet", "presset", "oftest", "kommune", "xylp"}},
		{"Linked", h.Linked, []string{"forsynings", "sammenhængs", "dagtilbuds", "bestyrelses", "arbejds"}, []string{"kommunens", "foreningens", "drøftes", "findes", "langs", "plads", "kurs", "s", "xylps"}},
		{"Common", h.Common, []string{"butik", "pension", "interesse", "ejendom"}, []string{"tilbud", "område", "butikken", "xylp"}},
		{"Adjective", h.Adjective, []string{"kommunal", "lokale", "kulturel"}, []string{"pension", "interesse", "xylp"}},
		{"Verb", h.Verb, []string{"støtter", "kræver"}, []string{"organisationer", "xylp"}},
	} {
		for _, w := range each.yes {
			if !each.is(w) {
				t.Errorf("%s: %s is not", each.name, w)
			}
		}
		for _, w := range each.no {
			if each.is(w) {
				t.Errorf("%s: %s is", each.name, w)
			}
		}
	}
}
