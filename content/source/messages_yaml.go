package source

import "github.com/kl-print/kl-print/content/diag"

// What yaml says of the flaws that it and a person see alike.
const (
	problemTab     = "found a tab"
	problemMapping = "mapping values are not allowed"
	problemQuote   = "found unexpected end of stream"
)

// notYAMLBut tells of text that is not YAML in words of our own.
func notYAMLBut(da, en string, args ...any) diag.Message {
	return sayAbout("yaml", "filen er ikke gyldig YAML: "+da, "the file is not valid YAML: "+en, args...)
}

func noBreakSpace() diag.Message {
	return say("no-break-space", "her står et hårdt mellemrum (U+00A0), som YAML ikke læser som mellemrum; skriv et almindeligt mellemrum",
		"there is a no-break space (U+00A0), which YAML does not read as a space; write an ordinary one")
}

func lacksColon(line int) diag.Message {
	return notYAMLBut("linje %[1]d mangler måske et kolon efter nøglen; skriv \"nøgle: værdi\"", "line %[1]d may lack a colon after the key; write \"key: value\"", line)
}

// spaceAfterDash tells in Danish and English of a list entry that is none.
func spaceAfterDash() (da, en string) {
	return "der mangler et mellemrum efter stregen; skriv \"- \"", "a space is missing after the dash; write \"- \""
}

func cantBegin(c byte) diag.Message {
	if c == '\t' {
		return notYAML(problemTab)
	}
	return notYAMLBut("en værdi kan ikke begynde med \"%c\"; sæt den i anførselstegn", "a value can't begin with \"%c\"; put it in quotes", c)
}

func badInFlow(opener byte) diag.Message {
	entries := "nøglerne"
	keys := "keys"
	if opener == '[' {
		entries, keys = "punkterne", "entries"
	}
	return notYAMLBut("uventet tegn i %[1]c … %[2]c; sæt tekst med komma, kolon eller spørgsmålstegn i anførselstegn, eller skriv %[3]s på hver sin linje",
		"unexpected character in %[1]c … %[2]c; put text with comma, colon or question mark in quotes, or write the %[4]s on lines of their own", opener, closerOf(opener), entries, keys)
}

func noComma(opener byte) diag.Message {
	return notYAMLBut("der mangler et komma her i %c … %c", "a comma is missing here in %c … %c", opener, closerOf(opener))
}

func afterQuote(mark byte) diag.Message {
	other := byte('\'')
	if mark == '\'' {
		other = '"'
	}
	return notYAMLBut("der er mere tekst efter det afsluttende anførselstegn; sæt hele værdien i %[1]c…%[1]c", "text goes on after the closing quote; put the whole value in %[1]c…%[1]c", other)
}

func afterClosing(closer byte) diag.Message {
	return notYAMLBut("der er mere tekst efter %[1]c; slet det, eller sæt hele værdien i anførselstegn", "text goes on after %[1]c; delete it, or put the whole value in quotes", closer)
}

func textAfterBar() diag.Message {
	return notYAMLBut("efter | eller > kan der ikke stå tekst; begynd den på næste linje, rykket ind", "no text can stand after | or >; begin it on the next line, indented")
}
