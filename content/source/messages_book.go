package source

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// thing is what an id can be of.
type thing uint8

const (
	person thing = iota
	group
	statement
	accountLine
	chapterOf
	unit
)

// names says a thing in Danish and English, and where its ids stand.
func (t thing) names() (da, en, file string) {
	switch t {
	case group:
		return "gruppe", "group", peopleFile
	case statement:
		return "opgørelse", "statement", AccountsFile
	case accountLine:
		return "regnskabslinje", "line of the accounts", AccountsFile
	case unit:
		return "enhed", "unit", unitsFile
	case chapterOf:
		return "kapitel", "chapter", ReportFile
	}
	return "person", "person", peopleFile
}

func unknownID(t thing, id, near string) diag.Message {
	da, en, file := t.names()
	return hint(say("unknown-"+strings.Fields(en)[0], fmt.Sprintf("ingen %s har id %s; forventede et fra %s", da, quoted(id), file),
		fmt.Sprintf("no %s has the id %s; expected one from %s", en, quoted(id), file)), near)
}

func duplicateID(t thing, id string, first diag.Pos) diag.Message {
	da, en, _ := t.names()
	return say("duplicate-id", fmt.Sprintf("id %s er også brugt i %v; forventede et id for hver %s", quoted(id), first, da),
		fmt.Sprintf("the id %s is used at %v too; expected one for each %s", quoted(id), first, en))
}

func listedTwice(t thing, id string) diag.Message {
	da, en, _ := t.names()
	return say("listed-twice", fmt.Sprintf("%s %s står to gange på listen; forventede én", da, quoted(id)),
		fmt.Sprintf("the %s %s is in the list twice; expected it once", en, quoted(id)))
}

// idAsText tells of an id where text is printed as it is written.
func idAsText(id, name string) diag.Message {
	return sayAbout("id-as-text", "her står et id (%s), men teksten trykkes, som den er skrevet; skriv %s", "here stands an id (%s), but the text is printed as it is written; write %s",
		quoted(id), quoted(name))
}

// Accounts.

func badAmount(err *accounts.ParseError) diag.Message {
	da, en := amountFault(err.Fault)
	if err.Text == "null" {
		return say("bad-amount", "null er i anførselstegn og er da et ord; skriv null uden, hvis beløbet ikke er oplyst",
			"null is in quotes, and a word then; write null without them if the amount is not stated")
	}
	if text := strings.TrimSpace(err.Text); text == "" || text == "-" || text == "–" {
		return sayAbout("bad-amount", "%s er ikke et beløb; skriv null, hvis det ikke er oplyst, \"0\", hvis det er nul, og \"?\", hvis det mangler endnu",
			"%s is not a valid amount; write null if it is not stated, \"0\" if it is nil, and \"?\" if it is still to come", quoted(err.Text))
	}
	return hint(say("bad-amount", fmt.Sprintf("%s er ikke et beløb: %s; forventede et som 251.671.892, -61.900 eller 4.507,66", quoted(err.Text), da),
		fmt.Sprintf("%s is not a valid amount: %s; expected one such as 251.671.892, -61.900 or 4.507,66", quoted(err.Text), en)), amountMeant(err.Text))
}

// amountMeant is an amount as it is wanted here that others write otherwise: in
// parentheses or with the minus behind, with blanks between the digits, or with its
// unit. Empty if it is none.
func amountMeant(said string) string {
	s := strings.TrimSpace(strings.ToLower(said))
	if s == "null" {
		return ""
	}
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "kr."), "kr"), ",-"))
	minus := strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasSuffix(s, "-") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−")
	s = strings.Trim(s, "()-− ")
	if whole, decimals, point := strings.Cut(s, "."); point && len(decimals) < 3 {
		s = whole + "," + decimals
	}
	s = strings.NewReplacer(" ", ".", "\u00a0", ".", "\u202f", ".", "'", ".").Replace(s)
	if minus {
		s = "-" + s
	}
	if _, err := accounts.Parse(s); err != nil || s == said {
		return ""
	}
	return s
}

// amountFault tells a fault in both languages.
func amountFault(f accounts.Fault) (da, en string) {
	en = f.String()
	switch f {
	case accounts.Empty:
		return "der er ingen cifre", en
	case accounts.BadGrouping:
		return "punktummer skal skille cifrene tre og tre", en
	case accounts.BadDecimals:
		return "der skal stå et eller to cifre efter kommaet", en
	case accounts.LeadingZero:
		return "det begynder med et overflødigt nul", en
	case accounts.TooLarge:
		return "det er for stort", en
	}
	return "det har andre tegn end cifre, punktum, komma og minus", en
}

func badUnit(name string) diag.Message {
	return sayAbout("bad-unit", "%s er ingen enhed for beløb; forventede en af %s", "%s is no unit of amounts; expected one of %s", quoted(name), listed(accounts.Units()))
}

func commaInAmounts() diag.Message {
	return say("comma-in-amounts", "kommaet skiller to beløb ad, også i 4.507,66; sæt beløb med decimaler i anførselstegn, eller skriv mellemrum efter kommaet",
		"the comma separates two amounts, in 4.507,66 too; quote amounts with decimals, or write a space after the comma")
}

