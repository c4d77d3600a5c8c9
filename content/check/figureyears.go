package check

import (
	"slices"
	"strconv"
	"strings"
)

// figureYear finds a figure of the accounts beside the year of the other column:
// of one year the figure nearest to it, of as many years as figures each its own.
func (c *checker) figureYear(r *run, s sentence, years []span) {
	if len(years) == 0 || slices.ContainsFunc(s.words, func(w word) bool { return foresees(w.lower) }) || strings.Contains(s.lower, "sidste år") || strings.Contains(s.lower, "ligesom") {
		return
	}
	earlier := len(s.text) // from here on the year before is meant
	if i := strings.Index(s.lower, " mod "); i >= 0 && strings.Contains(s.lower[i:], "året før") {
		earlier = i
	}
	var figs []figure
	for _, f := range s.figs {
		if f.kind == money && f.digits >= 2 && !f.about && f.from < earlier {
			figs = append(figs, f)
		}
	}
	switch {
	case len(figs) == 0:
	case len(years) == 1:
		if f := closest(figs, years[0]); s.together(f.span, years[0]) {
			c.yearBy(r, s, years[0], f)
		}
	case len(years) == len(figs):
		for i, at := range years {
			c.yearBy(r, s, at, figs[i])
		}
	}
}

// together reports whether a figure and a year belong to each other: no other figure and
// no end of a clause is between them, and the year is not one that is compared with.
func (s sentence) together(f, year span) bool {
	lead := strings.Fields(s.lower[:year.from])
	if n := len(lead); n > 1 && entered(lead[n-1], lead[n-2]) {
		return false
	}
	if n := len(lead); n > 1 && lead[n-1] == "i" && (lead[n-2] == "end" || lead[n-2] == "som") || n > 0 && lead[n-1] == "siden" {
		return false
	}
	from, to := min(f.to, year.to), max(f.from, year.from)
	if to < from { // the figure is the year: "2024 kr." heads a column
		return false
	}
	if strings.ContainsAny(s.text[from:to], ",;:()") { // of another clause
		return false
	}
	for _, o := range s.figs {
		if o.from >= from && o.to <= to {
			return false
		}
	}
	return true
}

// due reports whether a text, in lower case, ends in words for when something is to be done.
func due(lead string) bool {
	for _, end := range []string{"udgangen af ", "inden ", "senest i ", "frem til ", "til og med ", "i løbet af ", "fra ", "før "} {
		if strings.HasSuffix(lead, end) {
			return true
		}
	}
	return false
}

// yearBy holds a year against the figure it stands by.
func (c *checker) yearBy(r *run, s sentence, at span, f figure) {
	said, _ := strconv.Atoi(s.text[at.from:at.to])
	const reach = 5 // digits by which a figure is no other by chance
	if said > c.rep.Year && due(s.lower[:at.from]) {
		return // what is of this year is to be done with then
	}
	if near := said - c.rep.Year; near < -2 || near > 2 || (near < -1 || near > 1) && f.digits < reach {
		return
	}
	exact := c.ledger.exactly(f)
	is := 0
	for _, e := range exact {
		switch {
		case e.year == said || e.year == 0 && e.named(s.lower):
			return
		case e.year == 0:
		case e.named(s.lower) || f.digits >= 7 || f.digits >= 3 && (len(exact) == 1 || strings.Contains(s.lower, "skud")):
			is = e.year
		}
	}
	if is != 0 {
		c.tell(r, s.from+at.from, s.from+at.to, Error, "year",
			say("tallet er fra %d, og her står %d", "the figure is of %d, and %d is said", is, said), say("%d", "%d", is))
	}
}
