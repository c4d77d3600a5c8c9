package check

import (
	"slices"
	"strings"
)

// pairs holds a word of direction, or of how many times more, against two figures
// of one thing that the sentence names in turn: "steg fra A til B", "flere: A mod
// B", "A, flere end B".
func (c *checker) pairs(r *run, s sentence) {
	for i := 0; i+1 < len(s.figs); i++ {
		a, b := s.figs[i], s.figs[i+1]
		if a.about || b.about && !strings.HasSuffix(strings.TrimSuffix(strings.TrimRight(s.lower[:min(b.from, len(s.lower))], " "), " de"), " end") {
			continue
		}
		between := strings.ToLower(strings.TrimSpace(s.text[a.to:b.from]))
		lead := strings.ToLower(s.text[:a.from])
		switch {
		case strings.HasSuffix(between, "mod") && s.same(a, b) && !c.toldOf(r, s.from+a.from):
			c.tell(r, s.from+b.from, s.from+b.to, Warning, "figure-differs", say("%q er også det, der sammenlignes med", "%q is what it is compared with, too", s.text[b.from:b.to]), Text{})
		case strings.HasSuffix(lead, "fra ") && tills(s, a, b, between):
			if a, ok := sameUnit(s, a, b); ok && a.value() == b.value() && a.kind == b.kind && a.telling(digits(abs(a.n))) > 1 {
				c.tell(r, s.from+b.from, s.from+b.to, Error, "figure-differs", say("%q er også det, der gås ud fra", "%q is what it came from, too", s.text[b.from:b.to]), Text{})
			} else if ok {
				c.pair(r, s, a, b, s.wayBefore(a.from))
			}
		case between == "mod" && a.kind == b.kind && a.scale == b.scale:
			if at := s.wayBefore(a.from); at != nil && !strings.ContainsAny(s.text[at.to:a.from], ",–") && !(a.kind == percent && s.measures(a, s.within(at.from, a.from), nil)) {
				c.pair(r, s, b, a, at)
			}
		case strings.Contains(between, " end de") || strings.HasSuffix(between, " end"):
			if at := s.wayBefore(b.from); at != nil && at.from > a.to+1 && !isDifference(s.lower[a.to:]) && a.kind == b.kind && a.scale == b.scale {
				c.pair(r, s, b, a, at)
			}
		}
	}
}

// toldOf reports whether something was told of the words at a place of a run.
func (c *checker) toldOf(r *run, from int) bool {
	at := c.locate.at(r, from)
	return slices.ContainsFunc(c.out, func(t told) bool { return t.Pos == at && t.Level != Note })
}

// same reports whether two figures are one, though the second is what the first is held
// against, and nothing says that it is unchanged.
func (s sentence) same(a, b figure) bool {
	const least = 3 // digits that are not the same by chance
	if a.kind != b.kind || a.value() != b.value() || a.about || b.about || a.telling(digits(abs(a.n))) < least || strings.ContainsAny(s.text[a.to:b.from], ",;:") {
		return false
	}
	for _, w := range []string{"uændre", "samme", "ens", "ligesom", "både", "stille", "fastholdt"} {
		if strings.Contains(s.lower, w) {
			return false
		}
	}
	return true
}

// tills reports whether "til" stands between two figures, alone or after what they
// both count: "24,0 ton til 11,8 ton".
func tills(s sentence, a, b figure, between string) bool {
	if between == "til" {
		return true
	}
	what, is := strings.CutSuffix(between, " til")
	return is && !strings.Contains(what, " ") && strings.HasPrefix(strings.ToLower(strings.TrimSpace(s.text[b.to:])), what)
}

// sameUnit gives the first of two figures the unit of the second, where it has none
// of its own: "fra 10 til 20 mio. kr.".
func sameUnit(s sentence, a, b figure) (figure, bool) {
	if a.kind == b.kind {
		return a, true
	}
	if a.kind != count {
		return a, false
	}
	a.unit, a.kind = b.unit, b.kind
	for range decimalsIn(s.text[b.from:b.to]) {
		a.unit *= 10
	}
	for range decimalsIn(s.text[a.from:a.to]) {
		a.unit /= 10
	}
	return a, a.unit > 0
}

// decimalsIn is how many digits stand after the comma of a figure.
func decimalsIn(text string) int {
	_, rest, _ := strings.Cut(text, ",")
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	return n
}

