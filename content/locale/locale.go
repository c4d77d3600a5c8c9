// Package locale holds what a language decides: how numbers, money, dates and
// lists are written, the fixed words of a book, and which spaces may not break.
package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/kl-print/kl-print/content/accounts"
)

// The spaces that do not break a line.
const (
	nbsp  = "\u00a0"
	minus = "\u2212"
)

// Locale is one language's ways. It is a value and is not changed.
type Locale struct {
	tag               string
	decimal, grouping string
	kr                string
	millions          string
	percent           string
	and               string
	months            [12]string
	dayDot            string            // after the day of a date
	dayArticle        string            // before a date in a sentence
	short             map[string]string // abbreviations, and what they are read as
	Words             Words
}

// Words are the fixed words of a book.
type Words struct {
	Contents     string // heading of the table of contents
	Page         string
	Video, Audio string
	Web          string
	Portrait     string // of a photograph: "Portræt af %s"
	NoPortrait   string // of a drawn placeholder
	Chart, Bars  string // a ring, or bars: "Ringdiagram. %s"
	Organisation string // "Organisationsdiagram: %s"
	OfWhich      string // joins a total and its parts
	Line         string // head of a statement's first column
	Below        string // an organisation chart in words: "%s: under den %s"
	Link         string // "Gå til %s"
	Published    string // "Udgivet af %s, %s": by whom, when
	Note         string // head of a statement's notes column
	Footnote     string // "Fodnote %d"
	Copy         string // of a personal copy: "Eksemplar %s"
	Back         string // from a footnote to its place: "Tilbage til teksten"
	Continued    string // of a group that goes on: "%s (fortsat)"
	Draft        string // across the pages of a draft: "KLADDE"
	Findings     string // heads the list of a draft's findings: "%d fund"
}

// For returns the locale of a BCP 47 tag, and whether it is one that is known;
// Danish where it is not.
func For(tag string) (Locale, bool) {
	base, _, _ := strings.Cut(tag, "-")
	for i, l := range all() {
		if Known()[i] == base {
			return l, true
		}
	}
	return danish(), false
}

// Known lists the languages there are locales for.
func Known() []string { return []string{"da", "en", "nb", "nn", "sv", "de", "fo", "kl"} }

// all are the locales in the order of Known.
func all() []Locale {
	return []Locale{danish(), english(), bokmal(), nynorsk(), swedish(), german(), faroese(), greenlandic()}
}

// Tag returns the full BCP 47 tag, such as "da-DK".
func (l Locale) Tag() string { return l.tag }

// Amount writes an amount in whole kroner, or with øre where it has any:
// "25.878.559", "4.507,66".
func (l Locale) Amount(a accounts.Amount) string {
	if a%accounts.Kr == 0 {
		return l.fixed(int64(a/accounts.Kr), 0)
	}
	return l.AmountWithOre(a)
}

// AmountWithOre writes an amount with its øre, also where they are none:
// "61.900,00".
func (l Locale) AmountWithOre(a accounts.Amount) string { return l.fixed(int64(a), 2) }

// Millions writes an amount in millions with one decimal: "25,9 mio. kr.".
func (l Locale) Millions(a accounts.Amount) string {
	const tenth = 100_000 * int64(accounts.Kr)
	return l.fixed(divRound(int64(a), tenth), 1) + nbsp + l.millions + nbsp + l.kr
}

// Brief writes an amount as a reader takes it in: in millions from a million
// up, else in kroner.
func (l Locale) Brief(a accounts.Amount) string {
	if a >= 1_000_000*accounts.Kr || a <= -1_000_000*accounts.Kr {
		return l.Millions(a)
	}
	return l.Amount(a) + nbsp + l.kr
}

// Share writes part of whole in per cent with one decimal, or with two where
// one would say zero: "50,7 pct.", "0,01 pct.".
func (l Locale) Share(part, whole accounts.Amount) string {
	if whole == 0 {
		return ""
	}
	if whole < 0 {
		part, whole = -part, -whole
	}
	tenths := divRound(int64(part)*1000, int64(whole))
	if tenths == 0 && part != 0 {
		return l.fixed(divRound(int64(part)*10000, int64(whole)), 2) + nbsp + l.percent
	}
	return l.fixed(tenths, 1) + nbsp + l.percent
}

// divRound divides a by b, b > 0, to the nearest integer, halves away from zero.
func divRound(a, b int64) int64 {
	q, r := a/b, a%b
	switch {
	case r > 0 && r >= b-r:
		return q + 1
	case r < 0 && -r >= b+r:
		return q - 1
	}
	return q
}

// fixed writes n divided by ten to the decimals.
func (l Locale) fixed(n int64, decimals int) string {
	sign, v := "", uint64(n)
	if n < 0 {
		sign, v = minus, -v
	}
	digits := strconv.FormatUint(v, 10)
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	whole, frac := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.grouping)
		}
		b.WriteRune(d)
	}
	if decimals > 0 {
		b.WriteString(l.decimal + frac)
	}
	return b.String()
}

// Date writes an ISO 8601 date in words, or the text as it is where it is none:
// "27. februar 2025". The day does not part from its month.
func (l Locale) Date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return fmt.Sprintf("%d%s%s%s %d", t.Day(), l.dayDot, nbsp, l.months[t.Month()-1], t.Year())
}

// PlaceAndDate writes where and when something was signed: "København, den
// 27. februar 2025".
func (l Locale) PlaceAndDate(place, iso string) string {
	return place + ", " + l.dayArticle + l.Date(iso)
}

// Join writes a list as in running text: "a, b og c".
func (l Locale) Join(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + l.and + " " + items[last]
}

func danish() Locale {
	return Locale{
		short: danishShort(),
		tag:   "da-DK", decimal: ",", grouping: ".", kr: "kr.", millions: "mio.", percent: "pct.", and: "og",
		months: [12]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"},
		dayDot: ".", dayArticle: "den ",
		Words: Words{
			Contents: "Indholdsfortegnelse", Page: "Side", Video: "Video", Audio: "Lyd", Web: "På nettet",
			Portrait: "Portræt af %s", NoPortrait: "Intet foto. Initialerne %s",
			Chart: "Ringdiagram. %s", Bars: "Søjlediagram. %s", Organisation: "Organisationsdiagram. %s", OfWhich: "fordelt på", Line: "Post",
			Below: "%s. Herunder: %s.", Link: "Gå til %s", Published: "Udgivet af %s, %s", Note: "Note", Footnote: "Fodnote %d", Copy: "Eksemplar %s", Back: "Tilbage til teksten", Continued: "%s (fortsat)",
			Draft: "KLADDE", Findings: "%d fund",
		},
	}
}

func english() Locale {
	return Locale{
		short: englishShort(),
		tag:   "en-GB", decimal: ".", grouping: ",", kr: "DKK", millions: "million", percent: "per cent", and: "and",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Words: Words{
			Contents: "Contents", Page: "Page", Video: "Video", Audio: "Audio", Web: "On the web",
			Portrait: "Portrait of %s", NoPortrait: "No photograph. The initials %s",
			Chart: "Ring chart. %s", Bars: "Bar chart. %s", Organisation: "Organisation chart. %s", OfWhich: "made up of", Line: "Item",
			Below: "%s. Below it: %s.", Link: "Go to %s", Published: "Published by %s, %s", Note: "Note", Footnote: "Footnote %d", Copy: "Copy %s", Back: "Back to the text", Continued: "%s (continued)",
			Draft: "DRAFT", Findings: "%d findings",
		},
	}
}
