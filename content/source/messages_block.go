package source

import (
	"strings"

	"github.com/kl-print/kl-print/content/diag"
)

// Blocks.

func unknownBlock(kind string, kinds []string, near string) diag.Message {
	return hint(sayAbout("unknown-block", "ukendt blok %s; forventede en af %s", "unknown block %s; expected one of %s", quoted(kind), listed(kinds)), near)
}

// unwrittenBlock tells of a block whose kind is not a key.
func unwrittenBlock(kind, rest string) diag.Message {
	return sayAbout("wrong-type", "blokken mangler et kolon og et mellemrum; skriv \"%s\"", "the block lacks a colon and a space; write \"%s\"", kind+": "+rest)
}

func unknownIcon(name string, icons []string, near string) diag.Message {
	return hint(sayAbout("bad-word", "ukendt ikon %s; forventede et af %s", "unknown icon %s; expected one of %s", quoted(name), listed(icons)), near)
}

func oneBlock(n int, first, second string) diag.Message {
	if n < 2 {
		return sayAbout("one-block", "punktet har %d nøgler; forventede én, blokkens art", "the entry has %d keys; expected one, the block's kind", n)
	}
	return sayAbout("one-block", "punktet har %[1]d nøgler, og blokken %[2]s slutter før %[3]s; ryk %[3]s ind under den, hvis den hører til, eller skriv - foran, hvis her begynder en ny blok",
		"the entry has %[1]d keys, and the block %[2]s ends before %[3]s; indent %[3]s below it if it belongs there, or write - before it if another block begins here", n, quoted(first), quoted(second))
}

func figureOrIcon() diag.Message {
	return say("figure-or-icon", "et faktum har et tal eller et ikon; forventede enten figure eller icon", "a fact has a figure or an icon; expected either figure or icon")
}

func factAlone() diag.Message {
	return say("fact-alone", "et faktum står ved siden af den næste blok, og her er ingen; flyt det op før den tekst, det hører til",
		"a fact stands beside the next block, and there is none; move it up before the text it belongs to")
}

func rowLength(got, want int) diag.Message {
	return sayAbout("row-length", "antallet af celler er %d; forventede %d, en for hver kolonne (skriv \"\" i en tom)", "the number of cells is %d; expected %d, one for each column (write \"\" in an empty one)", got, want)
}

func commaInCell(cell string) diag.Message {
	return sayAbout("row-length", "kommaet deler %[1]s i to celler; sæt cellen i lige anførselstegn", "the comma separates %[1]s in two cells; put the cell in straight quotes", quoted(cell))
}

func noHeads() diag.Message {
	return say("no-heads", "ingen kolonne har en titel; forventede mindst én, så tabellen kan forstås, når den læses op", "no column has a title; expected one at least, so that the table can be understood when it is read aloud")
}

func breakFalse() diag.Message {
	return say("bad-flag", "page-break kan kun være true; slet blokken, hvis siden ikke skal skifte", "page-break can only be true; delete the block if no page begins here")
}

func listInLead() diag.Message {
	return say("list-in-lead", "en lead kan ikke have lister; brug blokken text efter den", "a lead can't have lists; use the block text after it")
}

func sectionName() diag.Message {
	return say("wrong-type", "her står en liste; forventede afsnittets titel eller {title: …}", "found a list; expected the section's title or {title: …}")
}

// Images.

