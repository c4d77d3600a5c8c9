package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/sheet"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/content/trial"
)

// importOptions are the flags of kl-print import accounts.
type importOptions struct {
	mapping        string // a file; empty: the edition's own, else labels are matched
	suggest, write bool
}

// importCommand is kl-print import.
func (a *app) importCommand() *cobra.Command {
	var opt importOptions
	say := importWordsIn(a.lang)
	parent := a.manuscriptCommand()
	cmd := &cobra.Command{
		Use: "accounts FILE [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return wrongUsage(say.oneFile, len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if opt.suggest && opt.write {
				return wrongUsage("%s", say.suggestOrWrite)
			}
			return (&importing{build: &build{app: a, dir: append(args, "")[1]}, words: say, opt: opt, file: args[0]}).run()
		},
	}
	cmd.Flags().StringVar(&opt.mapping, "mapping", "", "")
	cmd.Flags().BoolVar(&opt.suggest, "suggest", false, "")
	cmd.Flags().BoolVar(&opt.write, "write", false, "")
	parent.AddCommand(cmd)
	return parent
}

// importing is one import of a sheet.
type importing struct {
	*build
	words importWords
	opt   importOptions
	file  string

	book     *accounts.Book
	sheet    *sheet.Sheet
	mapping  *trial.Mapping
	guessed  *trial.Suggestion // the mapping comes from; nil: from a file
	problems []diag.Diagnostic
}

// run shows what an import changes, and changes it where that is asked for.
func (i *importing) run() error {
	files, done, err := i.edition()
	if err != nil {
		return err
	}
	defer done()
	if i.opt.write && i.embedded {
		return wrongUsage("%s", i.words.embedded)
	}
	book, problems := source.Accounts(files)
	if len(book.Statements) == 0 {
		return i.refuse(problems)
	}
	i.book = book
	if err := i.open(); err != nil {
		return err
	}
	if i.opt.suggest {
		_, err := io.WriteString(i.out, source.MappingText(*i.guessed, i.lang))
		return i.wrote(err)
	}
	if i.opt.write && i.guessed != nil {
		return wrongUsage(i.words.mapFirst, source.ImportFile)
	}
	return i.put()
}

// open reads the mapping and the sheet.
func (i *importing) open() error {
	if err := i.readMapping(); err != nil {
		return err
	}
	data, err := readFile(i.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wrongUsage(i.words.noFile, i.file)
	case err != nil:
		return i.machineRefused(i.say.cantRead, i.file, err)
	}
	name := ""
	if i.mapping != nil {
		name = i.mapping.Sheet
	}
	book, err := sheet.Open(filepath.Base(i.file), data)
	if err == nil {
		i.sheet, err = book.Sheet(name)
	}
	var fault *sheet.Fault
	if errors.As(err, &fault) {
		da, en := fault.Text()
		return &failure{exitContent, fmt.Errorf("%s: %s", i.file, diag.Message{Danish: da, English: en}.In(i.lang))}
	}
	if i.mapping == nil {
		g := trial.Suggest(i.sheet, i.book)
		i.guessed, i.mapping = &g, &g.Mapping
	}
	return nil
}

// readFile reads a file, at most what a sheet may have and a byte more.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, sheet.MostBytes+1))
}

// readMapping reads the mapping: the file given, else the edition's own. There
// is none where a new one is asked for.
func (i *importing) readMapping() error {
	files, name := i.files, source.ImportFile
	switch _, err := fs.Stat(i.files, source.ImportFile); {
	case i.opt.suggest:
		return nil
	case i.opt.mapping != "":
		files, name = os.DirFS(filepath.Dir(i.opt.mapping)), filepath.Base(i.opt.mapping)
		if _, err := fs.Stat(files, name); errors.Is(err, fs.ErrNotExist) {
			return wrongUsage(i.words.noFile, i.opt.mapping)
		}
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	m, problems := source.Mapping(files, name)
	if problems.HasErrors() {
		return i.refuse(problems)
	}
	i.mapping = m
	return nil
}

// put puts the sheet's amounts into the accounts.
func (i *importing) put() error {
	values, problems := i.mapping.Read(i.sheet, i.book)
	i.problems = problems
	text, more := source.SetAmounts(i.files, values, i.mapping.Lines)
	i.problems = append(i.problems, more.Sorted()...)
	if text != nil {
		_, sums := source.Accounts(source.Overlay(i.files, map[string][]byte{source.AccountsFile: text}))
		i.problems = append(i.problems, sums.Sorted()...)
	}
	changed, err := i.show(values)
	if err != nil {
		return err
	}
	if i.tellProblems() > 0 {
		return &failure{code: exitContent}
	}
	return i.close(text, changed)
}

// show prints what changes, and returns how many amounts do.
func (i *importing) show(values []trial.Value) (int, error) {
	out := bufio.NewWriter(i.out)
	t := changeTable{words: i.words, rows: changes(i.book, i.mapping, values)}
	fmt.Fprintf(out, i.words.title+"\n", i.sheet.File, i.sheet.Name, source.AccountsFile)
	t.print(out)
	changed := len(t.rows)
	unread := 0
	for _, v := range values {
		if v.Open {
			unread++
		}
	}
	fmt.Fprintf(out, i.words.counts+"\n", changed, len(values)-changed-unread)
	if i.guessed != nil && len(i.guessed.Unmatched) > 0 {
		fmt.Fprintf(out, i.words.unmatched+"\n", len(i.guessed.Unmatched), listed(i.guessed.Unmatched))
	}
	return changed, i.wrote(out.Flush())
}

// tellProblems tells what is wrong, in the order it was found, and returns how
// many errors there are.
func (i *importing) tellProblems() int {
	errs, _ := i.tellEach(i.problems, i.files, "")
	if errs > 0 {
		i.complain(fmt.Sprintf(i.words.notWritten, errs))
	}
	return errs
}

// close writes the accounts where that is asked for, and says what was done.
func (i *importing) close(text []byte, changed int) error {
	line := fmt.Sprintf(i.words.preview, source.AccountsFile)
	switch {
	case changed == 0:
		line = i.words.nothing
	case i.opt.write:
		path := filepath.Join(i.dir, source.AccountsFile)
		if err := writeWhole(path, text); err != nil {
			return i.machineRefused(i.say.cantWrite, path, err)
		}
		line = fmt.Sprintf(i.words.written, path)
	case i.guessed != nil:
		line = fmt.Sprintf(i.words.guessed, source.ImportFile)
	}
	_, err := fmt.Fprintln(i.out, line)
	return i.wrote(err)
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(path string, text []byte) error {
	out, err := openTarget(path)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := io.Copy(out, bytes.NewReader(text)); err != nil {
		return err
	}
	return out.commit()
}
