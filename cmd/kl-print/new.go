package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/schema"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/content/starter"
)

// newCommand is kl-print new: an edition to begin with, or next year's.
func (a *app) newCommand() *cobra.Command {
	var f newFlags
	say := newWordsIn(a.lang)
	cmd := &cobra.Command{
		Use: "new [DIR | YEAR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(say.onePlace, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.given = cmd.Flags().Changed
			place := append(args, ".")[0]
			if isYear(place) {
				return f.yearAfter(a, place)
			}
			return f.first(cmd.Context(), a, place)
		},
	}
	cmd.Flags().StringVar(&f.from, "from", "", "")
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "")
	cmd.Flags().StringVar(&f.language, "language", starter.Languages()[0], "")
	return cmd
}

// newFlags are what new is told.
type newFlags struct {
	from, output, language string
	given                  func(flag string) bool // it was said, not left out
}

// isYear reports a place that is a year: what new makes then is next year's
// edition. A folder of that name is given as ./2025.
func isYear(place string) bool {
	_, err := strconv.Atoi(place)
	return err == nil && len(place) == len("2025")
}

// yearAfter makes next year's edition.
func (f *newFlags) yearAfter(a *app, place string) error {
	say := newWordsIn(a.lang)
	year, err := strconv.Atoi(place)
	switch {
	case err != nil:
		return wrongUsage(say.badYear, place)
	case f.given("language"):
		return wrongUsage(say.notOfYear, "--language", place)
	case f.given("from") && f.from == "":
		return wrongUsage(a.say.noFolder, f.from)
	}
	y := &yearAfter{build: &build{app: a, dir: f.from}, words: say, year: year, to: f.output}
	if y.to == "" {
		y.to = place
	}
	return y.run()
}

// yearAfter is one making of next year's edition.
type yearAfter struct {
	*build
	words newWords
	year  int
	to    string // the new folder
}

// run makes the new edition's folder, whole or not at all.
func (y *yearAfter) run() error {
	files, done, err := y.edition()
	if err != nil {
		return err
	}
	defer done()
	if of := source.YearOf(files); of != 0 && of+1 != y.year {
		return wrongUsage(y.words.otherYear, of, of+1, y.year)
	}
	if err := y.checkPlace(); err != nil {
		return err
	}
	date, err := y.epoch()
	if err != nil {
		return err
	}
	changed, work, problems := source.NextYear(files, date)
	if problems.HasErrors() {
		return y.unfit(y.refuse(problems))
	}
	n, err := y.write(files, changed)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(y.out, y.words.made+"\n", y.to, n, len(work.Left), y.to)
	return y.wrote(err)
}

// unfit adds that a new edition is made of one that is in order.
func (y *yearAfter) unfit(err error) error {
	var f *failure
	if errors.As(err, &f) && f.code == exitContent && f.err == nil {
		f.err = errors.New(y.words.unfit)
	}
	return err
}

// checkPlace refuses places the new folder can't have.
func (y *yearAfter) checkPlace() error {
	if _, err := os.Lstat(y.to); err == nil {
		return wrongUsage(y.words.there, y.to)
	}
	above := filepath.Dir(filepath.Clean(y.to))
	if info, err := os.Stat(above); err != nil || !info.IsDir() {
		return wrongUsage(y.say.noOutputFolder, above)
	}
	if y.embedded {
		return nil
	}
	from := y.dir
	if from == "" {
		from = "."
	}
	old, errOld := filepath.EvalSymlinks(from)
	in, errIn := filepath.EvalSymlinks(above)
	if errOld == nil && errIn == nil {
		old, errOld = filepath.Abs(old)
		in, errIn = filepath.Abs(in)
	}
	if errOld != nil || errIn != nil {
		return nil // what can't be read is told of when it is
	}
	if within, err := filepath.Rel(old, in); err == nil && within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator)) {
		return wrongUsage(y.words.inside, filepath.Join("..", filepath.Base(y.to)))
	}
	return nil
}

// write writes the new edition beside its place and puts it there. It returns how
// many files it has.
func (y *yearAfter) write(files fs.FS, changed map[string][]byte) (int, error) {
	half, err := os.MkdirTemp(filepath.Dir(filepath.Clean(y.to)), "."+filepath.Base(y.to)+".*.tmp")
	if err != nil {
		return 0, y.machineRefused(y.say.cantWrite, y.to, err)
	}
	defer os.RemoveAll(half)
	n, err := copyEdition(half, source.Overlay(files, changed))
	if err == nil && schema.HasHead(changed[source.ReportFile]) {
		err = writeFiles(half, y.schemaFiles())
	}
	if err == nil {
		err = os.Chmod(half, 0o755)
	}
	if err == nil {
		err = os.Rename(half, y.to)
	}
	if err != nil {
		return 0, y.machineRefused(y.say.cantWrite, y.to, err)
	}
	syncFolder(filepath.Dir(filepath.Clean(y.to)))
	return n, nil
}

// copyEdition copies what a new edition gets into a folder, in the order of the
// names. It returns how many files there were.
func copyEdition(to string, files fs.FS) (int, error) {
	found := map[string]bool{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !source.Carried(name) && d.IsDir():
			return fs.SkipDir
		case d.IsDir(), !source.Carried(name):
			return nil
		}
		if info, err := fs.Stat(files, name); err == nil && info.Mode().IsRegular() {
			found[name] = true // a link's file too; what leads nowhere is left
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if err := copyFile(filepath.Join(to, filepath.FromSlash(name)), files, name); err != nil {
			return 0, err
		}
	}
	return len(found), nil
}

// copyFile copies one file.
func copyFile(path string, files fs.FS, name string) error {
	in, err := files.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}
