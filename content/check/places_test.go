package check_test

import "testing"

// TestTownshipsTold has numbers of municipalities that are said to be all there are.
func TestTownshipsTold(t *testing.T) {
	for blocks, want := range map[string]string{
		"  - text: |\n      Vi skrev til landets 98 kommuner.\n":                               "",
		"  - text: |\n      Vi skrev til landets 97 kommuner.\n":                               "municipality 97 -> 98",
		"  - text: |\n      Alle 95 kommuner, der svarede, var glade.\n":                       "",
		"  - text: |\n      Alle 89 kommuner er med i alliancen.\n":                            "municipality 89 -> 98",
		"  - text: |\n      Før 2007 var landets 271 kommuner mindre.\n":                       "",
		"  - fact: {figure: \"98\", caption: \"kommuner – det er dem alle – er med\"}\n":       "",
		"  - fact: {figure: \"89\", caption: \"kommuner – det er dem alle – er med\"}\n":       "municipality 89 -> 98",
		"  - fact: {figure: \"89\", caption: \"kommuner er med i alliancen\"}\n":               "",
		"  - fact: {figure: \"98\", caption: \"kommuner – det er knap halvdelen – er med\"}\n": "direction 98",
		"  - text: |\n      Vi skrev til 98 kommuner, og halvdelen har svaret.\n":              "",
	} {
		if got := toldIn(t, edition(blocks)); got != want {
			t.Errorf("%s: got %q, want %q", blocks, got, want)
		}
	}
}

// TestFirstOfAll has what is told of the first municipality to do something, and of another.
func TestFirstOfAll(t *testing.T) {
	for text, want := range map[string]string{
		"I maj fik Struer som den første kommune en plan. Nu glæder det os. Vi deler Struers erfaringer.":                "",
		"I maj fik Struer som den første kommune en plan. Vi deler Holstebros erfaringer.":                               "municipality Holstebros",
		"I maj fik Struer som den første kommune en plan. Vi deler Assens' erfaringer.":                                  "municipality Assens",
		"I maj fik Struer som den første kommune en plan. Senere kom også Holstebros plan.":                              "",
		"I maj fik Struer en plan. Vi deler Holstebros erfaringer.":                                                      "",
		"I maj blev Struer den første kommune med en plan, som kan bruges af andre. Den bygger på Struers egne kræfter.": "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
