package check_test

import (
	"testing"
	"testing/fstest"
)

// TestCaptions has titles and captions above and beside a text, and what is told of them.
func TestCaptions(t *testing.T) {
	passage := func(title, caption, text string) string {
		return "  - heading: " + title + "\n  - fact: {icon: hjerte, caption: \"" + caption + "\"}\n  - text: |\n      " + text + "\n"
	}
	for _, c := range []struct{ title, caption, text, want string }{
		{"Madordningen", "Madordning har siden 2021 været en ret", "Siden 1. august 2022 har børnene haft madordning.", "year 2021 -> 2022"},
		{"Stierne", "Cykelstien fører fra 2026 helt til havnen", "Fra 2027 går cykelstien ned til vandet.", "year 2026 -> 2027"},
		{"Valget", "Aftalen har fem partier bag sig", "Byrådets fire partier er enige.", "figure-differs fem -> fire"},
		{"Plejen", "Når stadig flere pladser skal deles af flere unge", "Der er flere unge og færre pladser.", "direction flere -> færre"},
		{"Luften", "Filtrene giver højere støvtal", "Vi måler lavere støvtal i haven.", "direction højere -> lavere"},
		{"Trafikaftalen 2024", "Busserne kører", "Med trafikaftalen for 2025 kører de hver time.", "year 2024 -> 2025"},
		{"Aftalen om driftsøkonomi i 2023", "Busserne kører", "Driftsøkonomien for 2025 blev god.", "year 2023 -> 2025"},
		{"Indskuddet", "Indskudssatsen for 2024 er aftalt", "I 2026 stiger indskuddet. For 2026 er det bedre.", "year 2024 -> 2026"},
		{"Indskudssats 2025", "Den er god", "Indskuddet for 2026 er sat. I 2026 er det mere, end det var i 2025, for 2026 er et godt år. Det bliver 2026.", "year 2025 -> 2026"},
		{"Ruten", "Rutens to skibe sejler", "Vores tre skibe sejler.", "figure-differs to -> tre"},
		{"Målsætninger frem til 2035", "Busserne kører", "Målsætningerne rækker frem til 2030.", "year 2035 -> 2030"},
		{"Driftsøkonomi i 2025", "Busserne kører", "Driftsøkonomien for 2022 blev god. I 2025 går det bedre.", "year 2022 -> 2025"},
		{"Havneafgift 2025", "Busserne kører", "I 2025 er det nyt. Vi foreslår, at havneafgiften for 2024 er den samme.", "year 2024 -> 2025"},
		{"Byerne i 2025", "Rammen i Trafikaftalen 2025", "Med trafikaftalen for 2026 skifter vi spor.", "year 2025 -> 2026"},
		{"Nok at gøre i 2024", "Busserne kører", "Det tyder på, at 2025 bliver et godt år.", "year 2024 -> 2025"},

		{"Madordningen", "Madordning har siden 2022 været en ret", "Siden 1. august 2022 har børnene haft madordning.", ""},
		{"Stierne", "Cykelstien fører fra 2026 helt til havnen", "Fra 2027 går bussen ned til vandet.", ""},
		{"Valget", "Aftalen har fem partier bag sig", "Byrådets fem partier er enige, og fire partier var med før.", ""},
		{"Plejen", "Når stadig færre pladser skal deles af flere unge", "Der er flere unge og færre pladser.", ""},
		{"Luften", "Filtrene giver højere støvtal", "Vi måler lavere fugt i haven.", ""},
		{"Trafikaftalen 2025", "Busserne kører", "Med trafikaftalen for 2025 kører de hver time.", ""},
		{"Regnskab 2024", "Det gik godt", "Budgettet for 2025 er lagt, som det var i 2024.", ""},
		{"Indskudssats 2026", "Den er god", "Indskuddet for 2026 er sat.", ""},
		{"Ruten", "Rutens to skibe sejler", "Vores tre både sejler.", ""},
		{"Byen", "Tre veje er lagt", "Mange veje er lagt.", ""},
		{"Målsætninger frem til 2030", "Busserne kører", "Målsætningerne rækker frem til 2030.", ""},
		{"Driftsøkonomi i 2025", "Busserne kører", "Driftsøkonomien for 2024 blev god. I 2025 går det bedre.", ""},
		{"Havneafgift 2025", "Busserne kører", "I 2025 er det nyt. Havneafgiften for 2024 er lavere.", ""},
		{"Byerne i 2025", "Rammen i Trafikaftalen 2025", "I 2025 kører busserne. Trafikaftalen for 2024 gav mindre.", ""},
		{"Nok at gøre i 2024", "Busserne kører", "Det blev et godt år, og 2025 bliver det også.", ""},
	} {
		ed := edition(passage(c.title, c.caption, c.text))
		ed["figures.yaml"] = &fstest.MapFile{Data: []byte("figures:\n  indskudssats: {value: \"12,5\", unit: pct, year: 2026, source: Taksten}\n")}
		if got := toldIn(t, ed); got != c.want {
			t.Errorf("%s | %s | %s\n got  %q\n want %q", c.title, c.caption, c.text, got, c.want)
		}
	}
}
