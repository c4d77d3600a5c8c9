package preview

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
)

func TestPlaceOf(t *testing.T) {
	for _, c := range []struct {
		in           string
		file         string
		line, column int
	}{
		{"chapters/klima.yaml:12:5", "chapters/klima.yaml", 12, 5}, {"a.yaml:3", "a.yaml", 3, 1}, {"a.yaml", "a.yaml", 1, 1},
		{"a:b.yaml:3:4", "a:b.yaml", 3, 4}, {"a.yaml:x:4", "a.yaml:x", 4, 1}, {"", "", 1, 1}, {":::", ":::", 1, 1},
	} {
		if f, l, k := placeOf(c.in); f != c.file || l != c.line || k != c.column {
			t.Errorf("%q is %q %d %d", c.in, f, l, k)
		}
	}
}

func TestEditorCommands(t *testing.T) {
	none := func(string) string { return "" }
	env := func(pairs map[string]string) func(string) string { return func(k string) string { return pairs[k] } }
	for _, c := range []struct {
		name     string
		editor   Editor
		want     []string
		terminal bool
	}{
		{"a configured one", Editor{Command: `my-editor "--at={line},{column}" '{file}'`, Env: none}, []string{"my-editor", "--at=3,7", "/e/a b.yaml"}, false},
		{"one known by its name", Editor{Command: "/usr/bin/code -n", Env: none}, []string{"/usr/bin/code", "-n", "--goto", "/e/a b.yaml:3:7"}, false},
		{"VISUAL before EDITOR", Editor{Env: env(map[string]string{"VISUAL": "subl", "EDITOR": "vi"})}, []string{"subl", "/e/a b.yaml:3:7"}, false},
		{"a terminal's", Editor{Env: env(map[string]string{"EDITOR": "vim"})}, []string{"vim", "+3", "/e/a b.yaml"}, true},
		{"emacs in a window", Editor{Command: "emacs"}, []string{"emacs", "+3", "/e/a b.yaml"}, false},
		{"emacs in a terminal", Editor{Command: "emacs -nw"}, []string{"emacs", "-nw", "+3", "/e/a b.yaml"}, true},
		{"kate", Editor{Command: "kate"}, []string{"kate", "--line", "3", "--column", "7", "/e/a b.yaml"}, false},
		{"an unknown one", Editor{Command: "thing"}, []string{"thing", "/e/a b.yaml"}, false},
	} {
		got, terminal, err := c.editor.command("/e/a b.yaml", 3, 7)
		if err != nil || !slices.Equal(got, c.want) || terminal != c.terminal {
			t.Errorf("%s: %q, terminal %v, %v", c.name, got, terminal, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, _, err := (Editor{Env: none}).command("a", 1, 1); err != errNoEditor {
		t.Errorf("without any: %v", err)
	}
	if _, err := (&desk{Editor: Editor{Command: "vim"}}).open("a", 1, 1); err != errNoTerminal {
		t.Errorf("without a terminal: %v", err)
	}
	if name, err := (&desk{Editor: Editor{Command: "no-such-editor"}}).open("a", 1, 1); err == nil || openWords(diag.Danish, name, err) == "" {
		t.Errorf("one there is not: %v", err)
	}
}

func TestOffset(t *testing.T) {
	text := "æøå\nlinje to\n"
	for _, c := range []struct {
		pos  diag.Pos
		want int
	}{{diag.Pos{Line: 1, Column: 1}, 0}, {diag.Pos{Line: 1, Column: 3}, 4}, {diag.Pos{Line: 2, Column: 7}, 13}, {diag.Pos{Line: 9, Column: 1}, len(text)}, {diag.Pos{}, 0}} {
		if got := offset(text, c.pos); got != c.want {
			t.Errorf("%v is at %d, wanted %d", c.pos, got, c.want)
		}
	}
}

// TestWords holds the languages against each other, and against what the page and
// its scripts ask for.
func TestWords(t *testing.T) {
	da, en := uiWords(diag.Danish), uiWords(diag.English)
	files, err := assets.ReadDir("assets")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`\.W\.(\w+)|words\.(\w+)|say\("(\w+)"|say\(copied \? "(\w+)" : "(\w+)"`)
	n := 0
	for _, f := range files {
		data, err := assets.ReadFile("assets/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			for _, key := range m[1:] {
				if _, known := da[key]; key != "" && !known {
					t.Errorf("%s asks for the words %q", f.Name(), key)
				}
				n++
			}
		}
	}
	if n < 60 {
		t.Errorf("%d words are asked for", n)
	}
	for _, key := range keysOf() {
		if da["key."+key] == "" || da["does."+key] == "" {
			t.Errorf("the help has no words for %q", key)
		}
	}
	for key, text := range da {
		if en[key] == "" || text == "" {
			t.Errorf("%q is %q and %q", key, text, en[key])
		}
		if strings.Count(text, "{") != strings.Count(en[key], "{") || strings.Count(text, "%") != strings.Count(en[key], "%") {
			t.Errorf("%q takes other values: %q and %q", key, text, en[key])
		}
	}
	if len(da) != len(en) {
		t.Errorf("%d words in Danish, %d in English", len(da), len(en))
	}
}

// BenchmarkRebuild is a word changed in one chapter of the embedded edition: read,
// laid out, drawn and told, without the check.
func BenchmarkRebuild(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		b.Fatal(err)
	}
	name := filepath.Join(dir, "chapters/klima.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	m, h := newMaker(Options{
		Open:  func() (fs.FS, func(), error) { return os.DirFS(dir), func() {}, nil },
		Check: func(fs.FS, *content.Report, content.Work) func() ([]check.Finding, map[string]string) { return nil },
	}), newHub()
	for i := 0; b.Loop(); i++ {
		now := bytes.Replace(text, []byte("var lang"), []byte([]string{"var lang", "var alt for lang"}[i%2]), 1)
		if err := os.WriteFile(name, now, 0o666); err != nil {
			b.Fatal(err)
		}
		m.make(b.Context(), h)
	}
}
