package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// little is a report of one chapter.
func little(title string) map[string]string {
	return map[string]string{
		"report.yaml":     "title: " + title + "\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n",
		"chapters/a.yaml": "title: Kapitel\nblocks:\n  - text: Teksten.\n",
	}
}

// placed puts reports in folders of a new one.
func placed(t *testing.T, names ...string) {
	t.Helper()
	files := map[string]string{}
	for _, n := range names {
		for file, text := range little(n) {
			files[n+"/"+file] = text
		}
	}
	inFolder(t, files)
}

// TestAll builds what is below the folders, tells of what can't be built, and
// goes on.
func TestAll(t *testing.T) {
	placed(t, "nord/aalborg", "nord/hobro", "syd", ".gemt/ude", "syd/inde")
	if err := os.WriteFile("nord/hobro/chapters/a.yaml", []byte("title: Kapitel\nblocks:\n  - tekst: Fejl.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	w := newWorld()
	if code := w.run("build", "--all", "-o", "ud", "nord", "syd"); code != exitContent {
		t.Errorf("exit %d", code)
	}
	var lines []string
	for line := range strings.Lines(w.out.String()) {
		name, _, _ := strings.Cut(line, ",")
		lines = append(lines, filepath.ToSlash(strings.TrimSpace(name)))
	}
	if want := []string{"ud/aalborg.pdf: 3 pages", "ud/syd.pdf: 3 pages", "3 editions: 2 made"}; !slices.Equal(lines, want) {
		t.Errorf("said %q, wanted %q", lines, want)
	}
	if !strings.Contains(w.err.String(), "nord/hobro/chapters/a.yaml:3:5: error: ") {
		t.Errorf("told %q", w.err.String())
	}
	for _, name := range []string{"ud/aalborg.pdf", "ud/syd.pdf"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

// TestAllInPlace puts each report in its own folder.
func TestAllInPlace(t *testing.T) {
	placed(t, "a", "b")
	w := newWorld()
	if code := w.run("build", "--all"); code != exitMade {
		t.Fatalf("exit %d: %s", code, w.err.String())
	}
	for _, name := range []string{"a/beretning.pdf", "b/beretning.pdf"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

func TestAllRefused(t *testing.T) {
	if w := newWorld(); w.run("build", "--shard", "1/2") != exitUsage || !strings.Contains(w.err.String(), "expected --all or --for") {
		t.Errorf("a shard of one report: %q", w.err.String())
	}
	for name, c := range map[string]struct {
		args []string
		said string
	}{
		"nothing there":  {[]string{"tom"}, "no report.yaml below tom"},
		"no folder":      {[]string{"ingen"}, `no folder "ingen"`},
		"one name":       {[]string{"-o", "ud", "a", "x/a"}, "would get one name"},
		"a stream":       {[]string{"-o", "-", "a"}, "can't go to standard output"},
		"two at a time":  {[]string{"--for", "d.csv", "a"}, "can't go together"},
		"a shard of 0":   {[]string{"--shard", "0/4", "a"}, "--shard"},
		"beyond":         {[]string{"--shard", "5/4", "a"}, "--shard"},
		"without an own": {[]string{"--shard", "4", "a"}, "JOB_COMPLETION_INDEX"},
	} {
		t.Run(name, func(t *testing.T) {
			placed(t, "a", "x/a")
			if err := os.Mkdir("tom", 0o777); err != nil {
				t.Fatal(err)
			}
			w := newWorld()
			if code := w.run(append([]string{"build", "--all"}, c.args...)...); code != exitUsage || !strings.Contains(w.err.String(), c.said) {
				t.Errorf("exit %d, said %q", code, w.err.String())
			}
		})
	}
}

// TestShards parts a list so that each of it is in one part.
func TestShards(t *testing.T) {
	list := []int{0, 1, 2, 3, 4, 5, 6}
	var all []int
	for _, text := range []string{"1/3", "2/3", "3/3"} {
		s, err := newApp(newWorld().std, nil, nil).parseShard(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, pick(list, s)...)
	}
	slices.Sort(all)
	if !slices.Equal(all, list) {
		t.Errorf("the parts hold %v", all)
	}
	s, err := newApp(newWorld("JOB_COMPLETION_INDEX=2").std, nil, nil).parseShard("3")
	if err != nil || s != (shard{2, 3}) {
		t.Errorf("%+v, %v", s, err)
	}
	for _, lang := range []diag.Lang{diag.Danish, diag.English} {
		if strings.Contains(manyWordsIn(lang).badShard, "%!") {
			t.Error("a sentence is not whole")
		}
	}
}
