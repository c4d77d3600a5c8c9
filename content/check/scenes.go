package check

import (
	"slices"
	"strings"
)

// scene is a sentence with what it names, and what was named before it.
type scene struct {
	r       *run
	s       sentence
	own     []naming
	before  []naming // by the sentence before
	about   []naming // by the heading above
	caption bool     // before is the caption of the fact whose figure it is
	dated   int      // the one year that the caption is of; 0: it says none
	refers  bool     // it begins with a word for what was told before
	// earlier: the sentence before speaks of an earlier year, which this one may go on with.
	earlier bool
}

// scenesOf are the scenes of a run. lead is what was named last before it, in its block.
func (c *checker) scenesOf(r *run, lead, about []naming) []scene {
	if !r.asks() {
		return nil
	}
	out := make([]scene, len(r.parts))
	for i, s := range r.parts {
		if !s.asks() && (i+1 == len(r.parts) || !r.parts[i+1].asks()) {
			out[i] = scene{r: r, s: s}
			lead = nil
			continue
		}
		out[i] = scene{r: r, s: s, own: c.namings(r, s), before: lead, about: about, refers: refers(s.words) || s.has(pronounced) && ofThose(s.lower)}
		out[i].earlier = i > 0 && c.beganEarlier(r.parts[i-1])
		out[i].own = completed(out[i].own, lead, about)
		switch own := out[i].own; {
		case len(own) > 0 && out[i].refers && !slices.ContainsFunc(own, func(n naming) bool { return n.score >= 0.8 }):
			lead = slices.Concat(lead, own)
		case len(own) > 0:
			lead = own
		}
	}
	return out
}

// asks reports whether a run has a sentence that does.
func (r *run) asks() bool {
	for i := range r.parts {
		if r.parts[i].asks() {
			return true
		}
	}
	return false
}

// asks reports whether a sentence may say something that the topics bear out or not.
func (s *sentence) asks() bool {
	return s.has(digited|counting|portioned|leaned) || s.has(likened) && s.has(compares) || s.has(going) && s.has(outward) || s.has(ordinal) && strings.Contains(s.lower, "hver")
}

// completed gives a part of a name the whole name's score where that stands before it:
// "Langfristet gæld", and then "gælden".
func completed(own, lead, about []naming) []naming {
	const part, whole = 0.8, 0.9
	for i := range own {
		n := &own[i]
		if n.score >= part || n.first < 0 {
			continue
		}
		for _, before := range [][]naming{lead, about} {
			for k := range before {
				if before[k].topic == n.topic && before[k].score >= part {
					n.score = whole
				}
			}
		}
	}
	return own
}

// refers reports whether a sentence begins with a word for what was told before it.
func refers(words []word) bool {
	for i := range min(2, len(words)) {
		switch w := words[i].lower; w {
		case "den":
			return i+1 == len(words) || nextDigit(words[i+1].lower, 0) > 0 // no date
		case "det", "de", "dette", "disse", "heraf", "deraf", "beløbet", "antallet", "faldet", "stigningen", "væksten", "fremgangen", "tilbagegangen", "nedgangen",
			"året", "tallet", "andelen", "posten", "hvilket", "og", "her", "begge", "dermed", "forskellen", "resten", "i", "samlet", "tilsammen",
			"it", "this", "they", "these", "that", "the":
			return true
		}
	}
	return false
}

// ofThose reports whether a text, in lower case, speaks of what was told before as a whole.
func ofThose(lower string) bool {
	return strings.Contains(lower, "af dem") || strings.Contains(lower, "heraf") || strings.Contains(lower, "deraf") || strings.Contains(lower, "of them")
}

