package hyphen_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// slips are words that are a slip of others, by kind.
func slips() map[string]string {
	return map[string]string{
		"overenkomsten": "overenskomsten", "interesentskab": "interessentskab", "generalforsamligen": "generalforsamlingen", "abonement": "abonnement", // one lacks
		"naturgenoprettning": "naturgenopretning", "kommmunerne": "kommunerne", "etableringg": "etablering", // one too many
		"årsrengskabet": "årsregnskabet", "overorndet": "overordnet", "kommuenrne": "kommunerne", // two swapped
		"generalforsanlingen": "generalforsamlingen", "representanter": "repræsentanter", "kvalifiseret": "kvalificeret", // one for another
		"turismudvalget": "turismeudvalget", "ungdomborgmester": "ungdomsborgmester", "digitaliseringstrategi": "digitaliseringsstrategi", // at a joint
		"affaldsortering": "affaldssortering", "arbejdmarkedet": "arbejdsmarkedet", "erhvervudvalget": "erhvervsudvalget", "regeringgrundlag": "regeringsgrundlag", // the s
		"overordenlig": "overordentlig", "hovedledingerne": "hovedledningerne", "undervisnig": "undervisning", "detklaration": "deklaration", "opretsholdelse": "opretholdelse", "kondstitution": "konstitution", // put together by chance
		"diskusionen": "diskussionen", "økonommi": "økonomi", "budgeterne": "budgetterne",
		"diskusionner": "diskussioner", "proffesor": "professor", // the wrong one of two letters stands twice
		"afgørnde": "afgørende", "virksomhedrne": "virksomhederne", "produktivitit": "produktivitet", // in the ending
		"egenakpitalen": "", "widderskjold": "", // nothing is known of them
	}
}

func TestSlip(t *testing.T) {
	h := hyphen.For("da")
	for word, want := range slips() {
		if got, is := h.Slip(word); got != want || is != (want != "") {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	for _, word := range []string{
		"kapitlet", "borgmestre", "krisecentre", "truslen", "butikkerne", "billedkunst", "maskinafdeling", "vandforsyning", "kredsbestyrelse", "medlemskab", "gennemsnitlige",
		"kontingentindtægter", "overenskomstansatte", "grundvandsbeskyttelse", "medarbejdertilfredshedsundersøgelse", "andelshavere", "formandskabet", "økonomi", "café", "limfjorden", "tilsyn",
		"oprettet", "kommentarerne", "forelagt", "renoverede", "individuelle", "langsomt", "trænerne", "padelbaner",
	} {
		if got, is := h.Slip(word); is {
			t.Errorf("%s is taken for a slip of %s", word, got)
		}
	}
	if got, is := hyphen.For("en").Slip("overenkomsten"); is {
		t.Error(got)
	}
}

func BenchmarkSlip(b *testing.B) {
	h := hyphen.For("da")
	for b.Loop() {
		for word := range slips() {
			h.Slip(word)
		}
	}
}
