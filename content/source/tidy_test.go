package source

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/starter"
)

// editionsToTidy are editions of every kind there is, in memory.
func editionsToTidy(t testing.TB) map[string]fstest.MapFS {
	t.Helper()
	out := map[string]fstest.MapFS{}
	for name, from := range map[string]fs.FS{
		"2024": edition2024.Files(), "da": starter.Files("da"), "en": starter.Files("en"),
		"every": os.DirFS("../../layout/testdata/every"),
	} {
		files := fstest.MapFS{}
		err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(from, name)
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil || len(files) == 0 {
			t.Fatal(name, err)
		}
		out[name] = files
	}
	return out
}

// tidyAll tidies an edition, and returns it with what was changed.
func tidyAll(t *testing.T, files fstest.MapFS) (fstest.MapFS, map[string][]byte, *diag.List) {
	t.Helper()
	changed, problems := Tidy(files, "")
	out := fstest.MapFS{}
	for name, f := range files {
		out[name] = f
	}
	for name, text := range changed {
		out[name] = &fstest.MapFile{Data: text}
	}
	return out, changed, problems
}

// differs compares two editions as they are loaded, by other means than Tidy does.
func differs(a, b fs.FS) string {
	x, _, was := (*Rereader)(nil).load(a, "")
	y, _, is := (*Rereader)(nil).load(b, "")
	if was.HasErrors() != is.HasErrors() || was.Len() != is.Len() {
		return fmt.Sprintf("there were %d problems, and are %d: %v", was.Len(), is.Len(), is.Sorted())
	}
	return cmp.Diff(x, y, cmpopts.IgnoreTypes(diag.Pos{}), cmpopts.IgnoreFields(content.Report{}, "Files"), cmp.Exporter(func(reflect.Type) bool { return true }))
}

// TestTidySaysTheSame tidies whole editions: each is loaded as it was, has its
// comments, and is not changed by a second time.
func TestTidySaysTheSame(t *testing.T) {
	for name, files := range editionsToTidy(t) {
		t.Run(name, func(t *testing.T) {
			tidy, _, problems := tidyAll(t, files)
			for _, d := range problems.Sorted() {
				t.Error(d.Text(diag.English))
			}
			if d := differs(files, tidy); d != "" {
				t.Error(d)
			}
			if _, again, _ := tidyAll(t, tidy); len(again) > 0 {
				t.Errorf("a second time changes %d files", len(again))
			}
			for name, f := range files {
				if is, was := bytes.Count(tidy[name].Data, []byte("#")), bytes.Count(f.Data, []byte("#")); is != was {
					t.Errorf("%s had %d signs of comments, and has %d", name, was, is)
				}
			}
		})
	}
}

// TestTheStarterIsTidy holds what people begin with to the form it will have.
func TestTheStarterIsTidy(t *testing.T) {
	for _, lang := range starter.Languages() {
		changed, _ := Tidy(starter.Files(lang), "")
		for name, text := range changed {
			was, _ := fs.ReadFile(starter.Files(lang), name)
			t.Errorf("%s/%s: %s", lang, name, cmp.Diff(string(was), string(text)))
		}
	}
}

// mutant changes a file in a way that a person might, and that may or may not
// leave it YAML.
type mutant struct {
	rnd  *rand.Rand
	next int      // of the comments
	put  []string // the comments that were put in
}

// comment is one that there is none of.
func (m *mutant) comment() string {
	m.next++
	word := fmt.Sprintf("#bemærkning%d:", m.next)
	m.put = append(m.put, word)
	return word + " \"x\", - y {z}"
}