// wayBefore is the last word of a sentence before a place that says which way
// something went, or how many times; nil where there is none in the same clause.
func (s sentence) wayBefore(at int) *word {
	var last *word
	for i, w := range s.words {
		if w.to > at {
			break
		}
		if s.denied(i) || s.byDegree(i) {
			continue
		}
		if lower := w.lower; wayOf(lower) != noWay || timesOf(lower) != 0 || compared(lower) != noWay {
			last = &s.words[i]
		} else if s.lean(i) != noWay {
			last = nil // "gik frem": that is judged elsewhere
		}
	}
	if last == nil {
		return nil
	}
	const few = 2 // words behind a colon that tell of no other thing: "kortere: fra"
	if i := strings.LastIndexByte(s.text[last.to:at], ':'); i >= 0 && len(s.within(last.to+i, at)) > few {
		return nil
	}
	if strings.ContainsAny(s.text[last.to:at], ";()") || strings.Contains(s.text[last.to:at], " mens ") || strings.Contains(s.text[last.to:at], " men ") {
		return nil
	}
	return last
}

// compared is which way a word says that a number differs from another.
func compared(w string) way {
	switch w {
	case "flere", "dyrere":
		return up
	case "færre", "kortere", "billigere":
		return down
	}
	return noWay
}

// pair judges a word that says how b came of a.
func (c *checker) pair(r *run, s sentence, a, b figure, at *word) {
	if at == nil || a.value() <= 0 || b.value() < 0 {
		return
	}
	lower := at.lower
	way, times := wayOf(lower)+compared(lower), timesOf(lower)
	wrong := (b.value() > a.value()) != (way == up) || a.value() == b.value()
	if times != 0 {
		is := divRound(b.value()*1000, a.value())
		wrong = abs(is-times)*10 > times*2
	}
	if !wrong || a.value() > 1<<52 || b.value() > 1<<52 {
		return
	}
	c.tell(r, s.from+at.from, s.from+at.to, Error, "direction",
		say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", at.text, s.text[min(a.from, b.from):min(a.to, b.to)], s.text[max(a.from, b.from):max(a.to, b.to)]), Text{})
}

// manifold holds "X er fordoblet", where no figure stands with it, against the line
// that stands right before it, in both years.
func (c *checker) manifold(r *run, s sentence) {
	if len(s.figs) > 0 || !s.has(multiplied) {
		return
	}
	for i, w := range s.words {
		times := timesOf(w.lower)
		if times == 0 || i == 0 || s.words[i-1].lower != "er" && s.words[i-1].lower != "blev" && s.words[i-1].lower != "næsten" {
			continue
		}
		line := c.lineAround(s.lower[:w.from], true)
		if line == nil || len(line.line.Cells) < 2 || len(s.lower[:w.from])-strings.LastIndex(s.lower[:w.from], line.label) > len(line.label)+20 || !earlierIn(s.lower[w.to:]) {
			continue
		}
		now, then := abs(int64(line.line.Cells[0].Amount)), abs(int64(line.line.Cells[1].Amount))
		if line.line.Cells[1].Absent || then == 0 || now > 1<<52 {
			continue
		}
		if is := divRound(now*1000, then); abs(is-times)*10 > times*2 {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "direction",
				say("%q passer ikke: %s er %s pct. af året før", "%q does not fit: %s is %s per cent of the year before", w.text, line.name.Danish, decimalsOf(is, 1)), Text{})
		}
	}
}

// earlierIn reports whether a text compares with the year before, or with nothing.
func earlierIn(text string) bool {
	text = strings.TrimLeft(text, " .,")
	for _, lead := range []string{"siden ", "i forhold til ", "fra "} {
		text = strings.TrimPrefix(text, lead)
	}
	return text == "" || earlier(text)
}

// timesOf is how many thousandths of what was a word says that there is; 0 where it
// says nothing of it.
func timesOf(w string) int64 {
	switch w {
	case "fordoblet", "fordobledes", "fordoblede", "fordobling", "fordoblingen":
		return 2000
	case "tredoblet", "tredobledes", "tredobling":
		return 3000
	case "firedoblet", "firedobledes":
		return 4000
	case "halveret", "halveredes", "halverede", "halvering":
		return 500
	}
	return 0
}
