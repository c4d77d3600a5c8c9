package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/edition2024"
)

// slipped is a mistake in the embedded edition, and what is told of it.
type slipped struct{ name, file, from, to, want string }

// TestTheRosterStands makes mistakes of the roster, of whole charts and of counts in
// the embedded edition, each of which one rule tells of.
func TestTheRosterStands(t *testing.T) {
	people, kl, book := "people.yaml", "chapters/kl.yaml", "chapters/regnskab.yaml"
	for _, s := range []slipped{
		{"a role that is nearly the others'", people, "{person: steffen-jensen, role: Næstformand}", "{person: steffen-jensen, role: Nætsformand}", "office Nætsformand"},
		{"an office that is nearly the others'", people, "office: Borgmester", "office: Borgmster", "office Borgmster"},
		{"no deputy", people, "{person: steffen-jensen, role: Næstformand}", "steffen-jensen", "office Løn- og Personaleudvalget"},
		{"two mayors", people, "municipality: Kalundborg", "municipality: Odense", "office Odense"},
		{"two mayors of one administration", people, "office: Teknik- og miljøborgmester", "office: Sundheds- og omsorgsborgmester", "office Sundheds- og omsorgsborgmester"},
		{"two lord mayors", people, "office: Sundheds- og omsorgsborgmester", "office: Overborgmester", "office København"},
		{"the one of a party", people, "name: Erik Flyvholm\n    office: Borgmester\n    party: V", "name: Erik Flyvholm\n    office: Borgmester\n    party: K", "party K"},
		{"a name that is another's", people, "name: Martin Damm", "name: Peter Rahbæk Juel", "name-id Peter Rahbæk Juel"},
		{"nobody", people, "groups:\n", "  bo-ny: {name: Bo Ny, municipality: Struer}\ngroups:\n", "roster-unused Bo Ny"},
		{"who fell out of a committee", people, "      - christian-bro\n", "", "roster-unused Christian Bro"},
		{"a committee that is not printed", "chapters/udvalg.yaml", "      - socialudvalget\n", "", "roster-unused Socialudvalget"},
		{"a signature too many", book, "            - lars-weiss\n", "            - lars-weiss\n            - lars-weiss\n", "signatory lars-weiss"},
		{"a chair who is another's", kl, "med Martin Damm som formand", "med Michael Ziegler som formand", "office Michael Ziegler"},
		{"a chair who is nobody's", kl, "med Martin Damm som formand", "med Hans Jensen som formand", "office Hans Jensen"},
		{"a box's deputy", kl, "næstformand Peter Rahbæk Juel\"", "næstformand Steffen Jensen\"", "office Steffen Jensen"},
		{"a box's chair", kl, "note: Formand Martin Damm", "note: Formand Lone Jakobi", "office Lone Jakobi"},
		{"a name with two letters turned", kl, "{name: Socialudvalget}", "{name: Socialudvalgte}", "name Socialudvalgte"},
		{"a name's years", kl, "KL's bestyrelse 2022–2026", "KL's bestyrelse 2022–2025", "name KL's bestyrelse 2022–2025"},
		{"a box too few", kl, "                  - {name: Socialudvalget}\n", "", "seats 9 udvalg"},
		{"committees counted", kl, "Hertil kommer ni\n", "Hertil kommer otte\n", "seats otte"},
		{"committees counted in figures.yaml", "figures.yaml", "udvalg: {value: 9", "udvalg: {value: 8", "seats 8 udvalg"},
		{"more than there are", "chapters/udvalg.yaml", "i de fem KKR", "i de seks KKR", "seats seks"},
		{"members in each", "chapters/udvalg.yaml", "med ni medlemmer i hvert", "med ti medlemmer i hvert", "seats ti"},
		{"a committee of ten", people, "      - mads-soerensen\n", "      - mads-soerensen\n      - mads-skau\n", "seats Internationalt udvalg"},
		{"members in words", kl, "Bestyrelsen har {{ antal(bestyrelse) }}\n      medlemmer", "Bestyrelsen har seksten\n      medlemmer", "seats seksten"},
		{"a part left out of several sums", book, "        - {line: sekretariatsbidrag, label: Sekretariatsbidrag og driftsaftaler}\n", "", "chart-parts Finansiering i alt"},
		{"another line's label", book, "label: Personale}", "label: Møder og forhandlinger}", "chart-parts Møder og forhandlinger"},
		{"a statement that ends another day", "accounts.yaml", "when: 1. januar – 31. december", "when: 1. januar – 30. december", "date 1. januar – 30. december"},
		{"an auditor before the board", book, "place: Hellerup\n      date: 2025-02-27", "place: Hellerup\n      date: 2025-02-26", "date 2025-02-26"},
		{"a reference to another line", book, "faldet med {{ egenkapital@2023 - egenkapital | mio }}", "faldet med {{ aktiver_i_alt - aktiver_i_alt@2023 | mio }}", "figure-wrong 23,9 mio. kr."},
		{"a surplus that is no result", book, "overskud på {{ aarets_resultat | kr }}", "overskud på {{ andre_finansielle_poster | kr }}", "figure-wrong 40.645.095 kr."},
		{"an indexation that does not add up", book, "{{ befolkningskorrektion | tal:1 }}", "{{ -befolkningskorrektion | tal:1 }}", "sum 2,5"},
	} {
		files := texts(t, edition2024.Files())
		if !strings.Contains(files[s.file], s.from) {
			t.Errorf("%s: %s has no %q", s.name, s.file, s.from)
			continue
		}
		files[s.file] = strings.Replace(files[s.file], s.from, s.to, 1)
		ed := written(t, files)
		left, _ := check.Waive(check.Run(ed), check.Inline(ed.Report))
		var got []string
		for _, f := range left {
			if f.Level != check.Note {
				got = append(got, f.Code+" "+f.Found)
			}
		}
		if !strings.Contains(strings.Join(got, "; "), s.want) {
			t.Errorf("%s: got %q, want %q", s.name, got, s.want)
		}
	}
}

// TestTheRosterIsNotSuspected holds sentences that look like such mistakes to nothing.
func TestTheRosterIsNotSuspected(t *testing.T) {
	people := strings.Replace(string(edition("")["people.yaml"].Data), "groups:", "groups:\n"+
		"  skoler: {name: Skoleudvalget, members: [{person: lars-weiss, role: Formand}]}\n"+
		"  veje: {name: Vejudvalget, members: [{person: lars-weiss, role: Formand}]}\n"+
		"  havne: {name: Havneudvalget, members: [{person: lars-weiss, role: Formand}]}\n"+
		"  byer: {name: Byudvalget, members: [{person: lars-weiss, role: Formand}]}", 1)
	for _, text := range []string{
		"Bestyrelsen har 2 medlemmer med Martin Damm som formand.",
		"Bestyrelsen drøftede sagen med FOA's formand Mona Striib og Danske Regioners formand Anders Kühnau.",
		"Bestyrelsen mødtes med formanden for Danske Regioner, Anders Kühnau.",
		"Bestyrelsen takker Lars Weiss, der som formand for Skoleudvalget har gjort en indsats.",
		"Skoleudvalget har Lars Weiss som formand. To udvalg holdt fælles møde, og de øvrige tre udvalg hørte om det.",
		"Der er fire udvalg, og tre af de fire udvalg mødtes i marts.",
	} {
		files := edition("  - text: |\n      " + text + "\n  - roster: [skoler, veje, havne, byer]\n")
		files["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
		for _, f := range found(t, files) {
			t.Errorf("%q: %s %s", text, f.Code, f.Found)
		}
	}
}
