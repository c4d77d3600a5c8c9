package para

import (
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
)

// TestForeignWordsBreakTheirOwnWay sets the same words in several languages, on a
// measure that breaks every one as often as may be.
func TestForeignWordsBreakTheirOwnWay(t *testing.T) {
	words := content.Inlines{content.Text("government Umweltschutz")}
	for lang, want := range map[string]string{
		"":      "govern= ment Umwelts= chutz",
		"da":    "govern= ment Umwelts= chutz",
		"da-DK": "govern= ment Umwelts= chutz",
		"en":    "gov= ern= ment Umwelts= chutz",
		"en-GB": "gov= ern= ment Umwelts= chutz",
		"de":    "govern= ment Umwelt= schutz",
		"fr":    "government Umweltschutz",
	} {
		in := words
		if lang != "" {
			in = content.Inlines{content.Foreign{Lang: lang, Body: words}}
		}
		p, err := newSetter().Set(in, body(), geom.Points(14))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(lines(p), " ")
		if got != want {
			t.Errorf("%q: %s, expected %s", lang, got, want)
		}
		kept := lang
		if strings.HasPrefix(lang, "da") {
			kept = ""
		}
		for _, l := range p.Lines {
			for _, s := range l.Segments {
				if s.Lang != kept {
					t.Errorf("%q: a segment of %q is in %q", lang, l.text(), s.Lang)
				}
			}
		}
	}
}

// TestAbbreviationsAreOfTheirLanguage has "Mio." read in German words alone, within
// a link too.
func TestAbbreviationsAreOfTheirLanguage(t *testing.T) {
	german := content.Foreign{Lang: "de", Body: content.Inlines{content.Text("5 Mio. usw., fx")}}
	for _, in := range []content.Inlines{{german}, {content.Link{URL: "https://kl.dk", Body: content.Inlines{german}}}} {
		p, err := newSetter().Set(append(in, content.Text(" og fx usw.")), body(), 300*geom.Pt)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"Mio. = Millionen", "usw. = und so weiter", "fx = for eksempel"}
		if got := meanings(p); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
