package spell

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// dictionary writes a small dictionary with affixes and compounds.
func dictionary(t *testing.T) string {
	t.Helper()
	base := filepath.Join(t.TempDir(), "prøve")
	aff := "SET UTF-8\nTRY aeiouæøå\nCOMPOUNDFLAG C\nSFX N Y 2\nSFX N 0 en .\nSFX N 0 er .\n"
	dic := "4\nkommune/NC\nskat/NC\nkrone\nø\n"
	for ext, text := range map[string]string{".aff": aff, ".dic": dic} {
		if err := os.WriteFile(base+ext, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return base
}

// open opens a dictionary, or skips where there is no hunspell.
func open(t *testing.T, name string) *Speller {
	t.Helper()
	if _, err := exec.LookPath(Program); err != nil {
		if os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" {
			t.Fatal(Program + " is not installed")
		}
		t.Skip(Program + " is not installed")
	}
	s, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestUnknown holds that affixes and compounds are known, by any form of the path.
func TestUnknown(t *testing.T) {
	base := dictionary(t)
	for _, name := range []string{base, base + ".dic", base + ".aff"} {
		got, err := open(t, name).Unknown(t.Context(), []string{"kommune", "skaten", "kommuneskat", "kommunr", "skattr", "*", "!", "#x"})
		if err != nil {
			t.Fatal(err)
		}
		if _, has := got["kommunr"]; !has || !slices.Contains(got["kommunr"], "kommune") {
			t.Errorf("%v", got)
		}
		for _, w := range []string{"kommune", "skaten", "kommuneskat"} {
			if _, has := got[w]; has {
				t.Errorf("%q is unknown", w)
			}
		}
	}
}

// TestOpenTells what is not to be had.
func TestOpenTells(t *testing.T) {
	open(t, dictionary(t))
	var missing *NoDictionaryError
	if _, err := Open("xx_YY"); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "x.dic")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", "")
	if _, err := Open("da_DK"); !errors.Is(err, ErrNoProgram) {
		t.Errorf("%v", err)
	}
}

// FuzzSuggestions reads any answer without a fault.
func FuzzSuggestions(f *testing.F) {
	f.Add([]byte("& kommunr 2 0: kommune, kommuner\n\n# x 0\n"), "kommunr")
	f.Fuzz(func(t *testing.T, answer []byte, word string) {
		out := map[string][]string{word: nil}
		readSuggestions(answer, out)
		if len(out) != 1 {
			t.Errorf("%v", out)
		}
	})
}
