package source

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
)

// CodeUnreadable is the code of a problem that is the machine's, not the
// content's: a file is there and can't be read.
const CodeUnreadable = "unreadable-file"

// CodeMissing is the code of a file that an edition needs and does not have.
const CodeMissing = "missing-file"

// noun is what a value is or should be.
type noun uint8

const (
	aText noun = iota
	aNumber
	aFlag
	aDate
	anAddress
	anID
	aPath
	aWord
	aList
	aMapping
	anAmount
	aSum
	aFigure
	aMember
	aLength
	aScale
	aColour
	aPaper
	aFamily
	aFontFile
	aLogo
	aCover
	aProportion
	aFocus
	aPercent
	nothing
)

// names says a noun in Danish and English.
func (n noun) names() (da, en string) {
	switch n {
	case aNumber:
		return "et helt tal", "a whole number"
	case aFlag:
		return "true eller false", "true or false"
	case aDate:
		return "en dato som 2025-02-27", "a date such as 2025-02-27"
	case anAddress:
		return "en adresse som https://www.kl.dk", "an address such as https://www.kl.dk"
	case anID:
		return "et id af a–z, 0–9, - og _", "an id of a–z, 0–9, - and _"
	case aPath:
		return "en billedfil som images/navn.jpg", "an image file such as images/name.jpg"
	case aWord:
		return "et af de faste ord", "one of the fixed words"
	case aList:
		return "en liste med \"- \" foran hvert punkt", "a list with \"- \" before each entry"
	case aMapping:
		return "nøgler med værdier", "keys with values"
	case anAmount:
		return "et beløb som 251.671.892 eller null", "an amount such as 251.671.892, or null"
	case aFigure:
		return "et tal som \"3,7\" eller en dato", "a number such as \"3,7\", or a date"
	case aSum:
		return "et linje-id, eventuelt med - foran", "a line's id, perhaps with - before it"
	case aMember:
		return "et person-id eller {person: …, role: …}", "a person's id or {person: …, role: …}"
	case aProportion:
		return "et forhold som 3:2", "proportions such as 3:2"
	case aFocus:
		return "et punkt som {x: 30 %, y: 50 %}", "a point such as {x: 30 %, y: 50 %}"
	case aPercent:
		return "en andel fra 0 % til 100 %", "a share from 0 % to 100 %"
	case nothing:
		return "ingen værdi", "no value"
	}
	return n.themeNames()
}

// seen says what stands there, without how it is written.
func (n noun) seen() (da, en string) {
	if n == aList {
		return "en liste", "a list"
	}
	return n.names()
}

// say makes a message.
func say(code, da, en string) diag.Message {
	return diag.Message{Code: code, Danish: da, English: en}
}

// sayAbout makes a message with the same arguments put into both texts.
func sayAbout(code, da, en string, args ...any) diag.Message {
	return say(code, fmt.Sprintf(da, args...), fmt.Sprintf(en, args...))
}

