package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What a title or a caption names, the text beside it names: a name there that the chapter has nowhere
// else, and that is much like one the text has, is likely to be meant for that.

// titleNames holds the names in the titles and captions of a passage against its text.
func (c *checker) titleNames(p passage) {
	for _, r := range p.titles {
		for _, s := range r.parts {
			for i := range s.words {
				c.titleName(r, s, i, p)
			}
		}
	}
	for _, r := range p.captions {
		for _, s := range r.parts {
			for i := range s.words {
				c.captionName(r, s, i)
			}
		}
	}
}

// properAt reports whether the i-th word of a sentence is a name: it has a capital, though no sentence
// begins with it, and is no part of a longer name.
func (s sentence) properAt(i int) bool {
	if i == 0 || !upper(s.words[i].text) || s.text[s.words[i-1].to:s.words[i].from] != " " || i > 1 && upper(s.words[i-1].text) {
		return false
	}
	return i+1 == len(s.words) || !upper(s.words[i+1].text) || s.text[s.words[i].to:s.words[i+1].from] != " "
}

// titleName tells of a compound with a capital in a title, "Kort om Klimarådet", of which the chapter
// knows no more, where the text below has the one other that begins with the same part.
func (c *checker) titleName(r *run, s sentence, i int, p passage) {
	const part = 5 // letters that two names of one part have in common
	w := s.words[i]
	if utf8.RuneCountInString(w.text) < longName-2 || !s.properAt(i) || c.timesNamed(w) > 1 {
		return
	}
	var like string
	for _, t := range p.text {
		for _, o := range t.parts {
			for k, other := range o.words {
				if !o.properAt(k) || utf8.RuneCountInString(other.text) < longName-2 || alikeBegun(w.text, other.text) < part || c.kin(w, other) {
					continue
				}
				if like != "" && like != other.text {
					return
				}
				like = other.text
			}
		}
	}
	if like != "" && !hasWord(p.titles, strings.ToLower(like)) {
		c.tellNamed(r, s, w.span, like)
	}
}

// tellNamed tells that the text beside a title or a caption names something else.
func (c *checker) tellNamed(r *run, s sentence, at span, is string) {
	c.tell(r, s.from+at.from, s.from+at.to, Warning, "name",
		say("%q nævnes ellers ikke i kapitlet; teksten har %q", "%q is named nowhere else in the chapter; the text has %q", s.text[at.from:at.to], is), say("%[1]s", "%[1]s", is))
}

// alikeBegun is how many letters two words begin with alike.
func alikeBegun(a, b string) int {
	n, runes := 0, 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
		if n == len(a) || utf8.RuneStart(a[n]) {
			runes++
		}
	}
	return runes
}

// kin reports whether two words are forms of one, or one begins the other.
func (c *checker) kin(a, b word) bool {
	forms := c.read.known.forms
	short, long := forms[forms[a.id].stem].lower, forms[forms[b.id].stem].lower
	if len(short) > len(long) {
		short, long = long, short
	}
	return strings.HasPrefix(long, strings.TrimSuffix(short, "s"))
}

// timesNamed is how often the chapter has a word in any form.
func (c *checker) timesNamed(w word) int {
	forms, n := c.read.known.forms, 0
	for _, r := range c.runs {
		for _, s := range r.parts {
			for _, o := range s.words {
				if forms[o.id].stem == forms[w.id].stem {
					n++
				}
			}
		}
	}
	return n
}

// captionName tells of a name of two words and a small one between, "Samtale om Handicap", of which the
// first is another than in the text of the chapter, which has the caption's nowhere.
func (c *checker) captionName(r *run, s sentence, i int) {
	if !s.joined(i) || i == 0 {
		return
	}
	like := ""
	for _, t := range c.runs {
		for _, o := range t.parts {
			for k := 1; k+2 < len(o.words); k++ {
				if !o.joined(k) || o.words[k+1].lower != s.words[i+1].lower || o.words[k+2].lower != s.words[i+2].lower {
					continue
				}
				if t != r && o.words[k].lower == s.words[i].lower || like != "" && like != o.words[k].text {
					return
				}
				if t != r {
					like = o.words[k].text
				}
			}
		}
	}
	if like != "" {
		end := s.words[i+2].to
		c.tellNamed(r, s, span{s.words[i].from, end}, like+s.text[s.words[i].to:end])
	}
}

// joined reports whether a name of two words and a small one between begins with the i-th word.
func (s sentence) joined(i int) bool {
	if i+2 >= len(s.words) || !upper(s.words[i].text) || !upper(s.words[i+2].text) || s.text[s.words[i].to:s.words[i+1].from] != " " || s.text[s.words[i+1].to:s.words[i+2].from] != " " {
		return false
	}
	return slices.Contains([]string{"om", "for", "på", "med", "mod"}, s.words[i+1].lower)
}

// onlyThere reports whether a compound, a thing that is known, stands with one year in the text of a
// passage, in the present, and no sentence there tells of several years.
func (c *checker) onlyThere(noun string, p passage) bool {
	n := 0
	for _, t := range p.text {
		for _, o := range t.parts {
			for k := 2; k < len(o.words); k++ {
				if !isYear(o.words[k].text) || o.words[k-2].lower != noun {
					continue
				}
				if n++; !o.now() || yearWord(o.words) < 0 || comparing(o.lower) {
					return false
				}
			}
		}
	}
	return n == 1 && len(noun) >= longName && definiteForm(noun)
}

// aheadTitle tells of a title that says what there is to do in the edition's own year, where the first
// that the text below says is what the next one will be.
func (c *checker) aheadTitle(r *run, s sentence, p passage) {
	i := yearWord(s.words)
	if i < 3 || int(wholeNumber(s.words[i].text)) != c.rep.Year || s.words[i-1].lower != "i" || !strings.Contains(s.lower, " at ") || s.past() || len(p.text) == 0 || len(p.text[0].parts) == 0 {
		return
	}
	o := p.text[0].parts[0]
	next := digits(int64(c.rep.Year + 1))
	if k := yearWord(o.words); k < 0 || !o.now() || o.words[k].text != next || k+1 >= len(o.words) || o.words[k+1].lower != "bliver" && o.words[k+1].lower != "vil" && o.words[k+1].lower != "skal" {
		return
	}
	c.tellYear(r, s, s.words[i], next)
}
