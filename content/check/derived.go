package check

import (
	"cmp"
	"slices"
	"strings"
)

// grown is two figures of one thing that a sentence gives for an earlier and a later
// time: what is said of how they differ can be worked out, whatever they are of.
type grown struct {
	then, now figure
	last      int // where the second of them ends, in the sentence
}

// derivations recomputes what a text works out itself: the growth of two figures it
// gives, how many of a number are a percentage of it.
func (c *checker) derivations() {
	for _, r := range c.runs {
		if r.marks&counting == 0 && r.marks&digited == 0 || r.heading || r.fact {
			continue
		}
		for i, s := range r.parts {
			figs := s.allFigures()
			if len(figs) == 0 || len(figs) > mostFigures {
				continue
			}
			pairs := s.grownIn(figs)
			for _, g := range pairs {
				c.growthOf(r, s, g, figs)
				c.leaning(r, s, g)
				c.manyTimes(r, s, g)
			}
			if len(pairs) == 1 && i+1 < len(r.parts) && afterGrowth(r.parts[i+1].lower) {
				c.growthIn(r, r.parts[i+1], pairs[0])
			}
			if g, is := c.yearsApart(r, i); is {
				c.sinceThen(r, s, g)
			}
			c.partOf(r, i)
			c.asMany(r, s, figs)
			c.inOtherWords(r, s, figs)
			c.ranges(r, s, figs)
			c.grownSince(r, i, figs)
			c.addedUp(r, s, figs)
			c.namely(r, s, figs)
			c.tripled(r, s, figs)
			c.enumeration(r, s, figs)
			c.peopleListed(r, s, figs)
			c.countedParts(r, s, figs)
		}
	}
}

// allFigures are those of a sentence in digits and in words, in order.
func (s sentence) allFigures() []figure {
	if !s.has(counting) {
		return s.figs
	}
	words := spelledOutIn(s)
	if len(words) == 0 {
		return s.figs
	}
	out := append(slices.Clone(s.figs), words...)
	slices.SortFunc(out, func(a, b figure) int { return cmp.Compare(a.from, b.from) })
	return out
}

// mostFigures is how many a sentence has whose words can still be told apart.
const mostFigures = 8

// grownIn are the pairs of a sentence: "fra A til B", "A mod B året før", "A, flere end
// året før, hvor det var B", "A, ned fra B".
func (s sentence) grownIn(figs []figure) []grown {
	var out []grown
	for i := 0; i+1 < len(figs); i++ {
		a, b := figs[i], figs[i+1]
		if a.about || b.about || a.n <= 0 || b.n <= 0 {
			continue
		}
		lead, between, after := s.lower[:a.from], strings.TrimSpace(s.lower[a.to:b.from]), s.lower[b.to:]
		if len(between) > len("i 2024 ") && strings.HasPrefix(between, "i 20") && digitsAt(between, len("i ")) == len("2024") {
			between = strings.TrimSpace(between[len("i 2024"):]) // "fra A i 2024 til B i 2025"
		}
		x, same := sameUnit(s, a, b)
		if !same || x.kind != b.kind {
			continue
		}
		step, isStep := s.stepped(a, b, between)
		differing, isDiffering := s.differing(a, b, between)
		switch {
		case strings.HasSuffix(lead, "fra ") && tills(s, a, b, between):
			out = append(out, grown{x, b, b.to})
		case against(between) && pastAfterNoun(between, after), turnsFrom(between):
			out = append(out, grown{b, x, b.to})
		case isStep:
			out = append(out, step)
		case isDiffering:
			out = append(out, differing)
		case isDifference(s.lower[a.to:]):
			if differs := comparison(between); differs != noWay && x.unit == b.unit && pastIn(between) {
				now := b
				now.n += map[way]int64{up: a.n, down: -a.n}[differs]
				out = append(out, grown{b, now, b.to})
			}
		case strings.Contains(between, " end ") && pastAfter(between[strings.Index(between, " end ")+len(" end"):]) && comparison(between) != noWay:
			out = append(out, grown{b, x, b.to})
		}
	}
	return out
}

// against reports whether the words between two figures hold the first against the second:
// "mod", "kurser mod".
func against(between string) bool {
	what, is := strings.CutSuffix(between, "mod")
	return is && (what == "" || strings.HasSuffix(what, " ")) && len(strings.Fields(what)) <= 2 && !strings.ContainsAny(what, ",;:().")
}

