package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// A report can't tell what has happened after its own date.

// closed is the month the report was closed in, by its own date and those it is signed on:
// "2025-02"; empty where it has none.
func (c *checker) closed() string {
	if c.month != "" {
		return strings.TrimSpace(c.month)
	}
	last := c.rep.Date
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Signatures:
				last = max(last, b.Date)
			case content.Auditor:
				last = max(last, b.Date)
			}
		}
	}
	const month = len("2025-02")
	c.month = last[:min(len(last), month)]
	if len(c.month) < month {
		c.month = " " // asked for, and none
	}
	return strings.TrimSpace(c.month)
}

// notYet reports whether a sentence tells what was done in a month that comes after the report:
// "vedtog i december 2025", "I marts 2025 faldt", "blev oprettet i efteråret 2025", or names
// what is of a day after it: "aftalen af 12. oktober 2025".
func (c *checker) notYet(s sentence, at span, y int) bool {
	if y < c.rep.Year || y > c.rep.Year+2 {
		return false
	}
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 2 {
		return false
	}
	month, day := monthOf(s.words[i-1].lower), false
	k := i - 2 // the preposition
	if n := wholeNumber(s.words[k].lower); n > 0 && k > 0 {
		k, day = k-1, true
	}
	closed := c.closed()
	if month == "" || closed == "" || digits(int64(y))+"-"+month <= closed {
		return false
	}
	switch w := s.words[k].lower; {
	case w == "af":
		return day && k > 0
	case w != "i" && w != "den" && w != "d":
		return false
	}
	if next := i + 1; (s.opens(k) || strings.HasSuffix(s.text[:s.words[k].from], ": ")) && next < len(s.words) && s.text[at.to:s.words[next].from] == " " {
		return did(s.words[next].lower)
	}
	if k == 0 || s.text[s.words[k-1].to:s.words[k].from] != " " {
		return false
	}
	return did(s.words[k-1].lower) && !s.toBeHeld(k-1) || s.doneAround(k, i) || k > 1 && (s.words[k-2].lower == "blev" && participle(s.words[k-1].lower) || s.decided(k-1) && strings.HasPrefix(s.lower[at.to:], " om"))
}

// toBeHeld reports whether a verb whose past is its participle too is that of what is to be, by the
// first verb of the sentence: "bliver holdt".
func (s sentence) toBeHeld(k int) bool {
	return strings.HasSuffix(s.words[k].lower, "holdt") && s.now()
}

// doneAround reports whether the words on either side of a time, from its preposition to its year, say
// that something was done in it: "var der i efteråret 2025 indgået", "så dagens lys i maj 2025".
func (s sentence) doneAround(in, year int) bool {
	if in < 2 {
		return false
	}
	lead := s.lower[:s.words[in-1].to]
	if strings.HasSuffix(lead, " så dagens lys") {
		return true
	}
	was := strings.HasSuffix(lead, "var der") || strings.HasSuffix(lead, "blev der")
	return was && year+1 < len(s.words) && s.text[s.words[year].to:s.words[year+1].from] == " " && participle(s.words[year+1].lower)
}

// decided reports whether a word is somebody's decision, or the one that there is: "rådets beslutning".
func (s sentence) decided(k int) bool {
	noun, definite := strings.CutSuffix(s.words[k].lower, "en")
	of := s.words[k-1].lower
	for _, end := range []string{"beslutning", "afgørels", "afgørelse", "vedtagels", "vedtagelse"} {
		if strings.HasSuffix(noun, end) && (definite || strings.HasSuffix(of, "s") && of != "træffes" && of != "tages") {
			return s.now() && !slices.ContainsFunc(s.words[:k], func(w word) bool {
				return awaits(w.lower) || w.lower == "inden" || w.lower == "før" || w.lower == "til" || w.lower == "indtil" || w.lower == "efter" || w.lower == "afventer"
			})
		}
	}
	return false
}

// notLaid reports whether a sentence tells what was done with the budgets of a year, which are laid
// in the half-year before it, though that is not come: "da budgettet for 2026 skulle lægges".
func (c *checker) notLaid(s sentence, at span, y int) bool {
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	closed := c.closed()
	if i < 2 || i+1 >= len(s.words) || s.words[i-1].lower != "for" || closed == "" || y > c.rep.Year+yearsAhead || digits(int64(y-1))+"-06" <= closed {
		return false
	}
	thing, next := s.words[i-2].lower, s.words[i+1].lower
	return (strings.Contains(thing, "budget") || strings.Contains(thing, "finanslov")) && s.text[at.to:s.words[i+1].from] == " " && (preterite(next) || next == "skulle")
}

// notOver reports whether a sentence tells of what ended with a year that is not over: "hørte op med 2025".
func (c *checker) notOver(s sentence, at span, y int) bool {
	lead := s.lower[:at.from]
	ended := strings.HasSuffix(lead, " hørte op med ") || strings.HasSuffix(lead, " sluttede med ") || strings.HasSuffix(lead, " endte med ") || strings.HasSuffix(lead, " stoppede med ")
	closed := c.closed()
	return ended && closed != "" && y <= c.rep.Year+1 && digits(int64(y))+"-12" > closed
}

