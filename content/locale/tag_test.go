package locale

import "testing"

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "EN": "en", "eng": "en", "en-GB": "en-GB", "en_gb": "en-GB", "de": "de", "se": "se", "grc": "grc", "la": "la", "zh-Hant": "zh-Hant", "kl": "kl",
		"": "", "und": "", "engelsk": "", "english": "", "xx": "", "e": "", "en-": "", "da dk": "", "x-kl": "", "en-YY": "", "12": "", "gb": "",
	} {
		if got, known := Language(in); got != want || known != (want != "") {
			t.Errorf("%q: %q, %v; expected %q", in, got, known, want)
		}
	}
}
