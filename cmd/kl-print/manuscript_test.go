package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/schema"
)

// realManuscript names a manuscript of a real report, which is not the project's
// to have.
const realManuscript = "KL_PRINT_MANUSCRIPT"

// onePicture is a PNG.
func onePicture(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 600))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const shortManuscript = `# Havnens beretning 2024

## Forord

Velkommen til *havnen* – den er åben.

![Kajen set fra vandet](kaj.png)

## Tal

### Drift

| | 2024 | 2023 |
|---|---:|---:|
| Salg | 1.000 | 900 |
| Løn | -400 | -300 |
| **I alt** | 600 | 600 |

København, den 3. marts 2025
`

// TestImportAManuscript makes an edition that builds, with its picture, and tells
// what there is.
func TestImportAManuscript(t *testing.T) {
	inFolder(t, map[string]string{"m.md": shortManuscript, "kaj.png": onePicture(t), "uden/for.png": "x"})
	w := newWorld()
	w.compile = compileReport
	if code := w.run("import", "m.md", "-o", "ny"); code != exitMade || w.err.Len() > 0 {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	for _, want := range []string{"ny: Havnens beretning 2024, 2024", "chapters 2", "statements 1 with 3 lines", "images 1", "the edition can be built"} {
		if !strings.Contains(w.out.String(), want) {
			t.Errorf("lacks %q:\n%s", want, w.out.String())
		}
	}
	if _, err := os.Stat("ny/images/kaj.png"); err != nil {
		t.Error(err)
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("build", "ny", "-o", "x.pdf"); code != exitMade {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	list, _ := filepath.Glob(".*")
	if len(list) > 0 {
		t.Errorf("left behind: %q", list)
	}
}

// TestManuscriptRefuses leaves what is there as it is.
func TestManuscriptRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"a folder in use":     {[]string{"import", "m.md", "-o", "fuld"}, exitUsage, "new or empty"},
		"no such file":        {[]string{"import", "x.md"}, exitUsage, `no file "x.md"`},
		"a sheet":             {[]string{"import", "x.xlsx"}, exitUsage, "import accounts"},
		"two files":           {[]string{"import", "m.md", "n.md"}, exitUsage, "expected one manuscript"},
		"no file":             {[]string{"import"}, exitUsage, "expected one manuscript"},
		"a PDF":               {[]string{"import", "p.md", "-o", "ny"}, exitContent, "neither text"},
		"nothing in it":       {[]string{"import", "tom.md", "-o", "ny"}, exitContent, "no words"},
		"no folder above":     {[]string{"import", "m.md", "-o", "a/b/c"}, exitUsage, "does not exist"},
		"no name of a folder": {[]string{"import", "m.md", "-o", ""}, exitUsage, "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"m.md": shortManuscript, "fuld/x.txt": "x", "p.md": "%PDF-1.7", "tom.md": " \n***\n"})
			w := newWorld()
			if code := w.run(c.args...); code != c.code || !strings.Contains(w.err.String(), c.says) {
				t.Errorf("exit %d: %s", code, w.err.String())
			}
			if _, err := os.Stat("ny"); err == nil {
				t.Error("a folder was made")
			}
			if text, err := os.ReadFile("fuld/x.txt"); err != nil || string(text) != "x" {
				t.Error("the folder was changed")
			}
		})
	}
}

// TestImportIntoAnEmptyFolder puts the edition in it.
func TestImportIntoAnEmptyFolder(t *testing.T) {
	inFolder(t, map[string]string{"m.txt": shortManuscript})
	if err := os.Mkdir("ny", 0o777); err != nil {
		t.Fatal(err)
	}
	w := newWorld()
	if code := w.run("import", "m.txt", "-o", "ny", "--lang", "da"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	files, _ := filepath.Glob("ny/*")
	hidden, _ := filepath.Glob("ny/.*")
	if len(files) != 5 || len(hidden) != 1 || !slices.Contains(hidden, filepath.Join("ny", schema.Folder)) {
		t.Errorf("%q, %q", files, hidden)
	}
	if text, _ := os.ReadFile("ny/import.txt"); !strings.Contains(string(text), "billedet kunne ikke hentes med: kaj.png") {
		t.Errorf("%s", text)
	}
}

// TestPicturesComeFromTheFolderOnly refuses paths that lead out of it.
func TestPicturesComeFromTheFolderOnly(t *testing.T) {
	dir := inFolder(t, map[string]string{"ude.png": onePicture(t), "inde/m.md": "# A\n\n## B\n\nTekst.\n\n![x](../ude.png) ![y](/etc/passwd) ![z](led.png) ![w](https://example.org/x.png)\n"})
	if err := os.Symlink(filepath.Join(dir, "ude.png"), "inde/led.png"); err != nil {
		t.Skip(err)
	}
	w := newWorld()
	if code := w.run("import", "inde/m.md", "-o", "ny"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	if list, _ := filepath.Glob("ny/images/*"); len(list) > 0 {
		t.Errorf("%q", list)
	}
	if text, _ := os.ReadFile("ny/import.txt"); strings.Count(string(text), "could not be brought along") != 4 {
		t.Errorf("%s", text)
	}
}

// TestImportOfWord reads a document that pandoc makes, and says so where there is
// no pandoc.
func TestImportOfWord(t *testing.T) {
	inFolder(t, map[string]string{"m.md": shortManuscript, "kaj.png": onePicture(t), "w.docx": "PK\x03\x04"})
	pandoc, err := exec.LookPath("pandoc")
	t.Run("without", func(t *testing.T) {
		t.Setenv("PATH", "")
		w := newWorld()
		if code := w.run("import", "w.docx", "-o", "ny"); code != exitContent || !strings.Contains(w.err.String(), "install pandoc") {
			t.Errorf("exit %d: %s", code, w.err.String())
		}
	})
	if err != nil {
		t.Skip("pandoc is not installed")
	}
	w := newWorld()
	if code := w.run("import", "w.docx", "-o", "ny"); code != exitContent || !strings.Contains(w.err.String(), "can't be read by pandoc") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	if out, err := exec.Command(pandoc, "m.md", "-o", "m.docx").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("import", "m.docx", "-o", "ny"); code != exitMade || !strings.Contains(w.out.String(), "images 1") || !strings.Contains(w.out.String(), "can be built") {
		t.Errorf("exit %d: %s%s", code, w.err.String(), w.out.String())
	}
}

// TestARealManuscriptBuilds imports and builds one.
func TestARealManuscriptBuilds(t *testing.T) {
	path := os.Getenv(realManuscript)
	if path == "" {
		t.Skipf("%s names no manuscript", realManuscript)
	}
	inFolder(t, map[string]string{"x": ""})
	w := newWorld()
	w.compile = compileReport
	if code := w.run("import", path, "-o", "ny"); code != exitMade || !strings.Contains(w.out.String(), "can be built") {
		t.Errorf("exit %d: %s%s", code, w.err.String(), w.out.String())
	}
}
