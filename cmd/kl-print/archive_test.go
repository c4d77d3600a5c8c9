package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// bundled makes a bundle of an edition and returns the folder it is in.
func bundled(t *testing.T, compile compiler, name string) string {
	t.Helper()
	dir := inFolder(t, good())
	w := newWorld()
	w.compile = compile
	if code := w.run("archive", "-o", name); code != exitMade || w.err.Len() > 0 {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	return dir
}

func TestArchiveAndVerify(t *testing.T) {
	var first []string
	for _, name := range []string{"a.zip", "a.tar", "a", "b.zip", "b.tar", "b"} {
		dir := bundled(t, compileReport, name)
		w := newWorld()
		w.compile = compileReport
		if code := w.run("verify", name); code != exitMade || !strings.Contains(w.out.String(), "PDF/A-3a, PDF/UA-1") || !strings.Contains(w.out.String(), "the same, byte for byte") {
			t.Errorf("%s: exit %d: %s%s", name, code, w.out.String(), w.err.String())
		}
		if got := names(t, dir); got != name+" chapters report.yaml" {
			t.Errorf("the folder has %s", got)
		}
		if ext := filepath.Ext(name); ext != "" {
			first = append(first, read(t, name))
		} else if got := names(t, filepath.Join(name, "data")); got != "beretning.pdf fonts icons patterns program.txt source validation" {
			t.Errorf("the bundle has %s", got)
		}
	}
	if first[0] != first[2] || first[1] != first[3] {
		t.Error("the bytes differ")
	}
}

// TestVerifyNames has the file named that was spoilt, and the exit code 1.
func TestVerifyNames(t *testing.T) {
	fake := compileTo("%PDF-fake", nil)
	for want, spoil := range map[string]func() error{
		`"data/source/report.yaml" has changed`: func() error { return os.WriteFile("x/data/source/report.yaml", nil, 0o666) },
		`"data/beretning.pdf" is missing`:       func() error { return os.Remove("x/data/beretning.pdf") },
		`"data/source/new" has been added`:      func() error { return os.WriteFile("x/data/source/new", nil, 0o666) },
		`there is no bagit.txt`:                 func() error { return os.Remove("x/bagit.txt") },
	} {
		bundled(t, fake, "x")
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		w := newWorld()
		if code := w.run("verify", "x"); code != exitContent || !strings.Contains(w.out.String(), "error: ") || !strings.Contains(w.out.String(), want) {
			t.Errorf("exit %d: %q, want %q", code, w.out.String(), want)
		}
		w = newWorld()
		code := w.run("verify", "x", "--json")
		var a answer
		if err := json.Unmarshal(w.out.Bytes(), &a); err != nil || code != exitContent || a.OK || !slices.ContainsFunc(a.Faults, func(f finding) bool { return strings.Contains(f.Message, want) }) {
			t.Errorf("exit %d, %v: %s", code, err, w.out.String())
		}
	}
}

// TestAnotherPDF has a program that makes another PDF than the bundle's, of the
// same version.
func TestAnotherPDF(t *testing.T) {
	bundled(t, compileTo("%PDF-fake", nil), "x.tar")
	const want = "error: the PDF was made again from data/source and is another"
	for _, text := range []string{"%PDF-fake", "%PDF-fako", "%PDF-fa", "%PDF-faker"} {
		w := newWorld()
		w.compile = compileTo(text, nil)
		code := w.run("verify", "x.tar")
		if same := text == "%PDF-fake"; same != (code == exitMade) || !same && !strings.Contains(w.out.String(), want) {
			t.Errorf("%s: exit %d: %s", text, code, w.out.String())
		}
	}
}

// TestNamesThatAreOne refuses to bundle what can't be unpacked everywhere.
func TestNamesThatAreOne(t *testing.T) {
	files := good()
	files["images/A.txt"], files["images/a.txt"] = "x", "y"
	dir := inFolder(t, files)
	if got := names(t, filepath.Join(dir, "images")); got != "A.txt a.txt" {
		t.Skip("this system has one name for both")
	}
	w := newWorld()
	if code := w.run("archive", "-o", "x.zip"); code != exitContent || !strings.Contains(w.err.String(), "are one name on some systems") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	if got := names(t, dir); got != "chapters images report.yaml" {
		t.Errorf("the folder has %s", got)
	}
}

func TestArchiveUsage(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		err  string
	}{
		{"archive", exitUsage, "the bundle has no name"},
		{"archive -o -", exitUsage, "the bundle has no name"},
		{"archive -o chapters", exitUsage, `"chapters" exists already`},
		{"archive -o report.yaml", exitUsage, `"report.yaml" exists already`},
		{"archive -o nowhere/x.zip", exitUsage, `the folder "nowhere" does not exist`},
		{"archive a b -o x.zip", exitUsage, "there are 2 folders"},
		{"verify", exitUsage, "there are 0 bundles"},
		{"verify nothing", exitUsage, `there is no "nothing"`},
		{"verify chapters", exitContent, ""},
		{"verify report.yaml", exitContent, ""},
		{"help archive", exitMade, ""},
		{"help verify --lang da", exitMade, ""},
	} {
		inFolder(t, good())
		w := newWorld()
		if code := w.run(strings.Fields(c.args)...); code != c.code || !strings.Contains(w.err.String(), c.err) {
			t.Errorf("%s: exit %d: %s", c.args, code, w.err.String())
		}
	}
	inFolder(t, bad())
	w := newWorld()
	if code := w.run("archive", "-o", "x"); code != exitContent || !strings.Contains(w.err.String(), "titel") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	if _, err := os.Stat("x"); err == nil {
		t.Error("there is a bundle of an edition with errors")
	}
}

func TestReadClaims(t *testing.T) {
	pad := strings.Repeat("x", scanPiece-20)
	for _, text := range []string{
		"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part> /ID [<00><11>]/ID[ <AB> <CD> ]",
		pad + `pdfaid:part="3" pdfaid:conformance='A' pdfuaid:part = "1"` + pad + "/ID [<AB> <CD>]",
	} {
		got, err := readClaims(strings.NewReader(text))
		if err != nil || strings.Join(got.ID, " ") != "AB CD" || strings.Join(got.Claims, ", ") != "PDF/A-3a, PDF/UA-1" {
			t.Errorf("got %+v, %v", got, err)
		}
	}
}
