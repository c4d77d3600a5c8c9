package check

import (
	"slices"
	"strings"
)

// A figure of figures.yaml that the text has nowhere, by reference or as a number, was
// likely meant where a sentence has words of its name and another number of its kind.

// sightings gathers which of them a chapter's text has, and what may stand for the others.
func (c *checker) sightings() {
	if len(c.consts) == 0 {
		return
	}
	if c.seen == nil {
		c.seen, c.suspects = make([]bool, len(c.consts)), make([]suspect, len(c.consts))
	}
	for _, r := range c.runs {
		for _, s := range r.parts {
			for _, f := range s.allFigures() {
				c.sight(r, s, f)
			}
		}
	}
}

// suspect is a number that may stand for a figure of figures.yaml.
type suspect struct {
	run  *run
	s    span // of the sentence
	fig  figure
	hits int // words of the figure's name that the sentence has
}

// sight holds one number of the text against those figures.
func (c *checker) sight(r *run, s sentence, f figure) {
	about := c.sentenceAbout(r, s)
	known := false
	for i, k := range c.consts {
		if k.kind != f.kind || divRound(abs(k.value), f.unit) != abs(f.n) {
			continue
		}
		named := len(k.stems) == 0 || hits(k.stems, about) > 0 || endsIn(k, s) || hits(k.told, about) > 1
		if named || k.value%f.unit == 0 && f.digits >= telling {
			c.seen[i] = true
		}
		known = known || named
	}
	if known || isDifference(s.lower[f.to:]) || r.isBound(s.from+f.from, s.from+f.to) || f.kind != count && len(c.ledger.exactly(f)) > 0 {
		return
	}
	for i, k := range c.consts {
		if k.kind != f.kind || c.seen[i] || !likely(k.value, f) || small(k.value) && hits(k.stems, c.afterwards(r, s, f)) == 0 {
			continue
		}
		n := hits(k.stems, about)
		if n == 0 && f.digits >= 2 && (endsIn(k, s) || hits(k.told, about) > 1) {
			n = 1
		}
		if n == 0 && !r.table && !f.about && !r.holds(span{s.from + f.from, s.from + f.to}) && k.turned(f) && len(c.topics.exactly(f)) == 0 {
			n = len(k.stems)
		}
		if n > c.suspects[i].hits && !c.excusedFor(r, s, f, k) {
			c.suspects[i] = suspect{r, s.span, f, n}
		}
	}
}

// excusedFor reports whether a number may well be of something else than a figure of
// figures.yaml.
func (c *checker) excusedFor(r *run, s sentence, f figure, k constant) bool {
	sc := c.sceneOf(r, s)
	return c.excused(sc, f, c.readingCalled(k.expr.plus, k.kind, k.value))
}

// endsIn reports whether a sentence has the last part of a compound that a name ends in:
// "rammen" of overenskomstramme, "timer" of frivilligtimer.
func endsIn(k constant, s sentence) bool {
	const shortest = 5
	if len(k.stems) == 0 {
		return false
	}
	last := k.stems[len(k.stems)-1]
	return slices.ContainsFunc(s.words, func(w word) bool {
		if len(w.lower) < shortest {
			return false
		}
		bare := speltOut(stem(w.lower))
		return len(bare) >= shortest && len(last) > len(bare)+3 && strings.HasSuffix(last, bare) || len(k.tail) > len(w.lower)+3 && strings.HasSuffix(k.tail, speltOut(w.lower))
	})
}

// small reports whether a value is a small whole number, as many things are.
func small(value int64) bool { return value%10_000 == 0 && abs(value) < 20*10_000 }

// afterwards is what stands right after a figure, in lower case: two words, or in a fact all.
func (c *checker) afterwards(r *run, s sentence, f figure) string {
	if r.fact || r.after != nil && r.after.fact {
		return c.wordsAbout(r)
	}
	words := strings.Fields(s.lower[f.to:])
	return strings.Join(words[:min(2, len(words))], " ")
}

