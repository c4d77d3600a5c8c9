package locale

// Measure is what a figure in running text is counted in.
type Measure uint8

// The measures.
const (
	Bare Measure = iota // no unit is written
	Kroner
	Thousands // of kroner
	Millions  // of kroner
	Billions  // of kroner: mia., 10⁹
	Percent
	Points // percentage points
)

// Measured writes n divided by ten to the decimals, with its unit after it:
// "25,9 mio. kr.", "0,7 procentpoint". No line breaks within.
func (l Locale) Measured(n int64, decimals int, m Measure) string {
	text := l.fixed(n, decimals)
	thousand, billion, points := l.scales()
	switch m {
	case Kroner:
		return text + nbsp + l.kr
	case Thousands:
		return text + nbsp + thousand
	case Millions:
		return text + nbsp + l.millions + nbsp + l.kr
	case Billions:
		return text + nbsp + billion + nbsp + l.kr
	case Percent:
		return text + nbsp + l.percent
	case Points:
		return text + nbsp + points
	}
	return text
}

// RoundingNote says that rounded parts don't add up to their rounded sum.
func (l Locale) RoundingNote() string {
	switch l.tag {
	case "en-GB":
		return "Because of rounding, the parts may not add up to the total."
	case "nb-NO":
		return "Avrunding gjør at delene ikke alltid summerer seg til totalen."
	case "nn-NO":
		return "Avrunding gjer at delane ikkje alltid summerer seg til totalen."
	case "sv-SE":
		return "Avrundning gör att delarna inte alltid summerar till totalen."
	case "de-DE":
		return "Durch Rundung ergeben die Teile nicht immer die Summe."
	}
	return "Afrunding gør, at delene ikke altid summer til det samlede tal."
}

// scales are the words for thousands of kroner, milliards and percentage points.
func (l Locale) scales() (thousand, billion, points string) {
	switch l.tag {
	case "en-GB":
		return "thousand" + nbsp + l.kr, "billion", "percentage" + nbsp + "points"
	case "nb-NO":
		return "tusen" + nbsp + l.kr, "milliarder", "prosentpoeng"
	case "nn-NO":
		return "tusen" + nbsp + l.kr, "milliardar", "prosentpoeng"
	case "sv-SE":
		return "tusen" + nbsp + l.kr, "miljarder", "procentenheter"
	case "de-DE":
		return "Tsd." + nbsp + l.kr, "Mrd.", "Prozentpunkte"
	}
	return "t.kr.", "mia.", "procentpoint"
}
