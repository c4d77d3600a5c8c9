package source

import "testing"

func TestLinkTextsThatSayNothing(t *testing.T) {
	for text, want := range map[string]bool{
		"her": true, " Klik  her. ": true, "Læs mere": true, "→": true, "http": true, "https://kl.dk/x": true, "[1]": true, "Link:": true,
		"Læs mere om klima": false, "KL's beretning": false, "kl.dk": false, "her i kommunen": false, "COP29": false, "post@kl.dk": false,
	} {
		if got := saysNothing(text); got != want {
			t.Errorf("%q: got %t", text, got)
		}
	}
}
