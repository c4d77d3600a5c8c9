package check

import (
	"slices"
	"strings"
)

// A text that tells what a figure of figures.yaml comes to, by what it equals, has all of its
// parts: the one that is not there is the one that is written instead.

// equation is a figure of figures.yaml and the figures that it is put together of.
type equation struct {
	all []constant
}

// equationsOf are those of the report whose parts are all figures of one kind.
func (c *checker) equationsOf() []equation {
	var out []equation
	for _, k := range c.consts {
		terms := termsOf(k.of.Equals)
		const fewest, most = 2, 4
		if len(terms) < fewest || len(terms) > most || strings.ContainsAny(k.of.Equals, "*/()") {
			continue
		}
		e := equation{all: []constant{k}}
		for _, t := range terms {
			i := slices.IndexFunc(c.consts, func(o constant) bool { return o.kind == k.kind && speltOut(o.of.Name) == speltOut(t.name) })
			if i >= 0 {
				e.all = append(e.all, c.consts[i])
			}
		}
		if len(e.all) == len(terms)+1 {
			out = append(out, e)
		}
	}
	return out
}

// equalled holds a sentence and the one before it, which have all figures of an equation but
// one, against that.
func (c *checker) equalled(scenes []scene, at int) {
	if c.sums == nil {
		c.sums = append([]equation{}, c.equationsOf()...)
	}
	sc := &scenes[at]
	if len(c.sums) == 0 || len(sc.s.figs) == 0 || sc.r.heading || sc.r.table || sc.r.fact {
		return
	}
	for _, e := range c.sums {
		var lacking []constant
		left := sc.unmatched(e, scenes, at, &lacking)
		if len(lacking) != 1 || len(left) != 1 {
			continue
		}
		k, f := lacking[0], left[0]
		if divRound(abs(k.value), f.unit) == abs(f.n) && (k.value > 0 || sc.takesOff(f)) || hits(k.stems, sc.s.lower) == 0 {
			continue
		}
		want := c.write(entry{kind: k.kind, value: abs(k.value)}, f)
		if k.value < 0 {
			want = "−" + want
		}
		c.tell(sc.r, sc.s.from+f.from, sc.s.from+f.to, Warning, "figure-wrong",
			say("%s passer ikke; %s er %s", "%s does not fit; %s is %s", sc.s.text[f.from:f.to], k.of.Name, want), say("%[1]s", "%[1]s", want))
		return
	}
}

// unmatched are the figures of a scene that are written out and none of an equation's, of its
// kind; lacking are those of the equation that neither it nor the scene before it has.
func (sc *scene) unmatched(e equation, scenes []scene, at int, lacking *[]constant) []figure {
	kind := e.all[0].kind
	has := make([]bool, len(e.all))
	var left []figure
	for k := max(0, at-1); k <= at; k++ {
		s := scenes[k].s
		for _, f := range s.figs {
			if f.kind != kind {
				continue
			}
			place := span{s.from + f.from, s.from + f.to}
			bound := sc.r.isBound(place.from, place.to)
			i := slices.IndexFunc(e.all, func(o constant) bool {
				return bound && sc.r.refersTo(place, o.of.Name) || !bound && o.value == f.value()
			})
			switch {
			case i >= 0:
				has[i] = true
			case !bound && k == at:
				left = append(left, f)
			}
		}
	}
	for i, k := range e.all {
		if !has[i] {
			*lacking = append(*lacking, k)
		}
	}
	return left
}

// takesOff reports whether the words about a figure say that it is taken off, so that it needs no
// minus.
func (sc *scene) takesOff(f figure) bool {
	clause := sc.s.clause(f)
	for _, w := range []string{"minus", "fra ", "fratr", "fradr", "træk", "truk", "ned", "fald", "redu", "lavere", "mindre", "−"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}
