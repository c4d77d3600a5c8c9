package check

import (
	"strconv"
	"strings"
	"time"
)

// appendEnglishFigures appends the figures of an English text: "12,640", "5.2 per cent", "DKK
// 4.2 million". Years, dates, ordinals and digits within a word are left out.
func appendEnglishFigures(out []figure, text string) []figure {
	for at := nextDigit(text, 0); at < len(text); at = nextDigit(text, at) {
		f, end, is := englishFigure(text, at)
		if at = max(end, at+1); is {
			out = append(out, f)
		}
	}
	return out
}

// englishFigure is the figure that begins with a digit, and where its number ends.
func englishFigure(text string, at int) (f figure, end int, is bool) {
	end = at + digitsAt(text, at)
	if end-at <= 3 {
		for end < len(text) && text[end] == ',' && digitsAt(text, end+1) == 3 {
			end += 4
		}
	}
	grouped := strings.Contains(text[at:end], ",")
	n := numeral{whole: strings.ReplaceAll(text[at:end], ",", "")}
	if end < len(text) && text[end] == '.' {
		if more := digitsAt(text, end+1); more > 0 {
			n.decimals, end = text[end+1:end+1+more], end+1+more
		}
	}
	from, to := at, end
	signed := false
	for _, sign := range []string{"−", "–", "-"} {
		if strings.HasSuffix(text[:from], sign) {
			from, signed = from-len(sign), true
		}
	}
	scale := ""
	scale, to = oneOf(text, to, true, "million", "billion", "thousand")
	n.scale = map[string]string{"million": "mio.", "billion": "mia.", "thousand": "t."}[scale]
	unit := ""
	unit, to = oneOf(text, to, true, "DKK", "kroner", "kr.", "per cent", "percentage points", "percentage point", "percent", "pct.")
	if unit == "" && strings.HasPrefix(text[to:], "%") {
		unit, to = "%", to+1
	}
	f = figure{kind: count, unit: 10_000}
	for _, money := range []string{"DKK ", "DKK", "kr. "} {
		if lead, has := strings.CutSuffix(text[:from], money); has {
			unit, from = "DKK", len(lead)
			break
		}
	}
	switch unit {
	case "DKK", "kroner", "kr.":
		f.kind, f.unit = money, 100
	case "":
	default:
		f.kind = percent
	}
	f.span = span{from, to}
	if outside(text, from, to) || unit == "" && n.scale == "" && (!grouped && isYear(n.whole) || calendarDay(text[end:])) || !f.read(signed, n) {
		return f, end, false
	}
	f.about = approximate(text[:from])
	return f, end, true
}

// calendarDay reports whether what follows a number makes it a day or an ordinal.
func calendarDay(rest string) bool {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(rest, " "+m.String()) {
			return true
		}
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(rest, end) {
			return true
		}
	}
	return false
}

// englishDates finds dates in English that there are not, by the day of the month or of
// the week.
func (c *checker) englishDates() {
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i, w := range s.words {
				if month := monthNamed(w.text); month != 0 && i > 0 {
					c.englishDate(r, s, i, month)
				}
			}
			for _, at := range fourDigits(s.text) {
				c.farYear(r, s, at)
			}
		}
	}
}

// monthNamed is the month of an English name; 0 where it is none.
func monthNamed(w string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if w == m.String() {
			return m
		}
	}
	return 0
}

// englishDate judges the date whose month is the i-th word: "Monday 1 September 2025".
func (c *checker) englishDate(r *run, s sentence, i int, month time.Month) {
	day := wholeNumber(s.words[i-1].text)
	if day < 1 || len(s.words[i-1].text) > 2 {
		return
	}
	year, dated := c.rep.Year, false
	if i+1 < len(s.words) && isYear(s.words[i+1].text) {
		year, dated = int(wholeNumber(s.words[i+1].text)), true
	}
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if month == time.February && !dated {
		last = 29
	}
	at := s.words[i-1]
	if int(day) > last {
		c.tell(r, s.from+at.from, s.from+s.words[i].to, Error, "date", say("datoen findes ikke: måneden har %d dage", "there is no such date: the month has %d days", last), Text{})
		return
	}
	if i < 2 || !dated {
		return
	}
	is := time.Date(year, month, int(day), 0, 0, 0, 0, time.UTC).Weekday().String()
	for d := time.Sunday; d <= time.Saturday; d++ {
		if w := s.words[i-2]; w.text == d.String() && w.text != is {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "date", say("dagen passer ikke: det var en %s", "the weekday is wrong: it was a %s", is), say("%[1]s", "%[1]s", is))
		}
	}
}

// farYear tells of a year in English text that is one slip from the edition's and too far
// ahead to be meant: "2052" for "2025".
func (c *checker) farYear(r *run, s sentence, at span) {
	y, _ := strconv.Atoi(s.text[at.from:at.to])
	const ahead = 10
	if near := c.nearYear(y); y > c.rep.Year+ahead && y%5 != 0 && near != 0 && asYear(s.text, at, true) {
		c.wrongYear(r, s, at, Error, near)
	}
}

// written writes an entry as the figure is written, by the edition's language.
func (c *checker) written(e entry, f figure) string {
	text := c.write(e, f)
	if !c.read.english {
		return text
	}
	text = strings.NewReplacer(".", ",", ",", ".").Replace(text)
	for _, unit := range []struct{ danish, before, after string }{
		{" mio, kr,", "DKK ", " million"}, {" mia, kr,", "DKK ", " billion"}, {" t,kr,", "DKK ", " thousand"}, {" kr,", "DKK ", ""}, {" pct,", "", " per cent"}, {" procentpoint", "", " percentage points"},
	} {
		if number, is := strings.CutSuffix(text, unit.danish); is {
			return unit.before + number + unit.after
		}
	}
	return text
}
