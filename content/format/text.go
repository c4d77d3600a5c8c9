package format

import "github.com/kl-print/kl-print/content"

// textShapes are the mappings of blocks that are text.
type textShapes struct {
	Section *Shape
	List    *Shape
	Box     *Shape
	FactBox *Shape // the block fact
	Quote   *Shape
	Links   *Shape
	Link    *Shape
	Letter  *Shape
}

// describeText makes the shapes of the blocks that are text.
func (f *Format) describeText() {
	f.Section = &Shape{
		Name: "section",
		Doc:  Doc{"Et afsnit med mere end en titel.", "A section with more than a title."},
		Keys: []Key{
			needed("title", Text{}, "Afsnittets titel; står i indholdsfortegnelsen.", "The section's title; stands in the contents."),
			optional("headline", Text{}, "Dets budskab, sat under titlen.", "Its message, set below the title."),
			optional("new-page", Flag{}, "true: det begynder på en ny side.", "true: it begins on a new page."),
		},
	}
	f.List = &Shape{
		Name: "list",
		Doc:  Doc{"En liste.", "A list."},
		Keys: []Key{
			optional("ordered", Flag{}, "true: punkterne er nummererede.", "true: the entries are numbered."),
			needed("items", List{Of: Markdown{}}, "Punkterne; Markdown i ét afsnit.", "The entries; Markdown of one paragraph."),
		},
	}
	f.Box = &Shape{
		Name: "box",
		Doc:  Doc{"En boks.", "A box."},
		Keys: []Key{
			needed("title", Text{}, "Boksens titel.", "The box's title."),
			needed("text", Markdown{Paragraphs: true}, "Teksten; Markdown med afsnit og lister.", "The text; Markdown with paragraphs and lists."),
		},
	}
	f.FactBox = &Shape{
		Name: "fact",
		Doc:  Doc{"Et faktum: et tal eller et ikon, og hvad det siger.", "A fact: a figure or an icon, and what it says."},
		Keys: []Key{
			optional("figure", Text{}, "Tallet, som \"9/10\". Enten figure eller icon.", "The figure, such as \"9/10\". Either figure or icon."),
			optional("icon", Word(content.Icons()), "Et ikons navn. Enten figure eller icon.", "An icon's name. Either figure or icon."),
			needed("caption", Markdown{}, "Hvad tallet eller ikonet siger.", "What the figure or the icon says."),
		},
		Rules: []Rule{OneOf{"figure", "icon"}},
	}
	f.Quote = &Shape{
		Name: "quote",
		Doc:  Doc{"Et citat.", "A quotation."},
		Keys: []Key{
			needed("text", Markdown{}, "Ordene, med deres anførselstegn.", "The words, with their quotation marks."),
			optional("by", Text{}, "Hvem der siger det, som det trykkes.", "Who says it, as printed."),
		},
	}
	f.describeLinks()
}

// describeLinks makes the shapes of lists of links and of letters.
func (f *Format) describeLinks() {
	f.Link = &Shape{
		Name: "link",
		Doc:  Doc{"Et sted at læse mere.", "A place to read more."},
		Keys: []Key{
			needed("text", Text{}, "Hvad der er at læse.", "What there is to read."),
			optional("url", Address{}, "Adressen, som https://www.kl.dk. Kan udelades, hvor kun navnet kendes.", "The address, such as https://www.kl.dk. May be left out where only the name is known."),
		},
	}
	f.Links = &Shape{
		Name: "links",
		Doc:  Doc{"Steder at læse mere.", "Places to read more."},
		Keys: []Key{
			optional("title", Text{}, "Listens titel.", "The list's title."),
			needed("items", List{Of: Mapping{f.Link}}, "Stederne.", "The places."),
		},
	}
	f.Letter = &Shape{
		Name: "letter",
		Doc:  Doc{"Et brev.", "A letter."},
		Keys: []Key{
			needed("greeting", Text{}, "Hilsenen, det begynder med.", "The greeting it begins with."),
			needed("text", Markdown{Paragraphs: true}, "Teksten; Markdown med afsnit og lister.", "The text; Markdown with paragraphs and lists."),
			optional("closing", Text{}, "Hilsenen, det slutter med.", "The words it ends with."),
			needed("signatures", f.members(), "Hvem der skriver under: id'er, eller {person: …, role: …}.", "Who signs: ids, or {person: …, role: …}."),
		},
	}
}