// mutate changes one place.
func (m *mutant) mutate(text string) string {
	lines := strings.Split(text, "\n")
	i := m.rnd.IntN(len(lines))
	indent := len(lines[i]) - len(strings.TrimLeft(lines[i], " "))
	switch m.rnd.IntN(9) {
	case 0, 1: // a comment above a line, more or less where the line is
		lines[i] = strings.Repeat(" ", max(0, indent+m.rnd.IntN(5)-2)) + m.comment() + "\n" + lines[i]
	case 2: // one beside it
		lines[i] += "   " + m.comment()
	case 3: // an empty line, or some
		lines[i] = strings.Repeat("\n", 1+m.rnd.IntN(3)) + lines[i]
	case 4: // blanks at the end
		lines[i] += strings.Repeat(" ", 1+m.rnd.IntN(3))
	case 5: // two lines change places
		if i+1 < len(lines) {
			lines[i], lines[i+1] = lines[i+1], lines[i]
		}
	case 6: // words more
		if at := strings.LastIndex(lines[i], " "); at > indent {
			lines[i] = lines[i][:at] + strings.Repeat(" og ord – 2024. -", 1+m.rnd.IntN(8)) + lines[i][at:]
		}
	case 7: // deeper from here to the next line like it
		for j := i; j < len(lines) && (j == i || len(lines[j])-len(strings.TrimLeft(lines[j], " ")) > indent || lines[j] == ""); j++ {
			if lines[j] != "" {
				lines[j] = "  " + lines[j]
			}
		}
	case 8: // braces and brackets over several lines
		if strings.ContainsAny(lines[i], "{[") {
			lines[i] = strings.Replace(lines[i], ", ", ",\n"+strings.Repeat(" ", indent+3), 1+m.rnd.IntN(2))
		}
	}
	return strings.Join(lines, "\n")
}

// mutants is how many editions are changed at random, of each kind; KL_PRINT_MUTANTS
// asks for more.
func mutants() int {
	if n, err := strconv.Atoi(os.Getenv("KL_PRINT_MUTANTS")); err == nil {
		return n
	}
	return 25
}

