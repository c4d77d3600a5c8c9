package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/guide"
)

// TestGuide writes the guide, whose links lead to files that are there, and builds
// the edition beside it.
func TestGuide(t *testing.T) {
	dir := inFolder(t, nil)
	w := newWorld()
	if code := w.run("guide", "--lang", "da"); code != exitMade || !strings.Contains(w.out.String(), filepath.Join("vejledning", "blokke.html")) {
		t.Fatalf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	for _, name := range []string{"blokke.md", "blocks.md", "blokke.html", "blocks.html", guide.BeginningName} {
		text := read(t, filepath.Join(dir, "vejledning", name))
		for _, m := range regexp.MustCompile(`\]\(([^):#]+)\)|src="([^"]+)"`).FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(dir, "vejledning", m[1]+m[2])); err != nil {
				t.Errorf("%s leads nowhere: %v", name, err)
			}
		}
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("build", filepath.Join("vejledning", "edition")); code != exitMade || w.err.Len() > 0 {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

func TestGuideUsedWrongly(t *testing.T) {
	inFolder(t, map[string]string{"file": ""})
	for code, args := range map[int][]string{exitUsage: {"guide", "x"}, exitMachine: {"guide", "-o", "file"}} {
		w := newWorld()
		if got := w.run(args...); got != code || w.err.Len() == 0 {
			t.Errorf("%q: exit %d: %s", args, got, w.err.String())
		}
	}
}

// TestTheBeginningHolds does all that the page for those who write tells them to,
// one thing after the other, but for looking at the pages; and builds an edition
// with every sample of it.
func TestTheBeginningHolds(t *testing.T) {
	text := string(guide.Beginning())
	dir := inFolder(t, nil)
	var done, samples int
	for _, m := range regexp.MustCompile("(?ms)^```(sh|yaml)\n(.*?)^```").FindAllStringSubmatch(text, -1) {
		if m[1] == "yaml" {
			samples++
			sampleHolds(t, m[2])
			continue
		}
		for line := range strings.Lines(m[2]) {
			done++
			follow(t, strings.Fields(line))
		}
	}
	if done < 7 || samples < 3 {
		t.Errorf("only %d commands and %d samples", done, samples)
	}
	if _, err := os.Stat(filepath.Join(dir, "2026", "report.yaml")); err != nil {
		t.Error(err)
	}
	for _, m := range regexp.MustCompile("`kl-print ([a-z]+)[^`]*`").FindAllStringSubmatch(text, -1) {
		if w := newWorld(); w.run("help", m[1]) != exitMade {
			t.Errorf("there is no command %q", m[1])
		}
	}
}

// follow does one command of the page, where the one before has left us.
func follow(t *testing.T, command []string) {
	t.Helper()
	switch {
	case command[0] == "cd":
		t.Chdir(command[1])
	case command[0] != "kl-print":
		t.Errorf("the page has the command %q", command)
	case command[1] != "preview": // which goes on until it is stopped
		w := newWorld()
		w.compile = compileReport
		if code := w.run(command[1:]...); code != exitMade {
			t.Errorf("%q: exit %d: %s", command, code, w.err.String())
		}
	}
}

// sampleHolds builds the edition we stand in with a sample in the place of a
// chapter: a chapter, or blocks of one.
func sampleHolds(t *testing.T, sample string) {
	t.Helper()
	const chapter = "chapters/velkommen.yaml"
	was := read(t, chapter)
	if strings.HasPrefix(sample, "- ") {
		sample = "title: T\nblocks:\n" + sample
	}
	put := func(text string) {
		if err := os.WriteFile(chapter, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put(sample)
	w := newWorld()
	w.compile = compileReport
	if code := w.run("build", "-o", filepath.Join(t.TempDir(), "x.pdf")); code != exitMade {
		t.Errorf("exit %d: %s with the sample\n%s", code, w.err.String(), sample)
	}
	put(was)
}
