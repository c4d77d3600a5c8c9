package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

const twoSheets = `unit: kr.
years: [2024, 2023]
statements:
  - id: a
    title: Balance
    lines:
      - caption: AKTIVER
      - {id: grunde, label: Grunde, amounts: ["20", "18"]}
      - {id: anlaeg, label: Anlæg i alt, rank: subtotal, amounts: ["20", "18"], sum: [grunde]}
      - {id: kasse, label: Kasse, amounts: ["9", "7"]}
      - {id: omsaetning, label: Omsætning i alt, rank: subtotal, amounts: ["9", "7"], sum: [kasse]}
      - {id: aktiver, label: Aktiver i alt, rank: total, amounts: ["29", "25"], sum: [anlaeg, omsaetning]}
  - id: p
    title: Balance
    lines:
      - caption: PASSIVER
      - {id: formue, label: Formue, amounts: ["29", "25"]}
      - {id: passiver, label: Passiver i alt, rank: total, amounts: ["29", "25"], sum: [formue]}
`

// TestStatementNames has captions and sums that are called what others are.
func TestStatementNames(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"caption: PASSIVER", "caption: PASSIVER", ""},
		{"caption: PASSIVER", "caption: AKTIVER", "reference AKTIVER -> PASSIVER"},
		{"caption: AKTIVER", "caption: Passiver", "reference Passiver -> Aktiver"},
		{"caption: PASSIVER", "caption: FORMUE", ""},
		{"label: Omsætning i alt", "label: Anlæg i alt", "reference Anlæg i alt"},
		{"label: Omsætning i alt", "label: I alt", ""},
	} {
		ed := edition("  - text: |\n      Året gik godt.\n  - section: Balance\n  - statement: a\n  - statement: p\n")
		ed["accounts.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(twoSheets, c.old, c.new, 1))}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", c.new, got, c.want)
		}
	}
}

