package conform

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

func noTitle() diag.Message {
	return diag.Message{Code: "ua-title", Danish: "beretningen har ingen titel: skriv title", English: "the report has no title: write title"}
}

func noLanguage() diag.Message {
	return diag.Message{Code: "ua-language", Danish: "beretningen har intet sprog: skriv language", English: "the report has no language: write language"}
}

func notOneH1(n int) diag.Message {
	return diag.Message{
		Code:    "ua-h1",
		Danish:  fmt.Sprintf("dokumentet har %d overskrifter på niveau 1; forventede én, titlen på omslaget", n),
		English: fmt.Sprintf("the document has %d headings of level 1; expected one, the title on the cover", n),
	}
}

func emptyHeading() diag.Message {
	return diag.Message{Code: "ua-heading", Danish: "en overskrift er tom: skriv den, eller slet blokken", English: "a heading is empty: write it, or delete the block"}
}

func skippedLevel(text string, from, to int) diag.Message {
	return diag.Message{
		Code:    "ua-level",
		Danish:  fmt.Sprintf("overskriften %q er på niveau %d, og den før er på niveau %d: sæt et afsnit (section) imellem", text, to, from),
		English: fmt.Sprintf("the heading %q is of level %d, and the one before is of level %d: put a section between them", text, to, from),
	}
}

func noAlt() diag.Message {
	return diag.Message{
		Code:    "ua-alt",
		Danish:  "en figur har ingen alternativ tekst: skriv med alt, hvad den viser",
		English: "a figure has no alternative text: say what it shows with alt",
	}
}

func noHeaders(title string) diag.Message {
	return diag.Message{
		Code:    "ua-headers",
		Danish:  fmt.Sprintf("tabellen %q har ingen overskriftsceller: giv kolonnerne titler", title),
		English: fmt.Sprintf("the table %q has no header cells: give its columns titles", title),
	}
}

func noScope(text string) diag.Message {
	return diag.Message{
		Code:    "ua-scope",
		Danish:  fmt.Sprintf("overskriftscellen %q siger ikke, om den gælder en række eller en kolonne", text),
		English: fmt.Sprintf("the header cell %q does not say whether it heads a row or a column", text),
	}
}

func badEntry() diag.Message {
	return diag.Message{Code: "ua-list", Danish: "et punkt i en liste mangler mærke eller tekst", English: "an entry of a list lacks its label or its body"}
}

func lostEntry(text string) diag.Message {
	return diag.Message{
		Code:    "ua-contents",
		Danish:  fmt.Sprintf("indholdsfortegnelsens %q fører ingen steder hen", text),
		English: fmt.Sprintf("the contents' %q leads nowhere", text),
	}
}

func noContents(text string) diag.Message {
	return diag.Message{
		Code:    "ua-link",
		Danish:  fmt.Sprintf("linket %q har ingen beskrivelse i ord", text),
		English: fmt.Sprintf("the link %q has no description in words", text),
	}
}

func emptyLink(text string) diag.Message {
	return diag.Message{
		Code:    "ua-link-text",
		Danish:  fmt.Sprintf("linket %q har ingen tekst eller fører ingen steder hen", text),
		English: fmt.Sprintf("the link %q has no text or leads nowhere", text),
	}
}

func vagueLink(text string) diag.Message {
	return diag.Message{
		Code:    "ua-link-vague",
		Danish:  fmt.Sprintf("linket %q siger ikke, hvor det fører hen: sæt linket på ord, der gør", text),
		English: fmt.Sprintf("the link %q does not say where it leads: put the link on words that do", text),
	}
}

func badNote() diag.Message {
	return diag.Message{Code: "ua-note", Danish: "en fodnote mangler sit id eller sit nummer", English: "a footnote lacks its id or its number"}
}

func unheadedCell(text string) diag.Message {
	return diag.Message{
		Code:    "ua-cell",
		Danish:  fmt.Sprintf("cellen %q siger ikke, hvilke overskrifter der gælder den, eller nævner en, som tabellen ikke har", text),
		English: fmt.Sprintf("the cell %q does not say which headers head it, or names one the table has not", text),
	}
}

func missingGlyph(text string) diag.Message {
	return diag.Message{
		Code:    "ua-glyph",
		Danish:  fmt.Sprintf("skriften mangler tegn i %q: brug andre tegn, eller en anden skrift i theme.yaml", text),
		English: fmt.Sprintf("the face has no glyphs for %q: use other characters, or another face in theme.yaml", text),
	}
}
