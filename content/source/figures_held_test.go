package source

import (
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// TestFactsAreHeldToWhatTheyEqual recomputes a rate to the øre from last year's and its
// indexation, and tells where a figure, or what it is to equal, is wrong.
func TestFactsAreHeldToWhatTheyEqual(t *testing.T) {
	const rate = `figures:
  sats_før: {value: "4.397,72", unit: kr, year: 2024, source: S}
  pris: {value: "3,7", unit: pct, year: 2025, source: S}
  folk: {value: "-0,5", unit: pct, year: 2025, source: S}
  skøn: {value: "0,7", unit: pctpoint, year: 2025, source: S}
  op: {value: "2,5", unit: pct, year: 2025, source: S, equals: pris + folk - skøn}
  sats: {value: "4.507,66", unit: kr, year: 2025, source: S, equals: sats_før + sats_før * op}
  salget: {value: 0, unit: tkr, year: 2024, source: S, equals: "sum(salg, andet)"}
  andet: {value: 12, unit: kr, year: 2024, source: S}
`
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"4.507,66", "4.507,06", `figures.yaml:7:17: error: the figure is 4.507,06 kr., but "sats_før + sats_før * op" gives 4.507,66 kr.; correct the one that is wrong`},
		{`"3,7"`, `"3,9"`, `figures.yaml:6:15: error: the figure is 2,5 pct., but "pris + folk - skøn" gives 2,7 pct.; correct the one that is wrong`},
		{"pris + folk", "pris + folket", `figures.yaml:6:71: error: no figure is called "folket"; expected a line's id from accounts.yaml or a name from figures.yaml; did you mean "folk"?`},
		{"andet)", "pris)", `kroner and per cent can't be added`},
	} {
		_, problems := Load(smallEdition(section{figuresFile, strings.Replace(rate, c.from, c.to, 1)}))
		var got []string
		for _, p := range problems.Sorted() {
			got = append(got, ordinary(p.Text(diag.English)))
		}
		if c.from == "" {
			if len(got) > 0 {
				t.Errorf("of right figures is told %q", got)
			}
			continue
		}
		if len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s for %s: got %q, want %q", c.to, c.from, got, c.want)
		}
	}
}
