package manuscript

import "strings"

// Words are the words of the edition's chapters, in their order.
func (m *Manuscript) Words() []string {
	var out []string
	add := func(s string) {
		out = append(out, strings.FieldsFunc(s, func(c rune) bool { return !isWordRune(c) })...)
	}
	for _, c := range m.chapters {
		add(c.title)
		add(c.headline)
		for _, k := range c.blocks {
			for _, s := range blockWords(k) {
				add(s)
			}
			for _, id := range k.ids {
				for _, s := range m.named(k.kind, id) {
					add(s)
				}
			}
		}
	}
	return out
}

// blockWords are the texts of a block in their order. Footnotes follow the text
// they belong to.
func blockWords(k block) []string {
	var out []string
	switch k.kind {
	case blockQuote:
		return append(textWords(k.text), k.title)
	case blockImage:
		return []string{k.image.caption, k.image.alt}
	}
	out = append(out, k.title, k.headline)
	out = append(out, textWords(k.text)...)
	if k.list != nil {
		out = append(out, listWords(k.list)...)
	}
	for _, kid := range k.kids {
		out = append(out, blockWords(kid)...)
	}
	for _, l := range k.links {
		out = append(out, l.text)
	}
	if k.table != nil {
		for _, c := range k.table.columns {
			out = append(out, c.title)
		}
		for _, row := range k.table.rows {
			for _, c := range row {
				out = append(out, textWords(c)...)
			}
		}
	}
	return out
}

// textWords is a text, and then its footnotes.
func textWords(t text) []string {
	out := []string{plain(t)}
	for _, r := range t {
		if r.mark != "" {
			out = append(out, plain(r.note))
		}
	}
	return out
}

// listWords are the texts of a list.
func listWords(l *list) []string {
	var out []string
	for _, i := range l.items {
		out = append(out, textWords(i.text)...)
		if i.sub != nil {
			out = append(out, listWords(i.sub)...)
		}
	}
	return out
}

// named are the texts of a group or a statement.
func (m *Manuscript) named(kind blockKind, id string) []string {
	var out []string
	for _, g := range m.people.groups {
		if kind != blockRoster || g.id != id {
			continue
		}
		out = append(out, g.name)
		for _, s := range g.members {
			for _, p := range m.people.people {
				if p.id == s.person {
					out = append(out, s.role, p.office, p.name, p.party, p.municipality)
				}
			}
		}
	}
	for _, s := range m.accounts.statements {
		if kind != blockStatement || s.id != id {
			continue
		}
		out = append(out, s.title, s.when)
		for _, l := range s.lines {
			out = append(out, l.label, l.note)
			out = append(out, l.amounts...)
		}
	}
	return out
}
