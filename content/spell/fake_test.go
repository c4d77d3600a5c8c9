package spell

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// fakeLog is the variable that makes a hunspell of the tests' own program: one that
// knows words without an x, dies of "die" and never ends with "hang". It notes each
// word it is asked for in the file.
const fakeLog = "SPELL_FAKE_LOG"

func TestMain(m *testing.M) {
	if log := os.Getenv(fakeLog); log != "" {
		os.Exit(fake(log, os.Args[len(os.Args)-1]))
	}
	os.Exit(m.Run())
}

// fake is the hunspell; mode is -l or -a.
func fake(log, mode string) int {
	f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return 2
	}
	defer f.Close()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		w := strings.TrimPrefix(lines.Text(), "^")
		fmt.Fprintln(f, mode, w)
		switch {
		case w == "die":
			fmt.Fprint(os.Stderr, "no memory")
			return 9
		case w == "hang":
			_, _ = io.Copy(io.Discard, os.Stdin)
			time.Sleep(time.Hour)
		case strings.Contains(w, "x") && mode == "-l":
			fmt.Println(w)
		case mode == "-a":
			fmt.Printf("& %s 1 0: %s\n\n", w, strings.ReplaceAll(w, "x", "s"))
		}
	}
	return 0
}

// faked is a speller that asks the fake, and the log of it.
func faked(t *testing.T, l Limits) (*Speller, func() []string) {
	t.Helper()
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, Program)
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if os.Link(self, name) != nil {
		data, err := os.ReadFile(self)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	log := filepath.Join(dir, "log")
	t.Setenv("PATH", dir)
	t.Setenv(fakeLog, log)
	s, err := Open(t.Context(), "da_DK", Limits{Lookup: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	s.limits = l
	return s, func() []string {
		data, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(data)), "\n")[1:] // Open asks for "a"
	}
}

// patient are limits no test comes to.
func patient() Limits { return Limits{Lookup: time.Hour, Suggest: time.Hour, Most: 60} }

// many are words of the same length; every tenth has an x.
func many(n int) []string {
	var out []string
	for i := range n {
		w := fmt.Sprintf("ord%06d", i)
		if i%10 == 0 {
			w = fmt.Sprintf("oxd%06d", i)
		}
		out = append(out, w)
	}
	return out
}

// TestNoSuggestionsAreComputedForAll: words are looked up without any, each once, and
// suggestions sought for so many words at most.
func TestNoSuggestionsAreComputedForAll(t *testing.T) {
	limits := patient()
	limits.Most = 7
	s, log := faked(t, limits)
	words := many(5000)
	got := s.Unknown(t.Context(), append(words, words...))
	if got.Err != nil || got.Left != 0 || len(got.Unknown) != 500 {
		t.Fatalf("%d unknown, %d left: %v", len(got.Unknown), got.Left, got.Err)
	}
	asked := log()
	if len(asked) != 5000 || slices.ContainsFunc(asked, func(l string) bool { return strings.HasPrefix(l, "-a") }) {
		t.Errorf("asked for %d words", len(asked))
	}
	if again := s.Unknown(t.Context(), words); len(again.Unknown) != 500 || len(log()) != 5000 {
		t.Error("words are asked for again")
	}
	var unknown []string
	for w := range got.Unknown {
		unknown = append(unknown, w)
	}
	better := s.Better(t.Context(), unknown)
	if len(better) != 7 || !slices.Equal(better["oxd000000"], []string{"osd000000"}) {
		t.Errorf("%v", better)
	}
	if n := len(log()) - 5000; n != 7 {
		t.Errorf("suggestions were sought for %d words", n)
	}
}

// TestHunspellDies: what it was not asked for is left, and said; the rest is good.
func TestHunspellDies(t *testing.T) {
	s, _ := faked(t, patient())
	got := s.Unknown(t.Context(), append(many(4000), "die")) // the shortest: of the first part
	if got.Err == nil || !strings.Contains(got.Err.Error(), "no memory") {
		t.Errorf("%v", got.Err)
	}
	if got.Left == 0 || got.Left > most || len(got.Unknown) < 300 {
		t.Errorf("%d left, %d unknown", got.Left, len(got.Unknown))
	}
	if better := s.Better(t.Context(), []string{"die", "oxd"}); better["die"] != nil {
		t.Errorf("%v", better)
	}
}

// TestHunspellIsSlow: it is not waited for longer than the limits say.
func TestHunspellIsSlow(t *testing.T) {
	s, _ := faked(t, Limits{Lookup: 300 * time.Millisecond, Suggest: 300 * time.Millisecond, Most: 60})
	got := s.Unknown(t.Context(), []string{"hang"})
	if !errors.Is(got.Err, ErrSlow) || got.Left != 1 || len(got.Unknown) != 0 {
		t.Errorf("%+v", got)
	}
	s.limits.Suggest = 300 * time.Millisecond
	if better := s.Better(t.Context(), []string{"hang"}); len(better) != 0 {
		t.Errorf("%v", better)
	}
}
