package main

import (
	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/content/diag"
)

// diffWords is what kl-print diff says, in one language.
type diffWords struct {
	help manual
	lang string // of the page it writes

	two                                    string // how many there are
	nothing, neither, unfit, noPoppler     string
	same, texts, accounts, people          string
	look, comePages, gonePages, movedPages string
	figure, page, written, more            string
	how                                    map[compare.How]string
	field                                  map[compare.Field]string
	title, intro, before, after, pages     string // of the page it writes
	where, what, pageOf, places, onePlace  string
	noPage                                 string
}

// diffWordsIn returns the words of a language.
func diffWordsIn(lang diag.Lang) diffWords {
	if lang == diag.Danish {
		return danishDiff()
	}
	return englishDiff()
}

func danishDiff() diffWords {
	return diffWords{
		lang: "da",
		help: manual{
			short: "fortæl, hvad der er anderledes i to udgaver, pakker eller PDF'er",
			usage: []string{"diff A B [-o FIL] [--json]"},
			about: `A og B er mapper med udgaver, pakker fra kl-print archive eller PDF'er. Fortalt bliver, hvilke
afsnit der er ændret ord for ord, flyttet, kommet til eller taget ud, hvilke beløb og personer der er
anderledes, og hvilke sider der ser anderledes ud. Sider findes på deres tekst, så nye sidetal er
ingen forskel. Med -o skrives en HTML-fil med det hele, hvor siderne står ved siden af hinanden med
forskellene mærket.

En PDF læses med poppler (pdftotext og pdftoppm), som skal være installeret. Står der en udgave over
for en PDF, laves der en PDF af udgaven, og tekst og sider sammenlignes.`,
			flags: map[string]flagText{
				"output": {"FIL", "skriv også en HTML-fil, som diff.html"},
				"json":   {"", "skriv forskellene som JSON"},
			},
			closing: `Afslutningskoder: 0 ens, 1 forskellige, 2 forkert brug eller en udgave med fejl, 3 maskinen svigtede.`,
		},
		two:       "der er %d navne; forventede to udgaver, pakker eller PDF'er, som i kl-print diff A B",
		nothing:   "%q findes ikke; forventede en udgaves mappe, en pakke eller en PDF",
		neither:   "%q er hverken en udgave, en pakke eller en PDF: %s",
		unfit:     "%q kan ikke sammenlignes, før fejlene er rettet",
		noPoppler: "en PDF læses med poppler, og programmet %s er ikke installeret (pakken poppler-utils eller poppler); udgaver og pakker kan sammenlignes uden",
		same:      "Der er ingen forskel.",
		texts:     "Tekst", accounts: "Regnskab", people: "Personer og grupper",
		look: "Sider, der ser anderledes ud", comePages: "Nye sider", gonePages: "Sider, der er væk", movedPages: "Sider, der kun er flyttet",
		figure: "med tal", more: "og de næste %d med", page: "side %s", written: "%s viser siderne ved siden af hinanden.",
		how: map[compare.How]string{compare.Changed: "ændret", compare.Added: "kommet til", compare.Removed: "taget ud", compare.Moved: "flyttet"},
		field: map[compare.Field]string{compare.Label: "tekst", compare.Amount: "beløb", compare.Rank: "rang", compare.Sum: "sum", compare.Name: "navn",
			compare.Office: "embede", compare.Party: "parti", compare.Municipality: "kommune", compare.Portrait: "portræt", compare.Seat: "medlem"},
		title: "Forskelle: %s og %s", intro: "%d i teksten, %d i regnskabet, %d blandt personer; %d sider ser anderledes ud.",
		before: "Før", after: "Nu", pages: "Sider", where: "Sted", what: "Hvad", pageOf: "Side %d", places: "%d steder er mærket", onePlace: "1 sted er mærket",
		noPage: "ingen side",
	}
}

func englishDiff() diffWords {
	return diffWords{
		lang: "en",
		help: manual{
			short: "tell what is different in two editions, bundles or PDFs",
			usage: []string{"diff A B [-o FILE] [--json]"},
			about: `A and B are folders of editions, bundles of kl-print archive, or PDFs. It tells which paragraphs were
changed, word by word, moved, added or taken out, which amounts and people are other, and which pages
look different. Pages are found by their text, so that new page numbers are no difference. With -o an
HTML file is written with all of it, where the pages stand side by side with the differences marked.

A PDF is read by poppler (pdftotext and pdftoppm), which has to be installed. Where an edition stands
against a PDF, a PDF is made of the edition, and text and pages are compared.`,
			flags: map[string]flagText{
				"output": {"FILE", "write an HTML file too, such as diff.html"},
				"json":   {"", "write the differences as JSON"},
			},
			closing: `Exit codes: 0 the same, 1 different, 2 wrong usage or an edition with errors, 3 the machine failed.`,
		},
		two:       "there are %d names; expected two editions, bundles or PDFs, as in kl-print diff A B",
		nothing:   "there is no %q; expected an edition's folder, a bundle or a PDF",
		neither:   "%q is neither an edition, a bundle nor a PDF: %s",
		unfit:     "%q can't be compared until the errors are mended",
		noPoppler: "a PDF is read by poppler, and the program %s is not installed (the package poppler-utils, or poppler); editions and bundles can be compared without",
		same:      "There is no difference.",
		texts:     "Text", accounts: "Accounts", people: "People and groups",
		look: "Pages that look different", comePages: "New pages", gonePages: "Pages that are gone", movedPages: "Pages that have only moved",
		figure: "with figures", more: "and the next %d with it", page: "page %s", written: "%s shows the pages side by side.",
		how: map[compare.How]string{compare.Changed: "changed", compare.Added: "added", compare.Removed: "taken out", compare.Moved: "moved"},
		field: map[compare.Field]string{compare.Label: "label", compare.Amount: "amount", compare.Rank: "rank", compare.Sum: "sum", compare.Name: "name",
			compare.Office: "office", compare.Party: "party", compare.Municipality: "municipality", compare.Portrait: "portrait", compare.Seat: "member"},
		title: "Differences: %s and %s", intro: "%d in the text, %d in the accounts, %d among people; %d pages look different.",
		before: "Before", after: "Now", pages: "Pages", where: "Place", what: "What", pageOf: "Page %d", places: "%d places are marked", onePlace: "1 place is marked",
		noPage: "no page",
	}
}
