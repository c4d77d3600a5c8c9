package check

import "strings"

// definite is a small number of things that are spoken of as all there are: "de fem kommuner",
// "alle fem kommuner".
type definite struct {
	r    *run
	at   span // of the number, in the run
	n    int64
	noun int32 // by its number in the lexicon
}

// definites gathers those of a chapter.
func (c *checker) definites() {
	for _, r := range c.runs {
		if r.marks&counting == 0 {
			continue
		}
		for _, s := range r.parts {
			if !s.has(counting) {
				continue
			}
			for i := 1; i+1 < len(s.words); i++ {
				c.definite(r, s, i)
			}
		}
	}
}

// definite takes one up: the i-th word is its number.
func (c *checker) definite(r *run, s sentence, i int) {
	const fewest, most = 2, 30
	w, before, noun := s.words[i], s.words[i-1].lower, &s.words[i+1]
	if before != "de" && before != "alle" && before != "vores" && before != "egne" && before != "samtlige" {
		return
	}
	n := numberSaid(w.lower)
	if n < fewest || n > most {
		return
	}
	if f := &c.read.known.forms[noun.id]; f.runes < long || noun.from != w.to+1 || upper(noun.text) || comparative(noun.lower) != noWay || strings.HasSuffix(noun.lower, "ste") || timely(noun.lower) || r.isBound(s.from+w.from, s.from+w.to) {
		return
	}
	c.allThere = append(c.allThere, definite{r, span{s.from + w.from, s.from + w.to}, n, noun.id})
}

// timely reports whether a word is of time, of which any number may be all that is meant.
func timely(w string) bool {
	for _, begin := range []string{"år", "måned", "uge", "dag", "time", "minut", "kvartal", "gang", "første", "sidste", "punkt", "person", "områd", "indsats"} {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}

// outvoted tells of one that is not as many as all others say that there are.
func (c *checker) outvoted() {
	by := map[int32]map[int64]int{}
	for _, d := range c.allThere {
		if by[d.noun] == nil {
			by[d.noun] = map[int64]int{}
		}
		by[d.noun][d.n]++
	}
	for _, d := range c.allThere {
		counts := by[d.noun]
		if len(counts) != 2 || counts[d.n] != 1 {
			continue
		}
		for n, times := range counts {
			const least = 2 // that say the other number
			if off := n - d.n; n == d.n || times < least || d.n < n && (off > 1 || d.n < 4) {
				continue // of some of them
			}
			c.tell(d.r, d.at.from, d.at.to, Warning, "figure-differs",
				say("andre steder er der %d", "elsewhere there are %d", n), say("%d", "%d", n))
		}
	}
}
