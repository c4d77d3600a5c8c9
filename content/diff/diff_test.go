package diff

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// apply makes b of a by the edits.
func apply[T any](a, b []T, edits []Edit) []T {
	var out []T
	at := 0
	for _, e := range edits {
		out = append(append(out, a[at:e.A]...), b[e.B:e.BEnd]...)
		at = e.AEnd
	}
	return append(out, a[at:]...)
}

// longest is the length of the longest common subsequence, by the slow and sure way.
func longest(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			if rows[i+1][j+1] = max(rows[i][j+1], rows[i+1][j]); a[i] == b[j] {
				rows[i+1][j+1] = rows[i][j] + 1
			}
		}
	}
	return rows[len(a)][len(b)]
}

// TestOf makes one sequence of another, and, where no element stands once, by the
// fewest changes there can be.
func TestOf(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		word := func() string {
			out := make([]byte, rnd.IntN(12))
			for i := range out {
				out[i] = "abc"[rnd.IntN(3)]
			}
			return string(out)
		}
		a, b := word(), word()
		edits := Of([]byte(a), []byte(b))
		if got := string(apply([]byte(a), []byte(b), edits)); got != b {
			t.Fatalf("%q became %q, not %q: %v", a, got, b, edits)
		}
		same := len(a)
		for i, e := range edits {
			same -= e.AEnd - e.A
			if i > 0 && (e.A <= edits[i-1].AEnd || e.B <= edits[i-1].BEnd) {
				t.Fatalf("%q, %q: edits that touch: %v", a, b, edits)
			}
		}
		m := &matcher{a: numbers(a), b: numbers(b)}
		m.shortest(0, len(a), 0, len(b))
		if want := longest(a, b); len(m.pairs) != want || same > want {
			t.Fatalf("%q, %q: %d pairs and %d the same, and there can be %d", a, b, len(m.pairs), same, want)
		}
	}
}

func numbers(s string) (out []int) {
	for _, c := range s {
		out = append(out, int(c))
	}
	return out
}

// TestOfIsReadable matches what stands once, as a reader does.
func TestOfIsReadable(t *testing.T) {
	a := strings.Fields("{ one } { two }")
	b := strings.Fields("{ one } { new } { two }")
	if edits := Of(a, b); !slices.Equal(edits, []Edit{{A: 3, AEnd: 3, B: 3, BEnd: 6}}) && !slices.Equal(edits, []Edit{{A: 4, AEnd: 4, B: 4, BEnd: 7}}) {
		t.Errorf("%v", edits)
	}
}

// TestOfLong compares long sequences that have nothing, or nearly nothing, alike
// within bounds.
func TestOfLong(t *testing.T) {
	const n = 200_000
	a, b := make([]int, n), make([]int, n)
	for i := range n {
		a[i], b[i] = i%7, 7+i%5
	}
	if edits := Of(a, b); len(edits) != 1 {
		t.Errorf("%d edits", len(edits))
	}
	b = slices.Clone(a)
	b[n/2] = 9
	if edits := Of(a, b); !slices.Equal(edits, []Edit{{n / 2, n/2 + 1, n / 2, n/2 + 1}}) {
		t.Errorf("%v", edits)
	}
}

func TestUnified(t *testing.T) {
	a := "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13"
	b := "1\n2\nx\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n"
	want := "--- a\n+++ b\n@@ -1,6 +1,6 @@\n 1\n 2\n-3\n+x\n 4\n 5\n 6\n@@ -10,4 +10,5 @@\n 10\n 11\n 12\n-13\n\\ No newline at end of file\n+13\n+14\n"
	if got := Unified("a", "b", a, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := Unified("a", "b", a, a); got != "" {
		t.Error(got)
	}
	for from, to := range map[string]string{"": "a\n", "a\n": "", "a": "a\n"} {
		if got := Unified("a", "b", from, to); !strings.Contains(got, "@@ -") {
			t.Errorf("%q to %q: %s", from, to, got)
		}
	}
}

// TestUnifiedIsApplied has patch apply what Unified writes.
func TestUnifiedIsApplied(t *testing.T) {
	patch, err := exec.LookPath("patch")
	if err != nil {
		t.Skip("there is no patch program")
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		text := func() string {
			var b strings.Builder
			for range rnd.IntN(60) {
				b.WriteString(strings.Repeat("x", rnd.IntN(5)) + "\n")
			}
			return b.String()
		}
		a, b := text(), text()
		file := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(file, []byte(a), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(patch, "--quiet", file)
		cmd.Stdin = strings.NewReader(Unified("f", "f", a, b))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got, _ := os.ReadFile(file); string(got) != b && !(b == "" && len(got) == 0) {
			t.Fatalf("%q became %q, not %q", a, got, b)
		}
	}
}

// FuzzOf makes one text of another, whatever they are.
func FuzzOf(f *testing.F) {
	f.Add("a b c", "a c b")
	f.Fuzz(func(t *testing.T, a, b string) {
		if got := string(apply([]byte(a), []byte(b), Of([]byte(a), []byte(b)))); got != b {
			t.Errorf("%q became %q, not %q", a, got, b)
		}
	})
}
