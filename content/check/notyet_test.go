package check_test

import (
	"testing"
	"testing/fstest"
)

// TestAfterTheReport has what is told as done in {braces} of two times: the report is of
// February 2025, and the second comes after it.
func TestAfterTheReport(t *testing.T) {
	for _, text := range []string{
		"Foreningen åbnede i {januar|marts} 2025 en ny hal.",
		"I {februar|april} 2025 vandt vi sagen.",
		"Hallen blev indviet i {efteråret 2024|efteråret 2025}.",
		"Rådet vedtog den {3. februar|3. maj} 2025 en plan.",
		"Aftalen af {12. januar|12. marts} 2025 står ved magt.",
		"Foran os ligger {2025|2024}, et nyt år.",
		"Vi er på vejen mod {2030|2020} med de bestemte vilkår.",
		"Vi har travlt med at forberede {EP29|EP24}.",
		"Da var der i {efteråret 2024|efteråret 2025} indgået et forlig.",
		"Et nyt blad så dagens lys i {august 2024|august 2025} med en redaktør.",
		"Kampen blev først gjort færdig ved {EP24|EP29}.",
		"Striden hørte op med {2024|2025}.",
		"Der er spørgsmål, som først får svar i {2025|2023}.",
	} {
		eitherYear(t, text)
	}
}

// TestBeforeTheReport has right sentences of months to come.
func TestBeforeTheReport(t *testing.T) {
	for _, text := range []string{
		"I maj 2025 skulle hallen efter planen åbne.",
		"Vi indkaldte til årsmøde i maj 2025.",
		"Hallen åbner i maj 2025.",
		"Bestyrelsen ventede i maj 2025 at være færdig.",
		"Vi forberedte OK24 i to år.",
		"Vi besluttede at rejse kravet ved OK28.",
		"Der er i efteråret 2025 indkaldt til møde.",
		"Reglerne, som først kan bruges fra 2024, er gode.",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

// TestLeadYear has what a chapter begins with, and how it goes on.
func TestLeadYear(t *testing.T) {
	for _, c := range []struct{ lead, text, want string }{
		{"Havnen fik i 2023 to nye kajer.", "Det blev 2024, og kajerne blev brugt.", "year 2023 -> 2024"},
		{"Havnen fik i 2023 to nye kajer.", "Det blev 2024, og kajerne blev brugt som i 2023.", ""},
		{"Havnen fik i 2023 to nye kajer.", "Kajerne blev brugt.", ""},
		{"Havnen fik flere gæster end i 2023.", "Det blev 2024, og kajerne blev brugt.", ""},
		{"Projektet begyndte i 2023 med to kajer.", "Det blev 2024, og kajerne blev brugt.", ""},
	} {
		if got := toldIn(t, edition("  - lead: "+c.lead+"\n  - text: |\n      "+c.text+"\n")); got != c.want {
			t.Errorf("%s | %s: got %q", c.lead, c.text, got)
		}
	}
}

// TestDatedReferences has references and years beside them.
func TestDatedReferences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"En rundspørge fra sommeren 2014 giver {{ svar | pct }} ja.", "year 2014 -> 2024"},
		{"En rundspørge fra sommeren 2024 giver {{ svar | pct }} ja.", ""},
		{"En rundspørge fra efteråret 2023 giver {{ svar | pct }} ja.", "year 2023 -> 2024"},
		{"En rundspørge fra efteråret 2024 giver {{ svar | pct }} ja.", ""},
		{"En rundspørge fra foråret 2023 giver {{ svar | pct }} ja.", ""},
		{"Foreningen har i 2023 lagt {{ kapital@2023 - kapital | mio }} til side.", "year 2023 -> 2024"},
		{"Foreningen har i 2024 lagt {{ kapital@2023 - kapital | mio }} til side.", ""},
		{"Egenkapitalen er siden 2023 {{ kapital@2023 - kapital | mio }} mindre.", ""},
		{"Egenkapitalen er {{ kapital | mio }} ved udgangen af 2025.", "year 2025 -> 2024"},
		{"Egenkapitalen er {{ kapital | mio }} ved udgangen af 2024.", ""},
		{"Egenkapitalen var {{ kapital@2023 | mio }} i 2022.", "year 2022 -> 2023"},
		{"Egenkapitalen var {{ kapital@2023 | mio }} i 2023, og i 2024 faldt den.", ""},
		{"Egenkapitalen var {{ kapital.forrige | mio }} i 2023, og i 2024 faldt den.", ""},
		{"Havneplanen for 2015 blev fulgt.\n\n      Havneplanen for 2025 er lang.", "year 2015 -> 2025"},
		{"Havneplanen for 2015 blev fulgt.\n\n      Byplanen for 2025 er lang.", ""},
	} {
		ed := edition("  - text: |\n      " + c.text + "\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  svar: {value: 80, unit: pct, year: 2024, source: \"Rundspørge, efteråret 2024\"}\n")}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestOtherTerm has a group whose name has its years.