// pastAfter reports whether a text, in lower case, begins with the words for the year before.
func pastAfter(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for _, w := range []string{"året før", "året forinden", "sidste år", "i fjor", "et år tidligere", "et år før", "i 20", "forrige år", "ved udgangen af 20"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// pastIn reports whether a text, in lower case, holds something against the year before.
func pastIn(between string) bool {
	_, rest, is := strings.Cut(" "+between, " end ")
	return is && pastAfter(rest)
}

// grownSince recomputes "A x. Det er P pct. mindre end i 2023, hvor det var B.".
func (c *checker) grownSince(r *run, at int, figs []figure) {
	s := r.parts[at]
	if at == 0 || len(figs) < 2 || figs[0].kind != percent || !isDifference(s.lower[figs[0].to:]) {
		return
	}
	between := s.lower[figs[0].to:figs[1].from]
	before := r.parts[at-1].figs
	if len(before) != 1 || before[0].kind != figs[1].kind || before[0].about || figs[1].about || !pastIn(strings.TrimSpace(between)) || !strings.Contains(between, "hvor") {
		return
	}
	g := grown{figs[1], before[0], figs[1].to}
	c.holdGrowth(r, s, g, figs[0])
	if way := comparison(between); way != noWay && g.now.value() != g.then.value() && (g.now.value() > g.then.value()) != (way == up) {
		from, to := figs[0].to+1, figs[0].to+1+strings.IndexByte(s.lower[figs[0].to+1:], ' ')
		c.tell(r, s.from+from, s.from+to, Error, "direction",
			say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", s.text[from:to], g.then.plain(), g.now.plain()), Text{})
	}
}

// manyTimes holds "A mod B året før, og antallet er dermed fordoblet".
func (c *checker) manyTimes(r *run, s sentence, g grown) {
	for i, w := range s.words {
		times := timesOf(w.lower)
		before := w.from < g.then.from && g.then.from-w.to <= len(" til fra ")
		if w.from < g.last && !before || times == 0 {
			continue
		}
		if !before && !s.trailing(&twofold{span: span{g.last, g.last}}, i) || g.then.value() > 1<<50 || g.now.value() > 1<<50 {
			return
		}
		if is := divRound(g.now.value()*1000, g.then.value()); abs(is-times)*10 > times*2 {
			c.tell(r, s.from+w.from, s.from+w.to, Error, "direction",
				say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", w.text, g.then.plain(), g.now.plain()), Text{})
		}
		return
	}
}

// turnsFrom reports whether a text between two figures says that the first came of the
// second: "ned fra", "op fra".
func turnsFrom(between string) bool {
	return strings.HasSuffix(between, "ned fra") || strings.HasSuffix(between, "op fra")
}

// comparison is which way the words between two figures say that the first differs.
func comparison(between string) way {
	for _, w := range wordsOf(between) {
		if way := compared(w.text) + wayOf(w.text); way != noWay {
			return way
		}
		if w.text == "mere" {
			return up
		}
	}
	return noWay
}

// leaning holds the word beside a pair that says which way it went: "op fra 20 til 10",
// "færre end", "fra 20 til 30, et fald".
func (c *checker) leaning(r *run, s sentence, g grown) {
	from, to := min(g.then.from, g.now.from), g.last
	lead := s.lower[max(0, from-len("en stigning fra ")):from]
	at, said := span{}, noWay
	switch {
	case strings.HasSuffix(lead, " op fra "), strings.HasSuffix(lead, " ned fra "):
		word := strings.Fields(lead)[len(strings.Fields(lead))-2]
		at, said = span{from - len("fra ") - 1 - len(word), from - len("fra ") - 1}, map[string]way{"op": up, "ned": down}[word]
	case g.now.from < g.then.from && turnsFrom(strings.TrimSpace(s.lower[g.now.to:g.then.from])):
		word := "op"
		if strings.Contains(s.lower[g.now.to:g.then.from], "ned fra") {
			word = "ned"
		}
		n := g.now.to + strings.Index(s.lower[g.now.to:g.then.from], word+" fra")
		at, said = span{n, n + len(word)}, map[string]way{"op": up, "ned": down}[word]
	default:
		at, said = s.nounAfter(to)
	}
	if said == noWay || g.then.value() == g.now.value() || (g.now.value() > g.then.value()) == (said == up) {
		return
	}
	c.tell(r, s.from+at.from, s.from+at.to, Error, "direction",
		say("%q passer ikke til tallene: først %s, så %s", "%q does not go with the figures: first %s, then %s", s.text[at.from:at.to], s.text[g.then.from:g.then.to], s.text[g.now.from:g.now.to]), Text{})
}

// nounAfter is the noun right after a place that says which way something went: ", en
// stigning på", ", et fald".
func (s sentence) nounAfter(to int) (span, way) {
	rest := s.lower[to:]
	for _, lead := range []string{", en ", ", et ", " – en ", " – et ", ", altså en ", ", altså et ", ", hvilket er en ", ", hvilket er et "} {
		n := strings.Index(rest, lead)
		if n < 0 || n > 0 && (n > len(" ton ved udgangen af 2023") || !pastAfterNoun(strings.TrimLeft(rest, " "), rest)) {
			continue
		}
		word, _, _ := strings.Cut(strings.TrimRight(rest[n+len(lead):], ".,"), " ")
		word = strings.TrimRight(word, ".,;")
		if w := wayOf(word); w != noWay {
			return span{to + n + len(lead), to + n + len(lead) + len(word)}, w
		}
	}
	return span{}, noWay
}

// afterGrowth reports whether a sentence, in lower case, begins by telling how large the
// growth of the one before is.
func afterGrowth(lower string) bool {
	for _, w := range []string{"fremgangen er på ", "væksten er på ", "stigningen er på ", "faldet er på ", "nedgangen er på ", "tilbagegangen er på ",
		"det er en stigning på ", "det er en vækst på ", "det er et fald på ", "det er en fremgang på ", "det er en nedgang på ", "forøgelsen er på ",
		"stigningen på ", "fremgangen på ", "faldet på ", "væksten på ", "nedgangen på "} {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	for _, w := range []string{"det svarer til en ", "det svarer til et "} {
		if rest, is := strings.CutPrefix(lower, w); is {
			noun, _, _ := strings.Cut(rest, " ")
			return leaning(noun) != noWay
		}
	}
	return false
}

// growthIn judges the first figure of a sentence that tells of the growth before.
func (c *checker) growthIn(r *run, s sentence, g grown) {
	if len(s.figs) > 0 && !strings.HasPrefix(s.lower[s.figs[0].to:], " af ") {
		c.holdGrowth(r, s, g, s.figs[0])
	}
}

// growthOf judges a percentage after a pair in its sentence.
func (c *checker) growthOf(r *run, s sentence, g grown, figs []figure) {
	for _, f := range figs {
		if f.from < g.last {
			continue
		}
		between := s.lower[g.last:f.from]
		if f.kind == percent && saysGrowth(between) {
			c.holdGrowth(r, s, g, f)
		}
		return
	}
}

// saysGrowth reports whether the words between a pair and a percentage say that it is
// their growth.
func saysGrowth(between string) bool {
	if strings.ContainsAny(between, ";:(") || strings.Contains(between, "andel") || strings.Contains(between, " af ") {
		return false
	}
	for _, w := range []string{"altså med", "svarende til", "svarer til", "stigning på", "vækst på", "fremgang på", "fald på", "nedgang på", "tilbagegang på", "forøgelse på", "reduktion på", "eller ", "dvs."} {
		if strings.Contains(between, w) {
			return true
		}
	}
	return false
}

// holdGrowth holds a percentage, or a difference, against the growth of a pair, as near
// as figures so rounded allow.
func (c *checker) holdGrowth(r *run, s sentence, g grown, f figure) {
	if f.about || r.isBound(s.from+f.from, s.from+f.to) || f.kind != percent || g.then.kind == percent {
		return
	}
	low, high, ok := growthRange(g)
	points := strings.Contains(s.text[f.from:f.to], "point")
	if points && slices.ContainsFunc(s.figs, func(o figure) bool { return o.kind == percent && o.to <= f.from }) {
		return // it is by how many that percentage differs
	}
	if said := abs(f.value()); !ok || !points && said+f.unit/2+1 >= low && said-f.unit/2-1 <= high {
		return
	}
	if !points && c.workedOut(c.sceneOf(r, s), f, reading{}) {
		return // it is the growth of others
	}
	middle := divRound(low+high, 2)
	is := c.write(entry{kind: percent, value: middle}, f)
	c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		say("fra %s til %s er %s", "from %s to %s is %s", g.then.plain(), g.now.plain(), is), say("%[1]s", "%[1]s", is))
}

// growthRange is within what the growth of a pair lies, in ten-thousandths of a per cent
// and without its sign, for figures that may be rounded.
func growthRange(g grown) (low, high int64, ok bool) {
	then, now := float64(g.then.value()), float64(g.now.value())
	slackThen, slackNow := float64(g.then.unit)/2, float64(g.now.unit)/2
	if g.then.kind == count && g.then.unit == 10_000 {
		slackThen, slackNow = 0, 0 // whole things are counted, not rounded
	}
	if then-slackThen <= 0 || then > 1<<52 || now > 1<<52 {
		return 0, 0, false
	}
	one, other := (now-slackNow)/(then+slackThen)-1, (now+slackNow)/(then-slackThen)-1
	if one < 0 && other < 0 {
		one, other = -other, -one
	}
	if one < 0 {
		one, other = 0, max(-one, other)
	}
	const perCent = 1_000_000
	return int64(one * perCent), int64(other*perCent) + 1, true
}

// plain is a figure in digits, with its unit.
func (f figure) plain() string {
	whole, unit := int64(10_000), ""
	switch {
	case f.kind == money:
		whole, unit = 100, " kr."
		for _, s := range []struct {
			scale string
			worth int64
		}{{"t.", 1000}, {"mio.", 1_000_000}, {"mia.", 1_000_000_000}} {
			if f.scale == s.scale {
				whole, unit = 100*s.worth, " "+s.scale+" kr."
			}
		}
	case f.kind == percent:
		unit = " pct."
	}
	decimals := 0
	for u := f.unit; u < whole && decimals < 4; u *= 10 {
		decimals++
	}
	return decimalsOf(abs(f.n), decimals) + strings.Replace(unit, "t. kr.", "t.kr.", 1)
}
