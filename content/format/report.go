package format

import "github.com/kl-print/kl-print/content/locale"

// describeReport makes the shape of report.yaml.
func (f *Format) describeReport() {
	f.Report = &Shape{
		Name: "report.yaml",
		Doc:  Doc{"Udgavens forside: titel, år, udgiver og kapitlernes rækkefølge.", "The edition's front: title, year, publisher and the order of the chapters."},
		Keys: []Key{
			needed("title", Text{}, "Beretningens titel; står på forsiden.", "The report's title; stands on the cover."),
			optional("subtitle", Text{}, "En undertitel på forsiden.", "A subtitle on the cover."),
			optional("edition", Text{}, "Hvad udgaven kaldes, som Printvenlig udgave.", "What this form of the report is called, such as Printvenlig udgave."),
			needed("year", year(), "Året, beretningen er for.", "The year the report is of."),
			stale(),
			needed("publisher", Text{}, "Hvem der udgiver den.", "Who publishes it."),
			needed("language", Word(locale.Known()), "Sproget, den er skrevet på: da, en, nb, nn, sv, de, fo eller kl.", "The language it is written in: da, en, nb, nn, sv, de, fo or kl."),
			needed("date", Date{}, "Udgavens dato som år-måned-dag. Den skal stå her, medmindre SOURCE_DATE_EPOCH er sat.",
				"The edition's date as year-month-day. It has to stand here unless SOURCE_DATE_EPOCH is set."),
			optional("subject", Text{}, "Én linje til kataloger og søgning.", "One line for catalogues and searches."),
			optional("keywords", List{Of: Text{}}, "Emneord til kataloger og søgning.", "Words for catalogues and searches."),
			optional("rounding", Word{"alone", "note", "adjust"},
				"Hvad der sker, hvor afrundede dele ikke giver deres afrundede sum. alone (hvis intet siges): intet. note: det står under tallene. adjust: delene rettes, så de gør.",
				"What is done where rounded parts don't add up to their rounded sum. alone (if not said): nothing. note: it is said below the figures. adjust: the parts are adjusted so that they do."),
			optional("figures", Word{"free", "bound"},
				"Hvordan teksten skriver tal. free (hvis intet siges): som tal eller henvisning; kl-print check noterer dem, der er tal. bound: hvert tal er en henvisning {{ … }} eller en undtagelse {{ = tal | grund }}; alt andet er en fejl.",
				"How the text writes figures. free (if not said): as numbers or references; kl-print check notes those that are numbers. bound: each figure is a reference {{ … }} or a waiver {{ = number | reason }}; all else is an error."),
			optional("hyphenation", List{Of: Hyphened{}}, "Ord med bindestreg, hvor de må deles, som kon-tingent; et ord uden deles ikke.",
				"Words with a hyphen where they may be broken, such as kon-tingent; a word without is not broken."),
			optional("words", List{Of: Text{}}, "Ord, som er rigtige, selv om ingen ordbog har dem.", "Words that are right though no dictionary has them."),
			needed("chapters", List{Of: ID{ChapterID}}, "Kapitlerne i rækkefølge: filernes navne i chapters uden .yaml.", "The chapters in order: the names of the files in chapters without .yaml."),
		},
	}
}

// describeWaivers makes the shapes of waivers.yaml.
func (f *Format) describeWaivers() {
	f.Waiver = &Shape{
		Name: "waivers",
		Doc:  Doc{"Et fund af kl-print check, som skal blive stående, og hvorfor.", "A finding of kl-print check that is to stand, and why."},
		Keys: []Key{
			needed("code", Text{}, "Reglens kode, som year.", "The rule's code, such as year."),
			optional("file", Text{}, "Filen, fundet er i; alle, hvis intet siges.", "The file of the finding; any, if not said."),
			optional("text", Text{}, "Ord af det sted, fundet er ved; alle, hvis intet siges.", "Words of the place of the finding; any, if not said."),
			needed("reason", Text{}, "Hvorfor det er rigtigt.", "Why it is right."),
			optional("source", Text{}, "Hvad der bekræfter det.", "What bears it out."),
		},
	}
	f.Waivers = &Shape{
		Name: "waivers.yaml",
		Doc:  Doc{"Fund af kl-print check, som skal blive stående. Filen kan udelades.", "Findings of kl-print check that are to stand. The file may be left out."},
		Keys: []Key{needed("waivers", List{Of: Mapping{f.Waiver}}, "Fundene, hvert med sin begrundelse.", "The findings, each with its reason.")},
	}
}

// describeFigures makes the shapes of figures.yaml.
func (f *Format) describeFigures() {
	f.Fact = &Shape{
		Name: "figure",
		Doc:  Doc{"Et tal, som teksten henviser til, og hvor det er fra.", "A figure that the text refers to, and where it is from."},
		Keys: []Key{
			needed("value", Quantity{}, "Tallet. Med komma skal det i anførselstegn: \"3,7\". En dato skrives som 2025-02-27.", "The figure. One with a comma is quoted: \"3,7\". A date is written as 2025-02-27."),
			needed("unit", Word(FactUnits()), "Hvad tallet er i: antal, kr, tkr, mio, mia, pct, pctpoint, dato eller år.", "What the figure is in: antal, kr, tkr, mio, mia, pct, pctpoint, dato or år."),
			needed("year", year(), "Året, tallet er for.", "The year the figure is of."),
			needed("source", Text{}, "Hvem der siger det.", "Who says so."),
			optional("equals", Text{}, "Hvad tallet skal være, som et regnestykke af andre: sats_2025 + sats_2025 * fremskrivning. Det regnes efter ved tallets egne decimaler.",
				"What the figure must come to, as an expression of others: rate_2025 + rate_2025 * indexation. It is recomputed at the figure's own decimals."),
			stale(),
		},
	}
	f.Figures = &Shape{
		Name: "figures.yaml",
		Doc:  Doc{"Tal, som teksten henviser til, og som regnskabet ikke har. Filen kan udelades.", "Figures that the text refers to and the accounts do not have. The file may be left out."},
		Keys: []Key{needed("figures", Map{Of: f.Fact, Words: true}, "Tallene, hvert under det navn, som {{ … }} bruger.", "The figures, each under the name that {{ … }} uses.")},
	}
}

// FactUnits are the units a figure may be given in.
func FactUnits() []string {
	return []string{"antal", "kr", "tkr", "mio", "mia", "pct", "pctpoint", "dato", "år"}
}
