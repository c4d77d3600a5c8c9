package check

import (
	"cmp"
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
		out[i] = scene{r: r, s: s, own: c.namings(r, s), before: lead, about: about, refers: refers(s.words) || ofThose(s.lower)}
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
	return s.has(digited|counting|portioned|leaned) || s.has(going) && s.has(outward) || s.has(ordinal) && strings.Contains(s.lower, "hver")
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
		case "det", "de", "den", "dette", "disse", "heraf", "deraf", "beløbet", "antallet", "faldet", "stigningen", "væksten", "fremgangen", "tilbagegangen", "nedgangen",
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

// candidate is a reading that a figure may be meant to be. Its doubt is how likely it is
// that the figure is of something else altogether.
type candidate struct {
	reading
	doubt float32
	taken bool // another figure of the sentence is it
}

// The doubts of a figure's binding to a topic, by how the two stand in the text.
const (
	doubtJoined   float32 = 0.04 // only words that join stand between them
	doubtSlight   float32 = 0.25 // no more than beside
	doubtBeside   float32 = 0.2  // they stand in one clause, and nothing else is named between
	doubtWithin   float32 = 0.45 // in one sentence
	doubtReferred float32 = 0.6  // the sentence refers to the one before
	doubtLoose    float32 = 0.8  // the sentence before names it, or the heading
	doubtNowhere  float32 = 0.97
)

// candidates are the readings that a figure of a scene may be, those of the topics that
// stand nearest first.
func (c *checker) candidates(sc *scene, f figure) []candidate {
	bound := sc.bindings(f)
	var topics []*topic
	for t := range bound {
		topics = append(topics, t)
	}
	slices.SortFunc(topics, func(a, b *topic) int { return strings.Compare(a.id, b.id) })
	whole := sc.wholeAfter(f)
	var out []candidate
	for i, t := range topics {
		for _, r := range t.readings() {
			if r.kind == f.kind && (whole == nil || r.other == nil || r.other == whole) {
				out = append(out, candidate{r, sc.weighed(r, bound[t], f, whole), sc.taken(r, f)})
			}
		}
		for _, o := range topics[i+1:] {
			d := max(bound[t], bound[o])
			if d > 0.65 {
				continue
			}
			for _, r := range slices.Concat(t.with(o), o.with(t)) {
				switch {
				case r.kind != f.kind || r.role == asEach && !sc.eachTime():
				case whole != nil && r.other == whole:
					out = append(out, candidate{r, bound[r.topic] * 0.5, sc.taken(r, f)})
				case whole == nil || r.role != asRatio:
					out = append(out, candidate{r, min(1, d+0.15), sc.taken(r, f)})
				}
			}
		}
	}
	if whole != nil && sc.both() {
		out = append(out, sc.shared(topics, bound, whole, f)...)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(a.doubt, b.doubt) })
	return out
}

// eachTime reports whether a sentence tells how much there is for each of something.
func (sc *scene) eachTime() bool {
	return slices.ContainsFunc(sc.s.words, func(w word) bool {
		return w.lower == "pr" || w.lower == "hver" || strings.HasPrefix(w.lower, "gennemsnit") || w.lower == "per" || w.lower == "each" || w.lower == "average"
	})
}

// both reports whether a sentence speaks of several things together.
func (sc *scene) both() bool {
	return strings.Contains(sc.s.lower, "tilsammen") || strings.Contains(sc.s.lower, "til sammen") || strings.Contains(sc.s.lower, "sammenlagt") || strings.Contains(sc.s.lower, "begge") ||
		strings.Contains(sc.s.lower, "de to") || strings.Contains(sc.s.lower, "together")
}

// shared are the shares of two of some topics together in a whole that both go into.
func (sc *scene) shared(topics []*topic, bound map[*topic]float32, whole *topic, f figure) []candidate {
	var out []candidate
	for i, t := range topics {
		for _, o := range topics[i+1:] {
			if !slices.Contains(t.wholes, whole) || !slices.Contains(o.wholes, whole) {
				continue
			}
			sum := &topic{name: t.name + " + " + o.name, id: t.id + "+" + o.id, kind: t.kind}
			for _, d := range t.series {
				if v, is := o.in(d.year); is {
					sum.series = append(sum.series, valued{d.year, d.value + v})
				}
			}
			for _, r := range sum.parting(whole, asShare) {
				out = append(out, candidate{r, max(bound[t], bound[o]) * 0.3, sc.taken(r, f)})
			}
		}
	}
	return out
}

// weighed is the doubt of a reading of a topic: less where the sentence has another of the
// topic's figures, and this one goes on with it.
func (sc *scene) weighed(r reading, doubt float32, f figure, whole *topic) float32 {
	if whole != nil && r.other == whole {
		doubt *= 0.5
	}
	if doubt <= 0.35 && sc.anchors(r.topic, f) {
		doubt *= 0.3
	}
	if r.role == asGrowth && doubt <= doubtReferred && sc.changes(r, f) {
		doubt *= 0.3
	}
	return doubt
}

