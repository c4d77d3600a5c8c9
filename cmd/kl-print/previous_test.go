package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// lastYear writes the embedded edition's accounts as those of the year before:
// its second column is now the first, and one figure is changed.
func lastYear(t *testing.T, change func(string) string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "sidste")
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(edition2024.Files(), "accounts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "accounts.yaml"), []byte(change(string(data))), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// changed is the accounts with three figures changed, which add up all the same.
func changed(s string) string {
	s = strings.Replace(s, `"240.280.687"`, `"240.280.688"`, 1)
	s = strings.Replace(s, `"457.004.804"`, `"457.004.805"`, 1)
	return strings.Replace(s, `"-281.945.764"`, `"-281.945.765"`, 1)
}

func TestPrevious(t *testing.T) {
	out := filepath.Join(t.TempDir(), "b.pdf")
	same := lastYear(t, func(s string) string { return s })
	w := newWorld()
	if code := w.run("build", "-o", out, "--previous", same, same); code != 0 || w.err.String() != "" {
		t.Errorf("the same accounts: status %d\n%s", code, w.err.String())
	}
	other := lastYear(t, changed)
	w = newWorld()
	code := w.run("build", "-o", out, "--lang", "en", "--previous", other, same)
	for _, want := range []string{
		`accounts.yaml:12:89: error: "Kontingentindtægter" in 2023 is 240.280.687 here but 240.280.688 in last year's accounts (` + filepath.ToSlash(other) + "/accounts.yaml:12:",
		`"Personaleomkostninger" in 2023 is -281.945.764 here but -281.945.765`,
	} {
		if code != exitContent || !strings.Contains(w.err.String(), want) {
			t.Errorf("status %d, expected %s in\n%s", code, want, w.err.String())
		}
	}
}

// TestPreviousOfEveryMaking holds the accounts against last year's whatever is made
// of them: nothing is where they differ.
func TestPreviousOfEveryMaking(t *testing.T) {
	other, same := lastYear(t, changed), lastYear(t, func(s string) string { return s })
	for name, args := range map[string][]string{
		"a report": {"build", "-o", "ud", same}, "a draft": {"build", "--draft", "-o", "ud", same}, "copies": {"build", "--for", "d.csv", "-o", "ud", same},
		"many": {"build", "--all", "-o", "ud", filepath.Dir(same)}, "a bundle": {"archive", "-o", "ud.zip", same}, "a check": {"check", same},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"d.csv": "navn\nBo\n"})
			w := newWorld()
			code := w.run(append(args, "--previous", other)...)
			if said := w.out.String() + w.err.String(); !strings.Contains(said, "240.280.688") {
				t.Errorf("status %d\n%s", code, said)
			}
			if draft := name == "a draft"; draft != (code == exitMade) {
				t.Errorf("status %d", code)
			} else if found, _ := filepath.Glob("ud*/*.pdf"); !draft && (len(found) > 0 || exists("ud.zip") || code != exitContent) {
				t.Errorf("status %d, and %v was made", code, found)
			}
		})
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// TestPreviousOfAPreview tells of a differing figure among what the check finds.
func TestPreviousOfAPreview(t *testing.T) {
	files := os.DirFS(lastYear(t, func(s string) string { return s }))
	rep, work, problems := source.LoadUnfinished(files, "")
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	t.Setenv("PATH", "")
	b := &build{app: newApp(newWorld().std, nil, nil), previous: lastYear(t, changed)}
	found, _ := b.checkLater(t.Context())(files, rep, work)()
	if !slices.ContainsFunc(found, func(f check.Finding) bool {
		return f.Level == check.Error && strings.Contains(f.What.English, "240.280.688")
	}) {
		t.Errorf("%v", found)
	}
}

func TestPreviousBundle(t *testing.T) {
	dir := t.TempDir()
	bundle := filepath.Join(dir, "sidste.zip")
	w := newWorld()
	if code := w.run("archive", "-o", bundle, lastYear(t, func(s string) string { return s })); code != 0 {
		t.Fatalf("no bundle: %s", w.err.String())
	}
	edition := lastYear(t, func(s string) string {
		return strings.NewReplacer(`"25.924.697"`, `"25.924.698"`, `"47.492.480"`, `"47.492.479"`).Replace(s)
	})
	w = newWorld()
	code := w.run("build", "-o", filepath.Join(dir, "b.pdf"), "--lang", "en", "--previous", bundle, edition)
	if want := "sidste.zip/accounts.yaml:"; code != exitContent || !strings.Contains(w.err.String(), want) || strings.Count(w.err.String(), "last year's accounts") != 2 {
		t.Errorf("status %d\n%s", code, w.err.String())
	}
}

func TestPreviousIsNone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(file, []byte("no bundle"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"findes-ikke": "does not exist", file: "neither an edition nor a bundle"} {
		w := newWorld()
		if code := w.run("build", "--lang", "en", "--previous", name, "-o", filepath.Join(t.TempDir(), "b.pdf")); code != exitUsage || !strings.Contains(w.err.String(), want) {
			t.Errorf("%s: status %d\n%s", name, code, w.err.String())
		}
	}
}
