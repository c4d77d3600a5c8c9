package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// twoEditions are an edition and the same with some changes, in a folder we stand in.
func twoEditions(t *testing.T) {
	t.Helper()
	files := map[string]string{}
	for name, text := range readmeEdition(t) {
		files["a/"+name], files["b/"+name] = text, text
	}
	chapter := "b/chapters/klima.yaml"
	files[chapter] = strings.Replace(files[chapter], "The opening paragraph.", "The \\<opening> paragraph, 45 of them.", 1)
	files["b/accounts.yaml"] = strings.NewReplacer(`"251.671.892"`, `"251.671.893"`, `"188.902.543"`, `"188.902.542"`).Replace(files["b/accounts.yaml"])
	files["b/people.yaml"] = strings.Replace(files["b/people.yaml"], "municipality: Kalundborg", "municipality: Odense", 1)
	inFolder(t, files)
}

func TestDiff(t *testing.T) {
	twoEditions(t)
	w := newWorld()
	if code := w.run("diff", "a", "a", "--lang", "en"); code != exitMade || w.out.String() != "There is no difference.\n" {
		t.Errorf("the same: exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	w = newWorld()
	const want = `Text (1)
  chapters/klima.yaml:5:7, Klima: changed (with figures)
    The [-opening paragraph.-] {+<opening> paragraph, 45 of them.+}

Accounts (2)
  accounts.yaml:8:9: Kontingentindtægter, amount 2024: 251.671.892 → 251.671.893
  accounts.yaml:9:9: Kurser, amount 2024: 188.902.543 → 188.902.542

People and groups (1)
  people.yaml:2:3: Martin Damm, municipality: Kalundborg → Odense

Pages that look different (1): 3
d.html shows the pages side by side.
`
	if code := w.run("diff", "a", "b", "-o", "d.html", "--lang", "en"); code != exitContent || w.out.String() != want {
		t.Errorf("exit %d:\n%s%s", code, w.out.String(), w.err.String())
	}
	page := read(t, "d.html")
	for _, piece := range []string{
		`<html lang="en">`, "default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-", "<del>opening paragraph.</del>", "<ins>&lt;opening&gt; paragraph, 45 of them.</ins>",
		"251.671.892 → 251.671.893", `aria-label="Before: Page 3. 1 place is marked"`, `aria-label="Now: Page 3. 1 place is marked"`, `<rect class="mark"`, `href="data:image/png;base64,iVBOR`,
	} {
		if !strings.Contains(page, piece) {
			t.Errorf("the page has no %s", piece)
		}
	}
	for _, piece := range []string{"<script", " style=", " onload", "http:", "https:"} {
		if strings.Contains(page, piece) {
			t.Errorf("the page has %s", piece)
		}
	}
	if n := strings.Count(page, "<svg"); n != 2 {
		t.Errorf("%d pages are shown", n)
	}
	wellFormed(t, page)
}

// wellFormed reads a page of HTML tag by tag: each that is opened is closed.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	page = regexp.MustCompile(`<meta ([^>]*)>`).ReplaceAllString(strings.TrimPrefix(page, "<!doctype html>"), "<meta $1/>")
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestDiffJSON(t *testing.T) {
	twoEditions(t)
	w := newWorld()
	if code := w.run("diff", "a", "b", "--json"); code != exitContent {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	var got diffReport
	if err := json.Unmarshal(w.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Format != "kl-print-diff/1" || got.Same || len(got.Texts) != 1 || !got.Texts[0].Figures || len(got.Accounts) != 2 || got.Accounts[0].Of != "2024" ||
		len(got.People) != 1 || got.People[0].New != "Odense" || len(got.Pages) != 1 || got.Pages[0] != (jsonPages{3, 3, "different"}) {
		t.Errorf("%s", w.out.String())
	}
	w = newWorld()
	if code := w.run("diff", "a", "a", "--json"); code != exitMade || !strings.Contains(w.out.String(), `"same": true`) || !strings.Contains(w.out.String(), `"texts": []`) {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
}

// TestDiffOfABundle finds an edition the same as the bundle that was made of it.
func TestDiffOfABundle(t *testing.T) {
	twoEditions(t)
	w := newWorld()
	w.compile = compileReport
	if code := w.run("archive", "a", "-o", "a.zip"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	w = newWorld()
	if code := w.run("diff", "a.zip", "a"); code != exitMade {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	w = newWorld()
	if code := w.run("diff", "a.zip", "b"); code != exitContent {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
}

// TestDiffOfPages pairs pages by what is on them: with a page more before them, those
// behind it have only moved. The empty page that had the back of the cover on a
// left-hand one is gone.
func TestDiffOfPages(t *testing.T) {
	files := map[string]string{}
	for name, text := range good() {
		files["a/"+name], files["b/"+name] = text, text
	}
	files["a/report.yaml"] = strings.Replace(files["a/report.yaml"], "[a]", "[a, b]", 1)
	files["b/report.yaml"] = strings.Replace(files["b/report.yaml"], "[a]", "[ny, a, b]", 1)
	files["a/chapters/b.yaml"] = "title: B\nblocks:\n  - text: Det sidste kapitel.\n"
	files["b/chapters/b.yaml"] = files["a/chapters/b.yaml"]
	files["b/chapters/ny.yaml"] = "title: Ny\nblocks:\n  - text: Noget helt andet.\n"
	inFolder(t, files)
	w := newWorld()
	if code := w.run("diff", "a", "b", "--lang", "en"); code != exitContent || !strings.HasSuffix(w.out.String(), "\nPages that look different (1): 2\nNew pages (1): 3\nPages that are gone (1): 5\nPages that have only moved (2): 3 → 4, 4 → 5\n") {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
}

// TestDiffOfPDFs compares PDFs, and one with an edition, where poppler is installed.
func TestDiffOfPDFs(t *testing.T) {
	for _, program := range []string{"pdftotext", "pdftoppm"} {
		if _, err := exec.LookPath(program); err != nil {
			if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
				t.Fatal(err)
			}
			t.Skip(program, "is not installed")
		}
	}
	twoEditions(t)
	for _, name := range []string{"a", "b"} {
		w := newWorld()
		w.compile = compileReport
		if code := w.run("build", name, "-o", name+".pdf"); code != exitMade {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
	}
	for args, want := range map[string]int{"a.pdf a.pdf": exitMade, "a a.pdf": exitMade, "a.pdf b.pdf -o d.html": exitContent} {
		w := newWorld()
		if code := w.run(append(strings.Fields("diff --lang en "+args), "--lang", "en")...); code != want {
			t.Errorf("%s: exit %d: %s%s", args, code, w.out.String(), w.err.String())
		}
	}
	if page := read(t, "d.html"); strings.Count(page, "<svg") != 2 || !strings.Contains(page, "page 3: changed (with figures)") {
		t.Errorf("the page is %d bytes and has %d pictures", len(page), strings.Count(page, "<svg"))
	}
	t.Setenv("PATH", t.TempDir())
	w := newWorld()
	if code := w.run("diff", "a.pdf", "b.pdf", "--lang", "en"); code != exitMachine || !strings.Contains(w.err.String(), "the program pdftotext is not installed") {
		t.Errorf("without poppler: exit %d: %s", code, w.err.String())
	}
}

func TestDiffUsage(t *testing.T) {
	for args, want := range map[string]string{
		"diff":                      "there are 0 names",
		"diff a b c":                "there are 3 names",
		"diff a nowhere":            `there is no "nowhere"; expected an edition's folder, a bundle or a PDF`,
		"diff a a/report.yaml":      "is neither an edition, a bundle nor a PDF",
		"diff a faulty":             `chapters/klima.yaml:1:1: error: unknown key "titel"`,
		"diff a b -o nowhere/d.htm": `the folder "nowhere" does not exist`,
		"diff a b --output=":        "the file name is empty",
	} {
		t.Run(args, func(t *testing.T) {
			twoEditions(t)
			if err := os.CopyFS("faulty", os.DirFS("a")); err != nil {
				t.Fatal(err)
			}
			change(t, filepath.Join("faulty", "chapters", "klima.yaml"), func(s string) string { return strings.Replace(s, "title:", "titel:", 1) })
			w := newWorld()
			if code := w.run(append(strings.Fields(args), "--lang=en")...); code != exitUsage || !strings.Contains(w.err.String(), want) {
				t.Errorf("exit %d: %s", code, w.err.String())
			}
		})
	}
}
