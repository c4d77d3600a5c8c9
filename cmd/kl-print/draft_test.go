package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestErrorsOfTheCheckStopABuild, and a bundle, with every one told, and leave no
// PDF; a waiver lets them be.
func TestErrorsOfTheCheckStopABuild(t *testing.T) {
	const text = "Det siger Martin Dam den 32. maj."
	for name, args := range map[string][]string{"beretning.pdf": {"build"}, "x.zip": {"archive", "-o", "x.zip"}} {
		t.Run(name, func(t *testing.T) {
			wrongEdition(t, text, "")
			w := newWorld()
			code := w.run(args...)
			want := "chapters/klima.yaml:4:17: error: \"Martin Dam\" is not in the roster; it has \"Martin Damm\"; should be: Martin Damm [name]\n" +
				"      Det siger Martin Dam den 32. maj.\n                ^^^^^^^^^^\n" +
				"chapters/klima.yaml:4:32: error: there is no such date: the month has 31 days [date]\n" +
				"      Det siger Martin Dam den 32. maj.\n                               ^^^^^^^\n" +
				"kl-print: 2 errors; no PDF was written; kl-print explain name tells more of the first\n"
			if code != exitContent || w.err.String() != want {
				t.Errorf("%v: exit %d\n%s", args, code, w.err.String())
			}
			if _, err := os.Stat(name); err == nil {
				t.Errorf("there is a %s", name)
			}
		})
	}
	wrongEdition(t, text, "waivers:\n  - {code: name, reason: r}\n  - {code: date, reason: r}\n")
	if w := newWorld(); w.run("build") != exitMade || w.err.Len() > 0 {
		t.Error(w.err.String())
	}
}

// TestDraft builds in spite of errors, of the accounts too, marks them and claims
// nothing; the same bytes every time, in whatever language it is told of.
func TestDraft(t *testing.T) {
	wrongEdition(t, "Det siger Martin Dam i dag.", "")
	accounts := strings.Replace(read(t, "accounts.yaml"), `"440.574.435", "444.994.146"]`+"\n        sum", `"440.574.436", "444.994.146"]`+"\n        sum", 1)
	if err := os.WriteFile("accounts.yaml", []byte(accounts), 0o666); err != nil {
		t.Fatal(err)
	}
	var books []string
	for _, lang := range []string{"en", "da"} {
		w := newWorld()
		w.compile = compileReport
		code := w.run("build", "--draft", "--lang", lang)
		if code != exitMade || !strings.Contains(w.err.String(), "accounts.yaml:") || !strings.Contains(w.err.String(), "klima.yaml:4:17") {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
		if !strings.Contains(w.err.String(), map[string]string{"en": "; they are marked in the draft", "da": "; de er mærket i kladden"}[lang]) {
			t.Error(w.err.String())
		}
		books = append(books, read(t, "beretning.pdf"))
	}
	if books[0] != books[1] {
		t.Error("the bytes go by the language of messages")
	}
	if strings.Contains(books[0], "pdfaid:part") || strings.Contains(books[0], "pdfuaid:part") {
		t.Error("the draft claims a standard")
	}
	w := newWorld()
	if code := w.run("build", "--draft", "--standard", "a-2a"); code != exitUsage || !strings.Contains(w.err.String(), "a draft meets no standard") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
	if w := newWorld(); w.run("build", "--draft", "--standard", "none") != exitMade {
		t.Error(w.err.String())
	}
	if err := os.WriteFile(filepath.Join("chapters", "klima.yaml"), []byte("titel: x\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if w := newWorld(); w.run("build", "--draft") != exitContent {
		t.Error("what can't be read is built")
	}
}
