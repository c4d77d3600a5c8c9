package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// edition is a small edition with a chapter's blocks.
func edition(blocks string) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"report.yaml": file("title: Prøve\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n"),
		"accounts.yaml": file(`unit: kr.
years: [2024, 2023]
statements:
  - id: r
    title: Resultat
    lines:
      - {id: indtaegter, label: Indtægter, amounts: ["455.512.908", "457.004.804"]}
      - {id: personale, label: Personaleomkostninger, amounts: ["-297.721.021", "-281.945.764"]}
      - {id: resultat, label: Årets resultat, amounts: ["25.878.559", "28.763.264"]}
      - {id: kapital, label: Egenkapital, amounts: ["799.655.858", "838.604.809"]}
`),
		"people.yaml": file(`people:
  martin-damm: {name: Martin Damm, office: Borgmester, party: V, municipality: Kalundborg}
  peter-rahbaek-juel: {name: Peter Rahbæk Juel, office: Borgmester, party: A, municipality: Odense}
  lars-weiss: {name: Lars Weiss, party: A, municipality: København}
groups:
  bestyrelse:
    name: KL's bestyrelse
    members: [{person: martin-damm, role: Formand}, {person: peter-rahbaek-juel, role: Næstformand}]
`),
		"chapters/a.yaml": file("title: A\nblocks:\n" + blocks + "  - portraits: bestyrelse\n"),
	}
}

// found checks an edition and returns its errors and warnings.
func found(t *testing.T, files fstest.MapFS) []check.Finding {
	t.Helper()
	return slices.DeleteFunc(all(t, files), func(f check.Finding) bool { return f.Level == check.Note })
}

// all checks an edition and returns its findings.
func all(t *testing.T, files fstest.MapFS) []check.Finding {
	t.Helper()
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted()[0].Text(diag.English))
	}
	return check.Run(check.Edition{Report: rep, Files: texts(t, files)})
}

