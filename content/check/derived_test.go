package check_test

import (
	"strings"
	"testing"
)

// TestWhatATextWorksOutItself recomputes growth, shares, multiples and sums of figures that
// are all in the text, whatever they are of.
func TestWhatATextWorksOutItself(t *testing.T) {
	for text, want := range map[string]string{
		"Antallet steg fra 958 til 1.046, altså med 9,2 pct. i alt.":                                       "",
		"Antallet steg fra 958 til 1.046, altså med 2,9 pct. i alt.":                                       "figure-wrong 2,9 pct. -> 9,2 pct.",
		"Prisen er sat op fra 150 kr. til 160 kr., en stigning på 6,7 pct. for alle.":                      "",
		"Prisen er sat ned fra 150 kr. til 160 kr., en stigning på 6,7 pct. for alle.":                     "direction ned -> ",
		"Prisen går fra 150 kr. til 160 kr., et fald på 6,7 pct. for alle.":                                "direction fald -> ",
		"Der var 23 ulykker, ned fra 31.":                                                                  "",
		"Der var 23 ulykker, op fra 31.":                                                                   "direction op -> ",
		"De gav 38.600 timer, flere end året før, hvor det blev til 36.900. Fremgangen er på 4,6 pct. nu.": "",
		"De gav 38.600 timer, flere end året før, hvor det blev til 36.900. Fremgangen er på 6,4 pct. nu.": "figure-wrong 6,4 pct. -> 4,6 pct.",
		"Det er 228 flere end året før, hvor tallet var 7.986, svarende til en fremgang på 2,9 pct. i år.": "",
		"Det er 228 flere end året før, hvor tallet var 7.986, svarende til en fremgang på 9,2 pct. i år.": "figure-wrong 9,2 pct. -> 2,9 pct.",
		"Salget gav 2.473.816 kr. Det er 2,5 pct. mindre end i 2023, hvor det var 2.538.092 kr.":           "",
		"Salget gav 2.473.816 kr. Det er 2,5 pct. mere end i 2023, hvor det var 2.538.092 kr.":             "direction mere -> ",
		"Salget gav 2.473.816 kr. Det er 5,2 pct. mindre end i 2023, hvor det var 2.538.092 kr.":           "figure-wrong 5,2 pct. -> 2,5 pct.",
		"Vi holdt tolv kurser mod seks året før, og antallet er dermed fordoblet.":                         "",
		"Vi holdt tolv kurser mod seks året før, og antallet er dermed halveret.":                          "direction halveret -> ",
		"Udvalget så på 1.046 ansøgninger. Heraf blev 732 til noget, og det er 70,0 pct. af dem alle.":     "",
		"Udvalget så på 1.046 ansøgninger. Heraf blev 273 til noget, og det er 70,0 pct. af dem alle.":     "figure-wrong 70,0 pct. -> 26,1 pct.",
		"Vi driver fire kiosker og tre butikker, i alt syv steder.":                                        "",
		"Vi driver fire kiosker og tre butikker, i alt otte steder.":                                       "sum otte -> 7",
		"Salget gik fra 4,1 mio. kr. til 4,4 mio. kr., en vækst på 6,9 pct. i alt.":                        "",
		"Prisen gik fra 10 til 12 mio. kr. i 2024, og 45 pct. af borgerne er glade.":                       "",
	} {
		var got []string
		for _, f := range found(t, edition("  - text: |\n      "+text+"\n")) {
			got = append(got, f.Code+" "+f.Found+" -> "+f.Should.Danish)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