// TestTidyMutants tidies editions that have been changed at random: what they say
// and their comments stay, and a second time changes nothing.
func TestTidyMutants(t *testing.T) {
	all := editionsToTidy(t)
	tried, left := 0, 0
	for _, edition := range []string{"da", "every"} {
		for seed := range mutants() {
			m := &mutant{rnd: rand.New(rand.NewPCG(uint64(seed), 7))}
			files := fstest.MapFS{}
			var names []string
			for name, f := range all[edition] {
				files[name] = f
			}
			for _, name := range []string{"report.yaml", "accounts.yaml", "people.yaml", "chapters/aaret.yaml", "chapters/regnskab.yaml", "chapters/tekst.yaml", "chapters/tal.yaml", "chapters/mennesker.yaml"} {
				if files[name] != nil {
					names = append(names, name)
				}
			}
			name := names[m.rnd.IntN(len(names))]
			text := string(files[name].Data)
			for range 1 + m.rnd.IntN(4) {
				text = m.mutate(text)
			}
			if m.rnd.IntN(4) == 0 {
				text = strings.ReplaceAll(text, "\n", "\r\n")
			}
			if m.rnd.IntN(8) == 0 {
				text = "\ufeff" + text
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
			tidy, changed, problems := tidyAll(t, files)
			tried++
			if problems.Len() > 0 {
				left++
				if !problems.HasErrors() && strings.Contains(problems.Sorted()[0].Message.English, "leaves alone") {
					t.Logf("seed %d: %s is left alone", seed, name)
				}
			}
			where := fmt.Sprintf("%s, seed %d, %s:\n%s\nbecame\n%s", edition, seed, name, text, changed[name])
			if d := differs(files, tidy); d != "" {
				t.Fatalf("it says something else: %s\n%s", d, where)
			}
			if changed[name] == nil {
				continue
			}
			for _, c := range m.put {
				if is, was := bytes.Count(changed[name], []byte(c)), strings.Count(text, c); is != was {
					t.Fatalf("the comment %q is there %d times, and was %d: %s", c, is, was, where)
				}
			}
			if bytes.HasPrefix(changed[name], []byte("\ufeff")) != strings.HasPrefix(text, "\ufeff") || bytes.Contains(changed[name], []byte("\r\n")) != strings.Contains(text, "\r\n") {
				t.Fatalf("the mark or the line ends are other: %s", where)
			}
			if _, again, _ := tidyAll(t, tidy); len(again) > 0 {
				t.Fatalf("a second time changes it: %s\nand then\n%s", where, again[name])
			}
		}
	}
	if t.Logf("%d of %d were left alone or are no YAML", left, tried); left > tried/2 {
		t.Errorf("%d of %d were left alone", left, tried)
	}
}

// TestTidyForms tidies chapters' and other files' ways of being written.
func TestTidyForms(t *testing.T) {
	long := strings.Repeat("Ord og flere ord, ", 7) + "slut"
	for _, c := range []struct{ name, file, was, is string }{
		{"keys are put in order, with their comments", "report.yaml",
			"chapters: [a]\n# om året\nyear: 2024 # det\n\n# om titlen\ntitle: T\nlanguage: da\npublisher: P\ndate: 2025-01-01\n",
			"# om titlen\ntitle: T\n# om året\nyear: 2024  # det\npublisher: P\nlanguage: da\ndate: 2025-01-01\nchapters: [a]\n"},
		{"what is said of the file stays on top", "report.yaml",
			"# yaml-language-server: $schema=x\n# Filen.\n\n# om året\nyear: 2024\ntitle: T\nlanguage: da\npublisher: P\ndate: 2025-01-01\nchapters: [a]\n",
			"# yaml-language-server: $schema=x\n# Filen.\n\ntitle: T\n# om året\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nchapters: [a]\n"},
		{"dashes below their key are moved in", "report.yaml",
			"title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nkeywords:\n- a   \n# - b\n# om kapitler\nchapters:\n-  a\n",
			"title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nkeywords:\n  - a\n  # - b\n# om kapitler\nchapters:\n  - a\n"},
		{"texts keep their lines", "chapters/a.yaml",
			"title: A\nblocks:\n    -   text: |\n            En.\n\n            - to\n              tre\n            - fire\n\n\n    # om\n    -   lead: >-\n          Fem\n          seks.\n    -   text: |+\n         Syv.\n\n    -   heading:   Otte\n",
			"title: A\nblocks:\n  - text: |\n      En.\n\n      - to\n        tre\n      - fire\n\n  # om\n  - lead: >-\n      Fem\n      seks.\n  - text: |+\n      Syv.\n\n  - heading: Otte\n"},
		{"an indent that is said stays", "chapters/a.yaml",
			"title: A\nblocks:\n  -   text: |4\n          En.\n  -   lead: >2  # to\n        To.\n",
			"title: A\nblocks:\n  - text: |4\n        En.\n  - lead: >2  # to\n      To.\n"},
		{"long prose is wrapped", "chapters/a.yaml",
			"title: A\nblocks:\n  - text: |\n      " + long + " 2024. {{ a | mio }} - x\n      og  to\n\n      - " + long + "\n      - kort\n\n      Linje\\\n      " + long + "\n  - lead: >\n      " + long + "\n  - heading: " + long + "\n  - fact: {figure: '1', caption: \"" + long + "\"}\n  - text: x\n",
			"title: A\nblocks:\n  - text: |\n      Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord\n      og flere ord, Ord og flere ord, slut 2024. {{ a | mio }} - x og  to\n\n      - Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord,\n        Ord og flere ord, Ord og flere ord, slut\n      - kort\n\n      Linje\\\n      " + long + "\n  - lead: >\n      Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord\n      og flere ord, Ord og flere ord, slut\n  - heading: Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere\n      ord, Ord og flere ord, Ord og flere ord, slut\n  - fact:\n      figure: '1'\n      caption: \"Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere ord, Ord og flere\n        ord, Ord og flere ord, Ord og flere ord, slut\"\n  - text: x\n"},
		{"braces with comments stay", "chapters/a.yaml",
			"title: A\nblocks:\n    - fact: {figure: '1', # et\n       caption: x}\n    - list: {items: [a,b,\n c]   ,ordered: true}\n",
			"title: A\nblocks:\n  - fact: {figure: '1', # et\n       caption: x}\n  - list: {ordered: true, items: [a, b, c]}\n"},
		{"people stay in their order", "people.yaml",
			"groups:\n  r: {members: [{role: F, person: b}, a], name: R}\npeople:\n  b: {office: X, name: B}\n  a: {name: A}\n  # c: {name: C}\n",
			"people:\n  b: {name: B, office: X}\n  a: {name: A}\n  # c: {name: C}\ngroups:\n  r: {name: R, members: [{person: b, role: F}, a]}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{
				"report.yaml":     {Data: []byte("title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nchapters: [a]\n")},
				"chapters/a.yaml": {Data: []byte("title: A\nblocks:\n  - text: x\n")},
			}
			files[c.file] = &fstest.MapFile{Data: []byte(c.was)}
			tidy, _, problems := tidyAll(t, files)
			if is := string(tidy[c.file].Data); is != c.is || problems.Len() > 0 {
				t.Errorf("%v\n%s", problems.Sorted(), cmp.Diff(c.is, is))
			}
			if d := differs(files, tidy); d != "" {
				t.Error(d)
			}
			if _, again, _ := tidyAll(t, tidy); len(again) > 0 {
				t.Errorf("a second time changes it to\n%s", again[c.file])
			}
		})
	}
}

