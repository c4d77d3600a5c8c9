package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTimings has each stage told of once, in order, with a time and allocations;
// the PDF is the same as without.
func TestTimings(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "e"), grown(3)); err != nil {
		t.Fatal(err)
	}
	plain, timed := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf")
	w := newWorld()
	w.compile = compileReport
	if code := w.run("build", filepath.Join(dir, "e"), "-o", plain, "--lang", "en"); code != exitMade {
		t.Fatal(w.err.String())
	}
	w = newWorld()
	w.compile = compileReport
	if code := w.run("build", filepath.Join(dir, "e"), "-o", timed, "--timings", "--lang", "en"); code != exitMade {
		t.Fatal(w.err.String())
	}
	a, _ := os.ReadFile(plain)
	b, _ := os.ReadFile(timed)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes are not the same", len(a), len(b))
	}
	row := regexp.MustCompile(`^(.+?) +\d+\.\d ms +[\d.]+ [kM]B +\d+$`)
	var stages []string
	for line := range strings.Lines(w.err.String()) {
		if m := row.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			stages = append(stages, m[1])
		}
	}
	want := "source, check, words and lines, pages, putting together, accessibility, drawing and packing, finishing, all, floor: packing and writing alone"
	if got := strings.Join(stages, ", "); got != want {
		t.Errorf("told of\n%s\nwanted\n%s\nin\n%s", got, want, w.err.String())
	}
	for _, with := range []string{"--all", "--for=x.csv", "--draft"} {
		if code := newWorld().run("build", dir, "--timings", with); code != exitUsage {
			t.Errorf("--timings with %s ends with %d", with, code)
		}
	}
}
