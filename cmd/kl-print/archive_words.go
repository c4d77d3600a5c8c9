package main

import "github.com/kl-print/kl-print/content/diag"

// archiveWords is what the commands about bundles say, in one language.
type archiveWords struct {
	archiveHelp, verifyHelp manual
	noName, exists          string
	oneBundle, noBundle     string

	fault, note, more  string
	whole              string // files, size
	broken1, broken    string // faults
	pdfID, pdfClaims   string
	noPDF, claimsNone  string
	rebuilt, differs   string
	tiffRebuilt        string
	tiffDiffers        string
	cantBuild, another string // cause; the version in the bundle, and ours
	noSource           string
	largeSource        string // size
	validationWords
}

// archiveWordsIn returns the words of a language.
func archiveWordsIn(lang diag.Lang) archiveWords {
	if lang == diag.Danish {
		return danishArchive()
	}
	return englishArchive()
}

func danishArchive() archiveWords {
	return archiveWords{
		archiveHelp: manual{
			short: "lav en pakke til arkivet, som kan efterprøves",
			usage: []string{"archive [MAPPE] -o NAVN [--previous NAVN] [--tiff] [--validation FIL]..."},
			about: `Pakken er en BagIt-pakke (RFC 8493): PDF'en som PDF/A-3a, udgavens filer, skrifter og delemønstre
med deres licenser, programmets version, hvad det selv har prøvet (data/validation/kl-print.json),
og kontrolsummer (SHA-512). NAVN ender på .zip eller .tar; ellers bliver det en mappe, som ikke må
findes. Uden MAPPE gælder det samme som for build. Samme udgave giver samme bytes.`,
			flags: map[string]flagText{
				"output":     {"NAVN", "pakkens navn"},
				"previous":   {"NAVN", "sidste års udgave eller pakke, som for build"},
				"tiff":       {"", "læg også siderne i som TIFF, 300 dpi, LZW"},
				"validation": {"FIL", "læg en anden validators rapport om PDF'en i, som den er (fx veraPDF's, XML eller JSON); kan gives flere gange"},
			},
			closing: `Afslutningskoder: 0 lavet, 1 fejl i indholdet, 2 forkert brug, 3 maskinen svigtede.`,
		},
		verifyHelp: manual{
			short: "efterprøv en pakke",
			usage: []string{"verify NAVN [--json]"},
			about: `NAVN er en BagIt-pakke: en mappe, en zip-fil eller en tar-fil, også fra andre programmer. Hver fil
holdes op mod sin kontrolsum; ændrede, manglende og tilkomne filer nævnes. PDF'ens id og det, den
siger, den opfylder, læses af den. Er pakken lavet af denne version, laves PDF'en, og TIFF'en om den
er der, igen af pakkens filer og sammenlignes. Valideringsresultatet og andres rapporter vises, og
det nævnes, hvis de ikke er om den PDF, der ligger i pakken. Intet pakkes ud på disken.`,
			flags: map[string]flagText{
				"json": {"", "skriv svaret som JSON"},
			},
			closing: `Afslutningskoder: 0 alt er i orden, 1 det er det ikke, 2 forkert brug, 3 maskinen svigtede.`,
		},
		noName:    "der mangler et navn til pakken; forventede et efter -o, som beretning.zip",
		exists:    "%q findes allerede; vælg et andet navn efter -o",
		oneBundle: "der er %d pakker; forventede én",
		noBundle:  "%q findes ikke",
		fault:     "fejl: %s", note: "bemærk: %s", more: "og %d fejl til",
		whole:   "%d filer, %s: alle er uændrede, ingen mangler, ingen er kommet til",
		broken1: "1 fejl; pakken er ikke, som den blev lavet", broken: "%d fejl; pakken er ikke, som den blev lavet",
		pdfID: "PDF'ens id: %s", pdfClaims: "PDF'en siger, at den er %s (det er læst, ikke prøvet)",
		noPDF: "der er ingen data/beretning.pdf i pakken", claimsNone: "PDF'en siger ikke, at den opfylder nogen standard",
		rebuilt:     "PDF'en er lavet igen af data/source: den er den samme, byte for byte",
		differs:     "PDF'en er lavet igen af data/source og er en anden end pakkens",
		tiffRebuilt: "TIFF'en er lavet igen af data/source: den er den samme, byte for byte",
		tiffDiffers: "TIFF'en er lavet igen af data/source og er en anden end pakkens",
		cantBuild:   "PDF'en kan ikke laves igen af data/source: %s",
		another:     "PDF'en er ikke lavet igen: pakken er fra %s, og dette er %s",
		noSource:    "PDF'en er ikke lavet igen: pakken siger ikke, hvilken version den er fra",
		largeSource: "PDF'en er ikke lavet igen: data/source er større end %s",

		validationWords: danishValidation(),
	}
}

