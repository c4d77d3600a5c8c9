package main

import "github.com/kl-print/kl-print/content/validation"

// validationWords is what they say of validation.
type validationWords struct {
	noReport, reportMissing   string // file
	reportTwice               string // name
	otherPDF                  string // file; bytes of its PDF, and of ours
	noResult                  string // file, cause
	resultMisfit              string // file
	resultDiffers             string // file
	resultLine                string // program, verdict, rules
	reportLine                string // validator, profile, verdict, file
	reportUnread              string // file
	reportMisfit              string // file; bytes of its PDF, and of ours
	reportUnknown, reportGone string // file, result
	passed, failed, notJudged string
}

// verdict is a verdict in words.
func (w validationWords) verdict(v string) string {
	switch v {
	case validation.Passed:
		return w.passed
	case validation.Failed:
		return w.failed
	}
	return w.notJudged
}

func danishValidation() validationWords {
	return validationWords{
		noReport:      "%q er ingen rapport: forventede en fil på højst 16 MB efter --validation",
		reportMissing: "rapporten %q findes ikke",
		reportTwice:   "to rapporter hedder %q; giv den ene et andet navn",
		otherPDF:      "rapporten %s er om en anden PDF: den er på %d bytes, og pakkens er på %d; lav rapporten af data/beretning.pdf i en pakke af samme udgave",
		noResult:      "%q kan ikke læses som et valideringsresultat: %v",
		resultMisfit:  "%q er om en anden PDF end pakkens: kontrolsummen passer ikke",
		resultDiffers: "%q siger noget andet, end denne version finder om den samme PDF",
		resultLine:    "%s har holdt PDF'en op mod sine regler: %s (%d regler)",
		reportLine:    "%s, %s: %s (%s)",
		reportUnread:  "rapporten %s ligger i pakken; den er af en art, der ikke læses",
		reportMisfit:  "%q er om en anden PDF: den er på %d bytes, og pakkens er på %d",
		reportUnknown: "%q er ikke den rapport, der blev lagt i pakken, efter %s",
		reportGone:    "%q mangler: den står i %s",
		passed:        "bestået", failed: "ikke bestået", notJudged: "ingen dom",
	}
}

func englishValidation() validationWords {
	return validationWords{
		noReport:      "%q is no report: expected a file of 16 MB at most after --validation",
		reportMissing: "there is no report %q",
		reportTwice:   "two reports are called %q; give one of them another name",
		otherPDF:      "the report %s is of another PDF: that has %d bytes, and the bundle's has %d; make it of data/beretning.pdf in a bundle of the same edition",
		noResult:      "%q can't be read as a validation result: %v",
		resultMisfit:  "%q is of another PDF than the bundle's: the checksum is not the same",
		resultDiffers: "%q says something else than this version finds of the same PDF",
		resultLine:    "%s has held the PDF against its rules: %s (%d rules)",
		reportLine:    "%s, %s: %s (%s)",
		reportUnread:  "the report %s is in the bundle; it is of a kind that is not read",
		reportMisfit:  "%q is of another PDF: that has %d bytes, and the bundle's has %d",
		reportUnknown: "%q is not the report that was put in, by %s",
		reportGone:    "%q is missing: %s lists it",
		passed:        "passed", failed: "failed", notJudged: "no verdict",
	}
}
