package preview_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kl-print/kl-print/cmd/kl-print/preview"
)

// saves is how many saves are measured.
const saves = 21

// changed are a word of a chapter without and with another, by turns.
func changed(i int) (old, new string) {
	words := []string{"var lang, men", "var meget lang, men"}
	return words[i%2], words[1-i%2]
}

// spread is the median of some times, and the 95th percentile.
func spread(took []time.Duration) (median, most time.Duration) {
	slices.Sort(took)
	return took[len(took)/2].Round(time.Millisecond), took[(len(took)*95+99)/100-1].Round(time.Millisecond)
}

// lengthened makes the edition many times as long: its chapters are listed again and
// again under other names.
func lengthened(t testing.TB, times int) func(*preview.Options) {
	return func(o *preview.Options) {
		name := filepath.Join(o.Dir, "report.yaml")
		report, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, list, _ := strings.Cut(string(report), "chapters:\n")
		for n := 2; n <= times; n++ {
			for line := range strings.Lines(list) {
				id := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- "))
				if id == "" || id == "regnskab" { // whose statements are the accounts'
					continue
				}
				text, err := os.ReadFile(filepath.Join(o.Dir, "chapters", id+".yaml"))
				if err != nil {
					t.Fatal(err)
				}
				again := fmt.Sprintf("%s-%d", id, n)
				if err := os.WriteFile(filepath.Join(o.Dir, "chapters", again+".yaml"), text, 0o666); err != nil {
					t.Fatal(err)
				}
				report = fmt.Appendf(report, "  - %s\n", again)
			}
		}
		if err := os.WriteFile(name, report, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRebuildIsFast tells how long it takes from a saved change to pages, in the
// embedded edition and in one of some 300 pages, as a part of what the first making
// takes with faces and words still unknown. The limit is loose, for machines with
// other work.
func TestRebuildIsFast(t *testing.T) {
	for name, more := range map[string][]func(*preview.Options){"the embedded edition": nil, "a long one": {lengthened(t, 10)}} {
		t.Run(name, func(t *testing.T) {
			if more != nil && testing.Short() {
				t.Skip("a long edition")
			}
			s := start(t, more...)
			l := s.listen()
			made := next[state](l, "state")
			next[[]finding](l, "findings")
			var took, waited []time.Duration
			for i := range saves {
				began := time.Now()
				old, new := changed(i)
				s.change("chapters/klima.yaml", old, new)
				took = append(took, time.Duration(next[state](l, "state").Took)*time.Millisecond)
				waited = append(waited, time.Since(began))
				next[[]finding](l, "findings")
			}
			median, most := spread(took)
			seen, seenMost := spread(waited)
			ratio := float64(median) / float64(max(1, time.Duration(made.Took)*time.Millisecond))
			t.Logf("%d pages made in %d ms; made anew in %v in the median, %v at the 95th percentile (%.2f of it); from save to the news of it %v and %v",
				len(made.Pages), made.Took, median, most, ratio, seen, seenMost)
			if ratio > 0.6 {
				t.Errorf("a change takes %.2f of a full making: %v", ratio, took)
			}
		})
	}
}

// TestSaveToPage tells how long it takes from a saved change to the changed page in
// the browser, as a part of what it takes from nothing to the first page.
func TestSaveToPage(t *testing.T) {
	for name, more := range map[string][]func(*preview.Options){"the embedded edition": nil, "a long one": {lengthened(t, 10)}} {
		t.Run(name, func(t *testing.T) {
			if more != nil && testing.Short() {
				t.Skip("a long edition")
			}
			saveToPage(t, more...)
		})
	}
}

func saveToPage(t *testing.T, more ...func(*preview.Options)) {
	chromium(t)
	began := time.Now()
	s := start(t, more...)
	l := s.listen()
	pages := len(next[state](l, "state").Pages)
	first := time.Since(began)
	next[[]finding](l, "findings")
	b := browse(t, s.url)
	b.keys("1")
	old, _ := changed(0)
	for page := 2; page < 30 && !get[bool](b, visible+fmt.Sprintf(`.includes(%q)`, old)); page++ {
		b.keys("n")
		b.on(page)
		b.until(fmt.Sprintf(`[...document.querySelectorAll(".sheet")][%d].querySelector(".words")`, page-1))
	}
	var took []time.Duration
	for i := range saves {
		b.until(`document.querySelectorAll("#thumbs .paper svg").length > 8`)
		began := time.Now()
		old, new := changed(i)
		s.change("chapters/klima.yaml", old, new)
		b.until(fmt.Sprintf(`document.documentElement.dataset.made >= %d && %s.includes(%q)`, i+2, visible, new))
		took = append(took, time.Since(began))
		next[state](l, "state")
		next[[]finding](l, "findings") // the check, which has a processor too
	}
	median, most := spread(took)
	t.Logf("%d pages: from save to page %v in the median, %v at the 95th percentile; the first making took %v", pages, median, most, first.Round(time.Millisecond))
	if median > 2*first {
		t.Errorf("a change takes %v to be seen, and the first making %v", median, first)
	}
}
