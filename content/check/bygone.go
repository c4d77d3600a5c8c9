package check

import (
	"slices"
	"strings"
)

// A year some way before the edition's may be right anywhere: things were founded, built
// and decided in it. It is likely to be a slip only where something speaks against it.

// longAgo is how many years before the edition's a year is told of only where the text
// speaks against it.
const longAgo = 12

// bygone reports whether a year, two to eleven before the edition's, may well be meant: nothing
// in its clause says that it is of the edition's time, or to come.
func (c *checker) bygone(s sentence, at span, y int) bool {
	off := y - c.rep.Year
	if off > -2 || off <= -longAgo || c.stated(s, at) || lasts(s.lower[:at.from]) {
		return false
	}
	const soon = 5 // years from the edition's that a text speaks of as to come
	decade := off + 10
	if decade < -1 || decade > soon {
		return true
	}
	clause := s.clauseAround(at)
	if slices.ContainsFunc(clause.words, func(w word) bool {
		return w.lower == "bliver" || w.lower == "skal" || w.lower == "får" || w.lower == "kommer" || goingOn(w.lower)
	}) && !clause.past() {
		return false
	}
	if decade <= 1 && strings.HasSuffix(s.lower[:at.from], " end i ") {
		return false // a digit off the edition's own year, or its neighbour's
	}
	return s.past() || s.since()
}

// aim reports whether a year is one that aims are set for, some fives of years ahead, and its
// clause tells of nothing that has been.
func (c *checker) aim(s sentence, at span, y int) bool {
	const soon = 3 // years
	return y%5 == 0 && y > c.rep.Year+soon && y <= c.rep.Year+yearsAhead && !s.clauseAround(at).past()
}

// ofItself reports whether a year, or its place, tells that it is one that things were in: it is
// alone in a cell of a table, heads an entry of a list, is in a name, or is one end of a span
// of years.
func (r *run) ofItself(s sentence, at span) bool {
	rest, lead := s.text[at.to:], s.text[:at.from]
	switch {
	case r.table && strings.TrimSpace(r.text) == s.text[at.from:at.to]:
		return true
	case at.from == 0 && strings.HasPrefix(rest, ":"), strings.HasPrefix(rest, "”"):
		return true
	}
	if after, is := strings.CutPrefix(rest, "–"); is && digitsAt(after, 0) == 4 {
		return s.text[at.from:at.to] < after[:4]
	}
	if strings.HasSuffix(lead, "–") && len(lead) > len("2014–") {
		first := lead[len(lead)-len("2014–") : len(lead)-len("–")]
		return isYear(first) && first < s.text[at.from:at.to]
	}
	return false
}

// stated reports whether a sentence has a figure that the edition gives beside a year.
func (c *checker) stated(s sentence, at span) bool {
	return slices.ContainsFunc(s.figs, func(f figure) bool {
		return s.together(f.span, at) && f.telling(digits(abs(f.n))) > 2 && len(c.topics.exactly(f)) > 0
	})
}

// lasts reports whether a text, in lower case, ends in words for the end of what lasts: "løber
// til", "gælder til udgangen af".
func lasts(lead string) bool {
	if words := strings.Fields(lead); len(words) > 1 && words[len(words)-1] == "i" && goingOn(words[len(words)-2]) {
		return true
	}
	lead = strings.TrimSuffix(strings.TrimSuffix(lead, "udgangen af "), "og med ")
	lead, is := strings.CutSuffix(lead, " til ")
	if !is {
		return false
	}
	words := strings.Fields(lead[strings.LastIndexAny(lead, ",;:")+1:])
	const reach = 4
	return slices.ContainsFunc(words[max(0, len(words)-reach):], func(w string) bool {
		switch w {
		case "sidder", "løber", "gælder", "varer", "rækker", "fortsætter", "frem", "indtil", "forlænget", "forlænges", "udskudt":
			return true
		}
		return false
	})
}

// goingOn reports whether a word is a verb, in the present, of what goes on or is to be.
func goingOn(w string) bool {
	switch w {
	case "fortsætter", "slutter", "udløber", "åbner", "udkommer", "begynder", "holdes", "afholdes", "indvies", "offentliggøres", "afsluttes", "gennemføres", "træder":
		return true
	}
	return false
}

// clauseAround is the part of a sentence between the commas on either side of a place.
func (s sentence) clauseAround(at span) sentence {
	from := max(strings.LastIndex(s.text[:at.from], ", "), strings.LastIndex(s.text[:at.from], "; "), 0)
	to := len(s.text)
	if i := strings.IndexAny(s.text[at.to:], ",;"); i >= 0 {
		to = at.to + i
	}
	return sentence{words: s.within(from, to)}
}

// since reports whether a sentence has a word for how long ago something was.
func (s sentence) since() bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		switch w.lower {
		case "sidst", "senest", "dengang", "siden", "tidligere", "forrige", "sidste", "gamle", "fra", "efter":
			return true
		}
		return false
	})
}

// past reports whether a sentence tells of what has been.
func (s sentence) past() bool {
	for i := range s.words {
		w := s.words[i].lower
		whole := w == "samlede" && i > 0 && (s.words[i-1].lower == "de" || s.words[i-1].lower == "den" || s.words[i-1].lower == "det")
		if !whole && preterite(w) {
			return true
		}
	}
	return false
}

// preterite reports whether a word is a verb of the past.
func preterite(w string) bool {
	switch w {
	case "var", "blev", "havde", "fik", "lå", "sad", "bad", "hed", "kom", "gik", "gav", "stod", "holdt", "vandt", "skrev", "fandt", "løb", "steg", "faldt", "traf", "brød", "slog", "drog", "bød", "tog", "satte", "fortsatte":
		return true
	case "næste", "største", "første", "sidste", "yngste", "ældste", "mindste", "bedste",
		"hente", "afhente", "vente", "afvente", "forvente", "starte", "skifte", "udskifte", "løfte", "rede", "glæde", "bredte", "ventes", "forventes":
		return false
	}
	for _, end := range []string{"ede", "te", "edes", "tes", "tog", "kom", "gik", "gav", "stod", "holdt", "vandt", "skrev", "fandt", "lagde", "sagde", "gjorde", "traf", "brød", "slog", "drog", "skete", "lod"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return !strings.HasSuffix(w, "este") && !strings.HasSuffix(w, "aste") && !strings.HasSuffix(w, "tte") && !strings.HasSuffix(w, "ttes")
		}
	}
	return false
}
