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
	s, err := Open(t.Context(), name, Patience())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestUnknown holds that affixes and compounds are known, by any form of the path.
func TestUnknown(t *testing.T) {
	base := dictionary(t)
	for _, name := range []string{base, base + ".dic", base + ".aff"} {
		s := open(t, name)
		got := s.Unknown(t.Context(), []string{"kommune", "skaten", "kommuneskat", "kommunr", "skattr", "*", "!", "#x"})
		if got.Err != nil || got.Left != 0 {
			t.Fatalf("%d left: %v", got.Left, got.Err)
		}
		if !got.Unknown["kommunr"] {
			t.Errorf("%v", got)
		}
		if better := s.Better(t.Context(), []string{"kommunr"}); !slices.Contains(better["kommunr"], "kommune") {
			t.Errorf("%v", better)
		}
		for _, w := range []string{"kommune", "skaten", "kommuneskat"} {
			if got.Unknown[w] {
				t.Errorf("%q is unknown", w)
			}
		}
	}
}

// TestOpenTells what is not to be had.
func TestOpenTells(t *testing.T) {
	open(t, dictionary(t))
	var missing *NoDictionaryError
	if _, err := Open(t.Context(), "xx_YY", Patience()); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.dic"), Patience()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", "")
	if _, err := Open(t.Context(), "da_DK", Patience()); !errors.Is(err, ErrNoProgram) {
		t.Errorf("%v", err)
	}
}

// FuzzSuggestions reads any answer without a fault.
func FuzzSuggestions(f *testing.F) {
	f.Add([]byte("& kommunr 2 0: kommune, kommuner\n\n# x 0\n"))
	f.Add([]byte("& kommunr 2 0: kommune, komm"))
	f.Fuzz(func(t *testing.T, answer []byte) {
		for word, list := range readSuggestions(answer) {
			if word == "" || len(list) == 0 {
				t.Errorf("%q: %q", word, list)
			}
		}
	})
}
