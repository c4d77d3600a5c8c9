package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

func TestClosingLine(t *testing.T) {
	for lang, want := range map[string]string{
		"en": `^beretning\.pdf: 3 pages, 1 kB, \d+\.\d s\n$`,
		"da": `^beretning\.pdf: 3 sider, 1 kB, \d+,\d s\n$`,
	} {
		dir := inFolder(t, good())
		w := newWorld()
		if code := w.run("build", "--lang", lang); code != exitMade {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
		if !regexp.MustCompile(want).MatchString(w.out.String()) || w.err.Len() > 0 {
			t.Errorf("stdout %q, stderr %q", w.out.String(), w.err.String())
		}
		if got := names(t, dir); got != "beretning.pdf chapters report.yaml" {
			t.Errorf("the folder has %s", got)
		}
		if got := read(t, "beretning.pdf"); got != "%PDF-fake" {
			t.Errorf("the file has %q", got)
		}
	}
}

// TestClosingLineOfTheEmbedded tells that the report is not one's own.
func TestClosingLineOfTheEmbedded(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "; KL's report for 2024, embedded in the program, for there is no report.yaml here; kl-print new begins your own\n",
		"da": "; KL's beretning for 2024, som følger med programmet, for her er ingen report.yaml; kl-print new begynder din egen\n",
	} {
		inFolder(t, nil)
		w := newWorld()
		if code := w.run("build", "--lang", lang); code != exitMade || !strings.HasSuffix(w.out.String(), want) {
			t.Errorf("exit %d, stdout %q", code, w.out.String())
		}
	}
}

// TestAnEditionWithoutItsReport is one's own all the same: the embedded one is not
// made over its PDF, and a report by another name is to be renamed.
func TestAnEditionWithoutItsReport(t *testing.T) {
	rename := func(there string) string { return `but "` + there + `"; rename it to report.yaml` }
	for there, want := range map[string]string{
		"report.yml": rename("report.yml"), "report.yaml.txt": rename("report.yaml.txt"), "REPORT.yaml": rename("REPORT.yaml"), "Report.yml.txt": rename("Report.yml.txt"),
		"accounts.yaml": "has no report.yaml; is it the right one?", "People.yaml": "has no report.yaml", "chapters/x": "has no report.yaml",
	} {
		inFolder(t, map[string]string{there: "title: T\n", "beretning.pdf": "mine"})
		if _, err := os.Stat(source.ReportFile); err == nil {
			continue // letters of either case are one to this file system
		}
		for _, command := range []string{"build", "fmt", "archive -o x.zip"} {
			w := newWorld()
			if code := w.run(strings.Fields(command)...); code != exitContent || !strings.Contains(w.err.String(), want) || read(t, "beretning.pdf") != "mine" {
				t.Errorf("%s with %s: exit %d, %s", command, there, code, w.err.String())
			}
		}
		w := newWorld()
		if code := w.run("check"); code != exitContent || !strings.Contains(w.out.String(), `report.yaml: error: the file "report.yaml" is missing`) || strings.Contains(w.out.String(), "embedded") {
			t.Errorf("check with %s: exit %d, %s", there, code, w.out.String())
		}
	}
}

// TestCheckOfTheEmbedded tells that the edition is not one's own, in each form.
func TestCheckOfTheEmbedded(t *testing.T) {
	inFolder(t, nil)
	for args, want := range map[string]string{
		"check":                   "What was checked is KL's report for 2024, embedded in the program",
		"check --lang da":         "Efterset er KL's beretning for 2024",
		"check --json":            `"embedded": true`,
		"check --sarif":           `"embedded": true`,
		"check --log-format json": `"embedded":true`,
	} {
		w := newWorld()
		if code := w.run(strings.Fields(args)...); code != exitMade || !strings.Contains(w.out.String()+w.err.String(), want) {
			t.Errorf("%s: exit %d, %s%s", args, code, w.out.String(), w.err.String())
		}
	}
}

// TestNoRoomOnTheWay names the file that was asked for, in the language that
// was, where the folder can't be written in.
func TestNoRoomOnTheWay(t *testing.T) {
	inFolder(t, good())
	if err := os.Mkdir("shut", 0o555); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Create("shut/x"); err == nil {
		_ = f.Close()
		t.Skip("nothing is shut to this user")
	}
	w := newWorld()
	if code := w.run("build", "-o", "shut/x.pdf", "--lang", "da"); code != exitMachine || w.err.String() != "kl-print: \"shut/x.pdf\" kan ikke skrives: adgang nægtet\n" {
		t.Errorf("exit %d, stderr %q", code, w.err.String())
	}
}

