package source

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
)

// faultOf tells what is wrong with a reference.
func (r *reader) faultOf(f *figures.Fault) diag.Message {
	leftDa, leftEn := unitNames(f.Left)
	rightDa, rightEn := unitNames(f.Right)
	word := quoted(f.Word)
	switch f.Problem {
	case figures.TooLong:
		return sayAbout("figure-long", "henvisningen er på mere end %d tegn; del den i flere", "the reference has more than %d characters; split it into several", figures.Longest)
	case figures.UnknownName:
		if parts := strings.Split(f.Word, "-"); len(parts) > 1 && r.ed.figures.knowsAll(parts) {
			return sayAbout("figure-unknown", "intet tal hedder %s; et minus skrives med mellemrum på begge sider: %s", "no figure is called %s; a minus is written with a space on both sides: %s", word, strings.Join(parts, " - "))
		}
		if near := r.nearest(f.Word, r.ed.figures.names); near == "" && r.ed.figures.noFacts {
			return sayAbout("figure-unknown", "intet tal hedder %[1]s; forventede et linje-id fra accounts.yaml, eller et navn fra figures.yaml, som udgaven ikke har: lav filen, med en linje som %[2]s: {value: \"3,7\", unit: pct, year: 2024, source: …} under figures",
				"no figure is called %[1]s; expected a line's id from accounts.yaml, or a name from figures.yaml, which the edition does not have: make the file, with a line such as %[2]s: {value: \"3,7\", unit: pct, year: 2024, source: …} below figures", word, f.Word)
		}
		return hint(sayAbout("figure-unknown", "intet tal hedder %s; forventede et linje-id fra accounts.yaml eller et navn fra figures.yaml",
			"no figure is called %s; expected a line's id from accounts.yaml or a name from figures.yaml", word), r.nearest(f.Word, r.ed.figures.names))
	case figures.UnknownGroup:
		return hint(sayAbout("figure-group", "ingen gruppe hedder %s; forventede et id under groups i people.yaml", "no group is called %s; expected an id under groups in people.yaml", word), r.nearest(f.Word, r.ed.groups.ids))
	case figures.UnknownYear:
		if r.ed.figures.isFact(f.Word) {
			return sayAbout("figure-year", "%[1]s står i figures.yaml og har kun sit eget år; læg et andet års tal ind under et navn for sig, som %[2]s", "%[1]s is of figures.yaml and has its own year only; enter another year's figure under a name of its own, such as %[2]s", word, f.Word+"_"+fmt.Sprint(r.ed.figures.year-1))
		}
		return sayAbout("figure-year", "%s har intet tal for det år; accounts.yaml har %s", "%s has no figure for that year; accounts.yaml has %s", word, years(r.ed.years))
	case figures.Blank:
		return sayAbout("figure-blank", "%s er ikke opgjort for det år (null)", "%s is not stated for that year (null)", word)
	case figures.UnknownFormat:
		return hint(sayAbout("figure-format", "ukendt format %s; forventede et af %s", "unknown format %s; expected one of %s", word, listed(figures.Formats())), r.nearest(f.Word, figures.Formats()))
	case figures.BadDecimals:
		return sayAbout("figure-decimals", "formatet %s har et antal decimaler, det ikke kan have; forventede fx mio:2, højst 6, og ingen for dato og år",
			"the format %s has a number of decimals it can't have; expected such as mio:2, at most 6, and none for dato and år", word)
	case figures.UnitsDiffer:
		return say("figure-units", fmt.Sprintf("%s og %s kan ikke lægges sammen, trækkes fra eller sammenlignes", leftDa, rightDa),
			fmt.Sprintf("%s and %s can't be added, subtracted or compared", leftEn, rightEn))
	case figures.UnitsMeet:
		return say("figure-units", fmt.Sprintf("%s og %s kan ikke ganges eller divideres; brug andel(a, b) om en andel", leftDa, rightDa),
			fmt.Sprintf("%s and %s can't be multiplied or divided; use andel(a, b) for a share", leftEn, rightEn))
	case figures.FormatUnit:
		return say("figure-units", fmt.Sprintf("%s kan ikke skrives som %s; forventede et format, der passer til enheden", leftDa, word),
			fmt.Sprintf("%s can't be written as %s; expected a format that fits the unit", leftEn, word))
	case figures.UnknownCall:
		return hint(sayAbout("figure-function", "ukendt funktion %s; forventede en af %s", "unknown function %s; expected one of %s", word, listed(figures.Functions())),
			r.nearest(f.Word, figures.Functions()))
	case figures.Arguments:
		return sayAbout("figure-function", "%s har ikke det rette antal led; forventede abs(a), andel(del, hele), vækst(nu, før), sum(a, b, …) eller antal(gruppe)",
			"%s has not the right number of terms; expected abs(a), andel(part, whole), vækst(now, before), sum(a, b, …) or antal(group)", word)
	case figures.Zero:
		return say("figure-zero", "her divideres med nul", "this divides by zero")
	case figures.SignTurned:
		return say("figure-growth", "tallet går fra plus til minus eller omvendt, og væksten er da ingen procent; skriv forskellen, som {{ a - a.forrige | mio }}",
			"the figure goes from positive to negative or the other way, and its growth is then no per cent; write the difference, such as {{ a - a.forrige | mio }}")
	case figures.TooLarge:
		return say("figure-large", "tallet er for stort til at skrive", "the figure is too large to write")
	}
	return say("figure-syntax", "henvisningen kan ikke læses; forventede fx {{ aarets_resultat | mio }} eller {{ egenkapital - egenkapital@2023 | mio }}; decimaler har punktum her",
		"the reference can't be read; expected such as {{ aarets_resultat | mio }} or {{ egenkapital - egenkapital@2023 | mio }}; decimals have a point here")
}