// TestRules has for each rule a text that breaks it and one that does not; what
// is told is "code found -> should".
func TestRules(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Egenkapitalen faldt med 38,9 mio. kr.", ""},
		{"Egenkapitalen faldt med 38,7 mio. kr.", "figure-wrong 38,7 mio. kr. -> −38,9 mio. kr."},
		{"Egenkapitalen steg med 38,9 mio. kr.", "direction steg -> a fall"},
		{"Egenkapitalen udgør 799,7 mio. kr. mod 838,6 mio. kr. året før.", ""},
		{"Egenkapitalen udgør 797,9 mio. kr.", "figure-wrong 797,9 mio. kr. -> 799,7 mio. kr."},
		{"Egenkapitalen er 799.655.858 kr.", ""},
		{"Egenkapitalen er 799.665.858 kr.", "figure-wrong 799.665.858 kr. -> 799.655.858 kr."},
		{"Vi havde et overskud på 25,9 mio. kr.", ""},
		{"Vi havde et underskud på 25,9 mio. kr.", "direction underskud -> overskud"},
		{"Personaleomkostningerne steg i 2024.", ""},
		{"Personaleomkostningerne faldt i 2024.", "direction faldt -> a rise"},
		{"Indtægter overstiger Egenkapital.", "direction overstiger -> er mindre end Egenkapital 2024"},
		{"Driften koster ca. 25 mio. kr. om året.", ""},
		{"Vi kunne realisere et resultat på 1,6 pct., mens markedet gav 0,7 pct.", ""},
		{"I 2002 steg renten.", "year 2002 -> 2022"},
		{"Ikke siden 2007 er det set, og i 2030 er vi i mål.", ""},
		{"Vi har aflagt årsrapport for 2023.", "year 2023 -> 2024"},
		{"Det sker den 31. april 2025.", "date 31. april 2025"},
		{"Det sker fredag den 27. februar 2025.", "date fredag -> torsdag"},
		{"Det sker torsdag den 27. februar 2025.", ""},
		{"Martin Damm og Peter Rahbæk Juel skriver.", ""},
		{"Martin Dam skriver.", "name Martin Dam -> Martin Damm"},
		{"Peter Juel skriver.", "name Peter Juel -> Peter Rahbæk Juel"},
		{"Juel Rahbæk Peter skriver.", "name Juel Rahbæk Peter -> Peter Rahbæk Juel"},
		{"Peter Rahbech Juel skriver.", "name Peter Rahbech Juel -> Peter Rahbæk Juel"},
		{"Peter Viggo Juel skriver.", ""},
		{"Det siger formand Mathias Damm.", "name Mathias Damm -> Martin Damm"},
		{"Det siger formand Jørgen Damm.", ""},
		{"Det siger formand Mathias Damm fra en anden forening.", ""},
		{"Det siger næstformand Martin Damm.", "office næstformand"},
		{"Det siger Lars Weiss (A) og Martin Damm (V, Kalundborg).", ""},
		{"Det siger Lars Weiss (V).", "party V -> A"},
		{"Det siger Martin Damm (se billedet) og Martin Damm (KL).", ""},
		{"Det siger borgmester Martin Damm og borgmester Lars Weiss.", ""},
		{"Bestyrelsen har 2 medlemmer.", ""},
		{"Bestyrelsen har 3 medlemmer.", "seats 3 -> 2"},
		{"I Kalunborg Kommune og Region Sjæland.", "municipality Kalunborg -> Kalundborg; municipality Sjæland -> Sjælland"},
		{"Udgiften faldt fra 12,4 mio. kr. til 15,1 mio. kr.", "direction faldt"},
		{"Udgiften steg fra 12,4 mio. kr. til 15,1 mio. kr.", ""},
		{"Udgiften steg fra 15,1 til 12,4 mio. kr.", "direction steg"},
		{"Antallet er fordoblet fra 12 til 25.", ""},
		{"Antallet er fordoblet fra 12 til 35.", "direction fordoblet"},
		{"Antallet blev halveret fra 100 til 49.", ""},
		{"I år er egenkapitalen 838,6 mio. kr.", "year I år"},
		{"Egenkapitalen er i år 799,7 mio. kr. mod 838,6 mio. kr. sidste år.", ""},
		{"Egenkapitalen var sidste år 799,7 mio. kr.", "year sidste år"},
		{"Egenkapitalen var 838,6 mio. kr. året før.", ""},
		{"I årets løb blev egenkapitalen 799,7 mio. kr.", ""},
		{"Sidste år, 2021, var det anderledes.", "year 2021 -> 2023"},
		{"Halvdelen af 20 mio. kr. er 10 mio. kr.", ""},
		{"Vi brugte 10 mio. kr., godt halvdelen af 19 mio. kr.", ""},
		{"Vi brugte 10 mio. kr., en tredjedel af 19 mio. kr.", "direction en tredjedel"},
		{"Vi brugte 10 mio. kr., to tredjedele af 15 mio. kr.", ""},
		{"Vi brugte 10 mio. kr., mere end to tredjedele af 21 mio. kr.", "direction to tredjedele"},
		{"Det er 3,7 − 0,5 − 0,7 = 2,5 pct.", ""},
		{"Det er 3,7 − 0,5 − 0,7 = 2,6 pct.", "sum 2,6 pct. -> 2,5"},
		{"Læs mere på side 289.", "page-reference side 289"},
		{"Se kapitlet Billede.", "reference Billede"},
		{"Økonomiaftalen kom, og Økonomiaftalen holdt, sagde Økonomaftalen.", "spelling Økonomaftalen -> Økonomiaftalen"},
	} {
		var got []string
		for _, f := range found(t, edition("  - text: |\n      "+c.text+"\n")) {
			line := f.Code + " " + f.Found
			if should := f.Should.In(diag.English); should != "" {
				line += " -> " + should
			}
			got = append(got, line)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got  %q\n want %q", c.text, g, c.want)
		}
	}
}

// TestPlaces holds a finding to the very place of its words, through markup,
// folded lines and quotes.
func TestPlaces(t *testing.T) {
	for blocks, want := range map[string]string{
		"  - text: |\n      Se side {{ side: a }}, de 2.000 og [A](#a) hos Martin Dam.\n":                   "chapters/a.yaml:4:54",
		"  - text: |\n      Først en linje.\n\n      Så *Martin\n      Dam* igen.\n":                        "chapters/a.yaml:6:11",
		"  - fact: {figure: \"9\", caption: \"af Martin Dam\"}\n  - text: Ord.\n":                           "chapters/a.yaml:3:38",
		"  - text: |\n      En [vej](https://a.dk/Martin) til **Martin Dam**.\n":                            "chapters/a.yaml:4:43",
		"  - table:\n      columns: [{title: A}, {title: B}]\n      rows:\n        - [x, \"Martin Dam\"]\n": "chapters/a.yaml:6:16",
		"  - links: {items: [{text: \"Martin Damm\"}, {text: \"Martin Dam\"}]}\n":                           "chapters/a.yaml:3:52",
	} {
		got := found(t, edition(blocks))
		if len(got) != 1 || got[0].Pos.String() != want {
			t.Errorf("%s\nfound %v, want it at %s", blocks, got, want)
		}
	}
}

