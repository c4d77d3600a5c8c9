package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/spell"
)

// TestSpellingIsToldOf says why words are not looked up, and refuses a dictionary
// that is asked for and not there.
func TestSpellingIsToldOf(t *testing.T) {
	wrongEdition(t, "Her er intet galt.", "")
	t.Setenv("PATH", "")
	w := newWorld()
	if code := w.run("check"); code != exitMade || !strings.Contains(w.out.String(), "Spelling was not checked: the program hunspell is not installed.\n") {
		t.Errorf("exit %d: %s", code, w.out.String())
	}
	w = newWorld()
	if w.run("check", "--json"); !strings.Contains(w.out.String(), `"unchecked": "the program hunspell is not installed"`) {
		t.Error(w.out.String())
	}
	w = newWorld()
	if code := w.run("check", "--dictionary", "x.dic", "--lang", "da"); code != exitUsage || !strings.Contains(w.err.String(), "hunspell er ikke installeret") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// TestSpellingWithADictionary looks words up in a dictionary given by its path.
func TestSpellingWithADictionary(t *testing.T) {
	if _, err := exec.LookPath(spell.Program); err != nil {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatal(spell.Program + " is not installed")
		}
		t.Skip(spell.Program + " is not installed")
	}
	wrongEdition(t, "Her er intet galt i kommunre.", "")
	for name, text := range map[string]string{"x.aff": "SET UTF-8\nSFX N Y 1\nSFX N 0 r .\n", "x.dic": "6\nkommune/N\nher\ner\nintet\ngalt\ni\n"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	w := newWorld()
	code := w.run("check", "--dictionary", "./x.dic")
	if code != exitMade || !strings.Contains(w.out.String(), "klima.yaml:4:27: warning: \"kommunre\" is not in the dictionary") || strings.Contains(w.out.String(), "not checked") {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
	w = newWorld()
	if code := w.run("check", "--dictionary", "./y.dic"); code != exitUsage || !strings.Contains(w.err.String(), "can't be read") {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// TestSpellingOutlivesHunspell: one that is killed is told of, and fails no check.
func TestSpellingOutlivesHunspell(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the dying hunspell is a shell script")
	}
	wrongEdition(t, "Her er intet galt.", "")
	dir := t.TempDir()
	script := "#!/bin/sh\nread word\n[ \"$word\" = a ] || kill -9 $$\n"
	if err := os.WriteFile(filepath.Join(dir, spell.Program), []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	w := newWorld()
	if code := w.run("check"); code != exitMade || !strings.Contains(w.out.String(), "report.yaml:1:1: warning: 4 of 4 words were not looked up: hunspell failed: signal: killed") {
		t.Errorf("exit %d: %s%s", code, w.out.String(), w.err.String())
	}
}
