package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/cmd/kl-print/guide"
	"github.com/kl-print/kl-print/content/diag"
	guided "github.com/kl-print/kl-print/content/guide"
)

// guideWords is what kl-print guide says, in one language.
type guideWords struct {
	help   manual
	folder string // where the guide goes if nothing is said
	done   string // page
	noArgs string // argument
}

// guideWordsIn returns the words of a language.
func guideWordsIn(lang diag.Lang) guideWords {
	if lang == diag.Danish {
		return guideWords{
			help: manual{
				short: "skriv vejledningen: alle blokke med billeder, og alle nøgler",
				usage: []string{"guide [-o MAPPE]"},
				about: `blokke.html, til browseren, og blokke.md har hver blok, som den trykkes og skrives, med dens nøgler,
og nøglerne i hver fil; vejledning.md begynder ved begyndelsen. Billederne tegnes af udgaven i
edition, som har alle blokke og kan bygges.`,
				flags:   map[string]flagText{"output": {"MAPPE", "mappen, den skrives i (ellers vejledning)"}},
				closing: `Afslutningskoder: 0 gjort, 2 forkert brug, 3 maskinen svigtede.`,
			},
			folder: "vejledning",
			done:   "%s er skrevet\n",
			noArgs: "%q kan ikke bruges; forventede -o MAPPE eller ingenting",
		}
	}
	return guideWords{
		help: manual{
			short: "write the guide: every block with a picture, and all keys",
			usage: []string{"guide [-o DIR]"},
			about: `blocks.html, for the browser, and blocks.md have each block as it is printed and written, with its
keys, and the keys of each file. In Danish they are blokke.html and blokke.md, and vejledning.md
begins at the beginning. The pictures are drawn from the edition in edition, which has every block
and can be built.`,
			flags:   map[string]flagText{"output": {"DIR", "the folder it is written to (else guide)"}},
			closing: `Exit codes: 0 done, 2 wrong usage, 3 the machine failed.`,
		},
		folder: "guide",
		done:   "%s is written\n",
		noArgs: "%q can't be used; expected -o DIR or nothing",
	}
}

// guideCommand is kl-print guide.
func (a *app) guideCommand() *cobra.Command {
	say := guideWordsIn(a.lang)
	folder := say.folder
	cmd := &cobra.Command{
		Use: "guide",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return wrongUsage(say.noArgs, args[0])
			case folder == "":
				return wrongUsage("%s", a.say.emptyPath)
			}
			files, err := guide.Files(cmd.Context())
			if err != nil {
				return machineFailed(err)
			}
			if err := a.putAll(folder, files); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, say.done, filepath.Join(folder, guided.HTMLName(a.lang)))
			return a.wrote(err)
		},
	}
	cmd.Flags().StringVarP(&folder, "output", "o", folder, "")
	return cmd
}

// putAll writes files below a folder in the order of their names, each whole or not
// at all.
func (a *app) putAll(folder string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b := &build{app: a, output: filepath.Join(folder, filepath.FromSlash(name))}
		if err := os.MkdirAll(filepath.Dir(b.output), 0o777); err != nil {
			return b.cantWrite(err)
		}
		if err := b.put(files[name]); err != nil {
			return err
		}
	}
	return nil
}
