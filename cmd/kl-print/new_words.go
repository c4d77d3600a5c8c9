package main

import "github.com/kl-print/kl-print/content/diag"

// newWords is what kl-print new says, in one language.
type newWords struct {
	help                                              string
	oneYear, badYear, otherYear, there, inside, unfit string
	made                                              string // folder, files, things to do, folder
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
		help: `kl-print new laver næste års udgave af en, der er færdig.

Brug:
  kl-print new ÅR [--from MAPPE] [-o MAPPE]

Årets beløb flyttes til kolonnen for året før, og det nye års er "?"; år og datoer
flyttes; opbygning, personer, tema og billeder følger med. Tekster og tal følger med
som udkast, hvert mærket stale: med det år, det er fra. kl-print check viser, hvad der
mangler, og hvor meget af alt: den, der har skrevet om, sletter mærket. Før alt er
gjort, laver kl-print build ingen PDF.

Flag:
      --from MAPPE     den udgave, der bygges på (ellers den, man står i, ellers KL's for 2024)
  -o, --output MAPPE   den nye mappe (ellers årets tal)
      --lang da|en     sproget for beskeder (ellers efter LC_ALL, LC_MESSAGES, LANG)
  -h, --help           vis denne hjælp

Afslutningskoder: 0 lavet, 1 fejl i den gamle udgave, 2 forkert brug, 3 maskinen svigtede.
`,
		oneYear:   "der er %d år; forventede ét, som i kl-print new 2025",
		badYear:   "%q er ikke et år",
		otherYear: "udgaven er for %d; forventede året efter, %d, ikke %d",
		there:     "%q findes allerede; vælg en anden mappe efter -o",
		inside:    "den nye mappe ville ligge inde i den gamle; giv en anden efter -o, for eksempel %s",
		unfit:     "næste års udgave laves af en, der er i orden; ret fejlene først",
		made:      "%s: %d filer; %d ting mangler: kl-print check %s viser dem",
	}
}

func englishNew() newWords {
	return newWords{
		help: `kl-print new makes next year's edition of one that is finished.

Usage:
  kl-print new YEAR [--from DIR] [-o DIR]

The year's amounts move to the column of the year before, and the new year's are "?";
years and dates move; structure, people, theme and images come along. Texts and figures
come along as drafts, each marked stale: with the year it is from. kl-print check shows
what is left, and of how much: who has written anew deletes the mark. Until all is done
kl-print build makes no PDF.

Flags:
      --from DIR     the edition it is made from (else the one you stand in, else KL's of 2024)
  -o, --output DIR   the new folder (else the year)
      --lang da|en   the language of messages (else by LC_ALL, LC_MESSAGES, LANG)
  -h, --help         show this help

Exit codes: 0 made, 1 errors in the old edition, 2 wrong usage, 3 the machine failed.
`,
		oneYear:   "there are %d years; expected one, as in kl-print new 2025",
		badYear:   "%q is not a year",
		otherYear: "the edition is of %d; expected the year after, %d, not %d",
		there:     "%q is there already; choose another folder after -o",
		inside:    "the new folder would lie inside the old one; give another after -o, such as %s",
		unfit:     "next year's edition is made of one that is in order; mend the errors first",
		made:      "%s: %d files; %d things are left to do: kl-print check %s shows them",
	}
}