// years lists the years of the accounts.
func years(list []int) string {
	words := make([]string, len(list))
	for i, y := range list {
		words[i] = fmt.Sprint(y)
	}
	return listed(words)
}

// unitNames says a unit in Danish and English.
func unitNames(u figures.Unit) (da, en string) {
	switch u {
	case figures.Kroner:
		return "kroner", "kroner"
	case figures.Percent:
		return "procent", "per cent"
	case figures.Point:
		return "procentpoint", "percentage points"
	case figures.Year:
		return "et årstal", "a year"
	case figures.Calendar:
		return "en dato", "a date"
	}
	return "et antal", "a count"
}

func badFigure(s, unit string) diag.Message {
	if unit == "dato" {
		return sayAbout("bad-figure", "%s er ikke en dato; forventede år-måned-dag som 2025-02-27", "%s is not a date; expected year-month-day such as 2025-02-27", quoted(s))
	}
	return hint(sayAbout("bad-figure", "%s er ikke et tal i %s; forventede et som \"3,7\", \"1.250\" eller −0,5, med komma før højst seks decimaler",
		"%s is not a number in %s; expected one such as \"3,7\", \"1.250\" or −0,5, with a comma before at most six decimals", quoted(s), unit), numberMeant(s))
}

// numberMeant is a number that has its unit or a word beside it, or a point for a
// comma, as it is wanted here; empty if it is none.
func numberMeant(s string) string {
	for _, word := range strings.Fields(s) {
		word = strings.TrimRight(word, "%")
		if whole, decimals, point := strings.Cut(word, "."); point && len(decimals) < 3 {
			word = whole + "," + decimals
		}
		if _, ok := danishNumber(word); ok && word != s {
			return word
		}
	}
	return ""
}

func badFigureName(s string) diag.Message {
	return sayAbout("bad-id", "%s kan ikke være navn på et tal; forventede bogstaver, tal og _, begyndende med et bogstav",
		"%s can't be the name of a figure; expected letters, digits and _, beginning with a letter", quoted(s))
}

func figureTwice(s string) diag.Message {
	return sayAbout("figure-twice", "%s er allerede navn på et tal (æ, ø, å regnes som ae, oe, aa); giv det ene et andet navn",
		"%s names a figure already (æ, ø, å count as ae, oe, aa); give one of them another name", quoted(s))
}

func figureIsLine(s string) diag.Message {
	return sayAbout("figure-twice", "%s er også en linje i accounts.yaml; giv tallet et andet navn, eller slet det", "%s is a line in accounts.yaml too; give the figure another name, or delete it", quoted(s))
}
