package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// untidy is an edition with two files that fmt changes.
func untidy() map[string]string {
	files := good()
	files["report.yaml"] = "chapters: [a] # alle\r\ntitle: T\r\nyear: 2024\r\npublisher: P\r\nlanguage: da\r\ndate: 2025-02-27\r\n"
	files["chapters/a.yaml"] = "title: A\nblocks:\n    # her\n    - text: Hej.\n"
	files["people.yaml"] = "people:\n  a: {name: A}\n"
	return files
}

func TestFmt(t *testing.T) {
	dir := inFolder(t, untidy())
	w := newWorld()
	if code := w.run("fmt", "--check"); code != exitContent || w.out.String() != "chapters/a.yaml\nreport.yaml\n" || read(t, "chapters/a.yaml") != untidy()["chapters/a.yaml"] {
		t.Errorf("--check: exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	w = newWorld()
	const want = "--- a/chapters/a.yaml\n+++ b/chapters/a.yaml\n@@ -1,4 +1,4 @@\n title: A\n blocks:\n-    # her\n-    - text: Hej.\n+  # her\n+  - text: Hej.\n" +
		"--- a/report.yaml\n+++ b/report.yaml\n@@ -1,6 +1,6 @@\n-chapters: [a] # alle\n title: T\n year: 2024\n publisher: P\n language: da\n date: 2025-02-27\n+chapters: [a]  # alle\n"
	if code := w.run("fmt", ".", "--diff"); code != exitContent || w.out.String() != want || read(t, "chapters/a.yaml") != untidy()["chapters/a.yaml"] {
		t.Errorf("--diff: exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	if err := os.Chmod("report.yaml", 0o640); err != nil {
		t.Fatal(err)
	}
	w = newWorld()
	if code := w.run("fmt"); code != exitMade || w.out.String() != "chapters/a.yaml\nreport.yaml\n" || w.err.Len() > 0 {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	if got := read(t, "report.yaml"); got != "title: T\r\nyear: 2024\r\npublisher: P\r\nlanguage: da\r\ndate: 2025-02-27\r\nchapters: [a]  # alle\r\n" {
		t.Errorf("%q", got)
	}
	if info, err := os.Stat("report.yaml"); err != nil || info.Mode().Perm() != 0o640 || names(t, dir) != "chapters people.yaml report.yaml" {
		t.Errorf("%v %v: %s", info.Mode(), err, names(t, dir))
	}
	for _, args := range []string{"fmt", "fmt --check", "fmt --diff"} {
		w = newWorld()
		if code := w.run(strings.Fields(args)...); code != exitMade || w.out.Len() > 0 {
			t.Errorf("%s of what is tidy: exit %d: %s", args, code, w.out.String())
		}
	}
}

// TestFmtOfALink writes where the link leads, within the edition, and leaves the link.
func TestFmtOfALink(t *testing.T) {
	inFolder(t, untidy())
	if err := os.Rename("chapters/a.yaml", "chapters/real.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.txt", "chapters/a.yaml"); err != nil {
		t.Skip("no links here:", err)
	}
	w := newWorld()
	if code := w.run("fmt"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if to, err := os.Readlink("chapters/a.yaml"); err != nil || to != "real.txt" || !strings.Contains(read(t, "chapters/real.txt"), "\n  # her\n") {
		t.Errorf("%s %v: %s", to, err, read(t, "chapters/real.txt"))
	}
}

func TestFmtUsage(t *testing.T) {
	for args, want := range map[string]struct {
		code int
		err  string
	}{
		"fmt --help":           {exitMade, ""},
		"fmt --check --diff e": {exitUsage, "--check and --diff don't go together"},
		"fmt":                  {exitUsage, "there is no report.yaml here"},
		"fmt x y":              {exitUsage, "there are 2 folders"},
		"fmt nowhere":          {exitUsage, `there is no folder "nowhere"`},
		"fmt e/chapters":       {exitContent, `has no report.yaml`},
		"fmt broken":           {exitContent, "chapters/a.yaml:2:"},
		"fmt faulty":           {exitMade, ""},
	} {
		t.Run(args, func(t *testing.T) {
			files := map[string]string{}
			for name, text := range untidy() {
				files["e/"+name], files["broken/"+name], files["faulty/"+name] = text, text, text
			}
			files["broken/chapters/a.yaml"] = "title: A\n  blocks: x: y\n"
			files["faulty/chapters/a.yaml"] = "titel: A\nblocks:\n    - text: <b>\n"
			dir := inFolder(t, files)
			w := newWorld()
			if code := w.run(append(strings.Fields(args), "--lang", "en")...); code != want.code || !strings.Contains(w.err.String(), want.err) {
				t.Errorf("exit %d: %s", code, w.err.String())
			}
			if args == "fmt broken" && (read(t, "broken/chapters/a.yaml") != files["broken/chapters/a.yaml"] || read(t, "broken/report.yaml") == files["broken/report.yaml"]) {
				t.Error("the broken file has changed, or the other has not")
			}
			if args == "fmt faulty" && read(t, filepath.Join(dir, "faulty/chapters/a.yaml")) != "titel: A\nblocks:\n  - text: <b>\n" {
				t.Errorf("%q", read(t, "faulty/chapters/a.yaml"))
			}
		})
	}
}
