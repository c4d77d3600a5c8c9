package check

import (
	"cmp"
	"strings"
)

// era is when a figure of a sentence is of.
type era uint8

const (
	eraUnsaid era = iota // most likely the edition's year
	eraNow               // the edition's year, or what something came to
	eraThen              // an earlier year, or what something came from
	eraBy                // of none: it is by how much something changed or differs
)

// aged is a figure and when it is of.
type aged struct {
	figure
	era   era
	intro string // the word that leads to it: mod, fra, end, til; else empty
	noun  word   // what it counts; empty where none is said
}

// ages reads when each of a sentence's figures is of.
func (c *checker) ages(r *run, s sentence, figs []figure) []aged {
	out := make([]aged, len(figs))
	mixed := false
	for _, f := range figs {
		mixed = mixed || f.kind != percent
	}
	from := 0
	for i, f := range figs {
		to := len(s.text)
		if i+1 < len(figs) {
			to = figs[i+1].from
		}
		out[i] = aged{figure: f, noun: s.counted(f)}
		one := &out[i]
		lead, rest := s.within(from, f.from), s.within(f.to, to)
		one.intro = introOf(lead)
		switch {
		case s.measures(f, lead, rest), f.kind == percent && mixed, strings.Contains(s.text[f.from:f.to], "point"):
			one.era = eraBy
		default:
			one.era = cmp.Or(c.eraOf(s, one, lead, rest), c.eraAsked(r, s, f))
		}
		from = f.to
	}
	return out
}

// eraAsked is when a figure by reference is of, by the year that it asks for.
func (c *checker) eraAsked(r *run, s sentence, f figure) era {
	for _, b := range r.bound {
		if b.waived || b.from >= s.from+f.to || b.to <= s.from+f.from {
			continue
		}
		names := namesIn(b.expr)
		switch {
		case len(names) != 1:
			return eraBy
		case names[0].before || names[0].year != 0 && names[0].year < c.rep.Year:
			return eraThen
		}
		if t := c.topics.byID[names[0].id]; t != nil && t.line == nil && names[0].year == 0 {
			if _, year := withoutYear(names[0].id, c.rep.Year); year < c.rep.Year {
				return eraThen
			}
		}
	}
	return eraUnsaid
}

// within are the words of a sentence between two places.
func (s sentence) within(from, to int) []word {
	first := 0
	for first < len(s.words) && s.words[first].from < from {
		first++
	}
	last := first
	for last < len(s.words) && s.words[last].to <= to {
		last++
	}
	return s.words[first:last]
}

// counted is the word right after a figure, where it is a noun: not one that joins.
func (s sentence) counted(f figure) word {
	for _, w := range s.words {
		if w.from < f.to {
			continue
		}
		if w.from > f.to+1 || len(w.lower) < 4 || upper(w.text) || joins(w.lower) || joinsTo(w.lower) || w.lean != noWay || comparative(w.lower) != noWay || isYear(w.lower) || connects(w.lower) {
			return word{}
		}
		return w
	}
	return word{}
}

// introOf is the word that leads to a figure: the last of its lead, but for articles.
func introOf(lead []word) string {
	for i := len(lead) - 1; i >= max(0, len(lead)-3); i-- {
		switch w := lead[i].lower; w {
		case "de", "den", "det", "kun", "blot", "i", "alt", "the", "only":
			continue
		case "mod", "imod", "fra", "end", "til", "from", "to", "than", "against":
			return w
		}
		return ""
	}
	return ""
}

// measures reports whether a figure is by how much something differs or changed: "tre
// flere", "steget med 3".
func (s sentence) measures(f figure, lead, rest []word) bool {
	for i := 0; i < min(2, len(rest)); i++ {
		if i > 0 && connects(rest[0].lower) {
			break // "412 er flere end"
		}
		if comparative(rest[i].lower) != noWay && !strings.ContainsAny(s.text[f.to:rest[i].from], ",;:()") {
			return true
		}
	}
	n := len(lead)
	if n > 0 && lead[n-1].lean != noWay && comparative(lead[n-1].lower) == noWay && strings.Trim(s.text[lead[n-1].to:f.from], " ") == "" {
		return true // "steg 2,1 pct."
	}
	if n < 2 || lead[n-1].lower != "med" && lead[n-1].lower != "på" && lead[n-1].lower != "by" && lead[n-1].lower != "of" {
		return false
	}
	reach := 6
	if f.kind == percent {
		reach = 12
	}
	for i := n - 2; i >= max(0, n-reach); i-- {
		if strings.ContainsAny(s.text[lead[i].to:lead[n-1].from], ",;:()") {
			return false
		}
		if lead[i].lean != noWay || lead[i].lower == "forskel" || strings.HasPrefix(lead[i].lower, "ændring") || lead[i].lower == "op" || lead[i].lower == "ned" || lead[i].lower == "plus" || lead[i].lower == "minus" {
			return true
		}
	}
	return false
}

