package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/diag/excerpt"
)

// TestColours asks for them in every way there is.
func TestColours(t *testing.T) {
	for _, c := range []struct {
		env      string
		terminal bool
		want     bool
	}{
		{"", true, true}, {"", false, false}, {"TERM=xterm", true, true}, {"TERM=dumb", true, false},
		{"NO_COLOR=1", true, false}, {"NO_COLOR=", true, true}, {"CLICOLOR=0", true, false}, {"CLICOLOR=1", true, true},
		{"CLICOLOR_FORCE=1", false, true}, {"CLICOLOR_FORCE=0", false, false}, {"CLICOLOR_FORCE=1 TERM=dumb", true, true},
		{"CLICOLOR_FORCE=1 NO_COLOR=1", true, false}, {"CI=true", true, true},
	} {
		w := newWorld(strings.Fields(c.env)...)
		if got := w.std.coloured(c.terminal); got != c.want {
			t.Errorf("%q at a terminal %t: colours %t", c.env, c.terminal, got)
		}
		inFolder(t, bad())
		w.std.errTerminal = c.terminal
		w.run("build")
		if got := strings.Contains(w.err.String(), "\x1b[31m"); got != c.want {
			t.Errorf("%q at a terminal %t: build has colours %t: %q", c.env, c.terminal, got, w.err.String())
		}
		w.out.Reset()
		w.std.outTerminal = c.terminal
		w.run("check")
		if got := strings.Contains(w.out.String(), "\x1b[31m"); got != c.want {
			t.Errorf("%q at a terminal %t: check has colours %t", c.env, c.terminal, got)
		}
	}
}

// TestNothingIsWrittenOver looks for the line that moves where none may.
func TestNothingIsWrittenOver(t *testing.T) {
	for env, want := range map[string]bool{"": true, "CI=true": false, "CI=1": false, "CI=false": true, "TERM=dumb": false} {
		inFolder(t, good())
		w := newWorld(strings.Fields(env)...)
		w.std.errTerminal, w.std.errWidth = true, 12
		w.run("build")
		if got := strings.Contains(w.err.String(), "\r"); got != want {
			t.Errorf("%q: a line is written over: %t: %q", env, got, w.err.String())
		}
		if strings.Contains(w.err.String(), "edition") {
			t.Errorf("the line is wider than the terminal: %q", w.err.String())
		}
	}
}

// TestMessagesFitNarrowTerminals breaks messages where a terminal is narrow, and
// nowhere else.
func TestMessagesFitNarrowTerminals(t *testing.T) {
	files := bad()
	files["chapters/a.yaml"] = "title: A\nblocks:\n  - text: Hej.\n    " + strings.Repeat("x", 300) + ": " + strings.Repeat("y ", 100) + "\n"
	var words []string
	for _, width := range []int{0, 30, 50, 80, 200} {
		inFolder(t, files)
		w := newWorld()
		w.std.errTerminal, w.std.errWidth = width > 0, width
		w.run("build")
		text := strings.NewReplacer("\r\x1b[KReading the edition\r\x1b[K", "", redType, "", boldType, "", yellowType, "", plainType, "").Replace(w.err.String())
		told := ""
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, strings.Repeat(" ", excerptIndent)) {
				continue
			}
			told += " " + line
		}
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if n := excerpt.Columns(line); width > 0 && n > width && strings.Count(strings.TrimSpace(line), " ") > 0 && !strings.HasPrefix(line, "kl-print:") {
				t.Errorf("at %d a line has %d columns: %q", width, n, line)
			}
		}
		words = append(words, strings.Join(strings.Fields(told), " "))
	}
	for _, w := range words {
		if w != words[0] || w == "" {
			t.Errorf("other words at another width:\n%s\n%s", words[0], w)
		}
	}
}

// TestHostileFilesDoATerminalNoHarm puts what steers a terminal into files and
// names, and looks for it in what is told.
func TestHostileFilesDoATerminalNoHarm(t *testing.T) {
	for _, text := range []string{"\x1b]0;owned\x07", "\u202eevil", "\x9b31m", "\u200b\ufeff", "\x00", "\xff\xfe", "\r\nOK", "報告書"} {
		files := good()
		files["chapters/a.yaml"] = "title: A\nblocks:\n  - text: Hej " + text + " der. #\n  - \"" + text + "\": x\n"
		inFolder(t, files)
		for _, args := range []string{"build", "check", "build --lang da", "build no\x1b[2Jwhere"} {
			w := newWorld()
			w.run(strings.Split(args, " ")...)
			told := strings.ReplaceAll(w.out.String()+w.err.String(), "\n", "")
			if i := strings.IndexFunc(told, func(c rune) bool { return unicode.IsControl(c) || unicode.In(c, unicode.Cf) }); i >= 0 {
				t.Errorf("%s of %q tells %q", args, text, told[i:])
			}
		}
	}
}

