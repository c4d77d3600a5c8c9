package check

import (
	"slices"
	"strings"
)

// A figure of figures.yaml whose source says the figure, too, is what that says: "Beretning
// 2024: 9 ud af 10", "Undersøgelsen: mere end 3 mio. mennesker".

// sourced holds the figures against what their sources say they are.
func (c *checker) sourced() {
	for _, k := range c.consts {
		c.pointed(k)
		said := quoted(k.of.Source)
		if said == "" {
			continue
		}
		if _, parts := ratiosIn(c.forms.ratio(), said, strings.ToLower(said)); len(parts) > 0 {
			if len(parts) == 1 && k.kind == count && k.value != parts[0][0]*10_000 && k.value != parts[0][1]*10_000 {
				c.unsourced(k, said)
			}
			continue
		}
		if f, way, is := c.saidBy(said); is && f.kind == k.kind {
			if how, rough := roughly(boundOf(way)); !bearsOut(f, k) && !(rough && how.holds(f, k.value)) {
				c.unsourced(k, said)
			}
		}
	}
}

// pointed tells of a count of something that is written with a comma between its thousands.
func (c *checker) pointed(k constant) {
	if k.kind != count || k.of.Equals != "" || c.rep.Language != "da" {
		return
	}
	_, entry, _ := strings.Cut(c.ed.Files[k.of.Pos.File], " "+k.of.Name+":")
	_, said, _ := strings.Cut(entry, "value:")
	said = strings.TrimLeft(said, " \"'")
	comma := digitsAt(said, 0)
	if comma == 0 || said[0] == '0' || !strings.HasPrefix(said[comma:], ",") || digitsAt(said, comma+1) != 3 || !strings.HasPrefix(said[comma+2:], "00") {
		return
	}
	c.tellAt(k.of.Pos, k.of.Name, Warning, "figure-wrong",
		say("et antal med tre decimaler er nok tusinder: et punktum for kommaet", "a count with three decimals is likely of thousands: a point for the comma"), say("%[1]s.%[2]s", "%[1]s.%[2]s", said[:comma], said[comma+1:comma+4]))
}

// unsourced tells that a figure is not what its source says.
func (c *checker) unsourced(k constant, said string) {
	c.tellAt(k.of.Pos, k.of.Name, Warning, "figure-wrong",
		say("tallet er ikke kildens: %s", "the figure is not its source's: %s", said), Text{})
}

// quoted is what a source says after a colon: what stands before it is where that was found.
func quoted(source string) string {
	_, said, _ := strings.Cut(source, ": ")
	return strings.TrimSpace(said)
}

// saidBy is the one figure that a source says, and the way it is bounded; false where there is
// none, or several, or the number is that of a page, a table or the like.
func (c *checker) saidBy(said string) (figure, way, bool) {
	figs := c.figuresOf(said)
	if len(figs) != 1 || figs[0].n <= 0 || len(fourDigits(said)) > 0 {
		return figure{}, noWay, false
	}
	f := figs[0]
	if rest := strings.TrimLeft(said[f.to:], " "); f.kind == count && (rest == "" || !wordy(rest, 0)) {
		return figure{}, noWay, false // of nothing
	}
	if w := wordBefore(sentence{words: wordsOf(said)}, f.from); numbered(w) {
		return figure{}, noWay, false
	}
	return f, boundBefore(strings.ToLower(said[:f.from])), true
}

// numbered reports whether a word before a number makes it that of a place in a document.
func numbered(w string) bool {
	return slices.Contains([]string{"side", "s", "tabel", "figur", "note", "bilag", "punkt", "pkt", "kapitel", "afsnit", "nr", "udgave", "version", "page", "p", "table", "figure", "annex", "section", "chapter", "no"}, w)
}

// bearsOut reports whether a figure of a source is one of figures.yaml, at its rounding, or by
// its digits where the unit stands in the text about it: 3 of "3 mio. mennesker".
func bearsOut(f figure, k constant) bool {
	const one = 10_000
	return divRound(abs(k.value), f.unit) == f.n || k.kind == count && abs(k.value) == f.n*one
}

// scaledOtherwise tells of a figure whose source has mio. or mia. behind it, and whose text the other:
// "4 mia. medlemmer" of "mere end 4 mio. medlemmer".
func (c *checker) scaledOtherwise(r *run, s sentence, k constant, ref reference) {
	const one = 10_000
	i := slices.IndexFunc(s.figs, func(f figure) bool { return s.from+f.from == ref.from })
	if k.kind != count || i < 0 || s.figs[i].scale == "" {
		return
	}
	f, _, is := c.saidBy(quoted(k.of.Source))
	if at := s.figs[i]; is && f.scale != "" && f.n*one == k.value && at.n == f.n && at.scale != f.scale {
		c.tell(r, s.from+at.from, s.from+at.to, Error, "figure-wrong",
			say("kilden siger: %s", "the source says: %s", quoted(k.of.Source)), Text{})
	}
}

// boundOf is a word that bounds a figure in a way, as roughly knows it.
func boundOf(w way) string {
	switch w {
	case up:
		return "over"
	case down:
		return "knap"
	}
	return ""
}
