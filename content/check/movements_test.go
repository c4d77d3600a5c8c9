package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
)

// summedBooks has a sum of three, one of them nothing, and a result they go into.
const summedBooks = `unit: kr.
years: [2024, 2023]
statements:
  - id: r
    title: Resultat
    lines:
      - {id: kontingenter, label: Kontingenter, amounts: ["186.300", "178.200"]}
      - {id: tilskud, label: Tilskud fra kommunerne, amounts: ["95.000", "80.000"]}
      - {id: gaver, label: Gaver, amounts: ["42.650", "0"]}
      - {id: indtaegter, label: Indtægter i alt, rank: subtotal, amounts: ["323.950", "258.200"], sum: [kontingenter, tilskud, gaver]}
      - {id: stien, label: Stien, amounts: ["-148.900", "-112.450"]}
      - {id: strande, label: Strandene, amounts: ["-87.320", "-91.780"]}
      - {id: resultat, label: Årets resultat, rank: total, amounts: ["87.730", "53.970"], sum: [indtaegter, stien, strande]}
      - {id: kapital, label: Egenkapital, amounts: ["211.320", "158.480"]}
changes:
  - name: Egenkapitalens ændring
    line: kapital
    by: [resultat]
    movements: [{label: Regulering af pensioner, amount: "-34.890"}]
`

// TestMovements lets a movement that explains a line's change be said of the line, and
// no other figure.
func TestMovements(t *testing.T) {
	for text, want := range map[string]string{
		"Renten gav en nedskrivning af egenkapital på 34.890 kr.":        "note",
		"Renten gav en nedskrivning af vores egenkapital på 34.890 kr.":  "note",
		"Renten gav en nedskrivning af vores egenkapital på 34.980 kr.":  "error",
		"Renten gav en nedskrivning af vores egenkapital på 148.900 kr.": "note",
		"Renten gav en nedskrivning af vores egenkapital på 148.800 kr.": "error",
		"Vores egenkapital udgør 148.900 kr.":                            "error",
	} {
		files := edition("  - text: " + text + "\n  - statement: r\n")
		files["accounts.yaml"] = &fstest.MapFile{Data: []byte(summedBooks)}
		got := ""
		for _, f := range all(t, files) {
			if strings.HasSuffix(f.Found, " kr.") {
				got += map[check.Level]string{check.Error: "error", check.Warning: "warning", check.Note: "note"}[f.Level]
				if f.Level == check.Note && strings.HasPrefix(f.Found, "34.") && !strings.Contains(f.What.Danish, "Regulering af pensioner") {
					t.Errorf("%s: %s", text, f.What.Danish)
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
