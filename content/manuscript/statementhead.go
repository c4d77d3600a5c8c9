package manuscript

import (
	"strings"
	"unicode/utf8"
)

// What stands above a statement's table, in a paragraph of its own.
var (
	// statementName is what statements are called.
	statementName = lazily(`(?i)^(?:resultatopgørelse|resultat og disponering|balance|aktiver|passiver|pengestrømsopgørelse|egenkapitalopgørelse|driftsregnskab|årsregnskab|income statement|profit and loss(?: account)?|balance sheet|cash flow statement)\b`)
	// unitTold is a short text that says what the amounts are in.
	unitTold = lazily(`(?i)(?:^|[ (])i (?:hele )?(t\.?\s?kr\.?|1\.?000 kr\.?|tusinde kr\.?|tusind kroner|mio\.? kr\.?|millioner kr\.?|mia\.? kr\.?|kr\.?|kroner)(?:[\s).:]|$)`)
)

// statementName takes the name of the statement that follows off the paragraph above its
// table, with the time that it is for: "Balance pr. 31. december". What else the
// paragraph has, such as the unit, stays there.
func (b *builder) statementName() (name, when string) {
	const longest = 80
	k := len(b.ch.blocks) - 1
	if k < 0 || b.ch.blocks[k].kind != blockParagraph {
		return "", ""
	}
	above := &b.ch.blocks[k]
	first := above.text
	for i, r := range above.text {
		if r.stop {
			first = above.text[:i]
			break
		}
	}
	s := oneLine(plain(first))
	if whenLine.MatchString(s) && len(first) == len(above.text) && utf8.RuneCountInString(s) <= longest && !hasMarks(first) {
		b.ch.blocks = b.ch.blocks[:k]
		return "", s
	}
	m := statementName.FindString(s)
	if m == "" || utf8.RuneCountInString(s) > longest || strings.HasSuffix(s, ".") || hasMarks(first) {
		return "", ""
	}
	if when = strings.TrimSpace(s[len(m):]); when != "" && !whenLine.MatchString(when) {
		m, when = s, ""
	}
	rest := tidy(above.text[min(len(above.text), len(first)+1):])
	if above.text = rest; !visible(plain(rest)) {
		b.ch.blocks = b.ch.blocks[:k]
	}
	return m, when
}

// accountsLike reports lines that are a statement of account, not a table of prices or
// numbers that has two years too: one of them is a sum, or they are called so.
func (b *builder) accountsLike(title string, lines []accountLine) bool {
	for _, l := range lines {
		if l.rank == "subtotal" || l.rank == "total" {
			return true
		}
	}
	return accountsWord.MatchString(title) || accountsWord.MatchString(b.lastHeading())
}

// accountsWord is in what statements are called, or the chapter they stand in.
var accountsWord = lazily(`(?i)regnskab|resultat|balance|aktiver|passiver|indtægt|udgift|omkostning|økonomi|budget|egenkapital|note|accounts|statement|income|expenditure|assets|liabilities|financ`)

// unitAbove is the unit that is told in the last two paragraphs or headings above a
// table; empty where none is.
func (b *builder) unitAbove() string {
	const near, longest = 2, 120
	for k := len(b.ch.blocks) - 1; k >= max(0, len(b.ch.blocks)-near); k-- {
		above := b.ch.blocks[k]
		s := oneLine(plain(above.text) + " " + above.title)
		m := unitTold.FindStringSubmatch(s)
		if m == nil || utf8.RuneCountInString(s) > longest {
			continue
		}
		switch unit := strings.ToLower(m[1]); {
		case strings.HasPrefix(unit, "tusind"):
			return "t.kr."
		case strings.HasPrefix(unit, "million"):
			return "mio. kr."
		case unit == "kroner":
			return "kr."
		default:
			return unit
		}
	}
	return ""
}
