package main

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/manuscript"
)

// manuscriptWords is what kl-print import says of a manuscript, in one language.
type manuscriptWords struct {
	lang diag.Lang
	help manual

	noFile, there, empty, otherKind, sheet, oneName string
	tooLarge                                        string // file, MB
	noPandoc                                        string
	pandocFailed                                    string // file, what it said
	made                                            string // folder, title, year
	counts                                          string
	left                                            string // out, look, file
	found                                           string // errors, warnings, notes, folder
	asWritten, waiversHead                          string
	waived                                          string // errors, file
	builds                                          string // pages, folder
	unbuilt                                         string
	line                                            string // number, what
	listHead, lookHead, outHead                     string
}

// at writes an entry of the list, with its line.
func (w manuscriptWords) at(l manuscript.Left) string {
	if l.Line == 0 {
		return l.In(w.lang)
	}
	return fmt.Sprintf(w.line, l.Line, l.In(w.lang))
}

// manuscriptWordsIn returns the words of a language.
func manuscriptWordsIn(lang diag.Lang) manuscriptWords {
	if lang == diag.Danish {
		return manuscriptWords{
			lang: lang,
			help: manual{
				short: "lav en udgave af et manuskript",
				usage: []string{
					"import FIL [-o MAPPE]",
					"import accounts FIL [MAPPE]",
				},
				about: `FIL er Markdown (.md), ren tekst (.txt) eller et dokument fra Word (.docx; det læses af pandoc, som
skal være installeret). Overskrifter bliver kapitler og afsnit, tabeller tabeller, regnskabets
opgørelser accounts.yaml, lister af personer people.yaml; billeder hentes fra manuskriptets mappe.
Intet ord går tabt: det, der ikke kan placeres, bliver stående som tekst, og det, der udelades, står
linje for linje i import.txt i den nye mappe.`,
				flags: map[string]flagText{
					"output": {"MAPPE", "den nye mappe, der ikke må have noget i sig (ellers filens navn)"},
				},
				closing: `Afslutningskoder: 0 lavet, 1 manuskriptet kan ikke læses, 2 forkert brug, 3 maskinen svigtede.`,
			},
			noFile:       "filen %q findes ikke",
			there:        "%q er der noget i; forventede en mappe, der er ny eller tom, efter -o",
			empty:        "%s: der er ingen ord i manuskriptet",
			otherKind:    "%s er hverken tekst, Markdown eller .docx; gem manuskriptet som en af dem",
			sheet:        "%q er et regneark; beløb hentes med kl-print import accounts %s",
			oneName:      "der er %d navne; forventede ét manuskript",
			tooLarge:     "%s er større end %d MB; forventede et manuskript uden billeder i",
			noPandoc:     "%s er fra Word, og pandoc, som læser den slags, er ikke installeret; installér pandoc (pandoc.org), eller gem manuskriptet som Markdown eller ren tekst",
			pandocFailed: "%s kan ikke læses af pandoc: %s",
			made:         "%s: %s, %d",
			counts:       "kapitler %d, afsnit %d, ord %d; tabeller %d; opgørelser %d med %d linjer; personer %d i %d grupper; billeder %d; noter %d; fakta %d, bokse %d",
			left:         "udeladt: %d linjer; at se på: %d; alle står i %s",
			asWritten:    "står sådan i manuskriptet; se efter, ret det, og slet linjen",
			waiversHead:  "Det, tjekket holder for forkert i manuskriptet: det er ikke set efter endnu.",
			waived:       "%d fejl i manuskriptet er undtaget, til nogen har set på dem; de står i %s",
			found:        "tjekket: %d fejl, %d advarsler, %d oplysninger; kl-print check %s viser dem",
			builds:       "udgaven kan bygges, %d sider: kl-print build %s",
			unbuilt:      "udgaven kan ikke bygges endnu; kl-print build %s viser, hvad der mangler",
			line:         "linje %d: %s",
			listHead:     "Importeret fra %s. Numrene er manuskriptets linjer.",
			lookHead:     "At se på:",
			outHead:      "Udeladt af udgaven:",
		}
	}
	return manuscriptWords{
		lang: lang,
		help: manual{
			short: "make an edition of a manuscript",
			usage: []string{
				"import FILE [-o DIR]",
				"import accounts FILE [DIR]",
			},
			about: `FILE is Markdown (.md), plain text (.txt) or a document of Word's (.docx; pandoc, which has to be
installed, reads it). Headings become chapters and sections, tables tables, statements of account
accounts.yaml, lists of people people.yaml; pictures are got from the manuscript's folder. No word
is lost: what can't be placed stays as text, and what is left out is listed line by line in
import.txt in the new folder.`,
			flags: map[string]flagText{
				"output": {"DIR", "the new folder, with nothing in it (else the file's name)"},
			},
			closing: `Exit codes: 0 made, 1 the manuscript can't be read, 2 wrong usage, 3 the machine failed.`,
		},
		noFile:       "there is no file %q",
		there:        "there is something in %q; expected a folder that is new or empty after -o",
		empty:        "%s: there are no words in the manuscript",
		otherKind:    "%s is neither text, Markdown nor .docx; save the manuscript as one of them",
		sheet:        "%q is a sheet; amounts are imported with kl-print import accounts %s",
		oneName:      "there are %d names; expected one manuscript",
		tooLarge:     "%s is larger than %d MB; expected a manuscript without pictures in it",
		noPandoc:     "%s is Word's, and pandoc, which reads such files, is not installed; install pandoc (pandoc.org), or save the manuscript as Markdown or plain text",
		pandocFailed: "%s can't be read by pandoc: %s",
		made:         "%s: %s, %d",
		counts:       "chapters %d, sections %d, words %d; tables %d; statements %d with %d lines; people %d in %d groups; images %d; notes %d; facts %d, boxes %d",
		left:         "left out: %d lines; to look at: %d; all are in %s",
		asWritten:    "stands so in the manuscript; look, mend it, and delete the line",
		waiversHead:  "What check takes for wrong in the manuscript: nobody has looked at it yet.",
		waived:       "%d errors in the manuscript are waived until somebody has looked at them; they are in %s",
		found:        "checked: %d errors, %d warnings, %d notes; kl-print check %s shows them",
		builds:       "the edition can be built, %d pages: kl-print build %s",
		unbuilt:      "the edition can't be built yet; kl-print build %s shows what is missing",
		line:         "line %d: %s",
		listHead:     "Imported from %s. The numbers are the manuscript's lines.",
		lookHead:     "To look at:",
		outHead:      "Left out of the edition:",
	}
}
