package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// namesakes finds names of a chapter that are another of its names but for one letter, where
// they are abbreviations, or for one small word: "Sammen om Natur" and "Sammen for Natur", "Den
// grønne taskforce" and "Den nye taskforce". Of two the one that stands later is told of.
func (c *checker) namesakes() {
	c.organisations()
	var short, joined, described []calledAt
	for _, r := range c.runs {
		for _, s := range r.parts {
			for i, w := range s.words {
				if !upper(w.text) {
					continue
				}
				switch {
				case abbreviated(w.text):
					short = c.alongside(short, calledAt{r, span{s.from + w.from, s.from + w.to}, "", w.text, false}, abbreviations)
				case i+2 >= len(s.words) || s.text[w.to:s.words[i+1].from] != " " || s.text[s.words[i+1].to:s.words[i+2].from] != " ":
				case i > 0 && upper(s.words[i+2].text) && bridges(s.words[i+1].lower):
					name := calledAt{r, span{s.from + w.from, s.from + s.words[i+2].to}, w.text + " " + s.words[i+2].text, s.words[i+1].lower, true}
					joined = c.alongside(joined, name, sameFrame)
				case w.text == "Den" || w.text == "Det":
					if noun := s.words[i+2]; len(noun.lower) >= shortestThing && !upper(noun.text) && strings.HasSuffix(s.words[i+1].lower, "e") {
						name := calledAt{r, span{s.from + w.from, s.from + noun.to}, w.text + " " + noun.lower, s.words[i+1].lower, i > 0}
						described = c.alongside(described, name, sameFrame)
					}
				}
			}
		}
	}
}

// organisations holds the words of the chapter's organisation charts against their trees, and finds two that are
// called the same.
func (c *checker) organisations() {
	var before content.Organisation
	for _, b := range c.rep.Chapters[c.at].Blocks {
		o, is := b.(content.Organisation)
		if !is {
			continue
		}
		c.topInWords(o)
		if o.Title != "" && o.Title == before.Title && o.Root.Name != before.Root.Name {
			c.tellAt(o.Pos, o.Title, Warning, "name", say("diagrammet før hedder det samme (%s)", "the chart before is called the same (%s)", before.Pos), Text{})
		}
		before = o
	}
}

// calledAt is a name at a place: what it has in common with its namesakes, and what tells it from
// them; sure: its capital shows that it is a name, for it begins no sentence.
type calledAt struct {
	run *run
	span
	frame, own string
	sure       bool
}

// alongside tells of a name that is nearly one of some others, and adds it to them.
func (c *checker) alongside(others []calledAt, n calledAt, nearly func(a, b calledAt) bool) []calledAt {
	const most = 40
	for _, o := range others {
		if o.frame == n.frame && o.own == n.own {
			return others
		}
		if nearly(o, n) {
			other := o.run.text[o.from:o.to]
			c.tell(n.run, n.from, n.to, Warning, "name", say("kapitlet har også %q; er de to det samme?", "the chapter has %q too; are the two the same?", other), Text{})
			break
		}
	}
	if len(others) < most {
		others = append(others, n)
	}
	return others
}

// abbreviated reports whether a word is an abbreviation of some length: all in capitals.
func abbreviated(w string) bool {
	const least = 5
	return len(w) >= least && strings.IndexFunc(w, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// abbreviations reports whether two abbreviations differ in one letter.
func abbreviations(a, b calledAt) bool { return len(a.own) == len(b.own) && differs(a.own, b.own) == 1 }

// sameFrame reports whether two names differ in what tells them from each other alone.
func sameFrame(a, b calledAt) bool { return a.frame == b.frame && a.own != b.own && (a.sure || b.sure) }

// bridges reports whether a word, in lower case, joins two others to one name.
func bridges(w string) bool {
	switch w {
	case "om", "med", "for", "på", "ved", "mod", "uden":
		return true
	}
	return false
}

// topInWords holds what an organisation chart's words say stands at its top against its tree.
func (c *checker) topInWords(o content.Organisation) {
	lower := strings.ToLower(spaced(o.Alt))
	_, top, is := strings.Cut(lower, "øverst ")
	if !is {
		return
	}
	if i := strings.IndexAny(top, ",.;"); i >= 0 {
		top = top[:i]
	}
	top, _, _ = strings.Cut(top, " og ")
	if sharesName(o.Root.Name, top) {
		return
	}
	for _, kid := range o.Root.Kids {
		if sharesName(kid.Name, top) {
			c.tellAt(o.Pos, top, Warning, "name", say("diagrammets øverste boks er %q", "the box at the top of the chart is %q", o.Root.Name), say("%[1]s", "%[1]s", o.Root.Name))
			return
		}
	}
}

// sharesName reports whether a text, in lower case, has a long word of a name.
func sharesName(name, lower string) bool {
	for _, s := range stemsOf(name) {
		if strings.Contains(lower, s) {
			return true
		}
	}
	return false
}
