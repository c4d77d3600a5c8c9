package format

// accountShapes are the mappings of accounts.yaml.
type accountShapes struct {
	Statement *Shape
	Caption   *Shape // a line that is a heading over others
	LineGroup *Shape // a line that is a smaller heading
	Line      *Shape // a line with amounts
	Tie       *Shape
	Change    *Shape
	Movement  *Shape
}

// describeAccounts makes the shapes of accounts.yaml.
func (f *Format) describeAccounts() {
	f.describeLines()
	f.describeTies()
	f.Statement = &Shape{
		Name: "statement",
		Doc:  Doc{"En opgørelse: resultatopgørelse, balance, pengestrømme.", "A statement: of income, a balance sheet, of cash flows."},
		Keys: []Key{
			needed("id", ID{}, "Navnet, som blokken statement bruger.", "The name that the block statement uses."),
			needed("title", Text{}, "Opgørelsens titel.", "The statement's title."),
			optional("when", Text{}, "Tidsrummet eller dagen, som 31. december.", "The period or the day, such as 31. december."),
			optional("note", Text{}, "En bemærkning under opgørelsen.", "A remark below the statement."),
			needed("lines", List{Of: Either{Mapping{f.Line}, Mapping{f.Caption}, Mapping{f.LineGroup}}},
				"Linjerne i rækkefølge: en overskrift med caption, en mindre med group, ellers en linje med beløb.",
				"The lines in order: a heading with caption, a smaller one with group, else a line with amounts."),
			stale(),
		},
	}
	f.Accounts = &Shape{
		Name: "accounts.yaml",
		Doc:  Doc{"Årets regnskab: opgørelser, hvis summer programmet regner efter.", "The year's accounts: statements whose sums the program checks."},
		Keys: []Key{
			needed("unit", Money{}, "Hvad beløbene er skrevet i: kr., t.kr. eller mio. kr.", "What the amounts are written in: kr., t.kr. or mio. kr."),
			needed("years", List{Of: year()}, "Kolonnernes år, udgavens først.", "The years of the columns, the edition's first."),
			needed("statements", List{Of: Mapping{f.Statement}}, "Opgørelserne.", "The statements."),
			optional("ties", List{Of: Mapping{f.Tie}}, "Par af linjer, som skal være lige store i hvert år.", "Pairs of lines that have to be equal in every year."),
			optional("changes", List{Of: Mapping{f.Change}}, "Hvad der forklarer en linjes ændring siden sidste år.", "What explains a line's change from last year."),
		},
	}
}

// describeLines makes the shapes of the three kinds of lines.
func (f *Format) describeLines() {
	f.Caption = &Shape{
		Name: "line",
		Doc:  Doc{"En overskrift over linjer.", "A heading over lines."},
		Keys: []Key{needed("caption", Text{}, "Overskriften, som INDTÆGTER.", "The heading, such as INDTÆGTER.")},
	}
	f.LineGroup = &Shape{
		Name: "line",
		Doc:  Doc{"En mindre overskrift over linjer.", "A smaller heading over lines."},
		Keys: []Key{needed("group", Text{}, "Overskriften, som Materielle anlægsaktiver.", "The heading, such as Materielle anlægsaktiver.")},
	}
	f.Line = &Shape{
		Name: "line",
		Doc:  Doc{"En linje med et beløb for hvert år.", "A line with an amount for each year."},
		Keys: []Key{
			needed("id", ID{}, "Navnet, som summer, diagrammer og {{ … }} bruger.", "The name that sums, charts and {{ … }} use."),
			needed("label", Text{}, "Linjens tekst.", "The line's text."),
			optional("rank", Word{"plain", "subtotal", "total"}, "Hvordan linjen står: plain (hvis intet siges), subtotal eller total.", "How the line stands: plain (if not said), subtotal or total."),
			optional("notes", Text{}, "Nummeret på en note. 3 fører til det afsnit, hvis titel begynder med Note 3, eller den blok, der har id'et note-3.", "The number of a note. 3 leads to the section whose title begins with Note 3, or the block with the id note-3."),
			needed("amounts", List{Of: Amount{Null: true}}, "Et beløb for hvert år i anførselstegn: [\"251.671.892\", \"240.280.687\"]. null er ikke oplyst, \"?\" mangler endnu.",
				"An amount for each year in quotes: [\"251.671.892\", \"240.280.687\"]. null is not stated, \"?\" is still to come."),
			optional("sum", List{Of: Term{}}, "Linjerne, som denne er summen af; med - foran trækkes de fra.", "The lines this one is the sum of; with - before them they are subtracted."),
		},
	}
}

// describeTies makes the shapes of what has to hold between lines.
func (f *Format) describeTies() {
	f.Tie = &Shape{
		Name: "tie",
		Doc:  Doc{"To linjer, som skal være lige store.", "Two lines that have to be equal."},
		Keys: []Key{
			needed("name", Text{}, "Hvad der skal gælde, som Aktiver er lig passiver.", "What has to hold, such as Aktiver er lig passiver."),
			needed("left", ID{Line}, "Den ene linje.", "The one line."),
			needed("right", ID{Line}, "Den anden.", "The other."),
		},
	}
	f.Movement = &Shape{
		Name: "movement",
		Doc:  Doc{"En bevægelse, som ingen linje har.", "A movement that no line has."},
		Keys: []Key{
			needed("label", Text{}, "Hvad den er.", "What it is."),
			needed("amount", Amount{}, "Beløbet i anførselstegn.", "The amount in quotes."),
		},
	}
	f.Change = &Shape{
		Name: "change",
		Doc:  Doc{"Hvad der forklarer en linjes ændring siden sidste år.", "What explains a line's change from last year."},
		Keys: []Key{
			needed("name", Text{}, "Hvad ændringen kaldes.", "What the change is called."),
			needed("line", ID{Line}, "Linjen, som ændrer sig.", "The line that changes."),
			optional("by", List{Of: Term{}}, "Linjer, som ændringen består af; med - foran trækkes de fra.", "Lines that the change consists of; with - before them they are subtracted."),
			optional("movements", List{Of: Mapping{f.Movement}}, "Beløb, som ingen linje har.", "Amounts that no line has."),
		},
	}
}
