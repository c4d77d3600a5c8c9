package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/validation"
	"github.com/kl-print/kl-print/layout/pdf"
)

// world is what a test gives the program and gets from it.
type world struct {
	out, err bytes.Buffer
	std      stdio
	compile  compiler
	ctx      context.Context
}

func newWorld(env ...string) *world {
	w := &world{ctx: context.Background(), compile: compileTo("%PDF-fake", nil)}
	w.std = stdio{out: &w.out, err: &w.err, env: func(key string) string {
		for _, e := range env {
			if name, value, _ := strings.Cut(e, "="); name == key {
				return value
			}
		}
		return ""
	}}
	return w
}

func (w *world) run(args ...string) int {
	return newApp(w.std, args, w.compile).run(w.ctx, args)
}

// compileTo makes three pages that are written as text, and then fails with err.
func compileTo(text string, err error) compiler {
	return func(_ context.Context, _ *content.Report, _ pdf.Standard, tell progress) (*made, *diag.List, error) {
		tell(stepLayout, 1, 2)
		tell(stepLayout, 2, 2)
		return &made{pages: 3, held: heldByOne, write: func(w io.Writer, _ pdf.Options) error {
			_, werr := io.WriteString(w, text)
			return errors.Join(werr, err)
		}}, &diag.List{}, nil
	}
}

// heldByOne is a document held against one rule.
func heldByOne() []validation.Rule {
	return []validation.Rule{{Code: "ua-title", Clause: "7.1", Asks: "a title"}}
}

// inFolder puts files into a new folder and stands in it.
func inFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// good is an edition, bad one with a fault.
func good() map[string]string {
	return map[string]string{
		"report.yaml":     "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n",
		"chapters/a.yaml": "title: A\nblocks:\n  - text: Hej.\n",
	}
}

func bad() map[string]string {
	files := good()
	files["chapters/a.yaml"] = "titel: A\nblocks:\n  - text: Hej.\n"
	files["chapters/b.yaml"] = "title: B\nblocks:\n  - text: Hej.\n"
	return files
}

// names lists a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		name  string
		args  string
		files map[string]string
		code  int
		err   string // what stderr has
	}{
		{"made", "build", good(), exitMade, ""},
		{"a folder", "build .", good(), exitMade, ""},
		{"embedded", "build", nil, exitMade, ""},
		{"another theme", "build --theme lyng", good(), exitMade, ""},
		{"unknown theme", "build --theme x", good(), exitUsage, `there is no theme "x"; expected one of standard, lyng. Own colours`},
		{"help", "--help", nil, exitMade, ""},
		{"help for build", "build --help", nil, exitMade, ""},
		{"help as a command", "help build", nil, exitMade, ""},
		{"version", "--version", nil, exitMade, ""},
		{"bad content", "build", bad(), exitContent, `chapters/a.yaml:1:1: error: unknown key "titel"`},
		{"an empty folder", "build .", nil, exitContent, `report.yaml: error: the file "report.yaml" is missing`},
		{"no command", "", nil, exitUsage, "there is no command; expected one of archive, bind, build, check"},
		{"unknown command", "make", nil, exitUsage, `unknown command "make"`},
		{"unknown flag", "build --out x", nil, exitUsage, "unknown flag --out"},
		{"unknown short flag", "build -x", nil, exitUsage, "unknown flag -x"},
		{"flag without value", "build -o", nil, exitUsage, "the flag -o lacks a value"},
		{"bad language", "build --lang sv", nil, exitUsage, `"sv" can't be the value of --lang`},
		{"two folders", "build . .", nil, exitUsage, "there are 2 folders; expected one at most"},
		{"no such folder", "build nowhere", nil, exitUsage, `there is no folder "nowhere"`},
		{"a file for a folder", "build report.yaml", good(), exitUsage, `"report.yaml" is not a folder`},
		{"a folder for a file", "build -o chapters", good(), exitUsage, `"chapters" is a folder; expected a file name after -o`},
		{"empty output", "build --output=", good(), exitUsage, "the file name is empty"},
		{"no folder for the file", "build -o nowhere/x.pdf", good(), exitUsage, `the folder "nowhere" does not exist; make it, or choose another after -o`},
		{"a file for the file's folder", "build -o report.yaml/x.pdf", good(), exitUsage, `"report.yaml" is not a folder`},
		{"the wrong folder", "build chapters", good(), exitContent, `kl-print: the folder "chapters" has no report.yaml; is it the right one?`},
	} {
		t.Run(c.name, func(t *testing.T) {
			inFolder(t, c.files)
			w := newWorld()
			if code := w.run(strings.Fields(c.args)...); code != c.code {
				t.Errorf("exit %d, want %d: %s", code, c.code, w.err.String())
			}
			if got := w.err.String(); !strings.Contains(got, c.err) || c.err == "" && got != "" {
				t.Errorf("stderr is %q, want %q in it", got, c.err)
			}
		})
	}
}

