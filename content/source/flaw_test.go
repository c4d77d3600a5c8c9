package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoFlawWhereThereIsNone goes through editions that are right: what is
// found in them would be blamed in one that is not.
func TestNoFlawWhereThereIsNone(t *testing.T) {
	texts := map[string]string{
		"braces": "a: {b: 'it''s', c: \"x \\\" y\", d: [1, {e: f}], g: se \"her\"} # {\nh:\n  - {i: j,\n     k: l}\n",
		"quotes": "a: \"én\n  to\"\n\"b\": 'c: d'\ne:\n  - \"f\": g\n",
		"bars":   "a: |2-\n    én: to\n  tre\nb: >\n\n  x\n    - y\n  \t z\nc: |\n  d\n# e\nf: g\n",
		"plain":  "a: én\n  to\n\n  tre\nb:\n  bare tekst\n  i to linjer\nc:\n- d\n- - e\n  - f: g\n    h: i\n",
		"kolon":  "a: http://b.c\nd: e:f # g: h\n",
	}
	_, files := archive(t, "testdata/good.txtar")
	for _, f := range files {
		texts[f.name] = f.text
	}
	err := fs.WalkDir(os.DirFS("../edition2024"), ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, extension) {
			data, _ := os.ReadFile(filepath.Join("../edition2024", name))
			texts[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range texts {
		if f := firstFlaw([]byte(text)); f != nil {
			t.Errorf("%s:%d:%d: %s", name, f.line, f.column, f.message.English)
		}
	}
}

// FuzzFlaw looks for flaws in any bytes: it ends, and points into the text.
func FuzzFlaw(f *testing.F) {
	for _, name := range []string{"newcomer_yaml", "yaml"} {
		_, files := archive(f, "testdata/bad/"+name+".txtar")
		for _, file := range files {
			f.Add([]byte(file.text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		flaw := firstFlaw(data)
		if flaw == nil {
			return
		}
		lines := strings.Split(string(data), "\n")
		if flaw.line < 1 || flaw.line > len(lines) || flaw.column < 1 || flaw.column > len(lines[flaw.line-1])+1 || flaw.message.Code == "" {
			t.Fatalf("%+v is outside the text", flaw)
		}
	})
}
