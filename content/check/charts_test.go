package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
)

// TestCharts holds charts against the sums their parts are of.
func TestCharts(t *testing.T) {
	for _, c := range []struct{ title, total, year, parts, want string }{
		{"Pengene", "I alt", "2024", "kontingenter tilskud gaver", ""},
		{"Pengene", "I alt", "2024", "kontingenter tilskud", "error I alt"},
		{"Pengene", "Indtægter i alt", "2024", "kontingenter gaver", "error Indtægter i alt"},
		{"Pengene", "Samlede indtægter", "2024", "kontingenter gaver", "error Samlede indtægter"},
		{"Pengene", "Finansiering i alt", "2024", "kontingenter gaver", "warning Finansiering i alt"},
		{"Pengene", "Fra medlemmer og giverne", "2024", "kontingenter gaver", ""},
		{"Pengene uden tilskud", "I alt", "2024", "kontingenter gaver", ""},
		{"Kontingenter og gaver", "I alt", "2024", "kontingenter gaver", ""},
		{"Pengene", "I alt", "2023", "kontingenter tilskud", ""}, // what is lacking is nothing
		{"Udgifterne", "I alt", "2024", "stien strande", ""},     // income is no part of the costs
		{"Pengene", "I alt", "2024", "gaver indtaegter", "error indtaegter"},
		{"Pengene", "I alt", "2024", "gaver resultat", "error resultat"}, // by another sum
		{"Pengene", "I alt", "2024", "kapital gaver", ""},
	} {
		files := edition("  - chart: {title: " + c.title + ", total: " + c.total + ", year: " + c.year + ", parts: [{line: " + strings.ReplaceAll(c.parts, " ", "}, {line: ") + "}]}\n")
		files["accounts.yaml"] = &fstest.MapFile{Data: []byte(summedBooks)}
		var got []string
		for _, f := range found(t, files) {
			got = append(got, map[check.Level]string{check.Error: "error ", check.Warning: "warning "}[f.Level]+f.Found)
			if f.Code != "chart-parts" {
				t.Errorf("%v: %s %s", c, f.Code, f.What.English)
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%v: %q, want %q", c, g, c.want)
		}
	}
}