// doubt is how a figure stands to the i-th naming of its sentence.
func (sc *scene) doubt(i int, f figure) float32 {
	n, s := sc.own[i], sc.s
	if o := sc.labelled(f); o != nil && n.to <= o.from {
		return sc.doubt(i, *o)
	}
	if f.kind == percent && sc.placed(n) {
		return doubtReferred // "sygefraværet i administrationen"
	}
	if n.to <= f.from && f.kind == count && sc.foreign(f) {
		return doubtReferred
	}
	if n.to <= f.from {
		if sc.parted(i, n.to, f.from) {
			return doubtWithin
		}
		between := withoutAsides(s.text[n.to:f.from])
		if strings.TrimSpace(between) == ":" {
			return doubtJoined
		}
		if sets(between) {
			return doubtLoose
		}
		if strings.ContainsAny(between, ";:()–") || strings.Contains(between, " mens ") || strings.Contains(between, " men ") {
			return doubtWithin
		}
		if joined(s.words, n.to, f.from) {
			return doubtJoined
		}
		if scoped(s.words, n.to, f.from) {
			return doubtWithin
		}
		return doubtBeside
	}
	if n.from < f.to { // the name stands around it
		return doubtJoined
	}
	if sc.parted(i, f.to, n.from) {
		return doubtWithin
	}
	between := s.text[f.to:n.from]
	steps := strings.Fields(between)
	switch {
	case len(steps) == 0 && !strings.ContainsAny(between, ".,;:()–"):
		return doubtJoined
	case len(steps) <= 2 && !strings.ContainsAny(between, ".,;:()–"):
		if f.kind != count && !joinsTo(steps[0]) {
			return doubtBeside
		}
		return doubtJoined * 2
	case strings.ContainsAny(between, ".,;:()–"):
		return doubtWithin
	}
	return doubtBeside * 1.5
}

// placed reports whether a topic is named as where something is, not as what a figure is of.
func (sc *scene) placed(n naming) bool {
	if n.first < 2 {
		return false
	}
	switch sc.s.words[n.first-1].lower {
	case "i", "hos", "blandt", "fra", "in", "among":
	default:
		return false
	}
	before := sc.s.words[n.first-2].lower
	for _, of := range []string{"andel", "ændring", "forskel", "udvikl", "share", "change", "difference"} {
		if strings.HasPrefix(before, of) {
			return false
		}
	}
	return leaning(before) == noWay && comparative(before) == noWay && !isYear(before)
}

// withoutAsides is a text without what stands in brackets.
func withoutAsides(text string) string {
	for {
		from := strings.IndexByte(text, '(')
		to := strings.IndexByte(text[max(from, 0):], ')')
		if from < 0 || to < 0 {
			return text
		}
		text = text[:from] + text[from+to+1:]
	}
}

// sets reports whether a clause of its own, which may be of something else, begins in a
// text: "selv om priserne steg".
func sets(between string) bool {
	for _, w := range []string{", selv om ", ", fordi ", ", skønt ", ", hvis ", ", når ", ", although ", ", because ", ", even though ", ", while "} {
		if strings.Contains(between, w) {
			return true
		}
	}
	return false
}

// labelled is the figure that one in brackets with a year goes with: "4,1 mio. kr. (2023: 3,8)";
// nil where there is none.
func (sc *scene) labelled(f figure) *figure {
	lead := sc.s.lower[:f.from]
	if yearLabel(lead) == 0 {
		return nil
	}
	for i := len(sc.s.figs) - 1; i >= 0; i-- {
		if o := &sc.s.figs[i]; o.to <= f.from {
			if strings.HasPrefix(strings.TrimSpace(lead[o.to:]), "(") {
				return o
			}
			return nil
		}
	}
	return nil
}

// parted reports whether between two places another topic is named, as well as the i-th.
func (sc *scene) parted(i, from, to int) bool {
	return slices.ContainsFunc(sc.own, func(o naming) bool {
		return o.from >= from && o.to <= to && o.topic != sc.own[i].topic && o.score >= sc.own[i].score-0.1 && o.from != sc.own[i].from
	})
}

// joined reports whether the words between two places only join a topic to its figure.
func joined(words []word, from, to int) bool {
	for _, w := range words {
		if w.from >= from && w.to <= to && !joins(w.lower) {
			return false
		}
	}
	return true
}

// foreign reports whether a count is of something that no topic's name has: a word
// right after it that is not a name's.
func (sc *scene) foreign(f figure) bool {
	for _, w := range sc.s.words {
		if w.from < f.to {
			continue
		}
		if w.from > f.to+1 || len(w.lower) < 4 || joinsTo(w.lower) || joins(w.lower) || comparative(w.lower) != noWay {
			return false
		}
		return !slices.ContainsFunc(sc.own, func(n naming) bool { return n.first >= 0 && n.from <= w.from && w.to <= n.to })
	}
	return false
}
