package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// front holds the years in the report's title and subtitle against its own.
func (c *checker) front() {
	c.frontYear(c.rep.Title, func(int) bool { return false })
	c.frontYear(c.rep.Subtitle, func(y int) bool { return y > c.rep.Year+1 && y%5 == 0 })
}

// frontYear finds a year that is not the report's in a text without that one, where it
// is no goal, no beginning and no part of a span.
func (c *checker) frontYear(text string, goal func(year int) bool) {
	if strings.Contains(text, strconv.Itoa(c.rep.Year)) {
		return
	}
	r := &run{pos: c.rep.Pos, text: spaced(text)}
	for _, at := range fourDigits(r.text) {
		y, _ := strconv.Atoi(r.text[at.from:at.to])
		if y < c.rep.Year-100 || y > c.rep.Year+100 || goal(y) || spanned(r.text, at) || aims(r.text[:at.from]) {
			continue
		}
		c.tell(r, at.from, at.to, Error, "year",
			say("beretningen er for %d, og her står %d", "the report is for %d, and this says %d", c.rep.Year, y), say("%d", "%d", c.rep.Year))
		return
	}
}

// spanned reports whether a year is one end of a span: 2024/25, 2020–2030.
func spanned(text string, at span) bool {
	near := strings.TrimLeft(text[at.to:], " ")
	lead := strings.TrimRight(text[:at.from], " ")
	for _, sign := range []string{"–", "-", "/"} {
		if strings.HasPrefix(near, sign) && digitsAt(strings.TrimLeft(near[len(sign):], " "), 0) > 0 || strings.HasSuffix(lead, sign) {
			return true
		}
	}
	return false
}

// aims reports whether the words before a year make it a goal or a beginning.
func aims(lead string) bool {
	words := strings.Fields(strings.ToLower(lead))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "mod", "til", "inden", "før", "siden", "fra", "efter", "towards", "to", "by", "before", "since", "from", "after", "strategi", "vision", "strategy":
		return true
	}
	return false
}

// latest is how many years after the report's a date of it may be.
const latest = 2

// dates holds the date of the report and those of its signatures against its year: the
// accounts are signed when the year is over, and not long after.
func (c *checker) dates() {
	// A date that the file does not have is the build's.
	if strings.Contains(c.ed.Files[c.rep.Pos.File], c.rep.Date) {
		c.dateAfter(diag.Pos{File: c.rep.Pos.File, Line: 1, Column: 1}, c.rep.Date)
	}
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Signatures:
				c.dateAfter(b.Pos, b.Date)
			case content.Auditor:
				c.dateAfter(b.Pos, b.Date)
			}
		}
	}
	c.closings()
}

// dateAfter judges one: dates in ISO 8601 are in order as texts.
func (c *checker) dateAfter(pos diag.Pos, date string) {
	first := fmt.Sprintf("%04d-12-31", c.rep.Year)
	if !c.calendar() {
		first = fmt.Sprintf("%04d-01-01", c.rep.Year) // its year ends within it
	}
	switch {
	case date == "":
	case date < first:
		c.tellAt(pos, date, Error, "date", say("datoen er før årets udgang: beretningen er for %d", "the date is before the year's end: the report is for %d", c.rep.Year), Text{})
	case date > fmt.Sprintf("%04d-12-31", c.rep.Year+latest):
		c.tellAt(pos, date, Error, "date", say("datoen er mere end %d år efter beretningens, %d", "the date is more than %d years after the report's, %d", latest, c.rep.Year), Text{})
	}
}

// calendar reports whether the accounts' year is the calendar's: no statement says
// when it is of, or one says December.
func (c *checker) calendar() bool {
	said := false
	for _, s := range c.rep.Accounts.Statements {
		if strings.Contains(strings.ToLower(s.When), "december") {
			return true
		}
		said = said || s.When != ""
	}
	return !said
}
