package check

import (
	"slices"
	"strings"
)

// A figure that is told with "mere end" in one place is not told with "færre end" in another.

// bound is a place where a figure of figures.yaml is told with a word for more or for less.
type bound struct {
	r    *run
	at   span // of the figure
	said way
}

// bounding gathers those of a chapter.
func (c *checker) bounding() {
	if len(c.consts) == 0 {
		return
	}
	for _, r := range c.runs {
		if r.table {
			continue
		}
		for _, ref := range r.bound {
			name, _, _ := strings.Cut(ref.expr, "|")
			name = speltOut(strings.TrimSpace(name))
			if ref.waived || !c.ofFact(name) || limits(name) {
				continue
			}
			said := boundBefore(r.lower[:ref.from])
			if said == noWay || measures(firstOf(r.lower[ref.to:])) {
				continue // "over 12 måneder" is in the course of them
			}
			if c.bounds == nil {
				c.bounds = map[string][]bound{}
			}
			c.bounds[name] = append(c.bounds[name], bound{r, ref.span, said})
		}
	}
}

// ofFact reports whether a name in a reference is that of a figure of figures.yaml.
func (c *checker) ofFact(name string) bool {
	return slices.ContainsFunc(c.consts, func(k constant) bool { return speltOut(k.of.Name) == name })
}

// limits reports whether a figure is one that others are held against, above it or below.
func limits(name string) bool {
	for _, w := range []string{"maal", "graense", "krav", "loft_", "maksim", "minim", "budget", "norm", "target", "limit"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// firstOf is the first word of a text.
func firstOf(text string) string {
	w, _, _ := strings.Cut(strings.TrimLeft(text, " "), " ")
	return strings.Trim(w, ".,;:()")
}

// boundBefore is which way the words right before a figure, in lower case, say that what is
// meant is from it.
func boundBefore(lead string) way {
	const reach = 40
	words := strings.Fields(lead[max(0, len(lead)-reach):])
	word := func(k int) string {
		if len(words) < k {
			return ""
		}
		return strings.Trim(words[len(words)-k], "(„”\"–")
	}
	if denies(word(2)) || denies(word(3)) {
		return noWay
	}
	switch w := word(1); {
	case w == "end" || w == "than":
		if of := comparative(word(2)); of == up && (word(2) == "mere" || word(2) == "flere" || word(2) == "more") || of == down && (word(2) == "mindre" || word(2) == "færre" || word(2) == "less" || word(2) == "fewer") {
			return of
		}
	case w == "over", w == "godt", w == "mindst", w == "least" && word(2) == "at":
		return up
	case w == "under", w == "knap", w == "næsten", w == "højst", w == "almost", w == "nearly":
		return down
	}
	return noWay
}

// denies reports whether a word denies what comes after it.
func denies(w string) bool { return w == "ikke" || w == "aldrig" || w == "not" || w == "no" }

// unbounded tells of the figures that are bounded both ways, by their source or in the text:
// of the way that fewer places say, or the last.
func (c *checker) unbounded() {
	for _, k := range c.consts {
		list := c.bounds[speltOut(k.of.Name)]
		if len(list) == 0 {
			continue
		}
		_, sure, is := c.saidBy(quoted(k.of.Source))
		if !is {
			sure = noWay
		}
		ups := 0
		for _, b := range list {
			ups += int(b.said)
		}
		for i := len(list) - 1; i >= 0; i-- {
			b := list[i]
			others := sure != noWay && sure != b.said || sure == noWay && ups*int(b.said) <= 0
			if !others {
				continue
			}
			c.tell(b.r, b.at.from, b.at.to, Warning, "direction",
				say("et andet sted siges det modsatte om %s: mere eller mindre end tallet", "elsewhere the contrary is said of %s: more or less than the figure", k.of.Name), Text{})
			if sure == noWay && ups == 0 {
				break // it can't be known which
			}
		}
	}
}
