// Package conform holds a finished document against what PDF/UA-1 (ISO 14289-1)
// and the Matterhorn protocol ask of its structure, so that a file claims
// nothing that does not hold. Whether content, marks and ids fit together at all
// is for page.Document.Check.
package conform

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/page"
)

// Finding is a rule a document breaks.
type Finding struct {
	Message diag.Message
	// At is the elements the fault is in, from the document's root's child to the
	// one that breaks the rule; none where it is the document as a whole.
	At []*page.Elem
}

// Findings returns what is wrong, the document's own first and then in reading
// order; none where every rule holds.
func Findings(doc *page.Document) []Finding {
	c := &checker{doc: doc, links: map[page.LinkID]page.Link{}, dests: map[page.DestID]bool{}, text: map[page.MarkID]string{}, lost: map[page.MarkID]string{}}
	c.meta()
	if doc.Root == nil {
		return c.found
	}
	c.gather()
	if lost := c.lost[0]; lost != "" {
		c.say(missingGlyph(lost))
	}
	for _, k := range elems(doc.Root) {
		c.elem(k)
	}
	c.title()
	return c.found
}

// checker gathers findings on a walk through the tree.
type checker struct {
	doc    *page.Document
	at     []*page.Elem // from the root's child to the element looked at
	found  []Finding
	links  map[page.LinkID]page.Link
	dests  map[page.DestID]bool
	text   map[page.MarkID]string
	lost   map[page.MarkID]string // the characters without a glyph; 0: of what is outside the tree
	titles int                    // headings of level 1
	level  int                    // of the last heading
}

func (c *checker) say(m diag.Message) { c.found = append(c.found, Finding{m, slices.Clone(c.at)}) }

// meta sees that the document says what it is called and what language it is in.
func (c *checker) meta() {
	if strings.TrimSpace(c.doc.Meta.Title) == "" {
		c.say(noTitle())
	}
	if c.doc.Meta.Lang == "" {
		c.say(noLanguage())
	}
}

// title sees that there is one heading of level 1.
func (c *checker) title() {
	if c.titles != 1 {
		c.say(notOneH1(c.titles))
	}
}

// gather collects the links, the places they lead to and the text of each mark.
func (c *checker) gather() {
	for _, d := range c.doc.Dests {
		c.dests[d.ID] = true
	}
	for _, p := range c.doc.Pages {
		for _, l := range p.Links {
			c.links[l.ID] = l
		}
		for _, k := range p.Content {
			if k.Mark != 0 {
				c.text[k.Mark] += source(k.Items)
			}
			if lost := lost(k.Items); lost != "" {
				c.lost[k.Mark] += lost
			}
		}
	}
}

// source is the text of items.
func source(items []page.Item) string {
	var b strings.Builder
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			b.WriteString(it.Source)
		case page.Group:
			b.WriteString(source(it.Items))
		}
	}
	return b.String()
}

// lost are the characters of items that have no glyph: they have the first of the
// face, which is drawn as a box.
func lost(items []page.Item) string {
	out := ""
	for _, it := range items {
		switch it := it.(type) {
		case page.Text:
			for _, w := range it.Words {
				for _, g := range w.Glyphs {
					if g.ID == 0 {
						out += w.Source[g.Start:g.End]
					}
				}
			}
		case page.Group:
			out += lost(it.Items)
		}
	}
	return out
}

// read is the text of an element and all within it.
func (c *checker) read(e *page.Elem) string {
	var b strings.Builder
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			b.WriteString(c.read(k))
		case page.Mark:
			b.WriteString(c.text[page.MarkID(k)])
		}
	}
	return strings.TrimSpace(b.String())
}
