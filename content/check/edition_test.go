package check_test

import (
	"io/fs"
	"path"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// texts reads the YAML files of an edition.
func texts(tb testing.TB, files fs.FS) map[string]string {
	tb.Helper()
	out := map[string]string{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".yaml" {
			return err
		}
		data, err := fs.ReadFile(files, name)
		out[name] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// TestCleanEdition holds the embedded edition, which is right, to no error and no
// warning.
func TestCleanEdition(t *testing.T) {
	files := edition2024.Files()
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	// What is by reference needs no note; what is written out has one.
	left, waived := check.Waive(check.Run(check.Edition{Report: rep, Files: texts(t, files)}), check.Inline(rep))
	for _, f := range left {
		t.Errorf("%s %s %q: %s -> %s", f.Pos, f.Code, f.Found, f.What.In(diag.English), f.Should.In(diag.English))
	}
	if len(waived) > 3 {
		t.Errorf("%d findings are waived", len(waived))
	}
	notes := 0
	for _, f := range check.Run(written(t, literal(t, texts(t, files)))) {
		if f.Level != check.Note {
			t.Errorf("written out: %s %s %q: %s", f.Pos, f.Code, f.Found, f.What.In(diag.English))
		}
		notes++
	}
	if notes < 50 {
		t.Errorf("only %d figures of the text are listed where all are written out", notes)
	}
}

// written is an edition of files with these texts.
func written(t *testing.T, with map[string]string) check.Edition {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range with {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	return check.Edition{Report: rep, Files: with}
}
