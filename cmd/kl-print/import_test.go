package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// ownEdition puts the embedded edition into a folder and stands in it, without what
// explains a line's change, so that a figure can be changed alone.
func ownEdition(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "udgave")
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	lines, _, _ := strings.Cut(read(t, "accounts.yaml"), "\nchanges:\n")
	if err := os.WriteFile("accounts.yaml", []byte(lines+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// finished writes the embedded accounts as a finished statement in a workbook;
// change says what a line's figures of both years become.
func finished(t *testing.T, path string, change func(label string, now, then float64) (any, any)) {
	t.Helper()
	book, problems := source.Accounts(edition2024.Files())
	if problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	f := excelize.NewFile()
	set := func(cell string, v any) {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	set("B3", "kr.")
	set("C3", 2024)
	set("D3", 2023)
	row := 4
	for _, s := range book.Statements {
		for _, l := range s.Lines {
			row++
			at := func(column string) string {
				name, _ := excelize.JoinCellName(column, row)
				return name
			}
			set(at("B"), strings.ToUpper(l.Label))
			if l.ID == "" {
				continue
			}
			now, then := change(l.Label, float64(l.Cells[0].Amount)/100, float64(l.Cells[1].Amount)/100)
			set(at("C"), now)
			set(at("D"), then)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// same is a statement as it was.
func unchanged(_ string, now, then float64) (any, any) { return now, then }

// TestImportBySuggestion suggests a mapping for a finished statement, looks at
// what changes, and writes it.
func TestImportBySuggestion(t *testing.T) {
	dir := ownEdition(t)
	finished(t, "regnskab.xlsx", func(label string, now, then float64) (any, any) {
		switch label {
		case "Kontingentindtægter", "Konsulent":
			return "251.671.893", then
		case "Indtægter i alt", "Resultat før finansielle poster", "Resultat før skat", "Årets resultat", "Overført resultat", "I alt":
			return now + 1, then
		}
		return now, then
	})
	before := read(t, "accounts.yaml")
	w := newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx", "--write", "--lang", "en"); code != exitUsage || !strings.Contains(w.err.String(), "save it as import.yaml") {
		t.Fatalf("without a mapping it writes: %d %s", code, w.err.String())
	}
	w = newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx", "--suggest"); code != exitMade || !strings.Contains(w.out.String(), "  skat: {label: \"SKAT AF ÅRETS RESULTAT\"}\n") {
		t.Fatalf("%d %s\n%s", code, w.err.String(), w.out.String())
	}
	if err := os.WriteFile("import.yaml", w.out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	w = newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx"); code != exitMade || read(t, "accounts.yaml") != before {
		t.Fatalf("a preview is %d: %s", code, w.err.String())
	}
	for _, want := range []string{"regnskab.xlsx, sheet Sheet1 → accounts.yaml\n", "amounts that change: 7, unchanged: 83\n", "nothing was written; --write puts it into accounts.yaml\n"} {
		if !strings.Contains(w.out.String(), want) {
			t.Errorf("no %q in\n%s", want, w.out.String())
		}
	}
	if row := lineWith(w.out.String(), "Kontingentindtægter"); strings.Join(strings.Fields(row), " ") != "Kontingentindtægter 2024 251.671.892 251.671.893 1 Sheet1!C5" {
		t.Errorf("%q", row)
	}
	w = newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx", dir, "--write"); code != exitMade {
		t.Fatalf("%d: %s", code, w.err.String())
	}
	after := read(t, "accounts.yaml")
	var differ []string
	old := strings.Split(before, "\n")
	for i, line := range strings.Split(after, "\n") {
		if line != old[i] {
			differ = append(differ, line)
		}
	}
	if len(differ) != 7 || !strings.Contains(differ[0], `{id: kontingentindtaegter, label: Kontingentindtægter, amounts: ["251.671.893", "240.280.687"]}`) {
		t.Errorf("lines that differ: %q", differ)
	}
	w = newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx", "--write", "--lang", "da"); code != exitMade || !strings.Contains(w.out.String(), "intet at ændre") {
		t.Errorf("the second time: %d %s", code, w.out.String())
	}
	if names(t, dir) != "accounts.yaml chapters figures.yaml import.yaml people.yaml regnskab.xlsx report.yaml" {
		t.Errorf("the folder has %s", names(t, dir))
	}
}

// lineWith is the line of a text that begins with a word.
func lineWith(text, begin string) string {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, begin) {
			return line
		}
	}
	return ""
}

// TestImportRefuses writes nothing where a cell can't be read or a sum does not
// hold, and names each.
func TestImportRefuses(t *testing.T) {
	ownEdition(t)
	before := read(t, "accounts.yaml")
	finished(t, "regnskab.xlsx", func(label string, now, then float64) (any, any) {
		switch label {
		case "Kontingentindtægter":
			return "ca. 250 mio.", true
		case "Sekretariatsbidrag og driftsaftaler":
			return nil, then
		case "Egenkapital":
			return now + 5, then
		}
		return now, then
	})
	w := newWorld()
	w.run("import", "accounts", "regnskab.xlsx", "--suggest")
	if err := os.WriteFile("import.yaml", w.out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	w = newWorld()
	if code := w.run("import", "accounts", "regnskab.xlsx", "--write", "--lang", "en"); code != exitContent || read(t, "accounts.yaml") != before {
		t.Errorf("it is written, %d", code)
	}
	for _, want := range []string{
		`regnskab.xlsx: Sheet1!C5: error: "ca. 250 mio.": the character c does not belong in an amount`,
		"regnskab.xlsx: Sheet1!D5: error: \"TRUE\": the cell is true or false; expected an amount",
		"regnskab.xlsx: Sheet1!C7: error: the cell is empty; expected an amount, or - for nil",
		`error: "Passiver i alt" for 2024 is stated as 1.310.956.181`,
		"errors: 4; nothing was written",
	} {
		if !strings.Contains(w.err.String(), want) {
			t.Errorf("no %q in\n%s", want, w.err.String())
		}
	}
}

// TestImportOfATrialBalance computes the sums and inserts a line.
func TestImportOfATrialBalance(t *testing.T) {
	files := readmeEdition(t)
	files["saldo.csv"] = "konto;tekst;2024\n1000;Kontingent;-251.671.892,20\n1010;Kurser;(188.902.543,20)\n1020;Gebyrer;-1.000,00\n2000;Løn;5\n"
	files["import.yaml"] = `unit: kr
whole: true
sign: turned
columns: {account: A, label: B, 2024: C}
lines:
  kontingent: {accounts: 1000}
  kurser: {accounts: [1010-1019]}
  gebyrer: {accounts: 1020-1099, new: {after: kurser, label: Gebyrer, into: indtaegter}}
  overfoert: {accounts: [1000-1099]}
`
	inFolder(t, files)
	w := newWorld()
	code := w.run("import", "accounts", "saldo.csv", "--write", "--lang", "en")
	text := read(t, "accounts.yaml")
	for _, want := range []string{
		`{id: gebyrer, label: "Gebyrer", amounts: ["1.000", null]}`, "sum: [kontingent, kurser, gebyrer]      # \"-id\" subtracts",
		`amounts: ["440.575.435", "444.994.146"]`, "# or total; plain when it is not said",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("exit %d: no %q in\n%s%s", code, want, text, w.err.String())
		}
	}
	if !strings.Contains(w.err.String(), "saldo.csv: saldo!A5: warning: account 2000 (Løn) goes into no line") || !strings.Contains(w.out.String(), "Σ") {
		t.Errorf("%s%s", w.err.String(), w.out.String())
	}
}

// TestImportOfEitherWay asks once for what one word settles, and suggests that word
// where it is likely.
func TestImportOfEitherWay(t *testing.T) {
	const mapping = "columns: {label: A, 2024: B}\nlines:\n  kontingentindtaegter: {row: 2}\n  personaleomkostninger: {row: 3}\n"
	ownEdition(t)
	save := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for head, want := range map[string]string{
		"Tekst":    "\ndecimals: comma  # \"187.000\" may be read in two ways",
		"Mio. kr.": "\n# decimals: comma  # \"187.000\" may be read in two ways",
	} {
		save("saldo.csv", head+";2024\nKontingentindtægter;187.000\nPersonaleomkostninger;95.000\n")
		w := newWorld()
		if code := w.run("import", "accounts", "saldo.csv", "--suggest", "--lang", "en"); code != exitMade || !strings.Contains(w.out.String(), want) {
			t.Errorf("%s: exit %d\n%s%s", head, code, w.out.String(), w.err.String())
		}
	}
	save("import.yaml", mapping)
	w := newWorld()
	code := w.run("import", "accounts", "saldo.csv", "--lang", "en")
	if n := strings.Count(w.err.String(), "may be thousands"); code != exitContent || n != 1 || !strings.Contains(w.err.String(), "in the mapping, import.yaml; so may 1 more [import-cell]") {
		t.Errorf("exit %d, told %d times: %s", code, n, w.err.String())
	}
}

func TestImportUsage(t *testing.T) {
	inFolder(t, map[string]string{"a.csv": "x;1\n", "old.xls": "\xd0\xcf\x11\xe0", "bad.yaml": "columns: 5\n", "e/report.yaml": "title: T\n"})
	for args, want := range map[string]struct {
		code int
		err  string
	}{
		"import":                                    {exitUsage, "expected one manuscript"},
		"import people x":                           {exitUsage, "expected one manuscript"},
		"import accounts":                           {exitUsage, "there are 0 names"},
		"import accounts a b c":                     {exitUsage, "there are 3 names"},
		"import accounts none.csv":                  {exitUsage, `there is no file "none.csv"`},
		"import accounts a.csv nowhere":             {exitUsage, `there is no folder "nowhere"`},
		"import accounts a.csv e":                   {exitContent, "accounts.yaml"},
		"import accounts a.csv --write":             {exitUsage, "the edition is the embedded one"},
		"import accounts a.csv --write --suggest":   {exitUsage, "choose one of"},
		"import accounts a.csv --mapping none.yaml": {exitUsage, `there is no file "none.yaml"`},
		"import accounts a.csv --mapping bad.yaml":  {exitContent, "bad.yaml:1:10: error"},
		"import accounts old.xls":                   {exitContent, "old.xls: an old workbook"},
		"import accounts a.csv":                     {exitMade, ""},
		"import --help":                             {exitMade, ""},
		"help import":                               {exitMade, ""},
		"import accounts a.csv --wrote":             {exitUsage, "unknown flag --wrote"},
	} {
		w := newWorld()
		if code := w.run(append(strings.Fields(args), "--lang", "en")...); code != want.code || !strings.Contains(w.err.String(), want.err) {
			t.Errorf("%s: exit %d: %s", args, code, w.err.String())
		}
	}
}

// TestImportWithoutAMapping finds every line of a finished statement by its
// label, in either language.
func TestImportWithoutAMapping(t *testing.T) {
	ownEdition(t)
	finished(t, "regnskab.xlsx", unchanged)
	for lang, want := range map[string]string{"en": "amounts that change: 0, unchanged: 90\nnothing to change\n", "da": "beløb, der ændres: 0, uændrede: 90\nintet at ændre\n"} {
		w := newWorld()
		if code := w.run("import", "accounts", "regnskab.xlsx", "--lang", lang); code != exitMade || w.err.Len() > 0 || !strings.HasSuffix(w.out.String(), want) {
			t.Errorf("exit %d\n%s%s", code, w.err.String(), w.out.String())
		}
	}
}
