package source

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/diag"
)

// TestAnyForm finds a picture whose name a Mac has written, and one whose name
// a Mac has not, by either spelling; it is read again by the name in the report.
func TestAnyForm(t *testing.T) {
	const one, two = "images/å/Blåbær.png", "images/a\u030a/Bla\u030abær.png"
	for _, onDisk := range []string{one, two} {
		for _, written := range []string{one, two} {
			fsys := smallEdition(section{"chapters/a.yaml", "title: A\nblocks:\n  - image: {file: " + written + ", alt: x}\n"})
			fsys[onDisk] = &fstest.MapFile{Data: pngBytes()}
			rep, problems := Load(fsys)
			if rep == nil {
				t.Errorf("%q for %q: %s", written, onDisk, told(problems, diag.English))
				continue
			}
			if _, err := fs.ReadFile(rep.Files, written); err != nil {
				t.Error(err)
			}
		}
	}
	fsys := anyForm{smallEdition()}
	for _, name := range []string{"images/å.png", "å/x", "../å"} {
		if _, err := fsys.Open(name); err == nil {
			t.Errorf("%q is found", name)
		}
	}
}
