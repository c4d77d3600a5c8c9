package preview

import (
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

// openWords tells whether the editor has been opened, and why not.
func openWords(l diag.Lang, name string, err error) string {
	say := uiWords(l)
	switch {
	case err == nil:
		return fmt.Sprintf(say["opened"], name)
	case errors.Is(err, errNoEditor):
		return say["noEditor"]
	case errors.Is(err, errNoTerminal):
		return fmt.Sprintf(say["noTerminal"], name)
	case errors.Is(err, errBusy):
		return fmt.Sprintf(say["busy"], name)
	}
	da, en := diag.Cause(err)
	return fmt.Sprintf(say["notOpened"], name, diag.Message{Danish: da, English: en}.In(l))
}

// uiWords are the words of the page, by what they are for.
func uiWords(l diag.Lang) map[string]string {
	if l == diag.Danish {
		return danishWords()
	}
	return englishWords()
}

func danishWords() map[string]string {
	return map[string]string{
		"preview": "Forhåndsvisning", "sidebar": "Sider og indhold", "pagesLabel": "Bogens sider", "panel": "Fund",
		"thumbs": "Sider", "outline": "Indhold", "findings": "Fund", "search": "Søg", "searchLabel": "Søg i bogen",
		"previousHit": "Forrige sted", "nextHit": "Næste sted", "hits": "{0} af {1}", "noHits": "ingen steder",
		"single": "Én side", "facing": "Opslag", "gridView": "Oversigt", "viewLabel": "Visning af sider",
		"zoomIn": "Større", "zoomOut": "Mindre", "zoomFit": "Hele siden", "zoomWidth": "Sidens bredde", "zoom": "Størrelse",
		"baseline": "Grundlinjer", "columns": "Spalter", "help": "Taster", "close": "Luk", "page": "Side {0}", "goTo": "Gå til side",
		"pageOf": "Side {0} af {1}", "noLabel": "uden nummer",
		"waiting": "Læser udgaven …", "made": "Lavet på {0} ms", "unchanged": "ingen sider ændret", "changed": "ændrede sider: {0}",
		"stale": "Siderne herunder er de sidste uden fejl", "problems": "Fejl: {0}", "gone": "Forbindelsen til kl-print er væk; er det standset?",
		"back": "Forbindelsen er der igen", "noFindings": "Ingen fund", "checking": "Undersøger teksten …",
		"error": "fejl", "warning": "advarsel", "note": "note", "should": "skulle være", "mend": "sådan gør du", "show": "Vis på siden", "openAt": "Åbn {0}",
		"copied": "{0} er kopieret", "notCopied": "{0}", "openOnClick": "Klik åbner i editoren", "shortcuts": "Taster uden Ctrl virker",
		"offPage": "står ikke på en side", "notes": "Vis noter",
		"embedded": "Udgaven følger med programmet og har ingen filer, der kan åbnes", "noFile": "Udgaven har ingen fil %q",
		"opened": "Åbnet i %s", "noEditor": "Der er ingen editor; sæt EDITOR, eller start med --editor", "noTerminal": "%s skal bruge en terminal; vælg en anden med --editor",
		"busy": "%s er åben i terminalen; luk den først", "notOpened": "%s kan ikke åbnes: %s",
		"key.pages": "← → eller P N", "does.pages": "forrige og næste side", "key.ends": "Home End", "does.ends": "første og sidste side",
		"key.views": "1 2 3", "does.views": "én side, opslag, oversigt", "key.zoom": "+ − 0 W", "does.zoom": "større, mindre, hele siden, bredden",
		"key.search": "/", "does.search": "søg; Enter og Skift+Enter går videre og tilbage", "key.blocks": "J K", "does.blocks": "næste og forrige blok",
		"key.open": "Enter", "does.open": "kopiér blokkens sted, og åbn det i editoren", "key.findings": "F, så . og ,", "does.findings": "fund; næste og forrige fund",
		"key.grid": "B C", "does.grid": "grundlinjer og spalter", "key.side": "T O", "does.side": "sider, indhold", "key.help": "?", "does.help": "denne hjælp; Esc lukker",
	}
}

func englishWords() map[string]string {
	return map[string]string{
		"preview": "Preview", "sidebar": "Pages and contents", "pagesLabel": "The book's pages", "panel": "Findings",
		"thumbs": "Pages", "outline": "Contents", "findings": "Findings", "search": "Search", "searchLabel": "Search the book",
		"previousHit": "Previous place", "nextHit": "Next place", "hits": "{0} of {1}", "noHits": "no places",
		"single": "Single page", "facing": "Facing pages", "gridView": "Overview", "viewLabel": "How pages are shown",
		"zoomIn": "Larger", "zoomOut": "Smaller", "zoomFit": "Whole page", "zoomWidth": "Page width", "zoom": "Size",
		"baseline": "Baselines", "columns": "Columns", "help": "Keys", "close": "Close", "page": "Page {0}", "goTo": "Go to page",
		"pageOf": "Page {0} of {1}", "noLabel": "without a number",
		"waiting": "Reading the edition …", "made": "Made in {0} ms", "unchanged": "no pages changed", "changed": "pages changed: {0}",
		"stale": "The pages below are the last ones without errors", "problems": "Errors: {0}", "gone": "The connection to kl-print is gone; was it stopped?",
		"back": "The connection is back", "noFindings": "No findings", "checking": "Checking the text …",
		"error": "error", "warning": "warning", "note": "note", "should": "should be", "mend": "to mend it", "show": "Show on the page", "openAt": "Open {0}",
		"copied": "{0} is copied", "notCopied": "{0}", "openOnClick": "A click opens the editor", "shortcuts": "Keys without Ctrl work",
		"offPage": "is on no page", "notes": "Show notes",
		"embedded": "The edition is embedded in the program and has no files to open", "noFile": "The edition has no file %q",
		"opened": "Opened in %s", "noEditor": "There is no editor; set EDITOR, or start with --editor", "noTerminal": "%s needs a terminal; choose another with --editor",
		"busy": "%s is open in the terminal; close it first", "notOpened": "%s can't be opened: %s",
		"key.pages": "← → or P N", "does.pages": "previous and next page", "key.ends": "Home End", "does.ends": "first and last page",
		"key.views": "1 2 3", "does.views": "single page, facing pages, overview", "key.zoom": "+ − 0 W", "does.zoom": "larger, smaller, whole page, its width",
		"key.search": "/", "does.search": "search; Enter and Shift+Enter go on and back", "key.blocks": "J K", "does.blocks": "next and previous block",
		"key.open": "Enter", "does.open": "copy the block's place, and open it in the editor", "key.findings": "F, then . and ,", "does.findings": "findings; next and previous finding",
		"key.grid": "B C", "does.grid": "baselines and columns", "key.side": "T O", "does.side": "pages, contents", "key.help": "?", "does.help": "this help; Esc closes it",
	}
}

// keysOf are the rows of the help, in order.
func keysOf() []string {
	return []string{"pages", "ends", "views", "zoom", "search", "blocks", "open", "findings", "grid", "side", "help"}
}
