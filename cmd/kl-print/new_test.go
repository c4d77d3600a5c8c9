package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/content/trial"
	"github.com/kl-print/kl-print/layout/pdf"
)

// change changes a file.
func change(t *testing.T, path string, f func(string) string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(f(read(t, path))), 0o666); err != nil {
		t.Fatal(err)
	}
}

// left runs check and returns how much it says is left, and of how much.
func left(t *testing.T, dir string) (left, of int) {
	t.Helper()
	w := newWorld()
	w.run("check", dir, "--lang", "en")
	m := regexp.MustCompile(`(?m)^the new edition: (\d+) of (\d+) things are left to do$`).FindStringSubmatch(w.out.String())
	if m == nil {
		return 0, 0
	}
	left, _ = strconv.Atoi(m[1])
	of, _ = strconv.Atoi(m[2])
	return left, of
}

// extrapolated is a book's lines in its first column as far from the second as
// that is from the year before: sums that held hold again.
func extrapolated(t *testing.T) []trial.Value {
	t.Helper()
	book, problems := source.Accounts(edition2024.Files())
	if problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	var out []trial.Value
	for _, s := range book.Statements {
		for _, l := range s.Lines {
			if l.ID != "" {
				out = append(out, trial.Value{Line: l.ID, Year: 2025, Amount: 2*l.Cells[0].Amount - l.Cells[1].Amount})
			}
		}
	}
	return out
}

// unmarked is a file without the marks that stand on lines of their own.
func unmarked(s string) string {
	return regexp.MustCompile(`(?m)^ *stale: 2024\n`).ReplaceAllString(s, "")
}

