package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// claim is what a sentence says of a line of the accounts: its label, words that
// only join, and an amount or a percentage.
type claim struct {
	line *accounts.Line
	fig  figure
	way  *word // the word for the way it went; nil: none is said
	by   bool  // the figure is by how much, not to what
	to   bool  // it is to what, not by how much
	year int   // the year said; 0: none is
}

// labelled is a line's label in the words of a sentence: [from, to).
type labelled struct {
	line     *accounts.Line
	from, to int
}

// claims holds what the chapters that print the accounts say of their lines against
// them. Other chapters use the same words of other things, but for long ones.
func (c *checker) claims() {
	for _, r := range c.runs {
		if r.heading {
			continue
		}
		for _, s := range r.parts {
			if len(s.figs) > 0 {
				c.claimsIn(r, s)
			}
		}
	}
}

// bookChapters are the chapters a statement stands in.
func (c *checker) bookChapters() map[int]bool {
	out := map[int]bool{}
	for i, ch := range c.rep.Chapters {
		out[i] = slices.ContainsFunc(ch.Blocks, func(b content.Block) bool { _, is := b.(content.Statement); return is })
	}
	return out
}

// claimsIn judges the claims of a sentence.
func (c *checker) claimsIn(r *run, s sentence) {
	for i := 0; i < len(s.words); i++ {
		best := labelled{}
		for _, at := range c.labels.beginning(&s.words[i]) {
			l := &c.labels.all[at]
			if n := l.at(s.words[i:]); n > best.to-best.from {
				if best = (labelled{nil, i, i + n}); c.books[r.chapter] || l.own() {
					best.line = l.line
				}
			}
		}
		if best.line == nil {
			i = max(i, best.to-1) // what stands in the label of another is not named
			continue
		}
		if i > 0 && (joinsTo(s.words[i-1].lower) || setApart(s.words[:i]) || strings.HasPrefix(s.words[i-1].lower, "overst") || partsBefore(s.words[:i]) || oneOfIts(s.words[i-1].lower, s.words[i].lower) || narrowed(s.words[i-1].lower)) {
			continue
		}
		if cl, is := c.claimFrom(s, best); is {
			c.claim(r, s, cl)
			c.against(r, s, cl)
		}
		i = best.to - 1
	}
}

// formOf reports whether a text's word is a label's in another form: the same but
// for the endings of a noun or an adjective.
func formOf(text, label string) bool {
	if text == label {
		return true
	}
	base := label
	for _, end := range []string{"er", "e", "t"} {
		if cut, is := strings.CutSuffix(label, end); is && len(cut) >= 4 {
			base = cut
			break
		}
	}
	rest, is := strings.CutPrefix(text, base)
	if !is || len(base) < 4 {
		return false
	}
	switch rest {
	case "", "e", "t", "en", "et", "er", "erne", "ne", "s", "ens", "ets", "ernes", "det", "dene":
		return true
	}
	return false
}

// joinsTo reports whether a word makes what comes after it a part of something
// else: "en del af lønninger".
func joinsTo(w string) bool {
	switch w {
	case "of", "in", "from", "to", "at", "with", "by", "on",
		"af", "i", "for", "fra", "til", "på", "om", "ved", "uden", "hos", "blandt", "under", "over", "end", "per", "pr":
		return true
	}
	return false
}

// joins reports whether a word may stand between a line's name and its figure
// without making it another's.
func joins(w string) bool {
	switch w {
	case "is", "was", "were", "are", "came", "to", "of", "at", "amounted", "stands", "stood", "had", "has", "been", "a", "the", "this", "year", "now", "dkk", "totalled", "reached", "cost",
		"er", "var", "udgør", "udgjorde", "blev", "bliver", "gav", "giver", "kostede", "koster", "tog", "lød", "på", "til", "med", "nu", "i", "år", "sidste",
		"derimod", "også", "således", "dermed", "altså", "fortsat", "samlet", "et", "en", "den", "der", "har", "været", "kom", "op", "ned", "og", "året":
		return true
	}
	return wayOf(w) != noWay || isYear(w)
}

