package danish_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/danish"
)

// TestSlip holds slips of each kind to be found, and what is right to be let be.
func TestSlip(t *testing.T) {
	v := danish.New()
	for word, want := range map[string]string{
		"overenkomsten": "overenskomsten", "interesentskab": "interessentskab", "generalforsamligen": "generalforsamlingen", // one lacks
		"naturgenoprettning": "naturgenopretning", "kommmunerne": "kommunerne", // one too many
		"regskanbsår": "", "årsrengskabet": "årsregnskabet", "kommuenrne": "", "egenakpitalen": "egenkapitalen", // two swapped; two slips
		"økonomaftalen": "økonomiaftalen", "turismudvalget": "turismeudvalget", // at a joint
		"ungdomborgmester": "ungdomsborgmester", "affaldsortering": "affaldssortering", "klimatilpasningplan": "klimatilpasningsplan", // the s
		"generalforsanlingen": "generalforsamlingen", // one for another
	} {
		if got, _ := v.Slip(word, 1); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	for _, word := range []string{
		"kapitlet", "borgmestre", "krisecentre", "truslen", "butikkerne", "billedkunst", "maskinafdeling", "vandforsyning", "kredsbestyrelse",
		"kontingentindtægter", "overenskomstansatte", "grundvandsbeskyttelse", "medarbejdertilfredshedsundersøgelse", "Økonomi", "café", "limfjorden", "tilsyn",
	} {
		if got, is := v.Slip(word, 1); is {
			t.Errorf("%s is taken for a slip of %s", word, got)
		}
	}
}

// TestAdd: what a text has often is known, and a rarer word may be a slip of it.
func TestAdd(t *testing.T) {
	v := danish.New()
	v.Add("limfjordsegn", 4)
	v.Add("limfjorsegn", 1)
	if got, is := v.Slip("limfjorsegnen", 1); !is || got != "limfjordsegnen" {
		t.Error(got, is)
	}
	if got, is := v.Slip("limfjordsegnens", 4); is {
		t.Error(got)
	}
}
