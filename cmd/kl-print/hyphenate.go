package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/content/source"
)

// hyphenateCommand is kl-print hyphenate.
func (a *app) hyphenateCommand() *cobra.Command {
	var language string
	cmd := &cobra.Command{
		Use:  "hyphenate [WORD ...]",
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			h, err := a.hyphenator(language)
			if err != nil {
				return err
			}
			return a.hyphenate(h, args)
		},
	}
	cmd.Flags().StringVar(&language, "language", "", "")
	return cmd
}

// hyphenator is that of the language asked for, else of the edition we stand
// in, with its exceptions, else the Danish one.
func (a *app) hyphenator(language string) (*hyphen.Hyphenator, error) {
	var exceptions []string
	if _, err := os.Stat(source.ReportFile); err == nil {
		root, err := os.OpenRoot(".")
		if err != nil {
			return nil, machineFailed(err)
		}
		defer root.Close()
		rep, _, problems := source.LoadUnfinished(root.FS(), "")
		if rep == nil {
			return nil, (&build{app: a}).refuse(problems)
		}
		exceptions = rep.Hyphenation
		if language == "" {
			language = rep.Language
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, machineFailed(err)
	}
	if language == "" {
		language = "da"
	}
	if !hyphen.Known(language) {
		return nil, wrongUsage(a.say.noLanguage, language)
	}
	return hyphen.For(language, exceptions...), nil
}

// hyphenate prints each word with its breaks: those given, or a line each from
// standard input.
func (a *app) hyphenate(h *hyphen.Hyphenator, words []string) error {
	out := bufio.NewWriter(a.out)
	for _, w := range words {
		fmt.Fprintln(out, broken(h, w))
	}
	if len(words) == 0 {
		if err := eachLine(a.in, func(line string) { fmt.Fprintln(out, broken(h, line)) }); err != nil {
			return machineFailed(err)
		}
	}
	if err := out.Flush(); err != nil {
		return machineFailed(err)
	}
	return nil
}

// eachLine calls f for every line, however long.
func eachLine(r io.Reader, f func(string)) error {
	in := bufio.NewReader(r)
	for {
		line, err := in.ReadString('\n')
		if line != "" {
			f(strings.TrimRight(line, "\r\n"))
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// broken writes a word with a hyphen at every break.
func broken(h *hyphen.Hyphenator, word string) string {
	var b strings.Builder
	from := 0
	for _, br := range h.Find(word) {
		b.WriteString(word[from:br.At] + "-")
		from = br.At
	}
	return b.String() + word[from:]
}
