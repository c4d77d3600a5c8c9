package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// years finds years that do not fit the edition, and dates that do not exist.
func (c *checker) years() {
	for _, r := range c.runs {
		for i, s := range r.parts {
			if !s.has(digited) {
				continue
			}
			years := fourDigits(s.text)
			for _, at := range years {
				c.year(r, s, at)
			}
			c.backwards(r, s, years)
			c.likeItself(r, i, years)
			c.tenses(r, s, years)
			c.preparedFor(r, s)
			c.figureYear(r, s, years)
			if !dated(s.text) {
				continue
			}
			c.period(r, s)
			dates := c.forms.date().FindAllStringSubmatchIndex(s.text, -1)
			for i, m := range dates {
				c.date(r, s, m)
				if i > 0 {
					c.datesBack(r, s, dates[i-1], m)
				}
			}
		}
	}
	c.leadYear()
}

// backwards finds a span of years whose first is its later: "2028–2026".
func (c *checker) backwards(r *run, s sentence, years []span) {
	for i := 1; i < len(years); i++ {
		a, b := years[i-1], years[i]
		if gap := s.text[a.to:b.from]; (gap == "–" || gap == "-") && s.text[a.from:a.to] > s.text[b.from:b.to] {
			c.tell(r, s.from+a.from, s.from+b.to, Error, "year", say("årene står i omvendt orden", "the years are the wrong way round"), say("%[2]s–%[1]s", "%[2]s–%[1]s", s.text[a.from:a.to], s.text[b.from:b.to]))
		}
	}
}

// dated reports whether a text may have a date: a day and a word.
func dated(text string) bool {
	for at := 0; ; at++ {
		n := strings.Index(text[at:], ". ")
		if n < 0 {
			return false
		}
		at += n
		if digitsAt(text, max(0, at-1)) == 1 && at > 0 && at+2 < len(text) && strings.IndexByte("jfmasondJFMASOND", text[at+2]) >= 0 {
			return true
		}
	}
}

// fourDigits are the places in a text of numbers of four digits, which belong to
// no word.
func fourDigits(text string) []span {
	var out []span
	from := -1
	for i := 0; i <= len(text); i++ {
		digit := i < len(text) && text[i] >= '0' && text[i] <= '9'
		switch {
		case digit && from < 0:
			from = i
		case !digit && from >= 0:
			if i-from == 4 && !wordy(text, from-1) && !wordy(text, i) {
				out = append(out, span{from, i})
			}
			from = -1
		}
	}
	return out
}

// wordy reports whether there is a letter of ASCII or an underscore at a place.
func wordy(text string, i int) bool {
	return i >= 0 && i < len(text) && (text[i] == '_' || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
}

// year judges four digits.
func (c *checker) year(r *run, s sentence, at span) {
	text := s.text
	y, _ := strconv.Atoi(text[at.from:at.to])
	if !asYear(text, at, c.nearYear(y) != 0) {
		return
	}
	if fixed := c.fixedYear(s.lower[:at.from]); fixed != 0 && y != fixed && !(y == fixed-1 && settled(s.lower)) {
		c.wrongYear(r, s, at, Error, fixed)
		return
	}
	if y != c.rep.Year && signing(s.lower, at.from) {
		c.wrongYear(r, s, at, Error, c.rep.Year)
		return
	}
	if y < c.rep.Year-1 && soon(s.lower[:at.from]) {
		c.wrongYear(r, s, at, Warning, c.nearYear(y))
		return
	}
	if off := y - c.rep.Year; off < -2 || off > 2 {
		if is := cmp.Or(c.yearElsewhere(s, at, y), c.yearOfCount(s, at, y)); is != 0 {
			c.wrongYear(r, s, at, Warning, is)
			return
		}
	}
	if c.fits(s.lower[:at.from], text[at.to:], y) || c.past(r, s, at, y) {
		return
	}
	if r.ofItself(s, at) || c.bygone(s, at, y) || c.ofHistory(r, s, at, y) || c.aim(s, at, y) {
		return
	}
	level, near := Warning, c.nearYear(y)
	if near != 0 && (y < c.rep.Year-yearsBack || y > c.rep.Year+yearsAhead) {
		level = Error
	}
	c.wrongYear(r, s, at, level, near)
}

// signing reports whether a sentence signs the accounts of the year at a place: "har i dag
// aflagt årsrapporten for".
func signing(lower string, at int) bool {
	if !strings.Contains(lower, "i dag ") && !strings.Contains(lower, "dags dato") {
		return false
	}
	for _, end := range []string{"årsrapporten for ", "årsregnskabet for ", "regnskabet for ", "årsrapport for ", "årsregnskab for "} {
		if strings.HasSuffix(lower[:at], end) {
			return true
		}
	}
	return false
}

// The years a report may tell of, from its own: one within them that does not
// fit may be right, and stops no build.
const (
	yearsBack  = 30
	yearsAhead = 40
)

func (c *checker) wrongYear(r *run, s sentence, at span, level Level, near int) {
	should := Text{}
	if near != 0 {
		should = say("%d", "%d", near)
	}
	c.tell(r, s.from+at.from, s.from+at.to, level, "year",
		say("året %s passer ikke i en beretning for %d", "the year %s does not fit a report for %d", s.text[at.from:at.to], c.rep.Year), should)
}

// asYear reports whether four digits are a year: alone, and near one that fits or
// where a year stands.
func asYear(text string, at span, near bool) bool {
	rest := text[at.to:]
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, ",") && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9' || strings.HasPrefix(rest, "/") {
		return false
	}
	if at.from > 0 && strings.ContainsRune("/.,@-", lastRune(text[:at.from])) {
		return false
	}
	for _, unit := range []string{" kr", " mio", " mia", " pct", " procent", " t."} {
		if strings.HasPrefix(rest, unit) {
			return false
		}
	}
	if d := text[at.from]; near || d == '1' || d == '2' && text[at.from+1] == '0' {
		return true
	}
	lead := strings.Fields(strings.ToLower(text[:at.from]))
	if len(lead) == 0 {
		return false
	}
	switch w := lead[len(lead)-1]; w {
	case "i", "for", "fra", "til", "mod", "af", "siden", "inden", "efter", "før", "ind", "beretning", "regnskab":
		return true
	default:
		return strings.Contains(" "+strings.Join(months(), " ")+" ", " "+w+" ")
	}
}

