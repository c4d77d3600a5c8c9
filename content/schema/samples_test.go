package schema_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/schema"
	"github.com/kl-print/kl-print/content/starter"
)

var update = flag.Bool("update", false, "write the embedded edition's schemas anew")

// TestTheEditionHasItsSchemas compares the schemas beside the embedded edition,
// which are for those who begin with a copy of it, with what is written now.
func TestTheEditionHasItsSchemas(t *testing.T) {
	f, dir := format.New(), filepath.Join("..", "edition2024", schema.Folder)
	for _, name := range schema.Names(f) {
		want, _ := schema.Write(f, name, diag.Danish)
		path := filepath.Join(dir, schema.FileName(name))
		if *update {
			if err := os.WriteFile(path, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the schema of now (go test ./content/schema -update): %v", path, err)
		}
	}
}

// TestEditionsAreValid holds the editions the program carries against the schemas,
// and that the embedded one names them.
func TestEditionsAreValid(t *testing.T) {
	all, f := schemas(t, diag.Danish), format.New()
	editions := map[string]fs.FS{"2024": edition2024.Files()}
	for _, l := range starter.Languages() {
		editions["starter "+l] = starter.Files(l)
	}
	for what, files := range editions {
		names := described(t, files)
		if len(names) < 6 {
			t.Errorf("%s has only %v", what, names)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			if what == "2024" && !bytes.HasPrefix(data, []byte(schema.Head(f, name))) {
				t.Errorf("%s does not name its schema", name)
			}
			var doc yaml.Node
			if yaml.Unmarshal(data, &doc) == nil && doc.IsZero() {
				continue // comments alone, to be written over
			}
			if err := all[schema.Of(f, name)].Validate(valueOf(rootOf(t, data))); err != nil {
				t.Errorf("%s: %s: %v", what, name, err)
			}
		}
	}
}

// TestReadmeIsValid holds the README's samples against the schemas: the first under
// each heading that is a file's name, and the chapter.
func TestReadmeIsValid(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	all, f, seen := schemas(t, diag.English), format.New(), map[string]bool{}
	for i, section := range strings.Split("\n"+string(data), "\n### ") {
		head, text, _ := strings.Cut(section, "\n")
		_, sample, has := strings.Cut(text, "```yaml\n")
		sample, _, _ = strings.Cut(sample, "\n```")
		if head == "A chapter" {
			head = "chapters/x.yaml"
		}
		if name := schema.Of(f, head); i > 0 && has && name != "" {
			seen[name] = true
			if err := all[name].Validate(valueOf(rootOf(t, []byte(sample)))); err != nil {
				t.Errorf("%s: %v", head, err)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("the README has only samples of %v", seen)
	}
}
