package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestFiguresThatTheTextHasNowhere tells of a number that is likely a figure of
// figures.yaml written wrong, for the text has that nowhere.
func TestFiguresThatTheTextHasNowhere(t *testing.T) {
	facts := "figures:\n  skolehaver: {value: \"1.250\", unit: antal, year: 2024, source: S}\n" +
		"  haver_i_fjor: {value: \"1.222\", unit: antal, year: 2023, source: S}\n  lønløft: {value: 6, unit: mia, year: 2024, source: S}\n"
	for text, want := range map[string]string{
		"Der er nu 1.250 skolehaver, og lønløftet er 6 mia. kr.":                    "",
		"Der er nu 1.520 skolehaver, og lønløftet er 6 mia. kr.":                    "figure-wrong 1.520 -> 1.250",
		"Der er nu 28 skolehaver flere, og lønløftet er 6 mia. kr.":                 "",
		"Af de mange skolehaver er 83 nye, og lønløftet er 6 mia. kr.":              "",
		"Der er nu {{ skolehaver | antal }} skolehaver, og lønløftet er 6 mio. kr.": "figure-wrong 6 mio. kr. -> 6.000 mio. kr.",
		"Der er nu {{ skolehaver | antal }} haver og 1.520 senge.":                  "",
	} {
		files := edition("  - text: |\n      " + text + "\n")
		files["figures.yaml"] = &fstest.MapFile{Data: []byte(facts)}
		var got []string
		for _, f := range found(t, files) {
			got = append(got, f.Code+" "+f.Found+" -> "+f.Should.Danish)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
