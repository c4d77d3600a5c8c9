package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/schema"
)

// TestSchema writes every schema to standard output and to a folder, in both
// languages: the same bytes, that are JSON.
func TestSchema(t *testing.T) {
	for _, lang := range []string{"da", "en"} {
		dir := filepath.Join(t.TempDir(), "new", "folder")
		w := newWorld()
		if code := w.run("schema", "-o", dir, "--lang", lang); code != exitMade || w.err.Len() > 0 {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
		for _, name := range schemaNames() {
			w := newWorld()
			if code := w.run("schema", name, "--lang", lang); code != exitMade {
				t.Fatalf("exit %d: %s", code, w.err.String())
			}
			var v struct {
				Schema string `json:"$schema"`
			}
			if err := json.Unmarshal(w.out.Bytes(), &v); err != nil || v.Schema != "https://json-schema.org/draft/2020-12/schema" {
				t.Errorf("%s is %v, %v", name, v, err)
			}
			if file, err := os.ReadFile(filepath.Join(dir, name+".json")); err != nil || !bytes.Equal(file, w.out.Bytes()) {
				t.Errorf("the file of %s is not what is printed: %v", name, err)
			}
		}
	}
}

func TestSchemaList(t *testing.T) {
	w := newWorld()
	if code := w.run("schema"); code != exitMade || !strings.Contains(w.out.String(), "chapter       chapters/*.yaml\n") {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
}

func TestSchemaUsedWrongly(t *testing.T) {
	dir := inFolder(t, map[string]string{"empty/x": "", "file": ""})
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"chaptre"}, `did you mean "chapter"?`},
		{[]string{"chapter", "theme"}, "expected one NAME"},
		{[]string{"chapter", "-o", "x"}, "expected one NAME"},
		{[]string{"-o", "x", "--edition", "empty"}, "expected one NAME"},
		{[]string{"-o", ""}, "the file name is empty"},
		{[]string{"--edition", "nowhere"}, "there is no folder"},
		{[]string{"--edition", ""}, "there is no folder"},
		{[]string{"--edition", "empty"}, "is no edition"},
	} {
		w := newWorld()
		if code := w.run(append([]string{"schema"}, c.args...)...); code != exitUsage || !strings.Contains(w.err.String(), c.says) {
			t.Errorf("%q: exit %d: %s", c.args, code, w.err.String())
		}
	}
	w := newWorld()
	if code := w.run("schema", "-o", "file"); code != exitMachine {
		t.Errorf("a file for a folder: exit %d: %s", code, w.err.String())
	}
	if names, _ := os.ReadDir(dir); len(names) != 2 {
		t.Errorf("there is more than before: %v", names)
	}
}

// TestSchemaIntoAnEdition has each file of an edition name its schema, once, and
// changes nothing else in it.
func TestSchemaIntoAnEdition(t *testing.T) {
	was := map[string]string{
		"report.yaml":     "# mine\ntitle: T\n",
		"accounts.yaml":   "\ufeffunit: kr.\r\nyears: [2024]\r\n",
		"people.yaml":     "  # yaml-language-server: $schema=own.json\npeople: {}\n",
		"chapters/a.yaml": "title: A\n",
		"chapters/b.yml":  "title: B\n",
		"notes.yaml":      "a: b\n",
	}
	dir := inFolder(t, was)
	for round, says := range []string{"3 of 4", "0 of 4"} {
		w := newWorld()
		if code := w.run("schema", "--edition", "."); code != exitMade || !strings.Contains(w.out.String(), says) {
			t.Fatalf("round %d: exit %d: %s%s", round, code, w.out.String(), w.err.String())
		}
		for name, want := range map[string]string{
			"report.yaml":     "# yaml-language-server: $schema=.schema/report.json\n# $schema: .schema/report.json\n\n# mine\ntitle: T\n",
			"accounts.yaml":   "\ufeff# yaml-language-server: $schema=.schema/accounts.json\r\n# $schema: .schema/accounts.json\r\nunit: kr.\r\nyears: [2024]\r\n",
			"people.yaml":     was["people.yaml"],
			"chapters/a.yaml": "# yaml-language-server: $schema=../.schema/chapter.json\n# $schema: ../.schema/chapter.json\ntitle: A\n",
			"chapters/b.yml":  was["chapters/b.yml"],
			"notes.yaml":      was["notes.yaml"],
		} {
			if got := read(t, filepath.Join(dir, name)); got != want {
				t.Errorf("%s is %q", name, got)
			}
		}
	}
	names, err := os.ReadDir(filepath.Join(dir, ".schema"))
	if err != nil || len(names) != len(schemaNames()) {
		t.Errorf("there are %v, %v", names, err)
	}
}

// namesItsSchemas holds that every file of an edition's folder names a schema that
// is there and is the program's.
func namesItsSchemas(t *testing.T, dir string) {
	t.Helper()
	names, err := editionFiles(dir)
	if err != nil || len(names) < 2 {
		t.Fatalf("files %v, %v", names, err)
	}
	f := format.New()
	for _, name := range names {
		if !strings.HasPrefix(read(t, filepath.Join(dir, name)), schema.Head(f, name)) {
			t.Errorf("%s does not name its schema", name)
		}
	}
	for _, name := range schema.Names(f) {
		got := read(t, filepath.Join(dir, schema.Folder, schema.FileName(name)))
		da, _ := schema.Write(f, name, diag.Danish)
		en, _ := schema.Write(f, name, diag.English)
		if got != string(da) && got != string(en) {
			t.Errorf("%s is not the program's schema of it", name)
		}
	}
}

// TestNewEditionsNameTheirSchemas looks at those of new, of import and of the year
// after.
func TestNewEditionsNameTheirSchemas(t *testing.T) {
	dir := inFolder(t, map[string]string{"m.md": "# Beretning 2024\n\n## Et kapitel\n\nDer er en tekst.\n"})
	for _, args := range [][]string{{"new", "first"}, {"import", "m.md", "-o", "imported"}, {"new", "2025", "-o", "next"}} {
		w := newWorld()
		w.compile = compileReport
		if code := w.run(args...); code != exitMade {
			t.Fatalf("%q: exit %d: %s", args, code, w.err.String())
		}
	}
	for _, name := range []string{"first", "imported", "next"} {
		t.Run(name, func(t *testing.T) { namesItsSchemas(t, filepath.Join(dir, name)) })
	}
}
