package main

import "github.com/kl-print/kl-print/content/diag"

// previewWords is what kl-print preview says at the terminal, in one language.
type previewWords struct {
	help                  manual
	running               string // address
	badPort               string
	cantListen, cantWatch string
}

// previewWordsIn returns the words of a language.
func previewWordsIn(lang diag.Lang) previewWords {
	if lang == diag.Danish {
		return danishPreview()
	}
	return englishPreview()
}

func danishPreview() previewWords {
	return previewWords{
		help: manual{
			short: "vis siderne i browseren, mens du skriver",
			usage: []string{"preview [MAPPE] [--port NUMMER] [--editor KOMMANDO] [--theme NAVN] [--previous NAVN] [--no-browser]"},
			about: `Siderne er dem, build laver, og er nye, så snart en fil gemmes. Fejl i indholdet står over de sidste
gode sider; det, check finder, står i et felt og på siden. Et klik på en blok kopierer dens
fil:linje og åbner den i editoren. ? viser tasterne. Serveren kan kun nås fra denne maskine. Ctrl-C
standser den. Uden MAPPE gælder det samme som for build.`,
			flags: map[string]flagText{
				"port":       {"NUMMER", "porten på 127.0.0.1 (ellers en, der er ledig)"},
				"editor":     {"KOMMANDO", "editoren, fx \"code --goto {file}:{line}:{column}\" (ellers VISUAL, EDITOR, VS Code)"},
				"theme":      {"NAVN", "det tema, der bygges på: standard eller lyng (ellers udgavens)"},
				"previous":   {"NAVN", "sidste års udgave eller pakke, som for build"},
				"no-browser": {"", "åbn ikke browseren"},
			},
			closing: `Afslutningskoder: 0 standset, 2 forkert brug, 3 maskinen svigtede.`,
		},
		running:    "%s viser udgaven; Ctrl-C standser\n",
		badPort:    "%d er ingen port; forventede 0 til 65535",
		cantListen: "port %d kan ikke bruges: %s",
		cantWatch:  "ændringer i %q kan ikke følges: %s",
	}
}

func englishPreview() previewWords {
	return previewWords{
		help: manual{
			short: "show the pages in the browser as you write",
			usage: []string{"preview [DIR] [--port NUMBER] [--editor COMMAND] [--theme NAME] [--previous NAME] [--no-browser]"},
			about: `The pages are those build makes, and are new as soon as a file is saved. Errors in the content stand
over the last good pages; what check finds stands in a panel and on the page. A click on a block
copies its file:line and opens it in the editor. ? shows the keys. The server can be reached from
this machine alone. Ctrl-C stops it. Without DIR it is as for build.`,
			flags: map[string]flagText{
				"port":       {"NUMBER", "the port on 127.0.0.1 (else one that is free)"},
				"editor":     {"COMMAND", "the editor, such as \"code --goto {file}:{line}:{column}\" (else VISUAL, EDITOR, VS Code)"},
				"theme":      {"NAME", "the theme to build on: standard or lyng (else the edition's)"},
				"previous":   {"NAME", "last year's edition or bundle, as for build"},
				"no-browser": {"", "don't open the browser"},
			},
			closing: `Exit codes: 0 stopped, 2 wrong usage, 3 the machine failed.`,
		},
		running:    "%s shows the edition; Ctrl-C stops it\n",
		badPort:    "%d is no port; expected 0 to 65535",
		cantListen: "port %d can't be used: %s",
		cantWatch:  "changes of %q can't be followed: %s",
	}
}
