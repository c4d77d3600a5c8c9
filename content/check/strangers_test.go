package check_test

import (
	"testing"
	"testing/fstest"
)

// TestReferencesAmongOtherWords has references to figures of figures.yaml in words of theirs
// and in words of others.
func TestReferencesAmongOtherWords(t *testing.T) {
	figures := `figures:
  redningsveste: {value: 112, unit: antal, year: 2024, source: A}
  kajakker: {value: 34, unit: antal, year: 2024, source: A}
  loft: {value: "3,4", unit: mia, year: 2024, source: A}
  besparelse: {value: "0,2", unit: mia, year: 2024, source: A}
  nettoloft: {value: "3,2", unit: mia, year: 2024, source: A, equals: loft - besparelse}
  for_høje_målinger: {value: "0,7", unit: pct, year: 2025, source: A}
  andel_svar: {value: "12,5", unit: pct, year: 2025, source: A}
`
	for _, c := range []struct{ text, want string }{
		{"Der er {{ redningsveste }} nye redningsveste.\n\n      Vi har {{ kajakker }} kajakker.", ""},
		{"Der er {{ redningsveste }} nye redningsveste.\n\n      Vi har {{ redningsveste }} kajakker.\n\n      De {{ kajakker }} både er grønne.", "figure-wrong 112"},
		{"Der er {{ redningsveste }} i skuret.\n\n      Vi har {{ redningsveste }} ombord og {{ kajakker }} kajakker.", ""},
		{"Loftet er {{ loft | mia }}, og når {{ besparelse | mia }} er sparet, er det netto {{ nettoloft | mia }}.", ""},
		{"Loftet er {{ nettoloft | mia }}, og når {{ besparelse | mia }} er sparet, er det netto {{ nettoloft | mia }}.", "figure-wrong 3,2 mia. kr."},
		{"Loftet er {{ loft | mia }}, netto {{ nettoloft | mia }}. Det er et loft på {{ loft | mia }}.", "figure-wrong 3,4 mia. kr."},
		{"Vi har skudt {{ kapital - kapital | mio:0 }} ind.", "figure-wrong 0 mio. kr."},
		{"Bestyrelsen har {{ antal(bestyrelse) }} medlemmer.", ""},
		{"Bestyrelsen har {{ antal(raad) }} medlemmer.", "seats 1 -> 2"},
	} {
		ed := edition("  - text: |\n      " + c.text + "\n  - portraits: raad\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		ed["people.yaml"].Data = append(ed["people.yaml"].Data, "  raad:\n    name: Rådet\n    members: [lars-weiss]\n"...)
		got := toldIn(t, ed)
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
	for _, c := range []struct{ head, label, want string }{
		{"Pct.", "Nedslag for høje målinger for 2025", ""},
		{"Pct.", "Nedslag for lave målinger for 2025", "direction Nedslag for lave målinger for 2025"},
		{"Pct.", "Nedslag for høje målinger for 2024", "year Nedslag for høje målinger for 2024 -> 2025"},
		{"Mio. kr.", "Nedslag for høje målinger for 2025", "figure-differs Mio. kr."},
	} {
		ed := edition("  - table:\n      columns: [{title: Led}, {title: " + c.head + "}]\n      rows:\n        - [" + c.label + ", \"{{ for_høje_målinger | tal:1 }}\"]\n        - [Andel, \"{{ andel_svar | tal:1 }}\"]\n")
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.head, c.label, got, c.want)
		}
	}
}
