package check

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// date judges a date: m has the weekday, the day, the month and the year.
func (c *checker) date(r *run, s sentence, m []int) {
	text := s.text
	day, _ := strconv.Atoi(text[m[4]:m[5]])
	month := 0
	for i, name := range months() {
		if strings.EqualFold(name, text[m[6]:m[7]]) {
			month = i + 1
		}
	}
	year := c.rep.Year
	if m[8] >= 0 {
		year, _ = strconv.Atoi(text[m[8]:m[9]])
	}
	last := time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
	if m[8] < 0 && month == 2 {
		last = 29
	}
	if day < 1 || day > last {
		c.tell(r, s.from+m[4], s.from+m[1], Error, "date",
			say("datoen findes ikke: måneden har %d dage", "there is no such date: the month has %d days", last), Text{})
		return
	}
	if m[2] < 0 || m[8] < 0 {
		return
	}
	weekdays := []string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}
	if is := weekdays[time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()]; !strings.EqualFold(is, text[m[2]:m[3]]) {
		c.tell(r, s.from+m[2], s.from+m[3], Error, "date", say("dagen passer ikke: det var en %s", "the weekday is wrong: it was a %s", is), say("%[1]s", "%[1]s", is))
	}
}

// datesBack tells of a span of two dates with years whose first is the later: "fra den 1. april
// 2024 til den 31. marts 2024".
func (c *checker) datesBack(r *run, s sentence, a, b []int) {
	if a[8] < 0 || b[8] < 0 {
		return
	}
	switch s.text[a[1]:b[0]] {
	case " til ", " til den ", " til og med ", " til og med den ", "–", " – ":
	default:
		return
	}
	first, last := dayNumber(s.text, a), dayNumber(s.text, b)
	if first > last {
		c.tell(r, s.from+b[4], s.from+b[9], Error, "date", say("datoen ligger før den, der regnes fra", "the date is before the one that is counted from"), Text{})
	}
}

// dayNumber orders dates, by the places of their days, months and years in a text.
func dayNumber(text string, m []int) int64 {
	return wholeNumber(text[m[8]:m[9]])*10_000 + int64(slices.Index(months(), strings.ToLower(text[m[6]:m[7]]))+1)*100 + wholeNumber(text[m[4]:m[5]])
}