// TestTidyLeaves leaves files alone that are no YAML, or in a form it does not
// touch, and tidies the others.
func TestTidyLeaves(t *testing.T) {
	for text, want := range map[string]string{
		"title: A\n  blocks: x: y\n":                       "chapters/a.yaml:2:",
		"title: A\ntitle: B\nblocks:\n -  text: x\n":       "chapters/a.yaml:2:1: error:",
		"title: &a A\nblocks:\n -  text: *a\n":             "error:",
		"%YAML 1.1\n---\ntitle: A\nblocks:\n -  text: x\n": "chapters/a.yaml: warning: the file is written in a way that kl-print fmt leaves alone",
		"? title\n: A\nblocks:\n -  text: x\n":             "chapters/a.yaml: warning: the file is written in a way",
		"{title: A, blocks: [{text: x}]}\n":                "chapters/a.yaml: warning: the file is written in a way",
		"title: !!str A\nblocks:\n -  text: x\n":           "error:",
	} {
		files := fstest.MapFS{
			"report.yaml":     {Data: []byte("title:  T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nchapters: [a]\n")},
			"chapters/a.yaml": {Data: []byte(text)},
		}
		_, changed, problems := tidyAll(t, files)
		told := ""
		for _, d := range problems.Sorted() {
			told += d.Text(diag.English) + "\n"
		}
		if changed["chapters/a.yaml"] != nil || changed["report.yaml"] == nil || !strings.Contains(told, want) {
			t.Errorf("%q: changed %d files, and told %s", text, len(changed), told)
		}
	}
}

// TestTidyLongText does not take a time that grows by the square of a text's
// length: eight times the text takes no more than some thirty times the steps.
func TestTidyLongText(t *testing.T) {
	for _, piece := range []string{"{{ x ", "ord og  ", "- ", "[^a]: ", "\\ "} {
		took := func(n int) time.Duration {
			text := strings.Repeat(piece, n)
			best := time.Hour
			for range 3 {
				begin := time.Now()
				wrapMarkdown([]string{text}, 80)
				wrapFolded([]string{strings.TrimSpace(text)}, 80)
				wrapScalar([]string{`"` + text + `"`}, "x:", 80, 2)
				best = min(best, time.Since(begin))
			}
			return best
		}
		if a, b := took(20_000), took(160_000); b > 40*a+50*time.Millisecond {
			t.Errorf("%q: %v for a text, %v for eight times as much", piece, a, b)
		}
	}
}

// FuzzTidy tidies any chapter: nothing falls over, and what is changed says what it
// said, with the comments it had.
func FuzzTidy(f *testing.F) {
	for _, files := range editionsToTidy(f) {
		for name, file := range files {
			if strings.HasPrefix(name, "chapters/") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Add("title: A\nblocks:\n- text: |2-\n    a\n   \n  # b\n- fact: {a: [b, {c: \"d\\\n e\"}], # f\n g}\n")
	f.Fuzz(func(t *testing.T, text string) {
		files := fstest.MapFS{
			"report.yaml":     {Data: []byte("title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-01-01\nchapters: [a]\n")},
			"chapters/a.yaml": {Data: []byte(text)},
		}
		tidy, changed, _ := tidyAll(t, files)
		if d := differs(files, tidy); d != "" {
			t.Errorf("%s\n%q\nbecame\n%q", d, text, changed["chapters/a.yaml"])
		}
		if _, again, _ := tidyAll(t, tidy); len(again) > 0 {
			t.Errorf("%q\nbecame\n%q\nand then\n%q", text, changed["chapters/a.yaml"], again["chapters/a.yaml"])
		}
	})
}
