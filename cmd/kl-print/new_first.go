package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/content/starter"
)

// first makes an edition to begin with.
func (f *newFlags) first(ctx context.Context, a *app, place string) error {
	say := newWordsIn(a.lang)
	for _, flag := range []string{"from", "output"} {
		if f.given(flag) {
			return wrongUsage(say.onlyOfYear, "--"+flag)
		}
	}
	if place == "" {
		return wrongUsage(a.say.noFolder, place)
	}
	files := starter.Files(f.language)
	if files == nil {
		return wrongUsage(say.noLanguage, f.language, strings.Join(starter.Languages(), ", "))
	}
	texts, err := allFiles(files)
	if err != nil {
		return machineFailed(err)
	}
	texts = withHeads(texts)
	maps.Copy(texts, a.schemaFiles())
	return (&firstEdition{app: a, words: say, files: texts, to: place}).run(ctx)
}

// allFiles reads all files of a folder.
func allFiles(files fs.FS) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out[name], err = fs.ReadFile(files, name)
		}
		return err
	})
	return out, err
}

// firstEdition is one making of an edition to begin with.
type firstEdition struct {
	*app
	words newWords
	files map[string][]byte
	to    string // the folder; it may be there
}

// run writes the edition's files where there are none of their names; all of them
// or none.
func (e *firstEdition) run(ctx context.Context) error {
	above := filepath.Dir(filepath.Clean(e.to))
	if info, err := os.Stat(above); err != nil || !info.IsDir() {
		return wrongUsage(e.say.noOutputFolder, above)
	}
	if info, err := os.Stat(e.to); err == nil && !info.IsDir() {
		return wrongUsage(e.say.notFolder, e.to)
	}
	names, taken := e.names()
	if len(taken) > 0 {
		return wrongUsage(e.words.taken, e.to, strings.Join(taken, ", "))
	}
	if err := e.write(ctx, names); err != nil {
		return e.refused(err)
	}
	arg := " " + e.to
	if e.to == "." {
		arg = ""
	}
	_, err := fmt.Fprintf(e.out, e.words.first, e.to, len(names)-len(schemaNames()), filepath.Join(e.to, source.ReportFile), arg)
	return e.wrote(err)
}

// refused tells what the machine would not do.
func (e *firstEdition) refused(err error) error {
	if errors.Is(err, context.Canceled) {
		return machineFailed(err)
	}
	return (&build{app: e.app}).machineRefused(e.say.cantWrite, e.to, err)
}

// names lists the edition's files and those of its names that are taken. A folder
// may be there, and a file may not: not even one that has a folder's name.
func (e *firstEdition) names() (names, taken []string) {
	for _, name := range slices.Sorted(maps.Keys(e.files)) {
		names = append(names, name)
		folder := path.Dir(name)
		if info, err := os.Lstat(filepath.Join(e.to, folder)); err == nil && !info.IsDir() {
			name = folder
		}
		if _, err := os.Lstat(filepath.Join(e.to, filepath.FromSlash(name))); err == nil && !slices.Contains(taken, name) {
			taken = append(taken, name)
		}
	}
	return names, taken
}

// write writes the files, and takes away what it has written where it can't go on.
// It is never led out of the folder, and writes over nothing.
func (e *firstEdition) write(ctx context.Context, names []string) (err error) {
	var made []string
	if os.Mkdir(e.to, 0o777) == nil {
		defer func() {
			if err != nil {
				_ = os.Remove(e.to)
			}
		}()
	}
	root, err := os.OpenRoot(e.to)
	if err != nil {
		return err
	}
	defer root.Close()
	defer func() {
		for i := len(made) - 1; err != nil && i >= 0; i-- {
			_ = root.Remove(made[i])
		}
	}()
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if folder := path.Dir(name); folder != "." && root.Mkdir(folder, 0o777) == nil {
			made = append(made, folder)
		}
		wrote, err := e.writeFile(root, name)
		if wrote {
			made = append(made, name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writeFile writes one file that is not there yet. It reports whether it made one,
// whole or not.
func (e *firstEdition) writeFile(root *os.Root, name string) (made bool, err error) {
	out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return false, err
	}
	_, err = out.Write(e.files[name])
	return true, errors.Join(err, out.Sync(), out.Close())
}
