package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// under holds what stands under a heading that names a group or a statement against the
// name, and tells of a statement that is shown twice where another is not shown at all, and of one
// that is called what another is.
func (c *checker) under() {
	c.statementNames()
	times := map[*accounts.Statement]int{}
	for _, ch := range c.rep.Chapters {
		var p shownUnder
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Section:
				c.heldUnder(p)
				p = shownUnder{heading: b.Title}
			case content.Heading:
				c.heldUnder(p)
				p = shownUnder{heading: b.Title}
			case content.Portraits:
				p.add(b, b.Group)
			case content.Roster:
				p.add(b, b.Groups...)
			case content.Statement:
				times[b.Statement]++
				p.statements = append(p.statements, b)
			}
		}
		c.heldUnder(p)
	}
	for _, st := range c.rep.Accounts.Statements {
		if times[st] == 0 {
			c.statementTwice(st, times)
			return
		}
	}
}

// shownUnder is a heading, and the groups and statements that are shown under it.
type shownUnder struct {
	heading    string
	at         content.Block // the first that shows a group
	groups     []*content.Group
	statements []content.Statement
}

// add adds the groups that a block shows.
func (p *shownUnder) add(b content.Block, groups ...*content.Group) {
	if p.at == nil {
		p.at = b
	}
	p.groups = append(p.groups, groups...)
}

// heldUnder judges what is shown under a heading: where that names a group or a statement,
// it is among them.
func (c *checker) heldUnder(p shownUnder) {
	if len(p.groups) > 0 && p.groups[0] != nil {
		var named *content.Group
		for _, g := range c.groups() {
			if calledSo(p.heading, g.Name) {
				if slices.Contains(p.groups, g) {
					named = nil
					break
				}
				named = g
			}
		}
		if named != nil {
			c.tellAt(p.at.Where(), p.groups[0].ID, Warning, "reference",
				say("overskriften er %q, men her vises %q", "the heading is %q, but what is shown is %q", p.heading, p.groups[0].Name), say("%[1]s", "%[1]s", named.ID))
		}
	}
	if len(p.statements) > 0 {
		c.statementsUnder(p)
	}
}

// statementsUnder judges the statements.
func (c *checker) statementsUnder(p shownUnder) {
	for _, b := range p.statements {
		if b.Statement == nil || calledSo(p.heading, b.Statement.Title) {
			return
		}
	}
	for _, st := range c.rep.Accounts.Statements {
		if calledSo(p.heading, st.Title) {
			b := p.statements[0]
			c.tellAt(b.Where(), b.Statement.ID, Warning, "reference",
				say("overskriften er %q, men opgørelsen hedder %q", "the heading is %q, but the statement is called %q", p.heading, b.Statement.Title), say("%[1]s", "%[1]s", st.ID))
			return
		}
	}
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
