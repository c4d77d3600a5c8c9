package check

import (
	"slices"
	"strings"
)

// A figure that the figures beside it bear out is no slip of another: a growth, a part, a
// sum or a rest of what the text has just told.

// amount is what a figure comes to, in the smallest part of its kind, and how far off it may
// be since it is rounded.
type amount struct {
	kind  kind
	value float64
	slack float64
}

// amountOfFigure is that of a figure. Whole things are counted, not rounded.
func amountOfFigure(f figure) amount {
	a := amount{f.kind, float64(abs(f.n)) * float64(f.unit), float64(f.unit) / 2}
	if f.kind == count && f.unit == 10_000 || f.kind == money && f.unit == 100 {
		a.slack = 0
	}
	return a
}

// workedOut reports whether a figure is what others of its sentence, of the one before it, or
// of what these name come to, where it is none of another year of the topic that it is held
// against. A small count is so by chance too often, but where words say it.
func (c *checker) workedOut(sc *scene, f figure, is reading) bool {
	const few = 3 // digits of a count
	if is.topic != nil && slices.ContainsFunc(is.topic.readings(), func(r reading) bool { return r.is(f) && r.role == asLevel }) {
		return false
	}
	if is.role&(asChange|asDifference) != 0 && f.kind != percent && bearsSum(c.beside(sc, f), f) {
		return true // by how much they differ
	}
	if f.kind == count && f.telling(digits(abs(f.n))) < few && !saysSum(sc.s.lower) && !isDifference(sc.s.lower[f.to:]) {
		return false
	}
	pool := c.beside(sc, f)
	if is.role == asLevel && is.topic != nil && is.kind == f.kind && f.kind == percent && slices.ContainsFunc(pool, func(a amount) bool { return a.kind == percent && f.near(float64(abs(is.value))-a.value, a.slack) }) {
		return true // a part of it, whose rest is told
	}
	if f.kind == percent {
		m := c.moveOf(sc, f)
		return !(m.sure && m.roles&(asShare|asRatio) == 0) && bearsPart(pool, f, sc) || bearsAnyGrowth(pool, f, sc.grown()) || bearsRest(pool, f, sc) || bothParts(pool, f, sc)
	}
	if !saysSum(sc.s.lower) {
		return isDifference(sc.s.lower[f.to:]) && bearsSum(pool, f)
	}
	return bearsSum(pool, f) || bearsProduct(pool, f) || bearsSum(c.toldInRun(sc, f), f)
}

// workedOutIn is workedOut for a figure at its place in a run.
func (c *checker) workedOutIn(r *run, f figure) bool {
	i := slices.IndexFunc(r.parts, func(s sentence) bool { return s.from <= f.from && f.to <= s.to })
	if i < 0 {
		return false
	}
	s := r.parts[i]
	f.from, f.to = f.from-s.from, f.to-s.from
	return c.workedOut(c.sceneOf(r, s), f, reading{})
}

// beside are the amounts of the other figures of a scene's sentence and the one before it, and
// of the topics that these name, of the edition's year.
func (c *checker) beside(sc *scene, f figure) []amount {
	var out []amount
	at := sc.place()
	for i := max(0, at-1); i <= at; i++ {
		out = appendAmounts(out, sc.r.parts[i], f, i == at)
	}
	const whole = 0.8
	for _, list := range [][]naming{sc.own, sc.before} {
		for _, n := range list {
			if value, is := n.topic.in(c.rep.Year); is && n.first >= 0 && n.score >= whole {
				out = append(out, amount{n.topic.kind, float64(abs(value)), 0})
			}
		}
	}
	return out
}

// toldInRun are the amounts of the other figures of a scene's paragraph.
func (c *checker) toldInRun(sc *scene, f figure) []amount {
	var out []amount
	at := sc.place()
	for i := range sc.r.parts {
		out = appendAmounts(out, sc.r.parts[i], f, i == at)
	}
	return out
}

// place is which of its run's sentences a scene's is.
func (sc *scene) place() int {
	for i := range sc.r.parts {
		if sc.r.parts[i].from == sc.s.from {
			return i
		}
	}
	return 0
}

// appendAmounts appends those of the figures of a sentence; own: f is one of them.
func appendAmounts(out []amount, s sentence, f figure, own bool) []amount {
	for _, o := range withUnits(s, s.allFigures()) {
		if (!own || o.from >= f.to || o.to <= f.from) && o.n != 0 {
			out = append(out, amountOfFigure(o))
		}
	}
	return out
}

