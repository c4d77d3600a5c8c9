package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/edition2024"
)

func TestHyphenate(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args, in, out string
		code          int
	}{
		{"hyphenate kontingentindtægter musikskoler", "", "kon-tin-gent-ind-tæg-ter\nmusik-sko-ler\n", 0},
		{"hyphenate", "budgetoverholdelse\r\n\nord", "bud-get-over-hol-delse\n\nord\n", 0},
		{"hyphenate --language de Verwaltung", "", "Ver-wal-tung\n", 0},
		{"hyphenate --language fo kommunan", "", "", 2},
	} {
		w := newWorld()
		w.std.in = strings.NewReader(c.in)
		if code := run(context.Background(), strings.Fields(c.args), w.std); code != c.code || w.out.String() != c.out {
			t.Errorf("%s: %d, %q, wanted %d, %q; %s", c.args, code, w.out.String(), c.code, c.out, w.err.String())
		}
	}
}

// TestHyphenateKnowsTheEdition stands in an edition that has breaks of its own.
func TestHyphenateKnowsTheEdition(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(dir, "report.yaml")
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("hyphenation: ["), []byte("hyphenation: [velfærds-ydelser, Kalundborg, "), 1)
	if err := os.WriteFile(report, text, 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	w := newWorld()
	if code := run(context.Background(), []string{"hyphenate", "Velfærdsydelser", "Kalundborg"}, w.std); code != 0 || w.out.String() != "Velfærds-ydelser\nKalundborg\n" {
		t.Errorf("%d, %q; %s", code, w.out.String(), w.err.String())
	}
}
