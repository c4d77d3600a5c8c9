package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestUnderHeadings has headings with what stands under them, and what is told.
func TestUnderHeadings(t *testing.T) {
	rows := "  - statement: r\n"
	for blocks, want := range map[string]string{
		"  - heading: Kredsrådet Nord\n  - portraits: syd\n":                                                    "reference syd -> nord",
		"  - section: Teknik- og Havneudvalget\n  - text: |\n      De er valgt.\n  - portraits: skole\n":        "reference skole -> teknik",
		"  - section: Kredsrådet Øst\n  - roster: [nord, syd]\n":                                                "reference nord -> oest",
		"  - heading: KL's bestyrelse 2022–2026\n  - portraits: skole\n":                                        "reference skole -> bestyrelse",
		"  - section: Balance\n" + rows:                                                                         "reference r -> b",
		"  - section: Resultat\n" + rows + rows + "  - section: Note 1\n":                                       "reference r -> b",
		"  - section: Resultat\n" + rows + "  - section: Mere\n" + rows:                                         "reference r -> b",
		"  - heading: Kredsrådet Nord\n  - portraits: nord\n":                                                   "",
		"  - heading: Kredsrådet Nord\n  - portraits: syd\n  - portraits: nord\n":                               "",
		"  - section: Resultat\n" + rows + "  - statement: b\n":                                                 "",
		"  - heading: Udvalgene\n  - portraits: nord\n":                                                         "",
		"  - heading: KL's bestyrelse 2022–2026\n  - portraits: bestyrelse\n":                                   "",
		"  - section: Kredsråd\n  - roster: [nord, syd, oest, vest]\n":                                          "",
		"  - heading: Kredsrådet Nord og de andre\n  - portraits: syd\n":                                        "",
		"  - section: Kredsrådet Nord\n  - roster: [nord, syd]\n":                                               "",
		"  - section: Resultat\n" + rows + "  - section: Balance\n  - statement: b\n":                           "",
		"  - section: Årsregnskab\n" + rows:                                                                     "",
		"  - section: Resultat\n" + rows + "  - section: Balance\n  - statement: b\n  - section: Igen\n" + rows: "",
		"  - section: Balancen og meget mere\n" + rows:                                                          "",
	} {
		ed := organEdition("Vi har valgt.")
		ed["accounts.yaml"] = &fstest.MapFile{Data: append(ed["accounts.yaml"].Data,
			"  - id: b\n    title: Balance\n    lines:\n      - {id: varer, label: Varer, amounts: [\"12\", \"13\"]}\n"...)}
		ed["chapters/a.yaml"] = &fstest.MapFile{Data: []byte("title: A\nblocks:\n" + blocks + "  - section: Alle\n  - roster: [bestyrelse, teknik, skole, plan, nord, syd, oest, vest]\n")}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", blocks, got, want)
		}
	}
}

// TestAddresses has links and addresses, and what is told of them.
func TestAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"Se [www.havnen.dk](https://www.haven.dk).":                              "link www.havnen.dk -> haven.dk",
		"Se [havnen.dk](https://skoven.dk/havn).":                                "link havnen.dk -> skoven.dk/havn",
		"Skriv til [post@havnen.dk](mailto:post@hanven.dk).":                     "link post@havnen.dk -> post@hanven.dk",
		"Se [havnen.dk/priser](https://havnen.dk/prisre).":                       "link havnen.dk/priser -> havnen.dk/prisre",
		"Se [https://havnen.dk](http://havnen.com/).":                            "link https://havnen.dk -> havnen.com",
		"Se www.havnen.dk. Bestil på havnen.dk/plads eller www.haven.dk/is.":     "link www.haven.dk/is -> havnen.dk",
		"Skriv til kontor@havnen.dk eller kontor@havne.dk, kontor@havnen.dk nu.": "link kontor@havne.dk -> kontor@havnen.dk",
		"Se [prisen](https://www.havnen.dk/p) på havenn.dk.":                     "link havenn.dk -> havnen.dk",
		"Se [www.havnen.dk](https://www.havnen.dk).":                             "",
		"Se [havnen.dk](https://www.havnen.dk/).":                                "",
		"Se [havnen.dk](https://www.havnen.dk/priser/2024).":                     "",
		"Se [havnen.dk/p](https://www.havnen.dk/media/1/priser.pdf).":            "",
		"Skriv til [post@havnen.dk](mailto:post@havnen.dk).":                     "",
		"Skriv til [post@havnen.dk](https://havnen.dk/skriv).":                   "",
		"Se [priserne for 2024](https://www.havnen.dk/priser).":                  "",
		"Se havnen.dk, havnen1.dk og havnen2.dk.":                                "",
		"Se havnen.dk og havnen.com.":                                            "",
		"Se havnen.dk, og skriv til kontor@havnen.dk og kasse@havnen.dk.":        "",
		"Se [kort.havnen.dk](https://havnen.dk/kort).":                           "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestIDs holds names of the roster against the ids made of them.
func TestIDs(t *testing.T) {
	for name, want := range map[string]string{
		"Ib Bo Holm": "", "Bo Ib Holm": "name-id Bo Ib Holm", "Holm Ib Bo": "name-id Holm Ib Bo", "Ib Bo Hulm": "name-id Ib Bo Hulm", "Ida Marie Kok": "",
	} {
		ed := edition("  - text: |\n      Her er " + name + ".\n")
		ed["people.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(ed["people.yaml"].Data), "groups:", "  ib-bo-holm: {name: "+name+", party: V, municipality: Faxe}\ngroups:", 1))}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