// quoted writes a text from the edition on one line and not too long.
func quoted(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// listed writes words with commas; of many, the first ones.
func listed(words []string) string {
	const most = 40
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}

// hint adds the word that may have been meant.
func hint(m diag.Message, word string) diag.Message {
	if word != "" {
		m.Danish += fmt.Sprintf("; mente du %q?", word)
		m.English += fmt.Sprintf("; did you mean %q?", word)
	}
	return m
}

// YAML.

func notYAML(problem string) diag.Message {
	told := yamlProblem(problem)
	return say(told.code, "filen er ikke gyldig YAML: "+told.da, "the file is not valid YAML: "+told.en)
}

func secondDocument() diag.Message {
	return say("second-document", "her begynder et nyt dokument; forventede ét dokument i filen, slet linjen ---",
		"another document begins here; expected one in the file, delete the line ---")
}

func noAlias() diag.Message {
	return say("alias", "& og * (ankre og aliasser) bruges ikke; skriv værdien selv, i anførselstegn hvis den begynder med & eller *",
		"& and * (anchors and aliases) are not used; write the value itself, quoted if it begins with & or *")
}

func noTag(tag string) diag.Message {
	return sayAbout("tag", "mærket %s bruges ikke; skriv værdien alene, i anførselstegn hvis den begynder med !",
		"the tag %s is not used; write the value alone, quoted if it begins with !", quoted(tag))
}

func tooDeep(most int) diag.Message {
	return sayAbout("too-deep", "mere end %d niveauer i hinanden; forventede færre", "more than %d levels in each other; expected fewer", most)
}

func keyNotWord() diag.Message {
	return say("key-not-word", "nøglen er ikke et ord; forventede \"nøgle: værdi\"", "the key is not a word; expected \"key: value\"")
}

func duplicateKey(key string, line int) diag.Message {
	return sayAbout("duplicate-key", "nøglen %s står også i linje %d; forventede den én gang", "the key %s is in line %d too; expected it once", quoted(key), line)
}

func lostComment(comment string) diag.Message {
	return sayAbout("lost-comment", "teksten slutter før %s, som YAML læser som en kommentar; sæt teksten i anførselstegn, eller flyt kommentaren til sin egen linje",
		"the text ends before %s, which YAML reads as a comment; quote the text, or move the comment to a line of its own", quoted(comment))
}

// Keys and values.

func unknownKey(key, what string, known []string, near string) diag.Message {
	return hint(sayAbout("unknown-key", "ukendt nøgle %s i %s; forventede %s", "unknown key %s in %s; expected %s", quoted(key), what, listed(known)), near)
}

func missingKey(key, what string, expected noun) diag.Message {
	da, en := expected.names()
	return say("missing-key", fmt.Sprintf("nøglen %s mangler i %s; forventede %s", quoted(key), what, da),
		fmt.Sprintf("the key %s is missing in %s; expected %s", quoted(key), what, en))
}

// explained adds what a key is for.
func explained(m diag.Message, doc format.Doc) diag.Message {
	m.Danish += inWords(doc.Danish)
	m.English += inWords(doc.English)
	return m
}

// inWords is the first sentence of what something is for, to be added to a message.
func inWords(doc string) string {
	doc, _, _ = strings.Cut(doc, ". ")
	doc = strings.TrimSuffix(doc, ".")
	first, size := utf8.DecodeRuneInString(doc)
	if size == 0 {
		return ""
	}
	if second, _ := utf8.DecodeRuneInString(doc[size:]); !unicode.IsUpper(second) {
		first = unicode.ToLower(first)
	}
	return " – " + string(first) + doc[size:]
}

// keyAbove tells that all of a mapping should stand below a key.
func keyAbove(key, what string) diag.Message {
	return sayAbout("missing-key", "nøglen %[1]q mangler i %[2]s; skriv \"%[1]s:\" på en linje for sig øverst, og ryk resten ind under den",
		"the key %[1]q is missing in %[2]s; write \"%[1]s:\" on a line of its own at the top, and indent the rest below it", key, what)
}

func missingWord(key, what string, words []string) diag.Message {
	return sayAbout("missing-key", "nøglen %s mangler i %s; forventede et af %s", "the key %s is missing in %s; expected one of %s", quoted(key), what, listed(words))
}

func noValue(key string, expected noun, has bool) diag.Message {
	da, en := expected.names()
	if has {
		return say("no-value", fmt.Sprintf("nøglen %s har ingen værdi; forventede %s", quoted(key), da),
			fmt.Sprintf("the key %s has no value; expected %s", quoted(key), en))
	}
	return say("no-value", fmt.Sprintf("nøglen %s har ingen værdi; forventede %s, ellers slet nøglen", quoted(key), da),
		fmt.Sprintf("the key %s has no value; expected %s, else delete the key", quoted(key), en))
}

func wrongType(got, expected noun) diag.Message {
	gotDa, gotEn := got.seen()
	da, en := expected.names()
	return say("wrong-type", fmt.Sprintf("her står %s; forventede %s", gotDa, da), fmt.Sprintf("found %s; expected %s", gotEn, en))
}

// noKeys tells of something that stands where the keys of a shape should. A text
// may be the value of the only one that is needed.
func noKeys(got noun, s *format.Shape, value string) diag.Message {
	da, en := got.seen()
	keys := listed(s.Offered())
	m := say("wrong-type", fmt.Sprintf("her står %s; forventede nøgler med værdier: %s", da, keys), fmt.Sprintf("found %s; expected keys with values: %s", en, keys))
	if only := s.OnlyNeeded(); got == aText && only != "" && len(value) < 60 && !strings.Contains(value, "\n") {
		if !inBraces(value) || strings.Contains(value, ",") {
			value = inQuotes(value)
		}
		m.Danish += fmt.Sprintf("; skriv {%s: %s}", only, value)
		m.English += fmt.Sprintf("; write {%s: %s}", only, value)
	}
	return m
}

// inBraces reports a short text that may stand in braces or brackets without quotes.
func inBraces(value string) bool {
	return len(value) < 60 && !strings.ContainsAny(value, "[]{}?:#\"'\n")
}

func notListed(value string, plain bool) diag.Message {
	m := wrongType(aText, aList)
	if plain && inBraces(value) {
		value = withCommas(value)
		m.Danish += "; skriv [" + value + "]"
		m.English += "; write [" + value + "]"
	}
	return m
}

// withCommas writes a sum of ids, a + b - c, as the entries of a list: a, b, -c.
func withCommas(value string) string {
	return strings.NewReplacer(" + ", ", ", " - ", ", -", " − ", ", -").Replace(value)
}

func noSpace(key, value string) diag.Message {
	return sayAbout("unknown-key", "der mangler et mellemrum efter kolon; skriv %s", "a space is missing after the colon; write %s", key+": "+value)
}

func commaInValue(key, value string) diag.Message {
	return sayAbout("unknown-key", "kommaet deler værdien i to; skriv %[1]s: %[2]s med lige anførselstegn",
		"the comma separates the value in two; write %[1]s: %[2]s with straight quotes", key, quoted(value))
}

func emptyText() diag.Message {
	return say("empty-text", "teksten er tom; forventede tekst", "the text is empty; expected text")
}

func tooLarge(name string, most int) diag.Message {
	return sayAbout("file-too-large", "%s er på mere end %d MB; del den, eller tag ud, hvad der ikke er tekst", "%s has more than %d MB; split it, or take out what is no text", quoted(name), most)
}

func tooLong(most int) diag.Message {
	return sayAbout("too-long", "teksten er på mere end %d tegn; del den i flere blokke", "the text has more than %d characters; split it into several blocks", most)
}

func emptyList() diag.Message {
	return say("empty-list", "listen er tom; forventede mindst ét punkt", "the list is empty; expected at least one entry")
}

func badNumber(s string, lo, hi int) diag.Message {
	m := sayAbout("bad-number", "%s er ikke et tal her; forventede et helt tal fra %d til %d uden anførselstegn",
		"%s is not a valid number here; expected a whole number from %d to %d without quotes", quoted(s), lo, hi)
	digits := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "").Replace(s)
	if v, err := strconv.Atoi(digits); err == nil && strconv.Itoa(v) == digits && v >= lo && v <= hi {
		m.Danish += "; skriv " + digits
		m.English += "; write " + digits
	}
	return m
}

