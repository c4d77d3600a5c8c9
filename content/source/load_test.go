package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// TestGoodEdition reads an edition that uses every block, and compares all of
// the report with testdata/good.golden.
func TestGoodEdition(t *testing.T) {
	_, files := archive(t, "testdata/good.txtar")
	rep, problems := Load(smallEdition(files...))
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
	if rep == nil {
		t.Fatal("no report")
	}
	rep.Files = nil
	got := dump(rep)
	const golden = "testdata/good.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(golden)
	compare(t, got, string(want))
	for _, b := range format.New().Blocks {
		if name := "\n  - " + b.Name + ":"; !strings.Contains(files[len(files)-1].text, name) {
			t.Errorf("the good edition has no block %s", b.Name)
		}
		if blockReaders()[b.Name] == nil {
			t.Errorf("nothing reads the block %s", b.Name)
		}
	}
	if got, want := len(blockReaders()), len(format.New().Blocks); got != want {
		t.Errorf("%d blocks are read, and %d described", got, want)
	}
}

// TestBadEditions reads editions with faults, and compares every message in
// both languages with what the archive wants.
func TestBadEditions(t *testing.T) {
	paths, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no bad editions", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { checkBad(t, path) })
	}
}

func checkBad(t *testing.T, path string) {
	comment, files := archive(t, path)
	var edition, wanted []section
	for _, f := range files {
		if strings.HasPrefix(f.name, "want.") {
			wanted = append(wanted, f)
		} else {
			edition = append(edition, f)
		}
	}
	rep, problems := Load(smallEdition(edition...))
	if (rep == nil) != problems.HasErrors() {
		t.Errorf("report is %v though HasErrors is %v", rep, problems.HasErrors())
	}
	got := []section{{"want.en", told(problems, diag.English)}, {"want.da", told(problems, diag.Danish)}}
	if *update {
		writeArchive(t, path, comment, append(edition, got...))
		return
	}
	for i, g := range got {
		if i >= len(wanted) || wanted[i].name != g.name {
			t.Fatalf("the archive has no %s", g.name)
		}
		compare(t, g.text, wanted[i].text)
	}
}

// told lists the problems with their codes.
func told(l *diag.List, lang diag.Lang) string {
	var b strings.Builder
	for _, p := range l.Sorted() {
		fmt.Fprintf(&b, "%s [%s]\n", p.Text(lang), p.Message.Code)
	}
	return b.String()
}

// compare tells the first line that differs.
func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, a, b)
			return
		}
	}
}

// dump writes a value with its types, leaving out what is empty.
func dump(v any) string {
	var b strings.Builder
	dumpValue(&b, reflect.ValueOf(v), "")
	return b.String()
}

func dumpValue(b *strings.Builder, v reflect.Value, indent string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		dumpValue(b, v.Elem(), indent)
	case reflect.Slice:
		for i := range v.Len() {
			fmt.Fprintf(b, "%s- ", indent)
			if v.Index(i).Kind() == reflect.Slice {
				b.WriteString("\n")
			}
			dumpValue(b, v.Index(i), indent+"  ")
		}
	case reflect.Struct:
		dumpStruct(b, v, indent)
	default:
		fmt.Fprintf(b, "%s %q\n", v.Type().Name(), fmt.Sprint(v.Interface()))
	}
}

func dumpStruct(b *strings.Builder, v reflect.Value, indent string) {
	if pos, is := v.Interface().(diag.Pos); is {
		fmt.Fprintf(b, "%v\n", pos)
		return
	}
	if p, is := v.Interface().(content.Person); is {
		fmt.Fprintf(b, "%s %s\n", p.ID, p.Portrait)
		return
	}
	fmt.Fprintf(b, "%s\n", v.Type().Name())
	for i := range v.NumField() {
		f := v.Field(i)
		if f.IsZero() {
			continue
		}
		fmt.Fprintf(b, "%s%s: ", indent, v.Type().Field(i).Name)
		if f.Kind() == reflect.Slice {
			b.WriteString("\n")
		}
		dumpValue(b, f, indent+"  ")
	}
}