// TestManyProblemsAreToldAtOnce tells of ten thousand, all on one very long line,
// with eight times the work of an eighth of them.
func TestManyProblemsAreToldAtOnce(t *testing.T) {
	files := fstest.MapFS{"a.yaml": &fstest.MapFile{Data: []byte(strings.Repeat("ord ", 1_000_000))}}
	work := func(n int) float64 {
		began := time.Now()
		defer func() { t.Logf("%d problems: %v", n, time.Since(began)/2) }()
		return testing.AllocsPerRun(1, func() {
			var out bytes.Buffer
			tell := (&app{stdio: newWorld().std}).teller(true, files)
			tell.w = &out
			for i := range n {
				tell.tell(problem{Pos: diag.Pos{File: "a.yaml", Line: 1, Column: 1 + 4*(i*97%990_000)}, level: check.Error, code: "x", message: "galt"})
			}
			if got := strings.Count(out.String(), "^^^"); got != n {
				t.Fatalf("%d of %d are told", got, n)
			}
		})
	}
	if few, many := work(1250), work(10_000); many > 8.5*few {
		t.Errorf("%.0f allocations, for an eighth of the problems %.0f", many, few)
	}
}

// TestJournal parses what --log-format json tells of every command that does
// work, and holds it to what README.md says: one object a line, no text beside it,
// events and fields that are documented, and the status last.
func TestJournal(t *testing.T) {
	readmeText, _ := readme(t)
	fields := map[string]string{}
	for _, row := range tableRows(t, readmeText, "| `event` | its other fields |") {
		fields[strings.Trim(row[0], "`")] = row[1]
	}
	list := good()
	list["list.csv"] = "nummer;navn\n1;Åse\n2;Bo\n"
	many := map[string]string{}
	for name, text := range good() {
		many["x/"+name] = text
	}
	for name, text := range bad() {
		many["y/"+name] = text
	}
	warned := good()
	warned["chapters/b.yaml"] = "title: B\nblocks:\n  - text: Hej.\n"
	for _, c := range []struct {
		args   string
		files  map[string]string
		events string // that there have to be, in this order
		status int
	}{
		{"build", good(), "step counts made end", exitMade},
		{"build", warned, "problem counts made end", exitMade},
		{"build", bad(), "problem counts end", exitContent},
		{"build --theme x", good(), "failed end", exitUsage},
		{"build --no-such", good(), "failed end", exitUsage},
		{"build nowhere", good(), "failed end", exitUsage},
		{"build --for list.csv", list, "step made end", exitMade},
		{"build --all", many, "made edition problem counts edition summary end", exitContent},
		{"check", bad(), "problem counts end", exitContent},
		{"check", good(), "counts end", exitMade},
		{"archive -o a.zip", good(), "step made end", exitMade},
		{"verify no.zip", good(), "failed end", exitUsage},
		{"", good(), "failed end", exitUsage},
		{"hyphenate kommune", nil, "end", exitMade},
	} {
		inFolder(t, c.files)
		w := newWorld()
		w.compile = compileTo("%PDF-fake", nil)
		if strings.Contains(c.args, "--for") || strings.HasPrefix(c.args, "archive") {
			w.compile = compileReport
		}
		code := w.run(append(strings.Fields(c.args), "--log-format", "json")...)
		var seen []string
		for line := range strings.Lines(w.err.String()) {
			var e map[string]any
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Errorf("%s: %q is no JSON: %v", c.args, line, err)
				continue
			}
			seen = append(seen, fmt.Sprint(e["event"]))
			about, documented := fields[fmt.Sprint(e["event"])]
			if e["event"] == "waived" {
				about += fields["problem"]
			}
			for name := range e {
				if !documented || name != "event" && !strings.Contains(about, "`"+name+"`") {
					t.Errorf("%s: the README does not tell of %s of %v", c.args, name, e["event"])
				}
			}
			if e["event"] == "end" && e["status"] != float64(c.status) {
				t.Errorf("%s: the status is %v", c.args, e["status"])
			}
		}
		rest := seen
		for _, want := range strings.Fields(c.events) {
			for len(rest) > 0 && rest[0] != want {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Errorf("%s: there is no %q in %q", c.args, want, seen)
				break
			}
		}
		if code != c.status || len(seen) == 0 || seen[len(seen)-1] != "end" {
			t.Errorf("%s: exit %d, events %q", c.args, code, seen)
		}
		if !strings.HasPrefix(c.args, "hyphenate") && w.out.Len() > 0 {
			t.Errorf("%s: standard output has %q", c.args, w.out.String())
		}
	}
}

// tableRows returns the cells of a table of the README.
func tableRows(t *testing.T, text, head string) (rows [][]string) {
	t.Helper()
	_, table, found := strings.Cut(text, head+"\n|---|---|\n")
	if !found {
		t.Fatalf("the README has no table %q", head)
	}
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "| ") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "| "), " | ")
		rows = append(rows, cells)
	}
	return rows
}
