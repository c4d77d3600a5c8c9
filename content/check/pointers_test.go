package check_test

import (
	"testing"
	"testing/fstest"
)

// TestPointers has links and page numbers beside titles, and what is told of them.
func TestPointers(t *testing.T) {
	for text, want := range map[string]string{
		"Læs [Havnens folk](#b).":                                        "reference Havnens folk",
		"Læs kapitlet [Priser](#a).":                                     "reference Priser",
		"Se ”[havnens folk](#b)”.":                                       "reference havnens folk",
		"Se [note 2](#a.note-1-skibe).":                                  "reference note 2",
		"Læs [Havnens folk](#a) på side {{ side: b }}.":                  "reference side: b",
		"Læs [Priser](#b), som begynder på side {{ side: a }}.":          "reference side: a",
		"I kapitlet Havnens folk på side {{ side: b }} står mere.":       "reference side: b",
		"Priserne står på side {{ side: a }}.":                           "reference side: a",
		"Det står i *Havnens folk*, der begynder på side {{ side: b }}.": "reference side: b",
		"Læs [Note 1 Skibe](#b).":                                        "reference Note 1 Skibe",
		"Det gør priserne, der er omtalt på side {{ side: a }}.":         "reference side: a",

		"Læs [Havnens folk](#a).":                                            "",
		"Det gør priserne, der er omtalt på side {{ side: b }}.":             "",
		"Det gør bådene, der er omtalt på side {{ side: a }}.":               "",
		"Læs [om havnens folk](#b).":                                         "",
		"Læs [Havnens folk](#a.note-1-skibe).":                               "",
		"Se [note 1](#a.note-1-skibe).":                                      "",
		"Læs [Havnens folk](#a) på side {{ side: a }}.":                      "",
		"Læs [Havnens folk](#a), note 1 på side {{ side: a.note-1-skibe }}.": "",
		"Priserne står på side {{ side: b }}.":                               "",
		"Priser og [folk](#a) er to ting; se side {{ side: b }}.":            "",
		"Priserne kan læses i et skema på side {{ side: a }}.":               "",
		"I kapitlet Havnens folk står mere. Se side {{ side: b }}.":          "",
	} {
		ed := edition("  - text: |\n      " + text + "\n  - section: Note 1 Skibe\n  - section: Note 2 Huse\n")
		ed["report.yaml"] = &fstest.MapFile{Data: []byte("title: Prøve\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-02-27\nchapters: [a, b]\n")}
		ed["chapters/a.yaml"] = &fstest.MapFile{Data: append([]byte("title: Havnens folk\n"), ed["chapters/a.yaml"].Data[len("title: A\n"):]...)}
		ed["chapters/b.yaml"] = &fstest.MapFile{Data: []byte("title: Priser\nblocks:\n  - text: |\n      Her er de.\n")}
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}
