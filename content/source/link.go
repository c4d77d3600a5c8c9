package source

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content/diag"
)

// saysNothing reports whether a link's text tells nothing of where it leads, to
// someone who hears the links of a page read one after another (WCAG 2.2,
// criterion 2.4.9): a word such as "her", an address, or no letters at all.
func saysNothing(text string) bool {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	text = strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return true
	}
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") {
		return true
	}
	return slices.Contains(emptyTexts(), text)
}

// emptyTexts are link texts in the languages of editions that say nothing.
func emptyTexts() []string {
	return []string{
		"her", "klik", "klik her", "tryk her", "se her", "find den her", "se mere", "se mere her", "mere", "mere her", "læs her", "læs mere", "læs mere her", "læs videre",
		"hent", "hent her", "link", "linket", "dette link", "via dette link", "følg linket", "siden", "denne side", "hjemmesiden", "http", "https", "www", "url",
		"here", "click", "click here", "see here", "see more", "more", "read more", "read more here", "learn more", "download", "this", "this link", "the link", "this page",
		"les mer", "les mer her", "klikk her", "läs mer", "läs mer här", "här", "klicka här", "hier", "mehr", "mehr lesen", "klicken sie hier",
	}
}

func emptyLink(text string) diag.Message {
	return sayAbout("link-text", "linkets tekst %s siger ikke, hvor det fører hen; skriv fx [KL's beretning for 2024](…), så det kan forstås alene",
		"the link's text %s does not say where it leads; write such as [KL's report for 2024](…), so that it can be understood alone", quoted(text))
}
