package main

import (
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/bind"
	"github.com/kl-print/kl-print/content/diag"
)

// bindCommand is kl-print bind.
func (a *app) bindCommand() *cobra.Command {
	var look, show bool
	cmd := &cobra.Command{
		Use: "bind [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			say := bindWordsIn(a.lang)
			if look && show {
				return wrongUsage("%s", say.oneOf)
			}
			var result bind.Result
			work := func(files fs.FS, date string) (map[string][]byte, *diag.List) {
				var problems *diag.List
				result, problems = bind.Figures(files, date)
				return result.Changed, problems
			}
			t := &tidying{build: &build{app: a, dir: append(args, "")[0]}, work: work, words: say, look: look, show: show}
			err := t.run(cmd.Context())
			if result.Bound+result.Left > 0 && a.journal == nil {
				a.complain(fmt.Sprintf(bindCount(a.lang), result.Bound, result.Left))
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&look, "check", false, "")
	cmd.Flags().BoolVar(&show, "diff", false, "")
	return cmd
}

// bindCount says how many figures are bound, and how many are numbers still.
func bindCount(lang diag.Lang) string {
	if lang == diag.Danish {
		return "henvisninger: %d; tal, der bliver stående: %d (kl-print check viser dem)"
	}
	return "references: %d; figures that stay numbers: %d (kl-print check shows them)"
}

// bindWordsIn returns what kl-print bind says in a language; but for its help it is
// what fmt says.
func bindWordsIn(lang diag.Lang) fmtWords {
	say := fmtWordsIn(lang)
	if lang == diag.Danish {
		say.help = manual{
			short: "skriv henvisninger, hvor regnskabets tal er skrevet som tal",
			usage: []string{"bind [MAPPE] [--check | --diff]"},
			about: `Hvert tal i kapitlerne, som regnskabet eller figures.yaml giver, og hvis navn sætningen siger, bliver
til sin henvisning: 38,9 mio. kr. til {{ egenkapital@2023 - egenkapital | mio }}. Bogen bliver den
samme; en henvisning, der ville ændre et ord i den, skrives ikke. Se ændringerne efter med --diff
først: to linjer kan have samme beløb. De filer, der er ændret, nævnes.`,
			flags: map[string]flagText{
				"check": {"", "ret intet; nævn kun de filer, der ville blive ændret"},
				"diff":  {"", "ret intet; vis ændringerne som diff -u"},
			},
			closing: `Afslutningskoder: 0 gjort, 1 udgaven har fejl, eller (med et flag) noget ville blive ændret,
2 forkert brug, 3 maskinen svigtede.`,
		}
		say.noEdition = "her er ingen report.yaml; stå i udgavens mappe, eller nævn den, som i kl-print bind beretning"
		return say
	}
	say.help = manual{
		short: "write references where figures of the accounts are written as numbers",
		usage: []string{"bind [DIR] [--check | --diff]"},
		about: `Each figure of the chapters that the accounts or figures.yaml give, and whose name the sentence says,
becomes its reference: 38,9 mio. kr. becomes {{ egenkapital@2023 - egenkapital | mio }}. The book will
be the same; a reference that would change a word of it is not written. Look at the changes with
--diff first: two lines may have one amount. The files that were changed are listed.`,
		flags: map[string]flagText{
			"check": {"", "change nothing; only list the files that would change"},
			"diff":  {"", "change nothing; show the changes as diff -u does"},
		},
		closing: `Exit codes: 0 done, 1 the edition has errors, or (with a flag) something would change, 2 wrong usage,
3 the machine failed.`,
	}
	say.noEdition = "there is no report.yaml here; stand in the edition's folder, or name it, as in kl-print bind report"
	return say
}
