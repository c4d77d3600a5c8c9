package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/diff"
	"github.com/kl-print/kl-print/content/source"
)

// fmtCommand is kl-print fmt.
func (a *app) fmtCommand() *cobra.Command {
	var look, show bool
	cmd := &cobra.Command{
		Use: "fmt [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			say := fmtWordsIn(a.lang)
			if look && show {
				return wrongUsage("%s", say.oneOf)
			}
			t := &tidying{build: &build{app: a, dir: append(args, "")[0]}, work: source.Tidy, words: say, look: look, show: show}
			return t.run(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&look, "check", false, "")
	cmd.Flags().BoolVar(&show, "diff", false, "")
	return cmd
}

// tidying is one change of an edition's files, such as their tidying.
type tidying struct {
	*build
	work       func(files fs.FS, date string) (changed map[string][]byte, problems *diag.List)
	words      fmtWords
	look, show bool // only tell which files would change, or how
}

// run tidies the edition's files, or tells what would change.
func (t *tidying) run(ctx context.Context) error {
	files, done, err := t.edition()
	if err != nil {
		return err
	}
	defer done()
	if t.embedded {
		return wrongUsage("%s", t.words.noEdition)
	}
	if _, err := fs.Stat(files, source.ReportFile); err != nil {
		return t.noReport()
	}
	date, err := t.epoch()
	if err != nil {
		return err
	}
	changed, problems := t.work(files, date)
	t.tellEach(problems.Sorted(), files, "")
	told := unreadable(problems)
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		if err := ctx.Err(); err != nil {
			return machineFailed(err)
		}
		if err := t.file(files, name, changed[name]); err != nil {
			return err
		}
	}
	switch {
	case told:
		return &failure{code: exitMachine}
	case problems.HasErrors(), t.look && len(changed) > 0, t.show && len(changed) > 0:
		return &failure{code: exitContent}
	}
	return nil
}

// unreadable reports a file that the machine would not read.
func unreadable(problems *diag.List) bool {
	return slices.ContainsFunc(problems.Sorted(), func(d diag.Diagnostic) bool { return d.Message.Code == source.CodeUnreadable })
}

// file writes a file that has changed, or tells of it.
func (t *tidying) file(files fs.FS, name string, text []byte) error {
	if t.show {
		was, err := fs.ReadFile(files, name)
		if err != nil {
			return t.machineRefused(t.say.cantRead, name, err)
		}
		_, err = io.WriteString(t.out, diff.Unified("a/"+name, "b/"+name, unixLines(was), unixLines(text)))
		return t.wrote(err)
	}
	if !t.look {
		if err := t.put(name, text); err != nil {
			return t.machineRefused(t.say.cantWrite, name, err)
		}
	}
	_, err := fmt.Fprintln(t.out, name)
	return t.wrote(err)
}

// unixLines is a text without \r before \n, which no difference is to show.
func unixLines(text []byte) string {
	return string(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
}

// put writes a file beside its place and moves it there. A file that is a link is
// written where it is: the link stays.
func (t *tidying) put(name string, text []byte) error {
	path := filepath.Join(t.dir, filepath.FromSlash(name))
	out, err := openTarget(path)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := out.Write(text); err != nil {
		return err
	}
	return out.commit()
}

// fmtWords is what kl-print fmt says, in one language.
type fmtWords struct {
	help             manual
	oneOf, noEdition string
}

// fmtWordsIn returns the words of a language.
func fmtWordsIn(lang diag.Lang) fmtWords {
	if lang == diag.Danish {
		return fmtWords{
			help: manual{
				short: "bring en udgaves YAML-filer på form",
				usage: []string{"fmt [MAPPE] [--check | --diff]"},
				about: `Nøgler kommer i den rækkefølge, de plejer at skrives i, indrykninger bliver to mellemrum, lange linjer
i løbende tekst ombrydes ved 100 tegn, og krøllede og kantede parenteser på over 120 tegn foldes ud.
Alt andet er, som det var: hver kommentar er der, og bogen bliver den samme. Filer, der ikke er YAML,
røres ikke. De filer, der er ændret, nævnes.`,
				flags: map[string]flagText{
					"check": {"", "ret intet; nævn kun de filer, der ville blive ændret"},
					"diff":  {"", "ret intet; vis ændringerne som diff -u"},
				},
				closing: `Afslutningskoder: 0 gjort, 1 en fil er ikke YAML, eller (med et flag) noget ville blive ændret,
2 forkert brug, 3 maskinen svigtede.`,
			},
			oneOf:     "--check og --diff gives ikke sammen; vælg den ene",
			noEdition: "her er ingen report.yaml; stå i udgavens mappe, eller nævn den, som i kl-print fmt beretning",
		}
	}
	return fmtWords{
		help: manual{
			short: "put an edition's YAML files into shape",
			usage: []string{"fmt [DIR] [--check | --diff]"},
			about: `Keys come in the order they are mostly written in, indents become two spaces, long lines of running
text are wrapped at 100 characters, and braces and brackets of more than 120 are opened. All else is
as it was: every comment is there, and the book will be the same. Files that are not YAML are left
alone. The files that were changed are listed.`,
			flags: map[string]flagText{
				"check": {"", "change nothing; only list the files that would change"},
				"diff":  {"", "change nothing; show the changes as diff -u does"},
			},
			closing: `Exit codes: 0 done, 1 a file is not YAML, or (with a flag) something would change, 2 wrong usage,
3 the machine failed.`,
		},
		oneOf:     "--check and --diff don't go together; choose one",
		noEdition: "there is no report.yaml here; stand in the edition's folder, or name it, as in kl-print fmt report",
	}
}
