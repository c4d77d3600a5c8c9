package check

import (
	"slices"
	"strings"
)

// What a chapter says of one thing in two places, without figures, is the same: "ledigheden er
// lav" and "ledigheden lå historisk højt" are not.

// assertion is that something is high or low, or rose or fell.
type assertion struct {
	r     *run
	at    span // of the word that says so
	in    int  // where its sentence begins
	text  string
	thing string // its stem
	with  string // that of what it is with, for or in: "tilfredshed med lokalerne"; empty: it is not said
	said  way
	how   manner
}

// manner is whether something is so or became so; "højere" may be either.
type manner uint8

const (
	is manner = 1 << iota
	became
)

// asserting marks the words that make assertions.
const asserting = leaned | likened | ranked | risen | lying | compares

// opposites tells of the assertions of a chapter that say the contrary of others.
func (c *checker) opposites() {
	var all []assertion
	for _, r := range c.runs {
		if r.table || r.marks&(asserting) == 0 {
			continue
		}
		for _, s := range r.parts {
			if s.has(asserting) && c.timeless(s) {
				all = c.appendAssertions(all, r, s)
			}
		}
	}
	const most = 200 // of which two can be told apart quickly
	if len(all) > most {
		return
	}
	for i, a := range all {
		ups := 0
		for _, b := range all {
			if a.of(b) {
				ups += int(b.said)
			}
		}
		k := slices.IndexFunc(all, func(b assertion) bool { return a.of(b) && b.said != a.said })
		if k < 0 || ups*int(a.said) > 0 || ups == 0 && k > i || c.toldOf(a.r, a.at.from) || c.toldOf(all[k].r, all[k].at.from) {
			continue
		}
		c.tell(a.r, a.at.from, a.at.to, Warning, "direction",
			say("%q og %q siges om det samme i kapitlet", "%q and %q are said of the same in the chapter", a.text, all[k].text), Text{})
	}
}

// of reports whether two assertions are of one thing, so that they can be held against each other.
func (a assertion) of(b assertion) bool {
	if a.how&b.how == 0 || a.with != "" && b.with != "" && a.with != b.with || a.r == b.r && a.in == b.in {
		return false // a sentence tells two things apart
	}
	short, long := a.thing, b.thing
	if len(short) > len(long) {
		short, long = long, short
	}
	rest, is := strings.CutPrefix(long, short)
	return is && (rest == "" || rest == "en" || rest == "et" || rest == "nen" || rest == "e" || rest == "n")
}

// timeless reports whether a sentence says nothing of other times or others than the chapter is
// of, and what it says is so.
func (c *checker) timeless(s sentence) bool {
	also := len(s.words) > 0 && (s.words[0].lower == "ligesom" || s.words[0].lower == "som")
	for _, at := range fourDigits(s.text) {
		if also {
			break // "Ligesom i 2023"
		}
		if y := s.text[at.from:at.to]; isYear(y) && int(wholeNumber(y)) != c.rep.Year {
			return false
		}
	}
	return !slices.ContainsFunc(s.words, func(w word) bool {
		switch w.lower {
		case "ikke", "men", "hvis", "kunne", "ville", "bør", "nogle", "andre", "før", "tidligere", "siden", "mens", "hverken", "både":
			return true
		}
		return false
	})
}

// appendAssertions appends those of a sentence.
func (c *checker) appendAssertions(out []assertion, r *run, s sentence) []assertion {
	add := func(w word, thing string, said way, how manner) {
		const least = 3 // letters of a thing's name
		if thing, _, _ = strings.Cut(thing, "-"); said != noWay && len(thing) >= least {
			out = append(out, assertion{r: r, at: span{s.from + w.from, s.from + w.to}, in: s.from, text: w.text, thing: stem(thing), said: said, how: how})
		}
	}
	for i, w := range s.words {
		if of := rank(w.lower); of != noWay {
			how := is
			if w.lean != noWay {
				how |= became
			}
			before := len(out)
			if add(w, s.ranked(i), of, how); len(out) > before {
				out[before].with = s.complement(i + 2)
			}
			continue
		}
		if more, n := s.surpassing(i); more != noWay && n < 3 && i > 0 && definiteForm(s.words[i-1].lower) {
			add(w, stem(s.words[i-1].lower), more, became)
		}
		switch {
		case c.read.known.forms[w.id].marks&risen != 0:
			lean, before := leaningPart(bareLean(w.lower))
			add(w, before, lean, became)
		case w.lean != noWay && comparative(w.lower) == noWay:
			add(w, s.turnedThing(i), w.lean, became)
		}
	}
	return out
}

