package schema_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/schema"
)

// every has the test make all changes, some 16,000, not one in so many.
var every = flag.Bool("every", false, "make every change of the sample")

// oneIn is how many changes one is made of otherwise.
const oneIn = 23

// TestWhatASchemaRefusesTheLoaderRefuses changes the sample at every place in many
// ways, one at a time: another value or type, a key that is unknown, one missing,
// a list or mapping emptied. What a schema refuses the loader has to refuse; and
// what the loader refuses only for its form, the schema.
func TestWhatASchemaRefusesTheLoaderRefuses(t *testing.T) {
	files, f, all := editionOf(t, "testdata/every.txtar"), format.New(), schemas(t, diag.English)
	var made, byBoth, byNone int
	for _, name := range described(t, files) {
		root, held := rootOf(t, files[name].Data), all[schema.Of(f, name)]
		each(root, func(place, change string) {
			if made++; !*every && made%oneIn != 0 {
				return
			}
			text, err := yaml.Marshal(root)
			if err != nil {
				t.Fatal(err)
			}
			bySchema, byLoader := held.Validate(valueOf(root)), refused(with(files, name, text))
			switch {
			case bySchema == nil && len(byLoader) == 0:
				byNone++
			case bySchema != nil && len(byLoader) > 0:
				byBoth++
			case bySchema != nil:
				t.Errorf("%s: %s made %s: the schema refuses it and the loader does not: %v", name, place, change, bySchema)
			case ofForm(byLoader):
				t.Errorf("%s: %s made %s: the schema takes it and the loader does not: %s", name, place, change, byLoader[0].Text(diag.English))
			}
		})
	}
	t.Logf("of %d changes both refuse %d, neither %d", made, byBoth, byNone)
	if made < 15_000 || byBoth < made/oneIn/2 || byNone < made/oneIn/10 {
		t.Errorf("of %d changes both refuse only %d, and neither %d", made, byBoth, byNone)
	}
}

// ofForm reports errors that are all of the form of a file, which its schema knows.
func ofForm(errors []diag.Diagnostic) bool {
	return !slices.ContainsFunc(errors, func(d diag.Diagnostic) bool {
		return !slices.Contains([]string{
			"unknown-key", "missing-key", "wrong-type", "no-value", "empty-text", "empty-list", "one-block", "unknown-block", "figure-or-icon",
			"bad-word", "bad-number", "bad-flag", "bad-date", "bad-url", "bad-colour", "bad-scale", "bad-percent",
		}, d.Message.Code)
	})
}

// with is the edition with one file changed.
func with(files fstest.MapFS, name string, text []byte) fs.FS {
	out := maps.Clone(files)
	out[name] = &fstest.MapFile{Data: text}
	return out
}

// each makes every change below a root, one at a time, calls do and takes it back.
// Places that are alike but for their numbers and names are changed once.
func each(root *yaml.Node, do func(place, change string)) {
	seen := map[string]bool{}
	var walk func(n *yaml.Node, place string)
	walk = func(n *yaml.Node, place string) {
		if !seen[place] {
			seen[place] = true
			change(n, place, do)
		}
		for i, c := range n.Content {
			switch {
			case n.Kind == yaml.SequenceNode:
				walk(c, fmt.Sprintf("%s[%s]", place, kindOf(c)))
			case i%2 == 1 && names(place):
				walk(c, place+".*")
			case i%2 == 1:
				walk(c, place+"."+n.Content[i-1].Value)
			}
		}
	}
	walk(root, "")
}

// names reports whether the keys below a place are names.
func names(place string) bool {
	return slices.Contains([]string{".people", ".groups", ".units", ".figures", ".lines"}, place)
}

// kindOf parts entries of a list that are read in different ways.
func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		keys := []string{}
		for i := 0; i < len(n.Content); i += 2 {
			keys = append(keys, n.Content[i].Value)
		}
		return strings.Join(keys, " ")
	case n.Kind == yaml.SequenceNode:
		return "[]"
	}
	return n.ShortTag()
}

// change makes every change of one node.
func change(n *yaml.Node, place string, do func(place, change string)) {
	was := *n
	try := func(what string, now yaml.Node) {
		*n = now
		do(place, what)
		*n = was
	}
	for _, text := range values() {
		now := rootNode(text)
		now.Line, now.Column = n.Line, n.Column
		try(text, now)
	}
	if n.Kind == yaml.ScalarNode {
		try("longer", yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: n.Value + "z"})
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(was.Content); i += 2 {
		now := was
		now.Content = append(slices.Clone(was.Content[:i]), was.Content[i+2:]...)
		try("without "+was.Content[i].Value, now)
	}
	for _, key := range []string{"zzz", "title", "stale"} {
		key, value := rootNode(key), rootNode("2023")
		now := was
		now.Content = append(slices.Clone(was.Content), &key, &value)
		try("with "+key.Value, now)
	}
}

// values are what is put in the place of every value.
func values() []string {
	return []string{
		"null", `""`, `"x y"`, "zzz", "7", "0", "-1", "2.5", "true", "false", "[]", "{}", "[zzz]", "{zzz: zzz}", "[[zzz]]", "[{zzz: zzz}]",
		`"?"`, "3:2", "0:1", "2024", `"2024"`, "99999999", "2025-13-40", "2025-02-27", `"#12"`, `"#123456"`, "30 %", "130 %", "5 mm", "5 km",
		"https://", "ftp://kl.dk", "https://kl.dk", "../x", "C:x", "1.5", "1,2", "Ærø", "1-2", "-zzz", "total", "A", "ring",
	}
}

// rootNode is the value a text is.
func rootNode(text string) yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		panic(err) // one of values, above
	}
	return *doc.Content[0]
}
