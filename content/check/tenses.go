package check

import (
	"slices"
	"strconv"
	"strings"
)

// tenses holds the years of a sentence against its verbs and against each other: what is
// expected is to come, what has been is not, and nothing is compared with itself.
func (c *checker) tenses(r *run, s sentence, years []span) {
	for i, at := range years {
		text := s.text[at.from:at.to]
		if !isYear(text) {
			continue
		}
		y, _ := strconv.Atoi(text)
		switch {
		case i+1 < len(years) && s.runsBack(at, years[i+1]):
			next := years[i+1]
			c.tell(r, s.from+at.from, s.from+next.to, Error, "year", say("årene står i omvendt orden", "the years are the wrong way round"), Text{})
		case y == c.rep.Year && s.withItself(at) && !c.toCome(r, s):
			c.tell(r, s.from+at.from, s.from+at.to, Error, "year",
				say("%d er beretningens eget år; her står, hvad det sammenlignes med", "%d is the report's own year; this is what it is compared with", y), say("%d", "%d", y-1))
		case y <= c.rep.Year && y > c.rep.Year-longAgo && !s.heldAgainst(at.from) && (s.expected(at, y < c.rep.Year) || s.aheadOf(at) || s.notBefore(at)):
			c.tell(r, s.from+at.from, s.from+at.to, Warning, "year",
				say("%d er gået, og her står, hvad der ventes", "%d is past, and this is what is expected", y), say("%d", "%d", c.rep.Year+1))
		case y > c.rep.Year+1 && s.happened(at):
			c.tell(r, s.from+at.from, s.from+at.to, Error, "year",
				say("%d er ikke kommet, og her står, hvad der skete", "%d has not come, and this is what happened", y), say("%d", "%d", c.rep.Year))
		case c.notYet(s, at, y) || c.notLaid(s, at, y) || c.notOver(s, at, y):
			c.tell(r, s.from+at.from, s.from+at.to, Warning, "year",
				say("beretningen er fra %s, og her står, hvad der er sket senere", "the report is of %s, and this is what has happened later", c.closed()), Text{})
		}
	}
}

// runsBack reports whether a text goes from a year to one before it, or to itself: "fra 2026 til 2023".
func (s sentence) runsBack(a, b span) bool {
	first, last := s.text[a.from:a.to], s.text[b.from:b.to]
	if first == last && s.text[a.to:b.from] == " til " {
		return true
	}
	if !isYear(last) || first <= last {
		return false
	}
	lead, gap := s.lower[:a.from], s.lower[a.to:b.from]
	return gap == " til " && (strings.HasSuffix(lead, "fra ") || strings.HasSuffix(lead, "årene ")) || gap == " og " && strings.HasSuffix(lead, "mellem ")
}

// withItself reports whether a year is what something is compared with: "mere end i 2024",
// "mod 1.200 kr. i 2024".
func (s sentence) withItself(at span) bool {
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 3 || s.words[i-1].lower != "i" {
		return false
	}
	k := i - 2
	if s.words[k].lower == "end" {
		const reach = 3
		for n := k - 1; n >= max(0, k-reach); n-- {
			if comparative(s.words[n].lower) != noWay {
				return !s.denied(n)
			}
		}
		return false
	}
	return s.heldAgainst(at.from)
}

// heldAgainst reports whether right before a place there is a figure that another is held
// against: "412 mod 387".
func (s sentence) heldAgainst(at int) bool {
	for i, f := range s.figs {
		if f.to > at {
			break
		}
		gap := s.lower[f.to:at]
		if i+1 < len(s.figs) && s.figs[i+1].to <= at || len(strings.Fields(strings.Trim(gap, "."))) > 2 || strings.ContainsAny(gap, ",;:()") {
			continue
		}
		lead := s.lower[:f.from]
		return i > 0 && (strings.HasSuffix(lead, " mod ") || strings.HasSuffix(lead, " end de ") || strings.HasSuffix(lead, " end "))
	}
	return false
}

// toCome reports whether a sentence speaks of what is planned, or its text of a year after the
// edition's: the edition's may be what that is compared with.
func (c *checker) toCome(r *run, s sentence) bool {
	return c.plansIn(r) || slices.ContainsFunc(s.words, func(w word) bool {
		switch w.lower {
		case "vil", "skal", "bliver", "kan", "kommende", "næste", "fremover", "stiger", "falder", "hæves", "sænkes", "indstiller", "foreslår":
			return true
		}
		return foresees(w.lower)
	})
}

// plansIn reports whether a text tells of a year after the edition's.
func (c *checker) plansIn(r *run) bool {
	return slices.ContainsFunc(fourDigits(r.text), func(at span) bool {
		y, _ := strconv.Atoi(r.text[at.from:at.to])
		return y > c.rep.Year && y < c.rep.Year+yearsAhead
	})
}

// awaits reports whether a word is a verb, in the present, for what is to come.
func awaits(w string) bool {
	switch w {
	case "venter", "ventes", "forventer", "forventes", "budgetterer", "budgetteres", "planlægger", "planlægges", "vil":
		return true
	}
	return false
}

