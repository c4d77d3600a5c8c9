package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCopies makes copies of the embedded edition: each its own, the same made
// twice, and all from one layout.
func TestCopies(t *testing.T) {
	inFolder(t, map[string]string{"d.csv": "nummer;navn\n7;Anne Hansen\nB-2;Bo Ærø\n"})
	make := func(dir string) map[string][]byte {
		w := newWorld()
		w.compile = compileReport
		if code := w.run("build", "--for", "d.csv", "-o", dir); code != exitMade {
			t.Fatalf("exit %d: %s", code, w.err.String())
		}
		if !strings.HasPrefix(w.out.String(), dir+": 2 copies of 40 pages, ") {
			t.Errorf("said %q", w.out.String())
		}
		out := map[string][]byte{}
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if out[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
				t.Fatal(err)
			}
		}
		return out
	}
	first, second := make("a"), make("b")
	if len(first) != 2 || first["beretning-7.pdf"] == nil || first["beretning-B-2.pdf"] == nil {
		t.Fatalf("%d files", len(first))
	}
	for name, data := range first {
		if !bytes.Equal(data, second[name]) {
			t.Errorf("%s is another file the second time", name)
		}
	}
	if bytes.Equal(first["beretning-7.pdf"], first["beretning-B-2.pdf"]) {
		t.Error("two copies are the same")
	}
}

// TestCopiesRefused has lists and places that give no copies, and nothing left.
func TestCopiesRefused(t *testing.T) {
	for name, c := range map[string]struct {
		list string
		args []string
		code int
		said string
	}{
		"no list":     {"", []string{"--for", "none.csv"}, exitUsage, `"none.csv" after --for does not exist`},
		"no folder":   {"name\nBo\n", []string{"--for", "d.csv", "-o", "-"}, exitUsage, "the copies go to a folder"},
		"a file":      {"name\nBo\n", []string{"--for", "d.csv", "-o", "d.csv"}, exitUsage, `"d.csv" is a file`},
		"bad list":    {"name,number\n,1\nBo,1\nIb,1\n", []string{"--for", "d.csv"}, exitContent, "d.csv:4:4: error: number 1 is given on line 3"},
		"no glyph":    {"name\nBo\n漢\n", []string{"--for", "d.csv"}, exitContent, `d.csv:3:1: error: "漢" can't be set`},
		"a directory": {"name\nBo\n", []string{"--for", "."}, exitMachine, "can't be read"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"d.csv": c.list})
			w := newWorld()
			w.compile = compileReport
			code := w.run(append([]string{"build"}, c.args...)...)
			if code != c.code || !strings.Contains(w.err.String(), c.said) {
				t.Errorf("exit %d, said %q", code, w.err.String())
			}
			entries, _ := os.ReadDir(".")
			if len(entries) != 1 || !slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == "d.csv" }) {
				t.Errorf("left are %v", entries)
			}
		})
	}
}
