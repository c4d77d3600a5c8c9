package main

import "github.com/kl-print/kl-print/content/diag"

// importWords is what kl-print import says, in one language.
type importWords struct {
	help                               manual
	oneFile, suggestOrWrite            string
	noFile, embedded, mapFirst         string
	title                              string // file, sheet, accounts.yaml
	head                               []string
	counts                             string // changed, unchanged
	unmatched                          string // how many, their ids
	notWritten                         string // errors
	preview, guessed, nothing, written string
}

// importWordsIn returns the words of a language.
func importWordsIn(lang diag.Lang) importWords {
	if lang == diag.Danish {
		return danishImport()
	}
	return englishImport()
}

func danishImport() importWords {
	return importWords{
		help: manual{
			short: "hent årets beløb fra et regneark",
			usage: []string{"import accounts FIL [MAPPE] [--mapping FIL] [--suggest | --write]"},
			about: `FIL er et regneark (.xlsx) eller en tekstfil med semikolon, komma eller tabulator. Det vises, hvad
der ændres: linje, år, gammelt og nyt beløb, forskel og celle. Intet skrives uden --write, og heller
ikke da, hvis noget ikke kan læses, eller en sum ikke passer. I accounts.yaml ændres kun beløbene;
kommentarer og opstilling bliver stående.

Hvilke celler der hører til hvilken linje, står i en tilordning, import.yaml i udgavens mappe. Uden
en sammenlignes linjernes tekster med arkets, og --suggest skriver en:
  kl-print import accounts saldo.xlsx --suggest > import.yaml`,
			flags: map[string]flagText{
				"mapping": {"FIL", "en anden tilordning end udgavens import.yaml"},
				"suggest": {"", "skriv et forslag til tilordning"},
				"write":   {"", "skriv beløbene i accounts.yaml"},
			},
			closing: `Afslutningskoder: 0 vist eller skrevet, 1 fejl i arket eller regnskabet, 2 forkert brug, 3 maskinen
svigtede.`,
		},
		oneFile:        "der er %d navne; forventede en fil og højst en mappe",
		suggestOrWrite: "vælg enten --suggest eller --write",
		noFile:         "filen %q findes ikke",
		embedded:       "udgaven er den, der følger med programmet; stå i din egen udgaves mappe, eller giv den efter filen",
		mapFirst:       "der er ingen tilordning; skriv en med --suggest, se den efter, og gem den som %s i udgavens mappe",
		title:          "%s, arket %s → %s",
		head:           []string{"linje", "år", "før", "nu", "forskel", "fra"},
		counts:         "beløb, der ændres: %d, uændrede: %d",
		unmatched:      "linjer, der ikke er i arket: %d (%s)",
		notWritten:     "fejl: %d; der er ikke skrevet noget",
		preview:        "intet er skrevet; --write skriver det i %s",
		guessed:        "intet er skrevet; linjerne er fundet på teksten alene: gem --suggest som %s, og se den efter",
		nothing:        "intet at ændre",
		written:        "%s er skrevet",
	}
}

func englishImport() importWords {
	return importWords{
		help: manual{
			short: "get the year's amounts from a sheet",
			usage: []string{"import accounts FILE [DIR] [--mapping FILE] [--suggest | --write]"},
			about: `FILE is a workbook (.xlsx), or text with semicolons, commas or tabs. What changes is shown: line,
year, old and new amount, difference and cell. Nothing is written without --write, nor with it where
something can't be read or a sum does not hold. In accounts.yaml only the amounts change; comments
and layout stay.

Which cells belong to which line is said in a mapping, import.yaml in the edition's folder. Without
one the lines' labels are compared with the sheet's, and --suggest writes one:
  kl-print import accounts saldo.xlsx --suggest > import.yaml`,
			flags: map[string]flagText{
				"mapping": {"FILE", "another mapping than the edition's import.yaml"},
				"suggest": {"", "write a mapping to begin with"},
				"write":   {"", "write the amounts into accounts.yaml"},
			},
			closing: `Exit codes: 0 shown or written, 1 errors in the sheet or the accounts, 2 wrong usage, 3 the machine
failed.`,
		},
		oneFile:        "there are %d names; expected a file and one folder at most",
		suggestOrWrite: "choose one of --suggest and --write",
		noFile:         "there is no file %q",
		embedded:       "the edition is the embedded one; stand in the folder of your own, or give it after the file",
		mapFirst:       "there is no mapping; write one with --suggest, look it over, and save it as %s in the edition's folder",
		title:          "%s, sheet %s → %s",
		head:           []string{"line", "year", "before", "now", "difference", "from"},
		counts:         "amounts that change: %d, unchanged: %d",
		unmatched:      "lines that are not in the sheet: %d (%s)",
		notWritten:     "errors: %d; nothing was written",
		preview:        "nothing was written; --write puts it into %s",
		guessed:        "nothing was written; lines were found by their labels alone: save --suggest as %s and look it over",
		nothing:        "nothing to change",
		written:        "%s was written",
	}
}
