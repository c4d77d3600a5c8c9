package sheet

import "fmt"

// Problem is why a file or a number in it can't be read.
type Problem uint8

// The problems of files.
const (
	TooLarge    Problem = iota // more than Detail of Of
	OldWorkbook                // .xls, or protected by a password
	NotWorkbook                // a packed file that is no workbook
	Damaged                    // what the reader of workbooks says is Detail
	NoSheet                    // none of that name; there are Detail
	OpenQuote                  // a quotation in a text file is not closed, from row Detail on
	NotText                    // bytes no text has
	NoDigits                   // a number without digits
	BadRune                    // a character no number has: Detail
	BadGrouping                // digits that are not parted in threes
	Ambiguous                  // 1.234 may be either
	OtherFormat                // written with the other decimal sign
	WrongKind                  // the cell holds no number
)

// Fault is a problem with what it is about.
type Fault struct {
	Problem Problem
	Detail  string
	Kind    Kind    // of a WrongKind
	Of      measure // of a TooLarge
}

// measure is what there may be too much of.
type measure uint8

const (
	megabytes measure = iota
	rows
	columns
	cells
	characters
	mergers
)

// tooLarge is the fault of more than there may be.
func tooLarge(most int, of measure) *Fault {
	return &Fault{Problem: TooLarge, Detail: fmt.Sprint(most), Of: of}
}

// names says a measure in Danish and English.
func (m measure) names() (da, en string) {
	switch m {
	case rows:
		return "rækker", "rows"
	case columns:
		return "kolonner", "columns"
	case cells:
		return "celler", "cells"
	case characters:
		return "tegn i en celle", "characters in a cell"
	case mergers:
		return "flettede celler", "merged cells"
	}
	return "MB", "MB"
}

// Error says what is wrong, in English, for logs and tests.
func (f *Fault) Error() string { return fmt.Sprintf("sheet: problem %d (%s)", f.Problem, f.Detail) }

// Text tells what is wrong and what to do, in Danish and English.
func (f *Fault) Text() (da, en string) {
	switch f.Problem {
	case TooLarge:
		da, en := f.Of.names()
		return "mere end " + f.Detail + " " + da + "; slet det, der ikke bruges, og gem igen", "more than " + f.Detail + " " + en + "; delete what is not used and save it again"
	case OldWorkbook:
		return "et gammelt regneark (.xls) eller et med adgangskode; gem det som .xlsx uden", "an old workbook (.xls), or one with a password; save it as .xlsx without"
	case NotWorkbook:
		return "en pakket fil, der ikke er et regneark; gem som .xlsx eller .csv", "a packed file that is no workbook; save it as .xlsx or .csv"
	case Damaged:
		return "regnearket er beskadiget (" + f.Detail + "); åbn det, og gem det igen", "the workbook is damaged (" + f.Detail + "); open it and save it again"
	case NoSheet:
		return "der er intet ark af det navn; forventede et af " + f.Detail, "there is no sheet of that name; expected one of " + f.Detail
	case OpenQuote:
		return "anførselstegnet i række " + f.Detail + " lukkes ikke", "the quotation mark in row " + f.Detail + " is not closed"
	case NotText:
		return "hverken regneark eller tekst; gem som .xlsx eller .csv", "neither a workbook nor text; save it as .xlsx or .csv"
	}
	return f.numberText()
}

// numberText tells what is wrong with a number.
func (f *Fault) numberText() (da, en string) {
	switch f.Problem {
	case NoDigits:
		return "der er ingen cifre; forventede et beløb", "there are no digits; expected an amount"
	case BadRune:
		return "tegnet " + f.Detail + " hører ikke til i et beløb", "the character " + f.Detail + " does not belong in an amount"
	case BadGrouping:
		return "cifrene er ikke skilt tre og tre", "the digits are not parted in threes"
	case Ambiguous:
		return "kan være både tusinder og decimaler; skriv decimals: comma (1.234,50) eller decimals: point (1,234.50) i tilordningen",
			"may be thousands and may be decimals; write decimals: comma (1.234,50) or decimals: point (1,234.50) in the mapping"
	case OtherFormat:
		return "er skrevet med det andet decimaltegn end resten; ret cellen, eller skriv decimals: i tilordningen",
			"is written with the other decimal sign than the rest; mend the cell, or write decimals: in the mapping"
	}
	return f.kindText()
}

// kindText tells what stands in a cell that should hold a number.
func (f *Fault) kindText() (da, en string) {
	switch f.Kind {
	case Empty:
		return "cellen er tom; forventede et beløb, eller - for nul", "the cell is empty; expected an amount, or - for nil"
	case Date:
		return "cellen viser en dato; forventede et beløb", "the cell shows a date; expected an amount"
	case Percent:
		return "cellen viser procent; forventede et beløb", "the cell shows per cent; expected an amount"
	case Logical:
		return "cellen er sand eller falsk; forventede et beløb", "the cell is true or false; expected an amount"
	case Failed:
		return "formlen i cellen fejler; ret den i regnearket", "the cell's formula fails; mend it in the workbook"
	case Uncomputed:
		return "formlens værdi er ikke gemt; åbn regnearket, og gem det igen", "the formula's value was not kept; open the workbook and save it again"
	}
	return "forventede et beløb", "expected an amount"
}
