package locale

// The Nordic neighbours, German, and the languages of the realm. Where a word
// is not the language's own here, it is Danish: an edition in Faroese or
// Greenlandic is read by people who know it.

func bokmal() Locale {
	return Locale{
		short: bokmalShort(),
		tag:   "nb-NO", decimal: ",", grouping: nbsp, kr: "kr", millions: "mill.", percent: "prosent", and: "og",
		months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
		dayDot: ".", dayArticle: "",
		Words: Words{
			Contents: "Innhold", Page: "Side", Video: "Video", Audio: "Lyd", Web: "På nettet",
			Portrait: "Portrett av %s", NoPortrait: "Uten foto. Initialene %s",
			Chart: "Ringdiagram. %s", Bars: "Søylediagram. %s", Organisation: "Organisasjonskart. %s", OfWhich: "fordelt på", Line: "Post",
			Below: "%s. Under: %s.", Link: "Gå til %s", Published: "Utgitt av %s, %s", Note: "Note", Footnote: "Fotnote %d", Copy: "Eksemplar %s", Back: "Tilbake til teksten", Continued: "%s (fortsatt)",
			Draft: "UTKAST", Findings: "%d funn",
		},
	}
}

func nynorsk() Locale {
	l := bokmal()
	l.tag, l.short = "nn-NO", nynorskShort()
	l.Words.Contents = "Innhald"
	l.Words.Portrait, l.Words.NoPortrait = "Portrett av %s", "Utan foto. Initialane %s"
	l.Words.Published, l.Words.Continued = "Gjeve ut av %s, %s", "%s (framhald)"
	return l
}

func swedish() Locale {
	return Locale{
		short: swedishShort(),
		tag:   "sv-SE", decimal: ",", grouping: nbsp, kr: "kr", millions: "miljoner", percent: "procent", and: "och",
		months:     [12]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
		dayArticle: "den ",
		Words: Words{
			Contents: "Innehåll", Page: "Sida", Video: "Video", Audio: "Ljud", Web: "På webben",
			Portrait: "Porträtt av %s", NoPortrait: "Foto saknas. Initialerna %s",
			Chart: "Ringdiagram. %s", Bars: "Stapeldiagram. %s", Organisation: "Organisationsschema. %s", OfWhich: "fördelat på", Line: "Post",
			Below: "%s. Därunder: %s.", Link: "Gå till %s", Published: "Utgiven av %s, %s", Note: "Not", Footnote: "Fotnot %d", Copy: "Exemplar %s", Back: "Tillbaka till texten", Continued: "%s (fortsättning)",
			Draft: "UTKAST", Findings: "%d anmärkningar",
		},
	}
}

func german() Locale {
	return Locale{
		short: germanShort(),
		tag:   "de-DE", decimal: ",", grouping: ".", kr: "DKK", millions: "Mio.", percent: "Prozent", and: "und",
		months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		dayDot: ".", dayArticle: "den ",
		Words: Words{
			Contents: "Inhalt", Page: "Seite", Video: "Video", Audio: "Ton", Web: "Im Netz",
			Portrait: "Porträt von %s", NoPortrait: "Kein Foto. Die Initialen %s",
			Chart: "Ringdiagramm. %s", Bars: "Balkendiagramm. %s", Organisation: "Organigramm. %s", OfWhich: "davon", Line: "Posten",
			Below: "%s. Darunter: %s.", Link: "Zu %s", Published: "Herausgegeben von %s, %s", Note: "Anm.", Footnote: "Fußnote %d", Copy: "Exemplar %s", Back: "Zurück zum Text", Continued: "%s (Fortsetzung)",
			Draft: "ENTWURF", Findings: "%d Befunde",
		},
	}
}

func faroese() Locale {
	l := danish()
	l.tag, l.and, l.short = "fo-FO", "og", faroeseShort()
	l.months = [12]string{"januar", "februar", "mars", "apríl", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"}
	l.dayArticle = ""
	l.Words.Contents, l.Words.Page = "Innihald", "Síða"
	return l
}

func greenlandic() Locale {
	l := danish()
	l.tag, l.and, l.short = "kl-GL", "aamma", greenlandicShort()
	l.months = [12]string{"januaari", "februaari", "marsi", "apriili", "maaji", "juuni", "juuli", "aggusti", "septembari", "oktobari", "novembari", "decembari"}
	l.dayArticle = ""
	l.Words.Contents, l.Words.Page = "Imarisai", "Qupperneq"
	return l
}
