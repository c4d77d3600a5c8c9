package main

import "github.com/kl-print/kl-print/content/diag"

// schemaWords is what kl-print schema says, in one language.
type schemaWords struct {
	help      manual
	oneWay    string
	noSchema  string // name, names
	noEdition string // folder, file
	done      string // folder, files changed, files
}

// schemaWordsIn returns the words of a language.
func schemaWordsIn(lang diag.Lang) schemaWords {
	if lang == diag.Danish {
		return danishSchema()
	}
	return englishSchema()
}

func danishSchema() schemaWords {
	return schemaWords{
		help: manual{
			short: "skriv JSON Schema, så editoren foreslår og forklarer nøglerne",
			usage: []string{"schema [NAVN]", "schema -o MAPPE", "schema --edition MAPPE"},
			about: `Med NAVN skrives ét skema til standard-output; uden noget nævnes de, der er. Skemaerne er JSON Schema
2020-12 og laves af den beskrivelse, som build selv læser efter: hvad et skema afviser, afviser build
også. VS Code (med udvidelsen YAML) og JetBrains' editorer finder dem ved de to linjer øverst i hver
fil. Udgaver, som new og import laver, har dem; --edition giver dem til en udgave, der er der
allerede, og kan køres igen efter en ny version af programmet. Intet andet i filerne ændres.`,
			flags: map[string]flagText{
				"output":  {"MAPPE", "skriv alle skemaer i mappen"},
				"edition": {"MAPPE", "skriv dem i udgavens mappe .schema, og lad hver fil nævne sit"},
			},
			closing: `Afslutningskoder: 0 gjort, 2 forkert brug, 3 maskinen svigtede.`,
		},
		oneWay:    "forventede ét NAVN, eller -o MAPPE, eller --edition MAPPE",
		noSchema:  "der er intet skema %q; forventede et af %s",
		noEdition: "%q er ingen udgave; forventede en mappe med %s",
		done:      "%s har skemaerne; %d af %d filer nævner nu deres\n",
	}
}

func englishSchema() schemaWords {
	return schemaWords{
		help: manual{
			short: "write JSON Schema, for editors to suggest and explain the keys",
			usage: []string{"schema [NAME]", "schema -o DIR", "schema --edition DIR"},
			about: `With NAME one schema is written to standard output; without anything those there are are named. The
schemas are JSON Schema 2020-12, made from the description build itself reads by: what a schema
refuses build refuses too. VS Code (with the YAML extension) and JetBrains' editors find them by the
two lines at the head of each file. Editions that new and import make have them; --edition gives them
to one that is there already, and can be run again after a new version of the program. Nothing else
in the files is changed.`,
			flags: map[string]flagText{
				"output":  {"DIR", "write all schemas to the folder"},
				"edition": {"DIR", "write them to the edition's folder .schema, and have each file name its own"},
			},
			closing: `Exit codes: 0 done, 2 wrong usage, 3 the machine failed.`,
		},
		oneWay:    "expected one NAME, or -o DIR, or --edition DIR",
		noSchema:  "there is no schema %q; expected one of %s",
		noEdition: "%q is no edition; expected a folder with %s",
		done:      "%s has the schemas; %d of %d files now name theirs\n",
	}
}
