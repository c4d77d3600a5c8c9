package check_test

import (
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/source"
)

// TestOtherClauses has true texts whose figures, years and words for which way belong to another clause, to those who
// did something or to what is to come; nothing is told of them.
func TestOtherClauses(t *testing.T) {
	for _, text := range []string{
		// those who did something, or where something was
		"Den 3. maj cyklede 112 medarbejdere til Ribe.",
		"I foråret spurgte vi 900 andelshavere, og 352 svarede.",
		"I en lille rundspørge svarede 112 medarbejdere, at de cykler.",
		"Plakaten hænges op i 33 kommuner.",
		"I maj valgte de 48 kommuner af den gamle slags en talsmand.",
		"Her i landet er der fortsat 98 kommuner.",
		"Andelshaverne mødes i hallen.\n\n      Den 9. maj holdt vi fest med 1.294 gæster.",
		"Det er første gang, at 31 kommuner er gået sammen om det.",
		"Hver tredje af de nye målere fejler, og i 2.630 af dem var batteriet fladt.",
		"Vi har 18.462 andelshavere. De 14.862 bor i byen.",
		"Vi nåede 6,9 pct. i vandtab i juni, men det faldt igen.",
		// a clause of something else
		"Renteindtægterne steg fra 8,1 mio. kr. til 9,7 mio. kr., mens egenkapitalen efter årets henlæggelse er 799,7 mio. kr.",
		"Gælden voksede fra 37,9 mio. kr. til 39,3 mio. kr., selv om egenkapitalen blev sat til 799,7 mio. kr.",
		"Renterne blev 9,7 mio. kr. mod 8,1 mio. kr. i 2023. Det svarer til et afkast på 6,6 pct. af obligationerne.",
		"I vinteren brugte pumperne 5.900 kWh mod 8.100 før. Forbruget er dermed faldet med 2.200 kWh.",
		"De to år gav os overskud på henholdsvis {{ resultat@2023 | mio }} og {{ resultat | mio }} i alt.",
		// of several together, of one alone, for each, and for something
		"Personaleomkostningerne udgør sammen med årets resultat tre fjerdedele af indtægterne.",
		"For personaleomkostningerne gik en tredjedel af indtægterne til kurser.",
		"Pr. medarbejder var egenkapitalen 797,7 mio. kr.",
		"Egenkapitalen gav 500.000 kr. til kurser og 797,7 mio. kr. til nye rør.",
		"Det kostede 4.200 kr. pr. hektar skov, 900 kr. pr. hektar korn og 380 kr. pr. meter frugt.",
		// to come
		"Planen er, at landet er uden udledning i 2045.",
		"Afgiften begynder i 2030 og stiger til 750 kr. i 2035.",
		"Næste kongres er i 2028.",
		"Den næste ordinære samling bliver holdt i oktober 2026 i Aalborg.",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}

// TestOwnClauses has the like of those with a mistake in them.
func TestOwnClauses(t *testing.T) {
	for text, want := range map[string]string{
		"Den 3. maj var vi 221 medarbejdere.":                                      "figure-wrong 221 -> 212",
		"Egenkapitalen voksede til 799,7 mio. kr., selv om renterne var høje.":     "direction voksede -> a fall",
		"Egenkapitalen er 799,7 mio. kr., og den voksede lidt.":                    "direction voksede",
		"Vi fik 110 breve mod 100 året før. Det svarer til en stigning på 12 pct.": "figure-wrong 12 pct. -> 10 pct.",
		"I 2035 holdt vi møde i Ribe.":                                             "year 2035 -> 2024",
		"De holdt i oktober 2026 fest.":                                            "year 2026",
		"Egenkapitalen udgør nu {{ kapital@2023 | mio }} ved årets udgang.":        "year 838,6 mio. kr.",
		"Der er 1.248 deltagere på kurserne.":                                      "figure-wrong 1.248 -> 1.284",
		"Vi er mange. Der kom 18.426 til vandet.":                                  "figure-wrong 18.426 -> 18.462",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestOfficesInARow has the offices of people named one after the other, each behind the name or before it.
func TestOfficesInARow(t *testing.T) {
	const people = `people:
  martin-damm: {name: Martin Damm, office: Driftschef}
  lise-holm: {name: Lise Holm, office: Økonomichef}
  ida-krag: {name: Ida Krag, office: Kursuschef}
groups:
  bestyrelse:
    name: Bestyrelsen
    members: [{person: martin-damm, role: Formand}, lise-holm, ida-krag]
`
	for text, want := range map[string]string{
		"Martin Damm er driftschef, Lise Holm er økonomichef, og Ida Krag er kursuschef.": "",
		"Martin Damm blev driftschef, Lise Holm økonomichef.":                             "",
		"Vi er Martin Damm, driftschef, Lise Holm, økonomichef, og Ida Krag, kursuschef.": "",
		"Det siger driftschef Martin Damm og økonomichef Lise Holm.":                      "",
		"Det siger driftschef Lise Holm.":                                                 "office driftschef -> økonomichef",
		"Det siger vores driftschef, Lise Holm, i dag.":                                   "office driftschef -> økonomichef",
		"Bestyrelsen har tre medlemmer: en formand og to medlemmer, der vælges af alle.":  "",
		"Bestyrelsen har tre medlemmer. Det er en formand og to menige medlemmer.":        "",
		"Bestyrelsen blev suppleret med to medlemmer af ungdomsrådet.":                    "",
		"Bestyrelsen har nedsat et udvalg med fem medlemmer.":                             "",
		"Bestyrelsen mødtes med fire medlemmer af Folketinget.":                           "",
		"Bestyrelsen har fire medlemmer, der vælges af alle.":                             "seats fire -> 3",
	} {
		files := edition("  - text: |\n      " + text + "\n  - portraits: bestyrelse\n")
		files["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestRowsOfTheRest has a row of what is left, which is no line's, beside one that is.
func TestRowsOfTheRest(t *testing.T) {
	table := func(rows string) string {
		return "  - table:\n      title: Regnskab i mio. kr.\n      columns: [{title: Post}, {title: \"2024\"}]\n      rows: [[Årets resultat, \"25,9\"], [Egenkapital, \"799,7\"], [Personaleomkostninger, \"297,7\"], " + rows + "]\n"
	}
	for rows, want := range map[string]string{
		`[Øvrige indtægter, "445,5"]`:       "",
		`[Indtægter fra udlandet, "445,5"]`: "",
		`[Indtægter, "455,5"]`:              "",
		`[Indtægter, "445,5"]`:              "figure-wrong 445,5 -> 455,5",
		`["Indtægter (i alt)", "445,5"]`:    "figure-wrong 445,5 -> 455,5",
		`["Indtægter, mio. kr.", "445,5"]`:  "figure-wrong 445,5 -> 455,5",
	} {
		if got := toldIn(t, edition(table(rows))); got != want {
			t.Errorf("%s: %q, want %q", rows, got, want)
		}
	}
}

// TestDenied has words that deny one that the dictionary has, and are not in it themselves.
func TestDenied(t *testing.T) {
	rep, problems := source.Load(edition("  - text: Det er urealiserede planer og uralisert snak om økommunerne.\n"))
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	d := &dictionary{
		unknown: map[string]bool{"urealiserede": true, "økommunerne": true, "uralisert": true, "ralisert": true},
		better:  map[string][]string{"urealiserede": {"realiserede"}, "økommunerne": {"kommunerne"}, "uralisert": {"urealisert"}},
	}
	got := ""
	for _, f := range check.Run(check.Edition{Report: rep, Speller: d}) {
		if f.Code == "word" {
			got += f.Found + " "
		}
	}
	if got != "uralisert " {
		t.Errorf("told of %q", got)
	}
}
