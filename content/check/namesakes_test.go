package check_test

import (
	"testing"
	"testing/fstest"
)

// TestNamesakes has names of one chapter that are nearly each other, and that are not.
func TestNamesakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ordningen KAJAK er ny.\n\n      Med KAJAT ror vi.", "name KAJAT"},
		{"Ordningen KAJAK er ny.\n\n      Med KAJAK ror vi.", ""},
		{"Rådet Børn om Bord er nyt.\n\n      I Børn ved Bord ror vi.", "name Børn ved Bord"},
		{"Rådet Børn om Bord er nyt.\n\n      I Børn om Bord ror vi.", ""},
		{"Der er kommet Den våde styregruppe for havet.\n\n      Den tørre styregruppe for havet har arbejdet.", "name Den tørre styregruppe"},
		{"Den våde styregruppe har arbejdet.\n\n      Den tørre styregruppe har arbejdet.", ""},
	} {
		if got := toldIn(t, edition("  - text: |\n      "+c.text+"\n")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestTopOfChart has what an organisation chart's words say is at its top.
func TestTopOfChart(t *testing.T) {
	for top, want := range map[string]string{"Årsmødet": "", "Ledelsen": "name ledelsen -> Årsmøde"} {
		ed := edition("  - organisation:\n      title: Foreningen\n      alt: Øverst " + top + ", så resten.\n      root: {name: Årsmøde, children: [{name: Ledelse}]}\n")
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", top, got, want)
		}
	}
	for title, want := range map[string]string{"De frivillige": "", "Foreningen": "name Foreningen"} {
		ed := edition("  - organisation: {title: Foreningen, alt: Kasser., root: {name: Årsmøde}}\n  - organisation: {title: " + title + ", alt: Flere kasser., root: {name: Hold}}\n")
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}

// TestChartsTold holds what charts call their wholes, and what the text says of them, against
// their parts: two of 171.581.021 kr. less and more.
func TestChartsTold(t *testing.T) {
	chart := func(title, total, parts string) string {
		return "  - chart: {title: " + title + ", total: " + total + ", year: 2024, parts: [" + parts + "]}\n"
	}
	both := "{line: kontingenter}, {line: tilskud}, {line: gaver}"
	for _, c := range []struct{ blocks, want string }{
		{chart("Indtægter", "Samlede indtægter", both), ""},
		{chart("Indtægter", "Samlede indtægter", both) + chart("Udgifter", "Samlede indtægter", "{line: stien}, {line: strande}"), "chart-parts Samlede indtægter"},
		{chart("Udgifter", "Indtægter i alt", "{line: stien}, {line: strande}"), "chart-parts Indtægter i alt"},
		{chart("Udgifterne", "Samlede indtægter", both), "chart-parts Udgifterne"},
		{chart("Indtægter og udgifter", "Samlede indtægter", both), ""},
	} {
		ed := edition(c.blocks)
		ed["accounts.yaml"] = &fstest.MapFile{Data: []byte(summedBooks)}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s: got %q, want %q", c.blocks, got, c.want)
		}
	}
	for text, want := range map[string]string{
		"Formueplejen løb i 2024 op i {{ indtaegter + resultat | kr }}.": "",
		"Formueplejen løb i 2024 op i {{ indtaegter + kapital | kr }}.":  "figure-differs 1.255.168.766 kr. -> 481.391.467 kr.",
	} {
		blocks := "  - text: |\n      " + text + "\n" + chart("Penge", "Formuepleje i alt", "{line: indtaegter}, {line: resultat}")
		if got := toldIn(t, edition(blocks)); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestOtherEnding has addresses that are followed.
func TestOtherEnding(t *testing.T) {
	media := func(url string) string {
		return "  - media: {kind: web, title: Siden, url: \"" + url + "\", caption: Her}\n  - text: |\n      Se [www.havkajakken.dk](https://www.havkajakken.dk).\n"
	}
	for url, want := range map[string]string{"https://www.havkajakken.dk": "", "https://www.havkajakken.com": "link https://www.havkajakken.com -> havkajakken.dk"} {
		if got := toldIn(t, edition(media(url))); got != want {
			t.Errorf("%s: got %q, want %q", url, got, want)
		}
	}
}