// changes reports whether another figure of a sentence is the change that a growth is of.
func (sc *scene) changes(growth reading, f figure) bool {
	now, _ := growth.topic.in(growth.year)
	then, _ := growth.topic.in(growth.from)
	by := reading{topic: growth.topic, kind: growth.topic.kind, role: asChange, value: now - then}
	return slices.ContainsFunc(sc.s.figs, func(o figure) bool { return o.from != f.from && o.telling(digits(abs(o.n))) > 1 && by.is(o) })
}

// partner is the figure that one is compared with: "F mod G", "fra G til F", "F, op fra G";
// nil where there is none.
func (sc *scene) partner(f figure) *figure {
	for i := range sc.s.figs {
		o := &sc.s.figs[i]
		a, b := f, *o
		if o.from < f.from {
			a, b = *o, f
		}
		if o.from == f.from || b.from < a.to {
			continue
		}
		between := strings.Fields(strings.ReplaceAll(sc.s.lower[a.to:b.from], ",", " "))
		const most = 6
		if len(between) == 0 || len(between) > most || strings.ContainsAny(sc.s.text[a.to:b.from], ";:") {
			continue
		}
		switch between[len(between)-1] {
		case "mod", "imod", "fra", "til", "for": // over for
			return o
		}
	}
	return nil
}

// taken reports whether another figure of the sentence is a reading.
func (sc *scene) taken(r reading, f figure) bool {
	return slices.ContainsFunc(sc.s.figs, func(o figure) bool { return o.from != f.from && r.is(o) })
}

// names reports whether a sentence has words of a topic's name.
func (sc *scene) names(t *topic) bool {
	return slices.ContainsFunc(sc.own, func(n naming) bool { return n.topic == t && n.first >= 0 })
}

// named reports whether a sentence has a topic's whole name.
func (sc *scene) named(t *topic) bool {
	return slices.ContainsFunc(sc.own, func(n naming) bool { return n.topic == t && n.first >= 0 && n.score >= 0.85 })
}

// anchors reports whether a sentence has another figure that is the topic's.
func (sc *scene) anchors(t *topic, f figure) bool {
	if slices.ContainsFunc(sc.own, func(n naming) bool {
		return n.topic == t && n.first < 0 && (n.from >= f.to || n.to <= f.from)
	}) {
		return true
	}
	for _, o := range sc.s.figs {
		if o.from == f.from || o.kind != t.kind || o.telling(digits(abs(o.n))) < 2 {
			continue
		}
		for _, d := range t.series {
			if divRound(abs(d.value), o.unit) == abs(o.n) {
				return true
			}
		}
	}
	return false
}

// wholeAfter is the topic that a percentage is said to be of: "59 pct. af passiverne"; nil
// where none is.
func (sc *scene) wholeAfter(f figure) *topic {
	if f.kind != percent {
		return nil
	}
	after := strings.TrimLeft(sc.s.lower[f.to:], ". ")
	rest, is := strings.CutPrefix(after, "af ")
	if !is {
		rest, is = strings.CutPrefix(after, "of ")
	}
	if !is {
		return nil
	}
	at := len(sc.s.lower) - len(rest)
	const reach = 30
	for _, n := range sc.own {
		if n.first >= 0 && n.from >= at && n.from-at <= reach && n.score >= 0.8 && n.topic.kind != percent && !strings.ContainsAny(sc.s.text[at:n.from], ".,;:") {
			return n.topic
		}
	}
	return nil
}

// bindings are the topics that a figure may be of, each with its least doubt.
func (sc *scene) bindings(f figure) map[*topic]float32 {
	bound := map[*topic]float32{}
	note := func(n naming, doubt float32) {
		doubt = 1 - (1-doubt)*min(1, n.score+0.05)
		if d, has := bound[n.topic]; !has || doubt < d {
			bound[n.topic] = doubt
		}
	}
	for i := range sc.own {
		if n := sc.own[i]; n.first >= 0 || n.from < f.from || n.to > f.to {
			note(n, sc.doubt(i, f))
		}
	}
	if o := sc.partner(f); o != nil {
		for _, n := range sc.own {
			if n.first < 0 && n.from == o.from {
				note(n, doubtJoined*2)
			}
		}
	}
	far := doubtLoose
	if sc.caption {
		far = doubtSlight
	} else if sc.refers || len(sc.own) == 0 {
		far = doubtReferred
	}
	for _, n := range sc.before {
		note(n, far)
	}
	for _, n := range sc.about {
		note(n, doubtLoose)
	}
	return bound
}

// doubt is how a figure stands to the i-th naming of its sentence.
func (sc *scene) doubt(i int, f figure) float32 {
	n, s := sc.own[i], sc.s
	if o := sc.labelled(f); o != nil && n.to <= o.from {
		return sc.doubt(i, *o)
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
