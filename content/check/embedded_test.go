package check_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/edition2024"
)

// embeddedSlips reads the mistakes that another hand than the rules' chose in the embedded
// edition with its figures written out: "kind|file|n|context", where the n-th place of the
// context, with what is right in it, is meant.
func embeddedSlips(t *testing.T, files map[string]string) []slip {
	t.Helper()
	data, err := os.ReadFile("testdata/embedded.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []slip
	for line := range strings.Lines(strings.TrimSuffix(string(data), "\n") + "\n") {
		part := strings.SplitN(strings.TrimSuffix(line, "\n"), "|", 4)
		before, rest, _ := strings.Cut(part[3], "«")
		both, after, _ := strings.Cut(rest, "»")
		right, wrong, _ := strings.Cut(both, "¦")
		nth, err := strconv.Atoi(part[2])
		if err != nil {
			t.Fatal(line, err)
		}
		at := -1
		for range nth {
			n := strings.Index(files[part[1]][at+1:], before+right+after)
			if n < 0 {
				t.Fatalf("the edition has no %q any more", line)
			}
			at += 1 + n
		}
		at += len(before)
		out = append(out, slip{part[0], part[1], at, at + len(right), right, []string{wrong}})
	}
	return out
}

// TestBlindEmbedded plants them, some unless every one is asked for.
func TestBlindEmbedded(t *testing.T) {
	files := literal(t, texts(t, edition2024.Files()))
	for name, text := range files { // a figure's own stop may be the sentence's too
		files[name] = strings.NewReplacer("kr..", "kr.", "pct..", "pct.").Replace(text)
	}
	slips, least := embeddedSlips(t, files), 193
	if !*every {
		const some = 4
		for i := range len(slips) / some {
			slips[i] = slips[i*some]
		}
		slips, least = slips[:len(slips)/some], 48
	}
	all, hit, words, alarms := plantSlips(t, "embedded", heldEdition{files, slips})
	t.Logf("%d of %d; %d false alarms in %d words", sumOf(hit), sumOf(all), alarms, words)
	if sumOf(hit) < least || alarms > 0 {
		t.Errorf("only %d are told, not %d", sumOf(hit), least)
	}
}
