package check

import (
	"slices"
	"strings"
)

// planned reports whether the clause of a figure speaks of what is budgeted or expected,
// which is not what came of it.
func (sc *scene) planned(f figure) bool {
	if ofElsewhere(sc.s.lower) {
		return true
	}
	from, to := 0, len(sc.s.lower)
	for _, o := range sc.s.figs {
		if o.to <= f.from {
			from = o.to
		} else if o.from >= f.to && o.from < to {
			to = o.from
		}
	}
	for i, w := range sc.s.words {
		if f.kind == percent && w.to <= f.from && (awaits(w.lower) || w.lower == "næste" && i+1 < len(sc.s.words) && sc.s.words[i+1].lower == "år") {
			return true // by how much what is expected is more
		}
		if w.from < from || w.to > to {
			continue
		}
		if foresees(w.lower) {
			return true
		}
	}
	return false
}

// ofElsewhere reports whether a sentence, in lower case, is about others than the edition's
// own: the whole country, a line of business.
func ofElsewhere(lower string) bool {
	for _, w := range []string{"landets ", "landsplan", "til sammenligning", "landet som helhed", "hele landet", "brancheforening", "in comparison", "nationally", "nationwide"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

// foresees reports whether a word speaks of what is budgeted or expected.
func foresees(w string) bool {
	switch w {
	case "ventes", "venter", "ventede", "ventet":
		return true
	}
	for _, begin := range []string{"budget", "normal", "forudsæt", "forvente", "progno", "skøn", "planlagt", "planlægge", "expect", "forecast", "planned"} {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}

// foreseen reports whether the clause that a text ends in speaks of that.
func foreseen(lead string) bool {
	lead = lead[max(strings.LastIndexByte(lead, ','), strings.LastIndexByte(lead, ';'))+1:]
	return slices.ContainsFunc(strings.Fields(lead), foresees)
}

// ofTime reports whether a comparative at a place in a sentence compares with another time,
// as far as can be told: "mere end i 2023", "flere end før", not "højere end i resten af landet".
func (s sentence) ofTime(at int) bool {
	rest := s.lower[at:]
	i := strings.Index(rest, " end ")
	if i < 0 {
		i = strings.Index(rest, " than ")
	}
	const near, reach = 12, 45
	if i < 0 || i > near {
		return true
	}
	rest = rest[i+1:]
	rest = rest[:min(len(rest), reach)]
	if nextDigit(rest, 0) < len(rest) {
		return true
	}
	for _, w := range []string{"før", "sidst", "fjor", "forrige", "tidligere", "forinden", "siden", "år", "ago", "before", "earlier", "last", "previous", "year", "used to", "it was", "de "} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// scoped reports whether between a topic's name and its figure the text says that it is
// of some of it only: "sygefraværet i ældreplejen er".
func scoped(words []word, from, to int) bool {
	for i, w := range words {
		if w.from < from || w.to > to || i+1 >= len(words) || words[i+1].to > to {
			continue
		}
		next := words[i+1].lower
		if slices.Contains([]string{"i", "på", "hos", "blandt", "for", "inden", "in", "among", "within"}, w.lower) &&
			nextDigit(next, 0) == len(next) && len(next) > 4 && !joins(next) && !joinsTo(next) && !slices.Contains([]string{"kommunen", "foreningen", "forbundet", "selskabet", "gennemsnit"}, next) {
			return true
		}
	}
	return false
}
