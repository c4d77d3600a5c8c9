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

// TestLineNotesAreThere warns of a note that a statement's line has the number of and
// the report has not, where the report has notes at all.
func TestLineNotesAreThere(t *testing.T) {
	report := "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n"
	book := "unit: kr.\nyears: [2024, 2023]\nstatements:\n  - id: r\n    title: R\n    lines:\n" +
		"      - {id: x, label: X, notes: \"1\", amounts: [\"1\", \"2\"]}\n      - {id: y, label: Y, notes: 2A, amounts: [\"1\", \"2\"]}\n"
	for sections, want := range map[string]string{
		"  - section: Noter\n  - text: Der er ingen.\n":                                                            "",
		"  - section: \"Note 1: Løn\"\n  - text: Løn.\n":                                                           "accounts.yaml:8:",
		"  - section: Note 1\n  - text: Løn.\n  - section: Note 2a, lån\n  - text: Lån.\n":                         "",
		"  - section: Note 2A\n  - text: Lån.\n  - table: {id: note-1, columns: [{title: Navn}], rows: [[Løn]]}\n": "",
	} {
		_, problems := Load(mapFS(map[string]string{"report.yaml": report, "accounts.yaml": book, "chapters/a.yaml": "title: A\nblocks:\n  - statement: r\n" + sections}))
		said := told(problems, diag.Danish)
		if want == "" && strings.Contains(said, "henviser til note") || want != "" && (!strings.Contains(said, want) || strings.Count(said, "henviser til note 2A") != 1) {
			t.Errorf("%s: %s", sections, said)
		}
	}
}
