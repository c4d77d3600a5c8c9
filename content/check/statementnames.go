package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/accounts"
)

// What the lines of a statement are called tells them apart, and which statement they are of.

// statementNames holds the captions and the sums of statements against the names of others.
func (c *checker) statementNames() {
	for _, st := range c.rep.Accounts.Statements {
		for i := range st.Lines {
			switch n := &st.Lines[i]; {
			case n.Rank == accounts.Caption:
				c.captionOfAnother(st, n)
			case len(n.Sum) > 0:
				c.sumCalledAlike(st.Lines[:i], n)
			}
		}
	}
}

// sumCalledAlike tells of a sum that is called what one of other lines, before it in its
// statement, is called.
func (c *checker) sumCalledAlike(before []accounts.Line, n *accounts.Line) {
	for i := range before {
		m := &before[i]
		if len(m.Sum) == 0 || !strings.EqualFold(m.Label, n.Label) || c.inside(n.ID)[m.ID] || slices.Equal(m.Sum, n.Sum) {
			continue
		}
		if !slices.ContainsFunc(stemsOf(n.Label), func(s string) bool { return !all(s) }) {
			return // "I alt"
		}
		c.tellAt(n.Pos, n.Label, Warning, "reference",
			say("%s og %s hedder begge %q og er ikke summer af det samme", "%s and %s are both called %q and are not sums of the same", m.ID, n.ID, n.Label), Text{})
		return
	}
}

// captionOfAnother tells of a caption that is the name of what another statement comes to, where
// its own comes to something else.
func (c *checker) captionOfAnother(st *accounts.Statement, caption *accounts.Line) {
	if sumsUp(st, caption.Label) != nil {
		return
	}
	own := slices.IndexFunc(st.Lines, func(n accounts.Line) bool { return n.Rank == accounts.Total && summedName(n.Label) != "" })
	if own < 0 {
		return
	}
	for _, other := range c.rep.Accounts.Statements {
		if n := sumsUp(other, caption.Label); other != st && n != nil && n.Rank == accounts.Total {
			is := summedName(st.Lines[own].Label)
			if caption.Label == strings.ToUpper(caption.Label) {
				is = strings.ToUpper(is)
			}
			c.tellAt(caption.Pos, caption.Label, Warning, "reference",
				say("opgørelsen ender med %q, og %q er en anden", "the statement ends with %q, and %q is another", st.Lines[own].Label, caption.Label), say("%[1]s", "%[1]s", likeCase(is, caption.Label)))
			return
		}
	}
}

// sumsUp is the sum of a statement that is called by a name and a word for all of it; nil where it
// has none.
func sumsUp(st *accounts.Statement, name string) *accounts.Line {
	for i := range st.Lines {
		if n := &st.Lines[i]; len(n.Sum) > 0 && strings.EqualFold(summedName(n.Label), name) {
			return n
		}
	}
	return nil
}

// summedName is what a label says is summed, in lower case: aktiver of "Aktiver i alt"; empty where it
// says none.
func summedName(label string) string {
	lower := lowered(label)
	for _, end := range [...]string{" i alt", ", total", " in total"} {
		if name, is := strings.CutSuffix(lower, end); is {
			return name
		}
	}
	for _, begin := range [...]string{"samlede ", "total "} {
		if name, is := strings.CutPrefix(lower, begin); is {
			return name
		}
	}
	return ""
}
