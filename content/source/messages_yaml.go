package source

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/kl-print/kl-print/content/diag"
)

// What yaml says of the flaws that it and a person see alike.
const (
	problemTab     = "found a tab"
	problemMapping = "mapping values are not allowed"
	problemQuote   = "found unexpected end of stream"
)

// notYAMLBut tells of text that is not YAML in words of our own.
func notYAMLBut(code, da, en string, args ...any) diag.Message {
	return sayAbout(code, "filen er ikke gyldig YAML: "+da, "the file is not valid YAML: "+en, args...)
}

func noBreakSpace() diag.Message {
	return say("no-break-space", "her står et hårdt mellemrum (U+00A0), som YAML ikke læser som mellemrum; skriv et almindeligt mellemrum",
		"there is a no-break space (U+00A0), which YAML does not read as a space; write an ordinary one")
}

func lacksColon(line int) diag.Message {
	return notYAMLBut("yaml-no-colon", "linje %[1]d mangler måske et kolon efter nøglen; skriv \"nøgle: værdi\"", "line %[1]d may lack a colon after the key; write \"key: value\"", line)
}

// spaceAfterDash tells in Danish and English of a list entry that is none.
func spaceAfterDash() (da, en string) {
	return "der mangler et mellemrum efter stregen; skriv \"- \"", "a space is missing after the dash; write \"- \""
}

// signForDash tells in Danish and English of a sign that begins no list entry.
func signForDash(sign string) (da, en string) {
	return fmt.Sprintf("%s begynder ikke et listepunkt; skriv en bindestreg og et mellemrum: \"- \"", quoted(sign)),
		fmt.Sprintf("%s begins no list entry; write a hyphen and a space: \"- \"", quoted(sign))
}

func notYAMLSign(sign string) diag.Message {
	da, en := signForDash(sign)
	return notYAMLBut("yaml-dash", da, en)
}

// notDash tells the same of a text that is YAML.
func notDash(code, sign string) diag.Message {
	da, en := signForDash(sign)
	return say(code, da, en)
}

func cantBegin(c byte) diag.Message {
	if c == '\t' {
		return notYAML(problemTab)
	}
	return notYAMLBut("yaml-begin", "en værdi kan ikke begynde med \"%c\"; sæt den i anførselstegn", "a value can't begin with \"%c\"; put it in quotes", c)
}

