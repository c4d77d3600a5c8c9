package source

import "github.com/kl-print/kl-print/content/diag"

func foreignEmpty() diag.Message {
	return say("lang-empty", "her er ingen ord på et andet sprog; forventede [ord]{lang=en}", "there are no words in another language here; expected [words]{lang=en}")
}

func foreignAttribute(text string) diag.Message {
	return sayAbout("lang-attribute", "%s er ikke et sprog; forventede {lang=en} lige efter ], eller \\{ hvis det er tekst",
		"%s is no language; expected {lang=en} right after ], or \\{ if it is text", quoted("{"+text+"}"))
}

func foreignLanguage(tag, near string) diag.Message {
	return hint(sayAbout("lang-unknown", "sproget %s kendes ikke; forventede et mærke som en, de, fr eller en-GB (BCP 47)",
		"the language %s is not known; expected a tag such as en, de, fr or en-GB (BCP 47)", quoted(tag)), near)
}

func foreignHere() diag.Message {
	return say("lang-place", "et andet sprog kan ikke mærkes her; det kan det i text, lead, list, note, box, letter, quote, table og i billedtekster",
		"another language can't be marked here; it can in text, lead, list, note, box, letter, quote, table and captions")
}
