package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/cmd/kl-print/preview"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// previewOptions are the flags of kl-print preview.
type previewOptions struct {
	theme, editor, previous string
	port                    int
	noBrowser               bool
}

// previewCommand is kl-print preview.
func (a *app) previewCommand() *cobra.Command {
	var opt previewOptions
	cmd := &cobra.Command{
		Use: "preview [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.preview(cmd.Context(), opt, append(args, "")[0])
		},
	}
	cmd.Flags().StringVar(&opt.theme, "theme", "", "")
	cmd.Flags().StringVar(&opt.previous, "previous", "", "")
	cmd.Flags().StringVar(&opt.editor, "editor", "", "")
	cmd.Flags().IntVar(&opt.port, "port", 0, "")
	cmd.Flags().BoolVar(&opt.noBrowser, "no-browser", false, "")
	return cmd
}

// preview shows an edition in the browser until it is interrupted.
func (a *app) preview(ctx context.Context, opt previewOptions, dir string) error {
	say := previewWordsIn(a.lang)
	switch {
	case opt.theme != "" && !slices.Contains(content.Themes(), opt.theme):
		return wrongUsage(a.say.unknownTheme, opt.theme, strings.Join(content.Themes(), ", "))
	case opt.port < 0 || opt.port > 0xFFFF:
		return wrongUsage(say.badPort, opt.port)
	}
	date, err := a.epoch()
	if err != nil {
		return err
	}
	b := &build{app: a, dir: dir, previous: opt.previous}
	_, done, err := b.edition() // whether there is one
	if err != nil {
		return err
	}
	done()
	if b.previous != "" {
		if _, done, err = b.lastYear(); err != nil {
			return err
		}
		done()
	}
	show := preview.Options{
		Open: b.reopen, Date: date, Theme: opt.theme, Check: b.checkLater(ctx), Lang: a.lang,
		Editor: preview.Editor{Command: opt.editor, Env: a.env, Out: a.out, Err: a.err},
	}
	if a.outTerminal && a.errTerminal {
		show.Editor.In = a.in
	}
	if !b.embedded {
		if show.Dir, err = filepath.Abs(b.dir); err != nil {
			return machineFailed(err)
		}
	}
	p, err := preview.New(show, opt.port)
	if err != nil {
		return b.cantPreview(opt.port, err)
	}
	fmt.Fprintf(a.out, say.running, p.URL())
	if b.embedded {
		fmt.Fprint(a.out, strings.TrimPrefix(a.say.embedded, "; ")+"\n")
	}
	if a.outTerminal && !opt.noBrowser {
		browse(p.Entry())
	}
	if err := p.Run(ctx); err != nil {
		return machineFailed(err)
	}
	return nil
}

// cantPreview tells why there is no preview.
func (b *build) cantPreview(port int, err error) error {
	if file := (*fs.PathError)(nil); errors.As(err, &file) {
		return b.machineRefused(previewWordsIn(b.lang).cantWatch, file.Path, err)
	}
	da, en := diag.Cause(err)
	if errors.Is(err, syscall.EADDRINUSE) {
		da, en = "et andet program bruger den; vælg en anden, eller udelad --port", "another program uses it; choose another, or leave --port out"
	}
	return machineFailed(fmt.Errorf(previewWordsIn(b.lang).cantListen, port, diag.Message{Danish: da, English: en}.In(b.lang)))
}

// reopen opens the edition's folder once more: it may be another by now, where it
// was moved and a new one put in its place.
func (b *build) reopen() (fs.FS, func(), error) {
	if b.embedded {
		return edition2024.Files(), func() {}, nil
	}
	root, err := os.OpenRoot(b.dir)
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), func() { _ = root.Close() }, nil
}

// checkLater is how a preview checks an edition: it reads what a check needs, and
// returns what checks the report. Links are not asked for, and where words can't be
// looked up they are not.
func (b *build) checkLater(ctx context.Context) func(fs.FS, *content.Report, content.Work) func() ([]check.Finding, map[string]string) {
	spellers := spellersOf(ctx, b.app)
	return func(files fs.FS, rep *content.Report, work content.Work) func() ([]check.Finding, map[string]string) {
		texts, err := editionTexts(files)
		if err != nil {
			texts = map[string]string{} // places are then those of the blocks
		}
		waivers, problems := source.Waivers(files)
		_ = b.checkPrevious(rep, problems) // last year's edition may be written just now
		return func() ([]check.Finding, map[string]string) {
			ed := check.Edition{Report: rep, Files: texts, Speller: spellers.of(rep.Language)}
			left, _ := judge(ed, waivers, work)
			return append(asFindings(problems), left...), texts
		}
	}
}

// browse has the browser open an address, where there is one to be had.
func browse(url string) {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	cmd := exec.Command(name, args...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }() // the address stands at the terminal too
	}
}
