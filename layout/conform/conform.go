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
	r := NewReader()
	if doc.Root != nil {
		r.Read(doc.Pages, doc.Root)
	}
	return r.Findings(doc)
}

// Reader reads what pages show, before the document they are of is finished.
type Reader struct {
	links map[page.LinkID]page.Link
	text  map[page.MarkID]string // where a rule asks for it
	lost  map[page.MarkID]string // the characters without a glyph; 0: of what is outside the tree
}

// NewReader returns a reader that has read nothing.
func NewReader() *Reader {
	return &Reader{links: map[page.LinkID]page.Link{}, text: map[page.MarkID]string{}, lost: map[page.MarkID]string{}}
}

// Findings returns what Findings does of a document whose pages were read: what
// they show is not looked at.
func (r *Reader) Findings(doc *page.Document) []Finding {
	c := &checker{Reader: r, doc: doc, dests: map[page.DestID]bool{}}
	for _, d := range doc.Dests {
		c.dests[d.ID] = true
	}
	c.meta()
	if doc.Root == nil {
		return c.found
	}
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
	*Reader
	doc    *page.Document
	at     []*page.Elem // from the root's child to the element looked at
	found  []Finding
	dests  map[page.DestID]bool
	titles int // headings of level 1
	level  int // of the last heading
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

// Read reads pages, whose marks are held by the elements within root.
func (r *Reader) Read(pages []page.Page, root *page.Elem) {
	asked := map[page.MarkID]bool{}
	ask(root, false, asked)
	for _, p := range pages {
		for _, l := range p.Links {
			r.links[l.ID] = l
		}
		for _, k := range p.Content {
			if asked[k.Mark] {
				r.text[k.Mark] += source(k.Items)
			}
			if lost := lost(k.Items); lost != "" {
				r.lost[k.Mark] += lost
			}
		}
	}
}

// ask finds the marks within elements whose text a rule asks for, or is within one.
func ask(e *page.Elem, within bool, asked map[page.MarkID]bool) {
	switch e.Role {
	case page.RoleH1, page.RoleH2, page.RoleH3, page.RoleH4, page.RoleH5, page.RoleTH, page.RoleTD, page.RoleCaption, page.RoleTOCI, page.RoleLink:
		within = true
	}
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *page.Elem:
			ask(k, within, asked)
		case page.Mark:
			if within {
				asked[page.MarkID(k)] = true
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
