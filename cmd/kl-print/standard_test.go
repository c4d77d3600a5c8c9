package main

import (
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/pdf"
)

// TestStandardIsPassedOn builds to each standard: what the PDF claims is what
// was asked for, and the edition's files are with it where they should be.
func TestStandardIsPassedOn(t *testing.T) {
	for arg, want := range map[string]pdf.Standard{
		"": pdf.A2aUA1, "a-2a": pdf.A2aUA1, "a-2a+ua-1": pdf.A2aUA1, "a-3a": pdf.A3a, "a-4f": pdf.A4f, "a-4f+ua-2": pdf.A4f,
		"ua-2": pdf.UA2, "none": pdf.None,
	} {
		inFolder(t, good())
		w := newWorld()
		var got pdf.Options
		w.compile = func(context.Context, *content.Report, pdf.Standard, progress) (*made, *diag.List, error) {
			return &made{pages: 1, write: func(_ io.Writer, opt pdf.Options) error { got = opt; return nil }}, nil, nil
		}
		args := []string{"build"}
		if arg != "" {
			args = append(args, "--standard", arg)
		}
		if code := w.run(args...); code != exitMade {
			t.Fatalf("%q: exit %d: %s", arg, code, w.err.String())
		}
		if got.Standard != want || (len(got.Attachments) > 0) != want.Attaches() {
			t.Errorf("%q: %s with %d attachments, want %s", arg, got.Standard, len(got.Attachments), want)
		}
	}
}

// TestRefusedStandards asks for what no file can be, in both languages.
func TestRefusedStandards(t *testing.T) {
	for _, c := range []struct{ lang, standard, want string }{
		{"en", "a-4f+ua-1", "no file can meet both a-4f and ua-1: a-4f is built on PDF 2.0 and ua-1 on PDF 1.7"},
		{"en", "a-1a+ua-1", "a-1a is built on PDF 1.4 and ua-1 on PDF 1.7"},
		{"en", "a-2a+ua-2", "a-2a is built on PDF 1.7 and ua-2 on PDF 2.0"},
		{"en", "a-1b", `there is no standard "a-1b"; expected one of a-2a, a-3a, a-4f, ua-2, none`},
		{"en", "", `there is no standard ""`},
		{"da", "a-4f+ua-1", "ingen fil kan opfylde både a-4f og ua-1: a-4f bygger på PDF 2.0 og ua-1 på PDF 1.7"},
		{"da", "pdfa", `der er ingen standard "pdfa"`},
	} {
		inFolder(t, good())
		w := newWorld()
		if code := w.run("build", "--lang", c.lang, "--standard", c.standard); code != exitUsage || !strings.Contains(w.err.String(), c.want) {
			t.Errorf("%q: exit %d: %s", c.standard, code, w.err.String())
		}
	}
}

// TestOfferedStandardsAreKnown holds the list in the messages and in the help to
// what the flag takes.
func TestOfferedStandardsAreKnown(t *testing.T) {
	for _, name := range offered() {
		if _, is := standardNamed(name); !is {
			t.Errorf("%s is offered and not known", name)
		}
		for _, lang := range []diag.Lang{diag.Danish, diag.English} {
			if !strings.Contains(wordsIn(lang).buildHelp.flags["standard"].text, name) {
				t.Errorf("the help in %v does not tell of %s", lang, name)
			}
		}
	}
}

// TestAttachmentsAreTheEdition embeds what the edition is made of and nothing
// that lies beside it, in the order of the paths.
func TestAttachmentsAreTheEdition(t *testing.T) {
	files := fstest.MapFS{
		"report.yaml": {Data: []byte("r")}, "accounts.yaml": {Data: []byte("a")}, "chapters/b.yaml": {Data: []byte("b")},
		"chapters/a.yml": {}, "images/deep/x.JPG": {Data: []byte("x")}, "images/y.svg": {}, "images/z": {},
		"images/.DS_Store": {}, "images/.thumbs/x.png": {}, "beretning.pdf": {}, "notes.txt": {}, ".git/config": {},
	}
	got, err := attachments(files, pdf.A3a)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, a := range got {
		if a.Relationship != pdf.Source || string(a.Data) != string(files[a.Name].Data) {
			t.Errorf("%s: %s, %q", a.Name, a.Relationship, a.Data)
		}
		lines = append(lines, a.Name+" "+a.MIME)
	}
	want := []string{
		"accounts.yaml application/yaml", "chapters/a.yml application/yaml", "chapters/b.yaml application/yaml",
		"images/deep/x.JPG image/jpeg", "images/y.svg image/svg+xml", "images/z application/octet-stream", "report.yaml application/yaml",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	files["images/gone.png"] = &fstest.MapFile{Data: []byte("nowhere"), Mode: fs.ModeSymlink}
	if _, err := attachments(files, pdf.A3a); err == nil {
		t.Error("no error for a link that leads nowhere")
	}
	if none, err := attachments(files, pdf.A2aUA1); len(none) > 0 || err != nil {
		t.Errorf("%d attachments to PDF/A-2a, %v", len(none), err)
	}
}

// TestRealStandards makes the embedded edition to each standard, twice.
func TestRealStandards(t *testing.T) {
	for _, name := range offered() {
		inFolder(t, nil)
		var first string
		for range 2 {
			w := newWorld()
			w.compile = compileReport
			if code := w.run("build", "-o", "x.pdf", "--standard", name); code != exitMade {
				t.Fatalf("%s: exit %d: %s", name, code, w.err.String())
			}
			got := read(t, "x.pdf")
			if first == "" {
				first = got
			}
			if got != first {
				t.Errorf("%s: other bytes the second time", name)
			}
		}
	}
}

// TestOnlyNoneGetsRoundTheRules lays out a report without a language a reader
// could be told: a claim is refused, and a PDF that claims nothing is made.
func TestOnlyNoneGetsRoundTheRules(t *testing.T) {
	rep := &content.Report{
		Title: " ", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "a", Title: "A", Blocks: []content.Block{content.Paragraph{Body: content.Inlines{content.Text("Tekst.")}}}}},
	}
	quiet := func(step, int, int) {}
	if doc, problems, err := compileReport(t.Context(), rep, pdf.A2aUA1, quiet); err != nil || doc != nil || !problems.HasErrors() {
		t.Errorf("a report without a title is laid out for PDF/UA: %v, %v", doc != nil, err)
	}
	if doc, problems, err := compileReport(t.Context(), rep, pdf.None, quiet); err != nil || doc == nil || problems.HasErrors() {
		t.Errorf("a PDF that claims nothing is refused: %v, %v", doc != nil, err)
	}
}

// TestPrintHasBleed builds for the print shop, with the theme's own bleed where it
// has one.
func TestPrintHasBleed(t *testing.T) {
	for _, c := range []struct {
		theme, flags string
		want         geom.Length
	}{{"", "", 0}, {"", "--print", geom.MM(3)}, {"bleed: 5 mm\n", "--print", geom.MM(5)}, {"bleed: 5 mm\n", "", geom.MM(5)}} {
		files := good()
		if c.theme != "" {
			files["theme.yaml"] = c.theme
		}
		inFolder(t, files)
		w := newWorld()
		got := geom.Length(-1)
		w.compile = func(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
			got = geom.Length(rep.Theme.Bleed.Value)
			return compileReport(ctx, rep, std, tell)
		}
		if code := w.run(append([]string{"build"}, strings.Fields(c.flags)...)...); code != exitMade || got != c.want {
			t.Errorf("%q %s: exit %d, bleed %s, want %s: %s", c.theme, c.flags, code, got, c.want, w.err.String())
		}
	}
}
