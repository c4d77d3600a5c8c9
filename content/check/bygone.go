package check

import (
	"slices"
	"strings"
)

// A year some way before the edition's may be right anywhere: things were founded, built
// and decided in it. It is likely to be a slip only where something speaks against it.

// longAgo is how many years before the edition's a year is told of only where the text
// speaks against it.
const longAgo = 10

// bygone reports whether a year, two to ten before the edition's, may well be meant: nothing
// in its sentence says that it is of the edition's time, or to come.
func (c *checker) bygone(s sentence, at span, y int) bool {
	off := y - c.rep.Year
	if off > -2 || off <= -longAgo || c.stated(s) {
		return false
	}
	if lasts(s.lower[:at.from]) {
		return false
	}
	const soon = 5 // years from the edition's that a text speaks of as to come
	decade := off + 10
	return s.past() || decade < 0 || decade > soon
}

// stated reports whether a sentence has a figure that the edition gives.
func (c *checker) stated(s sentence) bool {
	return slices.ContainsFunc(s.figs, func(f figure) bool {
		return f.telling(digits(abs(f.n))) > 1 && len(c.topics.exactly(f)) > 0
	})
}

// lasts reports whether a text, in lower case, ends in words for the end of what lasts: "løber
// til", "gælder til udgangen af".
func lasts(lead string) bool {
	lead = strings.TrimSuffix(strings.TrimSuffix(lead, "udgangen af "), "og med ")
	lead, is := strings.CutSuffix(lead, " til ")
	if !is {
		return false
	}
	words := strings.Fields(lead[strings.LastIndexAny(lead, ",;:")+1:])
	const reach = 4
	return slices.ContainsFunc(words[max(0, len(words)-reach):], func(w string) bool {
		switch w {
		case "løber", "gælder", "varer", "rækker", "fortsætter", "frem", "indtil", "forlænget", "forlænges", "udskudt":
			return true
		}
		return false
	})
}

// past reports whether a sentence tells of what has been.
func (s sentence) past() bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return preterite(w.lower) })
}

// preterite reports whether a word is a verb of the past, or one for how long ago something was.
func preterite(w string) bool {
	switch w {
	case "var", "blev", "havde", "fik", "så", "lå", "sad", "bad", "hed", "bød", "sidst", "senest", "dengang", "siden", "tidligere", "forrige", "sidste", "gamle", "fra", "efter":
		return true
	}
	for _, end := range []string{"ede", "te", "edes", "tes", "tog", "kom", "gik", "gav", "stod", "holdt", "vandt", "skrev", "fandt", "lagde", "sagde", "gjorde", "løb", "steg", "faldt", "traf", "brød", "slog", "drog", "bød", "nåede", "solgte", "skete"} {
		if len(w) > len(end) && strings.HasSuffix(w, end) && !strings.HasSuffix(w, "este") && !strings.HasSuffix(w, "rede") || w == end && end != "te" && end != "ede" {
			return true
		}
	}
	return false
}
