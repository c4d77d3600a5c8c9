package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestOrdinaryText has true sentences of the kinds that reports are full of, whose words or
// figures are like those of something else that the edition has; nothing is told of them.
func TestOrdinaryText(t *testing.T) {
	for _, text := range []string{
		// some of what is counted, who have something or lack it, or a part that is told
		"Ved udgangen af 2024 havde 121 medarbejdere ingen computer.",
		"Vi talte 128 deltagere uden mad, og det er en tiendedel af dem alle.",
		"Vi fik 48 kurser, og i 18 af dem var der tolk.",
		"Der er nedsat to grupper med otte deltagere hver.",
		// what is only called so, or belongs to it
		"Antallet af betalende deltagere faldt derimod.",
		"Deltagernes udgift var 46 kr. Det er 5 kr. mindre end i 2023, et fald på 11,5 pct.",
		"Vandværkernes indtægter steg med 3 pct.",
		"Øl og vand blev dyrere. Brødpriserne steg med 1,9 pct. og pølsepriserne med 2,1 pct.",
		// how often
		"I målingen, som vi laver hvert andet år, er 83 pct. tilfredse.",
		"Hver tredje torsdag er 83 pct. tilfredse.",
		// of another whole, or time
		"Der var 1.284 deltagere mod 1.152 et år tidligere, og 18 pct. er unge. Det er 11,5 procentpoint mere end i 2019.",
		"Indtægterne er 455,5 mio. kr., og vi dækker 54,8 pct. af udgifterne mod 56,2 pct. året før.",
		"Det gav et fald på 9,9 pct. 41 af dem, godt en tredjedel, bor i byen.",
		// what is told apart
		"Der er stor glæde ved maden og mindre glæde ved lokalerne.",
		"Under bestyrelsen er der fire udvalg med fem medlemmer hver.",
		"Deltagerne gav i gennemsnit kurserne 4,4 på en skala fra 1 til 5.",
		"Vi talte om [public interest]{lang=en} og om rente. Renten er lav.",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != "" {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}

// TestNotOrdinary has the like of those with a mistake in them.
func TestNotOrdinary(t *testing.T) {
	for text, want := range map[string]string{
		"Vi havde 121 medarbejdere.":                                                    "figure-wrong 121 -> 212",
		"Antallet af deltagere faldt derimod.":                                          "direction faldt -> a rise",
		"Det samlede antal deltagere faldt derimod.":                                    "direction faldt -> a rise",
		"Bestyrelsen har fem medlemmer.":                                                "seats fem -> 2",
		"Der kom 1.284 deltagere mod 1.152 i 2023. Stigningen er på 11,5 procentpoint.": "figure-wrong 11,5 procentpoint -> 11,5 pct.",
		"Det gav et fald på 9,9 pct. 41 af dem gik. Vandtabet var 8,6 pct.":             "figure-wrong 8,6 pct. -> 6,8 pct.",
		"Der er stor glæde ved maden.\n\n      Der er mindre glæde ved maden.":          "direction stor",
		"Indtægterne er i år 457,0 mio. kr.":                                            "year i år",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(trueFigures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestScaledTables has tables whose titles say what their figures are to be multiplied with, beside
// figures of the edition and a text that has it in full.
func TestScaledTables(t *testing.T) {
	const figures = "figures:\n  gods: {value: \"71,9\", unit: antal, year: 2024, source: \"Registret, mio. ton\"}\n" +
		"  gods_2023: {value: \"70,4\", unit: antal, year: 2023, source: \"Registret, mio. ton\"}\n"
	table := func(columns, row string) string {
		return "  - text: |\n      Containerne nåede op på 6,3 mio. ton.\n  - table:\n      title: Over kajen\n      columns: [{title: " + columns + "}, {title: \"2024\"}, {title: \"2023\"}]\n      rows:\n" +
			"        - [\"" + row + "\", \"71,9\", \"70,4\"]\n        - [Containere, \"6,3\", \"6,0\"]\n"
	}
	for blocks, want := range map[string]string{
		table("Mio. ton", "Gods"):                                     "",
		table("Slags", "Gods over kaj, mio. ton"):                     "",
		strings.Replace(table("Mio. ton", "Gods"), "71,9", "79,1", 1): "figure-wrong 79,1 -> 71,9",
	} {
		files := edition(blocks)
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", blocks, got, want)
		}
	}
}

// TestBesideTableRows holds a percentage against the row that its sentence names, not against those
// of another year, or that only have a word in common.
func TestBesideTableRows(t *testing.T) {
	for text, want := range map[string]string{
		"Husholdninger tager 68 pct. af vandet.":        "figure-differs 68 pct.; figure-wrong 68 pct.",
		"I 2019 tog husholdninger 68 pct. af vandet.":   "",
		"Vandets pris faldt med 28 pct. for skolerne.":  "",
		"Det er mere, end andet koster, nemlig 18 pct.": "",
	} {
		got := toldIn(t, edition("  - section: Vand\n  - table:\n      title: Vand efter kunde, 2024\n      columns: [{title: Kunde}, {title: Pct.}]\n      rows:\n"+
			"        - [Husholdninger, \"63\"]\n        - [Fald, \"25\"]\n        - [Andet, \"12\"]\n        - [I alt, \"100\"]\n  - text: |\n      "+text+"\n"))
		if got, _, _ = strings.Cut(got, " -> "); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

// TestNoChair is silent on a group that has no chair by its nature, and tells of one that lacks it.
func TestNoChair(t *testing.T) {
	for members, want := range map[string]string{
		"{person: martin-damm, role: Kreds Øst}, {person: lars-weiss, role: Kreds Vest}": "",
		"{person: martin-damm, role: Koordinator}, lars-weiss":                           "",
		"{person: martin-damm, role: Medarbejderrepræsentant}, lars-weiss":               "",
		"{person: martin-damm, role: Kasserer}, lars-weiss":                              "office Kredsen",
		"{person: martin-damm, role: Næstformand}, {person: lars-weiss, role: Kasserer}": "office Kredsen",
	} {
		files := edition("  - roster: [kreds]\n")
		files["people.yaml"].Data = append(files["people.yaml"].Data, "  kreds:\n    name: Kredsen\n    members: ["+members+"]\n"...)
		if got := toldIn(t, files); got != want {
			t.Errorf("%s\n got  %q\n want %q", members, got, want)
		}
	}
}