func englishArchive() archiveWords {
	return archiveWords{
		archiveHelp: manual{
			short: "make a bundle for the archive that can be verified",
			usage: []string{"archive [DIR] -o NAME [--previous NAME] [--tiff] [--validation FILE]..."},
			about: `The bundle is a BagIt bag (RFC 8493): the PDF as PDF/A-3a, the edition's files, fonts and
hyphenation patterns with their licences, the program's version, what it has checked itself
(data/validation/kl-print.json), and checksums (SHA-512). NAME ends in .zip or .tar; else it is a
folder, which must not exist. Without DIR it is as for build. The same edition gives the same bytes.`,
			flags: map[string]flagText{
				"output":     {"NAME", "the bundle's name"},
				"previous":   {"NAME", "last year's edition or bundle, as for build"},
				"tiff":       {"", "the pages as TIFF too, 300 dpi, LZW"},
				"validation": {"FILE", "another validator's report of the PDF, put in as it is (such as veraPDF's, XML or JSON); may be given more than once"},
			},
			closing: `Exit codes: 0 made, 1 errors in the content, 2 wrong usage, 3 the machine failed.`,
		},
		verifyHelp: manual{
			short: "check a bundle",
			usage: []string{"verify NAME [--json]"},
			about: `NAME is a BagIt bag: a folder, a zip file or a tar file, of other programs too. Every file is held
against its checksum; what has changed, is missing or was added is named. The PDF's id and the
standards it claims are read from it. If the bundle is of this version, the PDF, and the TIFF if
there is one, is made again from the files inside and compared. The validation result and the
reports of others are shown, and it is told if they are not of the PDF in the bundle. Nothing is
unpacked to the disk.`,
			flags: map[string]flagText{
				"json": {"", "write the answer as JSON"},
			},
			closing: `Exit codes: 0 all is well, 1 it is not, 2 wrong usage, 3 the machine failed.`,
		},
		noName:    "the bundle has no name; expected one after -o, such as beretning.zip",
		exists:    "%q exists already; choose another name after -o",
		oneBundle: "there are %d bundles; expected one",
		noBundle:  "there is no %q",
		fault:     "error: %s", note: "note: %s", more: "errors beyond these: %d",
		whole:   "%d files, %s: all unchanged, none missing, none added",
		broken1: "1 error; the bundle is not as it was made", broken: "%d errors; the bundle is not as it was made",
		pdfID: "the PDF's id: %s", pdfClaims: "the PDF says that it is %s (read, not tested)",
		noPDF: "the bundle has no data/beretning.pdf", claimsNone: "the PDF claims no standard",
		rebuilt:     "the PDF was made again from data/source: it is the same, byte for byte",
		differs:     "the PDF was made again from data/source and is another than the bundle's",
		tiffRebuilt: "the TIFF was made again from data/source: it is the same, byte for byte",
		tiffDiffers: "the TIFF was made again from data/source and is another than the bundle's",
		cantBuild:   "the PDF can't be made again from data/source: %s",
		another:     "the PDF was not made again: the bundle is of %s, and this is %s",
		noSource:    "the PDF was not made again: the bundle does not say what version it is of",
		largeSource: "the PDF was not made again: data/source is larger than %s",

		validationWords: englishValidation(),
	}
}
