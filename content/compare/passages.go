// Package compare tells what is different between two reports as somebody who
// reads proofs wants to know it: which paragraphs were changed, moved, added or
// taken out, which amounts of the accounts, and which people.
package compare

import (
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Passage is a piece of text that is read as one: a paragraph, a heading, a cell.
type Passage struct {
	Kind  Kind
	Place string   // the title of its chapter, or the number of its page
	Pos   diag.Pos // in the edition; zero for the text of a PDF
	Text  string
}

// Kind is what a passage is, by the word for its block, such as "heading".
type Kind string

// The kinds that no block is called.
const (
	Cover     Kind = "cover"
	Chapter   Kind = "chapter"
	Paragraph Kind = "paragraph"
	Item      Kind = "item"
	Note      Kind = "footnote"
)

// Passages are the texts of a report in the order they are read. Statements and
// people are compared on their own and are not among them.
func Passages(rep *content.Report) []Passage {
	c := &collector{place: rep.Title}
	c.add(Cover, rep.Pos, rep.Title, rep.Subtitle, rep.Edition, rep.Publisher, rep.Date)
	for _, ch := range rep.Chapters {
		c.place = ch.Title
		c.add(Chapter, ch.Pos, ch.Title, ch.Headline)
		for _, b := range ch.Blocks {
			c.block(b)
		}
	}
	return c.out
}

// collector collects passages.
type collector struct {
	place string
	out   []Passage
}

// add adds texts, those that are not empty.
func (c *collector) add(k Kind, pos diag.Pos, texts ...string) {
	for _, s := range texts {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			c.out = append(c.out, Passage{k, c.place, pos, s})
		}
	}
}

// inlines adds a text and the footnotes in it.
func (c *collector) inlines(k Kind, pos diag.Pos, in content.Inlines) {
	c.add(k, pos, in.Plain())
	for _, i := range in {
		switch i := i.(type) {
		case content.Footnote:
			c.add(Note, i.Pos, i.Body.Plain())
		case content.Emph:
			c.notes(i.Body)
		case content.Strong:
			c.notes(i.Body)
		case content.Link:
			c.notes(i.Body)
		case content.Foreign:
			c.notes(i.Body)
		}
	}
}

// notes adds the footnotes of a text alone.
func (c *collector) notes(in content.Inlines) {
	inner := &collector{place: c.place}
	inner.inlines(Paragraph, diag.Pos{}, in)
	for _, p := range inner.out {
		if p.Kind == Note {
			c.out = append(c.out, p)
		}
	}
}

// block adds the texts of a block.
func (c *collector) block(b content.Block) {
	pos := b.Where()
	switch b := b.(type) {
	case content.Lead:
		c.inlines("lead", pos, b.Body)
	case content.Paragraph:
		c.inlines(Paragraph, pos, b.Body)
	case content.List:
		c.list(b)
	case content.Section:
		c.add("section", pos, b.Title, b.Headline)
	case content.Heading:
		c.add("heading", pos, b.Title)
	case content.Note:
		c.blocks(b.Body)
	case content.Box:
		c.add("box", pos, b.Title)
		c.blocks(b.Body)
	case content.Fact:
		c.add("fact", pos, strings.TrimSpace(b.Figure+" "+b.Caption.Plain()))
	case content.Quote:
		c.inlines("quote", pos, b.Body)
		c.add("quote", pos, b.By)
	case content.Links:
		c.add("links", pos, b.Title)
		for _, i := range b.Items {
			c.add("links", pos, i.Text+" "+i.URL)
		}
	case content.Letter:
		c.add("letter", pos, b.Greeting)
		c.blocks(b.Body)
		c.add("letter", pos, b.Closing)
		c.signers("letter", pos, b.Signers)
	default:
		c.figure(b)
	}
}

// figure adds the texts of blocks that are more than text.
func (c *collector) figure(b content.Block) {
	pos := b.Where()
	switch b := b.(type) {
	case content.Image:
		c.add("image", pos, b.File, b.Alt)
		c.inlines("image", pos, b.Caption)
		c.add("image", pos, b.Credit)
	case content.Media:
		c.add("media", pos, b.Title, b.URL)
		c.inlines("media", pos, b.Caption)
	case content.Organisation:
		c.add("organisation", pos, b.Title, b.Alt)
		c.node(pos, b.Root)
	case content.Chart:
		c.add("chart", pos, b.Title, b.Total)
		for _, p := range b.Parts {
			c.add("chart", pos, p.Label)
		}
		c.inlines("chart", pos, b.Caption)
	case content.Table:
		c.add("table", pos, b.Title)
		for _, col := range b.Columns {
			c.add("table", pos, col.Title)
		}
		for _, row := range b.Rows {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = cell.Plain()
			}
			c.add("table", pos, strings.Join(cells, " | "))
		}
	case content.Signatures:
		c.add("signatures", pos, strings.TrimSpace(b.Place+" "+b.Date))
		for _, p := range b.Parties {
			c.add("signatures", pos, p.Title)
			c.signers("signatures", pos, p.Signers)
		}
	case content.Auditor:
		c.add("auditor", pos, strings.TrimSpace(b.Place+" "+b.Date), b.Firm, b.Form, b.Number)
		for _, s := range b.Signers {
			c.add("auditor", pos, s.Name+" "+s.Title+" "+s.Number)
		}
	case content.Portraits:
		c.add("portraits", pos, b.Group.Name)
	case content.Roster:
		for _, g := range b.Groups {
			c.add("roster", pos, g.Name)
		}
	case content.Statement:
		c.add("statement", pos, b.Statement.Title)
	}
}

// blocks adds what is in a block.
func (c *collector) blocks(list []content.Block) {
	for _, b := range list {
		c.block(b)
	}
}

// list adds a list's entries, and those of the list below one.
func (c *collector) list(l content.List) {
	for _, i := range l.Items {
		c.inlines(Item, l.Pos, i.Body)
		if i.Sub != nil {
			c.list(*i.Sub)
		}
	}
}

// signers adds those who sign, in their order.
func (c *collector) signers(k Kind, pos diag.Pos, list []content.Member) {
	for _, m := range list {
		c.add(k, pos, strings.TrimSpace(m.Person.Name+" "+m.Role))
	}
}

// node adds a box of an organisation chart and those below it.
func (c *collector) node(pos diag.Pos, n content.OrgNode) {
	c.add("organisation", pos, strings.TrimSpace(n.Name+" "+n.Note))
	for _, kid := range n.Kids {
		c.node(pos, kid)
	}
}
