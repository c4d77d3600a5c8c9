package para

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/style"
)

func FuzzSetKeepsTheText(f *testing.F) {
	for _, s := range []string{"", "kommunernes økonomi", "a\u00ad\u00adb \u00ad", "\u00a0 \u00a0", "x/y//z www.kl.dk/a-b", "\xff\u202f\r\n", "e\u0301 \u200b\ufeff"} {
		f.Add(s, int64(60_000), byte(0))
	}
	set := newSetter()
	f.Fuzz(func(t *testing.T, s string, measure int64, how byte) {
		st := body()
		st.Align = style.Align(how % 4)
		st.Hyphenate = how&4 > 0
		in := content.Inlines{content.Text(s)}
		if n := len(s) / 2; how&8 > 0 {
			in = content.Inlines{content.Emph{Body: content.Inlines{content.Text(s[:n])}}, content.Link{Body: content.Inlines{content.Text(s[n:])}}}
		}
		p, err := set.Set(in, st, geom.Length(measure%1_000_000))
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.ValidString(s) {
			return // what is left out may join broken bytes to characters
		}
		var text string
		for _, l := range p.Lines {
			one, _ := read(l)
			text += one
		}
		squeeze := func(s string) string {
			return strings.NewReplacer(" ", "", "\n", "", "\r", "", "\t", "", "\u00a0", "", "\u202f", "", "\u00ad", "").Replace(s)
		}
		if squeeze(text) != squeeze(s) {
			t.Fatalf("%q became %q", s, text)
		}
	})
}

func BenchmarkSet(b *testing.B) {
	in := paragraph(rand.New(rand.NewPCG(1, 4)), 100, 2)
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			set := newSetter()
			if _, err := set.faces(body().Faces); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			sink(set.Set(in, body(), geom.Points(310)))
		}
	})
	b.Run("warm", func(b *testing.B) {
		set := newSetter()
		b.ReportAllocs()
		for b.Loop() {
			sink(set.Set(in, body(), geom.Points(310)))
		}
	})
}

func sink(p Paragraph, err error) {
	if err != nil || len(p.Lines) == 0 {
		panic(fmt.Sprint("nothing set: ", err))
	}
}
