package check

import "strings"

// What one organ of a house decides, another does not: "Årsmødet vælger formanden" in one place and
// "bestyrelsen, der vælger formanden" in another are not both right.

// duty is that an organ, by its statutes, does something with a thing.
type duty struct {
	r     *run
	at    span // of the organ
	text  string
	organ string
	verb  string
	thing string // its stem
}

// governs reports whether a word, in lower case, is an organ that decides for its house.
func governs(w string) bool {
	switch w {
	case "delegeretmødet", "generalforsamlingen", "repræsentantskabet", "landsmødet", "årsmødet", "bestyrelsen", "hovedbestyrelsen", "direktionen", "formandskabet", "forretningsudvalget":
		return true
	}
	return false
}

// decides is what an organ is said to do, of a verb in the present, active or passive; empty for others.
func decides(w string) string {
	switch w = strings.TrimSuffix(w, "s"); w {
	case "fastsætter", "godkender", "vælger", "vedtager", "ansætter", "udpeger":
		return w
	case "fastsætte", "godkende", "vedtage", "ansætte":
		return w + "r"
	}
	return ""
}

// duties gathers what a chapter says that organs decide.
func (c *checker) duties() {
	for _, r := range c.runs {
		if before := r.after; before != nil && before.marks&governing != 0 && governs(before.lower) && len(r.parts) > 0 {
			c.dutiesOf(before, span{0, len(before.text)}, r.parts[0], 0)
		}
		if r.marks&governing == 0 {
			continue
		}
		for _, s := range r.parts {
			for i, w := range s.words {
				if !s.has(governing) || !governs(w.lower) || i+1 == len(s.words) {
					continue
				}
				at := span{s.from + w.from, s.from + w.to}
				next := s.words[i+1]
				switch gap := s.text[w.to:next.from]; {
				case gap == ", " && next.lower == "at" && i > 1 && s.words[i-1].lower == "til" && strings.HasPrefix(s.words[i-2].lower, "indstil"):
					c.dutyPut(r, at, s, i+2)
				case gap == ", " && next.lower == "der":
					c.dutiesOf(r, at, s, i+2)
				case gap == " ":
					c.dutiesOf(r, at, s, i+1)
				}
			}
		}
	}
}

// dutiesOf gathers what the words of a sentence from the i-th on say that an organ, which stands at a
// place, does: "fastsætter kontingentet og godkender regnskabet".
func (c *checker) dutiesOf(r *run, at span, s sentence, i int) {
	const reach = 3 // words of what a verb is of
	verb, n := "", 0
	for k := i; k < len(s.words); k++ {
		w := s.words[k]
		if does := decides(w.lower); does != "" && !strings.HasSuffix(w.lower, "s") {
			verb, n = does, 0
			continue
		}
		if verb == "" || k > i && strings.ContainsAny(s.text[s.words[k-1].to:w.from], ",;:()") {
			return
		}
		if n++; n <= reach {
			c.duty(r, at, verb, w)
		}
	}
}

// dutyPut gathers what is put to an organ that stands at a place: "at regnskabet godkendes".
func (c *checker) dutyPut(r *run, at span, s sentence, i int) {
	for k := i; k < len(s.words); k++ {
		if verb := decides(s.words[k].lower); verb != "" {
			for _, w := range s.words[i:k] {
				c.duty(r, at, verb, w)
			}
			return
		}
	}
}

// duty keeps one, of a word that may be a thing's.
func (c *checker) duty(r *run, at span, verb string, thing word) {
	const least = 8 // bytes
	if len(thing.lower) < least || joinsTo(thing.lower) || connects(thing.lower) {
		return
	}
	c.decided = append(c.decided, duty{r, at, r.text[at.from:at.to], r.lower[at.from:at.to], verb, stem(thing.lower)})
}

// disputedDuties tells of those that more places give to one other organ, or the first of two does.
func (c *checker) disputedDuties() {
	for i, d := range c.decided {
		own, other, first := 0, "", 0
		n := 0
		for k, o := range c.decided {
			switch {
			case k == i || o.verb != d.verb || o.thing != d.thing:
			case o.organ == d.organ:
				own++
			default:
				if n++; n == 1 {
					first = k
				}
				if other != "" && other != o.organ {
					own = len(c.decided) // it is of several
				}
				other = o.organ
			}
		}
		if n > own+1 || n == own+1 && (n > 1 || first < i) {
			if !c.toldOf(d.r, d.at.from) {
				c.tell(d.r, d.at.from, d.at.to, Warning, "office", say("andetsteds er det %[2]q, der %[1]s", "elsewhere it is %[2]q that %[1]s", d.verb, c.decided[first].text), say("%[1]s", "%[1]s", c.decided[first].text))
			}
		}
	}
}