func badFlag(s string) diag.Message {
	return hint(sayAbout("bad-flag", "%s kan ikke stå her; forventede true eller false uden anførselstegn", "%s can't stand here; expected true or false without quotes", quoted(s)), flagMeant(s))
}

// flagMeant is the word that other programs read as one of others; empty if none.
func flagMeant(s string) string {
	if s == "true" || s == "false" { // it is the quotes that are wrong
		return ""
	}
	switch strings.ToLower(s) {
	case "ja", "yes", "y", "on", "true", "sand", "1", "x":
		return "true"
	case "nej", "no", "n", "off", "false", "falsk", "0":
		return "false"
	}
	return ""
}

func badDate(s string, err error) diag.Message {
	if strings.HasSuffix(err.Error(), "out of range") {
		return sayAbout("bad-date", "%s er ikke en dato: den dag findes ikke; forventede år-måned-dag som 2025-02-27",
			"%s is not a date: there is no such day; expected year-month-day such as 2025-02-27", quoted(s))
	}
	return hint(sayAbout("bad-date", "%s er ikke en dato; forventede år-måned-dag som 2025-02-27", "%s is not a date; expected year-month-day such as 2025-02-27", quoted(s)), dateMeant(s))
}

// dateMeant is a date written the Danish way, or with a time, as it is wanted here;
// empty if it is none.
func dateMeant(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if len(s) > len(time.DateOnly) {
		if day, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	months := []string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"}
	for i, name := range months {
		s = strings.Replace(s, " "+name+" ", fmt.Sprintf("%d.", i+1), 1)
	}
	for _, form := range []string{"2.1.2006", "2-1-2006", "2/1/2006", "2/1-2006", "2/1 2006", "2. 1. 2006", "2 1 2006"} {
		if day, err := time.Parse(form, s); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return ""
}

func badURL(s string) diag.Message {
	return hint(sayAbout("bad-url", "%s er ikke en hel adresse; forventede https://…, http://… eller mailto:navn@sted",
		"%s is not a whole address; expected https://…, http://… or mailto:name@host", quoted(s)), addressMeant(s))
}

// addressMeant is an address that lacks its beginning, with it; empty where it lacks
// something else.
func addressMeant(s string) string {
	whole := "https://" + s
	if strings.Contains(s, "@") {
		whole = "mailto:" + s
	} else if !strings.HasPrefix(s, "www.") {
		return ""
	}
	if good, ok := absoluteURL(whole); !ok || good != whole {
		return ""
	}
	return whole
}

func badID(s, better string) diag.Message {
	return hint(sayAbout("bad-id", "%s er ikke et id; forventede a–z, 0–9, - og _, begyndende med bogstav eller tal",
		"%s is not a valid id; expected a–z, 0–9, - and _, beginning with a letter or a digit", quoted(s)), better)
}

// unevenEntries tells of an entry of a list that YAML takes for more of the one
// above it.
func unevenEntries(first, second string) diag.Message {
	return sayAbout("yaml-indent", "punkterne %[1]s og %[2]s er ikke rykket lige langt ind, og YAML læser dem som ét; begynd alle stregerne i samme kolonne",
		"the entries %[1]s and %[2]s are not indented alike, and YAML reads them as one; begin all the dashes in one column", quoted(first), quoted(second))
}

func badChoice(s string, words []string, near string) diag.Message {
	return hint(sayAbout("bad-word", "ukendt ord %s; forventede et af %s", "unknown word %s; expected one of %s", quoted(s), listed(words)), near)
}
