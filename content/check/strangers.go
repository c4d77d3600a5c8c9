package check

import (
	"slices"
	"strings"
)

// A figure of figures.yaml is referred to where the words about it name it. A reference among
// words that name another, and not it, is to the wrong one, where all others to it are named.

// use is a reference to a figure of figures.yaml.
type use struct {
	run   *run
	at    span
	fact  int   // in checker.consts
	named bool  // by the words about it
	rival int   // in checker.consts: the one they name instead; −1 where there is none
	years []int // that its sentence and its section tell, each where it tells one
}

// used gathers a reference that stands in a sentence.
func (c *checker) used(r *run, i int, ref reference) {
	fact := c.factOf(ref.expr)
	if fact < 0 {
		return
	}
	s := r.parts[i]
	c.scaledOtherwise(r, s, c.consts[fact], ref)
	u := use{run: r, at: ref.span, fact: fact, rival: -1}
	about := c.sentenceAbout(r, s)
	u.years = c.yearsSaid(fact, about, r.section)
	if i > 0 {
		about += " " + r.parts[i-1].lower
	}
	u.named = namesFact(c.consts[fact], speltOut(about+" "+r.section))
	if !u.named {
		const next, near = 2, 5 // words after it
		if u.rival = c.rivalOf(fact, r, s, ref, next); u.rival < 0 {
			u.rival = c.rivalOf(fact, r, s, ref, near)
		}
	}
	c.uses = append(c.uses, u)
}

// factOf is the figure of figures.yaml that an expression is no more than; −1 where it is none.
func (c *checker) factOf(expr string) int {
	name, _, _ := strings.Cut(expr, "|")
	name = strings.TrimSpace(name)
	if name == "" || strings.ContainsAny(name, "+-*/(@. ") {
		return -1
	}
	if c.factNames == nil {
		c.factNames = map[string]int{}
		for i, k := range c.consts {
			c.factNames[speltOut(k.name())] = i
		}
	}
	if i, is := c.factNames[speltOut(name)]; is {
		return i
	}
	return -1
}

// name is what the figure is called in figures.yaml.
func (k constant) name() string { return strings.TrimSuffix(strings.TrimPrefix(k.expr.plus, "-"), "@") }

// namesFact reports whether a text, folded, names a figure: it has a stem of its name, or as many
// letters of it as two forms of one word have in common, or what a long one ends in, which says what it is.
func namesFact(k constant, folded string) bool {
	const most, tail = 7, 6
	return len(k.stems) == 0 || slices.ContainsFunc(k.stems, func(stem string) bool {
		return strings.Contains(folded, stem[:min(most, len(stem))]) || len(stem) >= compounded && strings.Contains(folded, stem[len(stem)-tail:])
	})
}

// rivalOf is the one other figure of the same kind that the words next to a reference name and
// the sentence has no reference to; −1 where there is none, or are several.
func (c *checker) rivalOf(fact int, r *run, s sentence, ref reference, after int) int {
	const before, least = 6, 6
	var near []string
	at := ref.from - s.from
	i := slices.IndexFunc(s.words, func(w word) bool { return w.from >= at })
	if i < 0 {
		return -1
	}
	end := i // of the figure
	for end < len(s.words) && s.words[end].from < ref.to-s.from {
		end++
	}
	words := s.words[max(0, i-before):min(len(s.words), end+after)]
	if r.fact { // its caption
		words = wordsOf(c.wordsAbout(r))
	}
	for _, w := range words {
		if len(w.lower) >= least && nextDigit(w.lower, 0) == len(w.lower) {
			near = append(near, speltOut(w.lower))
		}
	}
	out := -1
	for o, k := range c.consts {
		if o == fact || k.kind != c.consts[fact].kind || k.value == c.consts[fact].value || !slices.ContainsFunc(k.stems, func(stem string) bool {
			return len(stem) >= least && slices.ContainsFunc(near, func(w string) bool { return strings.HasPrefix(w, stem) })
		}) {
			continue
		}
		if out >= 0 || slices.ContainsFunc(r.bound, func(b reference) bool { return c.factOf(b.expr) == o }) {
			return -1
		}
		out = o
	}
	return out
}

// strangers tells of the references to the wrong figure.
func (c *checker) strangers() {
	c.factYears()
	for i, u := range c.uses {
		if u.named || u.rival < 0 {
			continue
		}
		others := 0
		for k, o := range c.uses {
			if k != i && o.fact == u.fact {
				if others++; !o.named {
					others = -len(c.uses)
				}
			}
		}
		if others <= 0 {
			continue
		}
		is, want := c.consts[u.fact].name(), c.consts[u.rival].name()
		c.tell(u.run, u.at.from, u.at.to, Warning, "figure-wrong",
			say("henvisningen er til %s, og ordene om den er om %s", "the reference is to %s, and the words about it are of %s", is, want), Text{})
	}
}
