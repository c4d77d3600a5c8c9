package manuscript

import (
	"slices"
	"unicode/utf8"
)

// finish gives every chapter an id and something to say, and each fact something
// to stand beside.
func (r *reading) finish() {
	r.unplaced()
	if len(r.out.chapters) == 0 {
		r.out.chapters = append(r.out.chapters, &chapter{title: r.out.front.title, line: 1})
	}
	var used ids
	for _, c := range r.out.chapters {
		c.id = used.unused(slug(c.title, "-", "kapitel"), "-")
		c.settleFacts()
		for i, k := range c.blocks {
			last := i+1 == len(c.blocks)
			if k.kind == blockSection && (last || c.blocks[i+1].kind == blockSection) || k.kind == blockHeading && (last || c.blocks[i+1].kind == blockSection || c.blocks[i+1].kind == blockHeading && c.blocks[i+1].level <= k.level) {
				r.leave(k.line, WantText, k.title)
			}
		}
		if len(c.blocks) == 0 {
			c.blocks = []block{{kind: blockParagraph, line: c.line, text: text{{text: "…"}}}}
			r.leave(c.line, WantText, c.title)
		}
	}
	r.settleLinks()
	seen := map[Left]bool{}
	r.out.left = slices.DeleteFunc(r.out.left, func(l Left) bool {
		twice := seen[l]
		seen[l] = true
		return twice
	})
}

// settleFacts makes boxes of facts that nothing follows.
func (c *chapter) settleFacts() {
	for i := len(c.blocks) - 1; i >= 0 && c.blocks[i].kind == blockFact; i-- {
		k := c.blocks[i]
		c.blocks[i] = block{kind: blockBox, line: k.line, title: k.title, kids: []block{{kind: blockParagraph, line: k.line, text: k.text}}}
	}
}

// Summary is how much there is of everything.
type Summary struct {
	Title                                                        string
	Year                                                         int
	Chapters, Sections, Words, Tables, Statements, Lines, People int
	Groups, Images, Notes, Facts, Boxes, Out, Look               int
}

// Summary counts what the edition has, and what was left.
func (m *Manuscript) Summary() Summary {
	s := Summary{Title: m.front.title, Year: m.front.year, Chapters: len(m.chapters), Statements: len(m.accounts.statements), People: len(m.people.people), Groups: len(m.people.groups), Images: len(m.images)}
	for _, st := range m.accounts.statements {
		s.Lines += len(st.lines)
	}
	for _, c := range m.chapters {
		for _, k := range c.blocks {
			switch k.kind {
			case blockSection:
				s.Sections++
			case blockTable:
				s.Tables++
			case blockFact:
				s.Facts++
			case blockBox, blockNote:
				s.Boxes++
			}
			s.Notes += countNotes(k)
		}
	}
	s.Words = len(m.Words())
	for _, l := range m.left {
		if l.Out() {
			s.Out++
		} else {
			s.Look++
		}
	}
	return s
}

// countNotes counts the footnotes of a block.
func countNotes(k block) int {
	n := 0
	for _, r := range k.text {
		if r.mark != "" {
			n++
		}
	}
	for _, kid := range k.kids {
		n += countNotes(kid)
	}
	if k.list != nil {
		for _, i := range k.list.items {
			n += countNotes(block{text: i.text, list: i.sub})
		}
	}
	return n
}

// cut parts a text that is too long for one paragraph, at spaces.
func cut(t text) []text {
	const most = 40_000 // bytes
	var out []text
	var now text
	size := 0
	for _, r := range t {
		for size+len(r.text) > most {
			at := max(most-size, 0)
			for at > 0 && (r.text[at] != ' ' || !utf8.RuneStart(r.text[at])) {
				at--
			}
			if at == 0 && len(now) == 0 {
				for at = most; !utf8.RuneStart(r.text[at]); at-- {
				}
			}
			head := r
			head.text = r.text[:at]
			if at > 0 {
				now = append(now, head)
			}
			r.text = r.text[at:]
			out, now, size = append(out, tidy(now)), nil, 0
		}
		now, size = append(now, r), size+len(r.text)
	}
	return append(out, tidy(now))
}