// inQuotes writes a text in quotes that it does not have itself.
func inQuotes(text string) string {
	if strings.Contains(text, `"`) && !strings.Contains(text, "'") {
		return "'" + text + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// adviceOf writes a text in quotes that is to be copied; of a long one only the quotes.
func adviceOf(text string) string {
	const most = 80
	if len(text) > most || strings.Contains(text, "\n") {
		return `"…"`
	}
	return inQuotes(text)
}

// colonMakesKey tells of a text that a colon has made a key and a value of.
func colonMakesKey(text string) diag.Message {
	return sayAbout("yaml-colon", "kolonet gør teksten til en nøgle og en værdi; sæt den i anførselstegn: %[1]s", "the colon makes a key and a value of the text; put it in quotes: %[1]s", adviceOf(text))
}

// colonInValue tells of a colon in the value of a key on the same line.
func colonInValue(key, value string) diag.Message {
	return notYAMLBut("yaml-colon", "teksten har et kolon, som YAML læser som en nøgles; sæt den i anførselstegn: %[1]s: %[2]s", "YAML reads the colon as a key's; quote text that has a colon: %[1]s: %[2]s", key, adviceOf(value))
}

// dashAmongKeys tells of a list entry where a key should be.
func dashAmongKeys() diag.Message {
	return notYAMLBut("yaml-dash", "stregen begynder et listepunkt, men her står nøgler; slet den, eller skriv nøglen, som listen hører under, på linjen over", "the dash begins a list entry, but keys stand here; delete it, or write the key the list belongs to on the line above")
}

// lacksBlocks tells of the same in a chapter, which has one list.
func lacksBlocks() diag.Message {
	return notYAMLBut("yaml-dash", "nøglen \"blocks\" mangler over listen; skriv \"blocks:\" på linjen over", "the key \"blocks\" is missing above the list; write \"blocks:\" on the line above")
}

func emptyEntry() diag.Message {
	return notYAMLBut("yaml-braces", "her står intet før kommaet; skriv \"\" i en tom celle, eller slet kommaet", "there is nothing before the comma; write \"\" in an empty cell, or delete the comma")
}

func tabAfterDash() diag.Message {
	return notYAMLBut("yaml-tab", "her står en tabulator efter stregen; skriv et mellemrum", "there is a tab after the dash; write a space")
}

// barBelongs tells of running text below a key, which has a colon in it.
func barBelongs(key string) diag.Message {
	return notYAMLBut("yaml-bar", "teksten under %[1]q har et kolon, som YAML læser som en nøgles; skriv \"%[1]s: |\", og lad teksten stå på linjerne under, rykket ind",
		"the text below %[1]q has a colon that YAML reads as a key's; write \"%[1]s: |\" and let the text stand on the lines below, indented", key)
}

// unevenKey tells of a key that is in the column of no other; wanted is that of
// the keys above it. Both count from 1.
func unevenKey(key string, column, wanted int) diag.Message {
	return notYAMLBut("yaml-indent", "nøglen %s begynder i kolonne %d, men dem over den i kolonne %d; ryk dem lige langt ind", "the key %s begins in column %d, but those above it in column %d; indent them alike", quoted(key), column, wanted)
}

func badInFlow(opener byte) diag.Message {
	entries := "nøglerne"
	keys := "keys"
	if opener == '[' {
		entries, keys = "punkterne", "entries"
	}
	return notYAMLBut("yaml-braces", "uventet tegn i %[1]c … %[2]c; sæt tekst med komma, kolon eller spørgsmålstegn i anførselstegn, eller skriv %[3]s på hver sin linje",
		"unexpected character in %[1]c … %[2]c; put text with comma, colon or question mark in quotes, or write the %[4]s on lines of their own", opener, closerOf(opener), entries, keys)
}

func noComma(opener byte) diag.Message {
	return notYAMLBut("yaml-braces", "der mangler et komma her i %c … %c", "a comma is missing here in %c … %c", opener, closerOf(opener))
}

func afterQuote(mark byte) diag.Message {
	other := byte('\'')
	if mark == '\'' {
		other = '"'
	}
	return notYAMLBut("yaml-quotes", "der er mere tekst efter det afsluttende anførselstegn; sæt hele værdien i %[1]c…%[1]c", "text goes on after the closing quote; put the whole value in %[1]c…%[1]c", other)
}

func afterClosing(closer byte) diag.Message {
	return notYAMLBut("yaml-braces", "der er mere tekst efter %[1]c; slet det, eller sæt hele værdien i anførselstegn", "text goes on after %[1]c; delete it, or put the whole value in quotes", closer)
}

func textAfterBar() diag.Message {
	return notYAMLBut("yaml-bar", "efter | eller > kan der ikke stå tekst; begynd den på næste linje, rykket ind", "no text can stand after | or >; begin it on the next line, indented")
}

// outdented tells of a line that has ended the text above it.
func outdented(line int) diag.Message {
	return notYAMLBut("yaml-indent", "linjen er rykket for lidt ind til at høre til teksten, der begynder i linje %[1]d, og har afsluttet den; ryk den lige så langt ind, eller skriv et kolon, hvis den er en nøgle",
		"the line is indented too little to belong to the text that begins on line %[1]d, and has ended it; indent it as far, or write a colon if it is a key", line)
}

func spaceAfterColon(key string) diag.Message {
	return notYAMLBut("yaml-colon", "der mangler et mellemrum efter kolonet; skriv \"%s: …\"", "a space is missing after the colon; write \"%s: …\"", key)
}

func hashInText(text string) diag.Message {
	return sayAbout("lost-comment", "teksten slutter før %s, som YAML læser som en kommentar; sæt hele teksten i anførselstegn", "the text ends before %s, which YAML reads as a comment; put the whole text in quotes", quoted(text))
}

func smartQuotes(c rune) diag.Message {
	return sayAbout("smart-quotes", "%q er for YAML et bogstav og sætter intet i anførselstegn; skriv lige anførselstegn (\")", "%q is a letter to YAML and quotes nothing; write straight quotes (\")", c)
}

// printedQuotes tells of quotes of a text that are printed.
func printedQuotes(c rune) diag.Message {
	return sayAbout("smart-quotes", "%q er for YAML et bogstav og bliver trykt; er det ikke meningen, så skriv lige anførselstegn (\"), og er det, så sæt lige uden om",
		"%q is a letter to YAML and is printed; if that is not meant write straight quotes (\"), and if it is put straight ones round it", c)
}

// notUTF8 tells of a byte that is not UTF-8, with the letter it is in Windows-1252,
// of which Latin-1 is a part.
func notUTF8(b byte) diag.Message {
	letter := charmap.Windows1252.DecodeByte(b)
	if !strings.ContainsRune("åæøÅÆØéÉäöüÄÖÜßáíóúýðþÁÍÓÚÝÐÞ", letter) { // those of the languages there are
		return say("not-utf8", "filen er ikke UTF-8 her; gem den som UTF-8", "the file is not UTF-8 here; save it as UTF-8")
	}
	return sayAbout("not-utf8", "filen er ikke UTF-8 her, men vist Latin-1 eller Windows-1252, hvor tegnet er %q; gem den som UTF-8",
		"the file is not UTF-8 here, but Latin-1 or Windows-1252 it seems, where the character is %q; save it as UTF-8", letter)
}

func utf16() diag.Message {
	return say("utf-16", "filen er gemt som UTF-16 (\"Unicode\"); gem den som UTF-8", "the file is saved as UTF-16 (“Unicode”); save it as UTF-8")
}
