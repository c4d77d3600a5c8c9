package liang

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// hyphenated writes a word with its breaks.
func hyphenated(p *Patterns, word string) string {
	var b strings.Builder
	from := 0
	for _, at := range p.Breaks(word) {
		b.WriteString(word[from:at] + "-")
		from = at
	}
	return b.String() + word[from:]
}

// TestWordsOfEachLanguage holds a few words of each language.
func TestWordsOfEachLanguage(t *testing.T) {
	for lang, words := range map[string]map[string]string{
		"en": {"university": "uni-ver-sity", "cat": "cat"},
		"de": {"Silbentrennung": "Sil-ben-tren-nung", "Verwaltung": "Ver-wal-tung"},
		"sv": {"kommunikation": "kom-mu-ni-ka-tion"},
		"nb": {"kommunestyret": "kom-mune-sty-ret"},
	} {
		p := Read(lang, 3, 3)
		for word, want := range words {
			if got := hyphenated(p, word); got != want {
				t.Errorf("%s: %s, wanted %s", lang, got, want)
			}
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if Known("fo") || !Known("nn") {
		t.Errorf("fo %v, nn %v", Known("fo"), Known("nn"))
	}
	if got := Read("fo", 3, 3).Breaks("kommunan"); got != nil {
		t.Errorf("breaks at %v without patterns", got)
	}
}

func FuzzBreaks(f *testing.F) {
	for _, w := range []string{"Straßenverkehr", "", "\xff", "a\u0301bcdefgh", "ÅÄÖåäö"} {
		f.Add(w)
	}
	p := Read("de", 3, 3)
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, at := range p.Breaks(word) {
			if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
				t.Fatalf("%q broken at byte %d", word, at)
			}
			if utf8.RuneCountInString(word[:at]) < 3 || utf8.RuneCountInString(word[at:]) < 3 {
				t.Fatalf("%q broken at byte %d leaves too little", word, at)
			}
			last = at
		}
	})
}