// TestFileForms reads one chapter in many forms of text file.
func TestFileForms(t *testing.T) {
	const good = "title: Blåbær\nblocks:\n  - text: |\n      Æ\n\n      Ø\n"
	for name, c := range map[string]struct{ text, want string }{
		"as it is":           {good, ""},
		"mark":               {"\ufeff" + good, ""},
		"CRLF":               {strings.ReplaceAll(good, "\n", "\r\n"), ""},
		"CR":                 {strings.ReplaceAll(good, "\n", "\r"), ""},
		"no last line end":   {strings.TrimSuffix(good, "\n"), ""},
		"three dashes":       {"---\n" + good + "...\n", ""},
		"empty":              {"", `chapters/a.yaml:1:1: error: the file is empty; expected YAML with keys and values [empty-file]`},
		"blank":              {" \n\r\n", `chapters/a.yaml:1:1: error: the file is empty; expected YAML with keys and values [empty-file]`},
		"only a comment":     {"# nothing\n", `chapters/a.yaml:1:1: error: the file is empty; expected YAML with keys and values [empty-file]`},
		"Latin-1":            {"title: Bl\xe5b\xe6r\nblocks: [page-break: true]\n", `chapters/a.yaml:1:10: error: the file is not UTF-8 here, but Latin-1 or Windows-1252 it seems, where the character is 'å'; save it as UTF-8 [not-utf8]`},
		"UTF-16":             {"\xff\xfet\x00i\x00", `chapters/a.yaml:1:1: error: the file is saved as UTF-16 (“Unicode”); save it as UTF-8 [utf-16]`},
		"cut off":            {"title: æ\nblocks: [page-break: true]\n# \xc3", `chapters/a.yaml:3:3: error: the file is not UTF-8 here; save it as UTF-8 [not-utf8]`},
		"control":            {"title: Æ\x01\nblocks: [page-break: true]\n", `chapters/a.yaml:1:9: error: the character U+0001 can't be printed; delete it [bad-character]`},
		"NUL":                {"\x00", `chapters/a.yaml:1:1: error: the character U+0000 can't be printed; delete it [bad-character]`},
		"line separator":     {"title: a\u2028b\nblocks: [page-break: true]\n", `chapters/a.yaml:1:9: error: the character U+2028 can't be printed; delete it [bad-character]`},
		"mark inside":        {"title: a\ufeffb\nblocks: [page-break: true]\n", `chapters/a.yaml:1:9: error: there is a byte order mark (U+FEFF) inside the file; delete it, so that the line begins with its first letter [bad-character]`},
		"second document":    {good + "---\n" + good, `chapters/a.yaml:7:1: error: another document begins here; expected one in the file, delete the line --- [second-document]`},
		"a list at the root": {"- title: A\n", `chapters/a.yaml:1:1: error: found a list; expected keys with values: title, headline, blocks [wrong-type]`},
	} {
		rep, problems := Load(smallEdition(section{"chapters/a.yaml", c.text}))
		if got := strings.TrimSuffix(told(problems, diag.English), "\n"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
		if c.want != "" {
			continue
		}
		if b := rep.Chapters[0].Blocks; rep.Chapters[0].Title != "Blåbær" || len(b) != 2 || b[1].Where().Column != 7 {
			t.Errorf("%s: %v", name, rep.Chapters)
		}
	}
}

// TestMissingFiles tells what an edition has to have and what it may lack.
func TestMissingFiles(t *testing.T) {
	fsys := smallEdition()
	delete(fsys, peopleFile)
	delete(fsys, AccountsFile)
	if rep, problems := Load(fsys); rep == nil || problems.Len() > 0 {
		t.Errorf("people and accounts can't be left out: %s", told(problems, diag.English))
	}
	_, problems := Load(fstest.MapFS{})
	want := "report.yaml: error: the file \"report.yaml\" is missing; an edition must have it [missing-file]\n"
	if got := told(problems, diag.English); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMissingShelves tells once of people and accounts that are used and not
// there, and names a file that may be the one.
func TestMissingShelves(t *testing.T) {
	fsys := smallEdition(section{"chapters/a.yaml", `title: A
blocks:
  - portraits: bestyrelse
  - roster: [bestyrelse, teknik]
  - statement: resultat
  - chart: {title: x, total: y, year: 2024, parts: [{line: salg}, {line: gaver}]}
  - text: Hej.
`}, section{"people.yml", "people:\n"})
	delete(fsys, peopleFile)
	delete(fsys, AccountsFile)
	_, problems := Load(fsys)
	want := `accounts.yaml: error: the file is missing, but the chapters use statements or lines of the accounts; make accounts.yaml in the edition's folder [missing-file]
people.yaml: error: the file is missing, but the chapters use people or groups; make people.yaml in the edition's folder; the file "people.yml" is there: rename it to "people.yaml" [missing-file]
`
	if got := told(problems, diag.English); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	const danish = "people.yaml: fejl: filen mangler, men kapitlerne bruger personer eller grupper; lav people.yaml i udgavens mappe;"
	if got := told(problems, diag.Danish); !strings.Contains(got, danish) {
		t.Errorf("got\n%s", got)
	}
}

// brokenFS has a file that can't be read.
type brokenFS struct {
	fstest.MapFS
	name string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.ReadFile(name)
}

func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.ReadDir(name)
}

// TestUnreadable gives what the machine refuses a code of its own. Nothing is
// said of people that can't be looked up because their file can't be read.
func TestUnreadable(t *testing.T) {
	chapter := section{"chapters/a.yaml", "title: A\nblocks:\n  - portraits: bestyrelse\n  - image: {file: images/ok.png, alt: A}\n"}
	for _, name := range []string{ReportFile, peopleFile, "chapters/a.yaml", "chapters", "images/ok.png"} {
		_, problems := Load(brokenFS{smallEdition(chapter), name})
		found := problems.Sorted()
		if len(found) == 0 || found[0].Message.Code != CodeUnreadable && found[len(found)-1].Message.Code != CodeUnreadable {
			t.Errorf("%s: %s", name, told(problems, diag.English))
		}
		if name == peopleFile && len(found) != 1 {
			t.Errorf("%s: %s", name, told(problems, diag.English))
		}
	}
}

// TestLinksOutOfTheFolder refuses a picture that is a link to elsewhere, where
// the folder is opened as a root.
func TestLinksOutOfTheFolder(t *testing.T) {
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "x.png")
	if err := os.WriteFile(outside, pngBytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, smallEdition(section{"chapters/a.yaml", "title: A\nblocks:\n  - image: {file: images/link.png, alt: x}\n"})); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "images", "link.png")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	_, problems := Load(root.FS())
	if found := problems.Sorted(); len(found) != 1 || found[0].Message.Code != "image-outside" {
		t.Error(told(problems, diag.English))
	}
}

// TestFilesThatAreTooLarge has a file that no book fills refused before it is read
// whole.
func TestFilesThatAreTooLarge(t *testing.T) {
	files := fstest.MapFS{"report.yaml": {Data: []byte(strings.Repeat("# a\n", largest/4+1))}}
	rep, problems := Load(files)
	if got := told(problems, diag.English); rep != nil || !strings.Contains(got, `report.yaml: error: "report.yaml" has more than 4 MB; split it`) {
		t.Error(got)
	}
}
