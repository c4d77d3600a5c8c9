package format

import "github.com/kl-print/kl-print/content/sheet"

// importShapes are the mappings of import.yaml.
type importShapes struct {
	SheetColumns *Shape
	SheetRows    *Shape
	Feed         *Shape // what goes into a line of the accounts
	NewLine      *Shape
}

// sign says whether amounts have the sign of the sheet.
func sign(danish, english string) Key {
	return optional("sign", Word{"kept", "turned"}, danish, english)
}

// describeImport makes the shapes of import.yaml.
func (f *Format) describeImport() {
	f.describeFeeds()
	f.Import = &Shape{
		Name: "import.yaml",
		Doc:  Doc{"Hvordan kl-print import accounts læser årets beløb af et ark.", "How kl-print import accounts reads the year's amounts from a sheet."},
		Keys: []Key{
			optional("sheet", Text{}, "Arkets navn; det første, hvis intet siges.", "The sheet's name; the first, if not said."),
			optional("unit", Word{"kr", "tkr", "mio"}, "Hvad arkets beløb er i: kr (hvis intet siges), tkr eller mio.", "What the sheet's amounts are in: kr (if not said), tkr or mio."),
			optional("whole", Flag{}, "true: beløb afrundes til hele kroner.", "true: amounts are rounded to whole kroner."),
			sign("turned vender fortegnet; kept (hvis intet siges) lader det stå. En linje kan sige noget andet.", "turned turns the sign; kept (if not said) lets it stand. A line may say otherwise."),
			optional("decimals", Word{"comma", "point"}, "Hvordan decimaler skrives i celler med tekst: comma er 1.234,50, point er 1,234.50.", "How decimals are written in cells of text: comma is 1.234,50, point is 1,234.50."),
			needed("columns", Mapping{f.SheetColumns}, "Hvilke kolonner der er hvad: {account: A, label: B, 2024: D}.", "Which columns hold what: {account: A, label: B, 2024: D}."),
			optional("rows", Mapping{f.SheetRows}, "Rækkerne, der læses.", "The rows that are read."),
			optional("lines", Map{Of: f.Feed}, "Regnskabets linjer, og hvor de kommer fra.", "The lines of the accounts, and where they come from."),
			optional("ignored", accountRanges(), "Konti, som ikke skal ind i nogen linje: [9000-9999].", "Accounts that are to go into no line: [9000-9999]."),
		},
	}
}

// accountRanges is a range of accounts, or a list of them.
func accountRanges() Value { return Either{Range{}, List{Of: Range{}}} }

// describeFeeds makes the shapes of what goes where.
func (f *Format) describeFeeds() {
	f.SheetColumns = &Shape{
		Name: "columns",
		Doc:  Doc{"Kolonnerne ved deres bogstaver, og en for hvert år.", "The columns by their letters, and one for each year."},
		Keys: []Key{
			optional("account", Column{}, "Kontonumrenes kolonne.", "The column of the accounts' numbers."),
			optional("label", Column{}, "Teksternes kolonne.", "The column of the labels."),
		},
		Years: Column{},
	}
	f.SheetRows = &Shape{
		Name: "rows",
		Doc:  Doc{"Rækkerne, der læses.", "The rows that are read."},
		Keys: []Key{
			optional("first", Number{1, sheet.MostRows}, "Den første.", "The first."),
			optional("last", Number{1, sheet.MostRows}, "Den sidste.", "The last."),
		},
	}
	f.NewLine = &Shape{
		Name: "new",
		Doc:  Doc{"En linje, som regnskabet ikke har.", "A line that the accounts lack."},
		Keys: []Key{
			needed("after", ID{Line}, "Linjen, den skal stå efter.", "The line it is to stand after."),
			needed("label", Text{}, "Linjens tekst.", "The line's text."),
			optional("into", ID{Line}, "Summen, den går ind i.", "The sum it goes into."),
		},
	}
	f.Feed = &Shape{
		Name: "line",
		Doc:  Doc{"Hvad der går ind i en linje: én af accounts, row, rows og label.", "What goes into a line: one of accounts, row, rows and label."},
		Keys: []Key{
			sign("turned vender fortegnet; kept lader det stå.", "turned turns the sign; kept lets it stand."),
			optional("label", Text{}, "Rækken med denne tekst.", "The row of this label."),
			optional("accounts", accountRanges(), "Konti, som 1010 eller [1000-1099, 1150].", "Accounts, such as 1010 or [1000-1099, 1150]."),
			optional("row", Number{1, sheet.MostRows}, "Rækkens nummer.", "The row's number."),
			optional("rows", List{Of: Number{1, sheet.MostRows}}, "Rækkernes numre.", "The rows' numbers."),
			optional("new", Mapping{f.NewLine}, "Linjen laves, hvis regnskabet ikke har den.", "The line is made where the accounts lack it."),
		},
		Rules: []Rule{OneOf{"accounts", "row", "rows", "label"}},
	}
}
