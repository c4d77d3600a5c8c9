package main

import "github.com/kl-print/kl-print/content/diag"

// checkWords is what kl-print check says, in one language.
type checkWords struct {
	help            manual
	oneForm         string
	watchText       string
	reading, waived string
	should, mend    string
	counts          string // errors, warnings, notes, waived
	left            string // things to do, of how many
	levels          []string
	unspelt         string // why words were not looked up
	embedded        string
}

// checkWordsIn returns the words of a language.
func checkWordsIn(lang diag.Lang) checkWords {
	if lang == diag.Danish {
		return danishCheck()
	}
	return englishCheck()
}

func danishCheck() checkWords {
	return checkWords{
		help: manual{
			short: "hold teksten op mod regnskabet og navnelisten",
			usage: []string{
				"check [MAPPE] [--json | --sarif] [--dictionary STI] [--previous NAVN] [--online] [--watch]",
				"check --explain KODE",
			},
			about: `Hvert fund står som fil:linje:kolonne med stedet i teksten, hvad der er galt, hvad der skulle stå,
og hvordan det rettes. Uden MAPPE gælder det samme som for build. Et fund, der skal blive stående,
undtages i waivers.yaml:
  waivers:
    - {code: year, file: chapters/eu.yaml, text: "2012", reason: formandskabet}
eller hvor det står: {{ = 2012 | formandskabet | um.dk }}`,
			flags: map[string]flagText{
				"json":       {"", "skriv fundene som JSON"},
				"sarif":      {"", "skriv fundene som SARIF 2.1.0"},
				"explain":    {"KODE", "forklar en kode"},
				"dictionary": {"STI", "ordbog til Hunspell: .aff og .dic, eller et navn som da_DK (ellers den for udgavens sprog, hvor Hunspell og den er installeret)"},
				"watch":      {"", "efterse igen, hver gang en fil i udgaven gemmes; Ctrl-C standser"},
				"online":     {"", "spørg efter hvert links adresse; ellers bruges nettet ikke"},
				"previous":   {"NAVN", "sidste års udgave eller pakke, som for build"},
			},
			closing: `Afslutningskoder: 0 ingen fejl, 1 fejl i indholdet, 2 forkert brug, 3 maskinen svigtede.`,
		},
		watchText: "--json og --sarif er til én gang; forventede --log-format json sammen med --watch",
		oneForm:   "vælg enten --json eller --sarif",
		reading:   "Om filerne", waived: "Undtaget",
		should: "skulle være", mend: "sådan gør du",
		counts: "fejl: %d, advarsler: %d, noter: %d, undtaget: %d",
		left:   "den nye udgave: %d af %d ting mangler",
		levels: []string{"fejl", "advarsel", "note"}, unspelt: "Stavning er ikke efterset: %s.",
		embedded: "Efterset er KL's beretning for 2024, som følger med programmet, for her er ingen udgave.",
	}
}

func englishCheck() checkWords {
	return checkWords{
		help: manual{
			short: "hold the text against the accounts and the roster",
			usage: []string{
				"check [DIR] [--json | --sarif] [--dictionary PATH] [--previous NAME] [--online] [--watch]",
				"check --explain CODE",
			},
			about: `Every finding is told as file:line:column with its place in the text, what is wrong, what it should
be and how to mend it. Without DIR it is as for build. A finding that is to stand is waived in
waivers.yaml:
  waivers:
    - {code: year, file: chapters/eu.yaml, text: "2012", reason: the presidency}
or where it stands: {{ = 2012 | the presidency | um.dk }}`,
			flags: map[string]flagText{
				"json":       {"", "write the findings as JSON"},
				"sarif":      {"", "write the findings as SARIF 2.1.0"},
				"explain":    {"CODE", "explain a code"},
				"dictionary": {"PATH", "a dictionary for Hunspell: .aff and .dic, or a name such as da_DK (else that of the edition's language, where both are installed)"},
				"watch":      {"", "check again whenever a file of the edition is saved; Ctrl-C stops it"},
				"online":     {"", "ask for every link's address; else the network is not used"},
				"previous":   {"NAME", "last year's edition or bundle, as for build"},
			},
			closing: `Exit codes: 0 no errors, 1 errors in the content, 2 wrong usage, 3 the machine failed.`,
		},
		watchText: "--json and --sarif are for once; expected --log-format json with --watch",
		oneForm:   "choose one of --json and --sarif",
		reading:   "About the files", waived: "Waived",
		should: "should be", mend: "to mend it",
		counts: "errors: %d, warnings: %d, notes: %d, waived: %d",
		left:   "the new edition: %d of %d things are left to do",
		levels: []string{"error", "warning", "note"}, unspelt: "Spelling was not checked: %s.",
		embedded: "What was checked is KL's report for 2024, embedded in the program, for there is no edition here.",
	}
}