// TestTheYearAfter makes 2025 of the embedded edition, does what check lists, a
// part at a time, and builds it.
func TestTheYearAfter(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	w := newWorld()
	if code := w.run("new", "2025", "--lang", "en"); code != exitMade || !strings.HasPrefix(w.out.String(), "2025: 18 files; 362 things are left to do: kl-print check 2025") {
		t.Fatalf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	if names(t, dir) != "2025" {
		t.Errorf("there are %s", names(t, dir))
	}
	w = newWorld()
	if code := w.run("build", "2025", "--lang", "en"); code != exitContent || !strings.HasPrefix(w.err.String(), "report.yaml: error: the edition is not finished: 362 of 362 things") {
		t.Errorf("it is built: %d %s", code, w.err.String())
	}
	n, of := left(t, "2025")
	if n != 362 || of != 362 {
		t.Fatalf("%d of %d are left", n, of)
	}
	work := map[string]func(string) string{
		"report.yaml":         func(s string) string { return strings.Replace(s, "\nstale: 2024", "", 1) },
		"chapters/klima.yaml": unmarked,
		"figures.yaml":        func(s string) string { return strings.ReplaceAll(s, ", stale: 2024", "") },
		"people.yaml":         unmarked,
	}
	for name, done := range work {
		change(t, filepath.Join("2025", name), done)
		now, all := left(t, "2025")
		if now >= n || all != of {
			t.Errorf("with %s done there are %d of %d left, before %d of %d", name, now, all, n, of)
		}
		n = now
	}
	text, problems := source.SetAmounts(os.DirFS("2025"), extrapolated(t), nil)
	if problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	change(t, "2025/accounts.yaml", func(string) string { return string(text) })
	change(t, "2025/accounts.yaml", func(s string) string { return strings.Replace(s, `amount: "?"`, `amount: "-61.942.805"`, 1) })
	chapters, _ := filepath.Glob("2025/chapters/*.yaml")
	for _, name := range append(chapters, "2025/accounts.yaml") {
		change(t, name, func(s string) string { return regexp.MustCompile(`(?m)^ *stale: 2024\n`).ReplaceAllString(s+"\n", "") })
	}
	w = newWorld()
	if w.run("check", "2025", "--lang", "en"); strings.Count(w.out.String(), "error: the year 202")+strings.Count(w.out.String(), "error: the figure is of 2025, and 2024 is said") < 10 {
		t.Errorf("check does not tell of last year's years:\n%s", w.out.String())
	}
	for _, name := range chapters {
		change(t, name, func(s string) string {
			moved := regexp.MustCompile(`@?\b202[34]\b`).ReplaceAllStringFunc(s, func(y string) string {
				return map[string]string{"2023": "2024", "2024": "2025"}[y] + map[bool]string{true: y}[y[0] == '@']
			})
			// What was to come is the year before; a survey is not asked anew.
			return strings.NewReplacer("ind i 2025", "ind i 2026", "ligger 2025", "ligger 2026", "lønskøn for 2025", "lønskøn for 2026",
				"er det i 2025", "er det i 2026", "foråret 2025 bliver", "foråret 2026 bliver", "inden 2025", "inden 2026", "hen over 2025", "hen over 2026", "efteråret 2025", "efteråret 2024").Replace(moved)
		})
	}
	w = newWorld()
	if code := w.run("check", "2025", "--lang", "en"); code != exitMade {
		t.Errorf("there are errors left:\n%s", w.out.String())
	}
	if n, _ := left(t, "2025"); n != 0 {
		t.Errorf("%d are left", n)
	}
	last := filepath.Join(dir, "last")
	if err := os.CopyFS(last, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("build", "2025", "--previous", last); code != exitMade || w.err.Len() > 0 {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	change(t, "2025/accounts.yaml", func(s string) string {
		return strings.NewReplacer(`"251.671.892"`, `"251.671.893"`, `"188.902.543"`, `"188.902.542"`).Replace(s)
	})
	w = newWorld()
	if code := w.run("build", "2025", "--previous", last, "--lang", "en"); code != exitContent || !strings.Contains(w.err.String(), "251.671.893 here but 251.671.892 in last year's") {
		t.Errorf("another figure in the second column: exit %d: %s", code, w.err.String())
	}
}

// TestOnlyMarksAndYearsAreNew takes out of 2025 what new put in, and has 2024.
func TestOnlyMarksAndYearsAreNew(t *testing.T) {
	t.Chdir(t.TempDir())
	if w := newWorld(); w.run("new", "2025") != exitMade {
		t.Fatal(w.err.String())
	}
	old := filepath.Join(t.TempDir(), "old")
	if err := os.CopyFS(old, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	chapters, _ := filepath.Glob("2025/chapters/*.yaml")
	for _, name := range chapters {
		was, is := read(t, filepath.Join(old, "chapters", filepath.Base(name))), read(t, name)
		is = regexp.MustCompile(`\n *stale: 2024(\n|$)`).ReplaceAllString(is, "$1")
		wasLines, isLines := strings.Split(was, "\n"), strings.Split(is, "\n")
		if len(wasLines) != len(isLines) {
			t.Fatalf("%s has %d lines, and had %d", name, len(isLines), len(wasLines))
		}
		for i, line := range wasLines {
			if line != isLines[i] && !strings.Contains(line, "@2023") && !strings.Contains(line, "date: 2025") && !strings.Contains(line, "year: 2024") && !strings.Contains(line, "title: ") {
				t.Errorf("%s:%d is %q, and was %q", name, i+1, isLines[i], line)
			}
		}
	}
	if was, is := read(t, filepath.Join(old, "people.yaml")), read(t, "2025/people.yaml"); was != unmarked(is) || was == is {
		t.Error("in people.yaml not only marks are new")
	}
}

// TestAnUnfinishedEditionIsSet sets the new edition as it is, for a draft: open
// figures are question marks and nothing falls over.
func TestAnUnfinishedEditionIsSet(t *testing.T) {
	t.Chdir(t.TempDir())
	if w := newWorld(); w.run("new", "2025") != exitMade {
		t.Fatal(w.err.String())
	}
	rep, work, problems := source.LoadUnfinished(os.DirFS("2025"), "")
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	var open accounts.Cell
	if l := rep.Accounts.Line("egenkapital"); l != nil {
		open = l.Cell(0)
	}
	if !open.Open || fmt.Sprint(open) != "?" || len(work.Left) == 0 {
		t.Errorf("the amount is %v", open)
	}
	doc, list, err := compileReport(context.Background(), rep, pdf.A2aUA1, func(step, int, int) {})
	if err != nil || doc == nil {
		t.Errorf("it is not set: %v %v", err, list.Sorted())
	}
}

// TestStaleTextIsNotChecked tells nothing of a stale text but that it is.
func TestStaleTextIsNotChecked(t *testing.T) {
	wrongEdition(t, "Det sker den 31. april 2025.\n    stale: 2023", "")
	w := newWorld()
	if code := w.run("check", "--lang", "en"); code != exitContent || strings.Contains(w.out.String(), "31. april 2025\n") || !strings.Contains(w.out.String(), "klima.yaml:5:5: error: text from 2023: text: Det sker den 31. april 2025.") {
		t.Errorf("exit %d:\n%s", code, w.out.String())
	}
	w = newWorld()
	if w.run("check", "--json"); !strings.Contains(w.out.String(), `"left": 1,`) {
		t.Error(w.out.String())
	}
}

func TestNewUsage(t *testing.T) {
	for args, want := range map[string]struct {
		code int
		err  string
	}{
		"new":                           {exitUsage, `"." has report.yaml already, and nothing is written over`},
		"new 2025 2026":                 {exitUsage, "there are 2 folders or years"},
		"new chapters/a.yaml":           {exitUsage, `"chapters/a.yaml" is not a folder`},
		"new a/b":                       {exitUsage, `the folder "a" does not exist`},
		"new x --language sv":           {exitUsage, `there is no edition to begin with in "sv"; expected da, en`},
		"new x --from .":                {exitUsage, "--from goes with a year"},
		"new x -o y":                    {exitUsage, "--output goes with a year"},
		"new 2025 --language en":        {exitUsage, "--language does not go with a year"},
		"new ./2025":                    {exitMade, ""},
		"new 2026":                      {exitUsage, "the edition is of 2024; expected the year after, 2025, not 2026"},
		"new 2025":                      {exitUsage, `the new folder would lie inside the old one; give another after -o, such as ../2025`},
		"new 2025 -o chapters":          {exitUsage, `"chapters" is there already`},
		"new 2025 -o a/b/c":             {exitUsage, `the folder "a/b" does not exist`},
		"new 2025 --from nowhere":       {exitUsage, `there is no folder "nowhere"`},
		"new 2025 --from . -o images/x": {exitUsage, "inside"},
		"new 2025 --from bad -o ../x":   {exitContent, "next year's edition is made of one that is in order"},
		"new 2025 -o ../y":              {exitMade, ""},
		"new 2025 --from . -o ../z":     {exitMade, ""},
		"new 2025 --help":               {exitMade, ""},
		"new 2025 --from empty -o ../x": {exitContent, "empty"},
	} {
		t.Run(args, func(t *testing.T) {
			files := map[string]string{}
			for name, text := range good() {
				files["e/"+name] = text
				files["e/bad/"+name] = strings.ReplaceAll(text, "Hej.", "<b>")
			}
			files["e/empty/x"] = ""
			files["e/beretning.pdf"], files["e/.git/x"], files["e/images/a.txt"] = "pdf", "x", "a"
			dir := inFolder(t, files)
			t.Chdir(filepath.Join(dir, "e"))
			w := newWorld()
			if code := w.run(append(strings.Fields(args), "--lang", "en")...); code != want.code || !strings.Contains(w.err.String(), want.err) {
				t.Errorf("exit %d: %s", code, w.err.String())
			}
			if want.code != exitMade && names(t, dir) != "e" {
				t.Errorf("something is left: %s", names(t, dir))
			}
			if _, err := os.Stat("../y"); err == nil && names(t, "../y") != "bad chapters empty images report.yaml" {
				t.Errorf("the new edition has %s", names(t, "../y"))
			}
		})
	}
}