func amountCount(got, want int) diag.Message {
	return sayAbout("amount-count", "antallet af beløb er %d; forventede %d, et for hvert år", "the number of amounts is %d; expected %d, one for each year", got, want)
}

func yearsOrder(year int) diag.Message {
	return sayAbout("years-order", "årene begynder ikke med udgavens år; forventede %d først, ellers ret year i report.yaml", "the years don't begin with the edition's year; expected %d first, else correct year in report.yaml", year)
}

func yearTwice(year int) diag.Message {
	return sayAbout("year-twice", "året %d står to gange; forventede hvert år én gang", "the year %d stands twice; expected each year once", year)
}

func noSum(id string) diag.Message {
	return sayAbout("no-sum", "%s er en hovedsum, men det står ikke af hvad; forventede sum: med linjernes id, så den kan regnes efter",
		"%s is a total, but not said of what; expected sum: with the lines' ids, so that it can be checked", quoted(id))
}

// The codes of what does not hold in accounts that can be read.
const (
	codeSum = "sum-mismatch"
	codeTie = "tie-mismatch"
)

// mismatch tells a sum or a tie that does not hold.
func mismatch(m accounts.Mismatch) diag.Message {
	name := quoted(m.Name)
	switch {
	case m.Kind == accounts.Cyclic:
		return sayAbout("sum-cycle", "%s indgår i sin egen sum gennem %s; forventede andre linjer", "%s goes into its own sum by way of %s; expected other lines", name, quoted(m.Other))
	case m.Kind == accounts.Overflow:
		return sayAbout("sum-too-large", "%s for %d kan ikke regnes ud: summen er for stor; forventede mindre beløb", "%s for %d can't be computed: the sum is too large; expected smaller amounts", name, m.Year)
	case m.Line == "":
		return tieMismatch(m)
	}
	offDa, offEn := difference(m)
	return say(codeSum,
		fmt.Sprintf("%s for %d er opgivet til %v, men %s giver %v; %s", name, m.Year, m.Unit.Write(m.Stated), terms(m.Terms), m.Unit.Write(m.Computed), offDa),
		fmt.Sprintf("%s for %d is stated as %v, but %s gives %v; %s", name, m.Year, m.Unit.Write(m.Stated), terms(m.Terms), m.Unit.Write(m.Computed), offEn))
}

// tieMismatch tells of two lines that should be equal.
func tieMismatch(m accounts.Mismatch) diag.Message {
	offDa, offEn := difference(m)
	return say(codeTie,
		fmt.Sprintf("%s holder ikke for %d: %v mod %v; %s", quoted(m.Name), m.Year, m.Unit.Write(m.Stated), m.Unit.Write(m.Computed), offDa),
		fmt.Sprintf("%s does not hold for %d: %v against %v; %s", quoted(m.Name), m.Year, m.Unit.Write(m.Stated), m.Unit.Write(m.Computed), offEn))
}

// difference tells how far the stated figure is from the computed one.
func difference(m accounts.Mismatch) (da, en string) {
	d, ok := m.Stated.Sub(m.Computed)
	if !ok {
		return "forskellen er for stor at skrive", "the difference is too large to write"
	}
	return "forskellen er " + m.Unit.Write(d), "the difference is " + m.Unit.Write(d)
}

// terms writes a sum as "a + b − c".
func terms(ts []accounts.Term) string {
	const most = 12
	var s strings.Builder
	for i, t := range ts {
		switch {
		case i == most:
			return s.String() + " + …"
		case t.Minus:
			s.WriteString(" − ")
		case i > 0:
			s.WriteString(" + ")
		}
		s.WriteString(t.Line)
	}
	return strings.TrimSpace(s.String())
}

// Charts.

func chartYear(year int, years []int) diag.Message {
	var known []string
	for _, y := range years {
		known = append(known, strconv.Itoa(y))
	}
	return sayAbout("chart-year", "regnskabet har ikke året %d; forventede et af %s", "the accounts don't have the year %d; expected one of %s", year, listed(known))
}

func chartSigns(negative, positive string) diag.Message {
	return sayAbout("mixed-signs", "%s er negativ og %s positiv; forventede dele med samme fortegn, ellers er de ikke dele af et hele",
		"%s is negative and %s positive; expected parts of one sign, else they are no parts of a whole", quoted(negative), quoted(positive))
}

func notStated(id string, year int) diag.Message {
	return sayAbout("not-stated", "%s har intet beløb for %d; forventede en linje med beløb", "%s has no amount for %d; expected a line with an amount", quoted(id), year)
}

func chartEmpty() diag.Message {
	return say("chart-empty", "alle dele er nul; forventede mindst én, der ikke er", "all parts are zero; expected at least one that is not")
}

func chartTooLarge() diag.Message {
	return say("chart-too-large", "summen af delene er for stor; forventede mindre beløb", "the sum of the parts is too large; expected smaller amounts")
}

func badHyphenation(word string) diag.Message {
	return diag.Message{
		Code:    "bad-hyphenation",
		Danish:  fmt.Sprintf("%q er ikke et ord med delesteder; forventede bogstaver med - hvor ordet må deles, som i kon-tingent", word),
		English: fmt.Sprintf("%q is not a word with its breaks; expected letters with - where the word may be broken, as in kon-tingent", word),
	}
}