func imageOutside(path string) diag.Message {
	if strings.Contains(path, "://") {
		return sayAbout("image-outside", "%s er en adresse på nettet; hent filen, læg den i mappen images, og skriv dens navn som images/navn.jpg",
			"%s is an address on the web; fetch the file, put it into the folder images, and write its name such as images/name.jpg", quoted(path))
	}
	if drive := strings.Index(path, `:\`); drive == 1 {
		return sayAbout("image-outside", "stien \"%[1]s\" går ud af udgavens mappe; læg filen i mappen images, og skriv %[2]q",
			"the path \"%[1]s\" leads out of the edition's folder; put the file into the folder images, and write %[2]q", path, "images/"+path[strings.LastIndexByte(path, '\\')+1:])
	}
	if strings.Contains(path, `\`) && !strings.Contains(path, ":") {
		return backslash(path)
	}
	return sayAbout("image-outside", "stien %s går ud af udgavens mappe; forventede en som images/navn.jpg, med / og uden ..",
		"the path %s leads out of the edition's folder; expected one such as images/name.jpg, with / and without ..", quoted(path))
}

func backslash(path string) diag.Message {
	return sayAbout("image-outside", "stien %s har \\; skriv / i stedet for \\, som i %s", "the path %s has \\; write / instead of \\, as in %s",
		`"`+path+`"`, quoted(strings.ReplaceAll(path, `\`, "/")))
}

func imageMissing(path, near string) diag.Message {
	return hint(sayAbout("image-missing", "billedet %s findes ikke; forventede en JPEG- eller PNG-fil i udgavens mappe", "there is no image %s; expected a JPEG or PNG file in the edition's folder", quoted(path)), near)
}

// imageFormat tells of a file that can't be printed as a picture. The format is
// the name of what it is, or what its decoder says, in several words, of a
// picture that is not whole; empty where there is nothing in it.
func imageFormat(path, format string) diag.Message {
	if format == "" {
		return sayAbout("image-format", "filen %s er tom; gem billedet igen som JPEG eller PNG", "the file %s is empty; save the image again as JPEG or PNG", quoted(path))
	}
	if strings.Contains(format, " ") {
		return sayAbout("image-format", "%s kan ikke læses som et billede, og filen er nok beskadiget; hent den igen, eller gem den igen i et billedprogram", "%s can't be read as a picture, and the file is likely damaged; fetch it again, or save it again in a picture editor", quoted(path))
	}
	return sayAbout("image-format", "%s er ikke et billede, der kan trykkes (%s); forventede JPEG eller PNG: gem det som det i et billedprogram", "%s is not an image that can be printed (%s); expected JPEG or PNG: save it as that in a picture editor", quoted(path), format)
}

func imageCutShort(path string) diag.Message {
	return sayAbout("image-format", "billedet %s er ikke helt: filen holder op midt i det; hent den igen, eller gem den igen i et billedprogram",
		"the image %s is not whole: the file ends in the midst of it; fetch it again, or save it again in a picture editor", quoted(path))
}

func imageFolder(path string) diag.Message {
	return sayAbout("image-format", "%s er en mappe; forventede en JPEG- eller PNG-fil", "%s is a folder; expected a JPEG or PNG file", quoted(path))
}

// inText is something Markdown has and a text block does not.
type inText uint8

const (
	mdHeading inText = iota
	mdIndent
	mdCode
	mdQuote
	mdRule
	mdHTML
	mdImage
	mdTable
	mdReference
	mdEntity
	mdDeepList
	mdItemParagraphs
	mdEmptyItem
	mdSingle
	mdEmptyLink
	mdLinkTitle
	mdOther
)

// notInText tells of Markdown that isn't supported, and what to use instead.
func notInText(w inText) diag.Message {
	switch w {
	case mdHeading:
		return say("text-heading", "overskrifter kan ikke stå i en tekst; brug blokken heading (eller section, der kommer i indholdsfortegnelsen)",
			"headings can't stand in a text; use the block heading (or section, which is in the contents)")
	case mdIndent:
		return say("text-indent", "linjen er rykket fire pladser ind, og Markdown læser den som kode; ryk den ud",
			"the line is indented by four, which Markdown reads as code; move it out")
	case mdCode:
		return say("text-code", "kode (`) kan ikke stå i en tekst; skriv ordet uden `, eller fremhæv det med *", "code (`) can't stand in a text; write the word without `, or emphasise it with *")
	case mdQuote:
		return say("text-quote", "citater (>) kan ikke stå i en tekst; brug blokken quote", "quotations (>) can't stand in a text; use the block quote")
	case mdRule:
		return say("text-rule", "streger kan ikke stå i en tekst; brug blokken section eller heading", "rules can't stand in a text; use the block section or heading")
	case mdHTML:
		return say("text-html", "HTML kan ikke stå i en tekst; brug Markdown, og skriv \\< for tegnet <", "HTML can't stand in a text; use Markdown, and write \\< for the character <")
	case mdImage:
		return say("text-image", "billeder kan ikke stå i en tekst; brug blokken image", "images can't stand in a text; use the block image")
	case mdTable:
		return say("text-table", "tabeller kan ikke stå i en tekst; brug blokken table", "tables can't stand in a text; use the block table")
	}
	return textMessage(w)
}

// textMessage tells of what is wrong with lists, links and the rest.
func textMessage(w inText) diag.Message {
	switch w {
	case mdReference:
		return say("text-reference", "henvisninger med [navn]: kan ikke stå i en tekst; skriv [tekst](https://…), hvor linket er",
			"references with [name]: can't stand in a text; write [text](https://…) where the link is")
	case mdEntity:
		return say("text-entity", "tegnet kan ikke trykkes; forventede et bogstav eller tegn", "the character can't be printed; expected a letter or a sign")
	case mdDeepList:
		return say("text-deep-list", "listen er i tredje niveau; forventede højst to", "the list is on the third level; expected two at most")
	case mdItemParagraphs:
		return say("text-list-item", "et listepunkt har kun ét afsnit og en underliste efter det; flyt resten ud af listen",
			"a list's entry has one paragraph and a list below it; move the rest out of the list")
	case mdEmptyItem:
		return say("text-empty-item", "listepunktet er tomt; forventede tekst", "the list's entry is empty; expected text")
	case mdSingle:
		return say("text-single-item", "linjen læses som en liste med ét punkt; er den tekst, så skriv \\ før stregen eller punktummet (1\\. plads), er den en liste, så sæt en tom linje før den",
			"the line reads as a list of one entry; if it is text, write \\ before the dash or the dot (1\\. place), if it is a list, put a blank line before it")
	case mdEmptyLink:
		return say("text-empty-link", "linket har ingen tekst; forventede [tekst](https://…)", "the link has no text; expected [text](https://…)")
	case mdLinkTitle:
		return say("text-link-title", "et link kan ikke have en titel efter adressen; skriv [tekst](https://…)", "a link can't have a title after its address; write [text](https://…)")
	}
	return say("text-other", "dette kan ikke stå i en tekst; forventede afsnit, lister, *kursiv*, **fed** og [links](https://…)",
		"this can't stand in a text; expected paragraphs, lists, *emphasis*, **strong** and [links](https://…)")
}

func dashWithoutSpace() diag.Message {
	return say("text-dash", "linjen begynder med en streg uden mellemrum og trykkes som tekst; skriv \"- \", hvis den er et listepunkt",
		"the line begins with a dash and no space, and is printed as text; write \"- \" if it is a list's entry")
}

func oneParagraph() diag.Message {
	return say("one-paragraph", "her begynder et afsnit mere; forventede kun ét, brug blokken text til flere", "another paragraph begins here; expected one only, use the block text for more")
}
