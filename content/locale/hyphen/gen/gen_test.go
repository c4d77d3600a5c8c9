package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const smallAffixes = `FLAG num
SFX 2 Y 2
SFX 2 0 n/34 e
SFX 2 0 en/34 [^e]
SFX 3 Y 1
SFX 3 0 t/2,34 t
SFX 29 Y 1
SFX 29 0 s/32,35,36 .
SFX 31 Y 1
SFX 31 0 0/32,36,35 .
SFX 55 Y 1
SFX 55 e 0/33,35 [aeo]ne
`

const smallDictionary = `7
skole/2,31
kat/3
virksomhed/2,29
maskine/55
Aarhus/9
a-kasse/2
mænd st:mand
`

// small writes the two files of a dictionary and returns their folder.
func small(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"da_DK.aff": smallAffixes, "da_DK.dic": smallDictionary} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestForms(t *testing.T) {
	dir := small(t)
	a, err := readAffixes(filepath.Join(dir, "da_DK.aff"))
	if err != nil {
		t.Fatal(err)
	}
	entries, err := readDictionary(filepath.Join(dir, "da_DK.dic"), a)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]form{
		"skole":      {{"skolen", false}, {"skole", true}},
		"kat":        {{"katt", false}, {"katten", false}},
		"virksomhed": {{"virksomheden", false}, {"virksomheds", true}},
		"maskine":    nil,
		"mænd":       nil,
	}
	for _, e := range entries {
		forms, ok := want[e.word]
		if !ok {
			t.Errorf("%q does not belong in the lexicon", e.word)
		}
		if !slices.Equal(e.forms, forms) {
			t.Errorf("%s: %v, wanted %v", e.word, e.forms, forms)
		}
		delete(want, e.word)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

func TestTree(t *testing.T) {
	// s-o(ends)-l(ends), s-å(ends): nodes under one stand together, and those under them after.
	lex := map[string]*part{"so": {first: 3, joint: 1}, "sol": {last: 9, endings: []string{"en"}}, "så": {}}
	got := tree(lex, []string{"", "en"})
	want := []byte{
		0, 0, 1 << 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, // s
		0, 1 << 7, 0, 1 << 3, 2, 0, 0, 0, 0, 0, 0, 0, // o and å
		0, 1 << 4, 0, 0, 4, 0, 0, 3 | 1<<5, 0, 0, 0, 1, // l
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
		0, 0, 0, 0, 0, 0, 0, 0, 9, 1, 0, 1,
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%x, wanted %x", got, want)
	}
}

func TestTheSameFilesGiveTheSameBytes(t *testing.T) {
	dir := small(t)
	var made [2][]byte
	for i := range made {
		out := filepath.Join(dir, "lexicon")
		if err := run(dir, out, filepath.Join(dir, "cuts")); err != nil {
			t.Fatal(err)
		}
		var err error
		if made[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if len(made[0]) == 0 || !bytes.Equal(made[0], made[1]) {
		t.Errorf("%d and %d bytes", len(made[0]), len(made[1]))
	}
}

func TestNoDictionary(t *testing.T) {
	if err := run(t.TempDir(), filepath.Join(t.TempDir(), "x"), ""); err == nil {
		t.Error("a folder without a dictionary is taken")
	}
}
