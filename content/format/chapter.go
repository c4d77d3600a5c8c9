package format

// describeChapter makes the shape of a chapter and the list of its blocks.
func (f *Format) describeChapter() {
	f.Chapter = &Shape{
		Name: "chapter",
		Doc:  Doc{"Et kapitel.", "A chapter."},
		Keys: []Key{
			needed("title", Text{}, "Kapitlets titel; står i indholdsfortegnelsen og sidehovedet.", "The chapter's title; stands in the contents and the running head."),
			optional("headline", Text{}, "Kapitlets budskab, sat stort over teksten.", "The chapter's message, set large above the text."),
			needed("blocks", Blocks{}, "Kapitlets blokke i rækkefølge. Hvert punkt har én nøgle, som siger, hvilken blok det er.", "The chapter's blocks in order. Each entry has one key, which says what kind of block it is."),
			stale(),
		},
	}
	prose := Markdown{Paragraphs: true}
	f.Blocks = []Block{
		{"lead", prose, Doc{"Indledningen, sat større. Markdown uden lister.", "The opening paragraph, set larger. Markdown without lists."}},
		{"text", prose, Doc{"Brødtekst. Markdown: afsnit, lister, *kursiv*, **fed**, [links](https://www.kl.dk), fodnoter og {{ tal }} fra regnskabet.",
			"Running text. Markdown: paragraphs, lists, *emphasis*, **strong**, [links](https://www.kl.dk), footnotes and {{ figures }} of the accounts."}},
		{"section", Either{Text{}, Mapping{f.Section}}, Doc{"En overskrift på andet niveau, som står i indholdsfortegnelsen: en titel, eller {title, headline, new-page}.",
			"A heading of the second level, in the contents: a title, or {title, headline, new-page}."}},
		{"heading", Text{}, Doc{"En overskrift inde i et kapitel eller afsnit; den står ikke i indholdsfortegnelsen.", "A heading inside a chapter or section; it is not in the contents."}},
		{"list", Mapping{f.List}, Doc{"En liste, hvor punkterne står hver for sig i YAML.", "A list whose entries stand by themselves in YAML."}},
		{"note", prose, Doc{"En bemærkning til læseren, sat for sig selv.", "A remark to the reader, set apart."}},
		{"box", Mapping{f.Box}, Doc{"En tekst med titel på en tonet flade.", "A text with a title on a tint."}},
		{"fact", Mapping{f.FactBox}, Doc{"Et tal eller et ikon i sidespalten ved siden af den næste blok; der skal komme en.", "A figure or an icon in the side column beside the block that follows; one has to."}},
		{"quote", Mapping{f.Quote}, Doc{"Nogens ord.", "Somebody's words."}},
		{"links", Mapping{f.Links}, Doc{"En liste over steder at læse mere.", "A list of places to read more."}},
		{"image", Mapping{f.Image}, Doc{"Et billede med tekst for dem, der ikke ser det.", "A picture with words for those who do not see it."}},
		{"media", Mapping{f.Media}, Doc{"En video, en lydfil eller en hjemmeside, med en QR-kode til adressen.", "A video, a recording or a website, with a QR code to the address."}},
		{"letter", Mapping{f.Letter}, Doc{"Et brev: hilsen, tekst og underskrifter.", "A letter: greeting, text and signatures."}},
		{"portraits", ID{Group}, Doc{"En gruppe af people.yaml som portrætter i rækker.", "A group of people.yaml as a grid of portraits."}},
		{"organisation", Mapping{f.Organisation}, Doc{"Et organisationsdiagram.", "An organisation chart."}},
		{"roster", List{Of: ID{Group}}, Doc{"Grupper af people.yaml med deres medlemmer, i spalter.", "Groups of people.yaml with their members, in columns."}},
		{"statement", ID{Statement}, Doc{"En opgørelse af accounts.yaml.", "A statement of accounts.yaml."}},
		{"chart", Mapping{f.Chart}, Doc{"Et diagram over linjer af regnskabet: en ring eller søjler.", "A chart of lines of the accounts: a ring or bars."}},
		{"table", Mapping{f.Table}, Doc{"En tabel skrevet i kapitlet.", "A table written in the chapter."}},
		{"signatures", Mapping{f.Signatures}, Doc{"Sted, dato og streger at skrive under på.", "Place, date and lines to sign on."}},
		{"auditor", Mapping{f.Auditor}, Doc{"Revisorens firma, sted, dato og underskrift.", "The auditor's firm, place, date and signature."}},
		{"page-break", True{}, Doc{"En ny side begynder her: page-break: true.", "A new page begins here: page-break: true."}},
	}
}
