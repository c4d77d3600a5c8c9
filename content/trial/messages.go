package trial

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/sheet"
)

// say makes a message with the same arguments in both languages.
func say(code, da, en string, args ...any) diag.Message {
	return diag.Message{Code: code, Danish: fmt.Sprintf(da, args...), English: fmt.Sprintf(en, args...)}
}

// badCell tells what is wrong with a cell, which is named by its place.
func badCell(text string, f *sheet.Fault) diag.Message {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	da, en := f.Text()
	if text == "" {
		return diag.Message{Code: "import-cell", Danish: da, English: en}
	}
	return diag.Message{Code: "import-cell", Danish: fmt.Sprintf("%q: %s", text, da), English: fmt.Sprintf("%q: %s", text, en)}
}

// eitherWay tells of a cell that may be read in two ways, and how many more there
// are. The mapping's file is empty where it comes of the sheet itself.
func eitherWay(text string, more int, file string) diag.Message {
	m := badCell(text, &sheet.Fault{Problem: sheet.Ambiguous})
	if file != "" {
		m.Danish, m.English = m.Danish+", "+file, m.English+", "+file
	}
	if more > 0 {
		m.Danish += fmt.Sprintf("; det gælder %d celler til", more)
		m.English += fmt.Sprintf("; so may %d more", more)
	}
	return m
}

func unknownYear(year int, years []int) diag.Message {
	return say("import-year", "accounts.yaml har ikke året %d; forventede et af %s", "accounts.yaml does not have the year %d; expected one of %s",
		year, strings.Trim(strings.ReplaceAll(fmt.Sprint(years), " ", ", "), "[]"))
}

func unknownLine(id string) diag.Message {
	return say("import-line", "accounts.yaml har ingen linje %q; ret den, eller skriv after: og label:, så den indsættes",
		"accounts.yaml has no line %q; mend it, or write after: and label: to have it inserted", id)
}

func labelRows(label string, rows int, name string) diag.Message {
	if rows == 0 {
		return say("import-label", "arket %s har ingen række med teksten %q; forventede én, eller skriv row: med rækkens nummer",
			"the sheet %s has no row labelled %q; expected one, or write row: with its number", name, label)
	}
	return say("import-label", "arket %s har %d rækker med teksten %q; skriv row: med den rigtige rækkes nummer",
		"the sheet %s has %d rows labelled %q; write row: with the right one's number", name, rows, label)
}

func noRow(row int, name string, rows int) diag.Message {
	return say("import-row", "der er ingen række %d; arket %s har %d", "there is no row %d; the sheet %s has %d", row, name, rows)
}

func noAccounts(span Range, line, name string) diag.Message {
	return say("import-no-account", "arket %[3]s har ingen konto i %[1]s; %[2]q får intet derfra", "the sheet %[3]s has no account in %[1]s; %[2]q gets nothing from there", span, line, name)
}

// String writes a range as the mapping does.
func (r Range) String() string {
	if r.First == r.Last {
		return fmt.Sprint(r.First)
	}
	return fmt.Sprintf("%d-%d", r.First, r.Last)
}

func tooLarge(line string, year int) diag.Message {
	return say("import-too-large", "%q for %d er for stort et beløb", "%q for %d is too large an amount", line, year)
}

func usedTwice(number uint64, lines int) diag.Message {
	return say("import-twice", "konto %d går ind i %d linjer; forventede én", "account %d goes into %d lines; expected one", number, lines)
}

func notUsed(number uint64, label string) diag.Message {
	return say("import-unused", "konto %d (%s) går ikke ind i nogen linje; føj den til en, eller skriv den under ignored",
		"account %d (%s) goes into no line; add it to one, or write it under ignored", number, label)
}