// ranked is the stem of what the i-th word, an adjective, is said of: what "er" or "lå" before
// it is said of, else the noun after it; empty where that is not sure.
func (s sentence) ranked(i int) string {
	if k := s.subjectOf(i); k >= 0 {
		return stem(s.words[k].lower)
	}
	if i+1 < len(s.words) && s.text[s.words[i].to:s.words[i+1].from] == " " && !noThing(s.words[i+1].lower) {
		return stem(s.words[i+1].lower)
	}
	return ""
}

// complement is the stem of what the i-th word, a preposition, joins to the noun before it; empty where it is
// no preposition.
func (s sentence) complement(i int) string {
	if i+1 >= len(s.words) || !joinsTo(s.words[i].lower) || s.words[i].lower == "end" {
		return ""
	}
	return stem(s.words[i+1].lower)
}

// bareLean is a noun for a rise or a fall without its ending.
func bareLean(w string) string {
	for _, end := range []string{"erne", "ene", "en", "et", "er"} {
		if cut, is := strings.CutSuffix(w, end); is {
			return cut
		}
	}
	return w
}

// rises reports whether a word is one for a rise or a fall, and of what: "lønstigninger".
func rises(w string) bool {
	const least = 8 // bytes
	if len(w) < least {
		return false
	}
	_, before := leaningPart(bareLean(w))
	return before != ""
}

// turnedThing is the stem of what the i-th word says rose or fell: "fald i lønnen", "truslen er vokset"; empty where that is not sure.
func (s sentence) turnedThing(i int) string {
	w := s.words[i].lower
	if noun(w) {
		if i+2 < len(s.words) && (s.words[i+1].lower == "af" || s.words[i+1].lower == "i") && definiteForm(s.words[i+2].lower) {
			return stem(s.words[i+2].lower)
		}
		return ""
	}
	k := i - 1
	if k >= 0 && (s.words[k].lower == "er" || s.words[k].lower == "har") {
		k--
	}
	if k >= 0 && definiteForm(s.words[k].lower) && (k > 0 && s.words[k-1].lower == "at" || !s.owned(k)) {
		return stem(s.words[k].lower)
	}
	return ""
}

// rank is which way an adjective says that something is from the usual.
func rank(w string) way {
	switch w {
	case "høj", "højt", "høje", "højere", "rekordhøj", "rekordhøjt", "rekordhøje", "større", "stor", "stort":
		return up
	case "lav", "lavt", "lave", "lavere", "rekordlav", "rekordlavt", "rekordlave", "mindre", "lille":
		return down
	}
	return noWay
}

// subjectOf is the place of the noun that "er", "lå" or the like and the i-th word, an adjective,
// are said of; −1 where there is none.
func (s sentence) subjectOf(i int) int {
	const adverbs = 2
	for k := i - 1; k >= max(1, i-1-adverbs); k-- {
		switch s.words[k].lower {
		case "er", "var", "lå", "ligger":
			if definiteForm(s.words[k-1].lower) {
				return k - 1
			}
			return -1
		}
	}
	return -1
}

// definiteForm reports whether a word may be a noun that has been told of, or a short form.
func definiteForm(w string) bool {
	const least = 4
	return len(w) >= least && (strings.HasSuffix(w, "en") || strings.HasSuffix(w, "et") || strings.HasSuffix(w, "ne")) || strings.HasSuffix(w, "₂")
}

// noThing reports whether a word names nothing that is high or low.
func noThing(w string) bool {
	const least = 5
	return len(w) < least || joinsTo(w) || connects(w)
}
