package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/validation"
)

// reportOf is veraPDF's report of a PDF of so many bytes.
func reportOf(size int, compliant bool) string {
	return fmt.Sprintf(`<?xml version="1.0"?><report><buildInformation><releaseDetails id="core" version="1.30.2"/></buildInformation><jobs><job>`+
		`<item size="%d"><name>b.pdf</name></item><validationReport jobEndStatus="normal" profileName="PDF/A-3a" isCompliant="%v"/></job></jobs></report>`, size, compliant)
}

// put writes a file where we stand.
func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const fakeBook = "%PDF-fake"

// TestTheResultIsInTheBundle finds what the program checked in the bundle, of the
// PDF that is there, and has verify tell of it.
func TestTheResultIsInTheBundle(t *testing.T) {
	bundled(t, compileReport, "x")
	text := read(t, "x/data/validation/kl-print.json")
	result, err := validation.Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	book := read(t, "x/data/beretning.pdf")
	sum := sha512.Sum512([]byte(book))
	if s := result.Subject; s.SHA512 != hex.EncodeToString(sum[:]) || s.Bytes != int64(len(book)) || s.File != "data/beretning.pdf" || !slices.Equal(s.Claims, []string{"PDF/A-3a", "PDF/UA-1"}) || len(s.ID) != 2 {
		t.Errorf("it is of %+v", s)
	}
	if result.Verdict != validation.Passed || len(result.Rules) < 10 || result.Program != "kl-print "+release {
		t.Errorf("%+v", result)
	}
	w := newWorld()
	w.compile = compileReport
	want := fmt.Sprintf("kl-print %s has held the PDF against its rules: passed (%d rules)", release, len(result.Rules))
	if code := w.run("verify", "x"); code != exitMade || !strings.Contains(w.out.String(), want) {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}

// TestReportsGoIn puts other validators' reports in, unchanged, twice with the same
// bytes, and has verify show them for people and programs.
func TestReportsGoIn(t *testing.T) {
	dir := inFolder(t, good())
	put(t, "vera.xml", reportOf(len(fakeBook), true))
	put(t, "bad.xml", reportOf(len(fakeBook), false))
	put(t, "note.txt", "It is fine.\n")
	for _, name := range []string{"x.tar", "y.tar", "x"} {
		w := newWorld()
		if code := w.run("archive", "-o", name, "--validation", "vera.xml", "--validation", filepath.Join(dir, "bad.xml"), "--validation", "note.txt"); code != exitMade {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
	}
	if read(t, "x.tar") != read(t, "y.tar") {
		t.Error("the bytes differ")
	}
	for _, name := range []string{"vera.xml", "bad.xml", "note.txt"} {
		if got := read(t, "x/data/validation/reports/"+name); got != read(t, name) {
			t.Errorf("%s has become %q", name, got)
		}
	}
	w := newWorld()
	code := w.run("verify", "x.tar")
	for _, want := range []string{
		"veraPDF 1.30.2, PDF/A-3a: passed (data/validation/reports/vera.xml)", "veraPDF 1.30.2, PDF/A-3a: failed (data/validation/reports/bad.xml)",
		"the report data/validation/reports/note.txt is in the bundle; it is of a kind that is not read",
	} {
		if code != exitMade || !strings.Contains(w.out.String(), want) {
			t.Errorf("exit %d: %s does not say %s", code, w.out.String(), want)
		}
	}
	w = newWorld()
	var a answer
	if code := w.run("verify", "x", "--json"); code != exitMade || json.Unmarshal(w.out.Bytes(), &a) != nil || a.Validation == nil {
		t.Fatalf("exit %d: %s", code, w.out.String())
	}
	if v := a.Validation; !v.Fits || v.Verdict != "passed" || len(v.Reports) != 3 || v.Reports[0].Verdict != "failed" || v.Reports[1].Verdict != "unknown" || v.Reports[2].Verdict != "passed" {
		t.Errorf("%+v", v)
	}
}

// TestReportsThatAreRefused has no bundle made with what is no report of its PDF.
func TestReportsThatAreRefused(t *testing.T) {
	dir := inFolder(t, good())
	put(t, "other.xml", reportOf(len(fakeBook)+1, true))
	put(t, "chapters/other.xml", "x")
	if err := os.Truncate("chapters/other.xml", validation.LongestReport+1); err != nil {
		t.Fatal(err)
	}
	put(t, "a.txt", "x")
	put(t, "chapters/a.txt", "y")
	for args, c := range map[string]struct {
		code int
		want string
	}{
		"--validation other.xml":                         {exitContent, "the report other.xml is of another PDF: that has 10 bytes, and the bundle's has 9"},
		"--validation nothing.xml":                       {exitUsage, `there is no report "nothing.xml"`},
		"--validation chapters":                          {exitUsage, `"chapters" is no report`},
		"--validation chapters/other.xml":                {exitUsage, `"chapters/other.xml" is no report`},
		"--validation a.txt --validation chapters/a.txt": {exitUsage, `two reports are called "a.txt"`},
	} {
		w := newWorld()
		if code := w.run(append([]string{"archive", "-o", "x.zip"}, strings.Fields(args)...)...); code != c.code || !strings.Contains(w.err.String(), c.want) {
			t.Errorf("%s: exit %d: %s", args, code, w.err.String())
		}
		if _, err := os.Stat(filepath.Join(dir, "x.zip")); err == nil {
			t.Fatalf("%s: there is a bundle", args)
		}
	}
}

// remade changes files of a bundle, writes it as a tar file with manifests that are
// true again, and returns its name: a bundle whose checksums tell nothing. A text
// of "" takes the file away.
func remade(t *testing.T, bundle string, change map[string]string) string {
	t.Helper()
	files := map[string]string{}
	in := tar.NewReader(strings.NewReader(read(t, bundle)))
	for {
		h, err := in.Next()
		if err == io.EOF {
			break
		}
		data, rerr := io.ReadAll(in)
		if err != nil || rerr != nil {
			t.Fatal(err, rerr)
		}
		_, name, _ := strings.Cut(h.Name, "/")
		if strings.HasPrefix(name, "data/") || name == "bagit.txt" {
			files[name] = string(data)
		}
	}
	for name, text := range change {
		if files[name] = text; text == "" {
			delete(files, name)
		}
	}
	manifest := ""
	for name, text := range files {
		if strings.HasPrefix(name, "data/") {
			manifest += fmt.Sprintf("%x  %s\n", sha512.Sum512([]byte(text)), name)
		}
	}
	files["manifest-sha512.txt"] = manifest
	var out bytes.Buffer
	to := tar.NewWriter(&out)
	for name, text := range files {
		if err := to.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "b/" + name, Size: int64(len(text)), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	put(t, "remade.tar", out.String())
	return "remade.tar"
}

// TestResultsThatDoNotFit changes a bundle and its manifests with it: nothing but
// the result inside can tell, and it does.
func TestResultsThatDoNotFit(t *testing.T) {
	inFolder(t, good())
	put(t, "vera.xml", reportOf(len(fakeBook), true))
	w := newWorld()
	if code := w.run("archive", "-o", "x.tar", "--validation", "vera.xml"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	const result, report = "data/validation/kl-print.json", "data/validation/reports/vera.xml"
	for _, c := range []struct {
		change map[string]string
		want   string
	}{
		{map[string]string{"data/beretning.pdf": "%PDF-fako"}, `"data/validation/kl-print.json" is of another PDF`},
		{map[string]string{"data/beretning.pdf": "%PDF-longer"}, `"data/validation/reports/vera.xml" is of another PDF: that has 9 bytes, and the bundle's has 11`},
		{map[string]string{report: reportOf(len(fakeBook), true) + " "}, `"data/validation/reports/vera.xml" is not the report that was put in`},
		{map[string]string{report: ""}, `"data/validation/reports/vera.xml" is missing`},
		{map[string]string{"data/validation/reports/a.xml": "x"}, `"data/validation/reports/a.xml" is not the report that was put in`},
		{map[string]string{result: "{}"}, `"data/validation/kl-print.json" can't be read as a validation result`},
		{map[string]string{result: strings.Repeat("[", 1<<21)}, `"data/validation/kl-print.json" can't be read as a validation result`},
		{map[string]string{"data/program.txt": "kl-print 0\n"}, ""},
		{map[string]string{result: "", report: ""}, ""},
		{map[string]string{result: ""}, ""},
	} {
		name := remade(t, "x.tar", c.change)
		w := newWorld()
		code := w.run("verify", name)
		if c.want == "" {
			if code != exitMade {
				t.Errorf("%v: exit %d: %s", c.change, code, w.out.String())
			}
			continue
		}
		if code != exitContent || !strings.Contains(w.out.String(), "error: "+c.want) {
			t.Errorf("%.80v: exit %d: %s", c.change, code, w.out.String())
		}
		w = newWorld()
		var a answer
		if code := w.run("verify", name, "--json"); code != exitContent || json.Unmarshal(w.out.Bytes(), &a) != nil || a.OK || !slices.ContainsFunc(a.Faults, func(f finding) bool { return f.Kind == "validation" && strings.Contains(f.Message, c.want) }) {
			t.Errorf("%.80v: exit %d: %s", c.change, code, w.out.String())
		}
	}
}

// TestAResultThatIsNotWhatIsFound has a result say less of the same PDF than this
// version finds.
func TestAResultThatIsNotWhatIsFound(t *testing.T) {
	bundled(t, compileTo(fakeBook, nil), "x.tar")
	var text string
	in := tar.NewReader(strings.NewReader(read(t, "x.tar")))
	for {
		h, err := in.Next()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(h.Name, "/data/validation/kl-print.json") {
			data, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			text = string(data)
			break
		}
	}
	name := remade(t, "x.tar", map[string]string{"data/validation/kl-print.json": strings.Replace(text, "ua-title", "ua-none", 1)})
	w := newWorld()
	if code := w.run("verify", name); code != exitContent || !strings.Contains(w.out.String(), "says something else than this version finds of the same PDF") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}
