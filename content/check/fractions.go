package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// numberWords are the numbers that are written as words, in Danish.
func numberWords() []string {
	return []string{"nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
		"tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve"}
}

// numberWord is the number of a word, in lower case; −1 where it is none.
func numberWord(w string) int64 {
	const longest = 9                                                             // bytes
	if w == "" || len(w) > longest || strings.IndexByte("neftso\xc3", w[0]) < 0 { // most are none
		return -1
	}
	switch w {
	case "et", "én", "ét":
		return 1
	}
	return int64(slices.Index(numberWords(), w))
}

// ratiosIn are the places of "9 ud af 10", "ni ud af ti" and "9/10" in a text, each
// with its two numbers.
func ratiosIn(form *regexp.Regexp, text, lower string) (at []span, parts [][2]int64) {
	if !strings.Contains(text, "/") && !strings.Contains(lower, " ud af ") {
		return nil, nil
	}
	for _, m := range form.FindAllStringSubmatchIndex(lower, -1) {
		n, of := wholeNumber(lower[m[2]:m[3]]), wholeNumber(lower[m[4]:m[5]])
		if n >= 0 && of > 0 {
			at, parts = append(at, span{m[0], m[1]}), append(parts, [2]int64{n, of})
		}
	}
	return at, parts
}

// ratioForm finds what ratiosIn looks for, in lower case.
func ratioForm() *regexp.Regexp {
	words := strings.Join(numberWords()[1:], "|") + "|et|én|ét"
	return regexp.MustCompile(`\b(\d+|` + words + `)(?:/| ud af )(?:hver )?(\d+|` + words + `)\b`)
}

// wholeNumber reads digits or a word; −1 where a text is neither.
func wholeNumber(s string) int64 {
	if s != "" && s[0] >= '0' && s[0] <= '9' && len(s) < 10 {
		n := int64(0)
		for _, c := range s {
			n = n*10 + int64(c-'0')
		}
		return n
	}
	return numberWord(s)
}

// share is a part of a whole that a text says in words.
type share struct {
	at   span // in the text
	said int64
	to   int  // where the whole begins, after "af"
	more bool // "mere end", "godt"
	less bool // "mindre end", "knap"
}

// sharesForm finds what sharesIn looks for.
func sharesForm() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(halvdelen|(?:en|to|tre|fire) (?:tredjedele?|fjerdedele?|femtedele?|tiendedele?)) af\b`)
}

// sharesIn finds "halvdelen af", "en tredjedel af" and the like.
func sharesIn(form *regexp.Regexp, text string) []share {
	parts := map[string]int64{"tredjedel": 3, "fjerdedel": 4, "femtedel": 5, "tiendedel": 10}
	var out []share
	for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
		sh := share{at: span{m[2], m[3]}, to: m[1], said: 500}
		if how, part, two := strings.Cut(strings.ToLower(text[m[2]:m[3]]), " "); two {
			sh.said = divRound(1000*numberWord(how), parts[strings.TrimSuffix(part, "e")])
		}
		lead := strings.ToLower(strings.TrimRight(text[:m[2]], " "))
		for _, w := range []string{"mere end", "over", "godt"} {
			sh.more = sh.more || strings.HasSuffix(lead, w)
		}
		for _, w := range []string{"mindre end", "under", "knap", "næsten"} {
			sh.less = sh.less || strings.HasSuffix(lead, w)
		}
		out = append(out, sh)
	}
	return out
}

// fraction holds "A er halvdelen af B" against the two: lines of the accounts named
// on either side, or figures.
func (c *checker) fraction(r *run, s sentence) {
	if !strings.Contains(s.lower, "delen af") && !strings.Contains(s.lower, "del af") && !strings.Contains(s.lower, "dele af") {
		return
	}
	for _, sh := range sharesIn(c.forms.shares(), s.text) {
		if first, _, _ := strings.Cut(s.lower, " "); s.asked(sh.at.from) || ofSeveral(s.lower) || toldAlone(first) {
			continue
		}
		part, whole := c.sizeIn(s, span{0, sh.at.from}, false), c.sizeIn(s, span{sh.to, len(s.text)}, true)
		if part == 0 || whole == 0 || part >= whole {
			continue // they are not what is said to be the part and the whole
		}
		is := divRound(part*1000, whole)
		if sh.holds(is) {
			continue
		}
		c.tell(r, s.from+sh.at.from, s.from+sh.at.to, Error, "direction",
			Text{fmt.Sprintf("%q passer ikke: det er %s pct.", s.text[sh.at.from:sh.at.to], decimalsOf(is, 1)),
				fmt.Sprintf("%q does not fit: it is %s per cent", s.text[sh.at.from:sh.at.to], decimalsOf(is, 1))}, Text{})
	}
}

// asked reports whether the clause up to a place says what is to be, not what is: "skal udgøre mindst
// en tredjedel".
func (s sentence) asked(at int) bool {
	lead := s.lower[strings.LastIndexAny(s.lower[:at], ",;:")+1 : at]
	return slices.ContainsFunc(strings.Fields(lead), func(w string) bool {
		return w == "skal" || w == "bør" || w == "må" || w == "kræver" || w == "ønsker"
	})
}

// holds reports whether a share, in thousandths, is what the words say: by six per
// cent of the whole, or on the side they name and not far from it.
func (s share) holds(is int64) bool {
	const near, far = 60, 150
	switch {
	case s.more:
		return is >= s.said && is-s.said <= far
	case s.less:
		return is <= s.said && s.said-is <= far
	}
	return abs(is-s.said) <= near
}

// sizeIn is the size, in øre, of the line or the amount that part of a sentence is
// about: an amount, the first or the last one, else a line whose label it has; 0
// where there is neither.
func (c *checker) sizeIn(s sentence, in span, first bool) int64 {
	size := int64(0)
	for _, f := range s.figs {
		if f.kind == money && f.from >= in.from && f.to <= in.to {
			if size = abs(f.value()); first {
				return size
			}
		}
	}
	if size != 0 {
		return size
	}
	if line := c.lineIn(s.text[in.from:in.to]); line != nil {
		return abs(line.value)
	}
	if line := c.totalNamed(s.lower[in.from:in.to]); line != nil {
		return abs(line.value)
	}
	return 0
}
