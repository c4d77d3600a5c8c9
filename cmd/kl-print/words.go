package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/kl-print/kl-print/content/diag"
)

// words is what the program says, in one language.
type words struct {
	rootHelp, helpHelp, buildHelp, hyphenateHelp, explainHelp, completionHelp, manHelp manual
	sections                                                                           sections            // of a manual page
	noShell                                                                            string              // name, those there are
	global                                                                             map[string]flagText // flags of every command
	headings                                                                           headings
	noLanguage                                                                         string
	seeHelp                                                                            string
	watchOne, watchEmbedded, waiting                                                   string
	noCode, oneCode                                                                    string // code; how many
	seeExplain                                                                         string // code

	nearest                                                   string            // the word that may have been meant
	kinds                                                     map[string]string // what the values of flags may be, by their type
	noCommand, unknownCommand, unknownFlag, bareFlag, badFlag string
	tooManyArgs, noFolder, notFolder, outputFolder, emptyPath string
	toTerminal, unknownTheme, noOutputFolder, noReport        string
	renameReport                                              string // folder, file
	badEpoch                                                  string // variable, value
	noPrevious, badPrevious                                   string
	cantRead, cantWrite, unknownStandard, standardsClash      string
	draftCopies                                               string
	draftStandard                                             string // the standard asked for

	interrupted, errors1, errors, warnings1, warnings, notMade, draftMade string

	steps    map[step]string
	closed   string // file, pages, size, seconds
	embedded string // goes on from closed
	stdout   string
	comma    string
}

// wordsIn returns the words of a language.
func wordsIn(lang diag.Lang) words {
	if lang == diag.Danish {
		return danish()
	}
	return english()
}