// turned reports whether a figure has the digits of a constant, two of them swapped, and is
// not likely to have them by chance.
func (k constant) turned(f figure) bool {
	const few, many = 2, 4
	r := reading{kind: k.kind, role: asLevel, value: k.value}
	n := f.telling(digits(abs(f.n)))
	return r.swapped(f) && (n >= many || n >= few && (f.kind == money || f.places > 0))
}

// telling is how many digits a number has that is hardly another's by chance.
const telling = 3

// likely reports whether a number can be a slip of a value: their digits, but for the
// noughts after them, differ by one at most. So may millions and billions.
func likely(value int64, f figure) bool {
	bare := func(n int64) string { return strings.TrimRight(digits(abs(n)), "0") }
	if f.kind == count && f.scale == "" && f.places == 0 && abs(value) > 99*abs(f.value()) {
		return false
	}
	if off := len(digits(abs(value))) - len(digits(abs(f.value()))); len(bare(value)) == 1 && f.places == 0 && abs(int64(off)) > 1 {
		return false // nobody writes 9.000 for 4
	}
	if f.kind == count && f.places == 0 && len(digits(abs(value))) < len(digits(abs(f.value()))) && abs(f.n)%10 == 0 && value/10_000%10 != 0 {
		return bare(value) == bare(f.n) // no round number for one that is smaller and not
	}
	return distance(bare(value), bare(f.n), 1) <= 1
}

// sentenceAbout is what a sentence says, in lower case: of a fact's figure, its caption.
func (c *checker) sentenceAbout(r *run, s sentence) string {
	if r.fact {
		return c.wordsAbout(r)
	}
	return s.lower
}

// isDifference reports whether a text, in lower case, begins with a word by which the number
// before it is a difference.
func isDifference(rest string) bool {
	for _, w := range []string{" færre", " flere", " mere", " mindre", " højere", " lavere", " større", " over", " under", " fewer", " more", " less", " higher", " lower"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// lost tells of those that the text has nowhere.
func (c *checker) lost() {
	used := c.referredByText()
	for i, k := range c.consts {
		if c.seen == nil || c.seen[i] || used[speltOut(k.expr.plus)] || c.suspects[i].hits == 0 {
			continue
		}
		sus := c.suspects[i]
		if sus.hits*2 < len(k.stems) || k.kind == percent && sus.hits*2 == len(k.stems) {
			continue
		}
		from, to := sus.s.from+sus.fig.from, sus.s.from+sus.fig.to
		if at := c.locate.at(sus.run, from); slices.ContainsFunc(c.out, func(t told) bool { return t.Pos == at && t.Level != Note }) {
			continue
		}
		is := c.write(entry{kind: k.kind, value: k.value}, sus.fig)
		c.tell(sus.run, from, to, Warning, "figure-wrong",
			say("%q er måske %s: figures.yaml har %s, og det står ingen steder i teksten", "%q may be %s: figures.yaml has %s, and the text has it nowhere", sus.run.text[from:to], is, k.expr.plus),
			say("%[1]s", "%[1]s", is))
	}
}

// referredByText are the names that the text's references have in their expressions.
func (c *checker) referredByText() map[string]bool {
	used := map[string]bool{}
	for _, b := range c.rep.Bound {
		for _, t := range termsOf(b.Expr) {
			used[speltOut(t.name)] = true
		}
	}
	return used
}

// referredTo are those and the names that the figures of figures.yaml are worked out of.
func (c *checker) referredTo() map[string]bool {
	used := c.referredByText()
	for _, f := range c.rep.Figures {
		for _, t := range termsOf(f.Equals) {
			used[speltOut(t.name)] = true
		}
	}
	return used
}

// hits is how many of some words' stems, without æ, ø and å, a text in lower case has.
func hits(stems []string, lower string) int {
	if len(stems) == 0 {
		return 0
	}
	n := 0
	if strings.ContainsAny(lower, "æøå") {
		lower = speltOut(lower)
	}
	for _, s := range stems {
		if strings.Contains(lower, s) {
			n++
		}
	}
	return n
}
