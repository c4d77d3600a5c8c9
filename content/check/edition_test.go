package check_test

import (
	"io/fs"
	"path"
	"testing"

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
	notes := 0
	for _, f := range check.Run(check.Edition{Report: rep, Files: texts(t, files)}) {
		if f.Level == check.Note {
			notes++
			t.Logf("%s %s %s: %s", f.Pos, f.Code, f.Found, f.What.In(diag.English))
			continue
		}
		t.Errorf("%s %s %q: %s -> %s", f.Pos, f.Code, f.Found, f.What.In(diag.English), f.Should.In(diag.English))
	}
	if notes < 20 {
		t.Errorf("only %d figures of the text are listed", notes)
	}
}
