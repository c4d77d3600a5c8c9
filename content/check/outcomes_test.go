package check_test

import (
	"testing"
	"testing/fstest"
)

const outcomeFigures = `figures:
  havnens_lager_resultat: {value: "0,3", unit: mio, year: 2024, source: Årsrapport}
  deltidsandel: {value: 41, unit: pct, year: 2024, source: Løn}
  deltidsandel_2023: {value: 38, unit: pct, year: 2023, source: Løn}
  renteafkast: {value: "9,4", unit: pct, year: 2024, source: Banken}
  renteafkast_2023: {value: "-2,6", unit: pct, year: 2023, source: Banken}
`

// TestOutcomes has what is said of a result, a caption or a multiple, right and not.
func TestOutcomes(t *testing.T) {
	text := func(s string) string { return "  - text: |\n      " + s + "\n" }
	caption := func(s string) string {
		return "  - fact: {figure: \"{{ deltidsandel | pct:0 }}\", caption: \"" + s + "\"}\n"
	}
	for blocks, want := range map[string]string{
		text("Havnens Lager ApS kom ud af 2024 med et overskud for første gang siden 2019."):                       "",
		text("Havnens Lager ApS kom ud af 2024 med et underskud for første gang siden 2019."):                      "direction underskud",
		text("Havnens Lager ApS havde i 2021 et underskud."):                                                       "",
		caption("af de ansatte er på deltid mod 38 pct. i 2023"):                                                   "",
		caption("af de ansatte er på deltid mod 47 pct. i 2023"):                                                   "figure-wrong 47 pct. -> 38 pct.",
		text("Renteafkast for året blev {{ renteafkast | pct }} mod -2,6 pct. året før."):                          "",
		text("Renteafkast for året blev {{ renteafkast | pct }} mod 2,6 pct. året før."):                           "figure-wrong 2,6 pct. -> −2,6 pct.",
		text("Egenkapitalen er formindsket med 38,9 mio. kr. i forhold til 2023."):                                 "",
		text("Egenkapitalen er formindsket med 14,2 mio. kr. i forhold til 2023."):                                 "figure-wrong 14,2 mio. kr. -> 38,9 mio. kr.",
		text("Resultatet er forringet med 2,9 mio. kr. i forhold til 2023."):                                       "",
		text("Resultatet er forringet med 6,2 mio. kr. i forhold til 2023."):                                       "figure-wrong 6,2 mio. kr. -> 2,9 mio. kr.",
		text("De bidrog med 6,3 mio. kr., mere end dobbelt så meget som i 2023, hvor bidraget var 2,8 mio. kr."):   "",
		text("De bidrog med 6,3 mio. kr., mere end tre gange så meget som i 2023, hvor bidraget var 2,8 mio. kr."): "direction tre gange så meget",
	} {
		ed := edition(blocks)
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(outcomeFigures)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", blocks, got, want)
		}
	}
}