// fixedYear is the only year that can stand after some words, in lower case: that of the accounts the text is
// signed for; 0 if it may be another.
func (c *checker) fixedYear(lead string) int {
	for _, begin := range []string{"årsrapport for ", "regnskab for ", "regnskabsåret ", "beretning for ", "beretning ", "regnskab ", "pr. 31. december ", "efter den 31. december ", "1. januar – 31. december "} {
		if strings.HasSuffix(lead, begin) {
			return c.rep.Year
		}
	}
	return 0
}

// settled reports whether a sentence, in lower case, tells of a meeting that took up accounts
// or a report, not today: those of the year before.
func settled(lower string) bool {
	if strings.Contains(lower, "i dag ") || strings.Contains(lower, "dags dato") {
		return false
	}
	for _, did := range []string{"godkend", "vedtog", "behandle", "forelagde", "forelagt", "fremlagde", "fremlagt", "drøfte"} {
		if strings.Contains(lower, did) {
			return true
		}
	}
	return false
}

// fits reports whether a year can be meant between a lead, in lower case, and a rest: close to the
// edition's, one end of a span of years, long past and said to be, or a goal.
func (c *checker) fits(lead, rest string, y int) bool {
	switch off := y - c.rep.Year; {
	case off >= -1 && off <= 3:
		return true
	case off < -1 && off >= -10 && strings.HasSuffix(lead, " end i "):
		return true // what it is compared with
	case off > 3 && off <= 40 && (c.nearYear(y) == 0 || off <= 10 && strings.HasSuffix(lead, "udgangen af ")), off < -longAgo && (strings.HasSuffix(lead, " var fra ") || strings.HasSuffix(lead, " efter ") || strings.HasSuffix(lead, " før ")), off > 3 && off <= 10 && (ahead(lead) || ahead(strings.ToLower(rest)) || strings.HasSuffix(lead, " og ") && strings.Contains(lead, "mellem 20") || strings.HasSuffix(lead, strconv.Itoa(y-1)+" og ")), off < -1 && (off >= -4 || strings.Contains(lead, " år siden")) && dayed(lead):
		return true
	case off < 0 && off > -10 && spans(lead, rest, y), off > 3 && off <= lasting && endsThen(lead):
		return true
	case abs(int64(off)) <= 5 && (strings.HasPrefix(rest, "–") || strings.HasSuffix(lead, "–")):
		return true
	case off > 3 && off <= 40 && y%5 == 0:
		return foretold(rest) || strings.Contains(lead, "senest") || strings.HasSuffix(lead, "frem til ") || strings.HasSuffix(lead, "inden ")
	case strings.HasPrefix(rest, "-"), strings.HasSuffix(strings.TrimRight(lead, " "), "natura"):
		return true
	case off < -1 && off > -130:
		clause := lead[max(strings.LastIndexByte(lead, ','), strings.LastIndexByte(lead, ';'), strings.LastIndex(lead, "–"))+1:]
		return strings.Contains(clause, "siden ") || strings.Contains(clause, "tilbage i ") || begun(clause) || strings.HasSuffix(clause, " er fra ") || strings.HasSuffix(clause, " var fra ") && !strings.HasPrefix(rest, " til ") ||
			strings.Contains(rest, "til sammenligning")
	}
	return strings.HasSuffix(lead, "natura ")
}

