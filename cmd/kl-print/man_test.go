package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestManPages writes all pages and holds them to the commands: each has one,
// with its flags, in ASCII.
func TestManPages(t *testing.T) {
	dir := t.TempDir()
	w := newWorld()
	if code := w.run("man", "-o", filepath.Join(dir, "en")); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if code := w.run("man", "-o", filepath.Join(dir, "da"), "--lang", "da"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	everyCommand(func(a *app, cmd *cobra.Command) {
		page := read(t, filepath.Join(dir, (&langFlag{a.lang}).String(), manName(cmd)+".1"))
		if strings.ContainsFunc(page, func(c rune) bool { return c > '~' }) {
			t.Errorf("the page of %q is not ASCII", pathOf(cmd))
		}
		for _, f := range flagsOf(cmd) {
			if !strings.Contains(page, escaped(named(f))) {
				t.Errorf("the page of %q lacks %s", pathOf(cmd), named(f))
			}
		}
	})
	w = newWorld()
	if code := w.run("man", "import", "accounts"); code != exitMade || w.out.String() != read(t, filepath.Join(dir, "en", "kl-print-import-accounts.1")) {
		t.Errorf("exit %d: the page at standard output is another: %s", code, w.out.String())
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]int{"man -o " + filepath.Join(dir, "file"): exitMachine, "man --output=": exitUsage} {
		if code := newWorld().run(strings.Fields(args)...); code != want {
			t.Errorf("%s: exit %d, want %d", args, code, want)
		}
	}
}

// TestManPagesAreSet has the programs that show manual pages set all of them:
// neither may complain, and the words have to come out.
func TestManPagesAreSet(t *testing.T) {
	dir := t.TempDir()
	for _, lang := range []string{"da", "en"} {
		if code := newWorld().run("man", "-o", filepath.Join(dir, lang), "--lang", lang); code != exitMade {
			t.Fatalf("exit %d", code)
		}
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*", "*.1"))
	if err != nil || len(pages) < 20 {
		t.Fatalf("%v: %q", err, pages)
	}
	for name, args := range map[string][]string{
		"groff":  {"-man", "-Tutf8", "-ww", "-P-c"},
		"mandoc": {"-T", "lint", "-W", "error"},
	} {
		t.Run(name, func(t *testing.T) {
			runTool(t, name, map[string]string{"groff": "--version", "mandoc": "/dev/null"}[name])
			for _, page := range pages {
				out, err := exec.Command(name, append(args, page)...).CombinedOutput()
				if err != nil || strings.Contains(string(out), "warning:") {
					t.Errorf("%s: %v\n%s", page, err, out)
				}
				if name == "groff" && strings.HasSuffix(page, "da/kl-print-build.1") && !strings.Contains(strings.Join(strings.Fields(string(out)), " "), "MAPPE er en udgave: report.yaml") {
					t.Errorf("the Danish page of build reads\n%s", out)
				}
			}
		})
	}
}
