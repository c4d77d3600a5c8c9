package source

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// themeNames says a noun of theme.yaml in Danish and English; text, which every
// file has, is the last.
func (n noun) themeNames() (da, en string) {
	switch n {
	case aLength:
		return "en længde som 22 mm, 12 pt, 1,5 cm eller 1 in", "a length such as 22 mm, 12 pt, 1.5 cm or 1 in"
	case aScale:
		return "et tal som 1.2", "a number such as 1.2"
	case aColour:
		return "en farve i anførselstegn som \"#0B5563\"", "a colour in quotes such as \"#0B5563\""
	case aPaper:
		return "A4, A5, letter eller {width: …, height: …}", "A4, A5, letter or {width: …, height: …}"
	case aFamily:
		return "source-serif, source-sans eller {regular: fonts/navn.ttf, …}", "source-serif, source-sans or {regular: fonts/name.ttf, …}"
	case aFontFile:
		return "en skriftfil som fonts/navn.ttf", "a font file such as fonts/name.ttf"
	case aCover:
		return "tracks, hills, plain eller {image: images/navn.jpg}", "tracks, hills, plain or {image: images/name.jpg}"
	case aLogo:
		return "en SVG-, PNG- eller JPEG-fil som images/logo.svg", "an SVG, PNG or JPEG file such as images/logo.svg"
	}
	return "tekst", "text"
}

func badLength(s string, b format.Length) diag.Message {
	none, nul := "", ""
	if b.Zero {
		none, nul = ", or 0 for none", ", eller 0 for ingen"
	}
	m := sayAbout("bad-length", "%[1]s kan ikke stå her; forventede en længde fra %[2]s til %[3]s"+nul, "%[1]s can't stand here; expected a length from %[2]s to %[3]s"+none, quoted(s), b.Low, b.High)
	if _, number := thousandths(s); number {
		_, unit, _ := strings.Cut(b.Low, " ")
		m = hint(m, s+" "+unit)
	}
	return m
}

func unquotedColour(colour string) diag.Message {
	return sayAbout("bad-colour", "%[1]s uden anførselstegn læser YAML som en kommentar; skriv %[2]s", "without quotes YAML reads %[1]s as a comment; write %[2]s", colour, quoted(colour))
}

func badPaper(s string) diag.Message {
	return sayAbout("bad-word", "ukendt papir %s; forventede A4, A5, letter eller dets mål som {width: 105 mm, height: 148 mm}",
		"unknown paper %s; expected A4, A5, letter or its size such as {width: 105 mm, height: 148 mm}", quoted(s))
}

func badFamily(s string) diag.Message {
	file := "fonts/" + strings.ReplaceAll(s, " ", "") + "-Regular.ttf"
	if strings.Contains(s, ".") || strings.Contains(s, "/") {
		file = s
	}
	return sayAbout("bad-word", "ukendt skrift %s; forventede source-serif, source-sans eller filer i udgaven som {regular: %s}",
		"unknown family %s; expected source-serif, source-sans or files of the edition such as {regular: %s}", quoted(s), file)
}

// misnamedFile warns of a file that is not read because of its name.
func misnamedFile(wanted string) diag.Message {
	return sayAbout("misnamed-file", "filen læses ikke; omdøb den til %s", "the file is not read; rename it to %s", quoted(wanted))
}

func rowAsText(columns int) diag.Message {
	cells := make([]string, max(2, min(columns, 6)))
	for i := range cells {
		cells[i] = fmt.Sprintf("\"%d\"", 100*(i+1))
	}
	cells[0] = "Havneskolen"
	return sayAbout("wrong-type", "her står tekst; forventede en celle for hver kolonne som [%s]", "found text; expected a cell for each column such as [%s]", strings.Join(cells, ", "))
}

func badScale(s string) diag.Message {
	return sayAbout("bad-scale", "%s kan ikke være forholdet mellem skriftstørrelser; forventede et tal fra 1.05 til 1.35", "%s can't be the ratio of type sizes; expected a number from 1.05 to 1.35", quoted(s))
}

func badColour(s string) diag.Message {
	return sayAbout("bad-colour", "%s er ingen farve; forventede # og seks cifre 0–9, A–F i anførselstegn som \"#0B5563\"",
		"%s is no colour; expected # and six digits 0–9, A–F in quotes such as \"#0B5563\"", quoted(s))
}

func fewColours(n, least int) diag.Message {
	return sayAbout("few-colours", "antallet af farver er %d; forventede mindst %d, så dele ved siden af hinanden kan kendes fra hinanden",
		"the number of colours is %d; expected at least %d, so that parts beside each other can be told apart", n, least)
}

func notTrueType(name, format string) diag.Message {
	return sayAbout("font-format", "%s er ikke en skrift, der kan bruges (%s); forventede TrueType (.ttf)", "%s is no font that can be used (%s); expected TrueType (.ttf)", quoted(name), format)
}

func noSuchFile(name string, expected noun, near string) diag.Message {
	da, en := expected.names()
	return hint(say("no-such-file", fmt.Sprintf("filen %s findes ikke i udgavens mappe; forventede %s", quoted(name), da),
		fmt.Sprintf("there is no file %s in the edition's folder; expected %s", quoted(name), en)), near)
}

func notFile(name string, expected noun) diag.Message {
	da, en := expected.names()
	return say("no-such-file", fmt.Sprintf("%s er en mappe; forventede %s", quoted(name), da), fmt.Sprintf("%s is a folder; expected %s", quoted(name), en))
}

// absent says that a file of a kind is missing.
func absent(expected noun) func(name, near string) diag.Message {
	return func(name, near string) diag.Message { return noSuchFile(name, expected, near) }
}
