package check

import (
	"slices"
	"strings"
)

// phrase is a name of several words that the text sets apart: emphasised, the title of a film
// or a page, a link's text.
type phrase struct {
	text string
	run  *run
}

// leastWords is how many words a phrase has at least that is held against others.
const leastWords = 3

// phrases finds those of a chapter that are another but for one word, which it has more often.
func (c *checker) phrases() {
	var all []phrase
	times := map[string]int{}
	for _, r := range c.runs {
		for _, text := range r.apart {
			if len(strings.Fields(text)) >= leastWords {
				all = append(all, phrase{text, r})
				times[strings.ToLower(text)]++
			}
		}
	}
	for _, p := range all {
		for _, o := range all {
			if times[strings.ToLower(o.text)] <= times[strings.ToLower(p.text)] {
				continue
			}
			if word, should := oddWord(p.text, o.text); word != "" {
				at := strings.Index(p.run.text, p.text)
				if at < 0 {
					break
				}
				c.tell(p.run, at, at+len(p.text), Warning, "name", say("%q hedder ellers %q: %s", "%q is else called %q: %s", p.text, o.text, should), say("%[1]s", "%[1]s", o.text))
				break
			}
		}
	}
}

// oddWord is the one word of a phrase that another has not, and what that has instead; empty
// where they do not differ by one, or by a number, which tells one from another.
func oddWord(text, other string) (word, should string) {
	a, b := strings.Fields(text), strings.Fields(other)
	if len(a) != len(b) {
		return "", ""
	}
	for i := range a {
		if strings.EqualFold(a[i], b[i]) {
			continue
		}
		if word != "" || nextDigit(a[i], 0) < len(a[i]) || i == 0 {
			return "", ""
		}
		word, should = a[i], b[i]
	}
	return word, should
}

// titledApart holds the title after "kapitlet", where it is set apart and so known whole, and
// reports whether it was told of or is right.
func (c *checker) titledApart(r *run, from int) bool {
	for _, text := range r.apart {
		if !strings.HasPrefix(r.text[from:], text) {
			continue
		}
		if slices.ContainsFunc(c.titles, func(t title) bool { return strings.EqualFold(t.text, text) }) {
			return true
		}
		if !slices.ContainsFunc(c.titles, func(t title) bool { return t.begins(text) }) {
			return false // that is told of with the title it nearly is
		}
		c.tell(r, from, from+len(text), Warning, "reference", say("intet kapitel eller afsnit hedder sådan", "no chapter or section has this title"), Text{})
		return true
	}
	return false
}

// those holds "de syv synspunkter" against "syv kulturpolitiske synspunkter", told of shortly
// before, and "den ene", "den anden" against how many there are.
func (c *checker) those() {
	forms := c.read.known.forms
	for i, r := range c.runs {
		if r.heading || r.table || r.fact || r.marks&counting == 0 {
			continue
		}
		for _, s := range r.parts {
			for k := 1; k+1 < len(s.words); k++ {
				if s.words[k].said < 3 || s.words[k-1].lower != "de" && s.words[k-1].lower != "disse" || len(s.words[k+1].text) < shortestThing {
					continue
				}
				if n := c.countedBefore(i, forms[s.words[k+1].id].stem); n > 2 && n != int(s.words[k].said) {
					w := s.words[k]
					c.tell(r, s.from+w.from, s.from+w.to, Warning, "figure-differs",
						say("før stod der %[1]d", "before, it said %[1]d", n), say("%[1]d", "%[1]d", n))
				}
			}
		}
		c.oneAndOther(i)
	}
}

// countedBefore is the one number that the paragraphs before the i-th run have of a thing, a
// word for how it is at most between the two; 0 where there is none, or several.
func (c *checker) countedBefore(i int, stem int32) int {
	const reach = 3
	n := 0
	for _, r := range c.runs[max(0, i-reach):i] {
		for _, s := range r.parts {
			for k, w := range s.words {
				if c.read.known.forms[w.id].stem != stem {
					continue
				}
				for j := max(0, k-2); j < k; j++ {
					if said := int(s.words[j].said); said > 1 && (j == 0 || s.words[j-1].lower != "de" && s.words[j-1].lower != "af") {
						if n != 0 && n != said {
							return 0
						}
						n = said
					}
				}
			}
		}
	}
	return n
}

// oneAndOther holds the number that a paragraph begins with, "tre aftaler", against those
// after it, of which one begins with "den ene" and another with "den anden".
func (c *checker) oneAndOther(i int) {
	const reach = 4
	r := c.runs[i]
	if len(r.parts) == 0 || len(r.parts[0].words) == 0 || r.parts[0].words[0].said < 3 {
		return
	}
	one, other, more := false, false, false
	for _, o := range c.runs[i+1 : min(len(c.runs), i+1+reach)] {
		one = one || strings.HasPrefix(o.lower, "den ene ") || strings.HasPrefix(o.lower, "det ene ")
		other = other || strings.HasPrefix(o.lower, "den anden ") || strings.HasPrefix(o.lower, "det andet ")
		more = more || strings.HasPrefix(o.lower, "den tredje") || strings.HasPrefix(o.lower, "det tredje") || strings.HasPrefix(o.lower, "den sidste") || strings.HasPrefix(o.lower, "det sidste") || strings.HasPrefix(o.lower, "endelig")
	}
	if one && other && !more {
		w := r.parts[0].words[0]
		c.tell(r, w.from, w.to, Warning, "figure-differs", say("siden nævnes kun den ene og den anden", "only the one and the other are told of after it"), say("to", "two"))
	}
}
