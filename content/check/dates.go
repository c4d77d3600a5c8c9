package check

import (
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