// preparedFor tells of what is being prepared though its name has a year that is no more to come:
// "i færd med at forberede OK24", and of what was done at one that is: "blev gjort færdige ved OK28".
func (c *checker) preparedFor(r *run, s sentence) {
	for i, w := range s.words {
		name := strings.TrimRight(w.text, "0123456789")
		if len(w.text)-len(name) != 2 || len(name) < 2 || name != strings.ToUpper(name) || i == 0 {
			continue
		}
		const century = 2000
		y := century + int(wholeNumber(w.text[len(name):]))
		if s.words[i-1].lower == "ved" && y > c.rep.Year+1 && y < c.rep.Year+yearsAhead && s.doneBefore(w.from) {
			c.tell(r, s.from+w.from, s.from+w.to, Warning, "year",
				say("%s er ikke kommet, og her står, hvad der skete", "%s has not come, and this is what happened", w.text), Text{})
			continue
		}
		if next := s.words[i-1].lower; next != "forbereder" && next != "forberede" || !s.now() {
			continue
		}
		if y <= c.rep.Year && y > c.rep.Year-longAgo {
			c.tell(r, s.from+w.from, s.from+w.to, Warning, "year",
				say("%s er gået, og her står, at det forberedes", "%s is past, and this says that it is being prepared", w.text), Text{})
		}
	}
}

// doneBefore reports whether the clause before a place says in the passive that something was done.
func (s sentence) doneBefore(at int) bool {
	from := strings.LastIndex(s.text[:at], ", ") + 1
	was := false
	for _, w := range s.within(from, at) {
		switch w.lower {
		case "at", "til":
			return false
		case "blev":
			was = true
		}
	}
	return was
}

// leadYear tells of the one year in the first sentence of what a chapter begins with, a year or
// two before the edition's, which the chapter never has again, where it has the edition's.
func (c *checker) leadYear() {
	c.letterYear()
	i := slices.IndexFunc(c.runs, func(r *run) bool { return r.lead })
	if i < 0 || len(c.runs[i].parts) == 0 {
		return
	}
	r, s := c.runs[i], c.runs[i].parts[0]
	at := yearWord(s.words)
	if at < 2 || s.words[at-1].lower != "i" || heldToIt(s.words[at-2].lower) || s.since() || begun(s.lower) || strings.Contains(r.lower, "nu ") || comparing(s.lower) || len(fourDigits(r.text)) != 1 {
		return
	}
	said := s.words[at].text
	if y := int(wholeNumber(said)); y != c.rep.Year-1 && y != c.rep.Year-2 {
		return
	}
	now, then := 0, 0
	for _, o := range c.runs {
		if o.marks&digited != 0 {
			now += strings.Count(o.text, digits(int64(c.rep.Year)))
			then += strings.Count(o.text, said)
		}
	}
	if now > 0 && then == 1 {
		w := s.words[at]
		c.wrongYear(r, s, span{w.from, w.to}, Warning, c.rep.Year)
	}
}

// letterYear tells of the one year that a letter tells, in what it begins with, which is the one
// before the edition's: "I 2023 blev det slået fast".
func (c *checker) letterYear() {
	var first *run
	years := 0
	for _, r := range c.runs {
		if !r.letter {
			continue
		}
		if first == nil {
			first = r
		}
		if r.marks&digited != 0 {
			years += len(fourDigits(r.text))
		}
	}
	if years != 1 || len(first.parts) == 0 {
		return
	}
	s := first.parts[0]
	if len(s.words) > 2 && s.words[0].lower == "i" && s.words[1].text == digits(int64(c.rep.Year-1)) && did(s.words[2].lower) && !s.since() {
		c.wrongYear(first, s, span{s.words[1].from, s.words[1].to}, Warning, c.rep.Year)
	}
}

// monthOf is a month's number, or that of the first of a season, as "02"; empty for other words.
func monthOf(w string) string {
	n := slices.Index(months(), w) + 1
	switch w {
	case "foråret":
		n = 3
	case "sommeren":
		n = 6
	case "efteråret":
		n = 9
	}
	if n == 0 {
		return ""
	}
	return string([]byte{'0' + byte(n/10), '0' + byte(n%10)})
}

// did reports whether a word is a verb for what was done: not for what was to be.
func did(w string) bool {
	switch w {
	case "skulle", "ville", "kunne", "måtte", "burde", "ventede", "forventede", "planlagde", "lovede", "indkaldte", "inviterede":
		return false
	}
	return preterite(w)
}

// participle reports whether a word says in the passive that something was done.
func participle(w string) bool {
	switch w {
	case "ventet", "forventet", "varslet", "lovet", "stillet", "afsat":
		return false
	}
	return strings.HasSuffix(w, "et") && len(w) > len("givet")
}
