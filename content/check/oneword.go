package check

import (
	"strings"

	"github.com/kl-print/kl-print/content/locale/hyphen"
)

// unparted reports whether two words are the parts of one by the words before them and their own
// gender, number and endings, where the second is not definite or the first no noun.
func unparted(parts *hyphen.Hyphenator, before []word, a, b string) bool {
	switch last := a[len(a)-1]; {
	case last == 's':
		return linkedBare(parts, before, a, b)
	case last == 'l' || last == 'v':
		return undeclined(parts, before, a, b)
	case len(before) == 0:
		return false
	}
	switch p := before[len(before)-1].lower; {
	case p == "et":
		return parts.Noun(a) && parts.Common(a) && !parts.Verb(a) && !parts.Adjective(a) && (parts.Noun(b) && !parts.Common(b))
	case preposition(p):
		return bareBefore(parts, a, b)
	}
	return false
}

// linkedBare reports whether a noun with the s it has before another stands before one that is not
// definite, and is no genitive, for it has no article: "et butiks lokale".
func linkedBare(parts *hyphen.Hyphenator, before []word, a, b string) bool {
	const least, other = 6, 5                                                                                                                    // bytes
	if len(a) < least || len(b) < other || definiteEnd(b) && parts.Definite(b) || strings.HasSuffix(a, "es") || strings.HasSuffix(a, "lands") || // egen og ægtefælles, udenlands
		!parts.Linked(a) || parts.Noun(a) || !thing(parts, b) {
		return false
	}
	bare := a[:len(a)-1]
	if !parts.Noun(bare) {
		return true
	}
	return parts.Common(bare) && !articled(before)
}

// thing reports whether a word is a noun, or a participle that stands for one: "ansatte". After a genitive
// what ends as verbs do is a noun: "skatter".
func thing(parts *hyphen.Hyphenator, w string) bool {
	return parts.Noun(w) || plural(parts, w) || (strings.HasSuffix(w, "te") || strings.HasSuffix(w, "er")) && parts.Verb(w)
}

// articled reports whether one of the words right before a noun of the common gender is an article
// of it, or may be.
func articled(before []word) bool {
	const far = 4
	for i := len(before) - 1; i >= max(0, len(before)-far); i-- {
		switch before[i].lower {
		case "en", "hver", "enhver", "ingen", "nogen", "anden", "hvilken", "sådan", "denne", "den", "min", "din", "sin", "vor":
			return true
		}
	}
	return false
}

// bareBefore reports whether a noun that has no ending stands after a preposition before one in the
// plural, or one made of a verb: "natur organisationer".
func bareBefore(parts *hyphen.Hyphenator, a, b string) bool {
	const least, other = 5, 8                                                // bytes
	if len(a) < least || a[len(a)-1] == 't' || strings.HasSuffix(a, "er") || // may be an adjective, or a verb: konstant, driver
		len(b) < other || b[len(b)-1] != 'r' && !madeOfVerb(b) {
		return false
	}
	return parts.Noun(a) && !parts.Verb(a) && !parts.Adjective(a) && (plural(parts, b) || madeOfVerb(b) && parts.Noun(b)) && !parts.Verb(b) && parts.Compound(a+b)
}

// bareNouns reports whether two nouns without endings stand side by side, the first of which measures
// nothing, and could be one: "en vagt ordning".
func bareNouns(parts *hyphen.Hyphenator, a, b string) bool {
	const least = 5 // bytes
	last := a[len(a)-1]
	if len(a) < least || len(b) < least || last == 's' || last == 't' || strings.HasSuffix(a, "er") || strings.HasSuffix(b, "er") || strings.HasSuffix(a, "ste") || preposition(a) || preposition(b) || quantifies(a) || determines(a) || partOfDay(a) || partOfDay(b) {
		return false // may be a genitive, an adjective or a verb
	}
	return parts.Noun(b) && parts.Noun(a) && !parts.Verb(a) && !parts.Verb(b) && !parts.Adjective(a) && !parts.Adjective(b) && parts.Compound(a+b)
}

// quantifies reports whether a noun is of how much there is of what stands after it: "en masse støj".
func quantifies(w string) bool {
	for _, end := range [...]string{"antal", "række", "gruppe", "masse", "smule", "flok", "portion", "stykke", "million", "mængde", "bunke", "kasse", "flaske", "pakke", "spand", "skefuld", "håndfuld", "type", "form", "andel", "måned"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// partOfDay reports whether a word may say when, beside any noun: "tirsdag aften", "mødet torsdag".
func partOfDay(w string) bool {
	for _, end := range [...]string{"dag", "aften", "morgen", "nat", "sommer", "vinter", "efterår", "forår"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// determines reports whether a word stands before a noun as an article does.
func determines(w string) bool {
	switch w {
	case "ingen", "samme", "denne", "disse", "mange", "begge", "egen", "anden", "nogen", "hvilken":
		return true
	}
	return false
}

// madeOfVerb reports whether a word ends as nouns do that are made of verbs.
func madeOfVerb(w string) bool {
	return strings.HasSuffix(w, "else") || strings.HasSuffix(w, "ning") || strings.HasSuffix(w, "tion")
}

// undeclined reports whether an adjective lacks the ending it has before a definite noun, and is the
// first part of it: "kommunal reformen".
func undeclined(parts *hyphen.Hyphenator, before []word, a, b string) bool {
	const least = 5 // bytes
	if len(a) < least || !definiteEnd(b) || !(strings.HasSuffix(a, "al") || strings.HasSuffix(a, "el") || strings.HasSuffix(a, "iv")) {
		return false
	}
	if len(before) > 0 && graded(before[len(before)-1].lower) {
		return false
	}
	return parts.Definite(b) && !parts.Noun(a) && parts.Adjective(a) && parts.Compound(a+b)
}

// graded reports whether a word may stand before an adjective of what the noun after it is: "hvor
// central opgaven er".
func graded(w string) bool {
	switch w {
	case "hvor", "så", "lige", "er", "var", "blev", "bliver", "mere", "meget", "som", "ikke":
		return true
	}
	return false
}