// aheadOf reports whether a year is to come, by the words about it: "foran os ligger 2025", "på vejen
// mod 2030", "så vi kan gå ind i 2025", "inden 2025 er omme".
func (s sentence) aheadOf(at span) bool {
	lead := s.lower[:at.from]
	for _, end := range []string{"foran os ligger ", "ligger foran os i ", "på vej ind i ", "på vej mod ", "på vejen mod ", "hen mod ", "på vej frem mod "} {
		if strings.HasSuffix(lead, end) {
			return s.now()
		}
	}
	if before, is := strings.CutSuffix(lead, " gå ind i "); is {
		const reach = 3
		words := strings.Fields(before)
		return slices.ContainsFunc(words[max(0, len(words)-reach):], func(w string) bool { return w == "kan" || w == "skal" || w == "vil" })
	}
	if strings.HasSuffix(lead, "inden ") || strings.HasSuffix(lead, "før ") {
		return over(s.lower[at.to:]) && s.now()
	}
	return false
}

// notBefore reports whether a year is when something is first to be: "som først får svar hen over 2025".
func (s sentence) notBefore(at span) bool {
	const reach = 6
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 1 || s.words[i-1].lower != "i" && s.words[i-1].lower != "over" {
		return false
	}
	for k := i - 2; k > max(0, i-reach) && s.text[s.words[k].to:s.words[k+1].from] == " "; k-- {
		switch s.words[k].lower {
		case "får", "kommer", "bliver", "kan", "skal", "ventes":
			return s.words[k-1].lower == "først"
		}
	}
	return false
}

// over reports whether a text, in lower case, begins with words by which what is before it ends.
func over(rest string) bool {
	for _, w := range []string{" er omme", " er slut", " er ovre", " er forbi", " er gået", " rinder ud", " løber ud", " slutter"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// now reports whether the first verb of a sentence that tells its time is of the present.
func (s sentence) now() bool {
	for _, w := range s.words {
		switch w.lower {
		case "er", "har", "skal", "vil", "kan", "bliver", "ligger", "venter":
			return true
		}
		if preterite(w.lower) {
			return false
		}
	}
	return true
}

// expected reports whether a year stands with a verb for what is to come, and none for what
// has been: "venter et overskud i 2024", "i 2024 vil vi", of a year that is long over "bliver holdt i 2023" too.
func (s sentence) expected(at span, over bool) bool {
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })
	if i < 1 {
		return false
	}
	k := i - 1 // the preposition
	if k > 0 && monthOf(s.words[k].lower) != "" {
		k--
	}
	if s.words[k].lower != "i" {
		return false
	}
	if s.opens(k) && i+1 < len(s.words) && s.text[at.to:s.words[i+1].from] == " " && toBe(s.words[i+1].lower) || s.cleft(k, i) {
		return true
	}
	if k < i-1 || k > 0 && heldToIt(s.words[k-1].lower) {
		return false
	}
	return s.awaited(i) || over && s.isHeld(i)
}

// opens reports whether a word is the first of a clause: of the sentence, or right behind "og" or "men".
func (s sentence) opens(k int) bool {
	if k == 0 {
		return true
	}
	w := s.words[k-1]
	return (w.lower == "og" || w.lower == "men") && k > 1 && strings.HasPrefix(s.text[s.words[k-2].to:], ",")
}

// toBe reports whether a verb, right behind the year it is of, tells what is to be.
func toBe(w string) bool { return awaits(w) || w == "bliver" || w == "skal" }

// cleft reports whether a year is when something is to be done: "er det i 2025, vi skal".
func (s sentence) cleft(in, year int) bool {
	if in < 2 || year+2 >= len(s.words) || !strings.HasPrefix(s.text[s.words[year].to:], ", ") {
		return false
	}
	is := s.words[in-2].lower + " " + s.words[in-1].lower
	return (is == "er det" || is == "det er") && toBe(s.words[year+2].lower)
}

// isHeld reports whether what "bliver" is of the year at a place: "bliver holdt i 2023", "bliver holdt
// flere af dem i 2023".
func (s sentence) isHeld(i int) bool {
	const reach = 6
	for k := i - 2; k >= max(0, i-reach) && strings.TrimSpace(s.text[s.words[k].to:s.words[k+1].from]) == ""; k-- {
		if s.words[k].lower == "bliver" {
			return k == i-3 && participle(s.words[i-2].lower) || s.words[i-2].lower == "dem"
		}
	}
	return false
}

// awaited reports whether a verb before the year at a place, in its clause, tells what is awaited.
func (s sentence) awaited(i int) bool {
	const reach = 8
	for k := i - 2; k >= max(0, i-reach); k-- {
		w := s.words[k]
		if (w.lower == "at" || w.lower == "der") && k > 0 && awaits(s.words[k-1].lower) {
			continue
		}
		if gap := s.text[w.to:s.words[i].from]; strings.ContainsAny(gap, ";:()") || strings.Contains(gap, ", ") {
			return false
		}
		if awaits(w.lower) {
			return w.lower != "vil" && !s.denied(k)
		}
		if preterite(w.lower) || joinsClauses(w.lower) {
			return false
		}
	}
	return false
}

// joinsClauses reports whether a word begins another clause.
func joinsClauses(w string) bool {
	switch w {
	case "og", "men", "som", "der", "at", "hvor", "da", "når", "fordi", "end":
		return true
	}
	return false
}

// happened reports whether a sentence begins with a year and tells what was: "I 2026 fik vi".
func (s sentence) happened(at span) bool {
	if len(s.words) < 3 || s.words[0].lower != "i" || s.words[1].from != at.from {
		return false
	}
	switch w := s.words[2].lower; w {
	case "skulle", "ville", "kunne", "måtte", "burde":
		return false
	default:
		return preterite(w) && strings.TrimSpace(s.text[at.to:s.words[2].from]) == ""
	}
}