func danish() words {
	return words{
		rootHelp: manual{
			short:   "lav en trykklar beretning (PDF) af en mappe med tekst og regnskab",
			usage:   []string{"KOMMANDO [...]", "help KOMMANDO"},
			about:   `kl-print help KOMMANDO fortæller mere om en kommando.`,
			flags:   map[string]flagText{"version": {"", "vis programmets version"}},
			closing: `Afslutningskoder: 0 gjort, 1 fejl i indholdet, 2 forkert brug, 3 maskinen svigtede.`,
		},
		helpHelp: manual{short: "fortæl mere om en kommando", usage: []string{"help KOMMANDO"}},
		global: map[string]flagText{
			"lang":       {"da|en", "sproget for beskeder (ellers efter LC_ALL, LC_MESSAGES, LANG)"},
			"log-format": {"text|json", "beskeder til mennesker eller, på standard-error, en linje JSON for hver hændelse"},
			"help":       {"", "vis denne hjælp"},
		},
		headings: headings{usage: "Brug", commands: "Kommandoer", flags: "Flag"},
		buildHelp: manual{
			short: "lav beretningen som PDF",
			usage: []string{
				"build [MAPPE] [-o FIL|-] [--theme NAVN] [--standard NAVN] [--previous NAVN] [--draft] [--print] [--timings] [--watch]",
				"build [MAPPE] --for LISTE [-o MAPPE] ...",
				"build --all [MAPPE ...] [-o MAPPE] ...",
			},
			about: `MAPPE er en udgave: report.yaml, accounts.yaml, figures.yaml, people.yaml, theme.yaml, chapters/ og
images/. Uden MAPPE bruges den mappe, man står i, hvis den er en udgave, og ellers KL's
beretning for 2024, som følger med programmet; så siger den sidste linje det.

Alle fejl i indholdet meldes på én gang som fil:linje:kolonne, også dem kl-print check finder, og så
laves der ingen PDF. Filen bliver skrevet helt eller slet ikke.`,
			flags: map[string]flagText{
				"output":   {"FIL", "PDF'ens navn (ellers beretning.pdf); - er standard-output"},
				"theme":    {"NAVN", "det tema, der bygges på: standard eller lyng (ellers udgavens)"},
				"standard": {"NAVN", "det, PDF'en skal opfylde: a-2a er PDF/A-2a og PDF/UA-1 (ellers den), a-3a det samme med udgavens filer i sig, a-4f PDF 2.0 med filerne, PDF/A-4f og PDF/UA-2, ua-2 PDF/UA-2 alene, none intet"},
				"previous": {"NAVN", "sidste års udgave eller pakke, som sammenligningstallene holdes op mod"},
				"for":      {"LISTE", "et eksemplar til hver på listen, med navn og nummer på omslaget og ved sidefoden, i mappen efter -o (ellers eksemplarer). Listen er CSV med kolonnerne nummer og navn; uden numre tælles fra 1"},
				"all":      {"", "byg hver udgave, der er under mapperne: i sin egen mappe, eller som NAVN.pdf i den efter -o. Én med fejl stopper ingen anden"},
				"shard":    {"I/N", "byg kun hver N'te udgave eller eksemplar, fra den I'te; med N alene er I én mere end JOB_COMPLETION_INDEX"},
				"draft":    {"", "lav en kladde trods fejl, som mærkes i margen; den opfylder ingen standard"},
				"watch":    {"", "byg igen, hver gang en fil i udgaven gemmes; det, der ikke er ændret, sættes ikke igen. Ctrl-C standser"},
				"print":    {"", "til trykkeriet: 3 mm til beskæring, hvis temaet ikke har sin egen bleed"},
				"timings":  {"", "fortæl hvad hvert trin tager af tid og hukommelse; de udføres da efter hinanden"},
			},
			closing: `Afslutningskoder: 0 lavet, 1 fejl i indholdet, 2 forkert brug, 3 maskinen svigtede.`,
		},
		hyphenateHelp: manual{
			short: "vis, hvor ord kan deles",
			usage: []string{"hyphenate [ORD ...] [--language SPROG]"},
			about: `Hvert ord skrives på en linje for sig med - ved hvert delested. Uden ord læses de fra
standard-input, ét på hver linje. I en udgaves mappe gælder udgavens sprog og dens egne delesteder
(hyphenation i report.yaml).`,
			flags: map[string]flagText{
				"language": {"SPROG", "da, en, nb, nn, sv eller de (ellers udgavens, ellers da)"},
			},
		},
		explainHelp: manual{
			short: "forklar koden for en fejl, på dansk og engelsk",
			usage: []string{"explain [KODE]"},
			about: `Koden står i kantede parenteser efter hver besked. Uden KODE nævnes alle koder.`,
		},
		noCode:  "der er ingen kode %q; kl-print explain nævner dem alle",
		oneCode: "der er %d koder; forventede én",
		completionHelp: manual{
			short: "skriv, hvad en skal bruger til at udfylde kommandoer",
			usage: []string{"completion bash|zsh|fish|powershell"},
			about: `Skallen udfylder så kommandoer, flag, deres værdier og filer, når man trykker Tab:
  bash:       source <(kl-print completion bash)
  zsh:        source <(kl-print completion zsh)
  fish:       kl-print completion fish | source
  PowerShell: kl-print completion powershell | Out-String | Invoke-Expression
Linjen skrives i skallens egen opstartsfil, så den gælder hver gang.`,
		},
		manHelp: manual{
			short: "skriv manualsider",
			usage: []string{"man [KOMMANDO]", "man [KOMMANDO] -o MAPPE"},
			about: `Siden for en kommando, eller for programmet, skrives til standard-output, og kan læses med
  kl-print man build | man -l -
Med -o skrives den og dem under den som filer, som kl-print-build.1.`,
			flags: map[string]flagText{"output": {"MAPPE", "mappen, siderne skrives i"}},
		},
		sections:        sections{"NAVN", "SYNOPSIS", "BESKRIVELSE", "FLAG", "KOMMANDOER", "AFSLUTNINGSKODER", "SE OGSÅ"},
		noShell:         "der er ingen udfyldning for %q; forventede en af %s",
		noLanguage:      "der er ingen orddeling for %q; forventede da, en, nb, nn, sv eller de",
		watchOne:        "--watch bygger én udgave til en fil; udelad --all, --for eller -o -",
		watchEmbedded:   "den indbyggede udgave ændrer sig ikke; stå i din egen udgaves mappe, eller giv den",
		waiting:         "Venter på ændringer; Ctrl-C standser.",
		seeHelp:         "Se kl-print --help.",
		seeExplain:      "; kl-print explain %s siger mere om den første",
		noCommand:       "der mangler en kommando; forventede en af %s",
		unknownCommand:  "ukendt kommando %q; forventede en af %s",
		unknownFlag:     "ukendt flag %s",
		bareFlag:        "flaget %s mangler en værdi",
		badFlag:         "%q kan ikke være værdi for %s; forventede %s",
		kinds:           map[string]string{"da|en": "da eller en", "int": "et helt tal", "bool": "true eller false"},
		nearest:         "; mente du %q?",
		tooManyArgs:     "der er %d mapper; forventede højst én",
		noFolder:        "mappen %q findes ikke",
		notFolder:       "%q er ikke en mappe",
		outputFolder:    "%q er en mappe; forventede et filnavn efter -o",
		emptyPath:       "filnavnet er tomt; forventede et efter -o, eller - for standard-output",
		toTerminal:      "PDF'en skrives ikke til en terminal; led den videre, eller giv et filnavn efter -o",
		noOutputFolder:  "mappen %q findes ikke; lav den, eller vælg en anden efter -o",
		noReport:        "mappen %q har ingen report.yaml; er det den rigtige mappe?",
		renameReport:    "mappen %q har ingen report.yaml, men %q; omdøb den til report.yaml",
		noPrevious:      "%q efter --previous findes ikke; forventede sidste års mappe eller pakke",
		badPrevious:     "%q efter --previous er hverken en udgave eller en pakke: %s",
		cantRead:        "%q kan ikke læses: %s",
		cantWrite:       "%q kan ikke skrives: %s",
		unknownStandard: "der er ingen standard %q; forventede en af %s",
		standardsClash:  "ingen fil kan opfylde både %s og %s: %s bygger på PDF %s og %s på PDF %s",
		draftCopies:     "en kladde har ingen personlige eksemplarer; udelad --for eller --draft",
		draftStandard:   "en kladde opfylder ingen standard; udelad --standard %s eller --draft",
		badEpoch:        "%s er %q; forventede sekunder siden 1970-01-01 UTC, et helt tal",
		unknownTheme:    "der er intet tema %q; forventede et af %s. Egne farver, skrifter og størrelser står i theme.yaml i udgavens mappe",
		interrupted:     "afbrudt; der er ikke skrevet nogen PDF",
		errors1:         "1 fejl", errors: "%d fejl", warnings1: "1 advarsel", warnings: "%d advarsler",
		notMade: "; der er ikke skrevet nogen PDF", draftMade: "; de er mærket i kladden",
		steps: map[step]string{stepRead: "Læser udgaven", stepLayout: "Sætter kapitel %d af %d",
			stepWrite: "Skriver %[2]d sider", stepCopies: "Skriver eksemplar %d af %d"},
		closed:   "%s: %d sider, %s, %s s",
		embedded: "; KL's beretning for 2024, som følger med programmet, for her er ingen report.yaml; kl-print new begynder din egen",
		stdout:   "standard-output",
		comma:    ",",
	}
}

