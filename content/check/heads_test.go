package check_test

import (
	"testing"
	"testing/fstest"
)

// TestHeads holds what is said of who leads what against roster and organisation.
func TestHeads(t *testing.T) {
	const people = `people:
  martin-damm: {name: Martin Damm, office: Driftsleder, party: V, municipality: Kalundborg}
  lise-holm: {name: Lise Holm, office: Økonomichef, municipality: Odense}
  ida-krag: {name: Ida Krag, office: Lærer}
groups:
  bestyrelse:
    name: Bestyrelsen
    members: [{person: martin-damm, role: Formand}, {person: lise-holm, role: Næstformand}, ida-krag]
  revisorer:
    name: Kritiske revisorer
    members: [ida-krag, lise-holm]
`
	for text, want := range map[string]string{
		"Driftsafdelingen ledes af Martin Damm, og Økonomiafdelingen af Lise Holm.": "",
		"Driftsafdelingen ledes af Martin Damm, og Økonomiafdelingen af Ida Krag.":  "office Ida Krag -> Lise Holm",
		"Driftsafdelingen ledes af Lise Holm.":                                      "office Lise Holm -> Martin Damm",
		"Det siger Martin Damm, formand.":                                           "",
		"Det siger Martin Damm, næstformand.":                                       "office næstformand",
		"Det siger Ida Krag, formand for bestyrelsen.":                              "office formand",
		"Det siger Ida Krag, formand for sejlklubben.":                              "",
		"Martin Damm er formand for bestyrelsen, og det har han været længe.":       "",
		"Lise Holm er formand for bestyrelsen, og det har hun været længe.":         "office Lise Holm -> Martin Damm",
		"Bestyrelsen har tre medlemmer, og formand for det er Martin Damm.":         "",
		"Regnskabschef Lise Holm tog til Odense.":                                   "office Regnskabschef -> økonomichef",
		"Økonomichef Lise Holm tog til Odense.":                                     "",
		"De kritiske revisorer er Ida Krag og Lise Holm.":                           "",
		"De kritiske revisorer er Ida Krag og Martin Damm.":                         "name Martin Damm",
		"Martin Damm (V), Venstre, fra Kalundborg talte.":                           "",
		"Martin Damm (V), Venstre, fra Odense talte.":                               "municipality Odense -> Kalundborg",
		"Martin Damm (V), Socialdemokratiet, fra Kalundborg talte.":                 "party Socialdemokratiet -> V",
	} {
		files := edition("  - text: |\n      " + text + "\n  - roster: [revisorer]\n")
		files["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
		files["organisation.yaml"] = &fstest.MapFile{Data: []byte("units:\n  d: {name: Driftsafdelingen, head: martin-damm}\n  o: {name: Økonomiafdelingen, head: lise-holm, under: d}\n")}
		if got := toldIn(t, files); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
