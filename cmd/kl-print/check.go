package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/online"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
)

// checkOptions are the flags of kl-print check.
type checkOptions struct {
	json, sarif bool
	online      bool // addresses are asked for
	explain     string
	watch       bool   // it is checked again at every change
	previous    string // last year's edition or bundle; empty: none
	dictionary  string // empty: that of the edition's language
}

// checkCommand is kl-print check.
func (a *app) checkCommand() *cobra.Command {
	var opt checkOptions
	cmd := &cobra.Command{
		Use: "check [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("explain") {
				return a.explain(opt.explain)
			}
			if opt.json && opt.sarif {
				return wrongUsage("%s", checkWordsIn(a.lang).oneForm)
			}
			dir := append(args, "")[0]
			if !opt.watch {
				return a.check(cmd.Context(), opt, dir)
			}
			if opt.json || opt.sarif {
				return wrongUsage("%s", checkWordsIn(a.lang).watchText)
			}
			again := func(ctx context.Context, a *app) error { return a.check(ctx, opt, dir) }
			return (&watchJob{app: a, dir: dir, work: again}).run(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&opt.json, "json", false, "")
	cmd.Flags().BoolVar(&opt.sarif, "sarif", false, "")
	cmd.Flags().StringVar(&opt.dictionary, "dictionary", "", "")
	cmd.Flags().StringVar(&opt.previous, "previous", "", "")
	cmd.Flags().BoolVar(&opt.online, "online", false, "")
	cmd.Flags().StringVar(&opt.explain, "explain", "", "")
	cmd.Flags().BoolVar(&opt.watch, "watch", false, "")
	return cmd
}

// wrote makes a failure of an error of standard output.
func (a *app) wrote(err error) error {
	if err != nil {
		return machineFailed(&os.PathError{Op: "write", Path: a.say.stdout, Err: err})
	}
	return nil
}

// checked is what a check came to.
type checked struct {
	left   []check.Finding
	waived []check.Waived
	work   content.Work
	spelt  spelling
	// embedded is set where the edition was the program's own.
	embedded bool
}

// check checks an edition and tells what it finds.
func (a *app) check(ctx context.Context, opt checkOptions, dir string) error {
	b := &build{app: a, dir: dir, previous: opt.previous}
	files, done, err := b.edition()
	if err != nil {
		return err
	}
	defer done()
	texts, err := editionTexts(files)
	if err != nil {
		return b.machineRefused(a.say.cantRead, b.folder(), err)
	}
	date, err := a.epoch()
	if err != nil {
		return err
	}
	result, err := b.checkEdition(ctx, files, texts, date, opt)
	if err != nil {
		return err
	}
	result.embedded = b.embedded
	out := bufio.NewWriterSize(a.out, 1<<16)
	if a.journal != nil {
		a.journal.tell(result.events(a.lang)...)
	}
	switch {
	case opt.json:
		err = writeJSON(out, result.json(a.lang))
	case opt.sarif:
		err = writeJSON(out, result.sarif(a.lang))
	case a.journal == nil:
		t := a.teller(true, files)
		t.w = out
		printer{t}.print(result)
	}
	if err := a.wrote(errors.Join(err, out.Flush())); err != nil {
		return err
	}
	if n, _, _ := result.count(); n > 0 {
		return &failure{code: exitContent}
	}
	return nil
}

// checkEdition reads an edition and checks it. What the loader finds comes in the
// same list; where it finds errors, there is nothing to check further.
func (b *build) checkEdition(ctx context.Context, files fs.FS, texts map[string]string, date string, opt checkOptions) (checked, error) {
	var out checked
	rep, work, problems := source.LoadUnfinished(files, date)
	out.work = work
	waivers, more := source.Waivers(files)
	problems.Add(more)
	if rep != nil {
		if err := b.checkPrevious(rep, problems); err != nil {
			return out, err
		}
	}
	if rep != nil {
		problems.Add(layout.LookFaults(rep, fonts.Embedded()))
	}
	out.left = asFindings(problems)
	if rep != nil {
		ed := check.Edition{Report: rep, Files: texts}
		var err error
		if out.spelt, err = b.speller(ctx, opt.dictionary, rep.Language); err != nil {
			return out, err
		}
		ed.Speller = out.spelt.at(ctx)
		if opt.online {
			ed.Dead = deadLinks(ctx, online.New("kl-print/"+release))
		}
		left, waived := judge(ed, waivers, work)
		out.left, out.waived = append(append(out.left, undrawn(ed)...), left...), waived
	} else {
		out.left = append(out.left, check.Unfinished(work)...)
	}
	if err := ctx.Err(); err != nil {
		return out, machineFailed(err)
	}
	return out, nil
}

// asFindings are the loader's problems as findings.
func asFindings(problems *diag.List) (out []check.Finding) {
	for _, d := range problems.Sorted() {
		level := check.Error
		if d.Severity == diag.Warning {
			level = check.Warning
		}
		out = append(out, check.Finding{Pos: d.Pos, Length: d.Length, Level: level, Code: d.Message.Code, What: check.Text{Danish: d.Message.Danish, English: d.Message.English}})
	}
	return out
}

// editionTexts reads the YAML files of an edition.
func editionTexts(files fs.FS) (map[string]string, error) {
	out := map[string]string{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && name != "chapters":
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".yaml":
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a link that leads nowhere: the loader tells of it
		}
		out[name] = string(data)
		return err
	})
	return out, err
}

// count returns how many errors, warnings and notes are left.
func (c checked) count() (errs, warnings, notes int) {
	for _, f := range c.left {
		switch f.Level {
		case check.Error:
			errs++
		case check.Warning:
			warnings++
		case check.Note:
			notes++
		}
	}
	return errs, warnings, notes
}

// writeJSON writes a value as indented JSON.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