// foretold reports whether after a year a text tells what is to be: "i 2035 bliver det".
func foretold(rest string) bool {
	for _, w := range []string{" bliver ", " vil ", " ventes ", " forventes ", " skal "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// lasting is for how many years a loan or a lease may run.
const lasting = 60

// endsThen reports whether a text, in lower case, tells when a loan, a lease or the like ends.
func endsThen(lead string) bool {
	clause := lead[strings.LastIndexAny(lead, ",;:")+1:]
	if !strings.HasSuffix(clause, " til ") && !strings.HasSuffix(clause, " i ") && !strings.HasSuffix(clause, " udgangen af ") {
		return false
	}
	for _, w := range []string{"udløb", "gælder ", "løber ", "forfald", "afdrag", "indfri", "betalt ud", "afviklet", "tilbagebetal"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// ahead reports whether a text, in lower case, speaks of what is to come.
func ahead(lead string) bool {
	if strings.HasSuffix(lead, " til ") || strings.HasSuffix(lead, " indtil ") || strings.HasSuffix(lead, " til udgangen af ") || lasts(lead) {
		return true
	}
	words := strings.Fields(lead)
	return slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "næste", "kommende", "bliver", "udløber", "slutter", "åbner", "færdig", "betales", "gælder", "løber", "rækker", "målet", "kan", "skal", "vil", "venter", "ventes", "forventer", "forventes", "planlagt", "planlægges", "regner", "håber", "senest", "inden":
			return true
		}
		return false
	})
}

// dayed reports whether a text, in lower case, ends in a day and a month: a year after
// them is of a date, which may be of some years ago.
func dayed(lead string) bool {
	words := strings.Fields(lead)
	n := len(words)
	return n > 1 && slices.Contains(months(), words[n-1]) && digitsAt(words[n-2], 0) > 0
}

// past reports whether a year before the edition's may be meant for reasons that
// fits does not see: no slip makes it of a year near the edition's, a thing is from
// it, it is a decade, or the text has told of years it lies between.
func (c *checker) past(r *run, s sentence, at span, y int) bool {
	if y >= c.rep.Year-1 {
		return false
	}
	lead, rest := s.lower[:at.from], s.text[at.to:]
	if lasts(lead) {
		return false
	}
	for _, ahead := range []string{"indtil ", "frem til ", "løber til ", "inden ", "senest i "} {
		if strings.HasSuffix(lead, ahead) {
			return false
		}
	}
	for _, decade := range []string{"'erne", "’erne", "erne", "-erne"} {
		if y%10 == 0 && strings.HasPrefix(rest, decade) {
			return true
		}
	}
	if century := y + 100 - c.rep.Year; c.nearYear(y) == 0 && (century < -1 || century > 1) {
		return true
	}
	return thingFrom(lead, rest) || between(r.text[:s.from+at.from], y)
}

// thingFrom reports whether a text names what is from the year after it: "en rapport
// fra", "huse fra før"; not what went from a year to another.
func thingFrom(lead, rest string) bool {
	lead = strings.TrimSuffix(strings.TrimSuffix(lead, "før "), "omkring ")
	thing, is := strings.CutSuffix(lead, " fra ")
	if !is || strings.HasPrefix(rest, " til ") {
		return false
	}
	words := strings.Fields(thing)
	if len(words) == 0 || strings.ContainsAny(thing[len(thing)-1:], ",;:.") {
		return false
	}
	switch w := words[len(words)-1]; w {
	case "gik", "gået", "frem", "tilbage", "er", "var", "men", "og", "helt":
		return false
	default:
		return wayOf(w) == noWay && digitsAt(w, 0) == 0
	}
}

// between reports whether a text has told of a first and a last year that another
// lies between: "fra 2021 til 2025", "2021–2025".
func between(text string, y int) bool {
	all := fourDigits(text)
	for i := 1; i < len(all); i++ {
		gap := text[all[i-1].to:all[i].from]
		if gap != " til " && gap != "–" && gap != " og " || gap == " og " && !strings.HasSuffix(text[:all[i-1].from], "mellem ") {
			continue
		}
		first, _ := strconv.Atoi(text[all[i-1].from:all[i-1].to]) // they are digits
		last, _ := strconv.Atoi(text[all[i].from:all[i].to])
		if first < y && y < last {
			return true
		}
	}
	return false
}

// spans reports whether a year is the first of two that a text goes from and to:
// "fra 2019 til 2023", "mellem 2019 og 2023".
func spans(lead, rest string, y int) bool {
	between := " til "
	if strings.HasSuffix(lead, "mellem ") {
		between = " og "
	} else if !strings.HasSuffix(lead, "fra ") {
		return false
	}
	to, is := strings.CutPrefix(rest, between)
	if !is || digitsAt(to, 0) != 4 {
		return false
	}
	last, err := strconv.Atoi(to[:4])
	return err == nil && last > y
}

// begun reports whether a clause, in lower case, tells when something began.
func begun(clause string) bool {
	for _, w := range []string{"grundlagt", "stiftet", "oprettet", "bygget", "født", "indviet", "begyndte"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// nearYear is the year near the edition's that a year is one slip from; 0 if
// there is none.
func (c *checker) nearYear(y int) int {
	best, known := c.near[y]
	if known {
		return best
	}
	for _, off := range []int{0, -1, 1, -2, 2} {
		if best == 0 && distance(strconv.Itoa(y), strconv.Itoa(c.rep.Year+off), 1) <= 1 {
			best = c.rep.Year + off
		}
	}
	c.near[y] = best
	return best
}
