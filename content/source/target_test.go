package source

import (
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// TestFootnotesById tells of ids of footnotes that are of none or of several, and
// keeps those that are referred to.
func TestFootnotesById(t *testing.T) {
	report := "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a, b]\n"
	b := "title: B\nblocks:\n  - text: |\n      Ord[^en] og ord[^to].\n\n      [^en]: En.\n\n      [^to]: To.\n  - text: |\n      Ord[^to].\n\n      [^to]: To igen.\n"
	for line, want := range map[string]string{
		"Se [noten om en](#b^en).":                "",
		"Se note {{ note: b^en }}.":               "",
		"Se side {{ side: b^en }}.":               "",
		"Se [noten om to](#b^to).":                `ingen fodnote har id "b^to"`,
		"Se [noten om tre](#b^tre).":              `ingen fodnote har id "b^tre"`,
		"Se note {{ note: b }}.":                  `"b" er ingen fodnotes id`,
		"Se [en af vores egne](#^en).":            `ingen fodnote har id "a^en"`,
		"Ord[^x], se [x](#^x).\n\n      [^x]: X.": "",
	} {
		a := "title: A\nblocks:\n  - text: |\n      " + line + "\n"
		rep, problems := Load(mapFS(map[string]string{"report.yaml": report, "chapters/a.yaml": a, "chapters/b.yaml": b}))
		said := told(problems, diag.Danish)
		switch {
		case want == "" && (rep == nil || strings.Contains(said, "unknown-target")), want != "" && (rep != nil || !strings.Contains(said, want) || !strings.Contains(said, "chapters/a.yaml:4:")):
			t.Errorf("%s: %s", line, said)
		case rep != nil && strings.Contains(line, "b^en") && !slices.Equal(rep.Chapters[1].Noted, []string{"en"}):
			t.Errorf("%s: noted are %q", line, rep.Chapters[1].Noted)
		}
	}
}
