package main

import (
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
)

// TestFaultsOfAccessibilityAreTold plants each fault that keeps a report from being
// one every reader can use, in the edition's files, and has build tell it at its
// file, line and column, with what to do, and make nothing.
func TestFaultsOfAccessibilityAreTold(t *testing.T) {
	const report, chapter = "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n", "title: A\nblocks:\n  - text: Hej.\n"
	text := func(s string) string { return chapter + "  - text: " + s + "\n" }
	for name, c := range map[string]struct{ report, chapter, want string }{
		"an image without alternative text": {report, chapter + "  - image:\n      file: images/a.png\n", `chapters/a.yaml:5:7: error: the key "alt" is missing in image; expected text for those who can't see it`},
		"an image whose text is empty":      {report, chapter + "  - image:\n      file: images/a.png\n      alt: \"\"\n", `chapters/a.yaml:6:12: error: the text is empty`},
		"a table without headers":           {report, chapter + "  - table:\n      title: Tal\n      columns: [{title: \"\"}, {title: \"\"}]\n      rows: [[a, b]]\n", `chapters/a.yaml:6:16: error: no column has a title`},
		"no language":                       {strings.Replace(report, "language: da\n", "", 1), chapter, `report.yaml:1:1: error: the key "language" is missing`},
		"a language there is not":           {strings.Replace(report, "language: da", "language: xx", 1), chapter, `report.yaml:4:11: error: unknown word "xx"; expected one of da, en`},
		"no title":                          {strings.Replace(report, "title: T\n", "", 1), chapter, `report.yaml:1:1: error: the key "title" is missing`},
		"an empty title":                    {strings.Replace(report, "title: T", "title: \"\"", 1), chapter, `report.yaml:1:8: error: the text is empty`},
		"an empty heading":                  {report, chapter + "  - heading: \"\"\n", `chapters/a.yaml:4:14: error: the text is empty`},
		"a link that says nothing":          {report, text("Se [her](https://www.kl.dk)."), `chapters/a.yaml:4:11: error: the link "her" does not say where it leads: put the link on words that do`},
		"a link without text":               {report, text("Se [](https://www.kl.dk)."), `chapters/a.yaml:4:14: error: the link has no text`},
		"a character without a glyph":       {report, text("Tegnet ☃."), `chapters/a.yaml:4:11: error: the face has no glyph for '☃' (U+2603): use another character`},
		"a glyph lacking in a heading":      {report, chapter + "  - heading: Sne ☃\n", `chapters/a.yaml:4:5: error: the face has no glyph for '☃' (U+2603)`},
		"a glyph lacking in the title":      {strings.Replace(report, "title: T", "title: Sne ☃", 1), chapter, `report.yaml:1:8: error: the face has no glyphs for "☃"`},
		"words of no language":              {report, text("Et [word]{lang=xx}."), `chapters/a.yaml:4:20: error: the language "xx" is not known`},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"report.yaml": c.report, "chapters/a.yaml": c.chapter, "images/keep": ""})
			picture(t, "images/a.png")
			w := newWorld()
			w.compile = compileReport
			if code := w.run("build"); code != exitContent || !strings.Contains(w.err.String(), c.want) {
				t.Errorf("exit %d: %s, expected %s", code, w.err.String(), c.want)
			}
			if _, err := os.Stat(defaultOutput); err == nil {
				t.Error("there is a PDF")
			}
		})
	}
}

// TestNoneIsTheWayRound has what falls short printed where nothing is claimed, and
// nowhere else.
func TestNoneIsTheWayRound(t *testing.T) {
	files := good()
	files["chapters/a.yaml"] = "title: A\nblocks:\n  - text: Se [her](https://www.kl.dk).\n"
	for _, standard := range offered() {
		inFolder(t, files)
		w := newWorld()
		w.compile = compileReport
		want := exitContent
		if standard == "none" {
			want = exitMade
		}
		if code := w.run("build", "--standard", standard); code != want {
			t.Errorf("%s: exit %d: %s", standard, code, w.err.String())
		}
	}
}

// TestPoorContrastIsTold has a theme's colours told at their place.
func TestPoorContrastIsTold(t *testing.T) {
	files := good()
	files["theme.yaml"] = "colours:\n  ink: \"#999999\"\n"
	inFolder(t, files)
	w := newWorld()
	w.compile = compileReport
	if code := w.run("build"); code != exitMade || !strings.Contains(w.err.String(), "theme.yaml:2:8: warning: the contrast of ink #999999 and white #FFFFFF is 2.8:1; at least 4.5:1 is needed (WCAG AA)") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// picture makes an image that is large enough to print.
func picture(t *testing.T, name string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 2000, 2000))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
