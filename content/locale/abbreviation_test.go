package locale

import (
	"strings"
	"testing"
)

// read is a text with its abbreviations in full, in brackets.
func read(l Locale, text string) string {
	var b strings.Builder
	at := 0
	for _, a := range l.Abbreviations(text) {
		b.WriteString(text[at:a.Start] + "[" + a.Long + "]")
		at = a.End
	}
	return b.String() + text[at:]
}

func TestAbbreviationsAreFound(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"da", "for 25,9\u00a0mio.\u00a0kr. i 2024", "for 25,9\u00a0[millioner kroner] i 2024"},
		{"da", "2,5 pct. (ca. 4 kr.), bl.a. fx.", "2,5 [procent] ([cirka] 4 [kroner]), [blandt andet] [for eksempel]."},
		{"da", "Fx CVR-nr. 62\u00a0548 mv.", "[For eksempel] [CVR-nummer] 62\u00a0548 [med videre]"},
		{"da", "KL, EU og økonomi.", "KL, EU og økonomi."},
		{"da", "Amerikaca. prkr.", "Amerikaca. prkr."},
		{"da", "", ""},
		{"en", "DKK 4, e.g. this", "[Danish kroner] 4, [for example] this"},
		{"nb", "12 mill. kr, bl.a.", "12 [millioner] [kroner], [blant annet]"},
		{"sv", "t.ex. 4 mkr", "[till exempel] 4 [miljoner kronor]"},
		{"de", "4 Mio. DKK usw.", "4 [Millionen] [dänische Kronen] [und so weiter]"},
	} {
		l, _ := For(c.lang)
		if got := read(l, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.lang, got, c.want)
		}
	}
}

// TestUnitsAreReadInFull sees that what the program writes itself has words.
func TestUnitsAreReadInFull(t *testing.T) {
	for _, tag := range []string{"da", "nb", "nn", "de", "en", "fo", "kl"} {
		l, _ := For(tag)
		if got := l.Abbreviations(l.kr); len(got) != 1 || got[0].Start != 0 || got[0].End != len(l.kr) {
			t.Errorf("%s: %q is read as %v", tag, l.kr, got)
		}
	}
}

func FuzzAbbreviationsAreInOrder(f *testing.F) {
	f.Add("(ca. 4\u00a0mio.\u00a0kr.)")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, a := range danish().Abbreviations(text) {
			if a.Start < at || a.End <= a.Start || a.End > len(text) || a.Long == "" {
				t.Fatalf("%q: %+v after %d", text, a, at)
			}
			at = a.End
		}
	})
}

// TestNoAbbreviationIsPassedOver sees that none is longer, or ends otherwise, than
// what is looked up at all.
func TestNoAbbreviationIsPassedOver(t *testing.T) {
	for _, l := range all() {
		for short, long := range l.short {
			for _, text := range []string{short, short + ".", "(" + strings.ToUpper(short[:1]) + short[1:] + ")"} {
				if got := l.Abbreviations(text); len(got) != 1 || !strings.EqualFold(got[0].Long, long) {
					t.Errorf("%s: %q is read as %v, wanted %q", l.tag, text, got, long)
				}
			}
		}
	}
}