func TestStandardOutput(t *testing.T) {
	dir := inFolder(t, good())
	w := newWorld()
	if code := w.run("build", "-o", "-"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if w.out.String() != "%PDF-fake" {
		t.Errorf("stdout is %q", w.out.String())
	}
	if got := w.err.String(); !strings.HasPrefix(got, "standard output: 3 pages, ") || strings.Count(got, "\n") != 1 {
		t.Errorf("stderr is %q", got)
	}
	if got := names(t, dir); got != "chapters report.yaml" {
		t.Errorf("the folder has %s", got)
	}
	w = newWorld()
	w.std.outTerminal = true
	if code := w.run("build", "-o", "-"); code != exitUsage || w.out.Len() > 0 {
		t.Errorf("a PDF went to a terminal: exit %d", code)
	}
}

// TestOlderFileStays fails and interrupts builds in every way: the older PDF is
// as it was, and no temporary file is left.
func TestOlderFileStays(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	full := &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	midway := func(ctx context.Context) (compiler, context.Context) {
		ctx, stop := context.WithCancel(ctx)
		return func(context.Context, *content.Report, pdf.Standard, progress) (*made, *diag.List, error) {
			return &made{pages: 1, write: func(w io.Writer, _ pdf.Options) error {
				stop()
				_, err := w.Write(bytes.Repeat([]byte("x"), 1<<20))
				return err
			}}, nil, nil
		}, ctx
	}
	atTheEnd := func(ctx context.Context) (compiler, context.Context) {
		ctx, stop := context.WithCancel(ctx)
		return func(context.Context, *content.Report, pdf.Standard, progress) (*made, *diag.List, error) {
			return &made{pages: 1, write: func(io.Writer, pdf.Options) error { stop(); return nil }}, nil, nil
		}, ctx
	}
	halfway, halfwayCtx := midway(context.Background())
	last, lastCtx := atTheEnd(context.Background())
	for _, c := range []struct {
		name    string
		compile compiler
		ctx     context.Context
		code    int
		err     string
	}{
		{"the disk is full", compileTo("half", full), context.Background(), exitMachine, "kl-print: \"beretning.pdf\" can't be written: no space left on the disk\n"},
		{"laying out fails", func(context.Context, *content.Report, pdf.Standard, progress) (*made, *diag.List, error) {
			return nil, nil, errors.New("no\nfont")
		}, context.Background(), exitMachine, "kl-print: no font\n"},
		{"laying out finds faults", func(context.Context, *content.Report, pdf.Standard, progress) (*made, *diag.List, error) {
			var l diag.List
			l.Error(diag.Pos{File: "a", Line: 1, Column: 2}, diag.Message{Code: "c", Danish: "galt", English: "wrong"})
			return nil, &l, nil
		}, context.Background(), exitContent, "a:1:2: error: wrong [c]\nkl-print: 1 error; no PDF was written; kl-print explain c tells more of the first\n"},
		{"interrupted while laying out", func(ctx context.Context, _ *content.Report, _ pdf.Standard, _ progress) (*made, *diag.List, error) {
			return nil, nil, ctx.Err()
		}, cancelled, exitMachine, "kl-print: interrupted; no PDF was written\n"},
		{"interrupted while writing", halfway, halfwayCtx, exitMachine, "kl-print: interrupted; no PDF was written\n"},
		{"interrupted at the end", last, lastCtx, exitMachine, "kl-print: interrupted; no PDF was written\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := good()
			files["beretning.pdf"] = "older"
			dir := inFolder(t, files)
			w := newWorld()
			w.compile, w.ctx = c.compile, c.ctx
			if code := w.run("build"); code != c.code || !strings.Contains(w.err.String(), c.err) || w.out.Len() > 0 {
				t.Errorf("exit %d, stderr %q, stdout %q", code, w.err.String(), w.out.String())
			}
			if got := names(t, dir); got != "beretning.pdf chapters report.yaml" {
				t.Errorf("the folder has %s", got)
			}
			if got := read(t, "beretning.pdf"); got != "older" {
				t.Errorf("the older file has become %q", got)
			}
		})
	}
}

func TestFileIsReplaced(t *testing.T) {
	files := good()
	files["old.pdf"] = "older and longer than the new one"
	dir := inFolder(t, files)
	if err := os.Chmod("old.pdf", 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("old.pdf", "link.pdf"); err != nil {
		t.Skip(err)
	}
	w := newWorld()
	if code := w.run("build", "-o", "link.pdf"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	info, err := os.Lstat("old.pdf")
	if err != nil || info.Mode() != 0o640 || read(t, "old.pdf") != "%PDF-fake" {
		t.Errorf("the file is %v, %v", info, err)
	}
	if link, err := os.Lstat("link.pdf"); err != nil || link.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", link, err)
	}
	if got := names(t, dir); got != "chapters link.pdf old.pdf report.yaml" {
		t.Errorf("the folder has %s", got)
	}
}

func TestDeviceIsNotReplaced(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	inFolder(t, good())
	w := newWorld()
	if code := w.run("build", "-o", "/dev/null"); code != exitMade {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	w = newWorld()
	if code := w.run("build", "-o", "/dev/full"); code != exitMachine || !strings.Contains(w.err.String(), "\"/dev/full\" can't be written: no space left on the disk") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	for _, name := range []string{"/dev/null", "/dev/full"} {
		if info, err := os.Stat(name); err != nil || info.Mode()&os.ModeDevice == 0 {
			t.Fatalf("%s is no device any more", name)
		}
	}
}
