package compose

import (
	"slices"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale"
)

func TestPartFigures(t *testing.T) {
	const mio = 1_000_000 * accounts.Kr
	thirds := []accounts.Amount{mio * 10 / 3, mio * 10 / 3, mio * 10 / 3}
	da, _ := locale.For("da")
	for _, c := range []struct {
		name     string
		rounding content.Rounding
		amounts  []accounts.Amount
		figures  string
		note     bool
	}{
		{"alone", content.RoundAlone, thirds, "3,3 mio. kr. 33,3 pct.|3,3 mio. kr. 33,3 pct.|3,3 mio. kr. 33,3 pct.", false},
		{"said", content.RoundNote, thirds, "3,3 mio. kr. 33,3 pct.|3,3 mio. kr. 33,3 pct.|3,3 mio. kr. 33,3 pct.", true},
		{"nothing to say", content.RoundNote, []accounts.Amount{mio, mio}, "1,0 mio. kr. 50,0 pct.|1,0 mio. kr. 50,0 pct.", false},
		{"adjusted", content.RoundAdjust, thirds, "3,4 mio. kr. 33,4 pct.|3,3 mio. kr. 33,3 pct.|3,3 mio. kr. 33,3 pct.", false},
		{"kroner are exact", content.RoundAdjust, []accounts.Amount{100, 100, 100}, "1 kr. 33,4 pct.|1 kr. 33,3 pct.|1 kr. 33,3 pct.", false},
		{"small shares stay", content.RoundAdjust, []accounts.Amount{mio * 1000, 1000 * accounts.Kr * 100}, "1.000,0 mio. kr. 100,0 pct.|100.000 kr. 0,01 pct.", false},
	} {
		b := content.Chart{}
		for _, a := range c.amounts {
			b.Parts = append(b.Parts, content.ChartPart{Amount: a})
		}
		out, note := (&composer{Kit: &Kit{Locale: da, Rounding: c.rounding}}).partFigures(b)
		var got []string
		for _, f := range out {
			got = append(got, strings.ReplaceAll(f.value+" "+f.share, "\u00a0", " "))
		}
		if want := strings.Split(c.figures, "|"); !slices.Equal(got, want) || (len(note) > 0) != c.note {
			t.Errorf("%s: got %q and note %q", c.name, got, note.Plain())
		}
	}
}