// eraOf is when a figure is of by the words on either side, up to the next figures.
func (c *checker) eraOf(s sentence, f *aged, lead, rest []word) era {
	said := c.saidBefore(s, lead)
	switch f.intro {
	case "mod", "imod", "end", "than", "against":
		return eraThen
	case "fra", "from":
		if len(rest) > 0 && (rest[len(rest)-1].lower == "til" || rest[len(rest)-1].lower == "to") || s.leansUpTo(f.from) {
			return eraThen
		}
	case "til", "to":
		if said != eraThen && s.leansUpTo(f.from) {
			return eraNow
		}
	}
	return cmp.Or(c.saidAfter(s, f.to, rest), said)
}

// leansUpTo reports whether a word for a rise or a fall stands before a place.
func (s sentence) leansUpTo(at int) bool {
	for i := range s.words {
		if s.words[i].to > at {
			break
		}
		if w := s.words[i].lower; s.lean(i) != noWay && comparative(w) == noWay || goesWith(w) || w == "op" || w == "ned" {
			return true
		}
	}
	return false
}

// saidAfter is when a figure is of by the first words after it: "27 ansatte i 2023".
func (c *checker) saidAfter(s sentence, at int, rest []word) era {
	const reach = 5
	for i := 0; i < min(reach, len(rest)); i++ {
		if strings.ContainsAny(s.text[at:rest[i].from], ",;:(–") {
			return eraUnsaid
		}
		switch rest[i].lower {
		case "end", "mod", "imod", "fra", "til", "siden", "og", "som", "than", "to", "from", "and", "hvor", "da":
			return eraUnsaid
		}
		if e := c.timeAt(rest, i); e != eraUnsaid {
			return e
		}
	}
	return eraUnsaid
}

// saidBefore is when a figure is of by the words before it: "året før var det 27", "end i
// 2023, hvor der var 27", not "mere end i 2023, i alt 27".
func (c *checker) saidBefore(s sentence, lead []word) era {
	for i := len(lead) - 1; i >= 0; i-- {
		e := c.timeAt(lead, i)
		if e == eraUnsaid {
			continue
		}
		after := lead[i+1:]
		related := len(after) > 0 && (after[0].lower == "hvor" || after[0].lower == "da" || after[0].lower == "when")
		const reach = 4
		for k := i - 1; k >= max(0, i-reach); k-- {
			switch lead[k].lower {
			case "end", "som", "siden", "fra", "than", "since", "mod", "med", "efter":
				if !related {
					return eraUnsaid
				}
			}
		}
		if e == eraThen && !related && len(after) > 0 && strings.ContainsAny(s.text[lead[i].to:after[len(after)-1].to], ",;:") {
			return eraUnsaid
		}
		return e
	}
	return eraUnsaid
}

// timeAt is the time that the i-th of some words ends to name.
func (c *checker) timeAt(words []word, i int) era {
	w, last := words[i].lower, ""
	if i > 0 {
		last = words[i-1].lower
	}
	switch w {
	case "fjor", "fjorårets", "primo":
		return eraThen
	case "før", "forinden", "forud", "tidligere", "before", "earlier":
		if last == "året" || last == "år" || last == "year" {
			return eraThen
		}
	case "år", "års", "year":
		switch last {
		case "sidste", "forrige", "last", "previous":
			return eraThen
		case "i", "dette", "this":
			return eraNow
		}
	case "begyndelse", "begyndelsen", "indgang", "indgangen", "start", "starten":
		if last == "årets" || last == "ved" || last == "i" {
			return eraThen
		}
	case "nu", "now", "ultimo":
		return eraNow
	}
	const back = 10 // years that a figure may be compared with
	if isYear(w) {
		switch off := int(wholeNumber(w)) - c.rep.Year; {
		case off == 0:
			return eraNow
		case off < 0 && off >= -back:
			return eraThen
		}
	}
	return eraUnsaid
}