// TestEquated has sums and changes that a section tells by their parts.
func TestEquated(t *testing.T) {
	const figures = `figures:
  stigning: {value: "4,1", unit: pct, year: 2026, source: Skøn}
  folketal: {value: "-0,6", unit: pct, year: 2026, source: Skøn}
  regulering: {value: "0,3", unit: pctpoint, year: 2025, source: Skøn}
  satsændring: {value: "3,2", unit: pct, year: 2026, source: Skøn, equals: stigning + folketal - regulering}
  medlemmer: {value: 4, unit: antal, year: 2024, source: "Kirken: mere end 4 mio. medlemmer"}
`
	const changes = "changes:\n  - {name: Formuens ændring, line: kapital, by: [resultat], movements: [{label: Nedskrivning, amount: \"-64.827.510\"}]}\n"
	for text, want := range map[string]string{
		"  - text: |\n      Her er {{ stigning | pct }}, og folketallet giver {{ folketal | pct }}. Dertil {{ regulering | pctpoint }}.\n\n      Alt i alt {{ satsændring | pct }}.\n":                                                                                                  "",
		"  - text: |\n      Her er {{ stigning | pct }}, og folketallet giver {{ folketal | pct }}. Dertil {{ regulering | pctpoint }}.\n\n      Alt i alt {{ stigning | pct }}.\n":                                                                                                     "figure-wrong 4,1 pct.",
		"  - text: |\n      Der er skrevet ned med {{ kapital@2023 - kapital + resultat | mio }}.\n\n      Med {{ resultat | mio }} lagt til er egenkapitalen {{ kapital | mio }} mod {{ kapital@2023 | mio }} året før. Den er faldet med {{ kapital@2023 - kapital | mio }} i alt.\n": "",
		"  - text: |\n      Egenkapitalen er skrevet ned med {{ kapital@2023 - kapital | mio }}.\n\n      Med {{ resultat | mio }} lagt til er egenkapitalen {{ kapital | mio }} mod {{ kapital@2023 | mio }} året før. Den er faldet med {{ kapital@2023 - kapital | mio }} i alt.\n":  "figure-wrong 38,9 mio. kr.",
		"  - text: |\n      Kirken har flere end {{ medlemmer }} mio. medlemmer.\n":                                                                          "",
		"  - text: |\n      Kirken har flere end {{ medlemmer }} mia. medlemmer.\n":                                                                          "figure-wrong 4 mia.",
		"  - text: |\n      Egenkapitalen faldt med {{ kapital@2023 - kapital | mio }}.\n":                                                                   "",
		"  - text: |\n      Ligesom i 2023 gav udlånet meget af det overskud på {{ resultat@2023 | mio }}, der kom.\n":                                       "year 28,8 mio. kr.",
		"  - text: |\n      I 2023 gav udlånet meget af det overskud på {{ resultat@2023 | mio }}, der kom.\n":                                               "",
		"  - text: |\n      Indtægterne blev {{ indtaegter | kr }} og lønningerne {{ -personale | kr }}. Forskellen er {{ indtaegter + personale | kr }}.\n": "",
		"  - text: |\n      Indtægterne blev {{ indtaegter | kr }} og lønningerne {{ -personale | kr }}. Forskellen er på {{ resultat | kr }}.\n":            "sum 25.878.559 kr. -> 157.791.887 kr.",
	} {
		ed := edition(text)
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		ed["accounts.yaml"] = &fstest.MapFile{Data: append(ed["accounts.yaml"].Data, changes...)}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestStammered has words that are written twice in a row.
func TestStammered(t *testing.T) {
	for text, want := range map[string]string{
		"Havnen er smuk og og ren.":                                        "spelling og og -> og",
		"Det er er en smuk havn.":                                          "spelling er er -> er",
		"Kajen fik nye bolværker bolværker i maj.":                         "spelling bolværker bolværker -> bolværker",
		"Havnen søger en kultur afdeling til byens museum.":                "spelling kultur afdeling -> kulturafdeling",
		"Vi vedtog havnens kultur indsats i år.":                           "spelling kultur indsats -> kulturindsats",
		"Vi mødes på havnen tirsdag aften til godkendelse torsdag morgen.": "",
		"Vi har en masse musik og en gruppe ungdom i byen.":                "",
		"To ting fylder i år: kajen ved broen og kirken i syd.":            "",
		"Tre ting fylder i år: kajen ved broen og kirken i syd.":           "figure-differs Tre -> 2",
		"Tre ting fylder i år: ro og orden.":                               "",
		"Der er tre KKR: Fyn, Als, Mors, Lolland og Falster.":              "figure-differs tre -> 5",
		"Der er fem KKR: Fyn, Als, Mors, Lolland og Falster.":              "",
		"Kajen gør det det muligt at sejle meget meget længere.":           "",
		"Vejen gik i i år gennem Baden Baden.":                             "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestYield has rates for so many inhabitants, of an association of the whole country.
func TestYield(t *testing.T) {
	const all = `people:
  a: {name: Anna Holm, municipality: Odense}
  b: {name: Bo Krag, municipality: Skive}
  c: {name: Carl Lund, municipality: Rebild}
  d: {name: Dorte Munk, municipality: Sorø}
  e: {name: Erik Noer, municipality: Greve}
  f: {name: Freja Ost, municipality: Allerød}
groups:
  bestyrelse: {name: Bestyrelsen, members: [{person: a, role: Formand}, {person: b, role: Næstformand}, c, d, e, f]}
`
	for _, c := range []struct{ rate, per, people, want string }{
		{"4.100,50", "100", all, ""},
		{"410,05", "100", all, "rate 410,05 kr."},
		{"41.005,00", "100", all, "rate 41.005,00 kr."},
		{"4.100,50", "1.000", all, "rate 4.100,50 kr."},
		{"410,05", "100", strings.ReplaceAll(all, "Rebild", "Skive"), ""},
	} {
		ed := edition("  - section: Kontingent 2026\n  - text: |\n      Satsen bliver {{ = " + c.rate + " kr. | satsen | Bestyrelsen }} pr. {{ = " + c.per + " | satsens enhed | Bestyrelsen }} indbyggere.\n")
		ed["people.yaml"] = &fstest.MapFile{Data: []byte(c.people)}
		ed["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr.\nyears: [2024, 2023]\nstatements:\n  - id: r\n    title: Resultat\n    lines:\n      - {id: kontingent, label: Kontingent, amounts: [\"240.000.000\", \"230.000.000\"]}\n")}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s per %s\n got  %q\n want %q", c.rate, c.per, got, c.want)
		}
	}
}

// TestOfAll has numbers that are said of all groups of a kind, and of some of them.
func TestOfAll(t *testing.T) {
	people := "people:\n  anna: {name: Anna Holm, municipality: Odense}\ngroups:\n"
	for _, name := range []string{"Fyn", "Als", "Mors", "Lolland", "Falster"} {
		people += "  " + strings.ToLower(name) + ": {name: Havneråd " + name + ", members: [anna]}\n"
	}
	for text, want := range map[string]string{
		"Her står, hvem der leder de fem havneråd.":                      "",
		"Her står, hvem der leder de to havneråd.":                       "seats to -> 5",
		"Her står, hvem der leder de to havneråd, der er nye.":           "",
		"Havneråd Fyn og Havneråd Als er nye. Vi hilser de to havneråd.": "",
	} {
		ed := edition("  - text: |\n      " + text + "\n  - roster: [fyn, als, mors, lolland, falster]\n")
		ed["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
		ed["chapters/a.yaml"].Data = []byte(strings.ReplaceAll(string(ed["chapters/a.yaml"].Data), "  - portraits: bestyrelse\n", ""))
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
