package check

import "strings"

// How long a collective agreement is for is told alike wherever a chapter tells it: "fornyet for en
// periode på to år", "forliget løber i to år".

// duration is a place where a chapter tells it.
type duration struct {
	r     *run
	at    span // of the number
	years int64
}

// howLong holds those of a chapter against the first.
func (c *checker) howLong() {
	var first *duration
	for _, r := range c.runs {
		if r.marks&timed == 0 || r.marks&counting == 0 || r.heading || r.table {
			continue
		}
		for _, s := range r.parts {
			if !s.has(timed) || !s.has(counting) || !bargained(s.lower) {
				continue
			}
			for i := 3; i < len(s.words); i++ {
				is, ok := durationAt(r, s, i)
				switch {
				case !ok:
				case first == nil:
					first = &is
				case first.years != is.years:
					c.tell(r, is.at.from, is.at.to, Warning, "figure-differs",
						say("før i kapitlet er aftalen for %d år", "earlier in the chapter the agreement is for %d years", first.years), Text{})
				}
			}
		}
	}
}

// bargained reports whether a sentence is of a collective agreement, and of no earlier one.
func bargained(lower string) bool {
	if !strings.Contains(lower, "overenskomst") && !strings.Contains(" "+lower, " forlig") {
		return false
	}
	for _, w := range [...]string{"tidligere", "forrige", "seneste", "hidtil", "normalt", "plejer", "næste", "i stedet"} {
		if strings.Contains(lower, w) {
			return false
		}
	}
	return true
}

// durationAt is how long a sentence says before its i-th word, "år", that something is for.
func durationAt(r *run, s sentence, i int) (duration, bool) {
	const most = 10
	w := s.words[i-1]
	n := wholeNumber(w.lower)
	if s.words[i].lower != "år" || n < 1 || n > most || !runsFor(s.words[i-3].lower, s.words[i-2].lower) {
		return duration{}, false
	}
	return duration{r, span{s.from + w.from, s.from + w.to}, n}, true
}

// runsFor reports whether two words stand before how long something is for.
func runsFor(a, b string) bool {
	switch a {
	case "løber", "løb", "gælder", "gjaldt", "varer":
		return b == "i" || b == "over"
	}
	return b == "på" && strings.HasSuffix(a, "periode")
}
