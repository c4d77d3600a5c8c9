package hyphen

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// hyphenated writes a word with "=" at its joints and "-" at other breaks.
func hyphenated(h *Hyphenator, word string) string {
	var s strings.Builder
	from := 0
	for _, b := range h.Find(word) {
		s.WriteString(word[from:b.At] + map[bool]string{true: "=", false: "-"}[b.Joint])
		from = b.At
	}
	return s.String() + word[from:]
}

func TestDanishWords(t *testing.T) {
	h := For("da-DK")
	for word, want := range map[string]string{
		"kommune":             "kom-mune",
		"kommunerne":          "kom-mu-nerne",
		"samarbejde":          "sam=ar-bejde",
		"beretning":           "beret-ning",
		"hus":                 "hus",
		"KL2019":              "KL2019",
		"udvalgsformand":      "udvalgs=for=mand",
		"musikskoler":         "musik=sko-ler",
		"budgetoverholdelse":  "bud-get=over=hol-delse",
		"kontingentindtægter": "kon-tin-gent=ind=tæg-ter",
		"KLIMAAFTALE":         "KLI-MA=AF=TALE",
		"Ældreråd":            "Ældre=råd",
		"allé":                "allé",
		"caféejer":            "café=ejer",
		"é":                   "é",
		"":                    "",
	} {
		if got := hyphenated(h, word); got != want {
			t.Errorf("%s: %s, wanted %s", word, got, want)
		}
	}
}

func TestExceptions(t *testing.T) {
	h := For("da", "kon-tingent-ind-tægter", "Ældre", "KL-huset", "ÆØÅ-bånd", "-", "")
	for word, want := range map[string]string{
		"kontingentindtægter":  "kon=tingent=ind=tægter",
		"Kontingentindtægter":  "Kon=tingent=ind=tægter",
		"kontingentindtægters": "kon-tin-gent=ind=tæg-ters",
		"ældre":                "ældre",
		"klhuset":              "kl=huset",
		"æøåBÅND":              "æøå=BÅND",
	} {
		if got := hyphenated(h, word); got != want {
			t.Errorf("%s: %s, wanted %s", word, got, want)
		}
	}
	if got := hyphenated(For("kl", "nu-na"), "nuna"); got != "nu=na" {
		t.Errorf("an exception of a language that is not known: %s", got)
	}
}

func TestUnknownLanguagesHaveNoBreaks(t *testing.T) {
	for _, lang := range []string{"", "fo", "kl-GL", "dansk"} {
		if got := For(lang).Find("velfærdsydelser"); got != nil {
			t.Errorf("%q: %v", lang, got)
		}
	}
}

// TestManyAtOnce is for the race detector.
func TestManyAtOnce(t *testing.T) {
	h := For("da")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := h.Breaks("velfærdsydelser"); !slices.Equal(got, []int{3, 9, 13}) {
				t.Errorf("breaks at %v", got)
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	for _, word := range []string{
		"velfærdsydelser", "", "\xff\xfe", "İstanbulſK", "ældre\u0301", "12345678", strings.Repeat("kommune", 40),
		strings.Repeat("æ", 70), "bestyrelses-formand", "日本語日本語日本語",
	} {
		f.Add(word, "kon-tingent")
	}
	bare := For("da")
	f.Fuzz(func(t *testing.T, word, exception string) {
		last := 0
		for _, b := range bare.Find(word) {
			if utf8.RuneCountInString(word[:b.At]) < keepBefore || utf8.RuneCountInString(word[b.At:]) < carryOver {
				t.Fatalf("break at byte %d of %q leaves too little", b.At, word)
			}
			if b.At <= last {
				t.Fatalf("break at byte %d of %q is not after the one before", b.At, word)
			}
			last = b.At
		}
		for _, b := range append(For("da", exception, word).Find(word), bare.Find(word)...) {
			if b.At <= 0 || b.At >= len(word) || !utf8.RuneStart(word[b.At]) {
				t.Fatalf("break at byte %d of %q", b.At, word)
			}
		}
		if strings.ContainsAny(word, "0123456789 .-\u00ad") && bare.Find(word) != nil {
			t.Fatalf("%q is broken", word)
		}
	})
}

// BenchmarkFind looks for the breaks of words that are kept, of those that are met for the first
// time, and reads what all are looked for in.
func BenchmarkFind(b *testing.B) {
	words := []string{"bestyrelsens", "klimaaftaler", "forhandlinger", "ældreplejen", "kommunernes", "budgetforlig"}
	b.Run("again", func(b *testing.B) {
		h := For("da")
		for i := 0; b.Loop(); i++ {
			h.Find(words[i%len(words)])
		}
	})
	b.Run("first", func(b *testing.B) {
		d := readDanish()
		var buf [mostLetters]uint8
		for i := 0; b.Loop(); i++ {
			word := words[i%len(words)]
			letters, _ := numbers(buf[:0], word)
			d.part(word, letters)
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			readPatterns(danish)
			readLexicon()
		}
	})
}

// TestKeptWords has words come out alike whether they are kept, have taken the place of others or
// are looked for side by side.
func TestKeptWords(t *testing.T) {
	h, want := For("da"), map[string]parting{}
	for _, g := range readList(t, "compounds.txt") {
		var buf [mostLetters]uint8
		if letters, ok := numbers(buf[:0], g.word); ok {
			want[g.word] = *readDanish().part(g.word, letters)
		}
	}
	if len(want) < 300 {
		t.Fatalf("%d words", len(want))
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 3 {
				for word, p := range want {
					h.Find(word + strings.Repeat("s", i)) // takes places
					if got := readDanish().of(word); !reflect.DeepEqual(*got, p) {
						t.Errorf("%s: %+v, want %+v", word, *got, p)
					}
				}
			}
		})
	}
	all.Wait()
	if long := strings.Repeat("kommune", 20); len(h.Find(long)) < 19 || readDanish().of(long) != nil {
		t.Errorf("%v", h.Find(long))
	}
}

// TestCompound tells words that are put together of known ones from such as only look so.
func TestCompound(t *testing.T) {
	h := For("da")
	for word, want := range map[string]bool{
		"saltlade": true, "elbus": true, "Elbogbussen": true, "genbrugspladser": true,
		"stråttag": false, "overenkomsten": false, "projekmidler": false, "klimaalliansen": false, "hus": false, "bus-hus": false, "": false,
	} {
		if got := h.Compound(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
	if For("en").Compound("saltlade") {
		t.Error("an English word has Danish parts")
	}
}
