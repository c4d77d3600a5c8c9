package hyphen

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func hyphenated(h *Hyphenator, word string) string {
	var s strings.Builder
	from := 0
	for _, at := range h.Breaks(word) {
		s.WriteString(word[from:at] + "-")
		from = at
	}
	return s.String() + word[from:]
}

func TestDanishWords(t *testing.T) {
	h := For("da-DK")
	for word, want := range map[string]string{
		"kommune":        "kom-mune",
		"kommunerne":     "kom-mu-nerne",
		"samarbejde":     "sam-ar-bejde",
		"beretning":      "beret-ning",
		"hus":            "hus",
		"KL2019":         "KL2019",
		"udvalgsformand": "udvalgs-for-mand",
	} {
		if got := hyphenated(h, word); got != want {
			t.Errorf("%s: %s, wanted %s", word, got, want)
		}
	}
}

func FuzzBreaks(f *testing.F) {
	f.Add("velfærdsydelser")
	f.Add("")
	f.Add("\xff\xfe")
	h := For("da")
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, at := range h.Breaks(word) {
			if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
				t.Fatalf("break at byte %d of %q", at, word)
			}
			if utf8.RuneCountInString(word[:at]) < keepBefore || utf8.RuneCountInString(word[at:]) < carryOver {
				t.Fatalf("break at byte %d of %q leaves too little", at, word)
			}
			last = at
		}
	})
}
