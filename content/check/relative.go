package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// when is a year a sentence names in words: "i år", "sidste år".
type when struct {
	at   span
	year int
}

// whensIn are the years a text, in lower case, names in words, for an edition of a
// year.
func whensIn(form *regexp.Regexp, lower string, edition int) []when {
	if !strings.Contains(lower, "i år") && !strings.Contains(lower, "e år") && !strings.Contains(lower, "året før") {
		return nil
	}
	var out []when
	for _, m := range form.FindAllStringIndex(lower, -1) {
		if next, _ := utf8.DecodeRuneInString(lower[m[1]:]); wordly(next) {
			continue // "i årets løb"
		}
		w := when{span{m[0], m[1]}, edition - 1}
		if lower[m[0]:m[1]] == "i år" {
			w.year = edition
		}
		out = append(out, w)
	}
	return out
}

// relativeYears holds "i år" and "sidste år" against the years of the figures they
// stand with, and a year written beside them.
func (c *checker) relativeYears(r *run, s sentence) {
	whens := whensIn(c.forms.whens(), s.lower, c.rep.Year)
	if len(whens) == 0 {
		return
	}
	for _, w := range whens {
		c.yearBeside(r, s, w)
		if w.year == c.rep.Year && s.heldAgainst(w.at.from) && !c.toCome(r, s) {
			c.tell(r, s.from+w.at.from, s.from+w.at.to, Error, "year",
				say("%q er beretningens eget år; her står, hvad det sammenlignes med", "%q is the report's own year; this is what it is compared with", s.text[w.at.from:w.at.to]), say("sidste år", "last year"))
		}
	}
	figs := slices.DeleteFunc(slices.Clone(s.figs), func(f figure) bool { return f.kind != money })
	if len(fourDigits(s.text)) > 0 || len(figs) == 0 {
		return // a year in digits is held against its figures elsewhere
	}
	for i, w := range whens {
		if strings.HasSuffix(s.lower[:w.at.from], " end ") || closest(s.figs, w.at).kind != money {
			continue // the figure is compared with that year's, or another is of it
		}
		switch {
		case len(whens) == len(figs):
			c.yearOfFigure(r, s, w, figs[i])
		case len(whens) == 1:
			c.yearOfFigure(r, s, w, closest(figs, w.at))
		}
	}
}

// closest is the figure nearest to a place.
func closest(figs []figure, at span) figure {
	best, off := figs[0], 1<<30
	for _, f := range figs {
		if d := max(f.from-at.to, at.from-f.to); d < off {
			best, off = f, d
		}
	}
	return best
}

// yearOfFigure tells of a figure of the accounts that is another year's than the
// words with it say.
func (c *checker) yearOfFigure(r *run, s sentence, w when, f figure) {
	const telling = 3 // digits
	if f.about || f.digits < telling {
		return
	}
	is := 0
	for _, e := range c.ledger.exactly(f) {
		switch {
		case e.year == w.year || e.year == 0:
			return
		case e.named(s.lower) || f.digits >= 7:
			is = e.year
		}
	}
	if is == 0 {
		return
	}
	c.tell(r, s.from+w.at.from, s.from+w.at.to, Error, "year",
		Text{fmt.Sprintf("%q er %d, og tallet er fra %d", s.text[w.at.from:w.at.to], w.year, is),
			fmt.Sprintf("%q is %d, and the figure is of %d", s.text[w.at.from:w.at.to], w.year, is)}, Text{})
}

// yearBeside tells of a year in digits right after the words that they can't mean:
// they are said of the edition's year, or of the one it is written in.
func (c *checker) yearBeside(r *run, s sentence, w when) {
	rest := s.text[w.at.to:]
	from := 0
	for from < len(rest) && (rest[from] == ' ' || rest[from] == ',' || rest[from] == '(') {
		from++
	}
	if from == 0 || from+4 > len(rest) || from+4 < len(rest) && wordly(rune(rest[from+4])) {
		return
	}
	year, err := strconv.Atoi(rest[from : from+4])
	const far = 5 // years
	if err != nil || year < 1900 || year == w.year || year == w.year+1 || from == 1 && rest[0] == ' ' && abs(int64(year-w.year)) > far {
		return // "i år 2050" is that year's name
	}
	at := s.from + w.at.to + from
	c.tell(r, at, at+4, Error, "year", say("%q er %d", "%q is %d", s.text[w.at.from:w.at.to], w.year), say("%d", "%d", w.year))
}