func TestOtherTerm(t *testing.T) {
	for heading, want := range map[string]string{"Havnerådet 2022–2026": "", "Havnerådet 2018–2022": "year Havnerådet 2018–2022 -> Havnerådet 2022–2026"} {
		ed := edition("  - heading: " + heading + "\n  - text: |\n      Her er de.\n  - portraits: raadet\n")
		ed["people.yaml"].Data = append(ed["people.yaml"].Data, "  raadet:\n    name: Havnerådet 2022–2026\n    members: [lars-weiss]\n"...)
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", heading, got, want)
		}
	}
}

// TestFactYears: the year of a figure of figures.yaml against those the text tells where it has it,
// and a count with a comma between its thousands.
func TestFactYears(t *testing.T) {
	for _, c := range []struct{ fact, text, want string }{
		{"{value: 17, unit: antal, year: 2025, source: A}", "Fra 2027 er der {{ baadelaug }} laug.\n\n      Så mange laug som {{ baadelaug }} er der fra 2027.", "year baadelaug -> 2027"},
		{"{value: 17, unit: antal, year: 2027, source: A}", "Fra 2027 er der {{ baadelaug }} laug.\n\n      Så mange laug som {{ baadelaug }} er der fra 2027.", ""},
		{"{value: 17, unit: antal, year: 2024, source: A}", "Den 1. januar 2025 er der {{ baadelaug }} laug.\n\n      Laug er der {{ baadelaug }} af i 2025.", ""},
		{"{value: 17, unit: antal, year: 2025, source: A}", "Fra 2027 er der {{ baadelaug }} laug.", ""},
		{"{value: 17, unit: antal, year: 2025, source: A}", "Fra 2027 er der {{ baadelaug }} laug.\n\n      Laug er der {{ baadelaug }} af i 2025.", ""},
		{"{value: \"17,000\", unit: antal, year: 2024, source: A}", "Der er {{ baadelaug }} laug.", "figure-wrong baadelaug -> 17.000"},
		{"{value: \"17.000\", unit: antal, year: 2024, source: A}", "Der er {{ baadelaug }} laug.", ""},
		{"{value: \"1,725\", unit: antal, year: 2024, source: A}", "Der er {{ baadelaug }} laug pr. havn.", ""},
	} {
		ed := edition("  - text: |\n      " + c.text + "\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  baadelaug: " + c.fact + "\n")}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.fact, c.text, got, c.want)
		}
	}
}

// TestLetterYear: the one year of a letter.
func TestLetterYear(t *testing.T) {
	for text, want := range map[string]string{
		"I 2023 blev det klart, at havnen skal udvides.":                    "year 2023 -> 2024",
		"I 2024 blev det klart, at havnen skal udvides.":                    "",
		"I 2023 blev det klart. I 2024 blev havnen udvidet.":                "",
		"Havnen er gammel. I 2023 blev det klart, at den skal udvides.":     "",
		"I 2023 blev det klart, og siden er havnen udvidet, som vi lovede.": "",
	} {
		if got := toldIn(t, edition("  - letter:\n      greeting: Kære alle\n      signatures: [lars-weiss]\n      text: |\n        "+text+"\n")); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
