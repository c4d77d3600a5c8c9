package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// under holds what stands under a heading that names a group or a statement against the
// name, and tells of a statement that is shown twice where another is not shown at all.
func (c *checker) under() {
	times := map[*accounts.Statement]int{}
	for _, ch := range c.rep.Chapters {
		heading := ""
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Section:
				heading = b.Title
			case content.Heading:
				heading = b.Title
			case content.Portraits:
				c.groupUnder(b, heading, []*content.Group{b.Group})
			case content.Roster:
				c.groupUnder(b, heading, b.Groups)
			case content.Statement:
				times[b.Statement]++
				c.statementUnder(b, heading)
			}
		}
	}
	for _, st := range c.rep.Accounts.Statements {
		if times[st] == 0 {
			c.statementTwice(st, times)
			return
		}
	}
}

// groupUnder judges groups that are shown under a heading.
func (c *checker) groupUnder(b content.Block, heading string, shown []*content.Group) {
	var named *content.Group
	for _, g := range c.groups() {
		if g == nil || !calledSo(heading, g.Name) {
			continue
		}
		for _, s := range shown {
			if s == g {
				return
			}
		}
		named = g
	}
	if named == nil || len(shown) == 0 || shown[0] == nil {
		return
	}
	c.tellAt(b.Where(), shown[0].ID, Warning, "reference",
		say("overskriften er %q, men her vises %q", "the heading is %q, but what is shown is %q", heading, shown[0].Name), say("%[1]s", "%[1]s", named.ID))
}

// calledSo reports whether a heading is a group's name, but for its ending and what years it
// is of.
func calledSo(heading, name string) bool {
	bare := func(s string) string {
		var out []string
		for _, w := range wordsOf(strings.ToLower(s)) {
			if nextDigit(w.text, 0) == len(w.text) {
				out = append(out, stem(w.text))
			}
		}
		return strings.Join(out, " ")
	}
	is := bare(heading)
	return is != "" && is == bare(name)
}

// statementUnder judges a statement that is shown under a heading.
func (c *checker) statementUnder(b content.Statement, heading string) {
	if b.Statement == nil || calledSo(heading, b.Statement.Title) {
		return
	}
	for _, st := range c.rep.Accounts.Statements {
		if st != b.Statement && st.Title != b.Statement.Title && calledSo(heading, st.Title) {
			c.tellAt(b.Where(), b.Statement.ID, Warning, "reference",
				say("overskriften er %q, men opgørelsen hedder %q", "the heading is %q, but the statement is called %q", heading, b.Statement.Title), say("%[1]s", "%[1]s", st.ID))
			return
		}
	}
}

// statementTwice tells of one that is shown twice, while another is not.
func (c *checker) statementTwice(missing *accounts.Statement, times map[*accounts.Statement]int) {
	for _, ch := range c.rep.Chapters {
		seen := map[*accounts.Statement]bool{}
		for _, b := range ch.Blocks {
			s, is := b.(content.Statement)
			if !is || s.Statement == nil || times[s.Statement] < 2 {
				continue
			}
			if seen[s.Statement] {
				c.tellAt(s.Where(), s.Statement.ID, Warning, "reference",
					say("opgørelsen %s vises to gange, og %s slet ikke", "the statement %s is shown twice, and %s not at all", s.Statement.ID, missing.ID), say("%[1]s", "%[1]s", missing.ID))
			}
			seen[s.Statement] = true
		}
	}
}