// claimFrom reads a claim that begins with a label; false where other words than
// joining ones, or signs, stand before the figure.
func (c *checker) claimFrom(s sentence, l labelled) (claim, bool) {
	end := s.words[l.to-1].to
	k := slices.IndexFunc(s.figs, func(f figure) bool { return f.from >= end })
	if k < 0 || s.figs[k].kind == count || s.figs[k].about {
		return claim{}, false
	}
	cl := claim{line: l.line, fig: s.figs[k]}
	if strings.ContainsAny(s.text[end:cl.fig.from], ",;:()–") || foreseen(s.lower[:cl.fig.from]) {
		return claim{}, false
	}
	last := ""
	for i := l.to; i < len(s.words) && s.words[i].from < cl.fig.from; i++ {
		w := s.words[i].lower
		switch {
		case !joins(w):
			return claim{}, false
		case wayOf(w) != noWay:
			cl.way = &s.words[i]
		case isYear(w):
			cl.year, _ = strconv.Atoi(w)
		case w == "år" && last == "i":
			cl.year = c.rep.Year
		case w == "år" && last == "sidste":
			cl.year = c.rep.Year - 1
		}
		last = w
	}
	cl.by = cl.way != nil && (last == "med" || last == "på")
	cl.to = cl.way != nil && last == "til"
	return cl, true
}

// claim judges one: the figure is one of the line's, of the year that is said, and
// the line went the way that is said.
func (c *checker) claim(r *run, s sentence, cl claim) {
	from, to := s.from+cl.fig.from, s.from+cl.fig.to
	if cl.fig.kind == percent && cl.way == nil && strings.Contains(strings.ToLower(cl.line.Label), "resultat") {
		return // "et resultat på 1,6 pct." is a return on something
	}
	all := c.entriesOf(cl.line, cl.fig.kind, cl.by)
	if cl.to {
		all = slices.DeleteFunc(all, func(e entry) bool { return e.change })
	}
	if len(all) == 0 {
		return
	}
	exact := slices.DeleteFunc(slices.Clone(all), func(e entry) bool { return !cl.fig.is(e) })
	if len(exact) == 0 {
		switch e := c.meant(all, cl.year); {
		case r.isBound(from, to):
			c.misreferred(r, from, to, cl.line, e, cl.fig)
		case !c.moved(s, cl.fig) && !c.excused(c.sceneOf(r, s), cl.fig, c.readingOf(e)):
			c.wrongFigure(r, s, cl.fig, e)
		}
		return
	}
	if c.lastYearsOwn(r, s, cl, all, exact) {
		return
	}
	if e := c.meant(exact, cl.year); cl.year != 0 && e.year != 0 && e.year != cl.year {
		c.tell(r, from, to, Error, "year",
			Text{fmt.Sprintf("tallet er fra %d, og her står %d", e.year, cl.year), fmt.Sprintf("the figure is of %d, and %d is said", e.year, cl.year)}, Text{})
	}
	if change := c.changeOf(cl.line); cl.way != nil && change != nil && (change.value > 0) != (wayOf(cl.way.lower) == up) {
		c.wrongWay(r, s, *cl.way, *change)
	}
}

// yearAgainst is the year of a second figure by the words between it and the
// first: "mod", or "og i 2023 på"; 0 where they are others.
func (c *checker) yearAgainst(between string) int {
	words := strings.Fields(strings.ToLower(between))
	if n := len(words); n > 0 && (words[n-1] == "på" || words[n-1] == "var") {
		words = words[:n-1]
	}
	switch {
	case len(words) == 1 && words[0] == "mod":
		return c.rep.Year - 1
	case len(words) == 3 && (words[0] == "mod" || words[0] == "og") && words[1] == "i" && isYear(words[2]):
		year, _ := strconv.Atoi(words[2])
		return year
	}
	return 0
}