func TestUnreadableIsTheMachinesFault(t *testing.T) {
	dir := inFolder(t, good())
	if err := os.Chmod(filepath.Join(dir, "report.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile("report.yaml"); err == nil {
		t.Skip("nothing is unreadable to this user")
	}
	w := newWorld()
	if code := w.run("build"); code != exitMachine {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// TestAFolderForAFile can't be read by anyone.
func TestAFolderForAFile(t *testing.T) {
	files := good()
	files["people.yaml/x"] = "x"
	inFolder(t, files)
	w := newWorld()
	if code := w.run("build"); code != exitMachine || !strings.Contains(w.err.String(), "people.yaml: error: the file \"people.yaml\" can't be read: it is a folder") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

func TestLanguages(t *testing.T) {
	const da, en = "fejl: ukendt nøgle", "error: unknown key"
	for _, c := range []struct {
		env  []string
		args string
		want string
	}{
		{nil, "build", en},
		{[]string{"LANG=da_DK.UTF-8"}, "build", da},
		{[]string{"LANG=da_DK.UTF-8", "LC_MESSAGES=de_DE"}, "build", en},
		{[]string{"LANG=C", "LC_MESSAGES=da"}, "build", da},
		{[]string{"LC_ALL=C", "LANG=da_DK"}, "build", en},
		{[]string{"LANG=da_DK"}, "build --lang en", en},
		{nil, "--lang=da build", da},
		{nil, "build --lang=da", da},
	} {
		inFolder(t, bad())
		w := newWorld(c.env...)
		if code := w.run(strings.Fields(c.args)...); code != exitContent || !strings.Contains(w.err.String(), c.want) {
			t.Errorf("%v %s: exit %d, %s", c.env, c.args, code, w.err.String())
		}
	}
	if got := language([]string{"build", "--", "--lang=da"}, func(string) string { return "" }); got != diag.English {
		t.Error("what stands after -- is no flag")
	}
}

func TestProblemsAndTheirCount(t *testing.T) {
	for lang, want := range map[string]string{
		"en": `chapters/a.yaml:1:1: error: unknown key "titel" in chapters/a.yaml; expected title, headline, blocks; did you mean "title"? [unknown-key]
      titel: A
      ^^^^^
chapters/b.yaml: warning: the chapter is not in report.yaml and is left out; add "b" to chapters, or delete the file [unlisted-chapter]
kl-print: 1 error, 1 warning; no PDF was written; kl-print explain unknown-key tells more of the first
`,
		"da": `chapters/a.yaml:1:1: fejl: ukendt nøgle "titel" i chapters/a.yaml; forventede title, headline, blocks; mente du "title"? [unknown-key]
      titel: A
      ^^^^^
chapters/b.yaml: advarsel: kapitlet står ikke i report.yaml og kommer ikke med; føj "b" til chapters, eller slet filen [unlisted-chapter]
kl-print: 1 fejl, 1 advarsel; der er ikke skrevet nogen PDF; kl-print explain unknown-key siger mere om den første
`,
	} {
		dir := inFolder(t, bad())
		w := newWorld()
		if code := w.run("build", "--lang", lang); code != exitContent || w.out.Len() > 0 {
			t.Errorf("exit %d, stdout %q", code, w.out.String())
		}
		if got := w.err.String(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if got := names(t, dir); got != "chapters report.yaml" {
			t.Errorf("the folder has %s", got)
		}
	}
}

func TestWarningsDoNotStop(t *testing.T) {
	files := good()
	files["chapters/b.yaml"] = "title: B\nblocks:\n  - text: Hej.\n"
	inFolder(t, files)
	w := newWorld()
	if code := w.run("build"); code != exitMade || !strings.HasSuffix(w.err.String(), "kl-print: 1 warning\n") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// TestStatus shows the steps at a terminal and nothing of them elsewhere, and
// leaves a clean line.
func TestStatus(t *testing.T) {
	inFolder(t, good())
	w := newWorld()
	w.std.errTerminal = true
	if code := w.run("build"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	const line = "\r\x1b[K"
	want := line + "Reading the edition" + line + "Setting chapter 1 of 2" + line + "Setting chapter 2 of 2" + line + "Writing 3 pages" + line
	if got := w.err.String(); got != want {
		t.Errorf("stderr is %q, want %q", got, want)
	}
}

func TestSizes(t *testing.T) {
	en, da := wordsIn(diag.English), wordsIn(diag.Danish)
	for _, c := range []struct {
		n      int64
		en, da string
	}{
		{0, "0 kB", "0 kB"}, {1, "1 kB", "1 kB"}, {999_000, "999 kB", "999 kB"}, {1_000_000, "1.0 MB", "1,0 MB"},
		{1_250_000, "1.3 MB", "1,3 MB"}, {12_345_678, "12.3 MB", "12,3 MB"},
	} {
		if en.size(c.n) != c.en || da.size(c.n) != c.da {
			t.Errorf("%d is %q and %q", c.n, en.size(c.n), da.size(c.n))
		}
	}
	if got := da.closing("x", 1, 1, 1949*time.Millisecond); got != "x: 1 sider, 1 kB, 1,9 s" {
		t.Errorf("got %q", got)
	}
}

// TestTheRealCompiler makes the embedded edition.
func TestTheRealCompiler(t *testing.T) {
	inFolder(t, nil)
	w := newWorld()
	w.compile = compileReport
	if code := w.run("build"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if pdf := read(t, "beretning.pdf"); !strings.HasPrefix(pdf, "%PDF-1.") || !strings.HasSuffix(strings.TrimSpace(pdf), "%%EOF") {
		t.Error("the file is no PDF")
	}
}