// TestOrgans finds names of units that are almost the roster's.
func TestOrgans(t *testing.T) {
	files := edition("  - text: |\n      Klima- og Miljøudvaget mødtes. Klima- og Miljøudvalgets formand talte, og et Klima- og Miljøudvalg er det. Klima: og Miljøudvalget.\n      Digitaliseringskontoret og Digitalisreingskontoret.\n")
	files["organisation.yaml"] = &fstest.MapFile{Data: []byte("units:\n  klima: {name: Klima- og Miljøudvalget}\n  digital: {name: Digitaliseringskontoret, under: klima, head: lars-weiss}\n")}
	var got []string
	for _, f := range found(t, files) {
		if f.Code == "name" {
			got = append(got, f.Pos.String()+" "+f.Found+" -> "+f.Should.Danish)
		}
	}
	want := []string{"chapters/a.yaml:4:7 Klima- og Miljøudvaget -> Klima- og Miljøudvalget", "chapters/a.yaml:5:34 Digitalisreingskontoret -> Digitaliseringskontoret"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestRosterRules breaks the roster itself.
func TestRosterRules(t *testing.T) {
	for _, c := range []struct{ from, to, want, should string }{
		{"name: Martin Damm", "name: Martin Dam", "name-id", ""},
		{"municipality: Kalundborg", "municipality: Kalunborg", "municipality", "Kalundborg"},
		{"municipality: Kalundborg", "municipality: Kalundborg Kommune", "municipality", "Kalundborg"},
		{"municipality: Kalundborg", "municipality: århus kommune", "municipality", "Aarhus"},
		{"municipality: Kalundborg", "municipality: Kalunborg kommune", "municipality", "Kalundborg"},
		{"municipality: Kalundborg", "municipality: Malmø Kommune", "municipality", ""},
		{"party: V", "party: VV", "party", ""},
		{"party: V", "party: AB", "party", ""},
		{"party: V", "party: v", "party", "V"},
		{"party: V", "party: Venstre", "party", "V"},
		{"party: V", "party: (Det Konservative Folkeparti)", "party", "C"},
		{"party: V", "party: Bylisten", "party", ""},
		{"role: Næstformand", "role: Formand", "office", ""},
		{"role: Formand", "role: Kasserer", "office", ""},
	} {
		files := edition("  - heading: Ord\n")
		people := string(files["people.yaml"].Data)
		if !strings.Contains(people, c.from) {
			t.Fatal(c.from)
		}
		files["people.yaml"].Data = []byte(strings.Replace(people, c.from, c.to, 1))
		got := found(t, files)
		if len(got) == 0 || got[0].Code != c.want || slices.Contains([]string{"party", "municipality"}, c.want) && got[0].Should.Danish != c.should {
			t.Errorf("%s: %v, want %s, %q", c.to, got, c.want, c.should)
		}
	}
	titled := edition("  - text: |\n      Direktør Lars Weiss, tidligere direktør Martin Damm og (direktør Martin Damm).\n")
	titled["people.yaml"].Data = []byte(strings.Replace(string(titled["people.yaml"].Data), "Lars Weiss, party", "Lars Weiss, office: Direktør, party", 1))
	if got := found(t, titled); len(got) != 1 || got[0].Code != "office" || got[0].Should.Danish != "borgmester" || got[0].Pos.String() != "chapters/a.yaml:4:63" {
		t.Errorf("a mayor is called director: %v", got)
	}
	signed := "  - signatures:\n      place: København\n      date: 2025-02-27\n      parties: [{title: Bestyrelse, people: [martin-damm, lars-weiss]}]\n"
	got := found(t, edition(signed))
	if len(got) != 2 || got[0].Code != "signatory" || got[1].Code != "signatory" {
		t.Errorf("a stranger signs and a member does not: %v", got)
	}
}

// TestInlineWaivers lets stand what is found of a literal where it says so, and
// lists a figure that nothing else is found of.
func TestInlineWaivers(t *testing.T) {
	files := edition("  - text: |\n      Det var i {{ = 2012 | da det begyndte | Salmonsen }}, og 7 år efter kom {{ = 88 mio. kr. | et lån }}.\n" +
		"  - heading: \"{{ = 2002 | krigen }}\"\n  - text: I 2013 og {{ = igen | unødig }}.\n")
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	left, waived := check.Waive(check.Run(check.Edition{Report: rep, Files: texts(t, files)}), check.Inline(rep))
	var got []string
	for _, w := range waived {
		got = append(got, w.Finding.Found+": "+w.Waiver.Reason+", "+w.Waiver.Source)
	}
	for _, f := range left {
		got = append(got, f.Pos.String()+" "+f.Code)
	}
	want := []string{"2012: da det begyndte, Salmonsen", "88 mio. kr.: et lån, ", "2002: krigen, ", "chapters/a.yaml:4:64 figure-elsewhere", "chapters/a.yaml:6:13 year", "people.yaml:4:22 roster-unused", "chapters/a.yaml:6:21 waiver-unused"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestNumbersInWords holds a number in words against the fact beside it.
func TestNumbersInWords(t *testing.T) {
	for text, want := range map[string]int{
		"Ni ud af ti virksomheder er glade for jobcentrenes service.":      0,
		"9/10 virksomheder er glade for jobcentrenes service.":             0,
		"Otte ud af ti virksomheder er glade for jobcentrenes service.":    1,
		"Ni ud af tolv virksomheder er glade for jobcentrenes service.":    1,
		"Otte ud af ti kommuner har fået en ny borgmester siden sidst.":    0,
		"Seks ud af de ti virksomheder roser dog ikke jobcentrene for det": 0,
	} {
		n := 0
		for _, f := range found(t, edition("  - fact: {figure: 9 ud af 10, caption: virksomheder er glade for jobcentrenes service}\n  - text: |\n      "+text+"\n")) {
			if f.Found != "9 ud af 10" { // the fact is told of too, as the other of the two
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d findings", text, n)
		}
	}
}

// TestWordsOfSize holds words that say how large a line is, without a figure, against
// it.
func TestWordsOfSize(t *testing.T) {
	for text, want := range map[string]int{
		"Egenkapitalen er fordoblet siden sidste år.":  1,
		"Egenkapitalen er halveret.":                   1,
		"Antallet af medlemmer er fordoblet på ti år.": 0,
		"Egenkapitalen er næsten den samme som før.":   0,
		"Egenkapitalen er fordoblet på tyve år.":       0,
	} {
		files := edition("  - text: " + text + "\n  - statement: b\n")
		files["accounts.yaml"] = &fstest.MapFile{Data: []byte("unit: kr.\nyears: [2024, 2023]\nstatements:\n  - {id: b, title: Balance, lines: [{id: egenkapital, label: Egenkapital, amounts: [\"799.655.858\", \"838.604.809\"]}]}\n")}
		rep, problems := source.Load(files)
		if rep == nil {
			t.Fatal(problems.Sorted())
		}
		n := 0
		for _, f := range check.Run(check.Edition{Report: rep, Files: texts(t, files)}) {
			if f.Code == "direction" {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d findings, want %d", text, n, want)
		}
	}
}

// TestUndrawn asks for each character once, tells those that are not drawn once a
// paragraph where they stand, and leaves alone what leaves no ink.
func TestUndrawn(t *testing.T) {
	files := edition("  - text: |\n      Én 🎉 og én til 🎉 nu.\n\n      Så\u00ad\u00a0🎉 e\u0301 og ✈.\n")
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	asked := map[rune]int{}
	var got []string
	for _, f := range check.Undrawn(check.Edition{Report: rep, Files: texts(t, files)}, func(c rune) bool {
		asked[c]++
		return c < 0x2000
	}) {
		got = append(got, f.Pos.String()+" "+f.Found)
	}
	want := []string{"chapters/a.yaml:4:10 🎉", "chapters/a.yaml:6:11 🎉", "chapters/a.yaml:6:19 ✈"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, expected %q", got, want)
	}
	for c, n := range asked {
		if n > 1 || c < 0x7f || c == 0xad || c == 0xa0 || c == 0x301 {
			t.Errorf("%U was asked for %d times", c, n)
		}
	}
}
