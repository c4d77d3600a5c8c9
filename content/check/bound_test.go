package check_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/edition2024"
)

// boundSlips reads the mistakes that another hand than the rules' chose in the embedded
// edition as it stands, with its figures bound: one of the texts that stand once in a file
// becomes another, which something in the edition refutes.
func boundSlips(t *testing.T, name string, files map[string]string) []slip {
	t.Helper()
	data, err := os.ReadFile("testdata/bound/" + name + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []slip
	for line := range strings.Lines(string(data)) {
		var m struct{ Kind, File, Old, New, Why string }
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(line, err)
		}
		if n := strings.Count(files[m.File], m.Old); n != 1 || m.Old == m.New || m.Why == "" {
			t.Fatalf("%s has %q %d times", m.File, m.Old, n)
		}
		at := strings.Index(files[m.File], m.Old)
		out = append(out, slip{m.Kind, m.File, at, at + len(m.Old), m.Old, []string{m.New}})
	}
	return out
}

// TestBlindBound plants five sets of them, some unless every one is asked for. What was told of
// the second and the third before the rules were touched by them is a measure of others: README has it.
func TestBlindBound(t *testing.T) {
	files := texts(t, edition2024.Files())
	for name, least := range map[string]struct{ all, some int }{"first": {284, 72}, "second": {254, 65}, "third": {352, 88}, "fourth": {258, 70}, "fifth": {216, 52}} {
		slips, least, rest := boundSlips(t, name, files), least.all, least.some
		if !*every {
			const some = 4
			for i := range len(slips) / some {
				slips[i] = slips[i*some]
			}
			slips, least = slips[:len(slips)/some], rest
		}
		all, hit, _, _ := plantSlips(t, name, heldEdition{files, slips})
		for kind, n := range all {
			t.Logf("%-14s %3d of %3d", kind, hit[kind], n)
		}
		t.Logf("%-14s %3d of %3d", "all "+name, sumOf(hit), sumOf(all))
		if sumOf(hit) < least {
			t.Errorf("%s: only %d are told, not %d", name, sumOf(hit), least)
		}
	}
}
