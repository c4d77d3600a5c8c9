package check_test

import (
	"strings"
	"testing"
)

// TestWhatIsCountedAndListed holds numbers against the lists that follow them.
func TestWhatIsCountedAndListed(t *testing.T) {
	const list = "\n\n      - et\n      - to\n      - tre\n"
	for text, want := range map[string]string{
		"Vi arbejder på tre centrale punkter:" + list:                    "",
		"Vi arbejder på fire centrale punkter:" + list:                   "figure-differs fire -> 3",
		"Vi arbejder på de andre fire punkter:" + list:                   "",
		"Vi holdt tre møder, nemlig i marts, i juni og i november.":      "",
		"Vi holdt fire møder, nemlig i marts, i juni og i november.":     "figure-differs fire -> 3",
		"Der var 28 ansatte, én flere end i 2023, hvor der var 27.":      "",
		"Der var 28 ansatte, fire flere end i 2023, hvor der var 27.":    "figure-wrong fire -> 1",
		"Besøgene blev fordoblet fra 410.000 i 2023 til 820.000 i 2024.": "",
		"Besøgene blev tredoblet fra 410.000 i 2023 til 820.000 i 2024.": "direction tredoblet -> ",
		"Bestyrelsen har i dag aflagt årsrapporten for 2024.":            "",
		"Bestyrelsen har i dag aflagt årsrapporten for 2023.":            "year 2023 -> 2024",
		"Mødet i marts godkendte årsrapporten for 2023.":                 "",
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
