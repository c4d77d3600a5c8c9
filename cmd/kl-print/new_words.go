package main

import "github.com/kl-print/kl-print/content/diag"

// newWords is what kl-print new says, in one language.
type newWords struct {
	help                                     manual
	onePlace                                 string // how many there are
	badYear, otherYear, there, inside, unfit string
	made                                     string // folder, files, things to do, folder
	notOfYear                                string // flag, year
	onlyOfYear                               string // flag
	noLanguage                               string // language, those there are
	taken                                    string // folder, files
	first                                    string // folder, files, folder three times
}

// newWordsIn returns the words of a language.
func newWordsIn(lang diag.Lang) newWords {
	if lang == diag.Danish {
		return danishNew()
	}
	return englishNew()
}

func danishNew() newWords {
	return newWords{
		help: manual{
			short: "lav en udgave at begynde på, eller næste års af en, der er færdig",
			usage: []string{"new [MAPPE] [--language da|en]", "new ÅR [--from MAPPE] [-o MAPPE]"},
			about: `Uden årstal laves en kort udgave, der er lige til at bygge, i MAPPE, ellers hvor man står.
Kommentarerne i dens filer forklarer det hele, fra report.yaml og frem. Ingen fil, der er der,
bliver skrevet over.

Med et årstal laves næste års udgave (en mappe ved navn 2025 gives som ./2025). Årets beløb flyttes
til kolonnen for året før, og det nye års er "?"; år og datoer flyttes; opbygning, personer, tema og
billeder følger med. Tekster og tal følger med som udkast, hvert mærket stale: med det år, det er
fra. kl-print check viser, hvad der mangler, og hvor meget af alt: den, der har skrevet om, sletter
mærket. Før alt er gjort, laver kl-print build ingen PDF.`,
			flags: map[string]flagText{
				"language": {"da|en", "udgavens sprog (ellers da)"},
				"from":     {"MAPPE", "den udgave, der bygges på (ellers den, man står i, ellers KL's for 2024)"},
				"output":   {"MAPPE", "den nye mappe (ellers årets tal)"},
			},
			closing: `Afslutningskoder: 0 lavet, 1 fejl i den gamle udgave, 2 forkert brug, 3 maskinen svigtede.`,
		},
		onePlace:   "der er %d mapper eller år; forventede højst ét, som i kl-print new beretning eller kl-print new 2025",
		notOfYear:  "%s hører ikke sammen med et år; næste års udgave er på samme sprog. En mappe ved navn %[2]s gives som ./%[2]s",
		onlyOfYear: "%s hører sammen med et år, som i kl-print new 2025",
		noLanguage: "der er ingen udgave at begynde på på %q; forventede %s",
		taken:      "%q har allerede %s, og intet skrives over; vælg en anden mappe, som i kl-print new beretning",
		first:      "%s: %d filer. Begynd med %s og se siderne med kl-print preview%s\n",
		badYear:    "%q er ikke et år",
		otherYear:  "udgaven er for %d; forventede året efter, %d, ikke %d",
		there:      "%q findes allerede; vælg en anden mappe efter -o",
		inside:     "den nye mappe ville ligge inde i den gamle; giv en anden efter -o, for eksempel %s",
		unfit:      "næste års udgave laves af en, der er i orden; ret fejlene først",
		made:       "%s: %d filer; %d ting mangler: kl-print check %s viser dem",
	}
}

func englishNew() newWords {
	return newWords{
		help: manual{
			short: "make an edition to begin with, or next year's of one that is finished",
			usage: []string{"new [DIR] [--language da|en]", "new YEAR [--from DIR] [-o DIR]"},
			about: `Without a year it makes a short edition that is ready to be built, in DIR, else where you stand. The
comments in its files explain it all, beginning with report.yaml. No file that is there is written
over.

With a year it makes next year's edition (a folder named 2025 is given as ./2025). The year's
amounts move to the column of the year before, and the new year's are "?"; years and dates move;
structure, people, theme and images come along. Texts and figures come along as drafts, each marked
stale: with the year it is from. kl-print check shows what is left, and of how much: who has written
anew deletes the mark. Until all is done kl-print build makes no PDF.`,
			flags: map[string]flagText{
				"language": {"da|en", "the edition's language (else da)"},
				"from":     {"DIR", "the edition it is made from (else the one you stand in, else KL's of 2024)"},
				"output":   {"DIR", "the new folder (else the year)"},
			},
			closing: `Exit codes: 0 made, 1 errors in the old edition, 2 wrong usage, 3 the machine failed.`,
		},
		onePlace:   "there are %d folders or years; expected one at most, as in kl-print new report or kl-print new 2025",
		notOfYear:  "%s does not go with a year; next year's edition is in the same language. A folder named %[2]s is given as ./%[2]s",
		onlyOfYear: "%s goes with a year, as in kl-print new 2025",
		noLanguage: "there is no edition to begin with in %q; expected %s",
		taken:      "%q has %s already, and nothing is written over; choose another folder, as in kl-print new report",
		first:      "%s: %d files. Begin with %s, and see the pages by kl-print preview%s\n",
		badYear:    "%q is not a year",
		otherYear:  "the edition is of %d; expected the year after, %d, not %d",
		there:      "%q is there already; choose another folder after -o",
		inside:     "the new folder would lie inside the old one; give another after -o, such as %s",
		unfit:      "next year's edition is made of one that is in order; mend the errors first",
		made:       "%s: %d files; %d things are left to do: kl-print check %s shows them",
	}
}