func english() words {
	return words{
		rootHelp: manual{
			short:   "make a report ready for print (PDF) of a folder of text and accounts",
			usage:   []string{"COMMAND [...]", "help COMMAND"},
			about:   `kl-print help COMMAND tells more about a command.`,
			flags:   map[string]flagText{"version": {"", "show the program's version"}},
			closing: `Exit codes: 0 done, 1 errors in the content, 2 wrong usage, 3 the machine failed.`,
		},
		helpHelp: manual{short: "tell more about a command", usage: []string{"help COMMAND"}},
		global: map[string]flagText{
			"lang":       {"da|en", "the language of messages (else by LC_ALL, LC_MESSAGES, LANG)"},
			"log-format": {"text|json", "messages for people or, on standard error, a line of JSON for each event"},
			"help":       {"", "show this help"},
		},
		headings: headings{usage: "Usage", commands: "Commands", flags: "Flags"},
		buildHelp: manual{
			short: "make the report as a PDF",
			usage: []string{
				"build [DIR] [-o FILE|-] [--theme NAME] [--standard NAME] [--previous NAME] [--draft] [--print] [--timings] [--watch]",
				"build [DIR] --for LIST [-o DIR] ...",
				"build --all [DIR ...] [-o DIR] ...",
			},
			about: `DIR is an edition: report.yaml, accounts.yaml, figures.yaml, people.yaml, theme.yaml, chapters/ and
images/. Without DIR it is the folder you stand in, if that is an edition, else KL's report for
2024, embedded in the program; the last line says so then.

All errors in the content are told at once as file:line:column, those of kl-print check too, and no
PDF is made then. The file is written whole or not at all.`,
			flags: map[string]flagText{
				"output":   {"FILE", "the PDF's name (else beretning.pdf); - is standard output"},
				"theme":    {"NAME", "the theme to build on: standard or lyng (else the edition's)"},
				"standard": {"NAME", "what the PDF is to meet: a-2a is PDF/A-2a and PDF/UA-1 (if not said), a-3a the same with the edition's files inside, a-4f PDF 2.0 with the files, PDF/A-4f and PDF/UA-2, ua-2 PDF/UA-2 alone, none nothing"},
				"previous": {"NAME", "last year's edition or bundle, to hold the comparative figures against"},
				"for":      {"LIST", "a copy for each on the list, with name and number on the cover and at the foot of pages, in the folder after -o (else eksemplarer). The list is CSV with the columns number and name; without numbers the copies are counted from 1"},
				"all":      {"", "build every edition below the folders: in its own folder, or as NAME.pdf in the one after -o. One with errors stops no other"},
				"shard":    {"I/N", "build only every Nth edition or copy, from the Ith; with N alone I is one more than JOB_COMPLETION_INDEX"},
				"draft":    {"", "make a draft in spite of errors, marked in the margin; it meets no standard"},
				"watch":    {"", "build again whenever a file of the edition is saved; what has not changed is not set again. Ctrl-C stops it"},
				"print":    {"", "for the print shop: 3 mm of bleed, if the theme has none of its own"},
				"timings":  {"", "tell what each stage takes of time and memory; they are then done one after the other"},
			},
			closing: `Exit codes: 0 made, 1 errors in the content, 2 wrong usage, 3 the machine failed.`,
		},
		hyphenateHelp: manual{
			short: "show where words may be broken",
			usage: []string{"hyphenate [WORD ...] [--language LANGUAGE]"},
			about: `Each word is printed on a line of its own, with - at every break. Without words they are read from
standard input, one a line. In an edition's folder its language counts, and its own breaks
(hyphenation in report.yaml).`,
			flags: map[string]flagText{
				"language": {"LANGUAGE", "da, en, nb, nn, sv or de (else the edition's, else da)"},
			},
		},
		explainHelp: manual{
			short: "explain the code of a problem, in Danish and English",
			usage: []string{"explain [CODE]"},
			about: `The code stands in brackets after each message. Without CODE all are listed.`,
		},
		noCode:  "there is no code %q; kl-print explain lists them all",
		oneCode: "there are %d codes; expected one",
		completionHelp: manual{
			short: "write what a shell completes commands with",
			usage: []string{"completion bash|zsh|fish|powershell"},
			about: `The shell then completes commands, flags, their values and files at the Tab key:
  bash:       source <(kl-print completion bash)
  zsh:        source <(kl-print completion zsh)
  fish:       kl-print completion fish | source
  PowerShell: kl-print completion powershell | Out-String | Invoke-Expression
Put the line in the shell's own start-up file to have it every time.`,
		},
		manHelp: manual{
			short: "write manual pages",
			usage: []string{"man [COMMAND]", "man [COMMAND] -o DIR"},
			about: `The page of a command, or of the program, is written to standard output, and can be read with
  kl-print man build | man -l -
With -o it and those below it are written as files, such as kl-print-build.1.`,
			flags: map[string]flagText{"output": {"DIR", "the folder the pages are written in"}},
		},
		sections:        sections{"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "SEE ALSO"},
		noShell:         "there is no completion for %q; expected one of %s",
		noLanguage:      "there is no hyphenation for %q; expected da, en, nb, nn, sv or de",
		watchOne:        "--watch builds one edition into a file; leave out --all, --for or -o -",
		watchEmbedded:   "the embedded edition does not change; stand in your own edition's folder, or give it",
		waiting:         "Waiting for changes; Ctrl-C stops.",
		seeHelp:         "See kl-print --help.",
		seeExplain:      "; kl-print explain %s tells more of the first",
		noCommand:       "there is no command; expected one of %s",
		unknownCommand:  "unknown command %q; expected one of %s",
		unknownFlag:     "unknown flag %s",
		bareFlag:        "the flag %s lacks a value",
		badFlag:         "%q can't be the value of %s; expected %s",
		kinds:           map[string]string{"da|en": "da or en", "int": "a whole number", "bool": "true or false"},
		nearest:         "; did you mean %q?",
		tooManyArgs:     "there are %d folders; expected one at most",
		noFolder:        "there is no folder %q",
		notFolder:       "%q is not a folder",
		outputFolder:    "%q is a folder; expected a file name after -o",
		emptyPath:       "the file name is empty; expected one after -o, or - for standard output",
		toTerminal:      "the PDF is not written to a terminal; pipe it, or give a file name after -o",
		noOutputFolder:  "the folder %q does not exist; make it, or choose another after -o",
		noReport:        "the folder %q has no report.yaml; is it the right one?",
		renameReport:    "the folder %q has no report.yaml, but %q; rename it to report.yaml",
		noPrevious:      "%q after --previous does not exist; expected last year's folder or bundle",
		badPrevious:     "%q after --previous is neither an edition nor a bundle: %s",
		cantRead:        "%q can't be read: %s",
		cantWrite:       "%q can't be written: %s",
		unknownStandard: "there is no standard %q; expected one of %s",
		standardsClash:  "no file can meet both %s and %s: %s is built on PDF %s and %s on PDF %s",
		draftCopies:     "a draft has no personal copies; leave out --for or --draft",
		draftStandard:   "a draft meets no standard; leave out --standard %s or --draft",
		badEpoch:        "%s is %q; expected seconds since 1970-01-01 UTC, a whole number",
		unknownTheme:    "there is no theme %q; expected one of %s. Own colours, faces and sizes go in theme.yaml in the edition's folder",
		interrupted:     "interrupted; no PDF was written",
		errors1:         "1 error", errors: "%d errors", warnings1: "1 warning", warnings: "%d warnings",
		notMade: "; no PDF was written", draftMade: "; they are marked in the draft",
		steps: map[step]string{stepRead: "Reading the edition", stepLayout: "Setting chapter %d of %d",
			stepWrite: "Writing %[2]d pages", stepCopies: "Writing copy %d of %d"},
		closed:   "%s: %d pages, %s, %s s",
		embedded: "; KL's report for 2024, embedded in the program, for there is no report.yaml here; kl-print new begins your own",
		stdout:   "standard output",
		comma:    ".",
	}
}

// counts tells how many errors and warnings there were.
func (w words) counts(errors, warnings int, made bool) string {
	var parts []string
	for _, c := range []struct {
		n         int
		one, more string
	}{{errors, w.errors1, w.errors}, {warnings, w.warnings1, w.warnings}} {
		switch {
		case c.n == 1:
			parts = append(parts, c.one)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf(c.more, c.n))
		}
	}
	text := strings.Join(parts, ", ")
	switch {
	case errors > 0 && made:
		text += w.draftMade
	case errors > 0:
		text += w.notMade
	}
	return text
}

// closing is the line a build ends with.
func (w words) closing(file string, pages int, size int64, took time.Duration) string {
	tenths := (took + 50*time.Millisecond) / (100 * time.Millisecond)
	return fmt.Sprintf(w.closed, file, pages, w.size(size), w.tenths(int64(tenths)))
}

// size writes a number of bytes in kB or MB.
func (w words) size(n int64) string {
	const kB, MB = 1000, 1000 * 1000
	if n < MB {
		return fmt.Sprintf("%d kB", (n+kB-1)/kB)
	}
	return w.tenths((n+MB/20)/(MB/10)) + " MB"
}

// tenths writes a number of tenths with one decimal.
func (w words) tenths(n int64) string { return fmt.Sprintf("%d%s%d", n/10, w.comma, n%10) }
