package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/content/starter"
)

// TestTheFirstEdition makes an edition in each language, checks it and builds it,
// without a word of warning.
func TestTheFirstEdition(t *testing.T) {
	for _, lang := range starter.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Chdir(t.TempDir())
			w := newWorld()
			if code := w.run("new", "mit", "--language", lang); code != exitMade || !strings.HasPrefix(w.out.String(), "mit: 11 files. Begin with "+filepath.Join("mit", "report.yaml")+", and see the pages by kl-print preview mit\n") {
				t.Fatalf("exit %d: %s%s", code, w.out.String(), w.err.String())
			}
			w = newWorld()
			if code := w.run("check", "mit", "--lang", "en"); code != exitMade || !strings.HasSuffix(w.out.String(), "errors: 0, warnings: 0, notes: 0, waived: 0\n") {
				t.Errorf("check: exit %d\n%s%s", code, w.out.String(), w.err.String())
			}
			w = newWorld()
			w.compile = compileReport
			if code := w.run("build", "mit"); code != exitMade || w.err.Len() > 0 {
				t.Errorf("build: exit %d\n%s", code, w.err.String())
			}
		})
	}
}

// TestTheFirstEditionTeaches has what somebody begins with in each language, and
// comments in every file.
func TestTheFirstEditionTeaches(t *testing.T) {
	for _, lang := range starter.Languages() {
		files := starter.Files(lang)
		rep, problems := source.Load(files)
		if rep == nil || rep.Language != lang {
			t.Fatal(lang, problems.Sorted())
		}
		kinds := map[string]bool{}
		for _, c := range rep.Chapters {
			text, err := fs.ReadFile(files, c.Pos.File)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`(?m)^  - ([a-z-]+):`).FindAllStringSubmatch(string(text), -1) {
				// A kind is told of in a comment where it is first met.
				if !kinds[m[1]] && !regexp.MustCompile(`(?m)^ *#.*\b`+m[1]+`\b`).Match(text) {
					t.Errorf("%s: %s is not explained in %s", lang, m[1], c.Pos.File)
				}
				kinds[m[1]] = true
			}
		}
		for _, kind := range []string{"lead", "text", "heading", "section", "fact", "image", "chart", "statement", "table", "letter", "quote", "box", "note", "links", "portraits", "roster", "signatures"} {
			if !kinds[kind] {
				t.Errorf("%s: there is no %s", lang, kind)
			}
		}
		if len(rep.Bound) < 5 || !hasNote(rep) || rep.People[0].Portrait == "" || len(rep.Accounts.Statements) < 2 {
			t.Errorf("%s: %d bound figures, footnote %v", lang, len(rep.Bound), hasNote(rep))
		}
		_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, _ error) error {
			if text, _ := fs.ReadFile(files, name); strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(string(text), "# ") {
				t.Errorf("%s/%s does not begin with a comment", lang, name)
			}
			return nil
		})
	}
}

// hasNote reports a footnote in a paragraph.
func hasNote(rep *content.Report) bool {
	for _, c := range rep.Chapters {
		for _, b := range c.Blocks {
			if p, is := b.(content.Paragraph); is {
				for _, in := range p.Body {
					if _, is := in.(content.Footnote); is {
						return true
					}
				}
			}
		}
	}
	return false
}

// TestWhatIsShutOutIsRight takes the marks away from all that theme.yaml and
// waivers.yaml show: it is read without a word but that the waiver has
// nothing to cover, and the book is made.
func TestWhatIsShutOutIsRight(t *testing.T) {
	shut := regexp.MustCompile(`(?m)^# ( *[a-z-]+:( |$).*|  - .*)$`)
	for _, lang := range starter.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if w := newWorld(); w.run("new", "--language", lang) != exitMade {
				t.Fatal(w.err.String())
			}
			for _, name := range []string{"theme.yaml", "waivers.yaml"} {
				change(t, name, func(s string) string {
					if !regexp.MustCompile(`^(#.*\n|\n)*$`).MatchString(s) {
						t.Errorf("%s says something", name)
					}
					head, rest, _ := strings.Cut(s, "\n\n") // what names the schema stays
					return head + "\n\n" + shut.ReplaceAllString(rest, "$1")
				})
			}
			w := newWorld()
			w.compile = compileReport
			const unused = "waivers.yaml:10:5: warning: the waiver covers no finding [waiver-unused]\n      - code: year\n        ^^^^\nkl-print: 1 warning\n"
			if code := w.run("build", "--lang", "en"); code != exitMade || w.err.String() != unused {
				t.Errorf("exit %d: %s\n%s", code, w.err.String(), read(t, "theme.yaml"))
			}
			if !strings.Contains(read(t, "theme.yaml"), "\npaper: A5\n") || !strings.Contains(read(t, "waivers.yaml"), "\n  - code: year\n    file:") {
				t.Errorf("the marks were not taken away:\n%s%s", read(t, "theme.yaml"), read(t, "waivers.yaml"))
			}
			if waivers, problems := source.Waivers(os.DirFS(".")); len(waivers) != 1 || problems.HasErrors() {
				t.Errorf("%d waivers: %v", len(waivers), problems.Sorted())
			}
		})
	}
}

// TestNewWritesOverNothing leaves folders as they are where it can't do it all.
func TestNewWritesOverNothing(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"has people.yaml, theme.yaml already": {"theme.yaml": "mine", "people.yaml": "mine", "x": "x"},
		"has chapters/aaret.yaml already":     {"chapters/aaret.yaml": "mine", "chapters/b.yaml": "b"},
		"has images already":                  {"images": "a file"},
		"has waivers.yaml already":            {"waivers.yaml/x": "a folder"},
	} {
		dir := inFolder(t, files)
		before := names(t, dir)
		w := newWorld()
		if code := w.run("new"); code != exitUsage || !strings.Contains(w.err.String(), name) {
			t.Errorf("exit %d: %s, want %s", code, w.err.String(), name)
		}
		if names(t, dir) != before {
			t.Errorf("there is now %s, and was %s", names(t, dir), before)
		}
	}
	dir := inFolder(t, map[string]string{"notes.txt": "mine", "chapters/b.yaml": "b", ".git/x": "x"})
	w := newWorld()
	if code := w.run("new"); code != exitMade || names(t, dir) != ".git .schema accounts.yaml chapters figures.yaml images notes.txt people.yaml report.yaml theme.yaml waivers.yaml" {
		t.Errorf("exit %d: %s; there is %s", code, w.err.String(), names(t, dir))
	}
}

// TestNewIsNotLedOut writes nothing through a link that leads out of the folder,
// and takes away what it had written.
func TestNewIsNotLedOut(t *testing.T) {
	dir, out := inFolder(t, map[string]string{"mine.txt": "x"}), t.TempDir()
	if err := os.Mkdir("mit", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(out, "mit/images"); err != nil {
		t.Skip("no links here:", err)
	}
	w := newWorld()
	if code := w.run("new", "mit"); code == exitMade || names(t, out) != "" || names(t, dir) != "mine.txt mit" || names(t, "mit") != "images" {
		t.Errorf("exit %d: %s; outside there is %q, inside %q", code, w.err.String(), names(t, out), names(t, "mit"))
	}
}

// TestNewInterrupted leaves nothing half made.
func TestNewInterrupted(t *testing.T) {
	dir := inFolder(t, nil)
	w := newWorld()
	var cancel func()
	w.ctx, cancel = context.WithCancel(w.ctx)
	cancel()
	if code := w.run("new", "mit"); code != exitMachine || names(t, dir) != "" {
		t.Errorf("exit %d: there is %q", code, names(t, dir))
	}
}
