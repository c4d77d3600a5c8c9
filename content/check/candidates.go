package check

import (
	"cmp"
	"slices"
	"strings"
)

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
func (sc *scene) both() bool { return ofSeveral(sc.s.lower) }

// ofSeveral reports whether a text, in lower case, speaks of several things together.
func ofSeveral(lower string) bool {
	for _, w := range [...]string{"tilsammen", "til sammen", "sammen med", "sammenlagt", "begge", "de to", "together"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
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
		if n.owner {
			doubt = max(doubt, doubtNowhere)
		}
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
	} else if sc.refers {
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
