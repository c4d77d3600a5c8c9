package check_test

import (
	"strings"
	"testing"
)

// TestToldBefore has sentences with words in {braces} for what the numbers before them come to:
// the first is right, and the second is told of.
func TestToldBefore(t *testing.T) {
	for _, text := range []string{
		"Vi solgte huset for 402,5 mio. kr. Det svarer til {godt halvdelen|godt to tredjedele} af egenkapitalen.",
		"Af de 63 klager fik 21 medhold, altså {en tredjedel|en fjerdedel}.",
		"Blandt de 18 haller med bad har {halvdelen|en fjerdedel}, nemlig 9, fået ny varme.",
		"35 af de 44 haller svarede. Af dem har 28 en plan. Det er {fire ud af fem|tre ud af fem}.",
		"Vi har 63 aftaler. Heraf blev 54 fornyet i år, og de sidste {ni|seks} ventes på plads senere.",
		"Vi har 63 aftaler. Heraf blev 54 fornyet i år, og de sidste ni ventes på plads senere. Det vil sige, at {seks ud af syv|fire ud af syv} er i hus.",
		"Puljen er på 2,4 mia. kr. Til veje er der sat 960 mio. kr. af, som er {40 pct.|60 pct.} af hele beløbet.",
		"Til veje er der sat 480 mio. kr. af. Til broer er der sat 720 mio. kr. af, altså {mere|mindre} end til veje.",
		"Hvert år er der 600 mio. kr. at søge om. Det er {tre gange|fire gange} så meget som i den gamle pulje på 200 mio. kr. om året.",
	} {
		lead, rest, _ := strings.Cut(text, "{")
		words, tail, _ := strings.Cut(rest, "}")
		right, wrong, _ := strings.Cut(words, "|")
		for _, w := range []string{right, wrong} {
			got := toldIn(t, edition("  - text: |\n      "+lead+w+tail+"\n"))
			if w == right && got != "" || w == wrong && got == "" {
				t.Errorf("%s: got %q", lead+w+tail, got)
			}
		}
	}
}