// saysSum reports whether a text, in lower case, has words for a sum or what is left of one.
func saysSum(lower string) bool {
	for _, w := range []string{"i alt", "tilsammen", "til sammen", "lagt sammen", "sammenlagt", "samlet", "rest", "øvrige", "stykket", "hver", "heraf", "deraf", "minus", "uden ", "fraregnet", "overskud", "underskud", "tilbage", "trækker", "trækkes", "bortset"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

// near reports whether a figure is an amount, that may be off by so much, at its rounding.
func (f figure) near(value, slack float64) bool {
	said := float64(abs(f.n)) * float64(f.unit)
	if value < 0 {
		value = -value
	}
	off := value - said
	if off < 0 {
		off = -off
	}
	return off <= float64(f.unit)*0.5001+slack
}

// bearsSum reports whether a figure is the sum or the difference of two amounts, or the sum of
// those that stand in a row.
func bearsSum(pool []amount, f figure) bool {
	for i, a := range pool {
		if a.kind != f.kind || a.slack > float64(f.unit) {
			continue // it is rounder than what it would come to
		}
		sum, slack := a.value, a.slack
		for k, b := range pool[i+1:] {
			if b.kind != f.kind {
				continue
			}
			sum, slack = sum+b.value, slack+b.slack
			if f.near(sum, slack) || k > 0 && f.near(a.value+b.value, a.slack+b.slack) || a.value != b.value && f.near(a.value-b.value, a.slack+b.slack) {
				return true
			}
		}
	}
	return false
}

// bearsProduct reports whether a figure is an amount as many times as a count.
func bearsProduct(pool []amount, f figure) bool {
	for _, a := range pool {
		for _, n := range pool {
			if times := n.value / 10_000; n.kind == count && a.kind == f.kind && times > 1 && f.near(a.value*times, a.slack*times) {
				return true
			}
		}
	}
	return false
}

// wholly is a hundred per cent, in ten-thousandths of one.
const wholly = 1_000_000

// bearsPart reports whether a percentage is the part that one of some amounts is of another.
func bearsPart(pool []amount, f figure, sc *scene) bool {
	return eachTwo(pool, func(a, b amount) bool {
		return a.kind != percent && a.value < b.value && f.near(wholly*a.value/b.value, wholly*(a.slack+b.slack)/b.value)
	})
}

// bearsRest reports whether a percentage is what another leaves of a hundred, or points
// between two, where words say so.
func bearsRest(pool []amount, f figure, sc *scene) bool {
	if saysSum(sc.s.lower) && slices.ContainsFunc(pool, func(a amount) bool { return a.kind == percent && f.near(wholly-a.value, a.slack) }) {
		return true
	}
	points := strings.HasSuffix(sc.s.lower[f.from:f.to], "point")
	return (points || saysSum(sc.s.lower)) && eachTwo(pool, func(a, b amount) bool {
		return a.kind == percent && a.value > b.value && f.near(a.value-b.value, a.slack+b.slack)
	})
}

// bearsAnyGrowth reports whether a percentage is the growth of two of some amounts.
func bearsAnyGrowth(pool []amount, f figure, grown ways) bool {
	return eachTwo(pool, func(a, b amount) bool {
		return bearsGrowth(a, b, f, wholly*(a.slack+b.slack)/b.value, grown)
	})
}

// eachTwo reports whether something is so of two of some amounts of one kind, in an order.
func eachTwo(pool []amount, is func(a, b amount) bool) bool {
	for i, a := range pool {
		for k, b := range pool {
			if i != k && a.kind == b.kind && b.value > 0 && is(a, b) {
				return true
			}
		}
	}
	return false
}

// ways are the ways that something may have gone.
type ways struct{ up, down bool }

// grown are those that a sentence, or the one before that it refers to, has words for.
func (sc *scene) grown() ways {
	var out ways
	at := sc.place()
	for i := max(0, at-1); i <= at; i++ {
		s := sc.r.parts[i]
		if i < at && !sc.refers {
			continue
		}
		for k := range s.words {
			out.up, out.down = out.up || s.lean(k) == up, out.down || s.lean(k) == down
		}
	}
	return out
}

// bearsGrowth reports whether a percentage is the growth from b to a, or that by a to b.
func bearsGrowth(a, b amount, f figure, slack float64, grown ways) bool {
	if (grown.up && a.value > b.value || grown.down && a.value < b.value) && f.near(wholly*(a.value-b.value)/b.value, slack) {
		return true
	}
	return a.value < b.value && (grown.up && f.near(wholly*a.value/(b.value-a.value), slack) || grown.down && f.near(wholly*a.value/(b.value+a.value), slack))
}

// bothParts reports whether a percentage is the part that two amounts together are of another,
// or their growth together, where words say that they are added.
func bothParts(pool []amount, f figure, sc *scene) bool {
	if !saysSum(sc.s.lower) && !sc.both() {
		return false
	}
	var sums []amount
	for i, a := range pool {
		for _, b := range pool[i+1:] {
			if a.kind == b.kind && a.kind != percent {
				sums = append(sums, amount{a.kind, a.value + b.value, a.slack + b.slack})
			}
		}
	}
	for _, a := range sums {
		for _, b := range append(pool, sums...) {
			if a.kind != b.kind || b.value <= 0 || a.value == b.value {
				continue
			}
			rel := wholly * (a.slack + b.slack) / b.value
			if a.value < b.value && f.near(wholly*a.value/b.value, rel) || sc.leans() && f.near(wholly*(a.value-b.value)/b.value, rel) {
				return true
			}
		}
	}
	return false
}