// against judges "A mod B" and "A og i 2023 på B" where A is a claim.
func (c *checker) against(r *run, s sentence, cl claim) {
	k := slices.IndexFunc(s.figs, func(f figure) bool { return f.from > cl.fig.from })
	if k < 0 || s.figs[k].kind != cl.fig.kind || s.figs[k].about {
		return
	}
	then, year := s.figs[k], c.yearAgainst(s.text[cl.fig.to:s.figs[k].from])
	for _, e := range c.entriesOf(cl.line, then.kind, false) {
		if year != 0 && e.year == year && !then.is(e) && !r.isBound(s.from+then.from, s.from+then.to) {
			c.wrongFigure(r, s, then, e)
		}
	}
}

// entriesOf are what the accounts give of a line, of a kind; where the figure is by
// how much, its change alone.
func (c *checker) entriesOf(n *accounts.Line, k kind, by bool) []entry {
	var out []entry
	for _, e := range c.ledger.of[n] {
		if e.kind == k && (e.change || !by) {
			out = append(out, e)
		}
	}
	return out
}

// is reports whether a figure is an entry, at the figure's rounding.
func (f figure) is(e entry) bool { return divRound(abs(e.value), f.unit) == abs(f.n) }

// meant is the entry of a year; the first one where there is none of it.
func (c *checker) meant(list []entry, year int) entry {
	for _, e := range list {
		if e.year == year {
			return e
		}
	}
	return list[0]
}

// changeOf is the change of a line, costs told by their size; nil where it has none.
func (c *checker) changeOf(n *accounts.Line) *entry {
	for _, e := range c.ledger.of[n] {
		if e.change && e.kind == money {
			return e.bySize()
		}
	}
	return nil
}

// wrongFigure tells of a figure that is not what a line has.
func (c *checker) wrongFigure(r *run, s sentence, f figure, e entry) {
	if c.borneOut(c.sceneOf(r, s), f, c.readingOf(e)) || s.toEach(f) {
		return
	}
	found := s.text[f.from:f.to]
	if e.change && e.line != nil {
		e = *e.bySize() // costs grow by their size
	}
	c.tell(r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		Text{fmt.Sprintf("%s er ikke i regnskabet; %s er %s", found, e.name.Danish, c.write(e, f)),
			fmt.Sprintf("%s is not in the accounts; %s is %s", found, e.name.English, c.write(e, f))}, say("%[1]s", "%[1]s", c.write(e, f)))
}

// toEach reports whether an amount is what a sentence says there is to each of something: "Pr. deltager var", or
// dealt out.
func (s sentence) toEach(f figure) bool { return perEach(s.lower) || s.dealtOut(f) }

// dealtOut reports whether an amount is one of several that a sentence says are for something each:
// "95.000 kr. til et forsøg og 60.000 kr. til en undersøgelse".
func (s sentence) dealtOut(f figure) bool {
	return s.isFor(f) && slices.ContainsFunc(s.figs, func(o figure) bool { return o.from != f.from && s.isFor(o) })
}

// isFor reports whether an amount is said to be for something.
func (s sentence) isFor(f figure) bool {
	rest, is := strings.CutPrefix(s.lower[f.to:], " til ")
	return is && f.kind == money && rest != "" && (rest[0] < '0' || rest[0] > '9')
}

// wrongWay tells of a word for the way a line went that it did not go.
func (c *checker) wrongWay(r *run, s sentence, at word, e entry) {
	if s.conceded(slices.IndexFunc(s.words, func(w word) bool { return w.from == at.from })) {
		return
	}
	should := Text{"en stigning", "a rise"}
	if wayOf(at.lower) == up {
		should = Text{"et fald", "a fall"}
	}
	c.tell(r, s.from+at.from, s.from+at.to, Error, "direction",
		Text{fmt.Sprintf("%q passer ikke til tallet: %s er %s", at.text, e.name.Danish, amountOf(e)),
			fmt.Sprintf("%q does not go with the figure: %s is %s", at.text, e.name.English, amountOf(e))}, should)
}
