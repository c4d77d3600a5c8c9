package source

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

// lead is one Lead a paragraph.
func (r *reader) lead(n *yaml.Node, _ content.At) []content.Block {
	r.checkDashes(n)
	blocks := r.prose(n)
	for i, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			blocks[i] = content.Lead(b)
		default:
			r.diags.Error(b.Where(), listInLead())
		}
	}
	return blocks
}

// textBlock is paragraphs and lists.
func (r *reader) textBlock(n *yaml.Node, _ content.At) []content.Block {
	r.checkDashes(n)
	return r.prose(n)
}

// section is a title, or a mapping with more.
func (r *reader) section(n *yaml.Node, at content.At) content.Block {
	switch n.Kind {
	case yaml.MappingNode:
		m := r.mapping(n, r.ed.format.Section)
		defer m.close()
		return content.Section{At: at, Title: m.text("title"), Headline: m.text("headline"), NewPage: m.flag("new-page")}
	case yaml.SequenceNode:
		r.fail(n, sectionName())
		return content.Section{At: at}
	}
	return content.Section{At: at, Title: r.lineOfText(n)}
}

func (r *reader) heading(n *yaml.Node, at content.At) content.Block {
	return content.Heading{At: at, Title: r.lineOfText(n)}
}

func (r *reader) listBlock(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.List)
	defer m.close()
	l := content.List{At: at, Ordered: m.flag("ordered")}
	if l.Ordered {
		l.Start = 1
	}
	for _, item := range m.words("items") {
		l.Items = append(l.Items, content.ListItem{Body: r.inlines(item)})
	}
	return l
}

func (r *reader) note(n *yaml.Node, at content.At) content.Block {
	r.checkDashes(n)
	return content.Note{At: at, Body: r.prose(n)}
}

func (r *reader) box(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Box)
	defer m.close()
	return content.Box{At: at, Title: m.text("title"), Body: m.prose("text")}
}

func (r *reader) fact(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.FactBox)
	defer m.close()
	f := content.Fact{At: at, Figure: m.text("figure")}
	f.Icon = m.icon("icon")
	f.Caption = m.inlines("caption")
	if m.whole() && m.has("figure") == m.has("icon") && !m.meant("figure") && !m.meant("icon") {
		r.fail(n, figureOrIcon())
	}
	return f
}

// icon is the name of an icon.
func (m *mapping) icon(key string) string {
	v := m.get(key)
	if v == nil {
		return ""
	}
	name, ok := m.r.scalar(v, aWord)
	if icons := content.Icons(); ok && !slices.Contains(icons, name) {
		m.r.fail(v, unknownIcon(name, icons, m.r.nearest(name, icons)))
	}
	return name
}

func (r *reader) quote(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Quote)
	defer m.close()
	q := content.Quote{At: at, Body: m.inlines("text"), By: m.text("by")}
	if who := r.ed.persons.byID[q.By]; who != nil {
		r.diags.Error(m.posOf("by"), idAsText(q.By, who.Name))
	}
	return q
}

func (r *reader) links(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Links)
	defer m.close()
	l := content.Links{At: at, Title: m.text("title")}
	for _, item := range m.list("items") {
		i := r.mapping(item, r.ed.format.Link)
		link := content.LinkItem{Text: i.text("text"), URL: i.url("url")}
		if link.URL != "" && saysNothing(link.Text) {
			r.diags.Warn(i.posOf("text"), emptyLink(link.Text))
		}
		l.Items = append(l.Items, link)
		i.close()
	}
	return l
}

func (r *reader) pageBreak(n *yaml.Node, at content.At) content.Block {
	if !r.flag(n) && n.Value == "false" {
		r.fail(n, breakFalse())
	}
	return content.PageBreak{At: at}
}
