package schema_test

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/schema"
	"github.com/kl-print/kl-print/content/source"
)

// editionOf reads an archive of files, and puts beside them the pictures and faces
// that tests refer to.
func editionOf(t *testing.T, archive string) fstest.MapFS {
	t.Helper()
	data, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{
		"images/ok.png":   {Data: dot.Bytes()},
		"images/logo.svg": {Data: []byte("<svg/>")},
	}
	for _, name := range []string{"r", "i", "b", "bi"} {
		out["fonts/"+name+".ttf"] = &fstest.MapFile{Data: []byte{0, 1, 0, 0}}
	}
	name := ""
	for line := range strings.Lines(string(data)) {
		if n, is := strings.CutPrefix(strings.TrimSuffix(line, " --\n"), "-- "); is {
			name = n
			out[name] = &fstest.MapFile{}
		} else if name != "" {
			out[name].Data = append(out[name].Data, line...)
		}
	}
	return out
}

// described lists the files of an edition that have a schema.
func described(t *testing.T, files fs.FS) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if schema.Of(format.New(), name) != "" {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// schemas are all schemas as the validator has them, by name; each may be used
// for formats to be asserted.
func schemas(t *testing.T, l diag.Lang) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	f := format.New()
	for _, name := range schema.Names(f) {
		text, _ := schema.Write(f, name, l)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(schema.FileName(name), doc); err != nil {
			t.Fatal(err)
		}
		if out[name], err = c.Compile(schema.FileName(name)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// valueOf makes of YAML what an editor holds against a schema: by YAML 1.2, in
// which a date is text.
func valueOf(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = valueOf(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, valueOf(c))
		}
		return list
	}
	var v any
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!int", "!!float", "!!bool":
		if n.Decode(&v) == nil && n.Value != ".nan" && n.Value != ".inf" {
			return v
		}
	}
	return n.Value
}

// rootOf is the root of a file's YAML.
func rootOf(t *testing.T, data []byte) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) != 1 {
		t.Fatalf("%v in %s", err, data)
	}
	return doc.Content[0]
}

// refused are the errors the loader tells of an edition.
func refused(files fs.FS) []diag.Diagnostic {
	_, problems := source.Load(files)
	_, waivers := source.Waivers(files)
	problems.Add(waivers)
	if _, err := fs.Stat(files, source.ImportFile); err == nil {
		_, mapping := source.Mapping(files, source.ImportFile)
		problems.Add(mapping)
	}
	return slices.DeleteFunc(problems.Sorted(), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// TestSamplesAreValid holds samples the loader takes against the schemas: one with
// every key of the format, and the edition in content/source with every way to
// write a block.
func TestSamplesAreValid(t *testing.T) {
	all := schemas(t, diag.English)
	for _, archive := range []string{"testdata/every.txtar", "../source/testdata/good.txtar"} {
		files := editionOf(t, archive)
		files["images/ok.jpg"] = files["images/ok.png"]
		for _, d := range refused(files) {
			t.Errorf("%s: %s", archive, d.Text(diag.English))
		}
		for _, name := range described(t, files) {
			if err := all[schema.Of(format.New(), name)].Validate(valueOf(rootOf(t, files[name].Data))); err != nil {
				t.Errorf("%s: %s: %v", archive, name, err)
			}
		}
	}
}

// TestTheSampleHasEveryKey looks every key of every shape up in the sample that
// the other tests change.
func TestTheSampleHasEveryKey(t *testing.T) {
	files, f := editionOf(t, "testdata/every.txtar"), format.New()
	u := &usage{f: f, used: map[*format.Shape]map[string]bool{}}
	seen := map[string]bool{}
	for _, name := range described(t, files) {
		for _, kind := range f.Files() {
			if kind.Name == schema.Of(f, name) {
				seen[kind.Name] = true
				u.shape(kind.Shape, rootOf(t, files[name].Data))
			}
		}
	}
	for _, name := range schema.Names(f) {
		if !seen[name] {
			t.Errorf("the sample has no file of the schema %s", name)
		}
	}
	for s, used := range u.used {
		for _, k := range s.Keys {
			if !used[k.Name] && !k.Hidden {
				t.Errorf("the sample has no %s with the key %s", s.Name, k.Name)
			}
		}
	}
	if len(u.used) < 50 {
		t.Errorf("only %d shapes are looked at", len(u.used))
	}
}

// usage is which keys of which shapes a file uses.
type usage struct {
	f    *format.Format
	used map[*format.Shape]map[string]bool
}

func (u *usage) shape(s *format.Shape, n *yaml.Node) {
	if u.used[s] == nil {
		u.used[s] = map[string]bool{}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		u.used[s][key] = true
		u.value(s.Key(key).Value, n.Content[i+1])
	}
}

func (u *usage) value(v format.Value, n *yaml.Node) {
	switch v := v.(type) {
	case format.List:
		for _, c := range n.Content {
			u.value(v.Of, c)
		}
	case format.Map:
		for i := 1; i < len(n.Content); i += 2 {
			u.shape(v.Of, n.Content[i])
		}
	case format.Mapping:
		u.shape(v.Shape, n)
	case format.Either:
		for _, one := range v {
			if m, is := one.(format.Mapping); is && n.Kind == yaml.MappingNode && m.Has(n.Content[0].Value) {
				u.shape(m.Shape, n)
			}
		}
	case format.Blocks:
		for _, entry := range n.Content {
			for _, b := range u.f.Blocks {
				if b.Name == entry.Content[0].Value {
					u.value(b.Value, entry.Content[1])
				}
			}
		}
	}
}
